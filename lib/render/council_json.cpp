// The working list of a council as JSON.
#include "render/awards.hpp"
#include "render/council.hpp"
#include "render/diagnostics.hpp"
#include "render/law_words.hpp"
#include "render/shares.hpp"
#include "render/vote_counts.hpp"

namespace thidua::render {
namespace {

Json json_members(const std::vector<const CouncilMember*>& members) {
  Json json = Json::array();
  for (const CouncilMember* member : members) {
    json.push_back({{"name", member->name}, {"role", or_null(member->role)}});
  }
  return json;
}

Json json_council(const Council* council) {
  if (council == nullptr) {
    return nullptr;
  }
  return {{"id", council->id.value},
          {"name", council->name},
          {"members", council->members.size()}};
}

Json json_council_rule(const CouncilRule& each) {
  Json json = nullptr;
  if (each.rule != nullptr) {
    json = json_vote(each.rule->value);
    json.update(json_ground(each.rule->ground));
  }
  Json units = Json::array();
  for (const Unit* unit : each.units) {
    units.push_back(unit->id);
  }
  return {{"rule", std::move(json)}, {"units", std::move(units)}};
}

Json json_council_quota(const CouncilQuota& each) {
  const QuotaResult& result = *each.quota;
  Json json;
  json["id"] = result.quota->id.value;
  json["name"] = result.quota->name;
  json["cluster"] = result.cluster != nullptr ? Json(result.cluster->id.value)
                                              : Json(nullptr);
  json["parent"] =
      result.parent != nullptr ? Json(result.parent->id) : Json(nullptr);
  json["places"] = result.allowed ? Json(result.places()) : Json(nullptr);
  json["proposed"] = each.proposed;
  const auto left = each.left();
  json["left"] = left ? Json(*left) : Json(nullptr);
  return json;
}

void add_standing(const CouncilRow& row, Json& json) {
  set_number(json, "points", row.candidate.record->merit());
  const bool classed = row.in_year != nullptr && row.in_year->classed &&
                       row.in_year->classed->level != nullptr;
  json["class"] =
      classed ? Json(row.in_year->classed->level->id.value) : Json(nullptr);
  const bool ranked = row.in_list != nullptr && row.in_list->place > 0;
  json["place"] = ranked ? Json(row.in_list->place) : Json(nullptr);
  json["tied"] = ranked && row.in_list->tied;
  json["among"] = ranked ? Json(row.list->ranked.size()) : Json(nullptr);
  json["cluster"] = row.list != nullptr && row.list->cluster != nullptr
                        ? Json(row.list->cluster->id.value)
                        : Json(nullptr);
}

Json json_last_vote(const std::optional<CouncilVote>& vote) {
  if (!vote) {
    return nullptr;
  }
  Json json = json_votes(vote->result);
  json["date"] = to_iso(vote->entry->date.value);
  json["document"] = or_null(vote->entry->document);
  return json;
}

Json json_council_row(const CouncilRow& row, const CardView& view) {
  const Candidate& one = row.candidate;
  Json json;
  json["unit"] = one.unit->id;
  json["name"] = one.unit->name.value;
  json["kind"] = one.unit->kind.value;
  json["state"] = to_string(one.state);
  json["since"] = to_iso(one.entry == nullptr ? one.proposal->proposed_on.value
                                              : one.entry->date.value);
  json["proposal"] = place(view.plan.sources, one.proposal->span);
  add_standing(row, json);
  json["missing_papers"] = row.missing ? Json(*row.missing) : Json();
  json["recused"] = json_members(row.recused);
  json["vote"] = json_last_vote(row.vote);
  json["obstacles"] = Json::array();
  for (const Obstacle& obstacle : one.obstacles) {
    json["obstacles"].push_back({{"code", to_string(obstacle.code)},
                                 {"what", view.say(obstacle.what)}});
  }
  json["caveats"] = json_caveats(one.caveats);
  return json;
}

Json json_council_form(const CouncilForm& form, const CardView& view) {
  Json json;
  json["form"] = form.form->id.value;
  json["name"] = form.form->name;
  json["rank"] = form.form->rank == 0 ? Json() : Json(form.form->rank);
  json["council"] = json_council(form.council);
  json["votes_asked_for"] = Json::array();
  for (const CouncilRule& rule : form.rules) {
    json["votes_asked_for"].push_back(json_council_rule(rule));
  }
  json["quotas"] = Json::array();
  for (const CouncilQuota& quota : form.quotas) {
    json["quotas"].push_back(json_council_quota(quota));
  }
  json["shares"] = json_shares(form.shares);
  json["units"] = Json::array();
  for (const CouncilRow& row : form.rows) {
    json["units"].push_back(json_council_row(row, view));
  }
  json["not_ready"] = Json::array();
  for (const CouncilRow& row : form.not_ready) {
    json["not_ready"].push_back(json_council_row(row, view));
  }
  return json;
}

}  // namespace

Json to_json(const WorkingList& list, const CardView& view) {
  Json json;
  json["occasion"] = list.occasion.key();
  json["name"] = list.occasion.occasion->name;
  json["points_of"] = list.occasion.stretch().to_string();
  json["class_of"] = list.year.to_string();
  json["place_of"] = list.period.to_string();
  json["forms"] = Json::array();
  for (const CouncilForm& form : list.forms) {
    json["forms"].push_back(json_council_form(form, view));
  }
  json["caveats"] = json_caveats(list.caveats);
  return json;
}

}  // namespace thidua::render
