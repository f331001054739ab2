#include "rules/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thidua {

std::string OccasionDate::key() const {
  return year == 0 ? occasion->id.value
                   : fmt::format("{}-{}", occasion->id.value, year);
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

namespace {

void sort_by_year(std::vector<OccasionDate>& dates) {
  std::stable_sort(dates.begin(), dates.end(),
                   [](const OccasionDate& a, const OccasionDate& b) {
                     return a.year < b.year;
                   });
}

// An occasion of no fixed year, in a year of the plan: "special-2023".
std::optional<OccasionDate> find_without_years(const Plan& plan,
                                               std::string_view text) {
  for (const Occasion& occasion : plan.sheet.occasions) {
    if (occasion.has_years()) {
      continue;
    }
    for (const int year : plan_years(plan)) {
      const OccasionDate date{&occasion, year};
      if (date.key() == text) {
        return date;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<OccasionDate> occasion_dates(const Plan& plan) {
  std::vector<OccasionDate> dates;
  for (const Occasion& occasion : plan.sheet.occasions) {
    if (!occasion.has_years()) {
      continue;
    }
    for (int year = occasion.first.year; year <= occasion.last; ++year) {
      dates.push_back({&occasion, year});
    }
  }
  sort_by_year(dates);
  return dates;
}

std::vector<OccasionDate> listed_occasions(const Plan& plan) {
  std::vector<OccasionDate> dates = occasion_dates(plan);
  for (const Occasion& occasion : plan.sheet.occasions) {
    if (!occasion.has_years()) {
      dates.push_back({&occasion, 0});
    }
  }
  return dates;
}

std::vector<OccasionDate> held_occasions(const Plan& plan) {
  std::vector<OccasionDate> dates = occasion_dates(plan);
  for (const Occasion& occasion : plan.sheet.occasions) {
    for (const int year :
         occasion.has_years() ? std::vector<int>{} : plan_years(plan)) {
      const OccasionDate date{&occasion, year};
      const std::string key = date.key();
      if (std::any_of(plan.proposals.begin(), plan.proposals.end(),
                      [&](const Proposal& each) {
                        return each.occasion.value == key;
                      })) {
        dates.push_back(date);
      }
    }
  }
  sort_by_year(dates);
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
    return find_without_years(plan, text);
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
