// thidua record: figures and assigned targets of a unit, or what it did.
// The records are made in lib/change/figures and results; the page is
// man/thidua-record.1.
#include "arguments.hpp"
#include "base/text.hpp"
#include "change/figures.hpp"
#include "change/results.hpp"
#include "writing.hpp"

namespace thidua::cmd {
namespace {

struct RecordOptions {
  std::string unit;
  std::vector<std::string> values;
  std::vector<std::string> results;
  std::string period;
  std::string as_of;
  std::string status;
  std::string standard;
  std::string source;
  WriteOptions writing;
};

Result<FileChange> record_figures(const RecordOptions& options,
                                  const Plan& plan, const Unit& unit,
                                  Date today) {
  const auto period = find_figure_period(plan, options.period, today);
  const auto values = change::parse_settings(options.values);
  if (!period || !values) {
    return period ? values.error() : period.error();
  }
  const auto as_of = find_day(options.as_of);
  if (!as_of) {
    return as_of.error();
  }
  return change::record_figures(
      plan,
      {unit.id, *period, *values, *as_of, options.status, options.standard,
       options.source, options.writing.illustrative},
      today);
}

Result<FileChange> record_results(const RecordOptions& options,
                                  const Plan& plan, const Unit& unit,
                                  Date today) {
  if (!options.as_of.empty() || !options.status.empty() ||
      !options.standard.empty() || !options.source.empty()) {
    return Failure{ExitStatus::usage,
                   msg("what a unit did has no day, status, standard or "
                       "source of its own"),
                   msg("leave --as-of, --status, --standard and --source out")};
  }
  const auto period = find_period(plan, options.period, today);
  if (period && period->kind() != Period::Kind::year) {
    return Failure{ExitStatus::usage,
                   msg("what a unit did is recorded by the year, not for {0}",
                       period->to_string()),
                   msg("say --period {0}", period->closing_year())};
  }
  const auto entries = change::parse_settings(options.results);
  if (!period || !entries) {
    return period ? entries.error() : period.error();
  }
  return change::record_results(plan, {unit.id, period->closing_year(),
                                       *entries, options.writing.illustrative});
}

Result<FileChange> record(const RecordOptions& options, const Plan& plan,
                          Date today) {
  const auto unit = find_opened_unit(plan, options.unit);
  if (!unit) {
    return unit.error();
  }
  if (options.values.empty() == options.results.empty()) {
    return Failure{ExitStatus::usage,
                   options.values.empty()
                       ? msg("nothing was given to record")
                       : msg("figures and results are two records"),
                   msg("give figures such as \"hộ nghèo=30\", or what the "
                       "unit did with --result")};
  }
  return options.results.empty() ? record_figures(options, plan, **unit, today)
                                 : record_results(options, plan, **unit, today);
}

ExitStatus run(const RecordOptions& options, World& world) {
  return write(
      world, {to_nfc(options.unit)}, options.writing,
      [&](const Plan& plan) { return record(options, plan, world.today()); });
}

}  // namespace

Run setup_record(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<RecordOptions>();
  syntax.required_argument(words("UNIT"), options->unit,
                           words("the unit it is about"));
  syntax.arguments(words("FIGURE=NUMBER"), options->values,
                   words("figures and assigned targets, by id or name"));
  syntax.options("--result", options->results, words("LIST=TEXT"),
                 words("what the unit did, such as \"models=Nuôi bò; "
                       "households=12\""));
  syntax.option("--period", options->period, words("PERIOD"),
                words("year, half-year, quarter or month (else this year)"));
  syntax.option("--as-of", options->as_of, words("DATE"),
                words("the day of the count (else today)"));
  syntax.option("--status", options->status, "estimate|preliminary|official",
                words("how sure the count is (else estimate)"));
  syntax.option("--standard", options->standard, words("TEXT"),
                words("the poverty standard (else that of the last count)"));
  syntax.option("--source", options->source, words("TEXT"),
                words("where the figures come from"));
  add_write_options(syntax, words, options->writing);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
