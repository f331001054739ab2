// Targets year by year, and the course of a plan, on small plans.
#include <doctest/doctest.h>

#include "plan_folder.hpp"
#include "rules/plan_course.hpp"
#include "rules/target_series.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::day;
using test::figures;
using test::filing;
using test::PlanFolder;
using test::small_plan;

std::map<std::string, std::string> with_timeline() {
  auto files = small_plan();
  files["plan.yaml"] += R"(timeline:
  - {id: V.1, name: Sơ kết, when: "2023", who: Các cấp, source: V.1}
  - {id: V.2, name: Tổng kết, when: "2025-Q4", who: Các cấp, source: V.2}
  - {id: V.3, name: Kiểm tra, every: year, who: Các cấp, source: V.3}
  - {id: V.4, name: Báo cáo, duty: unit-report, every: year, source: VI.7}
)";
  files["filings/2022/a.yaml"] = filing("a", 2022, "2022-11-12");
  files["filings/2023/a.yaml"] = filing("a", 2023, "2023-11-09");
  return files;
}

const CourseStep& duty_step(const PlanCourse& course, int year,
                            std::string_view duty) {
  for (const CourseYear& each : course.years) {
    for (const CourseStep& step : each.steps) {
      if (each.year == year && step.entry == nullptr &&
          step.duty.duty->id.value == duty) {
        return step;
      }
    }
  }
  FAIL("no step ", std::string(duty));
  return course.years.front().steps.front();
}

StepState state_of_entry(const PlanCourse& course, std::string_view id) {
  for (const CourseYear& each : course.years) {
    for (const CourseStep& step : each.steps) {
      if (step.entry != nullptr && step.entry->id.value == id) {
        return step.state;
      }
    }
  }
  FAIL("no entry ", std::string(id));
  return StepState::over;
}

}  // namespace

TEST_CASE("a target has a result for each year to that of the report") {
  auto files = small_plan();
  files["figures/2021/a.yaml"] = figures("a", "2021", 50, 100);
  files["figures/2022/a.yaml"] = figures("a", "2022", 45, 100);
  files["figures/2023/a.yaml"] = figures("a", "2023", 30, 100);
  const PlanFolder folder(files);
  const auto plan = folder.load();
  const Date today = day("2024-06-01");
  const auto series =
      target_series(*plan, target_results(*plan, 2023, today), 2023, today);
  REQUIRE(series.size() == 1);
  CHECK(series[0].threshold == Exact(6));
  const auto& years = series[0].years;
  REQUIRE(years.size() == 3);
  CHECK(years[0].period == Period::year(2021));
  CHECK_FALSE(years[0].measurement.value);  // the change begins there
  CHECK(years[0].measurement.verdict == Verdict::not_applicable);
  CHECK(years[1].measurement.value == Exact(5));
  CHECK(years[1].measurement.verdict == Verdict::not_met);
  CHECK(years[2].measurement.value == Exact(10));
  CHECK(years[2].measurement.verdict == Verdict::met);
}

TEST_CASE("a year before the plan's has nothing but itself") {
  const PlanFolder folder(small_plan());
  const auto plan = folder.load();
  const Date today = day("2020-06-01");
  const auto series =
      target_series(*plan, target_results(*plan, 2020, today), 2020, today);
  REQUIRE(series.size() == 1);
  CHECK(series[0].years.size() == 1);
}

TEST_CASE("a duty of the course is done, open, overdue or ahead on a day") {
  const PlanFolder folder(with_timeline());
  const auto plan = folder.load();
  struct Row {
    const char* today;
    int year;
    StepState state;
    std::size_t done;
    std::size_t late;
  };
  const Row rows[] = {
      {"2022-11-09", 2022, StepState::open, 0, 0},
      {"2022-11-10", 2022, StepState::overdue, 0, 0},
      {"2022-11-12", 2022, StepState::done, 1, 1},
      {"2022-11-12", 2023, StepState::ahead, 0, 0},
      {"2023-11-09", 2023, StepState::done, 1, 0},
      {"2025-01-01", 2024, StepState::overdue, 0, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.today);
    CAPTURE(row.year);
    const PlanCourse course = plan_course(*plan, day(row.today));
    const CourseStep& step = duty_step(course, row.year, "unit-report");
    CHECK(step.state == row.state);
    CHECK(step.done == row.done);
    CHECK(step.late == row.late);
    CHECK(step.of == 1);
  }
}

TEST_CASE("of a step of the timeline only its time is known") {
  const PlanFolder folder(with_timeline());
  const auto plan = folder.load();
  struct Row {
    const char* today;
    StepState first;
    StepState last;
  };
  const Row rows[] = {
      {"2022-12-31", StepState::ahead, StepState::ahead},
      {"2023-01-01", StepState::running, StepState::ahead},
      {"2023-12-31", StepState::running, StepState::ahead},
      {"2024-01-01", StepState::over, StepState::ahead},
      {"2025-10-01", StepState::over, StepState::running},
  };
  for (const Row& row : rows) {
    CAPTURE(row.today);
    const PlanCourse course = plan_course(*plan, day(row.today));
    CHECK(state_of_entry(course, "V.1") == row.first);
    CHECK(state_of_entry(course, "V.2") == row.last);
  }
}

TEST_CASE("a step that is a duty told again stands there once") {
  const PlanFolder folder(with_timeline());
  const auto plan = folder.load();
  const PlanCourse course = plan_course(*plan, day("2024-01-01"));
  REQUIRE(course.every_year.size() == 1);
  CHECK(course.every_year[0]->id.value == "V.3");
  CHECK(course.not_stated.empty());
  for (const CourseYear& year : course.years) {
    for (std::size_t i = 1; i < year.steps.size(); ++i) {
      CHECK(year.steps[i - 1].last_day <= year.steps[i].last_day);
    }
  }
}

TEST_CASE("a plan that sets nothing has no course") {
  CHECK(PlanCourse{}.empty());
}
