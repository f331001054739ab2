// Judging one criterion for one unit and one period.
//
// A measured criterion is judged from figures; a yes-no or graded one from the
// scorecard, where the last stage that marks it counts.  As of a day: a stage
// dated after it has not marked anything yet.
#pragma once

#include "model/plan.hpp"
#include "rules/measuring.hpp"
#include "rules/verdict.hpp"

namespace thidua {

struct Judgement {
  const Criterion* criterion = nullptr;
  Verdict verdict = Verdict::not_judged;
  Message reason;  // why not judged, not applicable or cannot be judged
  Steps steps;
  const Mark* mark = nullptr;         // the one that counts
  const StageMarks* stage = nullptr;  // whose it is
  const Grade* grade = nullptr;       // of a graded one
  Caveats caveats;
};

[[nodiscard]] Judgement judge(const Plan& plan, const Unit& unit,
                              const Criterion& criterion, const Period& period,
                              Date today);

// The name of a stage as the plan gives it, or its id.
[[nodiscard]] std::string_view stage_name(const Plan& plan,
                                          std::string_view id);

}  // namespace thidua
