#include "rules/adjusting.hpp"

#include <algorithm>

#include "rules/amounts.hpp"
#include "rules/applicability.hpp"
#include "rules/deadlines.hpp"
#include "rules/duties.hpp"
#include "rules/pointing.hpp"

namespace thidua {
namespace {

class Adjuster {
 public:
  Adjuster(const Adjustment& item, const ScoreSide& side,
           const std::vector<CriterionScore>& criteria)
      : item_(item), side_(side), criteria_(criteria) {
    score_.item = &item;
  }

  AdjustmentScore run() {
    if (!item_.rule) {
      miss(msg("its rule could not be read"));
    } else if (applies()) {
      std::visit([&](const auto& rule) { by(rule); }, *item_.rule);
    }
    return std::move(score_);
  }

 private:
  void step(Message text, Span where = {}) {
    score_.steps.push_back({std::move(text), where});
  }

  bool applies() {
    score_.points = Exact{0};
    if (!item_.applies_if) {
      return true;
    }
    Applicability found =
        applicability(*item_.applies_if, item_.counting, side_);
    using Answer = Applicability::Answer;
    if (found.answer == Answer::not_judged ||
        found.answer == Answer::cannot_judge) {
      miss(std::move(found.reason));
    }
    return found.answer == Answer::applies;
  }

  void miss(Message reason) {
    score_.points.reset();
    score_.reason = std::move(reason);
  }

  void give(const Exact& points) { score_.points = points; }

  Exact at_most(const Exact& points, const Exact& limit) {
    if (points <= limit) {
      return points;
    }
    step(msg("no more than {0}", limit), item_.span);
    return limit;
  }

  // What was recorded under the id of this item; nothing recorded: nothing.
  std::optional<Exact> recorded() {
    const CountedMarks counted = counted_marks(
        side_.plan, side_.card, item_.id.value, item_.counting, side_.today);
    for (const CountedMark& one : counted.marks) {
      step(mark_text(side_.plan, one), one.mark->span);
    }
    return counted_number(counted, item_.counting);
  }

  void by(const CountRule& rule) {
    const auto count = count_of(rule);
    if (!count) {
      return;
    }
    const Exact points = std::max(*count * rule.each, Exact{0});
    if (!points.is_zero()) {
      step(msg("{0} × {1} = {2}", *count, rule.each, points), item_.span);
    }
    give(rule.cap ? at_most(points, *rule.cap) : points);
  }

  std::optional<Exact> count_of(const CountRule& rule) {
    if (is_marked(rule.value)) {
      return recorded();
    }
    Measured found = amount_of(rule.value, nullptr, side_);
    score_.steps = std::move(found.steps);
    if (!found.value) {
      miss(std::move(found.missing));
    }
    return found.value;
  }

  void by(const ManualRule& rule) {
    const auto points = recorded();
    if (!points) {
      return;
    }
    if (*points < rule.least || (rule.most && *rule.most < *points) ||
        (rule.step && !(*points / *rule.step).is_whole())) {
      miss(msg("the mark {0} is not one that the table allows", *points));
      return;
    }
    give(*points);
  }

  void by(const OverPlanRule& rule) {
    Exact sum;
    for (const At<std::string>& id : rule.criteria) {
      const CriterionScore* score = find_score(criteria_, id.value);
      if (score != nullptr && score->achieved && score->max) {
        sum += over_plan(rule, *score);
      }
    }
    give(sum);
  }

  Exact over_plan(const OverPlanRule& rule, const CriterionScore& score) {
    const Exact over = (*score.achieved - Exact{1}) * Exact{100};
    if (over <= Exact{0}) {
      return Exact{0};
    }
    const Exact count =
        rule.whole ? (over / rule.per).floor() : over / rule.per;
    const Exact hundredth = *score.max / Exact{100};
    const Exact points =
        count * (rule.gives_percent ? hundredth * rule.gives : rule.gives);
    step(msg("`{0}` is {1} % over the plan: {2} × {3} = {4}", score.id(), over,
             count, rule.gives_percent ? hundredth * rule.gives : rule.gives,
             points),
         item_.span);
    return rule.cap ? at_most(points, rule.cap_percent ? hundredth * *rule.cap
                                                       : *rule.cap)
                    : points;
  }

  // From filings: days after the last day on time.
  void by(const LateRule& rule) {
    const Duty* duty = side_.plan.duty(rule.duty.value);
    const int year = side_.period.closing_year();
    const auto last_day = duty == nullptr || !falls_due_in(*duty, year)
                              ? std::nullopt
                              : deadline_of(side_.plan, *duty, year,
                                            side_.unit.id, {}, side_.today)
                                    .day;
    if (!last_day || !owes_in(side_.plan, {duty, year, last_day}, side_.unit,
                              side_.cluster != nullptr)) {
      return;
    }
    const Filing* filing =
        first_filing(side_.plan, side_.unit, *duty, year, side_.today);
    if (filing == nullptr) {
      if (*last_day < side_.today) {
        step(msg("`{0}` was not filed by {1}", duty->name, *last_day),
             item_.span);
        give(rule.not_filed);
      }
      return;
    }
    const int days = days_between(*last_day, filing->date.value);
    if (days > 0) {
      const Exact points =
          points_in(rule.bands, Exact{days}, Exact{0}).value_or(Exact{0});
      step(msg("`{0}` was filed on {1}, {2} {2:day|days} late: {3}", duty->name,
               filing->date.value, days, points),
           filing->span);
      give(points);
    }
  }

  const Adjustment& item_;
  const ScoreSide& side_;
  const std::vector<CriterionScore>& criteria_;
  AdjustmentScore score_;
};

}  // namespace

AdjustmentScore adjustment(const Adjustment& item, const ScoreSide& side,
                           const std::vector<CriterionScore>& criteria) {
  return Adjuster(item, side, criteria).run();
}

std::vector<AdjustmentScore> adjustments(
    const std::vector<Adjustment>& items, const ScoreSide& side,
    const std::vector<CriterionScore>& criteria) {
  std::vector<AdjustmentScore> scores;
  scores.reserve(items.size());
  for (const Adjustment& item : items) {
    scores.push_back(adjustment(item, side, criteria));
  }
  return scores;
}

const CriterionScore* find_score(const std::vector<CriterionScore>& criteria,
                                 std::string_view id) {
  for (const CriterionScore& score : criteria) {
    if (score.id() == id) {
      return &score;
    }
    if (const CriterionScore* part = find_score(score.parts, id)) {
      return part;
    }
  }
  return nullptr;
}

}  // namespace thidua
