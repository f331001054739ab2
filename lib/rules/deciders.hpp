// Who decides an award form, as the body that issued the plan sees it; and to
// whom a letter that proposes goes.
//
// A form is the issuer's own where its level is that of the issuer, or where
// its authority is the issuer by one of the names that plan.yaml knows.  Of
// other forms the rank tells which are decided below the issuer.
// Errors   none; who is not known is not guessed.
// Plan     section VI of a plan: `path` of awards.yaml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/timeline.hpp"

namespace thidua {

enum class DecidedBy { issuer, below, elsewhere };

[[nodiscard]] DecidedBy decided_by(const Plan& plan, const AwardForm& form);

// The body that issued the plan, as it stands among the bodies; null: it does
// not.
[[nodiscard]] const Body* issuer_body(const Plan& plan);

// Who writes a letter that proposes.  Neither: the body that issued the plan.
struct Author {
  const Body* body = nullptr;
  const Unit* unit = nullptr;

  [[nodiscard]] bool is_issuer() const {
    return body == nullptr && unit == nullptr;
  }
};

// Is the proposal the author's to put forward?  A unit puts forward itself,
// units below it and what it proposed; a body and the issuer everybody.
[[nodiscard]] bool may_put_forward(const Author& author,
                                   const Proposal& proposal);

// Does the body take part in the path of any such proposal?
[[nodiscard]] bool is_on_path(const Plan& plan, const Body& body,
                              const OccasionDate& occasion);

// Forms whose proposals an author sends to the same.
struct Addressed {
  std::vector<std::string> to;  // by their names; empty: not known
  std::vector<const AwardForm*> forms;
};

// In the order of the forms.  A unit sends to whoever receives by the path, a
// body to those of the step after its own, the last of them and the issuer to
// the authority of the form.  What is decided below a body or by the issuer
// itself is not theirs to send: left out.
[[nodiscard]] std::vector<Addressed> addressees(
    const Plan& plan, const Author& author, const OccasionDate& occasion,
    const std::vector<const AwardForm*>& forms, Date today);

// On whose proposal the issuer decides: the bodies of the step before its own;
// none where the path does not say, or not the same of all the forms.
[[nodiscard]] std::vector<std::string> proposers_to_issuer(
    const Plan& plan, const OccasionDate& occasion,
    const std::vector<const AwardForm*>& forms, Date today);

}  // namespace thidua
