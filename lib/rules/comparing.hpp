// Comparing: plans side by side, so that what one has and another lacks can be
// seen.
//
// Two things of two plans are the same where they have the same id, or the
// same name but for dashes, capitals and marks of tone.
#pragma once

#include <string>
#include <vector>

#include "model/plan.hpp"

namespace thidua {

// One thing of several plans; null where a plan has none.
template <class T>
using Alike = std::vector<const T*>;

struct SideBySide {
  std::vector<const Plan*> plans;  // in the order they were named
  std::vector<Alike<UnitKind>> kinds;
  std::vector<Alike<AwardForm>> forms;
  std::vector<Alike<Occasion>> occasions;
  std::vector<Alike<Duty>> duties;
  std::vector<Alike<Target>> targets;
  std::vector<Alike<LinkedMovement>> linked;  // the same by any of their names
};

// Things stand in the order of the first plan that has them.
[[nodiscard]] SideBySide compare_plans(const std::vector<const Plan*>& plans);

}  // namespace thidua
