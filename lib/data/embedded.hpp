// Files of lib/data that the build puts into the binary.
#pragma once

#include <string_view>

namespace thidua::embedded {

// The Vietnamese messages, as a compiled gettext catalogue.
std::string_view messages_vi();

}  // namespace thidua::embedded
