// results/ and filings/: whose, of which year, for which duty.
#include <unordered_map>

#include "rules/duties.hpp"
#include "rules/references.hpp"

namespace thidua {
namespace {

void check_filing(const CheckRun& run, const Filings& filings,
                  const Filing& filing) {
  const Duty* duty = run.plan.duty(filing.duty.value);
  if (duty == nullptr) {
    expect_known(run, code::unknown_duty, filing.duty,
                 ids_of(run.plan.sheet.duties), no_duty);
    return;
  }
  if (!falls_due_in(*duty, filings.year.value)) {
    run.add(code::duty_not_in_year, filing.duty.span,
            msg("the duty `{0}` is not owed in {1}", duty->id.value,
                filings.year.value),
            duty->due.rhythm == Rhythm::once
                ? msg("it is owed once, in {0}", duty->due.last)
                : msg("it is owed from {0} to {1}", duty->due.first.year,
                      duty->due.last),
            duty->source);
  }
  note_future(run, filing.date.value, filing.date.span);
}

void expect_filed_once(const CheckRun& run, const Filings& filings) {
  std::unordered_map<std::string_view, Span> first;
  for (const Filing& filing : filings.filings) {
    const Duty* duty = run.plan.duty(filing.duty.value);
    if (duty != nullptr && duty->due.rhythm == Rhythm::not_stated) {
      continue;  // nobody knows how often it is owed
    }
    const auto [at, is_new] =
        first.emplace(filing.duty.value, filing.duty.span);
    if (!is_new && !filing.duty.value.empty()) {
      run.add(code::duty_filed_twice, filing.duty.span,
              msg("the duty `{0}` is already filed at {1}", filing.duty.value,
                  place_in_words(run.plan, at->second)),
              msg("keep the filing that counts; a later addition goes in its "
                  "`note`"));
    }
  }
}

}  // namespace

void check_results_and_filings(const CheckRun& run) {
  UnitReferences units(run);
  for (const Results& results : run.plan.results) {
    const Period year = Period::year(results.year.value);
    expect_in_period(run, year, results.year.span);
    if (const Unit* unit = units.expect(results.unit)) {
      expect_enrolled(run, *unit, year, results.year.span);
    }
  }
  for (const Filings& filings : run.plan.filings) {
    expect_in_period(run, Period::year(filings.year.value), filings.year.span);
    if (filings.by_body) {
      expect_known(run, code::unknown_body, filings.owner,
                   ids_of(run.plan.sheet.bodies),
                   N_("the plan declares no body `{0}`"));
    } else if (const Unit* unit = units.expect(filings.owner)) {
      expect_not_ended(run, *unit, Period::year(filings.year.value),
                       filings.year.span);
    }
    for (const Filing& filing : filings.filings) {
      check_filing(run, filings, filing);
    }
    expect_filed_once(run, filings);
  }
}

}  // namespace thidua
