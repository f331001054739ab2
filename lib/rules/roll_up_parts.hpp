// The parts of a roll-up of one kind.  Only the roll_up*.cpp of this room need
// it.
#pragma once

#include <vector>

#include "rules/roll_up.hpp"

namespace thidua::rolling {

// The rows of the units of a kind and of the folders that are said to be
// theirs.
[[nodiscard]] std::vector<ChildRow> rows_of(
    const Plan& plan, const UnitKind& kind, const Period& stretch,
    const std::vector<GatheredChild>& children);

// Fills in periods, lines and unknown_figures.
void add_figures(const Plan& plan, const std::vector<Period>& years, Date today,
                 ChildrenOfKind& below);

// A target of this plan by the figures below; nothing is judged while a unit of
// the kind is not added up.
[[nodiscard]] TargetResult judge(const Plan& plan, const Target& target,
                                 const Period& year, Date today,
                                 const ChildrenOfKind* below);

}  // namespace thidua::rolling
