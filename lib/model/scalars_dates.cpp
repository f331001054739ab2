// Years, dates, dates known in part, periods and days of the year.
#include <algorithm>

#include "model/scalars.hpp"

namespace thidua {

std::optional<int> parse_year(std::string_view text) {
  const bool digits = text.size() == 4 &&
                      std::all_of(text.begin(), text.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  const int year = digits ? std::stoi(std::string(text)) : 0;
  return year >= 1900 && year <= 2199 ? std::optional(year) : std::nullopt;
}

std::optional<int> Read<int>::from(const yaml::Node& node, Diagnostics& found) {
  const auto text = scalar_text(node, found);
  if (!text) {
    return std::nullopt;
  }
  const auto year = parse_year(*text);
  if (!year) {
    report(found, code::out_of_range, node.span(),
           msg("`{0}` is not a year", *text),
           msg("write four digits, from 1900 to 2199"));
  }
  return year;
}

std::optional<Date> Read<Date>::from(const yaml::Node& node,
                                     Diagnostics& found) {
  const auto text = scalar_text(node, found);
  if (!text) {
    return std::nullopt;
  }
  auto date = parse_date(*text);
  if (!date && looks_like_date(*text)) {
    report(found, code::no_such_date, node.span(),
           msg("there is no day `{0}`", *text),
           msg("check the day and the month"));
  } else if (!date) {
    report(found, code::not_a_date, node.span(),
           msg("`{0}` is not a date", *text),
           msg("write \"2023-11-15\" or \"15/11/2023\""));
  }
  return date;
}

std::optional<PartialDate> Read<PartialDate>::from(const yaml::Node& node,
                                                   Diagnostics& found) {
  const auto text = scalar_text(node, found);
  if (!text) {
    return std::nullopt;
  }
  // A window may be as long as a month, but nobody dates a document so.
  const bool window = text->find("..") != std::string_view::npos;
  auto date = window ? std::nullopt : PartialDate::parse(*text);
  if (!date && looks_like_date(*text)) {
    report(found, code::no_such_date, node.span(),
           msg("there is no day `{0}`", *text),
           msg("check the day and the month"));
  } else if (!date) {
    report(found, code::not_a_date, node.span(),
           msg("`{0}` is neither a date nor a month, quarter or year", *text),
           msg("write \"2022-11-15\", \"2022-11\", \"2022-Q4\" or \"2022\""));
  }
  return date;
}

std::optional<Period> Read<Period>::from(const yaml::Node& node,
                                         Diagnostics& found) {
  const auto text = scalar_text(node, found);
  if (!text) {
    return std::nullopt;
  }
  auto period = Period::parse(*text);
  if (!period) {
    report(found, code::not_a_period, node.span(),
           msg("`{0}` is not a period", *text),
           msg("write \"2023\", \"2023-11\", \"2023-Q4\", \"2023-H1\" or "
               "\"2022-11-15..2023-11-14\", the earlier day first"));
  }
  return period;
}

std::optional<MonthDay> Read<MonthDay>::from(const yaml::Node& node,
                                             Diagnostics& found) {
  const auto text = scalar_text(node, found);
  if (!text) {
    return std::nullopt;
  }
  auto day = MonthDay::parse(*text);
  if (!day) {
    report(found, code::not_a_date, node.span(),
           msg("`{0}` is not a day of the year", *text),
           msg("write day and month in quotes, such as \"10/11\""));
  }
  return day;
}

}  // namespace thidua
