// Progress of the targets: a card with a chart for each.
#include "document/page_parts.hpp"
#include "document/svg.hpp"
#include "render/measures.hpp"
#include "rules/measuring.hpp"

namespace thidua::document {
namespace {

const char* comparison_sign(Comparison op) {
  switch (op) {
    case Comparison::greater:
      return ">";
    case Comparison::at_least:
      return "≥";
    case Comparison::less:
      return "<";
    case Comparison::at_most:
      return "≤";
    case Comparison::equal:
      break;
  }
  return "=";
}

std::optional<bool> is_good_above(Comparison op) {
  if (op == Comparison::equal) {
    return std::nullopt;
  }
  return op == Comparison::greater || op == Comparison::at_least;
}

std::string with_unit(const PageView& view, const Measure& measure,
                      const std::string& name) {
  const std::string unit = render::unit_words(measure, view.language());
  return unit.empty() ? name : fmt::format("{} ({})", name, unit);
}

// A value that two decimals would show as the limit it misses, as a fraction.
std::string value_text(const PageView& view, const Measurement& measured) {
  if (!measured.value) {
    return "–";
  }
  return measured.threshold
             ? view.say(
                   msg("{0}", told_apart(*measured.value, *measured.threshold)))
             : view.number(*measured.value);
}

std::string demand_text(const PageView& view, const TargetSeries& series,
                        const Measurement& measured) {
  const std::optional<Exact>& limit =
      measured.threshold ? measured.threshold : series.threshold;
  return limit
             ? fmt::format("{} {}", comparison_sign(series.target->measure.op),
                           view.number(*limit))
             : std::string("–");
}

const char* colour_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::met:
      return "good";
    case Verdict::not_met:
      return "bad";
    default:
      return "unsure";
  }
}

const char* sign_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::met:
      return "✓";
    case Verdict::not_met:
      return "✗";
    default:
      return "?";
  }
}

Json year_row(const PageView& view, const TargetSeries& series,
              const TargetResult& year) {
  const Measurement& measured = year.measurement;
  return {{"year", year.period.to_string()},
          {"value", value_text(view, measured)},
          {"required", demand_text(view, series, measured)},
          {"verdict", view.say(render::word(measured.verdict))},
          {"reason", view.say(measured.reason)}};
}

// "2022: 6.39; 2023: no value. Required: >= 6"
std::string description_of(const PageView& view, const TargetSeries& series) {
  std::string text;
  for (const TargetResult& year : series.years) {
    render::append(
        text, year.measurement.value
                  ? fmt::format("{}: {}", year.period.to_string(),
                                value_text(view, year.measurement))
                  : view.say(msg("{0}: no value", year.period.to_string())));
  }
  return view.say(
      msg("{0}. Required: {1}", text,
          demand_text(view, series, series.years.back().measurement)));
}

std::string chart_of(const PageView& view, const TargetSeries& series,
                     std::size_t number) {
  const Measure& measure = series.target->measure;
  LineChart chart;
  chart.id = fmt::format("target-{}", number);
  chart.title = with_unit(view, measure, series.target->name);
  chart.description = description_of(view, series);
  chart.language = view.language();
  chart.limit = series.threshold;
  chart.good_above = is_good_above(measure.op);
  chart.points.reserve(series.years.size());
  for (const TargetResult& year : series.years) {
    chart.points.push_back(
        {year.period.to_string(), year.measurement.value,
         year.measurement.verdict == Verdict::met,
         year.measurement.verdict == Verdict::not_applicable});
  }
  for (const int year : plan_years(view.plan())) {
    if (year > view.report.scope.year) {
      chart.points.push_back({std::to_string(year), {}, false, true});
    }
  }
  if (series.threshold) {
    chart.limit_text = fmt::format("{} {}", comparison_sign(measure.op),
                                   view.number(*series.threshold));
  }
  return line_chart(chart);
}

Json target_card(const PageView& view, const TargetSeries& series,
                 std::size_t number) {
  const Target& target = *series.target;
  const Measurement& now = series.years.back().measurement;
  Json rows = Json::array();
  for (const TargetResult& year : series.years) {
    rows.push_back(year_row(view, series, year));
  }
  return {
      {"name", target.name},
      {"section", target.origin.source},
      {"year", series.years.back().period.to_string()},
      {"value", value_text(view, now)},
      {"unit", now.value ? render::unit_words(target.measure, view.language())
                         : std::string()},
      {"required", demand_text(view, series, now)},
      {"by", view.say(msg("by {0}", target.by_year))},
      {"verdict", view.say(render::word(now.verdict))},
      {"sign", sign_of(now.verdict)},
      {"colour", colour_of(now.verdict)},
      {"reason", view.say(now.reason)},
      {"assumed", target.measure.assumed || target.origin.assumed},
      {"note", target.measure.note},
      {"svg", chart_of(view, series, number)},
      {"rows", std::move(rows)}};
}

}  // namespace

Json targets_part(const PageView& view,
                  const std::vector<TargetSeries>& series) {
  Json part = part_head(view, ReportPart::targets);
  Json cards = Json::array();
  for (const TargetSeries& each : series) {
    cards.push_back(target_card(view, each, cards.size() + 1));
  }
  part["cards"] = std::move(cards);
  return part;
}

}  // namespace thidua::document
