// The files that a command about a few units needs: the rules of the plan and
// what is recorded of those units.  In a large folder that is very little.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "folder/files.hpp"
#include "model/plan.hpp"

namespace thidua::folder {

// Sorted by path.  Records of `owners` (units or bodies) and the unit files of
// all above them, of every period; all rules of the plan.
[[nodiscard]] Result<std::vector<FileEntry>> files_about(
    const std::string& root, const std::vector<std::string>& owners);

// Those of the evidence files named in the scorecards that are there, sorted.
[[nodiscard]] std::vector<std::string> evidence_of(const std::string& root,
                                                   const Plan& plan);

}  // namespace thidua::folder
