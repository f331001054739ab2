// Score tables: sums, maxima and weights, ids, and the criteria of the set.
#include <algorithm>

#include "rules/check_score_parts.hpp"

namespace thidua {
namespace {

bool is_judged_by_set(const ScoreItem& item) {
  return item.rule && std::holds_alternative<JudgedRule>(*item.rule);
}

bool has_line(const KindTable& table, std::string_view criterion) {
  const auto items = items_of(table);
  return std::any_of(items.begin(), items.end(), [&](const ScoreItem* item) {
    return item->id.value == criterion;
  });
}

// Every criterion of the set gets its line.
void expect_all_named(const TableCheck& check, const At<std::string>& kind,
                      const CriteriaSet& set) {
  for (const Criterion& criterion : set.criteria) {
    if (!has_line(check.table, criterion.id.value)) {
      check.run.add(code::table_misses_criterion, kind.span,
                    msg("the table of `{0}` gives `{1}` no points", kind.value,
                        criterion.id.value),
                    msg("add a line for it, so that every criterion counts"),
                    criterion.source);
    }
  }
}

bool leaves_out(const std::optional<Condition>& condition,
                std::string_view kind) {
  return condition && !condition->kinds.empty() &&
         !names(condition->kinds, kind);
}

// Without a rule of its own an item is judged as the set of the kind says.
void expect_in_set(const CheckRun& run, const ScoreItem& item,
                   const UnitKind& kind) {
  if (const CriteriaSet* set = run.plan.criteria_of(kind)) {
    expect_known(run, code::unknown_criterion, item.id, ids_of(set->criteria),
                 N_("the set of this kind has no criterion `{0}`"));
  } else if (!kind.criteria && !item.id.value.empty()) {
    run.add(code::unknown_criterion, item.id.span,
            msg("the kind `{0}` has no criteria set, so nothing says how to "
                "judge `{1}`",
                kind.id.value, item.id.value),
            msg("add a `rule`"));
  }
}

void check_judged_items(const TableCheck& check, const UnitKind& kind) {
  const auto look = [&](const ScoreItem& item) {
    if (is_judged_by_set(item) && !leaves_out(item.applies_if, kind.id.value)) {
      expect_in_set(check.run, item, kind);
    }
  };
  for (const ScoreGroup& group : check.table.groups) {
    if (leaves_out(group.applies_if, kind.id.value)) {
      continue;
    }
    for (const ScoreItem& item : group.items) {
      look(item);
      std::for_each(item.parts.begin(), item.parts.end(), look);
    }
  }
}

// What no set words must be worded here.
void check_texts(const TableCheck& check) {
  for (const ScoreItem* item : items_of(check.table)) {
    if (item->text.empty() && !is_judged_by_set(*item) &&
        criterion_of(check.run.plan, check.table, item->id.value) == nullptr) {
      check.run.add(
          code::missing_key, item->id.span,
          msg("no criteria set says what `{0}` demands", item->id.value),
          msg("add `text:`, or correct the id"));
    }
  }
}

void check_criteria_of_sets(const TableCheck& check) {
  const Plan& plan = check.run.plan;
  for (const At<std::string>& id : check.table.kinds) {
    const UnitKind* kind = plan.kind(id.value);
    if (kind == nullptr || check.table.groups.empty()) {
      continue;
    }
    if (const CriteriaSet* set = plan.criteria_of(*kind)) {
      expect_all_named(check, id, *set);
    }
    check_judged_items(check, *kind);
  }
  if (!lacks_set(plan, check.table)) {
    check_texts(check);
  }
}

template <class Sibling>
bool has_points(const Sibling& sibling) {
  if constexpr (requires { sibling.rule; }) {
    return sibling.max.has_value();
  } else {
    return true;
  }
}

// Reports the first sibling that is unlike the ones before it.
template <class Sibling>
bool mixed(const CheckRun& run, const std::vector<Sibling>& siblings) {
  const Sibling* first = nullptr;
  for (const Sibling& each : siblings) {
    if (!has_points(each)) {
      continue;
    }
    if (first != nullptr &&
        first->weight.has_value() != each.weight.has_value()) {
      run.add(code::max_and_weight_mixed, each.max_span,
              each.weight
                  ? msg("`{0}` has a weight, and `{1}` beside it a maximum",
                        each.id.value, first->id.value)
                  : msg("`{0}` has a maximum, and `{1}` beside it a weight",
                        each.id.value, first->id.value),
              msg("give all of them `max`, or all of them `weight`"));
      return true;
    }
    first = first == nullptr ? &each : first;
  }
  return false;
}

template <class Sibling>
Exact sum_of(const std::vector<Sibling>& siblings) {
  Exact sum;
  for (const Sibling& each : siblings) {
    if constexpr (requires { each.rule; }) {
      sum += each.max.value_or(Exact{});
    } else {
      sum += each.max;
    }
  }
  return sum;
}

// A sum that is wanted; nothing where the table asks for none.
template <class Sibling>
void check_sum(const CheckRun& run, const std::vector<Sibling>& siblings,
               const std::optional<Exact>& total, std::string_view of,
               Span where) {
  if (siblings.empty() || mixed(run, siblings) || !total) {
    return;
  }
  const Exact sum = sum_of(siblings);
  if (sum != *total) {
    run.add(code::points_do_not_add_up, where,
            msg("the maxima of `{0}` add up to {1}, the total is {2}", of, sum,
                *total),
            msg("correct the maxima or the total"));
  }
}

void check_sums(const TableCheck& check) {
  const KindTable& table = check.table;
  const CheckRun& run = check.run;
  const auto total =
      table.is_base ? std::nullopt : std::optional<Exact>(table.total);
  if (table.grouped) {
    check_sum(run, table.groups, total, table.id.value, table.total_span);
  }
  for (const ScoreGroup& group : table.groups) {
    check_sum(run, group.items,
              table.grouped ? std::optional<Exact>(group.max) : total,
              table.grouped ? group.id.value : table.id.value, group.max_span);
    for (const ScoreItem& item : group.items) {
      check_sum(run, item.parts, item.max, item.id.value, item.max_span);
    }
  }
}

void add_id(std::vector<NamedId>& all, const At<std::string>& id) {
  all.push_back({id, {}});
}

template <class List>
void add_ids(std::vector<NamedId>& all, const List& list) {
  for (const auto& each : list) {
    add_id(all, each.id);
  }
}

// Whatever a mark may stand under: one id, one thing.
std::vector<NamedId> ids_of_table(const TableCheck& check) {
  const KindTable& table = check.table;
  std::vector<NamedId> all;
  for (const CriteriaSet* set : sets_of(check.run.plan, table)) {
    for (const Criterion& criterion : set->criteria) {
      if (!has_line(table, criterion.id.value)) {
        add_id(all, criterion.id);
      }
    }
  }
  if (table.grouped) {
    add_ids(all, table.groups);
  }
  for (const ScoreItem* item : items_of(table)) {
    add_id(all, item->id);
    if (const auto* rule =
            item->rule ? std::get_if<FullMinusRule>(&*item->rule) : nullptr) {
      add_ids(all, rule->kinds);
    }
  }
  add_ids(all, table.facts);
  add_ids(all, table.bonus.items);
  add_ids(all, table.deductions.items);
  return all;
}

// Several gates may ask for one vote, but a vote is nothing else.
void add_votes(const KindTable& table, std::vector<NamedId>& all) {
  if (!table.classes) {
    return;
  }
  std::vector<NamedId> votes;
  for (const Gate& gate : table.classes->gates) {
    const auto* demand = std::get_if<VoteGate>(&gate.demand);
    const bool known =
        demand == nullptr ||
        std::any_of(votes.begin(), votes.end(), [&](const NamedId& vote) {
          return vote.id.value == demand->vote.value;
        });
    if (!known) {
      add_id(votes, demand->vote);
    }
  }
  all.insert(all.end(), votes.begin(), votes.end());
}

}  // namespace

void check_score_structure(const TableCheck& check) {
  check_criteria_of_sets(check);
  check_sums(check);
  auto ids = ids_of_table(check);
  add_votes(check.table, ids);
  expect_unique(check.run, ids);
}

}  // namespace thidua
