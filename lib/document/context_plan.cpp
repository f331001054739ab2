// What a plan says, for documents that start or guide a movement.
#include <algorithm>
#include <iterator>

#include "document/plan_parts.hpp"
#include "render/measures.hpp"
#include "render/successions.hpp"

namespace thidua::document {
namespace {

using render::Json;

Json clauses(const std::vector<Clause>& all) {
  Json json = Json::array();
  for (const Clause& each : all) {
    json.push_back({{"id", each.id.value},
                    {"text", each.text},
                    {"by", render::or_null(each.by)},
                    {"section", each.source}});
  }
  return json;
}

bool is_purpose(const Clause& clause) {
  return clause.type == "purpose" || clause.type == "requirement";
}

// Purposes and requirements, or the objectives that have no number.
std::vector<Clause> sorted_out(const std::vector<Clause>& all, bool purposes) {
  std::vector<Clause> found;
  std::copy_if(
      all.begin(), all.end(), std::back_inserter(found),
      [&](const Clause& each) { return is_purpose(each) == purposes; });
  return found;
}

Json criteria_json(const CriteriaSet* set) {
  Json json = Json::array();
  if (set != nullptr) {
    for (const Criterion& each : set->criteria) {
      json.push_back({{"id", each.id.value},
                      {"text", each.text},
                      {"section", each.source}});
    }
  }
  return json;
}

Json kinds_json(const Plan& plan) {
  Json json = Json::array();
  for (const UnitKind& each : plan.sheet.kinds) {
    json.push_back({{"id", each.id.value},
                    {"name", each.name},
                    {"section", each.origin.source},
                    {"criteria", criteria_json(plan.criteria_of(each))}});
  }
  return json;
}

Json targets_json(const ContextView& view) {
  const render::CardView words{view.plan, view.language, view.today};
  Json json = Json::array();
  for (const Target& each : view.plan.sheet.targets) {
    Json target{
        {"id", each.id.value},
        {"name", each.name},
        {"demand", printed_signs(render::demand_words(each.measure, words))},
        {"by", each.by_year},
        {"section", each.origin.source}};
    json.push_back(std::move(target));
  }
  return json;
}

Json when_json(const TimelineEntry& entry, Language language) {
  if (const auto* day = std::get_if<PartialDate>(&entry.when)) {
    return render::date(*day, language);
  }
  return std::holds_alternative<EveryYear>(entry.when)
             ? Json(say("every year", language))
             : Json();
}

Json step_json(const TimelineEntry& entry, Language language) {
  return {{"name", entry.name},
          {"when", when_json(entry, language)},
          {"who", render::or_null(entry.who)},
          {"section", entry.origin.source}};
}

Json timeline_json(const PlanSheet& sheet, Language language) {
  Json json = Json::array();
  for (const TimelineEntry& each : sheet.timeline) {
    json.push_back(step_json(each, language));
  }
  return json;
}

Json duty_json(const ContextView& view, const DutyDate& when) {
  const Duty& duty = *when.duty;
  const Date day = std::max(view.today, when.last_day.value_or(view.today));
  return {{"name", duty.name},
          {"last_day", when.last_day ? Json(to_iso(*when.last_day)) : Json()},
          {"to", duty.to ? Json(render::office_text(view.plan, duty.to->value,
                                                    day, view.language))
                         : Json()},
          {"content", render::or_null(duty.content)},
          {"section", duty.source}};
}

Json duties_json(const ContextView& view, int year) {
  Json json = Json::array();
  for (const DutyDate& each : duty_dates_in(view.plan, year)) {
    json.push_back(duty_json(view, each));
  }
  return json;
}

// What is still to come in the year: steps that fall into it by their own date,
// and duties; a step that is one of the duties is told once.
Json ahead_json(const ContextView& view, int year) {
  Json steps = Json::array();
  Json duties = Json::array();
  const Date end = Period::year(year).last();
  const Date start = std::max(view.today, Period::year(year).first());
  std::vector<std::string_view> listed;
  for (const DutyDate& each : duty_dates_in(view.plan, year)) {
    if (!each.last_day || start <= *each.last_day) {
      duties.push_back(duty_json(view, each));
      listed.push_back(each.duty->id.value);
    }
  }
  for (const TimelineEntry& each : view.plan.sheet.timeline) {
    const auto* when = std::get_if<PartialDate>(&each.when);
    const bool told = each.duty && std::find(listed.begin(), listed.end(),
                                             each.duty->value) != listed.end();
    if (when != nullptr && !told && start <= when->last() &&
        when->first() <= end) {
      steps.push_back(step_json(each, view.language));
    }
  }
  return {{"timeline", std::move(steps)}, {"duties", std::move(duties)}};
}

Json responsibilities_json(const Plan& plan) {
  Json json = Json::array();
  for (const Responsibility& each : plan.sheet.responsibilities) {
    std::string by;
    for (const At<std::string>& id : each.by) {
      const Body* body = plan.body(id.value);
      render::append(by, body == nullptr ? id.value : body->name, ", ");
    }
    json.push_back({{"by", render::or_null(by)},
                    {"text", each.text},
                    {"section", each.source}});
  }
  return json;
}

}  // namespace

Json plan_context(const ContextView& view, int year) {
  const Plan& plan = view.plan;
  const PlanSheet& sheet = plan.sheet;
  Json beneficiaries = Json::array();
  for (const Beneficiary& each : sheet.beneficiaries) {
    beneficiaries.push_back({{"name", each.name}});
  }
  return {{"year", year},
          {"title", sheet.title},
          {"purposes", clauses(sorted_out(sheet.objectives, true))},
          {"objectives", clauses(sorted_out(sheet.objectives, false))},
          {"contents", clauses(sheet.contents)},
          {"targets", targets_json(view)},
          {"kinds", kinds_json(plan)},
          {"score_tables", score_tables_json(view, year)},
          {"beneficiaries", std::move(beneficiaries)},
          {"forms", forms_json(view)},
          {"timeline", timeline_json(sheet, view.language)},
          {"duties", duties_json(view, year)},
          {"ahead", ahead_json(view, year)},
          {"responsibilities", responsibilities_json(plan)},
          {"assigned", assigned_json(view, year)}};
}

}  // namespace thidua::document
