// A ranking, and the scorecard of one unit, as tables with their values.
//
// Whoever is not ranked stands below, without a place, and the note says what
// is missing.
// Errors   none: what is not known is an empty cell.
#pragma once

#include <vector>

#include "document/data_table.hpp"
#include "render/scores.hpp"
#include "rules/ranking.hpp"

namespace thidua::document {

[[nodiscard]] DataTable ranking_table(const Ranking& list, const Period& period,
                                      const render::ScoreView& view);

// Every criterion with its verdict, points and evidence; bonus, deductions and
// the total below.
[[nodiscard]] DataTable scorecard_table(const RankedUnit& unit,
                                        const render::ScoreView& view);

// All lists; of one unit, its scorecard as well.
[[nodiscard]] std::vector<DataTable> score_tables(
    const std::vector<Ranking>& lists, const Period& period, bool one_unit,
    const render::ScoreView& view);

}  // namespace thidua::document
