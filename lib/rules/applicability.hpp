// Applicability: does a part of a score table hold for a unit?
#pragma once

#include "rules/score_side.hpp"
#include "rules/timeline.hpp"
#include "rules/verdict.hpp"

namespace thidua {

struct Applicability {
  enum class Answer { applies, does_not, not_judged, cannot_judge };
  Answer answer = Answer::applies;
  Message reason;  // of every other answer
  Steps steps;
  Caveats caveats;
};

// `counting`: whose marks tell the facts.
[[nodiscard]] Applicability applicability(const Condition& condition,
                                          const Counting& counting,
                                          const ScoreSide& side);

// What a fact of the scorecard was found to be, by whoever counts; nothing
// where nobody said.
[[nodiscard]] std::optional<bool> fact_of(std::string_view id,
                                          const Counting& counting,
                                          const ScoreSide& side);

}  // namespace thidua
