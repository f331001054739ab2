// What a unit did in a year: results/<year>/<unit>.yaml.
#pragma once

#include <string>
#include <vector>

#include "base/file_change.hpp"
#include "base/result.hpp"
#include "change/typed.hpp"

namespace thidua::change {

struct ResultRequest {
  std::string unit;
  int year = 0;
  // The list and the entry: `models` and `Nuôi bò sinh sản; households=12`.
  // `key=value` behind a semicolon is a field of the entry, by its key or name.
  std::vector<Setting> entries;
  bool illustrative = false;
};

// Adds entries to the lists of the record.
[[nodiscard]] Result<FileChange> record_results(const Plan& plan,
                                                const ResultRequest& request);

}  // namespace thidua::change
