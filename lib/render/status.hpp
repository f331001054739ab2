// The board of duties: every duty of every owner, and who is not scored.
#pragma once

#include <string>
#include <vector>

#include "render/scores.hpp"
#include "rules/duties.hpp"
#include "rules/ranking.hpp"

namespace thidua::render {

struct DutyBoard {
  DutyDate when;
  std::vector<DutyState> states;
  std::vector<Ground> grounds;  // what it is built on
};

struct StatusBoard {
  int year = 0;
  std::vector<DutyBoard> duties;
  std::vector<Ranking> rankings;  // of the year, for who is not scored
  std::string unit;               // empty: everybody
  bool only_open = false;
};

[[nodiscard]] std::string to_text(const StatusBoard& board,
                                  const ScoreView& view);
// {"year", "duties": [one entry per duty and owner], "no_duties": a sentence
// where the plan has none or none to report, else null, "not_scored": […]}
[[nodiscard]] Json to_json(const StatusBoard& board, const ScoreView& view);

// "Annual report 2023 (section VI.7; on time through 09/11/2023): 3 of 5 done".
[[nodiscard]] Message duty_title(const DutyDate& when, std::size_t done,
                                 std::size_t all);

// Null of what is owed once at no time that is named: no year is its own.
[[nodiscard]] Json json_year(const DutyDate& when);

// "done 08/11/2023", "8 days left", "3 days late".
[[nodiscard]] std::string state_text(const DutyState& state, Language language);

}  // namespace thidua::render
