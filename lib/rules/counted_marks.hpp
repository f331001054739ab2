// Which marks of a scorecard count for a criterion: those of the stage that the
// score table names, or of the last stage in the plan's order that marks it.
//
// As of a day: a stage dated after it has not marked anything yet.  A scorer
// who stands aside (recused) marks nothing, and is named with the reason.
#pragma once

#include <string_view>
#include <vector>

#include "model/plan.hpp"

namespace thidua {

struct CountedMark {
  const Mark* mark = nullptr;
  const StageMarks* stage = nullptr;
};

struct CountedMarks {
  std::vector<CountedMark> marks;  // one, unless the stage has several scorers
  std::vector<CountedMark> recused;
};

// `card` may be null.
[[nodiscard]] CountedMarks counted_marks(const Plan& plan,
                                         const Scorecard* card,
                                         std::string_view id,
                                         const Counting& counting, Date today);

// Has the stage that counts, or any where none is named, begun to mark?
[[nodiscard]] bool has_counting_stage(const Scorecard* card,
                                      const Counting& counting, Date today);

// The sum of the numbers marked under an id, as of an event that may never
// have happened: nothing where nobody marked one.  The mean, where the table
// takes the mean of several scorers.
[[nodiscard]] std::optional<Exact> counted_number(const CountedMarks& counted,
                                                  const Counting& counting);

// What a fact was found to be; nothing where nobody said.
[[nodiscard]] std::optional<bool> counted_fact(const CountedMarks& counted);

// The name of a stage as the plan gives it, or its id.
[[nodiscard]] std::string_view stage_name(const Plan& plan,
                                          std::string_view id);

}  // namespace thidua
