#include "render/measures.hpp"

#include "rules/measuring.hpp"

namespace thidua::render {
namespace {

bool is_yearly(const Measure& measure) {
  const std::optional<Change>& change = measure.of.change;
  return change && (change->per_year ||
                    std::holds_alternative<PreviousYear>(change->since));
}

std::string threshold_words(const Measure& measure, const CardView& view) {
  if (const auto* value = std::get_if<Exact>(&measure.threshold)) {
    return number(*value, view.language);
  }
  const auto& id = std::get<At<std::string>>(measure.threshold).value;
  return view.say(
      msg("the assigned target “{0}”", view.plan.assignment_name(id)));
}

}  // namespace

std::string unit_words(const Measure& measure, Language language) {
  const bool yearly = is_yearly(measure);
  switch (measure.of.unit) {
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

std::string measured_words(const Quantity& quantity, const CardView& view) {
  const Indicator* indicator = view.plan.indicator(quantity.indicator.value);
  const std::string& name =
      indicator == nullptr ? quantity.indicator.value : indicator->name;
  if (!quantity.change) {
    return name;
  }
  const auto* since = std::get_if<Period>(&quantity.change->since);
  const bool reduction = quantity.change->direction == Direction::reduction;
  if (since == nullptr) {
    return view.say(reduction
                        ? msg("reduction of “{0}” since the year before", name)
                        : msg("increase of “{0}” since the year before", name));
  }
  const std::string from = since->to_string();
  if (quantity.change->per_year) {
    return view.say(
        reduction
            ? msg("average yearly reduction of “{0}” since {1}", name, from)
            : msg("average yearly increase of “{0}” since {1}", name, from));
  }
  return view.say(reduction ? msg("reduction of “{0}” since {1}", name, from)
                            : msg("increase of “{0}” since {1}", name, from));
}

std::string duration_words(const Duration& rule, const CardView& view) {
  return fmt::format(
      "{} {} {}",
      view.say(msg("years since `{0}`", rule.since.attribute.value)),
      to_string(rule.op), number(rule.years, view.language));
}

Json json_duration(const Duration& rule) {
  Json json;
  json["years_since"] = rule.since.attribute.value;
  json["op"] = to_string(rule.op);
  set_number(json, "value", std::optional<Exact>(rule.years));
  json["assumed"] = rule.assumed;
  json["note"] = rule.note.empty() ? Json() : Json(rule.note);
  return json;
}

Json json_measure(const Measure& measure) {
  Json json;
  const std::optional<Change>& change = measure.of.change;
  json["indicator"] = measure.of.indicator.value;
  json["change"] = nullptr;
  json["since"] = nullptr;
  if (change) {
    const auto* since = std::get_if<Period>(&change->since);
    json["change"] =
        change->direction == Direction::reduction ? "reduction" : "increase";
    json["since"] = since == nullptr ? "previous-year" : since->to_string();
  }
  json["per_year"] = change && change->per_year;
  json["op"] = to_string(measure.op);
  const auto* value = std::get_if<Exact>(&measure.threshold);
  set_number(json, "value",
             value == nullptr ? std::nullopt : std::optional<Exact>(*value));
  const auto* assigned = std::get_if<At<std::string>>(&measure.threshold);
  json["assigned"] = assigned == nullptr ? Json() : Json(assigned->value);
  json["unit"] = to_string(measure.of.unit);
  json["assumed"] = measure.assumed;
  json["note"] = measure.note.empty() ? Json() : Json(measure.note);
  return json;
}

}  // namespace thidua::render
