#include "change/proposals.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "change/draft.hpp"
#include "change/proposal_records.hpp"
#include "change/typed.hpp"
#include "rules/eligibility.hpp"
#include "rules/references.hpp"

namespace thidua::change {
namespace {

using yaml::Member;
using yaml::Value;

Value choice_of(const Receipt& receipt) {
  return Value::map({{"id", Value::text(receipt.rule_set)},
                     {"reason", Value::text(receipt.reason)}});
}

std::optional<Failure> refuse_unknown(const Plan& plan,
                                      const Receipt& receipt) {
  if (receipt.rule_set.empty() || plan.rule_set(receipt.rule_set) != nullptr) {
    return std::nullopt;
  }
  return unknown(N_("there is no rule set `{0}`"), receipt.rule_set,
                 ids_of(plan.rule_sets));
}

Value paper_of(const DossierPaper& paper) {
  std::vector<Member> keys{{"name", Value::text(paper.name.value)}};
  add_text(keys, "file", paper.file.value);
  return Value::map(std::move(keys));
}

void add_dossier(std::vector<Member>& keys, const NewProposal& proposal) {
  if (proposal.achievement) {
    std::vector<Member> deed{{"text", Value::text(proposal.achievement->text)}};
    if (proposal.achievement->date) {
      deed.push_back({"date", day(proposal.achievement->date->value)});
    }
    keys.push_back({"achievement", Value::map(std::move(deed))});
  }
  std::vector<Value> papers;
  for (const DossierPaper& paper : proposal.papers) {
    papers.push_back(paper_of(paper));
  }
  if (!papers.empty()) {
    keys.push_back({"papers", Value::list(std::move(papers))});
  }
}

Head head_of(const Candidate& candidate, const NewProposal& proposal) {
  std::vector<Member> keys{{"unit", Value::text(candidate.unit->id)},
                           {"form", Value::text(candidate.form->id.value)},
                           {"occasion", Value::text(candidate.occasion.key())}};
  add_illustrative(keys, proposal.illustrative);
  std::vector<Member> proposed;
  add_text(proposed, "by",
           proposal.by.empty() ? candidate.unit->name.value : proposal.by);
  proposed.push_back({"date", day(proposal.date)});
  add_text(proposed, "document", proposal.document);
  add_text(proposed, "chosen", proposal.chosen);
  keys.push_back({"proposed", Value::map(std::move(proposed))});
  add_dossier(keys, proposal);
  const Receipt& receipt = proposal.receipt;
  if (receipt.day) {
    keys.push_back({"received", day(*receipt.day)});
  }
  if (!receipt.rule_set.empty()) {
    keys.push_back({"rule_set", choice_of(receipt)});
  }
  add_text(keys, "note", proposal.note);
  return {msg("{0} proposed for: {1}", candidate.unit->name.value,
              candidate.form->name),
          Value::map(std::move(keys))};
}

Failure is_there(const Candidate& candidate, const Proposal& there) {
  const ProposalState state = there.history.empty()
                                  ? ProposalState::drafted
                                  : there.history.back().state.value;
  return {ExitStatus::refused,
          msg("`{0}` has been proposed for `{1}` on {2}; the state of it: {3}",
              candidate.unit->id, candidate.form->name, there.proposed_on.value,
              Word{word(state)}),
          msg("if that is wrong, correct {0}", path_of(candidate))};
}

// A deed comes before its proposal, and is rewarded once.
std::optional<Failure> refuse_deed(const Plan& plan, const Candidate& candidate,
                                   const NewProposal& proposal) {
  if (!proposal.achievement) {
    return std::nullopt;
  }
  const Deed& deed = *proposal.achievement;
  if (deed.date && proposal.date < deed.date->value) {
    return Failure{
        ExitStatus::usage,
        msg("the achievement is dated {0}, after it was proposed on {1}",
            deed.date->value, proposal.date),
        msg("correct the date that is wrong")};
  }
  const Proposal* other =
      same_deed(plan, candidate.unit->id, deed, nullptr, proposal.date);
  return other == nullptr ? std::nullopt
                          : std::optional(Failure{
                                ExitStatus::refused,
                                msg("the same achievement is proposed in {0}",
                                    place_in_words(plan, other->span)),
                                msg("one achievement is rewarded once (Luật "
                                    "2022, Điều 5.2); "
                                    "withdraw that proposal, or name another "
                                    "achievement")});
}

}  // namespace

Result<FileChange> propose(const Plan& plan, const Candidate& candidate,
                           const NewProposal& proposal) {
  if (const Proposal* there = find_proposal(plan, candidate)) {
    return is_there(candidate, *there);
  }
  if (const auto failure = refuse_deed(plan, candidate, proposal)) {
    return *failure;
  }
  if (proposal.by.empty() &&
      dossier_by_receiver(plan, *candidate.form,
                          *candidate.occasion.occasion)) {
    return Failure{
        ExitStatus::usage,
        msg("the dossier for `{0}` is made by the unit that received "
            "the help",
            candidate.form->name),
        msg("name that unit with --by")};
  }
  if (!proposal.achievement &&
      is_sudden(*candidate.form, *candidate.occasion.occasion)) {
    return Failure{ExitStatus::usage,
                   msg("`{0}` is for one achievement, and none is named",
                       candidate.form->name),
                   msg("name it with --achievement")};
  }
  if (const auto failure = refuse_unknown(plan, proposal.receipt)) {
    return *failure;
  }
  return Draft(plan, path_of(candidate), {}, head_of(candidate, proposal))
      .finish();
}

bool is_proposed(const Plan& plan, const Candidate& candidate) {
  return find_proposal(plan, candidate) != nullptr;
}

namespace {

// A day or a choice that stands there is not written over.
std::optional<Failure> refuse_second(const Candidate& candidate,
                                     const Proposal& there,
                                     const Receipt& receipt) {
  if (receipt.day && there.received && there.received->value != *receipt.day) {
    return Failure{
        ExitStatus::refused,
        msg("the dossier was received on {0}", there.received->value),
        msg("if that is wrong, correct {0}", path_of(candidate))};
  }
  if (!receipt.rule_set.empty() && there.rule_set) {
    return Failure{ExitStatus::refused,
                   msg("the rule set `{0}` has been chosen: {1}",
                       there.rule_set->id.value, there.rule_set->reason),
                   msg("if that is wrong, correct {0}", path_of(candidate))};
  }
  return std::nullopt;
}

}  // namespace

Result<FileChange> add_receipt(const Plan& plan, const Candidate& candidate,
                               const Receipt& receipt) {
  const Proposal* there = find_proposal(plan, candidate);
  if (there == nullptr) {
    return not_proposed(candidate);
  }
  if (const auto failure = refuse_second(candidate, *there, receipt)) {
    return *failure;
  }
  if (const auto failure = refuse_unknown(plan, receipt)) {
    return *failure;
  }
  Draft draft(plan, path_of(candidate), proposal_keys(), {});
  if (receipt.day) {
    draft.edit().set({"received"}, day(*receipt.day));
  }
  if (!receipt.rule_set.empty()) {
    draft.edit().set({"rule_set"}, choice_of(receipt));
  }
  return draft.finish();
}

Result<FileChange> add_papers(const Plan& plan, const Candidate& candidate,
                              const std::vector<DossierPaper>& papers) {
  const Proposal* there = find_proposal(plan, candidate);
  if (there == nullptr) {
    return not_proposed(candidate);
  }
  Draft draft(plan, path_of(candidate), proposal_keys(), {});
  for (const DossierPaper& paper : papers) {
    const bool is_there = std::any_of(
        there->papers.begin(), there->papers.end(),
        [&](const DossierPaper& each) {
          return folded(each.name.value) == folded(paper.name.value);
        });
    if (!is_there) {
      draft.edit().append({"papers"}, paper_of(paper));
    }
  }
  return draft.finish();
}

}  // namespace thidua::change
