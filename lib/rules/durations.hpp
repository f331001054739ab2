// Durations: how long something has been so, from a date that a unit's record
// gives to the last day of a period.
//
// A unit without the date cannot be judged.
#pragma once

#include "rules/measuring.hpp"

namespace thidua {

// Years from a day to another: whole years, and of the year begun the days that
// have passed over the days it has.  Below 0 where it lies after the other.
[[nodiscard]] Exact years_between(Date from, Date to);

[[nodiscard]] Measured years_since(const YearsSince& since, const Unit& unit,
                                   const Period& period);

[[nodiscard]] Measurement measure(const Duration& rule, const Unit& unit,
                                  const Period& period);

}  // namespace thidua
