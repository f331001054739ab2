#include "render/card_words.hpp"

#include <algorithm>
#include <array>

#include "rules/awards.hpp"

namespace thidua::render {
namespace {

template <class Thing>
std::string name_or_id(const Thing* thing, std::string_view id) {
  return thing == nullptr || thing->name.empty() ? std::string(id)
                                                 : thing->name;
}

struct Term {
  std::string_view word;
  const char* english;
};

constexpr std::array<Term, 30> terms{{
    {"purpose", N_("purpose")},
    {"requirement", N_("requirement")},
    {"general", N_("general objective")},
    {"specific", N_("specific objective")},
    {"content", N_("content of the movement")},
    {"solution", N_("solution")},
    {"assign", N_("assigned")},
    {"request", N_("requested")},
    {"require", N_("required")},
    {"direct", N_("directs")},
    {"lead", N_("leads")},
    {"coordinate", N_("coordinates")},
    {"not_stated", N_("force not stated")},
    {"movement", N_("emulation movement")},
    {"campaign", N_("campaign")},
    {"fund", N_("fund")},
    {"programme", N_("programme")},
    {"slogan", N_("slogan")},
    {"theme", N_("theme")},
    {"money", N_("money")},
    {"goods", N_("goods")},
    {"labour", N_("labour")},
    {"points", N_("percentage points")},
    {"percent", N_("%")},
    {"count", N_("a count")},
    {"merit", N_("for merit and achievements")},
    {"sudden", N_("for a sudden deed")},
    {"dedication", N_("for years of dedication")},
    {"tenure", N_("for years of service")},
    {"foreign", N_("for foreign relations")},
}};

template <class T>
void add(Card& card, const char* key, const char* label, const Fact<T>& value,
         const CardView& view) {
  std::string words = fact(value, view.language);
  if (!value.reason.empty()) {
    words += fmt::format(" – {}", value.reason);
  }
  card.fact(key, label, std::move(words), json_fact(value));
}

}  // namespace

std::string unit_name(const Plan& plan, std::string_view id) {
  const Unit* unit = plan.unit(id);
  return unit == nullptr || unit->name.value.empty() ? std::string(id)
                                                     : unit->name.value;
}

std::string kind_name(const Plan& plan, std::string_view id) {
  return name_or_id(plan.kind(id), id);
}

std::string body_name(const Plan& plan, std::string_view id) {
  return name_or_id(plan.body(id), id);
}

std::string form_name(const Plan& plan, std::string_view id) {
  return name_or_id(plan.form(id), id);
}

std::string names_of(const Plan& plan, const Ids& ids,
                     std::string (*name)(const Plan&, std::string_view)) {
  std::string names;
  for (const At<std::string>& id : ids) {
    names += names.empty() ? "" : "; ";
    names += name(plan, id.value);
  }
  return names;
}

std::string names_of(const Ids& ids) {
  std::string names;
  for (const At<std::string>& id : ids) {
    names += names.empty() ? "" : ", ";
    names += id.value;
  }
  return names;
}

Json json_ids(const Ids& ids) {
  Json list = Json::array();
  for (const At<std::string>& id : ids) {
    list.push_back(id.value);
  }
  return list;
}

Json json_id(const std::optional<At<std::string>>& id) {
  return id ? Json(id->value) : Json();
}

std::string class_words(const std::vector<SubjectClass>& classes,
                        const CardView& view) {
  std::string words;
  for (const SubjectClass each : classes) {
    words += words.empty() ? "" : "; ";
    words += view.say(word(each));
  }
  return words;
}

Json json_classes(const std::vector<SubjectClass>& classes) {
  Json list = Json::array();
  for (const SubjectClass each : classes) {
    list.push_back(word(each));
  }
  return list;
}

std::string attribute_words(const AttributeIs& wanted) {
  return fmt::format("{}: {}", wanted.key.value,
                     fmt::join(wanted.values, ", "));
}

std::string term(std::string_view word, const CardView& view) {
  const auto* const at =
      std::find_if(terms.begin(), terms.end(),
                   [&](const Term& each) { return each.word == word; });
  return at == terms.end() ? std::string(word) : view.say(at->english);
}

void add_fact(Card& card, const char* key, const char* label,
              const Fact<std::string>& value, const CardView& view) {
  add(card, key, label, value, view);
}

void add_fact(Card& card, const char* key, const char* label,
              const Fact<PartialDate>& value, const CardView& view) {
  add(card, key, label, value, view);
}

void add_dossier_by(Card& card, const CardView& view, bool receiver) {
  card.fact("dossier_by", N_("dossier made by"),
            receiver ? view.say("the unit that received the help") : "",
            receiver ? Json("receiver") : Json());
}

std::string years_words(int first, int last, const CardView& view) {
  return first == last ? std::to_string(first)
                       : view.say(msg("{0} to {1}", first, last));
}

}  // namespace thidua::render
