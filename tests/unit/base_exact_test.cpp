#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "base/exact.hpp"

namespace thidua {
namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

Exact exact(std::string_view text) {
  return Exact::parse_fraction(text).value();
}

TEST_CASE("decimal numbers are read with a comma or a point") {
  struct Row {
    std::string_view text;
    std::optional<std::string_view> expected;
  };
  const Row rows[] = {
      {"0", "0"},
      {"-0", "0"},
      {"86", "86"},
      {"-0,5", "-1/2"},
      {"86.25", "345/4"},
      {"86,25", "345/4"},
      {"0,00", "0"},
      {"1,50", "3/2"},
      {"9223372036854775807", "9223372036854775807"},
      {"-9223372036854775808", "-9223372036854775808"},
      {"9223372036854775808", "9223372036854775808"},
      {"0.000000000000000000001", "1/1000000000000000000000"},
      {"123456789012345678901234567890", "123456789012345678901234567890"},
      {"0,00000000000000000000000000005", "1/20000000000000000000000000000"},
      {"1234567890123456789012345678901", std::nullopt},  // 31 digits
      {"0.000000000000000000000000000001", std::nullopt},
      {"", std::nullopt},
      {"-", std::nullopt},
      {"--5", std::nullopt},
      {"+5", std::nullopt},
      {"012", std::nullopt},
      {"00", std::nullopt},
      {"00.5", std::nullopt},
      {".5", std::nullopt},
      {"5.", std::nullopt},
      {"1.234,5", std::nullopt},
      {"1,2,3", std::nullopt},
      {"1 234", std::nullopt},
      {" 1", std::nullopt},
      {"1 ", std::nullopt},
      {"1e3", std::nullopt},
      {"0x10", std::nullopt},
      {"1,-5", std::nullopt},
      {"5%", std::nullopt},
      {"1/2", std::nullopt},
      {"nan", std::nullopt},
      {"٣", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto value = Exact::parse(row.text);
    CHECK(value.has_value() == row.expected.has_value());
    if (value && row.expected) {
      CHECK(value->to_fraction() == *row.expected);
    }
  }
}

TEST_CASE("fractions are read in the form they are written") {
  struct Row {
    std::string_view text;
    std::optional<std::string_view> expected;
  };
  const Row rows[] = {
      {"100/7", "100/7"},
      {"-1/2", "-1/2"},
      {"4/2", "2"},
      {"0/5", "0"},
      {"86,25", "345/4"},
      {"-9223372036854775808/3", "-9223372036854775808/3"},
      {"1/9223372036854775808", "1/9223372036854775808"},
      {"1/0", std::nullopt},
      {"1/-2", std::nullopt},
      {"1/", std::nullopt},
      {"/2", std::nullopt},
      {"1.5/2", std::nullopt},
      {"1/02", std::nullopt},
      {"1/2/3", std::nullopt},
      {"-", std::nullopt},
      {"-/2", std::nullopt},
      {"1/1234567890123456789012345678901", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto value = Exact::parse_fraction(row.text);
    CHECK(value.has_value() == row.expected.has_value());
    if (value && row.expected) {
      CHECK(value->to_fraction() == *row.expected);
    }
  }
}

TEST_CASE("a fraction is kept in lowest terms with its sign above") {
  CHECK(Exact(2, 4).to_fraction() == "1/2");
  CHECK(Exact(2, -4).to_fraction() == "-1/2");
  CHECK(Exact(-6, -3).to_fraction() == "2");
  CHECK(Exact(0, -7).to_fraction() == "0");
  CHECK(Exact(least, least).to_fraction() == "1");
  CHECK(Exact(least, -1).to_fraction() == "9223372036854775808");
  CHECK(Exact(1, least).to_fraction() == "-1/9223372036854775808");
  CHECK(Exact(least, 2).to_fraction() == "-4611686018427387904");
  CHECK(Exact(most, least).to_fraction() ==
        "-9223372036854775807/9223372036854775808");
  constexpr std::int64_t zero = 0;
  CHECK_THROWS_AS(Exact(1, zero), std::domain_error);
  CHECK_THROWS_AS(Exact(zero) / Exact(zero), std::domain_error);
}

TEST_CASE("sums, differences, products and quotients") {
  struct Row {
    std::string_view a;
    char operation;
    std::string_view b;
    std::string_view expected;
  };
  const Row rows[] = {
      {"1/2", '+', "1/3", "5/6"},
      {"1/6", '+', "1/3", "1/2"},
      {"1/7", '+', "-1/7", "0"},
      {"0,1", '+', "0,2", "3/10"},
      {"1", '-', "1/7", "6/7"},
      {"0", '-', "1/7", "-1/7"},
      {"2/3", '*', "3/4", "1/2"},
      {"0", '*', "3/4", "0"},
      {"3/4", '*', "0", "0"},
      {"100", '/', "7", "100/7"},
      {"1/2", '/', "-3/4", "-2/3"},
      {"0", '/', "-3/4", "0"},
      // past 64 bits and back, each way
      {"9223372036854775807", '+', "1", "9223372036854775808"},
      {"9223372036854775808", '-', "1", "9223372036854775807"},
      {"-9223372036854775808", '-', "1", "-9223372036854775809"},
      {"-9223372036854775809", '+', "1", "-9223372036854775808"},
      {"0", '-', "-9223372036854775808", "9223372036854775808"},
      {"-9223372036854775808", '*', "-1", "9223372036854775808"},
      {"-9223372036854775808", '/', "-1", "9223372036854775808"},
      {"9223372036854775808", '*', "-1", "-9223372036854775808"},
      {"4294967296", '*', "4294967296", "18446744073709551616"},
      {"18446744073709551616", '/', "4294967296", "4294967296"},
      {"18446744073709551616", '*', "0", "0"},
      {"18446744073709551616", '-', "18446744073709551616", "0"},
      {"1/4294967296", '*', "1/4294967297", "1/18446744078004518912"},
      {"1/9223372036854775807", '+', "1/9223372036854775806",
       "18446744073709551613/85070591730234615838173535747377725442"},
      {"-9223372036854775808/3", '/', "-9223372036854775808/7", "7/3"},
      {"-9223372036854775808", '+', "-9223372036854775808/3",
       "-36893488147419103232/3"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.a);
    CAPTURE(row.operation);
    CAPTURE(row.b);
    Exact value = exact(row.a);
    switch (row.operation) {
      case '+':
        value += exact(row.b);
        break;
      case '-':
        value -= exact(row.b);
        break;
      case '*':
        value *= exact(row.b);
        break;
      default:
        value /= exact(row.b);
        break;
    }
    CHECK(value.to_fraction() == row.expected);
  }
}

TEST_CASE("an operand may be the value itself") {
  for (const std::string_view text : {"5/3", "18446744073709551616"}) {
    CAPTURE(text);
    Exact doubled = exact(text);
    doubled += doubled;
    CHECK(doubled == exact(text) * 2);
    Exact none = exact(text);
    none -= none;
    CHECK(none.is_zero());
    Exact one = exact(text);
    one /= one;
    CHECK(one == Exact(1));
  }
}

TEST_CASE("values that came back from big are ordinary again") {
  Exact value(most);
  value += 1;
  value -= 1;
  CHECK(value == Exact(most));
  CHECK(value.is_whole());
  value -= most;
  CHECK(value.is_zero());
  CHECK((-Exact(least)).to_fraction() == "9223372036854775808");
  CHECK(-(-Exact(least)) == Exact(least));
  CHECK((-Exact(5, 3)).to_fraction() == "-5/3");
}

TEST_CASE("comparison, whichever way a value is kept") {
  const std::string_view in_order[] = {
      "-18446744073709551616",
      "-9223372036854775809",
      "-9223372036854775808",
      "-9223372036854775807",
      "-1",
      "-1/2",
      "-1/9223372036854775808",
      "0",
      "1/18446744073709551616",
      "1/9223372036854775807",
      "33/100",
      "1/3",
      "9223372036854775805/9223372036854775807",
      "9223372036854775806/9223372036854775807",
      "1",
      "100/7",
      "14,29",
      "9223372036854775807",
      "9223372036854775808",
      "18446744073709551617/2",
  };
  for (std::size_t i = 0; i < std::size(in_order); ++i) {
    for (std::size_t j = 0; j < std::size(in_order); ++j) {
      CAPTURE(in_order[i]);
      CAPTURE(in_order[j]);
      const Exact a = exact(in_order[i]);
      const Exact b = exact(in_order[j]);
      CHECK(((a <=> b) == (i <=> j)));
      CHECK((a == b) == (i == j));
      CHECK((a < b) == (i < j));
    }
  }
  CHECK(Exact(0) == 0);
  CHECK(Exact(7, 7) == 1);
}

TEST_CASE("copies are independent and a moved value can be used again") {
  for (const std::string_view text : {"5/3", "18446744073709551616/7"}) {
    CAPTURE(text);
    const Exact original = exact(text);
    Exact copy = original;
    copy += 1;
    CHECK(copy != original);
    copy = original;
    CHECK(copy == original);
    const Exact& same = copy;
    copy = same;
    CHECK(copy == original);
    Exact moved = std::move(copy);
    CHECK(moved == original);
    copy = Exact(3);
    CHECK(copy == 3);
    std::swap(copy, moved);
    CHECK(copy == original);
    CHECK(moved == 3);
  }
}

TEST_CASE("rounding takes a half away from zero") {
  struct Row {
    std::string_view text;
    int places;
    std::string_view expected;
  };
  const Row rows[] = {
      {"0,5", 0, "1"},
      {"-0,5", 0, "-1"},
      {"0,49", 0, "0"},
      {"-0,49", 0, "0"},
      {"2,5", 0, "3"},
      {"1,005", 2, "101/100"},
      {"-1,005", 2, "-101/100"},
      {"1,0049", 2, "1"},
      {"100/7", 2, "1429/100"},
      {"-100/7", 2, "-1429/100"},
      {"1/3", 3, "333/1000"},
      {"2/3", 0, "1"},
      {"86", 2, "86"},
      {"1/3", 20, "33333333333333333333/100000000000000000000"},
      {"9223372036854775807/2", 0, "4611686018427387904"},
      {"-9223372036854775807/2", 0, "-4611686018427387904"},
      {"27670116110564327421/2", 0, "13835058055282163711"},
      {"-27670116110564327421/2", 0, "-13835058055282163711"},
      {"9223372036854775808/7", 18,
       "1317624576693539401142857142857142857/1000000000000000000"},
      {"1/18446744073709551616", 2, "0"},
      {"9223372036854775808", 5, "9223372036854775808"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.places);
    const Exact rounded = exact(row.text).rounded(row.places);
    CHECK(rounded.to_fraction() == row.expected);
    CHECK(rounded == rounded.rounded(row.places));
  }
}

TEST_CASE("floor goes down, also below zero") {
  struct Row {
    std::string_view text;
    std::string_view expected;
  };
  const Row rows[] = {
      {"7/2", "3"},
      {"-7/2", "-4"},
      {"4", "4"},
      {"-4", "-4"},
      {"0", "0"},
      {"-1/9223372036854775807", "-1"},
      {"-1/18446744073709551616", "-1"},
      {"1/18446744073709551616", "0"},
      {"27670116110564327421/2", "13835058055282163710"},
      {"-27670116110564327421/2", "-13835058055282163711"},
      {"18446744073709551616", "18446744073709551616"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(exact(row.text).floor().to_fraction() == row.expected);
  }
}

TEST_CASE("what a value is") {
  CHECK(Exact().is_zero());
  CHECK(Exact().is_whole());
  CHECK_FALSE(Exact(1, 2).is_whole());
  CHECK(exact("18446744073709551616").is_whole());
  CHECK_FALSE(exact("18446744073709551616").is_zero());
  CHECK_FALSE(exact("1/18446744073709551616").is_whole());
}

TEST_CASE("numbers are printed the plain and the Vietnamese way") {
  struct Row {
    std::string_view text;
    int places;
    std::string_view plain;
    std::string_view vietnamese;
  };
  const Row rows[] = {
      {"0", 2, "0", "0"},
      {"1234,5", 2, "1234.5", "1.234,5"},
      {"-1234,5", 2, "-1234.5", "-1.234,5"},
      {"100/7", 2, "14.29", "14,29"},
      {"100/7", 0, "14", "14"},
      {"100/7", 4, "14.2857", "14,2857"},
      {"86", 2, "86", "86"},
      {"100", 2, "100", "100"},
      {"1000", 0, "1000", "1.000"},
      {"999999,995", 2, "1000000", "1.000.000"},
      {"123456", 2, "123456", "123.456"},
      {"0,05", 2, "0.05", "0,05"},
      {"-0,05", 2, "-0.05", "-0,05"},
      {"-0,001", 2, "0", "0"},
      {"0,5", 2, "0.5", "0,5"},
      {"1/3", 20, "0.33333333333333333333", "0,33333333333333333333"},
      {"12345678901234567890123456789", 2, "12345678901234567890123456789",
       "12.345.678.901.234.567.890.123.456.789"},
      {"-9223372036854775808", 2, "-9223372036854775808",
       "-9.223.372.036.854.775.808"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(exact(row.text).to_plain(row.places) == row.plain);
    CHECK(exact(row.text).to_vietnamese(row.places) == row.vietnamese);
  }
  CHECK(Exact(100, 7).to_plain() == "14.29");
  CHECK(Exact(100, 7).to_vietnamese() == "14,29");
}

}  // namespace
}  // namespace thidua
