#include "render/printable.hpp"

#include "base/utf8.hpp"

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

}  // namespace

std::string printable(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    const auto first = static_cast<unsigned char>(text.front());
    const CodePoint next = decode_utf8(text, 0);
    const std::string_view character = text.substr(0, next.length);
    if (first == '\t') {
      safe += ' ';
    } else if (first < 0x20 || first == 0x7F || !next.valid ||
               is_unsafe_pair(character)) {
      safe += replacement;
    } else {
      safe += character;
    }
    text.remove_prefix(next.length);
  }
  return safe;
}

}  // namespace thidua::render
