// What our reader accepts, yaml-cpp must read the same way.

#include "unit/yaml_second_opinion.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "unit/file_bytes.hpp"

namespace thidua::yaml {
namespace {

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
    const Reading reading(test::bytes_of(path));
    if (reading.tree && reading.found.count(Severity::error) == 0) {
      CHECK(second_opinion(reading) == "");
    }
  }
}

}  // namespace
}  // namespace thidua::yaml
