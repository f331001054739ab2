// A report as JSON; render/report.hpp says which keys there are.
#include "render/diagnostics.hpp"
#include "render/report.hpp"

namespace thidua::render {
namespace {

// Shared by everything below: the report, and where its records stand.
class ReportJson {
 public:
  ReportJson(const Report& report, const ScoreView& view)
      : report_(report), view_(view) {}

  [[nodiscard]] Json all() const;

 private:
  [[nodiscard]] Json occasion() const;
  [[nodiscard]] Json years() const;
  [[nodiscard]] Json missing() const;
  [[nodiscard]] Json plan() const;
  [[nodiscard]] Json sums() const;
  [[nodiscard]] Json sums(const FigureSums& sums) const;
  [[nodiscard]] Json by_unit() const;
  [[nodiscard]] Json by_unit(const UnitFigureTable& table) const;
  [[nodiscard]] Json targets() const;
  [[nodiscard]] Json results() const;
  [[nodiscard]] Json groups(const ResultGroups& groups) const;
  [[nodiscard]] Json resources() const;
  [[nodiscard]] Json contributions() const;
  [[nodiscard]] Json without_record() const;
  [[nodiscard]] Json filings() const;
  [[nodiscard]] Json states(const std::vector<DutyState>& states) const;
  [[nodiscard]] Json ranking() const;
  [[nodiscard]] Json awards() const;
  [[nodiscard]] Json proposal(const ProposalLine& line) const;
  [[nodiscard]] Json next_steps() const;

  // The place of a record, or null.
  [[nodiscard]] Json source(Span where) const {
    return where.known() ? Json(place(view_.plan.sources, where))
                         : Json(nullptr);
  }
  [[nodiscard]] Json text(const Message& message) const {
    return message.empty() ? Json(nullptr) : Json(say(message, view_.language));
  }
  [[nodiscard]] Json steps(const Steps& steps) const;

  const Report& report_;
  const ScoreView& view_;
};

Json or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json iso(const std::optional<Date>& date) {
  return date ? Json(to_iso(*date)) : Json(nullptr);
}

// A mapping of the one key, to which set_number may add the exact one.
Json with_number(Json json, const char* key,
                 const std::optional<Exact>& value) {
  set_number(json, key, value);
  return json;
}

const char* key_of(FigureStatus status) {
  switch (status) {
    case FigureStatus::estimate:
      return "estimate";
    case FigureStatus::preliminary:
      return "preliminary";
    case FigureStatus::official:
      break;
  }
  return "official";
}

const char* key_of(SubjectClass subject_class) {
  switch (subject_class) {
    case SubjectClass::collective:
      return "collective";
    case SubjectClass::household:
      return "household";
    case SubjectClass::individual:
      break;
  }
  return "individual";
}

Json class_key(const std::optional<SubjectClass>& subject_class) {
  return subject_class ? Json(key_of(*subject_class)) : Json(nullptr);
}

Json ReportJson::all() const {
  const ReportScope& scope = report_.scope;
  Json json;
  json["report"] = to_string(scope.kind);
  json["year"] = scope.year;
  json["as_of"] = to_iso(scope.as_of);
  json["occasion"] = occasion();
  json["years_covered"] = years();
  json["missing"] = missing();
  json["plan"] = plan();
  json["figures"] = {{"sums", sums()}, {"by_unit", by_unit()}};
  json["targets"] = targets();
  json["results"] = results();
  json["filings"] = filings();
  json["ranking"] = ranking();
  json["awards"] = awards();
  json["shortcomings"] = groups(report_.results.shortcomings);
  json["proposals"] = groups(report_.results.proposals);
  json["next_steps"] = next_steps();
  json["caveats"] = json_caveats(report_.caveats);
  return json;
}

Json ReportJson::occasion() const {
  if (!report_.scope.occasion) {
    return nullptr;
  }
  const OccasionDate& date = *report_.scope.occasion;
  return {{"id", date.occasion->id.value},
          {"name", date.occasion->name},
          {"key", date.key()}};
}

Json ReportJson::years() const {
  Json json = Json::array();
  for (const Period& year : report_.scope.years) {
    json.push_back(year.closing_year());
  }
  return json;
}

Json ReportJson::missing() const {
  Json json = Json::array();
  for (const ReportPart part : empty_parts(report_)) {
    json.push_back(render::key_of(part));
  }
  return json;
}

Json ReportJson::plan() const {
  const PlanSheet& sheet = view_.plan.sheet;
  Json parents = Json::array();
  for (const DocumentReference& parent : sheet.parents) {
    if (!parent.held) {
      parents.push_back({{"type", parent.type},
                         {"number", json_fact(parent.number)},
                         {"date", json_fact(parent.date)},
                         {"issuer", parent.issuer},
                         {"source", source(parent.span)}});
    }
  }
  return {{"title", sheet.title},
          {"issuer", sheet.issuer.name},
          {"document",
           {{"type", sheet.document.type},
            {"number", json_fact(sheet.document.number)},
            {"date", json_fact(sheet.document.date)}}},
          {"parents_not_held", parents}};
}

Json ReportJson::sums() const {
  Json json = Json::array();
  for (const FigureSums& each : report_.figures.sums) {
    json.push_back(sums(each));
  }
  return json;
}

Json ReportJson::sums(const FigureSums& sums) const {
  Json lines = Json::array();
  for (const FigureLine& line : sums.lines) {
    const bool counted = line.figure != nullptr;
    Json values = Json::array();
    for (const PeriodSample& each : line.samples) {
      const Sample& sample = each.sample;
      Json value = with_number({{"period", each.period.to_string()}}, "value",
                               sample.value);
      value["status"] = sample.value ? Json(key_of(sample.status)) : Json();
      value["missing"] = text(sample.missing);
      values.push_back(std::move(value));
    }
    lines.push_back(
        {{"id", counted ? line.figure->id.value : line.indicator->id.value},
         {"name", line.name()},
         {"unit", counted ? to_string(MeasureUnit::count)
                          : to_string(line.indicator->unit)},
         {"values", std::move(values)}});
  }
  return {{"kind", sums.kind->id.value},
          {"name", sums.kind->name},
          {"lines", std::move(lines)}};
}

Json ReportJson::by_unit() const {
  Json json = Json::array();
  for (const UnitFigureTable& table : report_.figures.by_unit) {
    json.push_back(by_unit(table));
  }
  return json;
}

Json ReportJson::by_unit(const UnitFigureTable& table) const {
  Json units = Json::array();
  for (const UnitFigures& row : table.rows) {
    Json unit{{"unit", row.unit->id}, {"name", row.unit->name.value}};
    unit["figures"] = Json::object();
    if (row.entry != nullptr) {
      for (const FigureValue& value : row.entry->values) {
        set_number(unit["figures"], value.figure.value.c_str(),
                   value.value.value);
      }
    }
    if (table.base) {
      set_number(unit, "before", row.before.value);
    }
    set_number(unit, "now", row.now.value);
    set_number(unit, "measured", row.measured.value);
    set_number(unit, "required", row.measured.threshold);
    unit["verdict"] = render::key_of(row.verdict);
    unit["reason"] = text(row.reason);
    unit["status"] = row.measured.status ? Json(key_of(*row.measured.status))
                                         : Json(nullptr);
    unit["source"] = row.entry == nullptr ? Json() : source(row.entry->span);
    unit["steps"] = steps(row.measured.steps);
    units.push_back(std::move(unit));
  }
  return {{"kind", table.kind->id.value},
          {"criterion", table.criterion->id.value},
          {"indicator", table.indicator->id.value},
          {"period", table.period.to_string()},
          {"base", table.base ? Json(table.base->to_string()) : Json(nullptr)},
          {"op", to_string(table.criterion->measure->op)},
          {"units", std::move(units)}};
}

Json ReportJson::targets() const {
  Json json = Json::array();
  for (const TargetResult& result : report_.targets) {
    const Target& target = *result.target;
    const Measurement& measured = result.measurement;
    Json each{{"id", target.id.value}, {"name", target.name}};
    set_number(each, "value", measured.value);
    each["op"] = to_string(target.measure.op);
    set_number(each, "threshold", measured.threshold);
    each["unit"] = to_string(target.measure.unit);
    each["per_year"] = target.measure.per_year;
    each["by"] = target.by_year;
    each["verdict"] = render::key_of(measured.verdict);
    each["reason"] = text(measured.reason);
    each["section"] = or_null(target.origin.source);
    each["source"] = source(target.id.span);
    each["steps"] = steps(measured.steps);
    json.push_back(std::move(each));
  }
  return json;
}

Json ReportJson::steps(const Steps& steps) const {
  Json json = Json::array();
  for (const Step& step : steps) {
    json.push_back({{"text", text(step.text)}, {"source", source(step.where)}});
  }
  return json;
}

Json ReportJson::results() const {
  const ReportResults& results = report_.results;
  return {{"guidance", groups(results.guidance)},
          {"models", groups(results.models)},
          {"resources", resources()},
          {"activities", groups(results.activities)},
          {"own_awards", groups(results.own_awards)},
          {"by_unit", contributions()},
          {"without_record", without_record()}};
}

Json ReportJson::groups(const ResultGroups& groups) const {
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
      each["source"] = source(line.where);
      lines.push_back(std::move(each));
    }
    Json each = with_number({{"text", group.text}}, "total", group.total);
    each["lines"] = std::move(lines);
    json.push_back(std::move(each));
  }
  return json;
}

// As groups, with the type in front.
Json ReportJson::resources() const {
  const ResultGroups& all = report_.results.resources;
  Json json = Json::array();
  Json plain = groups(all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    Json each{{"type", all[i].type}};
    each.update(plain[i]);
    json.push_back(std::move(each));
  }
  return json;
}

Json ReportJson::contributions() const {
  const ReportResults& results = report_.results;
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
    each["source"] = source(row.where);
    json.push_back(std::move(each));
  }
  return json;
}

Json ReportJson::without_record() const {
  Json json = Json::array();
  for (const auto& [unit, years] : report_.results.without) {
    json.push_back(
        {{"unit", unit->id}, {"name", unit->name.value}, {"years", years}});
  }
  return json;
}

Json ReportJson::filings() const {
  Json json = Json::array();
  for (const DutyRecord& record : report_.duties) {
    const Duty& duty = *record.when.duty;
    json.push_back({{"duty", duty.id.value},
                    {"name", duty.name},
                    {"year", record.when.year},
                    {"last_day", iso(record.when.last_day)},
                    {"section", duty.source},
                    {"on_time", states(record.on_time)},
                    {"late", states(record.late)},
                    {"not_yet", states(record.not_yet)}});
  }
  return json;
}

Json ReportJson::states(const std::vector<DutyState>& states) const {
  Json json = Json::array();
  for (const DutyState& state : states) {
    Json each{{state.unit != nullptr ? "unit" : "body", state.owner},
              {"name", state.owner_name}};
    const Filing* filing = state.filing;
    const bool late = state.status == DutyStatus::done_late ||
                      state.status == DutyStatus::overdue;
    each["date"] = filing == nullptr ? Json() : iso(filing->date.value);
    each["days_late"] = late ? state.days : 0;
    each["document"] = filing == nullptr ? Json() : or_null(filing->document);
    each["late_reason"] =
        filing == nullptr ? Json() : or_null(filing->late_reason);
    each["source"] = filing == nullptr ? Json() : source(filing->span);
    json.push_back(std::move(each));
  }
  return json;
}

Json ReportJson::ranking() const {
  Json json = Json::array();
  for (const YearRanking& year : report_.rankings) {
    Json lists = Json::array();
    for (const Ranking& list : year.lists) {
      lists.push_back(to_json(list, view_, false));
    }
    json.push_back(
        {{"period", year.period.to_string()}, {"lists", std::move(lists)}});
  }
  return json;
}

Json ReportJson::awards() const {
  Json json = Json::array();
  for (const OccasionAwards& awards : report_.awards) {
    Json counts = Json::array();
    for (const AwardCount& count : awards.counts) {
      counts.push_back({{"form", count.form_id},
                        {"name", count.form_name},
                        {"class", class_key(count.subject_class)},
                        {"proposed", count.proposed},
                        {"granted", count.granted},
                        {"refused", count.refused},
                        {"open", count.open}});
    }
    Json proposals = Json::array();
    for (const ProposalLine& line : awards.proposals) {
      proposals.push_back(proposal(line));
    }
    json.push_back({{"occasion", awards.occasion.key()},
                    {"name", awards.occasion.occasion->name},
                    {"counts", std::move(counts)},
                    {"proposals", std::move(proposals)}});
  }
  return json;
}

Json ReportJson::proposal(const ProposalLine& line) const {
  const Proposal& proposal = *line.proposal;
  Json json{{"unit", proposal.unit.value},
            {"name", line.unit_name()},
            {"class", class_key(line.subject_class)},
            {"form", proposal.form.value},
            {"proposed_by", proposal.proposed_by},
            {"proposed_on", to_iso(proposal.proposed_on.value)},
            {"document", or_null(proposal.document)},
            {"state", render::key_of(line.state)},
            {"decision", nullptr},
            {"source", source(proposal.span)}};
  if (line.state != ProposalState::open) {
    json["decision"] = {{"by", proposal.decision->by},
                        {"date", to_iso(proposal.decision->date)},
                        {"number", or_null(proposal.decision->number)}};
  }
  return json;
}

Json ReportJson::next_steps() const {
  Json timeline = Json::array();
  for (const TimelineEntry* entry : report_.planned.timeline) {
    const auto* when = std::get_if<PartialDate>(&entry->when);
    timeline.push_back(
        {{"id", entry->id.value},
         {"name", entry->name},
         {"when", when == nullptr ? "every year" : when->to_string()},
         {"who", or_null(entry->who)},
         {"section", entry->source},
         {"source", source(entry->id.span)}});
  }
  Json duties = Json::array();
  for (const DutyDate& when : report_.planned.duties) {
    duties.push_back({{"duty", when.duty->id.value},
                      {"name", when.duty->name},
                      {"year", when.year},
                      {"last_day", iso(when.last_day)},
                      {"section", when.duty->source},
                      {"source", source(when.duty->id.span)}});
  }
  return {{"units", groups(report_.results.next_steps)},
          {"timeline", std::move(timeline)},
          {"duties", std::move(duties)}};
}

}  // namespace

Json to_json(const Report& report, const ScoreView& view) {
  return ReportJson(report, view).all();
}

}  // namespace thidua::render
