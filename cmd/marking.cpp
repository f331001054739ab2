#include "marking.hpp"

#include "arguments.hpp"
#include "asking.hpp"
#include "base/text.hpp"
#include "change/typed.hpp"
#include "rules/references.hpp"

namespace thidua::cmd {
namespace {

// Empty where the plan declares no stages.
std::string stage_choice(const Plan& plan) {
  return plan.sheet.stages
             ? fmt::format("{}",
                           fmt::join(ids_of(plan.sheet.stages->order), "|"))
             : std::string();
}

// The request without its marks.
Result<change::MarkRequest> read_request(const World& world,
                                         const MarkOptions& options,
                                         const std::string& unit,
                                         const std::string& period) {
  const Plan& plan = world.plan();
  const auto found = find_opened_unit(plan, unit);
  if (!found) {
    return found.error();
  }
  const auto of = find_period(plan, period, world.today());
  if (!of) {
    return of.error();
  }
  if (options.stage.empty()) {
    return Failure{ExitStatus::usage,
                   msg("it is not said which stage the marks are of"),
                   msg("say --stage {0}", stage_choice(plan))};
  }
  const auto date = find_day(options.date);
  if (!date) {
    return date.error();
  }
  change::MarkRequest request{(*found)->id, *of,          options.stage,
                              options.by,   *date,        {},
                              {},           options.note, false};
  request.illustrative = options.writing.illustrative;
  for (const std::string& path : options.evidence) {
    request.evidence.push_back(to_nfc(path));
  }
  return request;
}

Result<std::vector<change::TypedMark>> read_marks(const MarkOptions& options) {
  const auto settings = change::parse_settings(options.marks);
  if (!settings) {
    return settings.error();
  }
  std::vector<change::TypedMark> marks;
  for (const change::Setting& one : *settings) {
    marks.push_back({one.key, one.value, options.reason});
  }
  return marks;
}

// Asking comes before the folder is locked: a person takes time.  Gives the
// exit status where nothing can be asked.
std::optional<ExitStatus> prepare_asking(World& world,
                                         const std::string& unit) {
  if (!world.ask()) {
    return world.fail({ExitStatus::usage,
                       msg("there is nobody at a terminal to be asked"),
                       msg("give the marks with --mark CRITERION=MARK")});
  }
  if (const auto failure = world.look_at({to_nfc(unit)})) {
    return world.fail(*failure);
  }
  return world.plan().has_sheet ? std::nullopt
                                : std::optional(refuse_without_plan(world));
}

Result<std::vector<change::TypedMark>> ask_marks(World& world,
                                                 const MarkOptions& options,
                                                 const std::string& unit,
                                                 const std::string& period) {
  const auto request = read_request(world, options, unit, period);
  return request ? ask_for_marks(world, *request)
                 : Result<std::vector<change::TypedMark>>(request.error());
}

}  // namespace

void add_mark_options(Syntax& syntax, const Words& words,
                      MarkOptions& options) {
  syntax.options("--mark", options.marks, words("CRITERION=MARK"),
                 words("give a mark: a grade, yes, no or n/a"));
  syntax.flag("--ask", options.ask,
              words("ask for the marks, one criterion after another"));
  syntax.option("--stage", options.stage, words("STAGE"),
                words("the stage of judging that marks, such as self"));
  syntax.option("--by", options.by, words("TEXT"),
                words("who marks (else as the stage says)"));
  syntax.option("--date", options.date, words("DATE"),
                words("the day of marking (else today)"));
  syntax.options("--evidence", options.evidence, words("PATH"),
                 words("a file in the plan folder that shows it"));
  syntax.option("--note", options.note, words("TEXT"), words("a remark"));
  syntax.option("--reason", options.reason, words("TEXT"),
                words("why a mark differs from that of an earlier stage"));
  add_write_options(syntax, words, options.writing);
}

bool gives_marks(const MarkOptions& options) {
  return options.ask || !options.marks.empty();
}

std::optional<Failure> check_unmarked(const MarkOptions& options) {
  const bool looks_only = options.stage.empty() && options.by.empty() &&
                          options.date.empty() && options.evidence.empty() &&
                          options.note.empty() && options.reason.empty() &&
                          !options.writing.dry_run &&
                          !options.writing.illustrative;
  if (looks_only) {
    return std::nullopt;
  }
  return Failure{ExitStatus::usage, msg("no mark is given"),
                 msg("say --mark CRITERION=MARK, or --ask")};
}

ExitStatus give_marks(World& world, const MarkOptions& options,
                      const std::string& unit, const std::string& period) {
  if (options.ask) {
    if (const auto status = prepare_asking(world, unit)) {
      return *status;
    }
  }
  const auto marks = options.ask ? ask_marks(world, options, unit, period)
                                 : read_marks(options);
  if (!marks) {
    return world.fail(marks.error());
  }
  if (marks->empty()) {
    world.print(world.say("Nothing was marked.") + "\n");
    return ExitStatus::ok;
  }
  const auto make = [&](const Plan& plan) -> Result<FileChange> {
    auto request = read_request(world, options, unit, period);
    if (!request) {
      return request.error();
    }
    request->marks = *marks;
    return change::give_marks(plan, *request, world.today());
  };
  return write(world, {to_nfc(unit)}, options.writing, make);
}

}  // namespace thidua::cmd
