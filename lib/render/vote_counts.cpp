#include "render/vote_counts.hpp"

namespace thidua::render {

std::string votes_words(const VoteResult& result, const CardView& view) {
  std::string words;
  for (std::size_t i = 0; i < ballot_keys.size(); ++i) {
    if (const int number = result.votes.*ballot_counts.at(i); number != 0) {
      words =
          join(words, view.say(msg("{0} {1}", number, Word{word_of_vote(i)})));
    }
  }
  words += view.say(msg("; {0} of {1}: {2} %", result.in_favour, result.counted,
                        number(result.percent(), view.language)));
  if (result.enough) {
    append(words, view.say(*result.enough ? N_("enough") : N_("not enough")));
  }
  return words;
}

Json json_votes(const VoteResult& result) {
  Json json = Json::object();
  for (std::size_t i = 0; i < ballot_keys.size(); ++i) {
    json[std::string(ballot_keys.at(i))] = result.votes.*ballot_counts.at(i);
  }
  json["in_favour"] = result.in_favour;
  json["counted"] = result.counted;
  json["percent"] = json_number(result.percent());
  json["enough"] = result.enough ? Json(*result.enough) : Json();
  return json;
}

std::string short_vote(const VoteResult& result, Language language) {
  const std::string words =
      fmt::format("{}/{} ({} %)", result.in_favour, result.counted,
                  number(result.percent(), language));
  return result.enough
             ? join(words, say(*result.enough ? N_("enough") : N_("not enough"),
                               language))
             : words;
}

}  // namespace thidua::render
