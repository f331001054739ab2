#include "rules/checks.hpp"

#include <array>
#include <vector>

#include "base/codes.hpp"
#include "base/parallel.hpp"

namespace thidua {

std::span<const Check> all_checks() {
  static constexpr std::array<Check, 17> checks{{
      {"plan-references", check_plan_references},
      {"parents", check_parents},
      {"children", check_children},
      {"criteria", check_criteria},
      {"score-tables", check_score_tables},
      {"frozen-tables", check_frozen_tables},
      {"awards", check_awards},
      {"rule-sets", check_rule_sets},
      {"clusters", check_clusters},
      {"units", check_units},
      {"successions", check_successions},
      {"figures", check_figures},
      {"results-and-filings", check_results_and_filings},
      {"deadlines", check_deadlines},
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
    const std::span<const Check> checks = all_checks();
    std::vector<Diagnostics> parts(thread_count(0, plan.sources.size()));
    Chunks chunks(checks.size(), 1);
    on_threads(static_cast<unsigned>(parts.size()), [&](unsigned thread) {
      const CheckRun run{plan, today, parts[thread]};
      chunks.take(
          [&](std::size_t check, std::size_t) { checks[check].run(run); });
    });
    for (Diagnostics& part : parts) {
      found.add(std::move(part));
    }
  }
  found.sort();
  return found;
}

}  // namespace thidua
