// The figures of a report: what the units of a kind have together, period by
// period, and what each of them reached in the year.
//
// Which kinds: those that targets add up (Target::sum_over); where no target
// does, those with a measured criterion, and of their figures those that
// somebody recorded.
// Units    percent indicators in percent; changes as the measure says.
// Errors   none: a figure that is missing is said in the Sample.
// Plan     section II.2 (targets), IV.2 (criteria) of a plan.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/plan.hpp"
#include "rules/measuring.hpp"
#include "rules/ranking.hpp"

namespace thidua {

struct PeriodSample {
  Period period;
  Sample sample;
};

// One figure or one indicator of all units of a kind added up.
struct FigureLine {
  const FigureKind* figure = nullptr;    // one of the two
  const Indicator* indicator = nullptr;  // and the other is null
  std::vector<PeriodSample> samples;     // one for each of FigureSums::periods

  [[nodiscard]] const std::string& name() const {
    return figure != nullptr ? figure->name : indicator->name;
  }
};

struct FigureSums {
  const UnitKind* kind = nullptr;
  // The years covered, and before them the bases that have figures.
  std::vector<Period> periods;
  std::vector<FigureLine> lines;  // the plan's figures, then its indicators
  // Units of the kind were merged between the periods, so that each period
  // adds up those that were there at its end; of these events the figures
  // before and after may not be compared.
  std::vector<const Succession*> severed;
};

// One unit against a measured criterion of its kind.
struct UnitFigures {
  const Unit* unit = nullptr;
  const FigureEntry* entry = nullptr;  // the count behind `now`
  Sample before;                       // of a change only
  Sample now;
  Measurement measured;
  Verdict verdict = Verdict::cannot_judge;  // of the criterion
  Message reason;                           // why it has no met / not met
};

// What it is measured by is the score table's own rule where it has one, so
// that a report never contradicts a score.
struct UnitFigureTable {
  const UnitKind* kind = nullptr;
  const Criterion* criterion = nullptr;
  const Measure* measure = nullptr;      // one of the two
  const Duration* duration = nullptr;    // and the other is null
  const Indicator* indicator = nullptr;  // of `measure`
  Period period;
  std::optional<Period> base;     // of a change
  std::vector<UnitFigures> rows;  // by name

  [[nodiscard]] Comparison op() const {
    return measure != nullptr ? measure->op : duration->op;
  }
};

struct ReportFigures {
  std::vector<FigureSums> sums;
  std::vector<UnitFigureTable> by_unit;  // of the last year covered
  Caveats caveats;

  [[nodiscard]] bool empty() const;
};

// `years`: covered by the report, first to last, at least one.  `scored`: the
// units as they are scored in the last of them.
[[nodiscard]] ReportFigures report_figures(const Plan& plan,
                                           const std::vector<Period>& years,
                                           const std::vector<Ranking>& scored,
                                           Date today);

}  // namespace thidua
