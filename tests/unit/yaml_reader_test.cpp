#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "unit/yaml_reading.hpp"

namespace thidua::yaml {
namespace {

using namespace std::string_view_literals;

TEST_CASE("records are read and typed by the core schema") {
  struct Row {
    std::string_view source;
    const char* json;
  };
  const Row rows[] = {
      {"a: b", R"({"a":"b"})"},
      {"---\na: b\n...\n", R"({"a":"b"})"},
      {"\xEF\xBB\xBFtên: Xóm Lũng Cải\r\n", R"({"tên":"Xóm Lũng Cải"})"},
      {"a:\nb: ~\nc: null\nd: Null\ne: NULL\nf: nUll\n",
       R"({"a":null,"b":null,"c":null,"d":null,"e":null,"f":"nUll"})"},
      {"[true, True, TRUE, false, False, FALSE]",
       "[true,true,true,false,false,false]"},
      {"[tRue, yes, No, on, off, y, n]",
       R"(["tRue","yes","No","on","off","y","n"])"},
      {"[0, 7, -7, +7, 120, 12345678901234567890123456789]",
       "[0,7,-7,7,120,12345678901234567890123456789]"},
      {"[86.25, -0.5, +0.50, 0.0]", "[86.25,-0.5,0.50,0.0]"},
      {"[012, 1_000, 0x1F, 0o7, 1e3, 1.5e3, .5, 5., .inf, .nan, +, 1.2.3]",
       R"(["012","1_000","0x1F","0o7","1e3","1.5e3",".5","5.",".inf",".nan",)"
       R"("+","1.2.3"])"},
      {"[2023-11-10, 12:30, 2022-Q4, 86\xC2\xA0%]",
       "[\"2023-11-10\",\"12:30\",\"2022-Q4\",\"86\xC2\xA0%\"]"},
      {"['1', \"true\", '', \"\", '~']", R"(["1","true","","","~"])"},
      {"a: 'it''s'\nb: \"x\\ty\\n\\u1ebf\\\"\"\n",
       R"({"a":"it's","b":"x\ty\nế\""})"},
      {"a: |\n  một\n    hai\n\n  ba\nb: >-\n  một\n  hai\n\n  ba\n",
       R"({"a":"một\n  hai\n\nba\n","b":"một hai\nba"})"},
      {"a: |+\n  x\n\nb: |2-\n    y\n", R"({"a":"x\n\n","b":"  y"})"},
      {"a: >+\n  x\n\n", R"({"a":"x\n\n"})"},
      {"a: một\n  hai\n  ba # bốn\n", R"({"a":"một hai ba"})"},
      {"a:\n- 1\n- - 2\n  - 3\n-\nb: {}\nc: []\n",
       R"({"a":[1,[2,3],null],"b":{},"c":[]})"},
      {"{a, b: c, \"d\":e}", R"({"a":null,"b":"c","d":"e"})"},
      {"[a: b, c]", R"([{"a":"b"},"c"])"},
      {"? a\n: b\n? c\n", R"({"a":"b","c":null})"},
      {"2023: a\ntrue: b\n\"\\\"\": c\n",
       R"({"2023":"a","true":"b","\"":"c"})"},
      {"a: x#y\nb: \"#\"\nc: '#' # d#e\n#f\n",
       R"({"a":"x#y","b":"#","c":"#"})"},
      {"a: |\n  x\n  \ty\n   \tz\n", R"({"a":"x\n\ty\n \tz\n"})"},
      {"a:\tb\t# c\n", R"({"a":"b"})"},
      {"=======\n", R"("=======")"},
      {"a: [\n  b,\n  c\n]\n", R"({"a":["b","c"]})"},
      {"a: \"b\n\n  c\"\n", R"({"a":"b\nc"})"},
      {"\"\\\\\\/\\_\\e0\"", "nothing"},
      {"\"\\\\\\/\\_\"", "\"\\\\/\xC2\xA0\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    const Reading got(row.source);
    CHECK(got.json() == row.json);
    CHECK(got.tree.has_value() == got.found.empty());
  }
}

TEST_CASE("styles, kinds and keys are known") {
  const Reading got(
      "a: b\n'c': [1]\n\"d\":\n  - |\n    x\n  - >\n    y\ne: {f: g}\n");
  REQUIRE(got.tree);
  const Node& root = got.tree->root();
  CHECK(root.is_mapping());
  CHECK(root.style() == Style::block);
  CHECK(root.items().empty());
  CHECK(root.text().empty());
  REQUIRE(root.entries().size() == 4);
  CHECK(root.entries()[0].key.style() == Style::plain);
  CHECK(root.entries()[1].key.style() == Style::single_quoted);
  CHECK(root.entries()[2].key.style() == Style::double_quoted);
  REQUIRE(root.find("c"));
  CHECK(root.find("c")->style() == Style::flow);
  CHECK(root.find("c")->items()[0].core_type() == CoreType::integer);
  CHECK(root.find("d")->items()[0].style() == Style::literal);
  CHECK(root.find("d")->items()[1].style() == Style::folded);
  CHECK(root.find("e")->find("f")->text() == "g");
  CHECK(root.find("e")->find("g") == nullptr);
  CHECK(root.find("a")->find("b") == nullptr);
  CHECK(root.core_type() == CoreType::text);
}

TEST_CASE("every fault has its code, and what can be used is still read") {
  struct Row {
    std::string_view source;
    const char* codes;
    const char* json;
  };
  const Row rows[] = {
      // bytes
      {"a: \xC4\xC3\n", "TD0101", "nothing"},
      {"a: \xC0\xAF \xED\xA0\x80 \xF4\x90\x80\x80 \xE1\xBB",
       "TD0101 TD0101 TD0101 TD0101", "nothing"},
      {"\xFF\xFE"
       "a\0"sv,
       "TD0101", "nothing"},
      {"\xFE\xFF\0a"sv, "TD0101", "nothing"},
      {"\xFF\xFE\0\0a\0\0\0"sv, "TD0101", "nothing"},
      {"\0\0\xFE\xFF\0\0\0a"sv, "TD0101", "nothing"},
      {"a: \0\n"sv, "TD0102", "nothing"},
      {"a: \x1B[1m \x7F \xC2\x9B \xEF\xBF\xBF", "TD0102 TD0102 TD0102 TD0102",
       "nothing"},
      {"a: \xEF\xBB\xBF", "TD0102", "nothing"},
      {"\xEF\xBB\xBF\xEF\xBB\xBF"
       "a: b",
       "TD0102", "nothing"},
      {"a: x\xE2\x80\xA8  y\n", "TD0103", "nothing"},
      {"a: x\xC2\x85  y\xE2\x80\xA9\n", "TD0103 TD0103", "nothing"},
      {"a: x\xE2\x80\xA8y\nb:\n\xC2\x85  c: 1\n", "TD0103 TD0103", "nothing"},
      {"a: x\xE2\x80\xA8y\na: z\n", "TD0103 TD0110", "nothing"},
      {"a: b\rc: d\re: f\r", "TD0104", R"({"a":"b","c":"d","e":"f"})"},
      {"<<<<<<< HEAD\na: b\n||||||| base\n=======\na: c\n>>>>>>> x\n",
       "TD0105 TD0105 TD0105 TD0105", "nothing"},
      {"a: b\r\n>>>>>>>\r\n", "TD0105", "nothing"},
      {"a:\n\tb: c\n", "TD0106", "nothing"},
      {"a:\n  - b\n  \t- c\nd: |\n  x\n \ty\n", "TD0106", "nothing"},
      {"a: b\n \tc\n", "TD0106", R"({"a":"b c"})"},
      {"a: b\n\t\nc: d\n", "TD0106", "nothing"},
      {"a: |\n\tb\n", "TD0106", "nothing"},
      // several records, or none
      {"a: b\n---\nc: d\n", "TD0109", R"({"a":"b"})"},
      {"---\na: b\n---\n", "TD0109", R"({"a":"b"})"},
      {"a: b\n---\nc: |\n  \tx\n", "TD0109", R"({"a":"b"})"},
      {"", "TD0114", "nothing"},
      {"\xEF\xBB\xBF", "TD0114", "nothing"},
      {" \n# chưa có gì\n\n", "TD0114", "nothing"},
      {"---\n...\n", "TD0114", "nothing"},
      // keys
      {"a: 1\nb: 2\na: 3\n\"b\": 4\na: 5\n", "TD0110 TD0110 TD0110",
       R"({"a":1,"b":2})"},
      {"x: {a: 1, a: 2}\ny: {a: 3}\n", "TD0110",
       R"({"x":{"a":1},"y":{"a":3}})"},
      {"\xE1\xBA\xBF: 1\ne\xCC\x82\xCC\x81: 2\n", "TD0110 TD0116",
       "{\"\xE1\xBA\xBF\":1}"},
      {"[a]: 1\n{b: c}: 2\nd: 3\n", "TD0115 TD0115", R"({"d":3})"},
      {"~: 1\nnull: 2\n\"\": 3\nd: 4\n", "TD0115 TD0115 TD0115", R"({"d":4})"},
      {"? |\n  a\n: 1\n? b\n  c\n: 2\nd: 3\n", "TD0115 TD0115", R"({"d":3})"},
      {"? [x, {y: z}]\n: [1, {a: 2}]\nd: 3\n", "TD0115", R"({"d":3})"},
      {": 1\n", "TD0115", "nothing"},
      {"<<: {a: 1}\nb: 2\n", "TD0115", R"({"b":2})"},
      {"\"<<\": 1\n", "", R"({"<<":1})"},
      // anchors, tags, directives
      {"a: &x 1\nb: *x\n", "TD0111 TD0111", R"({"a":1,"b":""})"},
      {"&x a: 1\n*x : 2\nb: &y {c: d}\n", "TD0111 TD0111 TD0111",
       R"({"a":1,"b":{"c":"d"}})"},
      {"*x", "TD0111", R"("")"},
      {"a: **rất tốt**\n", "TD0111", "nothing"},
      {"a: & b\n", "TD0111", "nothing"},
      {"a: !!str 1\nb: !x [c]\nd: ! e\n", "TD0112 TD0112 TD0112",
       R"({"a":"","b":["c"],"d":"e"})"},
      {"a: !x!y 1\n", "TD0112", "nothing"},
      {"a: !<x\n", "TD0112", "nothing"},
      {"%YAML 1.2\n---\na: b\n", "TD0113", R"({"a":"b"})"},
      {"%TAG ! x:\n---\na: b\n", "TD0113", R"({"a":"b"})"},
      {"%YAML 3.0\n---\na: b\n", "TD0113", "nothing"},
      {"%x\n", "TD0113", "nothing"},
      // characters written as escapes
      {"a: \"\\0\"\nb: \"\\x07\"\nc: \"\\r\"\nd: \"\\uFEFF\"\n",
       "TD0102 TD0102 TD0102 TD0102", "nothing"},
      {"a: \"\\N\"\nb: \"\\L\"\nc: \"\\P\"\nd: \"\\u2028\"\n",
       "TD0103 TD0103 TD0103 TD0103", "nothing"},
      // what libyaml lets pass
      {"a: \"x\"# y\n", "TD0113", R"({"a":"x"})"},
      {"a: [b,#c\n  d]#e\n", "TD0113 TD0113", R"({"a":["b","d"]})"},
      {"a: |#b\n  c\n", "TD0113", R"({"a":"c\n"})"},
      {"a: \"b\nc: d\"\n", "TD0113", R"({"a":"b c: d"})"},
      {"a: [b,\nc: d,\ne]\n", "TD0113", R"({"a":["b",{"c":"d"},"e"]})"},
      {"[-, ?x]", "TD0113 TD0113", R"(["-",{"x":null}])"},
      // form
      {"# e\xCC\x82\na: b\n", "", R"({"a":"b"})"},
      {"a: \"A\\u0301\"\n", "TD0116", R"({"a":"Á"})"},
      {"a: \"e\\\n  \xCC\x82\"\nb: o\xCC\x82\n", "TD0116",
       R"({"a":"ê","b":"ô"})"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    const Reading got(row.source);
    CHECK(got.codes() == row.codes);
    CHECK(got.json() == row.json);
  }
}

TEST_CASE("a syntax error is told at the place that needs mending") {
  struct Row {
    std::string_view source;
    const char* at;  // the bytes of the diagnostic
    const char* message;
  };
  const Row rows[] = {
      {"b: 2\na:1\n", ":", "no space after the colon in `a:1`"},
      {"a:1\nb: 2\n", ":", "no space after the colon in `a:1`"},
      {"\"a\":1\n", ":", "no space after the colon in `\"a\":1`"},
      {"b: 2\nxóm\nc: 3\n", "xóm", "no colon after `xóm`"},
      {"a: b: c\n", ":", "second colon in text without quotes"},
      {"a: 1\n b: 2\n", ":", "the line does not fit under the line above it"},
      {"a:\n  b: 1\n c: 2\n", "c",
       "the line does not fit under the line above it"},
      {"a: b\n- c\n", "-", "the line does not fit under the line above it"},
      {"a: \"b\nc: d\n", "\"",
       "the quote `\"` that opens here is never closed"},
      {"a: 'b\n---\n'\n", "'", "the quote `'` that opens here is never closed"},
      {"a: 'it's'\n", "s", "text after the closing quote"},
      {"a: [b] c\n", "c", "text after the end of the value"},
      {"a: [b, c\nd: e\n", "[",
       "`[` that opens here is not closed, or a comma is missing"},
      {"a: {b: c\n", "{",
       "`{` that opens here is not closed, or a comma is missing"},
      {"- a\nb: c\n", "b", "line without `-` among the items of a list"},
      {"a: @b\n", "@", "text begins with `@`"},
      {"a: %b\n", "%", "text begins with `%`"},
      {"a: `b\n", "`", "text begins with ```"},
      {"a: - b\n", "-", "list item on the line of its key"},
      {"a: ? b\n", "?", "text begins with `?` and a space"},
      {"a: |b\n  c\n", "b", "text on the line of `|`"},
      {"a: ]\n", "]", "`]` where a value is due"},
      {"[a, b:]\n", ":", "colon at the end of text without quotes"},
      {"{a: b}}\n", "}", "text after the end of the record"},
      {"a: b\n...\nc: d\n", "c", "text after the end of the record"},
      {"a: \"\\d\"\n", "\\d",
       "`\\` in double quotes does not begin a known escape"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    const Reading got(row.source);
    REQUIRE(got.found.all().size() == 1);
    const Diagnostic& only = got.found.all().front();
    CHECK(only.code == code::syntax_error);
    CHECK(got.slice(only.where) == row.at);
    CHECK(say(only.message, Language::en) == row.message);
    CHECK_FALSE(got.tree.has_value());
  }
}

TEST_CASE("all faults of the bytes are found in one pass") {
  const Reading got(
      "a: \xFF\nb: \x01\nc: \xE2\x80\xA8\n<<<<<<< HEAD\n\td: e\n=======\n"
      ">>>>>>> x\ng: \xC3"sv);
  CHECK(got.codes() == "TD0101 TD0102 TD0103 TD0105 TD0105 TD0105 TD0101");
  CHECK(got.slice(got.found.all()[0].where) == "\xFF");
  CHECK(got.slice(got.found.all()[6].where) == "\xC3");
}

TEST_CASE("faults of keys and values are found together") {
  const Reading got(
      "a: &x 1\na: *x\n[b]: !c d\n<<: e\nf: \"o\\u0302\"\ng: \"\\x1b\"\n"
      "---\nh\n");
  CHECK(got.codes() ==
        "TD0111 TD0110 TD0111 TD0115 TD0112 TD0115 TD0116 TD0102 TD0109");
}

TEST_CASE("a stretch of bad bytes is one fault, named and placed") {
  const Reading got("a: x\xC4\xC3\xFF\xFE\xC0y\n");
  REQUIRE(got.found.all().size() == 1);
  const Diagnostic& only = got.found.all().front();
  CHECK(got.slice(only.where) == "\xC4\xC3\xFF\xFE\xC0");
  CHECK(say(only.message, Language::en) ==
        "the bytes `C4 C3 FF FE …` are not UTF-8 text");
}

TEST_CASE("a second key names the line of the first") {
  const Reading got("# x\na: 1\nb: 2\n\"a\": 3\n");
  REQUIRE(got.found.all().size() == 1);
  const Diagnostic& only = got.found.all().front();
  CHECK(got.slice(only.where) == "\"a\"");
  CHECK(say(only.message, Language::en) ==
        "key `\"a\"` stands here a second time");
  CHECK(say(only.hint, Language::en) ==
        "delete one of the two; the first is on line 2");
}

TEST_CASE("duplicates are found in mappings of any size, in file order") {
  std::string source;
  for (int i = 0; i < 500; ++i) {
    source += fmt::format("k{}: {}\n", i % 490, i);
  }
  const Reading got(source);
  REQUIRE(got.tree);
  CHECK(got.tree->root().entries().size() == 490);
  CHECK(got.tree->root().find("k9")->text() == "9");
  REQUIRE(got.found.all().size() == 10);
  for (std::size_t i = 0; i < 10; ++i) {
    CHECK(got.slice(got.found.all()[i].where) == fmt::format("k{}", i));
  }
}

TEST_CASE("the warning of loose marks comes once and the text is joined") {
  const Reading got("a: tie\xCC\x82\xCC\x81ng\nb: Vie\xCC\xA3\xCC\x82t\n");
  CHECK(got.json() == R"({"a":"tiếng","b":"Việt"})");
  REQUIRE(got.found.all().size() == 1);
  CHECK(got.found.all()[0].code == code::not_nfc);
  CHECK(got.found.all()[0].where.offset == 3);
  CHECK(got.found.count(Severity::error) == 0);
}

TEST_CASE("the tree does not need the source any more") {
  auto source = std::make_unique<std::string>("a: [xóm, \"\\u1ea5p\", 3]\n");
  Diagnostics found;
  std::optional<Tree> tree = read(*source, 0, found);
  source.reset();
  REQUIRE(tree);
  Tree moved = std::move(*tree);
  CHECK(to_json(moved.root()) == R"({"a":["xóm","ấp",3]})");
}

TEST_CASE("files are read from several threads at once") {
  std::vector<std::thread> threads;
  std::vector<std::string> results(4);
  for (std::size_t k = 0; k < results.size(); ++k) {
    threads.emplace_back([&results, k] {
      for (int i = 0; i < 200; ++i) {
        results[k] = Reading("a: [e\xCC\x82, {b: c}]\nd: |\n  x\n").json();
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  for (const std::string& result : results) {
    CHECK(result == R"({"a":["ê",{"b":"c"}],"d":"x\n"})");
  }
}

}  // namespace
}  // namespace thidua::yaml
