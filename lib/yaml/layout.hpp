// Indentation, tabs and comments: what YAML forbids and libyaml lets pass.
//
// A quote or bracket left open must not swallow the keys on the lines below
// it, so text inside them has to be indented like any other value.
// Errors  TD0106 tab_indentation, TD0113 syntax_error.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "yaml/faults.hpp"
#include "yaml/tree.hpp"

namespace thidua::yaml {

// Both from 0; the column in characters.
struct Corner {
  std::size_t line = 0;
  std::size_t column = 0;
};

// Is told of every node in the order of the text, of max_depth levels at most.
class Layout {
 public:
  // The text begins at `start`.  `tabs`: where lines have their first leading
  // tab.
  Layout(std::string_view bytes, std::size_t start,
         std::vector<std::size_t> tabs, Faults& faults);

  void open(bool flow, Corner begin, std::size_t offset);
  void close() { --depth_; }
  void scalar(Style style, Place place, Corner begin, std::size_t last_line) {
    check_flow(begin, place.offset);
    const bool suspects =
        next_tab_ < tabs_.size() || next_hash_ < hashes_.size();
    if (suspects || last_line != begin.line) {
      check_scalar(style, place, last_line != begin.line);
    }
  }

  // All is well up to `end`, where the reading ends.
  void finish(std::size_t end);
  // The parser gave up here; true if a fault reported on the line says why.
  [[nodiscard]] bool stop(std::size_t offset);

 private:
  struct Frame {
    bool flow;
    std::size_t line;    // of the outermost bracket around
    std::size_t column;  // the least that a line inside may begin in
  };

  void check_flow(Corner begin, std::size_t offset) {
    const Frame& frame = frames_[depth_];
    if (frame.flow && begin.line != frame.line && begin.column < frame.column) {
      report_open_bracket(offset);
    }
  }
  void report_open_bracket(std::size_t offset);
  void check_scalar(Style style, Place place, bool several_lines);
  void check_quoted(Place place, std::size_t least_column);
  void report_tabs(std::size_t end);
  void judge_hashes(std::size_t end);

  std::string_view bytes_;
  Faults& faults_;
  std::vector<std::size_t> tabs_;
  std::vector<std::size_t> hashes_;  // with no space before them
  std::array<Frame, std::size_t{max_depth} + 1> frames_;  // 0: the file
  std::size_t depth_ = 0;
  std::size_t next_tab_ = 0;
  std::size_t next_hash_ = 0;
  std::size_t end_ = 0;  // of the last scalar
};

}  // namespace thidua::yaml
