// What CLI11 found wrong with the command line, in our words.
#pragma once

#include "base/result.hpp"
#include "cli11_fwd.hpp"

namespace thidua::cmd {

// Where to read what the program or the command given takes.
[[nodiscard]] Message help_hint(const CLI::App& app);

[[nodiscard]] Failure usage_failure(const CLI::App& app,
                                    const CLI::ParseError& error);

}  // namespace thidua::cmd
