// The side of `thidua council` that writes: the votes of a sheet, all of them
// or none, and what came of them.
#pragma once

#include <string>

#include "command.hpp"

namespace thidua::cmd {

struct VotingOptions {
  std::string sheet;  // the path of the CSV file
  std::string date;
  std::string document;
  std::string by;
  bool dry_run = false;
};

void add_voting_options(Syntax& syntax, const Words& words,
                        VotingOptions& options);

// Is more said than looking needs?
[[nodiscard]] bool says_how(const VotingOptions& options);

// `form`: of every row; empty: as each row says.  Words as typed.
[[nodiscard]] ExitStatus record_sheet(World& world,
                                      const VotingOptions& options,
                                      const std::string& occasion,
                                      const std::string& form);

}  // namespace thidua::cmd
