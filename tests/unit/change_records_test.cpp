// What people type becomes the bytes of a record; everything else in it stays.
#include <doctest/doctest.h>

#include "change/figures.hpp"
#include "change/filings.hpp"
#include "change/proposals.hpp"
#include "change/results.hpp"
#include "change/scorecards.hpp"
#include "change/units.hpp"
#include "plan_folder.hpp"
#include "values.hpp"

using namespace thidua;
using change::Setting;
using test::day;
using test::PlanFolder;

namespace {

const Date today = day("2023-12-01");

std::string bytes_of(const Result<FileChange>& change) {
  REQUIRE(change);
  return change->bytes;
}

template <class Change>
ExitStatus status_of(const Result<Change>& change) {
  REQUIRE_FALSE(change);
  return change.error().status;
}

change::MarkRequest mark(std::string stage,
                         std::vector<change::TypedMark> marks) {
  return {.unit = "a",
          .period = Period::year(2023),
          .stage = std::move(stage),
          .by = {},
          .date = {},
          .marks = std::move(marks),
          .evidence = {},
          .note = {}};
}

change::FigureRequest figures(std::vector<Setting> values) {
  return {.unit = "a",
          .period = Period::year(2023),
          .values = std::move(values),
          .as_of = day("2023-12-14"),
          .status = "official",
          .standard = {},
          .source = {}};
}

}  // namespace

TEST_CASE("a unit gets the id of its name, below its parent") {
  const auto plan = PlanFolder(test::small_plan()).load();
  change::NewUnit unit{.name = "Xóm Lũng Cải",
                       .kind = "xã",
                       .parent = "a",
                       .cluster = {},
                       .id = {},
                       .settings = {{"from", "2022"}, {"border", "true"}}};
  const auto added = change::add_unit(*plan, unit);
  REQUIRE(added);
  REQUIRE(added->size() == 1);
  CHECK(added->front().bytes ==
        "# Xã: đơn vị tham gia phong trào\n\nname: Xóm Lũng Cải\n"
        "kind: commune\nenrolled: {from: \"2022\"}\nattributes:\n"
        "  border: true\n");
  CHECK(added->front().path == "units/a/xom-lung-cai.yaml");

  unit.kind = "communes";
  CHECK(status_of(change::add_unit(*plan, unit)) == ExitStatus::usage);
  unit = {.name = "Xã A",
          .kind = "commune",
          .parent = {},
          .cluster = {},
          .id = "a",
          .settings = {}};
  CHECK(status_of(change::add_unit(*plan, unit)) == ExitStatus::refused);
  unit.id = "../a";
  CHECK(status_of(change::add_unit(*plan, unit)) == ExitStatus::usage);
  unit.id = "x/b";
  CHECK(status_of(change::add_unit(*plan, unit)) == ExitStatus::usage);
}

TEST_CASE("a unit that is ranked in a cluster becomes its member") {
  PlanFolder folder(test::small_plan());
  folder.write("clusters.yaml",
               "clusters:\n  - {id: c1, name: Cụm 1, kind: commune, assumed: "
               "true}\n");
  const auto plan = folder.load();
  change::NewUnit unit{.name = "Xã B",
                       .kind = "commune",
                       .parent = {},
                       .cluster = "cụm 1",
                       .id = "b",
                       .settings = {}};
  const auto added = change::add_unit(*plan, unit);
  REQUIRE(added);
  REQUIRE(added->size() == 2);
  CHECK(added->back().bytes ==
        "clusters:\n  - {id: c1, name: Cụm 1, kind: commune, members: [b], "
        "assumed: true}\n");
  unit.cluster = "c2";
  CHECK(status_of(change::add_unit(*plan, unit)) == ExitStatus::usage);
}

TEST_CASE("a figure changes in its place, and every other byte stays") {
  PlanFolder folder(test::small_plan());
  const std::string before =
      "\xEF\xBB\xBF# số liệu\r\nunit: a\r\nperiod: '2023'\r\nfigures:\r\n"
      "- as_of:   \"2023-12-14\"   # ngày chốt\r\n  status: official\r\n"
      "  values: {households: 80,  poor: 30} # đã rà soát\r\n"
      "  source: Rà soát\r\n";
  folder.write("figures/2023/a.yaml", before);
  const auto plan = folder.load();
  std::string after = before;
  after.replace(after.find("poor: 30"), 8, "poor: 28");
  CHECK(bytes_of(change::record_figures(*plan, figures({{"Hộ nghèo", "28"}}),
                                        today)) == after);
}

TEST_CASE("a new count says its source, and takes the standard of the last") {
  PlanFolder folder(test::small_plan());
  folder.write("figures/2022/a.yaml", test::figures("a", "2022", 36, 81));
  const auto plan = folder.load();
  auto request = figures({{"poor", "30"}, {"households", "80,5"}});
  CHECK(status_of(change::record_figures(*plan, request, today)) ==
        ExitStatus::usage);
  request.source = "Rà soát";
  CHECK(bytes_of(change::record_figures(*plan, request, today)) ==
        "# Số liệu kỳ 2023, Xã A\n\nunit: a\nperiod: \"2023\"\nfigures:\n"
        "  - as_of: \"2023-12-14\"\n    status: official\n"
        "    poverty_standard: \"2022-2025\"\n    values:\n"
        "      households: 80.5\n      poor: 30\n    source: Rà soát\n");
}

TEST_CASE("two standards of poverty make two counts of one day") {
  PlanFolder folder(test::small_plan());
  folder.write("figures/2022/a.yaml", test::figures("a", "2022", 36, 81));
  const auto counted = [&](std::string standard, std::string poor) {
    auto request = figures({{"poor", std::move(poor)}});
    request.standard = std::move(standard);
    request.source = "Rà soát";
    const auto plan = folder.load();
    const auto change = change::record_figures(*plan, request, today);
    if (change) {
      folder.write(change->path, change->bytes);
    }
    return change ? ExitStatus::ok : change.error().status;
  };
  CHECK(counted("2016-2020", "20") == ExitStatus::ok);
  CHECK(counted("2022-2025", "30") == ExitStatus::ok);
  CHECK(counted("2016-2020", "21") == ExitStatus::ok);
  CHECK(counted("", "22") == ExitStatus::usage);
  const auto plan = folder.load();
  const auto& entries = plan->figures_of("a", Period::year(2023))->entries;
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].values.front().value.value == Exact{21});
  CHECK(entries[1].values.front().value.value == Exact{30});
}

TEST_CASE("numbers that nobody can be sure of are refused") {
  const auto plan = PlanFolder(test::small_plan()).load();
  for (const char* number :
       {"1.250", "1,250", "1.250,5", "", "abc", "1e3", "12-"}) {
    CAPTURE(number);
    CHECK(status_of(change::record_figures(*plan, figures({{"poor", number}}),
                                           today)) == ExitStatus::usage);
  }
  CHECK(*change::parse_number("0,250") == "0.250");
  CHECK(*change::parse_number("-86,25") == "-86.25");
}

TEST_CASE("a mark changes one line; another stage needs a reason") {
  PlanFolder folder(test::small_plan());
  const std::string before = test::marks("a", "2023", true, "Tốt");
  folder.write("scores/2023/a.yaml", before);
  const auto plan = folder.load();
  std::string after = before;
  after.replace(after.find("grade: Tốt"), std::string("grade: Tốt").size(),
                "grade: Chưa đạt");
  CHECK(bytes_of(change::give_marks(
            *plan, mark("self", {{"IV.2.b-2", "chưa đạt", ""}}), today)) ==
        after);

  auto verified = mark("Thẩm định", {{"IV.2.b-1", "chưa", ""}});
  CHECK(status_of(change::give_marks(*plan, verified, today)) ==
        ExitStatus::refused);
  verified.marks.front().reason = "Chưa có văn bản";
  CHECK(bytes_of(change::give_marks(*plan, verified, today)) ==
        before +
            "  verified:\n    by: Thẩm định\n    date: \"2023-12-01\"\n"
            "    marks:\n      IV.2.b-1: {done: false, reason: Chưa có văn "
            "bản}\n");
  CHECK(status_of(change::give_marks(
            *plan, mark("self", {{"IV.2.b-3", "tốt", ""}}), today)) ==
        ExitStatus::refused);
  CHECK(status_of(change::give_marks(
            *plan, mark("self", {{"IV.2.b-9", "tốt", ""}}), today)) ==
        ExitStatus::usage);
  CHECK(status_of(change::give_marks(
            *plan, mark("self", {{"IV.2.b-2", "khá", ""}}), today)) ==
        ExitStatus::usage);
}

TEST_CASE("a record with errors is left alone") {
  PlanFolder folder(test::small_plan());
  folder.write("results/2023/a.yaml", "unit: a\nyear: 2023\nactivitis: [x]\n");
  const auto plan = folder.load();
  CHECK(status_of(change::record_results(
            *plan, {"a", 2023, {{"activities", "Họp"}}})) ==
        ExitStatus::findings);
}

TEST_CASE("results take fields behind semicolons, and lists by their names") {
  const auto plan = PlanFolder(test::small_plan()).load();
  CHECK(bytes_of(change::record_results(
            *plan, {"a",
                    2023,
                    {{"mô hình", "Nuôi ong; lấy mật; households=5"},
                     {"next_steps", "Họp; rút kinh nghiệm"}}})) ==
        "# Kết quả thực hiện năm 2023, Xã A\n\nunit: a\nyear: 2023\nmodels:\n"
        "  - {name: Nuôi ong; lấy mật, households: 5}\nnext_steps:\n"
        "  - Họp; rút kinh nghiệm\n");
}

TEST_CASE("a duty is received once a year") {
  PlanFolder folder(test::small_plan());
  change::NewFiling filing{.owner = "a",
                           .duty = "Báo cáo",
                           .year = 2023,
                           .date = day("2023-11-05"),
                           .document = "12/BC",
                           .late_reason = {},
                           .note = {}};
  const std::string written = bytes_of(change::receive(*folder.load(), filing));
  CHECK(written ==
        "# Báo cáo đã nộp năm 2023, Xã A\n\nunit: a\nyear: 2023\nfilings:\n"
        "  - duty: unit-report\n    date: \"2023-11-05\"\n"
        "    document: 12/BC\n");
  folder.write("filings/2023/a.yaml", written);
  CHECK(status_of(change::receive(*folder.load(), filing)) ==
        ExitStatus::refused);
}

TEST_CASE("a proposal names unit, form and occasion as its path does") {
  const auto plan = PlanFolder(test::small_plan()).load();
  const auto occasion = find_occasion(*plan, "annual-2023");
  REQUIRE(occasion);
  Candidate candidate;
  candidate.unit = plan->unit("a");
  candidate.form = plan->form("low");
  candidate.occasion = *occasion;
  const auto proposed = change::propose(*plan, candidate,
                                        {.by = "UBND xã A",
                                         .date = today,
                                         .document = "1/TTr",
                                         .note = {},
                                         .achievement = {},
                                         .papers = {}});
  CHECK(bytes_of(proposed) ==
        "# Đề nghị khen thưởng, Xã A: Giấy khen\n\nunit: a\nform: low\n"
        "occasion: annual-2023\nproposed:\n  by: UBND xã A\n"
        "  date: \"2023-12-01\"\n  document: 1/TTr\n");
  CHECK(proposed->path == "proposals/annual-2023/a/low.yaml");
}
