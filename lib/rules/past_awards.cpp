#include "rules/past_awards.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rules/proposal_life.hpp"
#include "rules/references.hpp"
#include "rules/successions.hpp"

namespace thidua {
namespace {

PastAward past_award_of(const Plan& plan, const Proposal& proposal,
                        const ProposalEntry& decision,
                        const std::string& folder) {
  const Unit* unit = plan.unit(proposal.unit.value);
  const AwardForm* form = plan.form(proposal.form.value);
  return {unit == nullptr ? proposal.unit.value : unit->name.value,
          form == nullptr ? proposal.form.value : form->name,
          to_iso(decision.date.value), decision.document,
          folder + place_in_words(plan, proposal.span)};
}

// However its letters, tones and spaces are written.
std::string name_key(std::string_view name) {
  std::string key = folded(name);
  std::erase(key, ' ');
  return key;
}

}  // namespace

std::vector<PastAward> granted_in(const Plan& plan, const std::string& folder,
                                  Date day) {
  std::vector<PastAward> awards;
  for (const Proposal& proposal : plan.proposals) {
    const auto decision = decision_on(proposal, day);
    if (decision && decision->granted) {
      awards.push_back(past_award_of(plan, proposal, *decision->entry, folder));
    }
  }
  return awards;
}

std::vector<PastAward> granted_to(const Plan& plan, std::string_view unit,
                                  Date day) {
  std::vector<PastAward> awards;
  for (const Proposal& proposal : plan.proposals) {
    const auto decision = decision_on(proposal, day);
    if (proposal.unit.value == unit && decision && decision->granted) {
      awards.push_back(past_award_of(plan, proposal, *decision->entry, {}));
    }
  }
  return awards;
}

std::vector<PastAward> granted_before(const Plan& plan, std::string_view unit,
                                      Date day) {
  std::vector<PastAward> awards;
  for (const std::string_view id : predecessors_of(plan, unit, day)) {
    for (PastAward& each : granted_to(plan, id, day)) {
      awards.push_back(std::move(each));
    }
  }
  return awards;
}

void PastAwards::add(std::vector<PastAward> awards) {
  for (PastAward& each : awards) {
    by_name_[name_key(each.receiver)].push_back(all_.size());
    all_.push_back(std::move(each));
  }
}

std::vector<const PastAward*> PastAwards::like(const Unit& unit) const {
  std::vector<std::string> names{name_key(unit.name.value)};
  for (const FormerSelf& former : unit.formerly) {
    names.push_back(name_key(former.name));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::vector<const PastAward*> found;
  for (const std::string& name : names) {
    const auto at = by_name_.find(name);
    if (!name.empty() && at != by_name_.end()) {
      for (const std::size_t index : at->second) {
        found.push_back(&all_[index]);
      }
    }
  }
  return found;
}

}  // namespace thidua
