// The content of reports: on small plans, and on the example plan.
#include <doctest/doctest.h>

#include "base/codes.hpp"
#include "findings.hpp"
#include "plan_folder.hpp"
#include "rules/checks.hpp"
#include "rules/report.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::day;
using test::figures;
using test::filing;
using test::has;
using test::PlanFolder;
using test::small_plan;

// Two communes, one counted in both years and one only in the second.
std::map<std::string, std::string> two_communes() {
  auto files = small_plan();
  files["units/b.yaml"] = "name: Xã Ăn\nkind: commune\n";
  files["figures/2022/a.yaml"] = figures("a", "2022", 50, 100);
  files["figures/2022/b.yaml"] = figures("b", "2022", 30, 300);
  files["figures/2023/a.yaml"] = figures("a", "2023", 40, 100, "6");
  files["figures/2023/b.yaml"] = figures("b", "2023", 29, 300, "6");
  return files;
}

std::string results(const char* unit, int year, const char* body) {
  return fmt::format("unit: {}\nyear: {}\n{}", unit, year, body);
}

Report annual(const Plan& plan, int year, const char* today = "2024-06-01") {
  return make_report(plan, ReportKind::annual, year, day(today));
}

const FigureLine& line_of(const Report& report, std::string_view name) {
  for (const FigureLine& line : report.figures.sums.at(0).lines) {
    if (line.name() == name) {
      return line;
    }
  }
  FAIL("no line ", std::string(name));
  return report.figures.sums.front().lines.front();
}

}  // namespace

TEST_CASE("a report has the year asked for, or the one its occasion gives") {
  struct Row {
    ReportKind kind;
    std::optional<int> asked;
    const char* today;
    std::optional<int> year;
    ExitStatus status = ExitStatus::ok;
  };
  const Row rows[] = {
      {ReportKind::annual, 2024, "2023-06-01", 2024},
      {ReportKind::annual, {}, "2023-06-01", 2023},
      {ReportKind::annual, {}, "2021-06-01", 2022},  // the first it comes in
      {ReportKind::annual, {}, "2031-06-01", 2025},
      {ReportKind::annual, 2021, "2023-06-01", {}, ExitStatus::usage},
      {ReportKind::preliminary, {}, "2025-06-01", 2023},
      {ReportKind::preliminary, 2023, "2025-06-01", 2023},
      {ReportKind::preliminary, 2024, "2025-06-01", {}, ExitStatus::usage},
      {ReportKind::final, {}, "2025-06-01", {}, ExitStatus::refused},
      {ReportKind::final, 2025, "2025-06-01", {}, ExitStatus::refused},
  };
  const auto plan = PlanFolder(small_plan()).load();
  for (const Row& row : rows) {
    CAPTURE(to_string(row.kind));
    CAPTURE(row.today);
    const auto year = report_year(*plan, row.kind, row.asked, day(row.today));
    REQUIRE(year.has_value() == row.year.has_value());
    if (row.year) {
      CHECK(*year == *row.year);
    } else {
      CHECK(year.error().status == row.status);
      CHECK(!year.error().hint.empty());
    }
  }
}

TEST_CASE("an annual report needs no annual occasion") {
  auto files = small_plan();
  std::string& sheet = files["plan.yaml"];
  const auto at = sheet.find("  annual:");
  sheet.erase(at, sheet.find('\n', at) + 1 - at);
  const auto plan = PlanFolder(files).load();
  const auto year =
      report_year(*plan, ReportKind::annual, {}, day("2021-06-01"));
  REQUIRE(year.has_value());
  CHECK(*year == 2021);
  const Report report = annual(*plan, 2023);
  CHECK(!report.scope.occasion.has_value());
  CHECK(report.scope.years == std::vector{Period::year(2023)});
}

TEST_CASE("figures are added up before a rate is taken") {
  const auto plan = PlanFolder(two_communes()).load();
  const Report report = annual(*plan, 2023);
  REQUIRE(report.figures.sums.size() == 1);
  // 2021 is a base nobody counted in: no column.
  CHECK(report.figures.sums[0].periods ==
        std::vector{Period::year(2022), Period::year(2023)});
  CHECK(line_of(report, "hộ nghèo").samples[1].sample.value == Exact{69});
  CHECK(line_of(report, "Tỷ lệ hộ nghèo").samples[0].sample.value == Exact{20});
  CHECK(line_of(report, "Tỷ lệ hộ nghèo").samples[1].sample.value ==
        Exact(69, 4));
}

TEST_CASE("each unit stands beside its assigned target, by name") {
  const auto plan = PlanFolder(two_communes()).load();
  const Report report = annual(*plan, 2023);
  REQUIRE(report.figures.by_unit.size() == 1);
  const auto& rows = report.figures.by_unit[0].rows;
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].unit->id == "a");
  CHECK(rows[0].measured.value == Exact{10});
  CHECK(rows[0].measured.threshold == Exact{6});
  CHECK(rows[0].verdict == Verdict::met);
  REQUIRE(rows[0].entry != nullptr);
  CHECK(rows[0].entry->as_of == day("2023-12-14"));
  CHECK(rows[1].before.value == Exact{10});
  CHECK(rows[1].now.value == Exact(29, 3));
  CHECK(rows[1].verdict == Verdict::not_met);
}

TEST_CASE("a unit without figures leaves the sum open, never smaller") {
  auto files = two_communes();
  files.erase("figures/2023/b.yaml");
  const auto plan = PlanFolder(files).load();
  const Report report = annual(*plan, 2023);
  const Sample& sum = line_of(report, "hộ nghèo").samples.back().sample;
  CHECK(!sum.value.has_value());
  CHECK(!sum.missing.empty());
  CHECK(report.figures.by_unit[0].rows[1].verdict == Verdict::cannot_judge);
  CHECK(!is_empty(report, ReportPart::figures));  // one unit has them
}

TEST_CASE("figures by another poverty standard are not put beside the year's") {
  auto files = two_communes();
  files["figures/2022/a.yaml"] = figures("a", "2022", 50, 100, "", "2016-2020");
  files["figures/2022/b.yaml"] = figures("b", "2022", 30, 300, "", "2016-2020");
  const auto plan = PlanFolder(files).load();
  const Report report = annual(*plan, 2023);
  CHECK(report.figures.sums[0].periods == std::vector{Period::year(2023)});
}

TEST_CASE("resources are added exactly, by type and unit of account") {
  auto files = two_communes();
  files["results/2023/a.yaml"] =
      results("a", 2023,
              "resources:\n"
              "  - {type: labour, amount: 3, unit: ngày công}\n"
              "  - {type: money, amount: 0.1, unit: triệu đồng}\n"
              "  - {type: money, amount: 5, unit: USD}\n");
  files["results/2023/b.yaml"] =
      results("b", 2023,
              "resources:\n"
              "  - {type: money, amount: \"0,2\", unit: triệu đồng}\n");
  const auto plan = PlanFolder(files).load();
  const ReportResults results = annual(*plan, 2023).results;
  REQUIRE(results.resources.size() == 3);
  CHECK(results.resources[0].text == "triệu đồng");
  CHECK(results.resources[0].total == Exact(3, 10));
  CHECK(results.resources[1].text == "USD");
  CHECK(results.resources[2].type == "labour");
  REQUIRE(results.by_unit.size() == 2);
  CHECK(results.by_unit[0].resources[0] == Exact(1, 10));
  CHECK(!results.by_unit[1].resources[2].has_value());  // none told, not 0
}

TEST_CASE("what several units say stands once, with all who say it") {
  auto files = two_communes();
  files["results/2022/b.yaml"] = results(
      "b", 2022, "shortcomings: [Thiếu vốn]\nnext_steps: [Việc năm 2023]\n");
  files["results/2023/a.yaml"] = results(
      "a", 2023,
      "shortcomings: [Đường xa, Thiếu vốn]\nnext_steps: [Việc năm 2024]\n"
      "models: [{name: Nuôi gà, households: 8}]\n");
  const auto plan = PlanFolder(files).load();
  const ReportResults results =
      make_report(*plan, ReportKind::preliminary, 2023, day("2024-01-01"))
          .results;
  REQUIRE(results.shortcomings.size() == 2);
  CHECK(results.shortcomings[0].text == "Thiếu vốn");
  REQUIRE(results.shortcomings[0].lines.size() == 2);
  CHECK(results.shortcomings[0].lines[0].year == 2022);
  CHECK(results.shortcomings[0].lines[1].name == "Xã A");
  REQUIRE(results.next_steps.size() == 1);
  CHECK(results.next_steps[0].text == "Việc năm 2024");
  CHECK(results.models[0].total == Exact{8});
  REQUIRE(results.without.size() == 2);  // a lacks 2022, b lacks 2023
  CHECK(results.without[0].second == std::vector{2022});
  CHECK(results.without[1].second == std::vector{2023});
}

TEST_CASE("who reported: on time, late, not yet, as of the day") {
  auto files = two_communes();
  files["filings/2023/a.yaml"] = filing("a", 2023, "2023-11-09");
  files["filings/2023/b.yaml"] = filing("b", 2023, "2023-11-12");
  const auto plan = PlanFolder(files).load();
  struct Row {
    const char* today;
    std::size_t on_time;
    std::size_t late;
    std::size_t not_yet;
  };
  const Row rows[] = {{"2023-11-08", 0, 0, 2},
                      {"2023-11-09", 1, 0, 1},
                      {"2023-11-12", 1, 1, 0}};
  for (const Row& row : rows) {
    CAPTURE(row.today);
    const Report report = annual(*plan, 2023, row.today);
    REQUIRE(report.duties.size() == 2);
    CHECK(report.duties[0].when.duty->id.value == "unit-report");
    CHECK(report.duties[0].on_time.size() == row.on_time);
    CHECK(report.duties[0].late.size() == row.late);
    CHECK(report.duties[0].not_yet.size() == row.not_yet);
  }
  CHECK(annual(*plan, 2023).duties[0].late[0].days == 3);
}

TEST_CASE("proposals are counted by form and class, as of the day") {
  const auto proposal = [](const char* unit, const char* form, const char* date,
                           const char* decision) {
    return fmt::format(
        "unit: {}\nform: {}\noccasion: annual-2023\n"
        "proposed: {{by: Xã, date: \"{}\"}}\n{}",
        unit, form, date, decision);
  };
  auto files = two_communes();
  files["proposals/annual-2023/a/low.yaml"] = proposal(
      "a", "low", "2023-12-01",
      "history:\n"
      "  - {state: submitted, date: \"2024-01-05\"}\n"
      "  - {state: decided, date: \"2024-01-05\", by: CT, document: 1/QĐ}\n");
  files["proposals/annual-2023/b/low.yaml"] = proposal(
      "b", "low", "2023-12-10",
      "history:\n"
      "  - {state: submitted, date: \"2024-01-05\"}\n"
      "  - {state: refused, date: \"2024-01-05\", by: CT, reason: a}\n");
  files["proposals/annual-2023/a/high.yaml"] =
      proposal("a", "high", "2023-12-20", "");
  const auto plan = PlanFolder(files).load();

  const Report full = annual(*plan, 2023, "2024-02-01");
  REQUIRE(full.awards.size() == 2);  // its own occasion first
  CHECK(full.awards[0].occasion.key() == "annual-2023");
  CHECK(full.awards[1].occasion.key() == "preliminary-2023");
  REQUIRE(full.awards[0].counts.size() == 2);
  const AwardCount& low = full.awards[0].counts[0];
  CHECK(low.form_id == "low");
  CHECK(low.subject_class == SubjectClass::collective);
  CHECK(low.proposed == 2);
  CHECK(low.granted == 1);
  CHECK(low.refused == 1);
  CHECK(full.awards[0].counts[1].open == 1);

  const Report early = annual(*plan, 2023, "2023-12-15");
  REQUIRE(early.awards[0].counts.size() == 1);
  CHECK(early.awards[0].counts[0].proposed == 2);
  CHECK(early.awards[0].counts[0].open == 2);
  CHECK(is_empty(annual(*plan, 2023, "2023-11-30"), ReportPart::awards));
}

TEST_CASE("the plan's next steps begin after the day, or after the year") {
  const auto plan = PlanFolder(small_plan()).load();
  struct Row {
    int year;
    const char* today;
    const char* from;
    std::size_t duties;  // two a year through 2025
  };
  const Row rows[] = {
      {2023, "2023-10-01", "2023-10-01", 4},
      {2023, "2023-11-10", "2023-11-10", 3},
      {2023, "2026-10-01", "2024-01-01", 2},
      {2025, "2022-01-01", "2025-01-01", 2},
      {2025, "2026-01-01", "2026-01-01", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.today);
    const Report report = annual(*plan, row.year, row.today);
    CHECK(report.planned.window.first() == day(row.from));
    CHECK(report.planned.duties.size() == row.duties);
  }
}

TEST_CASE("a step of the timeline that is a duty is listed as the duty") {
  auto files = small_plan();
  files["plan.yaml"] +=
      "timeline:\n"
      "  - {id: V.1, name: Báo cáo, duty: unit-report, every: year, who: Xã, "
      "source: V}\n"
      "  - {id: V.2, name: Kiểm tra, every: year, who: Huyện, source: V}\n"
      "  - {id: V.3, name: Gửi, duty: unit-reprot, every: year, who: Xã, "
      "source: V}\n";
  const auto plan = PlanFolder(files).load();
  const PlannedSteps steps = annual(*plan, 2023, "2023-10-01").planned;
  CHECK(steps.duties.size() == 4);
  REQUIRE(steps.timeline.size() == 2);
  CHECK(steps.timeline[0]->id.value == "V.2");
  CHECK(steps.timeline[1]->id.value == "V.3");
  CHECK(has(check_plan(*plan, day("2023-10-01")), code::unknown_duty));
}

TEST_CASE("every part knows whether it is empty") {
  const auto bare = PlanFolder(small_plan()).load();
  const Report report = annual(*bare, 2025, "2026-01-01");
  CHECK(empty_parts(report) ==
        std::vector{ReportPart::figures, ReportPart::targets,
                    ReportPart::guidance, ReportPart::models,
                    ReportPart::resources, ReportPart::activities,
                    ReportPart::own_awards, ReportPart::ranking,
                    ReportPart::awards, ReportPart::shortcomings,
                    ReportPart::proposals, ReportPart::next_steps});
}

TEST_CASE("illustrative records and assumed rules are told of") {
  auto files = two_communes();
  CHECK(!annual(*PlanFolder(files).load(), 2023).caveats.illustrative);
  files["results/2023/a.yaml"] =
      results("a", 2023, "illustrative: true\nactivities: [Họp]\n");
  CHECK(annual(*PlanFolder(files).load(), 2023).caveats.illustrative);
}

TEST_CASE("the example: sums are the sums of its communes' official figures") {
  const auto loaded =
      folder::load_plan(THIDUA_SOURCE_DIR "/examples/nguyen-binh");
  REQUIRE(loaded.has_value());
  const Plan& plan = **loaded;
  const Report report =
      make_report(plan, ReportKind::final, 2025, day("2026-11-21"));
  CHECK(report.scope.years.size() == 4);
  CHECK(report.caveats.illustrative);
  CHECK(report.caveats.assumed);
  const FigureSums& sums = report.figures.sums.at(0);
  for (std::size_t i = 0; i < sums.periods.size(); ++i) {
    CAPTURE(sums.periods[i].to_string());
    Exact poor;
    for (const Figures& record : plan.figures) {
      const Unit* unit = plan.unit(record.unit.value);
      const Date end = sums.periods[i].last();
      if (unit->kind.value != sums.kind->id.value ||
          record.period.value != sums.periods[i] ||
          ended_by(plan, unit->id, end) != nullptr) {
        continue;
      }
      for (const FigureValue& value : record.entries.back().values) {
        poor += value.figure.value == "poor" ? value.value.value : Exact{};
      }
    }
    CHECK(line_of(report, "Số hộ nghèo").samples[i].sample.value == poor);
  }
  std::size_t lines = 0;
  for (const ResultGroup& group : report.results.activities) {
    lines += group.lines.size();
  }
  std::size_t recorded = 0;
  for (const Results& record : plan.results) {
    recorded += record.activities.size();
  }
  CHECK(lines == recorded);
  CHECK(report.rankings.size() == 4);
}
