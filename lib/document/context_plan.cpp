// What a plan says, for documents that start or guide a movement.
#include "document/context.hpp"
#include "rules/scoring.hpp"

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

// What a score table gives for a criterion at most.
std::optional<Exact> points_for(const KindTable* table, std::string_view id) {
  if (table != nullptr) {
    for (const ScoreGroup& group : table->groups) {
      for (const ScoreItem& item : group.items) {
        if (item.id.value == id) {
          return item.max;
        }
      }
    }
  }
  return std::nullopt;
}

Json criteria_json(const CriteriaSet* set, const KindTable* table) {
  Json json = Json::array();
  if (set != nullptr) {
    for (const Criterion& each : set->criteria) {
      Json criterion{
          {"id", each.id.value}, {"text", each.text}, {"section", each.source}};
      render::set_number(criterion, "points", points_for(table, each.id.value));
      json.push_back(std::move(criterion));
    }
  }
  return json;
}

Json kinds_json(const ContextView& view, int year) {
  const Plan& plan = view.plan;
  const ScoreTable* table =
      table_for(plan, *Period::parse(fmt::format("{}", year)), view.today);
  Json json = Json::array();
  for (const UnitKind& each : plan.sheet.kinds) {
    json.push_back(
        {{"id", each.id.value},
         {"name", each.name},
         {"section", each.origin.source},
         {"criteria",
          criteria_json(plan.criteria_of(each),
                        table == nullptr
                            ? nullptr
                            : table_of_kind(*table, each.id.value))}});
  }
  return json;
}

Json targets_json(const PlanSheet& sheet) {
  Json json = Json::array();
  for (const Target& each : sheet.targets) {
    Json target{{"id", each.id.value},
                {"name", each.name},
                {"by", each.by_year},
                {"section", each.origin.source}};
    json.push_back(std::move(target));
  }
  return json;
}

Json forms_json(const Awards& awards) {
  Json json = Json::array();
  for (const AwardForm& each : awards.forms) {
    json.push_back({{"form", each.id.value},
                    {"name", each.name},
                    {"section", each.origin.source}});
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

Json timeline_json(const PlanSheet& sheet, Language language) {
  Json json = Json::array();
  for (const TimelineEntry& each : sheet.timeline) {
    json.push_back({{"name", each.name},
                    {"when", when_json(each, language)},
                    {"who", render::or_null(each.who)},
                    {"section", each.origin.source}});
  }
  return json;
}

Json duties_json(const Plan& plan, int year) {
  Json json = Json::array();
  for (const DutyDate& each : duty_dates_in(plan, year)) {
    const Duty& duty = *each.duty;
    const Body* to = duty.to ? plan.body(duty.to->value) : nullptr;
    json.push_back(
        {{"name", duty.name},
         {"last_day", each.last_day ? Json(to_iso(*each.last_day)) : Json()},
         {"to", to == nullptr ? Json() : Json(to->name)},
         {"content", render::or_null(duty.content)},
         {"section", duty.source}});
  }
  return json;
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

// Targets that an authority has assigned to units for a year.
Json assigned_json(const Plan& plan, int year) {
  Json json = Json::array();
  for (const Assignment& each : plan.sheet.assignments) {
    Json units = Json::array();
    int number = 0;
    for (const Figures& figures : plan.figures) {
      if (figures.period.value.kind() != Period::Kind::year ||
          figures.period.value.closing_year() != year) {
        continue;
      }
      for (const AssignedTarget& target : figures.assigned) {
        const Unit* unit = plan.unit(figures.unit.value);
        if (target.assignment.value != each.id.value || unit == nullptr) {
          continue;
        }
        Json row{{"number", ++number}, {"name", unit->name.value}};
        render::set_number(row, "value", target.value.value);
        row["document"] = render::or_null(target.document);
        units.push_back(std::move(row));
      }
    }
    json.push_back({{"name", each.name}, {"units", std::move(units)}});
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
          {"objectives", clauses(sheet.objectives)},
          {"contents", clauses(sheet.contents)},
          {"targets", targets_json(sheet)},
          {"kinds", kinds_json(view, year)},
          {"beneficiaries", std::move(beneficiaries)},
          {"forms", forms_json(plan.awards)},
          {"timeline", timeline_json(sheet, view.language)},
          {"duties", duties_json(plan, year)},
          {"responsibilities", responsibilities_json(plan)},
          {"assigned", assigned_json(plan, year)}};
}

}  // namespace thidua::document
