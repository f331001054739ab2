#include "change/proposals.hpp"

#include "change/draft.hpp"

namespace thidua::change {
namespace {

using yaml::Member;
using yaml::Value;

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
  return Draft(plan, path_of(candidate), {}, head_of(candidate, proposal))
      .finish();
}

Result<FileChange> decide(const Plan& plan, const Candidate& candidate,
                          const NewDecision& decision) {
  const Proposal* there = find_proposal(plan, candidate);
  if (there == nullptr) {
    return Failure{
        ExitStatus::refused,
        msg("`{0}` has not been proposed for `{1}` on `{2}`",
            candidate.unit->id, candidate.form->name, candidate.occasion.key()),
        msg("propose it first")};
  }
  if (there->decision) {
    return decided_before(candidate, *there->decision);
  }
  const auto record = record_of(candidate, decision);
  if (!record) {
    return record.error();
  }
  Draft draft(plan, path_of(candidate),
              {"unit", "form", "occasion", "illustrative", "proposed",
               "decision", "note"},
              {});
  draft.edit().set({"decision"}, *record);
  if (!decision.note.empty()) {
    draft.edit().set({"note"}, Value::text(decision.note));
  }
  return draft.finish();
}

}  // namespace thidua::change
