// What a new record looks like, and which texts need quotes.

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <string>
#include <string_view>
#include <vector>

#include "unit/yaml_reading.hpp"
#include "unit/yaml_texts.hpp"
#include "yaml/quoting.hpp"
#include "yaml/write.hpp"

namespace thidua::yaml {
namespace {

std::string written(const Value& record, std::string_view comment = {}) {
  const auto result = write(record, comment);
  return result ? *result
                : fmt::format("refused {} at `{}`",
                              static_cast<int>(result.error().why),
                              result.error().place);
}

TEST_CASE("a record is written as people write it") {
  const Value sheet = Value::map({
      {"unit", text("the-duc/lung-cai"), {}},
      {"period", text("2023"), {}},
      {"illustrative", number("true"), {}},
      {"stages",
       Value::map(
           {{"self",
             Value::map({{"by", text("Trưởng xóm"), {}},
                         {"date", text("2023-10-28"), "ngày chấm"},
                         {"marks",
                          Value::map({{"IV.2.c-1a",
                                       Value::map({{"grade", text("Tốt"), {}}})
                                           .in_flow(),
                                       {}}}),
                          {}}}),
             {}}}),
       "Các bước: tự chấm, thẩm định, hội đồng"},
      {"filings",
       Value::list({Value::map({{"duty", text("unit-report"), {}},
                                {"pages", number("012.50"), {}},
                                {"points", number("86.250"), {}}}),
                    Value::list({text("a"), text("b")}), text("Xã, thị trấn"),
                    Value::map({}), Value()}),
       {}},
      {"evidence", Value::list({}), {}},
  });
  CHECK(written(sheet, "Phiếu chấm điểm năm 2023\nXóm Lũng Cải") ==
        R"(# Phiếu chấm điểm năm 2023
# Xóm Lũng Cải

unit: the-duc/lung-cai
period: "2023"
illustrative: true

# Các bước: tự chấm, thẩm định, hội đồng
stages:
  self:
    by: Trưởng xóm
    # ngày chấm
    date: "2023-10-28"
    marks:
      IV.2.c-1a: {grade: Tốt}
filings:
  - duty: unit-report
    pages: "012.50"
    points: 86.250
  - - a
    - b
  - Xã, thị trấn
  - {}
  - null
evidence: []
)");
}

TEST_CASE("brackets, quotes and long text") {
  struct Row {
    Value record;
    std::string bytes;
  };
  const std::string many(2000, 'x');
  const Row rows[] = {
      {Value::map({{"a", text("x, y"), {}}, {"no", text("b: c"), {}}})
           .in_flow(),
       "{a: \"x, y\", \"no\": \"b: c\"}\n"},
      {Value::list({text("a\"b"), text("a\\b"), text("a\tb"), text("a\nb")}),
       "- a\"b\n- a\\b\n- \"a\\tb\"\n- \"a\\nb\"\n"},
      {Value::list({Value::list({}), text("e\xCC\x82"), text("🌾")}).in_flow(),
       "[[], ê, 🌾]\n"},
      {Value::map({{"a", text("một " + many), {}}}), "a: một " + many + "\n"},
      {Value::map({{"a", Value::list({text("hai " + many)}).in_flow(), {}}}),
       "a: [hai " + many + "]\n"},
      {text("một dòng"), "một dòng\n"},
      {Value::map({}), "{}\n"},
      {Value::map({{"e\xCC\x82", number("-7"), {}}}), "ê: -7\n"},
      {Value::list({number("12345678901234567890.10"), number("1e3")}),
       "- 12345678901234567890.10\n- \"1e3\"\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(written(row.record) == row.bytes);
  }
}

TEST_CASE("what no record may hold is refused") {
  const auto in_map = [](std::string_view key, std::string_view value) {
    return Value::map(
        {{"a",
          Value::list({Value::map({{std::string(key), text(value), {}}})}),
          {}}});
  };
  const auto refusal = [](const Value& record, std::string_view comment = {}) {
    const auto result = write(record, comment);
    return result ? "written" : result.error().place + "!";
  };
  for (const char* bad : {"\x1B", "a\r\nb", "\xC3", "x\xE2\x80\xA8y",
                          "\xC2\x85", "\xEF\xBB\xBFx", "\x7F"}) {
    CAPTURE(bad);
    CHECK(refusal(in_map("b", bad)) == "a/0/b!");
    CHECK(refusal(in_map(bad, "b")) == "a/0!");
    CHECK(refusal(text("x"), bad) == "!");
    CHECK(refusal(Value::map({{"a", text("x"), bad}})) == "!");
  }
  CHECK(refusal(in_map("", "x")) == "a/0!");
  CHECK(refusal(in_map("x\ny", "x")) == "a/0/x\ny!");
  CHECK(refusal(Value::map({{"ê", {}, {}}, {"e\xCC\x82", {}, {}}})) ==
        "e\xCC\x82!");
  Value deep = text("x");
  for (int k = 0; k <= max_depth; ++k) {
    deep = Value::list({deep});
  }
  CHECK(refusal(deep) == "!");
  CHECK(refusal(text(std::string(max_bytes, 'x'))) == "!");
}

TEST_CASE("text that some reader would retype is quoted") {
  const char* retyped[] = {"",
                           "y",
                           "Y",
                           "n",
                           "no",
                           "NO",
                           "No",
                           "yes",
                           "on",
                           "Off",
                           "true",
                           "FALSE",
                           "null",
                           "Null",
                           "~",
                           "0",
                           "7",
                           "-7",
                           "+7",
                           "012",
                           "0o14",
                           "0x1F",
                           "0b1010",
                           "1e3",
                           "1E+3",
                           "1_000",
                           ".5",
                           "5.",
                           "1.5",
                           "+.5",
                           "86,25",
                           "2023-11-10",
                           "2023-1-1",
                           "2023-11-10 07:00:00",
                           "2023-11-10T07:00:00Z",
                           "2001-12-14t21:59:43.10-05:00",
                           "12:30",
                           "190:20:30",
                           "190:20:30.15",
                           ".inf",
                           "-.inf",
                           "+.INF",
                           ".nan",
                           ".NaN",
                           "=",
                           "<<",
                           "---",
                           "...",
                           "- a",
                           "-",
                           "? a",
                           "?",
                           ": a",
                           ":",
                           "a: b",
                           "a:",
                           "a #b",
                           " a",
                           "a ",
                           "\ta",
                           "a\tb",
                           "a\nb",
                           "#a",
                           "&a",
                           "*a",
                           "!a",
                           "|",
                           ">",
                           "'a'",
                           "\"a\"",
                           "%a",
                           "@a",
                           "`a",
                           "[a]",
                           "{a}",
                           "]",
                           "}",
                           ",",
                           "\xC2\xA0"
                           "a",
                           "a\xC2\xA0",
                           "\xE3\x80\x80x",
                           "x\xE2\x80\x8B"};
  for (const char* each : retyped) {
    CAPTURE(each);
    CHECK(must_quote(each, Where::block));
    CHECK(must_quote(each, Where::flow));
  }
}

TEST_CASE("ordinary text is not") {
  const char* plain[] = {"Xã, thị trấn",
                         "29/NQ-CP",
                         "15/11/2023",
                         "2022-Q4",
                         "IV.2.c-1a",
                         "bc-12-2023.pdf",
                         "a#b",
                         "a:b",
                         "http://example.vn/a?b",
                         "10 %",
                         "Ủy ban nhân dân",
                         "“Vì người nghèo”",
                         "it's",
                         "nói",
                         "yên",
                         "12 xã",
                         "86\xC2\xA0%",
                         "…",
                         "1. Mục đích"};
  for (const char* each : plain) {
    CAPTURE(each);
    CHECK_FALSE(must_quote(each, Where::block));
  }
  const char* in_flow_quoted[] = {"Xã, thị trấn", "a[b", "a}b", "a:b", "a?b"};
  for (const char* each : in_flow_quoted) {
    CAPTURE(each);
    CHECK(must_quote(each, Where::flow));
  }
}

TEST_CASE("yaml-cpp reads what was written") {
  const std::string texts[] = {
      "no",     "012",         "a\"b\\c",          "a\nb\tc",
      "x, [y]", "86\xC2\xA0%", "Đề nghị: bổ sung", "'",
      "🌾"};
  for (const std::string& each : texts) {
    CAPTURE(each);
    const Value list = Value::list({text(each)});
    const Value record =
        Value::map({{each == "a\nb\tc" ? "k" : each, list, "chú thích"},
                    {"flow", Value::list({text(each)}).in_flow(), {}}});
    const YAML::Node theirs = YAML::Load(written(record));
    CHECK(theirs.begin()->second[0].Scalar() == each);
    CHECK(theirs["flow"][0].Scalar() == each);
  }
}

}  // namespace
}  // namespace thidua::yaml
