#include "rules/applicability.hpp"

#include <algorithm>

#include "rules/counted_marks.hpp"
#include "rules/measuring.hpp"

namespace thidua {
namespace {

using Answer = Applicability::Answer;

bool has_value(const Unit& unit, const AttributeIs& wanted) {
  return std::any_of(unit.attributes.begin(), unit.attributes.end(),
                     [&](const Attribute& each) {
                       return each.key.value == wanted.key.value &&
                              std::find(wanted.values.begin(),
                                        wanted.values.end(),
                                        each.value) != wanted.values.end();
                     });
}

bool has_role(const ScoreSide& side, std::string_view role) {
  return side.cluster != nullptr &&
         std::any_of(side.cluster->roles.begin(), side.cluster->roles.end(),
                     [&](const ClusterRole& each) {
                       return each.role.value == role &&
                              each.unit.value == side.unit.id;
                     });
}

Applicability does_not(Message reason) {
  return {Answer::does_not, std::move(reason), {}, {}};
}

// Everything but facts and figures, which may be unknown.
bool describes(const Condition& condition, const ScoreSide& side) {
  const Unit& unit = side.unit;
  return (condition.kinds.empty() || names(condition.kinds, unit.kind.value)) &&
         (condition.subkinds.empty() ||
          (unit.subkind && names(condition.subkinds, unit.subkind->value))) &&
         std::all_of(
             condition.attributes.begin(), condition.attributes.end(),
             [&](const AttributeIs& each) { return has_value(unit, each); }) &&
         (!condition.role || has_role(side, condition.role->value));
}

Applicability by_fact(std::string_view id, const Counting& counting,
                      const ScoreSide& side) {
  const auto fact = fact_of(id, counting, side);
  if (!fact) {
    return {
        Answer::not_judged, msg("nobody said whether `{0}` is so", id), {}, {}};
  }
  return *fact ? Applicability{} : does_not(msg("`{0}` is not so", id));
}

Applicability by_figure(const Measure& figure, const ScoreSide& side) {
  const Subject subject{side.today, &side.unit, nullptr, side.period};
  Measurement measured = measure(side.plan, subject, figure, side.period);
  switch (measured.verdict) {
    case Verdict::met:
      return {Answer::applies, {}, std::move(measured.steps), measured.caveats};
    case Verdict::not_met:
      return {Answer::does_not, msg("the figures do not call for it"),
              std::move(measured.steps), measured.caveats};
    default:
      return {Answer::cannot_judge, std::move(measured.reason),
              std::move(measured.steps), measured.caveats};
  }
}

}  // namespace

std::optional<bool> fact_of(std::string_view id, const Counting& counting,
                            const ScoreSide& side) {
  return counted_fact(
      counted_marks(side.plan, side.card, id, counting, side.today));
}

Applicability applicability(const Condition& condition,
                            const Counting& counting, const ScoreSide& side) {
  if (!describes(condition, side)) {
    return does_not(msg("only for other units"));
  }
  Applicability by_figures =
      condition.figure ? by_figure(*condition.figure, side) : Applicability{};
  if (!condition.fact || by_figures.answer == Answer::does_not) {
    return by_figures;
  }
  Applicability found = by_fact(condition.fact->value, counting, side);
  return found.answer == Answer::applies ? by_figures : found;
}

}  // namespace thidua
