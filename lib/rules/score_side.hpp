// ScoreSide: of whom, for when and by which table is scored; what every part
// of scoring is given.
#pragma once

#include <functional>
#include <optional>

#include "model/plan.hpp"

namespace thidua {

// The unit that a criterion `best-in-group` measures the others by.
struct Leader {
  const Unit* unit = nullptr;
  Exact reached;  // its share of the target
};
using FindLeader = std::function<std::optional<Leader>(const ScoreItem&)>;

struct ScoreSide {
  const Plan& plan;
  const Unit& unit;
  const Period& period;
  Date today;
  const ScoreTable& table;
  const KindTable& rules;
  const Cluster* cluster = nullptr;  // null: in none
  const Scorecard* card = nullptr;   // null: nobody marked anything
  FindLeader find_leader;
};

}  // namespace thidua
