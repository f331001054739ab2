// One criterion or part of a score table, for one unit: does it apply, whose
// marks count, what its rule gives, and whether that meets it.
#pragma once

#include "rules/scoring.hpp"

namespace thidua {

// `taken`: what deductions take inside this criterion.
[[nodiscard]] CriterionScore score_item(const ScoreItem& item,
                                        const ScoreGroup& group,
                                        const CriteriaSet* set,
                                        const ScoreSide& side,
                                        const Exact& taken);

// A criterion that no table names, or one of a table that weighs all the same:
// `max` is then its part.
[[nodiscard]] CriterionScore score_criterion(const Criterion& criterion,
                                             const std::optional<Exact>& max,
                                             const UnitScore& score,
                                             const Plan& plan, Date today);

}  // namespace thidua
