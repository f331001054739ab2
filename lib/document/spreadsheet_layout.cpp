#include "document/spreadsheet_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "base/text.hpp"

namespace thidua::document {
namespace {

constexpr std::size_t longest_sheet_name = 31;
constexpr double narrowest = 7;
constexpr double widest_text = 48;
constexpr double widest_number_heading = 11;
constexpr double letter_width = 0.88;   // of this font, in widths of a digit
constexpr double narrowest_table = 60;  // so that titles have room

double width_of(std::string_view text) {
  return static_cast<double>(display_width(text));
}

double longest_word(const std::string& text) {
  double longest = 0;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    longest = std::max(longest, width_of(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return longest;
}

double width_of_cell(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return width_of(*text);
  }
  if (const auto* number = std::get_if<Exact>(&cell)) {
    const double digits = width_of(number->to_plain());
    return digits + std::floor(digits / 3);  // thousands, and ",00"
  }
  return std::holds_alternative<Date>(cell) ? 10 : 0;
}

double column_width(const DataTable& table, std::size_t at) {
  const Column& column = table.columns[at];
  const std::string heading = heading_of(column);
  double content = narrowest;
  for (const Row& row : table.rows) {
    content = std::max(content, width_of_cell(row.cells[at]) + row.depth * 2.0);
  }
  const double wanted =
      std::max({std::min(content, widest_text),
                std::min(width_of(heading), widest_number_heading),
                std::min(longest_word(heading), widest_text)});
  return std::ceil(wanted) + 2;
}

std::string allowed_name(const std::string& id) {
  std::string name;
  for (const char letter : id) {
    const bool forbidden =
        std::string_view("[]:*?/\\'").find(letter) != std::string_view::npos;
    name += forbidden ? '-' : letter;
  }
  return name;
}

// Ids differ at their ends, by a year: what is too much goes from the middle.
std::string shortened(const std::string& id) {
  constexpr std::size_t kept = 10;
  return id.size() <= longest_sheet_name
             ? id
             : id.substr(0, longest_sheet_name - kept - 1) + "." +
                   id.substr(id.size() - kept);
}

}  // namespace

std::vector<std::string> sheet_names(const std::vector<DataTable>& tables) {
  std::vector<std::string> names;
  names.reserve(tables.size());
  std::set<std::string> taken;
  for (const DataTable& table : tables) {
    const std::string id = allowed_name(table.id);
    std::string name = shortened(id);
    for (int next = 2; !taken.insert(name).second; ++next) {
      const std::string number = fmt::format("-{}", next);
      name = id.substr(0, longest_sheet_name - number.size()) + number;
    }
    names.push_back(std::move(name));
  }
  return names;
}

std::string heading_of(const Column& column) {
  return column.percent ? column.title + " (%)" : column.title;
}

std::vector<double> column_widths(const DataTable& table) {
  std::vector<double> widths;
  widths.reserve(table.columns.size());
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    widths.push_back(column_width(table, i));
  }
  const double all = std::accumulate(widths.begin(), widths.end(), 0.0);
  const auto text =
      std::find_if(table.columns.begin(), table.columns.end(),
                   [](const Column& each) { return !each.number; });
  if (all < narrowest_table && text != table.columns.end()) {
    widths[static_cast<std::size_t>(text - table.columns.begin())] +=
        narrowest_table - all;
  }
  return widths;
}

int lines_in(const std::string& text, double width) {
  int lines = 0;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const double long_line =
        width_of(text.substr(begin, end - begin)) * letter_width;
    lines += std::max(1, static_cast<int>(std::ceil(long_line / width)));
    begin = end + 1;
  }
  return lines;
}

int lines_in(const std::vector<std::string>& headings,
             const std::vector<double>& widths) {
  int lines = 1;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    // Bold letters are wider, and words are not broken.
    lines = std::max(lines, lines_in(headings[i], widths[i] * 0.7));
  }
  return lines;
}

int lines_in(const Row& row, const std::vector<double>& widths) {
  int lines = 1;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (const auto* text = std::get_if<std::string>(&row.cells[i])) {
      lines = std::max(lines, lines_in(*text, widths[i] - 1 - row.depth));
    }
  }
  return lines;
}

}  // namespace thidua::document
