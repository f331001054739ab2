// Totalling: from the points of the criteria to the total of a unit.
#pragma once

#include "rules/scoring.hpp"

namespace thidua {

// Fills total, max, bonus, deduction and the steps from what has been scored.
// No total where a criterion that applies, a bonus or a deduction has no
// answer.
void settle_total(const KindTable& rules, UnitScore& score);

}  // namespace thidua
