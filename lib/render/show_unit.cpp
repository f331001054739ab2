// A unit and every record about it, each with the file and line it stands in.
#include <algorithm>

#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "render/show.hpp"
#include "render/successions.hpp"
#include "render/unit_order.hpp"

namespace thidua::render {
namespace {

Card contact_card(const Contact& contact) {
  Card card;
  card.title = contact.role;
  card.title_key = "role";
  card.text("name", nullptr, contact.name);
  card.text("email", nullptr, contact.email.value);
  card.text("phone", nullptr, contact.phone);
  return card;
}

Card attribute_card(const Unit& unit, const Attribute& attribute) {
  Card card = card_of(nullptr, attribute.key, attribute.value);
  card.title_key = "value";
  const bool assumed = unit.assumes(attribute.key.value);
  card.data("assumed", assumed);
  card.caveats.assumed = assumed;
  return card;
}

std::vector<Card> former_cards(const CardView& view, const Unit& unit) {
  std::vector<Card> cards;
  for (const FormerSelf& self : unit.formerly) {
    Card card;
    card.title = self.name.empty() ? unit.name.value : self.name;
    card.where = self.to.span;
    card.fact("to", nullptr,
              view.say(msg("to {0}", date(self.to.value, view.language))),
              to_iso(self.to.value));
    const std::string& kind = unit.kind_on(self.to.value);
    card.fact("kind", nullptr, kind_name(view.plan, kind), kind);
    card.origin(self.origin);
    cards.push_back(std::move(card));
  }
  return cards;
}

Card child_card(const CardView& view, const Unit& unit) {
  Card card;
  card.id = unit.id;
  card.title = unit.name.value;
  card.where = unit.span;
  card.fact("kind", nullptr, kind_name(view.plan, unit.kind.value),
            unit.kind.value);
  card.caveats = caveats_of(view.plan, unit);
  return card;
}

void add_clusters(Card& card, const Plan& plan, const Unit& unit) {
  std::string names;
  Json json = Json::array();
  for (const Cluster& cluster : plan.clusters) {
    const bool member = std::any_of(
        cluster.members.begin(), cluster.members.end(),
        [&](const At<std::string>& each) { return each.value == unit.id; });
    if (member) {
      names += names.empty() ? "" : "; ";
      names += cluster.name;
      json.push_back(cluster.id.value);
    }
  }
  card.fact("clusters", N_("cluster"), std::move(names), std::move(json));
}

// Cards of the records of a list that are the unit's; `owner` tells whose.
template <class List, class Owner, class Make>
std::vector<Card> own_cards(const List& list, const Unit& unit, Owner owner,
                            Make make) {
  std::vector<Card> cards;
  for (const auto& record : list) {
    if (owner(record) == unit.id) {
      make(record, cards);
    }
  }
  return cards;
}

void add_figures(Card& card, const CardView& view, const Unit& unit) {
  const auto owner = [](const Figures& f) { return f.unit.value; };
  card.group("figures", N_("Figures"),
             own_cards(view.plan.figures, unit, owner,
                       [&](const Figures& each, std::vector<Card>& cards) {
                         if (!each.entries.empty()) {
                           cards.push_back(figures_card(view, each));
                         }
                       }));
  card.group("assigned", N_("Targets that are assigned"),
             own_cards(view.plan.figures, unit, owner,
                       [&](const Figures& each, std::vector<Card>& cards) {
                         for (const AssignedTarget& target : each.assigned) {
                           cards.push_back(assigned_card(view, each, target));
                         }
                       }));
}

void add_work(Card& card, const CardView& view, const Unit& unit) {
  card.group("filings", N_("Filings"),
             own_cards(
                 view.plan.filings, unit,
                 [](const Filings& f) {
                   return f.by_body ? std::string() : f.owner.value;
                 },
                 [&](const Filings& each, std::vector<Card>& cards) {
                   for (const Filing& filing : each.filings) {
                     cards.push_back(filing_card(view, each, filing));
                   }
                 }));
  card.given_group(
      "extensions", N_("More time"),
      own_cards(
          view.plan.filings, unit,
          [](const Filings& f) {
            return f.by_body ? std::string() : f.owner.value;
          },
          [&](const Filings& each, std::vector<Card>& cards) {
            for (const Extension& extension : each.extensions) {
              cards.push_back(extension_card(view, each, extension));
            }
          }));
  card.group("scorecards", N_("Scorecards"),
             own_cards(
                 view.plan.scorecards, unit,
                 [](const Scorecard& s) { return s.unit.value; },
                 [&](const Scorecard& each, std::vector<Card>& cards) {
                   cards.push_back(scorecard_card(view, each));
                 }));
  card.group("proposals", N_("Award proposals"),
             own_cards(
                 view.plan.proposals, unit,
                 [](const Proposal& p) { return p.unit.value; },
                 [&](const Proposal& each, std::vector<Card>& cards) {
                   cards.push_back(proposal_card(view, each));
                 }));
  card.group("results", N_("Results"),
             own_cards(
                 view.plan.results, unit,
                 [](const Results& r) { return r.unit.value; },
                 [&](const Results& each, std::vector<Card>& cards) {
                   cards.push_back(results_card(view, each));
                 }));
}

}  // namespace

Card unit_page(const CardView& view, const Unit& unit) {
  Card card = unit_card(view, unit);
  add_clusters(card, view.plan, unit);
  std::vector<Card> contacts;
  std::vector<Card> attributes;
  std::vector<Card> below;
  for (const Contact& contact : unit.contacts) {
    contacts.push_back(contact_card(contact));
  }
  for (const Attribute& attribute : unit.attributes) {
    attributes.push_back(attribute_card(unit, attribute));
  }
  const UnitOrder order(view.plan);
  for (const Unit* child : order.children(unit.id)) {
    below.push_back(child_card(view, *child));
  }
  card.given_group("formerly", N_("Formerly"), former_cards(view, unit));
  card.given_group("successions", N_("Succession"),
                   succession_cards(view, unit.id));
  card.group("contacts", N_("Contacts"), std::move(contacts));
  card.group("attributes", N_("Attributes"), std::move(attributes));
  card.group("children", N_("Units below"), std::move(below));
  add_figures(card, view, unit);
  add_work(card, view, unit);
  return card;
}

}  // namespace thidua::render
