// The scorecard of a unit (phiếu chấm điểm) as people fill it in: what may be
// marked, what each stage has marked, and what it gives.
#pragma once

#include "render/scores.hpp"
#include "rules/markables.hpp"

namespace thidua::render {

struct SheetRow {
  const ScoreGroup* group = nullptr;  // of the head of a group: nothing else
  const Markable* marked = nullptr;   // of any other row
  std::optional<Exact> max;
  std::vector<std::string> stages;  // what each stage of the plan has marked
  std::string points;               // empty: none are given here
  std::string_view counted;         // the stage that counts; empty: none does
};

// A cell that nobody filled in is a line to write on.  `list` must live as long
// as the rows.
[[nodiscard]] std::vector<SheetRow> sheet_rows(
    const UnitScore& score, const std::vector<Markable>& list, Date today,
    const ScoreView& view);

[[nodiscard]] std::string sheet(const UnitScore& score,
                                const std::vector<Markable>& list, Date today,
                                const ScoreView& view);

}  // namespace thidua::render
