// What the law keeps from an award, what other proposals do, awards for one
// deed, and what is settled by the day of a decision.
#include <doctest/doctest.h>

#include "asked_candidate.hpp"
#include "change/proposals.hpp"
#include "proposal_records.hpp"
#include "rules/rule_sets.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::Asked;
using test::day;
using test::Files;
using test::plan_with;
using test::proposal_record;
using test::State;

std::string matter(const std::string& kind, const std::string& days) {
  return "matters:\n  - {kind: " + kind + ", " + days + "}\n";
}

// One entry of each state on the way, all in December 2024.
std::string history_to(State state) {
  std::string text;
  Date date = day("2024-12-01");
  for (const State each : test::way_to(state)) {
    text += test::entry_line(each, to_iso(date));
    date = add_days(date, 1);
  }
  return text.empty() ? "" : "history:\n" + text;
}

}  // namespace

TEST_CASE("an open matter keeps from every award from 01/7/2025 on") {
  struct Row {
    const char* days;
    const char* proposed_on;
    bool may;
  };
  const Row rows[] = {
      {"from: \"2025-06-01\"", "2025-06-30", true},
      {"from: \"2025-06-01\"", "2025-07-01", false},
      {"from: \"2025-07-01\"", "2025-07-01", false},
      {"from: \"2025-07-02\"", "2025-07-01", true},
      {"from: \"2025-06-01\", to: \"2025-06-30\"", "2025-07-01", true},
      {"from: \"2025-06-01\", to: \"2025-07-01\"", "2025-07-01", false},
      {"from: \"2025-06-01\", to: \"2025-07-01\"", "2025-07-02", true},
      {"from: \"2023-06-01\"", "2023-12-31", true},
      {"from: \"2023-06-01\"", "2024-01-01", true},
  };
  for (const char* kind :
       {"discipline", "investigation", "inspection", "complaint", "press"}) {
    for (const Row& row : rows) {
      CAPTURE(kind);
      CAPTURE(row.days);
      CAPTURE(row.proposed_on);
      const Asked asked(plan_with("", matter(kind, row.days)),
                        {.proposed_on = row.proposed_on});
      CHECK(asked.candidate().may() == row.may);
    }
  }
}

TEST_CASE("what the law keeps back is told with its article and the record") {
  const Files files =
      plan_with("", matter("discipline", "from: \"2025-06-01\""));
  const Asked asked(files, {.proposed_on = "2025-07-01"});
  CHECK(asked.obstacles() ==
        "discipline since 2025-06-01, not closed @units/a.yaml");
  const Obstacle& obstacle = asked.candidate().obstacles.at(0);
  CHECK(obstacle.section == "NĐ 152/2025/NĐ-CP");
  CHECK_FALSE(obstacle.where.known());
}

TEST_CASE("what plan and law both ask for is told once, as the plan's") {
  const Files files = plan_with("clear_of: [discipline]",
                                matter("discipline", "from: \"2025-06-01\""));
  const Asked asked(files, {.proposed_on = "2025-07-01"});
  REQUIRE(asked.candidate().obstacles.size() == 1);
  CHECK(asked.candidate().obstacles.front().section == "IV.3");
}

TEST_CASE("an earlier award is no condition under the rules from 01/7/2025") {
  const Files files = plan_with("awards: [low, flag]");
  for (const char* day : {"2023-12-31", "2024-01-01", "2025-06-30"}) {
    CAPTURE(day);
    const Asked asked(files, {.form = "high", .proposed_on = day});
    CHECK(asked.obstacles() ==
          "no earlier award is recorded: Giấy khen; Cờ ?proposals/");
    CHECK(asked.remarks() == "");
  }
  const Asked asked(files, {.form = "high", .proposed_on = "2025-07-01"});
  CHECK(asked.candidate().may());
  CHECK(asked.remarks() ==
        "the plan asks for an earlier award (Giấy khen; Cờ); `nd-152-2025` "
        "does not");
}

TEST_CASE("another proposal for the same achievement") {
  enum class Told { nothing, asked_twice, rewarded };
  struct Row {
    State state;
    Told same_authority;
    Told other_authority;
  };
  const Row rows[] = {
      {State::drafted, Told::asked_twice, Told::nothing},
      {State::submitted, Told::asked_twice, Told::nothing},
      {State::returned, Told::asked_twice, Told::nothing},
      {State::appraised, Told::asked_twice, Told::nothing},
      {State::voted, Told::asked_twice, Told::nothing},
      {State::submitted_upward, Told::asked_twice, Told::nothing},
      {State::decided, Told::rewarded, Told::rewarded},
      {State::refused, Told::nothing, Told::nothing},
      {State::withdrawn, Told::nothing, Told::nothing},
      {State::revoked, Told::nothing, Told::nothing},
  };
  for (const Row& row : rows) {
    for (const bool same : {true, false}) {
      CAPTURE(to_string(row.state));
      CAPTURE(same);
      const std::string form = same ? "flag" : "high";
      const std::string path = "proposals/annual-2023/a/" + form + ".yaml";
      Files files = plan_with("");
      files[path] = proposal_record("annual-2023", form, history_to(row.state));
      const Asked asked(files);
      const auto& obstacles = asked.candidate().obstacles;
      const Told told = same ? row.same_authority : row.other_authority;
      REQUIRE(obstacles.size() == (told == Told::nothing ? 0 : 1));
      if (told == Told::asked_twice) {
        CHECK(obstacles.front().code == code::authority_asked_twice);
        CHECK(asked.obstacles() ==
              "the same authority has been asked for `Cờ` @" + path);
      } else if (told == Told::rewarded) {
        CHECK(obstacles.front().code == code::achievement_rewarded);
        CHECK(asked.obstacles() ==
              "`" + std::string(same ? "Cờ" : "Bằng khen") +
                  "` has been granted for the same achievement @" + path);
      }
    }
  }
}

TEST_CASE("a proposal of another occasion, or of later, is in nobody's way") {
  Files files = plan_with("");
  files["proposals/annual-2022/a/flag.yaml"] =
      proposal_record("annual-2022", "flag", history_to(State::decided));
  CHECK(Asked(files).obstacles() == "");
  // submitted on 2024-12-01, granted on 2024-12-02
  files["proposals/annual-2023/a/flag.yaml"] =
      proposal_record("annual-2023", "flag", history_to(State::decided));
  struct Row {
    const char* today;
    const char* code;
  };
  for (const Row& row :
       {Row{"2022-01-04", ""}, Row{"2022-01-05", "TD0612"},
        Row{"2024-12-01", "TD0612"}, Row{"2024-12-02", "TD0611"}}) {
    CAPTURE(row.today);
    const Asked asked(files, {.proposed_on = "2022-01-01", .today = row.today});
    const auto& obstacles = asked.candidate().obstacles;
    CHECK((obstacles.empty() ? "" : to_string(obstacles.front().code)) ==
          row.code);
  }
}

TEST_CASE("an award for one deed asks for no marks, only for the rest") {
  const std::string conditions =
      "judged: all, unmet: none, met: [IV.2.b-1], points: {at_least: 80}, "
      "classes: [top], registered: true";
  const auto sudden_form = [&](const std::string& asked_for) {
    Files files = plan_with(asked_for);
    std::string& awards = files["awards.yaml"];
    const std::string name = "name: Giấy khen,";
    awards.replace(awards.find(name), name.size(),
                   name + " commendation: sudden,");
    return files;
  };
  const auto sudden_occasion = [&](const std::string& asked_for) {
    Files files = plan_with(asked_for);
    std::string& sheet = files["plan.yaml"];
    const std::string name = "annual: {name: Hằng năm,";
    sheet.replace(sheet.find(name), name.size(),
                  name + " commendation: sudden,");
    return files;
  };
  CHECK(Asked(plan_with(conditions)).candidate().obstacles.size() == 6);
  CHECK(Asked(sudden_form(conditions)).obstacles() == "");
  CHECK(Asked(sudden_occasion(conditions)).obstacles() == "");
  CHECK(Asked(sudden_form(conditions), {.form = "flag"})
            .candidate()
            .obstacles.size() == 6);
  CHECK(Asked(sudden_form(conditions + ", years: {at_least: 4}")).obstacles() ==
        "it takes part since 2021-01-01, less than 4 years @units/a.yaml");
  Files files = sudden_form(conditions);
  files["units/a.yaml"] += matter("discipline", "from: \"2025-06-01\"");
  CHECK(Asked(files, {.proposed_on = "2025-07-01"}).obstacles() ==
        "discipline since 2025-06-01, not closed @units/a.yaml");
}

TEST_CASE("an award for one deed names it when it is proposed") {
  for (const bool sudden : {true, false}) {
    for (const bool named : {true, false}) {
      CAPTURE(sudden);
      CAPTURE(named);
      Files files = plan_with("");
      if (sudden) {
        std::string& awards = files["awards.yaml"];
        const std::string name = "name: Giấy khen,";
        awards.replace(awards.find(name), name.size(),
                       name + " commendation: sudden,");
      }
      const auto plan = test::PlanFolder(files).load();
      Candidate candidate;
      candidate.unit = plan->unit("a");
      candidate.form = plan->form("low");
      candidate.occasion = find_occasion(*plan, "annual-2023").value();
      change::NewProposal proposal;
      proposal.date = day("2023-12-20");
      if (named) {
        proposal.achievement =
            Deed{"Cứu người", At<Date>{day("2023-10-01"), {}}};
      }
      const auto change = change::propose(*plan, candidate, proposal);
      REQUIRE(change.has_value() == (named || !sudden));
      if (!change) {
        CHECK(change.error().status == ExitStatus::usage);
      } else if (named) {
        const Proposal read = test::proposal_of(change->bytes);
        REQUIRE(read.achievement);
        CHECK(read.achievement->text == "Cứu người");
        CHECK(read.achievement->date->value == day("2023-10-01"));
      }
    }
  }
}

TEST_CASE("the wage of the day it was decided, the rules of the day received") {
  struct Row {
    const char* received;  // empty: not recorded
    const char* decided;
    const char* today;
    const char* set;
    int wage;
    int prize;  // 3 times as much, up to the next 10.000
  };
  const Row rows[] = {
      {"2024-06-01", "2024-06-30", "2026-01-31", "nd-98-2023", 1800000,
       5400000},
      {"2024-06-01", "2024-07-01", "2026-01-31", "nd-98-2023", 2340000,
       7020000},
      {"2025-06-30", "2025-07-01", "2026-01-31", "nd-98-2023", 2340000,
       7020000},
      {"2025-07-01", "2025-07-01", "2026-01-31", "nd-152-2025", 2340000,
       7020000},
      {"", "2024-06-30", "2026-01-31", "nd-98-2023", 1800000, 5400000},
      {"", "2025-07-01", "2026-01-31", "nd-152-2025", 2340000, 7020000},
      // not decided yet on the day asked
      {"2024-06-01", "2024-07-01", "2024-06-30", "nd-98-2023", 1800000,
       5400000},
      {"2025-06-30", "2025-07-02", "2025-07-01", "nd-98-2023", 2340000,
       7020000},
      {"2023-12-31", "2024-06-30", "2026-01-31", "nd-91-2017", 0, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.received);
    CAPTURE(row.decided);
    CAPTURE(row.today);
    Files files = plan_with("");
    std::string& awards = files["awards.yaml"];
    const std::string name = "name: Giấy khen,";
    awards.replace(awards.find(name), name.size(),
                   name + " law: bang-khen-tinh,");
    const std::string received = row.received;
    files["proposals/annual-2023/a/low.yaml"] = proposal_record(
        "annual-2023", "low",
        (received.empty() ? "" : "received: \"" + received + "\"\n") +
            "history: [{state: decided, date: \"" + row.decided +
            "\", document: 1/QĐ}]\n");
    const auto plan = test::PlanFolder(files).load();
    REQUIRE(plan->proposals.size() == 1);
    const LawOfForm law =
        law_of(*plan, plan->proposals.front(), day(row.today));
    REQUIRE(law.governing.set != nullptr);
    CHECK(law.governing.set->id == row.set);
    const auto prizes = prizes_of(*plan, law);
    REQUIRE(prizes.size() == (row.wage == 0 ? 0 : 1));
    if (!prizes.empty()) {
      REQUIRE(prizes.front().wage != nullptr);
      CHECK(prizes.front().wage->value.amount == Exact{row.wage});
      CHECK(prizes.front().amount == Exact{row.prize});
    }
  }
}
