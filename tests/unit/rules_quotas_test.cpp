// Quotas: how many, who, and what becomes of the others.
#include <doctest/doctest.h>

#include "ranked_plan.hpp"
#include "rules/awards.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::add_unit;
using test::by_hand;
using test::day;
using test::Files;
using test::points;
using test::Ranked;
using test::ranked_plan;

const std::string quota_classes =
    "    classes:\n      levels:\n"
    "        - {id: top, name: Xuất sắc, from: 90}\n"
    "        - {id: mid, name: Tốt, from: 50}\n"
    "        - {id: low, name: Đạt, from: 0}\n";

Files quota_plan(const std::string& quotas,
                 const std::vector<std::pair<std::string, int>>& units) {
  Files files =
      ranked_plan(by_hand() + quota_classes + "    quotas:\n" + quotas);
  for (const auto& [id, whole] : units) {
    add_unit(files, id, points(whole));
  }
  return files;
}

std::string quota(const std::string& rest) {
  return "      - {id: q, name: Hạn mức, " + rest + "}\n";
}

}  // namespace

TEST_CASE("per cents of units are rounded as the table says") {
  struct Row {
    int units;
    const char* percent;
    const char* round;
    std::int64_t allowed;
  };
  const Row rows[] = {
      {6, "79", "down", 4},     {6, "79", "up", 5},
      {6, "79", "half-up", 5},  {90, "70", "down", 63},
      {90, "70", "up", 63},     {10, "20", "down", 2},
      {10, "25", "half-up", 3}, {10, "24", "half-up", 2},
      {10, "25", "down", 2},    {3, "33", "down", 0},
      {3, "100", "down", 3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.units);
    CAPTURE(row.percent);
    CAPTURE(row.round);
    std::vector<std::pair<std::string, int>> units;
    for (int i = 0; i < row.units; ++i) {
      units.emplace_back("u" + std::to_string(i), i);
    }
    const Ranked ranked(
        quota_plan(quota("class: top, percent: " + std::string(row.percent) +
                         ", of: units, round: " + row.round),
                   units));
    REQUIRE(ranked.lists().at(0).quotas.size() == 1);
    CHECK(ranked.lists()[0].quotas[0]->allowed == row.allowed);
  }
}

TEST_CASE("the first so many keep the class, the others fall by one") {
  const Ranked ranked(quota_plan(quota("class: top, fixed: 2"),
                                 {{"a", 98}, {"b", 97}, {"c", 96}, {"d", 60}}));
  CHECK(ranked.quota("q") == "2 a,b");
  CHECK(ranked.class_of("b") == "top");
  CHECK(ranked.class_of("c") == "mid");
  CHECK(ranked.class_of("d") == "mid");
  CHECK(ranked.of("c").lost.size() == 1);
  CHECK(ranked.of("d").lost.empty());
}

TEST_CASE("a tie across the edge stops the quota, others do not") {
  struct Row {
    int places;
    const char* found;
  };
  // a, then b and c equal, then d.
  const Row rows[] = {{0, "0"},       {1, "1 a"},       {2, "2 a !b,c"},
                      {3, "3 a,b,c"}, {4, "4 a,b,c,d"}, {5, "5 a,b,c,d"}};
  for (const Row& row : rows) {
    CAPTURE(row.places);
    const Ranked ranked(
        quota_plan(quota("class: top, fixed: " + std::to_string(row.places)),
                   {{"a", 98}, {"b", 97}, {"c", 97}, {"d", 96}}));
    CHECK(ranked.quota("q") == row.found);
  }
  const Ranked stopped(
      quota_plan(quota("class: top, fixed: 2"),
                 {{"a", 98}, {"b", 97}, {"c", 97}, {"d", 96}}));
  CHECK(stopped.class_of("b") == "mid");
  CHECK(stopped.class_of("d") == "mid");
}

TEST_CASE("what a per cent is taken of") {
  struct Row {
    const char* of;
    const char* found;
  };
  // Two with `top`, four with `mid` or better, five in all.
  const Row rows[] = {{"units", "5 a,b"},
                      {"{class: top}", "2 a,b"},
                      {"{class: mid}", "4 a,b"},
                      {"{form: low}", "1 a"}};
  for (const Row& row : rows) {
    CAPTURE(row.of);
    Files files = quota_plan(
        quota("class: top, percent: 100, of: " + std::string(row.of) +
              ", round: down"),
        {{"a", 98}, {"b", 97}, {"c", 70}, {"d", 60}, {"e", 10}});
    files["proposals/annual-2023/e/low.yaml"] =
        "unit: e\nform: low\noccasion: annual-2023\n"
        "proposed: {by: X, date: \"2023-12-10\"}\n"
        "history: [{state: decided, date: \"2023-12-20\", document: 1/QĐ}]\n";
    CHECK(Ranked(files).quota("q") == row.found);
  }
}

TEST_CASE(
    "a quota of a form takes those who may be proposed and have a class") {
  Files files =
      quota_plan(quota("form: low, fixed: 2"), {{"a", 98}, {"b", 97}});
  files["score-tables/t.yaml"] +=
      "    deductions: {floor: none, items: [{id: vp, name: Vi phạm, rule: "
      "count, each: 1, effect: no-nomination}]}\n";
  add_unit(files, "c", points(99) + ", vp: {number: 1}");
  add_unit(files, "d", points(60));
  const Ranked ranked(files);
  CHECK(ranked.places() == "1=:a 1=:c 3:b 4:d");
  CHECK(ranked.quota("q") == "2 a,b");
  CHECK(ranked.of("d").lost.size() == 1);
  CHECK(ranked.of("d").bars().empty());  // only from that form

  const auto lists =
      candidates(ranked.plan(), *find_occasion(ranked.plan(), "annual-2023"),
                 {.unit = std::nullopt, .form = "low", .kind = std::nullopt},
                 day("2024-06-30"));
  const auto has = [&](const char* unit, const char* words) {
    for (const Candidate& each : lists.front().may_not) {
      for (const Obstacle& obstacle : each.obstacles) {
        if (each.unit->id == unit &&
            say(obstacle.what, Language::en).find(words) != std::string::npos) {
          return true;
        }
      }
    }
    return false;
  };
  CHECK(has("d", "held by: "));
  CHECK_FALSE(has("b", "held by: "));
  CHECK(has("c", "`Vi phạm` keeps the unit from being proposed"));
}

TEST_CASE("the effect that a quota of a form states holds for every award") {
  const Ranked ranked(
      quota_plan(quota("form: low, fixed: 1, over: no-nomination"),
                 {{"a", 98}, {"b", 97}}));
  CHECK(ranked.of("a").bars().empty());
  CHECK(ranked.of("b").bars().size() == 1);
}

TEST_CASE("winners of a quota inside take up places of the other") {
  const Ranked ranked(quota_plan(
      quota("form: low, fixed: 3") +
          "      - {id: in, name: Trong, form: high, fixed: 1, inside: q}\n",
      {{"a", 98}, {"b", 97}, {"c", 96}, {"d", 95}}));
  CHECK(ranked.quota("in") == "1 a");
  CHECK(ranked.quota("q") == "3 b,c");
  CHECK(ranked.of("d").lost.size() == 2);
}

TEST_CASE("a cluster above limits all that are parts of it together") {
  Files files = quota_plan(
      quota("class: top, fixed: {khoi: 2, cum-1: 2, cum-2: 1}"),
      {{"a", 98}, {"b", 95}, {"c", 94}, {"d", 97}, {"e", 96}, {"f", 99}});
  files["clusters.yaml"] =
      "clusters:\n"
      "  - {id: khoi, name: Khối, kind: commune, assumed: true}\n"
      "  - {id: cum-1, name: Cụm 1, kind: commune, parent: khoi, members: [a, "
      "b, c], assumed: true}\n"
      "  - {id: cum-2, name: Cụm 2, kind: commune, parent: khoi, members: [d, "
      "e], assumed: true}\n";
  const Ranked ranked(files);
  CHECK(ranked.quota("q", "cum-1") == "2 a,b");
  CHECK(ranked.quota("q", "cum-2") == "1 d");
  CHECK(ranked.quota("q", "khoi") == "2 a,d");
  CHECK(ranked.class_of("b") == "mid");
  CHECK(ranked.class_of("e") == "mid");  // fell once, not twice
  CHECK(ranked.class_of("f") == "mid");  // in no cluster: no place
}

TEST_CASE("the class of the parent after its own quota sets the per cent") {
  struct Row {
    int parents;
    const char* found;
  };
  // p has `top` unless the quota of its own table leaves no place.
  for (const Row& row : {Row{1, "2 p/a,p/b"}, Row{0, "1 p/a"}}) {
    CAPTURE(row.parents);
    Files files =
        quota_plan(quota("class: top, fixed: " + std::to_string(row.parents)),
                   {{"p", 95}});
    files["plan.yaml"].replace(
        files["plan.yaml"].find("grades:"), 0,
        "  hamlet: {name: Xóm, class: collective, source: IV.1}\n");
    files["score-tables/t.yaml"] +=
        "  hamlet:\n    total: 100\n" + by_hand() + quota_classes +
        "    quotas:\n      - {id: h, name: Xóm, class: top, within: parent, "
        "percent_by_class: {top: 50, mid: 25}, of: units, round: down}\n";
    for (const auto& [id, whole] : std::vector<std::pair<const char*, int>>{
             {"p/a", 98}, {"p/b", 97}, {"p/c", 96}, {"p/d", 20}}) {
      add_unit(files, id, points(whole), "hamlet");
    }
    const Ranked ranked(files);
    CHECK(ranked.quota("h", "p") == row.found);
    CHECK(ranked.class_of("p/c") == "mid");
    RankingFilter only;
    only.unit = "p/b";
    CHECK(Ranked(files, only).quota("h", "p") == row.found);
  }
}

TEST_CASE(
    "a parent without a class leaves the number unknown, and no class falls") {
  Files files = quota_plan(quota("class: top, fixed: 1"), {});
  files["plan.yaml"].replace(
      files["plan.yaml"].find("grades:"), 0,
      "  hamlet: {name: Xóm, class: collective, source: IV.1}\n");
  files["score-tables/t.yaml"] +=
      "  hamlet:\n    total: 100\n" + by_hand() + quota_classes +
      "    quotas:\n      - {id: h, name: Xóm, class: top, within: parent, "
      "percent_by_class: {top: 50}, of: units, round: down}\n";
  add_unit(files, "p", "");
  add_unit(files, "p/a", points(95), "hamlet");
  const Ranked ranked(files);
  CHECK(ranked.quota("h", "p") == "?");
  CHECK(ranked.class_of("p/a") == "top");
}

TEST_CASE("a head's class follows that of its unit when a quota lowers it") {
  Files files = quota_plan(quota("class: top, fixed: 0"), {{"p", 95}});
  files["plan.yaml"].replace(
      files["plan.yaml"].find("grades:"), 0,
      "  head: {name: Người đứng đầu, class: individual, source: IV.1}\n");
  std::string not_above = quota_classes;
  not_above.replace(not_above.find("      levels"), 0,
                    "      not_above: head_of\n");
  files["score-tables/t.yaml"] +=
      "  head:\n    total: 100\n" + by_hand() + not_above;
  add_unit(files, "h", points(95), "head");
  files["units/h.yaml"] += "attributes: {head_of: p}\n";
  const Ranked ranked(files);
  CHECK(ranked.class_of("p") == "mid");
  CHECK(ranked.class_of("h") == "mid");
}
