// The plans of the bodies below as JSON: every number with what each folder
// gives to it.
#include "render/report_json.hpp"
#include "render/status.hpp"

namespace thidua::render {
namespace {

class BelowJson {
 public:
  BelowJson(const ChildrenOfKind& below, Date as_of, const ScoreView& view,
            bool trace)
      : below_(below), as_of_(as_of), view_(view), trace_(trace) {}

  [[nodiscard]] Json all() const {
    std::size_t units = 0;
    for (const ChildRow& row : below_.rows) {
      units += row.unit != nullptr && !row.counted_elsewhere ? 1 : 0;
    }
    return {{"kind", below_.kind->id.value},
            {"name", below_.kind->name},
            {"issued", below_.issued(as_of_)},
            {"of", units},
            {"added_up", below_.added_up()},
            {"without", below_.missing()},
            {"without_figures", folders(below_.without_figures())},
            {"rows", rows()},
            {"units", units_by_kind()},
            {"figures", figures()},
            {"targets", targets()},
            {"filings", filings()},
            {"awards", awards()},
            {"unknown_figures", below_.unknown_figures},
            {"illustrative", folders(below_.illustrative)},
            {"caveats", json_caveats(below_.caveats)}};
  }

 private:
  [[nodiscard]] Json folder(std::size_t row) const {
    const ChildFolder* const folder = below_.rows[row].folder;
    return folder == nullptr ? Json() : Json(folder->path);
  }

  [[nodiscard]] Json folders(const std::vector<std::size_t>& rows) const {
    Json json = Json::array();
    for (const std::size_t row : rows) {
      json.push_back(folder(row));
    }
    return json;
  }

  static Json at(Json json, const ChildPlace& where) {
    json["file"] = or_null(where.file);
    json["line"] = where.line == 0 ? Json() : Json(where.line);
    return json;
  }

  [[nodiscard]] Json fault(const ChildFault& fault) const {
    return at({{"text", json_text(view_, fault.message)}}, fault.where);
  }

  [[nodiscard]] Json rows() const {
    Json json = Json::array();
    for (std::size_t i = 0; i < below_.rows.size(); ++i) {
      const ChildRow& row = below_.rows[i];
      Json each{
          {"unit", row.unit == nullptr ? Json() : Json(row.unit->id)},
          {"name", row.name()},
          {"folder", folder(i)},
          {"issued", row.has_issued(as_of_)},
          {"added_up", !row.left_out},
          {"left_out", row.left_out ? fault(*row.left_out) : Json(nullptr)},
          {"plan", plan(row)}};
      json.push_back(std::move(each));
    }
    return json;
  }

  [[nodiscard]] Json plan(const ChildRow& row) const {
    if (row.summary == nullptr) {
      return nullptr;
    }
    const ChildSummary& summary = *row.summary;
    Json json{{"title", summary.title},
              {"issuer", summary.issuer},
              {"document", at({{"type", summary.type},
                               {"number", json_fact(summary.number)},
                               {"date", json_fact(summary.date)}},
                              summary.issued)},
              {"errors", summary.errors},
              {"first_error", summary.first_error ? fault(*summary.first_error)
                                                  : Json(nullptr)},
              {"no_figures", json_text(view_, summary.no_figures)}};
    return json;
  }

  [[nodiscard]] Json units_by_kind() const {
    Json json = Json::array();
    for (const ChildUnitCount& each : below_.units) {
      Json from = Json::array();
      for (const auto& [row, count] : each.by_row) {
        from.push_back({{"folder", folder(row)}, {"count", count}});
      }
      json.push_back({{"kind", each.kind},
                      {"name", each.name},
                      {"count", each.count},
                      {"from", std::move(from)}});
    }
    return json;
  }

  [[nodiscard]] Json share(const ChildShare& share) const {
    Json json =
        with_number({{"folder", folder(share.row)}}, "value", share.value);
    json["units"] = share.units;
    json["of"] = share.of;
    if (!trace_ || share.leaves.empty()) {
      return json;
    }
    Json records = Json::array();
    for (const ChildLeaf& leaf : share.leaves) {
      records.push_back(
          with_number({{"file", leaf.record->file}, {"line", leaf.line}},
                      "value", *leaf.value));
    }
    json["records"] = std::move(records);
    return json;
  }

  [[nodiscard]] Json sum(const ChildSum& sum) const {
    Json json =
        with_number({{"period", sum.period.to_string()}}, "value", sum.value);
    json["status"] = sum.units > 0 ? Json(to_string(sum.status)) : Json();
    json["units"] = sum.units;
    json["of"] = sum.of;
    json["from"] = Json::array();
    for (const ChildShare& each : sum.shares) {
      json["from"].push_back(share(each));
    }
    return json;
  }

  [[nodiscard]] Json figures() const {
    Json json = Json::array();
    for (const ChildSumLine& line : below_.lines) {
      const bool counted = line.figure != nullptr;
      Json values = Json::array();
      for (const ChildSum& each : line.sums) {
        values.push_back(sum(each));
      }
      json.push_back(
          {{"id", counted ? line.figure->id.value : line.indicator->id.value},
           {"name", line.name()},
           {"unit", counted ? to_string(MeasureUnit::count)
                            : to_string(line.indicator->unit)},
           {"poverty_standard", or_null(line.standard)},
           {"values", std::move(values)}});
    }
    return json;
  }

  [[nodiscard]] Json targets() const {
    Json json = Json::array();
    for (const CarriedTarget& carried : below_.targets) {
      Json from = Json::array();
      for (const auto& [row, each] : carried.by_row) {
        from.push_back(target(row, *each));
      }
      json.push_back({{"id", carried.target->id.value},
                      {"name", carried.target->name},
                      {"met", carried.count(Verdict::met)},
                      {"not_met", carried.count(Verdict::not_met)},
                      {"cannot_judge", carried.count(Verdict::cannot_judge)},
                      {"from", std::move(from)}});
    }
    return json;
  }

  [[nodiscard]] Json target(std::size_t row, const ChildTarget& target) const {
    const Measurement& measured = target.measured;
    Json json = with_number(
        {{"folder", folder(row)}, {"id", target.id}, {"name", target.name}},
        "value", measured.value);
    json["op"] = to_string(target.measure.op);
    set_number(json, "threshold", measured.threshold);
    json["unit"] = to_string(target.measure.of.unit);
    json["verdict"] = key_of(measured.verdict);
    json["reason"] = json_text(view_, measured.reason);
    return at(std::move(json), target.where);
  }

  static const char* key_of_state(ChildFilingState state) {
    switch (state) {
      case ChildFilingState::filed:
        return "sent";
      case ChildFilingState::not_filed:
        return "not_sent";
      case ChildFilingState::no_such_duty:
        return "no_such_duty";
      case ChildFilingState::not_read:
        break;
    }
    return "not_read";
  }

  [[nodiscard]] Json filings() const {
    Json json = Json::array();
    for (const ChildDuty& duty : below_.duties) {
      Json from = Json::array();
      for (const ChildFilingRow& each : duty.rows) {
        from.push_back(filing(each));
      }
      json.push_back(
          {{"duty", duty.when.duty->id.value},
           {"name", duty.when.duty->name},
           {"year", json_year(duty.when)},
           {"last_day", iso(duty.when.last_day)},
           {"sent", duty.count(ChildFilingState::filed)},
           {"not_sent", duty.count(ChildFilingState::not_filed)},
           {"no_such_duty", duty.count(ChildFilingState::no_such_duty)},
           {"not_read", duty.count(ChildFilingState::not_read)},
           {"from", std::move(from)}});
    }
    return json;
  }

  [[nodiscard]] Json filing(const ChildFilingRow& each) const {
    const ChildFiling* const filing = each.filing;
    const Json sent =
        filing == nullptr ? Json() : iso(std::optional(filing->date));
    const Json received = each.received == nullptr
                              ? Json()
                              : iso(std::optional(each.received->date.value));
    Json json{
        {"unit", below_.rows[each.row].unit->id},
        {"folder", folder(each.row)},
        {"state", key_of_state(each.state)},
        {"date", sent},
        {"days_late", each.days_late},
        {"document", filing == nullptr ? Json() : or_null(filing->document)},
        {"received", received}};
    return at(std::move(json),
              filing == nullptr ? ChildPlace{} : filing->where);
  }

  [[nodiscard]] Json awards() const {
    Json json = Json::array();
    for (const ChildAwardCount& count : below_.awards) {
      Json from = Json::array();
      for (const auto& [row, award] : count.awards) {
        from.push_back(at({{"folder", folder(row)},
                           {"unit", award->unit},
                           {"name", award->unit_name},
                           {"outcome", key_of(award->outcome)}},
                          award->where));
      }
      json.push_back({{"occasion", count.occasion},
                      {"form", count.form},
                      {"name", count.form_name},
                      {"proposed", count.awards.size()},
                      {"granted", count.count(ProposalOutcome::granted)},
                      {"refused", count.count(ProposalOutcome::refused)},
                      {"ended", count.count(ProposalOutcome::ended)},
                      {"open", count.count(ProposalOutcome::open)},
                      {"from", std::move(from)}});
    }
    return json;
  }

  const ChildrenOfKind& below_;
  Date as_of_;
  const ScoreView& view_;
  bool trace_;
};

}  // namespace

Json json_children(const Report& report, const ScoreView& view, bool trace) {
  Json json = Json::array();
  if (report.below) {
    for (const ChildrenOfKind& below : report.below->kinds) {
      json.push_back(BelowJson(below, report.scope.as_of, view, trace).all());
    }
  }
  return json;
}

}  // namespace thidua::render
