// Loading a plan folder into a Plan, in parallel.
//
// Nothing is written and the folder need not be writable.  Faults in records
// and files become diagnostics of the Plan; only a folder that is no plan
// folder at all, or cannot be read, is a Failure.
#pragma once

#include <memory>
#include <string>

#include "base/result.hpp"
#include "model/plan.hpp"

namespace thidua::folder {

// Has the folder a plan.yaml, in whatever state?
[[nodiscard]] bool has_plan_sheet(const std::string& folder);

// The folder itself or the nearest one above it that has a plan.yaml; fails
// with what to do where there is none.
[[nodiscard]] Result<std::string> find_plan_folder(const std::string& start);

// `threads` 0: as many as the machine has.
[[nodiscard]] Result<std::unique_ptr<const Plan>> load_plan(
    const std::string& root, unsigned threads = 0);

}  // namespace thidua::folder
