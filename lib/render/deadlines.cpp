#include "render/deadlines.hpp"

namespace thidua::render {

std::string amendment_name(const Amendment& amendment, Language language) {
  return amendment.type + " " + number_words(amendment.number, language);
}

std::string deadline_words(const Deadline& deadline, Language language) {
  std::string words;
  const auto add = [&](const Message& message) {
    append(words, say(message, language));
  };
  if (deadline.moved_by != nullptr) {
    add(deadline.as_issued
            ? msg("moved from {0} by {1}", *deadline.as_issued,
                  amendment_name(*deadline.moved_by, language))
            : msg("set by {0}", amendment_name(*deadline.moved_by, language)));
  }
  if (deadline.extended != nullptr) {
    const Extension& extended = *deadline.extended;
    add(extended.document.empty()
            ? msg("more time was given on {0}: {1}", extended.granted.value,
                  extended.reason)
            : msg("more time was given on {0}, {2}: {1}",
                  extended.granted.value, extended.reason, extended.document));
  } else if (deadline.off) {
    add(msg("{0} is a day off", *deadline.off));
  }
  if (deadline.exceptional && *deadline.day < *deadline.exceptional) {
    add(msg("in exceptional cases through {0}", *deadline.exceptional));
  }
  return words;
}

}  // namespace thidua::render
