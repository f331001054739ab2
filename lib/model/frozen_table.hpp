// FrozenTable: a score table as it was when it was frozen, rule by rule, so
// that a later change can be named.
//
// Files    frozen-tables/<id of the table>.yaml, written by
//          `thidua score --freeze`.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "model/fact.hpp"
#include "yaml/tree.hpp"

namespace thidua {

// One scalar of a record and the keys that lead to it, joined by dots; an item
// of a list is named by its id, else by its number: `tables.commune.total`.
struct RecordLine {
  std::string path;
  std::string value;
  Span span{};
};

struct FrozenTable {
  std::string id;  // of the score table
  At<Date> on;
  std::string by;
  std::vector<RecordLine> lines;
  Span span{};
};

// Every scalar of a score table that is a rule: all but remarks (note, source).
[[nodiscard]] std::vector<RecordLine> rule_lines(const yaml::Node& root);

}  // namespace thidua
