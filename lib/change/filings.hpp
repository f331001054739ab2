// Proof that a duty was done, and more time for one:
// filings/<year>/<owner>.yaml.
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

// More time for a duty of one owner.
struct NewExtension {
  std::string owner;        // a unit, or a body of the plan
  std::string duty;         // id or name
  std::optional<int> year;  // else that of the day
  Date until{};             // the last day on time
  Date granted{};
  std::string reason;
  std::string document;
  bool illustrative = false;
};

// Fails with `refused` where the duty has been done, or the day is not after
// the last one it has.
[[nodiscard]] Result<FileChange> extend(const Plan& plan,
                                        const NewExtension& extension);

}  // namespace thidua::change
