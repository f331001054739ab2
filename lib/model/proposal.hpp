// Proposal: one unit proposed for one award form on one occasion, and what
// became of it, entry by entry.
//
// It begins as a draft; every entry of `history` puts it into another state.
// Which entry may follow which: rules/proposal_life.
// Units    votes in members of the council; prizes in đồng, exact.
// Files    proposals/<occasion>/<unit>/<form>.yaml
// Errors   none here; read_proposal() reports TD02, rules/check_proposals the
//          rest.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/exact.hpp"
#include "model/fact.hpp"

namespace thidua {

enum class ProposalState {
  drafted,
  submitted,
  returned,  // to whoever proposed, to be completed
  appraised,
  voted,
  submitted_upward,  // to a higher authority
  decided,           // granted
  refused,
  withdrawn,
  revoked,  // after it was granted
};
inline constexpr std::array<std::string_view, 10> proposal_state_words{
    "drafted",          "submitted", "returned", "appraised", "voted",
    "submitted-upward", "decided",   "refused",  "withdrawn", "revoked"};
[[nodiscard]] constexpr std::string_view to_string(ProposalState state) {
  return proposal_state_words.at(static_cast<std::size_t>(state));
}

// How the members of a council voted.  Written: by members who were absent.
struct VoteCount {
  int yes = 0;
  int no = 0;
  int blank = 0;
  int written_yes = 0;
  int written_no = 0;
  int absent = 0;   // without an opinion
  int recused = 0;  // kept out of this vote

  [[nodiscard]] int members() const {
    return yes + no + blank + written_yes + written_no + absent + recused;
  }
  friend bool operator==(const VoteCount&, const VoteCount&) = default;
};
// In the order of the members of VoteCount: the keys of records, which no YAML
// reader takes for a truth value, and the words that people type.
inline constexpr std::array<std::string_view, 7> ballot_keys{
    "for",    "against", "blank", "written_for", "written_against",
    "absent", "recused"};
inline constexpr std::array<std::string_view, 7> ballot_words{
    "yes", "no", "blank", "written-yes", "written-no", "absent", "recused"};
inline constexpr std::array<int VoteCount::*, 7> ballot_counts{
    &VoteCount::yes,         &VoteCount::no,         &VoteCount::blank,
    &VoteCount::written_yes, &VoteCount::written_no, &VoteCount::absent,
    &VoteCount::recused};

struct ProposalEntry {
  At<ProposalState> state;  // never drafted
  At<Date> date;
  std::string by;
  std::string to;        // of a submission
  std::string document;  // number and sign: a letter, minutes, a decision
  std::string signer;    // of a decision
  std::string reason;
  std::optional<At<VoteCount>> votes;
  std::optional<At<Exact>> prize;  // in đồng, as the decision states it
  std::string note;
  Span span{};
};

// One paper of the dossier that is there.
struct DossierPaper {
  At<std::string> name;  // as the rules of procedure call it
  At<std::string> file;  // in the plan folder; may be empty
};

// What a sudden award is for.
struct Deed {
  std::string text;
  std::optional<At<Date>> date;
};

// Rules of procedure that somebody has chosen, whatever the date says.
struct RuleSetChoice {
  At<std::string> id;
  std::string reason;
};

struct Proposal {
  At<std::string> unit;
  At<std::string> form;
  At<std::string> occasion;  // annual-2024
  std::string proposed_by;
  At<Date> proposed_on;
  std::string document;
  std::string chosen;  // the paper that chose it at a tie; mostly empty
  std::optional<Deed> achievement;
  std::vector<DossierPaper> papers;
  std::optional<At<Date>> received;  // the dossier came in
  Seldom<RuleSetChoice> rule_set;
  std::vector<ProposalEntry> history;  // in the order written
  std::string note;
  bool illustrative = false;
  Span span{};
};

}  // namespace thidua
