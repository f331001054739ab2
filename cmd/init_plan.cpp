// thidua init-plan: begin a plan folder, from a template or from the rules of
// another plan.
// The rules are made in lib/change/plans, the folder in lib/folder/create; the
// page is man/thidua-init-plan.1.
#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/codes.hpp"
#include "change/citation.hpp"
#include "change/plans.hpp"
#include "change/templates.hpp"
#include "command.hpp"
#include "folder/create.hpp"
#include "folder/load.hpp"
#include "render/diagnostics.hpp"
#include "render/diff.hpp"
#include "rules/checks.hpp"

namespace thidua::cmd {
namespace {

struct InitPlanOptions {
  std::string directory;
  std::string from;
  bool same_document = false;
  std::string template_name;
  change::Identity identity;
  bool dry_run = false;
};

// What the new plan begins with.
struct Beginning {
  std::vector<FileChange> rules;
  std::unique_ptr<const Plan> plan;  // as loaded from them
  change::Basis basis;
};

bool says_anything(const change::Identity& identity) {
  const auto given = {&identity.title,  &identity.issuer,  &identity.period,
                      &identity.number, &identity.date,    &identity.parent,
                      &identity.level,  &identity.movement};
  return std::any_of(given.begin(), given.end(),
                     [](const std::string* text) { return !text->empty(); });
}

// What the words given alone refuse, whatever is answered.
std::optional<Failure> refuse_beginning(const InitPlanOptions& options) {
  const std::string& from = options.from;
  if (!from.empty() && !options.template_name.empty()) {
    return Failure{ExitStatus::usage,
                   msg("a plan begins with `--from` or with "
                       "`--template`, not with both"),
                   msg("leave one of them out")};
  }
  if (options.same_document && from.empty()) {
    return Failure{ExitStatus::usage,
                   msg("without `--from` there is no document to be the "
                       "same"),
                   msg("name the plan folder with --from")};
  }
  if (options.same_document && says_anything(options.identity)) {
    return Failure{ExitStatus::usage,
                   msg("`--same-document` keeps the whole document: "
                       "nothing else of it can be given"),
                   msg("leave --same-document out, or the other options "
                       "of the document")};
  }
  if (!from.empty() && !folder::has_plan_sheet(from)) {
    return Failure{ExitStatus::io,
                   msg("`{0}` is no plan folder: it has no plan.yaml", from),
                   msg("name the folder that holds the plan.yaml")};
  }
  if (!options.template_name.empty()) {
    const auto files = change::template_files(options.template_name);
    return files ? std::nullopt : std::optional(files.error());
  }
  return std::nullopt;
}

// Of an identity; a plan that begins with another one keeps that one's.
std::optional<Failure> refuse_empty(const InitPlanOptions& options,
                                    const char* option,
                                    const std::string& answer) {
  if (!answer.empty() || !options.from.empty()) {
    return std::nullopt;
  }
  return Failure{ExitStatus::usage, msg("an argument is missing: {0}", option),
                 msg("a plan that begins with a template needs it; see `thidua "
                     "init-plan --help`")};
}

std::optional<Failure> refuse_date(const std::string& answer) {
  const auto date = change::parse_partial_day(answer);
  return date || answer.empty() ? std::nullopt : std::optional(date.error());
}

std::optional<Failure> refuse_parent(const std::string& answer) {
  const auto parent = change::parse_citation(answer);
  return parent || answer.empty() ? std::nullopt
                                  : std::optional(parent.error());
}

// Tried on a folder that needs nothing but a period.
std::optional<Failure> refuse_period(const std::string& answer) {
  if (answer.empty()) {
    return std::nullopt;
  }
  auto files = change::template_files("blank");
  if (!files) {
    return files.error();
  }
  const auto plan = folder::load_new(*files);
  change::Identity identity;
  identity.period = answer;
  const auto made = change::with_identity(std::move(*files), *plan,
                                          change::Basis::other_plan, identity);
  return made ? std::nullopt : std::optional(made.error());
}

// Prints the errors among the findings; false where there are none.
bool complain_of_errors(World& world, const Plan& plan,
                        const Diagnostics& found) {
  const render::DiagnosticView view{plan.sources, world.language(),
                                    render::Style(false)};
  bool any = false;
  for (const Diagnostic& finding : found.all()) {
    if (info_of(finding.code).severity == Severity::error) {
      world.complain(render::to_text(finding, view));
      any = true;
    }
  }
  return any;
}

Result<Beginning> begin_with_template(const std::string& name) {
  auto files = change::template_files(name.empty() ? "commune" : name);
  if (!files) {
    return files.error();
  }
  auto plan = folder::load_new(*files);
  return Beginning{std::move(*files), std::move(plan),
                   change::Basis::template_folder};
}

Result<Beginning> begin_with_plan(World& world,
                                  const InitPlanOptions& options) {
  const std::string& from = options.from;
  const auto other = World::rules_in(from);
  if (!other) {
    return other.error();
  }
  std::vector<FileChange> rules = change::rules_of(**other);
  auto plan = folder::load_new(rules);
  // What cannot be read, and then what makes no sense.
  if (complain_of_errors(world, **other, (*other)->diagnostics) ||
      complain_of_errors(world, *plan, check_plan(*plan, world.today()))) {
    return Failure{
        ExitStatus::findings,
        msg("the rules in `{0}` have errors, so they are not copied", from),
        msg("mend what is named above; `thidua check` lists "
            "everything")};
  }
  rules.insert(rules.begin(), change::git_ignore());
  return Beginning{std::move(rules), std::move(plan),
                   options.same_document ? change::Basis::same_document
                                         : change::Basis::other_plan};
}

void print_new(World& world, const std::vector<FileChange>& files) {
  for (const FileChange& file : files) {
    world.print(render::diff(nullptr, file, world.style()));
  }
}

ExitStatus create(World& world, const InitPlanOptions& options,
                  const std::vector<FileChange>& files) {
  if (const auto failure = folder::create_folder(options.directory, files)) {
    return world.fail(*failure);
  }
  for (const FileChange& file : files) {
    const auto path = std::filesystem::path(options.directory) / file.path;
    world.print(path.lexically_normal().string() + "\n");
  }
  return ExitStatus::ok;
}

ExitStatus run(const InitPlanOptions& options, World& world) {
  auto beginning = options.from.empty()
                       ? begin_with_template(options.template_name)
                       : begin_with_plan(world, options);
  if (!beginning) {
    return world.fail(beginning.error());
  }
  const auto files =
      change::with_identity(std::move(beginning->rules), *beginning->plan,
                            beginning->basis, options.identity);
  if (!files) {
    return world.fail(files.error());
  }
  const auto made = folder::load_new(*files);
  if (complain_of_errors(world, *made, check_plan(*made, world.today()))) {
    return world.fail(
        {ExitStatus::refused,
         msg("the new plan would have errors; nothing was written"),
         msg("give values that are right, as said above")});
  }
  if (options.dry_run) {
    print_new(world, *files);
    return ExitStatus::ok;
  }
  return create(world, options, *files);
}

// Without them there is no plan, unless it begins with another one.
void add_needed_options(Syntax& syntax, const Words& words,
                        InitPlanOptions& options) {
  change::Identity& identity = options.identity;
  const auto needed = [&options](const char* option) {
    return [&options, option](const std::string& answer) {
      return refuse_empty(options, option, answer);
    };
  };
  syntax.asked_option("--title", identity.title, words("TEXT"),
                      words("the title of the plan"), needed("--title"));
  syntax.asked_option("--issuer", identity.issuer, words("TEXT"),
                      words("the office that issues it"), needed("--issuer"));
  syntax.asked_option("--period", identity.period, words("PERIOD"),
                      words("how long it runs, such as 2026..2030"),
                      [&options](const std::string& answer) {
                        const auto failure =
                            refuse_empty(options, "--period", answer);
                        return failure ? failure : refuse_period(answer);
                      });
}

}  // namespace

Run setup_init_plan(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<InitPlanOptions>();
  change::Identity& identity = options->identity;
  syntax.required_argument(words("FOLDER"), options->directory,
                           words("the new plan folder"), folder::refuse_place);
  syntax.option("--template", options->template_name, words("NAME"),
                fmt::format("{}: {}", words("what it begins with"),
                            fmt::join(change::template_names(), ", ")));
  syntax.option("--from", options->from, words("FOLDER"),
                words("copy the rules of this plan folder instead"));
  syntax.flag("--same-document", options->same_document,
              words("the copy is of the same document: keep its number, date "
                    "and signature"));
  add_needed_options(syntax, words, *options);
  syntax.asked_option("--number", identity.number, words("TEXT"),
                      words("its number, such as 15/KH-UBND (else blank)"));
  syntax.asked_option("--date", identity.date, words("DATE"),
                      words("its date (else blank)"), refuse_date);
  syntax.asked_option("--parent", identity.parent, words("TEXT"),
                      words("the higher document that it carries out, as it "
                            "is cited (else none)"),
                      refuse_parent);
  syntax.option("--level", identity.level, words("LEVEL"),
                words("level of the office (else as its name says)"));
  syntax.option("--movement", identity.movement, words("ID"),
                words("id of the movement (else made from the title)"));
  syntax.flag("--dry-run", options->dry_run,
              words("show what would change, and change nothing"));
  syntax.before_questions(
      [options = options.get()] { return refuse_beginning(*options); });
  syntax.ask_unless(options->same_document);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
