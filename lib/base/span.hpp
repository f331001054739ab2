// Where in the plan folder something was read from.
//
// A Span counts bytes; lines and columns are worked out when printed (a column
// is a character).  File numbers index the sources of the Plan.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace thidua {

struct Span {
  static constexpr std::uint32_t nowhere = UINT32_MAX;

  std::uint32_t file = nowhere;
  std::uint32_t offset = 0;  // bytes from the start of the file, BOM included
  std::uint32_t length = 0;  // bytes

  [[nodiscard]] bool known() const { return file != nowhere; }
  friend bool operator==(Span, Span) = default;
};

// A value and the place it was read from.
template <class T>
struct At {
  T value{};
  Span span{};

  const T& operator*() const { return value; }
  const T* operator->() const { return &value; }
};

// A file of the plan folder as it was read.  The path is relative, with `/`.
struct Source {
  std::string path;
  std::string bytes;
};

struct LineColumn {
  std::size_t line = 1;         // from 1
  std::size_t column = 1;       // from 1, in characters; a BOM does not count
  std::string_view text{};      // the source line, without its line end or BOM
  std::size_t byte_column = 0;  // where in `text` the place begins, in bytes
};

// An offset past the end is taken as the end.  Line ends are LF and CRLF.
[[nodiscard]] LineColumn locate(std::string_view bytes, std::size_t offset);

}  // namespace thidua
