// When occasions are held and what years they look back on.
//
// Plan sections V (timeline) and IV.4 (occasions of awards) of a plan are data:
// Occasion and TimelineEntry.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "model/plan.hpp"

namespace thidua {

// An occasion in one year, written annual-2024.
struct OccasionDate {
  const Occasion* occasion = nullptr;
  int year = 0;  // 0: of no certain year, where the plan fixes none

  // Of no certain year: the id of the occasion.
  [[nodiscard]] std::string key() const;
  // The years whose work it looks back on: its own, unless the plan says more.
  [[nodiscard]] std::vector<Period> years_covered() const;
  // Those years as one period.
  [[nodiscard]] Period stretch() const;
};

// All of a plan whose years it fixes, by year, then in the order of the plan.
[[nodiscard]] std::vector<OccasionDate> occasion_dates(const Plan& plan);

// Those, and after them each occasion of no fixed year once, without a year.
[[nodiscard]] std::vector<OccasionDate> listed_occasions(const Plan& plan);

// Those whose years the plan fixes, and of the others the years in which
// somebody was proposed; in the same order.
[[nodiscard]] std::vector<OccasionDate> held_occasions(const Plan& plan);

// "annual-2024", or "final" where the occasion comes once.  One of no fixed
// year may be held in every year of the plan: "special-2023".
[[nodiscard]] std::optional<OccasionDate> find_occasion(const Plan& plan,
                                                        std::string_view text);

// The occasion that comes next on a day, this year's included.
[[nodiscard]] std::vector<OccasionDate> occasions_in_year(const Plan& plan,
                                                          int year);

// The years of the plan's own period, first to last.
[[nodiscard]] std::vector<int> plan_years(const Plan& plan);

// The year a command works on when none is named: the running one, or the
// nearest of the plan's period.
[[nodiscard]] int working_year(const Plan& plan, Date today);

// Illustrative or assumed facts behind an output; every output says so.
struct Caveats {
  bool illustrative = false;
  bool assumed = false;

  Caveats& operator|=(Caveats other) {
    illustrative |= other.illustrative;
    assumed |= other.assumed;
    return *this;
  }
};

// Of whatever is said of a unit: it is made up, or its kind is assumed.
[[nodiscard]] Caveats caveats_of(const Plan& plan, const Unit& unit);

}  // namespace thidua
