// Letters on their way: into a folder, through a command, and whatever stands
// in the way.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

#include "base/descriptor.hpp"
#include "file_bytes.hpp"
#include "plan_folder.hpp"
#include "post/delivery.hpp"
#include "post/heartbeat.hpp"
#include "values.hpp"

using namespace thidua;
using test::bytes_of;
using test::day;
using test::PlanFolder;
namespace fs = std::filesystem;

namespace {

std::size_t files_in(const PlanFolder& folder) {
  return static_cast<std::size_t>(std::distance(
      fs::directory_iterator(folder.path()), fs::directory_iterator()));
}

std::string words(const std::optional<Failure>& failure) {
  REQUIRE(failure);
  CHECK(failure->status == ExitStatus::io);
  CHECK_FALSE(failure->hint.empty());
  return say(failure->what, Language::en);
}

// What comes out on standard error meanwhile.
template <class F>
std::string standard_error_of(const PlanFolder& folder, F run) {
  const fs::path path = folder.path() / "stderr";
  const Descriptor kept(dup(STDERR_FILENO));
  {
    const Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT, 0600));
    dup2(file.number(), STDERR_FILENO);
  }
  run();
  dup2(kept.number(), STDERR_FILENO);
  return bytes_of(path);
}

Date some_day() { return day("2024-02-29"); }

}  // namespace

TEST_CASE("a letter is put into a folder whole, and once") {
  const PlanFolder folder({});
  const std::string place = folder.path().string();
  const fs::path file = folder.path() / "han-1.eml";
  CHECK_FALSE(post::put_into_folder(place, "han-1", "A\r\n"));
  CHECK(bytes_of(file) == "A\r\n");
  CHECK_FALSE(post::put_into_folder(place, "han-1", "A\r\n"));
  CHECK(files_in(folder) == 1);
  // Another one, longer or shorter, does not take its place.
  for (const char* other : {"B\r\n", "A\r\nB", "A", ""}) {
    CHECK(words(post::put_into_folder(place, "han-1", other)) ==
          "another letter stands in `" + file.string() + "`");
    CHECK(bytes_of(file) == "A\r\n");
  }
  CHECK(files_in(folder) == 1);
}

TEST_CASE("a letter that cannot be put into the folder leaves nothing there") {
  const PlanFolder folder({{"file", ""}, {"x.eml/y", ""}});
  const std::string place = folder.path().string();
  CHECK(words(post::put_into_folder(place + "/none", "a", "A")) ==
        "cannot write `" + place + "/none/a.eml`: no such file or directory");
  CHECK(words(post::put_into_folder(place + "/file", "a", "A")) ==
        "cannot write `" + place + "/file/a.eml`: not a directory");
  CHECK(words(post::put_into_folder(place, "x", "A")) ==
        "cannot write `" + place + "/x.eml`: is a directory");
  CHECK(words(post::put_into_folder(place, std::string(300, 'a'), "A"))
            .ends_with("file name too long"));
  CHECK(files_in(folder) == 2);
  for (const std::string& stem : {std::string(), std::string("../a"),
                                  std::string(".a"), std::string("a\0b", 3)}) {
    CHECK_THROWS_AS(static_cast<void>(post::put_into_folder(place, stem, "A")),
                    std::invalid_argument);
  }
}

TEST_CASE("a command takes the letter from its input") {
  const PlanFolder folder({});
  const std::string out = (folder.path() / "out").string();
  const std::string letter = std::string(1U << 20U, 'x') + "\nXã\n";
  CHECK_FALSE(post::give_to_command("cat > '" + out + "'", letter));
  CHECK(bytes_of(out) == letter);
  CHECK_FALSE(post::give_to_command("cat /dev/stdin > '" + out + "'", "A"));
  CHECK(bytes_of(out) == "A");
}

TEST_CASE("a command need not read the letter, however long it is") {
  const std::string letter(1U << 22U, 'x');
  CHECK_FALSE(post::give_to_command("true", letter));
  CHECK_FALSE(post::give_to_command("exec <&-; sleep 0.1", letter));
  CHECK_FALSE(post::give_to_command("head -c 1 > /dev/null", letter));
}

TEST_CASE("what a command prints comes out on standard error") {
  const PlanFolder folder({});
  CHECK(standard_error_of(folder, [] {
          CHECK_FALSE(post::give_to_command("echo a; echo b >&2", ""));
        }) == "a\nb\n");
}

TEST_CASE("a command that fails is named with its end") {
  CHECK(words(post::give_to_command("exit 75", "A")) ==
        "the command `exit 75` ended with status 75 and has not taken the "
        "letter");
  CHECK(words(post::give_to_command("kill -9 $$", "A")) ==
        "the command `kill -9 $$` was ended by signal 9 and has not taken the "
        "letter");
  const PlanFolder folder({});
  standard_error_of(folder, [] {
    const auto failure = post::give_to_command("no-such-program-here", "A");
    CHECK(words(failure).find("status 127") != std::string::npos);
    CHECK(say(failure->hint, Language::en) ==
          "check that the program is installed and spelt right");
  });
}

TEST_CASE("a command whose end the system does not tell is a failure") {
  // So that nobody waits for children.
  const auto before = std::signal(SIGCHLD, SIG_IGN);
  const auto failure = post::give_to_command("true", "A");
  static_cast<void>(std::signal(SIGCHLD, before));
  CHECK(words(failure).starts_with("how the command `true` ended cannot"));
}

TEST_CASE("a command has none of our files open") {
  const PlanFolder folder({});
  folder.write("kept", "");
  const std::string kept = (folder.path() / "kept").string();
  const Descriptor file(open(kept.c_str(), O_RDONLY | O_CLOEXEC));
  REQUIRE(file.is_open());
  const std::string number = std::to_string(file.number());
  CHECK_FALSE(post::give_to_command("! test -e /dev/fd/" + number, "A"));
}

TEST_CASE("a heartbeat is one day and takes the place of the last") {
  const PlanFolder folder({});
  folder.write("full/x", "nobody's");
  const std::string path = (folder.path() / "heartbeat").string();
  CHECK_FALSE(post::write_heartbeat(path, parse_date("2023-12-31").value()));
  CHECK_FALSE(post::write_heartbeat(path, some_day()));
  CHECK(bytes_of(path) == "2024-02-29\n");
  CHECK(files_in(folder) == 2);
  folder.write("empty", "");
  CHECK_FALSE(
      post::write_heartbeat((folder.path() / "empty").string(), some_day()));
  // Whatever else is there stays.
  for (const char* other : {"heartbeat/x", "full", "full/x"}) {
    const std::string there = (folder.path() / other).string();
    CHECK(words(post::write_heartbeat(there, some_day())) ==
          "`" + there + "` is no heartbeat file; it was left as it is");
  }
  CHECK(bytes_of((folder.path() / "full/x").string()) == "nobody's");
  CHECK(words(post::write_heartbeat((folder.path() / "no/x").string(),
                                    some_day()))
            .ends_with("no such file or directory"));
  CHECK(files_in(folder) == 3);
}
