// thidua report: the content of the report that the office owes.
// What is in it: lib/rules/report.hpp; the page is man/thidua-report.1.
#include "rules/report.hpp"

#include <array>

#include "command.hpp"
#include "document/page.hpp"
#include "gathering.hpp"
#include "render/report.hpp"
#include "rules/references.hpp"
#include "saving.hpp"

namespace thidua::cmd {
namespace {

enum class ReportFormat { text, markdown, json, html };

struct ReportOptions {
  std::string kind;
  std::string year;
  ReportFormat format = ReportFormat::text;
  bool trace = false;
  SaveOptions save;
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

std::string written(const World& world, const Report& report,
                    const ReportOptions& options) {
  const render::ScoreView view{world.plan(), world.language()};
  switch (options.format) {
    case ReportFormat::json:
      return render::dump(render::to_json(report, view, options.trace));
    case ReportFormat::html:
      return document::to_html(report, view);
    case ReportFormat::markdown:
      return render::to_outline(report, view).to_markdown();
    case ReportFormat::text:
      break;
  }
  return render::to_outline(report, view)
      .to_text(options.save.to.empty() ? world.style() : render::Style(false));
}

// BC as official papers have it, for báo cáo: "BC-2025-annual.html".
std::string file_name(const Report& report, ReportFormat format) {
  constexpr std::array endings{"txt", "md", "json", "html"};
  return fmt::format("BC-{}-{}.{}", report.scope.year,
                     to_string(report.scope.kind),
                     endings.at(static_cast<std::size_t>(format)));
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
  if (const auto failure =
          save_or_print(world, options.save, file_name(report, options.format),
                        written(world, report, options))) {
    return world.fail(*failure);
  }
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
                               {"json", ReportFormat::json},
                               {"html", ReportFormat::html}});
  syntax.flag("--trace", options->trace,
              words("in JSON, every file and line behind the sums of the plans "
                    "below"));
  add_save_options(syntax, words, options->save);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
