// Scalars, collections and keys set in a file: its bytes before and after.

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "unit/yaml_edit_rows.hpp"
#include "yaml/edit.hpp"

namespace thidua::yaml {
namespace {

TEST_CASE("a scalar takes the place of another") {
  const auto to = [](const char* key, Value value) {
    return [=](Editor& e) { e.set({key}, value); };
  };
  check_edits({
      {"its comment stays", "a: 1   # một\nb: 2\n", to("a", number("10")),
       "a: 10   # một\nb: 2\n"},
      {"odd spaces stay", "a :   1 \nb:  2\n", to("a", text("x")),
       "a :   x \nb:  2\n"},
      {"no last line end", "a: 1", to("a", text("x")), "a: x"},
      {"single quotes stay", "a: 'it''s' # c\n", to("a", text("that's")),
       "a: 'that''s' # c\n"},
      {"double quotes stay", "a: \"x\"\n", to("a", text("Tốt \"lắm\"")),
       "a: \"Tốt \\\"lắm\\\"\"\n"},
      {"single quotes cannot break lines", "a: 'x'\n", to("a", text("x\ny")),
       "a: \"x\\ny\"\n"},
      {"quotes give way to a number", "a: '2'\n", to("a", number("3")),
       "a: 3\n"},
      {"plain text that would be retyped is quoted", "a: tốt\n",
       to("a", text("no")), "a: \"no\"\n"},
      {"a date is quoted", "a: x\n", to("a", text("2023-11-10")),
       "a: \"2023-11-10\"\n"},
      {"digits stay as they are", "a: x\n", to("a", number("86.250")),
       "a: 86.250\n"},
      {"an empty value is filled", "a:\nb:   # c\n", to("b", text("x")),
       "a:\nb: x   # c\n"},
      {"at the end of the file", "a:", to("a", text("x")), "a: x"},
      {"a written null, too", "a: ~  # c\n", to("a", text("x")), "a: x  # c\n"},
      {"plain text of several lines", "a: một\n  hai\n\n  ba # c\nb: 1\n",
       to("a", text("bốn")), "a: bốn # c\nb: 1\n"},
      {"quoted text of several lines", "a: \"một\n  hai\" # c\nb: 1\n",
       to("a", text("bốn")), "a: \"bốn\" # c\nb: 1\n"},
      {"a value below its key", "a: # c\n  x # d\nb: 1\n", to("a", text("z")),
       "a: # c\n  z # d\nb: 1\n"},
      {"a block scalar, its comment stays",
       "a: |  # c\n  một\n\n  hai\n\nb: 1\n", to("a", text("ba")),
       "a: ba  # c\n\nb: 1\n"},
      {"a block scalar stays one for text of several lines",
       "a: >-  # c\n    một\n    hai\nb: 1\n", to("a", text("ba\n\nbốn\n")),
       "a: |  # c\n    ba\n\n    bốn\nb: 1\n"},
      {"of one line, too", "a: |\n  một\n", to("a", text("hai\n")),
       "a: |\n  hai\n"},
      {"without a last line break", "a: |\n  một\nb: 1\n",
       to("a", text("ba\nbốn")), "a: |-\n  ba\n  bốn\nb: 1\n"},
      {"kept blank lines go with their text", "a: |+\n  một\n\n\nb: 1\n",
       to("a", text("x")), "a: x\nb: 1\n"},
      {"brackets", "a: {b: 1,  # x\n  c: 2}  # y\n", to("a", text("z")),
       "a: z  # y\n"},
      {"a map in block style",
       "a:  # c\n  # d\n  b: 1\n  c: 2 # e\n# f\ng: 3\n", to("a", text("x")),
       "a: x  # c\n  # d\n# f\ng: 3\n"},
      {"a list that is not indented", "a:\n- b\n- c\nd: 1\n",
       to("a", number("5")), "a: 5\nd: 1\n"},
      {"an NFD key is found, its bytes stay", "xo\xCC\x81m: 1\nb: e\xCC\x82\n",
       to("xóm", text("x")), "xo\xCC\x81m: x\nb: e\xCC\x82\n"},
      {"text becomes NFC", "a: x\n", to("a", text("e\xCC\x82")), "a: ê\n"},
      {"a quoted key", "\"a\": 1\n'b' : 2\n", to("b", number("3")),
       "\"a\": 1\n'b' : 3\n"},
      {"the same value changes nothing", "a:   0x1F # c\nb: \"x\"\n",
       [](Editor& e) { e.set({"a"}, text("0x1F")).set({"b"}, text("x")); },
       "a:   0x1F # c\nb: \"x\"\n"},
      {"after an explicit key's colon", "? a\n: 1\n", to("a", number("2")),
       "? a\n: 2\n"},
  });
}

TEST_CASE("a collection takes the place of a value") {
  const auto pair = [](Editor& e) {
    e.set({"a"}, Value::map({{"b", number("1")}, {"c", text("x")}}));
  };
  const auto list = [](Editor& e) {
    e.set({"a"}, Value::list({text("x"), mark("Tốt")}));
  };
  check_edits({
      {"of nothing", "a:  # c\nd: 1\n", pair,
       "a:  # c\n  b: 1\n  c: x\nd: 1\n"},
      {"of a scalar", "a: y  # c\nd: 1\n", pair,
       "a:  # c\n  b: 1\n  c: x\nd: 1\n"},
      {"of a scalar between comments", "a: # c\n  y # d\n", pair,
       "a: # c\n  # d\n  b: 1\n  c: x\n"},
      {"of a block scalar", "a: |\n  x\n\nd: 1\n", list,
       "a:\n  - x\n  - grade: Tốt\n\nd: 1\n"},
      {"of a map in block style", "a:  # c\n    z: 1\n\n    y: 2\nd: 1\n", pair,
       "a:  # c\n    b: 1\n    c: x\nd: 1\n"},
      {"of a list by a map", "a:\n- z\nd: 1\n", pair,
       "a:\n  b: 1\n  c: x\nd: 1\n"},
      {"of brackets, which stay", "a: {z: 1} # c\n", pair,
       "a: {b: 1, c: x} # c\n"},
      {"of empty brackets", "a: {} # c\n", pair, "a: # c\n  b: 1\n  c: x\n"},
      {"inside brackets", "{a: x, d: 1}\n", list,
       "{a: [x, {grade: Tốt}], d: 1}\n"},
      {"indented as the file has it", "z:\n- 1\nm:\n    n: 1\na: 1\n", list,
       "z:\n- 1\nm:\n    n: 1\na:\n- x\n- grade: Tốt\n"},
      {"on one line where that is asked for", "a: x\n",
       [](Editor& e) { e.set({"a"}, mark("Đạt").in_flow()); },
       "a: {grade: Đạt}\n"},
      {"as an item", "- x\n- y\n- z # c\n",
       [](Editor& e) {
         e.set({1}, Value::map({{"b", number("1")}, {"c", text("x")}}));
         e.set({2}, mark("Tốt"));
       },
       "- x\n- b: 1\n  c: x\n- # c\n  grade: Tốt\n"},
      {"as an item of a compact list", "- - a\n  - b: 1\n    c: 2\n",
       [](Editor& e) {
         e.set({0, 1}, mark("Tốt"));
       },
       "- - a\n  - grade: Tốt\n"},
      {"empty", "a:  # c\n  b: 1\n",
       [](Editor& e) { e.set({"a"}, Value::list({})); }, "a: []  # c\n"},
  });
}

TEST_CASE("a new key gets a line of its own") {
  const auto add = [](Editor& e) { e.set({"new"}, number("9")); };
  const auto inner = [](Editor& e) { e.set({"a", "new"}, number("9")); };
  check_edits({
      {"at the end", "a: 1\nb: 2\n", add, "a: 1\nb: 2\nnew: 9\n"},
      {"no last line end", "a: 1 # c", add, "a: 1 # c\nnew: 9"},
      {"before comments at the end", "a: 1\n\n# hết\n", add,
       "a: 1\nnew: 9\n\n# hết\n"},
      {"before the next key's comment", "a:\n    b: 1 # c\n\n# d\ne: 2\n",
       inner, "a:\n    b: 1 # c\n    new: 9\n\n# d\ne: 2\n"},
      {"behind a block scalar", "a:\n  b: |\n    x\n\nc: 1\n", inner,
       "a:\n  b: |\n    x\n  new: 9\n\nc: 1\n"},
      {"behind the blank lines of one that keeps them",
       "a:\n  b: |+\n    x\n\nc: 1\n", inner,
       "a:\n  b: |+\n    x\n\n  new: 9\nc: 1\n"},
      {"behind a list", "a:\n  b:\n  - x\n", inner,
       "a:\n  b:\n  - x\n  new: 9\n"},
      {"in an item", "a:\n- b: 1\n- c: 2 # d\n",
       [](Editor& e) {
         e.set({"a", 1, "new"}, number("9"));
       },
       "a:\n- b: 1\n- c: 2 # d\n  new: 9\n"},
      {"in a list in a list", "- - a\n  - b: 1\n",
       [](Editor& e) {
         e.set({0, 1, "new"}, number("9"));
       },
       "- - a\n  - b: 1\n    new: 9\n"},
      {"under a key without a value", "a:  # c\nd: 1\n", inner,
       "a:  # c\n  new: 9\nd: 1\n"},
      {"with the maps above it", "a:\n    b: 1\n",
       [](Editor& e) {
         e.set({"x", "z", "new"}, number("9"));
       },
       "a:\n    b: 1\nx:\n    z:\n        new: 9\n"},
      {"quoted where it must be", "a: 1\n",
       [](Editor& e) { e.set({"2023"}, text("x")).set({"no"}, text("z")); },
       "a: 1\n\"2023\": x\n\"no\": z\n"},
      {"in brackets beside others in brackets",
       "marks:\n  IV.1: {grade: Tốt}  # c\n",
       [](Editor& e) {
         e.set({"marks", "IV.2"}, mark("Đạt"));
       },
       "marks:\n  IV.1: {grade: Tốt}  # c\n  IV.2: {grade: Đạt}\n"},
      {"inside brackets", "a: {b: 1, c: 2}  # d\n", inner,
       "a: {b: 1, c: 2, new: 9}  # d\n"},
      {"inside empty brackets", "a: {}\nb: {  }\n",
       [](Editor& e) {
         e.set({"a", "c"}, number("3"));
       },
       "a: {c: 3}\nb: {  }\n"},
      {"inside roomy brackets", "a: { }\nb: { c: 1 }\n",
       [](Editor& e) {
         e.set({"a", "c"}, number("3")).set({"b", "d"}, text("x, y"));
       },
       "a: { c: 3 }\nb: { c: 1, d: \"x, y\" }\n"},
      {"inside brackets of several lines",
       "a: {\n  b: 1, # x\n  c: 2  # y\n}\n", inner,
       "a: {\n  b: 1, # x\n  c: 2,  # y\n  new: 9\n}\n"},
      {"behind a last comma", "a: {\n  b: 1,\n}\n", inner,
       "a: {\n  b: 1,\n  new: 9,\n}\n"},
      {"behind a key without a value", "a: {b: }\nc: {d}\n",
       [](Editor& e) {
         e.set({"a", "new"}, number("9")).set({"c", "d"}, text("x"));
       },
       "a: {b: , new: 9 }\nc: {d: x}\n"},
      {"a key that only looks like another in NFD", "xo\xCC\x81m: 1\n",
       [](Editor& e) { e.insert({"xòm"}, number("9")); },
       "xo\xCC\x81m: 1\nxòm: 9\n"},
  });
}

TEST_CASE("a new key stands where its record has it") {
  const KeyOrder order = {"unit", "period", "stages", "by", "date", "marks"};
  const auto with = [&order](const std::string& before, const Path& path) {
    const auto result = Editor(before, order).set(path, number("9")).result();
    return result ? *result : "refused";
  };
  const std::string sheet =
      "# Phiếu\nunit: x\n\n# các bước\nstages:\n  self:\n    # ngày\n"
      "    date: 1\n    marks: 2\nother: 3\n";
  CHECK(with(sheet, {"period"}) ==
        "# Phiếu\nunit: x\nperiod: 9\n\n# các bước\nstages:\n  self:\n"
        "    # ngày\n    date: 1\n    marks: 2\nother: 3\n");
  CHECK(with(sheet, {"stages", "self", "by"}) ==
        "# Phiếu\nunit: x\n\n# các bước\nstages:\n  self:\n    by: 9\n"
        "    # ngày\n    date: 1\n    marks: 2\nother: 3\n");
  CHECK(with("# Phiếu\nperiod: 1\n", {"unit"}) ==
        "# Phiếu\nunit: 9\nperiod: 1\n");
  CHECK(with("- period: 1\n  z: 2\n", {0, "unit"}) ==
        "- unit: 9\n  period: 1\n  z: 2\n");
  CHECK(with("{period: 1, z: 2}\n", {"unit"}) ==
        "{unit: 9, period: 1, z: 2}\n");
  CHECK(with("{\n  z: 2,  # a\n  marks: 1\n}\n", {"by"}) ==
        "{\n  z: 2,  # a\n  by: 9,\n  marks: 1\n}\n");
  CHECK(with("z: 1\n", {"unit"}) == "z: 1\nunit: 9\n");
  CHECK(with("unit: 1\nz: 2\n", {"other"}) == "unit: 1\nz: 2\nother: 9\n");
}

}  // namespace
}  // namespace thidua::yaml
