// CLI11 says what is wrong in English only.  Of its error we take the kind and
// the option that its text begins with; the words are ours.
#include "usage.hpp"

#include <CLI/CLI.hpp>

#include "base/text.hpp"
#include "command.hpp"

namespace thidua::cmd {
namespace {

// The program and the command that was given.
std::vector<const CLI::App*> apps_of(const CLI::App& app) {
  std::vector<const CLI::App*> apps{&app};
  for (const CLI::App* sub : app.get_subcommands()) {
    apps.push_back(sub);
  }
  return apps;
}

Message suggested(const std::string& word,
                  const std::vector<std::string>& known,
                  const Message& otherwise) {
  const auto meant =
      nearest(word, std::vector<std::string_view>(known.begin(), known.end()));
  return meant ? msg("did you mean `{0}`?", *meant) : otherwise;
}

Failure unknown_option(const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* each : apps_of(app)) {
    for (const CLI::Option* option : each->get_options()) {
      for (const std::string& name : option->get_lnames()) {
        names.push_back("--" + name);
      }
    }
  }
  const std::string name = word.substr(0, word.find('='));
  return {ExitStatus::usage, msg("there is no option `{0}`", name),
          suggested(name, names, help_hint(app))};
}

Failure unknown_command(const std::string& word) {
  std::vector<std::string> names;
  for (const Command& command : all_commands()) {
    names.emplace_back(command.name);
  }
  return {ExitStatus::usage, msg("there is no command `{0}`", word),
          suggested(word, names, msg("`thidua --help` lists the commands"))};
}

Failure unknown_word(const CLI::App& app, const std::string& word) {
  if (word.starts_with('-')) {
    return unknown_option(app, word);
  }
  if (app.get_subcommands().empty()) {
    return unknown_command(word);
  }
  return {ExitStatus::usage, msg("`{0}` is one argument too many", word),
          help_hint(app)};
}

// The option that the text of an error begins with, with or without dashes.
const CLI::Option* option_at_fault(const CLI::App& app,
                                   const std::string& text) {
  const std::string name = text.substr(0, text.find_first_of(": "));
  for (const CLI::App* each : apps_of(app)) {
    for (const CLI::Option* option : each->get_options()) {
      if (option->check_name(name) || option->check_lname(name)) {
        return option;
      }
    }
  }
  return nullptr;
}

Message mismatch(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) {
    return msg("`{0}` takes no value", option.get_name());
  }
  if (option.results().size() > 1) {
    return msg("`{0}` is given more than once", option.get_name());
  }
  return msg("`{0}` lacks its value: {1}", option.get_name(),
             option.get_type_name());
}

Message message_of(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::Option* option = option_at_fault(app, error.what());
  if (option == nullptr) {
    return msg("these arguments cannot be used together");
  }
  switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
    case CLI::ExitCodes::ArgumentMismatch:
      return mismatch(*option);
    default:
      return msg("`{0}` cannot be used so", option->get_name());
  }
}

}  // namespace

Message help_hint(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  if (app.get_parent() == nullptr && commands.empty()) {
    return msg("`thidua --help` shows what there is");
  }
  const CLI::App& command = commands.empty() ? app : *commands.front();
  return msg("`thidua {0} --help` shows what the command takes",
             command.get_name());
}

Failure usage_failure(const CLI::App& app, const CLI::ParseError& error) {
  const auto extras = app.remaining(true);
  if (!extras.empty() &&
      error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError)) {
    return unknown_word(app, extras.front());
  }
  return {ExitStatus::usage, message_of(app, error), help_hint(app)};
}

}  // namespace thidua::cmd
