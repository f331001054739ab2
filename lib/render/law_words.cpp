#include "render/law_words.hpp"

#include <array>

namespace thidua::render {

std::string note_words(const LegalGround& ground, const CardView& view) {
  if (!ground.assumed) {
    return ground.note;
  }
  return ground.note.empty() ? view.say("assumed")
                             : view.say(msg("assumed: {0}", ground.note));
}

std::string grounded(const std::string& words, const LegalGround& ground,
                     const CardView& view) {
  std::string behind = ground.article;
  if (behind.empty() && !ground.assumed) {
    behind = fmt::format("{}", fmt::join(ground.sources, ", "));
  }
  append(behind, note_words(ground, view));
  return behind.empty() ? words : fmt::format("{} — {}", words, behind);
}

Json json_ground(const LegalGround& ground) {
  return {{"article", or_null(ground.article)},
          {"mark", to_string(ground.mark)},
          {"assumed", ground.assumed},
          {"sources", ground.sources},
          {"note", or_null(ground.note)}};
}

std::string copies_words(int copies) { return fmt::format("{:02}", copies); }

std::string papers_words(const Papers& papers) {
  std::string words = fmt::format("{}", fmt::join(papers.always, "; "));
  for (const std::string& each : papers.if_needed) {
    append(words, each);
  }
  return words;
}

std::string vote_words(const Vote& vote, const CardView& view) {
  const std::string percent = number(vote.percent, view.language);
  std::string words = view.say(
      vote.of_all ? msg("at least {0} % of all members", percent)
                  : msg("at least {0} % of the members present", percent));
  if (!vote.ballot.empty()) {
    const bool is_secret = vote.ballot == "secret";
    words += ", ";
    words += view.say(is_secret ? N_("secret ballot") : N_("open ballot"));
  }
  if (vote.in_writing) {
    words += ", " + view.say("absent members in writing");
  }
  words += ", ";
  words += view.say(vote.recused_leave ? N_("recused members are not counted")
                                       : N_("recused members are counted"));
  return words;
}

Json json_vote(const Vote& vote) {
  return {{"percent", json_number(vote.percent)},
          {"of", vote.of_all ? "all-members" : "present"},
          {"ballot", or_null(vote.ballot)},
          {"absent_in_writing", vote.in_writing},
          {"recused_leave", vote.recused_leave}};
}

std::string publicity_words(const Publicity& publicity, const CardView& view) {
  if (!publicity.required) {
    return view.say("not required");
  }
  const bool council = publicity.before == "council";
  std::string words;
  if (publicity.working_days) {
    const int days = *publicity.working_days;
    words = view.say(
        council ? msg("at least {0} {0:working day|working days} before the "
                      "council "
                      "meets",
                      days)
                : msg("at least {0} {0:working day|working days} before it is "
                      "submitted",
                      days));
  } else {
    words = view.say(council ? N_("before the council meets")
                             : N_("before it is submitted"));
  }
  return publicity.where.empty() ? words : words + ", " + publicity.where;
}

std::string chosen_words(const GoverningRules& rules, const CardView& view) {
  switch (rules.by) {
    case ChosenBy::receipt:
      return view.say(msg("by the day of receipt {0}", rules.day));
    case ChosenBy::submission:
      return view.say(
          msg("by the day of submission {0}; the day of receipt is "
              "not recorded",
              rules.day));
    case ChosenBy::decision:
      return view.say(msg(
          "by the day of the decision {0}; the day of receipt is not recorded",
          rules.day));
    case ChosenBy::day_asked:
      return view.say(
          msg("by the day asked {0}; the day of receipt is not recorded",
              rules.day));
    case ChosenBy::person:
      break;
  }
  return view.say(msg("chosen: {0}", rules.choice->reason));
}

std::string no_set_words(const GoverningRules& rules, const CardView& view) {
  return view.say(
      rules.by == ChosenBy::person
          ? msg("there is no rule set `{0}`", rules.choice->id.value)
          : msg("no rule set is known for {0}", rules.day));
}

std::string transition_words(const GoverningRules& rules,
                             const CardView& view) {
  if (rules.newer == nullptr ||
      (rules.by != ChosenBy::receipt && rules.by != ChosenBy::submission)) {
    return {};
  }
  if (rules.transition == nullptr) {
    return view.say(
        msg("assumed: what `{0}` says of dossiers that came in before it is "
            "not known",
            rules.newer->id));
  }
  return grounded(view.say(msg("dossiers received before {0} follow `{1}`",
                               rules.transition->value.received_before,
                               rules.transition->value.follow.value)),
                  rules.transition->ground, view);
}

std::string short_words(const GoverningRules& rules) {
  if (rules.set == nullptr) {
    return "–";
  }
  const bool settled = rules.by == ChosenBy::receipt ||
                       rules.by == ChosenBy::submission ||
                       rules.by == ChosenBy::person;
  return settled ? rules.set->id : fmt::format("({})", rules.set->id);
}

Json json_governing(const GoverningRules& rules) {
  static constexpr std::array<const char*, 5> ways{
      "receipt", "submission", "decision", "day_asked", "person"};
  Json json;
  json["id"] = rules.set == nullptr ? Json() : Json(rules.set->id);
  json["by"] = ways.at(static_cast<std::size_t>(rules.by));
  json["day"] = to_iso(rules.day);
  json["by_date"] = rules.by_date == nullptr ? Json() : Json(rules.by_date->id);
  json["reason"] =
      rules.choice == nullptr ? Json() : Json(rules.choice->reason);
  json["transition"] =
      rules.by == ChosenBy::receipt && rules.transition != nullptr
          ? json_ground(rules.transition->ground)
          : Json();
  json["doubt"] =
      rules.doubt == nullptr ? Json() : json_ground(rules.doubt->ground);
  json["assumed"] = rules.assumed();
  return json;
}

}  // namespace thidua::render
