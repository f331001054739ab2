// Which rules of procedure govern a dossier, and the prize that goes with an
// award.
//
// A dossier follows the rule set in force on the day it came in, unless a newer
// one says otherwise of older dossiers (its `transition`) or the proposal names
// another with a reason.  Where the day it came in is not recorded, it is
// taken by the day of its submission, else of its decision, else of the day
// asked.  Nothing is invented
// for a day without a rule set.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "model/plan.hpp"

namespace thidua {

// The one that began last of those in force; null: there is none.
[[nodiscard]] const RuleSet* rule_set_on(const Plan& plan, Date day);

// Submission: the day of receipt is not recorded, that of the submission is.
enum class ChosenBy { receipt, submission, decision, day_asked, person };

struct GoverningRules {
  const RuleSet* set = nullptr;  // null: none on that day, or none of that id
  ChosenBy by = ChosenBy::day_asked;
  Date day{};  // of the receipt or the decision, or the day asked
  const RuleSetChoice* choice = nullptr;  // of a person
  const RuleSet* by_date = nullptr;       // what the date alone says
  // What a newer set says of dossiers that came in before it; `newer` null: no
  // newer set is in force yet.
  const RuleSet* newer = nullptr;
  const ByLaw<Transition>* transition = nullptr;
  const ByLaw<Date>* doubt = nullptr;  // it may be out of force on that day

  // Does the choice rest on what is not verified?
  [[nodiscard]] bool assumed() const;
};

// `received`: nothing while the dossier has not come in; `choice`: null where
// nobody has chosen otherwise.
[[nodiscard]] GoverningRules governing_rules(const Plan& plan,
                                             std::optional<Date> received,
                                             const RuleSetChoice* choice,
                                             Date today);
[[nodiscard]] GoverningRules governing_rules(const Plan& plan,
                                             const Proposal& proposal,
                                             Date today);

// The base wage in force on a day; null: none is known.
[[nodiscard]] const ByLaw<BaseWage>* base_wage_on(const Plan& plan, Date day);

struct Prize {
  SubjectClass subject_class = SubjectClass::collective;
  const ByLaw<Exact>* times = nullptr;     // never null
  const ByLaw<BaseWage>* wage = nullptr;   // null: none known on that day
  const ByLaw<Exact>* rounding = nullptr;  // null: not rounded
  Exact amount;                            // in đồng; 0 without a wage

  [[nodiscard]] bool assumed() const;
};

// What the law says of one proposal, made or not; where the plan has a rule of
// its own, that.
struct LawOfForm {
  GoverningRules governing;
  const AwardForm* form = nullptr;    // null: the plan has no such form
  const LegalAward* award = nullptr;  // null: the rule set says nothing of it
  std::vector<SubjectClass> classes;  // that the unit may be counted as
  Date prize_day{};                   // of the decision, else the day asked
  // Null: neither says.
  const DossierParts* dossier = nullptr;  // of the award, else of all awards
  const ByLaw<int>* copies = nullptr;
  const ByLaw<Vote>* vote = nullptr;
  const ByLaw<Publicity>* publicity = nullptr;
  const ByLaw<int>* appraisal = nullptr;
  std::array<const ByLaw<Exact>*, 3> prize{};

  // Does anything hold for it?
  [[nodiscard]] bool says_anything() const;
};

[[nodiscard]] LawOfForm law_of(const Plan& plan, const Unit* unit,
                               const AwardForm* form,
                               const GoverningRules& governing, Date day);
[[nodiscard]] LawOfForm law_of(const Plan& plan, const Proposal& proposal,
                               Date today);

// For each class that there is a prize for, as of the day of the decision.
[[nodiscard]] std::vector<Prize> prizes_of(const Plan& plan,
                                           const LawOfForm& law);

}  // namespace thidua
