// Scores and rankings in words and as JSON.
#pragma once

#include <string>
#include <vector>

#include "render/values.hpp"
#include "rules/ranking.hpp"

namespace thidua::render {

struct ScoreView {
  const Plan& plan;
  Language language = Language::vi;
};

// One list: who is missing first, then the ranking.
[[nodiscard]] std::string to_text(const Ranking& ranking, const Period& period,
                                  const ScoreView& view);
[[nodiscard]] Json to_json(const Ranking& ranking, const ScoreView& view,
                           bool explain);

// Every criterion of one unit: verdict, points, and each step with the file and
// line it came from.
[[nodiscard]] std::string explanation(const UnitScore& score,
                                      const ScoreView& view);

// "Cụm 1 (9)" or the kind's name.
[[nodiscard]] std::string title_of(const Ranking& ranking);
// The ids of the criteria without an answer.
[[nodiscard]] std::string open_criteria(const UnitScore& score);
// "1 not met; equal points, no rule to part them", or nothing.
[[nodiscard]] std::string note_of(const RankedUnit& unit, Language language);
// Why a unit is not ranked.
[[nodiscard]] std::string missing_text(const UnitScore& score,
                                       Language language);

}  // namespace thidua::render
