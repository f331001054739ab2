#include "rules/eligibility.hpp"

#include <algorithm>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "rules/proposal_life.hpp"

namespace thidua {
namespace {

std::string joined_occasions(const Plan& plan, const AwardForm& form) {
  std::string text;
  for (const OccasionDate& date : listed_occasions(plan)) {
    if (names(form.allowed, date.occasion->id.value)) {
      text += (text.empty() ? "" : ", ") + date.key();
    }
  }
  return text;
}

Message shows_why(const std::string& period, const Candidate& candidate) {
  return msg("`thidua score {1} --period {0} --explain` shows why", period,
             candidate.unit->id);
}

bool is_for(const Quota& quota, const AwardForm& form) {
  return quota.form && quota.form->value == form.id.value;
}

Span span_of(const std::vector<At<std::string>>& ids, std::string_view id) {
  const auto at = std::find_if(
      ids.begin(), ids.end(),
      [&](const At<std::string>& each) { return each.value == id; });
  return at == ids.end() ? Span{} : at->span;
}

}  // namespace

std::string kind_words(const Plan& plan, const Unit& unit) {
  const UnitKind* kind = plan.kind(unit.kind.value);
  return kind == nullptr ? unit.kind.value : kind->name;
}

const Proposal* same_deed(const Plan& plan, std::string_view unit,
                          const Deed& deed, const Proposal* except, Date day) {
  const std::string wanted = folded(deed.text);
  const auto at = std::find_if(
      plan.proposals.begin(), plan.proposals.end(), [&](const Proposal& each) {
        const ProposalState state = state_on(each, day);
        return &each != except && each.unit.value == unit && each.achievement &&
               folded(each.achievement->text) == wanted &&
               (is_open(state) || state == ProposalState::decided);
      });
  return at == plan.proposals.end() ? nullptr : &*at;
}

std::string marks_file(const Unit& unit, const Period& period) {
  return fmt::format("scores/{}/{}.yaml", period.to_string(), unit.id);
}

bool is_sudden(const AwardForm& form, const Occasion& occasion) {
  return form.commendation == Commendation::sudden ||
         occasion.commendation == Commendation::sudden;
}

Examiner::Examiner(const Plan& plan, const OccasionDate& occasion, Date today,
                   std::optional<Date> proposed_on)
    : plan_(plan),
      occasion_(occasion),
      today_(today),
      proposed_on_(proposed_on.value_or(today)),
      bodies_(plan),
      governing_(governing_rules(plan, proposed_on, nullptr, today)) {}

Decider Examiner::decider_of(const AwardForm& form) const {
  const Body* body = bodies_.called(form.authority.decider());
  return body == nullptr
             ? Decider{}
             : Decider{body->id.value,
                       ended_by(plan_, body->id.value, proposed_on_)};
}

Candidate Examiner::examine(const Unit& unit, const AwardForm& form,
                            const Decider& decider,
                            std::shared_ptr<const TrackRecord> record) const {
  Candidate candidate;
  candidate.unit = &unit;
  candidate.form = &form;
  candidate.occasion = occasion_;
  candidate.caveats = record->caveats;
  candidate.record = std::move(record);
  find_proposal(candidate);
  ask_end(candidate);
  ask_offices(decider, candidate);
  ask_occasion(candidate);
  ask_receiver(candidate);
  if (!is_sudden(form, *occasion_.occasion)) {
    ask_enrolment(candidate);
    ask_bars(candidate);
    ask_quotas(candidate);
  }
  ask_conditions(plan_, governing_, proposed_on_, candidate);
  ask_other_proposals(candidate);
  return candidate;
}

void Examiner::find_proposal(Candidate& candidate) const {
  const Proposal* proposal = plan_.proposal(occasion_.key(), candidate.unit->id,
                                            candidate.form->id.value);
  if (proposal == nullptr || today_ < proposal->proposed_on.value) {
    return;
  }
  candidate.proposal = proposal;
  candidate.state = state_on(*proposal, today_);
  candidate.entry = entry_of(*proposal, candidate.state, today_);
}

// What was withdrawn, refused or revoked is not begun again.
void Examiner::ask_end(Candidate& candidate) const {
  if (candidate.proposal == nullptr || is_open(candidate.state) ||
      candidate.state == ProposalState::decided) {
    return;
  }
  candidate.obstacles.push_back(
      {code::impossible_state,
       msg("its proposal has ended: {0} on {1}", Word{word(candidate.state)},
           candidate.entry->date.value),
       msg("what has ended is not begun again; propose it on another occasion, "
           "or correct the record if that is wrong"),
       {},
       {},
       candidate.entry->state.span,
       {}});
}

// What has ended proposes nobody, is proposed for nothing, and decides nothing;
// what was begun before goes on.
void Examiner::ask_offices(const Decider& decider, Candidate& candidate) const {
  if (candidate.proposal != nullptr) {
    return;
  }
  const auto refuse_ended = [&](std::string_view id, const Succession* by) {
    if (by != nullptr) {
      candidate.obstacles.push_back(
          {code::dated_after_end,
           what_became(plan_, id, *by, today_),
           msg("propose who took over, for an award that is still decided"),
           by->origin.source,
           by->span,
           by->span,
           {}});
      candidate.caveats.assumed |= by->origin.assumed;
    }
  };
  const Unit& unit = *candidate.unit;
  refuse_ended(unit.id, ended_by(plan_, unit.id, proposed_on_));
  refuse_ended(decider.id, decider.ended);
}

void Examiner::ask_occasion(Candidate& candidate) const {
  const AwardForm& form = *candidate.form;
  if (stance_of(form, *occasion_.occasion) == Stance::refused) {
    candidate.obstacles.push_back(
        {code::form_refused,
         msg("`{0}` is not given on the occasion `{1}`", form.name,
             occasion_.key()),
         msg("it is given on: {0}", joined_occasions(plan_, form)),
         form.origin.source,
         form.id.span,
         span_of(form.refused, occasion_.occasion->id.value),
         {}});
  }
}

void Examiner::ask_receiver(Candidate& candidate) const {
  const AwardForm& form = *candidate.form;
  const Unit& unit = *candidate.unit;
  if (!may_receive(plan_, form, unit)) {
    candidate.obstacles.push_back(
        {code::receiver_not_allowed,
         msg("`{0}` is not given to units of the kind `{1}`", form.name,
             kind_words(plan_, unit)),
         msg("`thidua list awards` shows who may receive each form"),
         form.origin.source,
         form.id.span,
         unit.kind.span,
         {}});
  }
}

void Examiner::ask_enrolment(Candidate& candidate) const {
  if (candidate.record->scores.empty()) {
    candidate.obstacles.push_back(
        {code::unit_not_enrolled,
         msg("the unit does not take part in the years of `{0}`",
             occasion_.key()),
         msg("write the years it takes part in under `enrolled`"),
         {},
         candidate.unit->span,
         candidate.unit->span,
         {}});
  }
}

// What deductions and gates of the score tables say.  A quota of the form says
// for itself why the unit is not inside.
void Examiner::ask_bars(Candidate& candidate) const {
  for (const auto& [period, bar] : candidate.record->bars) {
    const auto& lost = candidate.record->lost;
    const Span rule = bar.where;
    if (std::any_of(lost.begin(), lost.end(), [&](const SharedQuota& each) {
          return is_for(*each->quota, *candidate.form) &&
                 each->quota->id.span.offset == rule.offset &&
                 each->quota->id.span.file == rule.file;
        })) {
      continue;
    }
    const std::string text = period.to_string();
    const Scorecard* card = plan_.scorecard_of(candidate.unit->id, period);
    candidate.obstacles.push_back(
        {code::receiver_not_allowed,
         msg("{0}: `{1}` keeps the unit from being proposed", text, bar.rule),
         shows_why(text, candidate),
         std::string(bar.section),
         bar.where,
         bar.fact.known() || card == nullptr ? bar.fact : card->span,
         {}});
  }
}

// At a tie that the quota does not settle, who was chosen may be proposed while
// there are places.
void Examiner::ask_quotas(Candidate& candidate) const {
  const Unit& unit = *candidate.unit;
  for (const SharedQuota& lost : candidate.record->lost) {
    const Quota& quota = *lost->quota;
    if (!is_for(quota, *candidate.form) ||
        (candidate.proposal != nullptr &&
         !candidate.proposal->chosen.empty())) {
      continue;
    }
    const bool tied = std::find(lost->stopped.begin(), lost->stopped.end(),
                                &unit) != lost->stopped.end();
    const std::size_t chosen = tied ? chosen_of(*lost, candidate) : 0;
    const bool is_full = static_cast<std::int64_t>(lost->winners.size() +
                                                   chosen) >= lost->places();
    const Scorecard* card = plan_.scorecard_of(unit.id, occasion_.stretch());
    candidate.obstacles.push_back(
        {code::receiver_not_allowed,
         tied && is_full
             ? msg("others were chosen for the places of `{0}`", name_of(*lost))
             : lost_text(*lost, unit),
         tied && !is_full
             ? msg("once somebody has chosen, say by which paper with --chosen")
             : msg("`thidua score --period {0} --kind {1}` shows who is inside",
                   occasion_.stretch().to_string(), unit.kind.value),
         std::string(lost->section), quota.span,
         card == nullptr ? Span{} : card->span,
         card == nullptr ? marks_file(unit, occasion_.stretch())
                         : std::string()});
    candidate.obstacles.back().tied = tied && !is_full;
  }
}

// How many of those who tie were proposed because they were chosen.
std::size_t Examiner::chosen_of(const QuotaResult& quota,
                                const Candidate& candidate) const {
  const auto& tied = quota.stopped;
  return static_cast<std::size_t>(
      std::count_if(tied.begin(), tied.end(), [&](const Unit* unit) {
        const Proposal* there =
            plan_.proposal(occasion_.key(), unit->id, candidate.form->id.value);
        const bool stands =
            there != nullptr && !there->chosen.empty() &&
            (is_open(state_on(*there, today_)) ||
             state_on(*there, today_) == ProposalState::decided);
        return unit != candidate.unit && stands;
      }));
}

// One achievement, one award; and an authority is asked once.
void Examiner::ask_other_proposals(Candidate& candidate) const {
  const std::string key = occasion_.key();
  const AwardForm& form = *candidate.form;
  for (const Proposal* other : plan_.proposals_of(key, candidate.unit->id)) {
    if (other->form.value == form.id.value ||
        today_ < other->proposed_on.value) {
      continue;
    }
    const AwardForm* known = plan_.form(other->form.value);
    const std::string& name =
        known == nullptr ? other->form.value : known->name;
    const ProposalState state = state_on(*other, today_);
    if (state == ProposalState::decided) {
      candidate.obstacles.push_back(
          {code::achievement_rewarded,
           msg("`{0}` has been granted for the same achievement", name),
           msg("one achievement is rewarded once; another award is possible "
               "only if that one is revoked"),
           "Luật 2022, Điều 5.2",
           {},
           entry_of(*other, state, today_)->state.span,
           {}});
      candidate.obstacles.back().by_law = true;
    } else if (is_open(state) && known != nullptr &&
               !form.authority.decider().empty() &&
               known->authority.decider() == form.authority.decider()) {
      candidate.obstacles.push_back(
          {code::authority_asked_twice,
           msg("the same authority has been asked for `{0}`", name),
           msg("decide on one of the two; withdraw the other"),
           form.origin.source,
           form.id.span,
           other->span,
           {}});
    }
  }
}

const char* word(Matter::Kind kind) {
  switch (kind) {
    case Matter::Kind::discipline:
      return N_("discipline");
    case Matter::Kind::investigation:
      return N_("investigation");
    case Matter::Kind::inspection:
      return N_("inspection");
    case Matter::Kind::complaint:
      return N_("complaint");
    case Matter::Kind::press:
      break;
  }
  return N_("matter raised by the press");
}

}  // namespace thidua
