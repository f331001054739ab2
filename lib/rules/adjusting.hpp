// Bonus and deductions of a score table, for one unit.
//
// What nobody recorded is nothing: nobody claimed it.  Lateness is worked out
// from filings, never typed.
#pragma once

#include "rules/scoring.hpp"

namespace thidua {

// `criteria`: what goes over the plan in these gives a bonus.
[[nodiscard]] AdjustmentScore adjustment(
    const Adjustment& item, const ScoreSide& side,
    const std::vector<CriterionScore>& criteria);
// All of a list, in its order.
[[nodiscard]] std::vector<AdjustmentScore> adjustments(
    const std::vector<Adjustment>& items, const ScoreSide& side,
    const std::vector<CriterionScore>& criteria);

// The criterion or part of this id among them; null where there is none.
[[nodiscard]] const CriterionScore* find_score(
    const std::vector<CriterionScore>& criteria, std::string_view id);

}  // namespace thidua
