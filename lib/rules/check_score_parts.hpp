// The checks of one table of a score table, by what they look at, and what they
// share.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rules/references.hpp"

namespace thidua {

struct TableCheck {
  const CheckRun& run;
  const ScoreTable& file;
  const KindTable& table;
};

// Sums, maxima and weights, ids, and the criteria of the set.
void check_score_structure(const TableCheck& check);
// Each rule, what it takes its numbers from and when it applies.
void check_score_rules(const TableCheck& check);
// Bonus and deductions.
void check_adjustments(const TableCheck& check);
// Classes with their gates.
void check_classes(const TableCheck& check);
// Ranking and quotas.
void check_ranking(const TableCheck& check);
// Totals made of shorter periods.
void check_shorter_periods(const TableCheck& check);

// Criteria and their parts, in the order of the file.
[[nodiscard]] std::vector<const ScoreItem*> items_of(const KindTable& table);
// The criteria sets of its kinds, each once.
[[nodiscard]] std::vector<const CriteriaSet*> sets_of(const Plan& plan,
                                                      const KindTable& table);
// Is a kind unknown, or its set not there?  Then nobody knows its criteria.
[[nodiscard]] bool lacks_set(const Plan& plan, const KindTable& table);
// The criterion of those sets that an item is, or null.
[[nodiscard]] const Criterion* criterion_of(const Plan& plan,
                                            const KindTable& table,
                                            std::string_view id);
// What gates and ties may name: items, their parts, and what the sets have
// beside them.
[[nodiscard]] Ids criteria_ids(const Plan& plan, const KindTable& table);
[[nodiscard]] Ids group_ids(const KindTable& table);
// Deductions, bonus items, minus kinds.
[[nodiscard]] Ids event_ids(const KindTable& table);
// The periods that a table is valid for, those of its occasions included.
struct ValidPeriod {
  Period period;
  Span span{};
};
[[nodiscard]] std::vector<ValidPeriod> valid_periods(const Plan& plan,
                                                     const ScoreTable& table);

// An id that must be one of `known` parts of the table.
void expect_part(const CheckRun& run, const At<std::string>& id,
                 const Ids& known, const char* what);
void expect_criterion(const TableCheck& check, const At<std::string>& id,
                      const Ids& known);
// Where years are counted from an attribute: it holds a day, if it is there.
void expect_dates(const TableCheck& check, const Amount& amount);
void expect_stage(const CheckRun& run, const Counting& counting);
void check_condition(const TableCheck& check,
                     const std::optional<Condition>& condition);

enum class Numbers { any, whole };
enum class Gaps { reported, allowed };
// Bands that overlap, or leave numbers between them out.
void check_bands(const CheckRun& run, std::vector<const Band*> bands, Gaps gaps,
                 Numbers numbers);
// Does `outer` hold whatever `inner` holds?
[[nodiscard]] bool holds_all(const Band& outer, const Band& inner);

// The most bonus that a unit can get; nothing: there is no limit.
[[nodiscard]] std::optional<Exact> highest_bonus(const KindTable& table);
// The most points that a unit can have in the end; nothing: there is no limit,
// or it is not known here.
[[nodiscard]] std::optional<Exact> highest_total(const KindTable& table);

}  // namespace thidua
