// Duties, occasions, awards and what is to be done next.
#include <doctest/doctest.h>

#include <algorithm>

#include "plan_folder.hpp"
#include "rules/awards.hpp"
#include "rules/checks.hpp"
#include "rules/duties.hpp"
#include "rules/todo.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::day;
using test::figures;
using test::marks;
using test::PlanFolder;
using test::small_plan;

DutyState report_2023(const Plan& plan, const char* today) {
  for (const DutyState& state : duty_states(plan, day(today))) {
    if (state.when.duty->id.value == "unit-report" && state.when.year == 2023) {
      return state;
    }
  }
  FAIL("no such duty");
  return {};
}

}  // namespace

TEST_CASE("before the 10th, read strictly, is on time through the 9th") {
  struct Row {
    const char* today;
    const char* filed;  // empty: not at all
    DutyStatus status;
    int days;
  };
  const Row rows[] = {
      {"2023-11-01", "", DutyStatus::due, 8},
      {"2023-11-09", "", DutyStatus::due, 0},
      {"2023-11-10", "", DutyStatus::overdue, 1},
      {"2024-01-01", "", DutyStatus::overdue, 53},
      {"2023-12-01", "2023-11-09", DutyStatus::done, 0},
      {"2023-12-01", "2023-11-10", DutyStatus::done_late, 1},
      {"2023-11-05", "2023-11-08", DutyStatus::due, 4},  // not filed yet
  };
  for (const Row& row : rows) {
    CAPTURE(row.today);
    CAPTURE(row.filed);
    auto files = small_plan();
    if (*row.filed != '\0') {
      files["filings/2023/a.yaml"] =
          std::string(
              "unit: a\nyear: 2023\nfilings: [{duty: unit-report, "
              "date: \"") +
          row.filed + "\"}]\n";
    }
    const auto plan = PlanFolder(files).load();
    const DutyState state = report_2023(*plan, row.today);
    CHECK(state.status == row.status);
    CHECK(state.days == row.days);
  }
}

TEST_CASE("strictness is data: `strict: false` lets the named day itself in") {
  const auto plan = PlanFolder(small_plan()).load();
  CHECK(*plan->duty("unit-report")->due.last_day_in(2023) == day("2023-11-09"));
  CHECK(*plan->duty("lenient")->due.last_day_in(2023) == day("2023-11-20"));
}

namespace {

// The small plan with a duty more, owed by the unit.
std::map<std::string, std::string> plan_with_duty(const std::string& due) {
  auto files = small_plan();
  files["plan.yaml"] +=
      "  - {id: own-plan, name: Kế hoạch riêng, from: "
      "{kinds: [commune]}, to: district, due: " +
      due + ", source: V.1}\n";
  return files;
}

std::string own_plan_filed(const char* year, const std::string& days) {
  return std::string("unit: a\nyear: ") + year + "\nfilings: [" + days + "]\n";
}

std::vector<DutyState> own_plan_states(const Plan& plan, int year,
                                       const char* today) {
  std::vector<DutyState> states;
  for (const DutyDate& when : duty_dates_in(plan, year)) {
    if (when.duty->id.value == "own-plan") {
      states = duty_states(plan, when, day(today));
    }
  }
  return states;
}

}  // namespace

TEST_CASE("what is owed once is on time through the end of its time") {
  struct Row {
    const char* due;
    const char* last_day;
  };
  const Row rows[] = {
      {R"({once: "2022-Q4"})", "2022-12-31"},
      {R"({once: "2022-11"})", "2022-11-30"},
      {R"({once: "2022-12-15"})", "2022-12-15"},
      {R"({once: {before: "2022-12-15"}})", "2022-12-14"},
      {R"({once: {before: "2022-12-15", strict: false}})", "2022-12-15"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.due);
    const auto plan = PlanFolder(plan_with_duty(row.due)).load();
    const Duty& duty = *plan->duty("own-plan");
    CHECK(*duty.due.last_day_in(2022) == day(row.last_day));
    CHECK(falls_due_in(duty, 2022));
    CHECK_FALSE(falls_due_in(duty, 2023));
    CHECK(own_plan_states(*plan, 2023, "2023-06-01").empty());
    const auto states = own_plan_states(*plan, 2022, "2023-01-01");
    REQUIRE(states.size() == 1);
    CHECK(states[0].status == DutyStatus::overdue);
  }
}

TEST_CASE("once at no time that is named is proved by a filing of any year") {
  auto files = plan_with_duty("{once: {not_stated: true}}");
  files["filings/2022/a.yaml"] =
      own_plan_filed("2022", R"({duty: own-plan, date: "2022-12-01"})");
  const auto plan = PlanFolder(files).load();
  CHECK(check_plan(*plan, day("2026-01-01")).count(Severity::error) == 0);
  for (const int year : {2022, 2024}) {
    CHECK(own_plan_states(*plan, year, "2022-11-30")[0].status ==
          DutyStatus::open_undated);
    CHECK(own_plan_states(*plan, year, "2022-12-01")[0].status ==
          DutyStatus::done);
  }
  for (const DutyDate& when : duty_dates(*plan)) {
    CHECK(when.duty->id.value != "own-plan");
  }
}

TEST_CASE("what nobody knows how often it is owed is never open") {
  auto files = plan_with_duty("{every: {not_stated: true}}");
  files["filings/2023/a.yaml"] =
      own_plan_filed("2023", R"({duty: own-plan, date: "2023-03-31"}, )"
                             R"({duty: own-plan, date: "2023-06-30"})");
  const auto plan = PlanFolder(files).load();
  CHECK(check_plan(*plan, day("2026-01-01")).count(Severity::error) == 0);
  const auto filed = own_plan_states(*plan, 2023, "2023-12-31");
  REQUIRE(filed.size() == 2);
  CHECK(filed[1].filing->date.value == day("2023-06-30"));
  const auto nothing = own_plan_states(*plan, 2024, "2025-12-31");
  REQUIRE(nothing.size() == 1);
  CHECK(nothing[0].status == DutyStatus::unscheduled);
  for (const Todo& todo : todo_list(*plan, check_plan(*plan, day("2025-12-31")),
                                    day("2025-12-31"))) {
    CHECK(todo.command.find("own-plan") == std::string::npos);
  }
}

TEST_CASE("occasions are found by key, and by name where they come once") {
  const auto plan = PlanFolder(small_plan()).load();
  CHECK(find_occasion(*plan, "annual-2024")->year == 2024);
  CHECK(find_occasion(*plan, "preliminary")->key() == "preliminary-2023");
  CHECK_FALSE(find_occasion(*plan, "annual").has_value());
  CHECK_FALSE(find_occasion(*plan, "annual-2026").has_value());
  CHECK_FALSE(find_occasion(*plan, "final").has_value());
  CHECK(find_occasion(*plan, "preliminary")->years_covered().size() == 2);
}

TEST_CASE("a plan allows, refuses or does not state a form on an occasion") {
  const auto plan = PlanFolder(small_plan()).load();
  struct Row {
    const char* form;
    const char* occasion;
    Stance stance;
  };
  const Row rows[] = {
      {"low", "annual", Stance::allowed},
      {"low", "preliminary", Stance::allowed},
      {"high", "annual", Stance::refused},
      {"high", "preliminary", Stance::allowed},
      {"other", "annual", Stance::not_stated},
  };
  for (const Row& row : rows) {
    CAPTURE(row.form);
    CHECK(stance_of(*plan->form(row.form), *plan->occasion(row.occasion)) ==
          row.stance);
  }
}

namespace {

// A commune that met everything in 2022 and 2023.
std::map<std::string, std::string> worthy() {
  auto files = small_plan();
  files["figures/2021/a.yaml"] = figures("a", "2021", 60, 100);
  files["figures/2022/a.yaml"] = figures("a", "2022", 50, 100, "6");
  files["figures/2023/a.yaml"] = figures("a", "2023", 40, 100, "6");
  files["scores/2022/a.yaml"] = marks("a", "2022", true, "good");
  files["scores/2023/a.yaml"] = marks("a", "2023", true, "good");
  return files;
}

std::vector<FormCandidates> candidates_on(const Plan& plan,
                                          const char* occasion,
                                          const char* unit = nullptr,
                                          const char* today = "2026-12-31") {
  CandidateFilter filter;
  if (unit != nullptr) {
    filter.unit = unit;
  }
  return candidates(plan, *find_occasion(plan, occasion), filter, day(today));
}

}  // namespace

TEST_CASE("who may be proposed: lowest authority first, refused forms empty") {
  const auto plan = PlanFolder(worthy()).load();
  const auto lists = candidates_on(*plan, "annual-2023");
  REQUIRE(lists.size() == 3);
  CHECK(lists[0].form->id.value == "low");
  CHECK(lists[0].may.size() == 1);
  CHECK(lists[1].form->id.value == "high");
  CHECK(lists[1].stance == Stance::refused);
  CHECK(lists[1].may.empty());
  // Given to persons only.
  CHECK(lists[2].may.empty());
  REQUIRE(lists[2].may_not.size() == 1);
}

TEST_CASE("a refusal names the rule, its section and what would change it") {
  const auto plan = PlanFolder(worthy()).load();
  const auto lists = candidates_on(*plan, "annual-2023", "a");
  REQUIRE(lists[1].may_not.size() == 1);
  const Obstacle& obstacle = lists[1].may_not[0].obstacles.at(0);
  CHECK(obstacle.section == "IV.4.a");
  CHECK(plan->sources[obstacle.where.file].path == "awards.yaml");
  CHECK(say(obstacle.hint, Language::en) == "it is given on: preliminary-2023");
}

TEST_CASE("an occasion looks back on every year it covers") {
  auto files = worthy();
  files["scores/2022/a.yaml"] = marks("a", "2022", false, "good");
  const auto plan = PlanFolder(files).load();
  CHECK(candidates_on(*plan, "annual-2023")[0].may.size() == 1);
  const auto review = candidates_on(*plan, "preliminary");
  CHECK(review[0].may.empty());
  CHECK(say(review[0].may_not.at(0).obstacles.at(0).what, Language::en) ==
        "2022: 1 criterion is not met (IV.2.b-1)");
}

namespace {

std::vector<std::string> to_do(const Plan& plan, const char* today) {
  std::vector<std::string> commands;
  for (const Todo& todo :
       todo_list(plan, check_plan(plan, day(today)), day(today))) {
    commands.push_back(todo.command);
  }
  return commands;
}

}  // namespace

TEST_CASE("what is to be done next names the command that shows it") {
  auto files = worthy();
  files["units/b.yaml"] = "name: Xã B\nkind: commune\n";
  const auto plan = PlanFolder(files).load();
  const std::vector<std::string> commands = to_do(*plan, "2023-12-20");
  const std::vector<std::string> expected = {
      "thidua status --year 2022 --duty unit-report --open",
      "thidua status --year 2022 --duty lenient --open",
      "thidua status --year 2023 --duty unit-report --open",
      "thidua status --year 2023 --duty lenient --open",
      "thidua score --period 2022 --kind commune",
      "thidua score --period 2023 --kind commune",
      "thidua propose-award --occasion annual-2023",
      "thidua propose-award --occasion preliminary-2023",
  };
  CHECK(commands == expected);
}

TEST_CASE("a year is scored towards its end and after it") {
  struct Row {
    const char* today;
    bool last_year;
    bool this_year;
  };
  const Row rows[] = {
      {"2024-01-01", true, false},  {"2024-03-09", true, false},
      {"2024-03-10", true, true},  // the first mark of 2024
      {"2025-06-30", true, false},  {"2025-07-01", true, true},
      {"2026-01-01", true, false},  {"2026-12-31", true, false},
      {"2027-01-01", false, false},
  };
  auto files = small_plan();
  files["scores/2024/a.yaml"] =
      "unit: a\nperiod: \"2024\"\nstages:\n  self: {by: Xã, date: "
      "\"2024-03-10\", marks: {IV.2.b-1: {done: true}}}\n";
  const auto plan = PlanFolder(files).load();
  for (const Row& row : rows) {
    CAPTURE(row.today);
    const int year = int(day(row.today).year());
    const auto commands = to_do(*plan, row.today);
    const auto holds = [&](int of) {
      return std::find(commands.begin(), commands.end(),
                       "thidua score --period " + std::to_string(of) +
                           " --kind commune") != commands.end();
    };
    CHECK(holds(year - 1) == row.last_year);
    CHECK(holds(year) == row.this_year);
  }
}

TEST_CASE("last year's awards stay to be done until this year's begin") {
  struct Row {
    const char* today;
    bool last_year;
    bool this_year;
  };
  const Row rows[] = {
      {"2023-12-01", false, false},  // no official figures yet
      {"2023-12-20", false, true},  {"2024-01-01", true, false},
      {"2024-12-13", true, false},  {"2024-12-14", false, true},
      {"2025-01-01", true, false},
  };
  auto files = worthy();
  files["figures/2022/a.yaml"] = figures("a", "2022", 60, 100, "6");
  files["figures/2024/a.yaml"] = figures("a", "2024", 30, 100, "6");
  files["scores/2024/a.yaml"] = marks("a", "2024", true, "good");
  const auto plan = PlanFolder(files).load();
  const auto holds_awards_of = [](const std::vector<std::string>& commands,
                                  int year) {
    const std::string command =
        "thidua propose-award --occasion annual-" + std::to_string(year);
    return std::find(commands.begin(), commands.end(), command) !=
           commands.end();
  };
  for (const Row& row : rows) {
    CAPTURE(row.today);
    const int year = int(day(row.today).year());
    const auto commands = to_do(*plan, row.today);
    CHECK(holds_awards_of(commands, year - 1) == row.last_year);
    CHECK(holds_awards_of(commands, year) == row.this_year);
  }
}

TEST_CASE("a proposal and its decision are there from their days on") {
  auto files = worthy();
  files["proposals/annual-2023/a/low.yaml"] =
      "unit: a\nform: low\noccasion: annual-2023\n"
      "proposed: {by: Phòng Nội vụ, date: \"2024-01-15\"}\n"
      "history:\n"
      "  - {state: submitted, date: \"2024-01-29\"}\n"
      "  - {state: decided, date: \"2024-01-29\", by: Huyện, document: 1/QĐ}\n";
  const auto plan = PlanFolder(files).load();
  struct Row {
    const char* today;
    bool proposed;
    bool decided;
  };
  const Row rows[] = {
      {"2024-01-14", false, false},
      {"2024-01-15", true, false},
      {"2024-01-28", true, false},
      {"2024-01-29", true, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.today);
    const auto lists = candidates_on(*plan, "annual-2023", "a", row.today);
    const Candidate& candidate = lists.at(0).may.at(0);
    CHECK((candidate.proposal != nullptr) == row.proposed);
    CHECK((candidate.state == ProposalState::decided) == row.decided);
  }
}
