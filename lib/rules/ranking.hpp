// Ranking: units of one cluster, or where there is none of one kind, by total.
//
// Only units whose every criterion has an answer are ranked; the others are
// listed with what is missing.  Equal totals share a place: the plan gives no
// rule to part them, and none is invented.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/plan.hpp"
#include "rules/scoring.hpp"

namespace thidua {

struct RankedUnit {
  UnitScore score;
  int place = 0;      // 0: not ranked
  bool tied = false;  // shares its place
};

// One list of units that are compared with one another.
struct Ranking {
  const UnitKind* kind = nullptr;
  const Cluster* cluster = nullptr;   // null: all units of the kind in none
  const ScoreTable* table = nullptr;  // null: nobody is ranked
  std::vector<RankedUnit> missing;    // not fully judged, by name
  std::vector<RankedUnit> ranked;     // by place, then name; by name where
                                      // there is no table
  Caveats caveats;
};

struct RankingFilter {
  std::optional<std::string_view> kind;
  std::optional<std::string_view> cluster;
  std::optional<std::string_view> unit;
};

// In the order of the plan's kinds and the folder's clusters.  Units that do
// not take part in the period are left out.
[[nodiscard]] std::vector<Ranking> rank(const Plan& plan, const Period& period,
                                        const RankingFilter& filter,
                                        Date today);

}  // namespace thidua
