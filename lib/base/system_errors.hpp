// What the system refused, in words: its own know no Vietnamese.
#pragma once

#include "base/message.hpp"

namespace thidua {

// For a message: what an errno means.  Seldom ones stay as the system says
// them, in English.
[[nodiscard]] Argument reason_of(int error);

}  // namespace thidua
