// Sheets that people hand over, from anywhere on the disk.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.hpp"

namespace thidua::folder {

// At most `limit` + 1 bytes, so that the caller sees what is too long.  A pipe
// or device is not waited for.
[[nodiscard]] Result<std::string> read_sheet(const std::string& path,
                                             std::size_t limit);

}  // namespace thidua::folder
