#include "rules/quota_scopes.hpp"

#include <algorithm>
#include <map>

#include "rules/amounts.hpp"
#include "rules/classing.hpp"
#include "rules/proposal_life.hpp"
#include "rules/timeline.hpp"

namespace thidua {
namespace {

const Cluster* cluster_above(const Plan& plan, const Cluster& cluster) {
  if (!cluster.parent) {
    return nullptr;
  }
  const auto at = std::find_if(plan.clusters.begin(), plan.clusters.end(),
                               [&](const Cluster& each) {
                                 return each.id.value == cluster.parent->value;
                               });
  return at == plan.clusters.end() ? nullptr : &*at;
}

// The cluster, the one it is a part of, and so on; a ring is cut.
std::vector<const Cluster*> upward(const Plan& plan, const Cluster* cluster) {
  std::vector<const Cluster*> path;
  while (cluster != nullptr &&
         std::find(path.begin(), path.end(), cluster) == path.end()) {
    path.push_back(cluster);
    cluster = cluster_above(plan, *cluster);
  }
  return path;
}

const QuotaShare* share_of(const Quota& quota, std::string_view id) {
  const auto at =
      std::find_if(quota.shares.begin(), quota.shares.end(),
                   [&](const QuotaShare& each) { return each.of.value == id; });
  return at == quota.shares.end() ? nullptr : &*at;
}

std::int64_t whole(const Exact& number) {
  return std::stoll(number.floor().to_fraction());
}

// Was it given on an occasion that looks back on the period, or in it?
bool is_held_in(const Plan& plan, const Proposal& proposal,
                const Period& period) {
  const auto occasion = find_occasion(plan, proposal.occasion.value);
  if (!occasion) {
    return false;
  }
  const auto covers = [](const Period& outer, const Period& inner) {
    return outer.first() <= inner.first() && inner.last() <= outer.last();
  };
  return covers(occasion->stretch(), period) ||
         covers(period, Period::year(occasion->year));
}

}  // namespace

bool is_within(const Plan& plan, const Cluster& cluster,
               std::string_view other) {
  const auto path = upward(plan, &cluster);
  return std::any_of(path.begin(), path.end(), [&](const Cluster* each) {
    return each->id.value == other;
  });
}

std::vector<QuotaScope> QuotaScopes::of(const Quota& quota) const {
  switch (quota.within) {
    case Quota::Within::cluster:
      return quota.size == Quota::Size::fixed_by_cluster ? by_share(quota)
                                                         : by_cluster();
    case Quota::Within::parent:
      return by_parent();
    case Quota::Within::table:
      break;
  }
  std::vector<QuotaScope> all(1);
  all.front().lists = lists_;
  fill(all.front());
  return all;
}

std::vector<QuotaScope> QuotaScopes::by_cluster() const {
  std::vector<QuotaScope> scopes;
  for (Ranking* list : lists_) {
    QuotaScope& scope = scopes.emplace_back();
    scope.cluster = list->cluster;
    scope.lists = {list};
    fill(scope);
  }
  return scopes;
}

// One for each cluster that has a number, and one for each list under no such
// cluster: there are no places for it.
std::vector<QuotaScope> QuotaScopes::by_share(const Quota& quota) const {
  using Depth = std::size_t;
  std::map<const Cluster*, Depth> depths;
  std::map<const Cluster*, std::vector<Ranking*>> lists;
  for (Ranking* list : lists_) {
    const auto path = upward(plan_, list->cluster);
    bool named = false;
    for (std::size_t i = 0; i < path.size(); ++i) {
      if (share_of(quota, path[i]->id.value) != nullptr) {
        named = true;
        depths[path[i]] = path.size() - i;
        lists[path[i]].push_back(list);
      }
    }
    if (!named) {
      depths[list->cluster] = 0;
      lists[list->cluster].push_back(list);
    }
  }
  std::vector<QuotaScope> scopes;
  for (auto& [cluster, members] : lists) {
    QuotaScope& scope = scopes.emplace_back();
    scope.cluster = cluster;
    scope.lists = std::move(members);
    fill(scope);
  }
  std::stable_sort(scopes.begin(), scopes.end(),
                   [&](const QuotaScope& a, const QuotaScope& b) {
                     return depths.at(a.cluster) > depths.at(b.cluster);
                   });
  return scopes;
}

std::vector<QuotaScope> QuotaScopes::by_parent() const {
  std::map<std::string_view, QuotaScope> scopes;
  const auto scope_of = [&](const Unit& unit) -> QuotaScope* {
    const Unit* parent =
        unit.parent().empty() ? nullptr : plan_.unit(unit.parent());
    if (parent == nullptr) {
      return nullptr;
    }
    QuotaScope& scope = scopes[parent->id];
    scope.parent = parent;
    return &scope;
  };
  for (Ranking* list : lists_) {
    const auto join = [&](QuotaScope& scope) {
      if (scope.lists.empty() || scope.lists.back() != list) {
        scope.lists.push_back(list);
      }
    };
    for (RankedUnit& unit : list->ranked) {
      if (QuotaScope* scope = scope_of(*unit.score.unit)) {
        join(*scope);
        scope->ranked.push_back(&unit);
      }
    }
    for (const RankedUnit& unit : list->missing) {
      if (QuotaScope* scope = scope_of(*unit.score.unit)) {
        join(*scope);
        ++scope->missing;
      }
    }
  }
  std::vector<QuotaScope> all;
  for (auto& [id, scope] : scopes) {
    all.push_back(std::move(scope));
    fill(all.back());
  }
  return all;
}

// Whoever is in the lists, where that is not said yet, in one order.
void QuotaScopes::fill(QuotaScope& scope) const {
  if (scope.parent == nullptr) {
    for (Ranking* list : scope.lists) {
      scope.missing += list->missing.size();
      for (RankedUnit& unit : list->ranked) {
        scope.ranked.push_back(&unit);
      }
    }
  }
  if (scope.lists.size() > 1) {
    std::stable_sort(scope.ranked.begin(), scope.ranked.end(),
                     [&](const RankedUnit* a, const RankedUnit* b) {
                       return order_.compare(a->score, b->score).order < 0;
                     });
  }
}

void QuotaSize::measure(const QuotaScope& scope, QuotaResult& result) {
  const Quota& quota = *result.quota;
  switch (quota.size) {
    case Quota::Size::fixed:
      result.allowed = whole(quota.number);
      return;
    case Quota::Size::fixed_by_cluster: {
      const QuotaShare* share = scope.cluster == nullptr
                                    ? nullptr
                                    : share_of(quota, scope.cluster->id.value);
      result.allowed = share == nullptr ? 0 : whole(share->number);
      return;
    }
    case Quota::Size::percent:
      take_percent(scope, quota.number, result);
      return;
    case Quota::Size::percent_by_class:
      break;
  }
  if (const auto percent = percent_by_class(result)) {
    take_percent(scope, *percent, result);
  }
}

void QuotaSize::take_percent(const QuotaScope& scope, const Exact& percent,
                             QuotaResult& result) {
  const Quota& quota = *result.quota;
  const std::int64_t count = base(scope, result);
  switch (quota.base) {
    case Quota::Base::units:
      result.size = msg("{0} % of {1} {1:unit|units}", percent, count);
      break;
    case Quota::Base::of_class:
      result.size = msg("{0} % of {1} {1:unit|units} with `{2}` or better",
                        percent, count, base_name(result));
      break;
    case Quota::Base::holders:
      result.size = msg("{0} % of {1} {1:unit|units} that hold `{2}`", percent,
                        count, base_name(result));
      break;
  }
  const Exact exact = percent * Exact{count} / Exact{100};
  result.allowed = whole(rounded(exact, quota.round));
  result.steps.push_back({result.size, quota.span});
  if (!exact.is_whole()) {
    result.steps.push_back(
        {msg("{0}, rounded: {1}", exact, *result.allowed), {}});
  }
}

std::string QuotaSize::base_name(const QuotaResult& result) const {
  const std::string& id = result.quota->base_id.value;
  if (result.quota->base == Quota::Base::holders) {
    const AwardForm* form = plan_.form(id);
    return form == nullptr ? id : form->name;
  }
  if (result.table->classes) {
    for (const ClassLevel& level : result.table->classes->levels) {
      if (level.id.value == id) {
        return level.name;
      }
    }
  }
  return id;
}

// By the class that the parent has now, after the quotas above it.
std::optional<Exact> QuotaSize::percent_by_class(QuotaResult& result) const {
  const RankedUnit* parent =
      result.parent == nullptr ? nullptr : find_(*result.parent);
  const ClassLevel* level =
      parent == nullptr || !parent->classed ? nullptr : parent->classed->level;
  if (level == nullptr) {
    result.size = result.parent == nullptr
                      ? msg("only units below a parent have such a quota")
                      : msg("`{0}` has no class", result.parent->name.value);
    return std::nullopt;
  }
  const QuotaShare* share = share_of(*result.quota, level->id.value);
  if (share == nullptr) {
    result.size = msg("the table gives no share to the class `{0}` of `{1}`",
                      level->name, result.parent->name.value);
    return std::nullopt;
  }
  result.steps.push_back(
      {msg("`{0}` has the class `{1}`: {2} %", result.parent->name.value,
           level->name, share->number),
       share->of.span});
  return share->number;
}

std::int64_t QuotaSize::base(const QuotaScope& scope,
                             const QuotaResult& result) {
  const Quota& quota = *result.quota;
  if (quota.base == Quota::Base::units) {
    return static_cast<std::int64_t>(scope.ranked.size() + scope.missing);
  }
  if (quota.base == Quota::Base::holders) {
    const Holders& holders = holders_of(quota.base_id.value);
    std::int64_t count = 0;
    for (const Ranking* list : scope.lists) {
      for (const auto* units : {&list->ranked, &list->missing}) {
        count += std::count_if(units->begin(), units->end(),
                               [&](const RankedUnit& unit) {
                                 return result.concerns(*unit.score.unit) &&
                                        holders.contains(unit.score.unit->id);
                               });
      }
    }
    return count;
  }
  if (!result.table->classes) {
    return 0;
  }
  const Classes& classes = *result.table->classes;
  const std::size_t least = place_of(classes, quota.base_id.value);
  return std::count_if(
      scope.ranked.begin(), scope.ranked.end(), [&](const RankedUnit* unit) {
        const auto& before = unit->score.classed;
        return before && before->level != nullptr &&
               place_of(classes, before->level->id.value) <= least;
      });
}

const QuotaSize::Holders& QuotaSize::holders_of(const std::string& form) {
  const auto [at, is_new] = holders_.try_emplace(form);
  if (is_new) {
    for (const Proposal& proposal : plan_.proposals) {
      if (proposal.form.value == form &&
          state_on(proposal, today_) == ProposalState::decided &&
          is_held_in(plan_, proposal, period_)) {
        at->second.insert(proposal.unit.value);
      }
    }
  }
  return at->second;
}

}  // namespace thidua
