// The parts of the table of codes, one for each file it is written in.
#pragma once

#include <span>

#include "base/codes.hpp"

namespace thidua::codes_table {

[[nodiscard]] std::span<const CodeInfo> bytes();         // TD01
[[nodiscard]] std::span<const CodeInfo> shape();         // TD02
[[nodiscard]] std::span<const CodeInfo> references();    // TD03
[[nodiscard]] std::span<const CodeInfo> facts();         // TD04, TD05
[[nodiscard]] std::span<const CodeInfo> score_tables();  // TD0514 and on
[[nodiscard]] std::span<const CodeInfo> awards();        // TD06
[[nodiscard]] std::span<const CodeInfo> parents();       // TD07
[[nodiscard]] std::span<const CodeInfo> files();         // TD09

}  // namespace thidua::codes_table
