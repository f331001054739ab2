// Figures of a unit and the targets assigned to it:
// figures/<period>/<unit>.yaml.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/file_change.hpp"
#include "base/result.hpp"
#include "change/typed.hpp"

namespace thidua::change {

struct FigureRequest {
  std::string unit;
  Period period;
  // Figures and assigned targets, by id or name, with numbers.
  std::vector<Setting> values;
  std::optional<Date> as_of;
  std::string status;    // empty: estimate
  std::string standard;  // of poverty; empty: that of the unit's last count
  std::string source;    // of a count, or the document of an assigned target
  bool illustrative = false;
};

// A count is known by its day, its status and its standard: one that is there
// gets the new values, else a new one is added.  Figures without a day are as
// of `today`, where that lies in the period.
[[nodiscard]] Result<FileChange> record_figures(const Plan& plan,
                                                const FigureRequest& request,
                                                Date today);

}  // namespace thidua::change
