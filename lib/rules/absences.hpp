// What the plan says that it does not have, in sentences.
//
// Only what is written down as absent (Absence): of a plan that has no list of
// duties and does not say so, nobody knows.
// Plan     a plan without targets in numbers, a clause on reporting, a
// timeline.
#pragma once

#include <optional>
#include <vector>

#include "base/message.hpp"
#include "model/plan_sheet.hpp"

namespace thidua {

enum class PlanPart { targets, reporting, timeline };

// Null: it is not written down that the plan has none.  Without any duties
// there is no reporting.
[[nodiscard]] const Absence* absence_of(const PlanSheet& sheet, PlanPart part);

// "The plan has no clause on reporting (the whole text): …"; nothing where that
// is not written down.
[[nodiscard]] std::optional<Message> absence_sentence(const PlanSheet& sheet,
                                                      PlanPart part);

// Of all parts, in their order.
[[nodiscard]] std::vector<Message> absence_sentences(const PlanSheet& sheet);

}  // namespace thidua
