// DataTable: a table of a report or a ranking with its values, before anything
// is written in words.  Spreadsheets, CSV, pages and Word documents all show
// the same tables, and `--format json` has them under "tables".
//
// A cell is a text, an exact number, a day, or nothing (what nobody recorded:
// an empty cell in a spreadsheet, "–" on paper; never 0).
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/exact.hpp"

namespace thidua::document {

using Cell = std::variant<std::monostate, std::string, Exact, Date>;

struct Column {
  std::string title;
  bool number = false;  // set to the right
  // What every value of the column is of, where a spreadsheet should say it.
  bool percent = false;
};

struct Row {
  std::vector<Cell> cells;  // as many as there are columns
  // "trong đó", "tổng cộng": how deep the row is part of the one above it, and
  // whether it adds up others.
  int depth = 0;
  bool total = false;
};

struct DataTable {
  std::string id;     // unique in one document, ASCII: a sheet's name, a file's
  std::string title;  // above it
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<std::string> notes;  // below it: identities that fail, caveats
  // Enclosed with the report on paper, where its text does not have it already.
  bool enclosed = false;
};

}  // namespace thidua::document
