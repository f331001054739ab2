// Whatever people typed, no character of it commands another program.
#include <doctest/doctest.h>

#include <vector>

#include "base/plain_text.hpp"
#include "base/text.hpp"

using namespace thidua;
using std::string_view_literals::operator""sv;

TEST_CASE("plain text has one kind of line end and no control characters") {
  struct Row {
    std::string_view text;
    std::string_view plain;
    std::string_view line;
  };
  const std::vector<Row> rows{
      {"", "", ""},
      {"Xã Mẫu", "Xã Mẫu", "Xã Mẫu"},
      {"a\nb\r\nc\rd", "a\nb\nc\nd", "a b c d"},
      {"a\r\r\n\n", "a\n\n\n", "a"},
      {"a\vb\fc", "a\nb\nc", "a b c"},
      {"a\xC2\x85"
       "b\xE2\x80\xA8"
       "c\xE2\x80\xA9",
       "a\nb\nc\n", "a b c"},
      {"\ta \t b ", "\ta \t b ", "a b"},
      {"nul\0, bell\a, \x1B[31m, \x7F, \xC2\x9B."sv, "nul, bell, [31m, , .",
       "nul, bell, [31m, , ."},
      {"\xC2\xA0", "\xC2\xA0", "\xC2\xA0"},
      {"a\xFF"
       "b\xE1\xBB",
       "a\xEF\xBF\xBD"
       "b\xEF\xBF\xBD",
       "a\xEF\xBF\xBD"
       "b\xEF\xBF\xBD"},
      {"e\u0302\u0301 \U0001F33E", "e\u0302\u0301 \U0001F33E",
       "e\u0302\u0301 \U0001F33E"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(plain_text(row.text) == row.plain);
    CHECK(plain_line(row.text) == row.line);
  }
}

TEST_CASE("a text is cut between characters only") {
  CHECK(whole_characters("", 5) == 0);
  CHECK(whole_characters("abc", 5) == 3);
  CHECK(whole_characters("abc", 2) == 2);
  CHECK(whole_characters("xã", 3) == 3);
  CHECK(whole_characters("xã", 2) == 1);
  CHECK(whole_characters("\U0001F33E", 3) == 4);  // one goes on, all the same
  const std::string_view text = "Đề nghị tặng \U0001F33E cho xã";
  for (std::size_t limit = 4; limit <= text.size(); ++limit) {
    const std::size_t length = whole_characters(text, limit);
    CHECK(length <= limit);
    CHECK(length + 4 > limit);
    CHECK_FALSE(find_invalid_utf8(text.substr(0, length)));
  }
}
