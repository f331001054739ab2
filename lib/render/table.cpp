#include "render/table.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "render/printable.hpp"

namespace thidua::render {
namespace {

using Row = std::vector<std::string>;

std::string line(const Row& cells, const std::vector<Align>& columns,
                 const std::vector<std::size_t>& widths, std::size_t indent) {
  std::string text(indent, ' ');
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string cell = printable(cells[i]);
    if (columns[i] == Align::right) {
      text += pad_left(cell, widths[i]);
    } else {
      text += i + 1 == cells.size() ? cell : pad_right(cell, widths[i]);
    }
    text += i + 1 == cells.size() ? "" : "  ";
  }
  text.erase(text.find_last_not_of(' ') + 1);
  return text + '\n';
}

}  // namespace

std::string Table::to_text(std::size_t indent) const {
  std::vector<std::size_t> widths(columns_.size(), 0);
  const auto widen = [&](const Row& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(printable(cells[i])));
    }
  };
  widen(head_);
  std::for_each(rows_.begin(), rows_.end(), widen);
  std::string text;
  if (!head_.empty()) {
    text += line(head_, columns_, widths, indent);
  }
  for (const Row& row : rows_) {
    text += line(row, columns_, widths, indent);
  }
  return text;
}

}  // namespace thidua::render
