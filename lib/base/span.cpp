#include "base/span.hpp"

#include <algorithm>

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
  const auto is_first_byte = [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  };
  found.column =
      1 + static_cast<std::size_t>(std::count_if(
              found.text.begin(),
              found.text.begin() +
                  static_cast<std::ptrdiff_t>(found.byte_column),
              is_first_byte));
  return found;
}

}  // namespace thidua
