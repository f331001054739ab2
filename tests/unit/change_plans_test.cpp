// What a new plan begins with: templates without a fault, rules of another plan
// byte for byte but for what is replaced.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "change/citation.hpp"
#include "change/plans.hpp"
#include "change/redate.hpp"
#include "change/templates.hpp"
#include "change/units.hpp"
#include "folder/load.hpp"
#include "plan_folder.hpp"
#include "rules/awards.hpp"
#include "rules/checks.hpp"
#include "values.hpp"

using namespace thidua;
using change::Basis;
using change::Identity;
using test::day;
using test::PlanFolder;

namespace {

Identity identity() {
  Identity identity;
  identity.title = "Phong trào “Thi đua yêu nước” 2027 - 2028";
  identity.issuer = "Ủy ban nhân dân xã Bản Mẫu";
  identity.period = "2027..2028";
  return identity;
}

std::vector<FileChange> files_of(const Result<std::vector<FileChange>>& made) {
  REQUIRE(made);
  return *made;
}

std::string bytes_at(const std::vector<FileChange>& files,
                     const std::string& path) {
  const auto at =
      std::find_if(files.begin(), files.end(),
                   [&](const FileChange& file) { return file.path == path; });
  REQUIRE(at != files.end());
  return at->bytes;
}

std::vector<FileChange> from_template(std::string_view name,
                                      const Identity& given) {
  const auto files = files_of(change::template_files(name));
  return files_of(change::with_identity(files, *folder::load_new(files),
                                        Basis::template_folder, given));
}

Result<std::vector<FileChange>> copy(const Plan& plan, const Identity& given) {
  const auto rules = change::rules_of(plan);
  return change::with_identity(rules, *folder::load_new(rules),
                               Basis::other_plan, given);
}

std::size_t errors_in(const Plan& plan) {
  const Diagnostics found = check_plan(plan, day("2026-12-01"));
  return found.count(Severity::error) + found.count(Severity::warning);
}

std::vector<Period> years(const std::vector<int>& numbers) {
  std::vector<Period> periods;
  for (const int number : numbers) {
    periods.push_back(Period::year(number));
  }
  return periods;
}

// Lines of `after` that are not in `before`, without their indentation.
std::vector<std::string> new_lines(const std::string& before,
                                   const std::string& after) {
  std::vector<std::string> found;
  std::istringstream lines(after);
  for (std::string line; std::getline(lines, line);) {
    if (("\n" + before).find("\n" + line + "\n") == std::string::npos) {
      found.push_back(
          line.substr(std::min(line.find_first_not_of(' '), line.size())));
    }
  }
  return found;
}

}  // namespace

TEST_CASE("every template is a plan without a fault, whatever its years") {
  const auto names = change::template_names();
  CHECK(names == std::vector<std::string_view>{"blank", "commune", "department",
                                               "district"});
  for (const std::string_view name : names) {
    CAPTURE(name);
    CHECK(errors_in(
              *folder::load_new(files_of(change::template_files(name)))) == 0);
    for (const char* period :
         {"2027", "2027..2028", "2021..2035", "2026-11-15..2027-11-14"}) {
      CAPTURE(period);
      Identity given = identity();
      given.period = period;
      const auto plan = folder::load_new(from_template(name, given));
      CHECK(errors_in(*plan) == 0);
      CHECK(plan->sheet.title == given.title);
      CHECK(plan->sheet.movement == "thi-dua-yeu-nuoc");
      CHECK(plan->sheet.issuer.level == "xã");
      CHECK(plan->sheet.period == *Period::parse(period));
      CHECK(plan->sheet.document.number.state ==
            Fact<std::string>::State::blank);
      CHECK(plan->sheet.document.date.state == Fact<PartialDate>::State::blank);
      for (const Occasion& occasion : plan->sheet.occasions) {
        CHECK(occasion.first.year >=
              static_cast<int>(plan->sheet.period.first().year()));
        CHECK(occasion.last <= plan->sheet.period.closing_year());
      }
      for (const At<Period>& baseline : plan->sheet.baselines) {
        CHECK(baseline.value ==
              Period::year(static_cast<int>(plan->sheet.period.first().year()) -
                           1));
      }
      for (const ScoreTable& table : plan->score_tables) {
        CHECK_FALSE(table.periods.empty());
      }
    }
  }
}

TEST_CASE("a template that measures a change has a year to compare with") {
  for (const std::string_view name : change::template_names()) {
    CAPTURE(name);
    const auto plan = folder::load_new(files_of(change::template_files(name)));
    for (const CriteriaSet& set : plan->criteria_sets) {
      for (const Criterion& criterion : set.criteria) {
        CHECK((criterion.judged != Judged::measured ||
               !plan->sheet.baselines.empty()));
      }
    }
  }
}

TEST_CASE("a commune does not praise communes") {
  const auto plan =
      folder::load_new(files_of(change::template_files("district")));
  Unit unit;
  unit.kind.value = "xa";
  CHECK_FALSE(may_receive(*plan, *plan->form("giay-khen-xa"), unit));
  CHECK(may_receive(*plan, *plan->form("giay-khen-huyen"), unit));
  unit.kind.value = "co-quan";
  CHECK_FALSE(may_receive(*plan, *plan->form("giay-khen-xa"), unit));
  for (const char* kind : {"thon", "ho", "ca-nhan"}) {
    unit.kind.value = kind;
    CHECK(may_receive(*plan, *plan->form("giay-khen-xa"), unit));
  }
}

TEST_CASE("a unit can be added to every template at once") {
  for (const std::string_view name : change::template_names()) {
    CAPTURE(name);
    const auto plan = folder::load_new(from_template(name, identity()));
    for (const UnitKind& kind : plan->sheet.kinds) {
      const change::NewUnit unit{.name = "Đơn vị Một",
                                 .kind = kind.name,
                                 .parent = {},
                                 .cluster = {},
                                 .id = {},
                                 .settings = {}};
      CHECK(change::add_unit(*plan, unit));
    }
  }
}

TEST_CASE("what is given stands in plan.yaml") {
  Identity given = identity();
  given.number = "/KH-UBND";
  given.date = "3/2027";
  given.level = "Phường";
  given.movement = "yeu-nuoc";
  given.parent =
      "Kế hoạch số 2451/KH-UBND ngày 26 tháng 9 năm 2026 của Ủy ban nhân dân "
      "tỉnh Cao Bằng về việc phát động phong trào của tỉnh";
  const auto plan = folder::load_new(from_template("commune", given));
  const PlanSheet& sheet = plan->sheet;
  CHECK(sheet.document.number.state == Fact<std::string>::State::blank);
  CHECK(sheet.document.number.printed == "/KH-UBND");
  CHECK(sheet.document.date.value == *PartialDate::parse("2027-03"));
  CHECK(sheet.issuer.level == "phường");
  CHECK(sheet.movement == "yeu-nuoc");
  REQUIRE(sheet.parents.size() == 1);
  CHECK(sheet.parents[0].type == "Kế hoạch");
  CHECK(sheet.parents[0].number.value == "2451/KH-UBND");
  CHECK(sheet.parents[0].date.value == *PartialDate::parse("2026-09-26"));
  CHECK(sheet.parents[0].issuer == "Ủy ban nhân dân tỉnh Cao Bằng");
  CHECK(sheet.parents[0].subject == "phát động phong trào của tỉnh");
  CHECK_FALSE(sheet.parents[0].held);
  given.number = "15/KH-UBND";
  CHECK(folder::load_new(from_template("commune", given))
            ->sheet.document.number.value == "15/KH-UBND");
}

TEST_CASE("what makes no sense is a usage failure") {
  const auto files = files_of(change::template_files("blank"));
  const auto plan = folder::load_new(files);
  const auto spoil = [&](std::string Identity::*part, const char* text) {
    Identity given = identity();
    given.*part = text;
    const auto made =
        change::with_identity(files, *plan, Basis::template_folder, given);
    CAPTURE(text);
    REQUIRE_FALSE(made);
    CHECK(made.error().status == ExitStatus::usage);
    return made.error().what.key;
  };
  CHECK(spoil(&Identity::date, "31/02/2027") == "there is no day `{0}`");
  CHECK(spoil(&Identity::date, "mai") == "`{0}` is not a date");
  spoil(&Identity::period, "2028..2027");
  spoil(&Identity::level, "huyen");
  spoil(&Identity::parent, "2451/KH-UBND");
  spoil(&Identity::parent, "Kế hoạch ngày 31/4/2026 của Bộ Nội vụ");
  spoil(&Identity::movement, "Yêu nước");
  spoil(&Identity::title, "");
  spoil(&Identity::title, "…");
  spoil(&Identity::title, "Thi đua\x07");
  spoil(&Identity::issuer, "");
  spoil(&Identity::issuer, "Hội đồng");  // says no level, nor does the template
  spoil(&Identity::period, "");
  CHECK_FALSE(change::template_files("disctrict"));
}

TEST_CASE("a citation may come in any order") {
  const auto parsed = change::parse_citation(
      " Quyết định của Thủ tướng Chính phủ, số 1705/QĐ-TTg, ngày 12/10/2021 ");
  REQUIRE(parsed);
  CHECK(parsed->type == "Quyết định");
  CHECK(parsed->number == "1705/QĐ-TTg");
  CHECK(parsed->issuer == "Thủ tướng Chính phủ");
  CHECK(parsed->date == PartialDate::parse("2021-10-12"));
  const auto terse = change::parse_citation("Kế hoạch 12/KH-BNV của Bộ Nội vụ");
  REQUIRE(terse);
  CHECK(terse->type == "Kế hoạch");
  CHECK(terse->number == "12/KH-BNV");
  CHECK_FALSE(terse->date);
}

TEST_CASE("years keep their share of the way") {
  const change::YearMap map(*Period::parse("2021..2025"),
                            *Period::parse("2026..2028"));
  CHECK(map.of(2021, false) == 2026);
  CHECK(map.of(2023, false) == 2027);
  CHECK(map.of(2025, false) == 2028);
  CHECK(map.of(2020, false) == 2025);
  CHECK(map.of(2026, false) == 2029);
  CHECK(map.text("quý IV/2021", false) == "quý IV/2026");
  CHECK(map.text("previous-year", false) == "previous-year");
  CHECK(map.text("2021..2025", false) == "2026..2028");
  CHECK(map.all_from({2021, 2022, 2023, 2024, 2025}) ==
        years({2026, 2027, 2028}));
  const change::YearMap longer(*Period::parse("2026"),
                               *Period::parse("2027..2029"));
  CHECK(longer.of(2026, false) == 2027);
  CHECK(longer.of(2026, true) == 2029);
  CHECK(longer.all_from({2026}) == years({2027, 2028, 2029}));
  const change::YearMap decade(*Period::parse("2021..2025"),
                               *Period::parse("2026..2035"));
  CHECK(decade.all_from({2021, 2022, 2023, 2024, 2025}).size() == 10);
  CHECK(decade.all_from({2022, 2023, 2024, 2025}).front() ==
        Period::year(decade.of(2022, false)));
  // What follows one another has no gap between.
  CHECK(decade.all_from({2021, 2022}) == years({2026, 2027, 2028, 2029}));
  CHECK(decade.all_from({2023, 2024, 2025}) ==
        years({2030, 2031, 2032, 2033, 2034, 2035}));
  const change::YearMap pair(*Period::parse("2021..2025"),
                             *Period::parse("2026..2027"));
  CHECK(pair.all_from({2022, 2023, 2024, 2025}) == years({2026, 2027}));
  CHECK(pair.all_from({2025}) == years({2027}));
  const Period school = *Period::parse("2026-11-15..2027-11-14");
  CHECK(change::YearMap(*Period::parse("2026"), school).all_from({2026}) ==
        std::vector{school});
}

TEST_CASE("rules are copied byte for byte, units are not") {
  auto texts = test::small_plan();
  texts["clusters.yaml"] =
      "clusters:\n  - {id: c, name: Cụm, kind: commune, members: [a], "
      "assumed: true}\n";
  texts["figures/2023/a.yaml"] = test::figures("a", "2023", 1, 10);
  texts["thidua.toml"] = "language = \"vi\"  # tiếng Việt\n";
  const auto plan = PlanFolder(texts).load();
  const auto files = files_of(copy(*plan, {}));
  std::vector<std::string> paths;
  for (const FileChange& file : files) {
    paths.push_back(file.path);
    if (file.path != "plan.yaml" && file.path != "clusters.yaml") {
      CHECK(file.bytes == texts.at(file.path));
    }
  }
  CHECK(bytes_at(files, "clusters.yaml") ==
        "clusters:\n  - {id: c, name: Cụm, kind: commune, assumed: true}\n");
  CHECK(paths == std::vector<std::string>{"awards.yaml", "clusters.yaml",
                                          "criteria/commune.yaml", "plan.yaml",
                                          "thidua.toml"});
  CHECK(
      new_lines(texts.at("plan.yaml"), bytes_at(files, "plan.yaml")) ==
      std::vector<std::string>{
          "document: {type: KH, number: {blank: \"\"}, date: {blank: \"\"}}"});
  CHECK(errors_in(*folder::load_new(files)) == 0);
}

TEST_CASE("what the old document does not show is no fact of a copy") {
  auto texts = test::small_plan();
  std::string& sheet_text = texts["plan.yaml"];
  const std::string document =
      R"(document: {type: KH, number: {blank: "/KH"}, date: "2022-11"})";
  sheet_text.replace(sheet_text.find(document), document.size(), R"(document:
  type: KH
  number: {blank: "/KH"}
  date: {not_in_source: true, not_before: "2022-07-12"}
  place: {not_in_source: true}
  signed: {title: {not_in_source: true}, name: {not_in_source: true}}
recipients: {not_in_source: true}
reporting: {none: true})");
  sheet_text +=
      "  - {id: own-plan, name: Kế hoạch riêng, from: {kinds: [commune]}, to: "
      "office, due: {once: \"2022-Q4\"}, source: V.1}\n";
  const auto plan = PlanFolder(texts).load();
  Identity given;
  given.period = "2026..2030";
  const auto copied = folder::load_new(files_of(copy(*plan, given)));
  CHECK(errors_in(*copied) == 0);
  const PlanSheet& sheet = copied->sheet;
  CHECK(sheet.document.date.state == Fact<PartialDate>::State::blank);
  CHECK_FALSE(sheet.document.place);
  CHECK_FALSE(sheet.document.signature);
  CHECK_FALSE(sheet.recipients);
  CHECK(sheet.no_reporting);
  CHECK(copied->duty("own-plan")->due.once == PartialDate::parse("2027-Q4"));
}

TEST_CASE("another folder for the same document keeps all of it") {
  const auto plan =
      folder::load_plan(THIDUA_SOURCE_DIR "/examples/nguyen-binh");
  REQUIRE(plan);
  const auto rules = change::rules_of(**plan);
  const auto files = files_of(change::with_identity(
      rules, *folder::load_new(rules), Basis::same_document, {}));
  for (const FileChange& file : files) {
    CHECK(file.bytes == bytes_at(rules, file.path));
  }
}

TEST_CASE("a copy has nothing of the old document") {
  const auto plan =
      folder::load_plan(THIDUA_SOURCE_DIR "/examples/nguyen-binh");
  REQUIRE(plan);
  const std::string before = bytes_at(change::rules_of(**plan), "plan.yaml");
  SUBCASE("of the same office") {
    const auto files = files_of(copy(**plan, {}));
    const auto copied = folder::load_new(files);
    CHECK(errors_in(*copied) == 0);
    CHECK(copied->sheet.readings.empty());
    CHECK(copied->sheet.issuer.printed.empty());
    REQUIRE(copied->sheet.issuer.province);
    CHECK(copied->sheet.issuer.province->value == "Cao Bằng");
    CHECK(copied->sheet.document.signature->name.state ==
          Fact<std::string>::State::blank);
    CHECK(new_lines(before, bytes_at(files, "plan.yaml")).size() == 3);
  }
  SUBCASE("of another office, for other years") {
    Identity given = identity();
    given.issuer = "Sở Xây dựng";
    given.period = "2026..2030";
    const auto files = files_of(copy(**plan, given));
    const auto copied = folder::load_new(files);
    const PlanSheet& sheet = copied->sheet;
    CHECK(errors_in(*copied) == 0);
    CHECK(sheet.title == given.title);
    CHECK(sheet.movement == "vi-nguoi-ngheo-2021-2025");
    CHECK(sheet.issuer.level == "sở");
    CHECK_FALSE(sheet.issuer.province);
    CHECK_FALSE(sheet.document.place);
    CHECK_FALSE(sheet.document.signature);
    CHECK(copied->occasion("preliminary")->first.year == 2028);
    CHECK(copied->occasion("annual")->first.year == 2027);
    REQUIRE(copied->score_tables.size() == 2);
    CHECK(copied->score_tables.at(0).periods.size() == 2);
    CHECK(sheet.parents.at(0).number.value == "2451/KH-UBND");
  }
}
