#include "document/table_json.hpp"

#include "document/appendices.hpp"

namespace thidua::document {

render::Json to_json(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return *text;
  }
  if (const auto* number = std::get_if<Exact>(&cell)) {
    return render::json_number(*number);
  }
  const auto* day = std::get_if<Date>(&cell);
  return day == nullptr ? render::Json(nullptr) : render::Json(to_iso(*day));
}

namespace {

render::Json json_row(const Row& row) {
  render::Json cells = render::Json::array();
  for (const Cell& cell : row.cells) {
    cells.push_back(to_json(cell));
  }
  return {
      {"cells", std::move(cells)}, {"depth", row.depth}, {"total", row.total}};
}

}  // namespace

render::Json to_json(const DataTable& table) {
  render::Json columns = render::Json::array();
  for (const Column& column : table.columns) {
    columns.push_back({{"title", column.title},
                       {"number", column.number},
                       {"percent", column.percent}});
  }
  render::Json rows = render::Json::array();
  for (const Row& row : table.rows) {
    rows.push_back(json_row(row));
  }
  return {{"id", table.id},
          {"title", table.title},
          {"columns", std::move(columns)},
          {"rows", std::move(rows)},
          {"notes", table.notes}};
}

render::Json to_json(const std::vector<DataTable>& tables) {
  render::Json json = render::Json::array();
  for (const DataTable& table : tables) {
    json.push_back(to_json(table));
  }
  return json;
}

void add_tables(render::Json& report, const std::vector<DataTable>& tables) {
  render::Json caveats = std::move(report["caveats"]);
  report.erase("caveats");
  report["tables"] = to_json(tables);
  report["appendices"] = appendices_json(tables);
  report["caveats"] = std::move(caveats);
}

}  // namespace thidua::document
