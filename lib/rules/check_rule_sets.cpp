// rule-sets/ and base-wage.yaml of the plan folder, and what refers to them.
// Those that come with the program are not looked at: the tests do.
#include <algorithm>

#include "base/text.hpp"
#include "rules/references.hpp"
#include "rules/rule_sets.hpp"

namespace thidua {
namespace {

void check_in_force(const CheckRun& run, const RuleSet& set) {
  const InForce& time = set.in_force.value;
  if (!time.from.ok()) {
    return;  // reported when it was read
  }
  if (time.to && *time.to < time.from) {
    run.add(code::period_reversed, set.in_force.span,
            msg("it ends on {0}, before it begins on {1}", *time.to, time.from),
            msg("correct the date that is wrong"));
  }
  for (const RuleSet& other : run.plan.rule_sets) {
    if (&other != &set && other.in_force.value.from == time.from &&
        (other.shipped || other.id < set.id)) {
      run.add(code::same_first_day, set.in_force.span,
              msg("`{0}` is in force from the same day", other.id),
              msg("give one of them another day, or this one the id `{0}`, "
                  "whose place it then takes",
                  other.id));
    }
  }
}

int assumed_in(const LegalAward& award) {
  const auto count = [](const auto& fact) {
    return fact && fact->ground.assumed ? 1 : 0;
  };
  int found = count(award.procedure.dossier) + count(award.procedure.copies) +
              count(award.procedure.vote) + count(award.procedure.publicity) +
              count(award.procedure.appraisal);
  for (const auto& prize : award.procedure.prize) {
    found += count(prize);
  }
  return found;
}

void note_assumed(const CheckRun& run, const RuleSet& set) {
  int assumed = set.in_force.ground.assumed ? 1 : 0;
  for (const LegalAward& award : set.awards) {
    assumed += assumed_in(award);
  }
  if (assumed > 0) {
    run.add(code::assumed_rule, set.span,
            msg("{0} {0:fact|facts} of the rule set `{1}` {0:is|are} assumed",
                assumed, set.id),
            msg("`thidua show rule-set/{0}` marks them", set.id));
  }
}

void check_wages(const CheckRun& run) {
  const BaseWages& wages = run.plan.base_wages;
  for (std::size_t i = 1; i < wages.size(); ++i) {
    if (wages[i].value.from == wages[i - 1].value.from) {
      run.add(code::same_first_day, wages[i].span,
              msg("another base wage is in force from the same day, {0}",
                  wages[i].value.from),
              msg("give one of them another day, or take it out"));
    }
  }
}

bool is_known(const Plan& plan, std::string_view law) {
  return std::any_of(
      plan.rule_sets.begin(), plan.rule_sets.end(),
      [&](const RuleSet& set) { return set.award(law) != nullptr; });
}

void check_law_of(const CheckRun& run, const AwardForm& form) {
  if (!form.law || form.law->value.empty() ||
      is_known(run.plan, form.law->value)) {
    return;
  }
  std::vector<std::string_view> known;
  for (const RuleSet& set : run.plan.rule_sets) {
    for (const LegalAward& award : set.awards) {
      known.push_back(award.id.value);
    }
  }
  const auto meant = nearest(form.law->value, known);
  run.add(code::unknown_law, form.law->span,
          msg("no rule set knows an award `{0}`", form.law->value),
          meant ? msg("did you mean `{0}`?", *meant)
                : msg("`thidua list rule-sets` shows the rule sets, `thidua "
                      "show` the awards of each"));
}

// What the answers for a form rest on, in the rule set of today.
void note_assumed_law(const CheckRun& run, const AwardForm& form) {
  const RuleSet* set = rule_set_on(run.plan, run.today);
  const LegalAward* award =
      set == nullptr || !form.law ? nullptr : set->award(form.law->value);
  const int assumed = award == nullptr ? 0 : assumed_in(*award);
  if (assumed > 0) {
    run.add(code::assumed_rule, form.law->span,
            msg("{0} {0:fact|facts} of `{1}` in `{2}` {0:is|are} assumed",
                assumed, form.law->value, set->id),
            msg("`thidua show rule-set/{0}` marks them", set->id));
  }
}

}  // namespace

void check_rule_sets(const CheckRun& run) {
  for (const RuleSet& set : run.plan.rule_sets) {
    if (set.shipped) {
      continue;
    }
    check_in_force(run, set);
    if (set.transition) {
      expect_rule_set(run, set.transition->value.follow);
    }
    note_assumed(run, set);
  }
  check_wages(run);
  for (const AwardForm& form : run.plan.awards.forms) {
    check_law_of(run, form);
    note_assumed_law(run, form);
  }
}

}  // namespace thidua
