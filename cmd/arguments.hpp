// What commands are told to look at: ids, periods and years from the command
// line, looked up in the plan.  An unknown one is a usage failure that names
// the nearest known.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "model/plan.hpp"
#include "rules/timeline.hpp"

namespace thidua::cmd {

// Texts of arguments come as typed; ids are compared as NFC.  Also by a name
// that one unit alone has.
[[nodiscard]] Result<const Unit*> find_unit(const Plan& plan,
                                            std::string_view id);
// In a plan of which only what is recorded of the unit has been loaded.
[[nodiscard]] Result<const Unit*> find_opened_unit(const Plan& plan,
                                                   std::string_view id);
[[nodiscard]] Result<const UnitKind*> find_kind(const Plan& plan,
                                                std::string_view id);
[[nodiscard]] Result<const Cluster*> find_cluster(const Plan& plan,
                                                  std::string_view id);
[[nodiscard]] Result<const AwardForm*> find_form(const Plan& plan,
                                                 std::string_view id);
[[nodiscard]] Result<OccasionDate> find_occasion_date(const Plan& plan,
                                                      std::string_view text);
// Inside the plan's period.  Empty: the working year.
[[nodiscard]] Result<Period> find_period(const Plan& plan,
                                         std::string_view text, Date today);

// Nothing where nothing was typed.
[[nodiscard]] Result<std::optional<Date>> find_day(std::string_view text);

// Figures may also be of a period that the plan compares itself with.
[[nodiscard]] Result<Period> find_figure_period(const Plan& plan,
                                                std::string_view text,
                                                Date today);

}  // namespace thidua::cmd
