#include "rules/judging.hpp"

#include <algorithm>

#include "rules/durations.hpp"

namespace thidua {
namespace {

void take_over(Measurement measured, Judgement& judgement) {
  judgement.verdict = measured.verdict;
  judgement.reason = std::move(measured.reason);
  judgement.steps.insert(judgement.steps.end(), measured.steps.begin(),
                         measured.steps.end());
  judgement.caveats |= measured.caveats;
}

void judge_by_mark(const Plan& plan, Judgement& judgement) {
  const Mark& mark = *judgement.mark;
  const bool graded = judgement.criterion->judged == Judged::graded;
  if (graded && mark.grade) {
    judgement.grade = plan.grade(mark.grade->value);
    judgement.caveats.assumed |=
        plan.sheet.grades && plan.sheet.grades->origin.assumed;
  }
  const bool fits = graded ? judgement.grade != nullptr : mark.done.has_value();
  if (!fits) {
    judgement.verdict = Verdict::cannot_judge;
    judgement.reason = msg("the mark does not fit the criterion");
    return;
  }
  const bool met = graded ? judgement.grade->meets : *mark.done;
  judgement.verdict = met ? Verdict::met : Verdict::not_met;
  judgement.steps.push_back(
      {mark_text(plan, {judgement.mark, judgement.stage}), mark.span});
  if (!mark.remarks->reason.empty()) {
    judgement.steps.push_back(
        {msg("reason: {0}", mark.remarks->reason), mark.span});
  }
}

}  // namespace

Message mark_text(const Plan& plan, const CountedMark& counted) {
  const StageMarks& by = *counted.stage;
  const std::string_view stage = stage_name(plan, by.stage.value);
  const Mark& mark = *counted.mark;
  if (mark.done) {
    return *mark.done ? msg("done, stage `{0}` ({1}, {2})", stage, by.by,
                            by.date.value)
                      : msg("not done, stage `{0}` ({1}, {2})", stage, by.by,
                            by.date.value);
  }
  const Grade* grade = mark.grade ? plan.grade(mark.grade->value) : nullptr;
  return grade == nullptr ? msg("marked, stage `{0}` ({1}, {2})", stage, by.by,
                                by.date.value)
                          : msg("grade `{0}`, stage `{1}` ({2}, {3})",
                                grade->name, stage, by.by, by.date.value);
}

Applicability applies_to(const Plan& plan, const Criterion& criterion,
                         const Unit& unit) {
  return described(plan, unit, criterion.subkinds, criterion.attributes);
}

const Criterion* find_criterion(const CriteriaSet* set, std::string_view id) {
  if (set == nullptr) {
    return nullptr;
  }
  const auto at =
      std::find_if(set->criteria.begin(), set->criteria.end(),
                   [&](const Criterion& each) { return each.id.value == id; });
  return at == set->criteria.end() ? nullptr : &*at;
}

namespace {

Judgement judge_now(const Plan& plan, const Unit& unit,
                    const Criterion& criterion, const Period& period,
                    Date today, const Counting& counting) {
  Judgement judgement;
  judgement.criterion = &criterion;
  Applicability to = applies_to(plan, criterion, unit);
  judgement.steps = std::move(to.steps);
  judgement.caveats = to.caveats;
  if (to.answer == Applicability::Answer::does_not) {
    judgement.verdict = Verdict::not_applicable;
    judgement.reason = std::move(to.reason);
    return judgement;
  }
  const Scorecard* card = plan.scorecard_of(unit.id, period);
  const CountedMarks counted =
      counted_marks(plan, card, criterion.id.value, counting, today);
  if (!counted.marks.empty()) {
    judgement.mark = counted.marks.front().mark;
    judgement.stage = counted.marks.front().stage;
    judgement.caveats.illustrative |= card->illustrative;
  }
  if (judgement.mark != nullptr && judgement.mark->not_applicable) {
    judgement.verdict = Verdict::not_applicable;
    judgement.reason = judgement.mark->remarks->reason.empty()
                           ? msg("marked as not applicable")
                           : msg("{0}", judgement.mark->remarks->reason);
    judgement.steps.push_back(
        {msg("marked as not applicable"), judgement.mark->span});
  } else if (to.answer != Applicability::Answer::applies) {
    judgement.verdict = Verdict::cannot_judge;
    judgement.reason = std::move(to.reason);
  } else if (criterion.measure) {
    take_over(measure(plan, {today, &unit, nullptr, period}, *criterion.measure,
                      period),
              judgement);
  } else if (criterion.duration) {
    take_over(measure(*criterion.duration, unit, period), judgement);
  } else if (counted.marks.size() > 1) {
    judgement.verdict = Verdict::cannot_judge;
    judgement.reason = msg(
        "several scorers marked it, and the score table does not say how to "
        "join their marks");
  } else if (judgement.mark != nullptr) {
    judge_by_mark(plan, judgement);
  } else {
    judgement.reason = msg("no mark yet");
  }
  return judgement;
}

// What has been reached so far stays in the steps.
void put_off(const Plan& plan, Judgement& judgement) {
  if (judgement.verdict == Verdict::not_applicable) {
    return;
  }
  if (judgement.verdict == Verdict::cannot_judge) {
    judgement.steps.push_back({std::move(judgement.reason), {}});
  }
  judgement.verdict = Verdict::not_applicable;
  judgement.reason =
      msg("judged when the plan ends, on {0}", plan.sheet.period.last());
  judgement.caveats.assumed |= judgement.criterion->at_end_assumed;
}

}  // namespace

bool is_too_early(const Plan& plan, const Criterion& criterion,
                  const Period& period) {
  return criterion.at_end && period.last() < plan.sheet.period.last();
}

Judgement judge(const Plan& plan, const Unit& unit, const Criterion& criterion,
                const Period& period, Date today, const Counting& counting) {
  Judgement judgement =
      judge_now(plan, unit, criterion, period, today, counting);
  if (is_too_early(plan, criterion, period)) {
    put_off(plan, judgement);
  }
  return judgement;
}

}  // namespace thidua
