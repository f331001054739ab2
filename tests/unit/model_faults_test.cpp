// Faults of shape (TD02): each with its code, its place and how to mend it.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/codes.hpp"
#include "model/read.hpp"

namespace thidua {
namespace {

using Reader = void (*)(const yaml::Node&, Diagnostics&);

void plan(const yaml::Node& root, Diagnostics& found) {
  static_cast<void>(read_plan_sheet(root, found));
}
void criteria(const yaml::Node& root, Diagnostics& found) {
  static_cast<void>(read_criteria_set(root, "commune", found));
}
void table(const yaml::Node& root, Diagnostics& found) {
  static_cast<void>(read_score_table(root, "2023", found));
}
void standard(const yaml::Node& root, Diagnostics& found) {
  static_cast<void>(read_award_standard(root, "2023", found));
}
void awards(const yaml::Node& root, Diagnostics& found) {
  static_cast<void>(read_awards(root, found));
}
void clusters(const yaml::Node& root, Diagnostics& found) {
  static_cast<void>(read_clusters(root, found));
}
void unit(const yaml::Node& root, Diagnostics& found) {
  static_cast<void>(read_unit(root, "ca-thanh", found));
}
void figures(const yaml::Node& root, Diagnostics& found) {
  static_cast<void>(read_figures(root, found));
}
void filings(const yaml::Node& root, Diagnostics& found) {
  static_cast<void>(read_filings(root, found));
}
void scores(const yaml::Node& root, Diagnostics& found) {
  static_cast<void>(read_scorecard(root, found));
}
void proposal(const yaml::Node& root, Diagnostics& found) {
  static_cast<void>(read_proposal(root, found));
}

// "TD0201 3:1 did you mean `kind`?" of each fault, in the order of the file.
std::vector<std::string> faults(Reader read, std::string_view bytes) {
  Diagnostics found;
  const auto tree = yaml::read(bytes, 0, found);
  REQUIRE(tree);
  read(tree->root(), found);
  found.sort();
  std::vector<std::string> list;
  for (const Diagnostic& each : found.all()) {
    const LineColumn at = locate(bytes, each.where.offset);
    CHECK_FALSE(each.message.empty());
    list.push_back(fmt::format("{} {}:{} {}", to_string(each.code), at.line,
                               at.column, say(each.hint, Language::en)));
  }
  return list;
}

struct FaultyRecord {
  Reader read;
  std::string text;
  std::string_view fault;
};

template <std::size_t N>
void check_rows(const FaultyRecord (&rows)[N]) {
  for (const FaultyRecord& row : rows) {
    CAPTURE(row.text);
    const auto list = faults(row.read, row.text);
    REQUIRE(list.size() == 1);
    CHECK(list.front() == row.fault);
  }
}

// Nine lines that are right; a fault begins on the tenth.
std::string nine_lines_then(std::string_view more) {
  return R"(title: Kế hoạch
movement: vi-nguoi-ngheo
issuer: {name: UBND, level: huyện}
document:
  type: Kế hoạch
  number: 12/KH-UBND
  date: "2022-11-15"
period: {from: 01/01/2021, to: 31/12/2025}
kinds: {commune: {name: Xã, class: collective, source: IV}}
)" + std::string(more);
}

std::string indicator(std::string_view formula) {
  return nine_lines_then(
      "indicators:\n  rate: {name: Tỷ lệ, unit: percent, of: " +
      std::string(formula) + "}\n");
}

std::string target(std::string_view change) {
  return nine_lines_then(
      "targets:\n  - {id: II.2, name: Giảm, by: 2025, source: II.2, measure: "
      "{indicator: rate, unit: points,\n      op: \">\", threshold: 6, " +
      std::string(change) + "}}\n");
}

std::string duty(std::string_view owers, std::string_view due) {
  return nine_lines_then(
      "duties:\n  - {id: report, name: Báo cáo, to: huyen, "
      "source: VI,\n     from: {" +
      std::string(owers) + "},\n     due: {every: year, " + std::string(due) +
      ", last: 2025}}\n");
}

constexpr std::string_view one_item = "write one item at least";

TEST_CASE("each fault of shape has a place and a remedy") {
  const FaultyRecord rows[] = {
      {unit, "name: Xã\nkindd: x\nkind: x\n",
       "TD0201 2:1 did you mean `kind`?"},
      {unit, "name: Xã\n", "TD0202 1:1 add a line `kind: …`"},
      {unit, "name: [Xã]\nkind: x\n",
       "TD0203 1:7 write one value after the colon"},
      {unit, "name: Xã\nkind: x\ncontacts: a\n",
       "TD0203 3:11 write each item on a line of its own after `- `"},
      {unit, "name: Xã\nkind: x\nenrolled: 2022\n",
       "TD0203 3:11 write `key: value` lines"},
      {unit, "name: 2451\nkind: x\n",
       "TD0204 1:7 put it in double quotes: \"2451\""},
      {figures, "unit: a\nperiod: 2023\nassigned: {đ: {value: 1.250.000}}\n",
       "TD0205 3:23 write digits with one decimal mark at most, such as 1250 "
       "or \"86,25\"; no thousands marks, no leading zeros"},
      {unit, "name: Xã\nkind: x\nillustrative: yes\n",
       "TD0206 3:15 write true or false, without quotes"},
      {filings,
       "unit: a\nyear: 2023\nfilings:\n  - {duty: d, date: 15.11.2023}\n",
       "TD0207 4:21 write \"2023-11-15\" or \"15/11/2023\""},
      {unit, "name: Xã\nkind: x\nenrolled: {from: 2022-H2}\n",
       "TD0207 3:18 write \"2022-11-15\", \"2022-11\", \"2022-Q4\" or "
       "\"2022\""},
      {filings,
       "unit: a\nyear: 2023\nfilings:\n  - {duty: d, date: 31/11/2023}\n",
       "TD0208 4:21 check the day and the month"},
      {figures, "unit: a\nperiod: 2023-Q5\n",
       "TD0209 2:9 write \"2023\", \"2023-11\", \"2023-Q4\", \"2023-H1\" or "
       "\"2022-11-15..2023-11-14\", the earlier day first"},
      {unit, "name: Xã\nkind: x\nclass: colective\n",
       "TD0210 3:8 did you mean `collective`?"},
      {unit, "name: Xã\nkind: Thị trấn\n",
       "TD0211 2:7 an id has lower-case letters, digits and inner hyphens, "
       "such as `thi-tran`"},
      {unit, "name:\nkind: x\n",
       "TD0212 1:6 write the value, or take the whole line out: absent is not "
       "zero"},
      {unit, "name: \"\"\nkind: x\n",
       "TD0212 1:7 write the text, or take the whole line out"},
      {filings, "unit: a\nyear: 23\nfilings: [{duty: d, date: 1/1/2023}]\n",
       "TD0213 2:7 write four digits, from 1900 to 2199"},
      {plan, indicator("poor - rich"),
       "TD0214 11:42 write names of figures with + and one /, such as `(poor "
       "+ near_poor) / households`"},
  };
  check_rows(rows);
}

TEST_CASE("an id has one segment, a unit's id may have more") {
  const FaultyRecord rows[] = {
      {unit, "name: Xã\nkind: xa/commune\n",
       "TD0211 2:7 an id has lower-case letters, digits and inner hyphens, "
       "such as `xa-commune`"},
      {figures, "unit: Thể Dục/Lũng Cải\nperiod: 2023\n",
       "TD0211 1:7 an id has lower-case letters, digits and inner hyphens, "
       "such as `the-duc/lung-cai`"},
      {filings,
       "body: h/nv\nyear: 2023\nfilings: [{duty: d, date: 1/1/2023}]\n",
       "TD0211 1:7 an id has lower-case letters, digits and inner hyphens, "
       "such as `h-nv`"},
      {figures, "unit: a\nperiod: 2023\nassigned: {A: {value: 1}}\n",
       "TD0211 3:12 an id has lower-case letters, digits and inner hyphens"},
      {scores,
       "unit: a\nperiod: 2023\nstages: {self: {by: X, date: 1/1/2023,\n"
       "  marks: {IV 2: {done: true}}}}\n",
       "TD0211 4:11 write the section as printed, without spaces, such as "
       "IV.2.c-1"},
      {proposal,
       "unit: a\nform: f\noccasion: annual\nproposed: {by: X, date: 1/1/2024}"
       "\n",
       "TD0211 3:11 write it as annual-2024: the id of the occasion, a hyphen, "
       "the year"},
  };
  check_rows(rows);
}

TEST_CASE("what is required is not empty") {
  const auto fault = [](std::string_view place) {
    return fmt::format("TD0212 {} {}", place, one_item);
  };
  struct Empty {
    Reader read;
    std::string text;
    std::string_view place;
  };
  const Empty lists[] = {
      {criteria, "name: X\nsource: I\ncriteria: []\n", "3:11"},
      {criteria,
       "name: X\nsource: I\ncriteria:\n  - {id: I, text: T, judged: graded,"
       "\n     applies_to: {subkinds: []}}\n",
       "5:29"},
      {table,
       "name: X\nvalid: {periods: []}\nassumed: true\n"
       "tables: {c: {total: 1, points: equal}}\n",
       "2:18"},
      {standard, "name: X\nheld: true\nforms: []\nsource: I\n", "3:8"},
      {standard, "name: X\nheld: true\nforms: [f]\nsource: []\n", "4:9"},
      {awards, "forms: []\n", "1:8"},
      {clusters, "clusters: []\n", "1:11"},
      {filings, "unit: a\nyear: 2023\nfilings: []\n", "3:10"},
      {plan, duty("kinds: []", "by: 31/12, first: 2022"), "12:20"},
      {plan, nine_lines_then("grades: {levels: [], assumed: true}\n"), "10:18"},
      {plan, nine_lines_then("stages: {order: [], assumed: true}\n"), "10:17"},
  };
  for (const Empty& row : lists) {
    CAPTURE(row.text);
    CHECK(faults(row.read, row.text) == std::vector{fault(row.place)});
  }
  const FaultyRecord maps[] = {
      {scores, "unit: a\nperiod: 2023\nstages: {}\n",
       "TD0212 3:9 write one `key: value` line at least"},
      {table, "name: X\nvalid: {periods: [2023]}\nassumed: true\ntables: {}\n",
       "TD0212 4:9 write one `key: value` line at least"},
  };
  check_rows(maps);
  CHECK(faults(awards,
               "forms:\n  - {id: f, name: F, level: xã, authority: X, rank: 1, "
               "receivers: [household],\n     occasions: {allowed: []}, "
               "source: I}\n")
            .empty());
}

TEST_CASE("a key that says nothing is refused") {
  const FaultyRecord rows[] = {
      {plan, target("since: 2021"),
       "TD0201 12:30 add `change`, or take `since` out"},
      {plan, target("per_year: true"),
       "TD0201 12:30 add `change`, or take `per_year` out"},
      {plan, duty("kinds: [commune]", "by: 31/12, strict: true, first: 2022"),
       "TD0201 13:36 add `before`, or take `strict` out"},
      {plan, duty("kinds: [c], cluster_members: false", "by: 1/1, first: 2022"),
       "TD0206 12:42 write true, or take the line out"},
      {plan, duty("body: x", "by: 1/1, first: {value: 2022, assumed: false}"),
       "TD0206 13:64 write true, or take the line out"},
      {standard, "name: X\nheld: false\nforms: [f]\nrequires: []\nsource: I\n",
       "TD0201 4:1 write `held: true` once the document is at hand"},
      {criteria,
       "name: X\nsource: I\ncriteria:\n  - {id: I, text: T, judged: graded, "
       "measure: {}}\n",
       "TD0201 4:38 write `judged: measured`, or take `measure` out"},
  };
  check_rows(rows);
}

TEST_CASE("a sum beside a division needs brackets") {
  const FaultyRecord rows[] = {
      {plan, indicator("a + b / c"),
       "TD0214 11:42 put the sum in brackets, such as `(poor + near_poor) / "
       "households`"},
      {plan, indicator("a / b + c"),
       "TD0214 11:42 put the sum in brackets, such as `(poor + near_poor) / "
       "households`"},
  };
  check_rows(rows);
  for (const std::string_view right :
       {"a + b", "(a + b)", "a/b", "(a + b) / c", "( a+b )/(c + d)"}) {
    CHECK(faults(plan, indicator(right)).empty());
  }
}

TEST_CASE("a fact is in one state") {
  const auto number = [](std::string_view fact) {
    std::string text = nine_lines_then("");
    text.replace(text.find("12/KH-UBND"), 10, fact);
    return faults(plan, text);
  };
  using Faults = std::vector<std::string>;
  CHECK(number("{blank: \"\", not_in_source: true}").size() == 2);
  CHECK(number("{not_in_source: false}") ==
        Faults{"TD0206 6:27 write true, or take the line out"});
  CHECK(number("{unsure: 12/KH}") ==
        Faults{"TD0202 6:11 add a line `reason: …`"});
  CHECK(number("{}") == Faults{"TD0202 6:11 add the one that is true"});
}

TEST_CASE("a file with ten faults reports ten") {
  const auto list = faults(figures, R"(unit: Ca Thành
period: 2023-Q5
illustrative: có
figures:
  - {as_of: 30/2/2023, status: final, values: {}, source: 2023}
  - {as_of: tháng 6, status: official, values: {poor: ba}}
)");
  const std::string_view places[] = {
      "TD0211 1:7 ",  "TD0209 2:9 ",  "TD0206 3:15 ", "TD0208 5:13 ",
      "TD0210 5:32 ", "TD0212 5:47 ", "TD0204 5:59 ", "TD0202 6:5 ",
      "TD0207 6:13 ", "TD0205 6:55 "};
  REQUIRE(list.size() == std::size(places));
  for (std::size_t i = 0; i < list.size(); ++i) {
    CHECK(list[i].starts_with(places[i]));
  }
}

}  // namespace
}  // namespace thidua
