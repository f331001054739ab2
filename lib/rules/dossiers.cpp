#include "rules/dossiers.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rules/rule_sets.hpp"

namespace thidua {

std::optional<std::vector<std::string>> missing_papers(const Plan& plan,
                                                       const Proposal& proposal,
                                                       Date today) {
  const LawOfForm law = law_of(plan, proposal, today);
  if (law.dossier == nullptr) {
    return std::nullopt;
  }
  std::vector<std::string> missing;
  for (const std::string& part : law.dossier->value.always) {
    const std::string wanted = folded(part);
    const bool there =
        std::any_of(proposal.papers.begin(), proposal.papers.end(),
                    [&](const DossierPaper& each) {
                      return folded(each.name.value) == wanted;
                    });
    if (!there) {
      missing.push_back(part);
    }
  }
  return missing;
}

}  // namespace thidua
