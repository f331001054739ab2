// score-tables/: what cannot be scored by, and what contradicts itself.
#include <algorithm>

#include "rules/references.hpp"

namespace thidua {
namespace {

void check_shares(const CheckRun& run, const ScoreTable& table) {
  if (!run.plan.sheet.grades) {
    return;
  }
  const std::vector<Grade>& grades = run.plan.sheet.grades->levels;
  for (const GradeShare& share : table.grades) {
    expect_known(run, code::unknown_grade, share.grade, ids_of(grades),
                 N_("the plan's scale has no grade `{0}`"));
  }
  for (const Grade& grade : grades) {
    const bool there = std::any_of(table.grades.begin(), table.grades.end(),
                                   [&](const GradeShare& share) {
                                     return share.grade.value == grade.id.value;
                                   });
    if (!there) {
      run.add(
          code::grade_without_share,
          table.grades.empty() ? table.span : table.grades.front().grade.span,
          msg("the table gives the grade `{0}` no share of the points",
              grade.id.value),
          msg("add `{0}: …` under `grades`", grade.id.value));
    }
  }
}

void check_overlap(const CheckRun& run, const ScoreTable& table) {
  for (const ScoreTable& earlier : run.plan.score_tables) {
    if (&earlier == &table) {
      return;
    }
    for (const At<Period>& period : table.periods) {
      const bool both = std::any_of(
          earlier.periods.begin(), earlier.periods.end(),
          [&](const At<Period>& other) { return *other == *period; });
      if (both) {
        run.add(code::two_tables_for_period, period.span,
                msg("`{0}` already has the score table `{1}`",
                    period->to_string(), earlier.id),
                msg("leave each period to one table"));
      }
    }
  }
}

const CriteriaSet* set_of(const CheckRun& run, const At<std::string>& kind) {
  const UnitKind* known = run.plan.kind(kind.value);
  return known == nullptr ? nullptr : run.plan.criteria_of(*known);
}

bool names(const KindTable& table, std::string_view criterion) {
  return std::any_of(
      table.groups.begin(), table.groups.end(), [&](const ScoreGroup& group) {
        return std::any_of(
            group.items.begin(), group.items.end(),
            [&](const ScoreItem& item) { return item.id.value == criterion; });
      });
}

// A criterion of the set that gets no points, and one that no set has.
void check_criteria(const CheckRun& run, const KindTable& table,
                    const At<std::string>& kind, const CriteriaSet& set) {
  for (const Criterion& criterion : set.criteria) {
    if (!names(table, criterion.id.value)) {
      run.add(code::table_misses_criterion, kind.span,
              msg("the table of `{0}` gives `{1}` no points", kind.value,
                  criterion.id.value),
              msg("add a line for it, so that every criterion counts"),
              criterion.source);
    }
  }
  for (const ScoreGroup& group : table.groups) {
    for (const ScoreItem& item : group.items) {
      if (item.rule && std::holds_alternative<JudgedRule>(*item.rule)) {
        expect_known(run, code::unknown_criterion, item.id,
                     ids_of(set.criteria),
                     N_("the set of this kind has no criterion `{0}`"));
      }
    }
  }
}

template <class List>
Exact sum_of(const List& list) {
  Exact sum;
  for (const auto& item : list) {
    if constexpr (requires { *item.max; }) {
      sum += item.max.value_or(Exact{});
    } else {
      sum += item.max;
    }
  }
  return sum;
}

void expect_sum(const CheckRun& run, const Exact& sum, const Exact& total,
                std::string_view of, Span where) {
  if (sum != total) {
    run.add(code::points_do_not_add_up, where,
            msg("the maxima of `{0}` add up to {1}, the total is {2}", of, sum,
                total),
            msg("correct the maxima or the total"));
  }
}

void check_sums(const CheckRun& run, const KindTable& table) {
  if (table.grouped && !table.is_base) {
    expect_sum(run, sum_of(table.groups), table.total, table.id.value,
               table.span);
  }
  for (const ScoreGroup& group : table.groups) {
    if (table.grouped || !table.is_base) {
      expect_sum(run, sum_of(group.items), group.max,
                 table.grouped ? group.id.value : table.id.value,
                 group.max_span);
    }
    for (const ScoreItem& item : group.items) {
      if (!item.parts.empty() && item.max) {
        expect_sum(run, sum_of(item.parts), *item.max, item.id.value,
                   item.max_span);
      }
    }
  }
}

void check_kind_table(const CheckRun& run, const KindTable& table) {
  const auto kinds = ids_of(run.plan.sheet.kinds);
  for (const At<std::string>& kind : table.kinds) {
    expect_known(run, code::unknown_kind, kind, kinds,
                 N_("the plan declares no kind of unit `{0}`"));
    const CriteriaSet* set = set_of(run, kind);
    if (set != nullptr && !table.groups.empty()) {
      check_criteria(run, table, kind, *set);
    }
  }
  check_sums(run, table);
  for (const ScoreGroup& group : table.groups) {
    expect_unique(run, group.items);
  }
}

}  // namespace

void check_score_tables(const CheckRun& run) {
  for (const ScoreTable& table : run.plan.score_tables) {
    for (const At<Period>& period : table.periods) {
      expect_in_period(run, period.value, period.span);
    }
    check_shares(run, table);
    check_overlap(run, table);
    for (const KindTable& kind : table.tables) {
      check_kind_table(run, kind);
    }
  }
}

}  // namespace thidua
