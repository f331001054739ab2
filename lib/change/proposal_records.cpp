#include "change/proposal_records.hpp"

namespace thidua::change {

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

yaml::KeyOrder proposal_keys() {
  return {"unit",     "form",        "occasion", "illustrative", "proposed",
          "chosen",   "achievement", "papers",   "received",     "rule_set",
          "history",  "state",       "date",     "by",           "to",
          "document", "signer",      "reason",   "votes",        "prize",
          "note"};
}

}  // namespace thidua::change
