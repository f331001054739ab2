// The course of a plan: what it sets, year by year, and how far that has come
// on a day.
//
// That a duty is done is proved by filings.  Of a step of the timeline no
// record says that it was done: all that is known is whether its time is ahead,
// now, or over.
// Errors   none.
// Plan     sections V (timeline) and VI (duties) of a plan.
#pragma once

#include <optional>
#include <vector>

#include "rules/duties.hpp"
#include "rules/timeline.hpp"

namespace thidua {

enum class StepState {
  done,     // by everybody who owes it
  open,     // its last day has not passed, or none is named
  overdue,  // for somebody
  nobody,   // nobody is recorded who owes it
  ahead,    // its time has not begun, or its year has not
  running,  // of the timeline: its time is now
  over,     // of the timeline: its time has passed
};

struct CourseStep {
  const TimelineEntry* entry = nullptr;  // null: a duty
  DutyDate duty;                         // and its year
  std::optional<Date> last_day;
  StepState state = StepState::ahead;
  std::size_t done = 0;  // late ones too
  std::size_t late = 0;
  std::size_t of = 0;
};

struct CourseYear {
  int year = 0;
  std::vector<CourseStep> steps;  // by last day, undated last
};

struct PlanCourse {
  std::vector<CourseYear> years;  // those with a step; first to last
  // Of the timeline, in its order, without those that are a duty of a year.
  std::vector<const TimelineEntry*> every_year;
  std::vector<const TimelineEntry*> not_stated;
  Caveats caveats;

  [[nodiscard]] bool empty() const {
    return years.empty() && every_year.empty() && not_stated.empty();
  }
};

[[nodiscard]] PlanCourse plan_course(const Plan& plan, Date today);

}  // namespace thidua
