// Statistics: balances of figures, awards by form and subject.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "base/codes.hpp"
#include "findings.hpp"
#include "plan_folder.hpp"
#include "rules/award_statistics.hpp"
#include "rules/balances.hpp"
#include "rules/checks.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::day;
using test::has;
using test::PlanFolder;
using test::small_plan;

void replace(std::string& text, const std::string& what,
             const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  text.replace(at, what.size(), with);
}

// The small plan with figures that say who left, fell back and came.
std::map<std::string, std::string> balanced_plan() {
  auto files = small_plan();
  replace(files["plan.yaml"], "indicators:\n",
          "  out: {name: thoát nghèo}\n"
          "  back: {name: tái nghèo, part_of: poor}\n"
          "  new: {name: phát sinh, part_of: poor}\n"
          "balances:\n"
          "  poverty: {name: Biến động, of: poor, less: [out], "
          "plus: [back, new], assumed: true}\n"
          "indicators:\n");
  return files;
}

std::string counts(const char* unit, const char* year, const char* values,
                   const char* standard = "2022-2025") {
  return fmt::format(
      "unit: {}\nperiod: \"{}\"\nfigures:\n  - {{as_of: \"{}-12-14\", status: "
      "official, poverty_standard: \"{}\", values: {{{}}}, source: Rà soát}}\n",
      unit, year, year, standard, values);
}

std::string plain(const std::optional<Exact>& value) {
  return value ? value->to_plain() : "-";
}

std::string told(const BalanceRow& row) {
  std::string text = plain(row.start);
  for (const auto& each : row.less) {
    text += " -" + plain(each);
  }
  for (const auto& each : row.plus) {
    text += " +" + plain(each);
  }
  return text + " =" + plain(row.computed) + " counted " + plain(row.end) +
         " off " + plain(row.difference());
}

std::string unit_file(const char* kind, const char* more = "") {
  return fmt::format("name: Tên\nkind: {}\n{}", kind, more);
}

std::string proposal(const char* unit, const char* form,
                     const char* history = "") {
  return fmt::format(
      "unit: {}\nform: {}\noccasion: annual-2023\nproposed:\n  by: Phòng\n"
      "  date: \"2023-11-20\"\n  document: 1/TTr\n{}",
      unit, form, history);
}

}  // namespace

TEST_CASE("what left and what came lead from one year's count to the next") {
  struct Line {
    const char* before;
    const char* now;
    const char* told;
    const char* note;
    const char* standard_before = "2022-2025";
  };
  const Line lines[] = {
      {"poor: 50", "poor: 40, out: 13, back: 1, new: 2",
       "50 -13 +1 +2 =40 counted 40 off 0", ""},
      {"poor: 50", "poor: 43, out: 13, back: 1, new: 2",
       "50 -13 +1 +2 =40 counted 43 off 3",
       "counted {0}, but the movements give {1}"},
      {"poor: 50", "poor: 39, out: 13, back: 1, new: 2",
       "50 -13 +1 +2 =40 counted 39 off -1",
       "counted {0}, but the movements give {1}"},
      {"poor: 50", "poor: 50, out: 0, back: 0, new: 0",
       "50 -0 +0 +0 =50 counted 50 off 0", ""},
      // Absent is not zero.
      {"poor: 50", "poor: 40, out: 13, new: 2",
       "50 -13 +- +2 =- counted 40 off -", "a movement is not recorded"},
      {"households: 9", "poor: 40, out: 13, back: 1, new: 2",
       "- -13 +1 +2 =- counted 40 off -", "no figures of {0} for `{1}`"},
      {"poor: 50", "out: 13, back: 1, new: 2", "50 -- +- +- =- counted - off -",
       ""},
      {"poor: 50", "poor: 40, out: 13, back: 1, new: 2",
       "- -13 +1 +2 =- counted 40 off -",
       "the figures of {0} were counted by another poverty standard than {1}",
       "2016-2020"},
  };
  for (const Line& line : lines) {
    CAPTURE(line.told);
    auto files = balanced_plan();
    files["figures/2022/a.yaml"] =
        counts("a", "2022", line.before, line.standard_before);
    files["figures/2023/a.yaml"] = counts("a", "2023", line.now);
    const auto plan = PlanFolder(files).load();
    const auto tables =
        balances_in(*plan, Period::year(2023), day("2024-01-10"));
    if (std::string_view(line.note).empty() &&
        std::string_view(line.told).ends_with("counted - off -")) {
      CHECK(tables.empty());  // nobody recorded a movement with a count
      continue;
    }
    REQUIRE(tables.size() == 1);
    REQUIRE(tables[0].rows.size() == 1);
    CHECK(told(tables[0].rows[0]) == line.told);
    CHECK(tables[0].rows[0].note.key == line.note);
    CHECK(tables[0].rows[0].fails() ==
          (std::string_view(line.note).starts_with("counted")));
    CHECK(tables[0].caveats.assumed);
  }
}

TEST_CASE("the sums of a balance are worked out again, and gaps are kept") {
  auto files = balanced_plan();
  files["units/b.yaml"] = "name: Xã B\nkind: commune\n";
  files["figures/2022/a.yaml"] = counts("a", "2022", "poor: 50");
  files["figures/2022/b.yaml"] = counts("b", "2022", "poor: 30");
  files["figures/2023/a.yaml"] =
      counts("a", "2023", "poor: 40, out: 13, back: 1, new: 2");
  files["figures/2023/b.yaml"] =
      counts("b", "2023", "poor: 25, out: 6, back: 0, new: 2");
  auto plan = PlanFolder(files).load();
  auto tables = balances_in(*plan, Period::year(2023), day("2024-01-10"));
  REQUIRE(tables.size() == 1);
  // One is off by 1 too few; the sums show it.
  CHECK(told(tables[0].total) == "80 -19 +1 +4 =66 counted 65 off -1");
  CHECK(tables[0].total.fails());

  files["figures/2023/b.yaml"] = counts("b", "2023", "poor: 25, out: 6");
  plan = PlanFolder(files).load();
  tables = balances_in(*plan, Period::year(2023), day("2024-01-10"));
  REQUIRE(tables.size() == 1);
  CHECK(told(tables[0].total) == "80 -19 +- +- =- counted 65 off -");

  // Not known yet on an earlier day.
  CHECK(balances_in(*plan, Period::year(2023), day("2023-06-01")).empty());
}

TEST_CASE("statistics of awards keep apart what nobody recorded") {
  auto files = small_plan();
  replace(files["plan.yaml"], "grades:\n",
          "  firm: {name: Doanh nghiệp, class: collective, source: IV.1}\n"
          "  person: {name: Cán bộ, class: individual, source: IV.1}\n"
          "  guest: {name: Khác, class: [collective, individual], "
          "source: IV.1}\n"
          "breakdowns:\n"
          "  firms: {name: Doanh nghiệp, class: collective, kinds: [firm], "
          "assumed: true}\n"
          "  women: {name: Nữ, class: individual, attribute: {sex: [female]}, "
          "assumed: true}\n"
          "  leaders: {name: Lãnh đạo, class: individual, attribute: "
          "{leader: [true]}, assumed: true}\n"
          "grades:\n");
  files["units/f.yaml"] = unit_file("firm");
  files["units/p.yaml"] = unit_file("person", "attributes: {sex: female}\n");
  files["units/q.yaml"] = unit_file("person", "attributes: {sex: male}\n");
  files["units/r.yaml"] = unit_file("person");
  files["units/g.yaml"] = unit_file("guest");
  const char* granted =
      "history:\n  - {state: submitted, date: \"2023-11-21\", by: Phòng}\n"
      "  - {state: decided, date: \"2023-12-01\", by: Chủ tịch, document: "
      "1/QĐ}\n";
  for (const char* unit : {"a", "f", "g"}) {
    files[fmt::format("proposals/annual-2023/{}/low.yaml", unit)] =
        proposal(unit, "low", std::string_view(unit) == "f" ? granted : "");
  }
  for (const char* unit : {"p", "q", "r"}) {
    files[fmt::format("proposals/annual-2023/{}/other.yaml", unit)] =
        proposal(unit, "other", std::string_view(unit) == "p" ? granted : "");
  }
  const auto plan = PlanFolder(files).load();
  const auto occasion = find_occasion(*plan, "annual-2023");
  REQUIRE(occasion);
  const AwardStatistics statistics = award_statistics(
      *plan, occasion_awards(*plan, *occasion, day("2024-01-10")));

  const auto shown = [&](const AwardStatisticsRow& row) {
    const auto count = [](const std::optional<int>& each) {
      return each ? std::to_string(*each) : std::string("-");
    };
    std::string text = count(row.all.proposed) + "/" + count(row.all.decided);
    for (const AwardTally& tally : row.by_subject) {
      text += " " + count(tally.proposed) + "/" + count(tally.decided);
      text += tally.unknown > 0 ? fmt::format("?{}", tally.unknown) : "";
    }
    return text;
  };
  // All; collective, firms; household; individual, women, leaders.
  REQUIRE(statistics.columns.size() == 6);
  REQUIRE(statistics.rows.size() == 2);
  CHECK(statistics.rows[0].form_id == "low");
  CHECK(shown(statistics.rows[0]) == "3/1 2/1 1/1 0/0 0/0 0/0 0/0");
  CHECK(statistics.rows[0].of_no_class == 1);
  CHECK(shown(statistics.rows[1]) == "3/1 0/0 0/0 0/0 3/1 1/1?1 -/-?3");
  CHECK(shown(statistics.total) == "6/2 2/1 1/1 0/0 3/1 1/1?1 -/-?3");
}

TEST_CASE("without a breakdown the kinds of a class are shown") {
  auto files = small_plan();
  replace(files["plan.yaml"], "grades:\n",
          "  firm: {name: Doanh nghiệp, class: collective, source: IV.1}\n"
          "grades:\n");
  const auto plan = PlanFolder(files).load();
  const auto occasion = find_occasion(*plan, "annual-2023");
  const AwardStatistics statistics = award_statistics(
      *plan, occasion_awards(*plan, *occasion, day("2024-01-10")));
  REQUIRE(statistics.columns.size() == 5);
  CHECK(statistics.columns[1].kind->id.value == "commune");
  CHECK(statistics.columns[2].kind->id.value == "firm");
  CHECK(statistics.columns[3].is_class());
}

TEST_CASE("a balance or part of what the plan does not declare is found") {
  auto files = balanced_plan();
  replace(files["plan.yaml"], "less: [out]", "less: [gone]");
  replace(files["plan.yaml"], "indicators:\n",
          "breakdowns:\n  firms: {name: DN, class: collective, kinds: [firm], "
          "subkinds: [big], assumed: true}\nindicators:\n");
  const auto plan = PlanFolder(files).load();
  const Diagnostics found = check_plan(*plan, day("2024-01-10"));
  CHECK(has(found, code::unknown_figure));
  CHECK(has(found, code::unknown_kind));
  CHECK(has(found, code::unknown_subkind));
}
