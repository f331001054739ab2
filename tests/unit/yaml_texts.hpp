// Values and line ends as the tests of YAML write them.
#pragma once

#include <string>
#include <string_view>

#include "yaml/value.hpp"

namespace thidua::yaml {

inline Value text(std::string_view text) { return Value::text(text); }
inline Value number(std::string_view digits) { return Value::literal(digits); }

inline std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c == '\n' ? "\r\n" : std::string(1, c);
  }
  return out;
}

}  // namespace thidua::yaml
