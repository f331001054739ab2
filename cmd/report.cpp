// thidua report: the content of the report that the office owes.
// What is in it: lib/rules/report.hpp; the page is man/thidua-report.1.
#include "rules/report.hpp"

#include <array>

#include "command.hpp"
#include "document/file_names.hpp"
#include "document/head.hpp"
#include "document/page.hpp"
#include "document/report_tables.hpp"
#include "document/table_json.hpp"
#include "documents.hpp"
#include "gathering.hpp"
#include "render/report.hpp"
#include "rules/references.hpp"
#include "tables.hpp"

namespace thidua::cmd {
namespace {

constexpr std::string_view report_document = "bao-cao";

enum class ReportFormat { text, markdown, json, html, xlsx, csv, docx, pdf };

struct ReportOptions {
  std::string kind;
  std::string year;
  ReportFormat format = ReportFormat::text;
  bool trace = false;
  TableOptions tables;
  SaveOptions saving;
};

// A document on a template: for signing always, a text where the office has one
// of its own.
std::optional<PaperFormat> paper_of(const World& world, ReportFormat format) {
  std::optional<PaperFormat> paper;
  switch (format) {
    case ReportFormat::docx:
      return PaperFormat::docx;
    case ReportFormat::pdf:
      return PaperFormat::pdf;
    case ReportFormat::text:
      paper = PaperFormat::text;
      break;
    case ReportFormat::markdown:
      paper = PaperFormat::markdown;
      break;
    case ReportFormat::html:
      paper = PaperFormat::html;
      break;
    case ReportFormat::json:
    case ReportFormat::xlsx:
    case ReportFormat::csv:
      return std::nullopt;
  }
  return has_own_text(world, report_document, *paper) ? paper : std::nullopt;
}

TableFormat table_format(ReportFormat format) {
  return format == ReportFormat::xlsx  ? TableFormat::xlsx
         : format == ReportFormat::csv ? TableFormat::csv
                                       : TableFormat::none;
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
                        Language language, bool trace) {
  const render::ScoreView view{world.plan(), language};
  render::Json context = render::to_json(report, view, trace);
  document::add_tables(context, document::report_tables(report, view));
  context["document"] = document::document_json(
      {world.plan(), report.scope.as_of, language},
      *document::find_document(report_document), report.caveats);
  return context;
}

std::string text_of(const World& world, const Report& report,
                    const ReportOptions& options) {
  const render::ScoreView view{world.plan(), world.language()};
  switch (options.format) {
    case ReportFormat::json:
      return render::dump(
          context_of(world, report, world.language(), options.trace));
    case ReportFormat::html:
      return document::to_html(report, view);
    case ReportFormat::markdown:
      return render::to_outline(report, view).to_markdown();
    default:
      return render::to_outline(report, view)
          .to_text(options.saving.to.empty() ? world.style()
                                             : render::Style(false));
  }
}

std::string_view ending_of(ReportFormat format) {
  constexpr std::array<std::string_view, 8> endings{
      "txt", "md", "json", "html", "xlsx", "csv", "docx", "pdf"};
  return endings.at(static_cast<std::size_t>(format));
}

std::optional<Failure> put(World& world, const Report& report,
                           const ReportOptions& options) {
  const TableFormat format = table_format(options.format);
  const std::string name =
      document::file_name(report.scope, ending_of(options.format));
  if (format == TableFormat::none) {
    return save_or_print(world, options.saving, name,
                         world.shown_to_all(text_of(world, report, options)));
  }
  return put_tables(
      world,
      {document::report_tables(report, {world.plan(), world.language()}),
       world.plan().sheet.title, document::file_name(report.scope, "xlsx"),
       report.caveats},
      format, options.tables, options.saving);
}

ExitStatus hand_over(World& world, const Report& report,
                     const ReportOptions& options) {
  if (const auto paper = paper_of(world, options.format)) {
    return write_document(
        world,
        {std::string(report_document),
         context_of(world, report, world.document_language(), false),
         document::file_name(report.scope, ending_of(options.format)), *paper},
        options.saving);
  }
  const auto failure = put(world, report, options);
  return failure ? world.fail(*failure) : ExitStatus::ok;
}

ExitStatus run(const ReportOptions& options, World& world) {
  if (options.trace && options.format != ReportFormat::json) {
    return world.fail({ExitStatus::usage,
                       msg("--trace names the records in JSON only"),
                       msg("add --format json")});
  }
  if (const auto failure =
          check_table_options(options.tables, table_format(options.format))) {
    return world.fail(*failure);
  }
  if (options.saving.to_all) {
    if (const auto failure = world.hide_persons()) {
      return world.fail(*failure);
    }
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
  const ExitStatus done = hand_over(world, report, options);
  if (done != ExitStatus::ok) {
    return done;
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
                               {"html", ReportFormat::html},
                               {"xlsx", ReportFormat::xlsx},
                               {"csv", ReportFormat::csv},
                               {"docx", ReportFormat::docx},
                               {"pdf", ReportFormat::pdf}});
  add_table_options(syntax, words, options->tables);
  add_save_options(syntax, words, options->saving);
  syntax.flag("--trace", options->trace,
              words("in JSON, every file and line behind the sums of the plans "
                    "below"));
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
