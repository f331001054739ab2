// How a last day came about, in words.
#pragma once

#include <string>

#include "render/values.hpp"
#include "rules/deadlines.hpp"

namespace thidua::render {

// "Quyết định 31/QĐ-UBND"
[[nodiscard]] std::string amendment_name(const Amendment& amendment,
                                         Language language);

// Where it is not the plan's own: by which decision, how much more time, off
// which day off; and how far more time may go.  Empty where nothing is to be
// said.
[[nodiscard]] std::string deadline_words(const Deadline& deadline,
                                         Language language);

}  // namespace thidua::render
