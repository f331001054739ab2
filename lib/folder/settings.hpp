// thidua.toml: settings of the tool for one plan folder, no facts of the plan.
//
//   language = "vi"          words of screens and documents: vi or en
//   due_within_days = 30     how far ahead `thidua` looks for what is due
#pragma once

#include <cstdint>

#include "base/diagnostic.hpp"
#include "model/plan.hpp"

namespace thidua::folder {

[[nodiscard]] Settings read_settings(std::string_view bytes, std::uint32_t file,
                                     Diagnostics& found);

}  // namespace thidua::folder
