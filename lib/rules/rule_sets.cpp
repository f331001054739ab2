#include "rules/rule_sets.hpp"

#include <algorithm>

#include "rules/awards.hpp"
#include "rules/proposal_life.hpp"

namespace thidua {
namespace {

bool ends_before(const RuleSet& set, Date day) {
  const InForce& time = set.in_force.value;
  return time.to && *time.to < day;
}

// The set that begins next after another; null: there is none.
const RuleSet* successor_of(const Plan& plan, const RuleSet& set) {
  const RuleSet* next = nullptr;
  for (const RuleSet& each : plan.rule_sets) {
    const Date from = each.in_force.value.from;
    if (set.in_force.value.from < from &&
        (next == nullptr || from < next->in_force.value.from)) {
      next = &each;
    }
  }
  return next;
}

void settle_transition(const Plan& plan, Date today, GoverningRules& rules) {
  const RuleSet* newer =
      rules.set == nullptr ? nullptr : successor_of(plan, *rules.set);
  if (newer == nullptr || today < newer->in_force.value.from) {
    return;
  }
  rules.newer = newer;
  const auto& transition = newer->transition;
  if (!transition || rules.day >= transition->value.received_before) {
    return;
  }
  if (const RuleSet* kept = plan.rule_set(transition->value.follow.value)) {
    rules.set = kept;
    rules.transition = &*transition;
  }
}

}  // namespace

const RuleSet* rule_set_on(const Plan& plan, Date day) {
  const RuleSet* found = nullptr;
  for (const RuleSet& set : plan.rule_sets) {
    const Date from = set.in_force.value.from;
    if (from.ok() && from <= day && !ends_before(set, day) &&
        (found == nullptr || found->in_force.value.from < from)) {
      found = &set;
    }
  }
  return found;
}

bool GoverningRules::assumed() const {
  if (set == nullptr || choice != nullptr) {
    return false;
  }
  return set->in_force.ground.assumed || doubt != nullptr ||
         (newer != nullptr &&
          (transition == nullptr || transition->ground.assumed));
}

GoverningRules governing_rules(const Plan& plan, std::optional<Date> received,
                               const RuleSetChoice* choice, Date today) {
  const bool came_in = received && *received <= today;
  GoverningRules rules;
  rules.by = came_in ? ChosenBy::receipt : ChosenBy::day_asked;
  rules.day = came_in ? *received : today;
  rules.set = rule_set_on(plan, rules.day);
  settle_transition(plan, today, rules);
  rules.by_date = rules.set;
  if (choice != nullptr) {
    rules.by = ChosenBy::person;
    rules.choice = choice;
    rules.set = plan.rule_set(choice->id.value);
  } else if (rules.set != nullptr && rules.set->doubt &&
             rules.set->doubt->value <= rules.day) {
    rules.doubt = &*rules.set->doubt;
  }
  return rules;
}

namespace {

// The day on which it was settled what becomes of the proposal, if it is.
std::optional<Date> settled_on(const Proposal& proposal, Date today) {
  const ProposalEntry* granted =
      entry_of(proposal, ProposalState::decided, today);
  if (granted != nullptr) {
    return granted->date.value;  // also where it was revoked since
  }
  const auto decision = decision_on(proposal, today);
  return decision ? std::optional(decision->entry->date.value) : std::nullopt;
}

}  // namespace

GoverningRules governing_rules(const Plan& plan, const Proposal& proposal,
                               Date today) {
  const std::optional<Date> settled = settled_on(proposal, today);
  GoverningRules rules =
      governing_rules(plan, received_on(proposal),
                      proposal.rule_set ? &*proposal.rule_set : nullptr,
                      settled.value_or(today));
  if (rules.by == ChosenBy::receipt && !proposal.received) {
    rules.by = ChosenBy::submission;
  }
  if (settled && rules.by == ChosenBy::day_asked) {
    rules.by = ChosenBy::decision;
  }
  return rules;
}

const ByLaw<BaseWage>* base_wage_on(const Plan& plan, Date day) {
  const auto after = std::find_if(
      plan.base_wages.begin(), plan.base_wages.end(),
      [&](const ByLaw<BaseWage>& each) { return day < each.value.from; });
  return after == plan.base_wages.begin() ? nullptr : &*(after - 1);
}

bool Prize::assumed() const {
  return times->ground.assumed || (wage != nullptr && wage->ground.assumed) ||
         (rounding != nullptr && rounding->ground.assumed);
}

namespace {

// Up to the next multiple of `step`.
Exact rounded_up(const Exact& amount, const Exact& step) {
  return -(-amount / step).floor() * step;
}

Exact amount_of(const Prize& prize) {
  if (prize.wage == nullptr) {
    return {};
  }
  const Exact amount = prize.times->value * prize.wage->value.amount;
  return prize.rounding == nullptr ? amount
                                   : rounded_up(amount, prize.rounding->value);
}

}  // namespace

namespace {

// The classes of the unit that the form is given to.
std::vector<SubjectClass> receiving_classes(const Plan& plan, const Unit* unit,
                                            const AwardForm* form) {
  if (unit == nullptr || form == nullptr) {
    return {};
  }
  std::vector<SubjectClass> classes = classes_of(plan, *unit);
  std::erase_if(classes, [&](SubjectClass each) {
    return std::find(form->receivers.begin(), form->receivers.end(), each) ==
           form->receivers.end();
  });
  return classes;
}

}  // namespace

namespace {

template <class T>
const T* first_of(const std::optional<T>& own, const std::optional<T>* by_law) {
  if (own) {
    return &*own;
  }
  return by_law != nullptr && *by_law ? &**by_law : nullptr;
}

// The plan's own rules before those of the law.
void take_procedure(const Procedure& own, LawOfForm& law) {
  const Procedure* by_law =
      law.award == nullptr ? nullptr : &law.award->procedure;
  const auto pick = [&](auto fact) {
    return first_of(own.*fact, by_law == nullptr ? nullptr : &(by_law->*fact));
  };
  law.dossier = pick(&Procedure::dossier);
  law.copies = pick(&Procedure::copies);
  law.vote = pick(&Procedure::vote);
  law.publicity = pick(&Procedure::publicity);
  law.appraisal = pick(&Procedure::appraisal);
  for (std::size_t i = 0; i < law.prize.size(); ++i) {
    law.prize.at(i) = first_of(
        own.prize.at(i), by_law == nullptr ? nullptr : &by_law->prize.at(i));
  }
  if (law.dossier == nullptr && law.award != nullptr) {
    law.dossier = first_of<DossierParts>({}, &law.governing.set->dossier);
  }
}

}  // namespace

LawOfForm law_of(const Plan& plan, const Unit* unit, const AwardForm* form,
                 const GoverningRules& governing, Date day) {
  LawOfForm law;
  law.governing = governing;
  law.form = form;
  law.classes = receiving_classes(plan, unit, form);
  law.prize_day = day;
  if (form == nullptr) {
    return law;
  }
  if (form->law && governing.set != nullptr) {
    law.award = governing.set->award(form->law->value);
  }
  take_procedure(form->procedure, law);
  return law;
}

LawOfForm law_of(const Plan& plan, const Proposal& proposal, Date today) {
  return law_of(plan, plan.unit(proposal.unit.value),
                plan.form(proposal.form.value),
                governing_rules(plan, proposal, today),
                settled_on(proposal, today).value_or(today));
}

bool LawOfForm::says_anything() const {
  const bool has_prize =
      std::any_of(prize.begin(), prize.end(),
                  [](const auto* each) { return each != nullptr; });
  return award != nullptr || dossier != nullptr || copies != nullptr ||
         vote != nullptr || publicity != nullptr || appraisal != nullptr ||
         has_prize;
}

std::vector<Prize> prizes_of(const Plan& plan, const LawOfForm& law) {
  std::vector<Prize> prizes;
  const RuleSet* set = law.governing.set;
  for (const SubjectClass each : law.classes) {
    if (const auto* times = law.prize.at(static_cast<std::size_t>(each))) {
      Prize prize{each,
                  times,
                  base_wage_on(plan, law.prize_day),
                  set != nullptr && set->prize_rounding ? &*set->prize_rounding
                                                        : nullptr,
                  {}};
      prize.amount = amount_of(prize);
      prizes.push_back(std::move(prize));
    }
  }
  return prizes;
}

}  // namespace thidua
