#include "rules/check_score_parts.hpp"

#include <algorithm>

#include "rules/check_measures.hpp"
#include "rules/judging.hpp"
#include "rules/timeline.hpp"

namespace thidua {
namespace {

void add_ids(Ids& all, const Ids& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

std::vector<const ScoreItem*> items_of(const KindTable& table) {
  std::vector<const ScoreItem*> items;
  for (const ScoreGroup& group : table.groups) {
    for (const ScoreItem& item : group.items) {
      items.push_back(&item);
      for (const ScoreItem& part : item.parts) {
        items.push_back(&part);
      }
    }
  }
  return items;
}

std::vector<const CriteriaSet*> sets_of(const Plan& plan,
                                        const KindTable& table) {
  std::vector<const CriteriaSet*> sets;
  for (const At<std::string>& id : table.kinds) {
    const UnitKind* kind = plan.kind(id.value);
    const CriteriaSet* set =
        kind == nullptr ? nullptr : plan.criteria_of(*kind);
    if (set != nullptr &&
        std::find(sets.begin(), sets.end(), set) == sets.end()) {
      sets.push_back(set);
    }
  }
  return sets;
}

const Criterion* criterion_of(const Plan& plan, const KindTable& table,
                              std::string_view id) {
  for (const CriteriaSet* set : sets_of(plan, table)) {
    if (const Criterion* criterion = find_criterion(set, id)) {
      return criterion;
    }
  }
  return nullptr;
}

Ids criteria_ids(const Plan& plan, const KindTable& table) {
  Ids ids;
  for (const ScoreItem* item : items_of(table)) {
    ids.push_back(item->id.value);
  }
  if (!table.periods) {
    for (const CriteriaSet* set : sets_of(plan, table)) {
      add_ids(ids, ids_of(set->criteria));
    }
  }
  return ids;
}

Ids event_ids(const KindTable& table) {
  Ids ids = ids_of(table.deductions.items);
  add_ids(ids, ids_of(table.bonus.items));
  for (const ScoreItem* item : items_of(table)) {
    const auto* rule =
        item->rule ? std::get_if<FullMinusRule>(&*item->rule) : nullptr;
    if (rule != nullptr) {
      add_ids(ids, ids_of(rule->kinds));
    }
  }
  return ids;
}

std::vector<ValidPeriod> valid_periods(const Plan& plan,
                                       const ScoreTable& table) {
  std::vector<ValidPeriod> periods;
  for (const At<Period>& period : table.periods) {
    periods.push_back({period.value, period.span});
  }
  for (const At<std::string>& key : table.occasions) {
    if (const auto occasion = find_occasion(plan, key.value)) {
      periods.push_back({occasion->stretch(), key.span});
    }
  }
  return periods;
}

Ids group_ids(const KindTable& table) {
  return table.grouped ? ids_of(table.groups) : Ids{};
}

namespace {

void expect_listed(const CheckRun& run, Code code, const At<std::string>& id,
                   const Ids& known, const char* what) {
  if (id.value.empty() ||
      std::find(known.begin(), known.end(), id.value) != known.end()) {
    return;
  }
  run.add(code, id.span, Message{what, {id.value}},
          known.empty() ? msg("there is none: add it, or take this out")
                        : suggestion(id.value, known));
}

}  // namespace

bool lacks_set(const Plan& plan, const KindTable& table) {
  return std::any_of(
      table.kinds.begin(), table.kinds.end(), [&](const At<std::string>& id) {
        const UnitKind* kind = plan.kind(id.value);
        return kind == nullptr ||
               (kind->criteria && plan.criteria_of(*kind) == nullptr);
      });
}

void expect_dates(const TableCheck& check, const Amount& amount) {
  if (const auto* since = std::get_if<YearsSince>(&amount)) {
    expect_dates(check.run, *since, [&](const Unit& unit) {
      return names(check.table.kinds, unit.kind.value);
    });
  }
}

void expect_part(const CheckRun& run, const At<std::string>& id,
                 const Ids& known, const char* what) {
  expect_listed(run, code::unknown_table_part, id, known, what);
}

void expect_criterion(const TableCheck& check, const At<std::string>& id,
                      const Ids& known) {
  if (!lacks_set(check.run.plan, check.table)) {
    expect_listed(check.run, code::unknown_criterion, id, known,
                  N_("this table has no criterion `{0}`"));
  }
}

void expect_stage(const CheckRun& run, const Counting& counting) {
  if (counting.stage && run.plan.sheet.stages) {
    expect_known(run, code::unknown_stage, *counting.stage,
                 ids_of(run.plan.sheet.stages->order),
                 N_("the plan declares no stage `{0}`"));
  }
}

namespace {

Ids subkinds_of(const Plan& plan, const KindTable& table) {
  Ids ids;
  for (const At<std::string>& id : table.kinds) {
    if (const UnitKind* kind = plan.kind(id.value)) {
      add_ids(ids, ids_of(kind->subkinds));
    }
  }
  return ids;
}

// A role is there as soon as a unit of some cluster has it.
void expect_role(const CheckRun& run, const At<std::string>& role) {
  Ids known;
  for (const Cluster& cluster : run.plan.clusters) {
    for (const ClusterRole& each : cluster.roles) {
      known.push_back(each.role.value);
    }
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  if (std::find(known.begin(), known.end(), role.value) == known.end()) {
    run.add(code::role_not_held, role.span,
            msg("no unit has the role `{0}` in its cluster", role.value),
            known.empty()
                ? msg("name the unit that has it under `roles` of its "
                      "cluster in clusters.yaml")
                : suggestion(role.value, known));
  }
}

}  // namespace

void check_condition(const TableCheck& check,
                     const std::optional<Condition>& condition) {
  if (!condition) {
    return;
  }
  const CheckRun& run = check.run;
  Ids kinds;
  for (const At<std::string>& kind : check.table.kinds) {
    kinds.push_back(kind.value);
  }
  for (const At<std::string>& kind : condition->kinds) {
    expect_known(run, code::unknown_kind, kind, kinds,
                 N_("this table is not for units of the kind `{0}`"));
  }
  for (const At<std::string>& subkind : condition->subkinds) {
    expect_listed(run, code::unknown_subkind, subkind,
                  subkinds_of(run.plan, check.table),
                  N_("no kind of this table has the subkind `{0}`"));
  }
  if (condition->fact) {
    expect_part(run, *condition->fact, ids_of(check.table.facts),
                N_("this table has no fact `{0}`"));
  }
  if (condition->role) {
    expect_role(run, *condition->role);
  }
  if (condition->figure) {
    expect_indicator(run, condition->figure->of.indicator);
  }
}

}  // namespace thidua
