// How the sheets of a spreadsheet are named and how wide their columns are.
// Only spreadsheet.cpp needs it.
#pragma once

#include <string>
#include <vector>

#include "document/data_table.hpp"

namespace thidua::document {

// At most 31 characters, none of []:*?/\, no two alike whatever the case.
[[nodiscard]] std::vector<std::string> sheet_names(
    const std::vector<DataTable>& tables);

// The heading of a column, with what its values are of.
[[nodiscard]] std::string heading_of(const Column& column);

// In characters, from the headings and the cells.
[[nodiscard]] std::vector<double> column_widths(const DataTable& table);

// How many lines a text takes in a cell of a width.
[[nodiscard]] int lines_in(const std::string& text, double width);
// The most of a row, in columns of these widths.
[[nodiscard]] int lines_in(const std::vector<std::string>& headings,
                           const std::vector<double>& widths);
[[nodiscard]] int lines_in(const Row& row, const std::vector<double>& widths);

}  // namespace thidua::document
