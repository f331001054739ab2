#include "render/past_awards.hpp"

#include "render/outline.hpp"

namespace thidua::render {
namespace {

std::string past_line(const PastAward& award) {
  std::string words = join(award.form, award.when);
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
    text += say("Granted before:", language) + "\n";
  }
  for (const PastAward& award : past.own) {
    text += wrapped("  ", past_line(award));
  }
  if (!past.like.empty()) {
    text +=
        say("Granted to somebody of that name (check who it was):", language) +
        "\n";
  }
  for (const PastAward* award : past.like) {
    text += wrapped("  ",
                    fmt::format("{}: {}", award->receiver, past_line(*award)));
  }
  return text;
}

Json json_past(const PastOfUnit& past) {
  Json json{{"own", Json::array()}, {"like", Json::array()}};
  for (const PastAward& award : past.own) {
    json["own"].push_back(json_award(award));
  }
  for (const PastAward* award : past.like) {
    json["like"].push_back(json_award(*award));
  }
  return json;
}

}  // namespace thidua::render
