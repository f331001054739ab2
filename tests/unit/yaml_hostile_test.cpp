// Files made to break the reader, and files broken by chance.

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "unit/yaml_mutator.hpp"
#include "unit/yaml_reading.hpp"

namespace thidua::yaml {
namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) {
    text += piece;
  }
  text.resize(bytes);
  return text;
}

constexpr std::string_view scorecard =
    "\xEF\xBB\xBF# Phiếu chấm điểm\r\n"
    "unit: the-duc/lung-cai\r\n"
    "period: \"2023\"\n"
    "self:\n"
    "  by: Trưởng xóm\n"
    "  marks:\n"
    "    IV.2.c-1a: {grade: tốt, evidence: [bc-12-2023.pdf, 'a''b']}\n"
    "    IV.2.c-3: {points: 18.5, reason: \"Chưa có mô hình\\n\"}  # x\n"
    "verified:\n"
    "- by: Phòng Lao động\n"
    "  note: |-\n"
    "    Dòng một\n"
    "\n"
    "    dòng hai\n"
    "- >+\n"
    "  gấp lại\n"
    "\n"
    "note: Đề nghị bổ sung\n"
    "  minh chứng\n";

TEST_CASE("nesting without end is refused early") {
  const std::string pieces[] = {"[",   "{a: ", "- ",   "? ",   "[{a: ", "[\n",
                                "{\n", "[[[]", "'',[", "a: [", "!x [",  "&x ["};
  for (const std::string& piece : pieces) {
    CAPTURE(piece);
    const std::string source = repeated(piece, 1000000);
    CHECK(Invariants(source).broken() == "");
    CHECK_FALSE(Reading(source).tree.has_value());
  }
}

std::string nested(int levels) {
  std::string source;
  for (int i = 0; i < levels; ++i) {
    source += repeated(" ", static_cast<std::size_t>(i)) + "a:\n";
  }
  return source;
}

TEST_CASE("32 levels are read, 33 are not") {
  CHECK(Reading(nested(max_depth)).codes().empty());
  CHECK(Reading(nested(max_depth + 1)).codes() == "TD0108");
  const auto levels = static_cast<std::size_t>(max_depth);
  const std::string open = repeated("[", levels);
  const std::string close = repeated("]", levels);
  CHECK(Reading(open + close).codes().empty());
  CHECK(Reading("[" + open + close + "]").codes() == "TD0108");
}

TEST_CASE("a file may have a mebibyte, not one byte more") {
  std::string source = "a: " + repeated("x", max_bytes - 3);
  CHECK(Reading(source).codes().empty());
  source += "x";
  const Reading got(source);
  CHECK(got.codes() == "TD0107");
  CHECK_FALSE(got.tree.has_value());
}

TEST_CASE("a mebibyte of one fault is answered shortly") {
  const std::string pieces[] = {"\xFF ",
                                "\x01 ",
                                "\xE2\x80\xA8 ",
                                "\r ",
                                "\n\tx",
                                "a: b\n",
                                "&a b\n",
                                "- !x y\n",
                                "- *x\n",
                                "[a]: b\n",
                                "- a\xCC\x81\n",
                                "- \"\\0\"\n",
                                "- ''#\n",
                                "<<<<<<<\n",
                                "---\n",
                                "- |\n \tx\n",
                                "#a#a\n",
                                "x#",
                                "- ''#a#a",
                                "\"\n",
                                "- |\n\n",
                                "- \"a\n b\"\n",
                                "{}#\n",
                                ": ",
                                "- ? a\n",
                                "\t",
                                "- [?x]\n",
                                "- \xCC\x81\n",
                                "\\",
                                "- \"\\"};
  for (const std::string& piece : pieces) {
    CAPTURE(piece);
    CHECK(Invariants(repeated(piece, max_bytes)).broken() == "");
  }
}

TEST_CASE("many different keys are no trouble") {
  std::string source;
  for (int i = 0; i < 60000; ++i) {
    source += fmt::format("k{}: {}\n", i * 7919 % 60000, i);
  }
  const Reading got(source);
  REQUIRE(got.tree);
  CHECK(got.found.empty());
  CHECK(got.tree->root().entries().size() == 60000);
}

TEST_CASE("every beginning of a record is read or refused with a reason") {
  for (std::size_t size = 0; size <= scorecard.size(); ++size) {
    CAPTURE(size);
    CHECK(Invariants(scorecard.substr(0, size)).broken() == "");
  }
}

TEST_CASE("a record broken by chance is read or refused with a reason") {
  Mutator mutated(20231110);
  for (int i = 0; i < 6000; ++i) {
    const std::string source = mutated(std::string(scorecard));
    CAPTURE(source);
    CHECK(Invariants(source).broken() == "");
  }
}

}  // namespace
}  // namespace thidua::yaml
