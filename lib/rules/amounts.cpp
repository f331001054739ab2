#include "rules/amounts.hpp"

#include <algorithm>

#include "rules/durations.hpp"

namespace thidua {
namespace {

Measured marked_number(const Mark* mark) {
  Measured result;
  if (mark == nullptr) {
    result.missing = msg("no mark yet");
  } else if (!mark->number) {
    result.missing = msg("the mark does not fit the criterion");
  } else {
    result.value = *mark->number;
    result.steps.push_back(
        {msg("number marked: {0}", *mark->number), mark->span});
  }
  return result;
}

}  // namespace

Measured amount_of(const Amount& amount, const Mark* mark,
                   const ScoreSide& side) {
  const Subject subject{side.today, &side.unit, nullptr, side.period};
  if (const auto* number = std::get_if<Exact>(&amount)) {
    Measured result;
    result.value = *number;
    return result;
  }
  if (const auto* quantity = std::get_if<Quantity>(&amount)) {
    return measure(side.plan, subject, *quantity, side.period);
  }
  if (const auto* assigned = std::get_if<FromAssigned>(&amount)) {
    return assigned_target(side.plan, subject, assigned->assignment.value,
                           side.period);
  }
  if (const auto* since = std::get_if<YearsSince>(&amount)) {
    return years_since(*since, side.unit, side.period);
  }
  return marked_number(mark);
}

bool is_marked(const Amount& amount) {
  return std::holds_alternative<FromMark>(amount);
}

Achievement achievement(const Amount& value, const Amount& plan, Better better,
                        const Mark* mark, const ScoreSide& side) {
  Achievement result;
  const Measured actual = amount_of(value, mark, side);
  const Measured wanted = amount_of(plan, mark, side);
  for (const Measured* part : {&actual, &wanted}) {
    result.steps.insert(result.steps.end(), part->steps.begin(),
                        part->steps.end());
    result.caveats |= part->caveats;
  }
  if (!actual.value || !wanted.value) {
    result.waits_for_mark =
        mark == nullptr && ((!actual.value && is_marked(value)) ||
                            (!wanted.value && is_marked(plan)));
    result.missing = actual.value ? wanted.missing : actual.missing;
    return result;
  }
  const bool higher = better == Better::higher;
  const Exact& above = higher ? *actual.value : *wanted.value;
  const Exact& below = higher ? *wanted.value : *actual.value;
  if (below.is_zero()) {
    result.divides_by_zero = true;
    result.steps.push_back({msg("{0} / {1}: divided by 0", above, below), {}});
    return result;
  }
  result.share = std::max(above / below, Exact{0});
  result.steps.push_back(
      {msg("{0} / {1} = {2} %", above, below, *result.share * Exact{100}), {}});
  return result;
}

Exact rounded(const Exact& value, RoundHow how) {
  Exact down = value.floor();
  switch (how) {
    case RoundHow::down:
      return down;
    case RoundHow::up:
      return down == value ? down : down + Exact{1};
    case RoundHow::half_up:
      break;
  }
  return (value + Exact(1, 2)).floor();
}

Exact rounded(const Exact& value, const Rounding& rounding) {
  return rounded(value / rounding.to, rounding.how) * rounding.to;
}

}  // namespace thidua
