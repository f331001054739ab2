// Cards of plan.yaml: what the document says, and of itself.
#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "render/cards_documents.hpp"
#include "render/measures.hpp"

namespace thidua::render {
namespace {

// For cards that are made with a view.
template <class List, class Make>
void add_group(Card& card, const CardView& view, const char* key,
               const char* label, const List& list, Make make) {
  card.group(key, label, cards_of(list, [&](const auto& each) {
               return make(view, each);
             }));
}

Card clause_card(const char* thing, const CardView& view,
                 const Clause& clause) {
  Card card = card_of(thing, clause.id, clause.text);
  card.title_key = "text";
  card.fact("type", nullptr, term(clause.type, view), clause.type);
  card.text("by", N_("by"), clause.by);
  card.text("section", N_("section"), clause.source);
  return card;
}

Card recipient_card(const std::string& name) {
  Card card;
  card.title = name;
  return card;
}

Card beneficiary_card(const Beneficiary& beneficiary) {
  Card card;
  card.title = beneficiary.name;
  card.text("section", N_("section"), beneficiary.source);
  return card;
}

Card baseline_card(const At<Period>& period) {
  Card card;
  card.title = period.value.to_string();
  card.title_key = "period";
  card.where = period.span;
  return card;
}

// A scale or an order: its members, and where it comes from.
Card list_card(std::string title, std::vector<Card> members,
               const Origin& origin) {
  Card card;
  card.title = std::move(title);
  card.title_key = nullptr;
  card.where = members.empty() ? Span{} : members.front().where;
  card.origin(origin);
  card.group("members", N_("in this order"), std::move(members));
  return card;
}

void add_scales(Card& card, const CardView& view) {
  const PlanSheet& sheet = view.plan.sheet;
  std::vector<Card> grades;
  std::vector<Card> stages;
  if (sheet.grades) {
    grades.push_back(list_card(
        view.say("grades of a graded criterion"),
        cards_of(sheet.grades->levels,
                 [&](const Grade& each) { return grade_card(view, each); }),
        sheet.grades->origin));
  }
  if (sheet.stages) {
    stages.push_back(list_card(
        view.say("the last stage that marks a criterion counts"),
        cards_of(sheet.stages->order, stage_card), sheet.stages->origin));
  }
  card.group("grades", N_("Scale of grades"), std::move(grades));
  card.group("stages", N_("Stages of scoring"), std::move(stages));
}

// What the plan says it has none of, in the place of a group.
void add_absence(Card& card, const char* key, const char* label,
                 const std::optional<Absence>& absence, const CardView& view) {
  if (!absence) {
    return;
  }
  std::string words = view.say("none");
  for (const std::string* each : {&absence->source, &absence->note}) {
    words += (each->empty() ? "" : "; ") + *each;
  }
  card.given(key, label, std::move(words),
             {{"source", absence->source}, {"note", absence->note}});
}

void add_absences(Card& card, const CardView& view) {
  const PlanSheet& sheet = view.plan.sheet;
  add_absence(card, "no_targets", N_("targets in numbers"), sheet.no_targets,
              view);
  add_absence(card, "no_timeline", N_("timeline"), sheet.no_timeline, view);
  add_absence(card, "no_duties", N_("duties"), sheet.no_duties, view);
  add_absence(card, "no_reporting", N_("clause on reporting"),
              sheet.no_reporting, view);
}

void add_measuring(Card& card, const CardView& view) {
  const PlanSheet& sheet = view.plan.sheet;
  add_group(card, view, "figures", N_("Figures"), sheet.figures,
            figure_kind_card);
  add_group(card, view, "indicators", N_("Indicators"), sheet.indicators,
            indicator_card);
  card.given_group("balances", N_("Balances of figures"),
                   cards_of(sheet.balances, [&](const Balance& each) {
                     return balance_card(view, each);
                   }));
  card.given_group("breakdowns", N_("Parts shown in statistics of awards"),
                   cards_of(sheet.breakdowns, [&](const Breakdown& each) {
                     return breakdown_card(view, each);
                   }));
  add_group(card, view, "assignments", N_("Targets that are assigned"),
            sheet.assignments, assignment_card);
  add_group(card, view, "targets", N_("Targets of the plan"), sheet.targets,
            target_card);
}

// The list, or in one line why there is none.
void add_recipients(Card& card, const CardView& view) {
  const auto& recipients = view.plan.sheet.recipients;
  Fact<std::string> state;
  std::vector<std::string> names;
  if (recipients) {
    state.state = static_cast<Fact<std::string>::State>(recipients->state);
    state.printed = recipients->printed;
    state.reason = recipients->reason;
    names = recipients->value;
  }
  if (recipients && !recipients->has_value()) {
    add_fact(card, "no_recipients", N_("recipients"), state, view);
  } else if (!state.reason.empty()) {
    card.remark(N_("recipients, why unsure"), state.reason);
  }
  card.group("recipients", N_("Recipients"), cards_of(names, recipient_card));
}

void add_organisation(Card& card, const CardView& view) {
  const PlanSheet& sheet = view.plan.sheet;
  add_group(card, view, "occasions", N_("Occasions"), sheet.occasions,
            occasion_card);
  card.group("baselines", N_("Periods before the plan with figures"),
             cards_of(sheet.baselines, baseline_card));
  add_group(card, view, "timeline", N_("Timeline"), sheet.timeline,
            timeline_card);
  card.group("bodies", N_("Bodies"), cards_of(sheet.bodies, body_card));
  add_group(card, view, "duties", N_("Duties"), sheet.duties, duty_card);
  add_group(card, view, "responsibilities", N_("Responsibilities"),
            sheet.responsibilities, responsibility_card);
  add_recipients(card, view);
  add_group(card, view, "linked", N_("Linked movements and campaigns"),
            sheet.linked, linked_card);
  card.given_group("beneficiaries", N_("Beneficiaries, who take no part"),
                   cards_of(sheet.beneficiaries, beneficiary_card));
}

}  // namespace

Card linked_card(const CardView& view, const LinkedMovement& linked) {
  Card card;
  card.title = linked.name;
  card.fact("type", nullptr, term(linked.type, view), linked.type);
  card.texts("also", N_("also written"), linked.also);
  card.text("section", N_("section"), linked.source);
  return card;
}

Card objective_card(const CardView& view, const Clause& clause) {
  return clause_card(N_("objective"), view, clause);
}

Card content_card(const CardView& view, const Clause& clause) {
  return clause_card(N_("content"), view, clause);
}

Card body_card(const Body& body) {
  Card card = card_of(N_("body"), body.id, body.name);
  card.text("role", nullptr, body.role);
  card.texts("acts_as", N_("signs as"), body.acts_as);
  card.text("section", N_("section"), body.source);
  card.text("note", N_("note"), body.note);
  card.caveats.assumed = body.assumed;
  return card;
}

Card responsibility_card(const CardView& view, const Responsibility& task) {
  Card card = card_of(N_("responsibility"), task.id, task.text);
  card.title_key = "text";
  card.fact("by", N_("by"), names_of(view.plan, task.by, body_name),
            json_ids(task.by));
  card.fact("force", nullptr, term(task.force, view), task.force);
  card.fact("with", N_("with"), names_of(view.plan, task.with, body_name),
            json_ids(task.with));
  card.text("section", N_("section"), task.source);
  return card;
}

Card plan_card(const CardView& view) {
  const PlanSheet& sheet = view.plan.sheet;
  Card card;
  card.thing = N_("plan");
  card.title = sheet.title;
  card.title_key = "title";
  card.where = sheet.span;
  add_identity(card, view);
  add_absences(card, view);
  add_documents(card, view);
  add_group(card, view, "objectives", N_("Objectives"), sheet.objectives,
            objective_card);
  add_group(card, view, "contents", N_("Contents and solutions"),
            sheet.contents, content_card);
  add_group(card, view, "kinds", N_("Kinds of units"), sheet.kinds, kind_card);
  add_scales(card, view);
  add_measuring(card, view);
  add_organisation(card, view);
  return card;
}

}  // namespace thidua::render
