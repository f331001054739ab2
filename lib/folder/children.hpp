// The folders of the plans below a plan: finding and loading them.
//
// Only folders that `children` in plan.yaml names are looked at, and their own
// `children` are not followed.  A name of a pattern stands for one folder, so
// that a link that leads back is never walked round.
// Errors   a child that cannot be read is a Failure of that child alone.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/plan.hpp"

namespace thidua::folder {

// In the order of plan.yaml; those of one pattern by path; at most
// most_children, and one that stands for the rest.
[[nodiscard]] std::vector<ChildFolder> child_folders(const std::string& root,
                                                     const PlanSheet& sheet);

using LoadedChild = Result<std::unique_ptr<const Plan>>;
// Called from several threads at once; `child` counts in the list.
using TakeChild = std::function<void(std::size_t child, LoadedChild loaded)>;

// Loads those that are there, several at a time, and hands each over as soon
// as it is loaded, so that not all of them are in memory at once.
void load_children(const std::string& root,
                   const std::vector<ChildFolder>& children,
                   const TakeChild& take);

}  // namespace thidua::folder
