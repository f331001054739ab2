#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/text.hpp"

namespace thidua {
namespace {

using std::string_view_literals::operator""sv;

struct Pair {
  std::string_view text;
  std::string_view expected;
};

TEST_CASE("the first invalid byte of UTF-8 is found") {
  struct Row {
    std::string_view text;
    std::optional<std::size_t> expected;
  };
  const Row rows[] = {
      {"", std::nullopt},
      {"plain ASCII, longer than eight bytes", std::nullopt},
      {"Đơn vị Lũng Cải", std::nullopt},
      {"\xEF\xBB\xBF", std::nullopt},
      {"nul\0inside"sv, std::nullopt},
      // the ends of what each length can say
      {"\x7F\xC2\x80\xDF\xBF", std::nullopt},
      {"\xE0\xA0\x80\xEF\xBF\xBF", std::nullopt},
      {"\xED\x9F\xBF\xEE\x80\x80", std::nullopt},
      {"\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", std::nullopt},
      // a continuation with nothing to continue
      {"\x80", 0},
      {"ab\xBF", 2},
      {"twelve bytes\xBF", 12},
      // cut short, at the end and by another character
      {"ab\xC3", 2},
      {"\xE1\xBA", 0},
      {"\xF0\x9F\x98", 0},
      {"x\xC4y", 1},
      {"\xE1\xBA\x41", 0},
      {"\xF0\x9F\x98\xC3\xA1", 0},
      // overlong: '/' and NUL in two, three and four bytes
      {"\xC0\xAF", 0},
      {"\xC1\xBF", 0},
      {"\xC0\x80", 0},
      {"\xE0\x80\xAF", 0},
      {"\xE0\x9F\xBF", 0},
      {"\xF0\x80\x80\xAF", 0},
      {"\xF0\x8F\xBF\xBF", 0},
      // surrogates
      {"\xED\xA0\x80", 0},
      {"a\xED\xBF\xBF", 1},
      // past U+10FFFF, and bytes that never occur
      {"\xF4\x90\x80\x80", 0},
      {"\xF5\x80\x80\x80", 0},
      {"\xF8\x88\x80\x80\x80", 0},
      {"\xFE", 0},
      {"\xFF", 0},
      // Latin-1 taken for UTF-8
      {"B\xE1o c\xE1o", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(find_invalid_utf8(row.text) == row.expected);
  }
}

TEST_CASE("invalid bytes are read as U+FFFD and never past the end") {
  for (const std::string_view text :
       {"\xE1\xBA"sv, "\xC0\xAF"sv, "\xED\xA0\x80"sv, "\xF4\x90\x80\x80"sv,
        "\xFF"sv, "a\xE1"sv, "\xF0\x9F\x98"sv}) {
    CAPTURE(text);
    CHECK_FALSE(find_invalid_utf8(to_nfc(text)));
    CHECK_FALSE(find_invalid_utf8(folded(text)));
    CHECK_FALSE(find_invalid_utf8(without_marks(text)));
    CHECK(display_width(text) > 0);
    CHECK_FALSE(is_id(text));
    CHECK(slug(text).size() <= 1);
    CHECK(compare_vietnamese(text, text) == 0);
    CHECK(compare_sections(text, text) == 0);
  }
  CHECK(to_nfc("a\xFFz") == "a\xEF\xBF\xBDz");
  CHECK(to_nfc("\xE1\xBA!") == "\xEF\xBF\xBD!");
}

TEST_CASE("ASCII is told from the rest") {
  CHECK(is_ascii(""));
  CHECK(is_ascii("0123456789abcdef\x7F"));
  CHECK_FALSE(is_ascii("á"));
  CHECK_FALSE(is_ascii("0123456á9abcdef"));
  CHECK_FALSE(is_ascii("0123456789abcde\x80"));
}

TEST_CASE("normal forms") {
  struct Row {
    std::string_view composed;
    std::string_view decomposed;
  };
  const Row rows[] = {
      {"", ""},
      {"Ban", "Ban"},
      {"quý", "quy\u0301"},
      {"hộ", "ho\u0323\u0302"},
      {"Tỷ lệ", "Ty\u0309 le\u0323\u0302"},
      {"ưỡn", "u\u031Bo\u031B\u0303n"},
      {"đ", "đ"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.composed);
    CHECK(to_nfc(row.decomposed) == row.composed);
    CHECK(to_nfc(row.composed) == row.composed);
    CHECK(to_nfd(row.composed) == row.decomposed);
    CHECK(is_nfc(row.composed));
    CHECK(is_nfc(row.decomposed) == (row.composed == row.decomposed));
  }
  // A tone typed after the finished vowel: half composed is not composed.
  CHECK(to_nfc("hô\u0323") == "hộ");
  CHECK_FALSE(is_nfc("hô\u0323"));
}

TEST_CASE("words people typed are folded to one form") {
  const Pair rows[] = {
      {"", ""},
      {"   ", ""},
      {"ĐƠN VỊ", "đơn vị"},
      {"  Xã \t\n Thể   Dục ", "xã thể dục"},
      {"a\u00A0b\u2003c", "a b c"},
      {"2021 – 2025", "2021 - 2025"},
      {"2021—2025", "2021-2025"},
      {"−5 ‐ ‑", "-5 - -"},
      {"quy\u0301", "quý"},
      // tones: of two fashions one word
      {"hoà", "hoà"},
      {"hòa", "hoà"},
      {"HÒA", "hoà"},
      {"hóa hỏa hõa họa", "hoá hoả hoã hoạ"},
      {"khỏe lòe", "khoẻ loè"},
      {"thủy thúy thùy thũy thụy", "thuỷ thuý thuỳ thuỹ thuỵ"},
      {"ủy ban", "uỷ ban"},
      {"ngòai khủyu", "ngoài khuỷu"},
      // … and nothing else moves
      {"quý quỹ quỷ", "quý quỹ quỷ"},
      {"qúy", "quý"},
      {"hoàn thoại khoẻn", "hoàn thoại khoẻn"},
      {"huyện truyền", "huyện truyền"},
      {"của mùa múa", "của mùa múa"},
      {"ngoặc hoặc", "ngoặc hoặc"},
      {"bồa cờa", "bồa cờa"},
      {"tiêu chí", "tiêu chí"},
      {"xóm 1/2", "xóm 1/2"},
  };
  for (const Pair& row : rows) {
    CAPTURE(row.text);
    CHECK(folded(row.text) == row.expected);
    CHECK(folded(row.expected) == row.expected);
    CHECK(folded(to_nfd(row.text)) == row.expected);
  }
}

TEST_CASE("marks can be taken off") {
  const Pair rows[] = {
      {"Đề nghị", "de nghi"},
      {"ĐĂK LẮK", "dak lak"},
      {"Hoàng Thị Hoà", "hoang thi hoa"},
      {"ương ưỡn ượt", "uong uon uot"},
      {"Ve\u0302\u0323", "ve"},
      {"30 %", "30 %"},
      {"한", "한"},
  };
  for (const Pair& row : rows) {
    CAPTURE(row.text);
    CHECK(without_marks(row.text) == row.expected);
  }
}

TEST_CASE("slugs") {
  const Pair rows[] = {
      {"Xóm Lũng Cải (minh họa)", "xom-lung-cai-minh-hoa"},
      {"Thể Dục", "the-duc"},
      {"Thể Dục", "the-duc"},
      {"  --Đức & Long!! ", "duc-long"},
      {"Tổ dân phố 10", "to-dan-pho-10"},
      {"H'Mông", "h-mong"},
      {"2021–2025", "2021-2025"},
      {"…", ""},
      {"", ""},
      {"日本", ""},
      {"a/../b", "a-b"},
  };
  for (const Pair& row : rows) {
    CAPTURE(row.text);
    CHECK(slug(row.text) == row.expected);
    CHECK((row.expected.empty() || is_id_segment(row.expected)));
  }
}

TEST_CASE("ids") {
  for (const std::string_view id :
       {"a", "7", "the-duc", "the-duc/lung-cai", "2023", "đức-long",
        "iv.2.đ-1b", "near_poor", "a.b_c-d", "a--b", "x/1/đ"}) {
    CAPTURE(id);
    CHECK(is_id(id));
  }
  for (const std::string_view text :
       {"",       "/",       "a/",  "/a",  "a//b", ".",   "..",
        "a/../b", "a..b",    "-a",  "a-",  "_a",   "a_",  ".a",
        "a.",     "A",       "Đức", "a b", "a\\b", "a:b", "é\u0301",
        "a\n",    "e\u0301", "ａ/", "٣",   "a*"}) {
    CAPTURE(text);
    CHECK_FALSE(is_id(text));
  }
  CHECK(is_id(std::string(200, 'a')));
  CHECK_FALSE(is_id(std::string(201, 'a')));
  CHECK(is_id_segment("lung-cai"));
  CHECK_FALSE(is_id_segment("the-duc/lung-cai"));
  CHECK_FALSE(is_id_segment(""));
}

using Compare = std::strong_ordering (*)(std::string_view, std::string_view);

// Every pair of a list that is in order, both ways round.
void check_in_order(Compare compare, std::span<const std::string_view> list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (std::size_t j = 0; j < list.size(); ++j) {
      CAPTURE(list[i]);
      CAPTURE(list[j]);
      CHECK((compare(list[i], list[j]) == (i <=> j)));
    }
  }
}

TEST_CASE("the order of a Vietnamese dictionary") {
  const std::string_view letters[] = {
      "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m",
      "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"};
  check_in_order(compare_vietnamese, letters);

  const std::string_view tones[] = {
      "a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ẩ",
      "ẫ", "ấ", "ậ", "e", "è", "ẻ", "ẽ", "é", "ẹ", "ê", "ề", "ể", "ễ", "ế", "ệ",
      "i", "ì", "ỉ", "ĩ", "í", "ị", "o", "ò", "ỏ", "õ", "ó", "ọ", "ô", "ồ", "ổ",
      "ỗ", "ố", "ộ", "ơ", "ờ", "ở", "ỡ", "ớ", "ợ", "u", "ù", "ủ", "ũ", "ú", "ụ",
      "ư", "ừ", "ử", "ữ", "ứ", "ự", "y", "ỳ", "ỷ", "ỹ", "ý", "ỵ"};
  check_in_order(compare_vietnamese, tones);

  const std::string_view words[] = {
      "",       "xóm 2",  "xóm 10", "xóm Bản", "xóm Cải", "xóm Dẻ", "xóm Đông",
      "xóm Em", "xóm ma", "xóm Ma", "xóm mà",  "xóm Mà",  "xóm mau"};
  check_in_order(compare_vietnamese, words);
}

TEST_CASE("texts are equal in order only when they are the same text") {
  CHECK(compare_vietnamese("hộ", "ho\u0323\u0302") == 0);
  CHECK(compare_vietnamese("xóm 1", "xóm 01") != 0);
  CHECK(compare_vietnamese("a", "A") < 0);
}

TEST_CASE("threads may compare at once") {
  std::vector<std::thread> threads;
  std::vector<int> wrong(4);
  for (int& count : wrong) {
    threads.emplace_back([&count] {
      for (int i = 0; i < 2000; ++i) {
        const bool ordered = compare_vietnamese("xã Đông", "xã Em") < 0 &&
                             compare_people("Lý B", "Lê A") > 0;
        count += ordered ? 0 : 1;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  CHECK(std::count(wrong.begin(), wrong.end(), 0) == 4);
}

TEST_CASE("people are ordered by given name, then by the rest") {
  const std::string_view people[] = {
      "",
      "Bế Văn An",
      "NGUYỄN VĂN AN",
      "Nguyễn Xuân An ",
      "Triệu Thị Ân",
      "Hoàng Dũng",
      "Nông Thị Đào",
      "Đặng",
      "Lý Hà",
      "Lý Hạ",
  };
  check_in_order(compare_people, people);
}

TEST_CASE("sections are ordered as printed") {
  const std::string_view sections[] = {
      "",        "1",       "I",         "I.1",        "II",        "II-2",
      "II-10",   "III",     "IV",        "IV.1",       "IV.2",      "IV.2-1",
      "IV.2-1a", "IV.2-1b", "IV.2-2",    "IV.2.a",     "IV.2.c",    "IV.2.c-1",
      "IV.2.d",  "IV.2.đ",  "IV.2.đ-1",  "IV.2.đ-1b",  "IV.2.e",    "IV.2.g",
      "IV.10",   "V",       "VI.7",      "VIII",       "IX",        "X",
      "XI",      "XIX",     "XL",        "A",          "A.1",       "B",
      "C",       "D",       "Đ",         "E",          "IIX",       "K",
      "L",       "M",       "phụ lục I", "phụ lục II", "phụ lục IX"};
  check_in_order(compare_sections, sections);
  CHECK(compare_sections("-2", "-10") < 0);
  CHECK(compare_sections("IV.2.đ", "IV.2.d\u0111") != 0);
  CHECK(compare_sections("II.99999999999999999999", "II.1") > 0);
}

TEST_CASE("columns on a terminal") {
  struct Row {
    std::string_view text;
    std::size_t expected;
  };
  const Row rows[] = {
      {"", 0},       {"abc", 3}, {"Đơn vị", 6}, {"Ðo\u031Bn vi\u0323", 6},
      {"日本", 4},   {"ａ", 2},  {"한", 2},     {"a\u200Db", 2},
      {"\uFEFF", 0}, {"…", 1},   {"\xFF", 1},   {"\n", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(display_width(row.text) == row.expected);
  }
  CHECK(pad_right("xã", 5) == "xã   ");
  CHECK(pad_left("xã", 5) == "   xã");
  CHECK(pad_left("日本", 5) == " 日本");
  CHECK(pad_right("đơn vị", 3) == "đơn vị");
}

TEST_CASE("the nearest candidate") {
  const std::string_view candidates[] = {"commune", "household", "hamlet",
                                         "agency",  "the-duc",   "the-dun",
                                         "đạt",     "yes"};
  struct Row {
    std::string_view word;
    std::optional<std::string_view> expected;
  };
  const Row rows[] = {
      {"comune", "commune"},        // one letter lost
      {"housheold", "household"},   // two swapped
      {"hosuehlod", "household"},   // twice
      {"agencyy", "agency"},        // one too many
      {"Hamlet", "hamlet"},         // case is no edit
      {"thể-dục", "the-duc"},       // nor are marks
      {"dat", "đạt"},               // even of a short word
      {"the-dux", "the-duc"},       // the first of equals
      {"ysa", std::nullopt},        // 3 letters allow one edit
      {"ye", std::nullopt},         // 2 letters none
      {"xxxxxxxxx", std::nullopt},  // nothing like it
      {"cmun", std::nullopt},       // 3 edits are too many for 4 letters
      {"", std::nullopt},
      {"householders of", std::nullopt},  // never more than 3
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK((nearest(row.word, candidates) == row.expected));
  }
  CHECK_FALSE(nearest("word", {}));
}

}  // namespace
}  // namespace thidua
