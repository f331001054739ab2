#include "rules/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thidua {

std::string OccasionDate::key() const {
  return fmt::format("{}-{}", occasion->id.value, year);
}

std::vector<Period> OccasionDate::years_covered() const {
  std::vector<Period> years;
  for (int each = occasion->covers_from.value_or(year);
       each <= occasion->covers_to.value_or(year); ++each) {
    years.push_back(Period::year(each));
  }
  return years;
}

Period OccasionDate::stretch() const {
  const std::vector<Period> years = years_covered();
  return years.empty()
             ? Period::year(year)
             : Period::window(years.front().first(), years.back().last());
}

std::vector<OccasionDate> occasion_dates(const Plan& plan) {
  std::vector<OccasionDate> dates;
  for (const Occasion& occasion : plan.sheet.occasions) {
    for (int year = occasion.first.year; year <= occasion.last; ++year) {
      dates.push_back({&occasion, year});
    }
  }
  std::stable_sort(dates.begin(), dates.end(),
                   [](const OccasionDate& a, const OccasionDate& b) {
                     return a.year < b.year;
                   });
  return dates;
}

std::optional<OccasionDate> find_occasion(const Plan& plan,
                                          std::string_view text) {
  const std::vector<OccasionDate> dates = occasion_dates(plan);
  const auto exact = std::find_if(
      dates.begin(), dates.end(),
      [&](const OccasionDate& each) { return each.key() == text; });
  if (exact != dates.end()) {
    return *exact;
  }
  const auto of_name = [&](const OccasionDate& each) {
    return each.occasion->id.value == text;
  };
  if (std::count_if(dates.begin(), dates.end(), of_name) != 1) {
    return std::nullopt;
  }
  return *std::find_if(dates.begin(), dates.end(), of_name);
}

std::vector<OccasionDate> occasions_in_year(const Plan& plan, int year) {
  std::vector<OccasionDate> dates = occasion_dates(plan);
  std::erase_if(dates,
                [&](const OccasionDate& each) { return each.year != year; });
  return dates;
}

std::vector<int> plan_years(const Plan& plan) {
  std::vector<int> years;
  const int last = static_cast<int>(plan.sheet.period.last().year());
  for (int year = static_cast<int>(plan.sheet.period.first().year());
       year <= last; ++year) {
    years.push_back(year);
  }
  return years;
}

Caveats caveats_of(const Plan& plan, const Unit& unit) {
  const UnitKind* kind = plan.kind(unit.kind.value);
  return {unit.illustrative, kind != nullptr && kind->origin.assumed};
}

int working_year(const Plan& plan, Date today) {
  return std::clamp(static_cast<int>(today.year()),
                    static_cast<int>(plan.sheet.period.first().year()),
                    static_cast<int>(plan.sheet.period.last().year()));
}

}  // namespace thidua
