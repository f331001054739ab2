// The figures of a report, and its targets, in words.
#include <algorithm>
#include <map>

#include "render/measures.hpp"
#include "render/report_writer.hpp"
#include "render/successions.hpp"

namespace thidua::render {
namespace {

std::string with_percent(const std::string& name, MeasureUnit unit) {
  return unit == MeasureUnit::percent ? name + " (%)" : name;
}

// "6.2 percentage points a year"
std::string in_unit(const Measure& rule, const Exact& value,
                    Language language) {
  const std::string unit = unit_words(rule, language);
  return number(value, language) + (unit.empty() ? "" : " " + unit);
}

// Which figures stand in the table: what is divided by comes first.
std::vector<std::string> figures_in(const Formula& formula) {
  std::vector<std::string> figures = formula.below;
  figures.insert(figures.end(), formula.above.begin(), formula.above.end());
  return figures;
}

std::optional<Exact> value_in(const FigureEntry* entry,
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

std::string required(const Measurement& measured, Comparison op,
                     Language language) {
  return measured.threshold ? fmt::format("{} {}", to_string(op),
                                          number(*measured.threshold, language))
                            : std::string("–");
}

// A value that would look like the threshold it misses stands as a fraction.
std::string reached(const Measurement& measured, Language language) {
  if (!measured.value || !measured.threshold) {
    return measured.value ? number(*measured.value, language)
                          : std::string("–");
  }
  return say(msg("{0}", told_apart(*measured.value, *measured.threshold)),
             language);
}

}  // namespace

void ReportWriter::figures() {
  open(ReportPart::figures, 2);
  if (report_.figures.empty()) {
    return;
  }
  for (const FigureSums& kind : report_.figures.sums) {
    sums(kind);
  }
  for (const UnitFigureTable& table : report_.figures.by_unit) {
    by_unit(table);
  }
}

void ReportWriter::sums(const FigureSums& sums) {
  out_.heading(3, say(msg("Added up: {0}", sums.kind->name)));
  Grid grid{{Align::left}, {say("Figure")}, {}};
  for (const Period& period : sums.periods) {
    grid.columns.push_back(Align::right);
    grid.head.push_back(period.to_string());
  }
  for (const FigureLine& line : sums.lines) {
    const MeasureUnit unit =
        line.indicator != nullptr ? line.indicator->unit : MeasureUnit::count;
    std::vector<std::string> row{with_percent(line.name(), unit)};
    for (const PeriodSample& each : line.samples) {
      const bool weak = each.sample.value.has_value() &&
                        each.sample.status != FigureStatus::official;
      row.push_back(number(each.sample.value) +
                    (weak ? fmt::format(" ({})", say(word(each.sample.status)))
                          : std::string()));
    }
    grid.rows.push_back(std::move(row));
  }
  out_.table(std::move(grid));
  missing_sums(sums);
  std::map<Date, std::string> severed;
  for (const Succession* event : sums.severed) {
    std::string& text = severed[*event->on];
    text += (text.empty() ? "" : "; ") +
            passing_text(view_.plan, *event, view_.language);
  }
  for (const auto& [on, text] : severed) {
    out_.paragraph(
        say(msg("figures before {0} may not be compared with those after: {1}",
                on, text)));
  }
}

// One line for all figures that are missing for the same reason.
void ReportWriter::missing_sums(const FigureSums& sums) {
  std::vector<std::pair<std::string, std::string>> missing;
  for (std::size_t i = 0; i < sums.periods.size(); ++i) {
    for (const FigureLine& line : sums.lines) {
      const Sample& sample = line.samples[i].sample;
      if (sample.value) {
        continue;
      }
      const std::string reason = say(sample.missing);
      const auto at =
          std::find_if(missing.begin(), missing.end(),
                       [&](const auto& each) { return each.first == reason; });
      if (at == missing.end()) {
        missing.emplace_back(reason, line.name());
      } else {
        at->second += ", " + line.name();
      }
    }
  }
  std::vector<std::string> lines;
  lines.reserve(missing.size());
  for (const auto& [reason, names] : missing) {
    lines.push_back(fmt::format("{}: {}", reason, names));
  }
  out_.list(std::move(lines));
}

void ReportWriter::by_unit(const UnitFigureTable& table) {
  out_.heading(3, say(msg("Unit by unit {0}: {1}", table.period.to_string(),
                          table.kind->name)));
  out_.paragraph(
      fmt::format("{} {}", table.criterion->id.value, table.criterion->text));
  Grid grid = unit_grid(table);
  for (const UnitFigures& unit : table.rows) {
    grid.rows.push_back(unit_row(table, unit));
  }
  out_.table(std::move(grid));
}

Grid ReportWriter::unit_grid(const UnitFigureTable& table) const {
  Grid grid{{Align::left}, {say("Unit")}, {}};
  const auto column = [&](std::string head) {
    grid.columns.push_back(Align::right);
    grid.head.push_back(std::move(head));
  };
  if (table.duration != nullptr) {
    column(
        say(msg("years since `{0}`", table.duration->since.attribute.value)));
  } else {
    const MeasureUnit unit = table.indicator->unit;
    for (const std::string& figure : figures_in(table.indicator->formula)) {
      const FigureKind* kind = view_.plan.figure_kind(figure);
      column(kind == nullptr ? figure : kind->name);
    }
    if (table.base) {
      column(with_percent(table.base->to_string(), unit));
    }
    column(with_percent(table.period.to_string(), unit));
    if (table.base) {
      column(say("Reduction"));
    }
  }
  column(say("Required"));
  grid.columns.push_back(Align::left);
  grid.head.push_back(say("Result"));
  return grid;
}

std::vector<std::string> ReportWriter::unit_row(const UnitFigureTable& table,
                                                const UnitFigures& unit) const {
  std::vector<std::string> row{unit.unit->name.value};
  if (table.duration != nullptr) {
    row.push_back(reached(unit.measured, view_.language));
  } else {
    for (const std::string& figure : figures_in(table.indicator->formula)) {
      row.push_back(number(value_in(unit.entry, figure)));
    }
    if (table.base) {
      row.push_back(number(unit.before.value));
    }
    row.push_back(number(unit.now.value));
    if (table.base) {
      row.push_back(reached(unit.measured, view_.language));
    }
  }
  row.push_back(required(unit.measured, table.op(), view_.language));
  row.push_back(say(word(unit.verdict)) +
                (unit.reason.empty() ? "" : ": " + say(unit.reason)));
  return row;
}

void ReportWriter::targets() {
  open(ReportPart::targets, 2);
  Grid grid{{Align::left, Align::left, Align::left, Align::left, Align::left},
            {say("Target"), say("Reached"), say("Required"), say("Result"),
             say("What")},
            {}};
  for (const TargetResult& result : report_.targets) {
    const Measurement& measured = result.measurement;
    const Measure& rule = result.target->measure;
    grid.rows.push_back({result.target->id.value,
                         measured.value
                             ? in_unit(rule, *measured.value, view_.language)
                             : std::string("–"),
                         required(measured, rule.op, view_.language) + ", " +
                             say(msg("by {0}", result.target->by_year)),
                         say(word(measured.verdict)), result.target->name});
    if (!measured.reason.empty()) {
      grid.rows.back()[3] += ": " + say(measured.reason);
    }
  }
  out_.table(std::move(grid));
}

}  // namespace thidua::render
