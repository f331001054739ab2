// Pointing: the points of one criterion or part, by its rule in the score
// table, from one mark or from figures.
#pragma once

#include "rules/score_side.hpp"
#include "rules/timeline.hpp"
#include "rules/verdict.hpp"

namespace thidua {

struct Points {
  // `met`: there are points; else why there are none.
  Verdict verdict = Verdict::met;
  Message reason;
  std::optional<Exact> points;
  Exact excess;                   // over the maximum, for the bonus
  std::optional<Exact> achieved;  // of a ratio: its share of the plan
  Steps steps;
  Caveats caveats;
};

// Does the rule need a person's mark?
[[nodiscard]] bool needs_mark(const PointRule& rule);

// By any rule but JudgedRule and PartsRule.  `max`: what the mark gives at
// most; `mark`: null where the rule needs none, or nobody marked.
[[nodiscard]] Points points_of(const ScoreItem& item, const PointRule& rule,
                               const Exact& max, const Mark* mark,
                               const ScoreSide& side);

// The points of the band that a number lies in; nothing where it lies in none.
[[nodiscard]] std::optional<Exact> points_in(
    const std::vector<PointBand>& bands, const Exact& number, const Exact& max);

}  // namespace thidua
