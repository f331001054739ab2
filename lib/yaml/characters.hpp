// Which characters a record may hold, and which need a look at their form; the
// place of one that is not there.
#pragma once

#include <optional>
#include <string_view>

#include "base/codes.hpp"

namespace thidua::yaml {

inline constexpr auto npos = std::string_view::npos;

// TD0102 or TD0103 for a character that no record may hold, not even escaped.
[[nodiscard]] inline std::optional<Code> refusal_of(char32_t c) {
  if (c == 0x85 || c == 0x2028 || c == 0x2029) {
    return code::line_separator;
  }
  const bool control = (c < 0x20 && c != '\t' && c != '\n') ||
                       (c >= 0x7F && c < 0xA0) || c == 0xFEFF || c == 0xFFFE ||
                       c == 0xFFFF;
  if (control) {
    return code::control_character;
  }
  return std::nullopt;
}

// Blocks in which no character takes part in composition: Latin up to the
// combining marks, the Vietnamese letters, punctuation, currency.  Text of
// nothing else is in normal form C.
[[nodiscard]] inline bool surely_nfc(char32_t c) {
  return c < 0x300 || (c >= 0x1E00 && c <= 0x1EFF) ||
         (c >= 0x2002 && c <= 0x20CF);
}

}  // namespace thidua::yaml
