// Rule sets by date, what governs a dossier, and prizes.
#include <doctest/doctest.h>

#include "base/codes.hpp"
#include "data/embedded.hpp"
#include "findings.hpp"
#include "model/read.hpp"
#include "plan_folder.hpp"
#include "rules/checks.hpp"
#include "rules/rule_sets.hpp"
#include "values.hpp"
#include "yaml/tree.hpp"

namespace {

using namespace thidua;
using test::day;
using test::Files;
using test::has;
using test::PlanFolder;
using test::small_plan;

// As a form tied to the award would have it.
LawOfForm law_for(const RuleSet& set, const char* award, SubjectClass receiver,
                  Date day) {
  LawOfForm law;
  law.governing.set = &set;
  law.award = set.award(award);
  law.classes = {receiver};
  law.prize_day = day;
  for (std::size_t i = 0; i < law.prize.size(); ++i) {
    const auto& times = law.award->procedure.prize.at(i);
    law.prize.at(i) = times ? &*times : nullptr;
  }
  return law;
}

std::optional<Date> maybe_day(const char* iso) {
  return *iso == '\0' ? std::nullopt : parse_date(iso);
}

std::string id_of(const RuleSet* set) { return set == nullptr ? "" : set->id; }

// The small plan with one proposal, which has these lines more.
Files plan_with_proposal(const std::string& lines) {
  auto files = small_plan();
  files["proposals/annual-2024/a/low.yaml"] =
      "unit: a\nform: low\noccasion: annual-2024\n"
      "proposed: {by: Xã A, date: \"2024-11-20\"}\n" +
      lines;
  return files;
}

Diagnostics found_in(const Files& files, const char* today) {
  return check_plan(*PlanFolder(files).load(), day(today));
}

}  // namespace

TEST_CASE("what comes with the program is read without a fault") {
  for (const embedded::File& file : embedded::rule_sets()) {
    CAPTURE(file.path);
    Diagnostics found;
    const auto tree = yaml::read(file.bytes, 0, found);
    REQUIRE(tree);
    CHECK(read_rule_set(tree->root(), "x", found).has_value());
    CHECK(found.all().empty());
  }
  Diagnostics found;
  const auto tree = yaml::read(embedded::base_wage(), 0, found);
  REQUIRE(tree);
  CHECK(read_base_wages(tree->root(), found).has_value());
  CHECK(found.all().empty());
}

TEST_CASE("what the rule sets refer to is there") {
  const auto plan = PlanFolder(small_plan()).load();
  CHECK(plan->rule_sets.size() == 3);
  for (const RuleSet& set : plan->rule_sets) {
    CAPTURE(set.id);
    CHECK(set.shipped);
    if (set.transition) {
      CHECK(plan->rule_set(set.transition->value.follow.value) != nullptr);
    }
  }
}

TEST_CASE("a dossier follows the rule set of the day it came in") {
  struct Row {
    const char* received;  // empty: not yet
    const char* today;
    const char* set;  // empty: none
    ChosenBy by;
    bool assumed;
  };
  const Row rows[] = {
      // on both sides of each boundary, while it is fresh
      {"2017-09-30", "2017-10-05", "", ChosenBy::receipt, false},
      {"2017-10-01", "2017-10-05", "nd-91-2017", ChosenBy::receipt, false},
      {"2023-12-31", "2023-12-31", "nd-91-2017", ChosenBy::receipt, false},
      {"2024-01-01", "2024-01-01", "nd-98-2023", ChosenBy::receipt, false},
      {"2025-06-30", "2025-06-30", "nd-98-2023", ChosenBy::receipt, false},
      {"2025-07-01", "2025-07-01", "nd-152-2025", ChosenBy::receipt, false},
      // decided under the next set: that the older one goes on is assumed
      {"2025-06-30", "2025-07-01", "nd-98-2023", ChosenBy::receipt, true},
      {"2025-06-20", "2026-02-01", "nd-98-2023", ChosenBy::receipt, true},
      {"2023-12-31", "2024-01-01", "nd-91-2017", ChosenBy::receipt, true},
      // not received: the day asked
      {"", "2017-01-01", "", ChosenBy::day_asked, false},
      {"", "2023-12-31", "nd-91-2017", ChosenBy::day_asked, false},
      {"", "2024-01-01", "nd-98-2023", ChosenBy::day_asked, false},
      {"", "2025-07-01", "nd-152-2025", ChosenBy::day_asked, false},
      {"2025-07-01", "2025-06-30", "nd-98-2023", ChosenBy::day_asked, false},
      // nobody has checked whether the last one is still in force
      {"2026-09-30", "2026-12-01", "nd-152-2025", ChosenBy::receipt, false},
      {"2026-10-01", "2026-12-01", "nd-152-2025", ChosenBy::receipt, true},
  };
  const auto plan = PlanFolder(small_plan()).load();
  for (const Row& row : rows) {
    CAPTURE(row.received);
    CAPTURE(row.today);
    const GoverningRules rules = governing_rules(*plan, maybe_day(row.received),
                                                 nullptr, day(row.today));
    CHECK(id_of(rules.set) == row.set);
    CHECK(rules.by == row.by);
    CHECK(rules.assumed() == row.assumed);
  }
}

TEST_CASE("the transition says which set goes on, and is cited") {
  const auto plan = PlanFolder(small_plan()).load();
  const GoverningRules rules =
      governing_rules(*plan, day("2025-06-20"), nullptr, day("2025-08-01"));
  REQUIRE(rules.transition != nullptr);
  CHECK(id_of(rules.newer) == "nd-152-2025");
  CHECK(rules.transition->ground.mark == Proof::secondary);
  const GoverningRules earlier =
      governing_rules(*plan, day("2023-12-20"), nullptr, day("2024-08-01"));
  CHECK(earlier.transition == nullptr);
  CHECK(id_of(earlier.newer) == "nd-98-2023");
}

TEST_CASE("a person may choose another rule set, with a reason") {
  const auto plan =
      PlanFolder(plan_with_proposal("received: \"2025-07-02\"\nrule_set: {id: "
                                    "nd-98-2023, reason: Công văn}\n"))
          .load();
  const GoverningRules rules =
      governing_rules(*plan, plan->proposals.front(), day("2025-08-01"));
  CHECK(id_of(rules.set) == "nd-98-2023");
  CHECK(id_of(rules.by_date) == "nd-152-2025");
  CHECK(rules.by == ChosenBy::person);
  CHECK(rules.choice->reason == "Công văn");
}

TEST_CASE("a decision settles which rules were in force") {
  struct Row {
    const char* lines;
    const char* today;
    const char* set;
    ChosenBy by;
    bool assumed;
  };
  const char* const decided =
      "history: [{state: decided, date: \"2025-06-20\", document: 1/QĐ}]\n";
  const char* const submitted =
      "history: [{state: submitted, date: \"2025-06-15\"}]\n";
  const char* const both =
      "received: \"2025-06-10\"\n"
      "history: [{state: decided, date: \"2025-06-20\", document: 1/QĐ}]\n";
  const Row rows[] = {
      {decided, "2026-12-01", "nd-98-2023", ChosenBy::decision, false},
      {decided, "2025-06-19", "nd-98-2023", ChosenBy::day_asked, false},
      {submitted, "2025-06-20", "nd-98-2023", ChosenBy::submission, false},
      {submitted, "2025-06-14", "nd-98-2023", ChosenBy::day_asked, false},
      {both, "2026-12-01", "nd-98-2023", ChosenBy::receipt, false},
      {"received: \"2025-06-10\"\n", "2026-12-01", "nd-98-2023",
       ChosenBy::receipt, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.lines);
    CAPTURE(row.today);
    const auto plan = PlanFolder(plan_with_proposal(row.lines)).load();
    const GoverningRules rules =
        governing_rules(*plan, plan->proposals.front(), day(row.today));
    CHECK(id_of(rules.set) == row.set);
    CHECK(rules.by == row.by);
    CHECK(rules.assumed() == row.assumed);
  }
}

TEST_CASE("checks of receipts and chosen rule sets") {
  struct Row {
    const char* lines;
    Code code;
    bool found;
  };
  const Row rows[] = {
      {"received: \"2024-12-01\"\n", code::rule_set_chosen, false},
      {"received: \"2024-12-01\"\nrule_set: {id: nd-98-2023, reason: A}\n",
       code::rule_set_chosen, false},
      {"received: \"2024-12-01\"\nrule_set: {id: nd-91-2017, reason: A}\n",
       code::rule_set_chosen, true},
      {"rule_set: {id: nd-98-2024, reason: A}\n", code::unknown_rule_set, true},
      {"rule_set: {id: nd-98-2023}\n", code::missing_key, true},
      {"received: \"2024-11-19\"\n", code::received_too_early, true},
      {"received: \"2024-11-20\"\n", code::received_too_early, false},
      {"received: \"2016-11-20\"\n", code::no_rule_set, true},
      {"received: \"2024-11-20\"\n", code::no_rule_set, false},
      {"received: \"2025-03-02\"\n", code::dated_in_the_future, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.lines);
    CHECK(has(found_in(plan_with_proposal(row.lines), "2025-03-01"),
              row.code) == row.found);
  }
}

namespace {

constexpr const char* own_set = R"(name: Luật mới
in_force: {from: "2026-10-01", mark: V, source: Công báo}
awards:
  giay-khen-cap-tren:
    name: Giấy khen
    copies: {count: 3, mark: V, source: Công báo}
)";

}  // namespace

TEST_CASE("an office's own rule set adds to those of the program") {
  auto files = small_plan();
  files["rule-sets/luat-moi.yaml"] = own_set;
  const auto plan = PlanFolder(files).load();
  CHECK(plan->rule_sets.size() == 4);
  CHECK(id_of(rule_set_on(*plan, day("2026-09-30"))) == "nd-152-2025");
  CHECK(id_of(rule_set_on(*plan, day("2026-10-01"))) == "luat-moi");
}

TEST_CASE("or takes the place of one of the same id") {
  auto files = small_plan();
  files["rule-sets/nd-152-2025.yaml"] = own_set;
  const auto plan = PlanFolder(files).load();
  CHECK(plan->rule_sets.size() == 3);
  CHECK_FALSE(plan->rule_set("nd-152-2025")->shipped);
  CHECK(rule_set_on(*plan, day("2026-09-30")) == nullptr);
}

TEST_CASE("a rule set or wage without a day that can be read never holds") {
  auto files = small_plan();
  files["rule-sets/hong.yaml"] =
      "name: A\nin_force: {from: \"2024-13-01\", mark: V, source: B}\n"
      "awards: {co: {name: Cờ}}\n";
  files["base-wage.yaml"] =
      "wages: [{from: \"2024-13-01\", amount: 1, mark: V, source: B}]\n";
  const auto plan = PlanFolder(files).load();
  CHECK(rule_set_on(*plan, day("2016-01-01")) == nullptr);
  CHECK(base_wage_on(*plan, day("2016-01-01")) == nullptr);
  CHECK(governing_rules(*plan, day("2016-01-01"), nullptr, day("2016-02-01"))
            .set == nullptr);
}

TEST_CASE("two rule sets of the same day are an error, an unknown award too") {
  auto files = small_plan();
  files["rule-sets/luat-moi.yaml"] =
      R"(name: Luật mới
in_force: {from: "2024-01-01", mark: V, source: Công báo}
awards: {co: {name: Cờ}}
)";
  CHECK(has(found_in(files, "2025-01-01"), code::same_first_day));
  files = small_plan();
  const std::string plain = "rank: 1, receivers";
  files["awards.yaml"].replace(files["awards.yaml"].find(plain), plain.size(),
                               "rank: 1, law: giay-khen-cap-tre, receivers");
  CHECK(has(found_in(files, "2025-01-01"), code::unknown_law));
}

TEST_CASE("prizes: the multiple, the wage of the day, rounded up") {
  struct Row {
    const char* set;
    const char* award;
    SubjectClass receiver;
    const char* day;
    int amount;  // 0: no wage is known
    bool assumed;
  };
  constexpr auto individual = SubjectClass::individual;
  const Row rows[] = {
      {"nd-152-2025", "bang-khen-thu-tuong", individual, "2025-08-01", 8190000,
       true},
      {"nd-152-2025", "bang-khen-tinh", individual, "2025-08-01", 3510000,
       true},
      {"nd-98-2023", "huan-chuong-lao-dong-ba", individual, "2024-07-01",
       10530000, false},
      {"nd-98-2023", "huan-chuong-lao-dong-ba", individual, "2024-06-30",
       8100000, false},
      {"nd-98-2023", "co-thi-dua-chinh-phu", SubjectClass::collective,
       "2024-07-01", 28080000, false},
      // 0,15 x 2.340.000 = 351.000, and 2,25 x 2.340.000 = 5.265.000
      {"nd-152-2025", "giay-khen-xa", individual, "2025-08-01", 360000, true},
      {"nd-152-2025", "bang-khen-tinh", SubjectClass::household, "2025-08-01",
       5270000, true},
      {"nd-98-2023", "huan-chuong-lao-dong-ba", individual, "2019-06-30", 0,
       false},
  };
  const auto plan = PlanFolder(small_plan()).load();
  for (const Row& row : rows) {
    CAPTURE(row.award);
    CAPTURE(row.day);
    const RuleSet& set = *plan->rule_set(row.set);
    const auto prizes =
        prizes_of(*plan, law_for(set, row.award, row.receiver, day(row.day)));
    REQUIRE(prizes.size() == 1);
    CHECK((prizes.front().wage == nullptr) == (row.amount == 0));
    CHECK(prizes.front().amount == Exact{row.amount});
    CHECK(prizes.front().assumed() == row.assumed);
  }
}

TEST_CASE("a class without a multiple has no prize") {
  const auto plan = PlanFolder(small_plan()).load();
  const RuleSet& set = *plan->rule_set("nd-98-2023");
  CHECK(prizes_of(*plan, law_for(set, "huan-chuong-lao-dong-ba",
                                 SubjectClass::household, day("2025-01-01")))
            .empty());
}

TEST_CASE("the base wage of the day, and the plan's own") {
  auto files = small_plan();
  files["base-wage.yaml"] =
      "wages: [{from: \"2026-07-01\", amount: 2530000, mark: V, source: A}, "
      "{from: \"2024-07-01\", amount: 1, mark: V, source: A}]\n";
  struct Row {
    const char* day;
    int amount;
  };
  const Row rows[] = {{"2023-06-30", 1490000},
                      {"2023-07-01", 1800000},
                      {"2024-06-30", 1800000},
                      {"2024-07-01", 1},
                      {"2026-07-01", 2530000}};
  const auto plan = PlanFolder(files).load();
  for (const Row& row : rows) {
    CAPTURE(row.day);
    CHECK(base_wage_on(*plan, day(row.day))->value.amount == Exact{row.amount});
  }
}
