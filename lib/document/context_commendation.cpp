// The proposals of an occasion, for everything between the letter that proposes
// and the decision.
#include <algorithm>

#include "document/context.hpp"
#include "rules/council.hpp"
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

Json members_json(const Council* council) {
  Json json = Json::array();
  if (council != nullptr) {
    int number = 0;
    for (const CouncilMember& each : council->members) {
      json.push_back({{"number", ++number},
                      {"name", each.name},
                      {"role", render::or_null(each.role)}});
    }
  }
  return json;
}

// What the council's list knows of the unit: points, class, place.
const CouncilRow* row_of(const WorkingList& list, const Proposal& proposal) {
  for (const CouncilForm& form : list.forms) {
    for (const auto* rows : {&form.rows, &form.not_ready}) {
      for (const CouncilRow& row : *rows) {
        if (row.candidate.proposal == &proposal) {
          return &row;
        }
      }
    }
  }
  return nullptr;
}

void add_merit(const CouncilRow* row, Json& json) {
  const bool classed = row != nullptr && row->in_year != nullptr &&
                       row->in_year->classed &&
                       row->in_year->classed->level != nullptr;
  const bool placed =
      row != nullptr && row->in_list != nullptr && row->in_list->place > 0;
  render::set_number(
      json, "points",
      row == nullptr ? std::nullopt : row->candidate.record->merit());
  json["class_name"] =
      classed ? Json(row->in_year->classed->level->name) : Json();
  json["place"] = placed ? Json(row->in_list->place) : Json();
}

Json vote_json(const Proposal& proposal, const CouncilRow* row, Date today) {
  const auto vote =
      vote_on(proposal, row == nullptr ? nullptr : row->rule, today);
  if (!vote) {
    return nullptr;
  }
  const VoteResult& result = vote->result;
  Json json{{"date", to_iso(vote->entry->date.value)},
            {"in_favour", result.in_favour},
            {"counted", result.counted},
            {"members", result.votes.members()},
            {"yes", result.votes.yes},
            {"no", result.votes.no},
            {"blank", result.votes.blank},
            {"written_yes", result.votes.written_yes},
            {"written_no", result.votes.written_no},
            {"absent", result.votes.absent},
            {"recused", result.votes.recused}};
  render::set_number(json, "percent", result.percent());
  json["enough"] = result.enough ? Json(*result.enough) : Json();
  return json;
}

Json line_json(const ContextView& view, const WorkingList& list,
               const ProposalLine& line) {
  const Proposal& proposal = *line.proposal;
  const CouncilRow* row = row_of(list, proposal);
  const char* subject = class_key(line.subject_class);
  const UnitKind* kind =
      line.unit == nullptr ? nullptr : view.plan.kind(line.unit->kind.value);
  Json json{{"unit", proposal.unit.value},
            {"name", line.unit_name()},
            {"form_name", line.form_name()},
            {"kind", kind == nullptr ? Json() : Json(kind->name)},
            {"class", subject == nullptr ? Json() : Json(subject)}};
  add_merit(row, json);
  json["proposed_by"] = render::or_null(proposal.proposed_by);
  json["proposed_in"] = render::or_null(proposal.document);
  json["achievement"] =
      proposal.achievement ? Json(proposal.achievement->text) : Json();
  json["vote"] = vote_json(proposal, row, view.today);
  json["granted"] = line.outcome == ProposalOutcome::granted;
  render::set_number(json, "prize", line.prize);
  json["prize_assumed"] = line.prize_assumed;
  return json;
}

int count_of(const std::vector<const ProposalLine*>& lines,
             SubjectClass subject) {
  return static_cast<int>(
      std::count_if(lines.begin(), lines.end(), [&](const ProposalLine* each) {
        return each->subject_class == subject;
      }));
}

Json form_json(const ContextView& view, const WorkingList& list,
               const std::vector<const ProposalLine*>& lines) {
  const AwardForm* form = lines.front()->form;
  const Council* council =
      form == nullptr ? nullptr : council_of(view.plan, *form);
  Json units = Json::array();
  for (const ProposalLine* each : lines) {
    Json unit = line_json(view, list, *each);
    unit["number"] = units.size() + 1;
    units.push_back(std::move(unit));
  }
  return {{"form", lines.front()->proposal->form.value},
          {"name", lines.front()->form_name()},
          {"section", form == nullptr ? Json() : Json(form->origin.source)},
          {"council", council == nullptr ? Json() : Json(council->name)},
          {"members", members_json(council)},
          {"count", lines.size()},
          {"collectives", count_of(lines, SubjectClass::collective)},
          {"households", count_of(lines, SubjectClass::household)},
          {"individuals", count_of(lines, SubjectClass::individual)},
          {"units", std::move(units)}};
}

}  // namespace

Json commendation_context(const ContextView& view, const OccasionDate& occasion,
                          std::optional<std::string_view> form) {
  const OccasionAwards awards =
      occasion_awards(view.plan, occasion, view.today);
  const WorkingList list = working_list(view.plan, occasion, form, view.today);
  std::vector<std::vector<const ProposalLine*>> forms;
  std::size_t count = 0;
  for (const ProposalLine& each : awards.proposals) {
    const std::string& id = each.proposal->form.value;
    if ((form && *form != id) || each.outcome == ProposalOutcome::ended ||
        each.outcome == ProposalOutcome::refused) {
      continue;
    }
    if (forms.empty() || forms.back().front()->proposal->form.value != id) {
      forms.emplace_back();
    }
    forms.back().push_back(&each);
    ++count;
  }
  Json json = Json::array();
  for (const auto& lines : forms) {
    json.push_back(form_json(view, list, lines));
  }
  return {{"occasion", occasion.key()},
          {"name", occasion.occasion->name},
          {"count", count},
          {"forms", std::move(json)}};
}

}  // namespace thidua::document
