// RuleSet: how awards are proposed and decided by law, from one day to another:
// what a dossier holds, in how many copies, how a council votes, what is made
// public, what prize goes with it.
//
// Every fact says where it was read and how far that was verified; what was
// not, and what is the custom of one place, is assumed.
// Units    prizes in multiples of the base wage, wages in đồng, both exact;
//          votes in percent; time in working days.
// Files    rule-sets/<id>.yaml and base-wage.yaml of a plan folder, and those
//          that come with the program (lib/data); thidua-rule-set(5).
// Errors   none here; read_rule_set() reports TD02, rules/check_rule_sets the
//          rest.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/exact.hpp"
#include "model/fact.hpp"
#include "model/unit_records.hpp"

namespace thidua {

// V: read on a page of the source; S: inferred, or by way of others; U: nobody
// has verified it.
enum class Proof { verified, secondary, unverified };
inline constexpr std::array<std::string_view, 3> proof_words{"V", "S", "U"};
[[nodiscard]] constexpr std::string_view to_string(Proof proof) {
  return proof_words.at(static_cast<std::size_t>(proof));
}

// What a fact of the law rests on.
struct LegalGround {
  std::string article;               // may be empty
  std::vector<std::string> sources;  // addresses or documents
  Proof mark = Proof::verified;
  bool assumed = false;
  std::string note;
};

template <class T>
struct ByLaw {
  T value{};
  LegalGround ground;
  Span span{};
};

struct InForce {
  Date from{};
  std::optional<Date> to;  // nothing: no end is known
};

struct LegalText {
  std::string type;
  std::string number;
  std::string name;
  std::optional<Date> date;
};

// What becomes of dossiers that came in before the rule set was in force.
struct Transition {
  Date received_before{};
  At<std::string> follow;  // the rule set that holds for them
};

struct FormTemplate {
  std::string number;
  std::string title;
};

struct Vote {
  Exact percent;               // at least
  bool of_all = true;          // of all members, or of those present
  std::string ballot;          // secret, open; empty: not stated
  bool in_writing = false;     // absent members vote in writing
  bool recused_leave = false;  // the denominator; else they are counted in it
};

// Whether names are made public for people to comment on.
struct Publicity {
  bool required = false;
  std::optional<int> working_days;  // at least; nothing: no number is stated
  std::string before;               // council, submission
  std::string where;                // may be empty
};

// The papers of a dossier, as the rules call them.
struct Papers {
  std::vector<std::string> always;
  std::vector<std::string> if_needed;  // each says itself in which case
};

using DossierParts = ByLaw<Papers>;

// How one kind of award is proposed and decided.  Nothing: it is not said.
struct Procedure {
  std::optional<DossierParts> dossier;
  std::optional<ByLaw<int>> copies;
  std::optional<ByLaw<Vote>> vote;
  std::optional<ByLaw<Publicity>> publicity;
  std::optional<ByLaw<int>> appraisal;  // working days
  // Multiples of the base wage, by SubjectClass.
  std::array<std::optional<ByLaw<Exact>>, 3> prize;
};

// What the law says of one kind of award.
struct LegalAward {
  At<std::string> id;
  std::string name;
  Procedure procedure;
};

// Of those proposed, how many are such: people who work with their hands,
// women, households, remote areas.
struct AwardShare {
  At<std::string> id;
  std::string name;
  std::vector<SubjectClass> of;         // counted among these; empty: all
  std::vector<SubjectClass> classes;    // these are such; empty: by attribute
  std::vector<AttributeIs> attributes;  // those with one of these are
  std::optional<Exact> percent;         // at least; nothing: only counted
};

struct RuleSet {
  std::string id;
  std::string name;
  bool shipped = false;  // comes with the program, not from the plan folder
  ByLaw<InForce> in_force;
  std::optional<ByLaw<Date>> doubt;  // from that day on it may be out of force
  std::optional<ByLaw<Transition>> transition;
  std::vector<ByLaw<LegalText>> texts;
  std::vector<ByLaw<std::string>> principles;
  std::vector<ByLaw<FormTemplate>> templates;
  // Is a lower award asked for before a higher one?
  std::optional<ByLaw<bool>> lower_award_first;
  // What keeps from every award while it is open.
  std::optional<ByLaw<std::vector<Matter::Kind>>> barred_by;
  std::vector<ByLaw<AwardShare>> shares;
  std::optional<ByLaw<Exact>> prize_rounding;  // up to a multiple of so many
  std::optional<DossierParts> dossier;  // of awards without one of their own
  std::vector<LegalAward> awards;
  Span span{};

  // Null where it says nothing of such an award.
  [[nodiscard]] const LegalAward* award(std::string_view key) const {
    const auto at = std::find_if(
        awards.begin(), awards.end(),
        [&](const LegalAward& each) { return each.id.value == key; });
    return at == awards.end() ? nullptr : &*at;
  }
};

struct BaseWage {
  Date from{};
  Exact amount;
  std::string document;
};
using BaseWages = std::vector<ByLaw<BaseWage>>;  // by day

}  // namespace thidua
