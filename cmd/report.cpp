// thidua report: the content of the report that the office owes.
// What is in it: lib/rules/report.hpp; the page is man/thidua-report.1.
#include "rules/report.hpp"

#include "command.hpp"
#include "gathering.hpp"
#include "render/report.hpp"
#include "rules/references.hpp"

namespace thidua::cmd {
namespace {

enum class ReportFormat { text, markdown, json };

struct ReportOptions {
  std::string kind;
  std::string year;
  ReportFormat format = ReportFormat::text;
  bool trace = false;
};

Failure unknown_kind(const std::string& word) {
  const auto known = report_kind_words();
  return {ExitStatus::usage, msg("there is no report `{0}`", word),
          suggestion(word, {known.begin(), known.end()})};
}

// Empty: none is asked for.
Result<std::optional<int>> year_of(const std::string& text) {
  if (text.empty()) {
    return std::optional<int>{};
  }
  const auto period = Period::parse(text);
  if (!period || period->kind() != Period::Kind::year) {
    return Failure{ExitStatus::usage, msg("`{0}` is not a year", text),
                   msg("write --year 2023")};
  }
  return std::optional<int>{period->closing_year()};
}

void print(World& world, const Report& report, const ReportOptions& options) {
  const render::ScoreView view{world.plan(), world.language()};
  if (options.format == ReportFormat::json) {
    world.print(render::dump(render::to_json(report, view, options.trace)));
    return;
  }
  const render::Outline outline = render::to_outline(report, view);
  world.print(options.format == ReportFormat::markdown
                  ? outline.to_markdown()
                  : outline.to_text(world.style()));
}

ExitStatus run(const ReportOptions& options, World& world) {
  if (options.trace && options.format != ReportFormat::json) {
    return world.fail({ExitStatus::usage,
                       msg("--trace names the records in JSON only"),
                       msg("add --format json")});
  }
  const auto kind = report_kind(options.kind);
  if (!kind) {
    return world.fail(unknown_kind(options.kind));
  }
  const auto asked = year_of(options.year);
  if (!asked) {
    return world.fail(asked.error());
  }
  const auto year = report_year(world.plan(), *kind, *asked, world.today());
  if (!year) {
    return world.fail(year.error());
  }
  const Report report = make_report(world.plan(), *kind, *year, world.today(),
                                    gather_children(world, *year));
  print(world, report, options);
  const ExitStatus status = world.conclude(ExitStatus::ok);
  return report.below ? conclude_gathering(world, *report.below, status)
                      : status;
}

}  // namespace

Run setup_report(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<ReportOptions>();
  syntax.required_argument("annual|preliminary|final", options->kind,
                           words("which report"));
  syntax.option("--year", options->year, words("YEAR"),
                words("its year (else the occasion's, or the working year)"));
  syntax.choice<ReportFormat>("--format", options->format,
                              words("form of the output"),
                              {{"text", ReportFormat::text},
                               {"markdown", ReportFormat::markdown},
                               {"json", ReportFormat::json}});
  syntax.flag("--trace", options->trace,
              words("in JSON, every file and line behind the sums of the plans "
                    "below"));
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
