#include "rules/eligibility.hpp"

#include <algorithm>

#include "base/codes.hpp"
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

Span span_of(const std::vector<At<std::string>>& ids, std::string_view id) {
  const auto at = std::find_if(
      ids.begin(), ids.end(),
      [&](const At<std::string>& each) { return each.value == id; });
  return at == ids.end() ? Span{} : at->span;
}

}  // namespace

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
  ask_offices(decider, candidate);
  ask_occasion(candidate);
  ask_receiver(candidate);
  if (!is_sudden(form, *occasion_.occasion)) {
    ask_enrolment(candidate);
    ask_score_tables(candidate);
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

// What has ended proposes nobody, is proposed for nothing, and decides nothing;
// what was begun before goes on.
void Examiner::ask_offices(const Decider& decider, Candidate& candidate) const {
  if (candidate.proposal != nullptr) {
    return;
  }
  const auto refuse_ended = [&](std::string_view id, const Succession* by) {
    if (by != nullptr) {
      candidate.obstacles.push_back({code::dated_after_end,
                                     what_became(plan_, id, *by, today_),
                                     msg("see successions.yaml"),
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
             unit.kind.value),
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
         msg("see `enrolled` in the record of the unit"),
         {},
         candidate.unit->span,
         candidate.unit->span,
         {}});
  }
}

// What deductions, gates and quotas of the score tables say.
void Examiner::ask_score_tables(Candidate& candidate) const {
  for (const auto& [period, bar] : candidate.record->bars) {
    const std::string text = period.to_string();
    const Scorecard* card = plan_.scorecard_of(candidate.unit->id, period);
    candidate.obstacles.push_back(
        {code::receiver_not_allowed,
         msg("{0}: `{1}` keeps the unit from being proposed", text, bar.rule),
         shows_why(text, candidate),
         std::string(bar.section),
         bar.where,
         card == nullptr ? Span{} : card->span,
         {}});
  }
  for (const SharedQuota& lost : candidate.record->lost) {
    const Quota& quota = *lost->quota;
    if (quota.form && quota.form->value == candidate.form->id.value) {
      candidate.obstacles.push_back(
          {code::receiver_not_allowed,
           lost_text(*lost, *candidate.unit),
           msg("`thidua score --period {0} --kind {1}` shows who is inside",
               occasion_.stretch().to_string(), candidate.unit->kind.value),
           std::string(lost->section),
           quota.span,
           {},
           {}});
    }
  }
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
           msg("one achievement is rewarded once; withdraw what is too much"),
           "Luật 2022, Điều 5.2",
           {},
           other->span,
           {}});
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
