#include "render/values.hpp"

namespace thidua::render {
namespace {

template <class T, class Write>
std::string fact_text(const Fact<T>& fact, Language language, Write write) {
  using State = typename Fact<T>::State;
  switch (fact.state) {
    case State::known:
      return write(fact.value);
    case State::blank:
      return say(msg("[blank]{0}", fact.printed), language);
    case State::not_stated:
      return say("[not stated]", language);
    case State::unsure:
      return say(msg("{0} (unsure reading)", write(fact.value)), language);
    case State::not_in_source:
      break;
  }
  return fact.not_before ? say(msg("[not in the source; not before {0}]",
                                   write(*fact.not_before)),
                               language)
                         : say("[not in the source]", language);
}

template <class T, class Write>
Json fact_json(const Fact<T>& fact, Write write) {
  using State = typename Fact<T>::State;
  switch (fact.state) {
    case State::known:
      return {{"state", "known"}, {"value", write(fact.value)}};
    case State::blank:
      return {{"state", "blank"}, {"printed", fact.printed}};
    case State::not_stated:
      return {{"state", "not_stated"}};
    case State::unsure:
      return {{"state", "unsure"},
              {"value", write(fact.value)},
              {"reason", fact.reason}};
    case State::not_in_source:
      break;
  }
  Json json{{"state", "not_in_source"}};
  if (fact.not_before) {
    json["not_before"] = write(*fact.not_before);
  }
  return json;
}

const std::string& as_is(const std::string& text) { return text; }
std::string as_iso(const PartialDate& date) { return date.to_string(); }

}  // namespace

std::string number(const Exact& value, Language language) {
  return language == Language::vi ? value.to_vietnamese() : value.to_plain();
}

std::string date(Date value, Language language) {
  return language == Language::vi ? to_vietnamese(value) : to_iso(value);
}

std::string date(const PartialDate& value, Language language) {
  return language == Language::vi ? value.to_vietnamese() : value.to_string();
}

Json json_number(const Exact& value) {
  // The digits are written by Exact; parsing them only marks them as a number.
  return Json::parse(value.to_plain());
}

void set_number(Json& json, const char* key,
                const std::optional<Exact>& value) {
  if (!value) {
    json[key] = nullptr;
    return;
  }
  json[key] = json_number(*value);
  if (value->rounded(2) != *value) {
    json[std::string(key) + "_exact"] = value->to_fraction();
  }
}

void append(std::string& text, const std::string& part,
            std::string_view between) {
  if (!part.empty()) {
    text += text.empty() ? std::string_view{} : between;
    text += part;
  }
}

std::string join(std::string a, const std::string& b) {
  append(a, b, ", ");
  return a;
}

Json or_null(std::string_view text) {
  return text.empty() ? Json() : Json(text);
}

const char* word(Verdict verdict) {
  switch (verdict) {
    case Verdict::met:
      return N_("met");
    case Verdict::not_met:
      return N_("not met");
    case Verdict::not_applicable:
      return N_("not applicable");
    case Verdict::not_judged:
      return N_("not judged");
    case Verdict::cannot_judge:
      break;
  }
  return N_("cannot be judged");
}

const char* key_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::met:
      return "met";
    case Verdict::not_met:
      return "not_met";
    case Verdict::not_applicable:
      return "not_applicable";
    case Verdict::not_judged:
      return "not_judged";
    case Verdict::cannot_judge:
      break;
  }
  return "cannot_judge";
}

std::string fact(const Fact<std::string>& fact, Language language) {
  return fact_text(fact, language, as_is);
}

std::string fact(const Fact<PartialDate>& fact, Language language) {
  return fact_text(fact, language, [&](const PartialDate& value) {
    return date(value, language);
  });
}

Json json_fact(const Fact<std::string>& fact) { return fact_json(fact, as_is); }

Json json_fact(const Fact<PartialDate>& fact) {
  return fact_json(fact, as_iso);
}

std::string number_words(const Fact<std::string>& number, Language language) {
  return number.state == Fact<std::string>::State::not_stated
             ? say("no number given", language)
             : fact(number, language);
}

std::string date_words(const Fact<PartialDate>& date, Language language) {
  return date.state == Fact<PartialDate>::State::not_stated
             ? say("no date given", language)
             : fact(date, language);
}

std::string caveat_lines(Caveats caveats, Language language) {
  std::string lines;
  if (caveats.illustrative) {
    lines += say("Illustrative data.", language) + "\n";
  }
  if (caveats.assumed) {
    lines +=
        say("Rests on assumed rules (`thidua check` lists them).", language) +
        "\n";
  }
  return lines;
}

Json json_caveats(Caveats caveats) {
  return {{"illustrative", caveats.illustrative}, {"assumed", caveats.assumed}};
}

std::string dump(const Json& json) { return json.dump(2) + "\n"; }

}  // namespace thidua::render
