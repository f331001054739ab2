// Cards of the rules of the law: rule sets and all that stands in them.
#include <algorithm>

#include "render/cards.hpp"
#include "render/law_words.hpp"

namespace thidua::render {
namespace {

// The list of sources stands below, and the card itself says what is assumed.
std::string with_article(const std::string& words, const LegalGround& ground) {
  std::string behind = ground.article;
  behind += behind.empty() || ground.note.empty() ? "" : "; ";
  behind += ground.note;
  return behind.empty() ? words : fmt::format("{} — {}", words, behind);
}

// A fact that is all its card says.
Card fact_card(const LegalGround& ground, const std::string& words) {
  Card card;
  card.title = with_article(words, ground);
  card.title_key = nullptr;
  card.data("text", words);
  const Json json = json_ground(ground);
  for (const auto& [key, value] : json.items()) {
    if (key != "assumed") {
      card.data(key, value);
    }
  }
  card.caveats.assumed = ground.assumed;
  return card;
}

template <class T, class Words>
void add(Card& card, const char* key, const char* label,
         const std::optional<ByLaw<T>>& fact, const Words& words,
         const CardView& view) {
  if (!fact) {
    card.data(key, nullptr);
    return;
  }
  const std::string said = words(fact->value);
  Json json{{"text", said}};
  json.update(json_ground(fact->ground));
  card.fact(key, label, grounded(said, fact->ground, view), std::move(json));
  card.caveats.assumed |= fact->ground.assumed;
}

void add_prize(Card& card, const char* key, SubjectClass receiver,
               const LegalAward& award, const CardView& view) {
  add(
      card, key, N_("prize"),
      award.procedure.prize.at(static_cast<std::size_t>(receiver)),
      [&](const Exact& times) {
        return view.say(msg("{0}: {1} times the base wage",
                            Word{word(receiver)},
                            number(times, view.language)));
      },
      view);
}

Card award_card(const LegalAward& award, const CardView& view) {
  Card card = card_of(nullptr, award.id, award.name);
  add(card, "dossier", N_("dossier"), award.procedure.dossier, papers_words,
      view);
  add(card, "copies", N_("copies"), award.procedure.copies, copies_words, view);
  add(
      card, "vote", N_("votes"), award.procedure.vote,
      [&](const Vote& vote) { return vote_words(vote, view); }, view);
  add(
      card, "publicity", N_("publicity"), award.procedure.publicity,
      [&](const Publicity& each) { return publicity_words(each, view); }, view);
  add(
      card, "appraisal", N_("appraisal"), award.procedure.appraisal,
      [&](int days) {
        return view.say(msg("{0} {0:working day|working days}", days));
      },
      view);
  add_prize(card, "prize_individual", SubjectClass::individual, award, view);
  add_prize(card, "prize_collective", SubjectClass::collective, award, view);
  add_prize(card, "prize_household", SubjectClass::household, award, view);
  return card;
}

std::string text_words(const LegalText& text, const CardView& view) {
  std::string words =
      fmt::format("{} {}, {}", text.type, text.number, text.name);
  if (text.date) {
    words += ", " + date(*text.date, view.language);
  }
  return words;
}

// The list of a rule set, each with what it rests on.
template <class T, class Words>
std::vector<Card> fact_cards(const std::vector<ByLaw<T>>& facts,
                             const Words& words) {
  std::vector<Card> cards;
  for (const ByLaw<T>& fact : facts) {
    cards.push_back(fact_card(fact.ground, words(fact.value)));
    cards.back().where = fact.span;
  }
  return cards;
}

// Every address once, in the order of the record.
class SourceList {
 public:
  void add(const LegalGround& ground) {
    for (const std::string& source : ground.sources) {
      if (std::find(all_.begin(), all_.end(), source) == all_.end()) {
        all_.push_back(source);
      }
    }
  }
  template <class T>
  void add(const std::optional<ByLaw<T>>& fact) {
    if (fact) {
      add(fact->ground);
    }
  }
  template <class T>
  void add(const std::vector<ByLaw<T>>& facts) {
    for (const ByLaw<T>& fact : facts) {
      add(fact.ground);
    }
  }
  void add(const LegalAward& award) {
    add(award.procedure.dossier);
    add(award.procedure.copies);
    add(award.procedure.vote);
    add(award.procedure.publicity);
    add(award.procedure.appraisal);
    for (const auto& prize : award.procedure.prize) {
      add(prize);
    }
  }
  [[nodiscard]] const std::vector<std::string>& all() const { return all_; }

 private:
  std::vector<std::string> all_;
};

std::vector<Card> source_cards(const RuleSet& set) {
  SourceList sources;
  sources.add(set.in_force.ground);
  sources.add(set.doubt);
  sources.add(set.transition);
  sources.add(set.texts);
  sources.add(set.principles);
  sources.add(set.dossier);
  sources.add(set.prize_rounding);
  for (const LegalAward& award : set.awards) {
    sources.add(award);
  }
  sources.add(set.templates);
  std::vector<Card> cards;
  for (const std::string& source : sources.all()) {
    cards.emplace_back();
    cards.back().title = source;
    cards.back().title_key = "address";
    cards.back().where = set.span;
  }
  return cards;
}

void add_time(Card& card, const RuleSet& set, const CardView& view) {
  const InForce& time = set.in_force.value;
  card.fact("in_force", N_("in force"),
            grounded(in_force_words(set, view), set.in_force.ground, view),
            {{"from", to_iso(time.from)},
             {"to", time.to ? Json(to_iso(*time.to)) : Json()}});
  card.caveats.assumed |= set.in_force.ground.assumed;
  add(
      card, "doubt", N_("to be checked"), set.doubt,
      [&](Date from) {
        return view.say(msg("it may be out of force from {0} on", from));
      },
      view);
  add(
      card, "transition", N_("transition"), set.transition,
      [&](const Transition& rule) {
        return view.say(msg("dossiers received before {0} follow `{1}`",
                            rule.received_before, rule.follow.value));
      },
      view);
}

}  // namespace

std::string in_force_words(const RuleSet& set, const CardView& view) {
  const InForce& time = set.in_force.value;
  const std::string from = date(time.from, view.language);
  return view.say(
      time.to ? msg("from {0} to {1}", from, date(*time.to, view.language))
              : msg("from {0}", from));
}

Card rule_set_card(const CardView& view, const RuleSet& set) {
  Card card = card_of(N_("rule set"), {set.id, set.span}, set.name);
  card.fact("shipped", nullptr,
            set.shipped ? view.say("comes with the program") : std::string(),
            set.shipped);
  add_time(card, set, view);
  add(card, "dossier", N_("dossier"), set.dossier, papers_words, view);
  add(
      card, "prize_rounding", N_("prizes"), set.prize_rounding,
      [&](const Exact& step) {
        return view.say(
            msg("rounded up to {0} đ", number(step, view.language)));
      },
      view);
  card.group("texts", N_("Texts"),
             fact_cards(set.texts, [&](const LegalText& text) {
               return text_words(text, view);
             }));
  card.group(
      "principles", N_("Principles"),
      fact_cards(set.principles, [](const std::string& text) { return text; }));
  std::vector<Card> awards;
  for (const LegalAward& award : set.awards) {
    awards.push_back(award_card(award, view));
  }
  card.group("awards", N_("Awards"), std::move(awards));
  card.group("templates", N_("Forms to fill in"),
             fact_cards(set.templates, [&](const FormTemplate& each) {
               return view.say(msg("form {0}: {1}", each.number, each.title));
             }));
  card.group("sources", N_("Sources"), source_cards(set));
  return card;
}

}  // namespace thidua::render
