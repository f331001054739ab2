// Rules of the law that come with the program, in every plan folder's Plan.
#pragma once

#include "model/plan.hpp"

namespace thidua::folder {

// Adds rule sets and base wages beside the plan's own, which take the place of
// one of the same id or day.  What is added stands in no file of the folder.
void add_shipped_rules(Plan& plan);

}  // namespace thidua::folder
