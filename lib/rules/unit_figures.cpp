#include "rules/unit_figures.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rules/durations.hpp"
#include "rules/judging.hpp"
#include "rules/successions.hpp"

namespace thidua {
namespace {

std::optional<Period> base_of(const Measure& rule, const Period& period) {
  if (!rule.of.change) {
    return std::nullopt;
  }
  const auto* fixed = std::get_if<Period>(&rule.of.change->since);
  return fixed != nullptr ? *fixed : a_year_before(period);
}

// A rule of the score table that measures takes the place of the set's.
void take_rule(const CriterionScore* scored, UnitFigureTable& table) {
  const PointRule* rule =
      scored == nullptr || scored->item == nullptr || !scored->item->rule
          ? nullptr
          : &*scored->item->rule;
  if (rule == nullptr) {
    return;
  }
  if (const auto* change = std::get_if<ChangeRule>(rule)) {
    table.measure = &change->measure;
    table.duration = nullptr;
  } else if (const auto* since = std::get_if<DurationRule>(rule)) {
    table.measure = nullptr;
    table.duration = &since->duration;
  }
}

void take_samples(const Plan& plan, const UnitFigureTable& table,
                  const Subject& subject, UnitFigures& row) {
  row.now = sample(plan, subject, *table.indicator, table.period);
  row.entry = entry_behind(plan, *row.unit, table.period, row.now);
  if (table.base) {
    row.before = sample(plan, subject, *table.indicator, *table.base,
                        row.entry == nullptr
                            ? std::string_view{}
                            : std::string_view(row.entry->poverty_standard));
  }
  row.measured = measure(plan, subject, *table.measure, table.period);
}

UnitFigures row_of(const Plan& plan, const UnitFigureTable& table,
                   const Unit& unit, const CriterionScore* scored, Date today) {
  UnitFigures row;
  row.unit = &unit;
  if (table.duration != nullptr) {
    row.measured = measure(*table.duration, unit, table.period);
  } else {
    take_samples(plan, table, {today, &unit, nullptr, table.period}, row);
  }
  const Judgement judgement =
      scored != nullptr
          ? scored->judgement
          : judge(plan, unit, *table.criterion, table.period, today);
  row.verdict = judgement.verdict;
  row.reason = judgement.reason;
  row.measured.caveats |= judgement.caveats;
  row.measured.caveats |= caveats_of(plan, unit);
  return row;
}

}  // namespace

// The record that a sample of one unit was taken from.
const FigureEntry* entry_behind(const Plan& plan, const Unit& unit,
                                const Period& period, const Sample& sample) {
  const Figures* figures = plan.figures_of(unit.id, period);
  if (figures == nullptr) {
    return nullptr;
  }
  for (const Step& step : sample.steps) {
    for (const FigureEntry& entry : figures->entries) {
      if (step.where.known() && entry.span == step.where) {
        return &entry;
      }
    }
  }
  return nullptr;
}

std::vector<const Unit*> units_of(const Plan& plan, const UnitKind& kind,
                                  const Period& year) {
  std::vector<const Unit*> units;
  for (const Unit& unit : plan.units) {
    if (unit.kind_in(year) == kind.id.value &&
        takes_part_to_end(plan, unit, year)) {
      units.push_back(&unit);
    }
  }
  return units;
}

std::optional<UnitFigureTable> unit_figures(
    const Plan& plan, const UnitKind& kind, const Criterion& criterion,
    const Period& year, const ScoredUnits& scored, Date today) {
  UnitFigureTable table;
  table.kind = &kind;
  table.criterion = &criterion;
  table.period = year;
  table.measure = criterion.measure ? &*criterion.measure : nullptr;
  table.duration = criterion.duration ? &*criterion.duration : nullptr;
  const std::vector<const Unit*> units = units_of(plan, kind, year);
  for (const Unit* unit : units) {
    take_rule(scored.of(*unit, criterion), table);
  }
  if (table.measure != nullptr) {
    table.indicator = plan.indicator(table.measure->of.indicator.value);
    table.base = base_of(*table.measure, year);
    if (table.indicator == nullptr) {
      return std::nullopt;
    }
  }
  for (const Unit* unit : units) {
    table.rows.push_back(
        row_of(plan, table, *unit, scored.of(*unit, criterion), today));
  }
  std::stable_sort(table.rows.begin(), table.rows.end(),
                   [](const UnitFigures& a, const UnitFigures& b) {
                     return compare_vietnamese(a.unit->name.value,
                                               b.unit->name.value) < 0;
                   });
  return table;
}

}  // namespace thidua
