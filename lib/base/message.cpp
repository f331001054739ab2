#include "base/message.hpp"

#include <fmt/args.h>

#include <algorithm>
#include <boost/locale/gnu_gettext.hpp>
#include <locale>
#include <memory>

#include "data/embedded.hpp"

namespace thidua {

// The words of an argument, inside fmt only.
struct Shown {
  std::string words;
};

}  // namespace thidua

// {0} is the argument itself; {0:unit|units} is one of the two words, the
// first where the argument is 1.
template <>
struct fmt::formatter<thidua::Shown> {
  constexpr auto parse(format_parse_context& context) {
    const auto* const end = std::find(context.begin(), context.end(), '}');
    choice = {context.begin(), static_cast<std::size_t>(end - context.begin())};
    return end;
  }

  template <class Context>
  auto format(const thidua::Shown& shown, Context& context) const {
    const std::size_t bar = choice.find('|');
    const std::string_view words = choice.empty() ? shown.words
                                   : shown.words == "1"
                                       ? choice.substr(0, bar)
                                       : choice.substr(bar + 1);
    return std::copy(words.begin(), words.end(), context.out());
  }

  std::string_view choice;
};

namespace thidua {
namespace {

using Facet = boost::locale::message_format<char>;

// The catalogue is read from the binary and asked through the facet itself:
// no locale has to be installed and the global one is never touched.
class VietnameseCatalogue {
 public:
  VietnameseCatalogue() {
    namespace gettext = boost::locale::gnu_gettext;
    gettext::messages_info info;
    info.language = "vi";
    info.encoding = "UTF-8";
    info.domains.emplace_back("thidua");
    info.paths.emplace_back("");
    info.callback = [](const std::string&, const std::string&) {
      const std::string_view mo = embedded::messages_vi();
      return std::vector<char>(mo.begin(), mo.end());
    };
    facet_ = gettext::create_messages_facet<char>(info);
    keeper_ = std::locale(std::locale::classic(), facet_);
  }

  [[nodiscard]] const char* find(const std::string& english) const {
    return facet_->get(0, nullptr, english.c_str());
  }

 private:
  Facet* facet_;
  std::locale keeper_;  // owns the facet
};

std::string translated(const std::string& english, Language language) {
  // A catalogue holds its own header under the empty key.
  if (language == Language::vi && !english.empty()) {
    static const VietnameseCatalogue catalogue;
    if (const char* found = catalogue.find(english)) {
      return found;
    }
  }
  return english;
}

std::string words_of(const Argument& argument, Language language) {
  const bool vietnamese = language == Language::vi;
  if (const auto* number = std::get_if<Exact>(&argument)) {
    return vietnamese ? number->to_vietnamese() : number->to_plain();
  }
  if (const auto* date = std::get_if<Date>(&argument)) {
    return vietnamese ? to_vietnamese(*date) : to_iso(*date);
  }
  if (const auto* word = std::get_if<Word>(&argument)) {
    return translated(word->english, language);
  }
  return std::get<std::string>(argument);
}

}  // namespace

std::string say(const Message& message, Language language) {
  std::string text = translated(std::string(message.key), language);
  if (message.args.empty()) {
    return text;
  }
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const Argument& arg : message.args) {
    store.push_back(Shown{words_of(arg, language)});
  }
  return fmt::vformat(text, store);
}

std::string say(const char* english, Language language) {
  return translated(english, language);
}

}  // namespace thidua
