// Quantity and Measure: what is taken from figures, and what it is compared
// with, for a criterion, a plan target or a score table; Duration: the same of
// the time since a date.
//
//   {indicator: poor_rate, change: reduction, unit: points,
//    since: previous-year, op: ">=", threshold: {assigned:
//    poor_rate_reduction}}
//
// Units: `points` are percentage points of an indicator counted in percent;
// `percent` with a change is a relative change, without one the rate itself;
// `count` is the plain number.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/exact.hpp"
#include "base/span.hpp"

namespace thidua {

enum class MeasureUnit { points, percent, count };
enum class Comparison { greater, at_least, less, at_most, equal };

// The sum of figures over the sum of others: "(poor + near_poor) / households".
// Without a divisor, the plain sum.
struct Formula {
  std::vector<std::string> above;
  std::vector<std::string> below;  // empty: no division
  Span span{};
};

enum class Direction { reduction, increase };
struct PreviousYear {};

struct Change {
  Direction direction = Direction::reduction;
  std::variant<PreviousYear, Period> since;
  bool per_year = false;  // divided by the years between
};

// An indicator in a period, or how it has changed.
struct Quantity {
  At<std::string> indicator;
  std::optional<Change> change;
  MeasureUnit unit = MeasureUnit::points;
};

// The years from a date of the unit to the last day of a period.
struct YearsSince {
  At<std::string> attribute;  // of the unit, holding the date
};

// How long something has been so:
//
//   {years_since: escaped_on, op: ">=", threshold: 3}
struct Duration {
  YearsSince since;
  Comparison op = Comparison::at_least;
  Exact years;
  bool assumed = false;
  std::string note;
  Span span{};
};

struct Measure {
  Quantity of;
  Comparison op = Comparison::at_least;
  // A number, or the target assigned to the unit for the year.
  std::variant<Exact, At<std::string>> threshold;
  bool assumed = false;
  std::string note;
  Span span{};
};

}  // namespace thidua
