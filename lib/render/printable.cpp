#include "render/printable.hpp"

#include "base/text.hpp"

namespace thidua::render {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// C1 controls and the marks that turn the direction of writing around.
bool is_unsafe_pair(std::string_view rest) {
  if (rest.starts_with("\xC2") && rest.size() > 1 &&
      static_cast<unsigned char>(rest[1]) < 0xA0) {
    return true;
  }
  if (!rest.starts_with("\xE2") || rest.size() < 3) {
    return false;
  }
  const auto second = static_cast<unsigned char>(rest[1]);
  const auto third = static_cast<unsigned char>(rest[2]);
  return (second == 0x80 && third >= 0xA8 && third <= 0xAE) ||
         (second == 0x81 && third >= 0xA6 && third <= 0xA9);
}

std::size_t character_length(std::string_view rest) {
  std::size_t length = 1;
  while (length < rest.size() &&
         (static_cast<unsigned char>(rest[length]) & 0xC0U) == 0x80U) {
    ++length;
  }
  return length;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = character_length(text);
    const std::string_view character = text.substr(0, length);
    if (first == '\t') {
      safe += ' ';
    } else if (first < 0x20 || first == 0x7F || is_unsafe_pair(character) ||
               find_invalid_utf8(character)) {
      safe += replacement;
    } else {
      safe += character;
    }
    text.remove_prefix(length);
  }
  return safe;
}

}  // namespace thidua::render
