// A duty in a year, for letters that ask for a report, or ask again.
#include "document/context.hpp"
#include "rules/duties.hpp"

namespace thidua::document {
namespace {

using render::Json;

Json owner_json(const DutyState& state, int number) {
  return {{"number", number},
          {"name", state.owner_name},
          {"days_late", state.status == DutyStatus::overdue ? state.days : 0}};
}

}  // namespace

Json call_context(const ContextView& view, const DutyDate& when) {
  const Duty& duty = *when.duty;
  Json owing = Json::array();
  Json late = Json::array();
  int open = 0;
  int overdue = 0;
  for (const DutyState& each : duty_states(view.plan, when, view.today)) {
    if (each.filing != nullptr) {
      continue;
    }
    owing.push_back(owner_json(each, ++open));
    if (each.status == DutyStatus::overdue) {
      late.push_back(owner_json(each, ++overdue));
    }
  }
  const Body* to = duty.to ? view.plan.body(duty.to->value) : nullptr;
  const Body* via = duty.via ? view.plan.body(duty.via->value) : nullptr;
  return {{"year", when.year},
          {"duty", duty.id.value},
          {"name", duty.name},
          {"last_day", when.last_day ? Json(to_iso(*when.last_day)) : Json()},
          {"section", duty.source},
          {"content", render::or_null(duty.content)},
          {"to", to == nullptr ? Json() : Json(to->name)},
          {"via", via == nullptr ? Json() : Json(via->name)},
          {"owing", std::move(owing)},
          {"late", std::move(late)},
          {"late_count", overdue}};
}

}  // namespace thidua::document
