#include "rules/scoring.hpp"

#include <algorithm>

#include "rules/adjusting.hpp"
#include "rules/amounts.hpp"
#include "rules/classing.hpp"
#include "rules/item_scoring.hpp"
#include "rules/successions.hpp"
#include "rules/totalling.hpp"

namespace thidua {
namespace {

void count(Verdict verdict, VerdictCounts& counts) {
  switch (verdict) {
    case Verdict::met:
      ++counts.met;
      return;
    case Verdict::not_met:
      ++counts.not_met;
      return;
    case Verdict::not_applicable:
      ++counts.not_applicable;
      return;
    case Verdict::not_judged:
      ++counts.not_judged;
      return;
    case Verdict::cannot_judge:
      ++counts.cannot_judge;
      return;
  }
}

void add(CriterionScore one, UnitScore& score) {
  count(one.judgement.verdict, score.counts);
  score.caveats |= one.judgement.caveats;
  score.criteria.push_back(std::move(one));
}

Taken taken_inside(const ScoreSide& side) {
  Taken taken;
  for (const Adjustment& item : side.rules.deductions.items) {
    if (item.criterion) {
      const AdjustmentScore one = adjustment(item, side, {});
      taken[item.criterion->value] += one.points.value_or(Exact{0});
    }
  }
  return taken;
}

bool is_valid_for(const Plan& plan, const ScoreTable& table,
                  const Period& period) {
  for (const At<Period>& valid : table.periods) {
    if (valid.value == period) {
      return true;
    }
  }
  for (const At<std::string>& key : table.occasions) {
    const auto occasion = find_occasion(plan, key.value);
    if (occasion && occasion->stretch() == period) {
      return true;
    }
  }
  return false;
}

bool is_in_force(const ScoreTable& table, Date today) {
  return !table.in_force_from || *table.in_force_from <= today;
}

const CriteriaSet* set_of(const Plan& plan, const Unit& unit,
                          const Period& period) {
  const UnitKind* kind = plan.kind(unit.kind_in(period));
  return kind == nullptr ? nullptr : plan.criteria_of(*kind);
}

bool holds(const std::vector<ScoreItem>& items, const ScoreItem& wanted) {
  return std::any_of(items.begin(), items.end(), [&](const ScoreItem& item) {
    return &item == &wanted || holds(item.parts, wanted);
  });
}

// The group that a criterion or part of the table stands in.
const ScoreGroup& group_of(const KindTable& rules, const ScoreItem& item) {
  return *std::find_if(
      rules.groups.begin(), rules.groups.end(),
      [&](const ScoreGroup& group) { return holds(group.items, item); });
}

}  // namespace

const std::string& CriterionScore::id() const {
  return item != nullptr ? item->id.value : judgement.criterion->id.value;
}

const std::string& CriterionScore::text() const {
  return item != nullptr &&
                 (!item->text.empty() || judgement.criterion == nullptr)
             ? item->text
             : judgement.criterion->text;
}

const std::string& CriterionScore::source() const {
  return item != nullptr &&
                 (!item->source.empty() || judgement.criterion == nullptr)
             ? item->source
             : judgement.criterion->source;
}

std::optional<Exact> UnitScore::share() const {
  return total && max && !max->is_zero()
             ? std::optional(*total * Exact{100} / *max)
             : std::nullopt;
}

std::vector<NominationBar> UnitScore::bars() const {
  std::vector<NominationBar> bars;
  for (const AdjustmentScore& one : deductions) {
    const std::vector<Effect>& effects = one.item->effects;
    if (one.points && Exact{0} < *one.points &&
        std::find(effects.begin(), effects.end(), Effect::no_nomination) !=
            effects.end()) {
      bars.push_back({one.item->name, one.item->source, one.item->id.span,
                      first_place(one.steps)});
    }
  }
  if (classed) {
    bars.insert(bars.end(), classed->bars.begin(), classed->bars.end());
  }
  return bars;
}

const ScoreTable* table_for(const Plan& plan, const Period& period,
                            Date today) {
  std::vector<const ScoreTable*> valid;
  for (const ScoreTable& table : plan.score_tables) {
    if (is_in_force(table, today) && is_valid_for(plan, table, period)) {
      valid.push_back(&table);
    }
  }
  for (const ScoreTable* table : valid) {
    const bool replaced =
        std::any_of(valid.begin(), valid.end(), [&](const ScoreTable* other) {
          return other->replaces && other->replaces->value == table->id;
        });
    if (!replaced) {
      return table;
    }
  }
  return nullptr;
}

const KindTable* table_of_kind(const ScoreTable& table, std::string_view kind) {
  const auto at = std::find_if(
      table.tables.begin(), table.tables.end(),
      [&](const KindTable& each) { return names(each.kinds, kind); });
  return at == table.tables.end() ? nullptr : &*at;
}

Scoring::Scoring(const Plan& plan, Period period, Date today)
    : plan_(plan),
      period_(period),
      today_(today),
      table_(table_for(plan, period, today)) {}

Scoring::~Scoring() = default;

UnitScore Scoring::score(const Unit& unit) {
  UnitScore score;
  score.unit = &unit;
  score.period = period_;
  score.set = set_of(plan_, unit, period_);
  score.table = table_;
  score.caveats = caveats_of(plan_, unit);
  score.kind_table = table_ == nullptr
                         ? nullptr
                         : table_of_kind(*table_, unit.kind_in(period_));
  if (score.kind_table == nullptr) {
    score_without_points(score);
    return score;
  }
  score.caveats.assumed |= table_->origin.assumed;
  score.cluster = cluster_of(unit);
  const ScoreSide side = side_of(unit, *score.kind_table);
  if (side.rules.periods) {
    score_periods(side, score);
  } else {
    score_criteria(side, score);
  }
  score.bonuses = adjustments(side.rules.bonus.items, side, score.criteria);
  score.deductions =
      adjustments(side.rules.deductions.items, side, score.criteria);
  settle_total(side.rules, score);
  classify(side, score);
  return score;
}

ScoreSide Scoring::side_of(const Unit& unit, const KindTable& rules) {
  const Cluster* cluster = cluster_of(unit);
  return {plan_,
          unit,
          period_,
          today_,
          *table_,
          rules,
          cluster,
          plan_.scorecard_of(unit.id, period_),
          [this, cluster, &rules](const ScoreItem& item) {
            return leader(item, rules, cluster);
          }};
}

void Scoring::score_without_points(UnitScore& score) const {
  if (score.set == nullptr) {
    return;
  }
  for (const Criterion& criterion : score.set->criteria) {
    add(score_criterion(criterion, std::nullopt, score, plan_, today_), score);
  }
}

void Scoring::score_criteria(const ScoreSide& side, UnitScore& score) const {
  const std::size_t count =
      score.set == nullptr ? 0 : score.set->criteria.size();
  if (side.rules.equal && count > 0) {
    const Exact max =
        side.rules.total / Exact{static_cast<std::int64_t>(count)};
    score.criteria.reserve(count);
    for (const Criterion& criterion : score.set->criteria) {
      add(score_criterion(criterion, max, score, plan_, today_), score);
    }
    return;
  }
  const Taken taken = taken_inside(side);
  for (const ScoreGroup& group : side.rules.groups) {
    for (const ScoreItem& item : group.items) {
      add(score_item(item, group, score.set, side, taken), score);
    }
  }
  score_unnamed(score);
}

// Criteria of the set that the table does not name: judged, without points.
void Scoring::score_unnamed(UnitScore& score) const {
  if (score.set == nullptr || score.kind_table->periods) {
    return;
  }
  for (const Criterion& criterion : score.set->criteria) {
    if (find_score(score.criteria, criterion.id.value) == nullptr) {
      add(score_criterion(criterion, std::nullopt, score, plan_, today_),
          score);
    }
  }
}

void Scoring::score_periods(const ScoreSide& side, UnitScore& score) {
  for (const Period& part : periods_in(period_, side.rules.periods->each)) {
    if (part == period_ ||  // is no shorter: `check` says so
        !side.unit.enrolled_within(part.first(), part.last())) {
      continue;
    }
    const UnitScore one = shorter(part).score(side.unit);
    score.caveats |= one.caveats;
    score.periods.push_back(
        {part, one.total, one.classed ? one.classed->level : nullptr,
         !one.classed || one.classed->state == ClassResult::State::open});
    if (!one.total) {
      ++score.counts.not_judged;
    }
  }
}

Scoring& Scoring::shorter(const Period& period) {
  auto& scoring = shorter_[period];
  if (!scoring) {
    scoring = std::make_unique<Scoring>(plan_, period, today_);
  }
  return *scoring;
}

void Scoring::classify(const ScoreSide& side, UnitScore& score) {
  if (!side.rules.classes) {
    return;
  }
  const Classes& classes = *side.rules.classes;
  score.classed = class_of(classes, score, side);
  const bool in_ring =
      std::find(heads_.begin(), heads_.end(), &side.unit) != heads_.end();
  const Unit* other =
      in_ring ? nullptr : class_limit(plan_, classes, side.unit);
  if (other != nullptr) {
    score.caveats.assumed |= side.unit.assumes(classes.not_above->value);
    heads_.push_back(&side.unit);
    hold_below(classes, this->score(*other), *score.classed);
    heads_.pop_back();
  }
}

const Unit* class_limit(const Plan& plan, const Classes& classes,
                        const Unit& unit) {
  if (!classes.not_above) {
    return nullptr;
  }
  const Attribute* named = unit.attribute(classes.not_above->value);
  return named == nullptr ? nullptr : plan.unit(named->value);
}

const Cluster* Scoring::cluster_of(const Unit& unit) {
  if (!indexed_) {
    indexed_ = true;
    for (const Cluster& cluster : plan_.clusters) {
      for (const At<std::string>& member : cluster.members) {
        cluster_of_.emplace(member.value, &cluster);
      }
    }
  }
  const auto at = cluster_of_.find(unit.id);
  return at != cluster_of_.end() &&
                 at->second->kind.value == unit.kind_in(period_)
             ? at->second
             : nullptr;
}

std::optional<Leader> Scoring::leader(const ScoreItem& item,
                                      const KindTable& rules,
                                      const Cluster* cluster) {
  const auto [at, is_new] = leaders_.try_emplace({&item, cluster});
  if (is_new) {
    at->second = find_leader(item, rules, cluster);
  }
  return at->second;
}

std::optional<Leader> Scoring::find_leader(const ScoreItem& item,
                                           const KindTable& rules,
                                           const Cluster* cluster) {
  const auto& rule = std::get<BestInGroupRule>(*item.rule);
  const ScoreGroup& group = group_of(rules, item);
  std::optional<Leader> best;
  for (const Unit& unit : plan_.units) {
    if (!names(rules.kinds, unit.kind_in(period_)) ||
        !takes_part_to_end(plan_, unit, period_) ||
        cluster_of(unit) != cluster) {
      continue;
    }
    const ScoreSide side = side_of(unit, rules);
    if (!item_applies(item, group, set_of(plan_, unit, period_), side)) {
      continue;
    }
    const CountedMarks counted =
        counted_marks(plan_, side.card, item.id.value, item.counting, today_);
    const Mark* mark =
        counted.marks.empty() ? nullptr : counted.marks.front().mark;
    const auto reached =
        achievement(rule.value, rule.target, rule.better, mark, side).share;
    if (reached && (!best || best->reached < *reached)) {
      best = Leader{&unit, *reached};
    }
  }
  return best;
}

UnitScore score_unit(const Plan& plan, const Unit& unit, const Period& period,
                     Date today) {
  return Scoring(plan, period, today).score(unit);
}

}  // namespace thidua
