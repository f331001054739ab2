// Dossiers: which papers of those that the rules of procedure ask for are not
// there yet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/plan.hpp"

namespace thidua {

// As the rules call them, in their order; compared as people type them.  What
// is only needed in some case is not missed: a person has to see whether it is.
// Nothing where no rules are known.
[[nodiscard]] std::optional<std::vector<std::string>> missing_papers(
    const Plan& plan, const Proposal& proposal, Date today);

}  // namespace thidua
