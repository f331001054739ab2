#include "folder/shipped.hpp"

#include <algorithm>
#include <iterator>

#include "data/embedded.hpp"
#include "model/read.hpp"
#include "yaml/tree.hpp"

namespace thidua::folder {
namespace {

constexpr std::string_view ending = ".yaml";

std::vector<RuleSet> shipped_rule_sets() {
  std::vector<RuleSet> sets;
  Diagnostics none;  // the tests hold that there are none
  for (const embedded::File& file : embedded::rule_sets()) {
    const auto tree = yaml::read(file.bytes, Span::nowhere, none);
    std::string id(file.path.substr(0, file.path.size() - ending.size()));
    sets.push_back(*read_rule_set(tree->root(), std::move(id), none));
    sets.back().shipped = true;
  }
  std::sort(sets.begin(), sets.end(),
            [](const RuleSet& a, const RuleSet& b) { return a.id < b.id; });
  return sets;
}

BaseWages shipped_base_wages() {
  Diagnostics none;
  const auto tree = yaml::read(embedded::base_wage(), Span::nowhere, none);
  return *read_base_wages(tree->root(), none);
}

// Both are sorted; of two that are the same the plan's own stays.
template <class List, class Less>
void add_missing(List& own, List shipped, const Less& less) {
  List both;
  std::set_union(
      std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()),
      std::make_move_iterator(shipped.begin()),
      std::make_move_iterator(shipped.end()), std::back_inserter(both), less);
  own.swap(both);
}

}  // namespace

void add_shipped_rules(Plan& plan) {
  add_missing(plan.rule_sets, shipped_rule_sets(),
              [](const RuleSet& a, const RuleSet& b) { return a.id < b.id; });
  add_missing(plan.base_wages, shipped_base_wages(),
              [](const ByLaw<BaseWage>& a, const ByLaw<BaseWage>& b) {
                return a.value.from < b.value.from;
              });
}

}  // namespace thidua::folder
