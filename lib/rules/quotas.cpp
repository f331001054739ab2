#include "rules/quotas.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "rules/awards.hpp"
#include "rules/classing.hpp"
#include "rules/quota_scopes.hpp"

namespace thidua {
namespace {

bool has_level(const std::optional<ClassResult>& classed, std::string_view id) {
  return classed && classed->level != nullptr && classed->level->id.value == id;
}

constexpr std::size_t most_winners_named = 5;

std::string names_of(const std::vector<const Unit*>& units) {
  std::string names;
  for (const Unit* unit : units) {
    names += (names.empty() ? "" : ", ") + unit->name.value;
  }
  return names;
}

// Every quota of one table.
class TableQuotas {
 public:
  TableQuotas(const Plan& plan, const KindTable& table,
              const std::vector<Ranking*>& lists, RankOrder& order,
              QuotaSize& size)
      : plan_(plan),
        table_(table),
        order_(order),
        size_(size),
        scopes_(plan, lists, order) {}

  // Those of classes first: who has none is no candidate for an award.
  void run() {
    for (const bool of_class : {true, false}) {
      for (const Quota& quota : table_.quotas) {
        if (quota.of_class.has_value() == of_class) {
          settle(quota);
        }
      }
    }
  }

 private:
  using Result = std::shared_ptr<QuotaResult>;

  void settle(const Quota& quota) {
    if (!begun_.insert(&quota).second) {
      return;
    }
    for (const Quota& inner : table_.quotas) {
      if (is_inside(inner, quota)) {
        settle(inner);
      }
    }
    for (const QuotaScope& scope : scopes_.of(quota)) {
      share_out(quota, scope);
    }
  }

  static bool is_inside(const Quota& inner, const Quota& outer) {
    return &inner != &outer && inner.inside &&
           inner.inside->value == outer.id.value;
  }

  void share_out(const Quota& quota, const QuotaScope& scope) {
    const auto result = std::make_shared<QuotaResult>();
    result->quota = &quota;
    result->table = &table_;
    result->cluster = scope.cluster;
    result->parent = scope.parent;
    result->section = quota.source;
    if (quota.source.empty() && !scope.lists.empty()) {
      result->section = scope.lists.front()->table->origin.source;
    }
    size_.measure(scope, *result);
    std::vector<RankedUnit*> candidates;
    for (RankedUnit* unit : scope.ranked) {
      if (won_inside(quota, *unit->score.unit)) {
        ++result->inside;
      } else if (is_candidate(quota, *unit)) {
        candidates.push_back(unit);
      }
    }
    if (result->allowed) {
      take_first(candidates, *result);
      settle_others(candidates, result);
    }
    for (Ranking* list : scope.lists) {
      list->quotas.push_back(result);
    }
  }

  // Won a quota that lies inside this one.
  [[nodiscard]] bool won_inside(const Quota& quota, const Unit& unit) const {
    return std::any_of(
        table_.quotas.begin(), table_.quotas.end(), [&](const Quota& inner) {
          const auto at = winners_.find(&inner);
          return is_inside(inner, quota) && at != winners_.end() &&
                 at->second.contains(&unit);
        });
  }

  [[nodiscard]] bool is_candidate(const Quota& quota,
                                  const RankedUnit& unit) const {
    const bool lost = std::any_of(
        unit.lost.begin(), unit.lost.end(),
        [&](const SharedQuota& each) { return each->quota == &quota; });
    if (lost) {
      return false;
    }
    if (quota.of_class) {
      return has_level(unit.classed, quota.of_class->value);
    }
    const AwardForm* form = plan_.form(quota.form->value);
    return (form == nullptr || may_receive(plan_, *form, *unit.score.unit)) &&
           unit.bars().empty() &&
           (!table_.classes ||
            (unit.classed && unit.classed->level != nullptr));
  }

  [[nodiscard]] bool are_equal(const RankedUnit& a, const RankedUnit& b) {
    return order_.compare(a.score, b.score).order == 0;
  }

  // The first so many; nobody of those that stand equal across the edge.
  void take_first(const std::vector<RankedUnit*>& candidates,
                  QuotaResult& result) {
    auto& winners = winners_[result.quota];
    const auto places = static_cast<std::size_t>(result.places());
    const std::size_t taken = std::min(candidates.size(), places);
    std::size_t edge = taken;
    if (taken > 0 && taken < candidates.size()) {
      while (edge > 0 && are_equal(*candidates[edge - 1], *candidates[taken])) {
        --edge;
      }
    }
    for (std::size_t i = 0; i < edge; ++i) {
      result.winners.push_back(candidates[i]->score.unit);
      winners.insert(candidates[i]->score.unit);
    }
    for (std::size_t i = edge; edge < taken && i < candidates.size() &&
                               are_equal(*candidates[i], *candidates[taken]);
         ++i) {
      result.stopped.push_back(candidates[i]->score.unit);
    }
    if (result.has_stopped()) {
      result.steps.push_back(
          {msg("it stops: nothing parts {0}, and {1} {1:place is|places are} "
               "left",
               names_of(result.stopped), taken - edge),
           result.quota->span});
    }
  }

  void settle_others(const std::vector<RankedUnit*>& candidates,
                     const Result& result) {
    for (std::size_t i = result->winners.size(); i < candidates.size(); ++i) {
      RankedUnit& unit = *candidates[i];
      winners_[result->quota].erase(unit.score.unit);
      unit.lost.push_back(result);
      suffer(*result, unit);
    }
  }

  void suffer(const QuotaResult& result, RankedUnit& unit) {
    const Quota& quota = *result.quota;
    step(unit, lost_text(result, *unit.score.unit), quota.span);
    switch (quota.over) {
      case Effect::class_down:
        lower(unit);
        return;
      case Effect::no_class:
        step(unit, msg("no class"));
        close(unit);
        return;
      case Effect::no_nomination:
        break;
    }
    // A quota of a form that says nothing only bars from that form.
    if (quota.of_class || quota.over_stated) {
      step(unit, msg("may not be proposed for an award"));
      unit.quota_bars.push_back(
          {quota.name, result.section, quota.id.span, {}});
    }
  }

  static void step(RankedUnit& unit, Message text, Span where = {}) {
    if (unit.classed) {
      unit.classed->steps.push_back({std::move(text), where});
    }
  }

  static void close(RankedUnit& unit) {
    if (unit.classed) {
      unit.classed->state = ClassResult::State::none;
      unit.classed->level = nullptr;
    }
  }

  void lower(RankedUnit& unit) const {
    if (!unit.classed || unit.classed->level == nullptr) {
      return;
    }
    const ClassLevel* next = level_below(*table_.classes, *unit.classed->level);
    if (next == nullptr) {
      step(unit, msg("there is no class below"));
      close(unit);
      return;
    }
    unit.classed->level = next;
    step(unit, msg("one class down: `{0}`", next->name), next->id.span);
  }

  const Plan& plan_;
  const KindTable& table_;
  RankOrder& order_;
  QuotaSize& size_;
  QuotaScopes scopes_;
  std::set<const Quota*> begun_;
  std::map<const Quota*, std::set<const Unit*>> winners_;
};

// The tables of the lists, those first whose classes others look at.
class Settler {
 public:
  Settler(const Plan& plan, Date today, const Period& period,
          const OrderOf& order_of, std::vector<Ranking>& lists)
      : plan_(plan),
        order_of_(order_of),
        size_(plan, period, today,
              [this](const Unit& unit) { return find(unit); }) {
    for (Ranking& list : lists) {
      if (list.kind_table != nullptr) {
        lists_[list.kind_table].push_back(&list);
      }
    }
  }

  void run() {
    for (const auto& [table, lists] : lists_) {
      settle(*table);
    }
  }

 private:
  void settle(const KindTable& table) {
    if (!begun_.insert(&table).second) {
      return;
    }
    for (const KindTable* other : looked_at(table)) {
      settle(*other);
    }
    hold_classes(table);
    if (!table.quotas.empty()) {
      TableQuotas(plan_, table, lists_.at(&table), order_of_(table), size_)
          .run();
    }
  }

  template <class Visit>
  void for_each_ranked(const KindTable& table, Visit visit) {
    for (Ranking* list : lists_.at(&table)) {
      for (RankedUnit& unit : list->ranked) {
        visit(unit);
      }
    }
  }

  std::set<const KindTable*> looked_at(const KindTable& table) {
    const bool by_parent = std::any_of(
        table.quotas.begin(), table.quotas.end(), [](const Quota& quota) {
          return quota.size == Quota::Size::percent_by_class;
        });
    const bool by_head = table.classes && table.classes->not_above;
    std::set<const KindTable*> tables;
    if (!by_parent && !by_head) {
      return tables;
    }
    const auto add = [&](const Unit* unit) {
      const RankedUnit* found = unit == nullptr ? nullptr : find(*unit);
      if (found != nullptr && found->score.kind_table != nullptr) {
        tables.insert(found->score.kind_table);
      }
    };
    for_each_ranked(table, [&](const RankedUnit& unit) {
      if (by_parent) {
        add(plan_.unit(unit.score.unit->parent()));
      }
      if (by_head) {
        add(class_limit(plan_, *table.classes, *unit.score.unit));
      }
    });
    return tables;
  }

  // A class that quotas have lowered limits that of others anew.
  void hold_classes(const KindTable& table) {
    if (!table.classes || !table.classes->not_above) {
      return;
    }
    for_each_ranked(table, [&](RankedUnit& unit) {
      const Unit* other = class_limit(plan_, *table.classes, *unit.score.unit);
      const RankedUnit* found = other == nullptr ? nullptr : find(*other);
      if (found != nullptr && found->classed &&
          found->classed->level != nullptr && unit.classed) {
        hold_below(*table.classes, *other, *found->classed->level,
                   *unit.classed);
        unit.score.classed = unit.classed;
      }
    });
  }

  const RankedUnit* find(const Unit& unit) {
    if (units_.empty()) {
      for (const auto& [table, lists] : lists_) {
        for_each_ranked(*table, [&](RankedUnit& each) {
          units_.emplace(each.score.unit, &each);
        });
      }
    }
    const auto at = units_.find(&unit);
    return at == units_.end() ? nullptr : at->second;
  }

  const Plan& plan_;
  const OrderOf& order_of_;
  QuotaSize size_;
  std::map<const KindTable*, std::vector<Ranking*>> lists_;
  std::set<const KindTable*> begun_;
  std::unordered_map<const Unit*, const RankedUnit*> units_;
};

}  // namespace

std::int64_t QuotaResult::places() const {
  return std::max<std::int64_t>(allowed.value_or(0) - inside, 0);
}

Message lost_text(const QuotaResult& result, const Unit& unit) {
  const bool tied = std::find(result.stopped.begin(), result.stopped.end(),
                              &unit) != result.stopped.end();
  if (tied) {
    return msg("the quota `{0}` stops: nothing parts {1}", name_of(result),
               names_of(result.stopped));
  }
  if (result.places() == 0) {
    return msg("the quota `{0}` has no place", name_of(result));
  }
  return result.winners.size() > most_winners_named
             ? msg("the quota `{0}` has {1} {1:place|places}, all for others",
                   name_of(result), result.places())
             : msg("the quota `{0}` has {1} {1:place|places}, held by: {2}",
                   name_of(result), result.places(), names_of(result.winners));
}

std::string name_of(const QuotaResult& result) {
  if (result.cluster != nullptr) {
    return result.quota->name + ", " + result.cluster->name;
  }
  return result.parent == nullptr
             ? result.quota->name
             : result.quota->name + ", " + result.parent->name.value;
}

bool QuotaResult::concerns(const Unit& unit) const {
  return parent == nullptr || unit.parent() == parent->id;
}

void settle_quotas(const Plan& plan, Date today, const Period& period,
                   const OrderOf& order_of, std::vector<Ranking>& lists) {
  if (!plan.is_part) {
    Settler(plan, today, period, order_of, lists).run();
  }
}

}  // namespace thidua
