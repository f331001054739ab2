// Tables for a terminal: columns as wide as their widest cell.
#pragma once

#include <string>
#include <vector>

namespace thidua::render {

inline constexpr std::size_t page_width = 100;  // columns of a wide screen

enum class Align { left, right };

class Table {
 public:
  explicit Table(std::vector<Align> columns) : columns_(std::move(columns)) {}

  void head(std::vector<std::string> cells) { head_ = std::move(cells); }
  void row(std::vector<std::string> cells) {
    rows_.push_back(std::move(cells));
  }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  // Breaks the last column too, where that keeps a row within 100 columns.
  void wrap_last() { wraps_ = true; }

  // One line a row, two spaces between columns, no spaces at the end.  The
  // last column is never padded, so it may be long.  Headings are broken over
  // several lines where that keeps the table within 100 columns.
  [[nodiscard]] std::string to_text(std::size_t indent = 0) const;

 private:
  std::vector<Align> columns_;
  std::vector<std::string> head_;
  std::vector<std::vector<std::string>> rows_;
  bool wraps_ = false;
};

}  // namespace thidua::render
