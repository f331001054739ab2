// Deadlines: the last day on time of a duty in a year, and how it came about.
//
// In this order: the day the plan names; the last amendment that moves it; off
// a day off, where the duty says so; and for one owner the more time given to
// it, which is a day somebody has named and is not moved again.
//
// An amendment without a year moves the deadlines that were not past when it
// came into force.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/plan.hpp"
#include "rules/working_days.hpp"

namespace thidua {

struct Deadline {
  std::optional<Date> day;          // the last on time; nothing: none is named
  std::optional<Date> as_issued;    // by the plan alone
  std::optional<Date> exceptional;  // more time goes no further than this
  const Amendment* moved_by = nullptr;  // the last one
  const Extension* extended = nullptr;  // the owner's, the last one
  std::optional<Date> off;  // the day off that it was moved away from
  // How often somebody has changed it: amendments and extensions.
  int changes = 0;
  Date known_since{};  // the day of the last change, else of the plan
};

// `owner`: a unit or body; empty: whoever has no more time.  `ended`: the one
// it owes in place of, whose time is its own where it was given none itself.
// `known_on`: what was decided later is not known yet; nothing: all is.
[[nodiscard]] Deadline deadline_of(const Plan& plan, const Duty& duty, int year,
                                   std::string_view owner = {},
                                   std::string_view ended = {},
                                   std::optional<Date> known_on = {});

// Does a change of an amendment move the deadline of a year, as those before
// it have left it?
[[nodiscard]] bool moves_deadline(const Plan& plan, const Duty& duty, int year,
                                  const MovedDay& moved);

}  // namespace thidua
