// Gathering what the plan folders below a plan give to its report.
#pragma once

#include <vector>

#include "rules/roll_up.hpp"
#include "world.hpp"

namespace thidua::cmd {

// One for each of the plan's children, read several at a time; none of them is
// kept longer than it takes to sum it up.  `year`: of the report.
[[nodiscard]] std::vector<GatheredChild> gather_children(const World& world,
                                                         int year);

// Says on the error stream how many could not be read or have faults, and
// turns `ok` into `findings`, for the answer is without them.
[[nodiscard]] ExitStatus conclude_gathering(World& world, const RollUp& all,
                                            ExitStatus status);

}  // namespace thidua::cmd
