// plan.yaml: what the plan judges by.
#include "model/read_measure.hpp"
#include "model/read_plan_parts.hpp"

namespace thidua {

THIDUA_READS(NamedId);
THIDUA_READS(Grade);
THIDUA_READS(GradeScale);
THIDUA_READS(StageOrder);
THIDUA_READS(Target);

std::optional<NamedId> Read<NamedId>::from(const yaml::Node& node,
                                           Diagnostics& found) {
  Fields f(node, found);
  NamedId named{f.id("id"), f.text("name")};
  return f.finish(std::move(named));
}

std::optional<Grade> Read<Grade>::from(const yaml::Node& node,
                                       Diagnostics& found) {
  Fields f(node, found);
  Grade grade;
  grade.id = f.id("id");
  grade.name = f.text("name");
  grade.meets = f.need<bool>("meets");
  return f.finish(std::move(grade));
}

std::optional<GradeScale> Read<GradeScale>::from(const yaml::Node& node,
                                                 Diagnostics& found) {
  Fields f(node, found);
  GradeScale scale;
  scale.levels = f.need_list<Grade>("levels");
  scale.origin = read_origin(f);
  return f.finish(std::move(scale));
}

std::optional<StageOrder> Read<StageOrder>::from(const yaml::Node& node,
                                                 Diagnostics& found) {
  Fields f(node, found);
  StageOrder stages;
  stages.order = f.need_list<NamedId>("order");
  stages.origin = read_origin(f);
  return f.finish(std::move(stages));
}

namespace {

// `commune`, or {children: district}.
void read_sum_over(Fields& f, Target& target) {
  const yaml::Node* node = f.find("sum_over");
  if (node == nullptr || !node->is_mapping()) {
    target.sum_over = f.maybe_id("sum_over");
    return;
  }
  Fields inner(*node, f.found());
  target.sum_over_children = inner.id("children");
  inner.done();
}

}  // namespace

std::optional<Target> Read<Target>::from(const yaml::Node& node,
                                         Diagnostics& found) {
  Fields f(node, found);
  Target target;
  target.id = f.section_id("id");
  target.name = f.text("name");
  target.measure = f.need<Measure>("measure");
  target.by_year = f.need<int>("by");
  read_sum_over(f, target);
  if (f.has("carries")) {
    target.carries = f.section_id("carries");
  }
  target.origin = read_origin(f);
  return f.finish(std::move(target));
}

std::optional<AssumableYear> Read<AssumableYear>::from(const yaml::Node& node,
                                                       Diagnostics& found) {
  if (!node.is_mapping()) {
    const auto year = read_as<int>(node, found);
    return year ? std::optional<AssumableYear>({*year, false}) : std::nullopt;
  }
  Fields f(node, found);
  AssumableYear year{f.need<int>("value"), true};
  f.require("assumed");
  f.stated("assumed");
  return f.finish(year);
}

bool read_every_year(Fields& f) {
  static constexpr std::array<std::string_view, 1> words{"year"};
  const yaml::Node* node = f.find("every");
  return node != nullptr && read_choice(*node, words, f.found()).has_value();
}

namespace {

std::vector<NamedId> read_names(Fields& f, std::string_view key) {
  std::vector<NamedId> names;
  f.each(key, [&](const At<std::string>& id, const yaml::Node& node) {
    auto name = read_as<std::string>(node, f.found());
    if (check_id_key(id, f.found()) && name) {
      names.push_back({id, std::move(*name)});
    }
  });
  return names;
}

std::vector<SubjectClass> read_subject_classes(Fields& f) {
  const yaml::Node* node = f.require_some("class");
  if (node == nullptr) {
    return {};
  }
  if (node->is_sequence()) {
    return *read_as<std::vector<SubjectClass>>(*node, f.found());
  }
  const auto one = read_as<SubjectClass>(*node, f.found());
  return one ? std::vector{*one} : std::vector<SubjectClass>{};
}

UnitKind read_kind(At<std::string> id, Fields& f) {
  UnitKind kind;
  kind.id = std::move(id);
  kind.name = f.text("name");
  kind.classes = read_subject_classes(f);
  kind.criteria = f.maybe_id("criteria");
  kind.subkinds = read_names(f, "subkinds");
  kind.open = f.flag("open");
  kind.condition = f.text_or_empty("condition");
  kind.origin = read_origin(f);
  return kind;
}

FigureKind read_figure_kind(At<std::string> id, Fields& f) {
  return {std::move(id), f.text("name"), f.maybe_id("part_of")};
}

Indicator read_indicator(At<std::string> id, Fields& f) {
  Indicator indicator;
  indicator.id = std::move(id);
  indicator.name = f.text("name");
  indicator.formula = f.need<Formula>("of");
  static constexpr std::array<std::string_view, 2> units{"percent", "count"};
  if (const yaml::Node* unit = f.require("unit")) {
    const auto index = read_choice(*unit, units, f.found());
    indicator.unit = index == 1 ? MeasureUnit::count : MeasureUnit::percent;
  }
  indicator.note = f.text_or_empty("note");
  return indicator;
}

Balance read_balance(At<std::string> id, Fields& f) {
  Balance balance;
  balance.id = std::move(id);
  balance.name = f.text("name");
  balance.of = f.id("of");
  f.find_some("less");
  balance.less = f.ids("less");
  f.find_some("plus");
  balance.plus = f.ids("plus");
  balance.origin = read_origin(f);
  return balance;
}

Breakdown read_breakdown(At<std::string> id, Fields& f) {
  Breakdown part;
  part.id = std::move(id);
  part.name = f.text("name");
  part.subject_class = f.need<SubjectClass>("class");
  f.find_some("kinds");
  part.kinds = f.ids("kinds");
  f.find_some("subkinds");
  part.subkinds = f.ids("subkinds");
  part.attributes = read_wanted_attributes(f);
  part.origin = read_origin(f);
  return part;
}

Assignment read_assignment(At<std::string> id, Fields& f) {
  return {std::move(id), f.text("name"), f.need<MeasureUnit>("unit")};
}

void read_covers(Fields& f, Occasion& occasion) {
  if (const yaml::Node* covers = f.find("covers")) {
    Fields inner(*covers, f.found());
    occasion.covers_from = inner.need<int>("from");
    occasion.covers_to = inner.need<int>("to");
    occasion.covers_assumed = inner.flag("assumed");
    inner.done();
  }
}

// `year: 2023`, or {not_stated: true}.
void read_one_year(Fields& f, Occasion& occasion) {
  const yaml::Node* node = f.find("year");
  if (node == nullptr) {
    return;
  }
  if (node->is_mapping()) {
    Fields inner(*node, f.found());
    inner.require("not_stated");
    inner.stated("not_stated");
    inner.done();
    occasion.held = Occasion::Held::year_not_stated;
    return;
  }
  occasion.last = read_as<int>(*node, f.found()).value_or(0);
  occasion.first = {occasion.last, false};
}

void read_years(Fields& f, Occasion& occasion) {
  f.one_of({"every", "year", "any_time"}, true);
  if (f.has("every")) {
    read_every_year(f);
    occasion.held = Occasion::Held::every_year;
    occasion.first = f.need<AssumableYear>("first");
    occasion.last = f.need<int>("last");
    return;
  }
  for (const char* alone : {"year", "any_time"}) {
    f.one_of({alone, "first"}, false);
    f.one_of({alone, "last"}, false);
  }
  read_one_year(f, occasion);
  if (f.stated("any_time")) {
    occasion.held = Occasion::Held::any_time;
  }
}

Occasion read_occasion(At<std::string> id, Fields& f) {
  Occasion occasion;
  occasion.id = std::move(id);
  occasion.name = f.text("name");
  read_years(f, occasion);
  read_covers(f, occasion);
  occasion.commendation =
      f.maybe<Commendation>("commendation").value_or(Commendation::movement);
  occasion.dossier_by_receiver = read_dossier_by_receiver(f);
  occasion.origin = read_origin(f);
  return occasion;
}

}  // namespace

void read_plan_rules(Fields& f, PlanSheet& sheet) {
  f.require_some("kinds");
  sheet.kinds = read_map<UnitKind>(f, "kinds", read_kind);
  sheet.grades = f.maybe<GradeScale>("grades");
  sheet.stages = f.maybe<StageOrder>("stages");
  sheet.figures = read_map<FigureKind>(f, "figures", read_figure_kind);
  sheet.indicators = read_map<Indicator>(f, "indicators", read_indicator);
  sheet.balances = read_map<Balance>(f, "balances", read_balance);
  sheet.breakdowns = read_map<Breakdown>(f, "breakdowns", read_breakdown);
  sheet.assignments = read_map<Assignment>(f, "assignments", read_assignment);
  sheet.targets = read_list_or_none<Target>(f, "targets", sheet.no_targets);
  sheet.occasions = read_map<Occasion>(f, "occasions", read_occasion);
  sheet.baselines = f.list<At<Period>>("baselines");
}

}  // namespace thidua
