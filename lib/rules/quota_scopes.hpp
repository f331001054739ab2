// Who shares the places of a quota, and how many places there are.
#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "rules/ranking.hpp"

namespace thidua {

struct QuotaScope {
  const Cluster* cluster = nullptr;
  const Unit* parent = nullptr;
  std::vector<Ranking*> lists;
  std::vector<RankedUnit*> ranked;  // in the order of the table
  std::size_t missing = 0;          // that take part and are not ranked
};

// The scopes of quotas of one table.  Where one lies in another, the inner one
// comes first; of parents, the upper one.
class QuotaScopes {
 public:
  QuotaScopes(const Plan& plan, std::vector<Ranking*> lists, RankOrder& order)
      : plan_(plan), lists_(std::move(lists)), order_(order) {}

  [[nodiscard]] std::vector<QuotaScope> of(const Quota& quota) const;

 private:
  [[nodiscard]] std::vector<QuotaScope> by_cluster() const;
  [[nodiscard]] std::vector<QuotaScope> by_share(const Quota& quota) const;
  [[nodiscard]] std::vector<QuotaScope> by_parent() const;
  void fill(QuotaScope& scope) const;

  const Plan& plan_;
  std::vector<Ranking*> lists_;
  RankOrder& order_;
};

// How many places there are.
class QuotaSize {
 public:
  using FindUnit = std::function<const RankedUnit*(const Unit&)>;

  QuotaSize(const Plan& plan, const Period& period, Date today, FindUnit find)
      : plan_(plan), period_(period), today_(today), find_(std::move(find)) {}

  // Fills `allowed` and `size` from quota, table and scope.
  void measure(const QuotaScope& scope, QuotaResult& result);

 private:
  using Holders = std::unordered_set<std::string_view>;

  void take_percent(const QuotaScope& scope, const Exact& percent,
                    QuotaResult& result);
  [[nodiscard]] std::optional<Exact> percent_by_class(
      QuotaResult& result) const;
  [[nodiscard]] std::int64_t base(const QuotaScope& scope,
                                  const QuotaResult& result);
  [[nodiscard]] const Holders& holders_of(const std::string& form);

  const Plan& plan_;
  const Period& period_;
  Date today_;
  FindUnit find_;
  std::unordered_map<std::string_view, Holders> holders_;
};

}  // namespace thidua
