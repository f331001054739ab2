// One unit in a year, for its own report and for the report on what it has
// done that goes with a proposal (báo cáo thành tích).  What is dated after
// the day it is made on is not known yet, as in the report of the office.
#include <algorithm>

#include "document/context.hpp"
#include "rules/past_awards.hpp"
#include "rules/report_awards.hpp"
#include "rules/sampling.hpp"

namespace thidua::document {
namespace {

using render::Json;

Json texts(const std::vector<At<std::string>>& all) {
  Json json = Json::array();
  for (const At<std::string>& each : all) {
    json.push_back(each.value);
  }
  return json;
}

Json guidance_json(const Results& results, Date today) {
  Json json = Json::array();
  for (const Guidance& each : results.guidance) {
    if (each.date && today < *each.date) {
      continue;
    }
    json.push_back({{"text", each.text},
                    {"document", render::or_null(each.document)},
                    {"date", each.date ? Json(to_iso(*each.date)) : Json()}});
  }
  return json;
}

Json models_json(const Results& results) {
  Json json = Json::array();
  for (const ModelOfWork& each : results.models) {
    Json model{{"name", each.name}, {"text", render::or_null(each.text)}};
    render::set_number(model, "households", each.households);
    json.push_back(std::move(model));
  }
  return json;
}

Json resources_json(const Results& results) {
  Json json = Json::array();
  for (const Resource& each : results.resources) {
    Json resource;
    render::set_number(resource, "amount", each.amount);
    resource["unit"] = each.unit;
    resource["text"] = render::or_null(each.text);
    json.push_back(std::move(resource));
  }
  return json;
}

Json own_awards_json(const Results& results) {
  Json json = Json::array();
  for (const OwnAward& each : results.own_awards) {
    Json award{{"name", each.name}};
    render::set_number(award, "count", each.count);
    json.push_back(std::move(award));
  }
  return json;
}

// Nothing of a year that has not begun.
const Results* results_known(const ContextView& view, const Unit& unit,
                             int year) {
  return view.today < Period::year(year).first()
             ? nullptr
             : view.plan.results_of(unit.id, year);
}

Json did_json(const ContextView& view, const Unit& unit, int year) {
  static const Results none{};
  const Results* found = results_known(view, unit, year);
  const Results& results = found == nullptr ? none : *found;
  return {{"year", year},
          {"recorded", found != nullptr},
          {"guidance", guidance_json(results, view.today)},
          {"models", models_json(results)},
          {"resources", resources_json(results)},
          {"activities", texts(results.activities)},
          {"own_awards", own_awards_json(results)},
          {"shortcomings", texts(results.shortcomings)},
          {"proposals", texts(results.proposals)},
          {"next_steps", texts(results.next_steps)}};
}

// Each figure by itself: the most official count of it that is known.
Json figures_json(const ContextView& view, const Unit& unit, int year) {
  Json json = Json::array();
  const Figures* figures = view.plan.figures_of(unit.id, Period::year(year));
  if (figures == nullptr) {
    return json;
  }
  for (const FigureKind& kind : view.plan.sheet.figures) {
    const Formula formula = plain_sum(kind).formula;
    const FigureEntry* entry = best_entry(*figures, view.today, formula);
    if (entry == nullptr) {
      continue;
    }
    const auto value = std::find_if(
        entry->values.begin(), entry->values.end(),
        [&](const auto& each) { return each.figure.value == kind.id.value; });
    Json row{{"name", kind.name}};
    render::set_number(row, "value", value->value.value);
    row["as_of"] = to_iso(entry->as_of);
    row["provisional"] = entry->status == FigureStatus::official
                             ? Json()
                             : Json(to_string(entry->status));
    json.push_back(std::move(row));
  }
  return json;
}

Json awards_json(const Plan& plan, const Unit& unit, Date today) {
  Json json = Json::array();
  for (const PastAward& each : granted_to(plan, unit.id, today)) {
    json.push_back({{"name", each.form},
                    {"when", render::or_null(each.when)},
                    {"document", render::or_null(each.document)}});
  }
  return json;
}

Json proposal_json(const Plan& plan, const Proposal* proposal) {
  if (proposal == nullptr) {
    return {
        {"form", nullptr}, {"proposed_by", nullptr}, {"achievement", nullptr}};
  }
  const AwardForm* form = plan.form(proposal->form.value);
  return {{"form", form == nullptr ? proposal->form.value : form->name},
          {"proposed_by", render::or_null(proposal->proposed_by)},
          {"achievement",
           proposal->achievement ? Json(proposal->achievement->text) : Json()}};
}

}  // namespace

Json unit_context(const ContextView& view, const Unit& unit, int year,
                  const Proposal* proposal) {
  const Plan& plan = view.plan;
  const UnitKind* kind = plan.kind(unit.kind.value);
  Json years = Json::array();
  for (int each = static_cast<int>(plan.sheet.period.first().year());
       each <= year; ++each) {
    if (results_known(view, unit, each) != nullptr) {
      years.push_back(did_json(view, unit, each));
    }
  }
  Json context{{"year", year},
               {"unit", unit.id},
               {"name", unit.name.value},
               {"kind", kind == nullptr ? Json() : Json(kind->name)},
               {"did", did_json(view, unit, year)},
               {"years", std::move(years)},
               {"figures", figures_json(view, unit, year)},
               {"awards", awards_json(plan, unit, view.today)},
               {"proposal", proposal_json(plan, proposal)}};
  return context;
}

}  // namespace thidua::document
