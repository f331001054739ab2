// The person at the terminal, if there is one.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/result.hpp"

namespace thidua::cmd {

// Puts a question and gives back the line typed; nothing at the end of the
// input, and then the line of the question is ended.  An empty function where
// nobody is there to answer.
using Ask = std::function<std::optional<std::string>(const std::string&)>;

// Why an answer cannot be taken, if it cannot.
using Check = std::function<std::optional<Failure>(const std::string&)>;

// Says why.
using Complain = std::function<void(const Failure&)>;

}  // namespace thidua::cmd
