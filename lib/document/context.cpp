#include "document/context.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace thidua::document {
namespace {

using render::Json;

Json known(const std::optional<Fact<std::string>>& fact) {
  return fact && fact->has_value() ? Json(fact->value) : Json();
}

// "        /BC-UBND": room for the number, which is given when the document is
// issued; the issuer's sign as in that of the plan, "12/KH-UBND" or "/KH-UBND".
std::string blank_number(std::string_view abbreviation,
                         const Fact<std::string>& plan_number) {
  const std::string& text =
      plan_number.has_value() ? plan_number.value : plan_number.printed;
  const std::size_t hyphen = text.find('-');
  std::string sign(abbreviation);
  if (hyphen != text.npos) {
    render::append(sign, text.substr(hyphen + 1), "-");
  }
  return fmt::format("        /{}", sign);
}

Json signature_json(const std::optional<Signature>& signature, Signer signer) {
  Json lines = Json::array();
  Json name;
  if (signature) {
    if (signer == Signer::body && signature->form &&
        signature->form->has_value()) {
      std::string form = signature->form->value;
      render::append(form, signature->signed_for, " ");
      lines.push_back(std::move(form));
    }
    if (signature->title.has_value()) {
      lines.push_back(signature->title.value);
    }
    name = known(signature->name);
  }
  return {{"lines", std::move(lines)}, {"name", std::move(name)}};
}

// "Kế hoạch 12/KH-UBND ngày 05/02/2022 của Ủy ban nhân dân tỉnh …"
std::string basis(std::string_view type, const Fact<std::string>& number,
                  const Fact<PartialDate>& date, std::string_view issuer,
                  std::string_view about) {
  std::string text(type);
  if (number.has_value()) {
    text += " số " + number.value;
  }
  if (date.has_value()) {
    // A month alone is written with the word for it.
    const std::string written = date.value.to_vietnamese();
    text += date.value.precision() == PartialDate::Precision::day
                ? " ngày " + written
                : " " + written;
  }
  if (!issuer.empty()) {
    text += fmt::format(" của {}", issuer);
  }
  if (!about.empty()) {
    text += fmt::format(" về {}", about);
  }
  return text;
}

Json bases(const Plan& plan) {
  Json all = Json::array();
  for (const DocumentReference& each : plan.sheet.parents) {
    all.push_back(
        basis(each.type, each.number, each.date, each.issuer, each.subject));
  }
  const PlanDocument& own = plan.sheet.document;
  all.push_back(basis(own.type, own.number, own.date, plan.sheet.issuer.name,
                      plan.sheet.title));
  return all;
}

Json marks(Caveats caveats, Language language) {
  Json marks = Json::array();
  if (caveats.illustrative) {
    marks.push_back(say("Contains illustrative data", language));
  }
  if (caveats.assumed) {
    marks.push_back(say("Rests on assumed rules", language));
  }
  return marks;
}

}  // namespace

// Days under 10 and the first two months are written with a zero before them
// (NĐ 30/2020, Phụ lục I).
std::string written_day(Date day) {
  const auto month = static_cast<unsigned>(day.month());
  return fmt::format("ngày {:02} tháng {}{} năm {}",
                     static_cast<unsigned>(day.day()), month < 3 ? "0" : "",
                     month, static_cast<int>(day.year()));
}

void date_by_meeting(Json& document, const Json& meeting) {
  document["date"] = meeting.is_null() ? Json() : meeting["date"];
  document["day"] =
      meeting.is_null() ? Json("ngày …… tháng …… năm ……") : meeting["day"];
}

void send_as_above(Json& document) {
  document["recipients"] = Json::array({"Như trên", "Lưu: VT"});
}

Json body_document_json(const ContextView& view, std::string_view abbreviation,
                        const Body& body, Caveats caveats) {
  Json json = document_json(view, abbreviation, Signer::body, caveats);
  json["superior"] = view.plan.sheet.issuer.name;
  json["issuer"] = body.name;
  json["number"] = fmt::format("        /{}", abbreviation);
  json["signature"] = signature_json(std::nullopt, Signer::body);
  return json;
}

Json unit_document_json(const ContextView& view, std::string_view abbreviation,
                        const Unit& unit, Caveats caveats) {
  Json json = document_json(view, abbreviation, Signer::body, caveats);
  json["superior"] = nullptr;
  json["issuer"] = unit.name.value;
  json["number"] = fmt::format("        /{}", abbreviation);
  json["place"] = nullptr;
  json["signature"] = signature_json(std::nullopt, Signer::body);
  json["recipients"] = Json::array({view.plan.sheet.issuer.name});
  return json;
}

Json document_json(const ContextView& view, std::string_view abbreviation,
                   Signer signer, Caveats caveats) {
  const PlanSheet& sheet = view.plan.sheet;
  Json recipients = Json::array();
  if (sheet.recipients && sheet.recipients->has_value()) {
    for (const std::string& each : sheet.recipients->value) {
      recipients.push_back(each);
    }
  }
  return {
      {"superior", render::or_null(sheet.issuer.under)},
      {"issuer", sheet.issuer.name},
      {"number", blank_number(abbreviation, sheet.document.number)},
      {"by_hand", nullptr},
      {"place", known(sheet.document.place)},
      {"date", to_iso(view.today)},
      {"day", written_day(view.today)},
      {"title", sheet.title},
      {"bases", bases(view.plan)},
      {"signature", signature_json(sheet.document.signature, signer)},
      {"recipients", std::move(recipients)},
      {"marks", marks(caveats, view.language)},
  };
}

}  // namespace thidua::document
