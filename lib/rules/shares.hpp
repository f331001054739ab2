// Shares: how many of those on a list are people who work with their hands,
// women, households, or of remote areas.
//
// Counted and shown in every list; asked for only where a plan says so.  Which
// groups there are: `shares` of awards.yaml, else of the rule set in force.
// Whether a unit is such is told by its own attribute, else by that of the unit
// above it; without either it is not known, and nobody is guessed.
// Law      Luật 2022, Điều 5.2.
#pragma once

#include <vector>

#include "model/plan.hpp"

namespace thidua {

struct ShareCount {
  const ByLaw<AwardShare>* rule = nullptr;  // never null
  int counted = 0;                          // among so many
  int such = 0;
  int unknown = 0;  // of the counted

  // Nothing: no share is asked for, or it is not known yet.
  [[nodiscard]] std::optional<bool> enough() const;
};

// None where neither the plan nor a rule set of the day has groups.
[[nodiscard]] std::vector<ShareCount> count_shares(
    const Plan& plan, const std::vector<const Unit*>& units, Date day);

}  // namespace thidua
