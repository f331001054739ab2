// The plan's own targets (section II.2 of a plan) against results.
#pragma once

#include <vector>

#include "model/plan.hpp"
#include "rules/measuring.hpp"

namespace thidua {

struct TargetResult {
  const Target* target = nullptr;
  Period period;
  Measurement measurement;  // cannot_judge where figures are missing
};

// Every target of the plan for one year, from the figures known on a day.
[[nodiscard]] std::vector<TargetResult> target_results(const Plan& plan,
                                                       int year, Date today);

}  // namespace thidua
