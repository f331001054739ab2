#include "rules/ranking.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"

namespace thidua {
namespace {

bool by_name(const RankedUnit& a, const RankedUnit& b) {
  const Unit& first = *a.score.unit;
  const Unit& second = *b.score.unit;
  const auto order = compare_vietnamese(first.name.value, second.name.value);
  return order != 0 ? order < 0 : first.id < second.id;
}

void give_places(std::vector<RankedUnit>& units) {
  std::stable_sort(units.begin(), units.end(),
                   [](const RankedUnit& a, const RankedUnit& b) {
                     return *a.score.total > *b.score.total;
                   });
  for (std::size_t i = 0; i < units.size(); ++i) {
    const bool same =
        i > 0 && *units[i].score.total == *units[i - 1].score.total;
    units[i].place = same ? units[i - 1].place : static_cast<int>(i) + 1;
    if (same) {
      units[i].tied = true;
      units[i - 1].tied = true;
    }
  }
}

// Sorts what was put into `ranked` into ranked and missing.
void settle(Ranking& ranking) {
  std::vector<RankedUnit>& all = ranking.ranked;
  const auto is_complete = [](const RankedUnit& unit) {
    return unit.score.complete() &&
           (unit.score.kind_table == nullptr || unit.score.total.has_value());
  };
  const auto split = std::stable_partition(all.begin(), all.end(), is_complete);
  ranking.missing.assign(std::make_move_iterator(split),
                         std::make_move_iterator(all.end()));
  all.erase(split, all.end());
  std::sort(all.begin(), all.end(), by_name);
  std::sort(ranking.missing.begin(), ranking.missing.end(), by_name);
  if (ranking.table != nullptr) {
    give_places(all);
  }
}

class Rankings {
 public:
  Rankings(const Plan& plan, const Period& period, Date today)
      : plan_(plan), period_(period), today_(today) {
    for (const UnitKind& kind : plan.sheet.kinds) {
      for (const Cluster& cluster : plan.clusters) {
        if (cluster.kind.value == kind.id.value) {
          lists_.push_back({&kind, &cluster, nullptr, {}, {}, {}});
          for (const At<std::string>& member : cluster.members) {
            cluster_of_.emplace(member.value, &cluster);
          }
        }
      }
      lists_.push_back({&kind, nullptr, nullptr, {}, {}, {}});
    }
  }

  void add(const Unit& unit, const RankingFilter& filter) {
    const Cluster* cluster = cluster_of(unit);
    if (filter.cluster &&
        (cluster == nullptr || cluster->id.value != *filter.cluster)) {
      return;
    }
    const auto list =
        std::find_if(lists_.begin(), lists_.end(), [&](const Ranking& each) {
          return each.kind->id.value == unit.kind.value &&
                 each.cluster == cluster;
        });
    if (list == lists_.end()) {
      return;
    }
    RankedUnit ranked{score_unit(plan_, unit, period_, today_), 0, false};
    if (ranked.score.kind_table != nullptr) {
      list->table = ranked.score.table;
    }
    list->caveats |= ranked.score.caveats;
    list->caveats.illustrative |= unit.illustrative;
    list->ranked.push_back(std::move(ranked));
  }

  std::vector<Ranking> take() {
    std::erase_if(lists_,
                  [](const Ranking& list) { return list.ranked.empty(); });
    for (Ranking& list : lists_) {
      settle(list);
    }
    return std::move(lists_);
  }

 private:
  // A unit counts in a cluster of its own kind only.
  [[nodiscard]] const Cluster* cluster_of(const Unit& unit) const {
    const auto at = cluster_of_.find(unit.id);
    return at != cluster_of_.end() && at->second->kind.value == unit.kind.value
               ? at->second
               : nullptr;
  }

  const Plan& plan_;
  const Period& period_;
  Date today_;
  std::vector<Ranking> lists_;
  std::unordered_map<std::string_view, const Cluster*> cluster_of_;
};

}  // namespace

std::vector<Ranking> rank(const Plan& plan, const Period& period,
                          const RankingFilter& filter, Date today) {
  const Unit* only = filter.unit ? plan.unit(*filter.unit) : nullptr;
  const auto kind = only != nullptr
                        ? std::optional<std::string_view>(only->kind.value)
                        : filter.kind;
  Rankings rankings(plan, period, today);
  for (const Unit& unit : plan.units) {
    if ((!kind || *kind == unit.kind.value) &&
        unit.enrolled_within(period.first(), period.last())) {
      rankings.add(unit, filter);
    }
  }
  std::vector<Ranking> lists = rankings.take();
  if (only != nullptr) {
    // The place of one unit is its place among all.
    const auto other = [&](const RankedUnit& each) {
      return each.score.unit != only;
    };
    for (Ranking& list : lists) {
      std::erase_if(list.ranked, other);
      std::erase_if(list.missing, other);
    }
    std::erase_if(lists, [](const Ranking& list) {
      return list.ranked.empty() && list.missing.empty();
    });
  }
  return lists;
}

}  // namespace thidua
