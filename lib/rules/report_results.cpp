#include "rules/report_results.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include "base/text.hpp"

namespace thidua {
namespace {

bool line_before(const ResultLine& a, const ResultLine& b) {
  if (a.year != b.year) {
    return a.year < b.year;
  }
  return compare_vietnamese(a.name, b.name) < 0;
}

bool more_often_said(const ResultGroup& a, const ResultGroup& b) {
  if (a.lines.size() != b.lines.size()) {
    return a.lines.size() > b.lines.size();
  }
  return compare_vietnamese(a.text, b.text) < 0;
}

std::size_t resource_rank(std::string_view type) {
  static constexpr std::array<std::string_view, 3> order{"money", "goods",
                                                         "labour"};
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), type) -
                                  order.begin());
}

bool resource_before(const ResultGroup& a, const ResultGroup& b) {
  const auto rank_a = resource_rank(a.type);
  const auto rank_b = resource_rank(b.type);
  return rank_a != rank_b ? rank_a < rank_b
                          : compare_vietnamese(a.text, b.text) < 0;
}

// Lines gathered under what they say.
class Gathering {
 public:
  void add(std::string_view type, std::string_view text, ResultLine line) {
    const auto [at, is_new] =
        index_.emplace(std::pair(type, text), groups_.size());
    if (is_new) {
      groups_.push_back({type, text, {}, {}});
    }
    ResultGroup& group = groups_[at->second];
    if (line.amount) {
      group.total = group.total.value_or(Exact{}) + *line.amount;
    }
    group.lines.push_back(std::move(line));
  }

  template <class Before>
  ResultGroups take(Before before) {
    for (ResultGroup& group : groups_) {
      std::stable_sort(group.lines.begin(), group.lines.end(), line_before);
    }
    std::stable_sort(groups_.begin(), groups_.end(), before);
    return std::move(groups_);
  }

 private:
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> index_;
  ResultGroups groups_;
};

ResultLine line_of(const Plan& plan, const Results& record) {
  ResultLine line;
  line.unit = plan.unit(record.unit.value);
  line.name = line.unit == nullptr ? record.unit.value : line.unit->name.value;
  line.year = record.year.value;
  return line;
}

bool is_known(const Guidance& guidance, Date today) {
  return !guidance.date || *guidance.date <= today;
}

class Gatherings {
 public:
  explicit Gatherings(Date today) : today_(today) {}

  void add(const Plan& plan, const Results& record, bool last_year) {
    const ResultLine line = line_of(plan, record);
    add_guidance(record, line);
    add_models(record, line);
    add_amounts(record, line);
    add_texts(activities_, record.activities, line);
    add_texts(shortcomings_, record.shortcomings, line);
    add_texts(proposals_, record.proposals, line);
    if (last_year) {
      add_texts(next_steps_, record.next_steps, line);
    }
  }

  void take_into(ReportResults& results) {
    results.guidance = guidance_.take(more_often_said);
    results.models = models_.take(more_often_said);
    results.resources = resources_.take(resource_before);
    results.activities = activities_.take(more_often_said);
    results.own_awards = own_awards_.take(more_often_said);
    results.shortcomings = shortcomings_.take(more_often_said);
    results.proposals = proposals_.take(more_often_said);
    results.next_steps = next_steps_.take(more_often_said);
  }

 private:
  static ResultLine at(const ResultLine& line, Span where) {
    ResultLine placed = line;
    placed.where = where;
    return placed;
  }

  static void add_texts(Gathering& to,
                        const std::vector<At<std::string>>& texts,
                        const ResultLine& line) {
    for (const At<std::string>& text : texts) {
      to.add({}, text.value, at(line, text.span));
    }
  }

  void add_guidance(const Results& record, const ResultLine& line) {
    for (const Guidance& each : record.guidance) {
      if (!is_known(each, today_)) {
        continue;
      }
      ResultLine issued = at(line, each.span);
      issued.document = each.document;
      issued.date = each.date;
      guidance_.add({}, each.text, std::move(issued));
    }
  }

  void add_models(const Results& record, const ResultLine& line) {
    for (const ModelOfWork& each : record.models) {
      ResultLine model = at(line, each.span);
      model.note = each.text;
      model.amount = each.households;
      models_.add({}, each.name, std::move(model));
    }
  }

  void add_amounts(const Results& record, const ResultLine& line) {
    for (const Resource& each : record.resources) {
      ResultLine given = at(line, each.span);
      given.note = each.text;
      given.amount = each.amount;
      resources_.add(each.type, each.unit, std::move(given));
    }
    for (const OwnAward& each : record.own_awards) {
      ResultLine award = at(line, each.span);
      award.amount = each.count;
      own_awards_.add({}, each.name, std::move(award));
    }
  }

  Date today_;
  Gathering guidance_;
  Gathering models_;
  Gathering resources_;
  Gathering activities_;
  Gathering own_awards_;
  Gathering shortcomings_;
  Gathering proposals_;
  Gathering next_steps_;
};

std::size_t kind_rank(const Plan& plan, const Unit* unit) {
  const UnitKind* kind =
      unit == nullptr ? nullptr : plan.kind(unit->kind.value);
  return kind == nullptr
             ? plan.sheet.kinds.size()
             : static_cast<std::size_t>(kind - plan.sheet.kinds.data());
}

void count_into(UnitResults& row, const Results& record,
                const ResultGroups& resources, Date today) {
  row.where = record.span;
  row.guidance += static_cast<std::size_t>(std::count_if(
      record.guidance.begin(), record.guidance.end(),
      [&](const Guidance& each) { return is_known(each, today); }));
  row.models += record.models.size();
  row.activities += record.activities.size();
  for (const OwnAward& award : record.own_awards) {
    row.own_awards = row.own_awards.value_or(Exact{}) + award.count;
  }
  row.resources.resize(resources.size());
  for (const Resource& resource : record.resources) {
    for (std::size_t i = 0; i < resources.size(); ++i) {
      if (resources[i].type == resource.type &&
          resources[i].text == resource.unit) {
        row.resources[i] = row.resources[i].value_or(Exact{}) + resource.amount;
      }
    }
  }
}

// `records`: by unit, year, as the Plan has them.
std::vector<UnitResults> count_by_unit(
    const Plan& plan, const std::vector<const Results*>& records,
    const ResultGroups& resources, Date today) {
  std::vector<UnitResults> rows;
  std::string_view last;
  for (const Results* record : records) {
    if (rows.empty() || last != record->unit.value) {
      const ResultLine line = line_of(plan, *record);
      rows.push_back({});
      rows.back().unit = line.unit;
      rows.back().name = line.name;
      last = record->unit.value;
    }
    count_into(rows.back(), *record, resources, today);
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const UnitResults& a, const UnitResults& b) {
                     const auto rank_a = kind_rank(plan, a.unit);
                     const auto rank_b = kind_rank(plan, b.unit);
                     return rank_a != rank_b
                                ? rank_a < rank_b
                                : compare_vietnamese(a.name, b.name) < 0;
                   });
  return rows;
}

bool is_covered(const std::vector<int>& years, int year) {
  return std::find(years.begin(), years.end(), year) != years.end();
}

// In the order of the duties: by kind, then name.
void list_without(const Plan& plan, const std::vector<int>& years,
                  const std::vector<DutyState>& duties,
                  ReportResults& results) {
  std::unordered_map<const Unit*, std::size_t> index;
  for (const DutyState& state : duties) {
    const int year = state.when.year;
    const bool yearly = state.when.duty->due.rhythm == Rhythm::every_year;
    if (state.unit == nullptr || !state.instead_of.empty() || !yearly ||
        !is_covered(years, year) ||
        plan.results_of(state.unit->id, year) != nullptr) {
      continue;
    }
    const auto [at, is_new] = index.emplace(state.unit, results.without.size());
    if (is_new) {
      results.without.push_back({state.unit, {}});
    }
    std::vector<int>& missing = results.without[at->second].second;
    if (missing.empty() || missing.back() != year) {
      missing.push_back(year);
    }
  }
}

// Nothing is known of a year that has not begun, whatever is on record.
std::vector<int> begun(std::vector<int> years, Date today) {
  const int running = static_cast<int>(today.year());
  years.erase(std::remove_if(years.begin(), years.end(),
                             [&](int year) { return year > running; }),
              years.end());
  return years;
}

}  // namespace

std::size_t units_in(const ResultGroup& group) {
  std::set<std::string_view> units;
  for (const ResultLine& line : group.lines) {
    units.insert(line.unit == nullptr ? line.name : line.unit->id);
  }
  return units.size();
}

ReportResults report_results(const Plan& plan, const std::vector<int>& covered,
                             const std::vector<DutyState>& duties, Date today) {
  const std::vector<int> years = begun(covered, today);
  ReportResults results;
  Gatherings gatherings(today);
  std::vector<const Results*> records;
  for (const Results& record : plan.results) {
    const int year = record.year.value;
    if (!is_covered(years, year)) {
      continue;
    }
    records.push_back(&record);
    gatherings.add(plan, record, year == years.back());
    const Unit* unit = plan.unit(record.unit.value);
    results.caveats.illustrative |= record.illustrative;
    if (unit != nullptr) {
      results.caveats |= caveats_of(plan, *unit);
    }
  }
  gatherings.take_into(results);
  results.by_unit = count_by_unit(plan, records, results.resources, today);
  list_without(plan, years, duties, results);
  return results;
}

}  // namespace thidua
