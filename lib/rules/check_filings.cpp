// results/ and filings/: whose, of which year, for which duty.
#include "rules/duties.hpp"
#include "rules/references.hpp"

namespace thidua {
namespace {

constexpr const char* no_duty = N_("the plan declares no duty `{0}`");

void check_filing(const CheckRun& run, const Filings& filings,
                  const Filing& filing) {
  const Duty* duty = run.plan.duty(filing.duty.value);
  if (duty == nullptr) {
    expect_known(run, code::unknown_duty, filing.duty,
                 ids_of(run.plan.sheet.duties), no_duty);
    return;
  }
  if (!falls_due_in(*duty, filings.year.value)) {
    run.add(
        code::duty_not_in_year, filing.duty.span,
        msg("the duty `{0}` is not owed in {1}", duty->id.value,
            filings.year.value),
        msg("it is owed from {0} to {1}", duty->due.first.year, duty->due.last),
        duty->source);
  }
  note_future(run, filing.date.value, filing.date.span);
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
    } else {
      units.expect(filings.owner);
    }
    for (const Filing& filing : filings.filings) {
      check_filing(run, filings, filing);
    }
  }
}

}  // namespace thidua
