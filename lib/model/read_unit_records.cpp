// units/, figures/, results/, filings/, scores/.
#include <algorithm>

#include "base/text.hpp"
#include "model/read.hpp"
#include "model/read_contact.hpp"
#include "model/read_measure.hpp"

namespace thidua {

template <>
struct Choices<FigureStatus> {
  static constexpr auto words = figure_statuses;
};

namespace {

std::vector<Attribute> read_attributes(Fields& f) {
  std::vector<Attribute> attributes;
  f.each("attributes", [&](const At<std::string>& key, const yaml::Node& node) {
    if (!check_id_key(key, f.found()) || !expect_value(node, f.found())) {
      return;
    }
    if (!node.is_scalar()) {
      report(f.found(), code::wrong_kind, node.span(),
             msg("an attribute has one value"),
             msg("write one value after the colon"));
      return;
    }
    if (node.text().empty()) {
      report(f.found(), code::empty_value, node.span(),
             msg("the text is empty"),
             msg("write the text, or take the whole line out"));
      return;
    }
    attributes.push_back({key, std::string(node.text())});
  });
  return attributes;
}

FormerSelf read_former_self(Fields& f) {
  FormerSelf self;
  self.to = f.need<At<Date>>("to");
  if (!f.has("name") && !f.has("kind")) {
    f.require("name");
  }
  self.name = f.text_or_empty("name");
  self.kind = f.maybe_id("kind");
  self.origin = read_origin(f);
  return self;
}

// What bears on an award beside what the unit did.
void read_standing(Fields& f, Unit& unit) {
  for_each_item(f, "registrations", [&](Fields& item) {
    unit.registrations.push_back({item.need<At<Period>>("period"),
                                  item.maybe<Date>("date"),
                                  item.text_or_empty("document")});
  });
  for_each_item(f, "matters", [&](Fields& item) {
    Matter matter;
    matter.span = item.span();
    matter.kind = item.need<At<Matter::Kind>>("kind");
    const auto from = item.need<At<Date>>("from");
    matter.from = from.value;
    matter.to = item.maybe<Date>("to");
    matter.document = item.text_or_empty("document");
    matter.note = item.text_or_empty("note");
    if (matter.kind.span.known() && from.span.known()) {
      unit.matters.push_back(std::move(matter));
    }
  });
}

}  // namespace

std::optional<Unit> read_unit(const yaml::Node& root, std::string id,
                              Diagnostics& found) {
  Fields f(root, found);
  Unit unit;
  unit.id = std::move(id);
  unit.span = root.span();
  unit.name = f.need<At<std::string>>("name");
  unit.kind = f.id("kind");
  unit.subkind = f.maybe_id("subkind");
  unit.subject_class = f.maybe<At<SubjectClass>>("class");
  if (const yaml::Node* enrolled = f.find("enrolled")) {
    Fields inner(*enrolled, found);
    unit.enrolled_from = inner.maybe<PartialDate>("from");
    unit.enrolled_to = inner.maybe<PartialDate>("to");
    inner.done();
  }
  for_each_item(f, "formerly", [&](Fields& item) {
    unit.formerly.push_back(read_former_self(item));
    if (!unit.formerly.back().to.span.known()) {
      unit.formerly.pop_back();
    }
  });
  std::stable_sort(unit.formerly.begin(), unit.formerly.end(),
                   [](const FormerSelf& a, const FormerSelf& b) {
                     return a.to.value < b.to.value;
                   });
  read_standing(f, unit);
  unit.contacts = read_contacts(f);
  unit.attributes = read_attributes(f);
  f.find_some("assumed");
  unit.assumed = f.ids("assumed");
  unit.illustrative = f.flag("illustrative");
  unit.note = f.text_or_empty("note");
  return f.finish(std::move(unit));
}

namespace {

FigureEntry read_figure_entry(Fields& f) {
  FigureEntry entry;
  entry.span = f.span();
  entry.as_of = f.need<Date>("as_of");
  entry.status = f.need<FigureStatus>("status");
  entry.poverty_standard = f.text_or_empty("poverty_standard");
  f.need_each("values",
              [&](const At<std::string>& key, const yaml::Node& node) {
                auto value = read_as<At<Exact>>(node, f.found());
                if (check_id_key(key, f.found()) && value) {
                  entry.values.push_back({key, std::move(*value)});
                }
              });
  entry.source = f.text("source");
  return entry;
}

void read_assigned(Fields& f, Figures& figures) {
  f.each("assigned", [&](const At<std::string>& key, const yaml::Node& node) {
    Fields inner(node, f.found());
    if (!inner.usable() || !check_id_key(key, f.found())) {
      return;
    }
    AssignedTarget target;
    target.assignment = key;
    target.value = inner.need<At<Exact>>("value");
    target.document = inner.text_or_empty("document");
    target.date = inner.maybe<Date>("date");
    inner.done();
    if (target.value.span.known()) {
      figures.assigned.push_back(std::move(target));
    }
  });
}

// A record that lacks its owner or its time is of no use to anybody.
template <class T>
std::optional<T> keep_if_known(std::optional<T> record, Span owner, Span time) {
  return owner.known() && time.known() ? std::move(record) : std::nullopt;
}

}  // namespace

std::optional<Figures> read_figures(const yaml::Node& root,
                                    Diagnostics& found) {
  Fields f(root, found);
  Figures figures;
  figures.span = root.span();
  figures.unit = f.unit_id("unit");
  figures.period = f.need<At<Period>>("period");
  figures.illustrative = f.flag("illustrative");
  for_each_item(f, "figures", [&](Fields& item) {
    FigureEntry entry = read_figure_entry(item);
    if (entry.as_of.ok()) {
      figures.entries.push_back(std::move(entry));
    }
  });
  read_assigned(f, figures);
  const Span owner = figures.unit.span;
  const Span time = figures.period.span;
  return keep_if_known(f.finish(std::move(figures)), owner, time);
}

namespace {

Guidance read_guidance(Fields& f) {
  Guidance guidance;
  guidance.span = f.span();
  guidance.text = f.text("text");
  guidance.document = f.text_or_empty("document");
  guidance.date = f.maybe<Date>("date");
  return guidance;
}

ModelOfWork read_model(Fields& f) {
  ModelOfWork model;
  model.span = f.span();
  model.name = f.text("name");
  model.text = f.text_or_empty("text");
  model.households = f.maybe<Exact>("households");
  return model;
}

Resource read_resource(Fields& f) {
  static constexpr std::array<std::string_view, 3> types{"money", "goods",
                                                         "labour"};
  Resource resource;
  resource.span = f.span();
  resource.type = f.word("type", types);
  resource.amount = f.need<Exact>("amount");
  resource.unit = f.text("unit");
  resource.text = f.text_or_empty("text");
  return resource;
}

}  // namespace

std::optional<Results> read_results(const yaml::Node& root,
                                    Diagnostics& found) {
  Fields f(root, found);
  Results results;
  results.span = root.span();
  results.unit = f.unit_id("unit");
  results.year = f.need<At<int>>("year");
  results.illustrative = f.flag("illustrative");
  for_each_item(f, "guidance", [&](Fields& item) {
    results.guidance.push_back(read_guidance(item));
  });
  for_each_item(f, "models", [&](Fields& item) {
    results.models.push_back(read_model(item));
  });
  for_each_item(f, "resources", [&](Fields& item) {
    results.resources.push_back(read_resource(item));
  });
  results.activities = f.list<At<std::string>>("activities");
  for_each_item(f, "own_awards", [&](Fields& item) {
    auto name = item.text("name");
    results.own_awards.push_back(
        {std::move(name), item.need<Exact>("count"), item.span()});
  });
  results.shortcomings = f.list<At<std::string>>("shortcomings");
  results.proposals = f.list<At<std::string>>("proposals");
  results.next_steps = f.list<At<std::string>>("next_steps");
  const Span owner = results.unit.span;
  const Span time = results.year.span;
  return keep_if_known(f.finish(std::move(results)), owner, time);
}

namespace {

void read_filed(Fields& f, std::vector<Filing>& filings) {
  f.find_some("filings");
  for_each_item(f, "filings", [&](Fields& item) {
    Filing filing;
    filing.span = item.span();
    filing.duty = item.id("duty");
    filing.date = item.need<At<Date>>("date");
    filing.document = item.text_or_empty("document");
    filing.late_reason = item.text_or_empty("late_reason");
    filing.note = item.text_or_empty("note");
    if (filing.date.span.known()) {
      filings.push_back(std::move(filing));
    }
  });
}

void read_extensions(Fields& f, std::vector<Extension>& extensions) {
  f.find_some("extensions");
  for_each_item(f, "extensions", [&](Fields& item) {
    Extension extension;
    extension.span = item.span();
    extension.duty = item.id("duty");
    extension.until = item.need<At<Date>>("until");
    extension.granted = item.need<At<Date>>("granted");
    extension.reason = item.text("reason");
    extension.document = item.text_or_empty("document");
    if (extension.until.span.known() && extension.granted.span.known()) {
      extensions.push_back(std::move(extension));
    }
  });
}

}  // namespace

std::optional<Filings> read_filings(const yaml::Node& root,
                                    Diagnostics& found) {
  Fields f(root, found);
  Filings filings;
  filings.span = root.span();
  f.one_of({"unit", "body"}, true);
  const auto unit = f.maybe_unit_id("unit");
  const auto body = f.maybe_id("body");
  filings.by_body = !unit && body;
  filings.owner = unit ? *unit : body.value_or(At<std::string>{});
  filings.year = f.need<At<int>>("year");
  filings.illustrative = f.flag("illustrative");
  if (!f.has("extensions")) {
    f.require_some("filings");
  }
  read_filed(f, filings.filings);
  read_extensions(f, filings.extensions);
  const Span owner = filings.owner.span;
  const Span time = filings.year.span;
  return keep_if_known(f.finish(std::move(filings)), owner, time);
}

namespace {

// `applies: false` says that the criterion does not apply; `true` is what
// every other mark says by being there.
bool read_not_applicable(Fields& f) {
  const yaml::Node* node = f.find("applies");
  const auto applies = node ? read_as<bool>(*node, f.found()) : std::nullopt;
  if (applies.value_or(false)) {
    report(f.found(), code::not_true_or_false, node->span(),
           msg("`applies: true` says nothing: a mark does"),
           msg("write the mark, or `applies: false`"));
  }
  return applies == false;
}

Seldom<MarkRemarks> read_remarks(Fields& f) {
  MarkRemarks remarks;
  remarks.evidence = f.list<At<std::string>>("evidence");
  remarks.reason = f.text_or_empty("reason");
  remarks.recused = f.text_or_empty("recused");
  remarks.note = f.text_or_empty("note");
  return Seldom(std::move(remarks));
}

void read_mark(const At<std::string>& criterion, Fields& f, Mark& mark) {
  mark.criterion = {section_id_from_input(criterion.value), criterion.span};
  mark.span = f.span();
  f.one_of({"grade", "done", "applies", "number", "recused"}, true);
  mark.grade = f.maybe<At<std::string>>("grade");
  mark.done = f.maybe<bool>("done");
  mark.not_applicable = read_not_applicable(f);
  if (f.all_asked_for()) {
    return;
  }
  if (const auto number = f.maybe<Exact>("number")) {
    mark.number = Seldom<Exact>(*number);
  }
  if (!f.all_asked_for()) {
    mark.remarks = read_remarks(f);
  }
}

// `council`, or one of its scorers: `council/ong-a`.
bool check_stage_key(const At<std::string>& key, Diagnostics& found) {
  const std::size_t slash = key.value.find('/');
  if (slash != std::string::npos && is_id(key.value) &&
      key.value.find('/', slash + 1) == std::string::npos) {
    return true;
  }
  return check_id_key(key, found);
}

StageMarks read_stage(const At<std::string>& id, Fields& f) {
  StageMarks stage;
  const std::size_t slash = std::min(id.value.find('/'), id.value.size());
  stage.stage = {id.value.substr(0, slash), id.span};
  stage.scorer = id.value.substr(std::min(slash + 1, id.value.size()));
  stage.by = f.text("by");
  stage.date = f.need<At<Date>>("date");
  stage.marks.reserve(f.size_of("marks"));
  f.need_each("marks",
              [&](const At<std::string>& criterion, const yaml::Node& node) {
                Fields inner(node, f.found());
                if (check_section_key(criterion, f.found()) && inner.usable()) {
                  read_mark(criterion, inner, stage.marks.emplace_back());
                  inner.done();
                }
              });
  stage.note = f.text_or_empty("note");
  return stage;
}

}  // namespace

std::optional<Scorecard> read_scorecard(const yaml::Node& root,
                                        Diagnostics& found) {
  Fields f(root, found);
  Scorecard card;
  card.span = root.span();
  card.unit = f.unit_id("unit");
  card.period = f.need<At<Period>>("period");
  card.illustrative = f.flag("illustrative");
  f.need_each("stages", [&](const At<std::string>& id, const yaml::Node& node) {
    Fields inner(node, found);
    if (inner.usable() && check_stage_key(id, found)) {
      card.stages.push_back(read_stage(id, inner));
      inner.done();
    }
  });
  const Span owner = card.unit.span;
  const Span time = card.period.span;
  return keep_if_known(f.finish(std::move(card)), owner, time);
}

}  // namespace thidua
