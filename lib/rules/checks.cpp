#include "rules/checks.hpp"

#include <array>

#include "base/codes.hpp"

namespace thidua {

std::span<const Check> all_checks() {
  static constexpr std::array<Check, 14> checks{{
      {"plan-references", check_plan_references},
      {"parents", check_parents},
      {"criteria", check_criteria},
      {"score-tables", check_score_tables},
      {"frozen-tables", check_frozen_tables},
      {"awards", check_awards},
      {"rule-sets", check_rule_sets},
      {"clusters", check_clusters},
      {"units", check_units},
      {"figures", check_figures},
      {"results-and-filings", check_results_and_filings},
      {"scorecards", check_scorecards},
      {"proposals", check_proposals},
      {"assumptions", check_assumptions},
  }};
  return checks;
}

Diagnostics check_plan(const Plan& plan, Date today) {
  Diagnostics found;
  found.add(plan.diagnostics);
  if (plan.has_sheet) {
    const CheckRun run{plan, today, found};
    for (const Check& check : all_checks()) {
      check.run(run);
    }
  }
  found.sort();
  return found;
}

}  // namespace thidua
