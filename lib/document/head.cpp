#include "document/head.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "rules/successions.hpp"

namespace thidua::document {
namespace {

using render::Json;

Json known(const std::optional<Fact<std::string>>& fact) {
  return fact && fact->has_value() ? Json(fact->value) : Json();
}

enum class Signer { body, chair };

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

// Who writes a document: the body that issued the plan, as the plan says it,
// or another one, of which only a letterhead knows more than the name.
struct Writer {
  std::string id;    // of a body; may be empty
  std::string name;  // empty: nobody knows who
  bool as_plan = false;
};

std::string issuer_id(const Plan& plan) {
  const Body* issuer = BodyNames(plan).called(plan.sheet.issuer.name);
  return issuer == nullptr ? std::string() : issuer->id.value;
}

// Where the body that issued the plan has ended, who took over.
Writer author_on(const Plan& plan, Date day) {
  const std::string id = issuer_id(plan);
  if (!id.empty()) {
    const Heirs heirs = heirs_of(plan, id, day);
    if (heirs.by != nullptr) {
      return heirs.parties.size() == 1 && heirs.unclear == nullptr
                 ? Writer{std::string(heirs.parties.front().id),
                          std::string(heirs.parties.front().name), false}
                 : Writer{};
    }
  }
  return {id, plan.sheet.issuer.name, true};
}

bool is_for(const Letterhead& head, std::string_view document) {
  return std::any_of(
      head.documents.begin(), head.documents.end(),
      [&](const At<std::string>& each) { return each.value == document; });
}

// That which names the document before one for all, a later one before an
// earlier.
const Letterhead& letterhead(const Plan& plan, const Writer& author,
                             std::string_view document, Date day) {
  static const Letterhead none{};
  const Letterhead* found = &none;
  for (const Letterhead& each : plan.sheet.letterheads) {
    const bool by_author =
        each.body ? each.body->value == author.id : author.as_plan;
    const bool named = is_for(each, document);
    if (by_author && (named || each.documents.empty()) &&
        (!each.from || *each.from <= day) && (!each.to || day <= *each.to) &&
        (named || !is_for(*found, document))) {
      found = &each;
    }
  }
  return *found;
}

// "UBND" of a plan with the number 12/KH-UBND, or with room for it, /KH-UBND.
std::string sign_of(const Fact<std::string>& number) {
  const std::string& text = number.has_value() ? number.value : number.printed;
  const std::size_t hyphen = text.find('-');
  return hyphen == text.npos ? std::string() : text.substr(hyphen + 1);
}

// "        /BC-UBND": the number is given when the document is issued.
Json blank_number(const DocumentText& text, std::string_view sign) {
  if (!text.numbered) {
    return nullptr;
  }
  std::string behind = text.abbreviation;
  render::append(behind, std::string(sign), "-");
  return fmt::format("        /{}", behind);
}

// "Kế hoạch số 12/KH-UBND ngày 05/02/2022 của … về …"
std::string basis(const DocumentReference& document) {
  std::string text = document.type;
  const Fact<std::string>& number = document.number;
  if (number.has_value()) {
    text += " số " + number.value;
  } else if (const std::size_t slash = number.printed.find('/');
             slash != number.printed.npos) {
    text += " số ……" + number.printed.substr(slash);
  }
  if (document.date.has_value()) {
    // A month alone is written with the word for it.
    const PartialDate& date = document.date.value;
    text += date.precision() == PartialDate::Precision::day ? " ngày " : " ";
    text += date.to_vietnamese();
  }
  if (!document.issuer.empty()) {
    text += fmt::format(" của {}", document.issuer);
  }
  if (!document.subject.empty()) {
    text += fmt::format(" về {}", with_small_initial(document.subject));
  }
  return text;
}

// What the plan itself does not name is no basis of what follows it.
Json bases(const PlanSheet& sheet, const Letterhead& head) {
  Json all = head.bases;
  for (const DocumentReference& each : sheet.parents) {
    if (!each.assumed) {
      all.push_back(basis(each));
    }
  }
  DocumentReference own;
  own.type = sheet.document.type;
  own.number = sheet.document.number;
  own.date = sheet.document.date;
  own.issuer = sheet.issuer.name;
  own.subject = sheet.title;
  all.push_back(basis(own));
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

// Where a line may end: before the kind of place, or where there is none before
// any word.
std::vector<std::size_t> breaks_of(std::string_view name) {
  static constexpr std::array<std::string_view, 8> places{
      " tỉnh ",   " thành phố ", " huyện ",  " quận ",
      " thị xã ", " xã ",        " phường ", " thị trấn "};
  std::vector<std::size_t> any;
  std::vector<std::size_t> before_place;
  for (std::size_t at = name.find(' '); at != name.npos;
       at = name.find(' ', at + 1)) {
    any.push_back(at);
    if (std::any_of(places.begin(), places.end(), [&](std::string_view place) {
          return name.substr(at).starts_with(place);
        })) {
      before_place.push_back(at);
    }
  }
  return before_place.empty() ? any : before_place;
}

// What is too long for its column comes in two lines, as near in length as may
// be.
Json letterhead_lines(const std::string& name) {
  constexpr std::size_t longest = 21;
  Json lines = Json::array();
  if (name.empty()) {
    return lines;
  }
  std::size_t best = name.npos;
  std::size_t width = display_width(name);
  if (width > longest) {
    for (const std::size_t at : breaks_of(name)) {
      const std::size_t wider = std::max(display_width(name.substr(0, at)),
                                         display_width(name.substr(at + 1)));
      if (wider < width) {
        width = wider;
        best = at;
      }
    }
  }
  lines.push_back(name.substr(0, best));
  if (best != name.npos) {
    lines.push_back(name.substr(best + 1));
  }
  return lines;
}

// "Lưu: VT, NV" of the plan, which its own unit of drafting is in.
std::string kept_at(const Plan& plan, const Writer& author) {
  const auto& recipients = plan.sheet.recipients;
  if (author.as_plan && recipients && recipients->has_value() &&
      !recipients->value.empty() &&
      recipients->value.back().starts_with("Lưu")) {
    return recipients->value.back();
  }
  return "Lưu: VT";
}

std::vector<std::string> recipients_of(const Plan& plan, const Writer& author,
                                       const Letterhead& head,
                                       const DocumentText& text) {
  if (!head.recipients.empty()) {
    return head.recipients;
  }
  if (!text.answers.empty()) {
    return {text.answers, kept_at(plan, author)};
  }
  const auto& recipients = plan.sheet.recipients;
  if (author.as_plan && recipients && recipients->has_value()) {
    return recipients->value;
  }
  return {};
}

// Each line ends with a semicolon, the last with a full stop (Phụ lục I).
Json with_stops(const std::vector<std::string>& lines) {
  Json json = Json::array();
  for (const std::string& each : lines) {
    const bool last = &each == &lines.back();
    const bool stopped = each.ends_with(';') || each.ends_with('.');
    json.push_back(stopped ? each : each + (last ? "." : ";"));
  }
  return json;
}

std::string first_of(const std::string& own, const std::string& other) {
  return own.empty() ? other : own;
}

Json head_json(const ContextView& view, const CataloguedDocument& document,
               const Writer& author, Caveats caveats) {
  static const std::string unknown;
  const PlanSheet& sheet = view.plan.sheet;
  const DocumentText& text = document.text;
  const Letterhead& head =
      letterhead(view.plan, author, document.id, view.today);
  const std::string issuer = first_of(head.name, author.name);
  const std::string superior =
      first_of(head.under, author.as_plan ? sheet.issuer.under : unknown);
  const std::string sign =
      first_of(head.sign, author.as_plan ? sign_of(sheet.document.number) : "");
  const Json place =
      author.as_plan ? known(sheet.document.place) : Json(nullptr);
  const auto& signature = head.signature || !author.as_plan
                              ? head.signature
                              : sheet.document.signature;
  return {
      {"superior", render::or_null(superior)},
      {"superior_lines", letterhead_lines(superior)},
      {"issuer", render::or_null(issuer)},
      {"issuer_lines", letterhead_lines(issuer)},
      {"number", blank_number(text, sign)},
      {"by_hand", nullptr},
      {"place", head.place.empty() ? place : Json(head.place)},
      {"date", to_iso(view.today)},
      {"day", written_day(view.today)},
      {"title", sheet.title},
      {"subject", with_small_initial(sheet.title)},
      {"bases", bases(sheet, head)},
      {"law_stated", !head.bases.empty()},
      {"signature", signature_json(signature, text.chair_signs ? Signer::chair
                                                               : Signer::body)},
      {"recipients", with_stops(recipients_of(view.plan, author, head, text))},
      {"marks", marks(caveats, view.language)},
  };
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

Json document_json(const ContextView& view, const CataloguedDocument& document,
                   Caveats caveats) {
  return head_json(view, document, author_on(view.plan, view.today), caveats);
}

Json body_document_json(const ContextView& view,
                        const CataloguedDocument& document, const Body& body,
                        Caveats caveats) {
  const Plan& plan = view.plan;
  if (body.id.value == issuer_id(plan)) {
    return document_json(view, document, caveats);
  }
  Json json =
      head_json(view, document, {body.id.value, body.name, false}, caveats);
  if (json["superior"].is_null()) {
    const std::string above = author_on(plan, view.today).name;
    json["superior"] = render::or_null(above);
    json["superior_lines"] = letterhead_lines(above);
  }
  return json;
}

Json unit_document_json(const ContextView& view,
                        const CataloguedDocument& document, const Unit& unit,
                        Caveats caveats) {
  Json json =
      head_json(view, document,
                {{}, std::string(unit.name_on(view.today)), false}, caveats);
  if (document.text.answers.empty()) {
    const std::string to = author_on(view.plan, view.today).name;
    json["recipients"] =
        to.empty() ? Json::array() : with_stops({to, "Lưu: VT"});
  }
  return json;
}

}  // namespace thidua::document
