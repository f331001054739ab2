// rule-sets/ and base-wage.yaml.
#include <algorithm>

#include "model/read.hpp"
#include "model/read_measure.hpp"
#include "model/read_procedure.hpp"

namespace thidua {

namespace {

InForce read_in_force(Fields& f) {
  return {f.need<Date>("from"), f.maybe<Date>("to")};
}

LegalText read_text(Fields& f) {
  return {f.text("type"), f.text("number"), f.text("name"),
          f.maybe<Date>("date")};
}

Transition read_transition(Fields& f) {
  return {f.need<Date>("received_before"), f.id("follow")};
}

FormTemplate read_template(Fields& f) {
  return {f.text("number"), f.text("title")};
}

LegalAward read_award(const At<std::string>& id, Fields& f) {
  return {id, f.text("name"), read_procedure(f, read_ground_of_law)};
}

void read_awards_by_law(Fields& f, RuleSet& set) {
  f.need_each("awards", [&](const At<std::string>& id, const yaml::Node& node) {
    Fields inner(node, f.found());
    if (check_id_key(id, f.found()) && inner.usable()) {
      set.awards.push_back(read_award(id, inner));
      inner.done();
    }
  });
}

}  // namespace

std::optional<RuleSet> read_rule_set(const yaml::Node& root, std::string id,
                                     Diagnostics& found) {
  Fields f(root, found);
  RuleSet set;
  set.id = std::move(id);
  set.span = root.span();
  set.name = f.text("name");
  set.in_force = by_law_at<InForce>(f.require("in_force"), found, read_in_force)
                     .value_or(ByLaw<InForce>{});
  set.doubt = maybe_by_law<Date>(
      f, "doubt", [](Fields& item) { return item.need<Date>("from"); });
  set.transition = maybe_by_law<Transition>(f, "transition", read_transition);
  set.texts = list_by_law<LegalText>(f, "texts", read_text);
  set.principles = list_by_law<std::string>(
      f, "principles", [](Fields& item) { return item.text("text"); });
  set.templates = list_by_law<FormTemplate>(f, "templates", read_template);
  set.shares = read_shares(f, read_ground_of_law);
  set.prize_rounding = maybe_by_law<Exact>(
      f, "prize_rounding",
      [](Fields& item) { return read_above_zero(item, "up_to"); });
  set.dossier = maybe_by_law<Papers>(f, "dossier", read_dossier_parts);
  set.lower_award_first = maybe_by_law<bool>(
      f, "lower_award_first",
      [](Fields& item) { return item.need<bool>("needed"); });
  set.barred_by = maybe_by_law<std::vector<Matter::Kind>>(
      f, "barred_by",
      [](Fields& item) { return item.need_list<Matter::Kind>("open"); });
  read_awards_by_law(f, set);
  return f.finish(std::move(set));
}

std::optional<BaseWages> read_base_wages(const yaml::Node& root,
                                         Diagnostics& found) {
  Fields f(root, found);
  BaseWages wages;
  for_each_needed(f, "wages", [&](Fields& item) {
    wages.push_back(read_by_law<BaseWage>(item, [](Fields& each) {
      return BaseWage{each.need<Date>("from"), read_above_zero(each, "amount"),
                      each.text_or_empty("document")};
    }));
  });
  std::erase_if(
      wages, [](const ByLaw<BaseWage>& each) { return !each.value.from.ok(); });
  std::stable_sort(wages.begin(), wages.end(),
                   [](const ByLaw<BaseWage>& a, const ByLaw<BaseWage>& b) {
                     return a.value.from < b.value.from;
                   });
  return f.finish(std::move(wages));
}

}  // namespace thidua
