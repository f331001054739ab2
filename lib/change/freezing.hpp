// Freezing a score table: what its rules are on a day is written down, so that
// no later change goes unseen: frozen-tables/<id>.yaml.
#pragma once

#include <string>

#include "base/file_change.hpp"
#include "base/result.hpp"
#include "model/plan.hpp"

namespace thidua::change {

// `by`: who freezes it; empty, the plan's issuer.  Fails with `usage` where
// there is no such table, with `refused` where it is frozen already and has
// changed since.
[[nodiscard]] Result<FileChange> freeze(const Plan& plan,
                                        const std::string& table,
                                        const std::string& by, Date day);

}  // namespace thidua::change
