#include "render/measures.hpp"

#include "rules/measuring.hpp"

namespace thidua::render {
namespace {

bool is_yearly(const Measure& measure) {
  return measure.is_change &&
         (measure.per_year ||
          std::holds_alternative<PreviousYear>(measure.since));
}

std::string threshold_words(const Measure& measure, const CardView& view) {
  if (const auto* value = std::get_if<Exact>(&measure.threshold)) {
    return number(*value, view.language);
  }
  const auto& id = std::get<At<std::string>>(measure.threshold).value;
  const Assignment* assignment = view.plan.assignment(id);
  return view.say(msg("the assigned target “{0}”",
                      assignment == nullptr ? id : assignment->name));
}

}  // namespace

std::string unit_words(const Measure& measure, Language language) {
  const bool yearly = is_yearly(measure);
  switch (measure.unit) {
    case MeasureUnit::points:
      return say(
          yearly ? N_("percentage points a year") : N_("percentage points"),
          language);
    case MeasureUnit::percent:
      return say(yearly ? N_("% a year") : N_("%"), language);
    case MeasureUnit::count:
      break;
  }
  return yearly ? say("a year", language) : std::string();
}

std::string demand_words(const Measure& measure, const CardView& view) {
  std::string words = fmt::format("{} {}", to_string(measure.op),
                                  threshold_words(measure, view));
  const std::string unit = unit_words(measure, view.language);
  if (unit.empty()) {
    return words;
  }
  return std::holds_alternative<Exact>(measure.threshold)
             ? fmt::format("{} {}", words, unit)
             : fmt::format("{} ({})", words, unit);
}

std::string measured_words(const Measure& measure, const CardView& view) {
  const Indicator* indicator = view.plan.indicator(measure.indicator.value);
  const std::string& name =
      indicator == nullptr ? measure.indicator.value : indicator->name;
  if (!measure.is_change) {
    return name;
  }
  const auto* since = std::get_if<Period>(&measure.since);
  if (since == nullptr) {
    return view.say(msg("reduction of “{0}” since the year before", name));
  }
  return view.say(
      measure.per_year
          ? msg("average yearly reduction of “{0}” since {1}", name,
                since->to_string())
          : msg("reduction of “{0}” since {1}", name, since->to_string()));
}

Json json_measure(const Measure& measure) {
  Json json;
  json["indicator"] = measure.indicator.value;
  json["change"] = measure.is_change ? Json("reduction") : Json();
  json["since"] = nullptr;
  if (measure.is_change) {
    const auto* since = std::get_if<Period>(&measure.since);
    json["since"] = since == nullptr ? "previous-year" : since->to_string();
  }
  json["per_year"] = measure.per_year;
  json["op"] = to_string(measure.op);
  const auto* value = std::get_if<Exact>(&measure.threshold);
  set_number(json, "value",
             value == nullptr ? std::nullopt : std::optional<Exact>(*value));
  const auto* assigned = std::get_if<At<std::string>>(&measure.threshold);
  json["assigned"] = assigned == nullptr ? Json() : Json(assigned->value);
  json["unit"] = to_string(measure.unit);
  json["assumed"] = measure.assumed;
  json["note"] = measure.note.empty() ? Json() : Json(measure.note);
  return json;
}

}  // namespace thidua::render
