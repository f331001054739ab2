// Documents made by chance: every style, odd spacing, comments, line ends.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "unit/yaml_editing.hpp"
#include "unit/yaml_texts.hpp"

namespace thidua::yaml {

class Documents {
 public:
  explicit Documents(Draw& draw) : draw_(draw) {}

  // Most are read without an error.
  std::string next() {
    step_ = 1 + draw_.below(4);
    dash_ = draw_.one_in(3) ? 0 : step_;
    std::string text = draw_.one_in(3) ? "# đầu\n" : "";
    text += draw_.one_in(4) ? block_list(0, 0) : block_map(0, 0);
    if (draw_.one_in(4)) {
      text += "# cuối\n";
    }
    if (draw_.one_in(4)) {
      text.pop_back();
    }
    if (draw_.one_in(4)) {
      text = with_crlf(text);
    }
    return (draw_.one_in(6) ? "\xEF\xBB\xBF" : "") + text;
  }

 private:
  static std::string spaces(std::size_t count) {
    return std::string(count, ' ');
  }

  std::string key(std::size_t number) {
    static const std::vector<std::string> keys = {
        "a", "\"b\"", "'c d'", "xóm", "e\xCC\x82", "IV.2.c-1a", "2023"};
    return keys[number % keys.size()];
  }

  // Above an entry or item.
  std::string above(std::size_t indent) {
    if (draw_.one_in(6)) {
      return draw_.one_in(2) ? "\n" : spaces(indent) + "# trên\n";
    }
    return draw_.one_in(20) ? "\n# ngoài lề\n\n" : "";
  }

  std::string line_end() {
    static const std::vector<std::string> ends = {"\n", "\n", "\n", " \n",
                                                  "  # sau\n"};
    return draw_.of(ends);
  }

  std::string inline_scalar() {
    static const std::vector<std::string> scalars = {
        "tốt", "1", "86.25",    "true", "'it''s'",  "\"a\\tb\"",
        "''",  "~", "\"2023\"", "x y",  "e\xCC\x82"};
    return draw_.of(scalars);
  }

  std::string flow(std::size_t indent, int depth) {
    const bool list = draw_.one_in(2);
    const bool lines = draw_.one_in(4);
    const std::string gap = lines ? "\n" + spaces(indent + 2) : "";
    std::string text = list ? "[" : "{";
    const std::size_t count = draw_.below(4);
    for (std::size_t k = 0; k < count; ++k) {
      text += gap;
      text += list ? "" : key(k) + ": ";
      text += depth < 2 && draw_.one_in(4) ? flow(indent + 2, depth + 1)
                                           : inline_scalar();
      text += k + 1 < count || draw_.one_in(5) ? "," : "";
      text += lines && draw_.one_in(4) ? " # trong" : lines ? "" : " ";
    }
    text += lines ? "\n" + spaces(indent + 1) : "";
    return text + (list ? "]" : "}");
  }

  std::string block_scalar(std::size_t indent) {
    static const std::vector<std::string> headers = {"|", "|-", "|+", ">",
                                                     ">-  # kiểu"};
    const std::string margin = spaces(indent + 2);
    std::string text = draw_.of(headers) + "\n" + margin + "một\n";
    text += draw_.one_in(2) ? "\n" + margin + "  hai\n" : "";
    text += draw_.one_in(3) ? "\n" : "";
    return text + (draw_.one_in(9) ? margin + "   \n" : "");
  }

  // Behind a key or dash, to the end of the last line.
  std::string value(std::size_t indent, int depth, bool in_list) {
    switch (draw_.below(depth < 3 ? 9 : 6)) {
      case 0:
        return line_end();
      case 1:
        return " " + flow(indent, 0) + line_end();
      case 2:
        return " " + block_scalar(indent);
      case 3:
        return " một\n" + spaces(indent + 1) + "hai" + line_end();
      case 6:
        return line_end() + block_map(indent + step_, depth + 1);
      case 7:
        return line_end() +
               block_list(indent + (in_list ? 2 : dash_), depth + 1);
      case 8:
        if (in_list) {
          std::string inner = draw_.one_in(2)
                                  ? block_map(indent + 2, depth + 1)
                                  : block_list(indent + 2, depth + 1);
          if (inner.starts_with(spaces(indent + 2)) &&
              inner[indent + 2] != '#') {
            return " " + inner.substr(indent + 2);
          }
        }
        return " x" + line_end();
      default:
        return std::string(1 + draw_.below(2), ' ') + inline_scalar() +
               line_end();
    }
  }

  std::string block_map(std::size_t indent, int depth) {
    std::string text;
    const std::size_t first = draw_.below(7);
    for (std::size_t k = 0; k < 1 + draw_.below(4); ++k) {
      text += above(indent) + spaces(indent);
      text += key(first + k) + (draw_.one_in(9) ? " :" : ":");
      text += value(indent, depth, false);
    }
    return text;
  }

  std::string block_list(std::size_t indent, int depth) {
    std::string text;
    for (std::size_t k = 0; k < 1 + draw_.below(4); ++k) {
      text += above(indent) + spaces(indent) + "-" + value(indent, depth, true);
    }
    return text;
  }

  Draw& draw_;
  std::size_t step_ = 2;
  std::size_t dash_ = 2;
};

}  // namespace thidua::yaml
