#include "rules/roll_up.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "rules/awards.hpp"
#include "rules/roll_up_parts.hpp"
#include "rules/successions.hpp"

namespace thidua {
namespace {

bool is_covered(const std::vector<Period>& years, int year) {
  return std::any_of(years.begin(), years.end(), [&](const Period& each) {
    return each.closing_year() == year;
  });
}

std::vector<ChildUnitCount> unit_counts(const std::vector<ChildRow>& rows) {
  std::vector<ChildUnitCount> counts;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (rows[row].left_out) {
      continue;
    }
    for (const ChildUnits& units : rows[row].summary->kinds) {
      auto at = std::find_if(
          counts.begin(), counts.end(),
          [&](const ChildUnitCount& each) { return each.kind == units.kind; });
      if (at == counts.end()) {
        at = counts.insert(at, {units.kind, units.name, 0, {}});
      }
      at->count += units.count;
      at->by_row.emplace_back(row, units.count);
    }
  }
  return counts;
}

std::vector<CarriedTarget> carried_targets(const Plan& plan,
                                           const std::vector<ChildRow>& rows) {
  std::vector<CarriedTarget> carried;
  for (const Target& target : plan.sheet.targets) {
    CarriedTarget each{&target, {}};
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (rows[row].left_out) {
        continue;
      }
      for (const ChildTarget& below : rows[row].summary->targets) {
        if (below.carries == target.id.value) {
          each.by_row.emplace_back(row, &below);
        }
      }
    }
    if (!each.by_row.empty()) {
      carried.push_back(std::move(each));
    }
  }
  return carried;
}

// The first of the year, or of any where the duty has no year.
const ChildFiling* filing_of(const ChildSummary& summary,
                             const DutyDate& when) {
  const ChildFiling* first = nullptr;
  for (const ChildFiling& filing : summary.filings) {
    const bool fits = filing.carries == when.duty->id.value &&
                      (!when.duty->due.has_years() || filing.year == when.year);
    if (fits && (first == nullptr || filing.date < first->date)) {
      first = &filing;
    }
  }
  return first;
}

ChildFilingRow filing_row(const Plan& plan, const ChildRow& row,
                          std::size_t index, const DutyDate& when, Date today) {
  ChildFilingRow state{index};
  state.received = first_filing(plan, *row.unit, *when.duty, when.year, today);
  if (row.left_out) {
    return state;
  }
  const auto& duties = row.summary->duties;
  state.filing = filing_of(*row.summary, when);
  const bool has_duty = std::find(duties.begin(), duties.end(),
                                  when.duty->id.value) != duties.end();
  state.state = state.filing != nullptr ? ChildFilingState::filed
                : has_duty              ? ChildFilingState::not_filed
                                        : ChildFilingState::no_such_duty;
  if (state.filing != nullptr && when.last_day &&
      *when.last_day < state.filing->date) {
    state.days_late = days_between(*when.last_day, state.filing->date);
  }
  return state;
}

// Of units that owe it; a unit is there once.
void add_duty(const Plan& plan, const DutyDate& when, Date today,
              ChildrenOfKind& below) {
  ChildDuty duty{when, {}};
  const Date day = when.last_day.value_or(Period::year(when.year).last());
  for (std::size_t i = 0; i < below.rows.size(); ++i) {
    const ChildRow& row = below.rows[i];
    if (row.unit != nullptr && !row.counted_elsewhere &&
        is_owed_by(plan, *when.duty, *row.unit) &&
        ended_by(plan, row.unit->id, day) == nullptr) {
      duty.rows.push_back(filing_row(plan, row, i, when, today));
    }
  }
  if (!duty.rows.empty()) {
    below.duties.push_back(std::move(duty));
  }
}

void add_duties(const Plan& plan, const std::vector<Period>& years, Date today,
                ChildrenOfKind& below) {
  for (const Period& year : years) {
    for (const DutyDate& when : duty_dates_in(plan, year.closing_year())) {
      if (when.duty->due.has_years() || year == years.back()) {
        add_duty(plan, when, today, below);
      }
    }
  }
}

// By year, occasion, rank of the form in this plan, then name.
class AwardOrder {
 public:
  explicit AwardOrder(const Plan& plan) {
    for (const AwardForm* form : forms_by_rank(plan)) {
      ranks_.emplace(form->id.value, ranks_.size());
    }
  }

  [[nodiscard]] auto key(const ChildAward& award) const {
    const auto rank = ranks_.find(award.form);
    return std::tuple(award.year, award.occasion,
                      rank == ranks_.end() ? ranks_.size() : rank->second,
                      award.form, award.form_name);
  }

 private:
  std::map<std::string, std::size_t> ranks_;
};

// A form that this plan has too goes by its name here.
std::string name_of_form(const Plan& plan, const ChildAward& award) {
  const AwardForm* form = plan.form(award.form);
  return form == nullptr ? award.form_name : form->name;
}

std::vector<ChildAwardCount> award_counts(const Plan& plan,
                                          const std::vector<Period>& years,
                                          const std::vector<ChildRow>& rows) {
  const AwardOrder order(plan);
  std::map<decltype(order.key({})), ChildAwardCount> counts;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (rows[row].left_out) {
      continue;
    }
    for (const ChildAward& award : rows[row].summary->awards) {
      if (!is_covered(years, award.year)) {
        continue;
      }
      ChildAward named = award;
      named.form_name = name_of_form(plan, award);
      ChildAwardCount& count = counts[order.key(named)];
      count.occasion = award.occasion;
      count.occasion_name = award.occasion_name;
      count.form = award.form;
      count.form_name = named.form_name;
      count.awards.emplace_back(row, &award);
    }
  }
  std::vector<ChildAwardCount> list;
  list.reserve(counts.size());
  for (auto& [key, count] : counts) {
    list.push_back(std::move(count));
  }
  return list;
}

// Rows whose made-up data is in some number.
void collect_caveats(ChildrenOfKind& below) {
  std::set<std::size_t> rows;
  for (const ChildSumLine& line : below.lines) {
    for (const ChildSum& sum : line.sums) {
      for (const ChildShare& share : sum.shares) {
        for (const ChildLeaf& leaf : share.leaves) {
          if (leaf.record->illustrative) {
            rows.insert(share.row);
          }
        }
      }
    }
  }
  for (const ChildDuty& duty : below.duties) {
    for (const ChildFilingRow& each : duty.rows) {
      if (each.filing != nullptr && each.filing->illustrative) {
        rows.insert(each.row);
      }
    }
  }
  for (const ChildAwardCount& count : below.awards) {
    for (const auto& [row, award] : count.awards) {
      below.caveats |= award->caveats;
      if (award->caveats.illustrative) {
        rows.insert(row);
      }
    }
  }
  for (const CarriedTarget& target : below.targets) {
    for (const auto& [row, each] : target.by_row) {
      below.caveats |= each->measured.caveats;
      if (each->measured.caveats.illustrative) {
        rows.insert(row);
      }
    }
  }
  below.illustrative.assign(rows.begin(), rows.end());
  below.caveats.illustrative |= !rows.empty();
  below.caveats.assumed |= below.kind->origin.assumed;
}

ChildrenOfKind below_of(const Plan& plan, const UnitKind& kind,
                        const std::vector<Period>& years,
                        const std::vector<GatheredChild>& children,
                        Date today) {
  ChildrenOfKind below;
  below.kind = &kind;
  below.rows = rolling::rows_of(
      plan, kind, Period::window(years.front().first(), years.back().last()),
      children);
  below.units = unit_counts(below.rows);
  rolling::add_figures(plan, years, today, below);
  below.targets = carried_targets(plan, below.rows);
  add_duties(plan, years, today, below);
  below.awards = award_counts(plan, years, below.rows);
  collect_caveats(below);
  return below;
}

bool has_children(const Plan& plan, const UnitKind& kind) {
  return std::any_of(plan.sheet.children.begin(), plan.sheet.children.end(),
                     [&](const ChildGroup& group) {
                       return group.kind.value == kind.id.value;
                     });
}

const ChildrenOfKind* below_of(const RollUp& all, std::string_view kind) {
  const auto at = std::find_if(
      all.kinds.begin(), all.kinds.end(),
      [&](const ChildrenOfKind& each) { return each.kind->id.value == kind; });
  return at == all.kinds.end() ? nullptr : &*at;
}

template <class List, class State>
std::size_t count_state(const List& list, const State& fits) {
  return static_cast<std::size_t>(
      std::count_if(list.begin(), list.end(), fits));
}

}  // namespace

std::string ChildRow::name() const {
  if (unit != nullptr) {
    return unit->name.value;
  }
  return summary != nullptr ? summary->issuer : folder->path;
}

bool ChildRow::has_issued(Date as_of) const {
  return summary != nullptr &&
         !(summary->date.has_value() && as_of < summary->date.value.first());
}

bool ChildRow::is_missed() const {
  // A folder that nobody knows and that holds no plan may be anything; if it is
  // that of a unit, the unit is missed.
  const bool nobodys = unit == nullptr && summary == nullptr &&
                       (folder->state == ChildFolder::State::there ||
                        folder->state == ChildFolder::State::no_match);
  return left_out && !counted_elsewhere && !nobodys;
}

std::size_t CarriedTarget::count(Verdict verdict) const {
  return count_state(by_row, [&](const auto& each) {
    return each.second->measured.verdict == verdict;
  });
}

std::size_t ChildDuty::count(ChildFilingState state) const {
  return count_state(
      rows, [&](const ChildFilingRow& each) { return each.state == state; });
}

std::size_t ChildAwardCount::count(ProposalOutcome outcome) const {
  return count_state(awards, [&](const auto& each) {
    return each.second->outcome == outcome;
  });
}

std::size_t ChildrenOfKind::added_up() const {
  return count_state(rows, [](const ChildRow& row) { return !row.left_out; });
}

std::size_t ChildrenOfKind::missing() const {
  return count_state(rows, [](const ChildRow& row) { return row.is_missed(); });
}

std::vector<std::size_t> ChildrenOfKind::without_figures() const {
  std::vector<std::size_t> without;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].left_out && !rows[i].summary->no_figures.empty()) {
      without.push_back(i);
    }
  }
  return without;
}

std::size_t ChildrenOfKind::issued(Date as_of) const {
  return count_state(rows, [&](const ChildRow& row) {
    return row.unit != nullptr && !row.counted_elsewhere &&
           row.has_issued(as_of);
  });
}

bool RollUp::empty() const {
  return std::none_of(
      kinds.begin(), kinds.end(),
      [](const ChildrenOfKind& below) { return below.added_up() > 0; });
}

std::size_t RollUp::faulty() const {
  return count_state(children, [](const GatheredChild& child) {
    return child.trouble || (child.summary && child.summary->errors > 0);
  });
}

RollUp roll_up(const Plan& plan, const std::vector<Period>& years, int year,
               std::vector<GatheredChild> children, Date today) {
  RollUp all;
  all.children = std::move(children);
  for (const UnitKind& kind : plan.sheet.kinds) {
    if (has_children(plan, kind)) {
      all.kinds.push_back(below_of(plan, kind, years, all.children, today));
      all.caveats |= all.kinds.back().caveats;
    }
  }
  for (const Target& target : plan.sheet.targets) {
    if (target.sum_over_children) {
      all.targets.push_back(
          rolling::judge(plan, target, Period::year(year), today,
                         below_of(all, target.sum_over_children->value)));
      all.caveats |= all.targets.back().measurement.caveats;
    }
  }
  return all;
}

std::string asked_kind(const Plan& plan, const ChildFolder& child) {
  const auto& sum_over = plan.sheet.children[child.group].sum_over;
  return sum_over ? sum_over->value : std::string();
}

}  // namespace thidua
