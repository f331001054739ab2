// Values of records as tests write them; a text that is none fails the test.
#pragma once

#include <string_view>

#include "base/date.hpp"
#include "base/exact.hpp"

namespace thidua::test {

inline Date day(std::string_view text) { return parse_date(text).value(); }

inline Period period(std::string_view text) {
  return Period::parse(text).value();
}

inline Exact number(std::string_view text) {
  return Exact::parse(text).value();
}

}  // namespace thidua::test
