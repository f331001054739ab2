// E-mail addresses, as people in offices have them.
#pragma once

#include <string_view>

namespace thidua {

// `local@domain` in plain ASCII: letters, digits and `._+-'` before the `@`; a
// domain of two parts at least after it; 254 characters at most.  What is
// allowed elsewhere but unheard of (quotes, comments, `user@[192.0.2.1]`) is
// refused.
[[nodiscard]] bool is_email(std::string_view text);

}  // namespace thidua
