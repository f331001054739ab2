#include "rules/check_measures.hpp"

namespace thidua {
namespace {

// Percentage points are the difference of two rates in percent: a count has
// none.  Without a change the value has the unit of its indicator; a change of
// a rate is no count.
bool fits(const Quantity& quantity, const Indicator& indicator) {
  const bool counted = indicator.unit == MeasureUnit::count;
  if (!quantity.change) {
    return quantity.unit == indicator.unit;
  }
  return quantity.unit == MeasureUnit::percent ||
         counted == (quantity.unit == MeasureUnit::count);
}

void check_unit_of(const CheckRun& run, const Quantity& quantity, Span where) {
  const Indicator* indicator = run.plan.indicator(quantity.indicator.value);
  if (indicator != nullptr && !fits(quantity, *indicator)) {
    run.add(
        code::formula_mixes_units, where,
        msg("the unit does not fit the indicator `{0}`", indicator->id.value),
        msg("`points` is for changes of a rate in percent; without a "
            "change, write the unit of the indicator"));
  }
}

void check_unit_of_target(const CheckRun& run, const At<std::string>& assigned,
                          MeasureUnit unit) {
  const Assignment* target = run.plan.assignment(assigned.value);
  if (target != nullptr && target->unit != unit) {
    run.add(code::formula_mixes_units, assigned.span,
            msg("the assigned target `{0}` is counted in another unit",
                target->id.value),
            msg("write one unit here and under `assignments` in plan.yaml"));
  }
}

void expect_assignment(const CheckRun& run, const At<std::string>& id) {
  expect_known(run, code::unknown_assignment, id,
               ids_of(run.plan.sheet.assignments),
               N_("the plan declares no assigned target `{0}`"));
}

}  // namespace

void expect_indicator(const CheckRun& run, const At<std::string>& id) {
  expect_known(run, code::unknown_indicator, id,
               ids_of(run.plan.sheet.indicators),
               N_("the plan declares no indicator `{0}`"));
}

void check_measure(const CheckRun& run, const Measure& measure) {
  expect_indicator(run, measure.of.indicator);
  check_unit_of(run, measure.of, measure.span);
  if (const auto* assigned = std::get_if<At<std::string>>(&measure.threshold)) {
    expect_assignment(run, *assigned);
    check_unit_of_target(run, *assigned, measure.of.unit);
  }
}

void expect_dates(const CheckRun& run, const YearsSince& since,
                  const std::function<bool(const Unit&)>& asked) {
  for (const Unit& unit : run.plan.units) {
    const Attribute* there =
        asked(unit) ? unit.attribute(since.attribute.value) : nullptr;
    if (there != nullptr && !parse_date(there->value)) {
      run.add(code::attribute_not_a_date, there->key.span,
              msg("the years since `{0}` are counted, and `{1}` is no date",
                  there->key.value, there->value),
              msg("write the whole day, such as \"2015-03-02\""));
    }
  }
}

void check_amount(const CheckRun& run, const Amount& amount) {
  if (const auto* quantity = std::get_if<Quantity>(&amount)) {
    expect_indicator(run, quantity->indicator);
    // An indicator itself is in its own unit.
    if (quantity->change) {
      check_unit_of(run, *quantity, quantity->indicator.span);
    }
  } else if (const auto* assigned = std::get_if<FromAssigned>(&amount)) {
    expect_assignment(run, assigned->assignment);
  }
}

namespace {

// Nothing: a plain number or a mark, which fits everything.
std::optional<MeasureUnit> unit_of(const Plan& plan, const Amount& amount) {
  if (const auto* quantity = std::get_if<Quantity>(&amount)) {
    if (quantity->change) {
      return quantity->unit;
    }
    const Indicator* indicator = plan.indicator(quantity->indicator.value);
    return indicator == nullptr ? std::nullopt : std::optional(indicator->unit);
  }
  const auto* assigned = std::get_if<FromAssigned>(&amount);
  const Assignment* target = assigned == nullptr
                                 ? nullptr
                                 : plan.assignment(assigned->assignment.value);
  return target == nullptr ? std::nullopt : std::optional(target->unit);
}

Span place_of(const Amount& amount) {
  if (const auto* quantity = std::get_if<Quantity>(&amount)) {
    return quantity->indicator.span;
  }
  const auto* assigned = std::get_if<FromAssigned>(&amount);
  return assigned == nullptr ? Span{} : assigned->assignment.span;
}

}  // namespace

void check_amounts(const CheckRun& run, const Amount& reached,
                   const Amount& wanted) {
  check_amount(run, reached);
  check_amount(run, wanted);
  const auto unit = unit_of(run.plan, reached);
  const auto other = unit_of(run.plan, wanted);
  if (unit && other && *unit != *other) {
    run.add(code::formula_mixes_units, place_of(wanted),
            msg("what is reached and what is wanted are counted in different "
                "units"),
            msg("compare a rate with a rate and a count with a count; "
                "`assignments` and `indicators` in plan.yaml say the unit"));
  }
}

}  // namespace thidua
