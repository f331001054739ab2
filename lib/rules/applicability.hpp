// Applicability: does a criterion, or a part of a score table, hold for a unit?
//
// What nobody recorded of a unit is not "no": then it cannot be judged.
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

// Is the unit of one of these subkinds, and are its attributes as wanted?  One
// "no" settles it.  An empty list asks nothing; a unit whose kind has none of
// the subkinds is of none of them.
[[nodiscard]] Applicability described(const Plan& plan, const Unit& unit,
                                      const std::vector<At<std::string>>& of,
                                      const std::vector<AttributeIs>& with);

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
