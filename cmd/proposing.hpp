// The side of `thidua propose-award` that writes: one unit, one form, one
// occasion; the proposal, or what was decided on it.
#pragma once

#include <string>

#include "writing.hpp"

namespace thidua::cmd {

struct ProposalOptions {
  std::string decide;   // number of the decision that grants it
  bool refuse = false;  // the authority has refused it
  std::string by;
  std::string date;
  std::string document;
  std::string note;
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
// naming every rule in the way with its section; or writes the decision, which
// the authority takes whatever we find.  Words as typed.
[[nodiscard]] ExitStatus propose(World& world, const ProposalOptions& options,
                                 const std::string& unit,
                                 const std::string& form,
                                 const std::string& occasion);

}  // namespace thidua::cmd
