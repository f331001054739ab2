// Tables as spreadsheets and CSV: what `report` and `score` share of
// --format xlsx|csv, --table and --excel.
#pragma once

#include <string>
#include <vector>

#include "document/data_table.hpp"
#include "rules/timeline.hpp"
#include "saving.hpp"

namespace thidua::cmd {

struct TableOptions {
  std::string table;  // the id of the only one that is wanted
  bool excel = false;
};

void add_table_options(Syntax& syntax, const Words& words,
                       TableOptions& options);

enum class TableFormat { none, xlsx, csv };

// Options that say nothing about the format that is asked for.
[[nodiscard]] std::optional<Failure> check_table_options(
    const TableOptions& options, TableFormat format);

struct TableDocument {
  std::vector<document::DataTable> tables;
  std::string title;
  std::string name;  // BC-2024-hang-nam.xlsx
  Caveats caveats;
};

// A spreadsheet has a sheet for each table and is always saved.  CSV is one
// table a file, and printed without --to: of several tables one must be chosen,
// or a folder named for all of them.
[[nodiscard]] std::optional<Failure> put_tables(World& world,
                                                const TableDocument& document,
                                                TableFormat format,
                                                const TableOptions& options,
                                                const SaveOptions& saving);

}  // namespace thidua::cmd
