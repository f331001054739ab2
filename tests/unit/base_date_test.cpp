#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/text.hpp"
#include "values.hpp"

namespace thidua {
namespace {

using test::day;
using test::period;

TEST_CASE("dates are read in two forms and only if the day exists") {
  struct Row {
    std::string_view text;
    std::optional<std::string_view> iso;
    bool looks_like_date;
  };
  const Row rows[] = {
      {"2023-11-15", "2023-11-15", true},
      {"15/11/2023", "2023-11-15", true},
      {"1/7/2025", "2025-07-01", true},
      {"01/07/2025", "2025-07-01", true},
      {"01/7/2025", "2025-07-01", true},
      {"1900-01-01", "1900-01-01", true},
      {"2199-12-31", "2199-12-31", true},
      // leap years
      {"2024-02-29", "2024-02-29", true},
      {"2000-02-29", "2000-02-29", true},
      {"2100-02-29", std::nullopt, true},
      {"2023-02-29", std::nullopt, true},
      // of the right shape, but no day
      {"2025-02-30", std::nullopt, true},
      {"31/04/2025", std::nullopt, true},
      {"2025-13-01", std::nullopt, true},
      {"2025-00-10", std::nullopt, true},
      {"0/1/2025", std::nullopt, true},
      {"11/15/2023", std::nullopt, true},  // the American way
      {"1899-12-31", std::nullopt, true},
      {"2200-01-01", std::nullopt, true},
      // of another shape
      {"", std::nullopt, false},
      {"2023", std::nullopt, false},
      {"2023-11", std::nullopt, false},
      {"11/2023", std::nullopt, false},
      {"2023-1-5", std::nullopt, false},
      {"15-11-2023", std::nullopt, false},
      {"15.11.2023", std::nullopt, false},
      {"15/11/23", std::nullopt, false},
      {"2023-11-15 ", std::nullopt, false},
      {" 2023-11-15", std::nullopt, false},
      {"2023-11-15T00:00", std::nullopt, false},
      {"+023-11-15", std::nullopt, false},
      {"2023-11--5", std::nullopt, false},
      {"/11/2023", std::nullopt, false},
      {"15//2023", std::nullopt, false},
      {"1/2/3/2023", std::nullopt, false},
      {"015/11/2023", std::nullopt, false},
      {"hôm nay", std::nullopt, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto date = parse_date(row.text);
    CHECK(date.has_value() == row.iso.has_value());
    if (date && row.iso) {
      CHECK(to_iso(*date) == *row.iso);
    }
    CHECK(looks_like_date(row.text) == row.looks_like_date);
  }
}

TEST_CASE("dates are shown as official papers write them") {
  CHECK(to_vietnamese(day("2023-11-15")) == "15/11/2023");
  CHECK(to_vietnamese(day("2025-07-01")) == "01/7/2025");
  CHECK(to_vietnamese(day("2025-02-09")) == "09/02/2025");
  CHECK(to_vietnamese(day("2025-01-31")) == "31/01/2025");
}

TEST_CASE("days are counted") {
  CHECK(to_iso(add_days(day("2023-12-31"), 1)) == "2024-01-01");
  CHECK(to_iso(add_days(day("2024-03-01"), -1)) == "2024-02-29");
  CHECK(to_iso(add_days(day("2023-03-01"), -1)) == "2023-02-28");
  CHECK(to_iso(add_days(day("2021-01-01"), 1825)) == "2025-12-31");
  CHECK(days_between(day("2023-11-01"), day("2023-11-09")) == 8);
  CHECK(days_between(day("2023-11-09"), day("2023-11-01")) == -8);
  CHECK(days_between(day("2024-01-01"), day("2025-01-01")) == 366);
}

TEST_CASE("days that come each year") {
  struct Row {
    std::string_view text;
    std::optional<std::string_view> expected;
  };
  const Row rows[] = {
      {"10/11", "10/11"},        {"11-10", "10/11"},
      {"1/7", "01/7"},           {"02-09", "09/02"},
      {"29/02", "29/02"},        {"30/02", std::nullopt},
      {"31/04", std::nullopt},   {"15/13", std::nullopt},
      {"13-15", std::nullopt},   {"1-7", std::nullopt},
      {"10/11/", std::nullopt},  {"10/11/2023", std::nullopt},
      {"", std::nullopt},        {"/", std::nullopt},
      {"--11-10", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto found = MonthDay::parse(row.text);
    CHECK(found.has_value() == row.expected.has_value());
    if (found && row.expected) {
      CHECK(found->to_vietnamese() == *row.expected);
    }
  }
  const MonthDay leap_day{.month = 2, .day = 29};
  CHECK(to_iso(leap_day.in_year(2024)) == "2024-02-29");
  CHECK(to_iso(leap_day.in_year(2023)) == "2023-02-28");
  CHECK(MonthDay{.month = 3, .day = 1} > leap_day);
}

TEST_CASE("periods are read in every form people write") {
  struct Row {
    std::string_view text;
    std::string_view expected;
    std::string_view first;
    std::string_view last;
  };
  const Row rows[] = {
      {"2023-11", "2023-11", "2023-11-01", "2023-11-30"},
      {"11/2023", "2023-11", "2023-11-01", "2023-11-30"},
      {"tháng 2/2024", "2024-02", "2024-02-01", "2024-02-29"},
      {"2022-Q4", "2022-Q4", "2022-10-01", "2022-12-31"},
      {"2022-Q1", "2022-Q1", "2022-01-01", "2022-03-31"},
      {"quý IV/2022", "2022-Q4", "2022-10-01", "2022-12-31"},
      {"Quý  iv/2022", "2022-Q4", "2022-10-01", "2022-12-31"},
      {"qúy IV/2022", "2022-Q4", "2022-10-01", "2022-12-31"},
      {"quý 4/2022", "2022-Q4", "2022-10-01", "2022-12-31"},
      {"IV/2022", "2022-Q4", "2022-10-01", "2022-12-31"},
      {"I/2022", "2022-Q1", "2022-01-01", "2022-03-31"},
      {"4/2022", "2022-04", "2022-04-01", "2022-04-30"},
      {"2023-H1", "2023-H1", "2023-01-01", "2023-06-30"},
      {"2023-H2", "2023-H2", "2023-07-01", "2023-12-31"},
      {"2023", "2023", "2023-01-01", "2023-12-31"},
      {"năm 2023", "2023", "2023-01-01", "2023-12-31"},
      {"2021..2025", "2021..2025", "2021-01-01", "2025-12-31"},
      {"2022-11-15..2023-11-14", "2022-11-15..2023-11-14", "2022-11-15",
       "2023-11-14"},
      {"15/11/2022..14/11/2023", "2022-11-15..2023-11-14", "2022-11-15",
       "2023-11-14"},
      {"2023-05-01..2023-05-01", "2023-05-01..2023-05-01", "2023-05-01",
       "2023-05-01"},
      // a window that is exactly a named period is that one
      {"2023..2023", "2023", "2023-01-01", "2023-12-31"},
      {"2023-01-01..2023-12-31", "2023", "2023-01-01", "2023-12-31"},
      {"2023-07-01..2023-12-31", "2023-H2", "2023-07-01", "2023-12-31"},
      {"2023-04-01..2023-06-30", "2023-Q2", "2023-04-01", "2023-06-30"},
      {"2024-02-01..2024-02-29", "2024-02", "2024-02-01", "2024-02-29"},
      // … and one that is nearly so is not
      {"2024-02-01..2024-02-28", "2024-02-01..2024-02-28", "2024-02-01",
       "2024-02-28"},
      {"2023-02-01..2023-04-30", "2023-02-01..2023-04-30", "2023-02-01",
       "2023-04-30"},
      {"2023-04-01..2023-09-30", "2023-04-01..2023-09-30", "2023-04-01",
       "2023-09-30"},
      {"2023-12-01..2024-11-30", "2023-12-01..2024-11-30", "2023-12-01",
       "2024-11-30"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    for (const std::string& form : {to_nfc(row.text), to_nfd(row.text)}) {
      const auto found = Period::parse(form);
      REQUIRE(found.has_value());
      CHECK(found->to_string() == row.expected);
      CHECK(to_iso(found->first()) == row.first);
      CHECK(to_iso(found->last()) == row.last);
      CHECK((Period::parse(found->to_string()) == found));
    }
  }
}

TEST_CASE("what is no period is not read as one") {
  for (const std::string_view text : {"",
                                      "23",
                                      "2023-13",
                                      "2023-0",
                                      "2023-00",
                                      "2023-1",
                                      "2023-Q5",
                                      "2023-Q0",
                                      "2023-H3",
                                      "2023-q4",
                                      "2023-X1",
                                      "V/2023",
                                      "quý V/2023",
                                      "quý 5/2023",
                                      "quý 04/2023",
                                      "quý/2023",
                                      "tháng IV/2023",
                                      "tháng 13/2023",
                                      "13/2023",
                                      "0/2023",
                                      "năm 23",
                                      "năm 2023-11",
                                      "1899",
                                      "2200",
                                      "2025..2021",
                                      "2021..",
                                      "..2025",
                                      "..",
                                      "2021..2025-12-31",
                                      "2023-11-14..2022-11-15",
                                      "2023-02-30..2023-03-01",
                                      "2021...2025",
                                      "2023-11-15",
                                      "15/11/2023",
                                      "2023 ",
                                      "-2023",
                                      "quý"}) {
    CAPTURE(text);
    CHECK_FALSE(Period::parse(text));
  }
}

TEST_CASE("the period before") {
  struct Row {
    std::string_view text;
    std::string_view expected;
  };
  const Row rows[] = {
      {"2023-11", "2023-10"},
      {"2024-01", "2023-12"},
      {"2024-03", "2024-02"},
      {"2023-Q1", "2022-Q4"},
      {"2023-Q4", "2023-Q3"},
      {"2023-H1", "2022-H2"},
      {"2023-H2", "2023-H1"},
      {"2025", "2024"},
      // windows of whole years, leap years or not
      {"2021..2025", "2016..2020"},
      {"2022-11-15..2023-11-14", "2021-11-15..2022-11-14"},
      {"2023-11-15..2024-11-14", "2022-11-15..2023-11-14"},
      // other windows: as many days
      {"2023-11-10..2023-11-16", "2023-11-03..2023-11-09"},
      {"2024-03-01..2024-03-01", "2024-02-29..2024-02-29"},
      {"2024-02-29..2025-02-27", "2023-03-01..2024-02-28"},
      {"2024-02-29..2025-02-28", "2023-02-28..2024-02-28"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Period now = period(row.text);
    const Period before = now.previous();
    CHECK(before.to_string() == row.expected);
    CHECK(days_between(before.last(), now.first()) == 1);
  }
}

TEST_CASE("periods against days and each other") {
  const Period year = Period::year(2023);
  CHECK((year == period("2023")));
  CHECK((year.kind() == Period::Kind::year));
  CHECK((Period{} == Period::year(2000)));
  CHECK(year.contains(day("2023-01-01")));
  CHECK(year.contains(day("2023-12-31")));
  CHECK_FALSE(year.contains(day("2024-01-01")));
  CHECK_FALSE(year.contains(day("2022-12-31")));

  CHECK(year.contains(period("2023-Q4")));
  CHECK(year.contains(year));
  CHECK_FALSE(period("2023-Q4").contains(year));
  CHECK_FALSE(year.contains(period("2022-11-15..2023-11-14")));

  CHECK(year.overlaps(period("2022-11-15..2023-11-14")));
  CHECK(year.overlaps(period("2022-12-31..2023-01-01")));
  CHECK_FALSE(year.overlaps(period("2022")));
  CHECK_FALSE(year.overlaps(period("2024-01")));

  CHECK(period("2022-11-15..2023-11-14").closing_year() == 2023);
  CHECK(period("2021..2025").closing_year() == 2025);
  CHECK(period("2023-Q1").closing_year() == 2023);
}

TEST_CASE("periods are ordered by last day, then first day") {
  const std::string_view in_order[] = {"2022",    "2023-Q1", "2023-H1",
                                       "2023-Q2", "2023-06", "2021..2025",
                                       "2025",    "2025-Q4"};
  for (std::size_t i = 0; i < std::size(in_order); ++i) {
    for (std::size_t j = 0; j < std::size(in_order); ++j) {
      CAPTURE(in_order[i]);
      CAPTURE(in_order[j]);
      CHECK(((period(in_order[i]) <=> period(in_order[j])) == (i <=> j)));
    }
  }
}

TEST_CASE("dates known in part") {
  struct Row {
    std::string_view text;
    PartialDate::Precision precision;
    std::string_view expected;
    std::string_view vietnamese;
  };
  using Precision = PartialDate::Precision;
  const Row rows[] = {
      {"2023-11-15", Precision::day, "2023-11-15", "15/11/2023"},
      {"15/11/2023", Precision::day, "2023-11-15", "15/11/2023"},
      {"2022-11", Precision::month, "2022-11", "tháng 11/2022"},
      {"02/2023", Precision::month, "2023-02", "tháng 02/2023"},
      {"2022-Q4", Precision::quarter, "2022-Q4", "quý IV/2022"},
      {"quý I/2023", Precision::quarter, "2023-Q1", "quý I/2023"},
      {"2023", Precision::year, "2023", "năm 2023"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto date = PartialDate::parse(row.text);
    REQUIRE(date.has_value());
    CHECK((date->precision() == row.precision));
    CHECK(date->to_string() == row.expected);
    CHECK(date->to_vietnamese() == row.vietnamese);
    CHECK((PartialDate::parse(date->to_string()) == date));
    CHECK((PartialDate::parse(date->to_vietnamese()) == date));
  }
  for (const std::string_view text :
       {"", "2023-H1", "2021..2025", "2025-02-30", "2023-11-01..2023-11-09"}) {
    CAPTURE(text);
    CHECK_FALSE(PartialDate::parse(text));
  }
  const PartialDate known(day("2023-11-15"));
  CHECK((PartialDate::parse("15/11/2023") == known));
  CHECK((known.first() == known.last()));
  CHECK(to_iso(PartialDate::parse("2022-Q4")->last()) == "2022-12-31");
}

}  // namespace
}  // namespace thidua
