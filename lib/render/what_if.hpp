// What would be otherwise: two rankings of the same units set side by side.
#pragma once

#include "render/scores.hpp"

namespace thidua::render {

// The unit first, with its criteria that change; then every other unit whose
// total, class or place changes.
[[nodiscard]] std::string what_if(const std::vector<Ranking>& before,
                                  const std::vector<Ranking>& after,
                                  const Unit& unit, const ScoreView& view);

}  // namespace thidua::render
