#include "tables.hpp"

#include <algorithm>

#include "document/csv.hpp"
#include "document/spreadsheet.hpp"
#include "render/values.hpp"
#include "rules/references.hpp"

namespace thidua::cmd {
namespace {

using document::DataTable;

std::vector<std::string_view> ids_of_tables(
    const std::vector<DataTable>& tables) {
  std::vector<std::string_view> ids;
  ids.reserve(tables.size());
  for (const DataTable& table : tables) {
    ids.push_back(table.id);
  }
  return ids;
}

// All of them, where none is asked for.
Result<std::vector<DataTable>> chosen_tables(
    const std::vector<DataTable>& tables, const std::string& id) {
  if (id.empty()) {
    return tables;
  }
  for (const DataTable& table : tables) {
    if (table.id == id) {
      return std::vector{table};
    }
  }
  const auto ids = ids_of_tables(tables);
  const Message nearest = suggestion(id, {ids.begin(), ids.end()});
  return Failure{ExitStatus::usage, msg("there is no table `{0}`", id),
                 nearest.empty() ? msg("the tables are: {0}",
                                       fmt::format("{}", fmt::join(ids, ", ")))
                                 : nearest};
}

std::string caveat_of(const World& world, Caveats caveats) {
  std::string lines = render::caveat_lines(caveats, world.language());
  while (!lines.empty() && lines.back() == '\n') {
    lines.pop_back();
  }
  std::replace(lines.begin(), lines.end(), '\n', ' ');
  return lines;
}

std::optional<Failure> put_csv(World& world,
                               const std::vector<DataTable>& tables,
                               const document::CsvStyle& style,
                               const SaveOptions& saving) {
  if (tables.size() == 1) {
    return save_or_print(
        world, saving, tables.front().id + ".csv",
        world.shown_to_all(document::to_csv(tables.front(), style)));
  }
  if (!is_folder(saving.to)) {
    return Failure{
        ExitStatus::usage,
        msg("there are {0} tables, and CSV is one table a file: {1}",
            tables.size(),
            fmt::format("{}", fmt::join(ids_of_tables(tables), ", "))),
        msg("choose one with --table ID, or name a folder for all of them with "
            "--to DIR/")};
  }
  std::vector<NamedBytes> files;
  files.reserve(tables.size());
  for (const DataTable& table : tables) {
    files.push_back({table.id + ".csv",
                     world.shown_to_all(document::to_csv(table, style))});
  }
  return save_all(world, saving, files);
}

std::optional<Failure> put_xlsx(World& world,
                                const std::vector<DataTable>& tables,
                                const TableDocument& document,
                                const SaveOptions& saving) {
  const auto bytes = document::to_xlsx(
      tables,
      {document.title, world.today(), caveat_of(world, document.caveats)});
  return bytes ? save(world, saving, document.name, *bytes) : bytes.error();
}

}  // namespace

void add_table_options(Syntax& syntax, const Words& words,
                       TableOptions& options) {
  syntax.option("--table", options.table, words("ID"),
                words("of --format xlsx and csv: only this table"));
  syntax.flag("--excel", options.excel,
              words("of --format csv: with a byte order mark and CRLF, and no "
                    "text that begins like a formula"));
}

std::optional<Failure> check_table_options(const TableOptions& options,
                                           TableFormat format) {
  if (!options.table.empty() && format == TableFormat::none) {
    return Failure{ExitStatus::usage,
                   msg("--table chooses a table of a spreadsheet or CSV"),
                   msg("add --format xlsx or --format csv")};
  }
  if (options.excel && format != TableFormat::csv) {
    return Failure{ExitStatus::usage, msg("--excel is a way to write CSV"),
                   msg("add --format csv, or leave --excel out")};
  }
  return std::nullopt;
}

std::optional<Failure> put_tables(World& world, const TableDocument& document,
                                  TableFormat format,
                                  const TableOptions& options,
                                  const SaveOptions& saving) {
  if (document.tables.empty()) {
    return Failure{ExitStatus::refused,
                   msg("nothing is recorded that a table could hold"),
                   {}};
  }
  const auto tables = chosen_tables(document.tables, options.table);
  if (!tables) {
    return tables.error();
  }
  if (format == TableFormat::xlsx) {
    return put_xlsx(world, *tables, document, saving);
  }
  return put_csv(
      world, *tables,
      {options.excel, caveat_of(world, document.caveats), world.say("Caveat")},
      saving);
}

}  // namespace thidua::cmd
