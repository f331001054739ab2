#include "render/table.hpp"

#include <algorithm>
#include <numeric>

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

using Widths = std::vector<std::size_t>;

std::size_t widest(const Row& lines) {
  std::size_t width = 0;
  for (const std::string& each : lines) {
    width = std::max(width, display_width(each));
  }
  return width;
}

// Broken at spaces to lines of at most `limit` columns, or of one word.
Row broken(std::string_view text, std::size_t limit) {
  Row lines;
  while (!text.empty()) {
    const std::string word(text.substr(0, text.find(' ')));
    if (!lines.empty() &&
        display_width(lines.back()) + 1 + display_width(word) <= limit) {
      lines.back() += ' ' + word;
    } else {
      lines.push_back(word);
    }
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  return lines;
}

// The lines of each heading, column by column.  The last column may be long
// where it stands left, and so may its heading.
std::vector<Row> broken_head(const Row& head, const std::vector<Align>& columns,
                             std::size_t limit) {
  std::vector<Row> lines;
  for (std::size_t i = 0; i < head.size(); ++i) {
    const std::string cell = printable(head[i]);
    const bool loose = i + 1 == head.size() && columns[i] == Align::left;
    lines.push_back(loose ? Row{cell} : broken(cell, limit));
  }
  return lines;
}

Widths widths_under(const std::vector<Row>& head, Widths widths) {
  for (std::size_t i = 0; i < head.size(); ++i) {
    widths[i] = std::max(widths[i], widest(head[i]));
  }
  return widths;
}

std::size_t width_of(const Widths& widths) {
  return std::accumulate(widths.begin(), widths.end(), 2 * (widths.size() - 1));
}

// Headings in as few lines as the page allows; whole where breaking them does
// not bring the table onto it.
std::vector<Row> fitted_head(const Row& head, const std::vector<Align>& columns,
                             const Widths& body, std::size_t indent) {
  const std::size_t whole = widest(head);
  for (std::size_t limit = whole; limit > 0; --limit) {
    std::vector<Row> lines = broken_head(head, columns, limit);
    if (indent + width_of(widths_under(lines, body)) <= page_width) {
      return lines;
    }
  }
  return broken_head(head, columns, whole);
}

// The lines of the headings, the last line of each just above its column.
std::vector<Row> head_lines(const std::vector<Row>& head) {
  std::size_t height = 0;
  for (const Row& column : head) {
    height = std::max(height, column.size());
  }
  std::vector<Row> lines(height, Row(head.size()));
  for (std::size_t i = 0; i < head.size(); ++i) {
    const std::size_t above = height - head[i].size();
    for (std::size_t j = 0; j < head[i].size(); ++j) {
      lines[above + j][i] = head[i][j];
    }
  }
  return lines;
}

constexpr std::size_t narrowest = 24;

// A row, its last cell broken over as many lines as the page asks for.
std::vector<Row> broken_row(const Row& cells, const Widths& widths,
                            std::size_t indent) {
  std::size_t before = indent;
  for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
    before += widths[i] + 2;
  }
  const std::size_t left = page_width - std::min(before, page_width);
  std::vector<Row> rows;
  for (std::string& part :
       broken(printable(cells.back()), std::max(left, narrowest))) {
    rows.push_back(rows.empty() ? cells : Row(cells.size()));
    rows.back().back() = std::move(part);
  }
  return rows.empty() ? std::vector<Row>{cells} : rows;
}

}  // namespace

std::string Table::to_text(std::size_t indent) const {
  Widths widths(columns_.size(), 0);
  for (const Row& cells : rows_) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(printable(cells[i])));
    }
  }
  std::string text;
  if (!head_.empty()) {
    const std::vector<Row> head = fitted_head(head_, columns_, widths, indent);
    widths = widths_under(head, std::move(widths));
    for (const Row& cells : head_lines(head)) {
      text += line(cells, columns_, widths, indent);
    }
  }
  for (const Row& row : rows_) {
    for (const Row& cells :
         wraps_ ? broken_row(row, widths, indent) : std::vector<Row>{row}) {
      text += line(cells, columns_, widths, indent);
    }
  }
  return text;
}

}  // namespace thidua::render
