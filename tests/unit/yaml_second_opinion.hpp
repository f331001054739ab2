// What yaml-cpp makes of a text that our reader has read.
#pragma once

#include <yaml-cpp/yaml.h>

#include <string>
#include <vector>

#include "unit/yaml_reading.hpp"

namespace thidua::yaml {

// Where the two differ; empty if they agree.
inline std::string difference(const Node& ours, const YAML::Node& theirs,
                              const std::string& path) {
  if (ours.is_scalar()) {
    const bool same =
        ours.core_type() == CoreType::null
            ? theirs.IsNull()
            : theirs.IsScalar() && to_nfc(theirs.Scalar()) == ours.text();
    return same ? "" : path + " is " + theirs.Scalar();
  }
  const std::size_t count =
      ours.is_sequence() ? ours.items().size() : ours.entries().size();
  const bool same_kind =
      ours.is_sequence() ? theirs.IsSequence() : theirs.IsMap();
  if (!same_kind || theirs.size() != count) {
    return path + " is of another kind or size";
  }
  auto other = theirs.begin();
  std::string found;
  for (const Node& item : ours.items()) {
    found += difference(item, *other++, path + "/-");
  }
  for (const auto& [key, value] : ours.entries()) {
    if (to_nfc(other->first.Scalar()) != key.text()) {
      return path + " has the key " + other->first.Scalar();
    }
    found +=
        difference(value, other->second, path + "/" + other->first.Scalar());
    ++other;
  }
  return found;
}

// Empty if it agrees with a reading that gave a tree.
inline std::string second_opinion(const Reading& reading) {
  try {
    const std::vector<YAML::Node> all = YAML::LoadAll(reading.source);
    if (all.size() != 1) {
      return "another number of documents";
    }
    return difference(reading.tree->root(), all.front(), "");
  } catch (const YAML::Exception& refused) {
    return refused.what();
  }
}

}  // namespace thidua::yaml
