// Verdict: what can be said of a criterion or a target.
//
// Absent is not zero: that nobody judged yet, that it does not apply and that
// a figure is missing are answers of their own everywhere.
#pragma once

#include <algorithm>
#include <vector>

#include "base/message.hpp"
#include "base/span.hpp"

namespace thidua {

enum class Verdict {
  met,
  not_met,
  not_applicable,
  not_judged,    // no mark yet
  cannot_judge,  // an input is missing or contrary; the reason says which
};

// One line of an explanation: what was taken from where, or worked out.
struct Step {
  Message text;
  Span where{};  // of the input; unknown for what was worked out
};

using Steps = std::vector<Step>;

// Of the first input; unknown where there is none.
[[nodiscard]] inline Span first_place(const Steps& steps) {
  const auto at =
      std::find_if(steps.begin(), steps.end(),
                   [](const Step& each) { return each.where.known(); });
  return at == steps.end() ? Span{} : at->where;
}

}  // namespace thidua
