// Thousands of changes made by chance: each is refused with a reason, or does
// what was meant and nothing else.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "unit/file_bytes.hpp"
#include "unit/yaml_documents.hpp"
#include "unit/yaml_editing.hpp"
#include "unit/yaml_second_opinion.hpp"

namespace thidua::yaml {
namespace {

struct Tally {
  int made = 0;
  int refused = 0;  // with a reason that lies in the change
  int unsafe = 0;
};

// Changes of one file, one on top of the other.
void try_changes(const std::string& bytes, Draw& draw, int count,
                 Tally& tally) {
  Reading reading(bytes);
  for (int k = 0; k < count; ++k) {
    const Change change = random_change(reading.tree->root(), draw);
    Editor editor(reading.source);
    change.make(editor);
    const auto result = editor.result();
    if (!result) {
      const bool unsafe = result.error().why == Refusal::unsafe;
      ++(unsafe ? tally.unsafe : tally.refused);
      continue;
    }
    ++tally.made;
    const std::string place = to_string(change.path);
    const int verb = static_cast<int>(change.verb);
    CAPTURE(reading.source);
    CAPTURE(*result);
    CAPTURE(place);
    CAPTURE(verb);
    REQUIRE(broken_by(change, reading, *result) == "");
    const Reading now(*result);
    if (second_opinion(reading).empty()) {
      REQUIRE(second_opinion(now) == "");
    }
    reading = Reading(*result);
  }
}

TEST_CASE("changes of documents made by chance") {
  Draw draw(20231110);
  Documents documents(draw);
  Tally tally;
  int read = 0;
  for (int k = 0; k < 1500; ++k) {
    const std::string bytes = documents.next();
    const Reading reading(bytes);
    if (reading.tree && reading.found.count(Severity::error) == 0) {
      ++read;
      try_changes(bytes, draw, 3, tally);
    }
  }
  MESSAGE("documents " << read << ", changes " << tally.made << ", refused "
                       << tally.refused << ", unsafe " << tally.unsafe);
  CHECK(read > 1000);
  CHECK(tally.made > 2000);
  CHECK(tally.unsafe * 200 < tally.made);
}

TEST_CASE("changes of every file of the example") {
  std::vector<std::filesystem::path> files;
  for (const auto& each : std::filesystem::recursive_directory_iterator(
           THIDUA_SOURCE_DIR "/examples/nguyen-binh")) {
    if (each.path().extension() == ".yaml") {
      files.push_back(each.path());
    }
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() > 100);
  Draw draw(2021);
  Tally tally;
  for (const auto& path : files) {
    CAPTURE(path.string());
    try_changes(test::bytes_of(path), draw, 3, tally);
  }
  MESSAGE("changes " << tally.made << ", refused " << tally.refused);
  CHECK(tally.unsafe == 0);
  CHECK(tally.made > 1000);
}

}  // namespace
}  // namespace thidua::yaml
