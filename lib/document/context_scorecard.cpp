// The scorecard of one unit as it is signed: what each stage has marked, which
// one counts, what it gives, and why points were added or taken.
#include "document/context.hpp"
#include "render/sheet.hpp"
#include "rules/counted_marks.hpp"

namespace thidua::document {
namespace {

using render::Json;
using render::SheetRow;

Json stage_names(const Plan& plan) {
  Json json = Json::array();
  if (plan.sheet.stages) {
    for (const NamedId& each : plan.sheet.stages->order) {
      json.push_back(each.name);
    }
  }
  return json;
}

// The cells of a row are objects, so that an empty one takes its place.
Json cells_of(const SheetRow& row, std::size_t stages) {
  Json json = Json::array();
  for (std::size_t i = 0; i < stages; ++i) {
    json.push_back(
        {{"text",
          i < row.stages.size() ? render::or_null(row.stages[i]) : Json()}});
  }
  return json;
}

Json row_json(const SheetRow& row, std::size_t stages) {
  const bool is_group = row.group != nullptr;
  Json json{
      {"section", is_group ? Json() : render::or_null(row.marked->source)},
      {"name", is_group ? row.group->name : std::string(row.marked->text)},
      {"group", is_group}};
  render::set_number(json, "max", row.max);
  json["marks"] = cells_of(row, stages);
  json["points"] = render::or_null(row.points);
  json["counted"] = render::or_null(row.counted);
  return json;
}

// Why: what the marking person wrote, else the steps that led there.  Marks of
// ids are for screens.
std::string reason_of(const ContextView& view, const AdjustmentScore& each,
                      const Scorecard* card) {
  std::string text = say(each.reason, view.language);
  for (const CountedMark& one :
       counted_marks(view.plan, card, each.item->id.value, each.item->counting,
                     view.today)
           .marks) {
    render::append(text, one.mark->remarks->reason);
  }
  if (text.empty()) {
    for (const Step& step : each.steps) {
      render::append(text, say(step.text, view.language));
    }
  }
  std::erase(text, '`');
  return text;
}

// Those that were given or taken, and those that wait for an answer.
Json adjustments_json(const ContextView& view, const UnitScore& score,
                      bool deductions) {
  const Scorecard* card = view.plan.scorecard_of(score.unit->id, score.period);
  Json json = Json::array();
  for (const AdjustmentScore& each :
       deductions ? score.deductions : score.bonuses) {
    if (each.points && each.points->is_zero()) {
      continue;
    }
    Json item{{"name", each.item->name}};
    render::set_number(item, "points", each.points);
    item["reason"] = render::or_null(reason_of(view, each, card));
    json.push_back(std::move(item));
  }
  return json;
}

}  // namespace

Json scorecard_context(const ContextView& view, const RankedUnit& unit) {
  const UnitScore& score = unit.score;
  const UnitKind* kind = view.plan.kind(score.unit->kind_in(score.period));
  const auto list = kind == nullptr
                        ? std::vector<Markable>{}
                        : markables(view.plan, *kind, score.period, view.today);
  const Json stages = stage_names(view.plan);
  Json rows = Json::array();
  for (const SheetRow& each : render::sheet_rows(score, list, view.today,
                                                 {view.plan, view.language})) {
    rows.push_back(row_json(each, stages.size()));
  }
  Json json{
      {"period", score.period.to_string()},
      {"unit", score.unit->id},
      {"name", score.name()},
      {"table", score.table == nullptr ? Json() : Json(score.table->name)},
      {"stages", stages},
      {"rows", std::move(rows)},
      {"bonuses", adjustments_json(view, score, false)},
      {"deductions", adjustments_json(view, score, true)}};
  render::set_number(json, "total", score.total);
  render::set_number(json, "max", score.max);
  json["place"] = unit.place > 0 ? Json(unit.place) : Json();
  const auto& classed = unit.classed;
  json["class_name"] = classed && classed->level != nullptr
                           ? Json(classed->level->name)
                           : Json();
  return json;
}

}  // namespace thidua::document
