// A report as JSON; render/report.hpp says which keys there are.
#include "render/report_json.hpp"

#include "render/card_words.hpp"
#include "render/diagnostics.hpp"
#include "render/successions.hpp"

namespace thidua::render {
namespace {

Json json_occasion(const Report& report) {
  if (!report.scope.occasion) {
    return nullptr;
  }
  const OccasionDate& date = *report.scope.occasion;
  return {{"id", date.occasion->id.value},
          {"name", date.occasion->name},
          {"key", date.key()}};
}

Json json_years(const Report& report) {
  Json json = Json::array();
  for (const Period& year : report.scope.years) {
    json.push_back(year.closing_year());
  }
  return json;
}

// "năm 2023", "giai đoạn 2022 - 2025".
std::string covered_words(const Report& report, Language language) {
  const auto& years = report.scope.years;
  const std::string first = years.front().to_string();
  const std::string last = years.back().to_string();
  return say(years.size() == 1 ? msg("year {0}", first)
                               : msg("period {0} - {1}", first, last),
             language);
}

Json json_missing(const Report& report) {
  Json json = Json::array();
  for (const ReportPart part : empty_parts(report)) {
    json.push_back(key_of(part));
  }
  return json;
}

Json json_absent(const Report& report, const ScoreView& view) {
  Json json = Json::array();
  for (const AbsentPart& each : report.absent) {
    json.push_back({{"part", key_of(each.part)},
                    {"text", say(each.sentence, view.language)}});
  }
  return json;
}

// Those that are in force on a day.
Json json_amendments(const PlanSheet& sheet, Date as_of) {
  Json json = Json::array();
  for (const Amendment& each : sheet.amendments) {
    if (each.from.value <= as_of) {
      json.push_back({{"type", each.type},
                      {"number", json_fact(each.number)},
                      {"from", to_iso(each.from.value)}});
    }
  }
  return json;
}

Json json_plan(const ScoreView& view, Date as_of) {
  const PlanSheet& sheet = view.plan.sheet;
  Json parents = Json::array();
  for (const DocumentReference& parent : sheet.parents) {
    if (!parent.held) {
      parents.push_back({{"type", parent.type},
                         {"number", json_fact(parent.number)},
                         {"date", json_fact(parent.date)},
                         {"issuer", parent.issuer},
                         {"source", json_source(view, parent.span)}});
    }
  }
  return {{"title", sheet.title},
          {"issuer", sheet.issuer.name},
          {"document",
           {{"type", sheet.document.type},
            {"number", json_fact(sheet.document.number)},
            {"date", json_fact(sheet.document.date)}}},
          {"amended_by", json_amendments(sheet, as_of)},
          {"parents_not_held", parents}};
}

// Null: the body that issued the plan.
Json json_reporter(const Report& report) {
  if (report.reporter.by == nullptr) {
    return nullptr;
  }
  Json json = Json::array();
  for (const Party& party : report.reporter.parties) {
    json.push_back({{party.unit != nullptr ? "unit" : "body", party.id},
                    {"name", party.name}});
  }
  return json;
}

Json json_successions(const Report& report, const ScoreView& view) {
  Json json = Json::array();
  for (const Succession* event : report.successions) {
    json.push_back({{"date", to_iso(*event->on)},
                    {"from", json_ids(event->from)},
                    {"to", json_ids(event->to)},
                    {"outside", event->outside},
                    {"duties", json_ids(event->duties)},
                    {"figures_comparable", event->figures_comparable},
                    {"section", event->origin.source},
                    {"assumed", event->origin.assumed},
                    {"source", json_source(view, event->span)},
                    {"text", event_text(view.plan, *event, view.language)}});
  }
  return json;
}

}  // namespace

Json json_source(const ScoreView& view, Span where) {
  return where.known() ? Json(place(view.plan.sources, where)) : Json(nullptr);
}

Json json_text(const ScoreView& view, const Message& message) {
  return message.empty() ? Json(nullptr) : Json(say(message, view.language));
}

Json json_steps(const ScoreView& view, const Steps& steps) {
  Json json = Json::array();
  for (const Step& step : steps) {
    json.push_back({{"text", json_text(view, step.text)},
                    {"source", json_source(view, step.where)}});
  }
  return json;
}

Json iso(const std::optional<Date>& date) {
  return date ? Json(to_iso(*date)) : Json(nullptr);
}

Json with_number(Json json, const char* key,
                 const std::optional<Exact>& value) {
  set_number(json, key, value);
  return json;
}

Json to_json(const Report& report, const ScoreView& view, bool trace) {
  const ReportScope& scope = report.scope;
  Json json;
  json["report"] = to_string(scope.kind);
  json["year"] = scope.year;
  json["as_of"] = to_iso(scope.as_of);
  json["occasion"] = json_occasion(report);
  json["asked_for"] = scope.asked_for;
  json["years_covered"] = json_years(report);
  json["covered"] = covered_words(report, view.language);
  json["missing"] = json_missing(report);
  json["absent"] = json_absent(report, view);
  json["plan"] = json_plan(view, scope.as_of);
  json["reported_by"] = json_reporter(report);
  json["successions"] = json_successions(report, view);
  json["figures"] = json_figures(report, view);
  json["targets"] = json_targets(report, view);
  json["results"] = json_results(report, view);
  json["filings"] = json_filings(report, view);
  json["ranking"] = json_ranking(report, view);
  json["awards"] = json_awards(report, view);
  json["children"] = json_children(report, view, trace);
  json["shortcomings"] = json_groups(report.results.shortcomings, view);
  json["proposals"] = json_groups(report.results.proposals, view);
  json["next_steps"] = json_next_steps(report, view);
  json["caveats"] = json_caveats(report.caveats);
  return json;
}

}  // namespace thidua::render
