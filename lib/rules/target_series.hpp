// The plan's targets year by year: how they came along.
//
// Years    those of the plan's period through the year of a report.  One that a
//          change is counted from has no value of its own: not applicable.
// Errors   none: a year without figures says why it has no value.
// Plan     section II.2 of a plan.
#pragma once

#include <optional>
#include <vector>

#include "rules/targets.hpp"
#include "rules/timeline.hpp"

namespace thidua {

struct TargetSeries {
  const Target* target = nullptr;
  std::optional<Exact> threshold;   // nothing: it is no number of the plan's
  std::vector<TargetResult> years;  // first to last; at least one
  Caveats caveats;
};

// `latest`: the targets as judged for `year`, which come last in each series;
// the figures of other years are those known on a day.
[[nodiscard]] std::vector<TargetSeries> target_series(
    const Plan& plan, const std::vector<TargetResult>& latest, int year,
    Date today);

}  // namespace thidua
