// Cards of award forms: what a plan says of them, what a unit must show first.
#include <algorithm>

#include "render/awards.hpp"
#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "rules/eligibility.hpp"

namespace thidua::render {
namespace {

void add_standard(Card& card, const CardView& view, const AwardForm& form,
                  const Occasion* occasion) {
  const AwardStandard* standard =
      form.standard ? view.plan.standard(form.standard->value) : nullptr;
  const StandardState state = standard_state(view.plan, form, occasion);
  std::string words = standard_text(view.plan, form, occasion, view.language);
  if (state == StandardState::not_held && standard != nullptr) {
    words += fmt::format(": {}", standard->name);
  }
  if (occasion == nullptr && standard != nullptr &&
      !standard->occasions.empty()) {
    words =
        view.say(msg("{0} (only {1})", words, names_of(standard->occasions)));
  }
  card.fact("standard", N_("award standard"), std::move(words),
            json_id(form.standard));
  card.data("standard_state", render::key_of(state));
}

void add_rank(Card& card, const CardView& view, const AwardForm& form) {
  const bool ranked = form.rank != 0;
  card.fact("level", N_("level"),
            form.level.empty() ? view.say("not stated") : form.level,
            form.level.empty() ? Json() : Json(form.level));
  card.fact("rank", N_("rank (1 is the lowest)"),
            ranked ? std::to_string(form.rank) : view.say("not stated"),
            ranked ? Json(form.rank) : Json());
}

void add_judging(Card& card, const CardView& view,
                 const AwardConditions& conditions) {
  card.fact("judged", nullptr,
            conditions.all_judged
                ? view.say("every criterion that applies must be judged")
                : "",
            conditions.all_judged ? "all" : "none");
  card.fact("unmet", nullptr,
            conditions.none_unmet ? view.say("no criterion may be unmet") : "",
            conditions.none_unmet ? "none" : "any");
  card.given("met", N_("criteria to be met"), names_of(conditions.met),
             json_ids(conditions.met));
  card.given("classes", N_("one of these classes, each year"),
             names_of(conditions.classes), json_ids(conditions.classes));
  if (conditions.points) {
    card.fact("points", N_("points at least, each year"),
              number(conditions.points->value, view.language),
              json_number(conditions.points->value));
  }
}

void add_standing(Card& card, const CardView& view,
                  const AwardConditions& conditions) {
  if (conditions.registered) {
    card.fact("registered", nullptr, view.say("registered for each year"),
              true);
  }
  if (conditions.years) {
    card.fact("years", N_("years of taking part, at least"),
              std::to_string(*conditions.years), *conditions.years);
  }
  card.given("awards", N_("one of these awards, earlier"),
             names_of(view.plan, conditions.awards, form_name),
             json_ids(conditions.awards));
  std::string matters;
  Json keys = Json::array();
  for (const Matter::Kind kind : conditions.clear_of) {
    append(matters, view.say(thidua::word(kind)));
    keys.push_back(matter_words.at(static_cast<std::size_t>(kind)));
  }
  card.given("clear_of", N_("nothing open of these"), std::move(matters), keys);
}

}  // namespace

Card standard_card(const CardView& view, const AwardStandard& standard) {
  Card card;
  card.thing = N_("award standard");
  card.id = standard.id;
  card.title = standard.name;
  card.where = standard.span;
  card.fact("held", nullptr,
            view.say(standard.held ? N_("held") : N_("not held")),
            standard.held);
  card.fact("forms", N_("for the forms"),
            names_of(view.plan, standard.forms, form_name),
            json_ids(standard.forms));
  card.fact("occasions", N_("occasions"), names_of(standard.occasions),
            json_ids(standard.occasions));
  if (standard.document) {
    add_fact(card, "document", N_("document"), *standard.document, view);
  }
  card.text("by", N_("drawn up by"), standard.by);
  card.texts("requires", N_("requires"), standard.requirements);
  card.text("section", N_("section"), standard.source);
  card.text("note", N_("note"), standard.note);
  return card;
}

Card form_card(const CardView& view, const AwardForm& form,
               const Occasion* occasion) {
  Card card = card_of(N_("award form"), form.id, form.name);
  card.fact("unnamed", nullptr,
            form.unnamed ? view.say("the plan gives it no name") : "",
            form.unnamed);
  card.given("grade", N_("grade"),
             form.grade ? fact(*form.grade, view.language) : "");
  if (form.commendation != Commendation::movement) {
    const std::string word(
        commendation_words.at(static_cast<std::size_t>(form.commendation)));
    card.fact("commendation", N_("commendation"), term(word, view), word);
  }
  card.fact("authority", N_("authority"), authority_text(form, view.language),
            form.authority.name.empty() ? Json() : Json(form.authority.name));
  card.data("authority_by_law", form.authority.by_law.empty()
                                    ? Json()
                                    : Json(form.authority.by_law));
  add_rank(card, view, form);
  card.fact("receivers", N_("receivers"), class_words(form.receivers, view),
            json_classes(form.receivers));
  card.fact("kinds", N_("only kinds"),
            names_of(view.plan, form.kinds, kind_name), json_ids(form.kinds));
  card.given("subkinds", N_("only subkinds"), names_of(form.subkinds),
             json_ids(form.subkinds));
  add_standard(card, view, form, occasion);
  card.given("council", N_("council"), form.council ? form.council->value : "");
  card.given("law", N_("award by law"), form.law ? form.law->value : "");
  card.origin(form.origin);
  return card;
}

Card stance_card(const CardView& view, const AwardForm& form,
                 const OccasionDate& date) {
  Card card;
  card.id = date.key();
  card.title = date.occasion->name;
  card.title_key = "occasion_name";
  card.where = form.id.span;
  const Stance stance = stance_of(form, *date.occasion);
  card.fact("stance", nullptr, view.say(thidua::word(stance)), key_of(stance));
  if (stance == Stance::allowed &&
      standard_state(view.plan, form, date.occasion) ==
          StandardState::other_occasions) {
    card.remark(nullptr,
                standard_text(view.plan, form, date.occasion, view.language));
  }
  card.text("section", N_("section"), form.origin.source);
  card.caveats.assumed =
      form.origin.assumed || date.occasion->origin.assumed ||
      (date.occasion->first.assumed && date.year == date.occasion->first.year);
  return card;
}

std::vector<Card> stance_cards(const CardView& view, const AwardForm& form,
                               const std::vector<OccasionDate>& dates) {
  std::vector<Card> cards;
  cards.reserve(dates.size());
  for (const OccasionDate& date : dates) {
    cards.push_back(stance_card(view, form, date));
  }
  return cards;
}

Card conditions_card(const CardView& view, const AwardConditions& conditions) {
  Card card;
  card.title = view.say("before a unit is proposed");
  card.title_key = nullptr;
  card.where = conditions.span;
  add_judging(card, view, conditions);
  add_standing(card, view, conditions);
  if (std::all_of(card.facts.begin(), card.facts.end(),
                  [](const Card::Fact& each) { return each.text.empty(); })) {
    card.remark(nullptr, view.say("nothing is asked"));
  }
  card.origin(conditions.origin);
  return card;
}

}  // namespace thidua::render
