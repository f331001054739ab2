// Awards of the past that are not in the records of the plan folder: lists in
// award-lists/, sheets in CSV, and other plan folders that awards.yaml names
// (history_in).
//
// A list has a row of headings: name, form, date, document, in these words or
// in Vietnamese (tên, hình thức, ngày, số quyết định); the first two are
// needed. Errors   what cannot be read is told on the error stream and left
// out.
#pragma once

#include "rules/past_awards.hpp"
#include "world.hpp"

namespace thidua::cmd {

// Of the plan that is loaded.
[[nodiscard]] PastAwards load_past(World& world);

}  // namespace thidua::cmd
