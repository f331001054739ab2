// The conditions of awards.yaml: each of them on both sides of its edge.
#include <doctest/doctest.h>

#include "asked_candidate.hpp"
#include "ranked_plan.hpp"

namespace {

using namespace thidua;
using test::Asked;
using test::Asking;
using test::awards_with;
using test::Files;
using test::plan_with;

// The unit a under these conditions, judged by points that are given by hand.
Files by_points(const std::string& conditions, const std::string& marks) {
  Files files =
      test::ranked_plan("    not_applicable: redistribute\n" + test::by_hand() +
                        "    classes:\n      levels:\n"
                        "        - {id: top, name: Nhất, from: 90}\n"
                        "        - {id: mid, name: Nhì, from: 80}\n"
                        "        - {id: low, name: Ba, from: 50}\n");
  files["awards.yaml"] = awards_with(conditions);
  test::add_unit(files, "a", marks);
  return files;
}

std::string marks_of_y(const char* number) {
  return std::string("x: {number: 60}, y: {number: ") + number + "}";
}

// A scorecard of 2023 with these marks.
std::string card(const std::string& marks) { return test::card_of("a", marks); }

}  // namespace

TEST_CASE("where nothing is asked for, nothing stands in the way") {
  const Asked asked(plan_with(""));
  CHECK(asked.candidate().may());
  CHECK(asked.obstacles() == "");
  CHECK(asked.remarks() == "");
}

TEST_CASE("points: as many as are asked for, or more") {
  struct Row {
    const char* y;  // on top of 60
    const char* told;
  };
  for (const Row& row :
       {Row{"20", ""}, Row{"20.01", ""},
        Row{"19.99",
            "2023: 79.99 points, 80 are asked for @scores/2023/a.yaml"}}) {
    CAPTURE(row.y);
    CHECK(Asked(by_points("points: {at_least: 80}", marks_of_y(row.y)))
              .obstacles() == row.told);
  }
  CHECK(Asked(by_points("points: {at_least: 80}", "")).obstacles() ==
        "2023: no points yet, 80 are asked for ?scores/2023/a.yaml");
  CHECK(Asked(by_points("points: {at_least: 80}", "x: {number: 60}"))
            .obstacles() ==
        "2023: no points yet, 80 are asked for @scores/2023/a.yaml");
}

TEST_CASE("classes: one of those that are asked for") {
  struct Row {
    const char* classes;
    const char* y;
    const char* told;
  };
  const Row rows[] = {
      {"[top]", "30", ""},
      {"[top]", "29.99",
       "2023: class “Nhì”, one of these is asked for: top "
       "@scores/2023/a.yaml"},
      {"[top, mid]", "29.99", ""},
      {"[top, mid]", "20", ""},
      {"[top, mid]", "19.99",
       "2023: class “Ba”, one of these is asked for: top, mid "
       "@scores/2023/a.yaml"},
      {"[mid]", "30",
       "2023: class “Nhất”, one of these is asked for: mid "
       "@scores/2023/a.yaml"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.classes);
    CAPTURE(row.y);
    CHECK(Asked(by_points("classes: " + std::string(row.classes),
                          marks_of_y(row.y)))
              .obstacles() == row.told);
  }
  CHECK(Asked(by_points("classes: [low]", "x: {number: 49.99}, y: {number: 0}"))
            .obstacles() ==
        "2023: no class, one of these is asked for: low @scores/2023/a.yaml");
  CHECK(Asked(by_points("classes: [low]", "x: {number: 50}, y: {number: 0}"))
            .obstacles() == "");
  CHECK(Asked(by_points("classes: [low]", "")).obstacles() ==
        "2023: no class, one of these is asked for: low ?scores/2023/a.yaml");
}

TEST_CASE("met: criteria that have to be, where they apply") {
  const std::string told = "2023: the criterion `IV.2.b-1` has to be met ";
  struct Row {
    const char* marks;
    const char* place;  // of the obstacle; empty: none
  };
  const Row rows[] = {
      {"IV.2.b-1: {done: true}", ""},
      {"IV.2.b-1: {applies: false}", ""},
      {"IV.2.b-1: {done: false}", "@scores/2023/a.yaml"},
      {"IV.2.b-2: {grade: Tốt}", "@scores/2023/a.yaml"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.marks);
    Files files = plan_with("met: [IV.2.b-1]");
    files["scores/2023/a.yaml"] = card(row.marks);
    CHECK(Asked(files).obstacles() ==
          (*row.place == '\0' ? "" : told + row.place));
  }
  CHECK(Asked(plan_with("met: [IV.2.b-1]")).obstacles() ==
        told + "?scores/2023/a.yaml");
  CHECK(Asked(plan_with("met: [V.1-1]")).obstacles() == "");
}

TEST_CASE("judged and unmet: every criterion, and none of them missed") {
  const std::string all = "IV.2.b-1: {done: true}, IV.2.b-2: {grade: Tốt}";
  struct Row {
    const char* conditions;
    const char* marks;
    const char* told;
  };
  // The third criterion is measured, and no figures are there.
  const Row rows[] = {
      {"unmet: none", "IV.2.b-1: {done: true}", ""},
      {"unmet: any", "IV.2.b-1: {done: false}", ""},
      {"unmet: none", "IV.2.b-1: {done: false}",
       "2023: 1 criterion is not met (IV.2.b-1) @scores/2023/a.yaml"},
      {"unmet: none", "IV.2.b-1: {done: false}, IV.2.b-2: {grade: Chưa đạt}",
       "2023: 2 criteria are not met (IV.2.b-1, IV.2.b-2) "
       "@scores/2023/a.yaml"},
      {"judged: none", "IV.2.b-1: {done: true}", ""},
      {"judged: all", "IV.2.b-1: {done: true}, IV.2.b-2: {grade: Tốt}",
       "2023: 1 criterion cannot be judged (IV.2.b-3) @scores/2023/a.yaml"},
      {"judged: all", "IV.2.b-1: {done: true}",
       "2023: 1 of 3 criteria not judged @scores/2023/a.yaml\n"
       "2023: 1 criterion cannot be judged (IV.2.b-3) @scores/2023/a.yaml"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.conditions);
    CAPTURE(row.marks);
    Files files = plan_with(row.conditions);
    files["scores/2023/a.yaml"] = card(row.marks);
    CHECK(Asked(files).obstacles() == row.told);
  }
  Files files = plan_with("judged: all");
  files["scores/2023/a.yaml"] = card(all);
  files["figures/2022/a.yaml"] = test::figures("a", "2022", 36, 100);
  files["figures/2023/a.yaml"] = test::figures("a", "2023", 30, 100, "5");
  CHECK(Asked(files).obstacles() == "");
}

TEST_CASE("years: counted to the end of the occasion's years") {
  struct Row {
    const char* lines;
    const char* years;
    bool may;
  };
  const Row rows[] = {
      {"enrolled: {from: \"2022-01-01\"}\n", "2", true},
      {"enrolled: {from: \"2022-01-02\"}\n", "2", false},
      {"enrolled: {from: \"2022-01-02\"}\n", "1", true},
      {"enrolled: {from: \"2022\"}\n", "2", true},
      {"enrolled: {from: \"2022\"}\n", "3", false},
      // not stated: since the plan began, 2021-01-01
      {"", "3", true},
      {"", "4", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.lines);
    CAPTURE(row.years);
    const Asked asked(plan_with(
        "years: {at_least: " + std::string(row.years) + "}", row.lines));
    CHECK(asked.candidate().may() == row.may);
  }
  CHECK(Asked(plan_with("years: {at_least: 2}",
                        "enrolled: {from: \"2022-01-02\"}\n"))
            .obstacles() ==
        "it takes part since 2022-01-02, less than 2 years @units/a.yaml");
}

TEST_CASE("registered: for each year the occasion looks back on") {
  const std::string told_of_2022 =
      "2022: no registration is recorded ?units/a.yaml";
  const std::string told_of_2023 =
      "2023: no registration is recorded ?units/a.yaml";
  struct Row {
    const char* periods;
    const char* occasion;
    std::string told;
  };
  const Row rows[] = {
      {"[{period: \"2023\"}]", "annual-2023", ""},
      {"[{period: \"2022..2025\"}]", "annual-2023", ""},
      {"[{period: \"2022\"}, {period: \"2023\"}]", "annual-2023", ""},
      {"[{period: \"2022\"}]", "annual-2023", told_of_2023},
      {"[{period: \"2024\"}]", "annual-2023", told_of_2023},
      {"[{period: \"2023-H1\"}]", "annual-2023", told_of_2023},
      {"[{period: \"2023-01-02..2024-12-31\"}]", "annual-2023", told_of_2023},
      {"[{period: \"2022..2023\"}]", "preliminary-2023", ""},
      {"[{period: \"2023\"}]", "preliminary-2023", told_of_2022},
  };
  for (const Row& row : rows) {
    CAPTURE(row.periods);
    CAPTURE(row.occasion);
    const Files files =
        plan_with("registered: true",
                  "registrations: " + std::string(row.periods) + "\n");
    Asking asking;
    asking.occasion = row.occasion;
    CHECK(Asked(files, asking).obstacles() == row.told);
  }
  CHECK(Asked(plan_with("registered: true")).obstacles() == told_of_2023);
}

TEST_CASE("clear_of: what is open on the day of proposing") {
  struct Row {
    const char* matter;
    bool open;
  };
  // proposed on 2023-12-20
  const Row rows[] = {
      {"{kind: discipline, from: \"2023-12-19\"}", true},
      {"{kind: discipline, from: \"2023-12-20\"}", true},
      {"{kind: discipline, from: \"2023-12-21\"}", false},
      {"{kind: discipline, from: \"2023-01-01\", to: \"2023-12-21\"}", true},
      {"{kind: discipline, from: \"2023-01-01\", to: \"2023-12-20\"}", true},
      {"{kind: discipline, from: \"2023-01-01\", to: \"2023-12-19\"}", false},
      {"{kind: press, from: \"2023-12-01\"}", true},
      {"{kind: complaint, from: \"2023-12-01\"}", false},
      {"{kind: inspection, from: \"2023-12-01\"}", false},
      {"{kind: investigation, from: \"2023-12-01\"}", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.matter);
    const Asked asked(
        plan_with("clear_of: [discipline, press]",
                  "matters:\n  - " + std::string(row.matter) + "\n"));
    CHECK(asked.candidate().may() != row.open);
  }
  CHECK(Asked(plan_with("clear_of: [discipline]",
                        "matters:\n  - {kind: discipline, from: "
                        "\"2023-12-01\"}\n"))
            .obstacles() ==
        "discipline since 2023-12-01, not closed "
        "@units/a.yaml");
}

TEST_CASE("awards: one of those named, granted before on another occasion") {
  const std::string granted =
      "history: [{state: submitted, date: \"2022-12-01\"}, {state: decided, "
      "date: \"2023-12-20\", document: 1/QĐ}]\n";
  struct Row {
    const char* occasion;
    const char* form;
    std::string history;
    const char* proposed_on;
    bool counts;
  };
  const Row rows[] = {
      {"annual-2022", "low", granted, "2023-12-20", true},
      {"annual-2022", "flag", granted, "2023-12-20", true},
      {"annual-2022", "low", granted, "2023-12-19", false},
      {"annual-2022", "high", granted, "2023-12-20", false},
      {"annual-2022", "low", "", "2023-12-20", false},
      {"annual-2022", "low",
       "history: [{state: submitted, date: \"2022-12-01\"}, {state: refused, "
       "date: \"2023-12-20\", reason: A}]\n",
       "2023-12-20", false},
      {"annual-2022", "low",
       "history: [{state: submitted, date: \"2022-12-01\"}, {state: decided, "
       "date: \"2023-01-20\", document: 1/QĐ}, {state: revoked, date: "
       "\"2023-12-20\", document: 2/QĐ, reason: A}]\n",
       "2023-12-20", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.occasion);
    CAPTURE(row.form);
    CAPTURE(row.history);
    CAPTURE(row.proposed_on);
    Files files = plan_with("awards: [low, flag]");
    files["proposals/" + std::string(row.occasion) + "/a/" + row.form +
          ".yaml"] = test::proposal_record(row.occasion, row.form, row.history);
    const Asked asked(files, {.form = "high",
                              .proposed_on = row.proposed_on,
                              .today = "2023-12-31"});
    CHECK(asked.obstacles() ==
          (row.counts ? ""
                      : "no earlier award is recorded: Giấy khen; Cờ "
                        "?proposals/"));
  }
}

TEST_CASE("conditions of a form stand in place of those of all forms") {
  Files files = plan_with("years: {at_least: 4}");
  std::string& awards = files["awards.yaml"];
  const std::string name = "name: Giấy khen,";
  awards.replace(awards.find(name), name.size(),
                 name + " conditions: {registered: true, source: IV.3},");
  CHECK(Asked(files).obstacles() ==
        "2023: no registration is recorded ?units/a.yaml");
  CHECK(Asked(files, {.form = "flag"}).obstacles() ==
        "it takes part since 2021-01-01, less than 4 years @units/a.yaml");
}

TEST_CASE("a rule of the score table that bars is told with the marks") {
  const auto barred = [](const char* number) {
    Files files = test::ranked_plan(
        "    not_applicable: redistribute\n" + test::by_hand() +
        "    deductions: {items: [{id: vp, name: Vi phạm, rule: count, each: "
        "1, effect: [no-nomination]}]}\n");
    files["awards.yaml"] = awards_with("");
    test::add_unit(
        files, "a",
        test::points(90) + ", vp: {number: " + std::string(number) + "}");
    return Asked(files).obstacles();
  };
  CHECK(barred("0") == "");
  CHECK(barred("1") ==
        "2023: `Vi phạm` keeps the unit from being proposed "
        "@scores/2023/a.yaml");
}

TEST_CASE("who receives it, on which occasion, and who takes part") {
  struct Row {
    const char* from;  // in awards.yaml or the unit
    const char* to;
    const char* told;
  };
  const Row rows[] = {
      {"receivers: [collective]", "receivers: [household]",
       "`Giấy khen` is not given to units of the kind `Xã` "
       "@units/a.yaml"},
      {"receivers: [collective]", "receivers: [household, collective]", ""},
      {"occasions: {allowed: [annual, preliminary]}",
       "occasions: {allowed: [preliminary], refused: [annual]}",
       "`Giấy khen` is not given on the occasion `annual-2023` "
       "@awards.yaml"},
      {"occasions: {allowed: [annual, preliminary]}",
       "occasions: {allowed: [preliminary]}", ""},
      {"kind: commune\n", "kind: commune\nenrolled: {from: \"2023-12-31\"}\n",
       ""},
      {"kind: commune\n", "kind: commune\nenrolled: {from: \"2024-01-01\"}\n",
       "the unit does not take part in the years of `annual-2023` "
       "@units/a.yaml"},
      {"kind: commune\n", "kind: commune\nenrolled: {to: \"2022-12-31\"}\n",
       "the unit does not take part in the years of `annual-2023` "
       "@units/a.yaml"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.to);
    Files files = plan_with("");
    for (const char* path : {"awards.yaml", "units/a.yaml"}) {
      std::string& text = files[path];
      const std::size_t at = text.find(row.from);
      if (at != std::string::npos) {
        text.replace(at, std::string_view(row.from).size(), row.to);
      }
    }
    CHECK(Asked(files).obstacles() == row.told);
  }
}
