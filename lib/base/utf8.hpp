// One character of UTF-8 at a time, for the text functions of this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace thidua {

struct CodePoint {
  char32_t value = 0;      // U+FFFD where the bytes are invalid
  std::size_t length = 1;  // bytes to step over, at least 1
  bool valid = true;
};

// The character that begins at `at`; at < text.size().  Invalid bytes are
// stepped over as Unicode advises: the longest beginning of a character that
// could have been valid is one U+FFFD.
[[nodiscard]] inline CodePoint decode_utf8(std::string_view text,
                                           std::size_t at);

// The same for a character outside ASCII.
[[nodiscard]] CodePoint decode_beyond_ascii(std::string_view text,
                                            std::size_t at);

inline CodePoint decode_utf8(std::string_view text, std::size_t at) {
  const auto first = static_cast<std::uint8_t>(text[at]);
  return first < 0x80 ? CodePoint{.value = first}
                      : decode_beyond_ascii(text, at);
}

}  // namespace thidua
