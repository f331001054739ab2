// Reminders as people read them, as JSON, as the letters that go out, and as a
// calendar.
#pragma once

#include <string>
#include <vector>

#include "render/icalendar.hpp"
#include "render/scores.hpp"
#include "rules/reminders.hpp"

namespace thidua::render {

// A block for each duty and last day: the days left, what is owed to whom, and
// who still owes it, by kind.  Empty where there are none.
[[nodiscard]] std::string to_text(const std::vector<Reminder>& reminders,
                                  const ScoreView& view);
// One array, an entry for each duty and owner.
[[nodiscard]] Json to_json(const std::vector<Reminder>& reminders,
                           const ScoreView& view);

struct LetterText {
  std::string subject;  // one line
  std::string body;
};
[[nodiscard]] LetterText letter_text(const ReminderLetter& letter,
                                     const ScoreView& view);

// An event on the last day of each; `alarms`: days before it.
[[nodiscard]] Calendar calendar_of(const std::vector<Reminder>& reminders,
                                   const std::vector<int>& alarms,
                                   const ScoreView& view);

// "Xã A: Báo cáo năm 2023 (09/11/2023)"
[[nodiscard]] std::string reminder_line(const Reminder& reminder,
                                        Language language);

}  // namespace thidua::render
