// Loading a plan folder into a Plan, in parallel.
//
// Nothing is written and the folder need not be writable.  Faults in records
// and files become diagnostics of the Plan; only a folder that is no plan
// folder at all, or cannot be read, is a Failure.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "folder/commit.hpp"
#include "model/persons.hpp"
#include "model/plan.hpp"

namespace thidua::folder {

// Has the folder a plan.yaml, in whatever state, if only in the journal?
[[nodiscard]] bool has_plan_sheet(const std::string& folder);

// The folder itself or the nearest one above it that has a plan.yaml; fails
// with what to do where there is none.
[[nodiscard]] Result<std::string> find_plan_folder(const std::string& start);

// The whole folder, as the last commit left it, also one that was interrupted.
// `threads` 0: as many as the machine has.  `changes` stand in for the files
// they name, as if they had been committed.
[[nodiscard]] Result<std::unique_ptr<const Plan>> load_plan(
    const std::string& root, unsigned threads = 0,
    const std::vector<FileChange>& changes = {});

// The same without personal data, and the ids that must not be shown.
struct PublicPlan {
  std::unique_ptr<const Plan> plan;
  HiddenIds hidden;
};
[[nodiscard]] Result<PublicPlan> load_public_plan(const std::string& root);

// Only the rules of the plan and what is recorded of `owners` (units or
// bodies): enough to change one of their records.
[[nodiscard]] Result<std::unique_ptr<const Plan>> load_part(
    const std::string& root, const std::vector<std::string>& owners,
    const std::vector<FileChange>& changes = {});

// A plan folder that is nowhere yet: what would be loaded if it held these
// files and no others.
[[nodiscard]] std::unique_ptr<const Plan> load_new(
    const std::vector<FileChange>& files);

}  // namespace thidua::folder
