// What every command that changes a plan folder does around its change: lock,
// load, try, show or commit.
//
// A change that would bring an error which was not there is refused, whatever
// command asks for it: a plan folder never gets worse.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/file_change.hpp"
#include "command.hpp"

namespace thidua::cmd {

struct WriteOptions {
  bool dry_run = false;
  bool illustrative = false;
};
void add_write_options(Syntax& syntax, const Words& words,
                       WriteOptions& options);

using MakeChange = std::function<Result<FileChange>(const Plan&)>;
using MakeChanges = std::function<Result<std::vector<FileChange>>(const Plan&)>;

// Changes records of `owners` (units or bodies, of which only these are
// loaded).  Prints the path of what was written or, dry, the diff; says so
// where nothing changes, and what is wrong with records beside it, and leaves
// those alone.
[[nodiscard]] ExitStatus write(World& world,
                               const std::vector<std::string>& owners,
                               const WriteOptions& options,
                               const MakeChange& make);
// The same for a change of several records: all of them, or none.
[[nodiscard]] ExitStatus write_all(World& world,
                                   const std::vector<std::string>& owners,
                                   const WriteOptions& options,
                                   const MakeChanges& make);

}  // namespace thidua::cmd
