// A duty in a year, for letters that ask for a report, or ask again.
//
// Whoever has ended is not written to: its heir is, or, where nobody is named,
// nobody, and the letter says so.
#include <map>

#include "document/context.hpp"
#include "render/successions.hpp"
#include "rules/duties.hpp"
#include "rules/successions.hpp"

namespace thidua::document {
namespace {

using render::Json;

// Units of one name are told apart by the unit they belong to.
class OwnerNames {
 public:
  OwnerNames(const ContextView& view, const std::vector<DutyState>& states)
      : view_(view) {
    for (const DutyState& each : states) {
      ++count_[render::owner_text(each, view.language)];
    }
  }

  [[nodiscard]] std::string of(const DutyState& state) const {
    std::string name = render::owner_text(state, view_.language);
    if (state.unit != nullptr && count_.at(name) > 1) {
      render::append(
          name,
          render::parent_words(view_.plan, state.unit->parent(), view_.today),
          ", ");
    }
    return name;
  }

 private:
  const ContextView& view_;
  std::map<std::string, int> count_;
};

// Those who are written to, and beside them those who cannot be.
struct Addressed {
  Json rows = Json::array();
  std::string unclear;

  void add(const DutyState& state, const std::string& name) {
    if (state.heir_unclear) {
      render::append(unclear, std::string(state.owner_name), "; ");
      return;
    }
    const bool late = state.status == DutyStatus::overdue;
    rows.push_back({{"number", rows.size() + 1},
                    {"name", name},
                    {"days_late", late ? state.days : 0}});
  }
};

std::vector<DutyState> open_states(const ContextView& view,
                                   const DutyDate& when) {
  std::vector<DutyState> states = duty_states(view.plan, when, view.today);
  std::erase_if(states, [](const DutyState& each) {
    return each.filing != nullptr || each.status == DutyStatus::unscheduled;
  });
  return states;
}

// Null where the plan names nobody, or nobody is named to succeed.
Json office_json(const ContextView& view,
                 const std::optional<At<std::string>>& id) {
  if (!id || heirs_of(view.plan, id->value, view.today).parties.empty()) {
    return {};
  }
  return render::office_text(view.plan, id->value, view.today, view.language);
}

}  // namespace

Json call_context(const ContextView& view, const DutyDate& when) {
  const Duty& duty = *when.duty;
  const std::vector<DutyState> states = open_states(view, when);
  const OwnerNames names(view, states);
  Addressed owing;
  Addressed late;
  for (const DutyState& each : states) {
    const std::string name = names.of(each);
    owing.add(each, name);
    if (each.status == DutyStatus::overdue) {
      late.add(each, name);
    }
  }
  const Json to = office_json(view, duty.to);
  const Json via = office_json(view, duty.via);
  const std::size_t late_count = late.rows.size();
  return {{"year", when.year},
          {"duty", duty.id.value},
          {"name", duty.name},
          {"last_day", when.last_day ? Json(to_iso(*when.last_day)) : Json()},
          {"section", duty.source},
          {"content", render::or_null(duty.content)},
          {"to", to},
          {"via", via == to ? Json() : via},
          {"owing", std::move(owing.rows)},
          {"owing_unclear", render::or_null(owing.unclear)},
          {"late", std::move(late.rows)},
          {"late_unclear", render::or_null(late.unclear)},
          {"late_count", late_count}};
}

}  // namespace thidua::document
