#include "document/table_parts.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace thidua::document {

Cell text_cell(std::string_view text) {
  return text.empty() ? Cell() : Cell(std::string(text));
}

Cell number_cell(const std::optional<Exact>& value) {
  return value ? Cell(*value) : Cell();
}

Cell count_cell(std::size_t count) {
  return Exact(static_cast<std::int64_t>(count));
}

Cell day_cell(const std::optional<Date>& day) {
  return day ? Cell(*day) : Cell();
}

std::string table_id(std::initializer_list<std::string_view> words) {
  std::string id;
  for (const std::string_view word : words) {
    const std::string part = slug(word);
    if (!part.empty()) {
      id += id.empty() ? "" : "-";
      id += part;
    }
  }
  return id;
}

void TableList::add(DataTable table) {
  if (table.rows.empty()) {
    return;
  }
  const std::string id = table.id;
  const auto is_taken = [&](const DataTable& each) {
    return each.id == table.id;
  };
  for (int next = 2; std::any_of(tables_.begin(), tables_.end(), is_taken);
       ++next) {
    table.id = fmt::format("{}-{}", id, next);
  }
  tables_.push_back(std::move(table));
}

void TableList::add_enclosed(DataTable table) {
  table.enclosed = true;
  add(std::move(table));
}

}  // namespace thidua::document
