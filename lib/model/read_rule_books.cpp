// criteria/, award-standards/, clusters.yaml.
#include "model/read.hpp"
#include "model/read_measure.hpp"

namespace thidua {

template <>
struct Choices<Judged> {
  static constexpr std::array<std::string_view, 3> words{"measured", "yes-no",
                                                         "graded"};
};
template <>
struct Choices<Aggregate> {
  static constexpr std::array<std::string_view, 3> words{"all", "any",
                                                         "not_stated"};
};

namespace {

void read_applicability(Fields& f, Criterion& criterion) {
  if (const yaml::Node* node = f.find("applies_to")) {
    Fields inner(*node, f.found());
    expect_some(*node, f.found());
    inner.find_some("subkinds");
    criterion.subkinds = inner.ids("subkinds");
    criterion.attributes = read_wanted_attributes(inner);
    inner.done();
  }
  if (const yaml::Node* node = f.find("applies_if")) {
    Fields inner(*node, f.found());
    criterion.applies_if = inner.text("text");
    criterion.applies_if_assumed = inner.flag("assumed");
    inner.done();
  }
}

// By figures, or by the time since a date of the unit.
void read_measured(Fields& f, Criterion& criterion) {
  const yaml::Node* node = f.require("measure");
  if (node == nullptr) {
    return;
  }
  if (node->find("years_since") != nullptr) {
    criterion.duration = read_as<Duration>(*node, f.found());
  } else {
    criterion.measure = read_as<Measure>(*node, f.found());
  }
}

// How it is judged, and what by where it is measured.
void read_judging(Fields& f, Criterion& criterion) {
  const yaml::Node* word = f.require("judged");
  const auto judged = word ? read_as<Judged>(*word, f.found()) : std::nullopt;
  criterion.judged = judged.value_or(Judged::graded);
  if (judged == Judged::measured) {
    read_measured(f, criterion);
    return;
  }
  f.find("measure");
  if (judged) {
    f.refuse("measure", msg("only a measured criterion has a measure"),
             msg("write `judged: measured`, or take `measure` out"));
  }
}

// `judged_at: end`, or {value: end, assumed: true}.
void read_time(Fields& f, Criterion& criterion) {
  static constexpr std::array<std::string_view, 2> words{"each-period", "end"};
  const yaml::Node* node = f.find("judged_at");
  if (node == nullptr) {
    return;
  }
  if (!node->is_mapping()) {
    criterion.at_end = read_choice(*node, words, f.found()) == 1U;
    return;
  }
  Fields inner(*node, f.found());
  criterion.at_end = inner.word("value", words) == "end";
  inner.require("assumed");
  criterion.at_end_assumed = inner.stated("assumed");
  inner.done();
}

Criterion read_criterion(Fields& f, const std::string& set_source) {
  Criterion criterion;
  criterion.id = f.section_id("id");
  criterion.text = f.text("text");
  read_judging(f, criterion);
  read_time(f, criterion);
  read_applicability(f, criterion);
  criterion.draws_on = f.text_or_empty("draws_on");
  criterion.source = read_source(f, false);
  if (criterion.source.empty()) {
    criterion.source = set_source;
  }
  criterion.note = f.text_or_empty("note");
  return criterion;
}

}  // namespace

std::optional<CriteriaSet> read_criteria_set(const yaml::Node& root,
                                             std::string id,
                                             Diagnostics& found) {
  Fields f(root, found);
  CriteriaSet set;
  set.id = std::move(id);
  set.span = root.span();
  set.name = f.text("name");
  set.source = read_source(f, true);
  set.aggregate = f.maybe<Aggregate>("aggregate").value_or(Aggregate::all);
  set.note = f.text_or_empty("note");
  for_each_needed(f, "criteria", [&](Fields& item) {
    set.criteria.push_back(read_criterion(item, set.source));
  });
  return f.finish(std::move(set));
}

namespace {

// Is the document at hand, and what does it require?
void read_held(Fields& f, AwardStandard& standard) {
  const yaml::Node* node = f.require("held");
  const auto held = node ? read_as<bool>(*node, f.found()) : std::nullopt;
  standard.held = held.value_or(false);
  standard.requirements = f.list<std::string>("requires");
  if (held == false) {
    f.refuse("requires",
             msg("a standard that is not held cannot say what it requires"),
             msg("write `held: true` once the document is at hand"));
  }
}

}  // namespace

std::optional<AwardStandard> read_award_standard(const yaml::Node& root,
                                                 std::string id,
                                                 Diagnostics& found) {
  Fields f(root, found);
  AwardStandard standard;
  standard.id = std::move(id);
  standard.span = root.span();
  standard.name = f.text("name");
  read_held(f, standard);
  standard.forms = f.need_ids("forms");
  standard.occasions = f.ids("occasions");
  standard.document = f.maybe<Fact<std::string>>("document");
  standard.by = f.text_or_empty("by");
  standard.source = read_source(f, true);
  standard.note = f.text_or_empty("note");
  return f.finish(std::move(standard));
}

std::optional<std::vector<Cluster>> read_clusters(const yaml::Node& root,
                                                  Diagnostics& found) {
  Fields f(root, found);
  std::vector<Cluster> clusters;
  for_each_needed(f, "clusters", [&](Fields& item) {
    Cluster cluster;
    cluster.id = item.id("id");
    cluster.name = item.text("name");
    cluster.kind = item.id("kind");
    cluster.members = item.unit_ids("members");
    item.each(
        "roles", [&](const At<std::string>& role, const yaml::Node& node) {
          const auto unit = read_as<At<UnitId>>(node, found);
          if (check_id_key(role, found) && unit) {
            cluster.roles.push_back({role, {unit->value.text, unit->span}});
          }
        });
    cluster.parent = item.maybe_id("parent");
    cluster.origin = read_origin(item);
    clusters.push_back(std::move(cluster));
  });
  return f.finish(std::move(clusters));
}

}  // namespace thidua
