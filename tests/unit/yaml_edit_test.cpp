// What a file's bytes are before and after a change.

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <string_view>

#include "yaml/edit.hpp"

namespace thidua::yaml {
namespace {

struct Row {
  std::string what;
  std::string before;
  std::function<void(Editor&)> change;
  std::string after;
};

Value text(std::string_view text) { return Value::text(text); }
Value number(std::string_view digits) { return Value::literal(digits); }
Value mark(std::string_view grade) {
  return Value::map({{"grade", text(grade)}});
}

std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c == '\n' ? "\r\n" : std::string(1, c);
  }
  return out;
}

std::string edited(const std::string& before,
                   const std::function<void(Editor&)>& change) {
  Editor editor(before);
  change(editor);
  const auto result = editor.result();
  return result ? *result
                : fmt::format("refused {} at `{}`",
                              static_cast<int>(result.error().why),
                              result.error().place);
}

// The rows hold for LF and CRLF, with and without a byte order mark.
void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CAPTURE(row.before);
    CHECK(edited(row.before, row.change) == row.after);
    const bool lines = row.before.find('\n') != std::string::npos;
    if (lines && row.before.find('\r') == std::string::npos) {
      const std::string mark = "\xEF\xBB\xBF";
      CHECK(edited(mark + with_crlf(row.before), row.change) ==
            mark + with_crlf(row.after));
    }
  }
}

TEST_CASE("a scalar takes the place of another") {
  const auto to = [](const char* key, Value value) {
    return [=](Editor& e) { e.set({key}, value); };
  };
  check({
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
  check({
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
  check({
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

TEST_CASE("an item joins a list") {
  const auto filing = [](Editor& e) {
    e.append({"f"}, Value::map({{"duty", text("unit-report")},
                                {"date", text("2023-10-26")}}));
  };
  const auto append = [](Editor& e) { e.append({"a"}, text("x")); };
  check({
      {"at its end", "f:\n  - duty: z  # c\n\n# hết\n", filing,
       "f:\n  - duty: z  # c\n  - duty: unit-report\n"
       "    date: \"2023-10-26\"\n\n# hết\n"},
      {"with its dashes under the key", "f:\n- duty: z\ng: 1\n", filing,
       "f:\n- duty: z\n- duty: unit-report\n  date: \"2023-10-26\"\ng: 1\n"},
      {"in brackets beside others in brackets", "f:\n  - {duty: z}\n", filing,
       "f:\n  - {duty: z}\n  - {duty: unit-report, date: \"2023-10-26\"}\n"},
      {"that was missing", "a: 1\n", filing,
       "a: 1\nf:\n  - duty: unit-report\n    date: \"2023-10-26\"\n"},
      {"that was missing in a missing map", "b: 1\n",
       [](Editor& e) {
         e.append({"c", "d"}, text("x"));
       },
       "b: 1\nc:\n  d:\n    - x\n"},
      {"that was nothing", "a:  # c\nb: 1\n", append, "a:  # c\n  - x\nb: 1\n"},
      {"that was empty", "a: []\n", append, "a: [x]\n"},
      {"inside brackets", "a: [b, c]  # d\n", append, "a: [b, c, x]  # d\n"},
      {"behind a last comma", "a: [b, ]\n", append, "a: [b, x, ]\n"},
      {"of several lines", "a: [\n  b,\n  c  # d\n]\n", append,
       "a: [\n  b,\n  c,  # d\n  x\n]\n"},
      {"that begins behind a dash", "- - a\n  - b # c\n- d\n",
       [](Editor& e) { e.append({0}, text("x")); },
       "- - a\n  - b # c\n  - x\n- d\n"},
      {"that is the file", "- a\n", [](Editor& e) { e.append({}, text("x")); },
       "- a\n- x\n"},
      {"behind an empty item", "-\n",
       [](Editor& e) { e.append({}, text("x")); }, "-\n- x\n"},
      {"no last line end", "a:\n  - b", append, "a:\n  - b\n  - x"},
      {"as a list in a list", "a:\n  - - b\n",
       [](Editor& e) {
         e.append({"a"}, Value::list({text("x"), text("z")}));
       },
       "a:\n  - - b\n  - - x\n    - z\n"},
      {"before another", "a:\n  - b\n  # về c\n  - c\n",
       [](Editor& e) {
         e.insert({"a", 1}, text("x"));
       },
       "a:\n  - b\n  - x\n  # về c\n  - c\n"},
      {"before the first, which is compact", "- - a\n  - b\n",
       [](Editor& e) {
         e.insert({0, 0}, mark("Tốt"));
       },
       "- - grade: Tốt\n  - a\n  - b\n"},
      {"before the first inside brackets", "[a, b]\n",
       [](Editor& e) { e.insert({0}, text("x")); }, "[x, a, b]\n"},
      {"behind the last by its number", "[a, b]\n",
       [](Editor& e) { e.insert({2}, text("x")); }, "[a, b, x]\n"},
  });
}

TEST_CASE("what is removed takes the comments of its own lines along") {
  const auto remove = [](Path path) {
    return [=](Editor& e) { e.remove(path); };
  };
  check({
      {"a key", "a: 1\n# về b\nb: 2 # c\nd: 3\n", remove({"b"}),
       "a: 1\n# về b\nd: 3\n"},
      {"a key with lines of its own", "a:\n  # x\n  b: 1 # y\n\n# về c\nc: 3\n",
       remove({"a"}), "\n# về c\nc: 3\n"},
      {"the last key of a file without a last line end", "a: 1 # x\nb: 2",
       remove({"b"}), "a: 1 # x"},
      {"a block scalar with the blank lines it keeps", "a: |+\n  x\n\nb: 1\n",
       remove({"a"}), "b: 1\n"},
      {"the only key of a map",
       "a:\n  marks:  # c\n    # d\n    b: 1 # e\nf: 1\n",
       remove({"a", "marks", "b"}), "a:\n  marks: {}  # c\n    # d\nf: 1\n"},
      {"the only item of a list", "a:\n- x\nb: 1\n", remove({"a", 0}),
       "a: []\nb: 1\n"},
      {"the only key of an item", "- a: 1 # c\n- b\n", remove({0, "a"}),
       "- {} # c\n- b\n"},
      {"the only key of a file", "# đầu\na:\n  b: 1\n# cuối\n", remove({"a"}),
       "# đầu\n{}\n# cuối\n"},
      {"the first key of an item", "- a: 1 # x\n  # về b\n  b: 2\n",
       remove({0, "a"}), "- # về b\n  b: 2\n"},
      {"an item", "a:\n  - b\n  - c: 1\n    d: 2\n  - e\n", remove({"a", 1}),
       "a:\n  - b\n  - e\n"},
      {"the first item of a compact list", "- - a\n  - b\n", remove({0, 0}),
       "- - b\n"},
      {"the first between brackets", "{a: 1, b: 2}\n", remove({"a"}),
       "{b: 2}\n"},
      {"the middle", "[a,  b , c]\n", remove({1}), "[a,  c]\n"},
      {"the last", "{a: 1, b: 2 }  # c\n", remove({"b"}), "{a: 1 }  # c\n"},
      {"the last with a comma", "[a, b, ]\n", remove({1}), "[a, ]\n"},
      {"the only one", "a: { b: 1 }  # c\n", remove({"a", "b"}),
       "a: {}  # c\n"},
      {"the only one with a comma and a comment", "a: [ # x\n  b, # y\n]\n",
       remove({"a", 0}), "a: [ # x\n   # y\n]\n"},
      {"lines between brackets",
       "a: [\n  b, # x\n  # về c\n  c, # y\n  d # z\n]\n", remove({"a", 1}),
       "a: [\n  b, # x\n  # về c\n  d # z\n]\n"},
      {"the first line between brackets", "a: [\n  b, # x\n  # về c\n  c\n]\n",
       remove({"a", 0}), "a: [\n  # về c\n  c\n]\n"},
      {"the last line between brackets", "a: [\n  b,\n  c # y\n]\n",
       remove({"a", 1}), "a: [\n  b\n]\n"},
      {"the last line behind a comment", "a: [\n  b, # x\n  c # y\n]\n",
       remove({"a", 1}), "a: [\n  b, # x\n]\n"},
      {"a key without a value", "{a, b: 1}\n", remove({"a"}), "{b: 1}\n"},
      {"a key in NFD", "xo\xCC\x81m: 1\nb: 2\n", remove({"xóm"}), "b: 2\n"},
  });
}

TEST_CASE("several changes in one go") {
  Editor editor(
      "# Phiếu chấm điểm\n\nunit: yen-lac\nstages:\n  self:\n"
      "    by: UBND xã\n    marks:\n      IV.2.b-1a: {done: true}  # có\n",
      {"unit", "stages", "self", "verified", "by", "date", "marks", "grade",
       "reason"});
  const Path self = {"stages", "self"};
  editor.set({"stages", "self", "date"}, text("2023-10-30"))
      .set({"stages", "self", "marks", "IV.2.b-1a", "done"}, number("false"))
      .set({"stages", "self", "marks", "IV.2.b-1b"},
           Value::map({{"grade", text("Tốt")}}))
      .set({"stages", "self", "marks", "IV.2.b-1b", "reason"},
           text("Có mô hình, hiệu quả"))
      .set({"stages", "verified", "by"}, text("Phòng Nội vụ"));
  const auto result = editor.result();
  REQUIRE(result);
  CHECK(*result ==
        "# Phiếu chấm điểm\n\nunit: yen-lac\nstages:\n  self:\n"
        "    by: UBND xã\n    date: \"2023-10-30\"\n    marks:\n"
        "      IV.2.b-1a: {done: false}  # có\n"
        "      IV.2.b-1b: {grade: Tốt, reason: \"Có mô hình, hiệu quả\"}\n"
        "  verified:\n    by: Phòng Nội vụ\n");
}

TEST_CASE("what cannot be done is refused, and with it all that follows") {
  struct Refusing {
    std::string before;
    std::function<void(Editor&)> change;
    Refusal why;
    const char* place;
  };
  const auto set = [](Path path, Value value) {
    return [=](Editor& e) { e.set(path, value); };
  };
  const std::vector<Refusing> rows = {
      {"", set({"a"}, text("x")), Refusal::unreadable, "a"},
      {"a: 1\na: 2\n", set({"a"}, text("x")), Refusal::unreadable, "a"},
      {"a: &b 1\n", set({"a"}, text("x")), Refusal::unreadable, "a"},
      {"a: 1\n", set({}, text("x")), Refusal::no_place, ""},
      {"a: 1\n", set({"b", 0}, text("x")), Refusal::no_place, "b/0"},
      {"a: [1]\n", set({"a", 1}, text("x")), Refusal::no_place, "a/1"},
      {"a: 1\n", [](Editor& e) { e.remove({"b"}); }, Refusal::no_place, "b"},
      {"a: 1\n", [](Editor& e) { e.remove({}); }, Refusal::no_place, ""},
      {"a: [1]\n",
       [](Editor& e) {
         e.insert({"a", 3}, text("x"));
       },
       Refusal::no_place, "a/3"},
      {"a: 1\n", set({"a", "b"}, text("x")), Refusal::wrong_kind, "a/b"},
      {"a: [1]\n", set({"a", "b"}, text("x")), Refusal::wrong_kind, "a/b"},
      {"a: {}\n", [](Editor& e) { e.append({"a"}, text("x")); },
       Refusal::wrong_kind, "a"},
      {"a:\n", [](Editor& e) { e.insert({"a"}, text("x")); }, Refusal::taken,
       "a"},
      {"a: 1\n", set({"b"}, text("\x1B")), Refusal::bad_character, "b"},
      {"a: 1\n", set({"b"}, text("x\r\n")), Refusal::bad_character, "b"},
      {"a: 1\n", set({"b"}, text("\xC3")), Refusal::bad_character, "b"},
      {"a: 1\n", set({"b"}, text("x\xE2\x80\xA8y")), Refusal::bad_character,
       "b"},
      {"a: 1\n", set({"b"}, Value::map({{"c", {}}, {"c", {}}})),
       Refusal::bad_key, "b/c"},
      {"a: 1\n", set({"b"}, Value::map({{"", {}}})), Refusal::bad_key, "b"},
      {"a: 1\n", set({"b\nc"}, text("x")), Refusal::bad_key, "b\nc"},
      {"a: 1\n", set({std::string("\xFF")}, text("x")), Refusal::bad_key,
       "\xFF"},
      {"? a\n: 1\n", set({"b"}, text("x")), Refusal::unusual_form, "b"},
      {"? a\n", set({"a"}, text("x")), Refusal::unusual_form, "a"},
      {"- [a: 1]\n", set({0, 0, "b"}, text("x")), Refusal::unusual_form,
       "0/0/b"},
      // The text would get a line break it does not have.
      {"a: |\n  x", set({"b"}, text("x")), Refusal::unsafe, "b"},
      // The comment would become text.
      {"a: |\n  x\nb: 1\n  # c\n", [](Editor& e) { e.remove({"b"}); },
       Refusal::unsafe, "b"},
  };
  for (const Refusing& row : rows) {
    CAPTURE(row.before);
    CAPTURE(row.place);
    Editor editor(row.before);
    row.change(editor);
    editor.set({"z"}, text("z"));
    const auto result = editor.result();
    REQUIRE_FALSE(result);
    CHECK(result.error().why == row.why);
    CHECK(result.error().place == row.place);
  }
}

}  // namespace
}  // namespace thidua::yaml
