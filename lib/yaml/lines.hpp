// Lines and columns of a file's bytes, for who writes into them.
//
// Offsets are bytes of the file.  A byte order mark belongs to no line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "yaml/block.hpp"

namespace thidua::yaml {

class Lines {
 public:
  // The bytes stay the caller's.
  explicit Lines(std::string_view bytes);

  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] std::string_view slice(std::size_t begin,
                                       std::size_t end) const {
    return bytes_.substr(begin, end - begin);
  }
  // NUL beyond the end, which no record holds.
  [[nodiscard]] char at(std::size_t offset) const {
    return offset < bytes_.size() ? bytes_[offset] : '\0';
  }

  [[nodiscard]] std::size_t begin_of(std::size_t offset) const;
  // Before the line end.
  [[nodiscard]] std::size_t end_of(std::size_t offset) const;
  // Behind the line end.
  [[nodiscard]] std::size_t next(std::size_t offset) const;
  [[nodiscard]] std::size_t column(std::size_t offset) const {
    return offset - begin_of(offset);
  }
  // Is the offset the first of its line that is no space?
  [[nodiscard]] bool starts_line(std::size_t offset) const;
  [[nodiscard]] bool is_blank(std::size_t begin, std::size_t end) const;

  // Past spaces and tabs; past line ends, too; past comments, too.
  [[nodiscard]] std::size_t skip_spaces(std::size_t offset) const;
  [[nodiscard]] std::size_t skip_blank(std::size_t offset) const;
  [[nodiscard]] std::size_t skip_comments(std::size_t offset) const;

  // LF or CRLF, as the first line has it.
  [[nodiscard]] std::string_view line_end() const { return line_end_; }
  // Joined by line ends; none at the end.
  [[nodiscard]] std::string join(const LineList& lines) const;

 private:
  std::string_view bytes_;
  std::size_t start_;
  std::string_view line_end_;
};

}  // namespace thidua::yaml
