// Quotas: how many units may hold a class or be proposed for an award form, and
// who they are (tỷ lệ, chỉ tiêu xếp loại và khen thưởng).
//
// Candidates stand in the order of the ranking; the first so many win, and what
// the quota says befalls the others.  Where units that nothing parts stand
// across the edge, the quota stops: nobody of them is taken, and who decides is
// told so.
//
// A quota inside another goes before it: its winners take up places there and
// are no candidates any more.  Clusters that are parts of another one share
// what the table fixes for that one.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/plan.hpp"
#include "rules/rank_order.hpp"
#include "rules/scoring.hpp"

namespace thidua {

struct Ranking;
struct RankedUnit;

// One quota among the units that share its places.
struct QuotaResult {
  const Quota* quota = nullptr;
  const KindTable* table = nullptr;
  const Cluster* cluster = nullptr;  // within clusters; null: units in none
  const Unit* parent = nullptr;      // within parents: the units below this one
  std::optional<std::int64_t> allowed;  // nothing: it is not known yet
  std::int64_t inside = 0;              // places that winners of others take up
  std::vector<const Unit*> winners;     // in the order of the ranking
  std::vector<const Unit*> stopped;     // tied across the edge: nobody is taken
  Message size;                         // "20 % of 10 units", or why unknown
  Steps steps;
  std::string_view section;  // of the quota, else of the score table

  // How many more than those inside.
  [[nodiscard]] std::int64_t places() const;
  [[nodiscard]] bool has_stopped() const { return !stopped.empty(); }
  // Does it limit this unit, if the unit's list is limited by it?
  [[nodiscard]] bool concerns(const Unit& unit) const;
};
// "Hạn mức chung, cụm số 1": the quota and what it is within
[[nodiscard]] std::string name_of(const QuotaResult& result);
// Why a unit is not inside.
[[nodiscard]] Message lost_text(const QuotaResult& result, const Unit& unit);

using SharedQuota = std::shared_ptr<const QuotaResult>;

// The order of units by a table.
using OrderOf = std::function<RankOrder&(const KindTable&)>;

// Puts into the lists who is inside the quotas of their tables and what becomes
// of the others.  `lists`: of every unit that shares a quota or whose class a
// quota asks for, ranked.
void settle_quotas(const Plan& plan, Date today, const Period& period,
                   const OrderOf& order_of, std::vector<Ranking>& lists);

// Is the cluster this one, or a part of it?
[[nodiscard]] bool is_within(const Plan& plan, const Cluster& cluster,
                             std::string_view other);

}  // namespace thidua
