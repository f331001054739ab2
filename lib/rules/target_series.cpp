#include "rules/target_series.hpp"

#include <utility>

namespace thidua {
namespace {

std::optional<Exact> threshold_of(const Target& target) {
  const auto* number = std::get_if<Exact>(&target.measure.threshold);
  return number == nullptr ? std::nullopt : std::optional<Exact>(*number);
}

void add_result(TargetResult result, TargetSeries& series) {
  series.caveats |= result.measurement.caveats;
  series.years.push_back(std::move(result));
}

}  // namespace

std::vector<TargetSeries> target_series(const Plan& plan,
                                        const std::vector<TargetResult>& latest,
                                        int year, Date today) {
  std::vector<TargetSeries> all;
  all.reserve(latest.size());
  for (const TargetResult& each : latest) {
    all.push_back({each.target, threshold_of(*each.target), {}, {}});
  }
  for (const int before : plan_years(plan)) {
    if (before >= year) {
      break;
    }
    std::vector<TargetResult> results = target_results(plan, before, today);
    for (std::size_t i = 0; i < all.size(); ++i) {
      add_result(std::move(results.at(i)), all[i]);
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    add_result(latest[i], all[i]);
  }
  return all;
}

}  // namespace thidua
