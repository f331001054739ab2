// Colours of a terminal, or none.
#pragma once

#include <string>
#include <string_view>

namespace thidua::render {

enum class Ink { plain, bold, red, yellow, blue, green, dim };

class Style {
 public:
  explicit Style(bool colour) : colour_(colour) {}
  [[nodiscard]] std::string operator()(Ink ink, std::string_view text) const;

 private:
  bool colour_;
};

}  // namespace thidua::render
