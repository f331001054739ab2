// The catalogue of checks: what a plan folder must hold beyond the shape of
// each record.  Each is a function from a Plan to diagnostics.
#pragma once

#include <span>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "model/plan.hpp"

namespace thidua {

// What a check gets: the plan, today, and where to put what it finds.
struct CheckRun {
  const Plan& plan;
  Date today;
  Diagnostics& found;

  void add(Code code, Span where, Message message, Message hint,
           std::string section = {}) const {
    found.add(
        {code, where, std::move(message), std::move(hint), std::move(section)});
  }
};

struct Check {
  const char* name;
  void (*run)(const CheckRun&);
};

// In the order they are begun; several run at once.
[[nodiscard]] std::span<const Check> all_checks();

// What loading found and what every check finds, sorted.  Where plan.yaml could
// not be read, only what loading found: everything else would be unknown.
[[nodiscard]] Diagnostics check_plan(const Plan& plan, Date today);

// The checks, by what they look at.
void check_plan_references(const CheckRun& run);
void check_parents(const CheckRun& run);
void check_children(const CheckRun& run);
void check_criteria(const CheckRun& run);
void check_score_tables(const CheckRun& run);
void check_frozen_tables(const CheckRun& run);
void check_awards(const CheckRun& run);
void check_rule_sets(const CheckRun& run);
void check_clusters(const CheckRun& run);
void check_units(const CheckRun& run);
void check_successions(const CheckRun& run);
void check_figures(const CheckRun& run);
void check_results_and_filings(const CheckRun& run);
void check_deadlines(const CheckRun& run);
void check_scorecards(const CheckRun& run);
void check_proposals(const CheckRun& run);
void check_assumptions(const CheckRun& run);

}  // namespace thidua
