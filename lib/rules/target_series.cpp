#include "rules/target_series.hpp"

#include <utility>

namespace thidua {
namespace {

std::optional<Exact> threshold_of(const Target& target) {
  const auto* number = std::get_if<Exact>(&target.measure.threshold);
  return number == nullptr ? std::nullopt : std::optional<Exact>(*number);
}

// A change is counted from the end of a year, which itself has none.
void leave_out_base(const Target& target, TargetResult& result) {
  const auto& change = target.measure.of.change;
  const auto* since = change ? std::get_if<Period>(&change->since) : nullptr;
  if (since != nullptr && result.period.last() <= since->last()) {
    result.measurement.value.reset();
    result.measurement.verdict = Verdict::not_applicable;
    result.measurement.reason =
        msg("the change is counted from the end of {0}", since->to_string());
  }
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
      leave_out_base(*all[i].target, results.at(i));
      add_result(std::move(results.at(i)), all[i]);
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    add_result(latest[i], all[i]);
  }
  return all;
}

}  // namespace thidua
