// One measured criterion, unit by unit, for a report: what was counted, what
// was asked, and what the score says of it.
#pragma once

#include <unordered_map>

#include "rules/adjusting.hpp"
#include "rules/report_figures.hpp"

namespace thidua {

// The units of the last year covered, as they are scored.
class ScoredUnits {
 public:
  explicit ScoredUnits(const std::vector<Ranking>& lists) {
    for (const Ranking& list : lists) {
      for (const auto* units : {&list.missing, &list.ranked}) {
        for (const RankedUnit& one : *units) {
          scores_.emplace(one.score.unit, &one.score);
        }
      }
    }
  }

  // Null: no score has it, as where a total is made of shorter periods.
  [[nodiscard]] const CriterionScore* of(const Unit& unit,
                                         const Criterion& criterion) const {
    const auto at = scores_.find(&unit);
    return at == scores_.end()
               ? nullptr
               : find_score(at->second->criteria, criterion.id.value);
  }

 private:
  std::unordered_map<const Unit*, const UnitScore*> scores_;
};

// The record that a sample of one unit was taken from; null: none.
[[nodiscard]] const FigureEntry* entry_behind(const Plan& plan,
                                              const Unit& unit,
                                              const Period& period,
                                              const Sample& sample);

// Those of a kind that take part in a year.
[[nodiscard]] std::vector<const Unit*> units_of(const Plan& plan,
                                                const UnitKind& kind,
                                                const Period& year);

// Nothing where the plan has no such indicator.
[[nodiscard]] std::optional<UnitFigureTable> unit_figures(
    const Plan& plan, const UnitKind& kind, const Criterion& criterion,
    const Period& year, const ScoredUnits& scored, Date today);

}  // namespace thidua
