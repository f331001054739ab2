// The plans of the bodies below: who has issued one, who has reported.
#include "document/page_tiles.hpp"
#include "render/status.hpp"

namespace thidua::document {
namespace {

Json plan_tile(const PageView& view, const ChildRow& row) {
  if (row.left_out) {
    return tile(row.folder == nullptr ? tile_missing : tile_unsure, row.name(),
                view.say("not added up"), view.say(row.left_out->message));
  }
  if (!row.has_issued(view.as_of())) {
    return tile(tile_missing, row.name(), view.say("not issued yet"), {});
  }
  return tile(tile_done, row.name(), view.say("issued"),
              render::date_words(row.summary->date, view.language()));
}

Json filing_tile(const PageView& view, const ChildrenOfKind& kind,
                 const ChildFilingRow& each) {
  const std::string name = kind.rows.at(each.row).name();
  switch (each.state) {
    case ChildFilingState::filed:
      return tile(each.days_late > 0 ? tile_late : tile_done, name,
                  each.days_late > 0
                      ? view.say(msg("{0} {0:day|days} late", each.days_late))
                      : view.say("Sent"),
                  view.day(each.filing->date));
    case ChildFilingState::not_filed:
      return tile(tile_missing, name, view.say("Not sent"), {});
    case ChildFilingState::no_such_duty:
      return tile(tile_unsure, name, view.say("Plan without this duty"), {});
    case ChildFilingState::not_read:
      break;
  }
  return tile(tile_unsure, name, view.say("Folder not read"), {});
}

Json plans_record(const PageView& view, const ChildrenOfKind& kind) {
  Json tiles = Json::array();
  std::size_t units = 0;
  for (const ChildRow& row : kind.rows) {
    if (!row.counted_elsewhere) {
      units += row.unit != nullptr ? 1 : 0;
      tiles.push_back(plan_tile(view, row));
    }
  }
  return {
      {"title", fmt::format("{} · {}", kind.kind->name,
                            view.say(msg("{0} of {1} have issued a plan",
                                         kind.issued(view.as_of()), units)))},
      {"tiles", std::move(tiles)}};
}

Json duty_record(const PageView& view, const ChildrenOfKind& kind,
                 const ChildDuty& duty) {
  Json tiles = Json::array();
  for (const ChildFilingRow& each : duty.rows) {
    tiles.push_back(filing_tile(view, kind, each));
  }
  return {{"title", view.say(render::duty_title(
                        duty.when, duty.count(ChildFilingState::filed),
                        duty.rows.size()))},
          {"tiles", std::move(tiles)}};
}

}  // namespace

Json children_part(const PageView& view) {
  if (!view.report.below) {
    return nullptr;
  }
  Json part = part_head(view, ReportPart::children);
  Json records = Json::array();
  for (const ChildrenOfKind& kind : view.report.below->kinds) {
    records.push_back(plans_record(view, kind));
    for (const ChildDuty& duty : kind.duties) {
      records.push_back(duty_record(view, kind, duty));
    }
  }
  part["records"] = std::move(records);
  return part;
}

}  // namespace thidua::document
