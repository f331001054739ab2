#include "document/appendices.hpp"

#include <algorithm>

#include "document/table_json.hpp"

namespace thidua::document {
namespace {

using render::Json;

// Beside the first one.
constexpr std::size_t columns_of_a_page = 10;

struct ColumnRange {
  std::size_t first;
  std::size_t last;  // the one behind it
};

// Of nearly equal width, so that the last part is not one column alone.
std::vector<ColumnRange> parts_of(std::size_t columns) {
  const std::size_t values = columns - 1;
  const std::size_t count = std::max<std::size_t>(
      1, (values + columns_of_a_page - 1) / columns_of_a_page);
  std::vector<ColumnRange> parts;
  for (std::size_t i = 0; i < count; ++i) {
    parts.push_back({1 + values * i / count, 1 + values * (i + 1) / count});
  }
  return parts;
}

Json row_json(const Row& row, const ColumnRange& part) {
  Json values = Json::array();
  for (std::size_t i = part.first; i < part.last; ++i) {
    values.push_back({{"value", to_json(row.cells[i])}});
  }
  return {{"name", to_json(row.cells.front())},
          {"part", row.depth > 0},
          {"total", row.total},
          {"values", std::move(values)}};
}

Json part_json(const DataTable& table, const ColumnRange& part) {
  Json columns = Json::array();
  for (std::size_t i = part.first; i < part.last; ++i) {
    columns.push_back(table.columns[i].title);
  }
  Json rows = Json::array();
  for (const Row& row : table.rows) {
    rows.push_back(row_json(row, part));
  }
  return {{"title", table.title},
          {"first", table.columns.front().title},
          {"columns", std::move(columns)},
          {"rows", std::move(rows)}};
}

}  // namespace

Json appendices_json(const std::vector<DataTable>& tables) {
  Json all = Json::array();
  for (const DataTable& table : tables) {
    if (!table.enclosed) {
      continue;
    }
    for (const ColumnRange& part : parts_of(table.columns.size())) {
      Json json = part_json(table, part);
      json["number"] = all.size() + 1;
      json["notes"] =
          part.last == table.columns.size() ? Json(table.notes) : Json::array();
      all.push_back(std::move(json));
    }
  }
  return all;
}

}  // namespace thidua::document
