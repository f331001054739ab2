// Marks of a unit in one stage of judging: scores/<period>/<unit>.yaml.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/file_change.hpp"
#include "base/result.hpp"
#include "model/plan.hpp"

namespace thidua::change {

struct TypedMark {
  std::string criterion;
  std::string mark;  // a grade by id or name, yes or no, or `n/a`
  std::string reason;
};

struct MarkRequest {
  std::string unit;
  Period period;
  std::string stage;  // id or name
  std::string by;     // empty: as the stage says, or who the stage is done by
  std::optional<Date> date;
  std::vector<TypedMark> marks;
  // Of every mark given.
  std::vector<std::string> evidence;
  std::string note;
  bool illustrative = false;
};

// A mark that differs from what an earlier stage gave needs a reason; without
// one it fails with `refused`.  A new stage is as of `today`.
[[nodiscard]] Result<FileChange> give_marks(const Plan& plan,
                                            const MarkRequest& request,
                                            Date today);

}  // namespace thidua::change
