#include "rules/todo.hpp"

#include <algorithm>
#include <map>

#include "rules/awards.hpp"
#include "rules/duties.hpp"
#include "rules/ranking.hpp"

namespace thidua {
namespace {

bool is_open(const DutyState& state) {
  return state.status == DutyStatus::due || state.status == DutyStatus::overdue;
}

// "3/17 Xã, thị trấn; 5/21 Phòng, ban": who is missing, by kind.
std::string missing_by_kind(const Plan& plan,
                            const std::vector<DutyState>& states) {
  struct Tally {
    int open = 0;
    int all = 0;
  };
  std::map<std::string_view, Tally> tallies;
  std::string text;
  const auto add = [&](int open, int all, std::string_view name) {
    text +=
        fmt::format("{}{}/{} {}", text.empty() ? "" : "; ", open, all, name);
  };
  for (const DutyState& state : states) {
    if (state.unit != nullptr) {
      Tally& tally = tallies[state.unit->kind.value];
      ++tally.all;
      tally.open += is_open(state) ? 1 : 0;
    } else if (is_open(state)) {
      text = state.owner_name;
    }
  }
  for (const UnitKind& kind : plan.sheet.kinds) {
    const auto at = tallies.find(kind.id.value);
    if (at != tallies.end() && at->second.open > 0) {
      add(at->second.open, at->second.all, kind.name);
    }
  }
  return text;
}

// Of those who have not done it: some may have been given more time.
Date first_open_day(const std::vector<DutyState>& states) {
  std::optional<Date> first;
  for (const DutyState& state : states) {
    if (is_open(state) && (!first || *state.when.last_day < *first)) {
      first = state.when.last_day;
    }
  }
  return *first;
}

void add_duties(const Plan& plan, Date today, std::vector<Todo>& list) {
  const Date horizon = add_days(today, plan.settings.due_within_days);
  for (const DutyDate& when : duty_dates(plan)) {
    if (!when.last_day || horizon < *when.last_day) {
      continue;
    }
    const auto states = duty_states(plan, when, today);
    if (std::none_of(states.begin(), states.end(), is_open)) {
      continue;
    }
    const Date last_day = first_open_day(states);
    const int days = days_between(today, last_day);
    list.push_back(
        {days < 0 ? TodoKind::overdue : TodoKind::due,
         days < 0 ? msg("{0} {0:day|days} late", -days)
                  : msg("{0} {0:day|days} left", days),
         msg("{0} {1} (through {2}): not filed by {3}", when.duty->name,
             when.year, last_day, missing_by_kind(plan, states)),
         fmt::format("thidua status --year {} --duty {} --open", when.year,
                     when.duty->id.value)});
  }
}

bool is_being_scored(const Plan& plan, int year, Date today) {
  using std::chrono::July;
  if (today >= std::chrono::year(year) / July / 1) {
    return true;
  }
  return std::any_of(plan.scorecards.begin(), plan.scorecards.end(),
                     [&](const Scorecard& card) {
                       return card.period.value.closing_year() == year &&
                              std::any_of(card.stages.begin(),
                                          card.stages.end(),
                                          [&](const StageMarks& stage) {
                                            return stage.date.value <= today;
                                          });
                     });
}

// Those with criteria that have no answer yet.
std::vector<const Unit*> open_units(const Ranking& ranking) {
  std::vector<const Unit*> units;
  for (const auto* list : {&ranking.missing, &ranking.ranked}) {
    for (const RankedUnit& each : *list) {
      if (each.score.counts.open() > 0) {
        units.push_back(each.score.unit);
      }
    }
  }
  return units;
}

// "Xã; Phường": several kinds may share a score table.
std::string kind_names(const Ranking& ranking) {
  std::string names = ranking.kind->name;
  for (const UnitKind* other : ranking.other_kinds) {
    names += "; " + other->name;
  }
  return names;
}

void add_unscored(const Plan& plan, int year, Date today,
                  std::vector<Todo>& list) {
  const bool running = year == static_cast<int>(today.year());
  for (const Ranking& ranking : rank(plan, Period::year(year), {}, today)) {
    const std::vector<const Unit*> open = open_units(ranking);
    if (!open.empty()) {
      const bool one = ranking.cluster != nullptr;
      list.push_back(
          {TodoKind::not_scored,
           running ? msg("not scored") : msg("not scored in {0}", year),
           msg("{0}: {1} of {2} {2:unit|units} with criteria without an answer",
               one ? ranking.cluster->name : kind_names(ranking), open.size(),
               ranking.missing.size() + ranking.ranked.size()),
           fmt::format(
               "thidua score --period {} --{} {}", year,
               one ? "cluster" : "kind",
               one ? ranking.cluster->id.value : open.front()->kind.value)});
    }
  }
}

void add_unscored(const Plan& plan, Date today, std::vector<Todo>& list) {
  for (const int year : plan_years(plan)) {
    const int age = static_cast<int>(today.year()) - year;
    if (age == 1 || (age == 0 && is_being_scored(plan, year, today))) {
      add_unscored(plan, year, today, list);
    }
  }
}

// Units that may be proposed for some form and are proposed for none yet.
int open_candidates(const std::vector<FormCandidates>& lists) {
  std::map<const Unit*, bool> proposed;
  for (const FormCandidates& list : lists) {
    if (list.stance != Stance::allowed) {
      continue;
    }
    for (const Candidate& candidate : list.may) {
      proposed[candidate.unit] |= candidate.proposal != nullptr;
    }
  }
  return static_cast<int>(
      std::count_if(proposed.begin(), proposed.end(),
                    [](const auto& unit) { return !unit.second; }));
}

// Somebody was judged, and may be proposed.  Whoever may be without a judgement
// says nothing of how far the year has come.
bool has_candidates(const std::vector<FormCandidates>& lists) {
  return std::any_of(
      lists.begin(), lists.end(), [](const FormCandidates& list) {
        return list.stance == Stance::allowed &&
               std::any_of(
                   list.may.begin(), list.may.end(),
                   [](const Candidate& each) { return each.is_judged(); });
      });
}

// Whether anybody who was judged may be proposed in that year.
bool add_occasions(const Plan& plan, int year, Date today,
                   std::vector<Todo>& list) {
  bool begun = false;
  for (const OccasionDate& date : occasions_in_year(plan, year)) {
    const auto lists = candidates(plan, date, {}, today);
    begun = begun || has_candidates(lists);
    const int count = open_candidates(lists);
    if (count > 0) {
      list.push_back(
          {TodoKind::eligible, msg("{0}", date.key()),
           msg("{0}: {1} {1:unit|units} may still be proposed",
               date.occasion->name, count),
           fmt::format("thidua propose-award --occasion {}", date.key())});
    }
  }
  return begun;
}

// Proposals are made when the work of a year has been judged, often after its
// end.
void add_candidates(const Plan& plan, Date today, std::vector<Todo>& list) {
  const int year = static_cast<int>(today.year());
  if (!add_occasions(plan, year, today, list)) {
    add_occasions(plan, year - 1, today, list);
  }
}

}  // namespace

std::vector<Todo> todo_list(const Plan& plan, const Diagnostics& findings,
                            Date today) {
  std::vector<Todo> list;
  const std::size_t errors = findings.count(Severity::error);
  if (errors > 0) {
    list.push_back({TodoKind::errors, msg("errors"),
                    msg("{0} {0:error|errors} in the records", errors),
                    "thidua check --level error"});
  }
  add_duties(plan, today, list);
  add_unscored(plan, today, list);
  add_candidates(plan, today, list);
  return list;
}

}  // namespace thidua
