#include "rules/durations.hpp"

namespace thidua {

Exact years_between(Date from, Date to) {
  if (to < from) {
    return -years_between(to, from);
  }
  const MonthDay day{static_cast<unsigned>(from.month()),
                     static_cast<unsigned>(from.day())};
  int years = static_cast<int>(to.year()) - static_cast<int>(from.year());
  if (to < day.in_year(static_cast<int>(from.year()) + years)) {
    --years;
  }
  const Date last = day.in_year(static_cast<int>(from.year()) + years);
  const Date next = day.in_year(static_cast<int>(from.year()) + years + 1);
  return Exact{years} + Exact(days_between(last, to), days_between(last, next));
}

Measured years_since(const YearsSince& since, const Unit& unit,
                     const Period& period) {
  Measured result;
  const std::string& key = since.attribute.value;
  const Attribute* there = unit.attribute(key);
  if (there == nullptr) {
    result.missing = msg("the unit has no `{0}`", key);
    return result;
  }
  const auto date = parse_date(there->value);
  if (!date) {
    result.missing = msg("`{0}` of the unit is not a date", key);
    return result;
  }
  result.caveats.assumed = unit.assumes(key);
  result.value = years_between(*date, period.last());
  result.steps.push_back({msg("{0} {1}: {2} {2:year|years} to {3}", key, *date,
                              *result.value, period.last()),
                          there->key.span});
  return result;
}

Measurement measure(const Duration& rule, const Unit& unit,
                    const Period& period) {
  Measurement result;
  Measured years = years_since(rule.since, unit, period);
  result.caveats = years.caveats;
  result.caveats.assumed |= rule.assumed;
  result.steps = std::move(years.steps);
  result.value = std::move(years.value);
  result.threshold = rule.years;
  if (!result.value) {
    result.reason = std::move(years.missing);
    return result;
  }
  const bool met = holds(rule.op, *result.value, rule.years);
  result.verdict = met ? Verdict::met : Verdict::not_met;
  result.steps.push_back(
      {msg("{0} {1} {2}: {3}", told_apart(*result.value, rule.years),
           to_string(rule.op), rule.years,
           met ? Word{N_("holds")} : Word{N_("does not hold")}),
       rule.span});
  return result;
}

}  // namespace thidua
