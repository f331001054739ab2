// Score tables: totals made of those of shorter periods.
#include <algorithm>

#include "rules/check_score_parts.hpp"

namespace thidua {
namespace {

bool is_for_all_kinds(const ScoreTable& file, const KindTable& wanted) {
  return std::all_of(wanted.kinds.begin(), wanted.kinds.end(),
                     [&](const At<std::string>& kind) {
                       return std::any_of(
                           file.tables.begin(), file.tables.end(),
                           [&](const KindTable& table) {
                             return names(table.kinds, kind.value);
                           });
                     });
}

bool has_table(const TableCheck& check, const Period& period) {
  const auto& files = check.run.plan.score_tables;
  return std::any_of(files.begin(), files.end(), [&](const ScoreTable& file) {
    const auto valid = valid_periods(check.run.plan, file);
    return is_for_all_kinds(file, check.table) &&
           std::any_of(valid.begin(), valid.end(), [&](const ValidPeriod& one) {
             return one.period == period;
           });
  });
}

void expect_tables(const TableCheck& check, const ValidPeriod& valid,
                   const std::vector<Period>& parts) {
  std::vector<std::string> missing;
  for (const Period& part : parts) {
    if (!has_table(check, part)) {
      missing.push_back(part.to_string());
    }
  }
  if (!missing.empty()) {
    check.run.add(
        code::period_without_table, valid.span,
        msg("no score table is valid for {0}, so this total stays "
            "open",
            fmt::format("{}", fmt::join(missing, ", "))),
        msg("add these periods to the table that they are scored by"));
  }
}

}  // namespace

void check_shorter_periods(const TableCheck& check) {
  if (!check.table.periods) {
    return;
  }
  const FromPeriods& rule = *check.table.periods;
  for (const ValidPeriod& valid : valid_periods(check.run.plan, check.file)) {
    const auto parts = periods_in(valid.period, rule.each);
    if (parts.empty()) {
      check.run.add(code::rule_without_ground, rule.each_span,
                    msg("no whole period of this length lies in `{0}`",
                        valid.period.to_string()),
                    msg("name a shorter one: year, half-year, quarter, month"));
    } else if (parts.front() == valid.period) {
      check.run.add(code::rule_leads_back, rule.each_span,
                    msg("the total of `{0}` would be made of itself",
                        valid.period.to_string()),
                    msg("name a shorter one: year, half-year, quarter, month"));
    } else {
      expect_tables(check, valid, parts);
    }
  }
}

}  // namespace thidua
