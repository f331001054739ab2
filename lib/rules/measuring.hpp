// Measuring: an indicator or its change, compared with a threshold.
//
// As of a day: a target assigned after it is not set yet.
#pragma once

#include <optional>
#include <string_view>

#include "rules/sampling.hpp"

namespace thidua {

// A number with the steps that led to it, or why there is none.
struct Measured {
  std::optional<Exact> value;
  Message missing;
  std::optional<FigureStatus> status;  // the weakest figure that took part
  Steps steps;
  Caveats caveats;
};

struct Measurement {
  Verdict verdict = Verdict::cannot_judge;
  Message reason;  // of cannot_judge
  std::optional<Exact> value;
  std::optional<Exact> threshold;
  std::optional<FigureStatus> status;
  Steps steps;
  Caveats caveats;
};

[[nodiscard]] Measured measure(const Plan& plan, const Subject& subject,
                               const Quantity& quantity, const Period& period);

// The target assigned to the subject's unit for a period.
[[nodiscard]] Measured assigned_target(const Plan& plan, const Subject& subject,
                                       std::string_view assignment,
                                       const Period& period);

[[nodiscard]] Measurement measure(const Plan& plan, const Subject& subject,
                                  const Measure& rule, const Period& period);

// A value that two decimals would show as the limit it misses, as a fraction.
[[nodiscard]] Argument told_apart(const Exact& value, const Exact& limit);

[[nodiscard]] bool holds(Comparison op, const Exact& value,
                         const Exact& threshold);
[[nodiscard]] std::string_view to_string(Comparison op);     // ">="
[[nodiscard]] std::string_view to_string(MeasureUnit unit);  // "points"

}  // namespace thidua
