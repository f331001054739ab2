// Marks of a unit in one stage of judging: scores/<period>/<unit>.yaml.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/file_change.hpp"
#include "base/result.hpp"
#include "change/typed.hpp"

namespace thidua::change {

struct MarkRequest {
  std::string unit;
  Period period;
  std::string stage;  // id or name
  std::string by;     // empty: as the stage says, or who the stage is done by
  std::optional<Date> date;
  // Criterion and mark: a grade by id or name, yes or no, or `n/a`.
  std::vector<Setting> marks;
  // Of every mark given.
  std::vector<std::string> evidence;
  std::string note;
  std::string reason;
  bool illustrative = false;
};

// A mark that differs from what an earlier stage gave needs a reason.  A new
// stage is as of `today`.
[[nodiscard]] Result<FileChange> give_marks(const Plan& plan,
                                            const MarkRequest& request,
                                            Date today);

}  // namespace thidua::change
