// RankOrder: which of two units stands before the other, by the score table.
//
// What is wanted most comes first; equal totals are parted by the keys of the
// table in their order, and a unit that lacks what a key asks for comes last.
#pragma once

#include <compare>
#include <unordered_map>
#include <vector>

#include "rules/scoring.hpp"

namespace thidua {

class RankOrder {
 public:
  struct Answer {
    std::strong_ordering order;  // less: the first stands before the second
    const TieKey* by = nullptr;  // null: by the points, or nothing parts them
  };

  RankOrder(const Plan& plan, const Period& period, Date today,
            const RankingRule& rule)
      : plan_(plan), period_(period), today_(today), rule_(rule) {}

  [[nodiscard]] Answer compare(const UnitScore& a, const UnitScore& b);

 private:
  using Keys = std::vector<std::optional<Exact>>;

  [[nodiscard]] std::optional<Exact> points_of(const UnitScore& score) const;
  [[nodiscard]] const Keys& keys_of(const UnitScore& score);
  [[nodiscard]] std::optional<Exact> key_of(const TieKey& key,
                                            const UnitScore& score) const;
  [[nodiscard]] std::optional<Exact> indicator(std::string_view id,
                                               const Unit& unit) const;

  const Plan& plan_;
  const Period& period_;
  Date today_;
  const RankingRule& rule_;
  std::unordered_map<const Unit*, Keys> keys_;  // of units with equal points
};

}  // namespace thidua
