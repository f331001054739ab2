#include "rules/gates.hpp"

#include <algorithm>

#include "rules/adjusting.hpp"
#include "rules/applicability.hpp"
#include "rules/counted_marks.hpp"

namespace thidua {
namespace {

// Whose marks count for an event of a criterion that loses points by it.
const Counting* counting_of_minus(const std::vector<ScoreItem>& items,
                                  std::string_view id) {
  for (const ScoreItem& item : items) {
    const auto* rule =
        item.rule ? std::get_if<FullMinusRule>(&*item.rule) : nullptr;
    const bool here =
        rule != nullptr &&
        std::any_of(rule->kinds.begin(), rule->kinds.end(),
                    [&](const MinusKind& kind) { return kind.id.value == id; });
    if (here) {
      return &item.counting;
    }
    if (const Counting* part = counting_of_minus(item.parts, id)) {
      return part;
    }
  }
  return nullptr;
}

Counting counting_of_minus(const KindTable& table, std::string_view id) {
  for (const ScoreGroup& group : table.groups) {
    if (const Counting* found = counting_of_minus(group.items, id)) {
      return *found;
    }
  }
  return table.counting;
}

class GateKeeper {
 public:
  GateKeeper(const UnitScore& score, const ScoreSide& side)
      : score_(score), side_(side) {}

  GateAnswer run(const Gate& gate) {
    answer_.holds = std::visit([&](const auto& demand) { return ask(demand); },
                               gate.demand);
    return std::move(answer_);
  }

 private:
  void step(Message text, Span where = {}) {
    answer_.steps.push_back({std::move(text), where});
  }

  std::optional<bool> ask(const EachGate& gate) {
    bool passed = true;
    if (gate.of.empty()) {
      for (const CriterionScore& one : score_.criteria) {
        passed = reaches(gate, one.id(), one.points, one.max) && passed;
      }
      return passed;
    }
    for (const At<std::string>& id : gate.of) {
      const CriterionScore* one = find_score(score_.criteria, id.value);
      passed = (one != nullptr ? reaches(gate, id.value, one->points, one->max)
                               : reaches_group(gate, id.value)) &&
               passed;
    }
    return passed;
  }

  bool reaches_group(const EachGate& gate, const std::string& id) {
    Exact points;
    Exact max;
    for (const CriterionScore& one : score_.criteria) {
      if (one.group != nullptr && one.group->id.value == id && one.points &&
          one.max) {
        points += *one.points;
        max += *one.max;
      }
    }
    return reaches(gate, id, points, max);
  }

  // What does not apply is not asked.
  bool reaches(const EachGate& gate, const std::string& id,
               const std::optional<Exact>& points,
               const std::optional<Exact>& max) {
    if (!points || !max || max->is_zero()) {
      return true;
    }
    const Exact share = *points * Exact{100} / *max;
    if (gate.percent <= share) {
      return true;
    }
    step(msg("`{0}`: {1} % of its maximum, below {2} %", id, share,
             gate.percent));
    return false;
  }

  std::optional<bool> ask(const NoneGate& gate) {
    bool passed = true;
    bool known = true;
    for (const At<std::string>& id : gate.of) {
      const auto found = happened(id.value);
      known = known && found.has_value();
      if (found.value_or(false)) {
        step(msg("`{0}` was recorded", id.value), id.span);
        passed = false;
      }
    }
    return !passed || known ? std::optional(passed) : std::nullopt;
  }

  // An event that was deducted or counted; nothing for a fact that nobody
  // told.
  [[nodiscard]] std::optional<bool> happened(std::string_view id) const {
    for (const auto* list : {&score_.deductions, &score_.bonuses}) {
      for (const AdjustmentScore& one : *list) {
        if (one.item->id.value == id) {
          return one.points ? std::optional(Exact{0} < *one.points)
                            : std::nullopt;
        }
      }
    }
    const CountedMarks counted =
        counted_marks(side_.plan, side_.card, id,
                      counting_of_minus(side_.rules, id), side_.today);
    if (is_fact(id)) {
      return counted_fact(counted);
    }
    const auto number = counted_number(counted, {});
    return number && Exact{0} < *number;
  }

  [[nodiscard]] bool is_fact(std::string_view id) const {
    return std::any_of(
        side_.rules.facts.begin(), side_.rules.facts.end(),
        [&](const NamedFact& fact) { return fact.id.value == id; });
  }

  std::optional<bool> ask(const MetGate& gate) {
    bool passed = true;
    for (const At<std::string>& id : gate.of) {
      const CriterionScore* one = find_score(score_.criteria, id.value);
      const auto met = one != nullptr
                           ? is_met(*one)
                           : fact_of(id.value, side_.rules.counting, side_);
      if (!met) {
        return std::nullopt;
      }
      if (!*met) {
        step(msg("`{0}` is not met", id.value), id.span);
        passed = false;
      }
    }
    return passed;
  }

  // What does not apply stands in nobody's way.
  [[nodiscard]] static std::optional<bool> is_met(const CriterionScore& one) {
    switch (one.judgement.verdict) {
      case Verdict::met:
      case Verdict::not_applicable:
        return true;
      case Verdict::not_met:
        return false;
      case Verdict::not_judged:
      case Verdict::cannot_judge:
        break;
    }
    return std::nullopt;
  }

  std::optional<bool> ask(const VoteGate& gate) {
    const auto votes =
        counted_number(counted_marks(side_.plan, side_.card, gate.vote.value,
                                     side_.rules.counting, side_.today),
                       side_.rules.counting);
    if (!votes) {
      return std::nullopt;
    }
    step(msg("vote `{0}`: {1}", gate.vote.value, *votes), gate.vote.span);
    return gate.band.holds(*votes);
  }

  std::optional<bool> ask(const PeriodsGate& gate) {
    std::int64_t count = 0;
    std::int64_t unknown = 0;
    for (const PeriodTotal& one : score_.periods) {
      unknown += one.class_is_open ? 1 : 0;
      if (one.level != nullptr && names(gate.classes, one.level->id.value)) {
        ++count;
      }
    }
    step(msg("reached in {0} of {1} {1:period|periods}", count,
             score_.periods.size()));
    const bool passed = gate.at_least <= Exact{count};
    return passed || Exact{count + unknown} < gate.at_least
               ? std::optional(passed)
               : std::nullopt;
  }

  const UnitScore& score_;
  const ScoreSide& side_;
  GateAnswer answer_;
};

}  // namespace

GateAnswer ask_gate(const Gate& gate, const UnitScore& score,
                    const ScoreSide& side) {
  return GateKeeper(score, side).run(gate);
}

}  // namespace thidua
