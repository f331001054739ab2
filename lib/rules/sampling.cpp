#include "rules/sampling.hpp"

#include <algorithm>

#include "rules/successions.hpp"

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

bool is_member(const Plan& plan, const Unit& unit, const UnitKind& kind,
               const Period& taking_part) {
  return unit.kind_in(taking_part) == kind.id.value &&
         takes_part_to_end(plan, unit, taking_part);
}

std::string standard_of_unit(const Plan& plan, const Unit& unit,
                             const Indicator& indicator, const Period& period,
                             Date today) {
  const Figures* figures = plan.figures_of(unit.id, period);
  const FigureEntry* entry =
      figures == nullptr ? nullptr
                         : best_entry(*figures, today, indicator.formula);
  return entry == nullptr ? std::string() : entry->poverty_standard;
}

// Offices merge and merge again; only a faulty record does it more often.
constexpr int most_mergers = 8;

class Sampler {
 public:
  Sampler(const Plan& plan, const Indicator& indicator, const Period& period,
          std::string_view standard, const Subject& subject)
      : plan_(plan),
        indicator_(indicator),
        period_(period),
        standard_(standard),
        today_(subject.today),
        compared_with_(subject.taking_part) {}

  Sample of_unit(const Unit& unit) {
    const auto count = take(unit);
    if (!count) {
      sample_.missing = explain_missing(unit);
      return std::move(sample_);
    }
    finish(*count);
    return std::move(sample_);
  }

  Sample of_kind(const UnitKind& kind) {
    Count total;
    int there = 0;
    int expected = 0;
    for (const Unit& unit : plan_.units) {
      if (!is_member(plan_, unit, kind, compared_with_)) {
        continue;
      }
      ++expected;
      if (const auto count = take(unit)) {
        ++there;
        total.above += count->above;
        total.below += count->below;
      }
    }
    if (there < expected || expected == 0) {
      sample_.missing =
          severed_ == nullptr
              ? msg("figures of {2}: only from {0} of {1} {1:unit|units}",
                    there, expected, period_.to_string())
              : msg("figures of {2}: only from {0} of {1} {1:unit|units}; "
                    "those of others formed on {3} may not be compared",
                    there, expected, period_.to_string(), severed_->on.value);
      return std::move(sample_);
    }
    sample_.steps = {{msg("{0} {0:unit|units} added up", there), {}}};
    finish(total);
    return std::move(sample_);
  }

 private:
  // What was counted of a unit, together with those that have come to it
  // between the period and the one it is compared with.
  std::optional<Count> take(const Unit& unit, int mergers = 0) {
    std::optional<Count> total = take_recorded(unit.id);
    const bool is_new =
        unit.enrolled_from && period_.last() < unit.enrolled_from->first();
    const bool counted_again = total && is_new;  // for the time before it
    if (counted_again || (!total && !is_new) || mergers == most_mergers) {
      return total;
    }
    for (const Succession& event : plan_.successions) {
      if (comes_between(event, unit) &&
          !add_merged(event, unit, mergers, total)) {
        return std::nullopt;
      }
    }
    return total;
  }

  [[nodiscard]] bool comes_between(const Succession& event,
                                   const Unit& unit) const {
    return event.ends() && period_.last() < event.on.value &&
           event.on.value <= compared_with_.last() && names(event.to, unit.id);
  }

  bool add_merged(const Succession& event, const Unit& unit, int mergers,
                  std::optional<Count>& total) {
    if (!event.figures_comparable || event.to.size() > 1) {
      severed_ = &event;
      return false;
    }
    for (const At<std::string>& id : event.from) {
      const Unit* from = plan_.unit(id.value);
      if (from == &unit || plan_.body(id.value) != nullptr) {
        continue;  // counted already, or counts nothing
      }
      const auto count =
          from == nullptr ? std::nullopt : take(*from, mergers + 1);
      if (!count) {
        return false;
      }
      total = total.value_or(Count{});
      total->above += count->above;
      total->below += count->below;
    }
    sample_.caveats.assumed |= event.origin.assumed;
    where_ = event.span;
    return true;
  }

  std::optional<Count> take_recorded(std::string_view unit) {
    const Figures* figures = plan_.figures_of(unit, period_);
    const FigureEntry* entry =
        figures == nullptr
            ? nullptr
            : best_entry(*figures, today_, indicator_.formula, standard_);
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
        best_entry(*figures, today_, indicator_.formula) != nullptr) {
      return msg(
          "the figures of {0} were counted by another poverty standard "
          "than {1}",
          period_.to_string(), standard_);
    }
    if (severed_ != nullptr) {
      return msg(
          "the unit was formed on {0}; figures of {1} of those before it may "
          "not be compared with its own",
          severed_->on.value, period_.to_string());
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
  Period compared_with_;
  Span where_{};
  const Succession* severed_ = nullptr;  // figures before it do not compare
  Sample sample_;
};

}  // namespace

Indicator plain_sum(const FigureKind& figure) {
  return {figure.id,
          figure.name,
          {{figure.id.value}, {}, {}},
          MeasureUnit::count,
          {}};
}

const FigureEntry* best_entry(const Figures& figures, Date today,
                              const Formula& formula,
                              std::string_view standard) {
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

// The poverty standard a period was counted by: of several units, the first's.
// Those that counted by another are then missing, not added in.
std::string standard_of(const Plan& plan, const Subject& subject,
                        const Indicator& indicator, const Period& period) {
  if (subject.unit != nullptr) {
    return standard_of_unit(plan, *subject.unit, indicator, period,
                            subject.today);
  }
  for (const Unit& unit : plan.units) {
    if (is_member(plan, unit, *subject.all_of, subject.taking_part)) {
      return standard_of_unit(plan, unit, indicator, period, subject.today);
    }
  }
  return {};
}

Sample sample(const Plan& plan, const Subject& subject,
              const Indicator& indicator, const Period& period,
              std::string_view standard) {
  Sampler sampler(plan, indicator, period, standard, subject);
  return subject.unit != nullptr ? sampler.of_unit(*subject.unit)
                                 : sampler.of_kind(*subject.all_of);
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
