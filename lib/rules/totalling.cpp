#include "rules/totalling.hpp"

#include <algorithm>

#include "rules/amounts.hpp"

namespace thidua {
namespace {

struct Sum {
  Exact points;
  Exact max;   // of what applies
  Exact most;  // of everything
  Exact excess;
};

// Nothing where a criterion that applies has no points; what gives none does
// not count.
std::optional<Sum> sum_of_criteria(const UnitScore& score) {
  Sum sum;
  for (const CriterionScore& each : score.criteria) {
    if (!each.max) {
      continue;
    }
    sum.most += each.item == nullptr ? *each.max : *each.item->max;
    if (each.judgement.verdict == Verdict::not_applicable) {
      continue;
    }
    if (!each.points) {
      return std::nullopt;
    }
    sum.points += *each.points;
    sum.max += *each.max;
    sum.excess += each.excess;
  }
  return sum;
}

class Totaller {
 public:
  Totaller(const KindTable& rules, UnitScore& score)
      : rules_(rules), score_(score) {}

  void run() {
    auto total = rules_.periods ? from_periods() : from_criteria();
    if (rules_.is_base) {
      total = start_at(rules_.total, total);
    }
    if (!total || !add_up(score_.bonuses, score_.bonus) ||
        !add_up(score_.deductions, score_.deduction)) {
      return;
    }
    add_bonus(*total);
    deduct(*total);
    hold_up(*total);
    if (rules_.round) {
      total = rounded(*total, *rules_.round);
      step(msg("rounded to {0}: {1}", rules_.round->to, *total));
    }
    score_.total = std::move(total);
  }

 private:
  void step(Message text) { score_.steps.push_back({std::move(text), {}}); }

  // Criteria may be wanting where the table starts somewhere.
  std::optional<Exact> from_criteria() {
    const auto sum = sum_of_criteria(score_);
    if (!sum || (sum->max.is_zero() && !rules_.is_base)) {
      return std::nullopt;
    }
    excess_ = sum->excess;
    score_.max = rules_.redistribute ? rules_.total : sum->max;
    const Exact whole = rules_.is_base ? sum->most : rules_.total;
    if (!rules_.redistribute || sum->max == whole || sum->max.is_zero()) {
      if (!sum->points.is_zero() || !rules_.is_base) {
        step(msg("sum of the criteria: {0}", sum->points));
      }
      return sum->points;
    }
    const Exact points = sum->points * whole / sum->max;
    step(msg("{0} of the {1} points that apply, taken back to {2}: {3}",
             sum->points, sum->max, whole, points));
    return points;
  }

  std::optional<Exact> from_periods() {
    Exact sum;
    for (const PeriodTotal& one : score_.periods) {
      if (!one.total) {
        return std::nullopt;
      }
      step(msg("{0}: {1}", one.period.to_string(), *one.total));
      sum += *one.total;
    }
    if (score_.periods.empty()) {
      return std::nullopt;
    }
    score_.max = rules_.total;
    if (rules_.periods->sum) {
      step(msg("sum: {0}", sum));
      return sum;
    }
    const Exact mean =
        sum / Exact{static_cast<std::int64_t>(score_.periods.size())};
    step(msg("mean: {0}", mean));
    return mean;
  }

  std::optional<Exact> start_at(const Exact& base,
                                const std::optional<Exact>& points) {
    if (!points) {
      return std::nullopt;
    }
    score_.max = base;
    step(msg("{0} to start with: {1}", base, base + *points));
    return base + *points;
  }

  static bool add_up(const std::vector<AdjustmentScore>& items, Exact& sum) {
    for (const AdjustmentScore& one : items) {
      if (!one.points) {
        return false;
      }
      if (!one.item->criterion) {
        sum += *one.points;
      }
    }
    return true;
  }

  Exact at_most(const Exact& points, const std::optional<Exact>& cap) {
    if (!cap || points <= *cap) {
      return points;
    }
    step(msg("{0}, no more than {1}", points, *cap));
    return *cap;
  }

  void add_bonus(Exact& total) {
    score_.bonus = at_most(score_.bonus + excess_, rules_.bonus.cap);
    if (!score_.bonus.is_zero()) {
      const Exact with = total + score_.bonus;
      step(msg("bonus: {0} + {1} = {2}", total, score_.bonus, with));
      total = with;
    }
    if (rules_.bonus.within) {
      total = at_most(total, score_.max);
    }
  }

  void deduct(Exact& total) {
    score_.deduction = at_most(score_.deduction, rules_.deductions.cap);
    if (score_.deduction.is_zero()) {
      return;
    }
    const Exact left = total - score_.deduction;
    step(msg("deducted: {0} - {1} = {2}", total, score_.deduction, left));
    total = left;
  }

  void hold_up(Exact& total) {
    if (rules_.deductions.floored && total < Exact{0}) {
      total = Exact{0};
      step(msg("never below 0"));
    }
  }

  const KindTable& rules_;
  UnitScore& score_;
  Exact excess_;
};

}  // namespace

void settle_total(const KindTable& rules, UnitScore& score) {
  Totaller(rules, score).run();
}

}  // namespace thidua
