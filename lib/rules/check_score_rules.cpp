// Score tables: each rule, what it takes its numbers from, when it applies.
#include <algorithm>

#include "rules/check_measures.hpp"
#include "rules/check_score_parts.hpp"

namespace thidua {
namespace {

void expect_points(const CheckRun& run, const Exact& points, const Exact& limit,
                   const ScoreItem& item, Span where) {
  if (points < Exact{0} || limit < points) {
    run.add(code::points_out_of_range, where,
            msg("{0} lies outside 0 to {1}, the points that `{2}` can give",
                points, limit, item.id.value),
            msg("correct these points, or the maximum"));
  }
}

class RuleCheck {
 public:
  RuleCheck(const TableCheck& check, const ScoreItem& item)
      : check_(check), run_(check.run), item_(item) {}

  void look() {
    check_condition(check_, item_.applies_if);
    expect_stage(run_, item_.counting);
    if (item_.rule) {
      std::visit([this](const auto& rule) { by(rule); }, *item_.rule);
    }
  }

 private:
  // What one scorer can give.
  [[nodiscard]] Exact limit() const {
    const Exact max = item_.max.value_or(Exact{1});
    return item_.counting.scorers == Counting::Scorers::sum
               ? max / Exact{item_.counting.of}
               : max;
  }

  void take(const Amount& amount) {
    check_amount(run_, amount);
    expect_dates(check_, amount);
  }

  void take(const Amount& reached, const Amount& wanted) {
    check_amounts(run_, reached, wanted);
    expect_dates(check_, reached);
    expect_dates(check_, wanted);
  }

  void by(const ChoiceRule& rule) { expect_unique(run_, rule.levels); }
  void by(const RatioRule& rule) { take(rule.value, rule.plan); }
  void by(const BestInGroupRule& rule) { take(rule.value, rule.target); }
  void by(const CountRule& rule) { take(rule.value); }
  void by(const ChangeRule& rule) { check_measure(run_, rule.measure); }
  void by(const DurationRule& rule) { take(Amount{rule.duration.since}); }

  void by(const StepsRule& rule) {
    take(rule.value);
    std::vector<const Band*> bands;
    for (const PointBand& one : rule.bands) {
      bands.push_back(&one.band);
      if (!one.is_share) {
        expect_points(run_, one.points, limit(), item_, one.points_span);
      }
    }
    const bool has_else = rule.otherwise_span.known();
    check_bands(run_, std::move(bands),
                has_else ? Gaps::allowed : Gaps::reported, Numbers::any);
    if (has_else) {
      expect_points(run_, rule.otherwise, limit(), item_, rule.otherwise_span);
    }
  }

  void by(const WeightedMarkRule& rule) {
    const Exact product = rule.scale * rule.weight;
    if (item_.max && *item_.max != product) {
      run_.add(
          code::points_do_not_add_up, item_.max_span,
          msg("the highest mark {0} times the weight {1} is {2}, and the "
              "maximum of `{3}` is {4}",
              rule.scale, rule.weight, product, item_.id.value, *item_.max),
          msg("take `max` out, or correct `scale` or `weight`"));
    }
  }

  void by(const ManualRule& rule) {
    const Exact highest = limit();
    const Exact most = rule.most.value_or(highest);
    if (highest < most) {
      run_.add(code::points_out_of_range, rule.most_span,
               msg("`most` is {0}, and one mark of `{1}` can give {2} at most",
                   most, item_.id.value, highest),
               msg("correct `most` or the maximum"));
    } else if (most < rule.least) {
      run_.add(code::points_out_of_range, rule.least_span,
               msg("`least` is {0}, above the {1} that are the most",
                   rule.least, most),
               msg("correct the one that is wrong"));
    }
  }

  template <class Rule>
  void by(const Rule& /*rule*/) {}

  const TableCheck& check_;
  const CheckRun& run_;
  const ScoreItem& item_;
};

}  // namespace

void check_score_rules(const TableCheck& check) {
  expect_stage(check.run, check.table.counting);
  for (const ScoreGroup& group : check.table.groups) {
    check_condition(check, group.applies_if);
    expect_stage(check.run, group.counting);
  }
  for (const ScoreItem* item : items_of(check.table)) {
    RuleCheck(check, *item).look();
  }
}

}  // namespace thidua
