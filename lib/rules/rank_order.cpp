#include "rules/rank_order.hpp"

#include "rules/adjusting.hpp"
#include "rules/sampling.hpp"

namespace thidua {
namespace {

std::strong_ordering order_of(const std::optional<Exact>& a,
                              const std::optional<Exact>& b, Better better) {
  if (!a || !b) {
    return b.has_value() <=> a.has_value();
  }
  return better == Better::lower ? *a <=> *b : *b <=> *a;
}

Exact points_of_group(const UnitScore& score, std::string_view group) {
  Exact sum;
  for (const CriterionScore& one : score.criteria) {
    if (one.group != nullptr && one.group->id.value == group && one.points) {
      sum += *one.points;
    }
  }
  return sum;
}

}  // namespace

RankOrder::Answer RankOrder::compare(const UnitScore& a, const UnitScore& b) {
  const auto order = order_of(points_of(a), points_of(b), Better::higher);
  if (order != 0 || rule_.ties.empty()) {
    return {order, nullptr};
  }
  const Keys& keys_a = keys_of(a);
  const Keys& keys_b = keys_of(b);
  for (std::size_t i = 0; i < rule_.ties.size(); ++i) {
    const auto by_key = order_of(keys_a[i], keys_b[i], rule_.ties[i].better);
    if (by_key != 0) {
      return {by_key, &rule_.ties[i]};
    }
  }
  return {std::strong_ordering::equal, nullptr};
}

std::optional<Exact> RankOrder::points_of(const UnitScore& score) const {
  return rule_.by_share ? score.share() : score.total;
}

const RankOrder::Keys& RankOrder::keys_of(const UnitScore& score) {
  const auto [at, is_new] = keys_.try_emplace(score.unit);
  if (is_new) {
    for (const TieKey& key : rule_.ties) {
      at->second.push_back(key_of(key, score));
    }
  }
  return at->second;
}

std::optional<Exact> RankOrder::key_of(const TieKey& key,
                                       const UnitScore& score) const {
  switch (key.by) {
    case TieKey::By::criterion: {
      const CriterionScore* one = find_score(score.criteria, key.id.value);
      return one == nullptr ? std::nullopt : one->points;
    }
    case TieKey::By::group:
      return points_of_group(score, key.id.value);
    case TieKey::By::bonus:
      return score.bonus;
    case TieKey::By::deductions:
      return score.deduction;
    case TieKey::By::indicator:
      break;
  }
  return indicator(key.id.value, *score.unit);
}

std::optional<Exact> RankOrder::indicator(std::string_view id,
                                          const Unit& unit) const {
  const Indicator* known = plan_.indicator(id);
  if (known == nullptr) {
    return std::nullopt;
  }
  const Subject subject{today_, &unit, nullptr, period_};
  return sample(plan_, subject, *known, period_).value;
}

}  // namespace thidua
