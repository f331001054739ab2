#include "rules/ranking.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "rules/successions.hpp"

namespace thidua {
namespace {

bool by_name(const RankedUnit& a, const RankedUnit& b) {
  const auto order = compare_vietnamese(a.score.name(), b.score.name());
  return order != 0 ? order < 0 : a.score.unit->id < b.score.unit->id;
}

void give_places(std::vector<RankedUnit>& units, RankOrder& order) {
  std::stable_sort(units.begin(), units.end(),
                   [&](const RankedUnit& a, const RankedUnit& b) {
                     return order.compare(a.score, b.score).order < 0;
                   });
  for (std::size_t i = 0; i < units.size(); ++i) {
    units[i].place = static_cast<int>(i) + 1;
    if (i == 0) {
      continue;
    }
    RankedUnit& above = units[i - 1];
    const auto found = order.compare(above.score, units[i].score);
    if (found.order == 0) {
      units[i].place = above.place;
      units[i].tied = true;
      above.tied = true;
    } else if (found.by != nullptr) {
      units[i].parted_by = found.by;
      above.parted_by = above.parted_by == nullptr ? found.by : above.parted_by;
    }
  }
}

// Sorts what was put into `ranked` into ranked and missing.
void settle(Ranking& ranking) {
  std::vector<RankedUnit>& all = ranking.ranked;
  const auto is_complete = [](const RankedUnit& unit) {
    return unit.score.kind_table == nullptr ? unit.score.complete()
                                            : unit.score.total.has_value();
  };
  const auto split = std::stable_partition(all.begin(), all.end(), is_complete);
  ranking.missing.assign(std::make_move_iterator(split),
                         std::make_move_iterator(all.end()));
  all.erase(split, all.end());
  std::sort(all.begin(), all.end(), by_name);
  std::sort(ranking.missing.begin(), ranking.missing.end(), by_name);
}

// Does any quota or class of a table look at units of other kinds?
bool looks_beyond_kind(const ScoreTable* table) {
  const auto quota_does = [](const Quota& quota) {
    return quota.size == Quota::Size::percent_by_class ||
           quota.size == Quota::Size::fixed_by_cluster ||
           quota.within != Quota::Within::cluster;
  };
  return table != nullptr &&
         std::any_of(table->tables.begin(), table->tables.end(),
                     [&](const KindTable& each) {
                       return each.kinds.size() > 1 ||
                              (each.classes && each.classes->not_above) ||
                              std::any_of(each.quotas.begin(),
                                          each.quotas.end(), quota_does);
                     });
}

bool has_best_in_group(const std::vector<ScoreItem>& items) {
  return std::any_of(items.begin(), items.end(), [](const ScoreItem& item) {
    return (item.rule && std::holds_alternative<BestInGroupRule>(*item.rule)) ||
           has_best_in_group(item.parts);
  });
}

bool compares_units(const KindTable& rules) {
  return !rules.quotas.empty() || (rules.classes && rules.classes->not_above) ||
         std::any_of(rules.groups.begin(), rules.groups.end(),
                     [](const ScoreGroup& group) {
                       return has_best_in_group(group.items);
                     });
}

class Rankings {
 public:
  Rankings(const Plan& plan, const Period& period, Date today)
      : plan_(plan),
        period_(period),
        today_(today),
        scoring_(plan, period, today) {
    for (const UnitKind& kind : plan.sheet.kinds) {
      for (const Cluster& cluster : plan.clusters) {
        if (cluster.kind.value == kind.id.value) {
          add_list(kind, &cluster);
        }
      }
      if (!join_list(kind)) {
        add_list(kind, nullptr);
      }
    }
  }

  // Of one kind, where nobody of another is needed.
  void add_units(std::optional<std::string_view> kind) {
    if (looks_beyond_kind(scoring_.table())) {
      kind.reset();
    }
    for (const Unit& unit : plan_.units) {
      if ((!kind || *kind == unit.kind_in(period_)) &&
          unit.enrolled_within(period_.first(), period_.last())) {
        add(unit);
      }
    }
  }

  std::vector<Ranking> take() {
    std::erase_if(lists_, [](const Ranking& list) {
      return list.ranked.empty() && list.ended.empty();
    });
    for (Ranking& list : lists_) {
      settle(list);
      if (list.kind_table != nullptr) {
        give_places(list.ranked, order_of(*list.kind_table));
      }
    }
    settle_quotas(
        plan_, today_, period_,
        [this](const KindTable& table) -> RankOrder& {
          return order_of(table);
        },
        lists_);
    return std::move(lists_);
  }

 private:
  void add_list(const UnitKind& kind, const Cluster* cluster) {
    places_.emplace(std::pair{std::string_view(kind.id.value), cluster},
                    lists_.size());
    Ranking& list = lists_.emplace_back();
    list.kind = &kind;
    list.cluster = cluster;
  }

  // To the list of an earlier kind that is scored by the same part of the
  // table.
  bool join_list(const UnitKind& kind) {
    const KindTable* table = table_of(kind);
    for (std::size_t i = 0; table != nullptr && i < lists_.size(); ++i) {
      Ranking& list = lists_[i];
      if (list.cluster == nullptr && table_of(*list.kind) == table) {
        list.other_kinds.push_back(&kind);
        places_.emplace(std::pair{std::string_view(kind.id.value), nullptr}, i);
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] const KindTable* table_of(const UnitKind& kind) const {
    const ScoreTable* table = scoring_.table();
    return table == nullptr ? nullptr : table_of_kind(*table, kind.id.value);
  }

  void add(const Unit& unit) {
    const auto at = places_.find(
        {std::string_view(unit.kind_in(period_)), scoring_.cluster_of(unit)});
    if (at == places_.end()) {
      return;
    }
    Ranking& list = lists_[at->second];
    if (ended_by(plan_, unit.id, period_.last()) != nullptr) {
      list.ended.push_back(&unit);
      return;
    }
    RankedUnit& ranked = list.ranked.emplace_back();
    ranked.score = scoring_.score(unit);
    ranked.classed = ranked.score.classed;
    if (ranked.score.kind_table != nullptr) {
      list.table = ranked.score.table;
      list.kind_table = ranked.score.kind_table;
    }
    list.caveats |= ranked.score.caveats;
  }

  RankOrder& order_of(const KindTable& table) {
    return orders_.try_emplace(&table, plan_, period_, today_, table.ranking)
        .first->second;
  }

  const Plan& plan_;
  const Period& period_;
  Date today_;
  Scoring scoring_;
  std::vector<Ranking> lists_;
  std::map<std::pair<std::string_view, const Cluster*>, std::size_t> places_;
  std::map<const KindTable*, RankOrder> orders_;
};

// The kind of all units that the filter lets through, if it is one.
std::optional<std::string_view> kind_in(const Plan& plan,
                                        const RankingFilter& filter,
                                        const Period& period) {
  const Unit* unit = filter.unit ? plan.unit(*filter.unit) : nullptr;
  if (unit != nullptr) {
    return unit->kind_in(period);
  }
  std::optional<std::string_view> kind = filter.kind;
  for (const Cluster& cluster : plan.clusters) {
    if (filter.kind || !filter.cluster ||
        !is_within(plan, cluster, *filter.cluster)) {
      continue;
    }
    if (kind && *kind != cluster.kind.value) {
      return std::nullopt;
    }
    kind = cluster.kind.value;
  }
  return kind;
}

bool is_of(const Ranking& list, std::string_view kind) {
  return list.kind->id.value == kind ||
         std::any_of(
             list.other_kinds.begin(), list.other_kinds.end(),
             [&](const UnitKind* each) { return each->id.value == kind; });
}

// Takes out of a list all units of other kinds.
void leave_kind(std::string_view kind, const Period& period, Ranking& list) {
  const auto other = [&](const RankedUnit& each) {
    return each.score.unit->kind_in(period) != kind;
  };
  std::erase_if(list.ranked, other);
  std::erase_if(list.missing, other);
  std::erase_if(list.ended, [&](const Unit* each) {
    return each->kind_in(period) != kind;
  });
}

// Takes out of a list all but one unit.
void leave_only(const Unit& only, Ranking& list) {
  const auto other = [&](const RankedUnit& each) {
    return each.score.unit != &only;
  };
  std::erase_if(list.ranked, other);
  std::erase_if(list.missing, other);
  std::erase_if(list.ended, [&](const Unit* each) { return each != &only; });
  std::erase_if(list.quotas, [&](const SharedQuota& quota) {
    return !quota->concerns(only);
  });
}

}  // namespace

std::vector<NominationBar> RankedUnit::bars() const {
  std::vector<NominationBar> bars = score.bars();
  bars.insert(bars.end(), quota_bars.begin(), quota_bars.end());
  return bars;
}

bool compares_units(const Plan& plan, const Unit& unit,
                    const OccasionDate& occasion, Date today) {
  std::vector<Period> periods = occasion.years_covered();
  periods.push_back(occasion.stretch());
  return std::any_of(periods.begin(), periods.end(), [&](const Period& each) {
    const ScoreTable* table = table_for(plan, each, today);
    const KindTable* rules =
        table == nullptr ? nullptr : table_of_kind(*table, unit.kind_in(each));
    return rules != nullptr && compares_units(*rules);
  });
}

std::vector<Ranking> rank(const Plan& plan, const Period& period,
                          const RankingFilter& filter, Date today) {
  const Unit* only = filter.unit ? plan.unit(*filter.unit) : nullptr;
  const auto kind = kind_in(plan, filter, period);
  Rankings rankings(plan, period, today);
  rankings.add_units(kind);
  std::vector<Ranking> lists = rankings.take();
  std::erase_if(lists, [&](Ranking& list) {
    const bool other_cluster =
        filter.cluster && (list.cluster == nullptr ||
                           !is_within(plan, *list.cluster, *filter.cluster));
    if (other_cluster || (kind && !is_of(list, *kind))) {
      return true;
    }
    if (kind) {
      leave_kind(*kind, period, list);
    }
    if (only != nullptr) {
      leave_only(*only, list);
    }
    return list.ranked.empty() && list.missing.empty() && list.ended.empty();
  });
  return lists;
}

}  // namespace thidua
