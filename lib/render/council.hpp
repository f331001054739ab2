// The working list of a council, the sheet that its votes are written on, and
// the result, in words, as CSV and as JSON.
#pragma once

#include <string>
#include <vector>

#include "render/card.hpp"
#include "rules/council.hpp"

namespace thidua::render {

// Each form with its council, vote rule and quotas, then one line a unit.
[[nodiscard]] std::string to_text(const WorkingList& list,
                                  const CardView& view);
[[nodiscard]] Json to_json(const WorkingList& list, const CardView& view);

// One row for each unit before the council, with a BOM: spreadsheets take a
// sheet without one for another encoding.
[[nodiscard]] std::string vote_sheet(const WorkingList& list,
                                     Language language);

// Form by form, whether the vote of each unit is enough; `skipped`: units that
// nobody has filled in.
[[nodiscard]] std::string vote_result(const std::vector<VotedUnit>& voted,
                                      const std::vector<std::string>& skipped,
                                      const CardView& view);

}  // namespace thidua::render
