// Parts of the context "plan" that have a file of their own.
#pragma once

#include "document/context.hpp"

namespace thidua::document {

// Targets that an authority has assigned for a year, by kind of unit.
[[nodiscard]] render::Json assigned_json(const ContextView& view, int year);

// How the units of a year are scored: one for each part of the score table, and
// for each kind that is judged without points.
[[nodiscard]] render::Json score_tables_json(const ContextView& view, int year);

// ">= 6" as paper has it: "≥ 6".
[[nodiscard]] std::string printed_signs(std::string text);

// Award forms, and what their standards demand.
[[nodiscard]] render::Json forms_json(const ContextView& view);

}  // namespace thidua::document
