#include "rules/pointing.hpp"

#include <algorithm>

#include "rules/amounts.hpp"
#include "rules/counted_marks.hpp"
#include "rules/durations.hpp"

namespace thidua {
namespace {

Points open(Verdict verdict, Message reason) {
  Points none;
  none.verdict = verdict;
  none.reason = std::move(reason);
  return none;
}

Points does_not_fit() {
  return open(Verdict::cannot_judge,
              msg("the mark does not fit the criterion"));
}

class Pointer {
 public:
  Pointer(const ScoreItem& item, const Exact& max, const Mark* mark,
          const ScoreSide& side)
      : item_(item), max_(max), mark_(mark), side_(side) {}

  Points by(const YesNoRule& /*rule*/) {
    return mark_->done ? give(*mark_->done ? max_ : Exact{0}) : does_not_fit();
  }

  Points by(const GradeRule& /*rule*/) {
    for (const GradeShare& each : side_.table.grades) {
      if (mark_->grade && names(each.grade.value, mark_->grade->value)) {
        return share(each.share);
      }
    }
    return does_not_fit();
  }

  Points by(const ChoiceRule& rule) {
    for (const ChoiceLevel& level : rule.levels) {
      if (mark_->grade && (mark_->grade->value == level.id.value ||
                           mark_->grade->value == level.name)) {
        step(msg("level `{0}`", level.name), mark_->span);
        return share(level.share);
      }
    }
    return does_not_fit();
  }

  Points by(const RatioRule& rule) {
    const Achievement reached =
        achievement(rule.value, rule.plan, rule.better, mark_, side_);
    if (auto none = without_share(reached, rule.at_zero)) {
      return std::move(*none);
    }
    given_.achieved = reached.share;
    const Exact raw = max_ * *reached.share;
    step(msg("{0} × {1} % = {2}", max_, *reached.share * Exact{100}, raw));
    if (rule.excess_to_bonus && raw > max_) {
      given_.excess = raw - max_;
      if (rule.excess_cap && *rule.excess_cap < given_.excess) {
        given_.excess = *rule.excess_cap;
      }
      step(msg("over the maximum, to the bonus: {0}", given_.excess));
    }
    return give(at_most(raw, max_));
  }

  Points by(const StepsRule& rule) {
    const auto value = take(rule.value);
    if (!value) {
      return std::move(given_);
    }
    const auto points = points_in(rule.bands, *value, max_);
    step(points ? msg("{0} lies in the band of {1} {1:point|points}", *value,
                      *points)
                : msg("{0} lies in no band: {1} {1:point|points}", *value,
                      rule.otherwise),
         item_.span);
    return give(points.value_or(rule.otherwise));
  }

  Points by(const CountRule& rule) {
    const auto value = take(rule.value);
    if (!value) {
      return std::move(given_);
    }
    const Exact raw = *value * rule.each;
    step(msg("{0} × {1} = {2}", *value, rule.each, raw));
    if (raw < Exact{0}) {
      step(msg("never below 0"));
      return give(Exact{0});
    }
    return give(at_most(rule.cap ? at_most(raw, *rule.cap) : raw, max_));
  }

  Points by(const FullMinusRule& rule) {
    if (!has_counting_stage(side_.card, item_.counting, side_.today)) {
      return open(Verdict::not_judged, msg("no mark yet"));
    }
    Exact points = max_;
    for (const MinusKind& kind : rule.kinds) {
      const auto count =
          counted_number(counted_marks(side_.plan, side_.card, kind.id.value,
                                       item_.counting, side_.today),
                         item_.counting);
      if (count && !count->is_zero()) {
        const Exact left = points - *count * kind.each;
        step(msg("{0}: {1} - {2} × {3} = {4}", kind.name, points, *count,
                 kind.each, left),
             kind.id.span);
        points = left;
      }
    }
    return give(rule.floored ? std::max(points, Exact{0}) : points);
  }

  Points by(const ChangeRule& rule) {
    const Subject subject{side_.today, &side_.unit, nullptr, side_.period};
    return by_verdict(measure(side_.plan, subject, rule.measure, side_.period));
  }

  Points by(const DurationRule& rule) {
    return by_verdict(measure(rule.duration, side_.unit, side_.period));
  }

  Points by(const BestInGroupRule& rule) {
    const Achievement reached =
        achievement(rule.value, rule.target, rule.better, mark_, side_);
    if (auto none = without_share(reached, rule.at_zero)) {
      return std::move(*none);
    }
    const Exact& share = *reached.share;
    if (share <= Exact{1}) {
      const Exact points = max_ * rule.at_target * share;
      step(msg("{0} × {1} × {2} % = {3}", max_, rule.at_target,
               share * Exact{100}, points));
      return give(points);
    }
    const auto leader = side_.find_leader(item_);
    const Exact best = leader ? std::max(leader->reached, share) : share;
    if (leader) {
      step(msg("the best of the group: {0}, {1} %", leader->unit->name.value,
               best * Exact{100}));
    }
    const Exact rest = Exact{1} - rule.at_target;
    const Exact points =
        max_ * (rule.at_target + rest * (share - Exact{1}) / (best - Exact{1}));
    step(msg("{0} × ({1} + {2} × ({3} % - 100 %) / ({4} % - 100 %)) = {5}",
             max_, rule.at_target, rest, share * Exact{100}, best * Exact{100},
             points));
    return give(points);
  }

  Points by(const WeightedMarkRule& rule) {
    const auto mark = take(Amount{FromMark{}});
    if (!mark) {
      return std::move(given_);
    }
    if (*mark < Exact{0} || rule.scale < *mark) {
      return open(Verdict::cannot_judge,
                  msg("the mark {0} lies outside 0 to {1}", *mark, rule.scale));
    }
    // Of several scorers each gives a part of the maximum.
    const Exact points = max_ * *mark / rule.scale;
    step(msg("{0} / {1} × {2} = {3}", *mark, rule.scale, max_, points));
    return give(points);
  }

  Points by(const ManualRule& rule) {
    const auto mark = take(Amount{FromMark{}});
    if (!mark) {
      return std::move(given_);
    }
    const Exact most = rule.most.value_or(max_);
    if (*mark < rule.least || most < *mark) {
      return open(
          Verdict::cannot_judge,
          msg("the mark {0} lies outside {1} to {2}", *mark, rule.least, most));
    }
    if (rule.step && !(*mark / *rule.step).is_whole()) {
      return open(Verdict::cannot_judge,
                  msg("the mark {0} is no multiple of {1}", *mark, *rule.step));
    }
    return give(*mark);
  }

  // These two are settled before a rule is asked.
  Points by(const JudgedRule& /*rule*/) { return does_not_fit(); }
  Points by(const PartsRule& /*rule*/) { return does_not_fit(); }

 private:
  void step(Message text, Span where = {}) {
    given_.steps.push_back({std::move(text), where});
  }

  Points give(Exact points) {
    given_.points = std::move(points);
    return std::move(given_);
  }

  // All of the points, or none.
  Points by_verdict(Measurement measured) {
    given_.steps = std::move(measured.steps);
    given_.caveats = measured.caveats;
    if (measured.verdict == Verdict::cannot_judge) {
      given_.verdict = measured.verdict;
      given_.reason = std::move(measured.reason);
      return std::move(given_);
    }
    return give(measured.verdict == Verdict::met ? max_ : Exact{0});
  }

  Points share(const Exact& of_max) {
    const Exact points = max_ * of_max;
    step(msg("{0} × {1} = {2}", max_, of_max, points));
    return give(points);
  }

  Exact at_most(const Exact& points, const Exact& limit) {
    if (points <= limit) {
      return points;
    }
    step(msg("no more than {0}", limit));
    return limit;
  }

  [[nodiscard]] bool names(const std::string& grade,
                           const std::string& marked) const {
    if (grade == marked) {
      return true;
    }
    const Grade* known = side_.plan.grade(marked);
    return known != nullptr && known->id.value == grade;
  }

  void take_over(const Steps& steps, Caveats caveats) {
    given_.steps.insert(given_.steps.end(), steps.begin(), steps.end());
    given_.caveats |= caveats;
  }

  std::optional<Exact> take(const Amount& amount) {
    const Measured found = amount_of(amount, mark_, side_);
    take_over(found.steps, found.caveats);
    if (!found.value) {
      given_.verdict = is_marked(amount) && mark_ == nullptr
                           ? Verdict::not_judged
                           : Verdict::cannot_judge;
      given_.reason = found.missing;
    }
    return found.value;
  }

  // What there is where a ratio has no value.
  std::optional<Points> without_share(const Achievement& reached,
                                      const std::optional<AtZero>& at_zero) {
    take_over(reached.steps, reached.caveats);
    if (reached.share) {
      return std::nullopt;
    }
    if (!reached.divides_by_zero) {
      given_.verdict =
          reached.waits_for_mark ? Verdict::not_judged : Verdict::cannot_judge;
      given_.reason = reached.missing;
      return std::move(given_);
    }
    switch (at_zero.value_or(AtZero::not_applicable)) {
      case AtZero::full:
        step(msg("the table gives all points at 0: {0}", max_));
        return give(max_);
      case AtZero::nothing:
        step(msg("the table gives nothing at 0"));
        return give(Exact{0});
      case AtZero::not_applicable:
        break;
    }
    given_.verdict = Verdict::not_applicable;
    given_.reason = msg("it does not apply where it would divide by 0");
    return std::move(given_);
  }

  const ScoreItem& item_;
  const Exact& max_;
  const Mark* mark_;
  const ScoreSide& side_;
  Points given_;
};

struct NeedsMark {
  bool operator()(const RatioRule& rule) const {
    return is_marked(rule.value) || is_marked(rule.plan);
  }
  bool operator()(const StepsRule& rule) const { return is_marked(rule.value); }
  bool operator()(const CountRule& rule) const { return is_marked(rule.value); }
  bool operator()(const BestInGroupRule& rule) const {
    return is_marked(rule.value) || is_marked(rule.target);
  }
  bool operator()(const FullMinusRule& /*rule*/) const { return false; }
  bool operator()(const ChangeRule& /*rule*/) const { return false; }
  bool operator()(const DurationRule& /*rule*/) const { return false; }
  bool operator()(const PartsRule& /*rule*/) const { return false; }
  template <class Rule>
  bool operator()(const Rule& /*rule*/) const {
    return true;
  }
};

}  // namespace

bool needs_mark(const PointRule& rule) { return std::visit(NeedsMark{}, rule); }

Points points_of(const ScoreItem& item, const PointRule& rule, const Exact& max,
                 const Mark* mark, const ScoreSide& side) {
  Pointer pointer(item, max, mark, side);
  return std::visit([&](const auto& each) { return pointer.by(each); }, rule);
}

std::optional<Exact> points_in(const std::vector<PointBand>& bands,
                               const Exact& number, const Exact& max) {
  for (const PointBand& one : bands) {
    if (one.band.holds(number)) {
      return one.is_share ? max * one.points : one.points;
    }
  }
  return std::nullopt;
}

}  // namespace thidua
