// Civil dates, dates known in part, and periods.  No time of day, no clock, no
// time zone: "today" is always an argument.
//
// Input takes ISO (2023-11-15) and Vietnamese (15/11/2023) forms; output is
// ISO in data and day/month/year on screens.  There a day below 10 and the
// months 1 and 2 have a zero before them and other months none: 01/7/2025, as
// Decree 30/2020/NĐ-CP has official papers write them.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thidua {

using Date = std::chrono::year_month_day;  // always .ok() once parsed

// Years 1900 to 2199.  Nothing for a text of another shape or a day that does
// not exist (2025-02-30); looks_like_date tells the two apart.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] bool looks_like_date(std::string_view text);

[[nodiscard]] std::string to_iso(Date date);         // 2023-11-15
[[nodiscard]] std::string to_vietnamese(Date date);  // 15/11/2023

[[nodiscard]] Date add_days(Date date, int days);
// Days from `from` to `to`; negative when `to` is earlier.
[[nodiscard]] int days_between(Date from, Date to);

// A day that comes each year: "10/11" or "11-10" (month first in ISO order).
struct MonthDay {
  unsigned month = 1;
  unsigned day = 1;

  [[nodiscard]] static std::optional<MonthDay> parse(std::string_view text);
  // 29/02 in a common year is the 28th.
  [[nodiscard]] Date in_year(int year) const;
  [[nodiscard]] std::string to_vietnamese() const;  // 10/11
  friend auto operator<=>(const MonthDay&, const MonthDay&) = default;
};

// A stretch of days with both ends in it.
//
//   month      2023-11     11/2023       tháng 11/2023
//   quarter    2023-Q4     quý IV/2023   IV/2023   quý 4/2023
//   half-year  2023-H1
//   year       2023        năm 2023
//   window     2022-11-15..2023-11-14  and, of whole years, 2021..2025
//
// Two periods are equal when they span the same days; a window that is exactly
// a year, half-year, quarter or month is that one.
class Period {
 public:
  enum class Kind : std::uint8_t { month, quarter, half_year, year, window };

  Period() = default;  // the year 2000; for containers
  [[nodiscard]] static Period year(int year);
  [[nodiscard]] static Period window(Date first, Date last);  // first <= last
  [[nodiscard]] static std::optional<Period> parse(std::string_view text);

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] Date first() const { return first_; }
  [[nodiscard]] Date last() const { return last_; }
  [[nodiscard]] bool contains(Date date) const;
  [[nodiscard]] bool contains(const Period& other) const;
  [[nodiscard]] bool overlaps(const Period& other) const;
  // The year of a period that lies in one calendar year; the last day's year
  // of any other.
  [[nodiscard]] int closing_year() const;
  // The period of the same length just before; of a window as many whole
  // years, where it is so long (15/11 to 14/11), and else as many days.
  [[nodiscard]] Period previous() const;
  [[nodiscard]] std::string to_string() const;  // the ISO-like form above

  friend bool operator==(const Period& a, const Period& b) {
    return a.first_ == b.first_ && a.last_ == b.last_;
  }
  // By last day, then first day.
  friend std::strong_ordering operator<=>(const Period& a, const Period& b);

 private:
  Period(Kind kind, Date first, Date last)
      : first_(first), last_(last), kind_(kind) {}

  Date first_ =
      Date{std::chrono::year{2000}, std::chrono::January, std::chrono::day{1}};
  Date last_ = Date{std::chrono::year{2000}, std::chrono::December,
                    std::chrono::day{31}};
  Kind kind_ = Kind::year;
};

// The same days a year before; of whole months, whole months.
[[nodiscard]] Period a_year_before(const Period& period);

// The months, quarters, half-years or years that lie one after another in a
// period, from its first day on; what is left at its end is left out.
[[nodiscard]] std::vector<Period> periods_in(const Period& period,
                                             Period::Kind each);

// A date known to the day, or only to its month, quarter or year.
class PartialDate {
 public:
  enum class Precision : std::uint8_t { day, month, quarter, year };

  PartialDate() = default;
  explicit PartialDate(Date day);
  // A date (parse_date) or a month, quarter or year (Period::parse).
  [[nodiscard]] static std::optional<PartialDate> parse(std::string_view text);

  [[nodiscard]] Precision precision() const { return precision_; }
  [[nodiscard]] Date first() const { return span_.first(); }
  [[nodiscard]] Date last() const { return span_.last(); }
  [[nodiscard]] std::string to_string() const;      // 2023-11-15, 2023-Q4, 2023
  [[nodiscard]] std::string to_vietnamese() const;  // 15/11/2023, quý IV/2023,
                                                    // tháng 11/2023, năm 2023
  friend bool operator==(const PartialDate&, const PartialDate&) = default;

 private:
  Period span_;
  Precision precision_ = Precision::year;
};

}  // namespace thidua
