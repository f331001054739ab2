// One unit proposed for one form: proposals/<occasion>/<unit>/<form>.yaml.
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

}  // namespace thidua::change
