// proposals/
#include <algorithm>

#include "model/fields.hpp"
#include "model/read.hpp"

namespace thidua {

template <>
struct Choices<ProposalState> {
  static constexpr auto words = proposal_state_words;
};

template <>
struct Read<VoteCount> {
  static std::optional<VoteCount> from(const yaml::Node& node,
                                       Diagnostics& found);
};

namespace {

constexpr int most_members = 999;

std::optional<int> read_members(const yaml::Node& node, Diagnostics& found) {
  const auto number = read_as<Exact>(node, found);
  for (int whole = 0; number && whole <= most_members; ++whole) {
    if (*number == Exact{whole}) {
      return whole;
    }
  }
  if (number) {
    report(found, code::out_of_range, node.span(),
           msg("a number of votes is whole, from 0 to 999"),
           msg("write it in digits, such as 8"));
  }
  return std::nullopt;
}

}  // namespace

std::optional<VoteCount> Read<VoteCount>::from(const yaml::Node& node,
                                               Diagnostics& found) {
  Fields f(node, found);
  VoteCount votes;
  for (std::size_t i = 0; i < ballot_keys.size(); ++i) {
    if (const yaml::Node* number = f.find(ballot_keys.at(i))) {
      votes.*ballot_counts.at(i) = read_members(*number, found).value_or(0);
    }
  }
  if (f.usable() && votes.members() == 0) {
    report(found, code::out_of_range, node.span(), msg("nobody has voted"),
           msg("write how many voted how, such as `for: 8`"));
  }
  return f.finish(votes);
}

namespace {

// `drafted` is where every proposal begins; it is no entry.
At<ProposalState> read_state(Fields& f) {
  const auto state = f.maybe<At<ProposalState>>("state");
  if (!state) {
    f.require("state");
    return {};
  }
  if (state->value == ProposalState::drafted) {
    report(f.found(), code::out_of_range, state->span,
           msg("a proposal is a draft before its first entry"),
           msg("write what became of it, such as `submitted`"));
    return {};
  }
  return *state;
}

// Whole đồng.
std::optional<At<Exact>> read_prize(Fields& f) {
  auto prize = f.maybe<At<Exact>>("prize");
  if (prize && (prize->value < Exact{0} || !prize->value.is_whole())) {
    report(f.found(), code::out_of_range, prize->span,
           msg("a prize is a whole number of đồng, 0 or more"),
           msg("write it as the decision states it, such as 2340000"));
    prize.reset();
  }
  return prize;
}

ProposalEntry read_entry(Fields& f) {
  ProposalEntry entry;
  entry.span = f.span();
  entry.state = read_state(f);
  entry.date = f.need<At<Date>>("date");
  entry.by = f.text_or_empty("by");
  entry.to = f.text_or_empty("to");
  entry.document = f.text_or_empty("document");
  entry.signer = f.text_or_empty("signer");
  entry.reason = f.text_or_empty("reason");
  entry.votes = f.maybe<At<VoteCount>>("votes");
  entry.prize = read_prize(f);
  entry.note = f.text_or_empty("note");
  return entry;
}

void read_history(Fields& f, Proposal& proposal) {
  for_each_item(f, "history", [&](Fields& item) {
    ProposalEntry entry = read_entry(item);
    if (entry.state.span.known() && entry.date.span.known()) {
      proposal.history.push_back(std::move(entry));
    }
  });
}

void read_dossier(Fields& f, Proposal& proposal) {
  if (const yaml::Node* node = f.find("achievement")) {
    Fields inner(*node, f.found());
    proposal.achievement =
        Deed{inner.text("text"), inner.maybe<At<Date>>("date")};
    inner.done();
  }
  for_each_item(f, "papers", [&](Fields& item) {
    proposal.papers.push_back(
        {item.need<At<std::string>>("name"),
         item.maybe<At<std::string>>("file").value_or(At<std::string>{})});
  });
  proposal.received = f.maybe<At<Date>>("received");
}

Seldom<RuleSetChoice> read_rule_set_choice(Fields& f) {
  const yaml::Node* node = f.find("rule_set");
  if (node == nullptr) {
    return {};
  }
  Fields inner(*node, f.found());
  RuleSetChoice choice{inner.id("id"), inner.text("reason")};
  inner.done();
  return choice.id.value.empty() ? Seldom<RuleSetChoice>{}
                                 : Seldom<RuleSetChoice>(std::move(choice));
}

}  // namespace

std::optional<Proposal> read_proposal(const yaml::Node& root,
                                      Diagnostics& found) {
  Fields f(root, found);
  Proposal proposal;
  proposal.span = root.span();
  proposal.unit = f.unit_id("unit");
  proposal.form = f.id("form");
  proposal.occasion = f.occasion_key("occasion");
  proposal.illustrative = f.flag("illustrative");
  if (const yaml::Node* node = f.require("proposed")) {
    Fields inner(*node, found);
    proposal.proposed_by = inner.text("by");
    proposal.proposed_on = inner.need<At<Date>>("date");
    proposal.document = inner.text_or_empty("document");
    proposal.chosen = inner.text_or_empty("chosen");
    inner.done();
  }
  read_dossier(f, proposal);
  proposal.rule_set = read_rule_set_choice(f);
  read_history(f, proposal);
  proposal.note = f.text_or_empty("note");
  const bool known =
      proposal.unit.span.known() && proposal.occasion.span.known();
  auto record = f.finish(std::move(proposal));
  return known ? std::move(record) : std::nullopt;
}

}  // namespace thidua
