// Amounts: the numbers that the rules of a score table work with.
#pragma once

#include "rules/measuring.hpp"
#include "rules/score_side.hpp"

namespace thidua {

// `mark`: where a person's count comes from; null where nobody marked.
[[nodiscard]] Measured amount_of(const Amount& amount, const Mark* mark,
                                 const ScoreSide& side);

// Does the amount, when it is missing, wait for a person to mark it?
[[nodiscard]] bool is_marked(const Amount& amount);

// What a unit reached of a plan or target: actual / plan, or plan / actual
// where lower is better; 0 where it would be negative.
struct Achievement {
  std::optional<Exact> share;
  bool divides_by_zero = false;  // then the table says what that gives
  bool waits_for_mark = false;
  Message missing;
  Steps steps;
  Caveats caveats;
};
[[nodiscard]] Achievement achievement(const Amount& value, const Amount& plan,
                                      Better better, const Mark* mark,
                                      const ScoreSide& side);

[[nodiscard]] Exact rounded(const Exact& value, const Rounding& rounding);
// To a whole number.
[[nodiscard]] Exact rounded(const Exact& value, RoundHow how);

}  // namespace thidua
