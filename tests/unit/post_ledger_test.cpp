// The memory of what was sent: what a kill, a power cut, a full disk and a
// second run leave of it.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

#include "file_bytes.hpp"
#include "plan_folder.hpp"
#include "post/ledger.hpp"
#include "values.hpp"

using namespace thidua;
using post::Ledger;
using post::LedgerEntry;
using test::day;
using test::PlanFolder;
namespace fs = std::filesystem;

namespace {

constexpr const char* first_line =
    "{\"format\":\"thidua letters\",\"version\":1}\n";

class Books {
 public:
  Books() : folder_({}) {}

  [[nodiscard]] std::string path() const {
    return (folder_.path() / "sent").string();
  }
  [[nodiscard]] bool is_there() const { return fs::exists(path()); }
  [[nodiscard]] std::string bytes() const { return test::bytes_of(path()); }
  void write(const std::string& bytes) const { folder_.write("sent", bytes); }
  [[nodiscard]] Ledger open() const {
    auto ledger = Ledger::open(path());
    REQUIRE(ledger);
    return std::move(*ledger);
  }
  [[nodiscard]] Failure refused() const {
    const auto opened = Ledger::open(path());
    const auto read = Ledger::read(path());
    REQUIRE_FALSE(opened);
    REQUIRE_FALSE(read);
    CHECK(opened.error().what == read.error().what);
    return opened.error();
  }

 private:
  PlanFolder folder_;
};

LedgerEntry entry(const std::string& key, int step = 1) {
  return {key, "a@b.vn", step, day("2024-02-29")};
}

std::string line(const std::string& event, const std::string& key) {
  return R"({"event":")" + event + R"(","key":")" + key +
         R"(","recipient":"a@b.vn","step":1,"day":"2024-02-29"})" + "\n";
}

// A file may not grow beyond so many bytes meanwhile, as on a full disk.
class FullDisk {
 public:
  explicit FullDisk(std::size_t bytes)
      : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before_) == 0);
    const rlimit limit{bytes, before_.rlim_max};
    REQUIRE(setrlimit(RLIMIT_FSIZE, &limit) == 0);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    static_cast<void>(std::signal(SIGXFSZ, signal_));
  }

 private:
  rlimit before_{};
  void (*signal_)(int);
};

}  // namespace

TEST_CASE("a ledger remembers from run to run what was begun and done") {
  const Books books;
  {
    Ledger ledger = books.open();
    CHECK_FALSE(books.is_there());
    CHECK_FALSE(ledger.was_sent("hạn/x", "a@b.vn", 1));
    REQUIRE_FALSE(ledger.begin({entry("hạn/x"), entry("y")}));
    CHECK(ledger.in_flight() ==
          std::vector<LedgerEntry>{entry("hạn/x"), entry("y")});
    CHECK_FALSE(ledger.was_sent("hạn/x", "a@b.vn", 1));
    REQUIRE_FALSE(ledger.done({entry("hạn/x")}));
    CHECK(ledger.was_sent("hạn/x", "a@b.vn", 1));
  }
  CHECK(books.bytes() == first_line + line("sending", "hạn/x") +
                             line("sending", "y") + line("sent", "hạn/x"));
  struct stat status {};
  REQUIRE(stat(books.path().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
  Ledger ledger = books.open();
  CHECK(ledger.was_sent("hạn/x", "a@b.vn", 1));
  CHECK_FALSE(ledger.was_sent("hạn/x", "a@b.vn", 2));
  CHECK_FALSE(ledger.was_sent("hạn/x", "c@b.vn", 1));
  CHECK_FALSE(ledger.was_sent("y", "a@b.vn", 1));
  CHECK(ledger.in_flight() == std::vector<LedgerEntry>{entry("y")});
  CHECK_FALSE(ledger.torn());
  REQUIRE_FALSE(ledger.done({entry("y")}));
  CHECK(ledger.in_flight().empty());
}

TEST_CASE("nothing to write makes no file") {
  const Books books;
  Ledger ledger = books.open();
  CHECK_FALSE(ledger.begin({}));
  CHECK_FALSE(ledger.done({}));
  CHECK_FALSE(books.is_there());
}

TEST_CASE("a second run fails at once, a look waits for nobody") {
  const Books books;
  books.write("");
  {
    Ledger first = books.open();
    const auto second = Ledger::open(books.path());
    REQUIRE_FALSE(second);
    CHECK(second.error().status == ExitStatus::locked);
    REQUIRE_FALSE(first.begin({entry("x")}));
    const auto look = Ledger::read(books.path());
    REQUIRE(look);
    CHECK(look->in_flight().size() == 1);
  }
  CHECK(Ledger::open(books.path()));
}

TEST_CASE("of two runs that began without a file, the second writes nothing") {
  const Books books;
  Ledger first = books.open();
  Ledger second = books.open();
  REQUIRE_FALSE(first.begin({entry("x")}));
  const std::string before = books.bytes();
  for (int tries = 0; tries < 2; ++tries) {
    const auto failure = second.begin({entry("x")});
    REQUIRE(failure);
    CHECK(failure->status == ExitStatus::locked);
  }
  CHECK(books.bytes() == before);
  CHECK_FALSE(first.done({entry("x")}));
}

TEST_CASE("a torn last line does not count and goes with the next addition") {
  const std::string whole = first_line + line("sending", "x");
  const std::string torn = line("sent", "x");
  // Wherever it is torn, before the first line's end, too.
  for (std::size_t length = 1; length < whole.size() + torn.size(); ++length) {
    const std::string all = (whole + torn).substr(0, length);
    const std::size_t end = all.rfind('\n');
    const std::string counts =
        end == std::string::npos ? "" : all.substr(0, end + 1);
    const Books books;
    books.write(all);
    {
      Ledger ledger = books.open();
      CHECK(ledger.torn().has_value() == (counts != all));
      CHECK_FALSE(ledger.was_sent("x", "a@b.vn", 1));
      CHECK(books.bytes() == all);
      REQUIRE_FALSE(ledger.begin({entry("z")}));
    }
    CHECK(books.bytes() ==
          (counts.empty() ? first_line : counts) + line("sending", "z"));
    CHECK_FALSE(books.open().torn());
  }
}

TEST_CASE("the user is told of a torn line") {
  const Books books;
  books.write(std::string(first_line) + std::string(20, '\0'));
  const auto look = Ledger::read(books.path());
  REQUIRE(look);
  REQUIRE(look->torn());
  CHECK(say(*look->torn(), Language::en) ==
        "the last line of `" + books.path() +
            "` is not whole and does not count");
}

TEST_CASE("any other broken line is refused with its number") {
  const std::vector<std::string> broken{
      "",
      "x",
      "[]",
      "{}",
      "null",
      R"({"event":"lost","key":"x","recipient":"a","step":1,"day":"2024-02-29"})",
      R"({"event":"sent","key":1,"recipient":"a","step":1,"day":"2024-02-29"})",
      R"({"event":"sent","key":"x","recipient":"a","step":"1","day":"2024-02-29"})",
      R"({"event":"sent","key":"x","recipient":"a","step":1.5,"day":"2024-02-29"})",
      R"({"event":"sent","key":"x","recipient":"a","step":4294967297,"day":"2024-02-29"})",
      R"({"event":"sent","key":"x","recipient":"a","step":18446744073709551615,"day":"2024-02-29"})",
      R"({"event":"sent","key":"x","recipient":"a","step":1,"day":"2024-02-30"})",
      R"({"event":"sent","key":"x","recipient":"a","step":1,"day":"29/02/2024"})",
      R"({"event":"sent","key":"x","recipient":"a","step":1})",
      R"({"event":"sent","key":"x","recipient":"a","step":1,"day":"2024-02-29","y":0})",
      "{\"event\":\"sent\",\"key\":\"\xFF\",\"recipient\":\"a\",\"step\":1,"
      "\"day\":\"2024-02-29\"}",
  };
  for (const std::string& text : broken) {
    CAPTURE(text);
    const Books books;
    const std::string bytes =
        first_line + line("sent", "x") + text + "\n" + line("sent", "y");
    books.write(bytes);
    const Failure failure = books.refused();
    CHECK(failure.status == ExitStatus::io);
    CHECK(say(failure.what, Language::en) ==
          "`" + books.path() +
              "`, line 3: this is not what thidua writes there");
    CHECK(books.bytes() == bytes);
  }
}

TEST_CASE("a file of another kind is no ledger") {
  const Books books;
  for (const char* text :
       {"notes\n", "{}\n", "{\"format\":\"other\",\"version\":1}\n",
        "{\"format\":\"thidua letters\"}\n",
        "{\"format\":\"thidua letters\",\"version\":0}\n"}) {
    books.write(text);
    CHECK(say(books.refused().what, Language::en)
              .find("`, line 1: this is not") != std::string::npos);
    CHECK(books.bytes() == text);
  }
  books.write("{\"format\":\"thidua letters\",\"version\":2}\nnews\n");
  CHECK(say(books.refused().what, Language::en) ==
        "`" + books.path() + "` was written by a newer thidua");
}

TEST_CASE("a ledger that cannot be there is refused when it is opened") {
  const PlanFolder folder({{"file", ""}, {"folder/x", ""}});
  const std::string place = folder.path().string();
  REQUIRE(mkfifo((place + "/pipe").c_str(), 0600) == 0);
  for (const char* name : {"/none/x", "/file/x", "/folder", "/pipe"}) {
    CAPTURE(name);
    const auto opened = Ledger::open(place + name);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().status == ExitStatus::io);
  }
  CHECK_FALSE(Ledger::open("/dev/full"));
  CHECK(Ledger::read(place + "/none/x"));
}

TEST_CASE("an addition that fails leaves the ledger as it was") {
  const Books books;
  {
    Ledger ledger = books.open();
    REQUIRE_FALSE(ledger.begin({entry("x")}));
    const std::string before = books.bytes();
    {
      // Room for a part of the line.
      const FullDisk full(before.size() + 10);
      const auto failure = ledger.done({entry("x")});
      REQUIRE(failure);
      CHECK(failure->status == ExitStatus::io);
      CHECK(say(failure->what, Language::en)
                .starts_with("cannot write `" + books.path() + "`: "));
    }
    CHECK(books.bytes() == before);
    CHECK_FALSE(ledger.was_sent("x", "a@b.vn", 1));
    REQUIRE_FALSE(ledger.done({entry("x")}));
    CHECK(ledger.was_sent("x", "a@b.vn", 1));
  }
  CHECK(books.open().was_sent("x", "a@b.vn", 1));
}

TEST_CASE("a first addition that fails leaves an empty ledger") {
  const Books books;
  {
    Ledger ledger = books.open();
    const FullDisk full(10);
    CHECK(ledger.begin({entry("x")}));
  }
  CHECK(books.bytes().empty());
  CHECK(books.open().in_flight().empty());
}

TEST_CASE("a ledger opened to look is not written") {
  const Books books;
  auto look = Ledger::read(books.path());
  REQUIRE(look);
  CHECK_THROWS_AS(static_cast<void>(look->begin({entry("x")})),
                  std::logic_error);
  CHECK_FALSE(books.is_there());
}

TEST_CASE("what was begun for nothing is taken back, byte for byte") {
  const Books books;
  {
    Ledger ledger = books.open();
    REQUIRE_FALSE(ledger.begin({entry("x"), entry("y")}));
    ledger.undo();  // the first line was part of it
    CHECK(books.bytes().empty());
    REQUIRE_FALSE(ledger.begin({entry("x")}));
    REQUIRE_FALSE(ledger.done({entry("x")}));
    const std::string before = books.bytes();
    REQUIRE_FALSE(ledger.begin({entry("y"), entry("z")}));
    CHECK(books.bytes().size() > before.size());
    ledger.undo();
    CHECK(books.bytes() == before);
    ledger.undo();  // there is nothing more to take back
    CHECK(books.bytes() == before);
    REQUIRE_FALSE(ledger.begin({entry("y")}));
    REQUIRE_FALSE(ledger.done({entry("y")}));
  }
  CHECK(books.bytes() == first_line + line("sending", "x") + line("sent", "x") +
                             line("sending", "y") + line("sent", "y"));
  const Ledger ledger = books.open();
  CHECK(ledger.in_flight().empty());
  CHECK_FALSE(ledger.was_sent("z", "a@b.vn", 1));
}

TEST_CASE("what another run left on the way stays so when ours is undone") {
  const Books books;
  const std::string before = first_line + line("sending", "x");
  books.write(before);
  {
    Ledger ledger = books.open();
    REQUIRE_FALSE(ledger.begin({entry("x")}));
    ledger.undo();
  }
  CHECK(books.bytes() == before);
  CHECK(books.open().in_flight() == std::vector<LedgerEntry>{entry("x")});
}

TEST_CASE("a torn line is gone, whether or not what took its place stays") {
  const Books books;
  const std::string whole = first_line + line("sent", "x");
  books.write(whole + "{\"event\":\"sen");
  {
    Ledger ledger = books.open();
    REQUIRE_FALSE(ledger.begin({entry("y")}));
    ledger.undo();
  }
  CHECK(books.bytes() == whole);
}

TEST_CASE("nothing begun takes nothing back") {
  const Books books;
  Ledger ledger = books.open();
  ledger.undo();
  CHECK_FALSE(books.is_there());
  REQUIRE_FALSE(ledger.begin({entry("x")}));
  REQUIRE_FALSE(ledger.done({entry("x")}));
  const std::string before = books.bytes();
  REQUIRE_FALSE(ledger.begin({}));
  ledger.undo();
  CHECK(books.bytes() == before);
}

TEST_CASE("a ledger that is only opened has nothing to take back") {
  const Books books;
  books.write(first_line + line("sent", "x"));
  books.open().undo();
  CHECK(books.bytes() == first_line + line("sent", "x"));
}
