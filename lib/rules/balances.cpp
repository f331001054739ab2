#include "rules/balances.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rules/sampling.hpp"
#include "rules/unit_figures.hpp"

namespace thidua {
namespace {

std::optional<Exact> figure_in(const FigureEntry* entry,
                               std::string_view figure) {
  if (entry != nullptr) {
    for (const FigureValue& value : entry->values) {
      if (value.figure.value == figure) {
        return value.value.value;
      }
    }
  }
  return std::nullopt;
}

std::vector<std::string> movements_of(const Balance& balance) {
  std::vector<std::string> figures;
  for (const auto* side : {&balance.less, &balance.plus}) {
    for (const At<std::string>& figure : *side) {
      figures.push_back(figure.value);
    }
  }
  return figures;
}

// The count that has all of them; where none does, that of the year's end.
const FigureEntry* entry_for(const Figures& figures, const Balance& balance,
                             Date today) {
  Formula all{movements_of(balance), {}, {}};
  all.above.push_back(balance.of.value);
  const FigureEntry* entry = best_entry(figures, today, all);
  return entry != nullptr
             ? entry
             : best_entry(figures, today, {{balance.of.value}, {}, {}});
}

// A sum over what may be missing: with one gap it is no number.
std::optional<Exact> sum_without_gap(
    const std::vector<std::optional<Exact>>& parts) {
  Exact sum;
  for (const std::optional<Exact>& part : parts) {
    if (!part) {
      return std::nullopt;
    }
    sum += *part;
  }
  return sum;
}

void work_out(BalanceRow& row) {
  const auto less = sum_without_gap(row.less);
  const auto plus = sum_without_gap(row.plus);
  if (row.start && less && plus) {
    row.computed = *row.start - *less + *plus;
  }
}

class BalanceOfUnit {
 public:
  BalanceOfUnit(const Plan& plan, const Balance& balance, const Period& year,
                Date today)
      : plan_(plan), balance_(balance), year_(year), today_(today) {}

  BalanceRow row(const Unit& unit, Caveats& caveats) const {
    BalanceRow row;
    row.unit = &unit;
    const Figures* figures = plan_.figures_of(unit.id, year_);
    const FigureEntry* entry =
        figures == nullptr ? nullptr : entry_for(*figures, balance_, today_);
    if (figures != nullptr) {
      caveats.illustrative |= figures->illustrative;
    }
    row.end = figure_in(entry, balance_.of.value);
    take(balance_.less, entry, row.less);
    take(balance_.plus, entry, row.plus);
    take_start(unit, entry, row);
    work_out(row);
    say_what_is_wrong(row);
    return row;
  }

 private:
  static void take(const std::vector<At<std::string>>& figures,
                   const FigureEntry* entry,
                   std::vector<std::optional<Exact>>& values) {
    values.reserve(figures.size());
    for (const At<std::string>& figure : figures) {
      values.push_back(figure_in(entry, figure.value));
    }
  }

  // Of a unit that was formed in the year, the start is that of the units it
  // was formed from, where the two may be compared.
  void take_start(const Unit& unit, const FigureEntry* entry,
                  BalanceRow& row) const {
    const FigureKind* figure = plan_.figure_kind(balance_.of.value);
    if (figure == nullptr) {
      return;
    }
    Sample start =
        sample(plan_, {today_, &unit, nullptr, year_}, plain_sum(*figure),
               year_.previous(),
               entry == nullptr ? std::string_view{}
                                : std::string_view(entry->poverty_standard));
    row.start = start.value;
    row.note = std::move(start.missing);
  }

  void say_what_is_wrong(BalanceRow& row) const {
    if (row.fails()) {
      row.note = msg("counted {0}, but the movements give {1}", *row.end,
                     *row.computed);
    } else if (row.note.empty() && !row.end) {
      row.note = msg("no count at the end of the year");
    } else if (row.note.empty() && !row.computed) {
      row.note = msg("a movement is not recorded");
    }
  }

  const Plan& plan_;
  const Balance& balance_;
  Period year_;
  Date today_;
};

bool has_movement(const BalanceRow& row) {
  const auto known = [](const std::optional<Exact>& each) {
    return each.has_value();
  };
  return std::any_of(row.less.begin(), row.less.end(), known) ||
         std::any_of(row.plus.begin(), row.plus.end(), known);
}

template <class Part>
std::optional<Exact> sum_of_rows(const std::vector<BalanceRow>& rows,
                                 Part part) {
  std::vector<std::optional<Exact>> values;
  values.reserve(rows.size());
  for (const BalanceRow& row : rows) {
    values.push_back(part(row));
  }
  return sum_without_gap(values);
}

BalanceRow total_of(const BalanceTable& table) {
  BalanceRow total;
  const auto& rows = table.rows;
  total.start = sum_of_rows(rows, [](const auto& row) { return row.start; });
  total.end = sum_of_rows(rows, [](const auto& row) { return row.end; });
  for (std::size_t i = 0; i < table.balance->less.size(); ++i) {
    total.less.push_back(
        sum_of_rows(rows, [i](const auto& row) { return row.less[i]; }));
  }
  for (std::size_t i = 0; i < table.balance->plus.size(); ++i) {
    total.plus.push_back(
        sum_of_rows(rows, [i](const auto& row) { return row.plus[i]; }));
  }
  work_out(total);
  if (total.fails()) {
    total.note = msg("counted {0}, but the movements give {1}", *total.end,
                     *total.computed);
  }
  return total;
}

std::optional<BalanceTable> balance_of_kind(const Plan& plan,
                                            const Balance& balance,
                                            const UnitKind& kind,
                                            const Period& year, Date today) {
  BalanceTable table{&balance, &kind, year, {}, {}, {}};
  table.caveats.assumed = balance.origin.assumed;
  std::vector<const Unit*> units = units_of(plan, kind, year);
  std::stable_sort(
      units.begin(), units.end(), [](const Unit* a, const Unit* b) {
        return compare_vietnamese(a->name.value, b->name.value) < 0;
      });
  const BalanceOfUnit of_unit(plan, balance, year, today);
  table.rows.reserve(units.size());
  for (const Unit* unit : units) {
    table.rows.push_back(of_unit.row(*unit, table.caveats));
  }
  if (std::none_of(table.rows.begin(), table.rows.end(), has_movement)) {
    return std::nullopt;
  }
  table.total = total_of(table);
  return table;
}

}  // namespace

std::optional<Exact> BalanceRow::difference() const {
  return computed && end ? std::optional(*end - *computed) : std::nullopt;
}

std::vector<BalanceTable> balances_in(const Plan& plan, const Period& year,
                                      Date today) {
  std::vector<BalanceTable> tables;
  for (const Balance& balance : plan.sheet.balances) {
    for (const UnitKind& kind : plan.sheet.kinds) {
      if (auto table = balance_of_kind(plan, balance, kind, year, today)) {
        tables.push_back(std::move(*table));
      }
    }
  }
  return tables;
}

}  // namespace thidua
