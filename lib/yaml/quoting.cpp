#include "yaml/quoting.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "yaml/characters.hpp"

namespace thidua::yaml {
namespace {

// Words of YAML 1.1 and 1.2 that are no text, in any letter case.
constexpr std::array<std::string_view, 9> words = {
    "y", "n", "yes", "no", "on", "off", "true", "false", "null"};

bool is_word(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return std::find(words.begin(), words.end(), lower) != words.end();
}

// 12, 0o14, 0x1F, 1_000, 1e3, 86,25, 12:30, 2023-11-10, 2023-11-10T07:00:00Z:
// whatever begins with a digit and has only what numbers and times are made of.
bool like_a_number(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
  }
  constexpr std::string_view digits = "0123456789";
  constexpr std::string_view parts = "0123456789abcdefABCDEFoOxXtTzZ_.,:+- ";
  return !text.empty() && digits.find(text.front()) != npos &&
         text.find_first_not_of(parts) == npos;
}

// A space that is not ASCII cannot be told from one that is.
bool is_hidden_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
         c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000;
}

bool has_space_at_an_end(std::string_view text) {
  if (text.front() == ' ' || text.back() == ' ') {
    return true;
  }
  std::size_t last = text.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80) {
    --last;
  }
  return is_hidden_space(decode_utf8(text, 0).value) ||
         is_hidden_space(decode_utf8(text, last).value);
}

bool has_sign_inside(std::string_view text, Where where) {
  // yaml-cpp ends plain text between brackets at `?`, others at any colon.
  constexpr std::string_view brackets = ",[]{}?:";
  return text.find_first_of("\t\n") != npos || text.find(": ") != npos ||
         text.ends_with(':') || text.find(" #") != npos ||
         (where == Where::flow && text.find_first_of(brackets) != npos);
}

// The Emitter quotes by itself what yaml-cpp cannot read plain.
template <class Manipulator>
std::string emitted(Manipulator quotes, std::string_view text) {
  YAML::Emitter out;
  out << quotes << std::string(text);
  return out.c_str();
}

std::string text_or_quoted(std::string_view text, Where where) {
  return emitted(must_quote(text, where) ? YAML::DoubleQuoted : YAML::Auto,
                 text);
}

}  // namespace

bool must_quote(std::string_view text, Where where) {
  constexpr std::string_view openers = "-?:,[]{}#&*!|>'\"%@`~=<.";
  return text.empty() || openers.find(text.front()) != npos ||
         has_space_at_an_end(text) || has_sign_inside(text, where) ||
         like_a_number(text) || text.starts_with("+.") || is_word(text);
}

std::string single_quoted(std::string_view text) {
  return emitted(YAML::SingleQuoted, text);
}

std::string double_quoted(std::string_view text) {
  return emitted(YAML::DoubleQuoted, text);
}

std::string inline_scalar(const Value& scalar, Where where) {
  switch (scalar.type) {
    case CoreType::null:
      return "null";
    case CoreType::text:
      return text_or_quoted(scalar.scalar, where);
    default:
      return scalar.scalar;
  }
}

std::string inline_key(std::string_view key, Where where) {
  return text_or_quoted(key, where);
}

std::string flow_text(const Value& value) {
  if (value.kind == Kind::scalar) {
    return inline_scalar(value, Where::flow);
  }
  const bool list = value.kind == Kind::sequence;
  std::string out(1, list ? '[' : '{');
  std::string_view gap;
  for (const Value& item : value.items) {
    out += gap;
    out += flow_text(item);
    gap = ", ";
  }
  for (const Member& member : value.members) {
    out += gap;
    out += inline_key(member.key, Where::flow) + ": ";
    out += flow_text(member.value);
    gap = ", ";
  }
  return out + (list ? ']' : '}');
}

}  // namespace thidua::yaml
