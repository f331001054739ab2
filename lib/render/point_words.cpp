#include "render/point_words.hpp"

#include "render/card_words.hpp"
#include "render/measures.hpp"
#include "rules/measuring.hpp"

namespace thidua::render {
namespace {

class RuleWords {
 public:
  explicit RuleWords(const CardView& view) : view_(view) {}

  std::string operator()(const JudgedRule& /*rule*/) const {
    return view_.say("as the criteria set judges it");
  }
  std::string operator()(const YesNoRule& /*rule*/) const {
    return view_.say("yes or no");
  }
  std::string operator()(const GradeRule& /*rule*/) const {
    return view_.say("graded");
  }
  std::string operator()(const ChoiceRule& rule) const {
    std::string levels;
    for (const ChoiceLevel& level : rule.levels) {
      append(levels, fmt::format("{} {}", level.name, num(level.share)));
    }
    return view_.say(msg("levels: {0}", levels));
  }
  std::string operator()(const PartsRule& /*rule*/) const {
    return view_.say("sum of its parts");
  }
  std::string operator()(const RatioRule& rule) const {
    std::string text =
        rule.better == Better::higher
            ? view_.say(msg("ratio: {0} / {1}", amount(rule.value),
                            amount(rule.plan)))
            : view_.say(msg("ratio, lower is better: {0} / {1}",
                            amount(rule.plan), amount(rule.value)));
    append(text, at_zero(rule.at_zero));
    if (rule.excess_to_bonus) {
      append(text,
             rule.excess_cap
                 ? view_.say(msg("what is over goes to the bonus, no more "
                                 "than {0}",
                                 *rule.excess_cap))
                 : view_.say("what is over goes to the bonus"));
    }
    return text;
  }
  std::string operator()(const StepsRule& rule) const {
    std::string text = view_.say(
        msg("bands of {0}: {1}", amount(rule.value), bands(rule.bands)));
    append(text, view_.say(msg("else {0}", rule.otherwise)));
    return text;
  }
  std::string operator()(const CountRule& rule) const {
    std::string text =
        view_.say(msg("{0} for each: {1}", rule.each, amount(rule.value)));
    append(text, at_most(rule.cap));
    return text;
  }
  std::string operator()(const FullMinusRule& rule) const {
    std::string kinds;
    for (const MinusKind& kind : rule.kinds) {
      append(kinds, fmt::format("{} -{}", kind.name, num(kind.each)));
    }
    std::string text = view_.say(msg("all points, less for each: {0}", kinds));
    append(text, rule.floored ? "" : view_.say("may fall below 0"));
    return text;
  }
  std::string operator()(const ChangeRule& rule) const {
    return fmt::format("{} {}", measured_words(rule.measure.of, view_),
                       demand_words(rule.measure, view_));
  }
  std::string operator()(const DurationRule& rule) const {
    return duration_words(rule.duration, view_);
  }
  std::string operator()(const BestInGroupRule& rule) const {
    std::string text = view_.say(msg(
        "against the best of the group: {0}, target {1}; reaching it gives {2}",
        amount(rule.value), amount(rule.target), rule.at_target));
    append(text, rule.better == Better::lower ? view_.say("lower is better")
                                              : std::string());
    append(text, at_zero(rule.at_zero));
    return text;
  }
  std::string operator()(const WeightedMarkRule& rule) const {
    return view_.say(
        msg("mark of 0 to {0}, weight {1}", rule.scale, rule.weight));
  }
  std::string operator()(const ManualRule& rule) const {
    std::string text =
        rule.most ? view_.say(msg("points given by hand, {0} to {1}",
                                  rule.least, *rule.most))
        : rule.least.is_zero()
            ? view_.say("points given by hand")
            : view_.say(msg("points given by hand, from {0}", rule.least));
    append(text, rule.step ? view_.say(msg("in steps of {0}", *rule.step))
                           : std::string());
    return text;
  }
  std::string operator()(const OverPlanRule& rule) const {
    std::string text = view_.say(
        rule.gives_percent
            ? msg("{0} % of the maximum for each {1} % over the plan of {2}",
                  rule.gives, rule.per, names_of(rule.criteria))
            : msg("{0} for each {1} % over the plan of {2}", rule.gives,
                  rule.per, names_of(rule.criteria)));
    append(text, rule.whole ? view_.say("only whole steps") : std::string());
    append(text,
           rule.cap && rule.cap_percent
               ? view_.say(msg("no more than {0} % of the maximum", *rule.cap))
               : at_most(rule.cap));
    return text;
  }
  std::string operator()(const LateRule& rule) const {
    const Duty* duty = view_.plan.duty(rule.duty.value);
    std::string text = view_.say(
        msg("days late with “{0}”: {1}",
            duty == nullptr ? rule.duty.value : duty->name, bands(rule.bands)));
    append(text, view_.say(msg("not filed: {0}", rule.not_filed)));
    return text;
  }

 private:
  [[nodiscard]] std::string num(const Exact& value) const {
    return number(value, view_.language);
  }

  [[nodiscard]] std::string at_most(const std::optional<Exact>& cap) const {
    return cap ? view_.say(msg("no more than {0}", *cap)) : std::string();
  }

  [[nodiscard]] std::string amount(const Amount& amount) const {
    if (const auto* value = std::get_if<Exact>(&amount)) {
      return num(*value);
    }
    if (const auto* quantity = std::get_if<Quantity>(&amount)) {
      return measured_words(*quantity, view_);
    }
    if (const auto* assigned = std::get_if<FromAssigned>(&amount)) {
      return view_.say(
          msg("the assigned target “{0}”",
              view_.plan.assignment_name(assigned->assignment.value)));
    }
    if (const auto* since = std::get_if<YearsSince>(&amount)) {
      return view_.say(msg("years since `{0}`", since->attribute.value));
    }
    return view_.say("the marked number");
  }

  [[nodiscard]] std::string bands(const std::vector<PointBand>& bands) const {
    std::string text;
    for (const PointBand& each : bands) {
      append(text,
             each.is_share
                 ? view_.say(msg("{0} gives {1} % of the maximum",
                                 band_words(each.band, view_),
                                 each.points * Exact{100}))
                 : view_.say(msg("{0} gives {1}", band_words(each.band, view_),
                                 each.points)));
    }
    return text;
  }

  [[nodiscard]] std::string at_zero(const std::optional<AtZero>& rule) const {
    if (!rule) {
      return {};
    }
    switch (*rule) {
      case AtZero::full:
        return view_.say("divided by 0 it gives all points");
      case AtZero::nothing:
        return view_.say("divided by 0 it gives nothing");
      case AtZero::not_applicable:
        break;
    }
    return view_.say("divided by 0 it does not apply");
  }

  const CardView& view_;
};

struct RuleKey {
  const char* operator()(const JudgedRule&) const { return "judged"; }
  const char* operator()(const YesNoRule&) const { return "yes-no"; }
  const char* operator()(const GradeRule&) const { return "grade"; }
  const char* operator()(const ChoiceRule&) const { return "choice"; }
  const char* operator()(const PartsRule&) const { return "parts"; }
  const char* operator()(const RatioRule&) const { return "ratio"; }
  const char* operator()(const StepsRule&) const { return "steps"; }
  const char* operator()(const CountRule&) const { return "count"; }
  const char* operator()(const FullMinusRule&) const { return "full-minus"; }
  const char* operator()(const ChangeRule&) const { return "change"; }
  const char* operator()(const DurationRule&) const { return "duration"; }
  const char* operator()(const BestInGroupRule&) const {
    return "best-in-group";
  }
  const char* operator()(const WeightedMarkRule&) const {
    return "weighted-mark";
  }
  const char* operator()(const ManualRule&) const { return "manual"; }
  const char* operator()(const OverPlanRule&) const { return "over-plan"; }
  const char* operator()(const LateRule&) const { return "late"; }
};

}  // namespace

const char* key_of(const PointRule& rule) {
  return std::visit(RuleKey{}, rule);
}

const char* key_of(const AdjustmentRule& rule) {
  return std::visit(RuleKey{}, rule);
}

std::string rule_words(const PointRule& rule, const CardView& view) {
  return std::visit(RuleWords(view), rule);
}

std::string rule_words(const AdjustmentRule& rule, const CardView& view) {
  return std::visit(RuleWords(view), rule);
}

}  // namespace thidua::render
