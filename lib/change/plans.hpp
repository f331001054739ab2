// A new plan: rules that are there, from a template or from another plan, with
// the identity of the new one put into plan.yaml.
//
// What is not given of the identity: of a template, title, issuer and period
// are needed, the level is that in the issuer's name or the template's own.  Of
// a copied plan everything is kept but what only its own document has: number,
// date, signer and the list of its doubtful places.  A new number or date that
// is not given is left blank.  A place, signature or list of recipients that
// its document does not show is no fact of the new one.  Another issuer brings
// its own level, if its name says it, and has not the old one's province, body
// above, place and signature.  Of the same document everything is kept.
#pragma once

#include <string>
#include <vector>

#include "base/file_change.hpp"
#include "base/result.hpp"
#include "model/plan.hpp"

namespace thidua::change {

enum class Basis {
  template_folder,
  other_plan,
  same_document,  // another folder for the very same plan
};

// As typed; empty: not given.
struct Identity {
  std::string title;
  std::string movement;
  std::string issuer;
  std::string level;
  std::string period;
  std::string number;  // `/KH-UBND` is a blank before what is printed
  std::string date;    // may be known in part
  std::string parent;  // a document as it is cited
};

// The files of `plan` that hold rules: not units nor anything recorded of them.
// Clusters come without their members.
[[nodiscard]] std::vector<FileChange> rules_of(const Plan& plan);

// `rules` with the identity; `plan` is what is loaded from them.  Years of
// rules move with the period (redate.hpp).
[[nodiscard]] Result<std::vector<FileChange>> with_identity(
    std::vector<FileChange> rules, const Plan& plan, Basis basis,
    const Identity& identity);

}  // namespace thidua::change
