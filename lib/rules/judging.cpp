#include "rules/judging.hpp"

#include <algorithm>

namespace thidua {
namespace {

struct FoundMark {
  const Mark* mark = nullptr;
  const StageMarks* stage = nullptr;
};

FoundMark mark_in(const StageMarks& stage, const Criterion& criterion) {
  const auto at = std::find_if(
      stage.marks.begin(), stage.marks.end(), [&](const Mark& mark) {
        return mark.criterion.value == criterion.id.value;
      });
  return at == stage.marks.end() ? FoundMark{} : FoundMark{&*at, &stage};
}

std::ptrdiff_t place_in_order(const Plan& plan, const StageMarks& stage) {
  if (!plan.sheet.stages) {
    return 0;
  }
  const auto& order = plan.sheet.stages->order;
  return std::find_if(order.begin(), order.end(),
                      [&](const NamedId& each) {
                        return each.id.value == stage.stage.value;
                      }) -
         order.begin();
}

// The mark of the last stage, in the plan's order, that gives one.
FoundMark counting_mark(const Plan& plan, const Scorecard& card,
                        const Criterion& criterion, Date today) {
  FoundMark best;
  for (const StageMarks& stage : card.stages) {
    if (today < stage.date.value) {
      continue;
    }
    const FoundMark here = mark_in(stage, criterion);
    if (here.mark != nullptr &&
        (best.mark == nullptr ||
         place_in_order(plan, stage) >= place_in_order(plan, *best.stage))) {
      best = here;
    }
  }
  return best;
}

bool is_for(const Criterion& criterion, const Unit& unit) {
  return criterion.subkinds.empty() ||
         (unit.subkind &&
          std::any_of(criterion.subkinds.begin(), criterion.subkinds.end(),
                      [&](const At<std::string>& subkind) {
                        return subkind.value == unit.subkind->value;
                      }));
}

void judge_by_figures(const Plan& plan, const Unit& unit, const Period& period,
                      Date today, Judgement& judgement) {
  const Measurement measured = measure(plan, {today, &unit, nullptr, period},
                                       *judgement.criterion->measure, period);
  judgement.verdict = measured.verdict;
  judgement.reason = measured.reason;
  judgement.steps = measured.steps;
  judgement.caveats |= measured.caveats;
}

Message mark_text(const Plan& plan, const Judgement& judgement) {
  const std::string_view stage = stage_name(plan, judgement.stage->stage.value);
  if (judgement.grade != nullptr) {
    return msg("grade `{0}`, stage `{1}` ({2}, {3})", judgement.grade->name,
               stage, judgement.stage->by, judgement.stage->date.value);
  }
  return judgement.mark->done.value_or(false)
             ? msg("done, stage `{0}` ({1}, {2})", stage, judgement.stage->by,
                   judgement.stage->date.value)
             : msg("not done, stage `{0}` ({1}, {2})", stage,
                   judgement.stage->by, judgement.stage->date.value);
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
  judgement.steps.push_back({mark_text(plan, judgement), mark.span});
  if (!mark.remarks->reason.empty()) {
    judgement.steps.push_back(
        {msg("reason: {0}", mark.remarks->reason), mark.span});
  }
}

}  // namespace

std::string_view stage_name(const Plan& plan, std::string_view id) {
  if (plan.sheet.stages) {
    for (const NamedId& stage : plan.sheet.stages->order) {
      if (stage.id.value == id) {
        return stage.name;
      }
    }
  }
  return id;
}

Judgement judge(const Plan& plan, const Unit& unit, const Criterion& criterion,
                const Period& period, Date today) {
  Judgement judgement;
  judgement.criterion = &criterion;
  if (!is_for(criterion, unit)) {
    judgement.verdict = Verdict::not_applicable;
    judgement.reason = msg("only for units of another kind");
    return judgement;
  }
  const Scorecard* card = plan.scorecard_of(unit.id, period);
  if (card != nullptr) {
    const FoundMark found = counting_mark(plan, *card, criterion, today);
    judgement.mark = found.mark;
    judgement.stage = found.stage;
    judgement.caveats.illustrative =
        found.mark != nullptr && card->illustrative;
  }
  if (judgement.mark != nullptr && judgement.mark->not_applicable) {
    judgement.verdict = Verdict::not_applicable;
    judgement.reason = judgement.mark->remarks->reason.empty()
                           ? msg("marked as not applicable")
                           : msg("{0}", judgement.mark->remarks->reason);
    judgement.steps.push_back(
        {msg("marked as not applicable"), judgement.mark->span});
  } else if (criterion.measure) {
    judge_by_figures(plan, unit, period, today, judgement);
  } else if (judgement.mark != nullptr) {
    judge_by_mark(plan, judgement);
  } else {
    judgement.reason = msg("no mark yet");
  }
  return judgement;
}

}  // namespace thidua
