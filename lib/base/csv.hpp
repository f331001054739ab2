// CSV: a sheet as spreadsheets save it (RFC 4180), read strictly.
//
// The separator is the one of `,` `;` and tab that the row of headings has most
// of; cells may stand in quotes, a quote in them is written twice.  Line ends
// are LF, CRLF or CR; a BOM at the start is skipped.  Spreadsheets leave out
// empty cells at the end of a row and write empty rows: both are taken.
// Units    lines are counted from 1, as an editor shows them.
// Errors   read_csv() gives every fault of the sheet, with its line; where
//          quotes are broken, only the first, for nobody knows what follows.
// Source   RFC 4180.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace thidua {

inline constexpr std::size_t max_csv_bytes = std::size_t{1} << 20U;

struct CsvFault {
  std::size_t line = 0;
  Message what;
  Message hint{};
};

struct CsvRow {
  std::size_t line = 0;            // where it begins
  std::vector<std::string> cells;  // one for each heading
};

// Texts are NFC and without the spaces at their ends.
struct CsvTable {
  char separator = ',';
  std::size_t line = 1;           // of the headings
  std::vector<std::string> head;  // a column may be without
  std::vector<CsvRow> rows;       // without those that are empty

  // The column with this heading, as same_heading() has it.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
};

// However their letters, spaces and hyphens are written; `_` is a hyphen, too.
[[nodiscard]] bool same_heading(std::string_view a, std::string_view b);

// Any bytes.
[[nodiscard]] Result<CsvTable, std::vector<CsvFault>> read_csv(
    std::string_view bytes);

// One row with its line end (LF), quoted where it must be.
[[nodiscard]] std::string csv_row(const std::vector<std::string>& cells);

}  // namespace thidua
