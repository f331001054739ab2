// Holidays: the days off of one year, as somebody has announced them.
//
// Tết moves with the moon, and every year some days are swapped; so each year
// has a record of its own, with its source.  Saturdays and Sundays are days off
// by themselves.
//
// Files    holidays/<year>.yaml
// Errors   none here; read_holidays() reports TD02.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "model/fact.hpp"

namespace thidua {

// Both days in it.
struct DaysOff {
  Date first{};
  Date last{};
  std::string name;
  Span span{};
};

struct Holidays {
  At<int> year;
  std::vector<DaysOff> days_off;
  std::vector<At<Date>> worked;  // Saturdays and Sundays worked instead
  Origin origin;
  Span span{};
};

}  // namespace thidua
