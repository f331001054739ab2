// What scores would be if a mark or figure were another: `score UNIT
// --what-if KEY=VALUE`.  Nothing is written.
#pragma once

#include <string>
#include <vector>

#include "command.hpp"

namespace thidua::cmd {

// KEY: what may be marked of the unit, else a figure or assigned target.
[[nodiscard]] ExitStatus try_out(World& world, const std::string& unit,
                                 const std::string& period,
                                 const std::vector<std::string>& settings);

}  // namespace thidua::cmd
