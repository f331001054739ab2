#include "rules/deadlines.hpp"

#include <algorithm>

namespace thidua {
namespace {

// The first day of what is known of it.
Date issued_on(const PlanSheet& sheet) {
  const auto& date = sheet.document.date;
  return date.has_value() ? date.value.last() : sheet.period.first();
}

bool moves(const Amendment& amendment, const MovedDay& moved,
           const Deadline& deadline, int year) {
  return moved.year ? *moved.year == year
                    : deadline.day && amendment.from.value <= *deadline.day;
}

Date announced_on(const Amendment& amendment) {
  return amendment.date.has_value() ? amendment.date.value.first()
                                    : amendment.from.value;
}

// Through `last`, where it is one of them.  Does the last one move it?
bool amend(const Plan& plan, const Duty& duty, int year,
           std::optional<Date> known_on, Deadline& deadline,
           const MovedDay* last = nullptr) {
  bool is_moved = false;
  for (const Amendment& amendment : plan.sheet.amendments) {
    if (known_on && *known_on < announced_on(amendment)) {
      continue;
    }
    for (const AmendedPart& part : amendment.changes) {
      if (!part.moved || part.moved->duty.value != duty.id.value) {
        continue;
      }
      is_moved = moves(amendment, *part.moved, deadline, year);
      if (is_moved) {
        deadline.day = part.moved->last_day_in(year);
        deadline.moved_by = &amendment;
        deadline.known_since = amendment.from.value;
        ++deadline.changes;
      }
      if (&*part.moved == last) {
        return is_moved;
      }
    }
  }
  return is_moved;
}

void leave_day_off(const Plan& plan, OnDayOff rule, Deadline& deadline) {
  const WorkingDays working(plan);
  if (!deadline.day || rule == OnDayOff::unchanged ||
      !working.is_off(*deadline.day)) {
    return;
  }
  deadline.off = deadline.day;
  deadline.day = rule == OnDayOff::before ? working.on_or_before(*deadline.day)
                                          : working.on_or_after(*deadline.day);
}

void extend(const Plan& plan, const Duty& duty, int year,
            std::string_view owner, std::optional<Date> known_on,
            Deadline& deadline) {
  const Filings* filings =
      owner.empty() ? nullptr : plan.filings_of(owner, year);
  if (filings == nullptr) {
    return;
  }
  for (const Extension& extension : filings->extensions) {
    if (extension.duty.value == duty.id.value &&
        (!known_on || extension.granted.value <= *known_on)) {
      deadline.day = extension.until.value;
      deadline.extended = &extension;
      deadline.known_since = extension.granted.value;
      ++deadline.changes;
    }
  }
}

}  // namespace

bool moves_deadline(const Plan& plan, const Duty& duty, int year,
                    const MovedDay& moved) {
  Deadline deadline;
  deadline.day = duty.due.last_day_in(year);
  return amend(plan, duty, year, std::nullopt, deadline, &moved);
}

Deadline deadline_of(const Plan& plan, const Duty& duty, int year,
                     std::string_view owner, std::string_view ended,
                     std::optional<Date> known_on) {
  Deadline deadline;
  deadline.day = duty.due.last_day_in(year);
  deadline.as_issued = deadline.day;
  deadline.known_since = issued_on(plan.sheet);
  if (duty.due.exceptional) {
    deadline.exceptional = duty.due.exceptional->in_year(year);
  }
  amend(plan, duty, year, known_on, deadline);
  leave_day_off(plan, duty.due.on_day_off, deadline);
  extend(plan, duty, year, owner, known_on, deadline);
  if (deadline.extended == nullptr) {
    extend(plan, duty, year, ended, known_on, deadline);
  }
  return deadline;
}

}  // namespace thidua
