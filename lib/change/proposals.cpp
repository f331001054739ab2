#include "change/proposals.hpp"

#include "change/draft.hpp"
#include "change/typed.hpp"
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
  keys.push_back({"proposed", Value::map(std::move(proposed))});
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

std::string path_of(const Candidate& candidate) {
  return fmt::format("proposals/{}/{}/{}.yaml", candidate.occasion.key(),
                     candidate.unit->id, candidate.form->id.value);
}

const Proposal* find_proposal(const Plan& plan, const Candidate& candidate) {
  return plan.proposal(candidate.occasion.key(), candidate.unit->id,
                       candidate.form->id.value);
}

Failure not_proposed(const Candidate& candidate) {
  return {
      ExitStatus::refused,
      msg("`{0}` has not been proposed for `{1}` on `{2}`", candidate.unit->id,
          candidate.form->name, candidate.occasion.key()),
      msg("propose it first")};
}

yaml::KeyOrder key_order() {
  return {"unit",     "form",     "occasion", "illustrative", "proposed",
          "received", "rule_set", "decision", "note"};
}

Failure decided_before(const Candidate& candidate, const Decision& decision) {
  return {ExitStatus::refused,
          msg("`{0}` for `{1}` has been decided on {2}", candidate.form->name,
              candidate.unit->id, decision.date.value),
          msg("if that is wrong, correct {0}", path_of(candidate))};
}

Result<Value> record_of(const Candidate& candidate,
                        const NewDecision& decision) {
  const std::string& by =
      decision.by.empty() ? candidate.form->authority.decider() : decision.by;
  if (by.empty()) {
    return Failure{
        ExitStatus::usage,
        msg("the plan does not say who decides on `{0}`", candidate.form->name),
        msg("name the authority with --by")};
  }
  std::vector<Member> keys{
      {"result", Value::text(decision.granted ? "granted" : "refused")},
      {"by", Value::text(by)},
      {"date", day(decision.date)}};
  add_text(keys, "number", decision.number);
  return Value::map(std::move(keys));
}

}  // namespace

Result<FileChange> propose(const Plan& plan, const Candidate& candidate,
                           const NewProposal& proposal) {
  if (const Proposal* there = find_proposal(plan, candidate)) {
    return Failure{
        ExitStatus::refused,
        msg("`{0}` has been proposed for `{1}` on {2}", candidate.unit->id,
            candidate.form->name, there->proposed_on.value),
        msg("if that is wrong, correct {0}", path_of(candidate))};
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
  Draft draft(plan, path_of(candidate), key_order(), {});
  if (receipt.day) {
    draft.edit().set({"received"}, day(*receipt.day));
  }
  if (!receipt.rule_set.empty()) {
    draft.edit().set({"rule_set"}, choice_of(receipt));
  }
  return draft.finish();
}

Result<FileChange> decide(const Plan& plan, const Candidate& candidate,
                          const NewDecision& decision) {
  const Proposal* there = find_proposal(plan, candidate);
  if (there == nullptr) {
    return not_proposed(candidate);
  }
  if (there->decision) {
    return decided_before(candidate, *there->decision);
  }
  const auto record = record_of(candidate, decision);
  if (!record) {
    return record.error();
  }
  Draft draft(plan, path_of(candidate), key_order(), {});
  draft.edit().set({"decision"}, *record);
  if (!decision.note.empty()) {
    draft.edit().set({"note"}, Value::text(decision.note));
  }
  return draft.finish();
}

}  // namespace thidua::change
