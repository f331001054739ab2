#include "base/message.hpp"

#include <fmt/args.h>

#include <boost/locale/gnu_gettext.hpp>
#include <locale>
#include <memory>

#include "data/embedded.hpp"

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
    store.push_back(words_of(arg, language));
  }
  return fmt::vformat(text, store);
}

std::string say(const char* english, Language language) {
  return translated(english, language);
}

}  // namespace thidua
