#include "rules/commendations.hpp"

#include <algorithm>

namespace thidua {
namespace {

bool is_under_way(ProposalState state) {
  return is_open(state) && state != ProposalState::returned;
}

bool is_voted_down(const CouncilRow& row) {
  return row.vote && row.vote->result.enough == false;
}

// Puts each row of an occasion where it belongs.
class Sorting {
 public:
  Sorting(const Plan& plan, CommendationStage stage, const Author& author,
          CommendedProposals& made)
      : plan_(plan), stage_(stage), author_(author), made_(made) {}

  void take(const CouncilForm& form) {
    CommendedForm chosen{&form, {}};
    const bool decides = decided_by(plan_, *form.form) == DecidedBy::issuer;
    for (const auto* rows : {&form.rows, &form.not_ready, &form.past}) {
      for (const CouncilRow& row : *rows) {
        if (!may_put_forward(author_, *row.candidate.proposal)) {
          continue;
        }
        if (is_for_issuer(stage_) && !decides) {
          ++made_.others_decide;
        } else if (is_at(row, stage_)) {
          chosen.rows.push_back(&row);
        } else {
          leave_out(row.candidate.state);
        }
      }
    }
    if (!chosen.rows.empty()) {
      sort(chosen.rows);
      made_.forms.push_back(std::move(chosen));
    }
  }

 private:
  void leave_out(ProposalState state) {
    auto& counts = made_.left_out;
    const auto at = std::lower_bound(
        counts.begin(), counts.end(), state,
        [](const StateCount& a, ProposalState b) { return a.state < b; });
    if (at != counts.end() && at->state == state) {
      ++at->count;
    } else {
      counts.insert(at, {state, 1});
    }
  }

  void sort(std::vector<const CouncilRow*>& rows) const {
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const CouncilRow* a, const CouncilRow* b) {
                       return reads_before(plan_, a->candidate, b->candidate);
                     });
  }

  const Plan& plan_;
  CommendationStage stage_;
  const Author& author_;
  CommendedProposals& made_;
};

}  // namespace

std::optional<CommendationStage> commendation_stage(std::string_view word) {
  const auto at = std::find(commendation_stage_words.begin(),
                            commendation_stage_words.end(), word);
  return at == commendation_stage_words.end()
             ? std::nullopt
             : std::optional(static_cast<CommendationStage>(
                   at - commendation_stage_words.begin()));
}

bool is_for_issuer(CommendationStage stage) {
  return stage == CommendationStage::to_decide ||
         stage == CommendationStage::granted;
}

bool is_at(const CouncilRow& row, CommendationStage stage) {
  const ProposalState state = row.candidate.state;
  switch (stage) {
    case CommendationStage::under_way:
      return is_under_way(state);
    case CommendationStage::ready:
      return is_before_council(state);
    case CommendationStage::voted:
      return is_before_council(state) || row.vote.has_value();
    case CommendationStage::to_decide:
      return is_under_way(state) && state != ProposalState::drafted &&
             !is_voted_down(row);
    case CommendationStage::granted:
      break;
  }
  return state == ProposalState::decided;
}

std::vector<const AwardForm*> CommendedProposals::award_forms() const {
  std::vector<const AwardForm*> found;
  for (const CommendedForm& each : forms) {
    found.push_back(each.form->form);
  }
  return found;
}

Caveats CommendedProposals::caveats() const {
  Caveats caveats;
  caveats.assumed = occasion.occasion->first.assumed;
  for (const CommendedForm& each : forms) {
    for (const CouncilRow* row : each.rows) {
      caveats |= caveats_of(*each.form, *row);
    }
  }
  return caveats;
}

CommendedProposals commended(const Plan& plan, const OccasionDate& occasion,
                             const std::vector<const AwardForm*>& forms,
                             CommendationStage stage, const Author& author,
                             Date today) {
  const std::optional<std::string_view> only =
      forms.size() == 1 ? std::optional<std::string_view>(forms[0]->id.value)
                        : std::nullopt;
  CommendedProposals made{
      occasion, proposed_list(plan, occasion, only, today), {}, {}, 0};
  Sorting sorting(plan, stage, author, made);
  for (const CouncilForm& form : made.list.forms) {
    if (forms.empty() ||
        std::find(forms.begin(), forms.end(), form.form) != forms.end()) {
      sorting.take(form);
    }
  }
  return made;
}

}  // namespace thidua
