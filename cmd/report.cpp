// thidua report: the content of the report that the office owes.
// What is in it: lib/rules/report.hpp; the page is man/thidua-report.1.
#include "rules/report.hpp"

#include "command.hpp"
#include "document/file_names.hpp"
#include "document/report_tables.hpp"
#include "document/table_json.hpp"
#include "gathering.hpp"
#include "render/report.hpp"
#include "rules/references.hpp"
#include "tables.hpp"

namespace thidua::cmd {
namespace {

enum class ReportFormat { text, markdown, json, xlsx, csv };

struct ReportOptions {
  std::string kind;
  std::string year;
  ReportFormat format = ReportFormat::text;
  bool trace = false;
  TableOptions tables;
  SaveOptions saving;
};

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

const char* ending_of(ReportFormat format) {
  return format == ReportFormat::json       ? "json"
         : format == ReportFormat::markdown ? "md"
                                            : "txt";
}

std::string text_of(const World& world, const Report& report,
                    const ReportOptions& options) {
  const render::ScoreView view{world.plan(), world.language()};
  if (options.format == ReportFormat::json) {
    render::Json json = render::to_json(report, view, options.trace);
    document::add_tables(json, document::report_tables(report, view));
    return render::dump(json);
  }
  const render::Outline outline = render::to_outline(report, view);
  return options.format == ReportFormat::markdown
             ? outline.to_markdown()
             : outline.to_text(world.style());
}

std::optional<Failure> put(World& world, const Report& report,
                           const ReportOptions& options) {
  const TableFormat format = table_format(options.format);
  if (format == TableFormat::none) {
    return save_or_print(
        world, options.saving,
        document::file_name(report.scope, ending_of(options.format)),
        text_of(world, report, options));
  }
  return put_tables(
      world,
      {document::report_tables(report, {world.plan(), world.language()}),
       world.plan().sheet.title, document::file_name(report.scope, "xlsx"),
       report.caveats},
      format, options.tables, options.saving);
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
  if (const auto failure = put(world, report, options)) {
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
                               {"xlsx", ReportFormat::xlsx},
                               {"csv", ReportFormat::csv}});
  add_table_options(syntax, words, options->tables);
  add_save_options(syntax, words, options->saving);
  syntax.flag("--trace", options->trace,
              words("in JSON, every file and line behind the sums of the plans "
                    "below"));
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
