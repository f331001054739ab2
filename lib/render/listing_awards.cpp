// Listings of awards: what the plan says of each form on each occasion, and
// who was proposed.
#include <algorithm>
#include <map>
#include <tuple>

#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "render/law_words.hpp"
#include "render/listing_parts.hpp"
#include "render/successions.hpp"
#include "render/unit_order.hpp"

namespace thidua::render {
namespace {

// One of no fixed year may be held in any.
bool is_chosen(const OccasionDate& date, const ListingFilter& filter) {
  if (date.year == 0) {
    return !filter.occasion || filter.occasion->occasion == date.occasion;
  }
  return in_period(filter, date.year) &&
         (!filter.occasion || filter.occasion->key() == date.key());
}

std::vector<OccasionDate> chosen_occasions(const Plan& plan,
                                           const ListingFilter& filter) {
  std::vector<OccasionDate> dates = listed_occasions(plan);
  std::erase_if(dates, [&](const OccasionDate& date) {
    return !is_chosen(date, filter);
  });
  return dates;
}

std::vector<const AwardForm*> chosen_forms(const Plan& plan,
                                           const ListingFilter& filter) {
  std::vector<const AwardForm*> forms = forms_by_rank(plan);
  std::erase_if(forms, [&](const AwardForm* form) {
    return filter.form != nullptr && form != filter.form;
  });
  return forms;
}

// A form on one occasion: all of the form, and what is said of it there.
Card form_on_occasion(const CardView& view, const AwardForm& form,
                      const OccasionDate& date) {
  Card card = form_card(view, form, date.occasion);
  const Card stance = stance_card(view, form, date);
  card.data("occasion", stance.id);
  card.data("asked", "plan");
  card.data("year", date.year == 0 ? Json() : Json(date.year));
  for (const Card::Fact& fact : stance.facts) {
    if (fact.key == "stance") {
      card.facts.push_back(fact);
    }
  }
  card.caveats = stance.caveats;
  return card;
}

bool is_chosen(const Plan& plan, const Proposal& proposal,
               const ListingFilter& filter) {
  const auto date = find_occasion(plan, proposal.occasion.value);
  const bool in_time = (!filter.occasion && !filter.period) ||
                       (date && is_chosen(*date, filter));
  const bool of_form =
      filter.form == nullptr || filter.form->id.value == proposal.form.value;
  return in_time && of_form && fits_unit(plan, proposal.unit.value, filter);
}

template <class Key>
std::map<std::string, std::size_t, std::less<>> places_of(
    const std::vector<Key>& keys, std::string (*text)(const Key&)) {
  std::map<std::string, std::size_t, std::less<>> places;
  for (const Key& key : keys) {
    places.emplace(text(key), places.size());
  }
  return places;
}

// By occasion in the order of the plan, form from the lowest authority, unit;
// what is not declared goes last.
std::vector<const Proposal*> chosen_proposals(const Plan& plan,
                                              const ListingFilter& filter) {
  const UnitOrder order(plan);
  const auto occasions = places_of<OccasionDate>(
      held_occasions(plan),
      [](const OccasionDate& date) { return date.key(); });
  const auto forms = places_of<const AwardForm*>(
      forms_by_rank(plan),
      [](const AwardForm* const& form) { return form->id.value; });
  const auto place_in = [](const auto& places, const std::string& id) {
    const auto at = places.find(id);
    return at == places.end() ? places.size() : at->second;
  };
  const auto place = [&](const Proposal* proposal) {
    return std::tuple(place_in(occasions, proposal->occasion.value),
                      place_in(forms, proposal->form.value),
                      order.place(proposal->unit.value));
  };
  std::vector<const Proposal*> proposals;
  for (const Proposal& proposal : plan.proposals) {
    if (is_chosen(plan, proposal, filter)) {
      proposals.push_back(&proposal);
    }
  }
  std::stable_sort(proposals.begin(), proposals.end(),
                   [&](const Proposal* a, const Proposal* b) {
                     return place(a) < place(b);
                   });
  return proposals;
}

// Its state, and since when; of one that is open, who is in charge now.
std::string state_words(const Proposal& proposal, const CardView& view) {
  const ProposalState state = state_on(proposal, view.today);
  const ProposalEntry* entry = entry_of(proposal, state, view.today);
  std::string words = view.say(word(state));
  if (entry != nullptr) {
    words += " " + date(entry->date.value, view.language);
  }
  if (!decision_on(proposal, view.today)) {
    append(words, in_charge_text(view.plan, proposal.unit.value, view.today,
                                 view.language));
  }
  return words;
}

// The proposals for one form on one occasion, from `next` on, which moves
// behind them.
Grid table_of_form(const CardView& view,
                   const std::vector<const Proposal*>& proposals,
                   std::size_t& next) {
  Grid grid;
  grid.columns = std::vector<Align>(5, Align::left);
  grid.head = {view.say("Unit"), view.say("Id"), view.say("Proposed"),
               view.say("Rule set"), view.say("State")};
  const Proposal& first = *proposals[next];
  for (; next < proposals.size() &&
         proposals[next]->occasion.value == first.occasion.value &&
         proposals[next]->form.value == first.form.value;
       ++next) {
    const Proposal& each = *proposals[next];
    grid.rows.push_back(
        {unit_name(view.plan, each.unit.value), each.unit.value,
         date(each.proposed_on.value, view.language),
         short_words(governing_rules(view.plan, each, view.today)),
         state_words(each, view)});
  }
  return grid;
}

}  // namespace

std::string awards_text(const CardView& view, const ListingFilter& filter,
                        const Style& style) {
  const std::vector<OccasionDate> dates = chosen_occasions(view.plan, filter);
  const std::vector<const AwardForm*> forms = chosen_forms(view.plan, filter);
  Outline outline;
  Caveats caveats;
  for (const AwardForm* form : forms) {
    Card card = form_card(view, *form, nullptr);
    card.group("occasions", N_("Occasions"), stance_cards(view, *form, dates));
    caveats |= caveats_in(card);
    write(card, view, outline);
  }
  if (dates.empty() || forms.empty()) {
    return nothing_of(Section::forms, view);
  }
  return fmt::format("{}\n{}\n", finished(outline, false, caveats, view, style),
                     view.say("only the plan was asked, not the law"));
}

Json awards_json(const CardView& view, const ListingFilter& filter) {
  Json all = Json::array();
  const std::vector<OccasionDate> dates = chosen_occasions(view.plan, filter);
  for (const AwardForm* form : chosen_forms(view.plan, filter)) {
    for (const OccasionDate& date : dates) {
      all.push_back(to_json(form_on_occasion(view, *form, date), view));
    }
  }
  return all;
}

std::string proposals_text(const CardView& view, const ListingFilter& filter,
                           const Style& style) {
  Caveats caveats;
  Outline outline;
  const auto proposals = chosen_proposals(view.plan, filter);
  for (std::size_t next = 0; next < proposals.size();) {
    const Proposal& first = *proposals[next];
    outline.heading(1, fmt::format("{} · {}", first.occasion.value,
                                   form_name(view.plan, first.form.value)));
    outline.table(table_of_form(view, proposals, next));
  }
  for (const Proposal* proposal : proposals) {
    caveats.illustrative |= proposal->illustrative;
    caveats.assumed |=
        governing_rules(view.plan, *proposal, view.today).assumed();
  }
  return finished(outline, proposals.empty(), caveats, view, style);
}

Json proposals_json(const CardView& view, const ListingFilter& filter) {
  Json all = Json::array();
  for (const Proposal* proposal : chosen_proposals(view.plan, filter)) {
    all.push_back(to_json(proposal_card(view, *proposal), view));
  }
  return all;
}

}  // namespace thidua::render
