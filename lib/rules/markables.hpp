// Markables: what a person may write on the scorecard of a unit, and how: the
// criteria of its kind, and what the score table of the period adds to them
// (parts, events, facts, votes).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/plan.hpp"

namespace thidua {

struct Markable {
  enum class How {
    grade,   // of the plan's scale
    level,   // of the criterion's own levels
    done,    // yes or no
    number,  // points, or a count
    none,    // from figures or parts; at most that it does not apply
  };
  enum class What {
    criterion,  // or a part of one: has to be marked
    event,      // marked where it happened
    fact,
    vote,
  };
  std::string_view id;
  std::string_view text;
  std::string_view source;
  How how = How::none;
  What what = What::criterion;
  const Criterion* criterion = nullptr;  // of the set
  const ScoreItem* item = nullptr;       // of the table
  const ScoreGroup* group = nullptr;     // of the table
};

// In the order of the table or the set.  None where nothing is marked.
[[nodiscard]] std::vector<Markable> markables(const Plan& plan,
                                              const UnitKind& kind,
                                              const Period& period, Date today);

// The bounds of a number; nothing on a side: no bound.
struct Bounds {
  std::optional<Exact> least;
  std::optional<Exact> most;
};
[[nodiscard]] Bounds bounds_of(const Markable& markable);

}  // namespace thidua
