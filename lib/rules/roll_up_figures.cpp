// Figures of the plans below, added up.
//
// For every figure and indicator of this plan, every period and every poverty
// standard: the units that have a count with all the figures it needs.  So a
// rate is never that of poor households of some units over all households of
// others.
#include <algorithm>
#include <set>

#include "rules/roll_up_parts.hpp"
#include "rules/successions.hpp"

namespace thidua::rolling {
namespace {

bool takes_part(const ChildSummary& child, const Unit& unit,
                const Period& period) {
  return unit.enrolled_within(period.first(), period.last()) &&
         ended_by(child.successions, unit.id, period.last()) == nullptr;
}

// The count that stands for its period by just this standard; empty: by none.
const FigureEntry* entry_by(const Figures& record, const Formula& formula,
                            const std::string& standard, Date today) {
  const FigureEntry* entry = best_entry(record, today, formula, standard);
  return entry != nullptr && entry->poverty_standard == standard ? entry
                                                                 : nullptr;
}

std::size_t index_in(const FigureEntry& entry, const std::string& figure) {
  std::size_t i = 0;
  while (entry.values[i].figure.value != figure) {
    ++i;
  }
  return i;
}

Exact sum_in(const FigureEntry& entry, const std::vector<std::string>& ids) {
  Exact sum;
  for (const std::string& id : ids) {
    sum += entry.values[index_in(entry, id)].value.value;
  }
  return sum;
}

struct Fraction {
  Exact above;
  Exact below;
};

// Nothing where it divides by 0.
std::optional<Exact> value_of(const Indicator& indicator,
                              const Fraction& fraction) {
  if (indicator.formula.below.empty()) {
    return fraction.above;
  }
  if (fraction.below.is_zero()) {
    return std::nullopt;
  }
  const Exact scale{indicator.unit == MeasureUnit::percent ? 100 : 1};
  return fraction.above * scale / fraction.below;
}

// The records of one period, row by row.
struct Shelf {
  Period period;
  std::vector<std::vector<const ChildFigures*>> by_row;
  std::vector<std::size_t> expected;  // how many units there should be, by row
};

class Adder {
 public:
  Adder(const std::vector<ChildRow>& rows, const std::vector<Period>& periods,
        const Period& taking_part, Date today)
      : rows_(rows), taking_part_(taking_part), today_(today) {
    for (const Period& period : periods) {
      shelves_.push_back(shelf_of(period));
    }
  }

  // One line for each standard that somebody counted by.
  void add(const Indicator& counted, const FigureKind* figure,
           const Indicator* indicator, std::vector<ChildSumLine>& lines) const {
    for (const std::string& standard : standards_of(counted.formula)) {
      ChildSumLine& line = lines.emplace_back();
      line.figure = figure;
      line.indicator = indicator;
      line.standard = standard;
      for (const Shelf& shelf : shelves_) {
        line.sums.push_back(sum(counted, standard, shelf, figure != nullptr));
      }
    }
  }

  // What the rows have, whether the plan knows it or not.
  [[nodiscard]] std::set<std::string> figures() const {
    std::set<std::string> ids;
    each_record([&](const ChildFigures& figures) {
      for (const FigureEntry& entry : figures.record.entries) {
        for (const FigureValue& value : entry.values) {
          ids.insert(value.figure.value);
        }
      }
    });
    return ids;
  }

 private:
  [[nodiscard]] Shelf shelf_of(const Period& period) const {
    Shelf shelf{period, {}, {}};
    for (const ChildRow& row : rows_) {
      shelf.expected.push_back(expected_of(row, period));
      auto& records = shelf.by_row.emplace_back();
      if (row.left_out) {
        continue;
      }
      for (const ChildFigures& figures : row.summary->figures) {
        if (*figures.record.period == period &&
            takes_part(*row.summary, row.summary->units[figures.unit],
                       members_in(row, period))) {
          records.push_back(&figures);
        }
      }
    }
    return shelf;
  }

  // The same units in every period; where they were merged, those of its end.
  [[nodiscard]] const Period& members_in(const ChildRow& row,
                                         const Period& period) const {
    return row.summary->successions.empty() ? taking_part_ : period;
  }

  [[nodiscard]] std::size_t expected_of(const ChildRow& row,
                                        const Period& period) const {
    if (row.left_out) {
      return 0;
    }
    const auto& units = row.summary->units;
    return static_cast<std::size_t>(
        std::count_if(units.begin(), units.end(), [&](const Unit& unit) {
          return takes_part(*row.summary, unit, members_in(row, period));
        }));
  }

  template <class Visit>
  void each_record(const Visit& visit) const {
    for (const Shelf& shelf : shelves_) {
      for (const auto& records : shelf.by_row) {
        for (const ChildFigures* figures : records) {
          visit(*figures);
        }
      }
    }
  }

  [[nodiscard]] std::set<std::string> standards_of(
      const Formula& formula) const {
    std::set<std::string> standards;
    each_record([&](const ChildFigures& figures) {
      for (const FigureEntry& entry : figures.record.entries) {
        if (!standards.contains(entry.poverty_standard) &&
            entry_by(figures.record, formula, entry.poverty_standard, today_) !=
                nullptr) {
          standards.insert(entry.poverty_standard);
        }
      }
    });
    return standards;
  }

  [[nodiscard]] ChildSum sum(const Indicator& counted,
                             const std::string& standard, const Shelf& shelf,
                             bool with_leaves) const {
    ChildSum sum;
    sum.period = shelf.period;
    Fraction total;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      sum.of += shelf.expected[row];
      Fraction part;
      ChildShare share{row, {}, 0, shelf.expected[row], {}};
      for (const ChildFigures* figures : shelf.by_row[row]) {
        if (const FigureEntry* entry =
                entry_by(figures->record, counted.formula, standard, today_)) {
          part.above += sum_in(*entry, counted.formula.above);
          part.below += sum_in(*entry, counted.formula.below);
          sum.status = std::min(sum.status, entry->status);
          ++share.units;
          if (with_leaves) {
            share.leaves.push_back(
                leaf(*figures, *entry, counted.formula.above.front()));
          }
        }
      }
      if (share.units > 0) {
        total.above += part.above;
        total.below += part.below;
        sum.units += share.units;
        share.value = value_of(counted, part);
        sum.shares.push_back(std::move(share));
      }
    }
    if (sum.units > 0) {
      sum.value = value_of(counted, total);
    }
    return sum;
  }

  static ChildLeaf leaf(const ChildFigures& figures, const FigureEntry& entry,
                        const std::string& figure) {
    const std::size_t at = index_in(entry, figure);
    const auto which =
        static_cast<std::size_t>(&entry - figures.record.entries.data());
    return {&figures, figures.lines[which][at], &entry.values[at].value.value};
  }

  const std::vector<ChildRow>& rows_;
  Period taking_part_;
  Date today_;
  std::vector<Shelf> shelves_;
};

// The years covered, the one before them, and what targets count from.
std::vector<Period> periods_to_add(const Plan& plan, const UnitKind& kind,
                                   const std::vector<Period>& years) {
  std::set<Period> periods(years.begin(), years.end());
  periods.insert(years.front().previous());
  for (const Target& target : plan.sheet.targets) {
    const auto& change = target.measure.of.change;
    const auto* base = change ? std::get_if<Period>(&change->since) : nullptr;
    if (base != nullptr && target.sum_over_children &&
        target.sum_over_children->value == kind.id.value &&
        *base < years.back()) {
      periods.insert(*base);
    }
  }
  return {periods.begin(), periods.end()};
}

// A base nobody counted anything in is no column.
void drop_empty_bases(const std::vector<Period>& years, ChildrenOfKind& below) {
  for (std::size_t i = below.periods.size(); i-- > 0;) {
    const bool wanted = std::find(years.begin(), years.end(),
                                  below.periods[i]) != years.end() ||
                        std::any_of(below.lines.begin(), below.lines.end(),
                                    [&](const ChildSumLine& line) {
                                      return line.sums[i].units > 0;
                                    });
    if (wanted) {
      continue;
    }
    const auto at = static_cast<std::ptrdiff_t>(i);
    below.periods.erase(below.periods.begin() + at);
    for (ChildSumLine& line : below.lines) {
      line.sums.erase(line.sums.begin() + at);
    }
  }
}

}  // namespace

void add_figures(const Plan& plan, const std::vector<Period>& years, Date today,
                 ChildrenOfKind& below) {
  below.periods = periods_to_add(plan, *below.kind, years);
  const Adder adder(below.rows, below.periods, years.back(), today);
  for (const FigureKind& figure : plan.sheet.figures) {
    adder.add(plain_sum(figure), &figure, nullptr, below.lines);
  }
  for (const Indicator& indicator : plan.sheet.indicators) {
    adder.add(indicator, nullptr, &indicator, below.lines);
  }
  for (const std::string& id : adder.figures()) {
    if (plan.figure_kind(id) == nullptr) {
      below.unknown_figures.push_back(id);
    }
  }
  drop_empty_bases(years, below);
}

namespace {

// The units below as units of one plan, so that a target is measured over them
// just as over the units of any plan.
Plan as_one_plan(const Plan& plan, const ChildrenOfKind& below) {
  Plan one;
  one.sheet.kinds = {*below.kind};
  one.sheet.indicators = plan.sheet.indicators;
  for (std::size_t row = 0; row < below.rows.size(); ++row) {
    if (below.rows[row].left_out) {
      continue;
    }
    const ChildSummary& summary = *below.rows[row].summary;
    const auto id_of = [&](std::string_view id) {
      return fmt::format("{:06}/{}", row, id);
    };
    for (const Unit& unit : summary.units) {
      one.units.push_back(unit);
      one.units.back().id = id_of(unit.id);
      one.units.back().kind.value = below.kind->id.value;
    }
    for (Succession event : summary.successions) {
      for (auto* ids : {&event.from, &event.to}) {
        for (At<std::string>& id : *ids) {
          id = {id_of(id.value), {}};
        }
      }
      one.successions.push_back(std::move(event));
    }
    for (const ChildFigures& figures : summary.figures) {
      one.figures.push_back(figures.record);
      one.figures.back().unit.value = id_of(summary.units[figures.unit].id);
      one.figures.back().illustrative = figures.illustrative;
    }
  }
  return one;
}

}  // namespace

TargetResult judge(const Plan& plan, const Target& target, const Period& year,
                   Date today, const ChildrenOfKind* below) {
  TargetResult result{&target, year, {}};
  if (below == nullptr) {
    result.measurement.reason =
        msg("`children` in plan.yaml names no folder of this kind");
    return result;
  }
  const std::size_t missing =
      below->missing() + below->without_figures().size();
  if (missing > 0) {
    if (const auto* number = std::get_if<Exact>(&target.measure.threshold)) {
      result.measurement.threshold = *number;
    }
    result.measurement.reason =
        msg("the figures of {0} {0:body|bodies} below are missing", missing);
    return result;
  }
  const Plan one = as_one_plan(plan, *below);
  result.measurement =
      measure(one, {today, nullptr, &one.sheet.kinds.front(), year},
              target.measure, year);
  result.measurement.caveats.assumed |=
      target.origin.assumed || below->kind->origin.assumed;
  return result;
}

}  // namespace thidua::rolling
