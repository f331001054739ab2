// What tables of statistics show that no indicator tells: balances of figures,
// and parts of the subjects of awards.
//
// Files    plan.yaml, `balances` and `breakdowns` (thidua-plan(5)).
// Errors   none here; rules/check_plan reports unknown ids.
#pragma once

#include <string>
#include <vector>

#include "model/unit_records.hpp"

namespace thidua {

// Figures that lead from one year's count to the next: what there was, less
// what left, plus what came, is what there is.  The count at the start is that
// of the year before.
struct Balance {
  At<std::string> id;
  std::string name;
  At<std::string> of;                 // the figure counted at each year's end
  std::vector<At<std::string>> less;  // of the year, as those below
  std::vector<At<std::string>> plus;
  Origin origin;
};

// A part of a subject class that statistics of awards show by itself: units of
// these kinds and subkinds whose attributes are so.  What is empty asks
// nothing.
struct Breakdown {
  At<std::string> id;
  std::string name;
  SubjectClass subject_class = SubjectClass::collective;
  std::vector<At<std::string>> kinds;
  std::vector<At<std::string>> subkinds;
  std::vector<AttributeIs> attributes;
  Origin origin;
};

}  // namespace thidua
