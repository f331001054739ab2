#include "document/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <vector>

#include "base/text.hpp"
#include "document/frame.hpp"
#include "document/mustache.hpp"
#include "document/word_xml.hpp"

namespace thidua::document {
namespace {

constexpr int body_size = 28;   // 14 points
constexpr int table_size = 24;  // 12 points
constexpr int note_size = 24;
constexpr int paragraph_gap = 120;  // 6 points
constexpr int hand_and_seal = 1100;
const int first_indent = twips(12.7);

// What begins an appendix, on pages as those before it or set across.
constexpr std::string_view page_title = "=== ";
constexpr std::string_view wide_page_title = "==> ";

std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

bool take_prefix(std::string_view& line, std::string_view prefix) {
  if (!line.starts_with(prefix)) {
    return false;
  }
  line = trimmed(line.substr(prefix.size()));
  return true;
}

// What begins a line, and how such a paragraph looks.
struct LineKind {
  std::string_view prefix;
  ParagraphLook paragraph;
  Letters letters;
};

const std::vector<LineKind>& line_kinds() {
  const ParagraphLook heading{.align = "both",
                              .indent_first = first_indent,
                              .before = paragraph_gap,
                              .keep_next = true};
  const ParagraphLook body{.indent_first = first_indent,
                           .before = paragraph_gap};
  const ParagraphLook middle{.align = "center", .before = paragraph_gap};
  static const std::vector<LineKind> kinds{
      {"### ", heading, {.bold = true, .italic = true}},
      {"## ", heading, {.bold = true}},
      {"# ", heading, {.bold = true}},
      {">> ", middle, {}},
      {"^> ", middle, {.bold = true, .capitals = true}},
      {"> ", middle, {.bold = true}},
      {"* ", body, {.italic = true}},
      {"- ", body, {}},
      {"[right] ", {.align = "right", .before = paragraph_gap}, {}},
      {"[plain] ", {.before = paragraph_gap}, {}},
      {"[note] ",
       {.indent_first = first_indent, .before = 60},
       {.size = note_size, .italic = true}},
      {"[mark] ",
       {.align = "center", .before = 60},
       {.size = note_size, .italic = true}},
      {page_title,
       {.align = "center", .keep_next = true, .new_page = true},
       {.bold = true}},
      {wide_page_title,
       {.align = "center", .keep_next = true},
       {.bold = true}}};
  return kinds;
}

// "**Label** and what follows"
std::string labelled(std::string_view line) {
  const std::size_t end = line.find("**", 2);
  if (!line.starts_with("**") || end == line.npos) {
    return run_xml(line, {.size = body_size});
  }
  return run_xml(line.substr(2, end - 2), {.size = body_size, .bold = true}) +
         run_xml(line.substr(end + 2), {.size = body_size});
}

std::string plain_line(std::string_view line) {
  for (const LineKind& kind : line_kinds()) {
    std::string_view text = line;
    if (take_prefix(text, kind.prefix)) {
      const std::string shown =
          kind.prefix == "- " ? fmt::format("- {}", text) : std::string(text);
      return paragraph_xml(kind.paragraph, run_xml(shown, kind.letters));
    }
  }
  return paragraph_xml({.indent_first = first_indent, .before = paragraph_gap},
                       labelled(line));
}

class TableLines {
 public:
  TableLines(std::string_view columns, bool lines, int width)
      : lines_(lines), size_(lines ? table_size : body_size) {
    while (!(columns = trimmed(columns)).empty()) {
      int share = 0;
      const auto read = std::from_chars(columns.data(),
                                        columns.data() + columns.size(), share);
      columns.remove_prefix(
          static_cast<std::size_t>(read.ptr - columns.data()));
      if (take_prefix(columns, "pt")) {
        size_ = 2 * share;
        continue;
      }
      widths_.push_back(width * share / 100);
      aligns_.push_back(align_of(columns.front()));
      columns.remove_prefix(1);
    }
  }

  void add(std::string_view line, bool head, int room = 0) {
    const auto cells = cells_of(line);
    if (cells.size() == 1 && widths_.size() > 1) {
      int whole = 0;
      for (const int each : widths_) {
        whole += each;
      }
      rows_ += row_xml(
          cell_xml(
              {whole, static_cast<int>(widths_.size()), lines_},
              cell_text(cells.front(), "left", !is_structure(cells.front()))),
          head);
      return;
    }
    std::string row;
    std::size_t column = 0;
    for (const std::string_view cell : cells) {
      // A cell that only repeats others has no column of its own.
      const bool marker = is_structure(cell);
      if (!marker && column == widths_.size()) {
        throw std::logic_error(fmt::format("too many cells: {}", line));
      }
      row += cell_xml(
          {marker ? 0 : widths_[column], 1, lines_},
          cell_text(cell, head ? "center" : aligns_[column % widths_.size()],
                    head, room));
      column += marker ? 0 : 1;
    }
    if (column != widths_.size()) {
      throw std::logic_error(fmt::format("too few cells: {}", line));
    }
    rows_ += row_xml(row, head);
  }

  [[nodiscard]] std::string xml() const {
    return table_xml(widths_, rows_, lines_);
  }

 private:
  static std::string_view align_of(char letter) {
    return letter == 'c' ? "center" : letter == 'r' ? "right" : "left";
  }

  // Nothing but tags of sections.
  static bool is_structure(std::string_view cell) {
    std::size_t done = 0;
    for (const Tag& tag : tags_in(cell)) {
      if (!tag.is_structure() || tag.begin != done) {
        return false;
      }
      done = tag.end;
    }
    return done == cell.size() && done > 0;
  }

  // "a | b"; a bar inside is not needed by any text of ours.
  static std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t bar = std::min(line.find('|', at), line.size());
      cells.push_back(trimmed(line.substr(at, bar - at)));
      at = bar + 1;
    }
    return cells;
  }

  // Lines within a cell are parted by ` // `.
  [[nodiscard]] std::string cell_text(std::string_view text,
                                      std::string_view align, bool bold,
                                      int room = 0) const {
    std::string out;
    while (true) {
      const std::size_t end = std::min(text.find(" // "), text.size());
      std::string_view part = text.substr(0, end);
      Letters letters{.size = size_, .bold = bold};
      if (take_prefix(part, "**")) {
        letters.bold = true;
      }
      const bool last = end == text.size();
      out += paragraph_xml(
          {.align = align, .before = 20, .after = last ? 20 + room : 20},
          run_xml(part, letters));
      if (last) {
        return out;
      }
      text.remove_prefix(end + 4);
    }
  }

  bool lines_;
  int size_;
  std::vector<int> widths_;
  std::vector<std::string_view> aligns_;
  std::string rows_;
};

class BodyWriter {
 public:
  explicit BodyWriter(const PageLook& page) : width_(text_width(page)) {}

  std::string write(std::string_view body) {
    while (!body.empty()) {
      line(next_line(body));
    }
    end_table();
    return std::move(xml_);
  }

 private:
  void line(std::string_view text) {
    if (take_prefix(text, "|=")) {
      begin_table(text, true);
    } else if (take_prefix(text, "|~")) {
      begin_table(text, false);
    } else if (take_prefix(text, "|!")) {
      table_.value().add(text, true);
    } else if (take_prefix(text, "|_")) {
      table_.value().add(text, false, hand_and_seal);
    } else if (take_prefix(text, "|")) {
      table_.value().add(text, false);
    } else {
      end_table();
      if (!trimmed(text).empty()) {
        xml_ += plain_line(text);
      }
    }
  }

  void begin_table(std::string_view columns, bool lines) {
    end_table();
    table_.emplace(columns, lines, width_);
  }

  void end_table() {
    if (table_) {
      xml_ += table_->xml();
      table_.reset();
    }
  }

  int width_;
  std::optional<TableLines> table_;
  std::string xml_;
};

// Up to the next appendix.
std::string_view take_part(std::string_view& body) {
  const std::string_view rest = body;
  while (!body.empty() && !body.starts_with(page_title) &&
         !body.starts_with(wide_page_title)) {
    next_line(body);
  }
  return rest.substr(0, rest.size() - body.size());
}

// "(Kèm theo Báo cáo số … ngày … của …)": Phụ lục I, under the title of an
// appendix of what is signed.
std::string enclosed_with(const DocumentText& text) {
  if (!is_signed_by_issuer(text)) {
    return {};
  }
  return paragraph_xml(
      {.align = "center", .after = paragraph_gap},
      run_xml(fmt::format(
                  "(Kèm theo {} số {{{{document.number}}}} "
                  "{{{{document.day}}}} của {{{{document.issuer}}}})",
                  text.type.empty() ? "Công văn" : sentence_case(text.type)),
              {.italic = true}));
}

}  // namespace

DocumentText read_document_text(std::string_view text) {
  DocumentText read;
  while (!text.empty()) {
    const std::string_view line = next_line(text);
    if (line == "---") {
      read.body = text;
      return read;
    }
    const std::size_t colon = line.find(':');
    const std::string_view key = line.substr(0, colon);
    const std::string value(trimmed(line.substr(colon + 1)));
    if (key == "name") {
      read.name = value;
    } else if (key == "context") {
      read.context = value;
    } else if (key == "abbreviation") {
      read.abbreviation = value;
    } else if (key == "frame") {
      read.frame = value;
    } else if (key == "signer") {
      read.chair_signs = value == "chair";
    } else if (key == "type") {
      read.type = value;
    } else if (key == "summary") {
      read.summary = value;
    } else if (key == "numbered") {
      read.numbered = value != "no";
    } else if (key == "answers") {
      read.answers = value;
    } else if (key == "page") {
      read.landscape = value == "landscape";
    } else if (key == "stage") {
      read.stage = commendation_stage(value);
      if (!read.stage) {
        throw std::logic_error(fmt::format("no such stage: {}", value));
      }
    } else if (key == "to") {
      read.to = value;
    } else if (key == "class") {
      read.subject_class = value;
    } else {
      throw std::logic_error(fmt::format("no such key: {}", key));
    }
  }
  throw std::logic_error("a document without a body");
}

std::string lay_out(const DocumentText& text) {
  PageLook page{.landscape = text.landscape,
                .certificate = text.frame == "certificate"};
  std::string_view body = text.body;
  std::string xml = frame_head(text, page) +
                    BodyWriter(page).write(take_part(body)) +
                    frame_foot(text, page);
  while (!body.empty()) {
    const bool landscape = text.landscape || body.starts_with(wide_page_title);
    if (landscape != page.landscape) {
      xml += page_break_xml(page);
      page = {.landscape = landscape, .follows = true};
    }
    const std::string_view title = next_line(body);
    xml += plain_line(title) + enclosed_with(text) +
           BodyWriter(page).write(take_part(body));
  }
  return zip(word_package(xml, page));
}

}  // namespace thidua::document
