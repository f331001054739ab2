// Who stands for whom on a day, and what of figures passes with a merger.
#include <doctest/doctest.h>

#include "plan_folder.hpp"
#include "rules/checks.hpp"
#include "rules/duties.hpp"
#include "rules/measuring.hpp"
#include "rules/successions.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::day;
using test::PlanFolder;
using test::small_plan;

std::string unit(const char* name, const char* enrolled) {
  return std::string("name: ") + name + "\nkind: commune\nenrolled: {" +
         enrolled + "}\n";
}

std::string counted(const std::string& unit, const std::string& year,
                    int households, int poor) {
  return "unit: " + unit + "\nperiod: \"" + year +
         "\"\nfigures:\n  - {as_of: \"" + year +
         "-12-01\", status: official, source: x, values: {households: " +
         std::to_string(households) + ", poor: " + std::to_string(poor) +
         "}}\n";
}

std::map<std::string, std::string> merged_plan(const std::string& events) {
  auto files = small_plan();
  files["units/a.yaml"] = unit("A", "to: \"2024-06-30\"");
  files["units/b.yaml"] = unit("B", "to: \"2024-06-30\"");
  files["units/ab.yaml"] = unit("AB", "from: \"2024-07-01\"");
  files["units/c.yaml"] = unit("C", "from: \"2022\"");
  files["successions.yaml"] = "successions:\n" + events;
  return files;
}

const char* const merger =
    "  - {date: \"2024-07-01\", from: [a, b], to: [ab], figures_comparable: "
    "true, "
    "source: x}\n";

}  // namespace

TEST_CASE("heirs stand for what has ended, on the day that is asked") {
  const PlanFolder folder(merged_plan(
      std::string(merger) +
      "  - {date: \"2025-01-01\", from: [ab], to: [c, office], source: x}\n"
      "  - {date: \"2024-03-01\", from: [district], to: [office], duties: "
      "[lenient], source: x}\n"
      "  - {date: \"2025-01-01\", from: [district], source: x}\n"
      "  - {date: \"2025-02-01\", from: [c, office], to: [c], source: x}\n"));
  const auto plan = folder.load();
  struct Row {
    const char* id;
    const char* on;
    const char* duty;
    const char* names;
    bool unclear;
  };
  const Row rows[] = {
      {"a", "2024-06-30", "", "A", false},
      {"a", "2024-07-01", "", "AB", false},
      {"a", "2025-01-01", "", "C, Phòng Nội vụ", false},  // and on from there
      {"a", "2025-02-01", "", "C", false},  // who takes itself over lives on
      {"c", "2025-02-01", "", "C", false},
      {"district", "2024-02-29", "lenient", "Huyện", false},
      {"district", "2024-03-01", "lenient", "Phòng Nội vụ", false},
      {"district", "2024-03-01", "", "Huyện", false},  // only that one moved
      {"district", "2025-01-01", "", "", true},
      {"district", "2025-02-01", "lenient", "C", false},
      {"nobody", "2025-01-01", "", "nobody", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.id);
    CAPTURE(row.on);
    CAPTURE(row.duty);
    const Heirs heirs = heirs_of(*plan, row.id, day(row.on), row.duty);
    CHECK(names_of(heirs.parties) == row.names);
    CHECK((heirs.unclear != nullptr) == row.unclear);
  }
}

TEST_CASE("offices that hand over to one another do not go round for ever") {
  const PlanFolder folder(merged_plan(
      "  - {date: \"2024-07-01\", from: [a], to: [b], source: x}\n"
      "  - {date: \"2024-07-01\", from: [b], to: [a], source: x}\n"));
  const auto plan = folder.load();
  CHECK(heirs_of(*plan, "a", day("2025-01-01")).parties.empty());
  CHECK(predecessors_of(*plan, "a", day("2025-01-01")) ==
        std::vector<std::string_view>{"b"});
}

TEST_CASE("figures pass with a merger only where they may be compared") {
  struct Row {
    const char* events;
    const char* reduction;  // empty: cannot be judged
  };
  const Row rows[] = {
      // (20 + 30) / 200 = 25 %, then 40 / 200 = 20 %
      {merger, "5"},
      {"  - {date: \"2024-07-01\", from: [a, b], to: [ab], source: x}\n", ""},
      // one part of A went elsewhere
      {"  - {date: \"2024-07-01\", from: [a, b], to: [ab, c], "
       "figures_comparable: true, source: x}\n",
       ""},
      // nobody counted in C, which came in as well
      {"  - {date: \"2024-07-01\", from: [a, b, c], to: [ab], "
       "figures_comparable: true, source: x}\n",
       ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.events);
    auto files = merged_plan(row.events);
    files["figures/2023/a.yaml"] = counted("a", "2023", 100, 20);
    files["figures/2023/b.yaml"] = counted("b", "2023", 100, 30);
    files["figures/2024/ab.yaml"] = counted("ab", "2024", 200, 40);
    const PlanFolder folder(files);
    const auto plan = folder.load();
    const Period year = Period::year(2024);
    const Measured found = measure(
        *plan, {day("2025-01-01"), plan->unit("ab"), nullptr, year},
        plan->criteria_set("commune")->criteria.back().measure->of, year);
    CHECK((found.value ? found.value->to_fraction() : "") == row.reduction);
    CHECK(found.missing.empty() == found.value.has_value());
  }
}

TEST_CASE("a unit that takes others in is not added to itself") {
  auto files = merged_plan(
      "  - {date: \"2024-07-01\", from: [c, a, office], to: [c], "
      "figures_comparable: true, source: x}\n");
  files["figures/2023/a.yaml"] = counted("a", "2023", 100, 20);
  files["figures/2023/c.yaml"] = counted("c", "2023", 100, 30);
  files["figures/2024/c.yaml"] = counted("c", "2024", 200, 40);
  const PlanFolder folder(files);
  const auto plan = folder.load();
  const Period year = Period::year(2024);
  const Measured found =
      measure(*plan, {day("2025-01-01"), plan->unit("c"), nullptr, year},
              plan->criteria_set("commune")->criteria.back().measure->of, year);
  REQUIRE(found.value);
  CHECK(found.value->to_fraction() == "5");  // (20 + 30) / 200, then 40 / 200
}

TEST_CASE("an event without a day, or of nobody, is reported and left out") {
  for (const char* event :
       {"  - {from: [a], to: [c], source: x}\n",
        "  - {date: \"2024-13-01\", from: [a], source: x}\n",
        "  - {date: \"2024-07-01\", from: [], source: x}\n",
        "  - {date: \"2024-07-01\", source: x}\n"}) {
    CAPTURE(event);
    auto files = merged_plan(event);
    files["units/c.yaml"] +=
        "formerly:\n  - {name: D, source: x}\n  - {to: \"2024-02-30\", name: "
        "E, source: x}\n";
    files["plan.yaml"] +=
        "amendments:\n  - {type: QĐ, number: \"1\", date: \"2024\", from: no, "
        "changes: [{section: I, text: x}]}\n";
    const PlanFolder folder(files);
    const auto plan = folder.load();
    CHECK(plan->successions.empty());
    CHECK(plan->unit("c")->formerly.empty());
    CHECK(plan->sheet.amendments.empty());
    CHECK(check_plan(*plan, day("2025-01-01")).count(Severity::error) >= 4);
  }
}

TEST_CASE("what a merged unit counted itself for the time before is taken") {
  auto files = merged_plan(
      "  - {date: \"2024-07-01\", from: [a, b], to: [ab], source: x}\n");
  files["figures/2023/ab.yaml"] = counted("ab", "2023", 200, 60);
  files["figures/2024/ab.yaml"] = counted("ab", "2024", 200, 40);
  const PlanFolder folder(files);
  const auto plan = folder.load();
  const Period year = Period::year(2024);
  const Measured found =
      measure(*plan, {day("2025-01-01"), plan->unit("ab"), nullptr, year},
              plan->criteria_set("commune")->criteria.back().measure->of, year);
  REQUIRE(found.value);
  CHECK(found.value->to_fraction() == "10");
}

TEST_CASE("a unit is called, and is of the kind, that it was on the day") {
  auto files = small_plan();
  files["units/a.yaml"] =
      "name: Thị trấn A\nkind: commune\nformerly:\n"
      "  - {to: \"2024-12-31\", name: Xã A, source: x}\n"
      "  - {to: \"2022-12-31\", name: Làng A, kind: village, source: x}\n";
  const PlanFolder folder(files);
  const auto plan = folder.load();
  const Unit& found = *plan->unit("a");
  CHECK(found.name_on(day("2022-12-31")) == "Làng A");
  CHECK(found.kind_on(day("2022-12-31")) == "village");
  CHECK(found.name_on(day("2023-01-01")) == "Xã A");
  CHECK(found.kind_on(day("2023-01-01")) == "commune");
  CHECK(found.name_on(day("2025-01-01")) == "Thị trấn A");
}
