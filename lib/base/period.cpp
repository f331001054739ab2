#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>

#include "base/calendar.hpp"
#include "base/date.hpp"
#include "base/text.hpp"

namespace thidua {
namespace {

namespace chrono = std::chrono;

constexpr std::array<std::string_view, 4> roman_quarters = {"I", "II", "III",
                                                            "IV"};

int year_of(Date date) { return static_cast<int>(date.year()); }

unsigned month_of(Date date) { return static_cast<unsigned>(date.month()); }

unsigned quarter_of(Date date) { return (month_of(date) + 2) / 3; }

Date first_of_month(int year, unsigned month) {
  return {chrono::year{year}, chrono::month{month}, chrono::day{1}};
}

Date last_of_month(int year, unsigned month) {
  return Date{chrono::year_month_day_last{
      chrono::year{year}, chrono::month_day_last{chrono::month{month}}}};
}

// The `nth` stretch of so many months in a year; nth counts from 1.
std::optional<Period> stretch(int year, unsigned nth, unsigned months) {
  if (!is_known_year(year) || nth < 1 || nth * months > 12) {
    return std::nullopt;
  }
  return Period::window(first_of_month(year, (nth - 1) * months + 1),
                        last_of_month(year, nth * months));
}

Period::Kind kind_of(Date first, Date last) {
  const bool whole_months =
      first == first_of_month(year_of(first), month_of(first)) &&
      last == last_of_month(year_of(last), month_of(last));
  if (!whole_months || first.year() != last.year()) {
    return Period::Kind::window;
  }
  const unsigned before = month_of(first) - 1;
  const unsigned months = month_of(last) - before;
  if (before % months != 0) {
    return Period::Kind::window;
  }
  switch (months) {
    case 1:
      return Period::Kind::month;
    case 3:
      return Period::Kind::quarter;
    case 6:
      return Period::Kind::half_year;
    case 12:
      return Period::Kind::year;
    default:
      return Period::Kind::window;
  }
}

std::optional<int> read_year(std::string_view text) {
  const auto year = read_digits(text, 4, 4);
  if (!year || !is_known_year(static_cast<int>(*year))) {
    return std::nullopt;
  }
  return static_cast<int>(*year);
}

// 2023, 2023-11, 2023-Q4, 2023-H1
std::optional<Period> parse_plain(std::string_view text) {
  const auto year = read_year(text.substr(0, 4));
  if (!year) {
    return std::nullopt;
  }
  if (text.size() == 4) {
    return Period::year(*year);
  }
  if (text.size() != 7 || text[4] != '-') {
    return std::nullopt;
  }
  if (const auto month = read_digits(text.substr(5), 2, 2)) {
    return stretch(*year, *month, 1);
  }
  const auto nth = read_digits(text.substr(6), 1, 1);
  if (!nth || (text[5] != 'Q' && text[5] != 'H')) {
    return std::nullopt;
  }
  return stretch(*year, *nth, text[5] == 'Q' ? 3 : 6);
}

std::optional<unsigned> read_roman_quarter(std::string_view folded_text) {
  constexpr std::array<std::string_view, 4> lower = {"i", "ii", "iii", "iv"};
  const auto* found = std::find(lower.begin(), lower.end(), folded_text);
  if (found == lower.end()) {
    return std::nullopt;
  }
  return static_cast<unsigned>(found - lower.begin()) + 1;
}

bool take_word(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) {
    return false;
  }
  text.remove_prefix(word.size());
  return true;
}

// 11/2023, tháng 11/2023, IV/2023, quý IV/2023, quý 4/2023, năm 2023; typed
// in any case, in NFC or NFD.
std::optional<Period> parse_vietnamese(std::string_view text) {
  const std::string even = folded(text);
  std::string_view rest = even;
  if (take_word(rest, "năm ")) {
    return rest.size() == 4 ? parse_plain(rest) : std::nullopt;
  }
  const bool quarter = take_word(rest, "quý ");
  const bool month = !quarter && take_word(rest, "tháng ");
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos) {
    return std::nullopt;
  }
  const auto year = read_year(rest.substr(slash + 1));
  if (!year) {
    return std::nullopt;
  }
  const std::string_view nth = rest.substr(0, slash);
  if (const auto number = read_digits(nth, 1, quarter ? 1 : 2)) {
    return stretch(*year, *number, quarter ? 3 : 1);
  }
  const auto number = read_roman_quarter(nth);
  if (month || !number) {
    return std::nullopt;
  }
  return stretch(*year, *number, 3);
}

// 2022-11-15..2023-11-14, 2021..2025
std::optional<Period> parse_window(std::string_view first,
                                   std::string_view last) {
  const auto first_year = read_year(first);
  const auto last_year = read_year(last);
  if (first_year && last_year && *first_year <= *last_year) {
    return Period::window(first_of_month(*first_year, 1),
                          last_of_month(*last_year, 12));
  }
  const auto first_day = parse_date(first);
  const auto last_day = parse_date(last);
  if (first_day && last_day && *first_day <= *last_day) {
    return Period::window(*first_day, *last_day);
  }
  return std::nullopt;
}

// How many years a period is long, where it is whole years from some day to
// the eve of that day; 0 where it is not.
int whole_years(Date first, Date last) {
  const Date next = add_days(last, 1);
  const bool same_day =
      next.month() == first.month() && next.day() == first.day();
  return same_day ? year_of(next) - year_of(first) : 0;
}

}  // namespace

Period Period::year(int year) {
  return {Kind::year, first_of_month(year, 1), last_of_month(year, 12)};
}

Period Period::window(Date first, Date last) {
  assert(first.ok() && last.ok() && first <= last);
  return {kind_of(first, last), first, last};
}

std::optional<Period> Period::parse(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos) {
    return parse_window(text.substr(0, dots), text.substr(dots + 2));
  }
  const auto plain = parse_plain(text);
  return plain ? plain : parse_vietnamese(text);
}

bool Period::contains(Date date) const {
  return first_ <= date && date <= last_;
}

bool Period::contains(const Period& other) const {
  return first_ <= other.first_ && other.last_ <= last_;
}

bool Period::overlaps(const Period& other) const {
  return first_ <= other.last_ && other.first_ <= last_;
}

int Period::closing_year() const { return year_of(last_); }

Period Period::previous() const {
  const Date eve = add_days(first_, -1);
  if (kind_ != Kind::window) {
    const unsigned months = month_of(last_) - month_of(first_) + 1;
    const Date first = first_of_month(year_of(eve), month_of(eve) - months + 1);
    return {kind_, first, eve};
  }
  if (const int years = whole_years(first_, last_); years > 0) {
    const Date first = first_ - chrono::years(years);
    if (first.ok()) {
      return window(first, eve);
    }
  }
  return window(add_days(first_, -(days_between(first_, last_) + 1)), eve);
}

std::string Period::to_string() const {
  const int year = year_of(first_);
  switch (kind_) {
    case Kind::month:
      return fmt::format("{}-{:02}", year, month_of(first_));
    case Kind::quarter:
      return fmt::format("{}-Q{}", year, quarter_of(first_));
    case Kind::half_year:
      return fmt::format("{}-H{}", year, month_of(first_) == 1 ? 1 : 2);
    case Kind::year:
      return fmt::format("{}", year);
    case Kind::window:
      break;
  }
  const Period all_years = {Kind::window, first_of_month(year, 1),
                            last_of_month(closing_year(), 12)};
  if (*this == all_years) {
    return fmt::format("{}..{}", year, closing_year());
  }
  return fmt::format("{}..{}", to_iso(first_), to_iso(last_));
}

std::strong_ordering operator<=>(const Period& a, const Period& b) {
  const auto by_last = a.last_ <=> b.last_;
  return by_last != 0 ? by_last : a.first_ <=> b.first_;
}

PartialDate::PartialDate(Date day)
    : span_(Period::window(day, day)), precision_(Precision::day) {}

std::optional<PartialDate> PartialDate::parse(std::string_view text) {
  if (const auto day = parse_date(text)) {
    return PartialDate(*day);
  }
  const auto period = Period::parse(text);
  if (!period) {
    return std::nullopt;
  }
  PartialDate date;
  date.span_ = *period;
  switch (period->kind()) {
    case Period::Kind::month:
      date.precision_ = Precision::month;
      return date;
    case Period::Kind::quarter:
      date.precision_ = Precision::quarter;
      return date;
    case Period::Kind::year:
      date.precision_ = Precision::year;
      return date;
    case Period::Kind::half_year:
    case Period::Kind::window:
      break;
  }
  return std::nullopt;
}

std::string PartialDate::to_string() const {
  return precision_ == Precision::day ? to_iso(first()) : span_.to_string();
}

std::string PartialDate::to_vietnamese() const {
  const int year = year_of(first());
  switch (precision_) {
    case Precision::day:
      return thidua::to_vietnamese(first());
    case Precision::month:
      return fmt::format("tháng {}/{}", month_on_paper(month_of(first())),
                         year);
    case Precision::quarter:
      return fmt::format("quý {}/{}",
                         roman_quarters.at(quarter_of(first()) - 1), year);
    case Precision::year:
      break;
  }
  return fmt::format("năm {}", year);
}

namespace {

Date add_months(Date from, int months) {
  const chrono::year_month month =
      chrono::year_month{from.year(), from.month()} + chrono::months{months};
  const chrono::day last =
      chrono::year_month_day_last{month / chrono::last}.day();
  return month / std::min(from.day(), last);
}

int months_of(Period::Kind kind) {
  switch (kind) {
    case Period::Kind::month:
      return 1;
    case Period::Kind::quarter:
      return 3;
    case Period::Kind::half_year:
      return 6;
    case Period::Kind::year:
    case Period::Kind::window:
      break;
  }
  return 12;
}

}  // namespace

Period a_year_before(const Period& period) {
  constexpr int months = 12;
  return Period::window(
      add_months(period.first(), -months),
      add_days(add_months(add_days(period.last(), 1), -months), -1));
}

std::vector<Period> periods_in(const Period& period, Period::Kind each) {
  std::vector<Period> parts;
  const int months = months_of(each);
  for (int begun = 0;; begun += months) {
    const Date first = add_months(period.first(), begun);
    const Date last = add_days(add_months(period.first(), begun + months), -1);
    if (period.last() < last) {
      return parts;
    }
    parts.push_back(Period::window(first, last));
  }
}

}  // namespace thidua
