#include "rules/item_scoring.hpp"

#include <algorithm>

#include "rules/amounts.hpp"
#include "rules/applicability.hpp"
#include "rules/pointing.hpp"

namespace thidua {
namespace {

using Scorers = Counting::Scorers;

std::optional<Exact> share_of(const ScoreTable& table,
                              const Judgement& judgement) {
  if (judgement.grade != nullptr) {
    for (const GradeShare& share : table.grades) {
      if (share.grade.value == judgement.grade->id.value) {
        return share.share;
      }
    }
    return std::nullopt;
  }
  if (judgement.verdict == Verdict::met) {
    return Exact{1};
  }
  return judgement.verdict == Verdict::not_met ? std::optional(Exact{0})
                                               : std::nullopt;
}

// The rule that a criterion of the set brings with it.
PointRule rule_of(const Criterion& criterion) {
  if (criterion.measure) {
    return ChangeRule{*criterion.measure};
  }
  if (criterion.duration) {
    return DurationRule{*criterion.duration};
  }
  if (criterion.judged == Judged::graded) {
    return GradeRule{};
  }
  return YesNoRule{};
}

class ItemScorer {
 public:
  ItemScorer(const ScoreItem& item, const CriteriaSet* set,
             const ScoreSide& side, const Taken& taken)
      : item_(item), set_(set), side_(side), taken_(taken) {
    score_.item = &item;
    score_.max = item.max;
    score_.judgement.criterion = find_criterion(set, item.id.value);
  }

  [[nodiscard]] bool is_open_for(const ScoreGroup& group) {
    return applies(group);
  }

  CriterionScore run(const ScoreGroup& group) {
    score_.group = &group;
    if (!item_.rule) {
      close(Verdict::cannot_judge, msg("its rule could not be read"));
    } else if (applies(group)) {
      score();
      finish();
    } else {
      close_parts();
    }
    return std::move(score_);
  }

 private:
  Judgement& judgement() { return score_.judgement; }

  void close(Verdict verdict, Message reason) {
    judgement().verdict = verdict;
    judgement().reason = std::move(reason);
    score_.points.reset();
  }

  void step(Message text, Span where = {}) {
    judgement().steps.push_back({std::move(text), where});
  }

  bool applies(const ScoreGroup& group) {
    std::optional<Applicability> open;
    if (judgement().criterion != nullptr &&
        !admits_set(*judgement().criterion, open)) {
      return false;
    }
    if (marked_off()) {
      return false;
    }
    for (const auto* condition : {&group.applies_if, &item_.applies_if}) {
      if (*condition &&
          !admits(applicability(**condition, item_.counting, side_), open)) {
        return false;
      }
    }
    if (open) {
      close(open->answer == Applicability::Answer::not_judged
                ? Verdict::not_judged
                : Verdict::cannot_judge,
            std::move(open->reason));
    }
    return !open;
  }

  bool admits_set(const Criterion& criterion,
                  std::optional<Applicability>& open) {
    if (is_too_early(side_.plan, criterion, side_.period)) {
      judgement() = judge(side_.plan, side_.unit, criterion, side_.period,
                          side_.today, item_.counting);
      return false;
    }
    return admits(applies_to(side_.plan, criterion, side_.unit), open);
  }

  // False where it does not apply; `open` keeps the first that is not known.
  bool admits(Applicability found, std::optional<Applicability>& open) {
    judgement().caveats |= found.caveats;
    for (Step& one : found.steps) {
      judgement().steps.push_back(std::move(one));
    }
    if (found.answer == Applicability::Answer::does_not) {
      close(Verdict::not_applicable, std::move(found.reason));
      return false;
    }
    if (found.answer != Applicability::Answer::applies && !open) {
      open = std::move(found);
    }
    return true;
  }

  // Did the scorers that count say that it does not apply?
  bool marked_off() {
    counted_ = counted_marks(side_.plan, side_.card, item_.id.value,
                             item_.counting, side_.today);
    if (!counted_.marks.empty()) {
      judgement().mark = counted_.marks.front().mark;
      judgement().stage = counted_.marks.front().stage;
      judgement().caveats.illustrative |= side_.card->illustrative;
    }
    const bool off = !counted_.marks.empty() &&
                     std::all_of(counted_.marks.begin(), counted_.marks.end(),
                                 [](const CountedMark& one) {
                                   return one.mark->not_applicable;
                                 });
    if (off) {
      const Mark& mark = *counted_.marks.front().mark;
      close(Verdict::not_applicable, mark.remarks->reason.empty()
                                         ? msg("marked as not applicable")
                                         : msg("{0}", mark.remarks->reason));
      step(msg("marked as not applicable"), mark.span);
    }
    return off;
  }

  void score() {
    const PointRule& rule = *item_.rule;
    const Criterion* criterion = judgement().criterion;
    if (std::holds_alternative<PartsRule>(rule)) {
      score_parts();
    } else if (!std::holds_alternative<JudgedRule>(rule)) {
      score_by(rule);
    } else if (criterion == nullptr) {
      close(Verdict::cannot_judge, msg("the table gives it no rule"));
    } else if (item_.counting.scorers == Scorers::one) {
      score_as_judged(*criterion);
    } else {
      score_by(rule_of(*criterion));
    }
  }

  void score_as_judged(const Criterion& criterion) {
    Judgement found = judge(side_.plan, side_.unit, criterion, side_.period,
                            side_.today, item_.counting);
    found.caveats |= judgement().caveats;
    judgement() = std::move(found);
    const auto share = share_of(side_.table, judgement());
    if (share) {
      score_.points = max() * *share;
    }
    if (score_.points && judgement().mark != nullptr &&
        lacks_evidence(*score_.points, *judgement().mark)) {
      close(Verdict::cannot_judge, evidence_wanted());
    }
  }

  [[nodiscard]] bool lacks_evidence(const Exact& points,
                                    const Mark& mark) const {
    return item_.needs_evidence && points > Exact{0} &&
           mark.remarks->evidence.empty();
  }
  static Message evidence_wanted() {
    return msg("the points need evidence, and none is named");
  }

  [[nodiscard]] Exact max() const { return score_.max.value_or(Exact{1}); }

  // Parts stand there, whatever becomes of the whole.
  void close_parts() {
    for (const ScoreItem& part : item_.parts) {
      ItemScorer one(part, set_, side_, taken_);
      one.score_.group = score_.group;
      one.close(judgement().verdict, judgement().reason);
      score_.parts.push_back(std::move(one.score_));
    }
  }

  // A part without an answer leaves the whole without one.
  void close_for(const CriterionScore& part) {
    const bool not_judged = part.judgement.verdict == Verdict::not_judged;
    close(not_judged ? Verdict::not_judged : Verdict::cannot_judge,
          msg("its part `{0}` has no answer", part.item->id.value));
  }

  // The parts that apply, taken back to the maximum.
  void score_parts() {
    Exact points;
    Exact most;
    const std::size_t none = item_.parts.size();
    std::size_t without_answer = none;
    score_.parts.reserve(none);
    for (const ScoreItem& part : item_.parts) {
      score_.parts.push_back(
          ItemScorer(part, set_, side_, taken_).run(*score_.group));
      const CriterionScore& one = score_.parts.back();
      judgement().caveats |= one.judgement.caveats;
      if (one.judgement.verdict == Verdict::not_applicable || !one.max) {
        continue;
      }
      if (!one.points) {
        without_answer = std::min(without_answer, score_.parts.size() - 1);
        continue;
      }
      score_.excess += one.excess;
      points += *one.points;
      most += *one.max;
    }
    if (without_answer != none) {
      close_for(score_.parts[without_answer]);
      return;
    }
    if (most.is_zero()) {
      close(Verdict::not_applicable, msg("none of its parts applies"));
      return;
    }
    score_.points = points * max() / most;
    step(most == max() ? msg("sum of the parts: {0}", points)
                       : msg("sum of the parts that apply: {0} of {1}, taken "
                             "back to {2}: {3}",
                             points, most, max(), *score_.points));
  }

  void score_by(const PointRule& rule) {
    if (!needs_mark(rule)) {
      take(points_of(item_, rule, max(), first_mark(), side_));
      return;
    }
    name_recused();
    if (item_.counting.scorers == Scorers::sum) {
      score_sum(rule);
    } else if (counted_.marks.empty()) {
      close(Verdict::not_judged, msg("no mark yet"));
    } else if (item_.counting.scorers == Scorers::mean) {
      score_mean(rule);
    } else if (counted_.marks.size() > 1) {
      close(Verdict::cannot_judge,
            msg("several scorers marked it, and the score table does not say "
                "how to join their marks"));
    } else {
      take(by_mark(rule, counted_.marks.front(), max()));
    }
  }

  [[nodiscard]] const Mark* first_mark() const {
    return counted_.marks.empty() ? nullptr : counted_.marks.front().mark;
  }

  void name_recused() {
    for (const CountedMark& one : counted_.recused) {
      step(msg("{0} stands aside: {1}", one.stage->by,
               one.mark->remarks->recused),
           one.mark->span);
    }
  }

  Points by_mark(const PointRule& rule, const CountedMark& one,
                 const Exact& most) {
    step(mark_text(side_.plan, one), one.mark->span);
    if (!one.mark->remarks->reason.empty()) {
      step(msg("reason: {0}", one.mark->remarks->reason), one.mark->span);
    }
    Points found = points_of(item_, rule, most, one.mark, side_);
    if (found.points && lacks_evidence(*found.points, *one.mark)) {
      found.points.reset();
      found.verdict = Verdict::cannot_judge;
      found.reason = evidence_wanted();
    }
    return found;
  }

  void take(Points found) {
    for (Step& one : found.steps) {
      judgement().steps.push_back(std::move(one));
    }
    judgement().caveats |= found.caveats;
    score_.excess = std::move(found.excess);
    score_.achieved = std::move(found.achieved);
    score_.points = std::move(found.points);
    if (!score_.points) {
      close(found.verdict, std::move(found.reason));
    }
  }

  // The points of every scorer, added up; nothing where one is missing.
  std::optional<Exact> add_up(const PointRule& rule, const Exact& most) {
    Exact sum;
    Exact excess;
    for (const CountedMark& one : counted_.marks) {
      Points found = by_mark(rule, one, most);
      const auto points = found.points;
      excess += found.excess;
      take(std::move(found));
      if (!points) {
        return std::nullopt;
      }
      sum += *points;
    }
    score_.excess = excess;
    return sum;
  }

  void score_mean(const PointRule& rule) {
    const auto sum = add_up(rule, max());
    if (sum) {
      const auto count = static_cast<std::int64_t>(counted_.marks.size());
      score_.points = *sum / Exact{count};
      score_.excess /= Exact{count};
      step(msg("mean of {0} {0:scorer|scorers}: {1}", count, *score_.points));
    }
  }

  // Who stands aside takes a scorer's part out of the maximum.
  void score_sum(const PointRule& rule) {
    const int recused = static_cast<int>(counted_.recused.size());
    const int expected = std::max(item_.counting.of - recused, 0);
    const int there = static_cast<int>(counted_.marks.size());
    if (expected == 0) {
      close(Verdict::not_applicable, msg("every scorer stands aside"));
      return;
    }
    if (there != expected) {
      close(Verdict::not_judged,
            msg("{0} of {1} {1:scorer|scorers} marked it", there, expected));
      return;
    }
    const auto sum = add_up(rule, max() / Exact{item_.counting.of});
    if (sum) {
      score_.points = *sum;
      step(msg("sum of {0} {0:scorer|scorers}: {1}", there, *sum));
    }
    if (score_.max) {
      score_.max = *score_.max * Exact{expected} / Exact{item_.counting.of};
    }
  }

  void finish() {
    if (!score_.points) {
      return;
    }
    Exact& points = *score_.points;
    const auto taken = taken_.find(item_.id.value);
    if (taken != taken_.end() && Exact{0} < taken->second) {
      const Exact left =
          std::max(points - taken->second, std::min(points, Exact{0}));
      step(msg("deducted here: {0} - {1} = {2}", points, taken->second, left));
      points = left;
    }
    if (item_.round) {
      points = rounded(points, *item_.round);
      step(msg("rounded to {0}: {1}", item_.round->to, points));
    }
    if (!as_the_set_judges()) {
      const bool met = item_.meets_from ? points >= max() * *item_.meets_from
                                        : Exact{0} < points;
      judgement().verdict = met ? Verdict::met : Verdict::not_met;
    }
    if (!score_.max) {
      score_.points.reset();
      score_.excess = Exact{0};
    }
  }

  [[nodiscard]] bool as_the_set_judges() const {
    return std::holds_alternative<JudgedRule>(*item_.rule) &&
           item_.counting.scorers == Scorers::one;
  }

  const ScoreItem& item_;
  const CriteriaSet* set_;
  const ScoreSide& side_;
  const Taken& taken_;
  CountedMarks counted_;
  CriterionScore score_;
};

}  // namespace

CriterionScore score_item(const ScoreItem& item, const ScoreGroup& group,
                          const CriteriaSet* set, const ScoreSide& side,
                          const Taken& taken) {
  return ItemScorer(item, set, side, taken).run(group);
}

bool item_applies(const ScoreItem& item, const ScoreGroup& group,
                  const CriteriaSet* set, const ScoreSide& side) {
  return ItemScorer(item, set, side, {}).is_open_for(group);
}

CriterionScore score_criterion(const Criterion& criterion,
                               const std::optional<Exact>& max,
                               const UnitScore& score, const Plan& plan,
                               Date today) {
  CriterionScore one;
  one.judgement = judge(plan, *score.unit, criterion, score.period, today,
                        max ? score.kind_table->counting : Counting{});
  one.max = max;
  const auto share = max ? share_of(*score.table, one.judgement) : std::nullopt;
  if (share) {
    one.points = *max * *share;
  }
  return one;
}

}  // namespace thidua
