// Rankings as JSON.
#include "render/diagnostics.hpp"
#include "render/scores.hpp"

namespace thidua::render {
namespace {

Json json_steps(const Steps& steps, const ScoreView& view) {
  Json json = Json::array();
  for (const Step& step : steps) {
    json.push_back({{"text", say(step.text, view.language)},
                    {"source", place(view.plan.sources, step.where)}});
  }
  return json;
}

Json json_criterion(const CriterionScore& score, const ScoreView& view) {
  const Judgement& judgement = score.judgement;
  Json json;
  json["id"] = score.id();
  json["section"] = score.source();
  json["name"] = score.text();
  json["verdict"] = key_of(judgement.verdict);
  json["reason"] = say(judgement.reason, view.language);
  set_number(json, "points", score.points);
  set_number(json, "max", score.max);
  json["steps"] = json_steps(judgement.steps, view);
  return json;
}

// Parts stand directly behind their criterion.
void add_criteria(const std::vector<CriterionScore>& criteria,
                  const ScoreView& view, Json& json) {
  for (const CriterionScore& each : criteria) {
    json.push_back(json_criterion(each, view));
    add_criteria(each.parts, view, json);
  }
}

Json json_adjustments(const std::vector<AdjustmentScore>& items,
                      const ScoreView& view) {
  Json all = Json::array();
  for (const AdjustmentScore& each : items) {
    Json json;
    json["id"] = each.item->id.value;
    json["name"] = each.item->name;
    set_number(json, "points", each.points);
    json["reason"] = say(each.reason, view.language);
    json["steps"] = json_steps(each.steps, view);
    all.push_back(std::move(json));
  }
  return all;
}

const char* key_for(ClassResult::State state) {
  switch (state) {
    case ClassResult::State::known:
      return "known";
    case ClassResult::State::none:
      return "none";
    case ClassResult::State::not_classed:
      return "not-classed";
    case ClassResult::State::open:
      break;
  }
  return "open";
}

void add_class(const RankedUnit& unit, Json& json) {
  const auto& classed = unit.classed;
  json["class"] = classed && classed->level != nullptr
                      ? Json(classed->level->id.value)
                      : Json(nullptr);
  json["class_name"] =
      json["class"].is_null() ? Json() : Json(classed->level->name);
  json["class_state"] = classed ? Json(key_for(classed->state)) : Json(nullptr);
  json["nominable"] = unit.bars().empty();
}

// What a total that is not there yet is made of is not known either.
void add_points(const UnitScore& score, Json& json) {
  const auto known = [&](const Exact& part) {
    return score.total ? std::optional(part) : std::nullopt;
  };
  set_number(json, "total", score.total);
  set_number(json, "max", score.max);
  set_number(json, "share", score.share());
  set_number(json, "bonus", known(score.bonus));
  set_number(json, "deductions", known(score.deduction));
}

void add_explanation(const RankedUnit& unit, const ScoreView& view,
                     Json& json) {
  const UnitScore& score = unit.score;
  json["criteria"] = Json::array();
  add_criteria(score.criteria, view, json["criteria"]);
  json["bonuses"] = json_adjustments(score.bonuses, view);
  json["deduction_items"] = json_adjustments(score.deductions, view);
  json["total_steps"] = json_steps(score.steps, view);
  json["class_steps"] =
      json_steps(unit.classed ? unit.classed->steps : Steps{}, view);
}

Json json_unit(const RankedUnit& unit, const ScoreView& view, bool explain) {
  const UnitScore& score = unit.score;
  Json json;
  json["unit"] = score.unit->id;
  json["name"] = score.name();
  json["place"] = unit.place > 0 ? Json(unit.place) : Json(nullptr);
  json["tied"] = unit.tied;
  add_points(score, json);
  add_class(unit, json);
  json["met"] = score.counts.met;
  json["not_met"] = score.counts.not_met;
  json["not_applicable"] = score.counts.not_applicable;
  json["not_judged"] = score.counts.not_judged;
  json["cannot_judge"] = score.counts.cannot_judge;
  json["caveats"] = json_caveats(score.caveats);
  if (explain) {
    add_explanation(unit, view, json);
  }
  return json;
}

Json json_ids(const std::vector<const Unit*>& units) {
  Json json = Json::array();
  for (const Unit* unit : units) {
    json.push_back(unit->id);
  }
  return json;
}

// Of a cluster or a parent its id, "table", or null for units in no cluster.
Json json_scope(const QuotaResult& result) {
  if (result.parent != nullptr) {
    return result.parent->id;
  }
  if (result.cluster != nullptr) {
    return result.cluster->id.value;
  }
  return result.quota->within == Quota::Within::table ? Json("table")
                                                      : Json(nullptr);
}

Json json_quota(const QuotaResult& result, const ScoreView& view) {
  Json json;
  json["id"] = result.quota->id.value;
  json["name"] = result.quota->name;
  json["scope"] = json_scope(result);
  json["allowed"] = result.allowed ? Json(*result.allowed) : Json(nullptr);
  json["inside"] = result.inside;
  json["winners"] = json_ids(result.winners);
  json["stopped"] = result.has_stopped();
  json["tied"] = json_ids(result.stopped);
  json["steps"] = json_steps(result.steps, view);
  return json;
}

}  // namespace

Json to_json(const Ranking& ranking, const ScoreView& view, bool explain) {
  Json json;
  json["title"] = title_of(ranking);
  json["kind"] = ranking.kind->id.value;
  json["other_kinds"] = Json::array();
  for (const UnitKind* kind : ranking.other_kinds) {
    json["other_kinds"].push_back(kind->id.value);
  }
  json["cluster"] = ranking.cluster != nullptr ? Json(ranking.cluster->id.value)
                                               : Json(nullptr);
  json["score_table"] =
      ranking.table != nullptr ? Json(ranking.table->id) : Json(nullptr);
  json["caveats"] = json_caveats(ranking.caveats);
  json["missing"] = Json::array();
  json["ranked"] = Json::array();
  std::string unranked;
  for (const RankedUnit& unit : ranking.missing) {
    json["missing"].push_back(json_unit(unit, view, explain));
    append(unranked, unit.score.unit->name.value, ", ");
  }
  json["unranked"] = or_null(unranked);
  for (const RankedUnit& unit : ranking.ranked) {
    json["ranked"].push_back(json_unit(unit, view, explain));
  }
  json["ended"] = Json::array();
  for (const Unit* unit : ranking.ended) {
    json["ended"].push_back(unit->id);
  }
  json["quotas"] = Json::array();
  for (const SharedQuota& quota : ranking.quotas) {
    json["quotas"].push_back(json_quota(*quota, view));
  }
  return json;
}

}  // namespace thidua::render
