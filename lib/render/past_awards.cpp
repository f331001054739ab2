#include "render/past_awards.hpp"

#include "render/outline.hpp"

namespace thidua::render {
namespace {

// A day as screens write it; what is no day stays as it was written.
std::string when_text(const PastAward& award, Language language) {
  const auto when = PartialDate::parse(award.when);
  return when ? date(*when, language) : award.when;
}

std::string past_line(const PastAward& award, Language language) {
  std::string words = join(award.form, when_text(award, language));
  words = join(std::move(words), award.document);
  return fmt::format("{} — {}", words, award.where);
}

Json json_award(const PastAward& award) {
  return {{"receiver", award.receiver},
          {"form", award.form},
          {"when", or_null(award.when)},
          {"document", or_null(award.document)},
          {"where", award.where}};
}

}  // namespace

std::string past_text(const PastOfUnit& past, Language language) {
  std::string text;
  if (!past.own.empty()) {
    text += say("Awards on record:", language) + "\n";
  }
  for (const PastAward& award : past.own) {
    text += wrapped("  ", past_line(award, language));
  }
  if (!past.before.empty()) {
    text += say("Granted to those it took over from:", language) + "\n";
  }
  for (const PastAward& award : past.before) {
    text += wrapped("  ", fmt::format("{}: {}", award.receiver,
                                      past_line(award, language)));
  }
  if (!past.like.empty()) {
    text +=
        say("Granted to somebody of that name (check who it was):", language) +
        "\n";
  }
  for (const PastAward* award : past.like) {
    text += wrapped("  ", fmt::format("{}: {}", award->receiver,
                                      past_line(*award, language)));
  }
  return text;
}

Json json_past(const PastOfUnit& past) {
  Json json{{"own", Json::array()},
            {"before", Json::array()},
            {"like", Json::array()}};
  for (const PastAward& award : past.own) {
    json["own"].push_back(json_award(award));
  }
  for (const PastAward& award : past.before) {
    json["before"].push_back(json_award(award));
  }
  for (const PastAward* award : past.like) {
    json["like"].push_back(json_award(*award));
  }
  return json;
}

}  // namespace thidua::render
