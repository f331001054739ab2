// Gates: what a class asks of a unit beside its points, such as enough in each
// criterion, no discipline, a required deed, a vote.
#pragma once

#include <optional>

#include "rules/scoring.hpp"

namespace thidua {

struct GateAnswer {
  std::optional<bool> holds;  // nothing: not known yet
  Steps steps;                // what led there
};

// `score`: with its points, total and shorter periods.
[[nodiscard]] GateAnswer ask_gate(const Gate& gate, const UnitScore& score,
                                  const ScoreSide& side);

}  // namespace thidua
