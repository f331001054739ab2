#include "rules/plan_course.hpp"

#include <algorithm>
#include <map>

namespace thidua {
namespace {

using StepsByYear = std::map<int, std::vector<CourseStep>>;

void count(const DutyState& state, CourseStep& step, bool& overdue) {
  ++step.of;
  overdue |= state.status == DutyStatus::overdue;
  if (state.status == DutyStatus::done ||
      state.status == DutyStatus::done_late) {
    ++step.done;
    step.late += state.status == DutyStatus::done_late ? 1 : 0;
  }
}

StepState state_of(const CourseStep& step, bool overdue, Date today) {
  if (step.of == 0) {
    return StepState::nobody;
  }
  if (step.done == step.of) {
    return StepState::done;
  }
  if (overdue) {
    return StepState::overdue;
  }
  return step.duty.year > static_cast<int>(today.year()) ? StepState::ahead
                                                         : StepState::open;
}

void add_duties(const Plan& plan, Date today, StepsByYear& years,
                Caveats& caveats) {
  const std::vector<DutyState> states = duty_states(plan, today);
  for (const DutyDate& when : duty_dates(plan)) {
    CourseStep step{nullptr, when, when.last_day, {}, 0, 0, 0};
    bool overdue = false;
    for (const DutyState& state : states) {
      if (state.when.duty == when.duty && state.when.year == when.year) {
        count(state, step, overdue);
        caveats.illustrative |= state.illustrative;
      }
    }
    step.state = state_of(step, overdue, today);
    const AssumableYear& first = when.duty->due.first;
    caveats.assumed |= first.assumed && first.year == when.year;
    years[when.year].push_back(step);
  }
}

bool is_dated_duty(const Plan& plan, const TimelineEntry& entry) {
  const Duty* duty = entry.duty ? plan.duty(entry.duty->value) : nullptr;
  return duty != nullptr && duty->due.has_years();
}

StepState state_of(const PartialDate& when, Date today) {
  if (today < when.first()) {
    return StepState::ahead;
  }
  return today <= when.last() ? StepState::running : StepState::over;
}

// Undated last; else as they came.
bool comes_before(const CourseStep& a, const CourseStep& b) {
  return a.last_day && (!b.last_day || *a.last_day < *b.last_day);
}

}  // namespace

PlanCourse plan_course(const Plan& plan, Date today) {
  PlanCourse course;
  StepsByYear years;
  add_duties(plan, today, years, course.caveats);
  for (const TimelineEntry& entry : plan.sheet.timeline) {
    if (is_dated_duty(plan, entry)) {
      continue;
    }
    course.caveats.assumed |= entry.origin.assumed;
    if (const auto* when = std::get_if<PartialDate>(&entry.when)) {
      const int year = static_cast<int>(when->last().year());
      years[year].push_back(
          {&entry, {}, when->last(), state_of(*when, today), 0, 0, 0});
    } else if (std::holds_alternative<EveryYear>(entry.when)) {
      course.every_year.push_back(&entry);
    } else {
      course.not_stated.push_back(&entry);
    }
  }
  course.years.reserve(years.size());
  for (auto& [year, steps] : years) {
    std::stable_sort(steps.begin(), steps.end(), comes_before);
    course.years.push_back({year, std::move(steps)});
  }
  return course;
}

}  // namespace thidua
