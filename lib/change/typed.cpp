#include "change/typed.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rules/references.hpp"

namespace thidua::change {
namespace {

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

// One to three digits, a mark, three digits: `1.250`.
bool may_be_thousands(std::string_view text) {
  const std::size_t mark = text.find_first_of(".,");
  return mark != std::string_view::npos && mark >= 1 && mark <= 3 &&
         text.size() == mark + 4 && text.front() != '0' &&
         is_digits(text.substr(0, mark)) && is_digits(text.substr(mark + 1));
}

}  // namespace

Result<Setting> parse_setting(std::string_view text) {
  const std::size_t sign = text.find('=');
  if (sign == std::string_view::npos || trimmed(text.substr(0, sign)).empty()) {
    return Failure{ExitStatus::usage, msg("`{0}` is not `key=value`", text),
                   msg("write the name, an equals sign and the value, such as "
                       "\"hộ nghèo=30\"")};
  }
  return Setting{to_nfc(trimmed(text.substr(0, sign))),
                 to_nfc(trimmed(text.substr(sign + 1)))};
}

Result<std::vector<Setting>> parse_settings(
    const std::vector<std::string>& texts) {
  std::vector<Setting> settings;
  for (const std::string& text : texts) {
    auto setting = parse_setting(text);
    if (!setting) {
      return setting.error();
    }
    settings.push_back(std::move(*setting));
  }
  return settings;
}

std::optional<Failure> refuse_twins(std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  const auto twin = std::adjacent_find(ids.begin(), ids.end());
  if (twin == ids.end()) {
    return std::nullopt;
  }
  return Failure{ExitStatus::usage, msg("`{0}` is given twice", *twin),
                 msg("leave one of the two out")};
}

Result<std::string> parse_number(std::string_view text) {
  if (may_be_thousands(text)) {
    std::string without(text);
    std::erase_if(without, [](char c) { return c == '.' || c == ','; });
    return Failure{
        ExitStatus::usage,
        msg("`{0}` could be a thousand and more or a decimal number", text),
        msg("write {0} for the one, {1} for the other", without,
            std::string(text) + "0")};
  }
  if (!Exact::parse(text)) {
    return Failure{ExitStatus::usage, msg("`{0}` is not a number", text),
                   msg("write digits with at most one decimal mark and no "
                       "thousands marks, such as 1250 or 86,25")};
  }
  std::string plain(text);
  std::replace(plain.begin(), plain.end(), ',', '.');
  return plain;
}

Result<Date> parse_day(std::string_view text) {
  if (const auto date = parse_date(text)) {
    return *date;
  }
  return Failure{ExitStatus::usage,
                 looks_like_date(text) ? msg("there is no day `{0}`", text)
                                       : msg("`{0}` is not a date", text),
                 msg("write a day of the calendar such as 2023-11-15 or "
                     "15/11/2023")};
}

Failure unknown(const char* message, std::string_view word,
                const std::vector<std::string_view>& known) {
  return {ExitStatus::usage, Message{message, {std::string(word)}},
          suggestion(word, known)};
}

}  // namespace thidua::change
