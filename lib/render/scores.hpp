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

// One list: who is missing first, then the ranking, then its quotas.
[[nodiscard]] std::string to_text(const Ranking& ranking, const Period& period,
                                  const ScoreView& view);
[[nodiscard]] Json to_json(const Ranking& ranking, const ScoreView& view,
                           bool explain);

// Every criterion of one unit: verdict, points, and each step with the file and
// line it came from; then bonus, deductions, total and class.
[[nodiscard]] std::string explanation(const RankedUnit& unit,
                                      const ScoreView& view);

// "Cụm 1 (9)" or the kind's name.
[[nodiscard]] std::string title_of(const Ranking& ranking);
// The ids of the criteria without an answer.
[[nodiscard]] std::string open_criteria(const UnitScore& score);
// "1 not met; equal points, no rule to part them", or nothing.
[[nodiscard]] std::string note_of(const RankedUnit& unit,
                                  const ScoreView& view);
// The name of the class, or why there is none; nothing without classes.
[[nodiscard]] std::string class_text(const RankedUnit& unit, Language language);
// Why a unit is not ranked.
[[nodiscard]] std::string missing_text(const UnitScore& score,
                                       Language language);
// "Cờ: 2 places (20 % of 10 units); inside: Xã A, Xã B", one for each
// quota of the list.
[[nodiscard]] std::vector<std::string> quota_texts(const Ranking& ranking,
                                                   const ScoreView& view);

}  // namespace thidua::render
