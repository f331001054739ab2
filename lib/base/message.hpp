// Message: a sentence for a person that has not been put into a language yet.
//
// The English text, with {0}, {1} … for its arguments, is the key; the
// Vietnamese text stands in lib/data/vi.po.  {0:unit|units} is “unit” where
// argument 0 is 1, else “units”; Vietnamese needs neither.  Rules and readers
// make messages, only the edge (cmd, render) turns them into words.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/exact.hpp"

namespace thidua {

enum class Language { vi, en };

// A fixed text that is translated where it is put in: msg("… {0}", Word{…}).
struct Word {
  const char* english;
  friend bool operator==(const Word&, const Word&) = default;
};

// Numbers and dates are written the way of the language they are said in.
using Argument = std::variant<std::string, Exact, Date, Word>;

struct Message {
  std::string_view key;  // static text; empty: there is nothing to say
  std::vector<Argument> args;

  [[nodiscard]] bool empty() const { return key.empty(); }
  friend bool operator==(const Message&, const Message&) = default;
};

template <class T>
[[nodiscard]] Argument argument(const T& value) {
  if constexpr (std::is_same_v<T, Argument> || std::is_same_v<T, Exact> ||
                std::is_same_v<T, Date> || std::is_same_v<T, Word>) {
    return value;
  } else {
    return fmt::format("{}", value);
  }
}

// The one way to make a Message: xgettext collects its first argument.
template <class... Args>
[[nodiscard]] Message msg(const char* english, const Args&... args) {
  return Message{english, {argument(args)...}};
}

// A fixed text that stands in a table, marked for xgettext.
[[nodiscard]] constexpr const char* N_(const char* text) { return text; }

// The words of a message.  A text that vi.po lacks comes out in English.
[[nodiscard]] std::string say(const Message& message, Language language);

// A fixed text without arguments, marked for xgettext where it stands.
[[nodiscard]] std::string say(const char* english, Language language);

}  // namespace thidua
