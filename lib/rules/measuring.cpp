#include "rules/measuring.hpp"

#include <algorithm>

namespace thidua {
namespace {

const FigureValue* value_in(const FigureEntry& entry, std::string_view figure) {
  const auto at = std::find_if(
      entry.values.begin(), entry.values.end(),
      [&](const FigureValue& v) { return v.figure.value == figure; });
  return at == entry.values.end() ? nullptr : &*at;
}

bool has_all(const FigureEntry& entry, const Formula& formula) {
  const auto present = [&](const std::string& figure) {
    return value_in(entry, figure) != nullptr;
  };
  return std::all_of(formula.above.begin(), formula.above.end(), present) &&
         std::all_of(formula.below.begin(), formula.below.end(), present);
}

const FigureEntry* best_entry(const Figures& figures, const Formula& formula,
                              std::string_view standard, Date today) {
  const FigureEntry* best = nullptr;
  for (const FigureEntry& entry : figures.entries) {
    const bool usable =
        entry.as_of <= today && has_all(entry, formula) &&
        (standard.empty() || entry.poverty_standard == standard);
    const bool better =
        best == nullptr || entry.status > best->status ||
        (entry.status == best->status && entry.as_of >= best->as_of);
    if (usable && better) {
      best = &entry;
    }
  }
  return best;
}

Exact sum_of(const FigureEntry& entry, const std::vector<std::string>& names) {
  Exact sum;
  for (const std::string& name : names) {
    sum += value_in(entry, name)->value.value;
  }
  return sum;
}

// What was counted: numerator and denominator kept apart, so that units can be
// added up before the rate is taken.
struct Count {
  Exact above;
  Exact below;
  std::string standard;
};

bool is_member(const Unit& unit, const UnitKind& kind,
               const Period& taking_part) {
  return unit.kind.value == kind.id.value &&
         unit.enrolled_within(taking_part.first(), taking_part.last());
}

std::string standard_of_unit(const Plan& plan, const Unit& unit,
                             const Indicator& indicator, const Period& period,
                             Date today) {
  const Figures* figures = plan.figures_of(unit.id, period);
  const FigureEntry* entry =
      figures == nullptr ? nullptr
                         : best_entry(*figures, indicator.formula, {}, today);
  return entry == nullptr ? std::string() : entry->poverty_standard;
}

// The poverty standard a period was counted by: of several units, the first's.
// Those that counted by another are then missing, not added in.
std::string standard_of(const Plan& plan, const Subject& subject,
                        const Indicator& indicator, const Period& period) {
  if (subject.unit != nullptr) {
    return standard_of_unit(plan, *subject.unit, indicator, period,
                            subject.today);
  }
  for (const Unit& unit : plan.units) {
    if (is_member(unit, *subject.all_of, subject.taking_part)) {
      return standard_of_unit(plan, unit, indicator, period, subject.today);
    }
  }
  return {};
}

class Sampler {
 public:
  Sampler(const Plan& plan, const Indicator& indicator, const Period& period,
          std::string_view standard, Date today)
      : plan_(plan),
        indicator_(indicator),
        period_(period),
        standard_(standard),
        today_(today) {}

  Sample of_unit(const Unit& unit) {
    const auto count = take(unit.id);
    if (!count) {
      sample_.missing = explain_missing(unit);
      return std::move(sample_);
    }
    finish(*count);
    return std::move(sample_);
  }

  Sample of_kind(const UnitKind& kind, const Period& taking_part) {
    Count total;
    int there = 0;
    int expected = 0;
    for (const Unit& unit : plan_.units) {
      if (!is_member(unit, kind, taking_part)) {
        continue;
      }
      ++expected;
      if (const auto count = take(unit.id)) {
        ++there;
        total.above += count->above;
        total.below += count->below;
      }
    }
    if (there < expected || expected == 0) {
      sample_.missing =
          msg("figures of {2}: only from {0} of {1} {1:unit|units}", there,
              expected, period_.to_string());
      return std::move(sample_);
    }
    sample_.steps = {{msg("{0} {0:unit|units} added up", there), {}}};
    finish(total);
    return std::move(sample_);
  }

 private:
  std::optional<Count> take(std::string_view unit) {
    const Figures* figures = plan_.figures_of(unit, period_);
    const FigureEntry* entry =
        figures == nullptr
            ? nullptr
            : best_entry(*figures, indicator_.formula, standard_, today_);
    if (entry == nullptr) {
      return std::nullopt;
    }
    sample_.status = std::min(sample_.status, entry->status);
    sample_.caveats.illustrative |= figures->illustrative;
    Count count{sum_of(*entry, indicator_.formula.above),
                sum_of(*entry, indicator_.formula.below),
                entry->poverty_standard};
    where_ = entry->span;
    return count;
  }

  [[nodiscard]] Message explain_missing(const Unit& unit) const {
    const Figures* figures = plan_.figures_of(unit.id, period_);
    if (figures != nullptr && !standard_.empty() &&
        best_entry(*figures, indicator_.formula, {}, today_) != nullptr) {
      return msg(
          "the figures of {0} were counted by another poverty standard "
          "than {1}",
          period_.to_string(), standard_);
    }
    return msg("no figures of {0} for `{1}`", period_.to_string(),
               indicator_.name);
  }

  void finish(const Count& count) {
    const Word status{word(sample_.status)};
    const std::string period = period_.to_string();
    if (indicator_.formula.below.empty()) {
      sample_.value = count.above;
      step(msg("{0} {1}: {2} ({3})", indicator_.name, period, count.above,
               status));
    } else if (count.below.is_zero()) {
      sample_.missing = msg("the figures of {0} divide by 0", period);
    } else {
      const Exact scale{indicator_.unit == MeasureUnit::percent ? 100 : 1};
      sample_.value = count.above * scale / count.below;
      step(msg("{0} {1}: {2}/{3} = {4} % ({5})", indicator_.name, period,
               count.above, count.below, *sample_.value, status));
    }
  }

  void step(Message text) {
    // Of several units added up no single line is the place.
    const Span where = sample_.steps.empty() ? where_ : Span{};
    sample_.steps.push_back({std::move(text), where});
  }

  const Plan& plan_;
  const Indicator& indicator_;
  const Period& period_;
  std::string_view standard_;
  Date today_;
  Span where_{};
  Sample sample_;
};

void add_steps(Steps& to, const Steps& from) {
  to.insert(to.end(), from.begin(), from.end());
}

// The target assigned to a unit for a period.
const AssignedTarget* assigned_to(const Plan& plan, const Subject& subject,
                                  std::string_view assignment,
                                  const Period& period, bool& illustrative) {
  const Figures* figures = subject.unit == nullptr
                               ? nullptr
                               : plan.figures_of(subject.unit->id, period);
  if (figures == nullptr) {
    return nullptr;
  }
  illustrative |= figures->illustrative;
  const auto at =
      std::find_if(figures->assigned.begin(), figures->assigned.end(),
                   [&](const AssignedTarget& target) {
                     return target.assignment.value == assignment &&
                            (!target.date || *target.date <= subject.today);
                   });
  return at == figures->assigned.end() ? nullptr : &*at;
}

class Measurer {
 public:
  Measurer(const Plan& plan, const Subject& subject, const Measure& rule,
           const Period& period)
      : plan_(plan), subject_(subject), rule_(rule), period_(period) {
    result_.caveats.assumed = rule.assumed;
  }

  Measurement run() {
    const Indicator* indicator = plan_.indicator(rule_.indicator.value);
    if (indicator == nullptr) {
      result_.reason =
          msg("the plan declares no indicator `{0}`", rule_.indicator.value);
      return std::move(result_);
    }
    take_value(*indicator);
    take_threshold();
    if (result_.value && result_.threshold) {
      compare();
    }
    return std::move(result_);
  }

 private:
  void miss(Message why) {
    if (result_.reason.empty()) {
      result_.reason = std::move(why);
    }
  }

  void use(const Sample& found) {
    add_steps(result_.steps, found.steps);
    result_.caveats |= found.caveats;
    result_.status =
        std::min(result_.status.value_or(found.status), found.status);
    if (!found.value) {
      miss(found.missing);
    }
  }

  void take_value(const Indicator& indicator) {
    if (!rule_.is_change) {
      const Sample now = sample(plan_, subject_, indicator, period_);
      use(now);
      result_.value = now.value;
      return;
    }
    const auto* fixed = std::get_if<Period>(&rule_.since);
    const Period base = fixed != nullptr ? *fixed : period_.previous();
    const std::string standard =
        standard_of(plan_, subject_, indicator, period_);
    const Sample before = sample(plan_, subject_, indicator, base, standard);
    const Sample now = sample(plan_, subject_, indicator, period_, standard);
    use(before);
    use(now);
    if (before.value && now.value) {
      take_change(*before.value, *now.value, base);
    }
  }

  void take_change(const Exact& before, const Exact& now, const Period& base) {
    Exact change = before - now;
    result_.steps.push_back({msg("reduction: {0} - {1} = {2} percentage points",
                                 before, now, change),
                             {}});
    if (rule_.unit == MeasureUnit::percent) {
      if (before.is_zero()) {
        miss(msg("the base is 0: there is no relative change"));
        return;
      }
      change = change * Exact{100} / before;
      result_.steps.push_back({msg("relative to the base: {0} %", change), {}});
    }
    const int years = period_.closing_year() - base.closing_year();
    if (rule_.per_year && years > 0) {
      change = change / Exact{years};
      result_.steps.push_back(
          {msg("over {0} {0:year|years}: {1} a year", years, change), {}});
    }
    result_.value = change;
  }

  void take_threshold() {
    if (const auto* number = std::get_if<Exact>(&rule_.threshold)) {
      result_.threshold = *number;
      return;
    }
    const auto& id = std::get<At<std::string>>(rule_.threshold).value;
    const Assignment* assignment = plan_.assignment(id);
    const AssignedTarget* target =
        assigned_to(plan_, subject_, id, period_, result_.caveats.illustrative);
    const std::string& name = assignment == nullptr ? id : assignment->name;
    if (target == nullptr) {
      miss(msg("no target `{0}` was assigned for {1}", name,
               period_.to_string()));
      return;
    }
    result_.threshold = target->value.value;
    result_.steps.push_back(
        {msg("assigned target `{0}`: {1}", name, target->value.value),
         target->value.span});
  }

  void compare() {
    const bool met = holds(rule_.op, *result_.value, *result_.threshold);
    result_.verdict = met ? Verdict::met : Verdict::not_met;
    const Exact difference = *result_.value - *result_.threshold;
    result_.steps.push_back(
        {msg("{0} {1} {2}: {3}; difference {4}", *result_.value,
             to_string(rule_.op), *result_.threshold,
             met ? Word{N_("holds")} : Word{N_("does not hold")}, difference),
         rule_.span});
  }

  const Plan& plan_;
  const Subject& subject_;
  const Measure& rule_;
  const Period& period_;
  Measurement result_;
};

}  // namespace

Sample sample(const Plan& plan, const Subject& subject,
              const Indicator& indicator, const Period& period,
              std::string_view standard) {
  Sampler sampler(plan, indicator, period, standard, subject.today);
  return subject.unit != nullptr
             ? sampler.of_unit(*subject.unit)
             : sampler.of_kind(*subject.all_of, subject.taking_part);
}

Measurement measure(const Plan& plan, const Subject& subject,
                    const Measure& rule, const Period& period) {
  return Measurer(plan, subject, rule, period).run();
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

const char* word(FigureStatus status) {
  switch (status) {
    case FigureStatus::estimate:
      return N_("estimate");
    case FigureStatus::preliminary:
      return N_("preliminary figure");
    case FigureStatus::official:
      break;
  }
  return N_("official");
}

}  // namespace thidua
