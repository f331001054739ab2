#include "render/unit_order.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace thidua::render {
namespace {

std::size_t kind_place(const Plan& plan, const Unit& unit) {
  const UnitKind* kind = plan.kind(unit.kind.value);
  return kind == nullptr
             ? plan.sheet.kinds.size()
             : static_cast<std::size_t>(kind - plan.sheet.kinds.data());
}

}  // namespace

UnitOrder::UnitOrder(const Plan& plan) {
  // A unit whose parent has no record stands at the top, or it would be lost.
  for (const Unit& unit : plan.units) {
    const bool has_parent = plan.unit(unit.parent()) != nullptr;
    children_[has_parent ? unit.parent() : std::string_view{}].push_back(&unit);
  }
  for (auto& [parent, below] : children_) {
    std::stable_sort(
        below.begin(), below.end(), [](const Unit* a, const Unit* b) {
          return compare_vietnamese(a->name.value, b->name.value) < 0;
        });
  }
  units_.reserve(plan.units.size());
  for (const Unit* unit : children({})) {
    add_tree(*unit);
  }
  std::stable_sort(units_.begin(), units_.end(),
                   [&](const Unit* a, const Unit* b) {
                     return kind_place(plan, *a) < kind_place(plan, *b);
                   });
  for (std::size_t i = 0; i < units_.size(); ++i) {
    places_.emplace(units_[i]->id, i);
  }
}

// Ids have at most 200 bytes, so the tree is never deep.
void UnitOrder::add_tree(const Unit& unit) {
  units_.push_back(&unit);
  for (const Unit* each : children(unit.id)) {
    add_tree(*each);
  }
}

const std::vector<const Unit*>& UnitOrder::children(std::string_view id) const {
  static const std::vector<const Unit*> none;
  const auto at = children_.find(id);
  return at == children_.end() ? none : at->second;
}

std::size_t UnitOrder::place(std::string_view id) const {
  const auto at = places_.find(id);
  return at == places_.end() ? units_.size() : at->second;
}

bool is_within(std::string_view id, std::string_view above) {
  return id.starts_with(above) &&
         (id.size() == above.size() || id[above.size()] == '/');
}

}  // namespace thidua::render
