// proposals/: who is proposed for what, on which occasion.
#include "rules/awards.hpp"
#include "rules/references.hpp"
#include "rules/rule_sets.hpp"

namespace thidua {
namespace {

void check_receiver(const CheckRun& run, const Proposal& proposal,
                    const AwardForm& form, const Unit& unit) {
  const bool readable =
      !form.receivers.empty() && run.plan.kind(unit.kind.value) != nullptr;
  if (readable && !may_receive(run.plan, form, unit)) {
    run.add(code::receiver_not_allowed, proposal.form.span,
            msg("`{0}` is not given to units of the kind `{1}`", form.name,
                unit.kind.value),
            msg("`thidua list awards` shows who may receive each form"),
            form.origin.source);
  }
}

void check_proposed_form(const CheckRun& run, const Proposal& proposal,
                         const AwardForm& form, const Occasion& occasion) {
  switch (stance_of(form, occasion)) {
    case Stance::allowed:
      return;
    case Stance::refused:
      run.add(code::form_refused, proposal.form.span,
              msg("`{0}` is not given on the occasion `{1}`", form.name,
                  proposal.occasion.value),
              msg("`thidua list awards` shows the occasions of each form"),
              form.origin.source);
      return;
    case Stance::not_stated:
      run.add(code::form_not_stated, proposal.form.span,
              msg("the plan does not state whether `{0}` is given on `{1}`",
                  form.name, proposal.occasion.value),
              msg("only the plan was asked, not the law"), form.origin.source);
      return;
  }
}

void check_occasion(const CheckRun& run, const Proposal& proposal,
                    const AwardForm* form) {
  const std::string& key = proposal.occasion.value;
  const auto date = find_occasion(run.plan, key);
  if (date && date->key() == key) {
    if (form != nullptr) {
      check_proposed_form(run, proposal, *form, *date->occasion);
    }
    return;
  }
  const std::string word = key.substr(0, key.rfind('-'));
  const bool wrong_year = run.plan.occasion(word) != nullptr;
  run.add(wrong_year ? code::occasion_not_in_year : code::unknown_occasion,
          proposal.occasion.span,
          wrong_year ? msg("the occasion `{0}` is not held in that year: `{1}`",
                           word, key)
                     : msg("the plan declares no occasion `{0}`", key),
          occasion_suggestion(run.plan, key));
}

void check_decision(const CheckRun& run, const Proposal& proposal) {
  const At<Date>& decided = proposal.decision->date;
  const At<Date>& proposed = proposal.proposed_on;
  note_future(run, decided.value, decided.span);
  if (decided.span.known() && proposed.span.known() &&
      decided.value < proposed.value) {
    run.add(code::decided_too_early, decided.span,
            msg("decided on {0}, before it was proposed on {1}", decided.value,
                proposed.value),
            msg("correct the date that is wrong"));
  }
}

void check_choice(const CheckRun& run, const Proposal& proposal) {
  const RuleSetChoice& choice = *proposal.rule_set;
  expect_rule_set(run, choice.id);
  const GoverningRules rules = governing_rules(run.plan, proposal, run.today);
  if (rules.set != nullptr && rules.set != rules.by_date) {
    run.add(code::rule_set_chosen, choice.id.span,
            rules.by_date == nullptr
                ? msg("`{0}` was chosen; no rule set is known for {1}",
                      rules.set->id, rules.day)
                : msg("`{0}` was chosen; by the date {2} it is `{1}`",
                      rules.set->id, rules.by_date->id, rules.day),
            msg("the reason given: {0}", choice.reason));
  }
}

void check_receipt(const CheckRun& run, const Proposal& proposal) {
  const At<Date>& received = *proposal.received;
  note_future(run, received.value, received.span);
  if (received.value < proposal.proposed_on.value) {
    run.add(code::received_too_early, received.span,
            msg("received on {0}, before it was proposed on {1}",
                received.value, proposal.proposed_on.value),
            msg("correct the date that is wrong"));
  }
  if (!proposal.rule_set && rule_set_on(run.plan, received.value) == nullptr) {
    run.add(code::no_rule_set, received.span,
            msg("no rule set is known for {0}", received.value),
            msg("`thidua list rule-sets` shows those there are"));
  }
}

}  // namespace

void check_proposals(const CheckRun& run) {
  UnitReferences units(run);
  for (const Proposal& proposal : run.plan.proposals) {
    const Unit* unit = units.expect(proposal.unit);
    const AwardForm* form = run.plan.form(proposal.form.value);
    if (form == nullptr) {
      expect_form(run, proposal.form);
    } else if (unit != nullptr) {
      check_receiver(run, proposal, *form, *unit);
    }
    check_occasion(run, proposal, form);
    note_future(run, proposal.proposed_on.value, proposal.proposed_on.span);
    if (proposal.received) {
      check_receipt(run, proposal);
    }
    if (proposal.rule_set) {
      check_choice(run, proposal);
    }
    if (proposal.decision) {
      check_decision(run, proposal);
    }
  }
}

}  // namespace thidua
