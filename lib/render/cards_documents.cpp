// Cards of documents: the plan itself, those above and below it, those that
// change it and those it cites.
#include "render/cards_documents.hpp"

#include "render/card_words.hpp"
#include "render/cards.hpp"
#include "rules/delegation.hpp"

namespace thidua::render {
namespace {

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
    changes.push_back(
        {{"section", part.section},
         {"text", part.text},
         {"duty", part.moved ? Json(part.moved->duty.value) : Json()}});
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

}  // namespace

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

}  // namespace thidua::render
