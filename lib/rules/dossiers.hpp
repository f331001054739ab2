// Dossiers: which papers of those that the rules of procedure ask for are not
// there yet.
#pragma once

#include <string>
#include <vector>

#include "model/plan.hpp"

namespace thidua {

// As the rules call them, in their order; compared as people type them.  None
// where no rules are known.
[[nodiscard]] std::vector<std::string> missing_papers(const Plan& plan,
                                                      const Proposal& proposal,
                                                      Date today);

}  // namespace thidua
