#include "world.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "base/codes.hpp"
#include "folder/load.hpp"
#include "folder/lock.hpp"
#include "render/diagnostics.hpp"
#include "render/printable.hpp"
#include "rules/checks.hpp"
#include "rules/references.hpp"

namespace thidua::cmd {
namespace {

using Variable = std::function<std::optional<std::string>(const char*)>;

std::optional<Language> language_word(std::string_view word) {
  if (word == "vi" || word.starts_with("vi_") || word.starts_with("vi.")) {
    return Language::vi;
  }
  if (word == "en" || word.starts_with("en_") || word.starts_with("en.")) {
    return Language::en;
  }
  return std::nullopt;
}

// LC_ALL before LC_MESSAGES before LANG; C and POSIX choose nothing.
std::optional<Language> locale_language(const Variable& variable) {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto value = variable(name);
    if (value && !value->empty()) {
      return language_word(*value);
    }
  }
  return std::nullopt;
}

// Civil today where the offices are: UTC+7 the whole year.
Date today_in_vietnam() {
  const auto now = std::chrono::system_clock::now() + std::chrono::hours(7);
  return Date{std::chrono::floor<std::chrono::days>(now)};
}

Failure bad_folder(const std::string& directory) {
  return {ExitStatus::io,
          msg("`{0}` is no plan folder: it has no plan.yaml", directory),
          msg("name the folder that holds the plan.yaml")};
}

std::optional<Failure> refuse_folder(const std::string& named,
                                     const Message& hint) {
  std::error_code error;
  if (!std::filesystem::is_directory(named, error)) {
    return Failure{ExitStatus::io, msg("there is no folder `{0}`", named),
                   hint};
  }
  return folder::has_plan_sheet(named) ? std::nullopt
                                       : std::optional(bad_folder(named));
}

}  // namespace

World::World(Surroundings surroundings, Globals globals)
    : around_(std::move(surroundings)), globals_(std::move(globals)) {}

World::~World() {
  if (around_.keep) {
    around_.keep(std::move(plan_));
  }
}

std::optional<Failure> World::settle() {
  const auto from_environment = around_.variable("THIDUA_LANG");
  auto chosen = language_word(globals_.language);
  if (!chosen && from_environment) {
    chosen = language_word(*from_environment);
  }
  language_chosen_ = chosen.has_value();
  language_ = chosen ? *chosen
                     : locale_language(around_.variable).value_or(Language::vi);
  const auto no_colour = around_.variable("NO_COLOR");
  colour_ = globals_.colour == "always" ||
            (globals_.colour == "auto" && around_.terminal &&
             (!no_colour || no_colour->empty()));
  if (globals_.today.empty()) {
    today_ = today_in_vietnam();
    return std::nullopt;
  }
  const auto date = parse_date(globals_.today);
  if (!date) {
    return Failure{ExitStatus::usage,
                   looks_like_date(globals_.today)
                       ? msg("there is no day `{0}`", globals_.today)
                       : msg("`{0}` is not a date", globals_.today),
                   msg("write --today 2023-11-01 or --today 01/11/2023")};
  }
  today_ = *date;
  return std::nullopt;
}

Result<std::string> World::find_folder() const {
  const std::string& named = globals_.directory;
  if (named.empty()) {
    return folder::find_plan_folder(around_.current_directory);
  }
  if (const auto failure =
          refuse_folder(named, msg("check the path after -C"))) {
    return *failure;
  }
  return named;
}

Result<std::unique_ptr<const Plan>> World::rules_in(const std::string& folder) {
  if (const auto failure = refuse_folder(folder, msg("check the path"))) {
    return *failure;
  }
  const auto lock = folder::lock_folder(folder, folder::LockKind::shared);
  return lock ? folder::load_part(folder, {}) : lock.error();
}

std::optional<Failure> World::lock(folder::LockKind kind) {
  const auto root = find_folder();
  if (!root) {
    return root.error();
  }
  auto lock = folder::lock_folder(*root, kind);
  if (!lock) {
    return lock.error();
  }
  lock_.emplace(std::move(*lock));
  root_ = lock_->root();
  return std::nullopt;
}

std::optional<Failure> World::take(Result<std::unique_ptr<const Plan>> loaded) {
  if (!loaded) {
    return loaded.error();
  }
  if (find_source(**loaded, "plan.yaml") == nullptr) {
    // It was there, or could not be told from the journal, a moment ago.
    return bad_folder(lock_->root());
  }
  plan_ = std::move(*loaded);
  if (!language_chosen_ && plan_->settings.language) {
    language_ = *plan_->settings.language;
  }
  return std::nullopt;
}

std::optional<Failure> World::load() {
  auto failure = lock(folder::LockKind::shared);
  if (!failure) {
    failure = take(folder::load_plan(lock_->root()));
  }
  lock_.reset();
  if (!failure) {
    findings_ = check_plan(*plan_, today_);
  }
  return failure;
}

std::optional<Failure> World::hide_persons() {
  if (auto failure = lock(folder::LockKind::shared)) {
    return failure;
  }
  auto loaded = folder::load_public_plan(lock_->root());
  lock_.reset();
  if (!loaded) {
    return loaded.error();
  }
  plan_ = std::move(loaded->plan);
  hidden_ = std::move(loaded->hidden);
  return std::nullopt;
}

std::optional<Failure> World::open(const std::vector<std::string>& owners,
                                   folder::LockKind kind) {
  auto failure = lock(kind);
  if (!failure && kind == folder::LockKind::exclusive) {
    failure = folder::finish_interrupted(*lock_);
  }
  if (!failure) {
    owners_ = owners;
    failure = take(folder::load_part(lock_->root(), owners_));
  }
  if (!failure) {
    findings_ = plan_->diagnostics;
    findings_.sort();
  }
  return failure;
}

Result<std::unique_ptr<const Plan>> World::with(
    const std::vector<FileChange>& changes) const {
  return folder::load_part(lock_->root(), owners_, changes);
}

Result<std::unique_ptr<const Plan>> World::whole_with(
    const std::vector<FileChange>& changes) const {
  const auto root = find_folder();
  return root ? folder::load_plan(*root, 0, changes)
              : Result<std::unique_ptr<const Plan>>(root.error());
}

void World::load_children(const folder::TakeChild& take) const {
  folder::load_children(root_, plan_->children, take);
}

std::optional<Failure> World::commit(const std::vector<FileChange>& changes) {
  return folder::commit(*lock_, changes);
}

std::optional<Failure> World::look_at(const std::vector<std::string>& owners) {
  auto failure = open(owners, folder::LockKind::shared);
  lock_.reset();
  return failure;
}

std::optional<Failure> World::print_now(std::string_view text) {
  around_.out << text << std::flush;
  if (around_.out.good()) {
    return std::nullopt;
  }
  around_.out.clear();  // it is said here, not once more at the end
  return Failure{ExitStatus::io, msg("the output cannot be written"), {}};
}

void World::complain(const Failure& failure) {
  complain(fmt::format("thidua: {}\n", render::printable(say(failure.what))));
  if (!failure.hint.empty()) {
    complain(fmt::format("  {}: {}\n", say("hint"),
                         render::printable(say(failure.hint))));
  }
}

ExitStatus World::state_of_data() const {
  const auto& all = findings_.all();
  if (std::any_of(all.begin(), all.end(), [](const Diagnostic& finding) {
        return finding.code == code::cannot_read;
      })) {
    return ExitStatus::io;
  }
  return findings_.count(Severity::error) > 0 ? ExitStatus::findings
                                              : ExitStatus::ok;
}

ExitStatus World::conclude(ExitStatus status) {
  const std::size_t errors = findings_.count(Severity::error);
  if (errors == 0) {
    return status;
  }
  complain(fmt::format("thidua: {}\n",
                       say(msg("the folder has {0} {0:error|errors} and this "
                               "answer may be incomplete; see `thidua check`",
                               errors))));
  return status == ExitStatus::ok ? state_of_data() : status;
}

Language language_of(const std::vector<std::string>& arguments,
                     const Variable& variable) {
  constexpr std::string_view option = "--lang";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view word = arguments[i];
    std::optional<Language> language;
    if (word == option && i + 1 < arguments.size()) {
      language = language_word(arguments[i + 1]);
    } else if (word.starts_with("--lang=")) {
      language = language_word(word.substr(option.size() + 1));
    }
    if (language) {
      return *language;
    }
  }
  const auto by_variable = variable("THIDUA_LANG");
  const auto chosen = by_variable ? language_word(*by_variable) : std::nullopt;
  return chosen ? *chosen : locale_language(variable).value_or(Language::vi);
}

}  // namespace thidua::cmd
