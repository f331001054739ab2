// Working days: every day but Saturdays, Sundays and the days off of the year's
// record, and the weekends worked instead of such a day.
//
// Of a year without a record only the weekends are known (knows).
#pragma once

#include "model/plan.hpp"

namespace thidua {

class WorkingDays {
 public:
  explicit WorkingDays(const Plan& plan) : holidays_(plan.holidays) {}

  [[nodiscard]] bool knows(int year) const;
  [[nodiscard]] bool is_off(Date day) const;
  // The day itself, where it is one; else the nearest.
  [[nodiscard]] Date on_or_before(Date day) const;
  [[nodiscard]] Date on_or_after(Date day) const;

 private:
  // Null: there is no record of the year.
  [[nodiscard]] const Holidays* of_year(int year) const;

  const std::vector<Holidays>& holidays_;
};

}  // namespace thidua
