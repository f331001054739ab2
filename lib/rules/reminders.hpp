// Reminders: who is to be reminded of what on a day.
//
// Only duties with a last day that are not done.  Steps count days before the
// last day: 7 is a week before it, 0 the day itself, -7 a week after it.  A
// step is reached from its day on, and of those reached only the last one is
// told: whoever missed some days is reminded once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/contact.hpp"
#include "rules/deadlines.hpp"
#include "rules/duties.hpp"

namespace thidua {

struct ReminderFilter {
  std::optional<int> within;  // days left, at most; late ones are in any
  bool overdue = false;       // only those that are late
  std::vector<int> steps;     // any order; none: the steps are not asked for
  bool on_the_day = false;    // only where a step is reached on this very day
  std::string to;             // a unit, a body, or a role of contacts; or empty
};

struct Reminder {
  DutyState state;
  Deadline deadline;
  int left = 0;             // days to the last day; below 0: late
  std::optional<int> step;  // the last one reached; nothing: no steps asked for
  // Of the owner, or of the body that leads where it has none; of nobody where
  // the owner has ended and nobody is named.  With a role, those.
  std::vector<const Contact*> contacts;  // of the owner; with a role, those

  // Lasts as long as the duty, the year and the owner do:
  // "unit-report/2023/xa-a"; in place of one that has ended
  // "unit-report/2023/xa-a+xa-b".
  [[nodiscard]] std::string key() const;
  // The same, and the last day: what has been told of one day is not told of
  // another, to which the deadline has been moved.
  [[nodiscard]] std::string key_with_day() const;
};

// By last day, then in the order of the plan, then in reading order.
[[nodiscard]] std::vector<Reminder> reminders(const Plan& plan,
                                              const ReminderFilter& filter,
                                              Date today);

// What tells the plan from others in calendars and letters: who issued it,
// which movement, when.
[[nodiscard]] std::string plan_key(const PlanSheet& sheet);

// One letter: everything that one address is to be reminded of.
struct ReminderLetter {
  std::string email;
  const Contact* contact = nullptr;  // the first one with it
  std::vector<const Reminder*> reminders;
};
// In the order of the first reminder of each; addresses are the same in
// whatever capitals.
[[nodiscard]] std::vector<ReminderLetter> letters_of(
    const std::vector<Reminder>& reminders);
// Of which nobody has an address.
[[nodiscard]] std::vector<const Reminder*> unreachable(
    const std::vector<Reminder>& reminders);

}  // namespace thidua
