// What a subcommand is: one row of the table in commands.cpp.
//
// A command declares its options and gives back what to run.  It has no rules
// of its own: it asks lib and prints.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "syntax.hpp"
#include "world.hpp"

namespace thidua::cmd {

using Run = std::function<ExitStatus(World&)>;

enum class Needs {
  nothing,
  folder,  // a plan folder, whatever state its records are in
  plan,    // a plan.yaml that could be read
  itself,  // it loads or opens the folder, as its options say
};

struct Command {
  const char* name;
  const char* summary;  // message key
  Needs needs;
  Run (*setup)(Syntax& syntax, const Words& words);
};

// In the order of the help; help, man pages and tests walk this one table.
[[nodiscard]] std::span<const Command> all_commands();

// `thidua` alone.
[[nodiscard]] ExitStatus run_overview(World& world);

// Parses, loads what the command needs, runs it.
[[nodiscard]] int run_program(const std::vector<std::string>& arguments,
                              const Surroundings& surroundings);

// For commands that load as their options say: what Needs::plan does.  Gives
// the exit status where the command must not go on.
[[nodiscard]] std::optional<ExitStatus> load_plan(World& world);

// plan.yaml is there but could not be read: says what is wrong with it, which
// is all that can be said.
[[nodiscard]] ExitStatus refuse_without_plan(World& world);

// --format text|json, the same for every command.
enum class Format { text, json };
void add_format(Syntax& syntax, const Words& words, Format& format);

}  // namespace thidua::cmd
