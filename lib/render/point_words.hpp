// The rules of score tables in words.
#pragma once

#include <string>

#include "model/score_table.hpp"
#include "render/card.hpp"

namespace thidua::render {

// "ratio", "full-minus": as the table writes it.
[[nodiscard]] const char* key_of(const PointRule& rule);
[[nodiscard]] const char* key_of(const AdjustmentRule& rule);
[[nodiscard]] const char* key_of(Effect effect);

// "ratio: the marked number / 120", "levels: Đạt 1; Chưa đạt 0"
[[nodiscard]] std::string rule_words(const PointRule& rule,
                                     const CardView& view);
[[nodiscard]] std::string rule_words(const AdjustmentRule& rule,
                                     const CardView& view);

// ">= 90, < 95"
[[nodiscard]] std::string band_words(const Band& band, const CardView& view);
[[nodiscard]] std::string condition_words(const Condition& condition,
                                          const CardView& view);
// Whose marks count; nothing where the table says nothing.
[[nodiscard]] std::string counting_words(const Counting& counting,
                                         const CardView& view);
[[nodiscard]] std::string rounding_words(const Rounding& rounding,
                                         const CardView& view);
[[nodiscard]] std::string gate_words(const Gate& gate, const CardView& view);
[[nodiscard]] const char* effect_words(Effect effect);  // message key
// How many, of whom, within what.
[[nodiscard]] std::string quota_words(const Quota& quota, const CardView& view);

}  // namespace thidua::render
