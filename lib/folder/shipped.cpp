#include "folder/shipped.hpp"

#include <algorithm>
#include <iterator>

#include "data/embedded.hpp"
#include "folder/layout.hpp"
#include "model/read.hpp"
#include "yaml/tree.hpp"

namespace thidua::folder {
namespace {

std::vector<RuleSet> read_rule_sets() {
  std::vector<RuleSet> sets;
  Diagnostics none;  // the tests hold that there are none
  for (const embedded::File& file : embedded::rule_sets()) {
    const auto tree = yaml::read(file.bytes, Span::nowhere, none);
    std::string id(
        file.path.substr(0, file.path.size() - record_ending.size()));
    sets.push_back(*read_rule_set(tree->root(), std::move(id), none));
    sets.back().shipped = true;
  }
  std::sort(sets.begin(), sets.end(),
            [](const RuleSet& a, const RuleSet& b) { return a.id < b.id; });
  return sets;
}

BaseWages read_wages() {
  Diagnostics none;
  const auto tree = yaml::read(embedded::base_wage(), Span::nowhere, none);
  return *read_base_wages(tree->root(), none);
}

struct Shipped {
  std::vector<RuleSet> rule_sets = read_rule_sets();
  BaseWages base_wages = read_wages();
};

// Read once, however many plan folders are gathered.
const Shipped& shipped() {
  static const Shipped all;
  return all;
}

// Both are sorted; of two that are the same the plan's own stays.
template <class List, class Less>
void add_missing(List& own, const List& shipped, const Less& less) {
  List both;
  std::set_union(own.begin(), own.end(), shipped.begin(), shipped.end(),
                 std::back_inserter(both), less);
  own.swap(both);
}

}  // namespace

std::future<void> start_reading_shipped_rules() {
  return std::async(std::launch::async, [] { shipped(); });
}

void add_shipped_rules(Plan& plan) {
  add_missing(plan.rule_sets, shipped().rule_sets,
              [](const RuleSet& a, const RuleSet& b) { return a.id < b.id; });
  add_missing(plan.base_wages, shipped().base_wages,
              [](const ByLaw<BaseWage>& a, const ByLaw<BaseWage>& b) {
                return a.value.from < b.value.from;
              });
}

}  // namespace thidua::folder
