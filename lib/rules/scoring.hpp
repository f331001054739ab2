// Scoring: judgements of a unit turned into points, exactly.
//
// Without a score table for the kind and period there are no points and nobody
// is ranked: the criteria are met, not met, or not judged.  With one, a graded
// criterion gives its grade's share of the maximum, a yes-no or measured one
// all or nothing.  A criterion that does not apply leaves both the points and
// the maximum, and the sum is taken back to the table's total.
#pragma once

#include <optional>
#include <vector>

#include "model/plan.hpp"
#include "rules/judging.hpp"

namespace thidua {

struct CriterionScore {
  Judgement judgement;
  std::optional<Exact> points;
  std::optional<Exact> max;
};

struct VerdictCounts {
  int met = 0;
  int not_met = 0;
  int not_applicable = 0;
  int not_judged = 0;
  int cannot_judge = 0;

  // Criteria still without an answer.
  [[nodiscard]] int open() const { return not_judged + cannot_judge; }
};

struct UnitScore {
  const Unit* unit = nullptr;
  const CriteriaSet* set = nullptr;  // null: the kind has no criteria
  const ScoreTable* table = nullptr;
  const KindTable* kind_table = nullptr;
  Period period;
  std::vector<CriterionScore> criteria;  // in the order of the set
  VerdictCounts counts;
  // The sum, once every criterion that applies has its points.
  std::optional<Exact> total;
  Caveats caveats;

  [[nodiscard]] bool complete() const {
    return set != nullptr && counts.open() == 0;
  }
};

// The table in force for a period; null where the office issued none.
[[nodiscard]] const ScoreTable* table_for(const Plan& plan,
                                          const Period& period);

// From the marks and figures that are known on a day.
[[nodiscard]] UnitScore score_unit(const Plan& plan, const Unit& unit,
                                   const Period& period, Date today);

}  // namespace thidua
