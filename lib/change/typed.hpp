// What people type: words, numbers and days of the command line, looked up in
// the plan.  What cannot be meant is a usage failure that names the nearest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "model/plan.hpp"

namespace thidua::change {

// `key=value`, both sides without the spaces around them.
struct Setting {
  std::string key;
  std::string value;
};
[[nodiscard]] Result<Setting> parse_setting(std::string_view text);
[[nodiscard]] Result<std::vector<Setting>> parse_settings(
    const std::vector<std::string>& texts);

// Fails where one of the ids is there twice: nobody can tell which was meant.
[[nodiscard]] std::optional<Failure> refuse_twins(std::vector<std::string> ids);

// A number as it is written into a record: `86,25` -> `86.25`.  `1.250` and
// `1,250` are refused: nobody can tell which number was meant.
[[nodiscard]] Result<std::string> parse_number(std::string_view text);

[[nodiscard]] Result<Date> parse_day(std::string_view text);

// A member of a list by its id or, as people say it, its name; null where
// there is none.
template <class List>
[[nodiscard]] auto find_by_word(const List& list, std::string_view word)
    -> decltype(list.data()) {
  const std::string wanted = folded(word);
  for (const auto& item : list) {
    if (item.id.value == word || folded(item.name) == wanted) {
      return &item;
    }
  }
  return nullptr;
}

// What find_by_word() knows.
template <class List>
void add_words(std::vector<std::string_view>& words, const List& list) {
  for (const auto& item : list) {
    words.push_back(item.id.value);
    words.push_back(item.name);
  }
}

// `message` has {0} for the word.
[[nodiscard]] Failure unknown(const char* message, std::string_view word,
                              const std::vector<std::string_view>& known);

}  // namespace thidua::change
