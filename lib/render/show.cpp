// Every kind of thing is visited in one place, so that what can be shown, what
// can be suggested and what can be found are the same.
#include "render/show.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "model/scalars.hpp"
#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "render/successions.hpp"

namespace thidua::render {
namespace {

bool is(const std::optional<At<std::string>>& one, std::string_view id) {
  return one && one->value == id;
}

// Whose word it is.
void add_asked(Card& card, const CardView& view) {
  card.fact("asked", nullptr, view.say("only the plan was asked, not the law"),
            "plan");
}

Card form_page(const CardView& view, const AwardForm& form) {
  Card card = form_card(view, form, nullptr);
  add_asked(card, view);
  card.group("occasions", N_("Occasions"),
             stance_cards(view, form, listed_occasions(view.plan)));
  std::vector<Card> conditions;
  const auto& asked =
      form.conditions ? form.conditions : view.plan.awards.conditions;
  if (asked) {
    conditions.push_back(conditions_card(view, *asked));
  }
  card.group("conditions", N_("Conditions"), std::move(conditions));
  std::vector<Card> path;
  for (const AwardStep& step : view.plan.awards.path) {
    if (step.forms.empty() || names(step.forms, form.id.value)) {
      path.push_back(award_step_card(view, step));
    }
  }
  card.group("path", N_("Path of a proposal"), std::move(path));
  return card;
}

Card duty_page(const CardView& view, const Duty& duty) {
  Card card = duty_card(view, duty);
  std::vector<Card> years;
  for (const DutyDate& when : duty_dates(view.plan)) {
    if (when.duty == &duty) {
      years.push_back(duty_date_card(view, when));
    }
  }
  card.group("years", N_("Years"), std::move(years));
  return card;
}

bool takes_part(const Duty& duty, std::string_view body) {
  return is(duty.from.body, body) || is(duty.to, body) || is(duty.via, body) ||
         is(duty.lead, body) || names(duty.with, body);
}

Card body_page(const CardView& view, const Body& body) {
  const PlanSheet& sheet = view.plan.sheet;
  const std::string& id = body.id.value;
  Card card = body_card(body);
  std::vector<Card> duties;
  for (const Duty& duty : sheet.duties) {
    if (takes_part(duty, id)) {
      duties.push_back(duty_card(view, duty));
    }
  }
  std::vector<Card> tasks;
  for (const Responsibility& task : sheet.responsibilities) {
    if (names(task.by, id) || names(task.with, id)) {
      tasks.push_back(responsibility_card(view, task));
    }
  }
  std::vector<Card> steps;
  for (const AwardStep& step : view.plan.awards.path) {
    if (names(step.by, id)) {
      steps.push_back(award_step_card(view, step));
    }
  }
  card.given_group("successions", N_("Succession"), succession_cards(view, id));
  card.group("duties", N_("Duties"), std::move(duties));
  card.group("responsibilities", N_("Responsibilities"), std::move(tasks));
  card.group("path", N_("Path of a proposal"), std::move(steps));
  return card;
}

// What the forms are worth on an occasion, of one year or of any.
Card with_forms(const CardView& view, Card card, const OccasionDate& date) {
  std::vector<Card> forms;
  for (const AwardForm* form : forms_by_rank(view.plan)) {
    Card stance = stance_card(view, *form, date);
    stance.id = form->id.value;
    stance.title = form->name;
    stance.title_key = "name";
    forms.push_back(std::move(stance));
  }
  add_asked(card, view);
  card.group("forms", N_("Award forms"), std::move(forms));
  return card;
}

template <class Visit>
void visit_clauses(const CardView& view, Visit visit) {
  const PlanSheet& sheet = view.plan.sheet;
  for (const Clause& each : sheet.objectives) {
    visit(each.id.value, {}, [&] { return objective_card(view, each); });
  }
  for (const Clause& each : sheet.contents) {
    visit(each.id.value, {}, [&] { return content_card(view, each); });
  }
  for (const Target& each : sheet.targets) {
    visit(each.id.value, each.name, [&] { return target_card(view, each); });
  }
  for (const TimelineEntry& each : sheet.timeline) {
    visit(each.id.value, each.name, [&] { return timeline_card(view, each); });
  }
  for (const Responsibility& each : sheet.responsibilities) {
    visit(each.id.value, {}, [&] { return responsibility_card(view, each); });
  }
}

template <class Visit>
void visit_measuring(const CardView& view, Visit visit) {
  const PlanSheet& sheet = view.plan.sheet;
  for (const FigureKind& each : sheet.figures) {
    visit(each.id.value, each.name,
          [&] { return figure_kind_card(view, each); });
  }
  for (const Indicator& each : sheet.indicators) {
    visit(each.id.value, each.name, [&] { return indicator_card(view, each); });
  }
  for (const Balance& each : sheet.balances) {
    visit(each.id.value, each.name, [&] { return balance_card(view, each); });
  }
  for (const Breakdown& each : sheet.breakdowns) {
    visit(each.id.value, each.name, [&] { return breakdown_card(view, each); });
  }
  for (const Assignment& each : sheet.assignments) {
    visit(each.id.value, each.name,
          [&] { return assignment_card(view, each); });
  }
  if (sheet.grades) {
    for (const Grade& each : sheet.grades->levels) {
      visit(each.id.value, each.name, [&] { return grade_card(view, each); });
    }
  }
  if (sheet.stages) {
    for (const NamedId& each : sheet.stages->order) {
      visit(each.id.value, each.name, [&] { return stage_card(each); });
    }
  }
}

template <class Visit>
void visit_organisation(const CardView& view, Visit visit) {
  const PlanSheet& sheet = view.plan.sheet;
  for (const UnitKind& each : sheet.kinds) {
    visit(each.id.value, each.name, [&] { return kind_card(view, each); });
  }
  for (const Body& each : sheet.bodies) {
    visit(each.id.value, each.name, [&] { return body_page(view, each); });
  }
  for (const Duty& each : sheet.duties) {
    visit(each.id.value, each.name, [&] { return duty_page(view, each); });
  }
  for (const Occasion& each : sheet.occasions) {
    visit(each.id.value, each.name, [&] {
      return with_forms(view, occasion_card(view, each), {&each, each.last});
    });
  }
  for (const OccasionDate& each : held_occasions(view.plan)) {
    visit(each.key(), {}, [&] {
      return with_forms(view, occasion_date_card(view, each), each);
    });
  }
}

template <class Visit>
void visit_rule_books(const CardView& view, Visit visit) {
  const Plan& plan = view.plan;
  for (const CriteriaSet& set : plan.criteria_sets) {
    visit(set.id, set.name, [&] { return criteria_set_card(view, set); });
    for (const Criterion& each : set.criteria) {
      visit(each.id.value, {}, [&] { return criterion_card(view, set, each); });
    }
  }
  for (const ScoreTable& each : plan.score_tables) {
    visit(each.id, each.name, [&] { return score_table_card(view, each); });
  }
  for (const AwardForm& each : plan.awards.forms) {
    visit(each.id.value, each.name, [&] { return form_page(view, each); });
  }
  for (const AwardStandard& each : plan.award_standards) {
    visit(each.id, each.name, [&] { return standard_card(view, each); });
  }
  for (const RuleSet& each : plan.rule_sets) {
    const auto make = [&] { return rule_set_card(view, each); };
    visit(each.id, each.name, make);
    visit("rule-set/" + each.id, {}, make);
  }
  for (const Cluster& each : plan.clusters) {
    visit(each.id.value, each.name, [&] { return cluster_card(view, each); });
  }
}

// By each of the names it is written with.
template <class Visit>
void visit_linked(const CardView& view, Visit visit) {
  for (const LinkedMovement& each : view.plan.sheet.linked) {
    const auto make = [&] { return linked_card(view, each); };
    visit({}, each.name, make);
    for (const std::string& name : each.also) {
      if (folded(name) != folded(each.name)) {
        visit({}, name, make);
      }
    }
  }
}

// Calls visit(id, name, make) for every thing; make() gives its card.  What has
// no id or no name gives an empty text.
template <class Visit>
void visit_things(const CardView& view, Visit visit) {
  visit("plan", view.plan.sheet.title, [&] { return plan_card(view); });
  for (const Unit& each : view.plan.units) {
    visit(each.id, each.name.value, [&] { return unit_page(view, each); });
  }
  visit_rule_books(view, visit);
  visit_organisation(view, visit);
  visit_clauses(view, visit);
  visit_measuring(view, visit);
  visit_linked(view, visit);
  for (const Proposal& each : view.plan.proposals) {
    visit(id_of(each), {}, [&] { return proposal_page(view, each); });
  }
}

// People type names without dashes and marks as they are printed.
std::vector<Card> find_named(const CardView& view, std::string_view name) {
  const std::string wanted = slug(name);
  std::vector<Card> cards;
  visit_things(view,
               [&](std::string_view, std::string_view each, const auto& make) {
                 if (!wanted.empty() && slug(each) == wanted) {
                   cards.push_back(make());
                 }
               });
  return cards;
}

}  // namespace

std::vector<Card> find_cards(const CardView& view, std::string_view id) {
  const std::string wanted = to_nfc(id);
  const std::string section = section_id_from_input(wanted);
  std::vector<Card> cards;
  visit_things(view,
               [&](std::string_view each, std::string_view, const auto& make) {
                 if (each == wanted || each == section) {
                   cards.push_back(make());
                 }
               });
  return cards.empty() ? find_named(view, id) : cards;
}

std::vector<std::string> known_ids(const CardView& view) {
  std::vector<std::string> ids;
  visit_things(view, [&](std::string_view each, std::string_view, const auto&) {
    ids.emplace_back(each);
  });
  std::erase(ids, "");
  return ids;
}

std::string cards_text(const std::vector<Card>& cards, const CardView& view,
                       const Style& style) {
  Outline outline;
  Caveats caveats;
  for (const Card& card : cards) {
    write(card, view, outline);
    caveats |= caveats_in(card);
  }
  const std::string lines = caveat_lines(caveats, view.language);
  return outline.to_text(style) + (lines.empty() ? "" : "\n") + lines;
}

}  // namespace thidua::render
