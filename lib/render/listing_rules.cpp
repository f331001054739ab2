// Listings of what the plan asks for: criteria, targets, duties.
#include <algorithm>

#include "render/cards.hpp"
#include "render/listing_parts.hpp"
#include "rules/absences.hpp"

namespace thidua::render {
namespace {

bool is_chosen(const CriteriaSet& set, const ListingFilter& filter) {
  const bool of_kind =
      filter.kind == nullptr ||
      (filter.kind->criteria && filter.kind->criteria->value == set.id);
  return of_kind && (filter.set == nullptr || filter.set == &set);
}

// In the order of the plan's kinds, each set once; then those no kind uses.
std::vector<const CriteriaSet*> chosen_sets(const Plan& plan,
                                            const ListingFilter& filter) {
  std::vector<const CriteriaSet*> sets;
  const auto add = [&](const CriteriaSet* set) {
    if (set != nullptr && is_chosen(*set, filter) &&
        std::find(sets.begin(), sets.end(), set) == sets.end()) {
      sets.push_back(set);
    }
  };
  for (const UnitKind& kind : plan.sheet.kinds) {
    add(plan.criteria_of(kind));
  }
  for (const CriteriaSet& set : plan.criteria_sets) {
    add(&set);
  }
  return sets;
}

std::vector<Card> target_cards(const CardView& view,
                               const ListingFilter& filter) {
  std::vector<Card> cards;
  for (const Target& target : view.plan.sheet.targets) {
    if (in_period(filter, target.by_year)) {
      cards.push_back(target_card(view, target));
    }
  }
  return cards;
}

// A dated duty counts where its last day lies in the period.
bool falls_due(const DutyDate& when, const ListingFilter& filter) {
  return when.last_day && filter.period
             ? filter.period->contains(*when.last_day)
             : in_period(filter, when.year);
}

bool is_owed(const Plan& plan, const DutyDate& when,
             const ListingFilter& filter) {
  if (filter.unit == nullptr && filter.kind == nullptr) {
    return true;
  }
  // Only the owners are asked for, whatever they filed until the last day.
  const auto states = duty_states(plan, when, plan.sheet.period.last());
  return std::any_of(states.begin(), states.end(), [&](const DutyState& state) {
    return state.unit != nullptr &&
           (filter.unit == nullptr || state.unit == filter.unit) &&
           (filter.kind == nullptr ||
            state.unit->kind.value == filter.kind->id.value);
  });
}

// Duties that have no year come last, with the year 0: whatever the period.
std::vector<DutyDate> chosen_dates(const Plan& plan,
                                   const ListingFilter& filter) {
  std::vector<DutyDate> dates = duty_dates(plan);
  std::erase_if(dates, [&](const DutyDate& when) {
    return !falls_due(when, filter) || !is_owed(plan, when, filter);
  });
  const int year = working_year(plan, plan.sheet.period.last());
  for (const Duty& duty : plan.sheet.duties) {
    if (!duty.due.has_years() &&
        is_owed(plan, {&duty, year, std::nullopt}, filter)) {
      dates.push_back({&duty, 0, std::nullopt});
    }
  }
  return dates;
}

// A duty in one year: all of the duty, and that year.
Card year_of_duty(const CardView& view, const DutyDate& when) {
  Card card = duty_card(view, *when.duty);
  if (!when.duty->due.has_years()) {
    return card;
  }
  const Card year = duty_date_card(view, when);
  card.facts.insert(card.facts.begin(), year.facts.begin(), year.facts.end());
  card.caveats = year.caveats;
  return card;
}

// As finished(), and in a sentence what the plan says it has none of;
// `nothing`: it has nothing that could be found.
std::string finished_part(std::string found, bool nothing, PlanPart part,
                          const CardView& view) {
  const auto sentence = absence_sentence(view.plan.sheet, part);
  if (!sentence) {
    return found;
  }
  const std::string said = wrapped("", view.say(*sentence));
  return nothing ? said : found + "\n" + said;
}

}  // namespace

std::string criteria_text(const CardView& view, const ListingFilter& filter,
                          const Style& style) {
  Outline outline;
  Caveats caveats;
  const auto sets = chosen_sets(view.plan, filter);
  for (const CriteriaSet* set : sets) {
    const Card card = criteria_set_card(view, *set);
    write(card, view, outline);
    caveats |= caveats_in(card);
  }
  return sets.empty() ? nothing_of(Section::criteria, view)
                      : finished(outline, false, caveats, view, style);
}

Json criteria_json(const CardView& view, const ListingFilter& filter) {
  Json all = Json::array();
  for (const CriteriaSet* set : chosen_sets(view.plan, filter)) {
    for (const Criterion& criterion : set->criteria) {
      all.push_back(to_json(criterion_card(view, *set, criterion), view));
    }
  }
  return all;
}

std::string targets_text(const CardView& view, const ListingFilter& filter,
                         const Style& style) {
  const std::vector<Card> cards = target_cards(view, filter);
  Outline outline;
  write_items(cards, view, outline);
  return finished_part(
      finished(outline, cards.empty(), caveats_in(cards), view, style),
      cards.empty(), PlanPart::targets, view);
}

Json targets_json(const CardView& view, const ListingFilter& filter) {
  return to_json(target_cards(view, filter), view);
}

std::string duties_text(const CardView& view, const ListingFilter& filter,
                        const Style& style) {
  const std::vector<DutyDate> dates = chosen_dates(view.plan, filter);
  Outline outline;
  Caveats caveats;
  for (const Duty& duty : view.plan.sheet.duties) {
    std::vector<Card> years;
    bool is_chosen = false;
    for (const DutyDate& when : dates) {
      if (when.duty == &duty) {
        is_chosen = true;
        if (duty.due.has_years()) {
          years.push_back(duty_date_card(view, when));
        }
      }
    }
    if (!is_chosen) {
      continue;
    }
    Card card = duty_card(view, duty);
    card.group("years", N_("Years"), std::move(years));
    caveats |= caveats_in(card);
    write(card, view, outline);
  }
  return finished_part(finished(outline, dates.empty(), caveats, view, style),
                       view.plan.sheet.duties.empty(), PlanPart::reporting,
                       view);
}

Json duties_json(const CardView& view, const ListingFilter& filter) {
  Json all = Json::array();
  for (const DutyDate& when : chosen_dates(view.plan, filter)) {
    all.push_back(to_json(year_of_duty(view, when), view));
  }
  return all;
}

}  // namespace thidua::render
