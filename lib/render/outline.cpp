#include "render/outline.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "render/printable.hpp"

namespace thidua::render {
namespace {

constexpr std::size_t outline_width = 80;

// One line: every run of white space is one space.
std::string flat(std::string_view text) {
  std::string line;
  bool gap = false;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      gap = !line.empty();
      continue;
    }
    if (gap) {
      line += ' ';
      gap = false;
    }
    line += c;
  }
  return printable(line);
}

std::vector<std::string> flat_cells(const std::vector<std::string>& cells) {
  std::vector<std::string> flattened;
  flattened.reserve(cells.size());
  for (const std::string& cell : cells) {
    flattened.push_back(flat(cell));
  }
  return flattened;
}

bool is_markup(char c) {
  return std::string_view("\\`*_[<|~&$").find(c) != std::string_view::npos;
}

// How many bytes at the beginning of a line would make it a heading, a quote,
// a rule or an item of a list; the last of them is to be escaped.
std::size_t block_mark(std::string_view line) {
  std::size_t at = line.find_first_not_of("0123456789");
  const bool numbered = at != std::string_view::npos && at > 0 &&
                        (line[at] == '.' || line[at] == ')');
  if (!numbered) {
    at = 0;
  }
  if (line.empty() || (!numbered && std::string_view("#>+-").find(line[0]) ==
                                        std::string_view::npos)) {
    return 0;
  }
  const std::string_view after = line.substr(at + 1);
  const bool is_mark = line[at] == '#' || line[at] == '>' || after.empty() ||
                       after[0] == ' ' || after[0] == '-';
  return is_mark ? at + 1 : 0;
}

// A whole line, or an item of a list.
std::string markdown_line(std::string_view text) {
  std::string line = markdown_text(text);
  const std::size_t mark = block_mark(line);
  if (mark > 0) {
    line.insert(mark - 1, 1, '\\');
  }
  return line;
}

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) {
    row += fmt::format(" {} |", markdown_text(cell));
  }
  return row + '\n';
}

}  // namespace

std::string wrapped(const std::string& first, std::string_view text) {
  const std::size_t indent = display_width(first);
  const std::string line_of = flat(text);
  std::string_view rest = line_of;
  std::string lines = first;
  std::size_t column = indent;
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    const std::size_t width = display_width(word);
    if (column > indent && column + 1 + width > outline_width) {
      lines += '\n' + std::string(indent, ' ');
      column = indent;
    }
    if (column > indent) {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += width;
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
  return lines + '\n';
}

std::string markdown_text(std::string_view text) {
  std::string escaped;
  for (const char c : flat(text)) {
    if (is_markup(c)) {
      escaped += '\\';
    }
    escaped += c;
  }
  return escaped;
}

struct Outline::TextWriter {
  const Style& style;
  std::string text{};
  std::size_t indent = 0;

  void operator()(const Heading& heading) {
    indent = heading.level > 1 ? 2 : 0;
    const std::size_t depth = heading.level > 2 ? 2 : 0;
    text += text.empty() ? "" : "\n";
    text +=
        std::string(depth, ' ') + style(Ink::bold, flat(heading.text)) + '\n';
  }
  void operator()(const Paragraph& paragraph) {
    text += wrapped(std::string(indent, ' '), paragraph.text);
  }
  void operator()(const Facts& facts) {
    std::size_t width = 0;
    for (const auto& [name, value] : facts.all) {
      width = std::max(width, display_width(name));
    }
    for (const auto& [name, value] : facts.all) {
      text += wrapped(std::string(indent, ' ') + pad_right(name, width) + "  ",
                      value);
    }
  }
  void operator()(const List& list) {
    for (const std::string& item : list.items) {
      text += wrapped(std::string(indent, ' ') + "- ", item);
    }
  }
  void operator()(const Grid& grid) {
    Table table(grid.columns);
    table.head(flat_cells(grid.head));
    for (const auto& row : grid.rows) {
      table.row(flat_cells(row));
    }
    text += table.to_text(indent);
  }
  void operator()(const Missing& missing) {
    text += wrapped(std::string(indent, ' '),
                    fmt::format("{} {}", not_there, missing.what));
  }
};

struct Outline::MarkdownWriter {
  std::string text{};

  void operator()(const Heading& heading) {
    begin();
    text += std::string(static_cast<std::size_t>(heading.level), '#') + ' ' +
            markdown_text(heading.text) + '\n';
  }
  void operator()(const Paragraph& paragraph) {
    begin();
    text += markdown_line(paragraph.text) + '\n';
  }
  void operator()(const Facts& facts) {
    begin();
    for (const auto& [name, value] : facts.all) {
      text +=
          fmt::format("- {}: {}\n", markdown_text(name), markdown_text(value));
    }
  }
  void operator()(const List& list) {
    begin();
    for (const std::string& item : list.items) {
      text += fmt::format("- {}\n", markdown_line(item));
    }
  }
  void operator()(const Grid& grid) {
    begin();
    text += markdown_row(grid.head) + '|';
    for (const Align align : grid.columns) {
      text += align == Align::right ? " ---: |" : " --- |";
    }
    text += '\n';
    for (const auto& row : grid.rows) {
      text += markdown_row(row);
    }
  }
  void operator()(const Missing& missing) {
    begin();
    text += fmt::format("**{}** {}\n", not_there, markdown_text(missing.what));
  }

  void begin() { text += text.empty() ? "" : "\n"; }
};

void Outline::heading(int level, std::string text) {
  blocks_.emplace_back(Heading{level, std::move(text)});
}

void Outline::paragraph(std::string text) {
  blocks_.emplace_back(Paragraph{std::move(text)});
}

void Outline::facts(std::vector<std::pair<std::string, std::string>> facts) {
  blocks_.emplace_back(Facts{std::move(facts)});
}

void Outline::list(std::vector<std::string> items) {
  if (!items.empty()) {
    blocks_.emplace_back(List{std::move(items)});
  }
}

void Outline::table(Grid grid) {
  if (!grid.rows.empty()) {
    blocks_.emplace_back(std::move(grid));
  }
}

void Outline::missing(std::string what) {
  blocks_.emplace_back(Missing{std::move(what)});
}

std::string Outline::to_text(const Style& style) const {
  TextWriter writer{style};
  for (const Block& block : blocks_) {
    std::visit(writer, block);
  }
  return std::move(writer.text);
}

std::string Outline::to_markdown() const {
  MarkdownWriter writer;
  for (const Block& block : blocks_) {
    std::visit(writer, block);
  }
  return std::move(writer.text);
}

}  // namespace thidua::render
