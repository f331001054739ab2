// One unit proposed for one form, and what became of that, entry by entry:
// proposals/<occasion>/<unit>/<form>.yaml.
#pragma once

#include <optional>
#include <string>

#include "base/file_change.hpp"
#include "base/result.hpp"
#include "rules/awards.hpp"
#include "rules/proposal_life.hpp"

namespace thidua::change {

// The dossier came in, and by which rules of procedure.
struct Receipt {
  std::optional<Date> day;
  std::string rule_set;  // empty: that of the day
  std::string reason;    // of a rule set that was chosen

  [[nodiscard]] bool empty() const { return !day && rule_set.empty(); }
};

struct NewProposal {
  std::string by;  // empty: the unit itself
  Date date{};
  std::string document;
  std::string chosen{};  // the paper that chose it at a tie; mostly empty
  std::string note;
  std::optional<Deed> achievement;  // of a sudden award
  std::vector<DossierPaper> papers;
  Receipt receipt{};
  bool illustrative = false;
};

// `candidate` may be proposed, or was chosen at a tie.  Fails with `refused`
// where it has been, or another proposal is for the same deed.
[[nodiscard]] Result<FileChange> propose(const Plan& plan,
                                         const Candidate& candidate,
                                         const NewProposal& proposal);

// Has such a proposal been made?
[[nodiscard]] bool is_proposed(const Plan& plan, const Candidate& candidate);

// Adds a receipt to the proposal that is there.  Fails with `refused` where
// none is, or where it says otherwise already.
[[nodiscard]] Result<FileChange> add_receipt(const Plan& plan,
                                             const Candidate& candidate,
                                             const Receipt& receipt);

// What became of it: one entry of its history.
struct NewEntry {
  ProposalState state{};  // not drafted
  Date date{};
  std::string by;  // empty, of a decision: the authority of the form
  std::string to;
  std::string document;
  std::string signer;
  std::string reason;
  std::optional<VoteCount> votes;
  std::string prize;  // in đồng, as it is written into a record
  std::string note;
};

// Fails with `refused` where nothing was proposed, where the entry cannot come
// after the last one, repeats it or is dated before it, and where the votes are
// not those of the council; with `usage` where it does not say what such an
// entry has to.
[[nodiscard]] Result<FileChange> add_entry(const Plan& plan,
                                           const Candidate& candidate,
                                           const NewEntry& entry);

// Papers of the dossier that are there now.  One that is named again is not
// written twice.
[[nodiscard]] Result<FileChange> add_papers(
    const Plan& plan, const Candidate& candidate,
    const std::vector<DossierPaper>& papers);

}  // namespace thidua::change
