// The side of `thidua score` that writes: marks of one unit in one stage of
// judging, from the command line or asked for one criterion after another.
#pragma once

#include <string>
#include <vector>

#include "writing.hpp"

namespace thidua::cmd {

struct MarkOptions {
  std::vector<std::string> marks;  // criterion=mark
  bool ask = false;
  std::string stage;
  std::string by;
  std::string date;
  std::vector<std::string> evidence;
  std::string note;
  std::string reason;
  WriteOptions writing;
};

void add_mark_options(Syntax& syntax, const Words& words, MarkOptions& options);

// Are marks to be given?  If not, the command looks only.
[[nodiscard]] bool gives_marks(const MarkOptions& options);
// Fails where nothing is marked and yet there is an option that only goes with
// marks.
[[nodiscard]] std::optional<Failure> check_unmarked(const MarkOptions& options);

// `unit` and `period` as typed.
[[nodiscard]] ExitStatus give_marks(World& world, const MarkOptions& options,
                                    const std::string& unit,
                                    const std::string& period);

}  // namespace thidua::cmd
