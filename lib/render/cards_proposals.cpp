// Cards of proposals: who was proposed for what, when the dossier came in, by
// which rules of procedure, and what was decided.
#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "render/law.hpp"
#include "render/law_words.hpp"
#include "render/successions.hpp"

namespace thidua::render {
namespace {

void add_receipt(Card& card, const CardView& view, const Proposal& proposal) {
  const auto& received = proposal.received;
  card.fact("received", N_("received"),
            received ? date(received->value, view.language) : std::string(),
            received ? Json(to_iso(received->value)) : Json());
  const GoverningRules rules = governing_rules(view.plan, proposal, view.today);
  card.fact("rule_set", N_("rule set"), short_words(rules),
            json_governing(rules));
  card.caveats.assumed |= rules.assumed();
}

void add_decision(Card& card, const CardView& view, const Proposal& proposal) {
  if (!proposal.decision) {
    card.fact("decision", N_("decision"),
              join(view.say("none yet"),
                   in_charge_text(view.plan, proposal.unit.value, view.today,
                                  view.language)),
              nullptr);
    return;
  }
  const Decision& decision = *proposal.decision;
  std::string words = fmt::format(
      "{}, {}, {}", view.say(decision.granted ? N_("granted") : N_("refused")),
      decision.by, date(decision.date.value, view.language));
  card.fact(
      "decision", N_("decision"), join(words, decision.number),
      {{"result", decision.granted ? "granted" : "refused"},
       {"by", decision.by},
       {"date", to_iso(decision.date.value)},
       {"number", decision.number.empty() ? Json() : Json(decision.number)}});
}

}  // namespace

Card proposal_card(const CardView& view, const Proposal& proposal) {
  Card card;
  card.thing = N_("proposal");
  card.id = id_of(proposal);
  card.title = form_name(view.plan, proposal.form.value);
  card.title_key = nullptr;
  card.where = proposal.span;
  card.caveats.illustrative = proposal.illustrative;
  card.fact("unit", N_("unit"), unit_name(view.plan, proposal.unit.value),
            proposal.unit.value);
  card.data("form", proposal.form.value);
  card.text("occasion", N_("occasion"), proposal.occasion.value);
  card.fact("proposed", N_("proposed"),
            join(fmt::format("{}, {}", proposal.proposed_by,
                             date(proposal.proposed_on.value, view.language)),
                 proposal.document),
            {{"by", proposal.proposed_by},
             {"date", to_iso(proposal.proposed_on.value)},
             {"document",
              proposal.document.empty() ? Json() : Json(proposal.document)}});
  add_receipt(card, view, proposal);
  add_decision(card, view, proposal);
  card.text("note", N_("note"), proposal.note);
  return card;
}

std::string id_of(const Proposal& proposal) {
  return fmt::format("{}/{}/{}", proposal.occasion.value, proposal.unit.value,
                     proposal.form.value);
}

Card proposal_page(const CardView& view, const Proposal& proposal) {
  Card card = proposal_card(view, proposal);
  for (Card::Fact& fact : card.facts) {
    if (fact.key == "rule_set") {
      fact.text.clear();  // the law below says it at length
    }
  }
  add_law(card, law_of(view.plan, proposal, view.today), view);
  return card;
}

}  // namespace thidua::render
