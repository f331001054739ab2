// What is taken from figures: do the indicators and targets exist, and are they
// counted in units that fit together?  For criteria, targets of the plan and
// score tables.
#pragma once

#include <optional>

#include "rules/references.hpp"

namespace thidua {

void check_measure(const CheckRun& run, const Measure& measure);
void expect_indicator(const CheckRun& run, const At<std::string>& id);

// A number that a rule of a score table works with.
void check_amount(const CheckRun& run, const Amount& amount);
// What was reached and what was wanted of it, where one is divided by the
// other.
void check_amounts(const CheckRun& run, const Amount& reached,
                   const Amount& wanted);

}  // namespace thidua
