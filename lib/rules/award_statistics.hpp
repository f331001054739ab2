// Statistics of awards: form by form, how many of each class of subject were
// proposed and how many were decided, with the parts of a class that the plan
// names (`breakdowns`), or where it names none at all, by kind.
//
// Whether a unit belongs to a part may not be recorded.  Then it is in no sum
// of that part; where nobody's is recorded there is no number at all.
// Errors   none.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/plan.hpp"
#include "rules/report_awards.hpp"

namespace thidua {

// One group of columns: a class, or a part of the class before it.
struct SubjectColumn {
  SubjectClass subject_class = SubjectClass::collective;
  const Breakdown* part = nullptr;  // null for both: the whole class
  const UnitKind* kind = nullptr;

  [[nodiscard]] bool is_class() const {
    return part == nullptr && kind == nullptr;
  }
};

struct AwardTally {
  std::optional<int> proposed = 0;  // nothing: nobody recorded who belongs
  std::optional<int> decided = 0;   // granted
  int unknown = 0;                  // proposals of which nobody recorded it
};

struct AwardStatisticsRow {
  std::string_view form_id;  // empty: all forms
  std::string_view form_name;
  AwardTally all;
  std::vector<AwardTally> by_subject;  // as the columns
  int of_no_class = 0;                 // the class of the unit is not stated
};

struct AwardStatistics {
  OccasionDate occasion;
  std::vector<SubjectColumn> columns;
  std::vector<AwardStatisticsRow> rows;  // lowest authority first
  AwardStatisticsRow total;              // counted again, not added up
};

[[nodiscard]] AwardStatistics award_statistics(const Plan& plan,
                                               const OccasionAwards& awards);

}  // namespace thidua
