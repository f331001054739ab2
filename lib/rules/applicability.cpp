#include "rules/applicability.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "rules/counted_marks.hpp"
#include "rules/measuring.hpp"

namespace thidua {
namespace {

using Answer = Applicability::Answer;

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

Applicability cannot_say(Message reason) {
  return {Answer::cannot_judge, std::move(reason), {}, {}};
}

// All parts must hold: one "no" settles it, then one that is unknown.
void join(Applicability& all, Applicability part) {
  if (all.answer == Answer::does_not) {
    return;
  }
  if (part.answer == Answer::does_not || all.answer == Answer::applies) {
    std::swap(all, part);
  }
  if (part.answer == Answer::applies && all.answer != Answer::does_not) {
    all.steps.insert(all.steps.begin(), part.steps.begin(), part.steps.end());
    all.caveats |= part.caveats;
  }
}

// Says of an answer that it rests on what the unit only assumes.
Applicability resting_on(Applicability found, const Unit& unit,
                         std::string_view key, std::string_view value,
                         Span where) {
  if (unit.assumes(key)) {
    found.caveats.assumed = true;
    found.steps.push_back(
        {msg("`{0}` of the unit is assumed: {1}", key, value), where});
  }
  return found;
}

Applicability by_subkind(const Plan& plan, const Unit& unit,
                         const std::vector<At<std::string>>& wanted) {
  if (wanted.empty()) {
    return {};
  }
  if (unit.subkind) {
    return resting_on(names(wanted, unit.subkind->value)
                          ? Applicability{}
                          : does_not(msg("only for units of another kind")),
                      unit, "subkind", unit.subkind->value, unit.subkind->span);
  }
  const UnitKind* kind = plan.kind(unit.kind.value);
  const bool may_be = kind != nullptr &&
                      std::any_of(kind->subkinds.begin(), kind->subkinds.end(),
                                  [&](const NamedId& each) {
                                    return names(wanted, each.id.value);
                                  });
  return may_be ? cannot_say(msg("the subkind of the unit is not recorded"))
                : does_not(msg("only for units of another kind"));
}

Applicability by_attribute(const Unit& unit, const AttributeIs& wanted) {
  const std::string& key = wanted.key.value;
  const Attribute* there = unit.attribute(key);
  if (there == nullptr) {
    return cannot_say(msg("`{0}` of the unit is not recorded", key));
  }
  const bool fits = std::find(wanted.values.begin(), wanted.values.end(),
                              there->value) != wanted.values.end();
  return resting_on(
      fits ? Applicability{}
           : does_not(msg("only where `{0}` is {1}; here it is {2}", key,
                          fmt::format("{}", fmt::join(wanted.values, ", ")),
                          there->value)),
      unit, key, there->value, there->key.span);
}

// Kind and role, which are always known.
bool is_one_of(const Condition& condition, const ScoreSide& side) {
  return (condition.kinds.empty() ||
          names(condition.kinds, side.unit.kind.value)) &&
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

Applicability described(const Plan& plan, const Unit& unit,
                        const std::vector<At<std::string>>& of,
                        const std::vector<AttributeIs>& with) {
  Applicability all = by_subkind(plan, unit, of);
  for (const AttributeIs& each : with) {
    join(all, by_attribute(unit, each));
  }
  return all;
}

Applicability applicability(const Condition& condition,
                            const Counting& counting, const ScoreSide& side) {
  if (!is_one_of(condition, side)) {
    return does_not(msg("only for other units"));
  }
  Applicability all =
      described(side.plan, side.unit, condition.subkinds, condition.attributes);
  if (condition.fact) {
    join(all, by_fact(condition.fact->value, counting, side));
  }
  if (condition.figure) {
    join(all, by_figure(*condition.figure, side));
  }
  return all;
}

}  // namespace thidua
