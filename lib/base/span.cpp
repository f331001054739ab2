#include "base/span.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace thidua {

LineColumn locate(std::string_view bytes, std::size_t offset) {
  constexpr std::string_view bom = "\xEF\xBB\xBF";
  const std::size_t start = bytes.starts_with(bom) ? bom.size() : 0;
  const std::size_t at = std::clamp(offset, start, bytes.size());

  LineColumn found;
  std::size_t line_start = start;
  for (std::size_t i = start; i < at; ++i) {
    if (bytes[i] == '\n') {
      ++found.line;
      line_start = i + 1;
    }
  }
  std::size_t line_end = bytes.find('\n', line_start);
  if (line_end == std::string_view::npos) {
    line_end = bytes.size();
  }
  if (line_end > line_start && bytes[line_end - 1] == '\r') {
    --line_end;
  }
  found.text = bytes.substr(line_start, line_end - line_start);
  found.byte_column = std::min(at - line_start, found.text.size());
  // Bytes that are no text count as they are shown: one sign each.
  for (std::size_t i = 0; i < found.byte_column;) {
    i += decode_utf8(found.text, i).length;
    ++found.column;
  }
  return found;
}

}  // namespace thidua
