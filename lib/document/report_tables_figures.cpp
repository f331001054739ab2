// Figures added up, unit by unit, and targets.
#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "document/table_parts.hpp"
#include "render/measures.hpp"
#include "render/successions.hpp"
#include "rules/unit_figures.hpp"

namespace thidua::document {
namespace {

constexpr int most_depth = 8;  // of a figure that is a part of itself

// How many figures it is a part of, one within the other.
int figure_depth(const Plan& plan, const FigureKind& figure) {
  int depth = 0;
  const FigureKind* each = &figure;
  while (each != nullptr && each->part_of && depth < most_depth) {
    each = plan.figure_kind(each->part_of->value);
    depth += each == nullptr ? 0 : 1;
  }
  return depth;
}

// Each figure with its parts behind it, as far as they have a line; then the
// indicators.
class LinesInOrder {
 public:
  LinesInOrder(const Plan& plan, const FigureSums& sums) : sums_(sums) {
    for (const FigureLine& line : sums.lines) {
      if (line.figure != nullptr && whole_of(*line.figure) == nullptr) {
        add(line);
      }
    }
    for (const FigureLine& line : sums.lines) {
      if (std::find(lines_.begin(), lines_.end(), &line) == lines_.end()) {
        lines_.push_back(&line);
      }
    }
    depths_.reserve(lines_.size());
    for (const FigureLine* line : lines_) {
      depths_.push_back(
          line->figure == nullptr ? 0 : figure_depth(plan, *line->figure));
    }
  }

  [[nodiscard]] std::size_t size() const { return lines_.size(); }
  [[nodiscard]] const FigureLine& line(std::size_t i) const {
    return *lines_[i];
  }
  [[nodiscard]] int depth(std::size_t i) const { return depths_[i]; }

 private:
  [[nodiscard]] const FigureLine* whole_of(const FigureKind& figure) const {
    const auto at = std::find_if(
        sums_.lines.begin(), sums_.lines.end(), [&](const FigureLine& each) {
          return figure.part_of && each.figure != nullptr &&
                 each.figure->id.value == figure.part_of->value;
        });
    return at == sums_.lines.end() ? nullptr : &*at;
  }

  void add(const FigureLine& line) {
    lines_.push_back(&line);
    for (const FigureLine& each : sums_.lines) {
      if (each.figure != nullptr && whole_of(*each.figure) == &line &&
          std::find(lines_.begin(), lines_.end(), &each) == lines_.end()) {
        add(each);
      }
    }
  }

  const FigureSums& sums_;
  std::vector<const FigureLine*> lines_;
  std::vector<int> depths_;
};

bool is_percent(const FigureLine& line) {
  return line.indicator != nullptr &&
         line.indicator->unit == MeasureUnit::percent;
}

std::string line_title(const FigureLine& line) {
  return is_percent(line) ? line.name() + " (%)" : line.name();
}

// Which periods have figures that are not official yet.
void add_status_notes(const FigureSums& sums, const ReportView& view,
                      DataTable& table) {
  for (std::size_t i = 0; i < sums.periods.size(); ++i) {
    std::map<FigureStatus, std::string> weak;
    for (const FigureLine& line : sums.lines) {
      const Sample& sample = line.samples[i].sample;
      if (sample.value && sample.status != FigureStatus::official) {
        render::append(weak[sample.status], line.name(), ", ");
      }
    }
    for (const auto& [status, names] : weak) {
      table.notes.push_back(
          view.say(msg("{0}, {1}: {2}", sums.periods[i].to_string(),
                       Word{word(status)}, names)));
    }
  }
}

// One note for all figures that are missing for the same reason.
void add_missing_notes(const FigureSums& sums, const ReportView& view,
                       DataTable& table) {
  std::vector<std::pair<std::string, std::string>> missing;
  for (std::size_t i = 0; i < sums.periods.size(); ++i) {
    for (const FigureLine& line : sums.lines) {
      const Sample& sample = line.samples[i].sample;
      if (sample.value) {
        continue;
      }
      const std::string reason = view.say(sample.missing);
      const auto at =
          std::find_if(missing.begin(), missing.end(),
                       [&](const auto& each) { return each.first == reason; });
      if (at == missing.end()) {
        missing.emplace_back(reason, line.name());
      } else {
        render::append(at->second, line.name(), ", ");
      }
    }
  }
  for (const auto& [reason, names] : missing) {
    table.notes.push_back(fmt::format("{}: {}", reason, names));
  }
}

void add_severed_notes(const FigureSums& sums, const ReportView& view,
                       DataTable& table) {
  for (const Succession* event : sums.severed) {
    table.notes.push_back(view.say(
        msg("figures before {0} may not be compared with those after: {1}",
            *event->on,
            render::passing_text(view.plan(), *event, view.language()))));
  }
}

DataTable sums_table(const FigureSums& sums, const ReportView& view) {
  DataTable table{table_id({"figures", sums.kind->id.value}),
                  view.say(msg("Added up: {0}", sums.kind->name)),
                  {view.words.text(N_("Figure"))},
                  {},
                  {}};
  for (const Period& period : sums.periods) {
    table.columns.push_back({period.to_string(), true, false});
  }
  const LinesInOrder lines(view.plan(), sums);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Row row{{text_cell(line_title(lines.line(i)))}, lines.depth(i), false};
    for (const PeriodSample& each : lines.line(i).samples) {
      row.cells.push_back(number_cell(each.sample.value));
    }
    table.rows.push_back(std::move(row));
  }
  add_status_notes(sums, view, table);
  add_missing_notes(sums, view, table);
  add_severed_notes(sums, view, table);
  return table;
}

// Every figure of every unit in the last year, above the sums of the report.
DataTable units_table(const FigureSums& sums, const ReportView& view) {
  const Period& year = view.report.scope.years.back();
  DataTable table{table_id({"figures", sums.kind->id.value, year.to_string()}),
                  view.say(msg("Figures unit by unit {0}: {1}",
                               year.to_string(), sums.kind->name)),
                  {view.words.text(N_("Unit"))},
                  {},
                  {}};
  const auto last = std::find(sums.periods.begin(), sums.periods.end(), year) -
                    sums.periods.begin();
  const LinesInOrder lines(view.plan(), sums);
  Row total{{text_cell(view.say("Altogether"))}, 0, true};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const FigureLine& line = lines.line(i);
    table.columns.push_back({line.name(), true, is_percent(line)});
    total.cells.push_back(number_cell(
        line.samples.at(static_cast<std::size_t>(last)).sample.value));
  }
  std::vector<const Unit*> units = units_of(view.plan(), *sums.kind, year);
  std::stable_sort(
      units.begin(), units.end(), [](const auto* a, const auto* b) {
        return compare_vietnamese(a->name.value, b->name.value) < 0;
      });
  for (const Unit* unit : units) {
    Row row{{text_cell(unit->name_on(year.last()))}, 0, false};
    bool recorded = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const FigureLine& line = lines.line(i);
      const Indicator counted =
          line.figure != nullptr ? plain_sum(*line.figure) : *line.indicator;
      const Sample one =
          sample(view.plan(), {view.report.scope.as_of, unit, nullptr, year},
                 counted, year);
      recorded = recorded || one.value.has_value();
      row.cells.push_back(number_cell(one.value));
    }
    if (!recorded) {
      table.notes.push_back(view.say(msg("no figures of {0} for `{1}`",
                                         year.to_string(), unit->name.value)));
    }
    table.rows.push_back(std::move(row));
  }
  if (!table.rows.empty()) {
    table.rows.push_back(std::move(total));
  }
  return table;
}

std::optional<Exact> counted_value(const FigureEntry* entry,
                                   const std::string& figure) {
  if (entry != nullptr) {
    for (const FigureValue& value : entry->values) {
      if (value.figure.value == figure) {
        return value.value.value;
      }
    }
  }
  return std::nullopt;
}

// What is divided by comes first.
std::vector<std::string> formula_figures(const UnitFigureTable& table) {
  if (table.indicator == nullptr) {
    return {};
  }
  std::vector<std::string> figures = table.indicator->formula.below;
  figures.insert(figures.end(), table.indicator->formula.above.begin(),
                 table.indicator->formula.above.end());
  return figures;
}

void add_measured_columns(const UnitFigureTable& measured,
                          const ReportView& view, DataTable& table) {
  if (measured.duration != nullptr) {
    table.columns.push_back(
        {view.say(msg("years since `{0}`",
                      measured.duration->since.attribute.value)),
         true, false});
    return;
  }
  const bool percent = measured.indicator->unit == MeasureUnit::percent;
  for (const std::string& figure : formula_figures(measured)) {
    const FigureKind* kind = view.plan().figure_kind(figure);
    table.columns.push_back(
        {kind == nullptr ? figure : kind->name, true, false});
  }
  if (measured.base) {
    table.columns.push_back({measured.base->to_string(), true, percent});
  }
  table.columns.push_back({measured.period.to_string(), true, percent});
  if (measured.base) {
    table.columns.push_back(view.words.number(
        measured.measure->of.change->direction == Direction::increase
            ? N_("Increase")
            : N_("Reduction")));
  }
}

Row measured_row(const UnitFigureTable& measured, const UnitFigures& unit,
                 const ReportView& view) {
  Row row{{text_cell(unit.unit->name_on(measured.period.last()))}, 0, false};
  if (measured.duration != nullptr) {
    row.cells.push_back(number_cell(unit.measured.value));
  } else {
    for (const std::string& figure : formula_figures(measured)) {
      row.cells.push_back(number_cell(counted_value(unit.entry, figure)));
    }
    if (measured.base) {
      row.cells.push_back(number_cell(unit.before.value));
    }
    row.cells.push_back(number_cell(unit.now.value));
    if (measured.base) {
      row.cells.push_back(number_cell(unit.measured.value));
    }
  }
  row.cells.push_back(number_cell(unit.measured.threshold));
  row.cells.push_back(text_cell(view.say(render::word(unit.verdict))));
  row.cells.push_back(text_cell(view.say(unit.reason)));
  return row;
}

DataTable measured_table(const UnitFigureTable& measured,
                         const ReportView& view) {
  DataTable table{
      table_id({"criterion", measured.kind->id.value,
                measured.criterion->id.value, measured.period.to_string()}),
      fmt::format(
          "{}. {} {}",
          view.say(msg("Unit by unit {0}: {1}", measured.period.to_string(),
                       measured.kind->name)),
          measured.criterion->id.value, measured.criterion->text),
      {view.words.text(N_("Unit"))},
      {},
      {}};
  add_measured_columns(measured, view, table);
  table.columns.push_back(
      {fmt::format("{} {}", view.say("Required"), to_string(measured.op())),
       true, false});
  table.columns.push_back(view.words.text(N_("Result")));
  table.columns.push_back(view.words.text(N_("Reason")));
  for (const UnitFigures& unit : measured.rows) {
    table.rows.push_back(measured_row(measured, unit, view));
  }
  return table;
}

}  // namespace

void add_figure_tables(const ReportView& view, TableList& tables) {
  for (const FigureSums& sums : view.report.figures.sums) {
    tables.add(sums_table(sums, view));
    if (!sums.lines.empty()) {
      tables.add_enclosed(units_table(sums, view));
    }
  }
}

void add_unit_figure_tables(const ReportView& view, TableList& tables) {
  for (const UnitFigureTable& measured : view.report.figures.by_unit) {
    if (measured.duration != nullptr || measured.indicator != nullptr) {
      tables.add(measured_table(measured, view));
    }
  }
}

void add_target_table(const ReportView& view, TableList& tables) {
  const TableWords& words = view.words;
  DataTable table{
      "targets",
      view.say("Targets against results"),
      {words.text(N_("Section")), words.text(N_("Target")),
       words.number(N_("Reached")), words.text(N_("Unit of measure")),
       words.text(N_("Comparison")), words.number(N_("Required")),
       words.text(N_("By the year")), words.text(N_("Result")),
       words.text(N_("Reason"))},
      {},
      {}};
  for (const TargetResult& result : view.report.targets) {
    const Measurement& measured = result.measurement;
    const Measure& rule = result.target->measure;
    table.rows.push_back(
        {{text_cell(result.target->id.value), text_cell(result.target->name),
          number_cell(measured.value),
          text_cell(render::unit_words(rule, view.language())),
          text_cell(to_string(rule.op)), number_cell(measured.threshold),
          text_cell(std::to_string(result.target->by_year)),
          text_cell(view.say(render::word(measured.verdict))),
          text_cell(view.say(measured.reason))},
         0,
         false});
  }
  tables.add(std::move(table));
}

}  // namespace thidua::document
