// score-tables/<id>.yaml: the file, its tables and their groups.
#include "model/read.hpp"
#include "model/read_score_parts.hpp"

namespace thidua {
namespace {

ScoreGroup read_group(Fields& f, const Counting& outer) {
  ScoreGroup group;
  group.id = f.section_id("id");
  group.name = f.text("name");
  f.one_of({"max", "weight"}, true);
  group.max_span = span_of(f, {"max", "weight"});
  group.max = maybe_positive(f, "max").value_or(Exact{});
  group.weight = maybe_positive(f, "weight");
  group.counting = read_counting(f, outer);
  group.applies_if = f.maybe<Condition>("applies_if");
  group.items = read_items(f, "criteria", group.counting);
  group.source = read_source(f, false);
  group.note = f.text_or_empty("note");
  return group;
}

void settle_all_weights(KindTable& table) {
  Exact sum;
  for (const ScoreGroup& group : table.groups) {
    sum += group.weight.value_or(Exact{});
  }
  for (ScoreGroup& group : table.groups) {
    if (group.weight) {
      group.max = table.total * *group.weight / sum;
    }
    settle_weights(group.items, group.max);
  }
}

std::optional<FromPeriods> read_from_periods(Fields& f) {
  static constexpr std::array<std::string_view, 4> each{"month", "quarter",
                                                        "half-year", "year"};
  static constexpr std::array<std::string_view, 2> totals{"mean", "sum"};
  const yaml::Node* node = f.find("periods");
  if (node == nullptr) {
    return std::nullopt;
  }
  Fields inner(*node, f.found());
  FromPeriods periods;
  periods.each_span = span_of(inner, {"each"});
  if (const yaml::Node* word = inner.require("each")) {
    periods.each = static_cast<Period::Kind>(
        read_choice(*word, each, f.found()).value_or(1));
  }
  if (const yaml::Node* word = inner.require("total")) {
    periods.sum = read_choice(*word, totals, f.found()) == 1U;
  }
  return inner.finish(periods);
}

// Where the points come from: one of four ways.
void read_points(Fields& f, KindTable& table) {
  static constexpr std::array<std::string_view, 1> words{"equal"};
  f.one_of({"points", "criteria", "groups", "periods"}, !table.is_base);
  if (const yaml::Node* points = f.find("points")) {
    table.equal = read_choice(*points, words, f.found()).has_value();
  }
  if (f.has("criteria")) {
    ScoreGroup whole;
    whole.max = table.total;
    whole.max_span = table.total_span;
    whole.items = read_items(f, "criteria", table.counting);
    table.groups.push_back(std::move(whole));
  }
  if (f.has("groups")) {
    table.grouped = true;
    for_each_needed(f, "groups", [&](Fields& item) {
      table.groups.push_back(read_group(item, table.counting));
    });
  }
  table.periods = read_from_periods(f);
  settle_all_weights(table);
}

void read_total(Fields& f, KindTable& table) {
  f.one_of({"total", "base"}, true);
  table.is_base = f.has("base");
  table.total_span = span_of(f, {"total", "base"});
  table.total =
      maybe_positive(f, table.is_base ? "base" : "total").value_or(Exact{});
}

void read_redistribute(Fields& f, KindTable& table) {
  static constexpr std::array<std::string_view, 2> words{"leave",
                                                         "redistribute"};
  const yaml::Node* node =
      f.has("groups") ? f.require("not_applicable") : f.find("not_applicable");
  table.redistribute =
      node == nullptr || read_choice(*node, words, f.found()) != 0U;
}

template <class T, class Reader>
void read_inner(Fields& f, std::string_view key, T& value, Reader reader) {
  if (const yaml::Node* node = f.find(key)) {
    Fields inner(*node, f.found());
    if (inner.usable()) {
      value = reader(inner);
      inner.done();
    }
  }
}

KindTable read_kind_table(const At<std::string>& id, Fields& f) {
  KindTable table;
  table.id = id;
  table.span = f.span();
  f.find_some("kinds");
  table.kinds = f.ids("kinds");
  if (table.kinds.empty()) {
    table.kinds.push_back(id);
  }
  read_total(f, table);
  table.counting = read_counting(f, {});
  read_points(f, table);
  read_redistribute(f, table);
  for_each_item(f, "facts", [&](Fields& item) {
    table.facts.push_back({item.section_id("id"), item.text("name")});
  });
  read_inner(f, "bonus", table.bonus,
             [&](Fields& inner) { return read_bonus(inner, table.counting); });
  read_inner(f, "deductions", table.deductions, [&](Fields& inner) {
    return read_deductions(inner, table.counting);
  });
  table.round = f.maybe<Rounding>("round");
  read_inner(f, "classes", table.classes, read_classes);
  read_inner(f, "ranking", table.ranking, read_ranking_rule);
  for_each_item(f, "quotas", [&](Fields& item) {
    table.quotas.push_back(read_quota(item));
  });
  return table;
}

void read_table_document(Fields& f, ScoreTable& table) {
  if (const yaml::Node* node = f.find("document")) {
    Fields inner(*node, f.found());
    table.document_type = inner.text("type");
    table.document_number = inner.maybe<Fact<std::string>>("number");
    table.document_date = inner.maybe<Fact<PartialDate>>("date");
    inner.done();
  }
}

void read_validity(Fields& f, ScoreTable& table) {
  const yaml::Node* valid = f.require("valid");
  if (valid == nullptr) {
    return;
  }
  Fields inner(*valid, f.found());
  if (inner.has("occasions")) {
    inner.find_some("occasions");
    inner.find_some("periods");
  } else {
    inner.require_some("periods");
  }
  table.periods = inner.list<At<Period>>("periods");
  for (At<OccasionKey>& key : inner.list<At<OccasionKey>>("occasions")) {
    table.occasions.push_back({std::move(key.value.text), key.span});
  }
  table.in_force_from = inner.maybe<Date>("from");
  inner.done();
}

}  // namespace

std::optional<ScoreTable> read_score_table(const yaml::Node& root,
                                           std::string id, Diagnostics& found) {
  Fields f(root, found);
  ScoreTable table;
  table.id = std::move(id);
  table.span = root.span();
  table.lines = rule_lines(root);
  table.name = f.text("name");
  read_table_document(f, table);
  read_validity(f, table);
  table.replaces = f.maybe_id("replaces");
  f.each("grades", [&](const At<std::string>& grade, const yaml::Node& node) {
    if (check_id_key(grade, found)) {
      table.grades.push_back({grade, read_share(node, found)});
    }
  });
  f.need_each("tables",
              [&](const At<std::string>& key, const yaml::Node& node) {
                Fields inner(node, found);
                if (inner.usable() && check_id_key(key, found)) {
                  table.tables.push_back(read_kind_table(key, inner));
                  inner.done();
                }
              });
  table.origin = read_origin(f);
  return f.finish(std::move(table));
}

}  // namespace thidua
