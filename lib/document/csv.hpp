// CSV of a table: for other programs, or for a spreadsheet program.
//
// One table a file: a row of headings, then the rows (RFC 4180, UTF-8, LF).
// Numbers are plain (1234.5, at most two decimals), days are 2024-11-09, what
// nobody recorded is empty.  Headings of percentages end in " (%)".
//
// For Excel there is a BOM and CRLF, and a text that Excel would take for a
// formula (it begins with = + - @, a tab or a line end) gets an apostrophe in
// front.  Numbers are never changed.
//
// A caveat stands in a last column, in every row: a file has no other place
// that a machine would not stumble over.
#pragma once

#include <string>

#include "document/data_table.hpp"

namespace thidua::document {

struct CsvStyle {
  bool excel = false;
  std::string caveat;        // empty: there is none
  std::string caveat_title;  // the heading of its column
};

[[nodiscard]] std::string to_csv(const DataTable& table, const CsvStyle& style);

}  // namespace thidua::document
