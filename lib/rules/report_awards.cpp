#include "rules/report_awards.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rules/awards.hpp"
#include "rules/proposal_life.hpp"
#include "rules/rule_sets.hpp"

namespace thidua {
namespace {

void add_prize(const Plan& plan, Date as_of, ProposalLine& line) {
  const ProposalEntry* decided =
      entry_of(*line.proposal, ProposalState::decided, as_of);
  if (decided != nullptr && decided->prize) {
    line.prize = decided->prize->value;
    return;
  }
  const auto prizes = prizes_of(plan, law_of(plan, *line.proposal, as_of));
  if (prizes.size() == 1 && prizes.front().wage != nullptr) {
    line.prize = prizes.front().amount;
    line.prize_assumed = prizes.front().assumed();
  }
}

class ReadingOrder {
 public:
  explicit ReadingOrder(const Plan& plan) : forms_(forms_by_rank(plan)) {}

  bool operator()(const ProposalLine& a, const ProposalLine& b) const {
    const auto rank_a = std::find(forms_.begin(), forms_.end(), a.form);
    const auto rank_b = std::find(forms_.begin(), forms_.end(), b.form);
    if (rank_a != rank_b) {
      return rank_a < rank_b;
    }
    if (a.proposal->form.value != b.proposal->form.value) {
      return a.proposal->form.value < b.proposal->form.value;
    }
    if (a.subject_class != b.subject_class) {
      return a.subject_class < b.subject_class;
    }
    return compare_vietnamese(a.unit_name(), b.unit_name()) < 0;
  }

 private:
  std::vector<const AwardForm*> forms_;
};

// The lines are sorted, so that each count is one run of them.
std::vector<AwardCount> count(const std::vector<ProposalLine>& lines) {
  std::vector<AwardCount> counts;
  for (const ProposalLine& line : lines) {
    if (counts.empty() || counts.back().form_id != line.proposal->form.value ||
        counts.back().subject_class != line.subject_class) {
      counts.push_back(
          {line.proposal->form.value, line.form_name(), line.subject_class});
    }
    AwardCount& here = counts.back();
    ++here.proposed;
    here.granted += line.outcome == ProposalOutcome::granted ? 1 : 0;
    here.refused += line.outcome == ProposalOutcome::refused ? 1 : 0;
    here.ended += line.outcome == ProposalOutcome::ended ? 1 : 0;
    here.open += line.outcome == ProposalOutcome::open ? 1 : 0;
  }
  return counts;
}

}  // namespace

ProposalOutcome outcome_of(const Proposal& proposal, Date as_of) {
  switch (state_on(proposal, as_of)) {
    case ProposalState::decided:
      return ProposalOutcome::granted;
    case ProposalState::refused:
      return ProposalOutcome::refused;
    case ProposalState::withdrawn:
    case ProposalState::revoked:
      return ProposalOutcome::ended;
    default:
      return ProposalOutcome::open;
  }
}

ProposalLine proposal_line(const Plan& plan, const Proposal& proposal,
                           Date as_of) {
  ProposalLine line;
  line.proposal = &proposal;
  line.form = plan.form(proposal.form.value);
  line.unit = plan.unit(proposal.unit.value);
  line.outcome = outcome_of(proposal, as_of);
  if (line.unit != nullptr) {
    const std::vector<SubjectClass> classes = classes_of(plan, *line.unit);
    if (classes.size() == 1) {
      line.subject_class = classes.front();
    }
  }
  if (line.outcome == ProposalOutcome::granted) {
    add_prize(plan, as_of, line);
  }
  return line;
}

ProposalLine drafted_line(const Plan& plan, const Proposal& proposal,
                          Date as_of) {
  ProposalLine line = proposal_line(plan, proposal, as_of);
  if (line.outcome == ProposalOutcome::open) {
    add_prize(plan, as_of, line);
  }
  return line;
}

std::string_view ProposalLine::form_name() const {
  return form == nullptr ? proposal->form.value : form->name;
}

std::string_view ProposalLine::unit_name() const {
  return unit == nullptr ? proposal->unit.value : unit->name.value;
}

OccasionAwards occasion_awards(const Plan& plan, const OccasionDate& occasion,
                               Date as_of) {
  OccasionAwards awards{occasion, {}, {}, {}};
  const std::string key = occasion.key();
  for (const Proposal& proposal : plan.proposals) {
    if (proposal.occasion.value != key || proposal.proposed_on.value > as_of) {
      continue;
    }
    const ProposalLine line = proposal_line(plan, proposal, as_of);
    awards.caveats.illustrative |= proposal.illustrative;
    awards.caveats.assumed |= line.prize_assumed;
    if (line.unit != nullptr) {
      awards.caveats |= caveats_of(plan, *line.unit);
    }
    awards.proposals.push_back(line);
  }
  std::stable_sort(awards.proposals.begin(), awards.proposals.end(),
                   ReadingOrder(plan));
  awards.counts = count(awards.proposals);
  return awards;
}

}  // namespace thidua
