#include "rules/scoring.hpp"

#include <algorithm>

namespace thidua {
namespace {

const KindTable* table_of_kind(const ScoreTable& table, std::string_view kind) {
  const auto at = std::find_if(
      table.tables.begin(), table.tables.end(),
      [&](const KindTable& each) { return each.kind.value == kind; });
  return at == table.tables.end() ? nullptr : &*at;
}

std::optional<Exact> max_of(const KindTable& table, const CriteriaSet& set,
                            const Criterion& criterion) {
  if (table.equal) {
    return table.total / Exact{static_cast<std::int64_t>(set.criteria.size())};
  }
  for (const CriterionPoints& points : table.criteria) {
    if (points.id.value == criterion.id.value) {
      return points.max;
    }
  }
  return std::nullopt;
}

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

void give_points(const UnitScore& score, CriterionScore& criterion) {
  criterion.max =
      max_of(*score.kind_table, *score.set, *criterion.judgement.criterion);
  const auto share = share_of(*score.table, criterion.judgement);
  if (criterion.max && share) {
    criterion.points = *criterion.max * *share;
  }
}

// The points taken back to the total of the table, over what applies.
std::optional<Exact> total_of(const UnitScore& score) {
  Exact points;
  Exact max;
  for (const CriterionScore& each : score.criteria) {
    if (each.judgement.verdict == Verdict::not_applicable || !each.max) {
      continue;
    }
    if (!each.points) {
      return std::nullopt;
    }
    points += *each.points;
    max += *each.max;
  }
  if (max.is_zero()) {
    return std::nullopt;
  }
  return points * score.kind_table->total / max;
}

}  // namespace

const ScoreTable* table_for(const Plan& plan, const Period& period) {
  for (const ScoreTable& table : plan.score_tables) {
    for (const At<Period>& valid : table.periods) {
      if (valid.value == period) {
        return &table;
      }
    }
  }
  return nullptr;
}

UnitScore score_unit(const Plan& plan, const Unit& unit, const Period& period,
                     Date today) {
  UnitScore score;
  score.unit = &unit;
  score.period = period;
  const UnitKind* kind = plan.kind(unit.kind.value);
  score.set = kind == nullptr ? nullptr : plan.criteria_of(*kind);
  if (score.set == nullptr) {
    return score;
  }
  score.table = table_for(plan, period);
  score.kind_table = score.table == nullptr
                         ? nullptr
                         : table_of_kind(*score.table, unit.kind.value);
  if (score.kind_table != nullptr) {
    score.caveats.assumed = score.table->origin.assumed;
  }
  for (const Criterion& criterion : score.set->criteria) {
    CriterionScore each{judge(plan, unit, criterion, period, today), {}, {}};
    count(each.judgement.verdict, score.counts);
    score.caveats |= each.judgement.caveats;
    if (score.kind_table != nullptr) {
      give_points(score, each);
    }
    score.criteria.push_back(std::move(each));
  }
  if (score.kind_table != nullptr && score.complete()) {
    score.total = total_of(score);
  }
  return score;
}

}  // namespace thidua
