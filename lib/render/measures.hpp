// What a criterion or a target is measured by, in words and as JSON.
#pragma once

#include <string>

#include "model/measure.hpp"
#include "render/card.hpp"

namespace thidua::render {

// "percentage points a year", "%", or nothing for a plain number.
[[nodiscard]] std::string unit_words(const Measure& measure, Language language);
// ">= 6 percentage points a year", ">= the assigned target “…” …"
[[nodiscard]] std::string demand_words(const Measure& measure,
                                       const CardView& view);
// "reduction of “Tỷ lệ hộ nghèo” since the year before"
[[nodiscard]] std::string measured_words(const Quantity& quantity,
                                         const CardView& view);
// "years since `escaped_on` >= 3"
[[nodiscard]] std::string duration_words(const Duration& rule,
                                         const CardView& view);
// {"years_since", "op", "value", "assumed", "note"}
[[nodiscard]] Json json_duration(const Duration& rule);
// {"indicator", "change", "since", "per_year", "op", "value" or "assigned",
//  "unit", "assumed", "note"}
[[nodiscard]] Json json_measure(const Measure& measure);

}  // namespace thidua::render
