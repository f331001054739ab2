// What a score table says of classes, ranking and quotas.
#include "model/read_score_parts.hpp"

namespace thidua {

template <>
struct Choices<Quota::Within> {
  static constexpr std::array<std::string_view, 3> words{"cluster", "table",
                                                         "parent"};
};

namespace {

bool read_by_share(Fields& f, std::string_view key) {
  static constexpr std::array<std::string_view, 2> words{"total", "share"};
  const yaml::Node* node = f.find(key);
  return node != nullptr && read_choice(*node, words, f.found()) == 1U;
}

std::vector<At<std::string>> needed_section_ids(Fields& f,
                                                std::string_view key) {
  f.require_some(key);
  return section_ids(f, key);
}

VoteGate read_vote_gate(Fields& f) {
  VoteGate gate;
  gate.vote = f.section_id("vote");
  gate.band = read_edges(f);
  if (!gate.band.low && !gate.band.high) {
    f.one_of({"from", "over", "to", "up_to"}, true);
  }
  return gate;
}

PeriodsGate read_periods_gate(Fields& f) {
  PeriodsGate gate;
  gate.classes = f.need_ids("in_periods");
  gate.at_least_span = span_of(f, {"at_least"});
  if (const yaml::Node* node = f.require("at_least")) {
    gate.at_least = read_whole(*node, f.found()).value_or(Exact{});
  }
  return gate;
}

decltype(Gate::demand) read_demand(Fields& f) {
  f.one_of({"each", "none_of", "met", "vote", "in_periods"}, true);
  if (f.has("none_of")) {
    return NoneGate{needed_section_ids(f, "none_of")};
  }
  if (f.has("met")) {
    return MetGate{needed_section_ids(f, "met")};
  }
  if (f.has("vote")) {
    return read_vote_gate(f);
  }
  if (f.has("in_periods")) {
    return read_periods_gate(f);
  }
  return EachGate{read_positive(f, "each"), section_ids(f, "of"),
                  span_of(f, {"each"})};
}

Gate read_gate(Fields& f) {
  Gate gate;
  gate.id = f.id("id");
  gate.name = f.text("name");
  gate.demand = read_demand(f);
  gate.otherwise = f.need<Effect>("else");
  return gate;
}

NotClassed read_not_classed(Fields& f) {
  NotClassed reason;
  reason.id = f.id("id");
  reason.name = f.text("name");
  f.one_of({"months_under", "fact"}, true);
  reason.months_under = maybe_positive(f, "months_under");
  if (f.has("fact")) {
    reason.fact = f.section_id("fact");
  }
  return reason;
}

std::vector<ClassLevel> read_levels(Fields& f) {
  std::vector<ClassLevel> levels;
  for_each_needed(f, "levels", [&](Fields& item) {
    ClassLevel level;
    level.id = item.id("id");
    level.name = item.text("name");
    level.band = read_edges(item);
    level.gates = item.ids("gates");
    levels.push_back(std::move(level));
  });
  std::vector<Band*> bands;
  bands.reserve(levels.size());
  for (ClassLevel& level : levels) {
    bands.push_back(&level.band);
  }
  complete_edges(bands);
  return levels;
}

}  // namespace

Classes read_classes(Fields& f) {
  Classes classes;
  classes.by_share = read_by_share(f, "of");
  classes.levels = read_levels(f);
  for_each_item(f, "gates", [&](Fields& item) {
    classes.gates.push_back(read_gate(item));
  });
  for_each_item(f, "not_classed", [&](Fields& item) {
    NotClassed reason = read_not_classed(item);
    if (reason.months_under || reason.fact) {
      classes.not_classed.push_back(std::move(reason));
    }
  });
  classes.not_above = f.maybe_id("not_above");
  return classes;
}

namespace {

TieKey read_tie_key(Fields& f) {
  TieKey key;
  f.one_of({"criterion", "group", "bonus", "deductions", "indicator"}, true);
  if (f.has("criterion")) {
    key.id = f.section_id("criterion");
  } else if (f.has("group")) {
    key.by = TieKey::By::group;
    key.id = f.section_id("group");
  } else if (f.has("indicator")) {
    key.by = TieKey::By::indicator;
    key.id = f.id("indicator");
    key.better = f.maybe<Better>("better").value_or(Better::higher);
  } else if (f.stated("bonus")) {
    key.by = TieKey::By::bonus;
  } else if (f.stated("deductions")) {
    key.by = TieKey::By::deductions;
    key.better = Better::lower;
  }
  return key;
}

}  // namespace

RankingRule read_ranking_rule(Fields& f) {
  RankingRule rule;
  rule.by_share = read_by_share(f, "by");
  for_each_item(f, "ties",
                [&](Fields& item) { rule.ties.push_back(read_tie_key(item)); });
  return rule;
}

namespace {

std::vector<QuotaShare> read_quota_shares(const yaml::Node& node,
                                          Diagnostics& found, bool whole) {
  std::vector<QuotaShare> shares;
  expect_some(node, found);
  for (const yaml::Entry& entry : node.entries()) {
    At<std::string> id{std::string(entry.key.text()), entry.key.span()};
    const auto number = whole ? read_whole(entry.value, found)
                              : read_as<Exact>(entry.value, found);
    if (check_id_key(id, found) && number) {
      shares.push_back({std::move(id), *number});
    }
  }
  return shares;
}

void read_size(Fields& f, Quota& quota) {
  f.one_of({"fixed", "percent", "percent_by_class"}, true);
  quota.size_span = span_of(f, {"fixed", "percent", "percent_by_class"});
  if (const yaml::Node* fixed = f.find("fixed");
      fixed != nullptr && fixed->is_mapping()) {
    quota.size = Quota::Size::fixed_by_cluster;
    quota.shares = read_quota_shares(*fixed, f.found(), true);
  } else if (fixed != nullptr) {
    quota.number = read_whole(*fixed, f.found()).value_or(Exact{});
  }
  if (f.has("percent")) {
    quota.size = Quota::Size::percent;
    quota.number = read_positive(f, "percent");
  }
  if (const yaml::Node* map = f.find("percent_by_class");
      map != nullptr && expect_mapping(*map, f.found())) {
    quota.size = Quota::Size::percent_by_class;
    quota.shares = read_quota_shares(*map, f.found(), false);
  }
}

// What a percentage is taken of.
void read_base(Fields& f, Quota& quota) {
  const bool is_percent = f.has("percent") || f.has("percent_by_class");
  const yaml::Node* node = is_percent ? f.require("of") : nullptr;
  if (!is_percent) {
    f.only_with("of", "percent");
    f.only_with("round", "percent");
    f.find("of");
    f.find("round");
    return;
  }
  quota.round = f.need<RoundHow>("round");
  if (node == nullptr || !node->is_mapping()) {
    static constexpr std::array<std::string_view, 1> words{"units"};
    if (node != nullptr) {
      (void)read_choice(*node, words, f.found());
    }
    return;
  }
  Fields inner(*node, f.found());
  inner.one_of({"class", "form"}, true);
  const bool of_class = inner.has("class");
  quota.base = of_class ? Quota::Base::of_class : Quota::Base::holders;
  quota.base_id = inner.id(of_class ? "class" : "form");
  inner.done();
}

Effect read_over(Fields& f, const Quota& quota) {
  static constexpr std::array<std::string_view, 2> words{"class-down",
                                                         "no-nomination"};
  const yaml::Node* node = f.find("over");
  const auto word =
      node == nullptr ? std::nullopt : read_choice(*node, words, f.found());
  if (!word) {
    return quota.of_class ? Effect::class_down : Effect::no_nomination;
  }
  return *word == 0 ? Effect::class_down : Effect::no_nomination;
}

}  // namespace

Quota read_quota(Fields& f) {
  Quota quota;
  quota.span = f.span();
  quota.id = f.id("id");
  quota.name = f.text("name");
  f.one_of({"class", "form"}, true);
  quota.of_class = f.maybe_id("class");
  quota.form = f.maybe_id("form");
  quota.within =
      f.maybe<Quota::Within>("within").value_or(Quota::Within::cluster);
  read_size(f, quota);
  read_base(f, quota);
  quota.inside = f.maybe_id("inside");
  quota.over_stated = f.has("over");
  quota.over = read_over(f, quota);
  quota.source = read_source(f, false);
  return quota;
}

}  // namespace thidua
