// score-tables/: what cannot be scored by, and what contradicts itself.
#include <algorithm>
#include <unordered_map>

#include "rules/check_score_parts.hpp"
#include "rules/timeline.hpp"

namespace thidua {
namespace {

bool is_graded(const Plan& plan, const KindTable& table,
               const ScoreItem& item) {
  if (!item.rule || std::holds_alternative<GradeRule>(*item.rule)) {
    return item.rule.has_value();
  }
  const Criterion* criterion = std::holds_alternative<JudgedRule>(*item.rule)
                                   ? criterion_of(plan, table, item.id.value)
                                   : nullptr;
  return criterion != nullptr && criterion->judged == Judged::graded;
}

// Of a set that is not there nobody knows how it judges.
bool has_graded_set(const Plan& plan, const KindTable& table) {
  const auto sets = sets_of(plan, table);
  return std::any_of(sets.begin(), sets.end(), [](const CriteriaSet* set) {
    return std::any_of(
        set->criteria.begin(), set->criteria.end(),
        [](const Criterion& one) { return one.judged == Judged::graded; });
  });
}

bool uses_grades(const Plan& plan, const ScoreTable& file) {
  return std::any_of(
      file.tables.begin(), file.tables.end(), [&](const KindTable& table) {
        const auto items = items_of(table);
        return (table.equal && has_graded_set(plan, table)) ||
               std::any_of(items.begin(), items.end(),
                           [&](const ScoreItem* item) {
                             return is_graded(plan, table, *item);
                           });
      });
}

void check_shares(const CheckRun& run, const ScoreTable& table) {
  if (!run.plan.sheet.grades) {
    return;
  }
  const std::vector<Grade>& grades = run.plan.sheet.grades->levels;
  for (const GradeShare& share : table.grades) {
    expect_known(run, code::unknown_grade, share.grade, ids_of(grades),
                 N_("the plan's scale has no grade `{0}`"));
  }
  if (!uses_grades(run.plan, table)) {
    return;
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

const ScoreTable* find_table(const Plan& plan, std::string_view id) {
  const auto at =
      std::find_if(plan.score_tables.begin(), plan.score_tables.end(),
                   [&](const ScoreTable& table) { return table.id == id; });
  return at == plan.score_tables.end() ? nullptr : &*at;
}

const ScoreTable* replaced_by(const Plan& plan, const ScoreTable& table) {
  return table.replaces ? find_table(plan, table.replaces->value) : nullptr;
}

// Does the one take the place of the other, or of one that does?
bool replaces(const Plan& plan, const ScoreTable& table,
              const ScoreTable& other) {
  const ScoreTable* old = replaced_by(plan, table);
  for (std::size_t i = 0; old != nullptr && i < plan.score_tables.size(); ++i) {
    if (old == &other) {
      return true;
    }
    old = replaced_by(plan, *old);
  }
  return false;
}

void check_overlap(const CheckRun& run, const ScoreTable& table) {
  for (const ScoreTable& earlier : run.plan.score_tables) {
    if (&earlier == &table) {
      return;
    }
    if (replaces(run.plan, table, earlier) ||
        replaces(run.plan, earlier, table)) {
      continue;
    }
    const auto others = valid_periods(run.plan, earlier);
    for (const ValidPeriod& valid : valid_periods(run.plan, table)) {
      const bool both = std::any_of(others.begin(), others.end(),
                                    [&](const ValidPeriod& other) {
                                      return other.period == valid.period;
                                    });
      if (both) {
        run.add(code::two_tables_for_period, valid.span,
                msg("`{0}` already has the score table `{1}`",
                    valid.period.to_string(), earlier.id),
                msg("leave each period to one table, or say with `replaces` "
                    "that the new one takes the place of the old"));
      }
    }
  }
}

void check_replaced(const CheckRun& run, const ScoreTable& table) {
  if (!table.replaces) {
    return;
  }
  const At<std::string>& old = *table.replaces;
  if (!has_file(run.plan, fmt::format("score-tables/{}.yaml", old.value))) {
    expect_known(run, code::unknown_score_table, old,
                 ids_of(run.plan.score_tables),
                 N_("there is no score table `{0}`"));
  }
  if (replaces(run.plan, table, table)) {
    run.add(
        code::rule_leads_back, old.span,
        msg("the score table `{0}` would take the place of itself", table.id),
        msg("name the older table, or take `replaces` out"));
  } else if (!table.in_force_from) {
    run.add(code::replaced_without_day, old.span,
            msg("it is not said from which day the score table `{0}` is no "
                "longer in force",
                old.value),
            msg("add `from` under `valid`: the day from which this table "
                "holds"));
  }
}

void check_validity(const CheckRun& run, const ScoreTable& table) {
  for (const At<Period>& period : table.periods) {
    expect_in_period(run, period.value, period.span);
  }
  for (const At<std::string>& key : table.occasions) {
    const auto date = find_occasion(run.plan, key.value);
    if (!key.value.empty() && (!date || date->key() != key.value)) {
      run.add(code::unknown_occasion, key.span,
              msg("the plan declares no occasion `{0}`", key.value),
              occasion_suggestion(run.plan, key.value));
    }
  }
  check_overlap(run, table);
  check_replaced(run, table);
}

// A kind has one table in a file.
void check_kinds(const CheckRun& run, const ScoreTable& file) {
  const auto known = ids_of(run.plan.sheet.kinds);
  std::unordered_map<std::string_view, Span> first;
  for (const KindTable& table : file.tables) {
    for (const At<std::string>& kind : table.kinds) {
      expect_known(run, code::unknown_kind, kind, known,
                   N_("the plan declares no kind of unit `{0}`"));
      const auto [at, is_new] = first.emplace(kind.value, kind.span);
      if (!is_new) {
        run.add(code::kind_in_two_tables, kind.span,
                msg("units of the kind `{0}` already have a table at {1}",
                    kind.value, place_in_words(run.plan, at->second)),
                msg("take the kind out of one of the two"));
      }
    }
  }
}

}  // namespace

void check_score_tables(const CheckRun& run) {
  for (const ScoreTable& file : run.plan.score_tables) {
    check_validity(run, file);
    check_shares(run, file);
    check_kinds(run, file);
    for (const KindTable& table : file.tables) {
      const TableCheck check{run, file, table};
      check_score_structure(check);
      check_score_rules(check);
      check_adjustments(check);
      check_classes(check);
      check_ranking(check);
      check_shorter_periods(check);
    }
  }
}

}  // namespace thidua
