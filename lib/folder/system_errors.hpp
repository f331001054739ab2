// What the system refused, in words: its own know no Vietnamese.
#pragma once

#include <string>

#include "base/result.hpp"

namespace thidua::folder {

// For a message: what an errno means.  Seldom ones stay as the system says
// them, in English.
[[nodiscard]] Argument reason_of(int error);

// A folder that could not be opened or listed.
[[nodiscard]] Failure cannot_read_folder(const std::string& path, int error);

}  // namespace thidua::folder
