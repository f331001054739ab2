// Where a document goes that a command has made: --to FILE|DIR and --force.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "syntax.hpp"
#include "world.hpp"

namespace thidua::cmd {

struct SaveOptions {
  std::string to{};
  bool force = false;
  bool to_all = false;      // --public
  const char* by = "--to";  // the option that says where
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

// Is --to a folder: one that is there, or a name that ends in `/`?
[[nodiscard]] bool is_folder(std::string_view to);

struct NamedBytes {
  std::string name;
  std::string bytes;
};

// Several into one folder: none of them where one is there already.
[[nodiscard]] std::optional<Failure> save_all(
    World& world, const SaveOptions& options,
    const std::vector<NamedBytes>& files);

}  // namespace thidua::cmd
