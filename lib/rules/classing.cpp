#include "rules/classing.hpp"

#include <algorithm>

#include "rules/applicability.hpp"
#include "rules/gates.hpp"

namespace thidua {
namespace {

using State = ClassResult::State;

// Whole months from the first day to the day after the last.
int months_between(Date first, Date last) {
  const Date end = add_days(last, 1);
  int months =
      (static_cast<int>(end.year()) - static_cast<int>(first.year())) * 12 +
      static_cast<int>(static_cast<unsigned>(end.month())) -
      static_cast<int>(static_cast<unsigned>(first.month()));
  return end.day() < first.day() ? months - 1 : months;
}

class Classifier {
 public:
  Classifier(const Classes& classes, const UnitScore& score,
             const ScoreSide& side)
      : classes_(classes), score_(score), side_(side) {}

  ClassResult run() {
    if (!is_not_classed() && find_level() && pass_own_gates()) {
      pass_general_gates();
    }
    suffer_effects();
    result_.bars.insert(result_.bars.end(), own_bars_.begin(), own_bars_.end());
    return std::move(result_);
  }

 private:
  void step(Message text, Span where = {}) {
    result_.steps.push_back({std::move(text), where});
  }

  void close(State state) {
    result_.state = state;
    result_.level = nullptr;
  }

  [[nodiscard]] bool is_known() const { return result_.state == State::known; }

  // An exception: a fact that nobody told is none.
  bool is_not_classed() {
    for (const NotClassed& reason : classes_.not_classed) {
      if (reason.months_under ? takes_part_under(*reason.months_under)
                              : fact(reason.fact->value).value_or(false)) {
        step(msg("not classed: {0}", reason.name), reason.id.span);
        close(State::not_classed);
        result_.because = &reason;
        return true;
      }
    }
    return false;
  }

  bool takes_part_under(const Exact& months) {
    const Unit& unit = side_.unit;
    Date first = side_.period.first();
    Date last = side_.period.last();
    if (unit.enrolled_from) {
      first = std::max(first, unit.enrolled_from->first());
    }
    if (unit.enrolled_to) {
      last = std::min(last, unit.enrolled_to->last());
    }
    return last < first || Exact{months_between(first, last)} < months;
  }

  [[nodiscard]] std::optional<bool> fact(std::string_view id) const {
    return fact_of(id, side_.rules.counting, side_);
  }

  bool find_level() {
    const auto number = classes_.by_share ? score_.share() : score_.total;
    if (!number) {
      step(msg("the total is not known yet"));
      close(State::open);
      return false;
    }
    for (const ClassLevel& level : classes_.levels) {
      if (level.band.holds(*number)) {
        result_.state = State::known;
        result_.level = &level;
        step(classes_.by_share
                 ? msg("{0} % of the maximum: `{1}`", *number, level.name)
                 : msg("{0} {0:point|points}: `{1}`", *number, level.name),
             level.id.span);
        return true;
      }
    }
    step(msg("{0} lies in no class", *number));
    close(State::none);
    return false;
  }

  void lower() {
    const ClassLevel* next = level_below(classes_, *result_.level);
    if (next == nullptr) {
      step(msg("there is no class below"));
      close(State::none);
      return;
    }
    result_.level = next;
    step(msg("one class down: `{0}`", next->name), next->id.span);
  }

  void suffer(Effect effect) {
    switch (effect) {
      case Effect::class_down:
        lower();
        return;
      case Effect::no_class:
        step(msg("no class"));
        close(State::none);
        return;
      case Effect::no_nomination:
        step(msg("may not be proposed for an award"));
        return;
    }
  }

  // All gates of a level are asked, once; of those that do not hold the
  // hardest effect comes first.  False where no class is left.
  bool pass_own_gates() {
    while (is_known() && tried_ != result_.level) {
      tried_ = result_.level;
      own_bars_.clear();
      std::vector<const Gate*> closed;
      for (const At<std::string>& id : tried_->gates) {
        const Gate* gate = gate_of(id.value);
        if (gate != nullptr && !opens(*gate)) {
          closed.push_back(gate);
        }
      }
      for (const Effect effect :
           {Effect::no_class, Effect::class_down, Effect::no_nomination}) {
        for (const Gate* gate : closed) {
          if (gate->otherwise == effect && result_.level == tried_) {
            suffer_gate(*gate, own_bars_);
          }
        }
      }
    }
    return is_known();
  }

  void pass_general_gates() {
    for (const Gate& gate : classes_.gates) {
      if (is_known() && !is_of_a_level(gate)) {
        if (!opens(gate) && is_known()) {
          suffer_gate(gate, result_.bars);
        }
        pass_own_gates();
      }
    }
  }

  // Of deductions; what bars from awards does so without a class as well.
  void suffer_effects() {
    for (const AdjustmentScore& deduction : score_.deductions) {
      if (!deduction.points || *deduction.points <= Exact{0}) {
        continue;
      }
      for (const Effect effect : deduction.item->effects) {
        if (effect != Effect::no_nomination && !is_known()) {
          continue;
        }
        step(msg("because of `{0}`", deduction.item->name),
             deduction.item->id.span);
        suffer(effect);
        pass_own_gates();
      }
    }
  }

  [[nodiscard]] bool is_of_a_level(const Gate& gate) const {
    return std::any_of(classes_.levels.begin(), classes_.levels.end(),
                       [&](const ClassLevel& level) {
                         return names(level.gates, gate.id.value);
                       });
  }

  [[nodiscard]] const Gate* gate_of(std::string_view id) const {
    for (const Gate& gate : classes_.gates) {
      if (gate.id.value == id) {
        return &gate;
      }
    }
    return nullptr;
  }

  // False where the gate does not hold, or nobody knows: then no class is
  // known.
  bool opens(const Gate& gate) {
    GateAnswer answer = ask_gate(gate, score_, side_);
    for (Step& one : answer.steps) {
      result_.steps.push_back(std::move(one));
    }
    if (!answer.holds) {
      step(msg("it is not known whether `{0}` holds", gate.name), gate.id.span);
      result_.unknown.push_back(&gate);
      close(State::open);
    }
    return answer.holds.value_or(false);
  }

  void suffer_gate(const Gate& gate, std::vector<NominationBar>& bars) {
    step(msg("`{0}` does not hold", gate.name), gate.id.span);
    if (std::find(result_.failed.begin(), result_.failed.end(), &gate) ==
        result_.failed.end()) {
      result_.failed.push_back(&gate);
    }
    if (gate.otherwise == Effect::no_nomination) {
      bars.push_back({gate.name, {}, gate.id.span, {}});
    }
    suffer(gate.otherwise);
  }

  const Classes& classes_;
  const UnitScore& score_;
  const ScoreSide& side_;
  ClassResult result_;
  const ClassLevel* tried_ = nullptr;    // whose gates were asked last
  std::vector<NominationBar> own_bars_;  // by them
};

}  // namespace

ClassResult class_of(const Classes& classes, const UnitScore& score,
                     const ScoreSide& side) {
  return Classifier(classes, score, side).run();
}

std::size_t place_of(const Classes& classes, std::string_view id) {
  const auto at = std::find_if(
      classes.levels.begin(), classes.levels.end(),
      [&](const ClassLevel& level) { return level.id.value == id; });
  return static_cast<std::size_t>(at - classes.levels.begin());
}

const ClassLevel* level_below(const Classes& classes, const ClassLevel& level) {
  const std::size_t next = place_of(classes, level.id.value) + 1;
  return next < classes.levels.size() ? &classes.levels[next] : nullptr;
}

void hold_below(const Classes& classes, const Unit& other,
                const ClassLevel& level, ClassResult& result) {
  const std::size_t place = place_of(classes, level.id.value);
  if (result.level != nullptr && place < classes.levels.size() &&
      place_of(classes, result.level->id.value) < place) {
    result.level = &classes.levels[place];
    result.steps.push_back({msg("not above `{0}`, whose class is `{1}`",
                                other.name.value, level.name),
                            result.level->id.span});
  }
}

void hold_below(const Classes& classes, const UnitScore& other,
                ClassResult& result) {
  if (!other.classed || other.classed->state == ClassResult::State::open) {
    result.steps.push_back(
        {msg("the class of `{0}` is not known yet", other.unit->name.value),
         {}});
  } else if (other.classed->level != nullptr) {
    hold_below(classes, *other.unit, *other.classed->level, result);
  }
}

}  // namespace thidua
