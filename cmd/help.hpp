// The help of thidua and of its commands, through CLI11's formatter.
#pragma once

#include "syntax.hpp"

namespace thidua::cmd {

// For `app` and the commands added to it later: headings in our language,
// columns that stand right under Vietnamese letters, lines of 80 columns.
void set_up_help(CLI::App& app, const Words& words);

}  // namespace thidua::cmd
