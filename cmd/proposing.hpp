// The side of `thidua propose-award` that writes: one unit, one form, one
// occasion; the proposal, or what became of it.
#pragma once

#include <string>
#include <vector>

#include "entering.hpp"
#include "writing.hpp"

namespace thidua::cmd {

struct ProposalOptions {
  EntryOptions entry;
  std::string by;
  std::string date;
  std::string document;
  std::string note;
  std::string chosen;               // at a tie: the paper that says so
  std::vector<std::string> papers;  // name, or name=file
  std::string achievement;
  std::string achieved;  // the day of it
  std::string received;  // the day the dossier came in
  std::string rule_set;  // chosen, whatever that day says
  std::string rule_set_reason;
  WriteOptions writing;
};

void add_proposal_options(Syntax& syntax, const Words& words,
                          ProposalOptions& options);

// Is one of them given?
[[nodiscard]] bool says_how(const ProposalOptions& options);

// Writes the proposal and says what is to be seen to by hand, or refuses,
// naming every rule in the way with its section; or adds to one that is there
// what became of it: what an authority decides, it decides whatever we find.
// Words as typed.
[[nodiscard]] ExitStatus propose(World& world, const ProposalOptions& options,
                                 const std::string& unit,
                                 const std::string& form,
                                 const std::string& occasion);

// What the plan cannot answer of a candidate, and a person has to.
[[nodiscard]] std::string what_is_open(const World& world,
                                       const Candidate& candidate,
                                       const change::Receipt& receipt);

// Everybody who may be proposed for the form and has not been, all or nobody;
// stops where a quota of the form stands at a tie, and names who is tied.
[[nodiscard]] ExitStatus propose_all(World& world,
                                     const ProposalOptions& options,
                                     const std::string& form,
                                     const std::string& occasion);

// What both share: the proposal as typed.
[[nodiscard]] Result<change::NewProposal> read_proposal(
    const World& world, const ProposalOptions& options);

}  // namespace thidua::cmd
