// The scorecard of a unit (phiếu chấm điểm) as people fill it in: what may be
// marked, what each stage has marked, and what it gives.
#pragma once

#include "render/scores.hpp"
#include "rules/markables.hpp"

namespace thidua::render {

// A cell that nobody filled in is a line to write on.
[[nodiscard]] std::string sheet(const UnitScore& score,
                                const std::vector<Markable>& list, Date today,
                                const ScoreView& view);

}  // namespace thidua::render
