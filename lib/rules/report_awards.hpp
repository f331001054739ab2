// Award proposals in a report: how many of each form and class, what became of
// them, and the list.
//
// As of a day: a proposal made after it is not there yet, a decision taken
// after it is still open.
// Errors   none; a form the plan does not declare comes last, under its id.
// Files    proposals/<occasion>/<unit>/<form>.yaml
// Plan     section IV.4 of a plan.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/plan.hpp"
#include "rules/timeline.hpp"

namespace thidua {

// Ended: withdrawn, or revoked after it was granted.
enum class ProposalOutcome { open, granted, refused, ended };

// A decision taken after the day is not known on it.
[[nodiscard]] ProposalOutcome outcome_of(const Proposal& proposal, Date as_of);

struct ProposalLine {
  const Proposal* proposal = nullptr;
  const AwardForm* form = nullptr;  // null: the plan declares no such form
  const Unit* unit = nullptr;       // null: the folder has no such unit
  // Nothing: the unit may be counted as several and does not say which.
  std::optional<SubjectClass> subject_class;
  ProposalOutcome outcome = ProposalOutcome::open;
  // Of what was granted, in đồng: as the decision states it, else by the rules,
  // of one class only.  Nothing: not known.
  std::optional<Exact> prize;
  bool prize_assumed = false;  // by rules that are not verified

  [[nodiscard]] std::string_view form_name() const;
  [[nodiscard]] std::string_view unit_name() const;
};

// A proposal that was there on the day.
[[nodiscard]] ProposalLine proposal_line(const Plan& plan,
                                         const Proposal& proposal, Date as_of);

// As proposal_line(), with the prize that would go with it were it granted.
[[nodiscard]] ProposalLine drafted_line(const Plan& plan,
                                        const Proposal& proposal, Date as_of);

struct AwardCount {
  std::string_view form_id;
  std::string_view form_name;
  std::optional<SubjectClass> subject_class;
  int proposed = 0;  // granted, refused, ended and open together
  int granted = 0;
  int refused = 0;
  int ended = 0;
  int open = 0;
};

// Lowest authority first, then class, then name.
struct OccasionAwards {
  OccasionDate occasion;
  std::vector<AwardCount> counts;
  std::vector<ProposalLine> proposals;
  Caveats caveats;
};

[[nodiscard]] OccasionAwards occasion_awards(const Plan& plan,
                                             const OccasionDate& occasion,
                                             Date as_of);

}  // namespace thidua
