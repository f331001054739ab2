// Outline: the content of a document as a run of blocks, written out as text
// for a terminal or as Markdown.
//
// Texts may come from records: they may hold anything a person typed.  Text
// output is made printable; Markdown escapes whatever would be taken as markup.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "render/style.hpp"
#include "render/table.hpp"

namespace thidua::render {

// What stands where content is still to be written: the same in every language.
inline constexpr std::string_view not_there = "[CHƯA CÓ]";

struct Grid {
  std::vector<Align> columns;
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
};

class Outline {
 public:
  // Level 1 is the title.
  void heading(int level, std::string text);
  void paragraph(std::string text);
  // Names and what they are.
  void facts(std::vector<std::pair<std::string, std::string>> facts);
  void list(std::vector<std::string> items);
  // Nothing where there are no rows.
  void table(Grid grid);
  // [CHƯA CÓ], and behind it what is not there.
  void missing(std::string what);

  // 80 columns, tables wider where they must be; sections indented by two.
  [[nodiscard]] std::string to_text(const Style& style) const;
  // CommonMark with tables.
  [[nodiscard]] std::string to_markdown() const;

 private:
  struct Heading {
    int level;
    std::string text;
  };
  struct Paragraph {
    std::string text;
  };
  struct Facts {
    std::vector<std::pair<std::string, std::string>> all;
  };
  struct List {
    std::vector<std::string> items;
  };
  struct Missing {
    std::string what;
  };
  using Block = std::variant<Heading, Paragraph, Facts, List, Grid, Missing>;

  struct TextWriter;
  struct MarkdownWriter;

  std::vector<Block> blocks_;
};

// `first`, and `text` broken at spaces to 80 columns; further lines are
// indented by as much as `first` is wide.  Ends with a line end.
[[nodiscard]] std::string wrapped(const std::string& first,
                                  std::string_view text);

// A text on one line of Markdown with nothing in it that is markup, for a cell
// or the middle of a line.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace thidua::render
