#include "base/date.hpp"

#include <fmt/format.h>

#include "base/calendar.hpp"

namespace thidua {
namespace {

namespace chrono = std::chrono;

struct Fields {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
};

// 2023-11-15
std::optional<Fields> read_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  const auto year = read_digits(text.substr(0, 4), 4, 4);
  const auto month = read_digits(text.substr(5, 2), 2, 2);
  const auto day = read_digits(text.substr(8, 2), 2, 2);
  if (!year || !month || !day) {
    return std::nullopt;
  }
  return Fields{static_cast<int>(*year), *month, *day};
}

// 15/11: the day and month of a Vietnamese date, a zero before them or not.
std::optional<MonthDay> read_day_month(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    return std::nullopt;
  }
  const auto day = read_digits(text.substr(0, slash), 1, 2);
  const auto month = read_digits(text.substr(slash + 1), 1, 2);
  if (!day || !month) {
    return std::nullopt;
  }
  return MonthDay{.month = *month, .day = *day};
}

// 15/11/2023
std::optional<Fields> read_vietnamese(std::string_view text) {
  const std::size_t slash = text.rfind('/');
  if (slash == std::string_view::npos) {
    return std::nullopt;
  }
  const auto day = read_day_month(text.substr(0, slash));
  const auto year = read_digits(text.substr(slash + 1), 4, 4);
  if (!day || !year) {
    return std::nullopt;
  }
  return Fields{static_cast<int>(*year), day->month, day->day};
}

std::optional<Fields> read_fields(std::string_view text) {
  const auto iso = read_iso(text);
  return iso ? iso : read_vietnamese(text);
}

Date date_of(int year, unsigned month, unsigned day) {
  return {chrono::year{year}, chrono::month{month}, chrono::day{day}};
}

}  // namespace

std::optional<unsigned> read_digits(std::string_view text, std::size_t least,
                                    std::size_t most) {
  if (text.size() < least || text.size() > most) {
    return std::nullopt;
  }
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

std::string month_on_paper(unsigned month) {
  return month < 3 ? fmt::format("0{}", month) : fmt::format("{}", month);
}

std::optional<Date> parse_date(std::string_view text) {
  const auto fields = read_fields(text);
  if (!fields || !is_known_year(fields->year)) {
    return std::nullopt;
  }
  const Date date = date_of(fields->year, fields->month, fields->day);
  return date.ok() ? std::optional(date) : std::nullopt;
}

bool looks_like_date(std::string_view text) {
  return read_fields(text).has_value();
}

std::string to_iso(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string to_vietnamese(Date date) {
  const MonthDay day{.month = static_cast<unsigned>(date.month()),
                     .day = static_cast<unsigned>(date.day())};
  return fmt::format("{}/{}", day.to_vietnamese(),
                     static_cast<int>(date.year()));
}

Date add_days(Date date, int days) {
  return Date{chrono::sys_days(date) + chrono::days(days)};
}

int days_between(Date from, Date to) {
  return static_cast<int>(
      (chrono::sys_days(to) - chrono::sys_days(from)).count());
}

std::optional<MonthDay> MonthDay::parse(std::string_view text) {
  std::optional<MonthDay> found = read_day_month(text);
  if (!found && text.size() == 5 && text[2] == '-') {
    const auto month = read_digits(text.substr(0, 2), 2, 2);
    const auto day = read_digits(text.substr(3, 2), 2, 2);
    if (month && day) {
      found = MonthDay{.month = *month, .day = *day};
    }
  }
  constexpr int leap_year = 2000;  // so that 29/02 is a day
  if (!found || !date_of(leap_year, found->month, found->day).ok()) {
    return std::nullopt;
  }
  return found;
}

Date MonthDay::in_year(int year) const {
  const Date date = date_of(year, month, day);
  return date.ok() ? date : date_of(year, month, day - 1);
}

std::string MonthDay::to_vietnamese() const {
  return fmt::format("{:02}/{}", day, month_on_paper(month));
}

}  // namespace thidua
