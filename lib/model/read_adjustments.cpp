// Bonus and deductions of a score table.
#include "model/read_score_parts.hpp"

namespace thidua {
namespace {

enum class BonusWord { count, manual, over_plan };
enum class DeductionWord { count, manual, late };

}  // namespace

template <>
struct Choices<BonusWord> {
  static constexpr std::array<std::string_view, 3> words{"count", "manual",
                                                         "over-plan"};
};
template <>
struct Choices<DeductionWord> {
  static constexpr std::array<std::string_view, 3> words{"count", "manual",
                                                         "late"};
};

namespace {

ManualRule read_bounded_rule(Fields& f) {
  f.require("most");
  return read_manual_rule(f);
}

OverPlanRule read_over_plan_rule(Fields& f) {
  OverPlanRule rule;
  f.require_some("criteria");
  rule.criteria = section_ids(f, "criteria");
  rule.per = read_positive(f, "per");
  f.one_of({"gives", "gives_percent"}, true);
  rule.gives_percent = f.has("gives_percent");
  rule.gives = read_positive(f, rule.gives_percent ? "gives_percent" : "gives");
  rule.whole = f.flag("whole");
  f.one_of({"cap", "cap_percent"}, false);
  rule.cap_percent = f.has("cap_percent");
  rule.cap = maybe_positive(f, rule.cap_percent ? "cap_percent" : "cap");
  return rule;
}

LateRule read_late_rule(Fields& f) {
  LateRule rule;
  rule.duty = f.id("duty");
  rule.bands = read_point_bands(f, false);
  rule.not_filed_span = span_of(f, {"not_filed"});
  rule.not_filed = f.need<Exact>("not_filed");
  return rule;
}

// Nothing where there is an error in the rule: half a rule would give points
// that nobody meant.
std::optional<AdjustmentRule> keep_if_sound(
    Fields& f, std::optional<AdjustmentRule> (*read)(Fields&)) {
  const std::size_t errors = f.found().count(Severity::error);
  auto rule = read(f);
  return f.found().count(Severity::error) == errors ? rule : std::nullopt;
}

std::optional<AdjustmentRule> read_bonus_rule(Fields& f) {
  const yaml::Node* node = f.require("rule");
  const auto word =
      node == nullptr ? std::nullopt : read_as<BonusWord>(*node, f.found());
  if (!word) {
    return std::nullopt;
  }
  switch (*word) {
    case BonusWord::count:
      return read_count_rule(f);
    case BonusWord::manual:
      return read_bounded_rule(f);
    case BonusWord::over_plan:
      break;
  }
  return read_over_plan_rule(f);
}

std::optional<AdjustmentRule> read_deduction_rule(Fields& f) {
  const yaml::Node* node = f.require("rule");
  const auto word =
      node == nullptr ? std::nullopt : read_as<DeductionWord>(*node, f.found());
  if (!word) {
    return std::nullopt;
  }
  switch (*word) {
    case DeductionWord::count:
      return read_count_rule(f);
    case DeductionWord::manual:
      return read_bounded_rule(f);
    case DeductionWord::late:
      break;
  }
  return read_late_rule(f);
}

std::vector<Effect> read_effects(Fields& f) {
  const yaml::Node* node = f.find("effect");
  if (node == nullptr) {
    return {};
  }
  expect_some(*node, f.found());
  if (node->is_sequence()) {
    return read_as<std::vector<Effect>>(*node, f.found())
        .value_or(std::vector<Effect>{});
  }
  const auto one = read_as<Effect>(*node, f.found());
  return one ? std::vector{*one} : std::vector<Effect>{};
}

void read_common(Fields& f, const Counting& outer, Adjustment& item) {
  item.span = f.span();
  item.id = f.section_id("id");
  item.name = f.text("name");
  item.counting = read_counting(f, outer);
  item.applies_if = f.maybe<Condition>("applies_if");
  item.source = read_source(f, false);
  item.note = f.text_or_empty("note");
}

}  // namespace

Bonus read_bonus(Fields& f, const Counting& outer) {
  Bonus bonus;
  bonus.within = f.flag("within");
  bonus.cap = maybe_positive(f, "cap");
  for_each_item(f, "items", [&](Fields& entry) {
    Adjustment item;
    read_common(entry, outer, item);
    item.rule = keep_if_sound(entry, read_bonus_rule);
    bonus.items.push_back(std::move(item));
  });
  return bonus;
}

Deductions read_deductions(Fields& f, const Counting& outer) {
  static constexpr std::array<std::string_view, 1> words{"none"};
  Deductions deductions;
  if (const yaml::Node* node = f.find("floor")) {
    deductions.floored = !read_choice(*node, words, f.found());
  }
  deductions.cap = maybe_positive(f, "cap");
  for_each_item(f, "items", [&](Fields& entry) {
    Adjustment item;
    read_common(entry, outer, item);
    item.rule = keep_if_sound(entry, read_deduction_rule);
    if (entry.has("criterion")) {
      item.criterion = entry.section_id("criterion");
    }
    item.effects_span = span_of(entry, {"effect"});
    item.effects = read_effects(entry);
    deductions.items.push_back(std::move(item));
  });
  return deductions;
}

}  // namespace thidua
