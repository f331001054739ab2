// The order in which people read units: by kind as the plan lists them, and
// within a kind along the tree, neighbours by name in Vietnamese order.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/plan.hpp"

namespace thidua::render {

class UnitOrder {
 public:
  explicit UnitOrder(const Plan& plan);

  [[nodiscard]] const std::vector<const Unit*>& units() const { return units_; }
  // Those directly below a unit.
  [[nodiscard]] const std::vector<const Unit*>& children(
      std::string_view id) const;
  // Where a unit stands among all; an unknown one stands last.
  [[nodiscard]] std::size_t place(std::string_view id) const;

 private:
  void add_tree(const Unit& unit);

  std::unordered_map<std::string_view, std::vector<const Unit*>> children_;
  std::vector<const Unit*> units_;
  std::unordered_map<std::string_view, std::size_t> places_;
};

// Is it the unit or one below it?
[[nodiscard]] bool is_within(std::string_view id, std::string_view above);

}  // namespace thidua::render
