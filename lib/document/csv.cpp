#include "document/csv.hpp"

#include "base/csv.hpp"

namespace thidua::document {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string safe_text(const std::string& text, bool excel) {
  constexpr std::string_view formula = "=+-@\t\r\n";
  const bool looks_like_formula =
      !text.empty() && formula.find(text.front()) != std::string_view::npos;
  return excel && looks_like_formula ? "'" + text : text;
}

std::string csv_cell(const Cell& cell, bool excel) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return safe_text(*text, excel);
  }
  if (const auto* number = std::get_if<Exact>(&cell)) {
    return number->to_plain();
  }
  const auto* day = std::get_if<Date>(&cell);
  return day == nullptr ? std::string() : to_iso(*day);
}

class CsvWriter {
 public:
  explicit CsvWriter(const CsvStyle& style) : style_(style) {
    text_ = style.excel ? byte_order_mark : std::string_view{};
  }

  void add(std::vector<std::string> cells, const std::string& last) {
    if (!style_.caveat.empty()) {
      cells.push_back(safe_text(last, style_.excel));
    }
    std::string line = csv_row(cells);
    if (style_.excel) {
      line.replace(line.size() - 1, 1, "\r\n");
    }
    text_ += line;
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  const CsvStyle& style_;
  std::string text_;
};

}  // namespace

std::string to_csv(const DataTable& table, const CsvStyle& style) {
  CsvWriter writer(style);
  std::vector<std::string> cells;
  cells.reserve(table.columns.size());
  for (const Column& column : table.columns) {
    cells.push_back(safe_text(
        column.percent ? column.title + " (%)" : column.title, style.excel));
  }
  writer.add(std::move(cells), style.caveat_title);
  for (const Row& row : table.rows) {
    cells.clear();
    cells.reserve(row.cells.size());
    for (const Cell& cell : row.cells) {
      cells.push_back(csv_cell(cell, style.excel));
    }
    writer.add(std::move(cells), style.caveat);
  }
  return writer.take();
}

}  // namespace thidua::document
