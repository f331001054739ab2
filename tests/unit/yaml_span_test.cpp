#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "unit/yaml_reading.hpp"
#include "unit/yaml_texts.hpp"

namespace thidua::yaml {
namespace {

void collect(const Reading& reading, const Node& node,
             std::vector<std::string>& into) {
  into.emplace_back(reading.slice(node.span()));
  for (const Node& item : node.items()) {
    collect(reading, item, into);
  }
  for (const auto& [key, value] : node.entries()) {
    collect(reading, key, into);
    collect(reading, value, into);
  }
}

// The source of every node, parents before children.
std::vector<std::string> slices(const std::string& source) {
  const Reading reading(source);
  std::vector<std::string> all;
  if (reading.tree) {
    collect(reading, reading.tree->root(), all);
  }
  return all;
}

struct SpanRow {
  std::string source;
  std::vector<std::string> slices;
};

const std::vector<SpanRow>& span_rows() {
  static const std::vector<SpanRow> table = {
      {"xóm: Lũng Cải", {"xóm: Lũng Cải", "xóm", "Lũng Cải"}},
      {"# đầu\n\nê: 'ấp' # ghi chú\n\n# cuối\n", {"ê: 'ấp'", "ê", "'ấp'"}},
      {"a: \"ế\\u1ebf\"\nb: 'ố''ố'\n",
       {"a: \"ế\\u1ebf\"\nb: 'ố''ố'", "a", "\"ế\\u1ebf\"", "b", "'ố''ố'"}},
      {"a: ộ\n  ổ\n\n  ỗ   # ồ\n\nb: c\n",
       {"a: ộ\n  ổ\n\n  ỗ   # ồ\n\nb: c", "a", "ộ\n  ổ\n\n  ỗ", "b", "c"}},
      {"a: \"ộ\n  ổ\"\nb: c",
       {"a: \"ộ\n  ổ\"\nb: c", "a", "\"ộ\n  ổ\"", "b", "c"}},
      // block scalars: header to the last line with something on it
      {"a: |  # đ\n  đ\n   đ  \n\n\nb: >-\n  ê\n# ê\n",
       {"a: |  # đ\n  đ\n   đ  \n\n\nb: >-\n  ê", "a", "|  # đ\n  đ\n   đ  ",
        "b", ">-\n  ê"}},
      {"a: |+ # đ\n\n\nb: >2-\n",
       {"a: |+ # đ\n\n\nb: >2-", "a", "|+", "b", ">2-"}},
      {"a: |", {"a: |", "a", "|"}},
      {"- |\n ê\n- ê\n", {"- |\n ê\n- ê", "|\n ê", "ê"}},
      // collections end with the last thing in them
      {"a:\n  - ê\n  - b:\n      c: ế # d\n\n  # e\n# f\ng:\n  h: i\n# k\n",
       {"a:\n  - ê\n  - b:\n      c: ế # d\n\n  # e\n# f\ng:\n  h: i", "a",
        "- ê\n  - b:\n      c: ế", "ê", "b:\n      c: ế", "b", "c: ế", "c", "ế",
        "g", "h: i", "h", "i"}},
      {"a:\n- ê\n# b\n\nc: d\n",
       {"a:\n- ê\n# b\n\nc: d", "a", "- ê", "ê", "c", "d"}},
      {"a: [ế, # b\n  {c: d}  ]  # e\nf: {}\ng: [ ]\n",
       {"a: [ế, # b\n  {c: d}  ]  # e\nf: {}\ng: [ ]", "a",
        "[ế, # b\n  {c: d}  ]", "ế", "{c: d}", "c", "d", "f", "{}", "g",
        "[ ]"}},
      {"[ê: ế , c]", {"[ê: ế , c]", "ê: ế", "ê", "ế", "c"}},
      // a value that is not there stands right behind its sign
      {"ê:\nb: # c\nd:\n  # e\n",
       {"ê:\nb: # c\nd:", "ê", "", "b", "", "d", ""}},
      {"-\n- ê\n-  # b\n", {"-\n- ê\n-", "", "ê", ""}},
      {"{ê, b: , c }", {"{ê, b: , c }", "ê", "", "b", "", "c", ""}},
      {"? ê\n\n# a\n? b\n", {"? ê\n\n# a\n? b", "ê", "", "b", ""}},
      {"---\nê: b\n...\n# c\n", {"ê: b", "ê", "b"}},
      {"--- # ê\n- b\n", {"- b", "b"}},
      {"a: \xF0\x9F\x8C\xBE\nb: \xF0\x9F\x8C\xBE\xF0\x9F\x8C\xBE x # y\n",
       {"a: \xF0\x9F\x8C\xBE\nb: \xF0\x9F\x8C\xBE\xF0\x9F\x8C\xBE x", "a",
        "\xF0\x9F\x8C\xBE", "b", "\xF0\x9F\x8C\xBE\xF0\x9F\x8C\xBE x"}},
  };
  return table;
}

TEST_CASE("spans are the bytes of the text") {
  for (const SpanRow& row : span_rows()) {
    // The block mapping begins at its first key, not at the `?` before it.
    CAPTURE(row.source);
    CHECK(slices(row.source) == row.slices);
  }
}

TEST_CASE("a byte order mark and CRLF line ends move nothing") {
  for (const SpanRow& row : span_rows()) {
    const std::string source = "\xEF\xBB\xBF" + with_crlf(row.source);
    CAPTURE(source);
    std::vector<std::string> want;
    for (const std::string& slice : row.slices) {
      want.push_back(with_crlf(slice));
    }
    CHECK(slices(source) == want);
  }
}

TEST_CASE("an ASCII file has the same spans as one that is not") {
  for (const SpanRow& row : span_rows()) {
    std::string ascii;
    for (const char c : row.source) {
      ascii += static_cast<unsigned char>(c) < 0x80 ? c : 'e';
    }
    CAPTURE(ascii);
    const Reading plain(ascii);
    const Reading other(ascii + "\n# ế\n");
    REQUIRE(plain.tree.has_value() == other.tree.has_value());
    if (plain.tree) {
      CHECK(slices(ascii) == slices(other.source));
    }
  }
}

TEST_CASE("a long text without ASCII is counted right") {
  std::string source = "a: \"";
  for (int i = 0; i < 100; ++i) {
    source += std::string(static_cast<std::size_t>(i % 9), 'x') + "ệđ";
  }
  source += "\" # ";
  for (int i = 0; i < 50; ++i) {
    source += "ữ" + std::string(static_cast<std::size_t>(i % 11), ' ');
  }
  source += "\nb: ư\n";
  const std::vector<std::string> all = slices(source);
  REQUIRE(all.size() == 5);
  CHECK(all[2].front() == '"');
  CHECK(all[2].back() == '"');
  CHECK(all[3] == "b");
  CHECK(all[4] == "ư");
}

}  // namespace
}  // namespace thidua::yaml
