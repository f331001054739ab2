// Judging, measuring, scoring and ranking on a small plan.
#include <doctest/doctest.h>

#include "plan_folder.hpp"
#include "rules/ranking.hpp"
#include "rules/targets.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::day;
using test::figures;
using test::marks;
using test::PlanFolder;
using test::small_plan;

constexpr const char* equal_table =
    "name: Chia đều\nassumed: true\nvalid: {periods: [\"2023\"]}\n"
    "grades: {good: 0.8, fail: 0}\n"
    "tables:\n  commune: {total: 100, points: equal}\n";

const Date later = day("2026-12-31");

UnitScore score_of(const Plan& plan, const char* unit) {
  return score_unit(plan, *plan.unit(unit), Period::year(2023), later);
}

Judgement third(const Plan& plan) {
  return judge(plan, *plan.unit("a"),
               plan.criteria_set("commune")->criteria.at(2), Period::year(2023),
               later);
}

}  // namespace

TEST_CASE("a measured criterion compares the change with the assigned target") {
  struct Row {
    int before;
    int after;
    const char* target;
    Verdict verdict;
  };
  const Row rows[] = {
      {50, 43, "6", Verdict::met},      // 7 points
      {50, 44, "6", Verdict::met},      // exactly 6: reaching is enough
      {50, 45, "6", Verdict::not_met},  // 5
      {50, 44, "6.01", Verdict::not_met}, {50, 44, "\"5,99\"", Verdict::met},
      {44, 50, "6", Verdict::not_met},  // it rose
  };
  for (const Row& row : rows) {
    CAPTURE(row.after);
    auto files = small_plan();
    files["figures/2022/a.yaml"] = figures("a", "2022", row.before, 100);
    files["figures/2023/a.yaml"] =
        figures("a", "2023", row.after, 100, row.target);
    CHECK(third(*PlanFolder(files).load()).verdict == row.verdict);
  }
}

TEST_CASE("a missing input is `cannot be judged`, never 0") {
  auto files = small_plan();
  files["figures/2022/a.yaml"] = figures("a", "2022", 50, 100);
  files["figures/2023/a.yaml"] = figures("a", "2023", 40, 100);
  SUBCASE("no target assigned") {}
  SUBCASE("no figures of the year before") {
    files.erase("figures/2022/a.yaml");
    files["figures/2023/a.yaml"] = figures("a", "2023", 40, 100, "6");
  }
  SUBCASE("another poverty standard the year before") {
    files["figures/2022/a.yaml"] =
        figures("a", "2022", 50, 100, "", "2016-2020");
    files["figures/2023/a.yaml"] = figures("a", "2023", 40, 100, "6");
  }
  SUBCASE("no households to divide by") {
    files["figures/2022/a.yaml"] = figures("a", "2022", 0, 0);
    files["figures/2023/a.yaml"] = figures("a", "2023", 40, 100, "6");
  }
  const auto plan = PlanFolder(files).load();
  const Judgement judgement = third(*plan);
  CHECK(judgement.verdict == Verdict::cannot_judge);
  CHECK_FALSE(judgement.reason.empty());
}

TEST_CASE("the most official figures count, and of equals the latest") {
  auto files = small_plan();
  files["figures/2022/a.yaml"] = figures("a", "2022", 50, 100);
  files["figures/2023/a.yaml"] =
      "unit: a\nperiod: \"2023\"\nfigures:\n"
      "  - {as_of: \"2023-12-14\", status: official, values: {households: 100, "
      "poor: 48}, poverty_standard: \"2022-2025\", source: x}\n"
      "  - {as_of: \"2023-12-20\", status: estimate, values: {households: 100, "
      "poor: 10}, poverty_standard: \"2022-2025\", source: x}\n"
      "assigned: {reduction: {value: 6}}\n";
  CHECK(third(*PlanFolder(files).load()).verdict == Verdict::not_met);
}

TEST_CASE("every step of a measurement knows its file and line") {
  auto files = small_plan();
  files["figures/2022/a.yaml"] = figures("a", "2022", 36, 81);
  files["figures/2023/a.yaml"] = figures("a", "2023", 30, 80, "6");
  const auto plan = PlanFolder(files).load();
  const Judgement judgement = third(*plan);
  REQUIRE(judgement.steps.size() == 5);
  const auto path = [&](const Step& step) {
    return plan->sources[step.where.file].path;
  };
  CHECK(path(judgement.steps[0]) == "figures/2022/a.yaml");
  CHECK(path(judgement.steps[1]) == "figures/2023/a.yaml");
  CHECK(say(judgement.steps[1].text, Language::en) ==
        "Tỷ lệ hộ nghèo 2023: 30/80 = 37.5 % (official)");
  CHECK(path(judgement.steps[3]) == "figures/2023/a.yaml");
  CHECK(path(judgement.steps[4]) == "criteria/commune.yaml");
}

TEST_CASE("the last stage that marks a criterion counts") {
  auto files = small_plan();
  files["scores/2023/a.yaml"] =
      "unit: a\nperiod: \"2023\"\nstages:\n"
      "  verified: {by: P, date: \"2023-11-15\", marks: {IV.2.b-2: {grade: "
      "fail, reason: x}}}\n"
      "  self: {by: X, date: \"2023-10-28\", marks: {IV.2.b-1: {done: true}, "
      "IV.2.b-2: {grade: good}}}\n";
  const UnitScore score = score_of(*PlanFolder(files).load(), "a");
  CHECK(score.criteria[0].judgement.verdict == Verdict::met);
  CHECK(score.criteria[1].judgement.verdict == Verdict::not_met);
  CHECK(score.counts.cannot_judge == 1);
}

TEST_CASE("without a score table nobody has points and nobody is ranked") {
  auto files = small_plan();
  files["scores/2023/a.yaml"] = marks("a", "2023", true, "Tốt");
  files["figures/2022/a.yaml"] = figures("a", "2022", 50, 100);
  files["figures/2023/a.yaml"] = figures("a", "2023", 40, 100, "6");
  const auto plan = PlanFolder(files).load();
  const auto lists = rank(*plan, Period::year(2023), {}, later);
  REQUIRE(lists.size() == 1);
  CHECK(lists[0].table == nullptr);
  REQUIRE(lists[0].ranked.size() == 1);
  CHECK(lists[0].ranked[0].place == 0);
  CHECK(lists[0].ranked[0].score.counts.met == 3);
  CHECK_FALSE(lists[0].ranked[0].score.total.has_value());
}

TEST_CASE("equal weights give exact points, and ties share a place") {
  auto files = small_plan();
  files["score-tables/t.yaml"] = equal_table;
  for (const char* unit : {"a", "b", "c", "d"}) {
    const std::string id = unit;
    files["units/" + id + ".yaml"] = "name: Xã " + id + "\nkind: commune\n";
    files["figures/2022/" + id + ".yaml"] = figures(id, "2022", 50, 100);
    files["figures/2023/" + id + ".yaml"] = figures(id, "2023", 40, 100, "6");
    files["scores/2023/" + id + ".yaml"] = marks(id, "2023", true, "good");
  }
  files["scores/2023/c.yaml"] = marks("c", "2023", true, "fail");
  files.erase("scores/2023/d.yaml");
  const auto plan = PlanFolder(files).load();
  const auto lists = rank(*plan, Period::year(2023), {}, later);
  REQUIRE(lists.size() == 1);
  REQUIRE(lists[0].ranked.size() == 3);
  // 100/3 + 80/3 + 100/3
  CHECK(*lists[0].ranked[0].score.total == Exact(280, 3));
  CHECK(lists[0].ranked[0].place == 1);
  CHECK(lists[0].ranked[1].place == 1);
  CHECK(lists[0].ranked[0].tied);
  CHECK(lists[0].ranked[2].place == 3);
  CHECK(*lists[0].ranked[2].score.total == Exact(200, 3));
  REQUIRE(lists[0].missing.size() == 1);
  CHECK(lists[0].missing[0].score.unit->id == "d");

  SUBCASE("the place of one unit is its place among all") {
    RankingFilter only;
    only.unit = "c";
    const auto one = rank(*plan, Period::year(2023), only, later);
    REQUIRE(one.size() == 1);
    REQUIRE(one[0].ranked.size() == 1);
    CHECK(one[0].ranked[0].place == 3);
  }
}

TEST_CASE("what does not apply leaves both the points and the maximum") {
  auto files = small_plan();
  files["score-tables/t.yaml"] =
      "name: Bảng\nsource: HD\nvalid: {periods: [\"2023\"]}\n"
      "grades: {good: 0.5, fail: 0}\n"
      "tables:\n  commune: {total: 100, criteria: [{id: IV.2.b-1, max: 20}, "
      "{id: IV.2.b-2, max: 40}, {id: IV.2.b-3, max: 40}]}\n";
  files["scores/2023/a.yaml"] =
      "unit: a\nperiod: \"2023\"\nstages:\n"
      "  self: {by: X, date: \"2023-10-28\", marks: {IV.2.b-1: {done: true}, "
      "IV.2.b-2: {grade: good}, IV.2.b-3: {applies: false, reason: x}}}\n";
  const UnitScore score = score_of(*PlanFolder(files).load(), "a");
  CHECK(score.counts.not_applicable == 1);
  REQUIRE(score.total.has_value());
  CHECK(*score.total == Exact(200, 3));  // 40 of 60, of 100
}

TEST_CASE("a plan target adds up units, and says when some are missing") {
  auto files = small_plan();
  files["units/b.yaml"] = "name: Xã B\nkind: commune\n";
  files["figures/2021/a.yaml"] = figures("a", "2021", 60, 100);
  files["figures/2021/b.yaml"] = figures("b", "2021", 40, 100);
  files["figures/2023/a.yaml"] = figures("a", "2023", 46, 100);
  SUBCASE("all there: 100/200 to 76/200 in two years is 6 a year") {
    files["figures/2023/b.yaml"] = figures("b", "2023", 30, 100);
    const auto plan = PlanFolder(files).load();
    const auto results = target_results(*plan, 2023, later);
    REQUIRE(results.size() == 1);
    CHECK(results[0].measurement.verdict == Verdict::met);
    CHECK(*results[0].measurement.value == Exact(6));
  }
  SUBCASE("one missing") {
    const auto plan = PlanFolder(files).load();
    const auto results = target_results(*plan, 2023, later);
    CHECK(results[0].measurement.verdict == Verdict::cannot_judge);
    CHECK(say(results[0].measurement.reason, Language::en) ==
          "figures of 2023: only from 1 of 2 units");
  }
  SUBCASE("one counted by another standard is missing, not added in") {
    files["figures/2021/b.yaml"] =
        figures("b", "2021", 40, 100, "", "2016-2020");
    files["figures/2023/b.yaml"] = figures("b", "2023", 30, 100);
    const auto plan = PlanFolder(files).load();
    CHECK(target_results(*plan, 2023, later)[0].measurement.verdict ==
          Verdict::cannot_judge);
  }
}

TEST_CASE("what is dated after today is not known yet") {
  auto files = small_plan();
  files["figures/2022/a.yaml"] = figures("a", "2022", 50, 100);
  files["figures/2023/a.yaml"] = figures("a", "2023", 40, 100, "6");
  files["scores/2023/a.yaml"] =
      marks("a", "2023", true, "good") +
      "  verified:\n    by: Huyện\n    date: \"2023-12-20\"\n"
      "    marks:\n      IV.2.b-2: {grade: fail, reason: chưa rõ}\n";
  const auto plan = PlanFolder(files).load();
  struct Row {
    const char* today;
    Verdict done;
    Verdict graded;
    Verdict measured;
  };
  const Row rows[] = {
      {"2023-10-27", Verdict::not_judged, Verdict::not_judged,
       Verdict::cannot_judge},
      {"2023-10-28", Verdict::met, Verdict::met, Verdict::cannot_judge},
      {"2023-12-14", Verdict::met, Verdict::met, Verdict::met},
      {"2023-12-20", Verdict::met, Verdict::not_met, Verdict::met},
  };
  for (const Row& row : rows) {
    CAPTURE(row.today);
    const UnitScore score =
        score_unit(*plan, *plan->unit("a"), Period::year(2023), day(row.today));
    CHECK(score.criteria.at(0).judgement.verdict == row.done);
    CHECK(score.criteria.at(1).judgement.verdict == row.graded);
    CHECK(score.criteria.at(2).judgement.verdict == row.measured);
  }
}
