#include "model/plan.hpp"

#include <algorithm>
#include <tuple>

#include "base/text.hpp"

namespace thidua {
namespace {

// For the short lists of the rules; those of the units are searched by halves.
template <class List>
auto find_by_id(const List& list, std::string_view id) ->
    typename List::const_pointer {
  const auto at = std::find_if(list.begin(), list.end(), [&](const auto& item) {
    if constexpr (requires { item.id.value; }) {
      return item.id.value == id;
    } else {
      return item.id == id;
    }
  });
  return at == list.end() ? nullptr : &*at;
}

// `key` makes of a record the pair it is sorted by.
template <class List, class Time, class Key>
auto find_sorted(const List& list, std::string_view owner, const Time& time,
                 Key key) -> typename List::const_pointer {
  const std::pair<std::string_view, Time> wanted(owner, time);
  const auto at = std::lower_bound(
      list.begin(), list.end(), wanted,
      [&](const auto& record, const auto& want) { return key(record) < want; });
  return at != list.end() && key(*at) == wanted ? &*at : nullptr;
}

template <class Record>
std::pair<std::string_view, Period> by_period(const Record& record) {
  return {record.unit.value, record.period.value};
}

}  // namespace

const DocumentReference* parent_of(const PlanSheet& sheet,
                                   const Delegation& delegation) {
  const DocumentReference* found = nullptr;
  for (const DocumentReference& each : sheet.parents) {
    const bool meant = delegation.to
                           ? each.number.has_value() &&
                                 each.number.value == delegation.to->value
                           : !each.through;
    if (meant && found != nullptr) {
      return nullptr;
    }
    found = meant ? &each : found;
  }
  return found;
}

const Unit* Plan::unit(std::string_view id) const {
  const auto at = std::lower_bound(
      units.begin(), units.end(), id,
      [](const Unit& unit, std::string_view want) { return unit.id < want; });
  return at != units.end() && at->id == id ? &*at : nullptr;
}

const UnitKind* Plan::kind(std::string_view id) const {
  return find_by_id(sheet.kinds, id);
}

const Body* Plan::body(std::string_view id) const {
  return find_by_id(sheet.bodies, id);
}

const Duty* Plan::duty(std::string_view id) const {
  return find_by_id(sheet.duties, id);
}

const Occasion* Plan::occasion(std::string_view id) const {
  return find_by_id(sheet.occasions, id);
}

const Indicator* Plan::indicator(std::string_view id) const {
  return find_by_id(sheet.indicators, id);
}

const FigureKind* Plan::figure_kind(std::string_view id) const {
  return find_by_id(sheet.figures, id);
}

const Assignment* Plan::assignment(std::string_view id) const {
  return find_by_id(sheet.assignments, id);
}

std::string_view Plan::assignment_name(std::string_view id) const {
  const Assignment* found = assignment(id);
  return found == nullptr ? id : std::string_view(found->name);
}

const CriteriaSet* Plan::criteria_set(std::string_view id) const {
  return find_by_id(criteria_sets, id);
}

const AwardForm* Plan::form(std::string_view id) const {
  return find_by_id(awards.forms, id);
}

const Council* Plan::council(std::string_view id) const {
  return find_by_id(awards.councils, id);
}

const RuleSet* Plan::rule_set(std::string_view id) const {
  return find_by_id(rule_sets, id);
}

const AwardStandard* Plan::standard(std::string_view id) const {
  return find_by_id(award_standards, id);
}

const CriteriaSet* Plan::criteria_of(const UnitKind& unit_kind) const {
  return unit_kind.criteria ? criteria_set(unit_kind.criteria->value) : nullptr;
}

const Grade* Plan::grade(std::string_view id_or_name) const {
  if (!sheet.grades) {
    return nullptr;
  }
  if (const Grade* by_id = find_by_id(sheet.grades->levels, id_or_name)) {
    return by_id;
  }
  // Marks are many and nearly all spell the name as the plan does: folding
  // is left to the few that do not.
  for (const Grade& grade : sheet.grades->levels) {
    if (grade.name == id_or_name) {
      return &grade;
    }
  }
  const std::string wanted = folded(id_or_name);
  for (const Grade& grade : sheet.grades->levels) {
    if (folded(grade.name) == wanted) {
      return &grade;
    }
  }
  return nullptr;
}

const Figures* Plan::figures_of(std::string_view owner,
                                const Period& period) const {
  return find_sorted(figures, owner, period, by_period<Figures>);
}

const Results* Plan::results_of(std::string_view owner, int year) const {
  return find_sorted(results, owner, year, [](const Results& r) {
    return std::pair<std::string_view, int>(r.unit.value, r.year.value);
  });
}

const Filings* Plan::filings_of(std::string_view owner, int year) const {
  return find_sorted(filings, owner, year, [](const Filings& r) {
    return std::pair<std::string_view, int>(r.owner.value, r.year.value);
  });
}

const Scorecard* Plan::scorecard_of(std::string_view owner,
                                    const Period& period) const {
  return find_sorted(scorecards, owner, period, by_period<Scorecard>);
}

std::vector<const Proposal*> Plan::proposals_of(std::string_view occasion_key,
                                                std::string_view owner) const {
  using Key = std::pair<std::string_view, std::string_view>;
  const auto key = [](const Proposal& p) {
    return Key(p.occasion.value, p.unit.value);
  };
  const Key wanted(occasion_key, owner);
  auto at = std::lower_bound(
      proposals.begin(), proposals.end(), wanted,
      [&](const Proposal& p, const Key& want) { return key(p) < want; });
  std::vector<const Proposal*> found;
  for (; at != proposals.end() && key(*at) == wanted; ++at) {
    found.push_back(&*at);
  }
  return found;
}

const Proposal* Plan::proposal(std::string_view occasion_key,
                               std::string_view owner,
                               std::string_view form_id) const {
  using Key = std::tuple<std::string_view, std::string_view, std::string_view>;
  const auto key = [](const Proposal& p) {
    return Key(p.occasion.value, p.unit.value, p.form.value);
  };
  const Key wanted(occasion_key, owner, form_id);
  const auto at = std::lower_bound(
      proposals.begin(), proposals.end(), wanted,
      [&](const Proposal& p, const Key& want) { return key(p) < want; });
  return at != proposals.end() && key(*at) == wanted ? &*at : nullptr;
}

}  // namespace thidua
