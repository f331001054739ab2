#include "entering.hpp"

#include <array>

#include "arguments.hpp"
#include "change/typed.hpp"
#include "change/typed_votes.hpp"

namespace thidua::cmd {

void add_entry_options(Syntax& syntax, const Words& words,
                       EntryOptions& options) {
  syntax.flag("--submit", options.submit,
              words("record that the dossier was handed in"));
  syntax.flag("--return", options.give_back,
              words("record that it was given back to be completed"));
  syntax.flag("--appraise", options.appraise,
              words("record that it was appraised"));
  syntax.option("--vote", options.vote, words("VOTES"),
                words("record the vote of the council, such as "
                      "yes=8,no=1,written-yes=1"));
  syntax.flag("--submit-upward", options.submit_upward,
              words("record that it went to a higher authority"));
  syntax.option("--decide", options.decide, words("NUMBER"),
                words("record the decision that grants it"));
  syntax.flag("--refuse", options.refuse,
              words("record that the authority has refused it"));
  syntax.flag("--withdraw", options.withdraw,
              words("record that it was withdrawn"));
  syntax.option("--revoke", options.revoke, words("NUMBER"),
                words("record the decision that takes the award back"));
  syntax.option("--to", options.to, words("TEXT"),
                words("to whom it was handed in; of a document, the file or "
                      "folder it goes to"));
  syntax.option("--signer", options.signer, words("TEXT"),
                words("who signed the decision"));
  syntax.option("--reason", options.reason, words("TEXT"),
                words("why it was returned, refused, withdrawn or revoked"));
  syntax.option("--prize", options.prize, words("NUMBER"),
                words("the prize in đồng, as the decision states it"));
}

bool says_anything(const EntryOptions& entry) {
  return !states_of(entry).empty() || !entry.to.empty() ||
         !entry.signer.empty() || !entry.reason.empty() || !entry.prize.empty();
}

// The states that the options name: one, or people have said two things.
std::vector<ProposalState> states_of(const EntryOptions& entry) {
  const std::array<std::pair<bool, ProposalState>, 9> said{{
      {entry.submit, ProposalState::submitted},
      {entry.give_back, ProposalState::returned},
      {entry.appraise, ProposalState::appraised},
      {!entry.vote.empty(), ProposalState::voted},
      {entry.submit_upward, ProposalState::submitted_upward},
      {!entry.decide.empty(), ProposalState::decided},
      {entry.refuse, ProposalState::refused},
      {entry.withdraw, ProposalState::withdrawn},
      {!entry.revoke.empty(), ProposalState::revoked},
  }};
  std::vector<ProposalState> states;
  for (const auto& [is_said, state] : said) {
    if (is_said) {
      states.push_back(state);
    }
  }
  return states;
}

Result<change::NewEntry> read_entry(const World& world,
                                    const EntryOptions& typed,
                                    const EntryHead& head,
                                    ProposalState state) {
  const auto date = find_day(head.date);
  if (!date) {
    return date.error();
  }
  if (*date && world.today() < **date) {
    return Failure{ExitStatus::usage,
                   msg("dated {0}, which is still to come", **date),
                   msg("record it once it has happened")};
  }
  change::NewEntry entry{state,
                         date->value_or(world.today()),
                         head.by,
                         typed.to,
                         head.document,
                         typed.signer,
                         typed.reason,
                         {},
                         {},
                         head.note};
  if (state == ProposalState::decided || state == ProposalState::revoked) {
    entry.document =
        state == ProposalState::decided ? typed.decide : typed.revoke;
  }
  if (!typed.vote.empty()) {
    const auto votes = change::parse_votes(typed.vote);
    if (!votes) {
      return votes.error();
    }
    entry.votes = *votes;
  }
  if (!typed.prize.empty()) {
    const auto prize = change::parse_number(typed.prize);
    if (!prize) {
      return prize.error();
    }
    const auto amount = Exact::parse(*prize);
    if (!amount || *amount < Exact{0} || !amount->is_whole()) {
      return Failure{
          ExitStatus::usage,
          msg("a prize is a whole number of đồng, 0 or more"),
          msg("write it as the decision states it, such as 2340000")};
    }
    entry.prize = *prize;
  }
  return entry;
}

}  // namespace thidua::cmd
