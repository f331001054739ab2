// One proposal in the context of a commendation: "units" of a form.
#pragma once

#include "document/context.hpp"

namespace thidua::document {

// `number`: in its list, from 1.
[[nodiscard]] render::Json case_json(const ContextView& view,
                                     const CommendedForm& form,
                                     const CouncilRow& row, std::size_t number);

// What a case is counted as; nothing where the unit does not say.
[[nodiscard]] std::optional<SubjectClass> subject_of(const ContextView& view,
                                                     const CouncilRow& row);

}  // namespace thidua::document
