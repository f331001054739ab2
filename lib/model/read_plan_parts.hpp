// The parts of plan.yaml, each read by a file of its own.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "model/fields.hpp"
#include "model/plan_sheet.hpp"

namespace thidua {

// What the document says of itself: issuer, signature, parents, clauses.
void read_plan_document(Fields& f, PlanSheet& sheet);
// What the plan judges by: kinds, grades, figures, targets, occasions.
void read_plan_rules(Fields& f, PlanSheet& sheet);
// Who owes what to whom, and when: timeline, bodies, duties.
void read_plan_duties(Fields& f, PlanSheet& sheet);

THIDUA_READS(AssumableYear);
THIDUA_READS(Absence);

// A list, or `{none: true}` in its place: then `none` is there and the list
// empty.
template <class T>
std::vector<T> read_list_or_none(Fields& f, std::string_view key,
                                 std::optional<Absence>& none) {
  const yaml::Node* node = f.find(key);
  if (node != nullptr && node->is_mapping()) {
    none = read_as<Absence>(*node, f.found());
    return {};
  }
  return node == nullptr ? std::vector<T>{}
                         : read_as<std::vector<T>>(*node, f.found())
                               .value_or(std::vector<T>{});
}

// `every: year` is the only rhythm a plan has shown so far.
bool read_every_year(Fields& f);

// The entries of a mapping of ids, each read by `read_one`.
template <class T>
std::vector<T> read_map(Fields& f, std::string_view key,
                        T (*read_one)(At<std::string>, Fields&)) {
  std::vector<T> values;
  f.each(key, [&](const At<std::string>& id, const yaml::Node& node) {
    Fields inner(node, f.found());
    if (inner.usable() && check_id_key(id, f.found())) {
      values.push_back(read_one(id, inner));
      inner.done();
    }
  });
  return values;
}

}  // namespace thidua
