// Classing: the class (xếp loại) of a unit, from its total, the gates of the
// score table, and what bars it.
#pragma once

#include "rules/scoring.hpp"

namespace thidua {

[[nodiscard]] ClassResult class_of(const Classes& classes,
                                   const UnitScore& score,
                                   const ScoreSide& side);

// The level so many below; null below the lowest.
[[nodiscard]] const ClassLevel* level_below(const Classes& classes,
                                            const ClassLevel& level);
// The place of a level of this id, the best is 0; the number of levels where
// there is none.
[[nodiscard]] std::size_t place_of(const Classes& classes, std::string_view id);

// A head's class is not above that of the unit: lowers it.
void hold_below(const Classes& classes, const UnitScore& other,
                ClassResult& result);
// The same, where the class of that unit is a level of its own table.
void hold_below(const Classes& classes, const Unit& other,
                const ClassLevel& level, ClassResult& result);

}  // namespace thidua
