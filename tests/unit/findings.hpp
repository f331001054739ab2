// What was found in a record or plan, by its codes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/codes.hpp"
#include "base/diagnostic.hpp"

namespace thidua::test {

// "TD0110 TD0115", in the order in which they stand there.
inline std::string codes_of(const Diagnostics& found) {
  std::string list;
  for (const Diagnostic& each : found.all()) {
    list += (list.empty() ? "" : " ") + to_string(each.code);
  }
  return list;
}

inline std::ptrdiff_t count_of(const Diagnostics& found, Code code) {
  return std::count_if(
      found.all().begin(), found.all().end(),
      [&](const Diagnostic& each) { return each.code == code; });
}

inline bool has(const Diagnostics& found, Code code) {
  return count_of(found, code) > 0;
}

}  // namespace thidua::test
