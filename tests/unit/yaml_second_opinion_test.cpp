// What our reader accepts, yaml-cpp must read the same way.

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "unit/yaml_reading.hpp"

namespace thidua::yaml {
namespace {

// Where the two differ; empty if they agree.
std::string difference(const Node& ours, const YAML::Node& theirs,
                       const std::string& path) {
  if (ours.is_scalar()) {
    const bool same =
        ours.core_type() == CoreType::null
            ? theirs.IsNull()
            : theirs.IsScalar() && to_nfc(theirs.Scalar()) == ours.text();
    return same ? "" : path + " is " + theirs.Scalar();
  }
  const std::size_t count =
      ours.is_sequence() ? ours.items().size() : ours.entries().size();
  const bool same_kind =
      ours.is_sequence() ? theirs.IsSequence() : theirs.IsMap();
  if (!same_kind || theirs.size() != count) {
    return path + " is of another kind or size";
  }
  auto other = theirs.begin();
  std::string found;
  for (const Node& item : ours.items()) {
    found += difference(item, *other++, path + "/-");
  }
  for (const auto& [key, value] : ours.entries()) {
    if (to_nfc(other->first.Scalar()) != key.text()) {
      return path + " has the key " + other->first.Scalar();
    }
    found +=
        difference(value, other->second, path + "/" + other->first.Scalar());
    ++other;
  }
  return found;
}

std::string second_opinion(const Reading& reading) {
  try {
    const std::vector<YAML::Node> all = YAML::LoadAll(reading.source);
    if (all.size() != 1) {
      return "another number of documents";
    }
    return difference(reading.tree->root(), all.front(), "");
  } catch (const YAML::Exception& refused) {
    return refused.what();
  }
}

std::vector<std::filesystem::path> files_of(const char* directories) {
  std::vector<std::filesystem::path> found;
  std::istringstream list(directories);
  for (std::string directory; std::getline(list, directory, ':');) {
    for (const auto& each :
         std::filesystem::recursive_directory_iterator(directory)) {
      if (each.is_regular_file() && each.path().extension() == ".yaml") {
        found.push_back(each.path());
      }
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

TEST_CASE("yaml-cpp agrees on small documents") {
  const std::string sources[] = {
      "a: b\n",
      "---\na: b\n...\n",
      "# đầu\na: b # giữa\n# cuối\n",
      "\xEF\xBB\xBFtên: Xóm Lũng Cải\n",
      "a:\nb: ~\nc: null\nd: ''\ne: \"\"\n",
      "- 1\n- -2.5\n- true\n- no\n- 012\n- 1e3\n- 2023-11-10\n- 12:30\n",
      "a: 'it''s'\nb: \"x\\ty\\n\\u1ebf\\\"\\\\\\x41\"\n",
      "a: |\n  một\n    hai\n\n  ba\n\nb: >\n  một\n  hai\n\n  ba\n    bốn\n",
      "a: |-\n  x\n\nb: >-\n  y\n\nc: |+\n  z\n\n",
      "a: |2\n    x\n   y\n",
      "a: một\n  hai\n\n  ba # bốn\n",
      "a: \"một\n  hai\n\n  ba\"\nb: 'một\n  hai'\n",
      "a: \"một\\\n  hai\"\n",
      "a:\n- 1\n- - 2\n  - 3\n- b: 4\n  c:\n    - 5\nd: {}\ne: []\n",
      "a: [1, [2, {b: c, d: [e]}], 'f', \"g\"]\n",
      "a: [\n  b,\n  c,\n]\n",
      "a: {b: c,\n  d: e}\n",
      "? a\n: b\n",
      "2023: a\nIV.2.c-1a: b\n\"x y\": c\n'z: ': d\n",
      "a: http://example.vn:80/x#y\nb: x:y\nc: x, y\nd: -5 %\n",
      "a: e\xCC\x82\nb: Vie\xCC\xA3\xCC\x82t\n",
      "a: b\r\nc:\r\n  - d\r\n",
      "một dòng",
      "\"một dòng\"\n",
      "- - - a\n    - b\n  - c\n- d\n",
  };
  for (const std::string& source : sources) {
    CAPTURE(source);
    const Reading reading(source);
    REQUIRE(reading.tree);
    CHECK(reading.found.count(Severity::error) == 0);
    CHECK(second_opinion(reading) == "");
  }
}

TEST_CASE("yaml-cpp agrees on the files of THIDUA_YAML_DIRS") {
  const char* directories = std::getenv("THIDUA_YAML_DIRS");
  if (directories == nullptr) {
    return;
  }
  for (const std::filesystem::path& path : files_of(directories)) {
    CAPTURE(path.string());
    std::ifstream file(path, std::ios::binary);
    const Reading reading(
        std::string(std::istreambuf_iterator<char>(file), {}));
    if (reading.tree && reading.found.count(Severity::error) == 0) {
      CHECK(second_opinion(reading) == "");
    }
  }
}

}  // namespace
}  // namespace thidua::yaml
