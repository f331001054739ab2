// Where a document goes that a command has made: --to FILE|DIR and --force.
#pragma once

#include <string>
#include <string_view>

#include "syntax.hpp"
#include "world.hpp"

namespace thidua::cmd {

struct SaveOptions {
  std::string to{};
  bool force = false;
};

void add_save_options(Syntax& syntax, const Words& words, SaveOptions& options);

// Writes the document in one step and names the file on the output.  `name` is
// its own name, for a folder; without --to that is `out/` of the plan folder.
// What stands there already is replaced only with --force.
[[nodiscard]] std::optional<Failure> save(World& world,
                                          const SaveOptions& options,
                                          const std::string& name,
                                          std::string_view bytes);

// The same of a text: without --to it is printed.
[[nodiscard]] std::optional<Failure> save_or_print(World& world,
                                                   const SaveOptions& options,
                                                   const std::string& name,
                                                   std::string_view text);

}  // namespace thidua::cmd
