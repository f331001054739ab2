// One unit proposed for one form, and what was decided on it:
// proposals/<occasion>/<unit>/<form>.yaml.
#pragma once

#include <string>

#include "base/file_change.hpp"
#include "base/result.hpp"
#include "rules/awards.hpp"

namespace thidua::change {

struct NewProposal {
  std::string by;  // empty: the unit itself
  Date date{};
  std::string document;
  std::string note;
  bool illustrative = false;
};

// `candidate` may be proposed.  Fails with `refused` where it has been.
[[nodiscard]] Result<FileChange> propose(const Plan& plan,
                                         const Candidate& candidate,
                                         const NewProposal& proposal);

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
