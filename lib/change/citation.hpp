// A document as one office cites another's:
//
//   Kế hoạch số 12/KH-UBND ngày 26/9/2022 của Ủy ban nhân dân xã A về thực
//   hiện phong trào thi đua …
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/result.hpp"

namespace thidua::change {

struct Citation {
  std::string type;
  std::string number;  // empty: not said
  std::optional<PartialDate> date;
  std::string issuer;
  std::string subject;  // empty: not said
};

// The parts may stand in any order after the type; number, date and subject
// may be missing.  A date is `26/9/2022` or `26 tháng 9 năm 2022`.
[[nodiscard]] Result<Citation> parse_citation(std::string_view text);

// A date known in part, as people type it; a usage failure where there is none.
[[nodiscard]] Result<PartialDate> parse_partial_day(std::string_view text);

}  // namespace thidua::change
