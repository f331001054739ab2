// awards.yaml
#include "model/read.hpp"
#include "model/read_measure.hpp"
#include "model/read_procedure.hpp"

namespace thidua {

template <>
struct Choices<StepAction> {
  static constexpr std::array<std::string_view, 6> words{
      "receive", "appraise", "select", "vote", "submit", "decide"};
};

namespace {

Authority read_authority(Fields& f) {
  Authority authority;
  const yaml::Node* node = f.require("authority");
  if (node == nullptr) {
    return authority;
  }
  if (!node->is_mapping()) {
    authority.name = read_as<std::string>(*node, f.found()).value_or("");
    return authority;
  }
  Fields inner(*node, f.found());
  inner.one_of({"not_stated", "printed"}, true);
  if (inner.has("printed")) {
    authority.name = inner.text("printed");
    authority.by_law = inner.text("law");
  } else {
    inner.stated("not_stated");
    authority.by_law = inner.text_or_empty("law");
  }
  inner.done();
  return authority;
}

// Empty: `{not_stated: true}`.
std::string read_level(Fields& f) {
  const yaml::Node* node = f.require("level");
  if (node == nullptr || !node->is_mapping()) {
    return node ? read_as<std::string>(*node, f.found()).value_or("") : "";
  }
  Fields inner(*node, f.found());
  inner.require("not_stated");
  inner.stated("not_stated");
  inner.done();
  return {};
}

// The lowest authority is 1; there are never many.  0: no rank.
int read_rank(Fields& f) {
  const yaml::Node* node = f.find("rank");
  const auto rank = node ? read_as<Exact>(*node, f.found()) : std::nullopt;
  for (int whole = 1; rank && whole <= 99; ++whole) {
    if (*rank == Exact{whole}) {
      return whole;
    }
  }
  if (rank) {
    report(f.found(), code::out_of_range, node->span(),
           msg("a rank is a whole number from 1 to 99"),
           msg("write 1 for the lowest authority, 2 for the next"));
  }
  return 0;
}

// `years: {at_least: 3}`, `points: {at_least: 80}`
template <class T, class ReadValue>
std::optional<T> read_least(Fields& f, std::string_view key,
                            const ReadValue& read_value) {
  const yaml::Node* node = f.find(key);
  if (node == nullptr) {
    return std::nullopt;
  }
  Fields inner(*node, f.found());
  return inner.finish(T{read_value(inner)});
}

AwardConditions read_conditions_in(Fields& f) {
  static constexpr std::array<std::string_view, 2> judged{"none", "all"};
  static constexpr std::array<std::string_view, 2> unmet{"any", "none"};
  AwardConditions conditions;
  conditions.span = f.span();
  if (const yaml::Node* word = f.find("judged")) {
    conditions.all_judged = read_choice(*word, judged, f.found()) == 1U;
  }
  if (const yaml::Node* word = f.find("unmet")) {
    conditions.none_unmet = read_choice(*word, unmet, f.found()) == 1U;
  }
  f.find_some("classes");
  conditions.classes = f.ids("classes");
  conditions.points = read_least<At<Exact>>(f, "points", [](Fields& item) {
    return item.need<At<Exact>>("at_least");
  });
  f.find_some("met");
  conditions.met = f.list<At<std::string>>("met");
  conditions.years = read_least<int>(
      f, "years", [](Fields& item) { return read_few(item, "at_least"); });
  f.find_some("awards");
  conditions.awards = f.ids("awards");
  conditions.registered = f.stated("registered");
  f.find_some("clear_of");
  conditions.clear_of = f.list<Matter::Kind>("clear_of");
  conditions.origin = read_origin(f);
  return conditions;
}

std::optional<AwardConditions> read_conditions(Fields& f) {
  const yaml::Node* node = f.find("conditions");
  if (node == nullptr) {
    return std::nullopt;
  }
  Fields inner(*node, f.found());
  return inner.finish(read_conditions_in(inner));
}

AwardForm read_form(Fields& f) {
  AwardForm form;
  form.id = f.id("id");
  form.name = f.text("name");
  form.unnamed = f.stated("unnamed");
  form.grade = f.maybe<Fact<std::string>>("grade");
  form.commendation =
      f.maybe<Commendation>("commendation").value_or(Commendation::movement);
  form.level = read_level(f);
  form.authority = read_authority(f);
  form.rank = read_rank(f);
  form.receivers = f.need_list<SubjectClass>("receivers");
  form.kinds = f.ids("kinds");
  form.subkinds = f.ids("subkinds");
  if (const yaml::Node* node = f.require("occasions")) {
    Fields inner(*node, f.found());
    inner.require("allowed");
    form.allowed = inner.ids("allowed");
    form.refused = inner.ids("refused");
    inner.done();
  }
  form.standard = f.maybe_id("standard");
  form.law = f.maybe_id("law");
  form.council = f.maybe_id("council");
  if (const yaml::Node* node = f.find_some("procedure")) {
    Fields inner(*node, f.found());
    form.procedure = read_procedure(inner, read_ground_of_plan);
    inner.done();
  }
  form.conditions = read_conditions(f);
  form.origin = read_origin(f);
  return form;
}

AwardStep read_award_step(Fields& f) {
  AwardStep step;
  step.by = f.need_ids("by");
  step.action = f.text("action");
  f.find_some("does");
  step.does = f.list<StepAction>("does");
  f.find_some("via");
  step.via = f.ids("via");
  step.occasions = f.ids("occasions");
  step.forms = f.ids("forms");
  step.dossier_by_receiver = read_dossier_by_receiver(f);
  step.source = read_source(f, true);
  return step;
}

Council read_council(Fields& f) {
  Council council;
  council.span = f.span();
  council.id = f.id("id");
  council.name = f.text("name");
  council.illustrative = f.flag("illustrative");
  for_each_needed(f, "members", [&](Fields& item) {
    council.members.push_back({item.text("name"), item.text_or_empty("role"),
                               item.maybe_unit_id("unit")});
  });
  council.origin = read_origin(f);
  return council;
}

}  // namespace

std::optional<Awards> read_awards(const yaml::Node& root, Diagnostics& found) {
  Fields f(root, found);
  Awards awards;
  awards.span = root.span();
  for_each_needed(f, "forms", [&](Fields& item) {
    awards.forms.push_back(read_form(item));
  });
  awards.conditions = read_conditions(f);
  for_each_item(f, "path", [&](Fields& item) {
    awards.path.push_back(read_award_step(item));
  });
  for_each_item(f, "councils", [&](Fields& item) {
    awards.councils.push_back(read_council(item));
  });
  f.find_some("history_in");
  awards.history_in = f.list<At<std::string>>("history_in");
  awards.shares = read_shares(f, read_ground_of_plan);
  return f.finish(std::move(awards));
}

}  // namespace thidua
