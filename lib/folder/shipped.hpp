// Rules of the law that come with the program, in every plan folder's Plan.
#pragma once

#include <future>

#include "model/plan.hpp"

namespace thidua::folder {

// Reads them on a thread of its own, once in a run of the program; whoever adds
// them before that is done waits.
[[nodiscard]] std::future<void> start_reading_shipped_rules();

// Adds rule sets and base wages beside the plan's own, which take the place of
// one of the same id or day.  What is added stands in no file of the folder.
void add_shipped_rules(Plan& plan);

}  // namespace thidua::folder
