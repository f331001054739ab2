// proposals/: who is proposed for what, on which occasion.
#include <algorithm>

#include "rules/eligibility.hpp"
#include "rules/references.hpp"
#include "rules/rule_sets.hpp"
#include "rules/votes.hpp"

namespace thidua {
namespace {

void check_receiver(const CheckRun& run, const Proposal& proposal,
                    const AwardForm& form, const Unit& unit) {
  const bool readable =
      !form.receivers.empty() && run.plan.kind(unit.kind.value) != nullptr;
  if (readable && !may_receive(run.plan, form, unit)) {
    run.add(code::receiver_not_allowed, proposal.form.span,
            msg("`{0}` is not given to units of the kind `{1}`", form.name,
                kind_words(run.plan, unit)),
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

// Which entry may follow which, and in which order of days.
void check_life(const CheckRun& run, const Proposal& proposal) {
  for (LifeFault& fault : life_faults(proposal)) {
    run.add(fault.code, fault.where, std::move(fault.what),
            std::move(fault.hint));
  }
  for (const ProposalEntry& entry : proposal.history) {
    note_future(run, entry.date.value, entry.date.span);
  }
}

void check_votes(const CheckRun& run, const Proposal& proposal,
                 const AwardForm& form) {
  const Council* council = council_of(run.plan, form);
  for (const ProposalEntry& entry : proposal.history) {
    if (!entry.votes) {
      continue;
    }
    const int members = entry.votes->value.members();
    const int expected = council == nullptr
                             ? members
                             : static_cast<int>(council->members.size());
    if (members != expected) {
      run.add(code::votes_not_of_council, entry.votes->span,
              msg("{0} votes, and `{1}` has {2} members", members,
                  council->name, expected),
              msg("count every member once: absent and recused ones too"),
              council->origin.source);
    }
  }
}

// After a vote that was not enough it went on all the same.
void check_vote_results(const CheckRun& run, const Proposal& proposal) {
  const ProposalEntry* vote = nullptr;
  for (const ProposalEntry& entry : proposal.history) {
    const ProposalState state = entry.state.value;
    if (entry.votes) {
      vote = &entry;
    } else if (state == ProposalState::returned) {
      vote = nullptr;
    } else if (vote != nullptr && (state == ProposalState::submitted_upward ||
                                   state == ProposalState::decided)) {
      const LawOfForm law = law_of(run.plan, proposal, vote->date.value);
      const VoteResult result = count_votes(vote->votes->value, law.vote);
      if (result.enough == false) {
        run.add(code::vote_fell_short, entry.state.span,
                msg("`{0}`, and only {1} of {2} were in favour",
                    to_string(state), result.in_favour, result.counted),
                law.vote->ground.assumed
                    ? msg("{0} % are asked for, which is assumed",
                          law.vote->value.percent)
                    : msg("{0} % are asked for", law.vote->value.percent),
                law.vote->ground.article);
      }
      vote = nullptr;
    }
  }
}

void check_prize(const CheckRun& run, const Proposal& proposal) {
  const ProposalEntry* entry =
      entry_of(proposal, ProposalState::decided, run.today);
  if (entry == nullptr || !entry->prize) {
    return;
  }
  const auto prizes =
      prizes_of(run.plan, law_of(run.plan, proposal, run.today));
  const bool fits =
      prizes.empty() ||
      std::any_of(prizes.begin(), prizes.end(), [&](const Prize& each) {
        return each.wage == nullptr || each.amount == entry->prize->value;
      });
  if (!fits) {
    run.add(code::prize_differs, entry->prize->span,
            prizes.front().times->ground.assumed
                ? msg("the prize is {0} đ; by the rules, which are assumed, it "
                      "is {1} đ",
                      entry->prize->value, prizes.front().amount)
                : msg("the prize is {0} đ; by the rules it is {1} đ",
                      entry->prize->value, prizes.front().amount),
            msg("`thidua show {0}/{1}/{2}` shows how", proposal.occasion.value,
                proposal.unit.value, proposal.form.value),
            prizes.front().times->ground.article);
  }
}

// One achievement, one award; an authority is asked once.
void check_others(const CheckRun& run, const Proposal& proposal,
                  const AwardForm& form) {
  const ProposalState state = state_on(proposal, run.today);
  for (const Proposal* other :
       run.plan.proposals_of(proposal.occasion.value, proposal.unit.value)) {
    const AwardForm* known = run.plan.form(other->form.value);
    if (known == nullptr || other->form.value <= proposal.form.value) {
      continue;
    }
    const ProposalState theirs = state_on(*other, run.today);
    if (state == ProposalState::decided && theirs == state) {
      run.add(code::achievement_rewarded, other->form.span,
              msg("`{0}` and `{1}` were both granted for one achievement",
                  form.name, known->name),
              msg("one achievement is rewarded once"), "Luật 2022, Điều 5.2");
    } else if (is_open(state) && is_open(theirs) &&
               !form.authority.decider().empty() &&
               form.authority.decider() == known->authority.decider()) {
      run.add(code::authority_asked_twice, other->form.span,
              msg("the same authority has been asked for `{0}`", form.name),
              msg("decide on one of the two; withdraw the other"),
              form.origin.source);
    }
  }
}

// A deed comes before its proposal, and is rewarded once.
void check_same_deed(const CheckRun& run, const Proposal& proposal,
                     const Deed& deed) {
  if (deed.date && proposal.proposed_on.value < deed.date->value) {
    run.add(code::decided_too_early, deed.date->span,
            msg("the achievement is dated {0}, after it was proposed on {1}",
                deed.date->value, proposal.proposed_on.value),
            msg("correct the date that is wrong"));
  }
  const ProposalState state = state_on(proposal, run.today);
  const Proposal* other =
      is_open(state) || state == ProposalState::decided
          ? same_deed(run.plan, proposal.unit.value, deed, &proposal, run.today)
          : nullptr;
  if (other != nullptr && other->span.file < proposal.span.file) {
    run.add(code::achievement_rewarded, proposal.form.span,
            msg("the same achievement is proposed in {0}",
                place_in_words(run.plan, other->span)),
            msg("one achievement is rewarded once"), "Luật 2022, Điều 5.2");
  }
}

void check_deed(const CheckRun& run, const Proposal& proposal,
                const AwardForm& form) {
  const auto date = find_occasion(run.plan, proposal.occasion.value);
  if (date && is_sudden(form, *date->occasion) && !proposal.achievement) {
    run.add(code::deed_not_named, proposal.form.span,
            msg("`{0}` is for one achievement, and none is named", form.name),
            msg("write it under `achievement`"), form.origin.source);
  }
  if (proposal.achievement) {
    check_same_deed(run, proposal, *proposal.achievement);
  }
}

// Papers that are said to be there.
void check_papers(const CheckRun& run, const Proposal& proposal) {
  const auto& files = run.plan.other_files;
  for (const DossierPaper& paper : proposal.papers) {
    const std::string& path = paper.file.value;
    if (!path.empty() &&
        !std::binary_search(files.begin(), files.end(), path)) {
      run.add(code::missing_evidence, paper.file.span,
              msg("there is no file `{0}`", path),
              msg("put it into the plan folder, or correct the path"));
    }
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
    check_life(run, proposal);
    check_papers(run, proposal);
    if (form != nullptr) {
      check_deed(run, proposal, *form);
      check_votes(run, proposal, *form);
      check_vote_results(run, proposal);
      check_prize(run, proposal);
      check_others(run, proposal, *form);
    }
  }
}

}  // namespace thidua
