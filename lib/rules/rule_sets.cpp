#include "rules/rule_sets.hpp"

#include <algorithm>

#include "rules/awards.hpp"

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
  const auto& decision = proposal.decision;
  const bool settled = decision && decision->date.value <= today;
  return settled ? std::optional(decision->date.value) : std::nullopt;
}

}  // namespace

GoverningRules governing_rules(const Plan& plan, const Proposal& proposal,
                               Date today) {
  const std::optional<Date> settled = settled_on(proposal, today);
  GoverningRules rules = governing_rules(
      plan,
      proposal.received ? std::optional(proposal.received->value)
                        : std::nullopt,
      proposal.rule_set ? &*proposal.rule_set : nullptr,
      settled.value_or(today));
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

std::vector<Prize> prizes_of(const Plan& plan, const RuleSet& set,
                             const LegalAward& award,
                             const std::vector<SubjectClass>& classes,
                             Date day) {
  std::vector<Prize> prizes;
  for (const SubjectClass each : classes) {
    const auto& times = award.prize.at(static_cast<std::size_t>(each));
    if (times) {
      Prize prize{each,
                  &*times,
                  base_wage_on(plan, day),
                  set.prize_rounding ? &*set.prize_rounding : nullptr,
                  {}};
      prize.amount = amount_of(prize);
      prizes.push_back(std::move(prize));
    }
  }
  return prizes;
}

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

LawOfForm law_of(const Plan& plan, const Unit* unit, const AwardForm* form,
                 const GoverningRules& governing, Date day) {
  LawOfForm law;
  law.governing = governing;
  law.form = form;
  law.classes = receiving_classes(plan, unit, form);
  law.prize_day = day;
  if (form != nullptr && form->law && governing.set != nullptr) {
    law.award = governing.set->award(form->law->value);
  }
  return law;
}

LawOfForm law_of(const Plan& plan, const Proposal& proposal, Date today) {
  return law_of(plan, plan.unit(proposal.unit.value),
                plan.form(proposal.form.value),
                governing_rules(plan, proposal, today),
                settled_on(proposal, today).value_or(today));
}

const DossierParts* dossier_of(const RuleSet& set, const LegalAward& award) {
  if (award.dossier) {
    return &*award.dossier;
  }
  return set.dossier ? &*set.dossier : nullptr;
}

}  // namespace thidua
