// Who is reminded of what: steps, filters, contacts, letters, keys.
#include <doctest/doctest.h>

#include "plan_folder.hpp"
#include "render/reminders.hpp"
#include "rules/reminders.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::day;
using test::Files;
using test::PlanFolder;
using test::small_plan;

std::string commune(const std::string& name, const std::string& contacts) {
  return "name: " + name + "\nkind: commune\n" +
         (contacts.empty() ? "" : "contacts:\n" + contacts);
}

std::string contact(const std::string& role, const std::string& email) {
  return "  - {role: " + role + (email.empty() ? "" : ", email: " + email) +
         "}\n";
}

// A has a chair and an office, B an office, C a role without an address, D
// nobody; the body that owes the other duty has an office.
Files plan_with_contacts() {
  Files files = small_plan();
  std::string& plan = files["plan.yaml"];
  const std::string body = "  district: {name: Huyện}\n";
  plan.replace(plan.find(body), body.size(),
               "  district:\n    name: Huyện\n    contacts:\n      - {role: "
               "Văn phòng, email: vp@huyen.vn}\n");
  files["units/a.yaml"] = commune(
      "Xã A", contact("Chủ tịch", "ct@a.vn") + contact("Văn phòng", "vp@a.vn"));
  files["units/b.yaml"] = commune("Xã B", contact("Văn phòng", "VP@a.vn"));
  files["units/c.yaml"] = commune("Xã C", contact("Văn phòng", ""));
  files["units/d.yaml"] = commune("Xã D", "");
  return files;
}

// Of 2023: A to D owe the report through 09/11, the district the other one
// through 20/11.
std::string reminded(const Plan& plan, const ReminderFilter& filter,
                     const char* today) {
  std::string text;
  for (const Reminder& each : reminders(plan, filter, day(today))) {
    if (each.state.when.year == 2023) {
      text += (text.empty() ? "" : " ") + std::string(each.state.owner) + ":" +
              std::to_string(each.left) +
              (each.step ? "@" + std::to_string(*each.step) : "");
    }
  }
  return text;
}

std::string names_of_letters(const std::vector<ReminderLetter>& letters) {
  std::string text;
  for (const ReminderLetter& letter : letters) {
    text += (text.empty() ? "" : "; ") + letter.email + ":";
    for (const Reminder* each : letter.reminders) {
      text += " " + each->key();
    }
  }
  return text;
}

std::vector<Reminder> of_2023(std::vector<Reminder> found) {
  std::erase_if(
      found, [](const Reminder& each) { return each.state.when.year != 2023; });
  return found;
}

Reminder of_a(const Plan& plan, const char* today) {
  for (Reminder& each : of_2023(reminders(plan, {}, day(today)))) {
    if (each.state.owner == "a") {
      return std::move(each);
    }
  }
  FAIL("A is not reminded");
  return {};
}

const char* const amendment = R"(amendments:
  - type: QĐ
    number: 31/QĐ-UBND
    date: "2023-10-02"
    from: "2023-10-05"
    changes: [{section: VI.7, text: x, duty: unit-report, by: "30/11"}]
)";

Files extended(Files files, const std::string& days) {
  std::string text = "unit: a\nyear: 2023\nextensions:\n";
  for (std::size_t at = 0; at < days.size(); at += 11) {
    text += "  - {duty: unit-report, until: \"" + days.substr(at, 10) +
            "\", granted: \"2023-11-08\", reason: Mưa lũ}\n";
  }
  files["filings/2023/a.yaml"] = text;
  return files;
}

}  // namespace

TEST_CASE("of the steps that are reached only the last one is told") {
  const PlanFolder folder(plan_with_contacts());
  const auto plan = folder.load();
  struct Row {
    const char* today;
    std::vector<int> steps;
    bool on_the_day;
    const char* expected;  // of A
  };
  const std::vector<int> usual{30, 14, 7, 3, 1, 0, -7};
  const Row rows[] = {
      {"2023-10-09", usual, false, ""},  // 31 days left
      {"2023-10-10", usual, false, "a:30@30"},
      {"2023-10-11", usual, false, "a:29@30"},
      {"2023-10-26", usual, false, "a:14@14"},
      {"2023-10-31", usual, false, "a:9@14"},  // days were missed
      {"2023-11-05", usual, false, "a:4@7"},
      {"2023-11-06", usual, false, "a:3@3"},
      {"2023-11-08", usual, false, "a:1@1"},
      {"2023-11-09", usual, false, "a:0@0"},
      {"2023-11-10", usual, false, "a:-1@0"},
      {"2023-11-15", usual, false, "a:-6@0"},
      {"2023-11-16", usual, false, "a:-7@-7"},
      {"2023-12-31", usual, false, "a:-52@-7"},
      {"2023-10-10", usual, true, "a:30@30"},
      {"2023-10-11", usual, true, ""},
      {"2023-11-09", usual, true, "a:0@0"},
      {"2023-11-10", usual, true, ""},
      {"2023-11-16", usual, true, "a:-7@-7"},
      {"2023-11-17", usual, true, ""},
      {"2023-10-31", {-7, 0, 14, 30}, false, "a:9@14"},  // in any order
      {"2023-11-08", {7, 7}, false, "a:1@7"},
      {"2023-11-10", {-7, -14}, false, ""},
      {"2023-11-30", {-7, -14}, false, "a:-21@-14"},
      {"2023-11-08", {}, false, "a:1"},
      {"2023-11-08", {}, true, "a:1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.today);
    ReminderFilter filter;
    filter.steps = row.steps;
    filter.on_the_day = row.on_the_day;
    filter.to = "a";
    CHECK(reminded(*plan, filter, row.today) == row.expected);
  }
}

TEST_CASE("within so many days, late, or of one owner or role") {
  const PlanFolder folder(plan_with_contacts());
  const auto plan = folder.load();
  struct Row {
    const char* today;
    ReminderFilter filter;
    const char* expected;
  };
  const auto within = [](int days) {
    ReminderFilter filter;
    filter.within = days;
    return filter;
  };
  const auto overdue = [](ReminderFilter filter) {
    filter.overdue = true;
    return filter;
  };
  const auto to = [](const char* whom) {
    ReminderFilter filter;
    filter.to = whom;
    return filter;
  };
  const Row rows[] = {
      {"2023-10-31", within(8), ""},
      {"2023-10-31", within(9), "a:9 b:9 c:9 d:9"},
      {"2023-11-09", within(0), "a:0 b:0 c:0 d:0"},
      {"2023-10-31", within(20), "a:9 b:9 c:9 d:9 district:20"},
      {"2023-11-10", within(0), "a:-1 b:-1 c:-1 d:-1"},  // late is in any
      {"2023-11-09", overdue({}), ""},
      {"2023-11-10", overdue({}), "a:-1 b:-1 c:-1 d:-1"},
      {"2023-11-21", overdue(within(1)), "a:-12 b:-12 c:-12 d:-12 district:-1"},
      {"2023-11-08", to("b"), "b:1"},
      {"2023-11-08", to("district"), "district:12"},
      {"2023-11-08", to("Văn phòng"), "a:1 b:1 c:1 district:12"},
      {"2023-11-08", to("văn phòng"), "a:1 b:1 c:1 district:12"},
      {"2023-11-08", to("Chủ tịch"), "a:1"},
      {"2023-11-08", to("Kế toán"), ""},
      {"2023-11-08", to("office"), ""},  // to whom it is owed, owes nothing
      {"2023-11-08", overdue(to("b")), ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.today);
    CAPTURE(row.filter.to);
    CHECK(reminded(*plan, row.filter, row.today) == row.expected);
  }
}

TEST_CASE("what is done needs no reminder") {
  Files files = plan_with_contacts();
  files["filings/2023/a.yaml"] =
      "unit: a\nyear: 2023\nfilings: [{duty: unit-report, date: "
      "\"2023-11-06\"}]\n";
  const PlanFolder folder(files);
  const auto plan = folder.load();
  ReminderFilter filter;
  filter.within = 9;
  CHECK(reminded(*plan, filter, "2023-11-05") == "a:4 b:4 c:4 d:4");
  CHECK(reminded(*plan, filter, "2023-11-06") == "b:3 c:3 d:3");
}

TEST_CASE("the day of one owner comes in its own place") {
  const PlanFolder folder(extended(plan_with_contacts(), "2023-11-25"));
  const auto plan = folder.load();
  CHECK(reminded(*plan, {}, "2023-11-09") == "b:0 c:0 d:0 district:11 a:16");
}

TEST_CASE("a letter for each address, in whatever capitals") {
  const PlanFolder folder(plan_with_contacts());
  const auto plan = folder.load();
  const auto all = of_2023(reminders(*plan, {}, day("2023-11-08")));
  CHECK(names_of_letters(letters_of(all)) ==
        "ct@a.vn: unit-report/2023/a; "
        "vp@a.vn: unit-report/2023/a unit-report/2023/b; "
        "vp@huyen.vn: lenient/2023/district");
  CHECK(letters_of(all)[1].contact->email.value == "vp@a.vn");
  ReminderFilter filter;
  filter.to = "Văn phòng";
  const auto offices = of_2023(reminders(*plan, filter, day("2023-11-08")));
  CHECK(names_of_letters(letters_of(offices)) ==
        "vp@a.vn: unit-report/2023/a unit-report/2023/b; "
        "vp@huyen.vn: lenient/2023/district");
  CHECK(letters_of({}).empty());
}

TEST_CASE("two contacts with one address get one letter, each thing once") {
  Files files = small_plan();
  files["units/a.yaml"] =
      commune("Xã A", contact("Chủ tịch", "VP@a.vn") + contact("x", "") +
                          contact("Văn phòng", "vp@A.vn"));
  const PlanFolder folder(files);
  const auto plan = folder.load();
  ReminderFilter filter;
  filter.to = "a";
  const auto found = of_2023(reminders(*plan, filter, day("2023-11-08")));
  const auto letters = letters_of(found);
  CHECK(names_of_letters(letters) == "vp@a.vn: unit-report/2023/a");
  CHECK(letters[0].contact->role == "Chủ tịch");
  CHECK(unreachable(found).empty());
}

TEST_CASE("unreachable is who has nobody with an address") {
  const PlanFolder folder(plan_with_contacts());
  const auto plan = folder.load();
  const auto names = [&](const char* to) {
    ReminderFilter filter;
    filter.to = to;
    const auto found = of_2023(reminders(*plan, filter, day("2023-11-08")));
    std::string text;
    for (const Reminder* each : unreachable(found)) {
      text += std::string(each->state.owner) + " ";
    }
    return text;
  };
  CHECK(names("") == "c d ");
  CHECK(names("Văn phòng") == "c ");
  CHECK(names("Chủ tịch").empty());
}

TEST_CASE("a key stays while the day moves, and every change counts") {
  struct Row {
    const char* amendment;
    const char* until;
    const char* last_day;
    int changes;
    const char* known_since;
  };
  const Row rows[] = {
      {"", "", "2023-11-09", 0, "2022-11-30"},
      {amendment, "", "2023-11-30", 1, "2023-10-05"},
      {"", "2023-11-20", "2023-11-20", 1, "2023-11-08"},
      {"", "2023-11-20 2023-11-25", "2023-11-25", 2, "2023-11-08"},
      {amendment, "2023-12-05 2023-12-10", "2023-12-10", 3, "2023-11-08"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.last_day);
    Files files = plan_with_contacts();
    files["plan.yaml"] += row.amendment;
    if (*row.until != '\0') {
      files = extended(files, row.until);
    }
    const PlanFolder folder(files);
    const auto plan = folder.load();
    const Reminder found = of_a(*plan, "2023-11-09");
    CHECK(found.key() == "unit-report/2023/a");
    CHECK(found.key_with_day() ==
          "unit-report/2023/a/" + std::string(row.last_day));
    CHECK(to_iso(*found.deadline.day) == row.last_day);
    CHECK(found.deadline.changes == row.changes);
    CHECK(to_iso(found.deadline.known_since) == row.known_since);
    const auto calendar =
        render::calendar_of({found}, {7, 0}, {*plan, Language::vi});
    REQUIRE(calendar.events.size() == 1);
    CHECK(calendar.events[0].uid ==
          "unit-report/2023/a@" + plan_key(plan->sheet));
    CHECK(calendar.events[0].sequence == row.changes);
    CHECK(to_iso(calendar.events[0].day) == row.last_day);
    CHECK(calendar.events[0].alarm_days == std::vector<int>{7, 0});
  }
}

TEST_CASE("who owes in place of two owes two things, each with its key") {
  Files files = plan_with_contacts();
  files["units/ab.yaml"] =
      "name: AB\nkind: commune\nenrolled: {from: \"2024-07-01\"}\n" +
      std::string("contacts:\n") + contact("Văn phòng", "vp@ab.vn");
  files["successions.yaml"] =
      "successions:\n  - {date: \"2024-07-01\", from: [a, b], to: [ab], "
      "source: x}\n";
  const PlanFolder folder(files);
  const auto plan = folder.load();
  ReminderFilter filter;
  filter.to = "ab";
  filter.overdue = true;
  const auto found = of_2023(reminders(*plan, filter, day("2024-08-01")));
  CHECK(names_of_letters(letters_of(found)) ==
        "vp@ab.vn: unit-report/2023/ab+a unit-report/2023/ab+b");
}

TEST_CASE("plans are told apart in calendars and letters") {
  const auto key_of = [](const std::string& from, const std::string& to) {
    Files files = small_plan();
    std::string& text = files["plan.yaml"];
    text.replace(text.find(from), from.size(), to);
    return plan_key(PlanFolder(files).load()->sheet);
  };
  const std::string key = key_of("movement: thu", "movement: thu");
  CHECK(key_of("movement: thu", "movement: khac") != key);
  CHECK(key_of("name: Ủy ban", "name: Ủy ban Đông") != key);
  CHECK(key_of("to: \"2025-12-31\"", "to: \"2026-12-31\"") != key);
  CHECK(key_of("title: Kế hoạch thử", "title: Khác") == key);
}
