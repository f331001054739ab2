// A new unit: units/<id>.yaml.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/file_change.hpp"
#include "base/result.hpp"
#include "change/typed.hpp"

namespace thidua::change {

struct NewUnit {
  std::string name;
  std::string kind;  // id or name
  std::string parent;
  std::string cluster;  // id or name; empty: none
  std::string id;  // whole or its last segment; empty: the slug of the name
  // subkind, class, from, to, assumed, note, contact or an attribute of the
  // office's own
  std::vector<Setting> settings;
  bool illustrative = false;
};

// The id that the unit gets; fails where there can be none.
[[nodiscard]] Result<std::string> id_of(const NewUnit& unit);

// Its record and, where it is in a cluster, clusters.yaml with it as a member.
// `plan` has at least the unit and its parents, as far as they are there.
[[nodiscard]] Result<std::vector<FileChange>> add_unit(const Plan& plan,
                                                       const NewUnit& unit);

}  // namespace thidua::change
