#include "rules/report_schedule.hpp"

#include <algorithm>

namespace thidua {
namespace {

bool is_assumed(const DutyDate& when) {
  return when.duty->due.first.assumed && when.year == when.duty->due.first.year;
}

void add(const Plan& plan, const DutyState& state, DutyRecord& record) {
  record.caveats.illustrative |= state.illustrative;
  if (state.unit != nullptr) {
    record.caveats |= caveats_of(plan, *state.unit);
  }
  if (state.status == DutyStatus::done) {
    record.on_time.push_back(state);
  } else if (state.status == DutyStatus::done_late) {
    record.late.push_back(state);
  } else if (state.status != DutyStatus::unscheduled) {
    record.not_yet.push_back(state);
  }
}

// Of duties that have no year.
void add_without_year(const Plan& plan, const std::vector<int>& years,
                      Date today, std::vector<DutyRecord>& records) {
  for (const Duty& duty : plan.sheet.duties) {
    if (duty.due.has_years()) {
      continue;
    }
    const bool once = duty.due.rhythm == Rhythm::once;
    for (const int year : once ? std::vector{years.back()} : years) {
      DutyRecord record{{&duty, year, std::nullopt}, {}, {}, {}, {}};
      for (const DutyState& state : duty_states(plan, record.when, today)) {
        add(plan, state, record);
      }
      records.push_back(std::move(record));
    }
  }
}

Period window_after(int year, Date as_of) {
  const Period next = Period::year(year + 1);
  const Date from = std::clamp(as_of, Period::year(year).first(), next.first());
  return Period::window(from, next.last());
}

bool is_ahead(const Plan& plan, const TimelineEntry& entry,
              const Period& window) {
  if (std::holds_alternative<EveryYear>(entry.when)) {
    return plan.sheet.period.overlaps(window);
  }
  const auto* when = std::get_if<PartialDate>(&entry.when);
  return when != nullptr && when->last() >= window.first() &&
         when->first() <= window.last();
}

// A duty without a day is ahead in the year after the report's.
bool is_ahead(const DutyDate& when, const Period& window) {
  return when.last_day ? window.contains(*when.last_day)
                       : when.year == window.closing_year();
}

bool is_listed(const TimelineEntry& entry,
               const std::vector<DutyDate>& duties) {
  return entry.duty &&
         std::any_of(duties.begin(), duties.end(), [&](const DutyDate& when) {
           return when.duty->id.value == entry.duty->value;
         });
}

}  // namespace

std::vector<DutyRecord> duty_records(const Plan& plan,
                                     const std::vector<int>& years,
                                     const std::vector<DutyState>& duties,
                                     Date today) {
  std::vector<DutyRecord> records;
  for (const DutyDate& when : duty_dates(plan)) {
    if (std::find(years.begin(), years.end(), when.year) == years.end()) {
      continue;
    }
    DutyRecord record{when, {}, {}, {}, {}};
    record.caveats.assumed = is_assumed(when);
    for (const DutyState& state : duties) {
      if (state.when.duty == when.duty && state.when.year == when.year) {
        add(plan, state, record);
      }
    }
    records.push_back(std::move(record));
  }
  add_without_year(plan, years, today, records);
  return records;
}

PlannedSteps planned_steps(const Plan& plan, int year, Date as_of) {
  PlannedSteps steps{window_after(year, as_of), {}, {}, {}};
  for (const DutyDate& when : duty_dates(plan)) {
    if (is_ahead(when, steps.window)) {
      steps.duties.push_back(when);
      steps.caveats.assumed |= is_assumed(when);
    }
  }
  for (const TimelineEntry& entry : plan.sheet.timeline) {
    if (is_ahead(plan, entry, steps.window) &&
        !is_listed(entry, steps.duties)) {
      steps.timeline.push_back(&entry);
      steps.caveats.assumed |= entry.origin.assumed;
    }
  }
  return steps;
}

}  // namespace thidua
