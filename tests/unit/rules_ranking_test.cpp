// Places, and what parts units with equal points.
#include <doctest/doctest.h>

#include "ranked_plan.hpp"

namespace {

using namespace thidua;
using test::add_unit;
using test::by_hand;
using test::Files;
using test::Ranked;
using test::ranked_plan;

// a and b have 90 points each, c has 80.
Files three(const std::string& rules) {
  Files files = ranked_plan(by_hand() + rules);
  add_unit(files, "a", "x: {number: 50}, y: {number: 40}");
  add_unit(files, "b", "x: {number: 60}, y: {number: 30}");
  add_unit(files, "c", "x: {number: 60}, y: {number: 20}");
  return files;
}

}  // namespace

TEST_CASE(
    "the keys of the table part units with equal points, in their order") {
  struct Row {
    const char* ties;
    const char* places;
  };
  const Row rows[] = {
      {"", "1=:a 1=:b 3:c"},
      {"[{criterion: x}]", "1:b 2:a 3:c"},
      {"[{criterion: y}]", "1:a 2:b 3:c"},
      {"[{group: I}]", "1:b 2:a 3:c"},
      {"[{group: II}]", "1:a 2:b 3:c"},
      {"[{bonus: true}]", "1=:a 1=:b 3:c"},
      {"[{bonus: true}, {group: I}]", "1:b 2:a 3:c"},
      {"[{criterion: nowhere}, {criterion: y}]", "1:a 2:b 3:c"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.ties);
    const std::string ties = row.ties;
    CHECK(
        Ranked(three(ties.empty() ? "" : "    ranking: {ties: " + ties + "}\n"))
            .places() == row.places);
  }
}

TEST_CASE("fewer deductions come first, and the note knows what parted them") {
  Files files = ranked_plan(
      by_hand() +
      "    bonus: {items: [{id: thuong, name: Thưởng, rule: manual, most: "
      "5}]}\n"
      "    deductions: {items: [{id: tru, name: Trừ, rule: manual, most: 5}]}\n"
      "    ranking: {ties: [{criterion: x}, {deductions: true}]}\n");
  add_unit(files, "a", "x: {number: 60}, y: {number: 33}, tru: {number: 3}");
  add_unit(files, "b", "x: {number: 60}, y: {number: 31}, tru: {number: 1}");
  add_unit(files, "c", "x: {number: 60}, y: {number: 30}");
  add_unit(files, "d", "x: {number: 59}, y: {number: 30}");
  const Ranked ranked(files);
  CHECK(ranked.places() == "1:c 2:b 3:a 4:d");
  REQUIRE(ranked.of("b").parted_by != nullptr);
  CHECK(ranked.of("b").parted_by->by == TieKey::By::deductions);
  CHECK(ranked.of("d").parted_by == nullptr);
}

TEST_CASE("an indicator parts equal points; who has none comes last") {
  for (const bool higher : {true, false}) {
    CAPTURE(higher);
    Files files = three(
        std::string("    ranking: {ties: [{indicator: poor_rate, better: ") +
        (higher ? "higher" : "lower") + "}]}\n");
    add_unit(files, "d", test::points(90));
    files["figures/2023/a.yaml"] = test::figures("a", "2023", 10, 100);
    files["figures/2023/b.yaml"] = test::figures("b", "2023", 20, 100);
    CHECK(Ranked(files).places() ==
          (higher ? "1:b 2:a 3:d 4:c" : "1:a 2:b 3:d 4:c"));
  }
}

TEST_CASE("ranked by share, a unit with fewer points may stand first") {
  Files files = ranked_plan(by_hand() +
                            "    not_applicable: leave\n"
                            "    ranking: {by: share}\n");
  add_unit(files, "a", "x: {number: 55}, y: {applies: false, reason: không}");
  add_unit(files, "b", "x: {number: 50}, y: {number: 40}");
  const Ranked ranked(files);
  CHECK(ranked.places() == "1:a 2:b");
  CHECK(*ranked.of("a").score.total == Exact(55));
}

TEST_CASE("a filter leaves out units, not places") {
  const Files files = three("");
  RankingFilter only;
  only.unit = "c";
  const Ranked ranked(files, only);
  CHECK(ranked.places() == "3:c");
}

TEST_CASE("a cluster named in a filter stands for its parts as well") {
  Files files = three("");
  files["clusters.yaml"] =
      "clusters:\n"
      "  - {id: khoi, name: Khối, kind: commune, assumed: true}\n"
      "  - {id: cum-1, name: Cụm 1, kind: commune, parent: khoi, members: [a], "
      "assumed: true}\n"
      "  - {id: cum-2, name: Cụm 2, kind: commune, parent: khoi, members: [b], "
      "assumed: true}\n";
  struct Row {
    const char* cluster;
    std::size_t lists;
  };
  for (const Row& row : {Row{"khoi", 2}, Row{"cum-1", 1}, Row{"", 3}}) {
    CAPTURE(row.cluster);
    RankingFilter filter;
    if (*row.cluster != '\0') {
      filter.cluster = row.cluster;
    }
    CHECK(Ranked(files, filter).lists().size() == row.lists);
  }
}

TEST_CASE("who has a total is ranked, whatever has no points is open") {
  Files files = ranked_plan(
      "    criteria:\n"
      "      - {id: x, text: X, max: 100, rule: manual}\n"
      "      - {id: dk, text: Điều kiện, points: none, rule: yes-no}\n");
  add_unit(files, "a", "x: {number: 90}");
  add_unit(files, "b", "dk: {done: true}");
  const Ranked ranked(files);
  CHECK(ranked.places() == "1:a");
  CHECK(ranked.of("b").place == 0);
}
