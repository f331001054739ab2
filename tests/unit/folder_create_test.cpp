// A new folder is there with all of its files, or it is not there.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <set>
#include <thread>

#include "folder/create.hpp"
#include "folder/lock.hpp"
#include "plan_folder.hpp"

using namespace thidua;
using test::PlanFolder;
namespace fs = std::filesystem;

namespace {

const std::vector<FileChange> files{{"plan.yaml", "a: 1\n"},
                                    {"criteria/x.yaml", "x"},
                                    {".gitignore", "out/\n"}};

// Everything below a folder.
std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    names.insert(fs::relative(entry.path(), folder).string());
  }
  return names;
}

const std::set<std::string> whole{".gitignore", "criteria", "criteria/x.yaml",
                                  "plan.yaml"};

ExitStatus status_of(const std::optional<Failure>& failure) {
  return failure ? failure->status : ExitStatus::ok;
}

std::optional<Failure> create(const fs::path& path) {
  return folder::create_folder(path.string(), files);
}

}  // namespace

TEST_CASE("a folder is made whole, with nothing beside it") {
  const PlanFolder home({});
  const fs::path path = home.path() / "mới";
  REQUIRE_FALSE(create(path / ""));  // a slash at the end
  CHECK(names_in(path) == whole);
  CHECK(std::distance(fs::directory_iterator(home.path()),
                      fs::directory_iterator()) == 1);
}

TEST_CASE("an empty folder stays the same folder") {
  const PlanFolder home({});
  for (const char* inside : {"", ".git/config", ".thidua/0"}) {
    CAPTURE(inside);
    const fs::path path = home.path() / "folder";
    fs::create_directory(path);
    if (*inside != '\0') {
      home.write((path.filename() / inside).string(), "");
    }
    struct stat before {};
    struct stat after {};
    REQUIRE(stat(path.c_str(), &before) == 0);
    REQUIRE_FALSE(create(path));
    REQUIRE(stat(path.c_str(), &after) == 0);
    CHECK(before.st_ino == after.st_ino);
    auto names = names_in(path);
    names.erase(".git");
    names.erase(".git/config");
    CHECK(names == whole);
    fs::remove_all(path);
  }
}

TEST_CASE("what is refused leaves everything as it was") {
  const PlanFolder home({{"full/README", ""},
                         {"file", ""},
                         {"plan/plan.yaml", ""},
                         {"plan/units/a.yaml", ""}});
  fs::create_symlink("nowhere", home.path() / "broken");
  const auto before = names_in(home.path());
  const std::vector<std::pair<const char*, ExitStatus>> rows{
      {"full", ExitStatus::refused},         {"file", ExitStatus::refused},
      {"plan", ExitStatus::refused},         {"plan/new", ExitStatus::refused},
      {"plan/units/x", ExitStatus::refused}, {"no/new", ExitStatus::io},
      {"file/new", ExitStatus::io},          {"broken", ExitStatus::refused}};
  for (const auto& [name, status] : rows) {
    CAPTURE(name);
    CHECK(status_of(create(home.path() / name)) == status);
    CHECK(names_in(home.path()) == before);
  }
}

TEST_CASE("a file that cannot be written leaves no folder") {
  const PlanFolder home({});
  const std::vector<FileChange> bad{{"plan.yaml", "a: 1\n"}, {"x/../y", ""}};
  const auto failure =
      folder::create_folder((home.path() / "new").string(), bad);
  REQUIRE(status_of(failure) == ExitStatus::io);
  CHECK(say(failure->what, Language::en) ==
        "cannot write `" + (home.path() / "new/x/../y").string() +
            "`: Invalid argument; no folder was made");
  CHECK(names_in(home.path()).empty());
  fs::create_directory(home.path() / "empty");
  CHECK(status_of(folder::create_folder((home.path() / "empty").string(),
                                        bad)) == ExitStatus::io);
  CHECK(names_in(home.path()) == std::set<std::string>{"empty"});
}

TEST_CASE("what a killed run left is taken over, what a run holds is not") {
  const PlanFolder home({{".new.thidua-new/plan.yaml", "old"},
                         {".new.thidua-new/criteria/old.yaml", "old"},
                         {".new.thidua-new/.thidua/0", "old"}});
  const fs::path path = home.path() / "new";
  {
    const auto held =
        folder::lock_folder((home.path() / ".new.thidua-new").string(),
                            folder::LockKind::exclusive);
    REQUIRE(held);
    CHECK(status_of(create(path)) == ExitStatus::locked);
  }
  CHECK(fs::exists(home.path() / ".new.thidua-new/criteria/old.yaml"));
  REQUIRE_FALSE(create(path));
  CHECK(names_in(path) == whole);
  CHECK_FALSE(fs::exists(home.path() / ".new.thidua-new"));
}

TEST_CASE("a run that comes too late leaves the folder of the other") {
  const PlanFolder home({});
  home.write(".new.thidua-new/plan.yaml", "first");
  const fs::path path = home.path() / "new";
  const fs::path draft = home.path() / ".new.thidua-new";
  std::optional<Failure> failure;
  std::thread late;
  {
    const auto held =
        folder::lock_folder(draft.string(), folder::LockKind::exclusive);
    REQUIRE(held);
    late = std::thread([&] { failure = create(path); });
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    fs::rename(draft, path);
  }
  late.join();
  CHECK(status_of(failure) == ExitStatus::refused);
  CHECK(names_in(home.path()) == std::set<std::string>{"new", "new/plan.yaml"});
}

TEST_CASE("where no draft can be made nothing is") {
  const PlanFolder home({});
  home.write(".new.thidua-new", "");
  const auto before = names_in(home.path());
  const auto failure = create(home.path() / "new");
  CHECK(status_of(failure) == ExitStatus::io);
  CHECK(names_in(home.path()) == before);
}
