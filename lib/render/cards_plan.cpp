// Cards of plan.yaml: what the document says, and of itself.
#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "render/measures.hpp"
#include "rules/delegation.hpp"

namespace thidua::render {
namespace {

template <class List, class Make>
std::vector<Card> cards_of(const List& list, Make make) {
  std::vector<Card> cards;
  cards.reserve(list.size());
  for (const auto& each : list) {
    cards.push_back(make(each));
  }
  return cards;
}

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

Card document_card(const char* thing, const CardView& view,
                   const DocumentReference& document, bool parent) {
  Card card;
  card.thing = thing;
  const auto number = number_words(document.number, view.language);
  card.title = document.number.state == Fact<std::string>::State::not_stated
                   ? fmt::format("{} ({})", document.type, number)
                   : fmt::format("{} {}", document.type, number);
  card.title_key = nullptr;
  card.where = document.span;
  card.data("type", document.type);
  card.data("number", json_fact(document.number));
  if (!document.number.reason.empty()) {
    card.remark(N_("why unsure"), document.number.reason);
  }
  card.fact("date", N_("date"), date_words(document.date, view.language),
            json_fact(document.date));
  if (!document.date.reason.empty()) {
    card.remark(N_("why unsure"), document.date.reason);
  }
  card.text("issuer", N_("issued by"), document.issuer);
  card.text("subject", N_("subject"), document.subject);
  if (parent) {
    card.fact("held", nullptr,
              view.say(document.held ? N_("held") : N_("not held")),
              document.held);
    card.text("folder", N_("folder"),
              document.folder ? document.folder->value : std::string());
    card.text("through", N_("above the plan of number"),
              document.through ? document.through->value : std::string());
    card.caveats.assumed = document.assumed;
  }
  card.text("section", N_("section"), document.source);
  return card;
}

const char* word_of(Section section) {
  switch (section) {
    case Section::criteria:
      return N_("criteria");
    case Section::score_tables:
      return N_("score tables");
    case Section::forms:
      return N_("award forms");
    case Section::standards:
      return N_("award standards");
    case Section::occasions:
      break;
  }
  return N_("occasions");
}

Card amendment_card(const CardView& view, const Amendment& amendment) {
  Card card;
  card.title = fmt::format("{} {}", amendment.type,
                           number_words(amendment.number, view.language));
  card.title_key = nullptr;
  card.where = amendment.span;
  card.data("type", amendment.type);
  card.data("number", json_fact(amendment.number));
  card.fact("date", N_("date"), date_words(amendment.date, view.language),
            json_fact(amendment.date));
  card.fact("from", N_("in force from"),
            date(amendment.from.value, view.language),
            to_iso(amendment.from.value));
  Json changes = Json::array();
  std::string words;
  for (const AmendedPart& part : amendment.changes) {
    changes.push_back({{"section", part.section}, {"text", part.text}});
    words += fmt::format("{}{}: {}", words.empty() ? "" : "; ", part.section,
                         part.text);
  }
  card.fact("changes", nullptr, std::move(words), std::move(changes));
  card.text("section", N_("section"), amendment.source);
  return card;
}

Card delegation_card(const CardView& view, const Delegation& delegation) {
  const DocumentReference* to = parent_of(view.plan.sheet, delegation);
  std::vector<std::string> words;
  Json sections = Json::array();
  bool held = true;
  for (const At<Section>& section : delegation.sections) {
    words.push_back(view.say(word_of(section.value)));
    sections.push_back(
        section_words.at(static_cast<std::size_t>(section.value)));
    held = held && !not_held(view.plan, section.value);
  }
  Card card;
  card.title = fmt::format("{}", fmt::join(words, ", "));
  card.title_key = nullptr;
  card.where = delegation.span;
  card.data("sections", std::move(sections));
  card.text("to", N_("those of"), to == nullptr ? std::string() : name_of(*to));
  card.fact("held", nullptr, view.say(held ? N_("held") : N_("not held")),
            held);
  card.text("section", N_("section"), delegation.source);
  card.text("note", N_("note"), delegation.note);
  return card;
}

Card reading_card(const Reading& reading) {
  Card card;
  card.title = reading.where;
  card.title_key = "where";
  card.text("printed", N_("printed"), reading.printed);
  card.given("scanned", N_("scanned as"), reading.scanned);
  card.text("read", N_("read as"), reading.read);
  card.text("reason", N_("because"), reading.reason);
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

// A fact that the record may leave out.
void add_if_there(Card& card, const char* key, const char* label,
                  const std::optional<Fact<std::string>>& value,
                  const CardView& view) {
  if (value) {
    add_fact(card, key, label, *value, view);
  } else {
    card.data(key, nullptr);
  }
}

// "KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC, Lê Văn A"
void add_signature(Card& card, const CardView& view,
                   const Signature& signature) {
  std::string words;
  if (signature.form) {
    words = fact(*signature.form, view.language);
    words += (signature.signed_for.empty() ? "" : " ") + signature.signed_for;
    words += ", ";
  }
  words += fmt::format("{}, {}", fact(signature.title, view.language),
                       fact(signature.name, view.language));
  Json json;
  json["form"] = signature.form ? json_fact(*signature.form) : Json();
  json["for"] =
      signature.signed_for.empty() ? Json() : Json(signature.signed_for);
  json["title"] = json_fact(signature.title);
  json["name"] = json_fact(signature.name);
  card.fact("signed", N_("signed"), std::move(words), std::move(json));
}

void add_document(Card& card, const CardView& view,
                  const PlanDocument& document) {
  card.text("type", N_("type of document"), document.type);
  add_fact(card, "number", N_("number"), document.number, view);
  add_fact(card, "date", N_("date"), document.date, view);
  add_if_there(card, "place", N_("place"), document.place, view);
  if (document.signature) {
    add_signature(card, view, *document.signature);
  }
}

void add_identity(Card& card, const CardView& view) {
  const PlanSheet& sheet = view.plan.sheet;
  card.text("movement", N_("movement"), sheet.movement);
  card.text("issuer", N_("issued by"), sheet.issuer.name);
  card.text("issuer_printed", N_("issuer as printed"), sheet.issuer.printed);
  card.text("level", N_("level"), sheet.issuer.level);
  add_if_there(card, "province", N_("province"), sheet.issuer.province, view);
  card.given("under", N_("under"), sheet.issuer.under);
  add_document(card, view, sheet.document);
  card.fact("period", N_("period"),
            fmt::format("{} – {}", date(sheet.period.first(), view.language),
                        date(sheet.period.last(), view.language)),
            {{"from", to_iso(sheet.period.first())},
             {"to", to_iso(sheet.period.last())}});
}

void add_documents(Card& card, const CardView& view) {
  const PlanSheet& sheet = view.plan.sheet;
  card.group("parents", N_("Parent documents"),
             cards_of(sheet.parents, [&](const DocumentReference& each) {
               return document_card(N_("parent document"), view, each, true);
             }));
  card.group("amendments", N_("Changed by"),
             cards_of(sheet.amendments, [&](const Amendment& each) {
               return amendment_card(view, each);
             }));
  card.group("delegates", N_("Left to a plan above"),
             cards_of(sheet.delegates, [&](const Delegation& each) {
               return delegation_card(view, each);
             }));
  card.given_group("children", N_("Plan folders below"),
                   cards_of(sheet.children, [&](const ChildGroup& each) {
                     return children_card(view, each);
                   }));
  card.group("cites", N_("Documents cited"),
             cards_of(sheet.cites, [&](const DocumentReference& each) {
               return document_card(N_("document cited"), view, each, false);
             }));
  card.group("readings", N_("Readings of the print"),
             cards_of(sheet.readings, reading_card));
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
