// What units did, as JSON.
#include "render/card_words.hpp"
#include "render/report_json.hpp"

namespace thidua::render {
namespace {

// As groups, with the type in front.
Json json_resources(const Report& report, const ScoreView& view) {
  const ResultGroups& all = report.results.resources;
  Json json = Json::array();
  Json plain = json_groups(all, view);
  for (std::size_t i = 0; i < all.size(); ++i) {
    Json each{{"type", all[i].type},
              {"name", term(all[i].type,
                            {view.plan, view.language, report.scope.as_of})}};
    each.update(plain[i]);
    json.push_back(std::move(each));
  }
  return json;
}

Json json_contributions(const Report& report, const ScoreView& view) {
  const ReportResults& results = report.results;
  Json json = Json::array();
  for (const UnitResults& row : results.by_unit) {
    Json resources = Json::array();
    for (std::size_t i = 0; i < row.resources.size(); ++i) {
      if (row.resources[i]) {
        resources.push_back(with_number({{"type", results.resources[i].type},
                                         {"text", results.resources[i].text}},
                                        "amount", row.resources[i]));
      }
    }
    Json each{{"unit", row.unit == nullptr ? Json() : Json(row.unit->id)},
              {"name", row.name},
              {"guidance", row.guidance},
              {"models", row.models},
              {"activities", row.activities}};
    set_number(each, "own_awards", row.own_awards);
    each["resources"] = std::move(resources);
    each["source"] = json_source(view, row.where);
    json.push_back(std::move(each));
  }
  return json;
}

Json json_without_record(const Report& report) {
  Json json = Json::array();
  for (const auto& [unit, years] : report.results.without) {
    json.push_back(
        {{"unit", unit->id}, {"name", unit->name.value}, {"years", years}});
  }
  return json;
}

}  // namespace

Json json_groups(const ResultGroups& groups, const ScoreView& view) {
  Json json = Json::array();
  for (const ResultGroup& group : groups) {
    Json lines = Json::array();
    for (const ResultLine& line : group.lines) {
      Json each{{"unit", line.unit == nullptr ? Json() : Json(line.unit->id)},
                {"name", line.name},
                {"year", line.year}};
      set_number(each, "amount", line.amount);
      each["text"] = or_null(line.note);
      each["document"] = or_null(line.document);
      each["date"] = iso(line.date);
      each["source"] = json_source(view, line.where);
      lines.push_back(std::move(each));
    }
    Json each = with_number({{"text", group.text}}, "total", group.total);
    each["count"] = group.lines.size();
    each["units"] = units_in(group);
    each["lines"] = std::move(lines);
    json.push_back(std::move(each));
  }
  return json;
}

Json json_results(const Report& report, const ScoreView& view) {
  const ReportResults& results = report.results;
  return {{"guidance", json_groups(results.guidance, view)},
          {"models", json_groups(results.models, view)},
          {"resources", json_resources(report, view)},
          {"activities", json_groups(results.activities, view)},
          {"own_awards", json_groups(results.own_awards, view)},
          {"by_unit", json_contributions(report, view)},
          {"without_record", json_without_record(report)}};
}

}  // namespace thidua::render
