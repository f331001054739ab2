// Cards of the rule books: criteria, the path of awards, clusters.
#include "render/awards.hpp"
#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "render/measures.hpp"

namespace thidua::render {
namespace {

const char* word_for(Judged judged) {
  switch (judged) {
    case Judged::measured:
      return N_("measured from figures");
    case Judged::yes_no:
      return N_("yes or no");
    case Judged::graded:
      break;
  }
  return N_("graded");
}

const char* key_for(Judged judged) {
  switch (judged) {
    case Judged::measured:
      return "measured";
    case Judged::yes_no:
      return "yes-no";
    case Judged::graded:
      break;
  }
  return "graded";
}

const char* word_for(Aggregate aggregate) {
  switch (aggregate) {
    case Aggregate::all:
      return N_("every criterion that applies");
    case Aggregate::any:
      return N_("any one criterion");
    case Aggregate::not_stated:
      break;
  }
  return N_("not stated by the plan");
}

const char* key_for(Aggregate aggregate) {
  switch (aggregate) {
    case Aggregate::all:
      return "all";
    case Aggregate::any:
      return "any";
    case Aggregate::not_stated:
      break;
  }
  return "not_stated";
}

// The name of a subkind, from whichever kind uses the set.
std::string subkind_name(const Plan& plan, std::string_view set,
                         std::string_view subkind) {
  for (const UnitKind& kind : plan.sheet.kinds) {
    if (!kind.criteria || kind.criteria->value != set) {
      continue;
    }
    for (const NamedId& each : kind.subkinds) {
      if (each.id.value == subkind) {
        return each.name;
      }
    }
  }
  return std::string(subkind);
}

void add_applicability(Card& card, const CardView& view, const CriteriaSet& set,
                       const Criterion& criterion) {
  std::string units;
  for (const At<std::string>& subkind : criterion.subkinds) {
    units += units.empty() ? "" : "; ";
    units += subkind_name(view.plan, set.id, subkind.value);
  }
  Json attributes = Json::object();
  for (const AttributeIs& each : criterion.attributes) {
    units += units.empty() ? "" : "; ";
    units += attribute_words(each);
    attributes[each.key.value] = each.values;
  }
  card.fact("applies_to", N_("only for"), std::move(units),
            json_ids(criterion.subkinds));
  card.data("applies_to_attributes", std::move(attributes));
  const std::string& fact = criterion.applies_if;
  const bool assumed = criterion.applies_if_assumed;
  card.fact(
      "applies_if", N_("applies if"),
      !fact.empty() && assumed ? view.say(msg("{0} (assumed)", fact)) : fact,
      fact.empty() ? Json() : Json{{"text", fact}, {"assumed", assumed}});
  card.caveats.assumed |= !fact.empty() && assumed;
}

void add_time(Card& card, const CardView& view, const Criterion& criterion) {
  if (!criterion.at_end) {
    card.data("judged_at", "each-period");
    return;
  }
  const Word when{N_("once, when the plan ends")};
  card.fact("judged_at", N_("judged at"),
            view.say(criterion.at_end_assumed ? msg("{0} (assumed)", when)
                                              : msg("{0}", when)),
            "end");
  card.caveats.assumed |= criterion.at_end_assumed;
}

void add_measure(Card& card, const CardView& view, const Criterion& criterion) {
  if (criterion.duration) {
    const Duration& rule = *criterion.duration;
    card.fact("measure", N_("measured as"), duration_words(rule, view),
              json_duration(rule));
    card.remark(N_("read so"), rule.note);
    card.caveats.assumed |= rule.assumed;
  } else if (criterion.measure) {
    const Measure& measure = *criterion.measure;
    card.fact("measure", N_("measured as"),
              fmt::format("{} {}", measured_words(measure.of, view),
                          demand_words(measure, view)),
              json_measure(measure));
    card.remark(N_("read so"), measure.note);
    card.caveats.assumed |= measure.assumed;
  } else {
    card.data("measure", nullptr);
  }
}

Card member_card(const At<std::string>& member, const CardView& view) {
  Card card = card_of(nullptr, member, unit_name(view.plan, member.value));
  const Unit* unit = view.plan.unit(member.value);
  card.caveats.illustrative = unit != nullptr && unit->illustrative;
  return card;
}

}  // namespace

Card criterion_card(const CardView& view, const CriteriaSet& set,
                    const Criterion& criterion) {
  Card card = card_of(N_("criterion"), criterion.id, criterion.text);
  card.title_key = "text";
  card.data("set", set.id);
  card.fact("judged", N_("judged"), view.say(word_for(criterion.judged)),
            key_for(criterion.judged));
  add_measure(card, view, criterion);
  add_time(card, view, criterion);
  add_applicability(card, view, set, criterion);
  card.text("draws_on", N_("draws on"), criterion.draws_on);
  card.text("section", N_("section"), criterion.source);
  card.text("note", N_("note"), criterion.note);
  return card;
}

Card criteria_set_card(const CardView& view, const CriteriaSet& set) {
  Card card;
  card.thing = N_("criteria set");
  card.id = set.id;
  card.title = set.name;
  card.where = set.span;
  card.text("section", N_("section"), set.source);
  card.fact("aggregate", N_("to be met"), view.say(word_for(set.aggregate)),
            key_for(set.aggregate));
  card.text("note", N_("note"), set.note);
  std::vector<Card> criteria;
  for (const Criterion& criterion : set.criteria) {
    criteria.push_back(criterion_card(view, set, criterion));
  }
  card.group("criteria", N_("Criteria"), std::move(criteria));
  return card;
}

Card award_step_card(const CardView& view, const AwardStep& step) {
  Card card;
  card.title = step.action;
  card.title_key = "action";
  card.fact("by", N_("by"), names_of(view.plan, step.by, body_name),
            json_ids(step.by));
  card.fact("occasions", N_("occasions"), names_of(step.occasions),
            json_ids(step.occasions));
  card.fact("forms", N_("for the forms"),
            names_of(view.plan, step.forms, form_name), json_ids(step.forms));
  add_dossier_by(card, view, step.dossier_by_receiver);
  card.text("section", N_("section"), step.source);
  return card;
}

Card cluster_card(const CardView& view, const Cluster& cluster) {
  Card card = card_of(N_("cluster"), cluster.id, cluster.name);
  card.fact("kind", N_("kind"), kind_name(view.plan, cluster.kind.value),
            cluster.kind.value);
  if (cluster.parent) {
    card.text("parent", N_("part of"), cluster.parent->value);
  }
  if (!cluster.roles.empty()) {
    std::string words;
    Json json = Json::object();
    for (const ClusterRole& role : cluster.roles) {
      words +=
          fmt::format("{}{}: {}", words.empty() ? "" : "; ", role.role.value,
                      unit_name(view.plan, role.unit.value));
      json[role.role.value] = role.unit.value;
    }
    card.fact("roles", N_("roles"), std::move(words), std::move(json));
  }
  card.origin(cluster.origin);
  std::vector<Card> members;
  for (const At<std::string>& member : cluster.members) {
    members.push_back(member_card(member, view));
  }
  card.group("members", N_("Members"), std::move(members));
  return card;
}

}  // namespace thidua::render
