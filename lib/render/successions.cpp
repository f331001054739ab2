// What became of units and bodies, as cards, as a list, and in the words that
// other outputs need.
#include "render/successions.hpp"

#include <algorithm>

#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "render/listing_parts.hpp"

namespace thidua::render {
namespace {

std::string party_names(const Plan& plan, const Ids& ids, Date day) {
  std::vector<Party> parties;
  for (const At<std::string>& id : ids) {
    parties.push_back(party(plan, id.value, day));
  }
  return names_of(parties);
}

// A new office may bear the name of the old one.
std::string told_from(const std::string& old, std::string_view now,
                      Language language) {
  return old == now ? say(msg("the former {0}", old), language) : old;
}

bool concerns(const Succession& event, std::string_view id) {
  return names(event.from, id) || names(event.to, id);
}

std::vector<Card> cards(const CardView& view, const ListingFilter& filter) {
  std::vector<Card> found;
  for (const Succession& event : view.plan.successions) {
    const bool wanted =
        filter.unit == nullptr || concerns(event, filter.unit->id);
    if (wanted && (!filter.period || filter.period->contains(*event.on))) {
      found.push_back(succession_card(view, event));
    }
  }
  return found;
}

}  // namespace

std::string passing_text(const Plan& plan, const Succession& event,
                         Language language) {
  const std::string from =
      party_names(plan, event.from, add_days(*event.on, -1));
  const std::string to = event.to.empty()
                             ? say("not known who succeeds", language)
                             : party_names(plan, event.to, *event.on);
  return fmt::format("{} → {}", told_from(from, to, language), to);
}

std::string event_text(const Plan& plan, const Succession& event,
                       Language language) {
  return fmt::format("{}: {}", date(*event.on, language),
                     passing_text(plan, event, language));
}

std::string parent_words(const Plan& plan, std::string_view parent,
                         Date today) {
  if (parent.empty()) {
    return {};
  }
  const Heirs heirs = heirs_of(plan, parent, today);
  return heirs.parties.empty() ? unit_name(plan, parent)
                               : names_of(heirs.parties);
}

Card succession_card(const CardView& view, const Succession& event) {
  Card card;
  card.title = event_text(view.plan, event, view.language);
  card.title_key = nullptr;
  card.where = event.span;
  card.data("date", to_iso(*event.on));
  card.data("from", json_ids(event.from));
  card.data("to", json_ids(event.to));
  card.texts("outside", N_("came in from outside the plan"), event.outside);
  card.fact("duties", N_("only these duties"), names_of(event.duties),
            json_ids(event.duties));
  const bool measured = event.ends() && !event.to.empty() &&
                        view.plan.unit(event.from.front().value) != nullptr;
  card.fact("figures_comparable", nullptr,
            !measured ? std::string()
            : event.figures_comparable
                ? view.say("figures before and after may be compared")
                : view.say("figures before and after may not be compared"),
            event.figures_comparable);
  card.origin(event.origin);
  return card;
}

std::vector<Card> succession_cards(const CardView& view, std::string_view id) {
  std::vector<Card> found;
  for (const Succession& event : view.plan.successions) {
    if (concerns(event, id)) {
      found.push_back(succession_card(view, event));
    }
  }
  return found;
}

std::string heirs_text(const Heirs& heirs, Language language) {
  return heirs.parties.empty() ? say("not known who succeeds", language)
                               : names_of(heirs.parties);
}

std::string office_text(const Plan& plan, std::string_view id, Date day,
                        Language language) {
  const Heirs heirs = heirs_of(plan, id, day);
  return heirs.by == nullptr ? body_name(plan, id)
                             : heirs_text(heirs, language);
}

std::string in_charge_text(const Plan& plan, std::string_view id, Date day,
                           Language language) {
  const Heirs heirs = heirs_of(plan, id, day);
  if (heirs.by == nullptr) {
    return {};
  }
  return heirs.parties.empty()
             ? heirs_text(heirs, language)
             : say(msg("passed to {0}", names_of(heirs.parties)), language);
}

std::string owner_text(const DutyState& state, Language language) {
  if (state.heir_unclear) {
    return say(msg("{0} (not known who succeeds)", state.owner_name), language);
  }
  if (state.instead_of.empty()) {
    return std::string(state.owner_name);
  }
  const std::string old(state.instead_of);
  return say(msg("{0} (in place of {1})", state.owner_name,
                 told_from(old, state.owner_name, language)),
             language);
}

std::string owners_text(const std::vector<DutyState>& states,
                        Language language) {
  std::string names;
  for (const DutyState& state : states) {
    append(names, owner_text(state, language));
  }
  return names;
}

std::string ended_text(const Plan& plan, const std::vector<const Unit*>& units,
                       const Period& period, Language language) {
  std::string text;
  for (const Unit* unit : units) {
    const Heirs heirs = heirs_of(plan, unit->id, period.last());
    const std::string to = heirs_text(heirs, language);
    const std::string& name = unit->name_on(period.first());
    text += fmt::format("{}{} → {}", text.empty() ? "" : "; ",
                        told_from(name, to, language), to);
  }
  return text.empty()
             ? text
             : say(msg("ended before the period did, not ranked: {0}", text),
                   language);
}

std::string successions_text(const CardView& view, const ListingFilter& filter,
                             const Style& style) {
  const std::vector<Card> found = cards(view, filter);
  Outline outline;
  write_items(found, view, outline);
  return finished(outline, found.empty(), caveats_in(found), view, style);
}

Json successions_json(const CardView& view, const ListingFilter& filter) {
  return to_json(cards(view, filter), view);
}

}  // namespace thidua::render
