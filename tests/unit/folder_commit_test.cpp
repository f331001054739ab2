// All of the changes or none, whatever stands in the way.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <set>

#include "file_bytes.hpp"
#include "folder/commit.hpp"
#include "folder/journal.hpp"
#include "plan_folder.hpp"

using namespace thidua;
using test::bytes_of;
using test::PlanFolder;
namespace fs = std::filesystem;

namespace {

// Path -> bytes of everything in a folder; folders end with `/`.
std::map<std::string, std::string> everything(const PlanFolder& plan) {
  std::map<std::string, std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(plan.path())) {
    const std::string path = fs::relative(entry.path(), plan.path()).string();
    if (entry.is_directory()) {
      found[path + "/"] = "";
    } else if (entry.is_regular_file()) {
      found[path] = bytes_of(entry.path());
    }
  }
  return found;
}

std::optional<Failure> commit(const PlanFolder& plan,
                              const std::vector<FileChange>& changes) {
  const auto lock =
      folder::lock_folder(plan.path().string(), folder::LockKind::exclusive);
  REQUIRE(lock);
  return folder::commit(*lock, changes);
}

std::map<std::string, std::string> pending(const PlanFolder& plan) {
  const Descriptor root(open(plan.path().c_str(), O_RDONLY | O_DIRECTORY));
  auto pending = folder::pending_changes(root.number());
  REQUIRE(pending);
  return *pending;
}

bool cannot_tell_pending(const PlanFolder& plan) {
  const Descriptor root(open(plan.path().c_str(), O_RDONLY | O_DIRECTORY));
  const auto pending = folder::pending_changes(root.number());
  return !pending && pending.error().status == ExitStatus::io;
}

}  // namespace

TEST_CASE("a commit writes new files, replaces old ones, leaves nothing else") {
  const PlanFolder plan({{"plan.yaml", "a: 1\n"}, {"units/x.yaml", "old"}});
  REQUIRE_FALSE(commit(plan, {{"units/x.yaml", "new"},
                              {"figures/2023/x/y.yaml", "figures"},
                              {"thidua.toml", ""}}));
  CHECK(everything(plan) == std::map<std::string, std::string>{
                                {"plan.yaml", "a: 1\n"},
                                {"thidua.toml", ""},
                                {"units/", ""},
                                {"units/x.yaml", "new"},
                                {"figures/", ""},
                                {"figures/2023/", ""},
                                {"figures/2023/x/", ""},
                                {"figures/2023/x/y.yaml", "figures"}});
}

TEST_CASE("a replaced file keeps its mode") {
  const PlanFolder plan({{"plan.yaml", ""}, {"units/x.yaml", "old"}});
  const fs::path file = plan.path() / "units/x.yaml";
  REQUIRE(chmod(file.c_str(), 0640) == 0);
  REQUIRE_FALSE(commit(plan, {{"units/x.yaml", "new"}}));
  struct stat status {};
  REQUIRE(stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0640U);
}

TEST_CASE("a commit that is refused changes nothing") {
  const PlanFolder plan({{"units/x.yaml", "old"}, {"away/y.yaml", "y"}});
  fs::create_symlink(plan.path() / "away", plan.path() / "figures");
  fs::create_symlink("x.yaml", plan.path() / "units/link.yaml");
  fs::create_directories(plan.path() / "units/folder.yaml");
  const auto before = everything(plan);
  const std::vector<std::string> paths{
      "figures/2023/x.yaml",  // a link on the way
      "units/link.yaml",      // a link at its end
      "units/folder.yaml",    // a folder in its place
      "units/x.yaml/y.yaml",  // a file on the way
      "units/../../y.yaml",   // out of the folder
      "README.md",            // no record
  };
  for (const std::string& path : paths) {
    CAPTURE(path);
    const auto failure = commit(plan, {{"units/x.yaml", "new"},
                                       {"scores/2023/x.yaml", "new"},
                                       {path, "new"}});
    REQUIRE(failure);
    CHECK(failure->status == ExitStatus::io);
    CHECK(everything(plan) == before);
  }
}

TEST_CASE("an interrupted commit is seen as done and finished by the next") {
  // As after renaming the first of three files.
  const PlanFolder plan({{"plan.yaml", "a: 1\n"},
                         {"units/x.yaml", "new x"},
                         {"units/y.yaml", "old y"},
                         {".thidua/1", "new y"},
                         {".thidua/2", "new z"},
                         {".thidua/journal",
                          "0 units/x.yaml\n1 units/y.yaml\n"
                          "2 units/below/z.yaml\nend\n"}});
  CHECK(pending(plan) ==
        std::map<std::string, std::string>{{"units/y.yaml", "new y"},
                                           {"units/below/z.yaml", "new z"}});
  REQUIRE_FALSE(commit(plan, {{"units/x.yaml", "newer x"}}));
  CHECK(everything(plan) ==
        std::map<std::string, std::string>{{"plan.yaml", "a: 1\n"},
                                           {"units/", ""},
                                           {"units/x.yaml", "newer x"},
                                           {"units/y.yaml", "new y"},
                                           {"units/below/", ""},
                                           {"units/below/z.yaml", "new z"}});
}

TEST_CASE("readers see an interrupted commit whole") {
  PlanFolder plan(test::small_plan());
  plan.write(".thidua/0", "name: Xã Mới\nkind: commune\n");
  plan.write(".thidua/journal", "0 units/xa-moi.yaml\nend\n");
  const auto loaded = plan.load();
  REQUIRE(loaded->unit("xa-moi") != nullptr);
  CHECK(loaded->unit("xa-moi")->name.value == "Xã Mới");
}

TEST_CASE("bytes that never came to a journal are swept away") {
  const PlanFolder plan({{"units/x.yaml", "old"},
                         {".thidua/0", "half"},
                         {".thidua/1", "writt"},
                         {".thidua/2", "0 units/x.yaml\nen"}});
  CHECK(pending(plan).empty());
  REQUIRE_FALSE(commit(plan, {{"units/x.yaml", "new"}}));
  CHECK(everything(plan) == std::map<std::string, std::string>{
                                {"units/", ""}, {"units/x.yaml", "new"}});
}

TEST_CASE("what an interrupted sweeping left is swept away, whatever number") {
  const PlanFolder plan(
      {{"units/x.yaml", "old"}, {".thidua/1", "y"}, {".thidua/12", "z"}});
  REQUIRE_FALSE(commit(plan, {{"units/x.yaml", "new"},
                              {"units/y.yaml", "new"},
                              {"units/z.yaml", "new"}}));
  CHECK(everything(plan) ==
        std::map<std::string, std::string>{{"units/", ""},
                                           {"units/x.yaml", "new"},
                                           {"units/y.yaml", "new"},
                                           {"units/z.yaml", "new"}});
}

TEST_CASE("what cannot be read of an interrupted commit is not passed over") {
  // A folder stands in for a file whose reading fails.
  for (const char* unreadable : {".thidua/journal/", ".thidua/1/"}) {
    CAPTURE(unreadable);
    PlanFolder plan(test::small_plan());
    plan.write(".thidua/0", "name: Xã A Mới\nkind: commune\n");
    fs::create_directories(plan.path() / unreadable);
    if (std::string_view(unreadable) == ".thidua/1/") {
      plan.write(".thidua/journal", "0 units/a.yaml\n1 units/b.yaml\nend\n");
    } else {
      const auto before = everything(plan);
      const auto failure = commit(plan, {{"units/c.yaml", "new"}});
      REQUIRE(failure);
      CHECK(failure->status == ExitStatus::io);
      CHECK(everything(plan) == before);
    }
    CHECK(cannot_tell_pending(plan));
    CHECK_FALSE(folder::load_plan(plan.path().string()));
  }
}

TEST_CASE("an interrupted commit that cannot be finished is no new change") {
  const PlanFolder plan({{"units/x.yaml/y.yaml", "a folder in the way"},
                         {".thidua/0", "new"},
                         {".thidua/journal", "0 units/x.yaml\nend\n"}});
  const auto before = everything(plan);
  const auto failure = commit(plan, {{"units/z.yaml", "new"}});
  REQUIRE(failure);
  CHECK(failure->status == ExitStatus::io);
  CHECK(say(failure->what, Language::en).find("an earlier change") !=
        std::string::npos);
  CHECK(everything(plan) == before);
}

TEST_CASE("a plan sheet that is still in the journal makes a plan folder") {
  auto files = test::small_plan();
  const std::string sheet = files.at("plan.yaml");
  files.erase("plan.yaml");
  PlanFolder plan(files);
  CHECK_FALSE(folder::has_plan_sheet(plan.path().string()));
  plan.write(".thidua/0", sheet);
  CHECK_FALSE(folder::has_plan_sheet(plan.path().string()));
  plan.write(".thidua/journal", "0 plan.yaml\nend\n");
  CHECK(folder::has_plan_sheet(plan.path().string()));
  CHECK(plan.load()->has_sheet);
  fs::create_directories(plan.path() / ".thidua/1");  // cannot be read
  plan.write(".thidua/journal", "0 units/a.yaml\n1 plan.yaml\nend\n");
  CHECK(folder::has_plan_sheet(plan.path().string()));
  CHECK_FALSE(folder::load_plan(plan.path().string()));
}

TEST_CASE("a journal names records and nothing else") {
  using Files = std::vector<std::string>;
  const auto paths = [](std::string_view journal) -> std::optional<Files> {
    const auto read = folder::read_journal(journal);
    if (!read) {
      return std::nullopt;
    }
    Files found;
    for (const folder::StagedFile& file : *read) {
      found.push_back(file.path);
    }
    return found;
  };
  CHECK(paths(folder::to_journal({{0, "units/a b.yaml"}, {7, "plan.yaml"}})) ==
        Files{"units/a b.yaml", "plan.yaml"});
  CHECK(paths("end\n") == Files{});
  for (const char* bad :
       {"", "end", "0 units/x.yaml\n", "0 units/x.yaml\nend\nmore\n",
        "x units/x.yaml\nend\n", "0\nend\n", "0 \nend\n",
        "0 /etc/units/x.yaml\nend\n", "0 ../units/x.yaml\nend\n",
        "0 units/../../x.yaml\nend\n", "0 units//x.yaml\nend\n",
        "0 .git/config\nend\n", "0 .thidua/journal\nend\n",
        "0 evidence/x.pdf\nend\n", "-1 units/x.yaml\nend\n"}) {
    CAPTURE(bad);
    CHECK_FALSE(paths(bad));
  }
}

TEST_CASE("a lock that others hold is waited for, and its holder named") {
  using namespace std::chrono_literals;
  const PlanFolder plan(test::small_plan());
  const std::string root = plan.path().string();
  {
    const auto reader = folder::lock_folder(root, folder::LockKind::shared);
    REQUIRE(reader);
    CHECK(folder::lock_folder(root, folder::LockKind::shared, 0ms));
    const auto writer =
        folder::lock_folder(root, folder::LockKind::exclusive, 20ms);
    REQUIRE_FALSE(writer);
    CHECK(writer.error().status == ExitStatus::locked);
    const std::string words = say(writer.error().what, Language::en);
    CHECK(words.find(std::to_string(getpid())) != std::string::npos);
  }
  CHECK(folder::lock_folder(root, folder::LockKind::exclusive, 0ms));
}

TEST_CASE("a part of a folder holds the rules and what is known of a unit") {
  PlanFolder plan(test::small_plan());
  for (const char* unit : {"a", "a/b", "c"}) {
    plan.write(fmt::format("units/{}.yaml", unit), "name: X\nkind: commune\n");
    for (const char* year : {"2022", "2023"}) {
      plan.write(fmt::format("results/{}/{}.yaml", year, unit),
                 fmt::format("unit: {}\nyear: {}\n", unit, year));
    }
  }
  const auto part =
      folder::load_part(plan.path().string(), {"a/b"},
                        {{"results/2024/a/b.yaml", "unit: a/b\nyear: 2024\n"}});
  REQUIRE(part);
  std::set<std::string> paths;
  for (const Source& source : (*part)->sources) {
    paths.insert(source.path);
  }
  std::set<std::string> expected{
      "units/a.yaml", "units/a/b.yaml", "results/2022/a/b.yaml",
      "results/2023/a/b.yaml", "results/2024/a/b.yaml"};
  for (const auto& [path, text] : test::small_plan()) {
    if (path.find("units/") != 0 && path.find("figures/") != 0 &&
        path.find("scores/") != 0 && path.find("filings/") != 0 &&
        path.find("results/") != 0 && path.find("proposals/") != 0) {
      expected.insert(path);
    }
  }
  CHECK(paths == expected);
  CHECK((*part)->results_of("a/b", 2024) != nullptr);
}
