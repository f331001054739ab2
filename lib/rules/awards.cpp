#include "rules/awards.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "rules/successions.hpp"

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

class Examiner {
 public:
  Examiner(const Plan& plan, const OccasionDate& occasion, Date today,
           std::optional<Date> proposed_on)
      : plan_(plan),
        occasion_(occasion),
        today_(today),
        proposed_on_(proposed_on.value_or(today)),
        bodies_(plan) {}

  // By which the body that decides a form has ended; null: it is there.
  [[nodiscard]] const Succession* decider_ended(const AwardForm& form) const {
    const Body* body = bodies_.called(form.authority.decider());
    return body == nullptr ? nullptr
                           : ended_by(plan_, body->id.value, proposed_on_);
  }

  [[nodiscard]] Candidate examine(
      const Unit& unit, const AwardForm& form,
      std::shared_ptr<const TrackRecord> record) const {
    const Caveats caveats = record->caveats;
    Candidate candidate{&unit,   &form,   occasion_,         {},
                        nullptr, nullptr, std::move(record), caveats};
    find_proposal(candidate);
    ask_offices(candidate);
    ask_occasion(candidate);
    ask_receiver(candidate);
    ask_enrolment(candidate);
    ask_conditions(candidate);
    ask_score_tables(candidate);
    return candidate;
  }

 private:
  static void refuse(Candidate& candidate, Code code, Message what,
                     Message hint, std::string section, Span where) {
    candidate.obstacles.push_back(
        {code, std::move(what), std::move(hint), std::move(section), where});
  }

  // What has ended proposes nobody, is proposed for nothing, and decides
  // nothing; what was begun before goes on.
  void ask_offices(Candidate& candidate) const {
    if (candidate.proposal != nullptr) {
      return;
    }
    const auto refuse_ended = [&](std::string_view id, const Succession* by) {
      if (by != nullptr) {
        refuse(candidate, code::dated_after_end,
               what_became(plan_, id, *by, today_), msg("see successions.yaml"),
               by->origin.source, by->span);
        candidate.caveats.assumed |= by->origin.assumed;
      }
    };
    const Unit& unit = *candidate.unit;
    refuse_ended(unit.id, ended_by(plan_, unit.id, proposed_on_));
    if (const Succession* by = decider_ended(*candidate.form)) {
      refuse_ended(
          bodies_.called(candidate.form->authority.decider())->id.value, by);
    }
  }

  void ask_occasion(Candidate& candidate) const {
    const AwardForm& form = *candidate.form;
    if (stance_of(form, *occasion_.occasion) == Stance::refused) {
      refuse(candidate, code::form_refused,
             msg("`{0}` is not given on the occasion `{1}`", form.name,
                 occasion_.key()),
             msg("it is given on: {0}", joined_occasions(plan_, form)),
             form.origin.source, form.id.span);
    }
  }

  void ask_receiver(Candidate& candidate) const {
    const AwardForm& form = *candidate.form;
    const Unit& unit = *candidate.unit;
    if (!may_receive(plan_, form, unit)) {
      refuse(candidate, code::receiver_not_allowed,
             msg("`{0}` is not given to units of the kind `{1}`", form.name,
                 unit.kind.value),
             msg("`thidua list awards` shows who may receive each form"),
             form.origin.source, form.id.span);
    }
  }

  void ask_enrolment(Candidate& candidate) const {
    if (candidate.record->scores.empty()) {
      refuse(candidate, code::unit_not_enrolled,
             msg("the unit does not take part in the years of `{0}`",
                 occasion_.key()),
             msg("see `enrolled` in the record of the unit"), {},
             candidate.unit->span);
    }
  }

  void ask_conditions(Candidate& candidate) const {
    const auto& conditions = candidate.form->conditions
                                 ? candidate.form->conditions
                                 : plan_.awards.conditions;
    if (!conditions) {
      return;
    }
    candidate.caveats.assumed |= conditions->origin.assumed;
    if (conditions->all_judged && has_no_criteria(*candidate.record)) {
      refuse(candidate, code::receiver_not_allowed,
             msg("cannot be judged: the kind `{0}` has no criteria",
                 candidate.unit->kind.value),
             msg("the conditions ask for a judgement; a form may have "
                 "conditions of its own in awards.yaml"),
             conditions->origin.source, conditions->span);
    }
    for (const UnitScore& score : candidate.record->scores) {
      ask_conditions(*conditions, score, candidate);
    }
    if (candidate.record->stretch) {
      ask_conditions(*conditions, *candidate.record->stretch, candidate);
    }
  }

  static bool has_no_criteria(const TrackRecord& record) {
    const auto has_none = [](const UnitScore& score) {
      return score.set == nullptr && score.kind_table == nullptr;
    };
    return !record.scores.empty() &&
           std::all_of(record.scores.begin(), record.scores.end(), has_none) &&
           (!record.stretch || has_none(*record.stretch));
  }

  static void ask_conditions(const AwardConditions& conditions,
                             const UnitScore& score, Candidate& candidate) {
    const std::string year = score.period.to_string();
    const auto open = [&](Message what) {
      refuse(candidate, code::receiver_not_allowed, std::move(what),
             msg("`thidua score {1} --period {0} --explain` shows which", year,
                 candidate.unit->id),
             conditions.origin.source, conditions.span);
    };
    if (conditions.all_judged && score.counts.not_judged > 0) {
      open(msg("{0}: {1} of {2} {2:criterion|criteria} not judged", year,
               score.counts.not_judged, score.criteria.size()));
    }
    if (conditions.all_judged && score.counts.cannot_judge > 0) {
      open(msg("{0}: {1} {1:criterion|criteria} cannot be judged ({2})", year,
               score.counts.cannot_judge,
               criteria_with(Verdict::cannot_judge, score)));
    }
    if (conditions.none_unmet && score.counts.not_met > 0) {
      refuse(candidate, code::receiver_not_allowed,
             msg("{0}: {1} {1:criterion is|criteria are} not met ({2})", year,
                 score.counts.not_met, criteria_with(Verdict::not_met, score)),
             shows_why(year, candidate), conditions.origin.source,
             conditions.span);
    }
  }

  static Message shows_why(const std::string& period,
                           const Candidate& candidate) {
    return msg("`thidua score {1} --period {0} --explain` shows why", period,
               candidate.unit->id);
  }

  // What deductions, gates and quotas of the score tables say.
  void ask_score_tables(Candidate& candidate) const {
    for (const auto& [period, bar] : candidate.record->bars) {
      const std::string text = period.to_string();
      refuse(
          candidate, code::receiver_not_allowed,
          msg("{0}: `{1}` keeps the unit from being proposed", text, bar.rule),
          shows_why(text, candidate), std::string(bar.section), bar.where);
    }
    for (const SharedQuota& lost : candidate.record->lost) {
      const Quota& quota = *lost->quota;
      if (quota.form && quota.form->value == candidate.form->id.value) {
        refuse(candidate, code::receiver_not_allowed,
               lost_text(*lost, *candidate.unit),
               msg("`thidua score --period {0} --kind {1}` shows who is inside",
                   occasion_.stretch().to_string(), candidate.unit->kind.value),
               std::string(lost->section), quota.span);
      }
    }
  }

  static std::string criteria_with(Verdict verdict, const UnitScore& score) {
    std::string ids;
    for (const CriterionScore& each : score.criteria) {
      if (each.judgement.verdict == verdict) {
        ids += (ids.empty() ? "" : ", ") + each.id();
      }
    }
    return ids;
  }

  void find_proposal(Candidate& candidate) const {
    const Proposal* proposal = plan_.proposal(
        occasion_.key(), candidate.unit->id, candidate.form->id.value);
    if (proposal == nullptr || today_ < proposal->proposed_on.value) {
      return;
    }
    candidate.proposal = proposal;
    if (proposal->decision && proposal->decision->date.value <= today_) {
      candidate.decision = &*proposal->decision;
    }
  }

  const Plan& plan_;
  const OccasionDate& occasion_;
  Date today_;
  Date proposed_on_;
  BodyNames bodies_;
};

std::size_t kind_place(const Plan& plan, const Unit& unit) {
  const UnitKind* kind = plan.kind(unit.kind.value);
  return kind == nullptr
             ? plan.sheet.kinds.size()
             : static_cast<std::size_t>(kind - plan.sheet.kinds.data());
}

void sort_for_reading(const Plan& plan, std::vector<Candidate>& list,
                      bool by_points) {
  std::stable_sort(
      list.begin(), list.end(), [&](const Candidate& a, const Candidate& b) {
        const auto kind_a = kind_place(plan, *a.unit);
        const auto kind_b = kind_place(plan, *b.unit);
        if (kind_a != kind_b) {
          return kind_a < kind_b;
        }
        const auto& merit_a = a.record->merit();
        const auto& merit_b = b.record->merit();
        if (by_points && merit_a != merit_b) {
          return merit_a && merit_b ? *merit_a > *merit_b : merit_a.has_value();
        }
        return compare_vietnamese(a.unit->name.value, b.unit->name.value) < 0;
      });
}

}  // namespace

Stance stance_of(const AwardForm& form, const Occasion& occasion) {
  if (names(form.allowed, occasion.id.value)) {
    return Stance::allowed;
  }
  return names(form.refused, occasion.id.value) ? Stance::refused
                                                : Stance::not_stated;
}

std::vector<const AwardForm*> forms_by_rank(const Plan& plan) {
  std::vector<const AwardForm*> forms;
  for (const AwardForm& form : plan.awards.forms) {
    forms.push_back(&form);
  }
  std::stable_sort(forms.begin(), forms.end(),
                   [](const AwardForm* a, const AwardForm* b) {
                     const bool last = a->rank == 0 || b->rank == 0;
                     return last ? a->rank > b->rank : a->rank < b->rank;
                   });
  return forms;
}

StandardState standard_state(const Plan& plan, const AwardForm& form,
                             const Occasion* occasion) {
  if (!form.standard) {
    return StandardState::none_named;
  }
  const AwardStandard* standard = plan.standard(form.standard->value);
  if (standard != nullptr && occasion != nullptr &&
      !standard->occasions.empty() &&
      !names(standard->occasions, occasion->id.value)) {
    return StandardState::other_occasions;
  }
  return standard != nullptr && standard->held ? StandardState::held
                                               : StandardState::not_held;
}

bool is_step_of(const AwardStep& step, const AwardForm& form,
                const Occasion& occasion) {
  return (step.forms.empty() || names(step.forms, form.id.value)) &&
         (step.occasions.empty() || names(step.occasions, occasion.id.value));
}

bool dossier_by_receiver(const Plan& plan, const AwardForm& form,
                         const Occasion& occasion) {
  const auto& path = plan.awards.path;
  return occasion.dossier_by_receiver ||
         std::any_of(path.begin(), path.end(), [&](const AwardStep& step) {
           return step.dossier_by_receiver && is_step_of(step, form, occasion);
         });
}

bool Candidate::is_judged() const {
  return std::any_of(record->scores.begin(), record->scores.end(),
                     [](const UnitScore& score) {
                       const VerdictCounts& counts = score.counts;
                       return counts.open() == 0 &&
                              (counts.met + counts.not_met > 0 || score.total);
                     });
}

std::vector<FormCandidates> candidates(const Plan& plan,
                                       const OccasionDate& occasion,
                                       const CandidateFilter& filter,
                                       Date today) {
  const Examiner examiner(plan, occasion, today, filter.proposed_on);
  const Unit* only = filter.unit ? plan.unit(*filter.unit) : nullptr;
  TrackRecords track_records(
      plan, occasion,
      only != nullptr ? std::optional<std::string_view>(only->kind.value)
                      : filter.kind,
      today);
  std::unordered_map<std::string_view, std::shared_ptr<const TrackRecord>>
      records;
  std::vector<const Unit*> units;
  for (const Unit& unit : plan.units) {
    if ((!filter.unit || *filter.unit == unit.id) &&
        (!filter.kind || *filter.kind == unit.kind.value)) {
      units.push_back(&unit);
      records.emplace(unit.id, track_records.of(unit));
    }
  }
  std::vector<FormCandidates> lists;
  for (const AwardForm* form : forms_by_rank(plan)) {
    if (filter.form && *filter.form != form->id.value) {
      continue;
    }
    FormCandidates list{form,
                        occasion,
                        stance_of(*form, *occasion.occasion),
                        standard_state(plan, *form, occasion.occasion),
                        examiner.decider_ended(*form),
                        {},
                        {}};
    const bool nobody = list.stance == Stance::refused && !filter.unit;
    for (const Unit* unit : nobody ? std::vector<const Unit*>{} : units) {
      Candidate candidate =
          examiner.examine(*unit, *form, records.at(unit->id));
      if (candidate.may()) {
        list.may.push_back(std::move(candidate));
      } else if (list.decider_ended == nullptr || filter.unit) {
        list.may_not.push_back(std::move(candidate));
      }
    }
    sort_for_reading(plan, list.may, true);
    sort_for_reading(plan, list.may_not, false);
    lists.push_back(std::move(list));
  }
  return lists;
}

std::vector<SubjectClass> classes_of(const Plan& plan, const Unit& unit) {
  if (unit.subject_class) {
    return {unit.subject_class->value};
  }
  const UnitKind* kind = plan.kind(unit.kind.value);
  return kind == nullptr ? std::vector<SubjectClass>{} : kind->classes;
}

bool may_receive(const Plan& plan, const AwardForm& form, const Unit& unit) {
  const auto classes = classes_of(plan, unit);
  const bool class_fits =
      std::any_of(classes.begin(), classes.end(), [&](SubjectClass each) {
        return std::find(form.receivers.begin(), form.receivers.end(), each) !=
               form.receivers.end();
      });
  return class_fits &&
         (form.kinds.empty() || names(form.kinds, unit.kind.value));
}

const char* word(SubjectClass subject_class) {
  switch (subject_class) {
    case SubjectClass::collective:
      return N_("collective");
    case SubjectClass::household:
      return N_("household");
    case SubjectClass::individual:
      break;
  }
  return N_("individual");
}

const char* word(Stance stance) {
  switch (stance) {
    case Stance::allowed:
      return N_("allowed");
    case Stance::refused:
      return N_("not allowed");
    case Stance::not_stated:
      break;
  }
  return N_("not stated by the plan");
}

}  // namespace thidua
