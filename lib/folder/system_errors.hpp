// What cannot be read of a folder, in words.
#pragma once

#include <string>

#include "base/result.hpp"
#include "base/system_errors.hpp"

namespace thidua::folder {

// A folder that could not be opened or listed.
[[nodiscard]] Failure cannot_read_folder(const std::string& path, int error);

}  // namespace thidua::folder
