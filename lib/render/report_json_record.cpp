// Who reported, the ranking, awards and what comes next, as JSON.
#include "render/report_json.hpp"
#include "render/status.hpp"
#include "render/successions.hpp"
#include "rules/awards.hpp"

namespace thidua::render {
namespace {

Json class_key(const std::optional<SubjectClass>& subject_class) {
  return subject_class ? Json(word(*subject_class)) : Json(nullptr);
}

Json json_states(const std::vector<DutyState>& states, const ScoreView& view) {
  Json json = Json::array();
  for (const DutyState& state : states) {
    Json each{{state.unit != nullptr ? "unit" : "body", state.owner},
              {"name", state.owner_name},
              {"owner", owner_text(state, view.language)},
              {"instead_of",
               state.instead_of.empty() ? Json() : Json(state.instead_of)},
              {"heir_unclear", state.heir_unclear}};
    const Filing* filing = state.filing;
    const bool late = state.status == DutyStatus::done_late ||
                      state.status == DutyStatus::overdue;
    each["date"] = filing == nullptr ? Json() : iso(filing->date.value);
    each["days_late"] = late ? state.days : 0;
    each["document"] = filing == nullptr ? Json() : or_null(filing->document);
    each["late_reason"] =
        filing == nullptr ? Json() : or_null(filing->late_reason);
    each["source"] =
        filing == nullptr ? Json() : json_source(view, filing->span);
    json.push_back(std::move(each));
  }
  return json;
}

Json json_proposal(const ProposalLine& line, Date as_of,
                   const ScoreView& view) {
  const Proposal& proposal = *line.proposal;
  Json json{{"unit", proposal.unit.value},
            {"name", line.unit_name()},
            {"class", class_key(line.subject_class)},
            {"form", proposal.form.value},
            {"form_name", line.form_name()},
            {"proposed_by", proposal.proposed_by},
            {"proposed_on", to_iso(proposal.proposed_on.value)},
            {"document", or_null(proposal.document)},
            {"outcome", key_of(line.outcome)},
            {"state", to_string(state_on(proposal, as_of))},
            {"decision", nullptr},
            {"prize", line.prize ? json_number(*line.prize) : Json()},
            {"prize_assumed", line.prize_assumed},
            {"source", json_source(view, proposal.span)}};
  if (const auto decision = decision_on(proposal, as_of)) {
    json["decision"] = {{"by", or_null(decision->entry->by)},
                        {"date", to_iso(decision->entry->date.value)},
                        {"number", or_null(decision->entry->document)}};
  }
  return json;
}

}  // namespace

Json json_filings(const Report& report, const ScoreView& view) {
  Json json = Json::array();
  for (const DutyRecord& record : report.duties) {
    const Duty& duty = *record.when.duty;
    json.push_back({{"duty", duty.id.value},
                    {"name", duty.name},
                    {"year", json_year(record.when)},
                    {"last_day", iso(record.when.last_day)},
                    {"section", duty.source},
                    {"counts",
                     {{"on_time", record.on_time.size()},
                      {"late", record.late.size()},
                      {"not_yet", record.not_yet.size()}}},
                    {"on_time", json_states(record.on_time, view)},
                    {"late", json_states(record.late, view)},
                    {"not_yet", json_states(record.not_yet, view)},
                    {"not_yet_names",
                     or_null(owners_text(record.not_yet, view.language))}});
  }
  return json;
}

Json json_ranking(const Report& report, const ScoreView& view) {
  Json json = Json::array();
  for (const YearRanking& year : report.rankings) {
    Json lists = Json::array();
    for (const Ranking& list : year.lists) {
      lists.push_back(to_json(list, view, false));
    }
    json.push_back(
        {{"period", year.period.to_string()}, {"lists", std::move(lists)}});
  }
  return json;
}

Json json_awards(const Report& report, const ScoreView& view) {
  Json json = Json::array();
  for (const OccasionAwards& awards : report.awards) {
    Json counts = Json::array();
    for (const AwardCount& count : awards.counts) {
      counts.push_back({{"form", count.form_id},
                        {"name", count.form_name},
                        {"class", class_key(count.subject_class)},
                        {"proposed", count.proposed},
                        {"granted", count.granted},
                        {"refused", count.refused},
                        {"ended", count.ended},
                        {"open", count.open}});
    }
    Json proposals = Json::array();
    for (const ProposalLine& line : awards.proposals) {
      proposals.push_back(json_proposal(line, report.scope.as_of, view));
    }
    json.push_back(
        {{"occasion", awards.occasion.key()},
         {"name", awards.occasion.occasion->name},
         {"year",
          awards.occasion.year == 0 ? Json() : Json(awards.occasion.year)},
         {"counts", std::move(counts)},
         {"proposals", std::move(proposals)}});
  }
  return json;
}

Json json_next_steps(const Report& report, const ScoreView& view) {
  Json timeline = Json::array();
  for (const TimelineEntry* entry : report.planned.timeline) {
    const auto* when = std::get_if<PartialDate>(&entry->when);
    timeline.push_back(
        {{"id", entry->id.value},
         {"name", entry->name},
         {"when", when == nullptr ? "every year" : when->to_string()},
         {"who", or_null(entry->who)},
         {"section", or_null(entry->origin.source)},
         {"source", json_source(view, entry->id.span)}});
  }
  Json duties = Json::array();
  for (const DutyDate& when : report.planned.duties) {
    duties.push_back({{"duty", when.duty->id.value},
                      {"name", when.duty->name},
                      {"year", when.year},
                      {"last_day", iso(when.last_day)},
                      {"section", when.duty->source},
                      {"source", json_source(view, when.duty->id.span)}});
  }
  return {{"units", json_groups(report.results.next_steps, view)},
          {"timeline", std::move(timeline)},
          {"duties", std::move(duties)}};
}

}  // namespace thidua::render
