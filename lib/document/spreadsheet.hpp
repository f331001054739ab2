// XLSX of tables, for people who go on reckoning with them: a sheet for each,
// named by its id.
//
// Numbers and days are values, not texts; how they look is left to the
// reader's own settings (thousands, decimals).  Headings stay in view and are
// repeated on every printed page of A4, turned, one page wide.  Total rows are
// bold, parts of a row are indented, notes stand below the table and caveats
// above it on every sheet.
// Units    at most two decimals, as in JSON.  Numbers of more than 15 digits,
//          which a spreadsheet cannot hold, and days before 1900 are texts.
// Errors   io where no temporary file can be made.
// Bytes    the same tables give the same bytes.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "document/data_table.hpp"

namespace thidua::document {

struct SpreadsheetFrame {
  std::string title;  // in the properties of the file
  Date made{};        // likewise: the day that the answers are of
  std::string caveat;
};

// At least one table.
[[nodiscard]] Result<std::string> to_xlsx(const std::vector<DataTable>& tables,
                                          const SpreadsheetFrame& frame);

}  // namespace thidua::document
