#include "rules/duties.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "rules/deadlines.hpp"
#include "rules/successions.hpp"
#include "rules/timeline.hpp"

namespace thidua {
namespace {

std::set<std::string_view> members_of_clusters(const Plan& plan) {
  std::set<std::string_view> members;
  for (const Cluster& cluster : plan.clusters) {
    for (const At<std::string>& member : cluster.members) {
      members.insert(member.value);
    }
  }
  return members;
}

// The filings of a year that prove the duty, in the order of the record.
void find_filings(const Plan& plan, int year, Date today,
                  const DutyState& blank, std::vector<DutyState>& found) {
  const Filings* filings = plan.filings_of(blank.owner, year);
  if (filings == nullptr || filings->by_body != (blank.unit == nullptr)) {
    return;
  }
  for (const Filing& filing : filings->filings) {
    if (filing.duty.value == blank.when.duty->id.value &&
        filing.date.value <= today) {
      found.push_back(blank);
      found.back().filing = &filing;
      found.back().illustrative = filings->illustrative;
    }
  }
}

// Owed once, and no year is named: it may have been filed in any.
bool is_owed_in_any_year(const Due& due) {
  return due.rhythm == Rhythm::once && !due.has_years();
}

// Each filing of what has no rhythm, the first of anything else; `blank` where
// nothing is filed.
std::vector<DutyState> with_filings(const Plan& plan, Date today,
                                    const DutyState& blank) {
  const Due& due = blank.when.duty->due;
  std::vector<DutyState> found;
  if (is_owed_in_any_year(due)) {
    for (const int year : plan_years(plan)) {
      find_filings(plan, year, today, blank, found);
    }
  } else {
    find_filings(plan, blank.when.year, today, blank, found);
  }
  if (found.empty()) {
    return {blank};
  }
  if (due.rhythm != Rhythm::not_stated) {
    found.resize(1);
  }
  return found;
}

void set_status(DutyState& state, Date today) {
  const std::optional<Date>& last = state.when.last_day;
  if (state.filing != nullptr) {
    const Date filed = state.filing->date.value;
    const bool late = last && *last < filed;
    state.status = late ? DutyStatus::done_late : DutyStatus::done;
    state.days = late ? days_between(*last, filed) : 0;
  } else if (!last) {
    state.status = state.when.duty->due.rhythm == Rhythm::not_stated
                       ? DutyStatus::unscheduled
                       : DutyStatus::open_undated;
  } else {
    const int left = days_between(today, *last);
    state.status = left >= 0 ? DutyStatus::due : DutyStatus::overdue;
    state.days = left >= 0 ? left : -left;
  }
}

std::size_t kind_order(const Plan& plan, const Unit& unit) {
  const UnitKind* kind = plan.kind(unit.kind.value);
  return kind == nullptr
             ? plan.sheet.kinds.size()
             : static_cast<std::size_t>(kind - plan.sheet.kinds.data());
}

// The order of people reading a list; names are compared once per unit.
std::vector<const Unit*> units_in_reading_order(const Plan& plan) {
  std::vector<const Unit*> units;
  units.reserve(plan.units.size());
  for (const Unit& unit : plan.units) {
    units.push_back(&unit);
  }
  std::stable_sort(
      units.begin(), units.end(), [&](const Unit* a, const Unit* b) {
        const auto kind_a = kind_order(plan, *a);
        const auto kind_b = kind_order(plan, *b);
        return kind_a != kind_b
                   ? kind_a < kind_b
                   : compare_vietnamese(a->name.value, b->name.value) < 0;
      });
  return units;
}

// Is it a duty of units of its kind in that year?
bool is_owed_by(const DutyDate& when, const Unit& unit, bool in_cluster) {
  const DutyOwers& from = when.duty->from;
  const Period year = Period::year(when.year);
  return (names(from.kinds, unit.kind_in(year)) ||
          (from.cluster_members && in_cluster)) &&
         unit.enrolled_within(year.first(), year.last());
}

// Who answers for a duty: on its last day, or where it is late or has none,
// now.
Date day_to_answer(const DutyDate& when, Date today) {
  if (when.last_day) {
    return std::max(*when.last_day, today);
  }
  return when.duty->due.has_years()
             ? std::max(Period::year(when.year).last(), today)
             : today;
}

// Owners of one duty in one year, in reading order.
class DutyBook {
 public:
  DutyBook(const Plan& plan, Date today)
      : plan_(plan),
        today_(today),
        members_(members_of_clusters(plan)),
        units_(units_in_reading_order(plan)) {}

  // By the last day that is known today.
  void add(DutyDate when, std::vector<DutyState>& states) const {
    const Duty& duty = *when.duty;
    when.last_day =
        when.last_day ? deadline_of(plan_, duty, when.year, {}, {}, today_).day
                      : std::nullopt;
    const Date day = when.last_day.value_or(Period::year(when.year).last());
    if (duty.from.body) {
      add_owner(when, party(plan_, duty.from.body->value, day), states);
      return;
    }
    for (const Unit* unit : units_) {
      if (is_owed_by(when, *unit, members_.contains(unit->id))) {
        add_owner(when, party(plan_, unit->id, day), states);
      }
    }
  }

 private:
  [[nodiscard]] bool has_more_time(std::string_view owner, int year) const {
    const Filings* filings = plan_.filings_of(owner, year);
    return filings != nullptr && !filings->extensions.empty();
  }

  // The owner's own last day, where it, or the one it owes in place of, was
  // given more time.
  [[nodiscard]] DutyState blank_of(const DutyDate& when, const Party& owner,
                                   const Party& ended = {}) const {
    DutyState state;
    state.when = when;
    state.owner = owner.id;
    state.owner_name = owner.name;
    state.unit = owner.unit;
    state.instead_of = ended.name;
    state.ended = ended.id;
    if (has_more_time(owner.id, when.year) ||
        has_more_time(ended.id, when.year)) {
      const Deadline own =
          deadline_of(plan_, *when.duty, when.year, owner.id, ended.id, today_);
      state.when.last_day = own.day;
      state.extended = own.extended;
    }
    return state;
  }

  void add_owner(const DutyDate& when, const Party& owner,
                 std::vector<DutyState>& states) const {
    DutyState blank = blank_of(when, owner);
    std::vector<DutyState> own = with_filings(plan_, today_, blank);
    const Heirs heirs =
        heirs_of(plan_, owner.id, day_to_answer(blank.when, today_),
                 when.duty->id.value);
    if (heirs.by == nullptr || own.front().filing != nullptr) {
      add_states(std::move(own), states);
      return;
    }
    if (heirs.unclear != nullptr) {
      blank.heir_unclear = true;
      add_states({blank}, states);
    }
    add_heirs(when, owner, heirs, states);
  }

  void add_heirs(const DutyDate& when, const Party& owner, const Heirs& heirs,
                 std::vector<DutyState>& states) const {
    for (const Party& heir : heirs.parties) {
      if (heir.unit == nullptr ||
          !owes_in(plan_, when, *heir.unit, members_.contains(heir.id))) {
        add_states(with_filings(plan_, today_, blank_of(when, heir, owner)),
                   states);
      }
    }
  }

  void add_states(std::vector<DutyState> found,
                  std::vector<DutyState>& states) const {
    for (DutyState& state : found) {
      set_status(state, today_);
      states.push_back(state);
    }
  }

  const Plan& plan_;
  Date today_;
  std::set<std::string_view> members_;
  std::vector<const Unit*> units_;
};

}  // namespace

std::vector<Ground> grounds_of(const Plan& plan, const DutyDate& when,
                               Date today) {
  std::vector<Ground> grounds;
  for (const At<std::string>& id : when.duty->uses) {
    const Duty* used = plan.duty(id.value);
    if (used == nullptr || !falls_due_in(*used, when.year)) {
      continue;
    }
    Ground ground{
        {used, when.year, deadline_of(plan, *used, when.year).day}, {}, 0};
    for (const DutyState& state : duty_states(plan, ground.when, today)) {
      if (state.filing == nullptr) {
        ground.missing.push_back(state);
      } else {
        ++ground.done;
      }
    }
    grounds.push_back(std::move(ground));
  }
  return grounds;
}

bool owes_in(const Plan& plan, const DutyDate& when, const Unit& unit,
             bool in_cluster) {
  const Date last = when.last_day.value_or(Period::year(when.year).last());
  return is_owed_by(when, unit, in_cluster) &&
         ended_by(plan, unit.id, last) == nullptr;
}

bool inherits(const Plan& plan, const Duty& duty, std::string_view heir,
              Date day) {
  const auto from = predecessors_of(plan, heir, day, duty.id.value);
  return std::any_of(from.begin(), from.end(), [&](std::string_view id) {
    if (duty.from.body) {
      return duty.from.body->value == id;
    }
    const Unit* unit = plan.unit(id);
    // A part of a plan may lack the record of the one that has ended.
    return unit == nullptr ? plan.is_part && plan.body(id) == nullptr
                           : is_owed_by(plan, duty, *unit);
  });
}

bool is_owed_by(const Plan& plan, const Duty& duty, const Unit& unit) {
  const auto& formerly = unit.formerly;
  return names(duty.from.kinds, unit.kind.value) ||
         std::any_of(formerly.begin(), formerly.end(),
                     [&](const FormerSelf& each) {
                       return each.kind &&
                              names(duty.from.kinds, each.kind->value);
                     }) ||
         (duty.from.cluster_members &&
          members_of_clusters(plan).contains(unit.id));
}

const Filing* first_filing(const Plan& plan, const Unit& unit, const Duty& duty,
                           int year, Date today) {
  const Filings* filings = plan.filings_of(unit.id, year);
  const Filing* first = nullptr;
  if (filings == nullptr || filings->by_body) {
    return nullptr;
  }
  for (const Filing& filing : filings->filings) {
    if (filing.duty.value == duty.id.value && filing.date.value <= today &&
        (first == nullptr || filing.date.value < first->date.value)) {
      first = &filing;
    }
  }
  return first;
}

bool falls_due_in(const Duty& duty, int year) {
  return !duty.due.has_years() ||
         (duty.due.first.year <= year && year <= duty.due.last);
}

std::vector<DutyDate> duty_dates(const Plan& plan) {
  std::vector<DutyDate> dates;
  for (const Duty& duty : plan.sheet.duties) {
    for (int year = duty.due.first.year;
         duty.due.has_years() && year <= duty.due.last; ++year) {
      dates.push_back({&duty, year, deadline_of(plan, duty, year).day});
    }
  }
  std::stable_sort(dates.begin(), dates.end(),
                   [](const DutyDate& a, const DutyDate& b) {
                     if (a.year != b.year) {
                       return a.year < b.year;
                     }
                     if (a.last_day && b.last_day) {
                       return *a.last_day < *b.last_day;
                     }
                     return a.last_day.has_value() && !b.last_day.has_value();
                   });
  return dates;
}

std::vector<DutyDate> duty_dates_in(const Plan& plan, int year) {
  std::vector<DutyDate> dates = duty_dates(plan);
  std::erase_if(dates, [&](const DutyDate& when) { return when.year != year; });
  for (const Duty& duty : plan.sheet.duties) {
    if (!duty.due.has_years()) {
      dates.push_back({&duty, year, std::nullopt});
    }
  }
  return dates;
}

std::vector<DutyState> duty_states(const Plan& plan, Date today) {
  const DutyBook book(plan, today);
  std::vector<DutyState> states;
  for (const DutyDate& when : duty_dates(plan)) {
    book.add(when, states);
  }
  return states;
}

std::vector<DutyState> duty_states(const Plan& plan, const DutyDate& when,
                                   Date today) {
  std::vector<DutyState> states;
  DutyBook(plan, today).add(when, states);
  return states;
}

}  // namespace thidua
