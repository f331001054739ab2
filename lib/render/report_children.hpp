// The plans of the bodies below in words: what the parts of it share.  Only
// the report_children*.cpp of this room need it.
#pragma once

#include <string>

#include "render/outline.hpp"
#include "rules/roll_up.hpp"

namespace thidua::render {

struct BelowView {
  const ChildrenOfKind& below;
  bool has_figures;  // does the plan above have any to add up?
  Date as_of;
  Language language;
  Outline& out;

  [[nodiscard]] std::string say(const Message& message) const {
    return thidua::say(message, language);
  }
  [[nodiscard]] std::string say(const char* english) const {
    return thidua::say(english, language);
  }
  [[nodiscard]] std::string name(std::size_t row) const {
    return below.rows[row].name();
  }
  void heading(const std::string& text) const {
    out.heading(3, fmt::format("{} · {}", below.kind->name, text));
  }
};

// Sums, targets and awards.
void write_numbers_below(const BelowView& view);

}  // namespace thidua::render
