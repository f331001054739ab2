// Judging one criterion for one unit and one period.
//
// A measured criterion is judged from figures; a yes-no or graded one from the
// scorecard, where the last stage that marks it counts.  One that is judged at
// the end of the plan is judged in the periods that reach it.  As of a day: a
// stage dated after it has not marked anything yet.
#pragma once

#include "model/plan.hpp"
#include "rules/applicability.hpp"
#include "rules/counted_marks.hpp"
#include "rules/measuring.hpp"
#include "rules/verdict.hpp"

namespace thidua {

struct Judgement {
  const Criterion* criterion = nullptr;  // null: only a score table has it
  Verdict verdict = Verdict::not_judged;
  Message reason;  // why not judged, not applicable or cannot be judged
  Steps steps;
  const Mark* mark = nullptr;         // the one that counts
  const StageMarks* stage = nullptr;  // whose it is
  const Grade* grade = nullptr;       // of a graded one
  Caveats caveats;
};

// `counting`: whose marks count.
[[nodiscard]] Judgement judge(const Plan& plan, const Unit& unit,
                              const Criterion& criterion, const Period& period,
                              Date today, const Counting& counting = {});

// Is the criterion judged at the end of the plan, which the period does not
// reach?  Then it is not applicable, and the steps show how far the unit got.
[[nodiscard]] bool is_too_early(const Plan& plan, const Criterion& criterion,
                                const Period& period);

// "grade `Tốt`, stage `Thẩm định` (Phòng A, 15/11/2023)"
[[nodiscard]] Message mark_text(const Plan& plan, const CountedMark& counted);

// Null: the set has no such criterion, or there is no set.
[[nodiscard]] const Criterion* find_criterion(const CriteriaSet* set,
                                              std::string_view id);

// Does the criterion apply to the unit, by its subkind and attributes?
[[nodiscard]] Applicability applies_to(const Plan& plan,
                                       const Criterion& criterion,
                                       const Unit& unit);

}  // namespace thidua
