#include "rules/targets.hpp"

namespace thidua {

std::vector<TargetResult> target_results(const Plan& plan, int year,
                                         Date today) {
  std::vector<TargetResult> results;
  for (const Target& target : plan.sheet.targets) {
    TargetResult result{&target, Period::year(year), {}};
    const UnitKind* kind =
        target.sum_over ? plan.kind(target.sum_over->value) : nullptr;
    if (target.sum_over_children) {
      result.measurement.reason =
          msg("its figures are in the plan folders below; `thidua report` adds "
              "them up");
    } else if (kind == nullptr) {
      result.measurement.reason =
          msg("the target does not say whose figures are added up");
    } else {
      result.measurement = measure(plan, {today, nullptr, kind, result.period},
                                   target.measure, result.period);
      result.measurement.caveats.assumed |=
          target.origin.assumed || kind->origin.assumed;
    }
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace thidua
