// The person at the terminal, if there is one.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace thidua::cmd {

// Puts a question and gives back the line typed; nothing at the end of the
// input.  An empty function where nobody is there to answer.
using Ask = std::function<std::optional<std::string>(const std::string&)>;

}  // namespace thidua::cmd
