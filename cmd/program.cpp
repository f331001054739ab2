// Parsing first, running afterwards, outside CLI11's callbacks; CLI11's own
// errors become ours: exit status 2, our language, a suggestion.
#include <algorithm>

#include "base/text.hpp"
#include "command.hpp"
#include "render/diagnostics.hpp"
#include "render/printable.hpp"

namespace thidua::cmd {
namespace {

struct Parsed {
  const Command* command = nullptr;  // null: `thidua` alone
  Run run;
};

void translate_labels(CLI::App& app, const Words& words) {
  const auto formatter = app.get_formatter();
  formatter->label("Usage", words("Usage"));
  formatter->label("OPTIONS", words("OPTIONS"));
  formatter->label("SUBCOMMAND", words("COMMAND"));
  formatter->label("SUBCOMMANDS", words("COMMANDS"));
  formatter->label("Options", words("Options"));
  formatter->label("Subcommands", words("Commands"));
  formatter->label("Positionals", words("Arguments"));
  formatter->label("REQUIRED", words("required"));
  formatter->column_width(34);
}

void add_globals(CLI::App& app, const Words& words, Globals& globals) {
  app.set_help_flag("-h,--help", words("print this help and exit"));
  app.set_version_flag("--version", "thidua " THIDUA_VERSION,
                       words("print the version and exit"));
  app.add_option("-C", globals.directory,
                 words("the plan folder (else the nearest one upward)"))
      ->type_name(words("DIR"));
  app.add_option("--today", globals.today,
                 words("take this day for today, such as 2023-11-01"))
      ->type_name(words("DATE"));
  app.add_option("--lang", globals.language,
                 words("language of the output: vi or en"))
      ->type_name("vi|en")
      ->check(CLI::IsMember({"vi", "en"}).description(""));
  app.add_option("--color", globals.colour,
                 words("colours: auto, always or never"))
      ->type_name(words("WHEN"))
      ->check(CLI::IsMember({"auto", "always", "never"}).description(""));
}

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  for (const Command& command : all_commands()) {
    names.emplace_back(command.name);
  }
  return names;
}

// Long options of the app and the subcommand that was given.
std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  const auto take = [&](const CLI::App& from) {
    for (const CLI::Option* option : from.get_options()) {
      for (const std::string& name : option->get_lnames()) {
        names.push_back("--" + name);
      }
    }
  };
  take(app);
  for (const CLI::App* sub : app.get_subcommands()) {
    take(*sub);
  }
  return names;
}

Failure unknown_word(const CLI::App& app, const std::string& word) {
  if (word.starts_with('-')) {
    const auto names = option_names(app);
    const auto meant = nearest(
        word, std::vector<std::string_view>(names.begin(), names.end()));
    return {ExitStatus::usage, msg("there is no option `{0}`", word),
            meant ? msg("did you mean `{0}`?", *meant)
                  : msg("`thidua --help` lists the options")};
  }
  if (!app.get_subcommands().empty()) {
    return {ExitStatus::usage, msg("`{0}` is one argument too many", word),
            msg("`thidua {0} --help` shows what the command takes",
                app.get_subcommands().front()->get_name())};
  }
  const auto names = command_names();
  const auto meant = nearest(word, names);
  return {ExitStatus::usage, msg("there is no command `{0}`", word),
          meant ? msg("did you mean `{0}`?", *meant)
                : msg("`thidua --help` lists the commands")};
}

// What CLI11 found wrong, in our words.
Failure usage_failure(const CLI::App& app, const CLI::ParseError& error) {
  // CLI11 puts the program's name where the error's should be; the exit code
  // tells the kind.
  const auto kind = static_cast<CLI::ExitCodes>(error.get_exit_code());
  const auto extras = app.remaining(true);
  if (kind == CLI::ExitCodes::ExtrasError && !extras.empty()) {
    return unknown_word(app, extras.front());
  }
  const CLI::App* sub =
      app.get_subcommands().empty() ? nullptr : app.get_subcommands().front();
  const Message hint =
      sub == nullptr ? msg("`thidua --help` shows what there is")
                     : msg("`thidua {0} --help` shows what the command takes",
                           sub->get_name());
  if (kind == CLI::ExitCodes::RequiredError) {
    return {ExitStatus::usage, msg("an argument is missing: {0}", error.what()),
            hint};
  }
  if (kind == CLI::ExitCodes::ArgumentMismatch) {
    return {ExitStatus::usage,
            msg("an option lacks its value: {0}", error.what()), hint};
  }
  return {ExitStatus::usage,
          msg("an option cannot be used so: {0}", error.what()), hint};
}

std::optional<Failure> prepare(World& world, Needs needs) {
  if (auto failure = world.settle()) {
    return failure;
  }
  return needs == Needs::nothing ? std::nullopt : world.load();
}

// plan.yaml is there but could not be read: what is wrong with it is all that
// can be said.
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

int execute(const Parsed& parsed, const Surroundings& surroundings,
            const Globals& globals) {
  World world(surroundings, globals);
  const Needs needs =
      parsed.command == nullptr ? Needs::plan : parsed.command->needs;
  if (const auto failure = prepare(world, needs)) {
    world.complain(*failure);
    return static_cast<int>(failure->status);
  }
  if (needs == Needs::plan && !world.plan().has_sheet) {
    return static_cast<int>(refuse_without_plan(world));
  }
  return static_cast<int>(parsed.command == nullptr ? run_overview(world)
                                                    : parsed.run(world));
}

}  // namespace

void add_format(CLI::App& app, const Words& words, Format& format) {
  app.add_option("--format", format, words("text or json"))
      ->type_name("text|json")
      ->transform(
          CLI::Transformer(std::vector<std::pair<std::string, Format>>{
                               {"text", Format::text}, {"json", Format::json}})
              .description(""));
}

int run_program(const std::vector<std::string>& arguments,
                const Surroundings& surroundings) {
  const Words words(language_of(arguments, surroundings.variable));
  CLI::App app(words("keep an emulation plan: check it, score it, see what is "
                     "due, propose awards, report"),
               "thidua");
  Globals globals;
  translate_labels(app, words);
  add_globals(app, words, globals);
  app.require_subcommand(0, 1);
  app.fallthrough();
  Parsed parsed;
  std::vector<std::pair<CLI::App*, Parsed>> choices;
  for (const Command& command : all_commands()) {
    CLI::App* sub = app.add_subcommand(command.name, words(command.summary));
    sub->fallthrough();
    choices.emplace_back(sub, Parsed{&command, command.setup(*sub, words)});
  }
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    app.parse(reversed);
  } catch (const CLI::Success& shown) {
    return app.exit(shown, surroundings.out, surroundings.err);
  } catch (const CLI::ParseError& error) {
    // Where parsing stopped early, --lang has not been taken yet.
    const Language language = language_of(arguments, surroundings.variable);
    globals.language = language == Language::vi ? "vi" : "en";
    World world(surroundings, globals);
    static_cast<void>(world.settle());
    world.complain(usage_failure(app, error));
    return static_cast<int>(ExitStatus::usage);
  }
  for (const auto& [sub, choice] : choices) {
    if (sub->parsed()) {
      parsed = choice;
    }
  }
  return execute(parsed, surroundings, globals);
}

}  // namespace thidua::cmd
