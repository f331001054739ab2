#include "rules/proposal_life.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace thidua {
namespace {

using Life = ProposalState;

constexpr std::array from_submit{Life::drafted, Life::returned};
constexpr std::array from_return{Life::submitted, Life::appraised, Life::voted,
                                 Life::submitted_upward};
constexpr std::array from_appraise{Life::submitted};
// A council may vote again.
constexpr std::array from_vote{Life::submitted, Life::appraised, Life::voted};
constexpr std::array from_submit_upward{Life::submitted, Life::appraised,
                                        Life::voted, Life::submitted_upward};
constexpr std::array from_decide{Life::submitted, Life::appraised, Life::voted,
                                 Life::submitted_upward};
constexpr std::array from_withdraw{Life::drafted,  Life::submitted,
                                   Life::returned, Life::appraised,
                                   Life::voted,    Life::submitted_upward};
constexpr std::array from_revoke{Life::decided};

constexpr std::array<EntryFact, 0> nothing{};
constexpr std::array a_reason{EntryFact::reason};
constexpr std::array the_votes{EntryFact::votes};
constexpr std::array a_document{EntryFact::document};
constexpr std::array document_and_reason{EntryFact::document,
                                         EntryFact::reason};

constexpr std::array<StateRule, 9> state_table{{
    {Life::submitted, from_submit, nothing},
    {Life::returned, from_return, a_reason},
    {Life::appraised, from_appraise, nothing},
    {Life::voted, from_vote, the_votes},
    {Life::submitted_upward, from_submit_upward, nothing},
    {Life::decided, from_decide, a_document},
    {Life::refused, from_decide, a_reason},
    {Life::withdrawn, from_withdraw, a_reason},
    {Life::revoked, from_revoke, document_and_reason},
}};

std::vector<const ProposalEntry*> entries_until(const Proposal& proposal,
                                                Date day) {
  std::vector<const ProposalEntry*> entries;
  for (const ProposalEntry& entry : proposal.history) {
    if (entry.date.value <= day) {
      entries.push_back(&entry);
    }
  }
  return entries;
}

}  // namespace

std::span<const StateRule> state_rules() { return state_table; }

const StateRule& rule_of(ProposalState state) {
  return *std::find_if(state_table.begin(), state_table.end() - 1,
                       [&](const StateRule& each) { return each.to == state; });
}

bool may_follow(ProposalState from, ProposalState to) {
  if (to == Life::drafted) {
    return false;
  }
  const auto& allowed = rule_of(to).from;
  return std::find(allowed.begin(), allowed.end(), from) != allowed.end();
}

std::vector<ProposalState> next_states(ProposalState from) {
  std::vector<ProposalState> states;
  for (const StateRule& each : state_table) {
    if (may_follow(from, each.to)) {
      states.push_back(each.to);
    }
  }
  return states;
}

bool is_open(ProposalState state) {
  return state != ProposalState::decided && may_follow(state, Life::withdrawn);
}

ProposalState state_on(const Proposal& proposal, Date day) {
  const auto entries = entries_until(proposal, day);
  return entries.empty() ? Life::drafted : entries.back()->state.value;
}

const ProposalEntry* entry_of(const Proposal& proposal, ProposalState state,
                              Date day) {
  const ProposalEntry* last = nullptr;
  for (const ProposalEntry* entry : entries_until(proposal, day)) {
    last = entry->state.value == state ? entry : last;
  }
  return last;
}

std::optional<Decision> decision_on(const Proposal& proposal, Date day) {
  switch (state_on(proposal, day)) {
    case Life::decided:
      return Decision{true, false, entry_of(proposal, Life::decided, day)};
    case Life::refused:
      return Decision{false, false, entry_of(proposal, Life::refused, day)};
    case Life::revoked:
      return Decision{false, true, entry_of(proposal, Life::revoked, day)};
    default:
      return std::nullopt;
  }
}

std::optional<Date> received_on(const Proposal& proposal) {
  if (proposal.received) {
    return proposal.received->value;
  }
  const auto at = std::find_if(proposal.history.begin(), proposal.history.end(),
                               [](const ProposalEntry& each) {
                                 return each.state.value == Life::submitted;
                               });
  return at == proposal.history.end() ? std::nullopt
                                      : std::optional(at->date.value);
}

bool says(const ProposalEntry& entry, EntryFact fact) {
  switch (fact) {
    case EntryFact::reason:
      return !trimmed(entry.reason).empty();
    case EntryFact::votes:
      return entry.votes.has_value();
    case EntryFact::document:
      break;
  }
  return !trimmed(entry.document).empty();
}

const char* word(EntryFact fact) {
  switch (fact) {
    case EntryFact::reason:
      return N_("reason");
    case EntryFact::votes:
      return N_("count of the votes");
    case EntryFact::document:
      break;
  }
  return N_("document");
}

Message possible_states(ProposalState from) {
  std::string list;
  for (const ProposalState each : next_states(from)) {
    list += (list.empty() ? "`" : ", `") + std::string(to_string(each)) + "`";
  }
  return list.empty() ? msg("nothing can come after it")
                      : msg("possible after `{0}`: {1}", to_string(from), list);
}

std::vector<LifeFault> life_faults(const Proposal& proposal) {
  std::vector<LifeFault> faults;
  ProposalState state = Life::drafted;
  Date day = proposal.proposed_on.value;
  for (const ProposalEntry& entry : proposal.history) {
    const ProposalState next = entry.state.value;
    if (!may_follow(state, next)) {
      faults.push_back({code::impossible_state, entry.state.span,
                        msg("`{0}` cannot come after `{1}`", to_string(next),
                            to_string(state)),
                        possible_states(state)});
    }
    if (proposal.proposed_on.span.known() && entry.date.value < day) {
      faults.push_back({code::decided_too_early, entry.date.span,
                        msg("dated {0}, before what came before it on {1}",
                            entry.date.value, day),
                        msg("correct the date that is wrong")});
    }
    for (const EntryFact fact : rule_of(next).needs) {
      if (!says(entry, fact)) {
        faults.push_back({code::entry_incomplete,
                          entry.span,
                          msg("the entry `{0}` does not say its {1}",
                              to_string(next), Word{word(fact)}),
                          {}});
      }
    }
    state = next;
    day = std::max(day, entry.date.value);
  }
  return faults;
}

const char* word(ProposalState state) {
  switch (state) {
    case Life::drafted:
      return N_("drafted");
    case Life::submitted:
      return N_("submitted");
    case Life::returned:
      return N_("returned");
    case Life::appraised:
      return N_("appraised");
    case Life::voted:
      return N_("voted on");
    case Life::submitted_upward:
      return N_("submitted upward");
    case Life::decided:
      return N_("granted");
    case Life::refused:
      return N_("refused");
    case Life::withdrawn:
      return N_("withdrawn");
    case Life::revoked:
      break;
  }
  return N_("revoked");
}

}  // namespace thidua
