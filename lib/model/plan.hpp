// Plan: a whole plan folder in memory, records and diagnostics, immutable once
// loaded.  lib/folder makes it, lib/rules reads it.
//
// A folder with faults still gives a Plan: the faulty records are left out or
// lack the faulty part, and `diagnostics` says so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/child_folder.hpp"
#include "model/holidays.hpp"
#include "model/parent_plan.hpp"
#include "model/plan_sheet.hpp"
#include "model/proposal.hpp"
#include "model/rule_books.hpp"
#include "model/rule_set.hpp"
#include "model/score_table.hpp"
#include "model/succession.hpp"
#include "model/unit_records.hpp"

namespace thidua {

struct Settings {
  std::optional<Language> language;
  int due_within_days = 30;
};

struct Plan {
  std::vector<Source> sources;           // by path; Span::file counts in here
  std::vector<std::string> other_files;  // evidence, by path
  Diagnostics diagnostics;

  Settings settings;
  bool has_sheet = false;  // plan.yaml could be read at all
  bool is_part = false;    // only some units are there: none can be compared
  PlanSheet sheet;
  // Nearest first.  What the plan leaves to them stands in its own lists, as
  // far as they hold it.
  std::vector<ParentPlan> parents;
  std::vector<ChildFolder> children;           // in the order of plan.yaml
  std::vector<CriteriaSet> criteria_sets;      // by id
  std::vector<ScoreTable> score_tables;        // by id
  std::vector<FrozenTable> frozen_tables;      // by id of the score table
  std::vector<AwardStandard> award_standards;  // by id
  Awards awards;
  std::vector<Cluster> clusters;        // in file order
  std::vector<Succession> successions;  // in file order
  // Those that come with the program, and the plan's own, which take the place
  // of one of the same id or day.
  std::vector<RuleSet> rule_sets;  // by id
  BaseWages base_wages;            // by day
  std::vector<Holidays> holidays;  // by year

  std::vector<Unit> units;            // by id
  std::vector<Figures> figures;       // by unit, period
  std::vector<Results> results;       // by unit, year
  std::vector<Filings> filings;       // by owner, year
  std::vector<Scorecard> scorecards;  // by unit, period
  std::vector<Proposal> proposals;    // by occasion, unit, form

  // All of these: null where there is none.
  [[nodiscard]] const Unit* unit(std::string_view id) const;
  [[nodiscard]] const UnitKind* kind(std::string_view id) const;
  [[nodiscard]] const Body* body(std::string_view id) const;
  [[nodiscard]] const Duty* duty(std::string_view id) const;
  [[nodiscard]] const Occasion* occasion(std::string_view id) const;
  [[nodiscard]] const Indicator* indicator(std::string_view id) const;
  [[nodiscard]] const FigureKind* figure_kind(std::string_view id) const;
  [[nodiscard]] const Assignment* assignment(std::string_view id) const;
  // Its id, where the plan does not declare it.
  [[nodiscard]] std::string_view assignment_name(std::string_view id) const;
  [[nodiscard]] const CriteriaSet* criteria_set(std::string_view id) const;
  [[nodiscard]] const AwardForm* form(std::string_view id) const;
  [[nodiscard]] const AwardStandard* standard(std::string_view id) const;
  [[nodiscard]] const RuleSet* rule_set(std::string_view id) const;
  // The set that units of a kind are judged by.
  [[nodiscard]] const CriteriaSet* criteria_of(const UnitKind& kind) const;
  // A grade by its id or, as people type it, its name.
  [[nodiscard]] const Grade* grade(std::string_view id_or_name) const;

  [[nodiscard]] const Figures* figures_of(std::string_view unit,
                                          const Period& period) const;
  [[nodiscard]] const Results* results_of(std::string_view unit,
                                          int year) const;
  [[nodiscard]] const Filings* filings_of(std::string_view owner,
                                          int year) const;
  [[nodiscard]] const Scorecard* scorecard_of(std::string_view unit,
                                              const Period& period) const;
  [[nodiscard]] const Council* council(std::string_view id) const;
  // Of one unit on one occasion, by form.
  [[nodiscard]] std::vector<const Proposal*> proposals_of(
      std::string_view occasion, std::string_view unit) const;
  [[nodiscard]] const Proposal* proposal(std::string_view occasion,
                                         std::string_view unit,
                                         std::string_view form) const;
};

}  // namespace thidua
