// Plans side by side, for a screen and for a machine.
#pragma once

#include <string>
#include <vector>

#include "render/card.hpp"
#include "rules/comparing.hpp"

namespace thidua::render {

struct ComparisonView {
  std::vector<std::string> folders;  // of the plans, as they were named
  Language language;
  Date today;
};

// Each thing with what every plan says of it; what a plan lacks is said.
[[nodiscard]] std::string to_text(const SideBySide& comparison,
                                  const ComparisonView& view,
                                  const Style& style);
// {"plans": […], "kinds": [{"name", "plans": [… or null]}], "forms" …}: each
// thing as `list` and `show` give it.
[[nodiscard]] Json to_json(const SideBySide& comparison,
                           const ComparisonView& view);

}  // namespace thidua::render
