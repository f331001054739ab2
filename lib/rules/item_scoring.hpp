// One criterion or part of a score table, for one unit: does it apply, whose
// marks count, what its rule gives, and whether that meets it.
#pragma once

#include "rules/scoring.hpp"

namespace thidua {

// What deductions take inside criteria and parts, by their ids.
using Taken = std::map<std::string_view, Exact>;

[[nodiscard]] CriterionScore score_item(const ScoreItem& item,
                                        const ScoreGroup& group,
                                        const CriteriaSet* set,
                                        const ScoreSide& side,
                                        const Taken& taken);

// Does the criterion apply to the unit, as far as the table and the set say?
[[nodiscard]] bool item_applies(const ScoreItem& item, const ScoreGroup& group,
                                const CriteriaSet* set, const ScoreSide& side);

// A criterion that no table names, or one of a table that weighs all the same:
// `max` is then its part.
[[nodiscard]] CriterionScore score_criterion(const Criterion& criterion,
                                             const std::optional<Exact>& max,
                                             const UnitScore& score,
                                             const Plan& plan, Date today);

}  // namespace thidua
