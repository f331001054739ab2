// plan.yaml.  The order of the readers is the order of the file.
#include "model/read.hpp"
#include "model/read_measure.hpp"

namespace thidua {

// A list of mappings is read item by item through Read<T>; a mapping whose
// keys are ids through Fields::each.
THIDUA_READS(Signature);
THIDUA_READS(PlanDocument);
THIDUA_READS(Issuer);
THIDUA_READS(Reading);
THIDUA_READS(NamedId);
THIDUA_READS(Grade);
THIDUA_READS(GradeScale);
THIDUA_READS(StageOrder);
THIDUA_READS(Target);
THIDUA_READS(AssumableYear);
THIDUA_READS(TimelineEntry);
THIDUA_READS(DutyOwers);
THIDUA_READS(Due);
THIDUA_READS(Duty);
THIDUA_READS(Responsibility);
THIDUA_READS(LinkedMovement);

std::optional<Signature> Read<Signature>::from(const yaml::Node& node,
                                               Diagnostics& found) {
  Fields f(node, found);
  Signature signature;
  signature.form = f.text("form");
  signature.title = f.text("title");
  signature.name = f.need<Fact<std::string>>("name");
  return f.finish(std::move(signature));
}

std::optional<PlanDocument> Read<PlanDocument>::from(const yaml::Node& node,
                                                     Diagnostics& found) {
  Fields f(node, found);
  PlanDocument document;
  document.type = f.text("type");
  document.number = f.need<Fact<std::string>>("number");
  document.date = f.need<Fact<PartialDate>>("date");
  document.place = f.text_or_empty("place");
  document.signature = f.maybe<Signature>("signed");
  return f.finish(std::move(document));
}

std::optional<Issuer> Read<Issuer>::from(const yaml::Node& node,
                                         Diagnostics& found) {
  Fields f(node, found);
  Issuer issuer;
  issuer.name = f.text("name");
  issuer.level = f.text("level");
  issuer.province = f.text_or_empty("province");
  issuer.printed = f.text_or_empty("printed");
  return f.finish(std::move(issuer));
}

std::optional<Reading> Read<Reading>::from(const yaml::Node& node,
                                           Diagnostics& found) {
  Fields f(node, found);
  Reading reading;
  reading.where = f.text("where");
  reading.printed = f.text("printed");
  reading.read = f.text_or_empty("read");
  reading.reason = f.text("reason");
  return f.finish(std::move(reading));
}

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
  scale.levels = f.need<std::vector<Grade>>("levels");
  scale.origin = read_origin(f);
  return f.finish(std::move(scale));
}

std::optional<StageOrder> Read<StageOrder>::from(const yaml::Node& node,
                                                 Diagnostics& found) {
  Fields f(node, found);
  StageOrder stages;
  stages.order = f.need<std::vector<NamedId>>("order");
  stages.origin = read_origin(f);
  return f.finish(std::move(stages));
}

std::optional<Target> Read<Target>::from(const yaml::Node& node,
                                         Diagnostics& found) {
  Fields f(node, found);
  Target target;
  target.id = f.section_id("id");
  target.name = f.text("name");
  target.measure = f.need<Measure>("measure");
  target.by_year = f.need<int>("by");
  target.sum_over = f.maybe_id("sum_over");
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
  AssumableYear year{f.need<int>("value"), f.need<bool>("assumed")};
  return f.finish(std::move(year));
}

// `every: year` is the only rhythm a plan has shown so far.
static bool read_every_year(Fields& f) {
  static constexpr std::array<std::string_view, 1> words{"year"};
  const yaml::Node* node = f.find("every");
  return node != nullptr && read_choice(*node, words, f.found()).has_value();
}

static bool read_stated_true(Fields& f, std::string_view key) {
  const yaml::Node* node = f.find(key);
  if (node != nullptr) {
    expect_true(*node, f.found());
  }
  return node != nullptr;
}

std::optional<TimelineEntry> Read<TimelineEntry>::from(const yaml::Node& node,
                                                       Diagnostics& found) {
  Fields f(node, found);
  TimelineEntry entry;
  entry.id = f.section_id("id");
  entry.name = f.text("name");
  entry.occasion = f.maybe_id("occasion");
  f.one_of({"when", "every", "not_stated"}, true);
  if (read_every_year(f)) {
    entry.when = EveryYear{};
  } else if (read_stated_true(f, "not_stated")) {
    entry.when = NotStated{};
  } else {
    entry.when = f.maybe<PartialDate>("when").value_or(PartialDate{});
  }
  f.find("when");
  entry.who = f.text("who");
  entry.source = read_source(f, true);
  return f.finish(std::move(entry));
}

std::optional<DutyOwers> Read<DutyOwers>::from(const yaml::Node& node,
                                               Diagnostics& found) {
  Fields f(node, found);
  DutyOwers owers;
  owers.kinds = f.ids("kinds");
  owers.cluster_members = f.flag("cluster_members");
  owers.body = f.maybe_id("body");
  const bool units_too = !owers.kinds.empty() || owers.cluster_members;
  f.one_of(
      {"body", owers.kinds.empty() && units_too ? "cluster_members" : "kinds"},
      true);
  return f.finish(std::move(owers));
}

std::optional<Due> Read<Due>::from(const yaml::Node& node, Diagnostics& found) {
  Fields f(node, found);
  Due due;
  f.require("every");
  read_every_year(f);
  f.one_of({"before", "by", "not_stated"}, true);
  const auto before = f.maybe<MonthDay>("before");
  const auto by = f.maybe<MonthDay>("by");
  due.before = before.has_value();
  due.day = before ? before : by;
  read_stated_true(f, "not_stated");
  due.strict = f.maybe<bool>("strict").value_or(true);
  due.first = f.need<AssumableYear>("first");
  due.last = f.need<int>("last");
  return f.finish(std::move(due));
}

std::optional<Duty> Read<Duty>::from(const yaml::Node& node,
                                     Diagnostics& found) {
  Fields f(node, found);
  Duty duty;
  duty.id = f.id("id");
  duty.name = f.text("name");
  duty.from = f.need<DutyOwers>("from");
  f.one_of({"to", "to_not_stated"}, true);
  duty.to = f.maybe_id("to");
  read_stated_true(f, "to_not_stated");
  duty.via = f.maybe_id("via");
  duty.lead = f.maybe_id("lead");
  duty.with = f.ids("with");
  duty.due = f.need<Due>("due");
  duty.uses = f.ids("uses");
  duty.content = f.text_or_empty("content");
  duty.source = read_source(f, true);
  return f.finish(std::move(duty));
}

std::optional<Responsibility> Read<Responsibility>::from(const yaml::Node& node,
                                                         Diagnostics& found) {
  static constexpr std::array<std::string_view, 5> forces{
      "assign", "request", "require", "lead", "coordinate"};
  Fields f(node, found);
  Responsibility task;
  task.id = f.section_id("id");
  f.require("by");
  task.by = f.ids("by");
  if (const yaml::Node* force = f.require("force")) {
    const auto index = read_choice(*force, forces, found);
    task.force = index ? forces[*index] : "";
  }
  task.with = f.ids("with");
  task.text = f.text("text");
  task.source = read_source(f, true);
  return f.finish(std::move(task));
}

std::optional<LinkedMovement> Read<LinkedMovement>::from(const yaml::Node& node,
                                                         Diagnostics& found) {
  static constexpr std::array<std::string_view, 5> types{
      "movement", "campaign", "fund", "programme", "slogan"};
  Fields f(node, found);
  LinkedMovement linked;
  linked.name = f.text("name");
  if (const yaml::Node* type = f.require("type")) {
    const auto index = read_choice(*type, types, found);
    linked.type = index ? types[*index] : "";
  }
  linked.also = f.list<std::string>("also");
  linked.source = read_source(f, true);
  return f.finish(std::move(linked));
}

namespace {

std::vector<DocumentReference> read_references(Fields& f, std::string_view key,
                                               bool parents) {
  std::vector<DocumentReference> references;
  for_each_item(f, key, [&](Fields& item) {
    DocumentReference reference;
    reference.span = item.span();
    reference.type = item.text("type");
    reference.number = item.need<Fact<std::string>>("number");
    reference.date = item.need<Fact<PartialDate>>("date");
    reference.issuer = item.text("issuer");
    reference.subject = item.text_or_empty("subject");
    reference.held = !parents || item.need<bool>("held");
    reference.source = read_source(item, true);
    references.push_back(std::move(reference));
  });
  return references;
}

std::vector<Clause> read_clauses(Fields& f, std::string_view key,
                                 std::span<const std::string_view> types) {
  std::vector<Clause> clauses;
  for_each_item(f, key, [&](Fields& item) {
    Clause clause;
    clause.id = item.section_id("id");
    if (const yaml::Node* type = item.require("type")) {
      const auto index = read_choice(*type, types, item.found());
      clause.type = index ? types[*index] : "";
    }
    clause.text = item.text("text");
    clause.by = item.text_or_empty("by");
    clause.source = read_source(item, true);
    clauses.push_back(std::move(clause));
  });
  return clauses;
}

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

std::vector<SubjectClass> read_classes(Fields& f) {
  const yaml::Node* node = f.require("class");
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
  kind.classes = read_classes(f);
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

Assignment read_assignment(At<std::string> id, Fields& f) {
  return {std::move(id), f.text("name"), f.need<MeasureUnit>("unit")};
}

Body read_body(At<std::string> id, Fields& f) {
  return {std::move(id), f.text("name"), f.text_or_empty("role"),
          read_source(f, false)};
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

Occasion read_occasion(At<std::string> id, Fields& f) {
  Occasion occasion;
  occasion.id = std::move(id);
  occasion.name = f.text("name");
  f.one_of({"every", "year"}, true);
  occasion.every_year = read_every_year(f);
  const auto year = f.maybe<int>("year");
  if (occasion.every_year) {
    occasion.first = f.need<AssumableYear>("first");
    occasion.last = f.need<int>("last");
  } else {
    f.one_of({"year", "first"}, false);
    f.one_of({"year", "last"}, false);
    occasion.first = {year.value_or(0), false};
    occasion.last = year.value_or(0);
  }
  read_covers(f, occasion);
  occasion.origin = read_origin(f);
  return occasion;
}

// The entries of a mapping of ids, each read by `read_one`.
template <class T>
std::vector<T> read_map(Fields& f, std::string_view key, bool needed,
                        T (*read_one)(At<std::string>, Fields&)) {
  std::vector<T> values;
  const auto take = [&](const At<std::string>& id, const yaml::Node& node) {
    Fields inner(node, f.found());
    if (!inner.usable() || !check_id_key(id, f.found())) {
      return;
    }
    values.push_back(read_one(id, inner));
    inner.done();
  };
  if (needed) {
    f.need_each(key, take);
  } else {
    f.each(key, take);
  }
  return values;
}

Period read_plan_period(Fields& f) {
  const yaml::Node* node = f.require("period");
  if (node == nullptr) {
    return {};
  }
  Fields inner(*node, f.found());
  const Date from = inner.need<Date>("from");
  const Date to = inner.need<Date>("to");
  inner.done();
  if (!from.ok() || !to.ok()) {
    return {};
  }
  if (to < from) {
    report(f.found(), code::period_reversed, node->span(),
           msg("the plan ends ({0}) before it begins ({1})", to_iso(to),
               to_iso(from)),
           msg("exchange `from` and `to`"));
    return {};
  }
  return Period::window(from, to);
}

void read_rules(Fields& f, PlanSheet& sheet) {
  sheet.kinds = read_map<UnitKind>(f, "kinds", true, read_kind);
  sheet.grades = f.maybe<GradeScale>("grades");
  sheet.stages = f.maybe<StageOrder>("stages");
  sheet.figures = read_map<FigureKind>(f, "figures", false, read_figure_kind);
  sheet.indicators =
      read_map<Indicator>(f, "indicators", false, read_indicator);
  sheet.assignments =
      read_map<Assignment>(f, "assignments", false, read_assignment);
  sheet.targets = f.list<Target>("targets");
  sheet.occasions = read_map<Occasion>(f, "occasions", false, read_occasion);
  sheet.baselines = f.list<At<Period>>("baselines");
  sheet.timeline = f.list<TimelineEntry>("timeline");
}

void read_organisation(Fields& f, PlanSheet& sheet) {
  sheet.bodies = read_map<Body>(f, "bodies", false, read_body);
  sheet.duties = f.list<Duty>("duties");
  sheet.responsibilities = f.list<Responsibility>("responsibilities");
  sheet.recipients = f.list<std::string>("recipients");
  sheet.linked = f.list<LinkedMovement>("linked");
}

}  // namespace

std::optional<PlanSheet> read_plan_sheet(const yaml::Node& root,
                                         Diagnostics& found) {
  static constexpr std::array<std::string_view, 4> objective_types{
      "purpose", "requirement", "general", "specific"};
  static constexpr std::array<std::string_view, 2> content_types{"content",
                                                                 "solution"};
  Fields f(root, found);
  PlanSheet sheet;
  sheet.span = root.span();
  sheet.title = f.text("title");
  sheet.movement = f.id("movement").value;
  sheet.issuer = f.need<Issuer>("issuer");
  sheet.document = f.need<PlanDocument>("document");
  sheet.period = read_plan_period(f);
  sheet.parents = read_references(f, "parents", true);
  sheet.cites = read_references(f, "cites", false);
  sheet.readings = f.list<Reading>("readings");
  sheet.objectives = read_clauses(f, "objectives", objective_types);
  sheet.contents = read_clauses(f, "contents", content_types);
  read_rules(f, sheet);
  read_organisation(f, sheet);
  return f.finish(std::move(sheet));
}

}  // namespace thidua
