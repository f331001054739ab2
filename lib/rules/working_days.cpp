#include "rules/working_days.hpp"

#include <algorithm>

namespace thidua {
namespace {

bool is_weekend(Date day) {
  const std::chrono::weekday weekday{std::chrono::sys_days(day)};
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

// A record in which everything is a day off would go on for ever.
constexpr int longest_rest = 400;

}  // namespace

const Holidays* WorkingDays::of_year(int year) const {
  const auto at = std::find_if(
      holidays_.begin(), holidays_.end(),
      [&](const Holidays& each) { return each.year.value == year; });
  return at == holidays_.end() ? nullptr : &*at;
}

bool WorkingDays::knows(int year) const { return of_year(year) != nullptr; }

bool WorkingDays::is_off(Date day) const {
  const Holidays* holidays = of_year(static_cast<int>(day.year()));
  if (holidays == nullptr) {
    return is_weekend(day);
  }
  const auto& worked = holidays->worked;
  if (std::any_of(worked.begin(), worked.end(),
                  [&](const At<Date>& each) { return each.value == day; })) {
    return false;
  }
  const auto& off = holidays->days_off;
  return is_weekend(day) ||
         std::any_of(off.begin(), off.end(), [&](const DaysOff& each) {
           return each.first <= day && day <= each.last;
         });
}

Date WorkingDays::on_or_before(Date day) const {
  for (int i = 0; i < longest_rest && is_off(day); ++i) {
    day = add_days(day, -1);
  }
  return day;
}

Date WorkingDays::on_or_after(Date day) const {
  for (int i = 0; i < longest_rest && is_off(day); ++i) {
    day = add_days(day, 1);
  }
  return day;
}

}  // namespace thidua
