// Folders below a plan: which are found, and what is made of their summaries.
#include <doctest/doctest.h>

#include "folder/children.hpp"
#include "plan_folder.hpp"
#include "rules/roll_up.hpp"
#include "values.hpp"

namespace {

using namespace thidua;
using test::day;
using test::figures;
using test::PlanFolder;
using test::small_plan;
namespace fs = std::filesystem;
using FolderState = ChildFolder::State;

struct Found {
  std::string path;
  std::string name;
  FolderState state;
  friend bool operator==(const Found&, const Found&) = default;
};

std::vector<Found> find(const fs::path& root,
                        const std::vector<std::string>& ways) {
  PlanSheet sheet;
  ChildGroup& group = sheet.children.emplace_back();
  for (const std::string& way : ways) {
    group.folders.push_back({way, {}});
  }
  std::vector<Found> found;
  for (const ChildFolder& folder : folder::child_folders(root, sheet)) {
    found.push_back({folder.path, folder.name, folder.state});
  }
  return found;
}

// A plan of communes that gathers two folders.
std::map<std::string, std::string> gathering_plan(const std::string& measure) {
  auto files = small_plan();
  std::string& sheet = files["plan.yaml"];
  const std::string own = "    sum_over: commune\n";
  sheet.replace(sheet.find(own), own.size(),
                "    sum_over: {children: commune}\n");
  const std::size_t at = sheet.find("    measure: ");
  sheet.replace(at, sheet.find('\n', at) - at, "    measure: " + measure);
  sheet += "children: [{folders: [a, b], kind: commune}]\n";
  files["units/b.yaml"] = "name: Xã B\nkind: commune\n";
  return files;
}

// What an office sends that has no folder here.
ChildSummary summary(int poor, int households, const std::string& standard) {
  ChildSummary summary;
  Unit& unit = summary.units.emplace_back();
  unit.id = "xom";
  ChildFigures& figures = summary.figures.emplace_back();
  figures.file = "so-lieu.csv";
  figures.record.period.value = Period::year(2023);
  FigureEntry& entry = figures.record.entries.emplace_back();
  entry.as_of = day("2023-12-14");
  entry.status = FigureStatus::official;
  entry.poverty_standard = standard;
  entry.values = {{{"households", {}}, {Exact{households}, {}}},
                  {{"poor", {}}, {Exact{poor}, {}}}};
  figures.lines = {{7, 8}};
  return summary;
}

RollUp roll_up_of(const Plan& plan, std::vector<ChildSummary> summaries) {
  std::vector<GatheredChild> children(plan.children.size());
  for (std::size_t i = 0; i < summaries.size(); ++i) {
    children[i].summary = std::move(summaries[i]);
  }
  return roll_up(plan, {Period::year(2023)}, 2023, std::move(children),
                 day("2024-03-01"));
}

const std::string rate_below_30 =
    "{indicator: poor_rate, unit: percent, op: \"<\", threshold: 30}";

}  // namespace

TEST_CASE("folders below are found by paths and patterns") {
  const PlanFolder place({{"tinh/plan.yaml", ""},
                          {"huyen/a/plan.yaml", ""},
                          {"huyen/b/x", ""},
                          {"huyen/.an/x", ""},
                          {"huyen/tep", ""},
                          {"vung/1/a/ubnd/x", ""},
                          {"vung/2/c/ubnd/x", ""}});
  fs::create_directory_symlink("a", place.path() / "huyen/c");
  fs::create_directory_symlink("vong", place.path() / "huyen/vong");
  fs::create_directory_symlink("../tinh", place.path() / "huyen/len");
  const fs::path root = place.path() / "tinh";
  struct Row {
    std::vector<std::string> ways;
    std::vector<Found> found;
  };
  const Row rows[] = {
      {{"../huyen/a"}, {{"../huyen/a", "a", FolderState::there}}},
      {{"../huyen/a/"}, {{"../huyen/a", "a", FolderState::there}}},
      {{"../huyen/*"},
       {{"../huyen/a", "a", FolderState::there},
        {"../huyen/b", "b", FolderState::there},
        {"../huyen/c", "c", FolderState::again}}},
      {{"../huyen/[b-z]", "../huyen/?"},
       {{"../huyen/b", "b", FolderState::there},
        {"../huyen/c", "c", FolderState::there},
        {"../huyen/a", "a", FolderState::again},
        {"../huyen/b", "b", FolderState::again},
        {"../huyen/c", "c", FolderState::again}}},
      {{"../vung/*/*/ubnd"},
       {{"../vung/1/a/ubnd", "a", FolderState::there},
        {"../vung/2/c/ubnd", "c", FolderState::there}}},
      {{"../huyen/x*"},
       {{"../huyen/x*", "../huyen/x*", FolderState::no_match}}},
      {{"../huyen/tep"}, {{"../huyen/tep", "tep", FolderState::missing}}},
      {{"../huyen/khong"}, {{"../huyen/khong", "khong", FolderState::missing}}},
      {{"../tinh"}, {{"../tinh", "tinh", FolderState::own}}},
      {{"../t*"}, {{"../t*", "../t*", FolderState::no_match}}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.ways.front());
    CHECK(find(root, row.ways) == row.found);
  }
}

TEST_CASE("summaries are all that a roll-up needs") {
  const PlanFolder folder(gathering_plan(rate_below_30));
  fs::create_directory(folder.path() / "a");
  fs::create_directory(folder.path() / "b");
  const auto plan = folder.load();
  REQUIRE(plan->children.size() == 2);
  const RollUp all = roll_up_of(
      *plan, {summary(30, 100, "2022-2025"), summary(10, 300, "2022-2025")});
  const ChildrenOfKind& below = all.kinds.at(0);
  CHECK(below.added_up() == 2);
  CHECK(below.missing() == 0);
  const ChildSumLine& rate = below.lines.back();
  REQUIRE(rate.indicator != nullptr);
  CHECK(rate.sums.back().value == Exact{10});  // not the mean of 30 and 3.33
  const ChildLeaf& leaf = below.lines.at(1).sums.back().shares.at(1).leaves[0];
  CHECK(leaf.record->file == "so-lieu.csv");
  CHECK(leaf.line == 8);
  CHECK(*leaf.value == Exact{10});
  CHECK(all.targets.at(0).measurement.verdict == Verdict::met);
}

TEST_CASE("a target is not judged over figures that are not all there") {
  const PlanFolder folder(gathering_plan(rate_below_30));
  fs::create_directory(folder.path() / "a");
  fs::create_directory(folder.path() / "b");
  const auto plan = folder.load();
  ChildSummary nothing;
  nothing.no_figures = msg("it has no figures");
  ChildSummary no_unit_counted = summary(1, 2, "2022-2025");
  no_unit_counted.figures.clear();
  const std::vector<ChildSummary> seconds[] = {
      {},                              // the folder could not be read
      {nothing},                       // it has nothing to add up
      {no_unit_counted},               // nobody has counted
      {summary(10, 300, "2016-2020")}  // by another standard
  };
  for (const std::vector<ChildSummary>& second : seconds) {
    std::vector<ChildSummary> both{summary(30, 100, "2022-2025")};
    both.insert(both.end(), second.begin(), second.end());
    const RollUp all = roll_up_of(*plan, std::move(both));
    const Measurement& judged = all.targets.at(0).measurement;
    CHECK(judged.verdict == Verdict::cannot_judge);
    CHECK(!judged.value);
    CHECK(!judged.reason.empty());
  }
}

TEST_CASE("counts by two poverty standards are two sums") {
  const PlanFolder folder(gathering_plan(rate_below_30));
  fs::create_directory(folder.path() / "a");
  fs::create_directory(folder.path() / "b");
  const auto plan = folder.load();
  const RollUp all = roll_up_of(
      *plan, {summary(30, 100, "2022-2025"), summary(10, 300, "2016-2020")});
  std::vector<std::pair<std::string, Exact>> poor;
  for (const ChildSumLine& line : all.kinds.at(0).lines) {
    if (line.name() == "hộ nghèo") {
      poor.emplace_back(line.standard, *line.sums.back().value);
    }
  }
  CHECK(poor == std::vector<std::pair<std::string, Exact>>{
                    {"2016-2020", Exact{10}}, {"2022-2025", Exact{30}}});
}

TEST_CASE("a child says whose figures are added up, or that it is not clear") {
  auto files = small_plan();
  std::string& sheet = files["plan.yaml"];
  const std::string targets = "    sum_over: commune\n";
  sheet.erase(sheet.find(targets), targets.size());
  const std::string kinds = "kinds:\n";
  sheet.insert(sheet.find(kinds) + kinds.size(),
               "  hamlet: {name: Xóm, class: collective, source: IV.1}\n");
  files["units/a/x.yaml"] = "name: Xóm X\nkind: hamlet\n";
  files["figures/2023/a.yaml"] = figures("a", "2023", 40, 100);
  const ChildQuestion question{day("2024-03-01"), 2023, {}};
  const PlanFolder one(files);
  CHECK(summarize(*one.load(), question)->figures.size() == 1);
  files["figures/2023/a/x.yaml"] = figures("a/x", "2023", 4, 10);
  const PlanFolder several(files);
  const auto unclear = summarize(*several.load(), question);
  CHECK(unclear->figures.empty());
  CHECK(!unclear->no_figures.empty());
  const auto asked =
      summarize(*several.load(), {question.today, 2023, "hamlet"});
  REQUIRE(asked->figures.size() == 1);
  CHECK(asked->figures[0].file == "figures/2023/a/x.yaml");
  CHECK(asked->figures[0].lines ==
        std::vector<std::vector<std::size_t>>{{4, 4}});
  CHECK(!summarize(*several.load(), {question.today, 2023, "ward"})
             ->no_figures.empty());
}
