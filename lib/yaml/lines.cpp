#include "yaml/lines.hpp"

#include <algorithm>

#include "yaml/characters.hpp"

namespace thidua::yaml {
namespace {

bool is_blank_character(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }

std::string_view line_end_of(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  return end != npos && end > 0 && bytes[end - 1] == '\r' ? "\r\n" : "\n";
}

}  // namespace

Lines::Lines(std::string_view bytes)
    : bytes_(bytes),
      start_(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0),
      line_end_(line_end_of(bytes)) {}

std::size_t Lines::begin_of(std::size_t offset) const {
  const std::size_t end = bytes_.substr(0, offset).rfind('\n');
  return end == npos ? std::min(start_, offset) : end + 1;
}

std::size_t Lines::end_of(std::size_t offset) const {
  const std::size_t end = bytes_.find('\n', offset);
  if (end == npos) {
    return bytes_.size();
  }
  return end > offset && bytes_[end - 1] == '\r' ? end - 1 : end;
}

std::size_t Lines::next(std::size_t offset) const {
  const std::size_t end = bytes_.find('\n', offset);
  return end == npos ? bytes_.size() : end + 1;
}

bool Lines::starts_line(std::size_t offset) const {
  return is_blank(begin_of(offset), offset);
}

bool Lines::is_blank(std::size_t begin, std::size_t end) const {
  return skip_blank(begin) >= end;
}

std::size_t Lines::skip_spaces(std::size_t offset) const {
  while (is_blank_character(at(offset))) {
    ++offset;
  }
  return offset;
}

std::size_t Lines::skip_blank(std::size_t offset) const {
  while (is_blank_character(at(offset)) || is_line_end(at(offset))) {
    ++offset;
  }
  return offset;
}

std::size_t Lines::skip_comments(std::size_t offset) const {
  offset = skip_blank(offset);
  while (at(offset) == '#') {
    offset = skip_blank(end_of(offset));
  }
  return offset;
}

std::string Lines::join(const LineList& lines) const {
  std::string text;
  for (const std::string& line : lines) {
    if (&line != &lines.front()) {
      text += line_end_;
    }
    text += line;
  }
  return text;
}

}  // namespace thidua::yaml
