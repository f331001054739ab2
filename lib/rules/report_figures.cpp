#include "rules/report_figures.hpp"

#include <algorithm>
#include <set>

#include "rules/unit_figures.hpp"

namespace thidua {
namespace {

std::vector<const Criterion*> measured_criteria(const Plan& plan,
                                                const UnitKind& kind) {
  std::vector<const Criterion*> measured;
  if (const CriteriaSet* set = plan.criteria_of(kind)) {
    for (const Criterion& criterion : set->criteria) {
      if (criterion.is_measured()) {
        measured.push_back(&criterion);
      }
    }
  }
  return measured;
}

bool is_summed_over(const Target& target, const UnitKind& kind) {
  return target.sum_over && target.sum_over->value == kind.id.value;
}

std::vector<const UnitKind*> reported_kinds(const Plan& plan) {
  std::vector<const UnitKind*> summed;
  std::vector<const UnitKind*> measured;
  for (const UnitKind& kind : plan.sheet.kinds) {
    if (std::any_of(plan.sheet.targets.begin(), plan.sheet.targets.end(),
                    [&](const Target& t) { return is_summed_over(t, kind); })) {
      summed.push_back(&kind);
    }
    if (!measured_criteria(plan, kind).empty()) {
      measured.push_back(&kind);
    }
  }
  return summed.empty() ? measured : summed;
}

// The years covered, the year before them, and what targets count from.
std::vector<Period> periods_to_show(const Plan& plan, const UnitKind& kind,
                                    const std::vector<Period>& years) {
  std::set<Period> shown(years.begin(), years.end());
  shown.insert(years.front().previous());
  for (const Target& target : plan.sheet.targets) {
    const std::optional<Change>& change = target.measure.of.change;
    const auto* base = change ? std::get_if<Period>(&change->since) : nullptr;
    if (base != nullptr && is_summed_over(target, kind) &&
        *base < years.back()) {
      shown.insert(*base);
    }
  }
  return {shown.begin(), shown.end()};
}

class SumBook {
 public:
  // `merged`: units of the kind were merged since the first of the periods.
  SumBook(const Plan& plan, const UnitKind& kind, const Period& year,
          bool merged, Date today)
      : plan_(plan), subject_{today, nullptr, &kind, year}, merged_(merged) {}

  [[nodiscard]] FigureLine line(const Indicator& counted,
                                const std::vector<Period>& periods) const {
    FigureLine line;
    const std::string standard = standard_in_use(counted);
    for (const Period& period : periods) {
      Subject subject = subject_;
      if (merged_ && period < subject.taking_part) {
        subject.taking_part = period;
      }
      line.samples.push_back(
          {period, sample(plan_, subject, counted, period, standard)});
    }
    return line;
  }

 private:
  // Earlier periods count only by the poverty standard of the year itself.
  [[nodiscard]] std::string standard_in_use(const Indicator& counted) const {
    const Period& year = subject_.taking_part;
    for (const Unit* unit : units_of(plan_, *subject_.all_of, year)) {
      const Sample one =
          sample(plan_, {subject_.today, unit, nullptr, year}, counted, year);
      const FigureEntry* entry = entry_behind(plan_, *unit, year, one);
      if (entry != nullptr) {
        return entry->poverty_standard;
      }
    }
    return {};
  }

  const Plan& plan_;
  Subject subject_;
  bool merged_;
};

// The events by which units of the kind ended after the first of the periods.
std::vector<const Succession*> mergers(const Plan& plan, const UnitKind& kind,
                                       const std::vector<Period>& periods) {
  std::vector<const Succession*> events;
  for (const Succession& event : plan.successions) {
    const auto is_of_kind = [&](const At<std::string>& id) {
      const Unit* unit = plan.unit(id.value);
      return unit != nullptr && unit->kind.value == kind.id.value;
    };
    if (event.ends() && periods.front().last() < *event.on &&
        *event.on <= periods.back().last() &&
        std::any_of(event.from.begin(), event.from.end(), is_of_kind)) {
      events.push_back(&event);
    }
  }
  return events;
}

// A base nobody counted anything in is no column.
void drop_empty_bases(FigureSums& sums, const std::vector<Period>& years) {
  for (std::size_t i = sums.periods.size(); i-- > 0;) {
    const bool covered =
        std::find(years.begin(), years.end(), sums.periods[i]) != years.end();
    const bool counted = std::any_of(
        sums.lines.begin(), sums.lines.end(), [&](const FigureLine& line) {
          return line.samples[i].sample.value.has_value();
        });
    if (covered || counted) {
      continue;
    }
    const auto at = static_cast<std::ptrdiff_t>(i);
    sums.periods.erase(sums.periods.begin() + at);
    for (FigureLine& line : sums.lines) {
      line.samples.erase(line.samples.begin() + at);
    }
  }
}

// What somebody recorded of units of the kind in one of the periods.
std::set<std::string_view> recorded_figures(
    const Plan& plan, const UnitKind& kind,
    const std::vector<Period>& periods) {
  std::set<std::string_view> ids;
  for (const Figures& record : plan.figures) {
    const Unit* unit = plan.unit(record.unit.value);
    if (unit == nullptr || unit->kind.value != kind.id.value ||
        std::find(periods.begin(), periods.end(), *record.period) ==
            periods.end()) {
      continue;
    }
    for (const FigureEntry& entry : record.entries) {
      for (const FigureValue& value : entry.values) {
        ids.insert(value.figure.value);
      }
    }
  }
  return ids;
}

// Which lines a table of sums has: all of them where a target wants them.
class LineFilter {
 public:
  LineFilter(const Plan& plan, const UnitKind& kind,
             const std::vector<Period>& periods)
      : wanted_(std::any_of(
            plan.sheet.targets.begin(), plan.sheet.targets.end(),
            [&](const Target& each) { return is_summed_over(each, kind); })) {
    if (!wanted_) {
      recorded_ = recorded_figures(plan, kind, periods);
    }
  }

  [[nodiscard]] bool has(const Formula& formula) const {
    return wanted_ || (has_all(formula.above) && has_all(formula.below));
  }

 private:
  [[nodiscard]] bool has_all(const std::vector<std::string>& ids) const {
    return std::all_of(ids.begin(), ids.end(), [&](const std::string& id) {
      return recorded_.contains(id);
    });
  }

  bool wanted_;
  std::set<std::string_view> recorded_;
};

FigureSums sums_of(const Plan& plan, const UnitKind& kind,
                   const std::vector<Period>& years, Date today) {
  FigureSums sums{&kind, periods_to_show(plan, kind, years), {}, {}};
  sums.severed = mergers(plan, kind, sums.periods);
  const SumBook book(plan, kind, years.back(), !sums.severed.empty(), today);
  std::erase_if(sums.severed, [](const Succession* event) {
    return event->figures_comparable;
  });
  const LineFilter filter(plan, kind, sums.periods);
  for (const FigureKind& figure : plan.sheet.figures) {
    const Indicator sum = plain_sum(figure);
    if (filter.has(sum.formula)) {
      sums.lines.push_back(book.line(sum, sums.periods));
      sums.lines.back().figure = &figure;
    }
  }
  for (const Indicator& indicator : plan.sheet.indicators) {
    if (filter.has(indicator.formula)) {
      sums.lines.push_back(book.line(indicator, sums.periods));
      sums.lines.back().indicator = &indicator;
    }
  }
  drop_empty_bases(sums, years);
  return sums;
}

void collect_caveats(ReportFigures& figures) {
  for (const FigureSums& sums : figures.sums) {
    figures.caveats.assumed |= sums.kind->origin.assumed;
    for (const FigureLine& line : sums.lines) {
      for (const PeriodSample& each : line.samples) {
        figures.caveats |= each.sample.caveats;
      }
    }
  }
  for (const UnitFigureTable& table : figures.by_unit) {
    for (const UnitFigures& row : table.rows) {
      figures.caveats |= row.measured.caveats;
    }
  }
}

bool has_value(const FigureLine& line) {
  return std::any_of(
      line.samples.begin(), line.samples.end(),
      [](const PeriodSample& each) { return each.sample.value.has_value(); });
}

}  // namespace

bool ReportFigures::empty() const {
  const auto summed = [](const FigureSums& all) {
    return std::any_of(all.lines.begin(), all.lines.end(), has_value);
  };
  const auto counted = [](const UnitFigureTable& table) {
    return std::any_of(
        table.rows.begin(), table.rows.end(), [](const UnitFigures& row) {
          return row.now.value.has_value() || row.measured.value.has_value();
        });
  };
  return std::none_of(sums.begin(), sums.end(), summed) &&
         std::none_of(by_unit.begin(), by_unit.end(), counted);
}

ReportFigures report_figures(const Plan& plan, const std::vector<Period>& years,
                             const std::vector<Ranking>& scored, Date today) {
  ReportFigures figures;
  const ScoredUnits units(scored);
  for (const UnitKind* kind : reported_kinds(plan)) {
    FigureSums sums = sums_of(plan, *kind, years, today);
    if (!sums.lines.empty()) {
      figures.sums.push_back(std::move(sums));
    }
    for (const Criterion* criterion : measured_criteria(plan, *kind)) {
      if (auto table = unit_figures(plan, *kind, *criterion, years.back(),
                                    units, today)) {
        figures.by_unit.push_back(std::move(*table));
      }
    }
  }
  collect_caveats(figures);
  return figures;
}

}  // namespace thidua
