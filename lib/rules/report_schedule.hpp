// Who reported and when, and what the plan sets for the time to come.
//
// Errors   none.
// Files    filings/<year>/<unit or body>.yaml prove what was done.
// Plan     sections V (timeline) and VI (duties) of a plan.
#pragma once

#include <vector>

#include "model/plan.hpp"
#include "rules/duties.hpp"
#include "rules/timeline.hpp"

namespace thidua {

// One duty in one year.  The lists: by kind in the plan's order, then name.
struct DutyRecord {
  DutyDate when;
  std::vector<DutyState> on_time;
  std::vector<DutyState> late;
  std::vector<DutyState> not_yet;  // none where nobody knows how often
  Caveats caveats;
};

// Every duty of the years, by year and last day; then those that have no year:
// what is owed once as of the last of the years, the others with what was filed
// in each.  `duties`: as duty_states() gives them.
[[nodiscard]] std::vector<DutyRecord> duty_records(
    const Plan& plan, const std::vector<int>& years,
    const std::vector<DutyState>& duties, Date today);

// What the plan sets from a day on to the end of the year after the report's:
// from `as_of` while the report's year runs, once it is over from the year
// after it.
struct PlannedSteps {
  Period window;
  // In the plan's order, without those that are one of the duties.
  std::vector<const TimelineEntry*> timeline;
  std::vector<DutyDate> duties;  // by last day
  Caveats caveats;

  [[nodiscard]] bool empty() const {
    return timeline.empty() && duties.empty();
  }
};

[[nodiscard]] PlannedSteps planned_steps(const Plan& plan, int year,
                                         Date as_of);

}  // namespace thidua
