// What became of a proposal, as it is typed: one entry of its history.
#pragma once

#include <string>
#include <vector>

#include "change/proposals.hpp"
#include "syntax.hpp"
#include "world.hpp"

namespace thidua::cmd {

struct EntryOptions {
  bool submit = false;
  bool give_back = false;  // --return
  bool appraise = false;
  std::string vote;  // yes=8,no=1
  bool submit_upward = false;
  std::string decide;  // number of the decision that grants it
  bool refuse = false;
  bool withdraw = false;
  std::string revoke;  // number of the decision that does
  std::string to;
  std::string signer;
  std::string reason;
  std::string prize;
};

void add_entry_options(Syntax& syntax, const Words& words,
                       EntryOptions& options);

// Is one of them given?
[[nodiscard]] bool says_anything(const EntryOptions& entry);

// The states that the options name; more than one, and two things were said.
[[nodiscard]] std::vector<ProposalState> states_of(const EntryOptions& entry);

// What an entry shares with a proposal; as typed.
struct EntryHead {
  const std::string& by;
  const std::string& date;
  const std::string& document;
  const std::string& note;
};

[[nodiscard]] Result<change::NewEntry> read_entry(const World& world,
                                                  const EntryOptions& typed,
                                                  const EntryHead& head,
                                                  ProposalState state);

}  // namespace thidua::cmd
