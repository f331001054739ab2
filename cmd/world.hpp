// World: everything outside the program that a command may touch: the plan
// folder, today, the language, the two output streams.  Tests build one with
// streams of their own.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "base/file_change.hpp"
#include "base/message.hpp"
#include "base/result.hpp"
#include "folder/children.hpp"
#include "folder/lock.hpp"
#include "model/persons.hpp"
#include "model/plan.hpp"
#include "render/style.hpp"
#include "terminal.hpp"

namespace thidua::cmd {

// Global options, good on either side of the subcommand.
struct Globals {
  std::string directory;  // empty: the nearest folder upward with plan.yaml
  std::string today;
  std::string language;
  std::string colour = "auto";
};

struct Surroundings {
  std::ostream& out;
  std::ostream& err;
  bool terminal = false;  // is `out` one?
  Ask ask = {};
  std::function<std::optional<std::string>(const char*)> variable;
  std::string current_directory;
  // Takes the plan when it is no longer needed; else it is taken apart.
  std::function<void(std::unique_ptr<const Plan>)> keep = {};
};

class World {
 public:
  World(Surroundings surroundings, Globals globals);
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  ~World();

  // Today and the language, from the options and the environment; fails on an
  // option that makes no sense.
  std::optional<Failure> settle();
  // Loads the plan folder and checks it.
  std::optional<Failure> load();

  // After load(): the plan without personal data; what is printed then must go
  // through shown_to_all().
  std::optional<Failure> hide_persons();
  // The text, without ids that would tell who somebody is.
  [[nodiscard]] std::string shown_to_all(std::string text) const {
    return without_ids(std::move(text), hidden_);
  }

  // For commands that write: locks the folder to the end of the run and loads
  // the rules of the plan and what is recorded of `owners`; findings() are
  // those of reading them.  A shared lock is for looking only.
  std::optional<Failure> open(const std::vector<std::string>& owners,
                              folder::LockKind kind);
  // What open() would load with the changes.
  [[nodiscard]] Result<std::unique_ptr<const Plan>> with(
      const std::vector<FileChange>& changes) const;
  // What load() would load with them.
  [[nodiscard]] Result<std::unique_ptr<const Plan>> whole_with(
      const std::vector<FileChange>& changes) const;
  std::optional<Failure> commit(const std::vector<FileChange>& changes);
  // As open(), and lets others write: for asking a person, who takes time.
  std::optional<Failure> look_at(const std::vector<std::string>& owners);

  // The rules of another plan folder, without what is recorded of its units.
  [[nodiscard]] static Result<std::unique_ptr<const Plan>> rules_in(
      const std::string& folder);

  // Hands over the plans below, as folder::load_children() does.
  void load_children(const folder::TakeChild& take) const;

  // Where a path of the plan folder, or beside it, lies on the disk.
  [[nodiscard]] std::string path_of(const std::string& path) const {
    return root_ + "/" + path;
  }
  [[nodiscard]] const Plan& plan() const { return *plan_; }
  [[nodiscard]] const Diagnostics& findings() const { return findings_; }
  [[nodiscard]] Date today() const { return today_; }
  [[nodiscard]] Language language() const { return language_; }
  // Of documents: whatever is on the screen, that of the folder.
  [[nodiscard]] Language document_language() const {
    return plan_->settings.language.value_or(Language::vi);
  }
  [[nodiscard]] render::Style style() const { return render::Style(colour_); }

  [[nodiscard]] std::string say(const Message& message) const {
    return thidua::say(message, language_);
  }
  [[nodiscard]] std::string say(const char* english) const {
    return thidua::say(english, language_);
  }

  [[nodiscard]] const Ask& ask() const { return around_.ask; }
  // Of the environment.
  [[nodiscard]] std::optional<std::string> variable(const char* name) const {
    return around_.variable(name);
  }
  void print(std::string_view text) { around_.out << text; }
  // At once: a Failure where the output takes it not.
  [[nodiscard]] std::optional<Failure> print_now(std::string_view text);
  void complain(std::string_view text) { around_.err << text; }
  // `thidua: …` and a hint, on the error stream.
  void complain(const Failure& failure);
  ExitStatus fail(const Failure& failure) {
    complain(failure);
    return failure.status;
  }
  // What the findings make the exit status: `io` where something could not be
  // read, else whether there are errors.
  [[nodiscard]] ExitStatus state_of_data() const;
  // After a command: says on the error stream that the data has errors, and
  // turns `ok` into the state of the data, for the answer may be incomplete.
  ExitStatus conclude(ExitStatus status);

 private:
  [[nodiscard]] Result<std::string> find_folder() const;
  std::optional<Failure> lock(folder::LockKind kind);
  std::optional<Failure> take(Result<std::unique_ptr<const Plan>> loaded);

  Surroundings around_;
  Globals globals_;
  std::optional<folder::Lock> lock_;
  std::string root_;                 // of the folder that was locked last
  std::vector<std::string> owners_;  // what is loaded, where not everything
  std::unique_ptr<const Plan> plan_;
  HiddenIds hidden_;  // empty: nothing is hidden
  Diagnostics findings_;
  Date today_{};
  Language language_ = Language::vi;
  bool language_chosen_ = false;  // by option or environment variable
  bool colour_ = false;
};

// Before any option is parsed, for help texts and usage errors: --lang among
// the arguments, THIDUA_LANG, the locale variables, else Vietnamese.
[[nodiscard]] Language language_of(
    const std::vector<std::string>& arguments,
    const std::function<std::optional<std::string>(const char*)>& variable);

}  // namespace thidua::cmd
