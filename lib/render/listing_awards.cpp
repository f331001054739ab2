// Listings of awards: what the plan says of each form on each occasion, and
// who was proposed.
#include <algorithm>
#include <map>

#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "render/listing_parts.hpp"
#include "render/unit_order.hpp"

namespace thidua::render {
namespace {

bool is_chosen(const OccasionDate& date, const ListingFilter& filter) {
  return in_period(filter, date.year) &&
         (!filter.occasion || filter.occasion->key() == date.key());
}

std::vector<OccasionDate> chosen_occasions(const Plan& plan,
                                           const ListingFilter& filter) {
  std::vector<OccasionDate> dates = occasion_dates(plan);
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
  Card card = form_card(view, form);
  const Card stance = stance_card(view, form, date);
  card.data("occasion", stance.id);
  card.data("year", date.year);
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

// By occasion in the order of the plan (undeclared ones last), then unit.
std::vector<const Proposal*> chosen_proposals(const Plan& plan,
                                              const ListingFilter& filter) {
  const UnitOrder order(plan);
  std::map<std::string, std::size_t, std::less<>> occasions;
  for (const OccasionDate& date : occasion_dates(plan)) {
    occasions.emplace(date.key(), occasions.size());
  }
  const auto place = [&](const Proposal* proposal) {
    const auto at = occasions.find(proposal->occasion.value);
    return std::pair(at == occasions.end() ? occasions.size() : at->second,
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

std::string decision_words(const Proposal& proposal, const CardView& view) {
  if (!proposal.decision) {
    return view.say("not decided");
  }
  const std::string on = date(proposal.decision->date, view.language);
  return view.say(proposal.decision->granted ? msg("granted {0}", on)
                                             : msg("refused {0}", on));
}

}  // namespace

std::string awards_text(const CardView& view, const ListingFilter& filter,
                        const Style& style) {
  const std::vector<OccasionDate> dates = chosen_occasions(view.plan, filter);
  const std::vector<const AwardForm*> forms = chosen_forms(view.plan, filter);
  Outline outline;
  Caveats caveats;
  for (const AwardForm* form : forms) {
    Card card = form_card(view, *form);
    card.group("occasions", N_("Occasions"), stance_cards(view, *form, dates));
    caveats |= caveats_in(card);
    write(card, view, outline);
  }
  const bool empty = dates.empty() || forms.empty();
  const std::string text = finished(outline, empty, caveats, view, style);
  return empty ? text
               : fmt::format("{}\n{}\n", text,
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
  Grid grid;
  grid.columns = std::vector<Align>(5, Align::left);
  grid.head = {view.say("Occasion"), view.say("Unit"), view.say("Award form"),
               view.say("Proposed"), view.say("Decision")};
  Caveats caveats;
  const auto proposals = chosen_proposals(view.plan, filter);
  for (const Proposal* proposal : proposals) {
    caveats.illustrative |= proposal->illustrative;
    grid.rows.push_back({proposal->occasion.value,
                         unit_name(view.plan, proposal->unit.value),
                         form_name(view.plan, proposal->form.value),
                         date(proposal->proposed_on.value, view.language),
                         decision_words(*proposal, view)});
  }
  Outline outline;
  outline.table(std::move(grid));
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
