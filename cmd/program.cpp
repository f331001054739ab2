// Parsing first, running afterwards, outside CLI11's callbacks.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "command.hpp"
#include "help.hpp"
#include "render/diagnostics.hpp"
#include "usage.hpp"

namespace thidua::cmd {
namespace {

struct Parsed {
  const CLI::App* app;
  const Command* command;  // null: `thidua` alone
  Syntax syntax;
  Run run{};
};

void add_globals(Syntax& syntax, const Words& words, Globals& globals) {
  syntax.option("-C", globals.directory, words("DIR"),
                words("the plan folder (else the nearest one upward)"));
  syntax.option("--today", globals.today, words("DATE"),
                words("take this day for today, such as 2023-11-01"));
  syntax.choice<std::string>("--lang", globals.language,
                             words("language of the output"),
                             {{"vi", "vi"}, {"en", "en"}});
  syntax.choice<std::string>(
      "--color", globals.colour, words("colours; auto is on a terminal only"),
      {{"auto", "auto"}, {"always", "always"}, {"never", "never"}});
}

std::vector<Parsed> add_commands(CLI::App& app, const Words& words) {
  std::vector<Parsed> choices;
  for (const Command& command : all_commands()) {
    CLI::App* sub = app.add_subcommand(command.name, words(command.summary));
    sub->fallthrough();
    sub->group(words("Commands"));
    // Made with the command, before its defaults are taken over.
    sub->get_help_ptr()->group(words("Options"));
    Parsed& added = choices.emplace_back(Parsed{sub, &command, Syntax(*sub)});
    added.run = command.setup(added.syntax, words);
  }
  return choices;
}

// Before there is a World: the options may not have been taken yet.
void complain_early(const Failure& failure, const Words& words,
                    const Surroundings& surroundings) {
  Globals globals;
  globals.language = words.language() == Language::vi ? "vi" : "en";
  World world(surroundings, globals);
  static_cast<void>(world.settle());
  world.complain(failure);
}

int refuse(const Failure& failure, const Words& words,
           const Surroundings& surroundings) {
  complain_early(failure, words, surroundings);
  return static_cast<int>(failure.status);
}

std::optional<ExitStatus> prepare(World& world, Needs needs) {
  if (const auto failure = world.settle()) {
    return world.fail(*failure);
  }
  if (needs == Needs::plan) {
    return load_plan(world);
  }
  const auto failure =
      needs == Needs::folder ? world.load() : std::optional<Failure>();
  return failure ? std::optional(world.fail(*failure)) : std::nullopt;
}

int execute(const Parsed& parsed, const Surroundings& surroundings,
            const Globals& globals) {
  World world(surroundings, globals);
  const Needs needs =
      parsed.command == nullptr ? Needs::plan : parsed.command->needs;
  const auto refused = prepare(world, needs);
  return static_cast<int>(refused                     ? *refused
                          : parsed.command == nullptr ? run_overview(world)
                                                      : parsed.run(world));
}

}  // namespace

std::optional<ExitStatus> load_plan(World& world) {
  if (const auto failure = world.load()) {
    return world.fail(*failure);
  }
  return world.plan().has_sheet ? std::nullopt
                                : std::optional(refuse_without_plan(world));
}

ExitStatus refuse_without_plan(World& world) {
  const render::DiagnosticView view{world.plan().sources, world.language(),
                                    render::Style(false)};
  for (const Diagnostic& diagnostic : world.findings().all()) {
    if (diagnostic.where.known() &&
        world.plan().sources[diagnostic.where.file].path == "plan.yaml") {
      world.complain(render::to_text(diagnostic, view));
    }
  }
  world.complain(Failure{ExitStatus::findings,
                         msg("plan.yaml cannot be read, so there is no plan "
                             "to work on"),
                         msg("mend what is named above; `thidua check` lists "
                             "everything")});
  return world.state_of_data();
}

void add_format(Syntax& syntax, const Words& words, Format& format) {
  syntax.choice<Format>("--format", format, words("form of the output"),
                        {{"text", Format::text}, {"json", Format::json}});
}

int run_program(const std::vector<std::string>& arguments,
                const Surroundings& surroundings) {
  const Words words(language_of(arguments, surroundings.variable));
  CLI::App app(words("keep an emulation plan: check it, score it, see what is "
                     "due, propose awards, report"),
               "thidua");
  app.require_subcommand(0, 1);
  app.fallthrough();
  set_up_help(app, words);
  app.set_version_flag("--version", "thidua " THIDUA_VERSION,
                       words("print the version and exit"));
  Globals globals;
  Parsed alone{&app, nullptr, Syntax(app)};
  add_globals(alone.syntax, words, globals);
  std::vector<Parsed> choices = add_commands(app, words);
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    app.parse(reversed);
  } catch (const CLI::Success& shown) {
    for (const Parsed& each : choices) {
      each.syntax.mark_required();
    }
    return app.exit(shown, surroundings.out, surroundings.err);
  } catch (const CLI::ParseError& error) {
    return refuse(usage_failure(app, error), words, surroundings);
  }
  const auto chosen =
      std::find_if(choices.begin(), choices.end(),
                   [](const Parsed& each) { return each.app->parsed(); });
  const Parsed& parsed = chosen == choices.end() ? alone : *chosen;
  const Complain complain = [&](const Failure& failure) {
    complain_early(failure, words, surroundings);
  };
  for (const Parsed* each : {&std::as_const(alone), &parsed}) {
    if (const auto failure = each->syntax.settle(surroundings.ask, complain)) {
      return refuse(*failure, words, surroundings);
    }
  }
  return execute(parsed, surroundings, globals);
}

}  // namespace thidua::cmd
