// Proof that a duty was done: filings/<year>/<owner>.yaml.
#pragma once

#include <optional>
#include <string>

#include "base/file_change.hpp"
#include "base/result.hpp"
#include "change/typed.hpp"

namespace thidua::change {

struct NewFiling {
  std::string owner;        // a unit, or a body of the plan
  std::string duty;         // id or name
  std::optional<int> year;  // else that of the date, unless one is still open
  Date date{};
  std::string document;
  std::string late_reason;
  std::string note;
  bool illustrative = false;
};

[[nodiscard]] Result<FileChange> receive(const Plan& plan,
                                         const NewFiling& filing);

}  // namespace thidua::change
