// holidays/<year>.yaml
#include "model/read.hpp"
#include "model/read_measure.hpp"

namespace thidua {
namespace {

// `date`, or `from` and `to`.
DaysOff read_days_off(Fields& f) {
  DaysOff days;
  days.span = f.span();
  f.one_of({"date", "from"}, true);
  f.only_with("to", "from");
  if (const auto day = f.maybe<Date>("date")) {
    days.first = *day;
    days.last = *day;
  } else if (f.has("from")) {
    days.first = f.need<Date>("from");
    days.last = f.need<Date>("to");
  }
  days.name = f.text("name");
  return days;
}

}  // namespace

std::optional<Holidays> read_holidays(const yaml::Node& root,
                                      Diagnostics& found) {
  Fields f(root, found);
  Holidays holidays;
  holidays.span = root.span();
  holidays.year = f.need<At<int>>("year");
  for_each_needed(f, "days_off", [&](Fields& item) {
    DaysOff days = read_days_off(item);
    if (days.first.ok() && days.last.ok()) {
      holidays.days_off.push_back(std::move(days));
    }
  });
  holidays.worked = f.list<At<Date>>("worked");
  holidays.origin = read_origin(f);
  return f.finish(std::move(holidays));
}

}  // namespace thidua
