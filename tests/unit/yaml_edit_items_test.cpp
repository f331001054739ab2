// Items added, entries removed, changes refused: bytes before and after.

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "unit/yaml_edit_rows.hpp"
#include "yaml/edit.hpp"

namespace thidua::yaml {
namespace {

TEST_CASE("an item joins a list") {
  const auto filing = [](Editor& e) {
    e.append({"f"}, Value::map({{"duty", text("unit-report")},
                                {"date", text("2023-10-26")}}));
  };
  const auto append = [](Editor& e) { e.append({"a"}, text("x")); };
  check_edits({
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
  check_edits({
      {"a key", "a: 1\n# về b\nb: 2 # c\nd: 3\n", remove({"b"}),
       "a: 1\n# về b\nd: 3\n"},
      {"a key with lines of its own", "a:\n  # x\n  b: 1 # y\n\n# về c\nc: 3\n",
       remove({"a"}), "\n# về c\nc: 3\n"},
      {"the last key of a file without a last line end", "a: 1 # x\nb: 2",
       remove({"b"}), "a: 1 # x"},
      {"the last key below a block scalar", "a: |\n  x\nb: 2", remove({"b"}),
       "a: |\n  x\n"},
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
