#include "arguments.hpp"

#include "base/text.hpp"
#include "change/typed.hpp"
#include "render/values.hpp"
#include "rules/references.hpp"

namespace thidua::cmd {
namespace {

Failure unknown(const char* what, std::string_view word,
                const std::vector<std::string_view>& known) {
  return {ExitStatus::usage, Message{what, {std::string(word)}},
          suggestion(word, known)};
}

Result<Period> find_period_or(const Plan& plan, std::string_view text,
                              Date today, const char* hint) {
  if (text.empty()) {
    return Period::year(working_year(plan, today));
  }
  const auto period = Period::parse(text);
  if (!period) {
    return Failure{ExitStatus::usage, msg("`{0}` is not a period", text),
                   msg("write 2023, 2023-11, 2023-Q4 or 2023-H1")};
  }
  if (!plan.sheet.period.contains(*period)) {
    return Failure{ExitStatus::usage,
                   msg("`{0}` lies outside the plan's period {1}",
                       period->to_string(), plan.sheet.period.to_string()),
                   Message{hint, {}}};
  }
  return *period;
}

// By name, as `show` finds them; what is in brackets behind it may be left out.
std::vector<const Unit*> units_called(const Plan& plan, std::string_view name) {
  const std::string wanted = folded(name);
  std::vector<const Unit*> found;
  for (const Unit& unit : plan.units) {
    const std::string called = folded(unit.name.value);
    if (called == wanted || called.substr(0, called.find(" (")) == wanted) {
      found.push_back(&unit);
    }
  }
  return found;
}

// A name never decides between units.
Failure several_called(std::string_view name,
                       const std::vector<const Unit*>& units) {
  std::string ids;
  for (const Unit* unit : units) {
    render::append(ids, unit->id, ", ");
  }
  return {ExitStatus::usage,
          msg("{0} units are called `{1}`", units.size(), name),
          msg("write the id of one: {0}", ids)};
}

}  // namespace

Result<const Unit*> find_unit(const Plan& plan, std::string_view id) {
  const Unit* unit = plan.unit(to_nfc(id));
  if (unit != nullptr) {
    return unit;
  }
  const std::vector<const Unit*> called = units_called(plan, id);
  if (called.size() == 1) {
    return called.front();
  }
  if (!called.empty()) {
    return several_called(id, called);
  }
  return unknown(N_("there is no unit `{0}`"), id, ids_of(plan.units));
}

Result<const Unit*> find_opened_unit(const Plan& plan, std::string_view id) {
  const Unit* unit = plan.unit(to_nfc(id));
  if (unit != nullptr) {
    return unit;
  }
  return Failure{ExitStatus::usage, msg("there is no unit `{0}`", id),
                 msg("`thidua list units` shows those there are")};
}

Result<const UnitKind*> find_kind(const Plan& plan, std::string_view id) {
  const UnitKind* kind = plan.kind(to_nfc(id));
  if (kind != nullptr) {
    return kind;
  }
  return unknown(N_("the plan declares no kind of unit `{0}`"), id,
                 ids_of(plan.sheet.kinds));
}

Result<const Cluster*> find_cluster(const Plan& plan, std::string_view id) {
  const std::string wanted = to_nfc(id);
  for (const Cluster& cluster : plan.clusters) {
    if (cluster.id.value == wanted) {
      return &cluster;
    }
  }
  return unknown(N_("there is no cluster `{0}`"), id, ids_of(plan.clusters));
}

Result<const AwardForm*> find_form(const Plan& plan, std::string_view id) {
  const AwardForm* form = plan.form(to_nfc(id));
  if (form != nullptr) {
    return form;
  }
  return unknown(N_("awards.yaml has no form `{0}`"), id,
                 ids_of(plan.awards.forms));
}

Result<OccasionDate> find_occasion_date(const Plan& plan,
                                        std::string_view text) {
  if (const auto date = find_occasion(plan, to_nfc(text))) {
    return *date;
  }
  const Occasion* known = plan.occasion(to_nfc(text));
  return Failure{ExitStatus::usage,
                 known != nullptr && !known->has_years()
                     ? msg("the plan gives the occasion `{0}` no year", text)
                     : msg("the plan declares no occasion `{0}`", text),
                 occasion_suggestion(plan, to_nfc(text))};
}

Result<Period> find_period(const Plan& plan, std::string_view text,
                           Date today) {
  return find_period_or(plan, text, today, N_("name a year of the plan"));
}

Result<std::optional<Date>> find_day(std::string_view text) {
  if (text.empty()) {
    return std::optional<Date>();
  }
  const auto date = change::parse_day(text);
  return date ? Result<std::optional<Date>>(*date) : date.error();
}

Result<Period> find_figure_period(const Plan& plan, std::string_view text,
                                  Date today) {
  for (const At<Period>& baseline : plan.sheet.baselines) {
    if (Period::parse(text) == baseline.value) {
      return baseline.value;
    }
  }
  return find_period_or(
      plan, text, today,
      N_("name a year of the plan; an earlier one to compare with is declared "
         "first, under `baselines` in plan.yaml"));
}

}  // namespace thidua::cmd
