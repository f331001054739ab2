// The life of a proposal: one table of which state may follow which, and what
// an entry of it has to say.
//
// As of a day: entries dated after it are not there yet.
// Errors   none; a history that breaks the table is read as it stands, and
//          life_faults() says what is wrong.
// Law      after an award, a decision may be revoked: Luật 2022, Chương VII.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/codes.hpp"
#include "base/message.hpp"
#include "model/proposal.hpp"

namespace thidua {

// What an entry has to say.
enum class EntryFact { reason, votes, document };

struct StateRule {
  ProposalState to;
  std::span<const ProposalState> from;
  std::span<const EntryFact> needs;
};

// One for each state but drafted, in the order of the states.
[[nodiscard]] std::span<const StateRule> state_rules();
[[nodiscard]] const StateRule& rule_of(ProposalState state);

[[nodiscard]] bool may_follow(ProposalState from, ProposalState to);
// What may come after a state, in the order of the states; none after its end.
[[nodiscard]] std::vector<ProposalState> next_states(ProposalState from);

// Can anything but its end still come?
[[nodiscard]] bool is_open(ProposalState state);

[[nodiscard]] ProposalState state_on(const Proposal& proposal, Date day);

// The last entry of a state on a day, or null.
[[nodiscard]] const ProposalEntry* entry_of(const Proposal& proposal,
                                            ProposalState state, Date day);

// What an authority made of it.
struct Decision {
  bool granted = false;  // and not revoked since
  bool revoked = false;
  const ProposalEntry* entry = nullptr;  // never null
};
// Nothing while it is open, or where it was withdrawn.
[[nodiscard]] std::optional<Decision> decision_on(const Proposal& proposal,
                                                  Date day);

// The day the dossier came in: as recorded, else that of its first submission.
[[nodiscard]] std::optional<Date> received_on(const Proposal& proposal);

struct LifeFault {
  Code code{};
  Span where{};
  Message what;
  Message hint;
};
[[nodiscard]] std::vector<LifeFault> life_faults(const Proposal& proposal);

[[nodiscard]] bool says(const ProposalEntry& entry, EntryFact fact);

[[nodiscard]] const char* word(ProposalState state);
[[nodiscard]] const char* word(EntryFact fact);
// "returned, appraised"
[[nodiscard]] Message possible_states(ProposalState from);

}  // namespace thidua
