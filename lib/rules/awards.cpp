#include "rules/awards.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "rules/eligibility.hpp"

namespace thidua {
namespace {

std::size_t kind_place(const Plan& plan, const Unit& unit) {
  const UnitKind* kind = plan.kind(unit.kind.value);
  return kind == nullptr
             ? plan.sheet.kinds.size()
             : static_cast<std::size_t>(kind - plan.sheet.kinds.data());
}

void sort_for_reading(const Plan& plan, std::vector<Candidate>& list,
                      bool by_points) {
  std::stable_sort(list.begin(), list.end(),
                   [&](const Candidate& a, const Candidate& b) {
                     return reads_before(plan, a, b, by_points);
                   });
}

}  // namespace

bool reads_before(const Plan& plan, const Candidate& a, const Candidate& b,
                  bool by_points) {
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
}

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

bool Candidate::is_only_tied() const {
  return !obstacles.empty() &&
         std::all_of(obstacles.begin(), obstacles.end(),
                     [](const Obstacle& each) { return each.tied; });
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
    const Decider decider = examiner.decider_of(*form);
    FormCandidates list{form,
                        occasion,
                        filter.proposed_on.value_or(today),
                        stance_of(*form, *occasion.occasion),
                        standard_state(plan, *form, occasion.occasion),
                        decider.ended,
                        {},
                        {}};
    const bool nobody = list.stance == Stance::refused && !filter.unit;
    for (const Unit* unit : nobody ? std::vector<const Unit*>{} : units) {
      Candidate candidate =
          examiner.examine(*unit, *form, decider, records.at(unit->id));
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
         (form.kinds.empty() || names(form.kinds, unit.kind.value)) &&
         (form.subkinds.empty() ||
          (unit.subkind && names(form.subkinds, unit.subkind->value)));
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
