#include "document/context_case.hpp"

#include "rules/report_awards.hpp"

namespace thidua::document {
namespace {

using render::Json;

const char* class_key(std::optional<SubjectClass> subject) {
  if (!subject) {
    return nullptr;
  }
  switch (*subject) {
    case SubjectClass::collective:
      return "collective";
    case SubjectClass::household:
      return "household";
    case SubjectClass::individual:
      break;
  }
  return "individual";
}

// The list in which a place is one: of a cluster, else of the kind.
std::string list_name(const Ranking& list) {
  return list.cluster != nullptr ? list.cluster->name
         : list.kind != nullptr  ? list.kind->name
                                 : std::string();
}

void add_merit(const CouncilRow& row, Json& json) {
  const bool classed = row.in_year != nullptr && row.in_year->classed &&
                       row.in_year->classed->level != nullptr;
  const bool placed = row.in_list != nullptr && row.in_list->place > 0;
  render::set_number(json, "points", row.candidate.record->merit());
  json["class_name"] =
      classed ? Json(row.in_year->classed->level->name) : Json();
  json["place"] = placed ? Json(row.in_list->place) : Json();
  json["tied"] = placed && row.in_list->tied;
  json["among"] = placed ? Json(row.list->ranked.size()) : Json();
  json["place_in"] = placed ? render::or_null(list_name(*row.list)) : Json();
}

// The votes are recorded by the case, and so is what came of them.
Json vote_json(const std::optional<CouncilVote>& vote) {
  if (!vote) {
    return nullptr;
  }
  const VoteResult& result = vote->result;
  const VoteCount& votes = result.votes;
  Json json{{"date", to_iso(vote->entry->date.value)},
            {"document", render::or_null(vote->entry->document)},
            {"in_favour", result.in_favour},
            {"counted", result.counted},
            {"members", votes.members()},
            {"collected", votes.yes + votes.no + votes.blank},
            {"yes", votes.yes},
            {"no", votes.no},
            {"blank", votes.blank},
            {"written_yes", votes.written_yes},
            {"written_no", votes.written_no},
            {"absent", votes.absent},
            {"recused", votes.recused}};
  render::set_number(json, "percent", result.percent());
  json["enough"] = result.enough ? Json(*result.enough) : Json();
  json["outcome"] = !result.enough ? "unknown" : *result.enough ? "yes" : "no";
  return json;
}

Json decision_json(const CouncilRow& row, Date today) {
  const auto decision = decision_on(*row.candidate.proposal, today);
  if (!decision || !decision->granted) {
    return nullptr;
  }
  const ProposalEntry& entry = *decision->entry;
  return {{"number", render::or_null(entry.document)},
          {"date", to_iso(entry.date.value)},
          {"day", written_day(entry.date.value)},
          {"by", render::or_null(entry.by)},
          {"signer", render::or_null(entry.signer)}};
}

Json names_of(const std::vector<const CouncilMember*>& members) {
  Json names = Json::array();
  for (const CouncilMember* each : members) {
    names.push_back(each->name);
  }
  return names;
}

Json obstacles_json(const ContextView& view, const CouncilRow& row) {
  Json obstacles = Json::array();
  for (const Obstacle& each : row.candidate.obstacles) {
    obstacles.push_back(say(each.what, view.language));
  }
  return obstacles;
}

}  // namespace

std::optional<SubjectClass> subject_of(const ContextView& view,
                                       const CouncilRow& row) {
  const auto classes = classes_of(view.plan, *row.candidate.unit);
  return classes.size() == 1 ? std::optional(classes.front()) : std::nullopt;
}

Json case_json(const ContextView& view, const CommendedForm& form,
               const CouncilRow& row, std::size_t number) {
  const Proposal& proposal = *row.candidate.proposal;
  const Unit& unit = *row.candidate.unit;
  const ProposalLine line = drafted_line(view.plan, proposal, view.today);
  const UnitKind* kind = view.plan.kind(unit.kind.value);
  const char* subject = class_key(subject_of(view, row));
  Json json{{"number", number},
            {"unit", unit.id},
            {"name", unit.name.value},
            {"form_name", form.form->form->name},
            {"kind", kind == nullptr ? Json() : Json(kind->name)},
            {"class", subject == nullptr ? Json() : Json(subject)}};
  add_merit(row, json);
  json["proposed_by"] = render::or_null(proposal.proposed_by);
  json["proposed_in"] = render::or_null(proposal.document);
  json["achievement"] =
      proposal.achievement ? Json(proposal.achievement->text) : Json();
  json["obstacles"] = obstacles_json(view, row);
  json["recused"] = names_of(row.recused);
  json["vote"] = vote_json(row.vote);
  json["granted"] = line.outcome == ProposalOutcome::granted;
  json["decision"] = decision_json(row, view.today);
  render::set_number(json, "prize", line.prize);
  json["prize_assumed"] = line.prize_assumed;
  return json;
}

}  // namespace thidua::document
