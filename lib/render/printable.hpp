// Text from files and arguments, made safe for a terminal: control characters
// and invalid bytes become U+FFFD, a tab becomes a space.
#pragma once

#include <string>
#include <string_view>

namespace thidua::render {

[[nodiscard]] std::string printable(std::string_view text);

}  // namespace thidua::render
