// Asking a person at the terminal for the marks of a unit.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "change/scorecards.hpp"
#include "world.hpp"

namespace thidua::cmd {

// Goes through the criteria that are marked by a person, shows what is marked
// already, and asks for each until the answer is a mark.  An empty answer
// leaves a criterion as it is; the end of the input ends the asking.  A reason
// is asked for where an earlier stage marked otherwise.
// `request` has no marks yet; world.ask() is not empty.
[[nodiscard]] Result<std::vector<change::TypedMark>> ask_for_marks(
    World& world, const change::MarkRequest& request);

}  // namespace thidua::cmd
