// One unit proposed for one form, and what was decided on it:
// proposals/<occasion>/<unit>/<form>.yaml.
#pragma once

#include <optional>
#include <string>

#include "base/file_change.hpp"
#include "base/result.hpp"
#include "rules/awards.hpp"

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
  std::string note;
  Receipt receipt{};
  bool illustrative = false;
};

// `candidate` may be proposed.  Fails with `refused` where it has been.
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

struct NewDecision {
  bool granted = false;
  std::string by;  // empty: the authority of the form, by law where it says so
  Date date{};
  std::string number;
  std::string note;
};

// Fails with `refused` where nothing was proposed or a decision is there.
[[nodiscard]] Result<FileChange> decide(const Plan& plan,
                                        const Candidate& candidate,
                                        const NewDecision& decision);

}  // namespace thidua::change
