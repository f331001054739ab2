// Successions (successions.yaml): offices that end, merge, are divided, or hand
// over a part of their work.
//
// An event stands here once, as the deciding document tells it; what became of
// an office is read from it in both directions.  An office that is in `from` of
// an event without `duties`, and not in its `to`, has ended with the day before
// it.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/span.hpp"
#include "model/fact.hpp"

namespace thidua {

struct Succession {
  At<Date> on;                        // the first day of the new state
  std::vector<At<std::string>> from;  // units and bodies of the plan
  std::vector<std::string> outside;   // offices of other plans that came in
  std::vector<At<std::string>> to;    // likewise; empty: nobody is named yet
  // Only these duties pass on, and those in `from` live on.
  std::vector<At<std::string>> duties;
  // Figures of `from` added up may be compared with those of `to`.
  bool figures_comparable = false;
  Origin origin;
  Span span{};

  [[nodiscard]] bool ends() const { return duties.empty(); }
};

}  // namespace thidua
