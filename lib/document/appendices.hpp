// The tables that go behind a report on paper, as a Word template repeats them:
//   [{"number": 1, "title", "first": "Đơn vị", "columns": ["Số hộ nghèo", …],
//     "rows": [{"name", "part", "total", "values": [{"value": 604}, …]}],
//     "notes": […]}]
// `first` and `name` are the first column, which says what a row is about;
// `part` is true of a row that is part of the one above it.  A table with more
// columns than a page of A4 holds comes in several, each with the first column.
#pragma once

#include <vector>

#include "document/data_table.hpp"
#include "render/values.hpp"

namespace thidua::document {

// Of those that are enclosed.
[[nodiscard]] render::Json appendices_json(
    const std::vector<DataTable>& tables);

}  // namespace thidua::document
