#include "render/style.hpp"

#include <array>

namespace thidua::render {

std::string Style::operator()(Ink ink, std::string_view text) const {
  static constexpr std::array<std::string_view, 7> codes{
      "0", "1", "1;31", "1;33", "1;34", "32", "2"};
  if (!colour_ || ink == Ink::plain || text.empty()) {
    return std::string(text);
  }
  std::string inked = "\x1b[";
  inked += codes.at(static_cast<std::size_t>(ink));
  inked += 'm';
  inked += text;
  inked += "\x1b[0m";
  return inked;
}

}  // namespace thidua::render
