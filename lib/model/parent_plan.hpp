// ParentPlan: what a plan folder knows of a plan above it, from the folder of
// the body that issued it.
//
// Of its folder plan.yaml and awards.yaml are read, to compare the two plans,
// and the shelves of what is left to it (`delegates` in plan.yaml).  Its places
// are those of its own files: `../tinh/criteria/commune.yaml:12`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/plan_sheet.hpp"
#include "model/rule_books.hpp"
#include "model/score_table.hpp"

namespace thidua {

struct ParentPlan {
  std::string folder;  // relative to the plan's own
  // Whose parent it is: another of these, or nothing for the plan itself; and
  // which of its `parents`.
  std::optional<std::size_t> child;
  std::size_t reference = 0;

  bool has_sheet = false;  // its plan.yaml is there and could be read
  PlanSheet sheet;
  Awards awards;
  std::vector<CriteriaSet> criteria_sets;
  std::vector<ScoreTable> score_tables;
  std::vector<AwardStandard> award_standards;
};

// Has a plan, or what is known of one above, such rules at all?
template <class Rules>
[[nodiscard]] bool has_section(const Rules& rules, Section section) {
  switch (section) {
    case Section::criteria:
      return !rules.criteria_sets.empty();
    case Section::score_tables:
      return !rules.score_tables.empty();
    case Section::forms:
      return !rules.awards.forms.empty();
    case Section::standards:
      return !rules.award_standards.empty();
    case Section::occasions:
      return !rules.sheet.occasions.empty();
  }
  return false;
}

}  // namespace thidua
