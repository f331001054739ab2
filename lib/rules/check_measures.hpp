// What is taken from figures: do the indicators and targets exist, and are they
// counted in units that fit together?  For criteria, targets of the plan and
// score tables.
#pragma once

#include <functional>
#include <optional>

#include "rules/references.hpp"

namespace thidua {

void check_measure(const CheckRun& run, const Measure& measure);
void expect_indicator(const CheckRun& run, const At<std::string>& id);

// The years since an attribute are counted: is it a date in every unit that has
// it?  Of the units that `asked` holds for.
void expect_dates(const CheckRun& run, const YearsSince& since,
                  const std::function<bool(const Unit&)>& asked);

// A number that a rule of a score table works with.
void check_amount(const CheckRun& run, const Amount& amount);
// What was reached and what was wanted of it, where one is divided by the
// other.
void check_amounts(const CheckRun& run, const Amount& reached,
                   const Amount& wanted);

}  // namespace thidua
