// The figures and targets of a report as JSON.
#include "render/report_json.hpp"

namespace thidua::render {
namespace {

// Null: the number is final.
Json json_mark(FigureStatus status, const ScoreView& view) {
  return status == FigureStatus::official
             ? Json()
             : Json(say(word(status), view.language));
}

Json json_sums(const FigureSums& sums, const ScoreView& view) {
  Json lines = Json::array();
  Json periods = Json::array();
  if (!sums.lines.empty()) {
    for (const PeriodSample& each : sums.lines.front().samples) {
      periods.push_back(each.period.to_string());
    }
  }
  for (const FigureLine& line : sums.lines) {
    const bool counted = line.figure != nullptr;
    Json values = Json::array();
    for (const PeriodSample& each : line.samples) {
      const Sample& sample = each.sample;
      Json value = with_number({{"period", each.period.to_string()}}, "value",
                               sample.value);
      value["status"] = sample.value ? Json(to_string(sample.status)) : Json();
      value["mark"] = sample.value ? json_mark(sample.status, view) : Json();
      value["missing"] = json_text(view, sample.missing);
      values.push_back(std::move(value));
    }
    lines.push_back(
        {{"id", counted ? line.figure->id.value : line.indicator->id.value},
         {"name", line.name()},
         {"unit", counted ? to_string(MeasureUnit::count)
                          : to_string(line.indicator->unit)},
         {"values", std::move(values)}});
  }
  Json severed = Json::array();
  for (const Succession* event : sums.severed) {
    severed.push_back({{"date", to_iso(*event->on)},
                       {"source", json_source(view, event->span)}});
  }
  return {{"kind", sums.kind->id.value},
          {"name", sums.kind->name},
          {"periods", std::move(periods)},
          {"lines", std::move(lines)},
          {"severed", std::move(severed)}};
}

Json json_by_unit(const UnitFigureTable& table, const ScoreView& view) {
  Json units = Json::array();
  for (const UnitFigures& row : table.rows) {
    Json unit{{"unit", row.unit->id}, {"name", row.unit->name.value}};
    unit["figures"] = Json::object();
    if (row.entry != nullptr) {
      for (const FigureValue& value : row.entry->values) {
        set_number(unit["figures"], value.figure.value.c_str(),
                   value.value.value);
      }
    }
    if (table.base) {
      set_number(unit, "before", row.before.value);
    }
    set_number(unit, "now", row.now.value);
    set_number(unit, "measured", row.measured.value);
    set_number(unit, "required", row.measured.threshold);
    unit["verdict"] = render::key_of(row.verdict);
    unit["reason"] = json_text(view, row.reason);
    unit["status"] = row.measured.value && row.measured.status
                         ? Json(to_string(*row.measured.status))
                         : Json(nullptr);
    unit["source"] =
        row.entry == nullptr ? Json() : json_source(view, row.entry->span);
    unit["steps"] = json_steps(view, row.measured.steps);
    units.push_back(std::move(unit));
  }
  return {
      {"kind", table.kind->id.value},
      {"criterion", table.criterion->id.value},
      {"indicator",
       table.indicator == nullptr ? Json() : Json(table.indicator->id.value)},
      {"years_since", table.duration == nullptr
                          ? Json()
                          : Json(table.duration->since.attribute.value)},
      {"period", table.period.to_string()},
      {"base", table.base ? Json(table.base->to_string()) : Json(nullptr)},
      {"op", to_string(table.op())},
      {"units", std::move(units)}};
}

}  // namespace

Json json_figures(const Report& report, const ScoreView& view) {
  Json sums = Json::array();
  for (const FigureSums& each : report.figures.sums) {
    sums.push_back(json_sums(each, view));
  }
  Json by_unit = Json::array();
  for (const UnitFigureTable& table : report.figures.by_unit) {
    by_unit.push_back(json_by_unit(table, view));
  }
  return {{"sums", std::move(sums)}, {"by_unit", std::move(by_unit)}};
}

Json json_targets(const Report& report, const ScoreView& view) {
  Json json = Json::array();
  for (const TargetResult& result : report.targets) {
    const Target& target = *result.target;
    const Measurement& measured = result.measurement;
    Json each{{"id", target.id.value}, {"name", target.name}};
    set_number(each, "value", measured.value);
    each["op"] = to_string(target.measure.op);
    set_number(each, "threshold", measured.threshold);
    each["unit"] = to_string(target.measure.of.unit);
    each["per_year"] =
        target.measure.of.change && target.measure.of.change->per_year;
    each["by"] = target.by_year;
    each["verdict"] = key_of(measured.verdict);
    each["reason"] = json_text(view, measured.reason);
    each["section"] = or_null(target.origin.source);
    each["source"] = json_source(view, target.id.span);
    each["steps"] = json_steps(view, measured.steps);
    json.push_back(std::move(each));
  }
  return json;
}

}  // namespace thidua::render
