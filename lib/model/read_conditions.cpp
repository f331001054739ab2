// For whom a rule holds: a part of a score table, a criterion.
#include "model/read_score_parts.hpp"

namespace thidua {

std::vector<AttributeIs> read_wanted_attributes(Fields& f) {
  std::vector<AttributeIs> attributes;
  f.find_some("attribute");
  f.each("attribute", [&](const At<std::string>& key, const yaml::Node& node) {
    expect_some(node, f.found());
    if (!expect_sequence(node, f.found()) || !check_id_key(key, f.found())) {
      return;
    }
    AttributeIs wanted{key, {}};
    for (const yaml::Node& item : node.items()) {
      if (const auto value = scalar_text(item, f.found())) {
        wanted.values.emplace_back(*value);
      }
    }
    attributes.push_back(std::move(wanted));
  });
  return attributes;
}

namespace {

std::optional<Measure> read_figure(Fields& f) {
  const yaml::Node* node = f.find("figure");
  if (node == nullptr) {
    return std::nullopt;
  }
  Fields inner(*node, f.found());
  Measure measure;
  measure.span = node->span();
  measure.of = indicator_itself(inner.id("indicator"));
  measure.op = inner.need<Comparison>("op");
  measure.threshold = inner.need<Exact>("threshold");
  return inner.finish(std::move(measure));
}

}  // namespace

std::optional<Condition> Read<Condition>::from(const yaml::Node& node,
                                               Diagnostics& found) {
  Fields f(node, found);
  expect_some(node, found);
  Condition condition;
  condition.span = node.span();
  f.find_some("kinds");
  condition.kinds = f.ids("kinds");
  f.find_some("subkinds");
  condition.subkinds = f.ids("subkinds");
  condition.attributes = read_wanted_attributes(f);
  if (f.has("fact")) {
    condition.fact = f.section_id("fact");
  }
  condition.role = f.maybe_id("role");
  condition.figure = read_figure(f);
  return f.finish(std::move(condition));
}

}  // namespace thidua
