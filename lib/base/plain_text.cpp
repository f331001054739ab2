#include "base/plain_text.hpp"

#include "base/utf8.hpp"

namespace thidua {
namespace {

constexpr char32_t next_line = 0x85;
constexpr char32_t line_separator = 0x2028;
constexpr char32_t paragraph_separator = 0x2029;

bool is_line_end(char32_t character) {
  return (character >= U'\n' && character <= U'\r') || character == next_line ||
         character == line_separator || character == paragraph_separator;
}

bool is_left_out(char32_t character) {
  return (character < U' ' && character != U'\t') ||
         (character >= 0x7F && character < 0xA0);
}

}  // namespace

std::string plain_text(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = decode_utf8(text, at);
    if (!character.valid) {
      plain += "\xEF\xBF\xBD";
    } else if (is_line_end(character.value)) {
      const bool goes_on = text.substr(at).starts_with("\r\n");
      plain += goes_on ? "" : "\n";
    } else if (!is_left_out(character.value)) {
      plain += text.substr(at, character.length);
    }
    at += character.length;
  }
  return plain;
}

std::string plain_line(std::string_view text) {
  std::string line;
  for (const char character : plain_text(text)) {
    if (character != ' ' && character != '\n' && character != '\t') {
      line += character;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) {
    line.pop_back();
  }
  return line;
}

std::size_t whole_characters(std::string_view text, std::size_t limit) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t next = at + decode_utf8(text, at).length;
    if (next > limit && at > 0) {
      break;
    }
    at = next;
  }
  return at;
}

}  // namespace thidua
