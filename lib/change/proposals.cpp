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

}  // namespace

Result<FileChange> propose(const Plan& plan, const Candidate& candidate,
                           const NewProposal& proposal) {
  const std::string path =
      fmt::format("proposals/{}/{}/{}.yaml", candidate.occasion.key(),
                  candidate.unit->id, candidate.form->id.value);
  if (candidate.proposal != nullptr) {
    return Failure{
        ExitStatus::refused,
        msg("`{0}` has been proposed for `{1}` on {2}", candidate.unit->id,
            candidate.form->name, candidate.proposal->proposed_on.value),
        msg("if that is wrong, correct {0}", path)};
  }
  return Draft(plan, path, {}, head_of(candidate, proposal)).finish();
}

}  // namespace thidua::change
