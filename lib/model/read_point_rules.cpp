// Criteria of a score table and how each gets its points.
#include "model/read_score_parts.hpp"

namespace thidua {
namespace {

ChoiceRule read_choice_rule(Fields& f) {
  ChoiceRule rule;
  for_each_needed(f, "levels", [&](Fields& item) {
    ChoiceLevel level{item.id("id"), item.text("name"), {}};
    if (const yaml::Node* share = item.require("share")) {
      level.share = read_share(*share, item.found());
    }
    rule.levels.push_back(std::move(level));
  });
  return rule;
}

// Only a plan that is a number other than 0 can never be the divisor 0.
std::optional<AtZero> read_at_zero(Fields& f, const Amount& divisor,
                                   Better better) {
  const auto* number = std::get_if<Exact>(&divisor);
  const bool safe =
      better == Better::higher && number != nullptr && !number->is_zero();
  return safe ? f.maybe<AtZero>("at_zero")
              : std::optional(f.need<AtZero>("at_zero"));
}

RatioRule read_ratio_rule(Fields& f) {
  static constexpr std::array<std::string_view, 2> excess{"cut", "bonus"};
  RatioRule rule;
  rule.value = read_amount(f, "value");
  rule.plan = f.need<Amount>("plan");
  rule.better = f.maybe<Better>("better").value_or(Better::higher);
  rule.at_zero = read_at_zero(f, rule.plan, rule.better);
  if (const yaml::Node* word = f.find("excess")) {
    rule.excess_to_bonus = read_choice(*word, excess, f.found()) == 1U;
  }
  if (!rule.excess_to_bonus) {
    f.refuse("excess_cap",
             msg("`excess_cap` says nothing without `excess: "
                 "bonus`"),
             msg("add `excess: bonus`, or take `excess_cap` out"));
  }
  rule.excess_cap = maybe_positive(f, "excess_cap");
  return rule;
}

StepsRule read_steps_rule(Fields& f) {
  StepsRule rule;
  rule.value = read_amount(f, "value");
  rule.bands = read_point_bands(f, true);
  if (f.has("else")) {
    rule.otherwise_span = span_of(f, {"else"});
    rule.otherwise = f.maybe<Exact>("else").value_or(Exact{});
  } else {
    f.find("else");
  }
  return rule;
}

// `floor: none`: nothing is kept from falling below 0.
bool read_floored(Fields& f) {
  static constexpr std::array<std::string_view, 1> words{"none"};
  const yaml::Node* node = f.find("floor");
  return node == nullptr || !read_choice(*node, words, f.found());
}

FullMinusRule read_full_minus_rule(Fields& f) {
  FullMinusRule rule;
  for_each_needed(f, "minus", [&](Fields& item) {
    MinusKind kind{item.section_id("id"), item.text("name"), {}};
    kind.each = read_positive(item, "each");
    rule.kinds.push_back(std::move(kind));
  });
  rule.floored = read_floored(f);
  return rule;
}

DurationRule read_duration_rule(Fields& f) {
  Duration duration;
  duration.span = f.span();
  duration.since = {f.id("since")};
  duration.op = f.need<Comparison>("op");
  duration.years = f.need<Exact>("years");
  return {std::move(duration)};
}

BestInGroupRule read_best_in_group_rule(Fields& f) {
  BestInGroupRule rule;
  rule.value = read_amount(f, "value");
  rule.target = f.need<Amount>("target");
  rule.better = f.maybe<Better>("better").value_or(Better::higher);
  rule.at_zero = read_at_zero(f, rule.target, rule.better);
  const yaml::Node* share = f.find("at_target");
  rule.at_target =
      share == nullptr ? Exact(1, 2) : read_share(*share, f.found());
  return rule;
}

WeightedMarkRule read_weighted_mark_rule(Fields& f) {
  WeightedMarkRule rule;
  rule.scale = read_positive(f, "scale");
  rule.weight = read_positive(f, "weight");
  return rule;
}

enum class RuleWord {
  yes_no,
  grade,
  choice,
  parts,
  ratio,
  steps,
  count,
  full_minus,
  change,
  duration,
  best_in_group,
  weighted_mark,
  manual
};

}  // namespace

template <>
struct Choices<RuleWord> {
  static constexpr std::array<std::string_view, 13> words{
      "yes-no",        "grade",         "choice",     "parts",  "ratio",
      "steps",         "count",         "full-minus", "change", "duration",
      "best-in-group", "weighted-mark", "manual"};
};

CountRule read_count_rule(Fields& f) {
  CountRule rule;
  rule.value = read_amount(f, "value");
  rule.each = read_positive(f, "each");
  rule.cap = maybe_positive(f, "cap");
  return rule;
}

ManualRule read_manual_rule(Fields& f) {
  ManualRule rule;
  rule.least_span = span_of(f, {"least"});
  rule.most_span = span_of(f, {"most"});
  rule.least = f.maybe<Exact>("least").value_or(Exact{});
  rule.most = f.maybe<Exact>("most");
  rule.step = maybe_positive(f, "step");
  return rule;
}

namespace {

PointRule read_rule(RuleWord word, Fields& f) {
  switch (word) {
    case RuleWord::yes_no:
      return YesNoRule{};
    case RuleWord::grade:
      return GradeRule{};
    case RuleWord::choice:
      return read_choice_rule(f);
    case RuleWord::parts:
      return PartsRule{};
    case RuleWord::ratio:
      return read_ratio_rule(f);
    case RuleWord::steps:
      return read_steps_rule(f);
    case RuleWord::count:
      return read_count_rule(f);
    case RuleWord::full_minus:
      return read_full_minus_rule(f);
    case RuleWord::change:
      return ChangeRule{f.need<Measure>("measure")};
    case RuleWord::duration:
      return read_duration_rule(f);
    case RuleWord::best_in_group:
      return read_best_in_group_rule(f);
    case RuleWord::weighted_mark:
      return read_weighted_mark_rule(f);
    case RuleWord::manual:
      return read_manual_rule(f);
  }
  return JudgedRule{};
}

// A maximum, a weight that becomes one, or no points.
void read_max(Fields& f, ScoreItem& item) {
  static constexpr std::array<std::string_view, 1> none{"none"};
  item.max_span = span_of(f, {"max", "weight"});
  if (const auto* rule =
          item.rule ? std::get_if<WeightedMarkRule>(&*item.rule) : nullptr) {
    item.max =
        f.has("max") ? read_positive(f, "max") : rule->scale * rule->weight;
    return;
  }
  f.one_of({"max", "weight", "points"}, true);
  item.weight = maybe_positive(f, "weight");
  item.max = maybe_positive(f, "max");
  if (const yaml::Node* points = f.find("points")) {
    (void)read_choice(*points, none, f.found());
  }
}

enum class Level { criterion, part };

void read_rule_of(Fields& f, Level level, ScoreItem& item) {
  const yaml::Node* node = f.find("rule");
  if (node == nullptr) {
    item.rule = JudgedRule{};
    return;
  }
  const auto word = read_as<RuleWord>(*node, f.found());
  if (word == RuleWord::parts && level == Level::part) {
    report(f.found(), code::not_a_choice, node->span(),
           msg("a part has no parts of its own"),
           msg("write all the parts side by side"));
    f.find("parts");
  } else if (word) {
    item.rule = read_rule(*word, f);
  }
}

bool read_needs_evidence(Fields& f) {
  static constexpr std::array<std::string_view, 1> words{"required"};
  const yaml::Node* node = f.find("evidence");
  return node != nullptr && read_choice(*node, words, f.found()).has_value();
}

std::vector<ScoreItem> read_level(Fields& f, std::string_view key, Level level,
                                  const Counting& outer);

ScoreItem read_item(Fields& f, Level level, const Counting& outer) {
  ScoreItem item;
  item.span = f.span();
  item.id = f.section_id("id");
  item.text = f.text_or_empty("text");
  const std::size_t errors = f.found().count(Severity::error);
  read_rule_of(f, level, item);
  read_max(f, item);
  const bool sound = f.found().count(Severity::error) == errors;
  item.counting = read_counting(f, outer);
  item.applies_if = f.maybe<Condition>("applies_if");
  item.needs_evidence = read_needs_evidence(f);
  if (const yaml::Node* share = f.find("meets_from")) {
    item.meets_from = read_share(*share, f.found());
  }
  item.round = f.maybe<Rounding>("round");
  item.source = read_source(f, false);
  item.note = f.text_or_empty("note");
  if (item.rule && std::holds_alternative<PartsRule>(*item.rule)) {
    item.parts = read_level(f, "parts", Level::part, item.counting);
  }
  if (!sound) {
    item.rule.reset();  // half a rule would give points that nobody meant
  }
  return item;
}

std::vector<ScoreItem> read_level(Fields& f, std::string_view key, Level level,
                                  const Counting& outer) {
  std::vector<ScoreItem> items;
  for_each_needed(f, key, [&](Fields& entry) {
    items.push_back(read_item(entry, level, outer));
  });
  return items;
}

}  // namespace

std::vector<ScoreItem> read_items(Fields& f, std::string_view key,
                                  const Counting& outer) {
  return read_level(f, key, Level::criterion, outer);
}

void settle_weights(std::vector<ScoreItem>& items, const Exact& parent_max) {
  Exact sum;
  for (const ScoreItem& item : items) {
    sum += item.weight.value_or(Exact{});
  }
  for (ScoreItem& item : items) {
    if (item.weight) {
      item.max = parent_max * *item.weight / sum;
    }
    settle_weights(item.parts, item.max.value_or(Exact{1}));
  }
}

}  // namespace thidua
