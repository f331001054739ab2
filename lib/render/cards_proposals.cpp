// Cards of proposals: who was proposed for what, when the dossier came in, by
// which rules of procedure, and what became of it.
#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "render/law.hpp"
#include "render/law_words.hpp"
#include "render/successions.hpp"
#include "render/vote_counts.hpp"
#include "rules/dossiers.hpp"

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

Json json_decision(const std::optional<Decision>& decision) {
  if (!decision) {
    return nullptr;
  }
  const ProposalEntry& entry = *decision->entry;
  const char* result = decision->revoked   ? "revoked"
                       : decision->granted ? "granted"
                                           : "refused";
  return {{"result", result},
          {"by", or_null(entry.by)},
          {"date", to_iso(entry.date.value)},
          {"number", or_null(entry.document)},
          {"signer", or_null(entry.signer)},
          {"prize", entry.prize ? json_number(entry.prize->value) : Json()}};
}

void add_state(Card& card, const CardView& view, const Proposal& proposal) {
  const ProposalState state = state_on(proposal, view.today);
  const auto decision = decision_on(proposal, view.today);
  std::string words = view.say(word(state));
  if (decision) {
    const ProposalEntry& entry = *decision->entry;
    words = join(words, entry.by);
    words = join(words, date(entry.date.value, view.language));
    words = join(words, entry.document);
  } else {
    words = join(words, in_charge_text(view.plan, proposal.unit.value,
                                       view.today, view.language));
  }
  card.fact("state", N_("state"), words, to_string(state));
  card.data("decision", json_decision(decision));
}

Card entry_card(const CardView& view, const Proposal& proposal,
                const ProposalEntry& entry) {
  Card card;
  card.title = view.say(word(entry.state.value));
  card.title_key = nullptr;
  card.where = entry.span;
  card.data("state", to_string(entry.state.value));
  card.fact("date", nullptr, date(entry.date.value, view.language),
            to_iso(entry.date.value));
  card.given("by", nullptr, entry.by);
  card.given("to", N_("to"), entry.to);
  card.given("document", N_("document"), entry.document);
  card.given("signer", N_("signed by"), entry.signer);
  card.given("reason", N_("reason"), entry.reason);
  if (entry.votes) {
    const LawOfForm law = law_of(view.plan, proposal, entry.date.value);
    const VoteResult result = count_votes(entry.votes->value, law.vote);
    card.given("votes", N_("vote of the council"), votes_words(result, view),
               json_votes(result));
  }
  if (entry.prize) {
    card.given("prize", N_("prize"),
               number(entry.prize->value, view.language) + " đ",
               json_number(entry.prize->value));
  }
  card.given("note", N_("note"), entry.note);
  return card;
}

void add_papers(Card& card, const CardView& view, const Proposal& proposal) {
  std::vector<std::string> there;
  Json papers = Json::array();
  for (const DossierPaper& paper : proposal.papers) {
    there.push_back(join(paper.name.value, paper.file.value));
    papers.push_back(
        {{"name", paper.name.value}, {"file", or_null(paper.file.value)}});
  }
  card.fact("papers", N_("papers there"),
            fmt::format("{}", fmt::join(there, "; ")), std::move(papers));
  const auto missing = missing_papers(view.plan, proposal, view.today);
  card.fact("missing_papers", N_("papers missing"),
            missing ? fmt::format("{}", fmt::join(*missing, "; "))
                    : view.say("no rules of the dossier are known"),
            missing ? Json(*missing) : Json());
}

void add_achievement(Card& card, const CardView& view,
                     const Proposal& proposal) {
  if (const auto& deed = proposal.achievement) {
    card.given(
        "achievement", N_("achievement"),
        deed->date ? join(deed->text, date(deed->date->value, view.language))
                   : deed->text,
        {{"text", deed->text},
         {"date", deed->date ? Json(to_iso(deed->date->value)) : Json()}});
  }
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
  card.given("chosen", N_("chosen at a tie by"), proposal.chosen);
  add_achievement(card, view, proposal);
  add_papers(card, view, proposal);
  add_receipt(card, view, proposal);
  add_state(card, view, proposal);
  card.text("note", N_("note"), proposal.note);
  std::vector<Card> history;
  for (const ProposalEntry& entry : proposal.history) {
    if (entry.date.value <= view.today) {
      history.push_back(entry_card(view, proposal, entry));
    }
  }
  card.group("history", N_("History"), std::move(history));
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
