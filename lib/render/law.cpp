#include "render/law.hpp"

#include "render/law_words.hpp"
#include "rules/awards.hpp"

namespace thidua::render {
namespace {

// A card on its way: what is said to the screen, what to a machine, and
// whether any of it is assumed.
class LawWriter {
 public:
  LawWriter(Card& card, const CardView& view) : card_(card), view_(view) {}

  void write(const LawOfForm& law) {
    write_governing(law.governing);
    name_award(law);
    if (!law.says_anything()) {
      return;
    }
    write_fact(
        "dossier", N_("dossier"), law.dossier, papers_words,
        [](const Papers& each) {
          return Json{{"parts", each.always}, {"if_needed", each.if_needed}};
        });
    write_fact(
        "copies", N_("copies"), law.copies,
        [](int copies) { return copies_words(copies); },
        [](int copies) {
          return Json{{"count", copies}};
        });
    write_fact(
        "vote", N_("votes"), law.vote,
        [&](const Vote& vote) { return vote_words(vote, view_); }, json_vote);
    write_fact(
        "publicity", N_("publicity"), law.publicity,
        [&](const Publicity& each) { return publicity_words(each, view_); },
        json_publicity);
    write_fact(
        "appraisal", N_("appraisal"), law.appraisal,
        [&](int days) {
          return view_.say(msg("{0} {0:working day|working days}", days));
        },
        [](int days) {
          return Json{{"working_days", days}};
        });
    write_prizes(law);
  }

  [[nodiscard]] Json take_json() { return std::move(json_); }

 private:
  void say(const char* label, std::string words) {
    card_.remark(label, std::move(words));
  }

  void write_governing(const GoverningRules& rules) {
    json_["rule_set"] = json_governing(rules);
    card_.caveats.assumed |= rules.assumed();
    if (rules.set == nullptr) {
      say(N_("rule set"), no_set_words(rules, view_));
      return;
    }
    say(N_("rule set"), fmt::format("{}: {}", rules.set->id, rules.set->name));
    say(N_("chosen"), chosen_words(rules, view_));
    if (rules.by == ChosenBy::person && rules.by_date != nullptr &&
        rules.by_date != rules.set) {
      say(N_("by date"), rules.by_date->id);
    }
    const std::string transition = transition_words(rules, view_);
    if (!transition.empty()) {
      say(N_("transition"), transition);
    }
    if (rules.doubt != nullptr) {
      say(N_("to be checked"),
          grounded(view_.say(msg("it may be out of force from {0} on",
                                 rules.doubt->value)),
                   rules.doubt->ground, view_));
    }
  }

  // The award that the form is tied to, if the rule set knows it.
  void name_award(const LawOfForm& law) {
    if (law.governing.set == nullptr) {
      return;
    }
    json_["award"] = nullptr;
    if (law.award != nullptr) {
      json_["award"] = law.award->id.value;
      say(N_("award by law"), law.award->name);
      return;
    }
    const auto& key = law.form == nullptr ? std::nullopt : law.form->law;
    say(N_("award by law"),
        key ? view_.say(msg("the rule set says nothing of `{0}`", key->value))
            : view_.say("the form is not tied to an award of the law (`law` "
                        "in awards.yaml)"));
  }

  template <class T, class Words, class ToJson>
  void write_fact(const char* key, const char* label, const ByLaw<T>* fact,
                  const Words& words, const ToJson& json) {
    if (fact == nullptr) {
      json_[key] = nullptr;
      say(label, view_.say("not held in this rule set"));
      return;
    }
    say(label, grounded(words(fact->value), fact->ground, view_));
    json_[key] = json(fact->value);
    json_[key].update(json_ground(fact->ground));
    card_.caveats.assumed |= fact->ground.assumed;
  }

  static Json json_publicity(const Publicity& publicity) {
    return {{"required", publicity.required},
            {"working_days",
             publicity.working_days ? Json(*publicity.working_days) : Json()},
            {"before", or_null(publicity.before)},
            {"where", or_null(publicity.where)}};
  }

  [[nodiscard]] std::string money(const Exact& amount) const {
    return fmt::format("{} đ", number(amount, view_.language));
  }

  [[nodiscard]] std::string prize_words(const Prize& prize, Date day) const {
    const std::string times = number(prize.times->value, view_.language);
    if (prize.wage == nullptr) {
      return view_.say(msg(
          "{0} times the base wage, which is not known for {1}", times, day));
    }
    return view_.say(msg("{0} × base wage {1} on {2} = {3}", times,
                         money(prize.wage->value.amount), day,
                         money(prize.amount)));
  }

  void write_prizes(const LawOfForm& law) {
    json_["prizes"] = Json::array();
    const auto prizes = prizes_of(view_.plan, law);
    for (const Prize& prize : prizes) {
      write_prize(prize, law.prize_day);
    }
    if (prizes.empty()) {
      say(N_("prize"), view_.say("not held in this rule set"));
    }
  }

  void write_prize(const Prize& prize, Date day) {
    std::string words =
        grounded(view_.say(msg("{0}: {1}", Word{word(prize.subject_class)},
                               prize_words(prize, day))),
                 prize.times->ground, view_);
    Json json{{"class", word(prize.subject_class)},
              {"times", json_number(prize.times->value)},
              {"day", to_iso(day)}};
    json["base_wage"] =
        prize.wage == nullptr ? Json() : json_number(prize.wage->value.amount);
    json["amount"] = prize.wage == nullptr ? Json() : json_number(prize.amount);
    json.update(json_ground(prize.times->ground));
    json["assumed"] = prize.assumed();
    if (prize.wage != nullptr && prize.wage->ground.assumed) {
      words += "; " + view_.say(msg("base wage: {0}",
                                    note_words(prize.wage->ground, view_)));
    }
    if (prize.rounding != nullptr && prize.rounding->ground.assumed) {
      words += "; " + view_.say(msg("rounding: {0}",
                                    note_words(prize.rounding->ground, view_)));
    }
    say(N_("prize"), std::move(words));
    json_["prizes"].push_back(std::move(json));
    card_.caveats.assumed |= prize.assumed();
  }

  Card& card_;
  const CardView& view_;
  Json json_ = Json::object();
};

}  // namespace

void add_law(Card& card, const LawOfForm& law, const CardView& view) {
  LawWriter writer(card, view);
  writer.write(law);
  card.data("law", writer.take_json());
}

LawBlock law_block(const LawOfForm& law, const CardView& view,
                   const Style& style) {
  Card card;
  add_law(card, law, view);
  std::vector<std::pair<std::string, std::string>> facts;
  for (const Card::Fact& fact : card.facts) {
    if (fact.label != nullptr) {
      facts.emplace_back("  " + view.say(fact.label), fact.text);
    }
  }
  Outline outline;
  outline.heading(1, view.say("Rules of the law"));
  outline.facts(std::move(facts));
  return {outline.to_text(style), card.caveats};
}

Json law_json(const LawOfForm& law, const CardView& view) {
  Card card;
  add_law(card, law, view);
  Json json = card.facts.back().value;
  json["assumed"] = card.caveats.assumed;
  return json;
}

}  // namespace thidua::render
