// thidua report: the content of the report that the office owes.
// What is in it: lib/rules/report.hpp; the page is man/thidua-report.1.
#include "rules/report.hpp"

#include "command.hpp"
#include "document/context.hpp"
#include "documents.hpp"
#include "gathering.hpp"
#include "render/report.hpp"
#include "rules/references.hpp"

namespace thidua::cmd {
namespace {

enum class ReportFormat { text, markdown, json, docx, pdf };

struct ReportOptions {
  std::string kind;
  std::string year;
  ReportFormat format = ReportFormat::text;
  bool trace = false;
  SaveOptions save;

  [[nodiscard]] bool makes_file() const {
    return format == ReportFormat::docx || format == ReportFormat::pdf;
  }
};

// Of the type of document (NĐ 30/2020, Phụ lục III).
constexpr std::string_view report_abbreviation = "BC";

// Of a kind of report in the name of a file.
std::string file_words(ReportKind kind) {
  switch (kind) {
    case ReportKind::annual:
      return "hang-nam";
    case ReportKind::preliminary:
      return "so-ket";
    case ReportKind::final:
      break;
  }
  return "tong-ket";
}

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

// What a document is made of, and what JSON prints.
render::Json context_of(const World& world, const Report& report,
                        const ReportOptions& options) {
  const Language language = options.makes_file() ? world.document_language()
                                                 : world.language();
  const render::ScoreView view{world.plan(), language};
  render::Json context = render::to_json(report, view, options.trace);
  context["document"] = document::document_json(
      {world.plan(), report.scope.as_of, language}, report_abbreviation,
      document::Signer::body, report.caveats);
  return context;
}

ExitStatus print(World& world, const Report& report,
                 const ReportOptions& options) {
  const render::ScoreView view{world.plan(), world.language()};
  switch (options.format) {
    case ReportFormat::json:
      world.print(render::dump(context_of(world, report, options)));
      return ExitStatus::ok;
    case ReportFormat::text:
      world.print(render::to_outline(report, view).to_text(world.style()));
      return ExitStatus::ok;
    case ReportFormat::markdown:
      world.print(render::to_outline(report, view).to_markdown());
      return ExitStatus::ok;
    case ReportFormat::docx:
    case ReportFormat::pdf:
      break;
  }
  return write_document(
      world,
      {"bao-cao", context_of(world, report, options),
       fmt::format("{}", report.scope.year), file_words(report.scope.kind),
       options.format == ReportFormat::pdf ? WordFormat::pdf
                                           : WordFormat::docx},
      options.save);
}

ExitStatus run(const ReportOptions& options, World& world) {
  if (options.trace && options.format != ReportFormat::json) {
    return world.fail({ExitStatus::usage,
                       msg("--trace names the records in JSON only"),
                       msg("add --format json")});
  }
  if (!options.makes_file() && options.save.any()) {
    return world.fail({ExitStatus::usage,
                       msg("--to and --force are for documents"),
                       msg("add --format docx or --format pdf")});
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
  const ExitStatus status = world.conclude(print(world, report, options));
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
                               {"docx", ReportFormat::docx},
                               {"pdf", ReportFormat::pdf}});
  add_save_options(syntax, words, options->save);
  syntax.flag("--trace", options->trace,
              words("in JSON, every file and line behind the sums of the plans "
                    "below"));
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
