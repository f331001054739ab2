// Marks as people type them, read as what the criterion takes: a grade, a
// level, yes or no, a number; `n/a` where it does not apply, and that the
// scorer stands aside.
#pragma once

#include <string>
#include <vector>

#include "change/scorecards.hpp"
#include "rules/markables.hpp"
#include "yaml/value.hpp"

namespace thidua::change {

// A mark as a record holds it: one key and its value.
struct NewMark {
  std::string criterion;
  std::string key;  // grade, done, number, applies or recused
  yaml::Value value;
  std::string reason{};
};

// In the order typed.  Fails on a criterion that cannot be marked, a mark it
// does not take, and a criterion that is marked twice.
[[nodiscard]] Result<std::vector<NewMark>> read_marks(
    const Plan& plan, const std::vector<Markable>& list,
    const std::vector<TypedMark>& typed);

}  // namespace thidua::change
