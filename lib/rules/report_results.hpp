// What units did, from their result records: the same thing said by several
// units stands once, with all who said it.
//
// Units    resources are added up exactly by type and unit of account, never
//          across two of them.
// Errors   none; records of the years covered are taken as they stand.
// Files    results/<year>/<unit>.yaml
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "model/plan.hpp"
#include "rules/duties.hpp"
#include "rules/timeline.hpp"

namespace thidua {

// One entry of one result record.
struct ResultLine {
  const Unit* unit = nullptr;  // null: the folder has no such unit
  std::string_view name;       // of the unit, or its id
  int year = 0;
  Span where{};
  std::string_view note;
  std::string_view document;
  std::optional<Date> date;
  std::optional<Exact> amount;  // resources, households of a model, awards
};

struct ResultGroup {
  std::string_view type;          // resources: money, goods, labour
  std::string_view text;          // of resources the unit of account
  std::vector<ResultLine> lines;  // by year, then name
  std::optional<Exact> total;     // of the amounts; nothing: none is given
};

using ResultGroups = std::vector<ResultGroup>;

// How many units say it, however often and in however many years.
[[nodiscard]] std::size_t units_in(const ResultGroup& group);

// One unit's records of all years covered, counted.
struct UnitResults {
  const Unit* unit = nullptr;
  std::string_view name;
  Span where{};  // of the latest record
  std::size_t guidance = 0;
  std::size_t models = 0;
  std::size_t activities = 0;
  std::optional<Exact> own_awards;
  // As ReportResults::resources; nothing: the unit tells of none.
  std::vector<std::optional<Exact>> resources;
};

// Most often said first, then by text; resources by type, then by unit of
// account.
struct ReportResults {
  ResultGroups guidance;
  ResultGroups models;
  ResultGroups resources;
  ResultGroups activities;
  ResultGroups own_awards;
  ResultGroups shortcomings;
  ResultGroups proposals;
  ResultGroups next_steps;           // of the last year covered
  std::vector<UnitResults> by_unit;  // by kind in the plan's order, then name
  // Units that owe a yearly duty in a year covered and have no result record
  // of that year.
  std::vector<std::pair<const Unit*, std::vector<int>>> without;
  Caveats caveats;
};

// `covered`: the years of the report, first to last, at least one.  `duties`:
// as duty_states() gives them, for who owes a report.  What is dated after
// today, and a year that has not begun, is not known.
[[nodiscard]] ReportResults report_results(const Plan& plan,
                                           const std::vector<int>& covered,
                                           const std::vector<DutyState>& duties,
                                           Date today);

}  // namespace thidua
