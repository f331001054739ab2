#include "rules/measuring.hpp"

#include <algorithm>
#include <array>

namespace thidua {
namespace {

void add_steps(Steps& to, const Steps& from) {
  to.insert(to.end(), from.begin(), from.end());
}

// A change since another period, in the unit that is asked for.
class ChangeMeasurer {
 public:
  ChangeMeasurer(const Plan& plan, const Subject& subject,
                 const Quantity& quantity, const Period& period)
      : plan_(plan),
        subject_(subject),
        quantity_(quantity),
        change_(*quantity.change),
        period_(period) {}

  Measured run(const Indicator& indicator) {
    const auto* fixed = std::get_if<Period>(&change_.since);
    const Period base = fixed != nullptr ? *fixed : a_year_before(period_);
    const std::string standard =
        standard_of(plan_, subject_, indicator, period_);
    const auto before = use(sample(plan_, subject_, indicator, base, standard));
    const auto now = use(sample(plan_, subject_, indicator, period_, standard));
    counted_ = indicator.unit == MeasureUnit::count;
    if (before && now) {
      take(*before, *now, base);
    }
    return std::move(result_);
  }

 private:
  void miss(Message why) {
    if (result_.missing.empty()) {
      result_.missing = std::move(why);
    }
  }

  std::optional<Exact> use(const Sample& found) {
    add_steps(result_.steps, found.steps);
    result_.caveats |= found.caveats;
    result_.status =
        std::min(result_.status.value_or(found.status), found.status);
    if (!found.value) {
      miss(found.missing);
    }
    return found.value;
  }

  void step(Message text) { result_.steps.push_back({std::move(text), {}}); }

  void take(const Exact& before, const Exact& now, const Period& base) {
    Exact change = difference(before, now);
    if (quantity_.unit == MeasureUnit::percent) {
      if (before.is_zero()) {
        miss(msg("the base is 0: there is no relative change"));
        return;
      }
      change = change * Exact{100} / before;
      step(msg("relative to the base: {0} %", change));
    }
    const int years = period_.closing_year() - base.closing_year();
    if (change_.per_year && years > 0) {
      change = change / Exact{years};
      step(msg("over {0} {0:year|years}: {1} a year", years, change));
    }
    result_.value = change;
  }

  Exact difference(const Exact& before, const Exact& now) {
    if (change_.direction == Direction::increase) {
      Exact change = now - before;
      step(counted_ ? msg("increase: {0} - {1} = {2}", now, before, change)
                    : msg("increase: {0} - {1} = {2} percentage points", now,
                          before, change));
      return change;
    }
    Exact change = before - now;
    step(counted_ ? msg("reduction: {0} - {1} = {2}", before, now, change)
                  : msg("reduction: {0} - {1} = {2} percentage points", before,
                        now, change));
    return change;
  }

  const Plan& plan_;
  const Subject& subject_;
  const Quantity& quantity_;
  const Change& change_;
  const Period& period_;
  bool counted_ = false;
  Measured result_;
};

// Takes over what a part of a measurement was found to be.
std::optional<Exact> use(const Measured& part, Measurement& result) {
  add_steps(result.steps, part.steps);
  result.caveats |= part.caveats;
  if (part.status) {
    result.status =
        std::min(result.status.value_or(*part.status), *part.status);
  }
  if (!part.value && result.reason.empty()) {
    result.reason = part.missing;
  }
  return part.value;
}

void compare(const Measure& rule, Measurement& result) {
  const bool met = holds(rule.op, *result.value, *result.threshold);
  result.verdict = met ? Verdict::met : Verdict::not_met;
  const Exact difference = *result.value - *result.threshold;
  result.steps.push_back(
      {msg("{0} {1} {2}: {3}; difference {4}",
           told_apart(*result.value, *result.threshold), to_string(rule.op),
           *result.threshold,
           met ? Word{N_("holds")} : Word{N_("does not hold")}, difference),
       rule.span});
}

}  // namespace

Measured measure(const Plan& plan, const Subject& subject,
                 const Quantity& quantity, const Period& period) {
  const Indicator* indicator = plan.indicator(quantity.indicator.value);
  if (indicator == nullptr) {
    Measured none;
    none.missing =
        msg("the plan declares no indicator `{0}`", quantity.indicator.value);
    return none;
  }
  if (quantity.change) {
    return ChangeMeasurer(plan, subject, quantity, period).run(*indicator);
  }
  // By one standard, if several units are added up.
  Sample now = sample(plan, subject, *indicator, period,
                      standard_of(plan, subject, *indicator, period));
  return {std::move(now.value), std::move(now.missing), now.status,
          std::move(now.steps), now.caveats};
}

Measured assigned_target(const Plan& plan, const Subject& subject,
                         std::string_view assignment, const Period& period) {
  Measured result;
  const Figures* figures = subject.unit == nullptr
                               ? nullptr
                               : plan.figures_of(subject.unit->id, period);
  if (figures != nullptr) {
    result.caveats.illustrative = figures->illustrative;
    for (const AssignedTarget& target : figures->assigned) {
      if (target.assignment.value == assignment &&
          (!target.date || *target.date <= subject.today)) {
        result.value = target.value.value;
        result.steps.push_back(
            {msg("assigned target `{0}`: {1}", plan.assignment_name(assignment),
                 target.value.value),
             target.value.span});
        return result;
      }
    }
  }
  result.missing = msg("no target `{0}` was assigned for {1}",
                       plan.assignment_name(assignment), period.to_string());
  return result;
}

Measurement measure(const Plan& plan, const Subject& subject,
                    const Measure& rule, const Period& period) {
  Measurement result;
  result.caveats.assumed = rule.assumed;
  result.value = use(measure(plan, subject, rule.of, period), result);
  if (const auto* number = std::get_if<Exact>(&rule.threshold)) {
    result.threshold = *number;
  } else {
    result.threshold =
        use(assigned_target(plan, subject,
                            std::get<At<std::string>>(rule.threshold).value,
                            period),
            result);
  }
  if (result.value && result.threshold) {
    compare(rule, result);
  }
  return result;
}

Argument told_apart(const Exact& value, const Exact& limit) {
  constexpr int places = 2;
  return value != limit && value.rounded(places) == limit.rounded(places)
             ? Argument{value.to_fraction()}
             : Argument{value};
}

bool holds(Comparison op, const Exact& value, const Exact& threshold) {
  switch (op) {
    case Comparison::greater:
      return value > threshold;
    case Comparison::at_least:
      return value >= threshold;
    case Comparison::less:
      return value < threshold;
    case Comparison::at_most:
      return value <= threshold;
    case Comparison::equal:
      return value == threshold;
  }
  return false;
}

std::string_view to_string(Comparison op) {
  static constexpr std::array<std::string_view, 5> signs{">", ">=", "<",
                                                         "<=", "="};
  return signs.at(static_cast<std::size_t>(op));
}

std::string_view to_string(MeasureUnit unit) {
  static constexpr std::array<std::string_view, 3> words{"points", "percent",
                                                         "count"};
  return words.at(static_cast<std::size_t>(unit));
}

}  // namespace thidua
