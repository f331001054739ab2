#include "render/reminders.hpp"

#include <algorithm>
#include <array>

#include "render/card_words.hpp"
#include "render/deadlines.hpp"
#include "render/outline.hpp"
#include "render/successions.hpp"
#include "rules/references.hpp"
#include "rules/successions.hpp"

namespace thidua::render {
namespace {

// Of one duty, with one last day.
using ReminderGroup = std::vector<const Reminder*>;

std::vector<ReminderGroup> grouped(
    const std::vector<const Reminder*>& reminders) {
  std::vector<ReminderGroup> groups;
  for (const Reminder* each : reminders) {
    const auto at = std::find_if(
        groups.begin(), groups.end(), [&](const ReminderGroup& group) {
          const Reminder& first = *group.front();
          return first.state.when.duty == each->state.when.duty &&
                 first.state.when.year == each->state.when.year &&
                 first.deadline.day == each->deadline.day &&
                 first.deadline.extended == each->deadline.extended;
        });
    if (at == groups.end()) {
      groups.push_back({each});
    } else {
      at->push_back(each);
    }
  }
  return groups;
}

std::vector<const Reminder*> pointers_to(
    const std::vector<Reminder>& reminders) {
  std::vector<const Reminder*> pointers;
  pointers.reserve(reminders.size());
  for (const Reminder& each : reminders) {
    pointers.push_back(&each);
  }
  return pointers;
}

Word weekday_of(Date day) {
  static constexpr std::array<const char*, 7> words{
      N_("Sunday"),   N_("Monday"), N_("Tuesday"), N_("Wednesday"),
      N_("Thursday"), N_("Friday"), N_("Saturday")};
  const std::chrono::weekday weekday{std::chrono::sys_days(day)};
  return Word{words.at(weekday.c_encoding())};
}

Message left_words(int left) {
  return left < 0    ? msg("{0} {0:day|days} late", -left)
         : left == 0 ? msg("due today")
                     : msg("{0} {0:day|days} left", left);
}

// "Báo cáo năm 2023 (mục VI.7), chậm nhất thứ Năm 09/11/2023"
std::string what_is_due(const Reminder& reminder, Language language) {
  const Duty& duty = *reminder.state.when.duty;
  const Date day = *reminder.deadline.day;
  return say(msg("{0} {1} (section {2}), by {3} {4}", duty.name,
                 reminder.state.when.year, duty.source, weekday_of(day), day),
             language);
}

// Whose letters they are: who issued the plan, or stands for it.
std::string signature(const ScoreView& view, Date day) {
  const std::string& name = view.plan.sheet.issuer.name;
  const Body* body = BodyNames(view.plan).called(name);
  return body == nullptr
             ? name
             : office_text(view.plan, body->id.value, day, view.language);
}

// "to the office above, through the one that gathers"
std::string where_to(const Reminder& reminder, const ScoreView& view) {
  const Duty& duty = *reminder.state.when.duty;
  if (!duty.to) {
    return {};
  }
  const Date today = add_days(*reminder.deadline.day, -reminder.left);
  const std::string to =
      office_text(view.plan, duty.to->value, today, view.language);
  const std::string via =
      duty.via ? office_text(view.plan, duty.via->value, today, view.language)
               : std::string();
  return say(via.empty() || via == to
                 ? msg("to be sent to {0}", to)
                 : msg("to be sent to {0}, via {1}", to, via),
             view.language);
}

std::string led_by(const Duty& duty, const ScoreView& view) {
  return duty.lead
             ? say(msg("led by {0}", body_name(view.plan, duty.lead->value)),
                   view.language)
             : std::string();
}

// What the duty is built on, and who has not done that.
std::string built_on(const Duty& duty, const ScoreView& view) {
  std::string names;
  for (const At<std::string>& id : duty.uses) {
    if (const Duty* used = view.plan.duty(id.value)) {
      append(names, used->name, ", ");
    }
  }
  return names.empty() ? names
                       : say(msg("built on: {0}", names), view.language);
}

std::vector<std::string> details_of(const Reminder& reminder,
                                    const ScoreView& view) {
  std::vector<std::string> lines{
      where_to(reminder, view), led_by(*reminder.state.when.duty, view),
      deadline_words(reminder.deadline, view.language),
      built_on(*reminder.state.when.duty, view)};
  std::erase(lines, std::string());
  return lines;
}

// "Xã, thị trấn (3): Xã A, Xã B, Xã C"
std::vector<std::string> owner_lines(const ReminderGroup& group,
                                     const ScoreView& view) {
  std::vector<std::pair<std::string, std::vector<std::string>>> kinds;
  for (const Reminder* each : group) {
    const Unit* unit = each->state.unit;
    const std::string kind =
        unit == nullptr ? "" : kind_name(view.plan, unit->kind.value);
    auto at = std::find_if(kinds.begin(), kinds.end(),
                           [&](const auto& one) { return one.first == kind; });
    if (at == kinds.end()) {
      at = kinds.insert(at, {kind, {}});
    }
    at->second.push_back(owner_text(each->state, view.language));
  }
  std::vector<std::string> lines;
  for (const auto& [kind, names] : kinds) {
    const std::string joined = fmt::format("{}", fmt::join(names, ", "));
    lines.push_back(
        kind.empty() ? joined
                     : fmt::format("{} ({}): {}", kind, names.size(), joined));
  }
  return lines;
}

// "Còn 8 ngày: Báo cáo năm 2023 (mục VI.7), chậm nhất thứ Năm 09/11/2023"
std::string headline(const Reminder& reminder, Language language) {
  std::string left = say(left_words(reminder.left), language);
  if ('a' <= left.front() && left.front() <= 'z') {
    left.front() = static_cast<char>(left.front() - 'a' + 'A');
  }
  return fmt::format("{}: {}", left, what_is_due(reminder, language));
}

Caveats caveats_of(const std::vector<const Reminder*>& reminders,
                   const Plan& plan) {
  Caveats caveats;
  for (const Reminder* each : reminders) {
    const Due& due = each->state.when.duty->due;
    caveats.assumed |=
        due.first.assumed && each->state.when.year == due.first.year;
    if (each->state.unit != nullptr) {
      caveats |= thidua::caveats_of(plan, *each->state.unit);
    }
  }
  return caveats;
}

Json json_contacts(const std::vector<const Contact*>& contacts) {
  Json json = Json::array();
  for (const Contact* each : contacts) {
    json.push_back({{"role", each->role},
                    {"name", or_null(each->name)},
                    {"email", or_null(each->email.value)}});
  }
  return json;
}

Json json_day(const std::optional<Date>& day) {
  return day ? Json(to_iso(*day)) : Json();
}

Json json_reminder(const Reminder& reminder, const ScoreView& view) {
  const DutyState& state = reminder.state;
  const Duty& duty = *state.when.duty;
  const Deadline& deadline = reminder.deadline;
  const std::vector<const Reminder*> one{&reminder};
  return {
      {"key", reminder.key()},
      {"duty", duty.id.value},
      {"name", duty.name},
      {"year", state.when.year},
      {"section", duty.source},
      {state.unit != nullptr ? "unit" : "body", state.owner},
      {"owner", state.owner_name},
      {"instead_of",
       state.instead_of.empty() ? Json() : Json(state.instead_of)},
      {"to", duty.to ? Json(duty.to->value) : Json()},
      {"via", duty.via ? Json(duty.via->value) : Json()},
      {"last_day", json_day(deadline.day)},
      {"left", reminder.left},
      {"step", reminder.step ? Json(*reminder.step) : Json()},
      {"as_issued", json_day(deadline.as_issued)},
      {"moved_by",
       deadline.moved_by == nullptr
           ? Json()
           : Json(amendment_name(*deadline.moved_by, view.language))},
      {"extended",
       deadline.extended == nullptr ? Json() : Json(deadline.extended->reason)},
      {"day_off", json_day(deadline.off)},
      {"exceptional", json_day(deadline.exceptional)},
      {"contacts", json_contacts(reminder.contacts)},
      {"caveats", json_caveats(caveats_of(one, view.plan))}};
}

}  // namespace

std::string to_text(const std::vector<Reminder>& reminders,
                    const ScoreView& view) {
  const auto all = pointers_to(reminders);
  std::string text;
  for (const ReminderGroup& group : grouped(all)) {
    text += text.empty() ? "" : "\n";
    text += wrapped("", headline(*group.front(), view.language));
    for (const std::string& line : details_of(*group.front(), view)) {
      text += wrapped("  ", line);
    }
    for (const std::string& line : owner_lines(group, view)) {
      text += wrapped("  ", line);
    }
  }
  return text + (text.empty()
                     ? ""
                     : caveat_lines(caveats_of(all, view.plan), view.language));
}

Json to_json(const std::vector<Reminder>& reminders, const ScoreView& view) {
  Json json = Json::array();
  for (const Reminder& each : reminders) {
    json.push_back(json_reminder(each, view));
  }
  return json;
}

namespace {

std::string owner_names(const ReminderGroup& group, Language language) {
  std::string names;
  for (const Reminder* each : group) {
    append(names, owner_text(each->state, language), ", ");
  }
  return names;
}

// "Nguyễn Văn A, Văn thư, Xã B"
std::string addressee(const ReminderLetter& letter, Language language) {
  const DutyState& state = letter.reminders.front()->state;
  const std::string who = join(letter.contact->name, letter.contact->role);
  return state.unit == nullptr ? join(who, owner_text(state, language))
                               : join(who, std::string(state.owner_name));
}

}  // namespace

LetterText letter_text(const ReminderLetter& letter, const ScoreView& view) {
  const Language language = view.language;
  const Reminder& first = *letter.reminders.front();
  const std::size_t more = letter.reminders.size() - 1;
  LetterText text;
  text.subject = say(
      msg("Reminder, {0}: {1} {2}, by {3}",
          say(left_words(first.left), language), first.state.when.duty->name,
          first.state.when.year, *first.deadline.day),
      language);
  if (more > 0) {
    text.subject += say(msg(" (and {0} more)", more), language);
  }
  text.body = say(msg("To: {0}", addressee(letter, language)), language) +
              "\n\n" + say(msg("Plan: {0}", view.plan.sheet.title), language) +
              "\n";
  for (const ReminderGroup& group : grouped(letter.reminders)) {
    text.body += "\n" + headline(*group.front(), language) + "\n";
    for (const std::string& line : details_of(*group.front(), view)) {
      text.body += "  " + line + "\n";
    }
    text.body +=
        "  " +
        say(msg("owed by: {0}", owner_names(group, language)), language) + "\n";
  }
  const Date today = add_days(*first.deadline.day, -first.left);
  text.body += "\n" + signature(view, today) + "\n";
  text.body +=
      say("A program made this letter; if it has been sent in already, no "
          "answer is needed.",
          language) +
      "\n" + caveat_lines(caveats_of(letter.reminders, view.plan), language);
  return text;
}

Calendar calendar_of(const std::vector<Reminder>& reminders,
                     const std::vector<int>& alarms, const ScoreView& view) {
  Calendar calendar{view.plan.sheet.title, "-//thidua//thidua//VI", {}};
  const std::string domain = plan_key(view.plan.sheet);
  for (const Reminder& each : reminders) {
    CalendarEvent event;
    event.uid = each.key() + "@" + domain;
    event.sequence = each.deadline.changes + (each.deadline.off ? 1 : 0);
    event.day = *each.deadline.day;
    event.stamp = each.deadline.known_since;
    event.summary = fmt::format("{} {} – {}", each.state.when.duty->name,
                                each.state.when.year,
                                owner_text(each.state, view.language));
    event.description =
        fmt::format("{}", fmt::join(details_of(each, view), "\n"));
    event.alarm_days = alarms;
    calendar.events.push_back(std::move(event));
  }
  return calendar;
}

std::string reminder_line(const Reminder& reminder, Language language) {
  return fmt::format("{}: {}", owner_text(reminder.state, language),
                     what_is_due(reminder, language));
}

}  // namespace thidua::render
