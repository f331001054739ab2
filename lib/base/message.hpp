// Message: a sentence for a person that has not been put into a language yet.
//
// The English text, with {0}, {1} … for its arguments, is the key; the
// Vietnamese text stands in lib/data/vi.po.  Rules and readers make messages,
// only the edge (cmd, render) turns them into words.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thidua {

enum class Language { vi, en };

struct Message {
  std::string_view key;  // static text; empty: there is nothing to say
  std::vector<std::string> args;

  [[nodiscard]] bool empty() const { return key.empty(); }
  friend bool operator==(const Message&, const Message&) = default;
};

// The one way to make a Message: xgettext collects its first argument.
template <class... Args>
[[nodiscard]] Message msg(const char* english, const Args&... args) {
  Message made{english, {}};
  if constexpr (sizeof...(args) > 0) {
    made.args.reserve(sizeof...(args));
    (made.args.push_back(fmt::format("{}", args)), ...);
  }
  return made;
}

// The words of a message.  A text that vi.po lacks comes out in English.
[[nodiscard]] std::string say(const Message& message, Language language);

// A fixed text without arguments, marked for xgettext where it stands.
[[nodiscard]] std::string say(const char* english, Language language);

}  // namespace thidua
