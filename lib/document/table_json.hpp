// Tables as JSON:
//   {"id", "title", "columns": [{"title", "number", "percent"}],
//    "rows": [{"cells": […], "depth", "total"}], "notes": […]}
// A cell is a text, a number of at most two decimals, a day as 2024-11-09, or
// null.
#pragma once

#include <vector>

#include "document/data_table.hpp"
#include "render/values.hpp"

namespace thidua::document {

[[nodiscard]] render::Json to_json(const Cell& cell);
[[nodiscard]] render::Json to_json(const DataTable& table);
[[nodiscard]] render::Json to_json(const std::vector<DataTable>& tables);

// Puts "tables", and those that are enclosed on paper as "appendices", before
// "caveats", which stays the last key of a report.
void add_tables(render::Json& report, const std::vector<DataTable>& tables);

}  // namespace thidua::document
