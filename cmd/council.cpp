// thidua council: what a council votes on, the sheet for its votes, and what
// came of them.  The list is in lib/rules/council; the page is
// man/thidua-council.1.
#include "render/council.hpp"

#include "arguments.hpp"
#include "rules/delegation.hpp"
#include "voting.hpp"

namespace thidua::cmd {
namespace {

struct CouncilOptions {
  std::string occasion;
  std::string form;
  bool sheet = false;
  Format format = Format::text;
  VotingOptions voting;
};

Result<WorkingList> find_list(const World& world,
                              const CouncilOptions& options) {
  const Plan& plan = world.plan();
  const auto occasion = find_occasion_date(plan, options.occasion);
  if (!occasion) {
    return occasion.error();
  }
  std::optional<std::string_view> only;
  if (!options.form.empty()) {
    const auto form = find_form(plan, options.form);
    if (!form) {
      return form.error();
    }
    only = (*form)->id.value;
  }
  return working_list(plan, *occasion, only, world.today());
}

void print_list(World& world, const CouncilOptions& options,
                const WorkingList& list) {
  const render::CardView view{world.plan(), world.language(), world.today()};
  world.print(options.sheet ? render::vote_sheet(list, world.language())
              : options.format == Format::json
                  ? render::dump(render::to_json(list, view))
                  : render::to_text(list, view));
}

ExitStatus look(const CouncilOptions& options, World& world) {
  if (const auto status = load_plan(world)) {
    return *status;
  }
  if (const auto unheld = refuse_unheld(world.plan(), Section::forms)) {
    return world.fail(*unheld);
  }
  const auto list = find_list(world, options);
  if (!list) {
    return world.fail(list.error());
  }
  print_list(world, options, *list);
  return world.conclude(ExitStatus::ok);
}

std::optional<Failure> refuse_two_things(const CouncilOptions& options) {
  const bool votes = !options.voting.sheet.empty();
  const bool is_json = options.format == Format::json;
  if ((votes && (options.sheet || is_json)) || (options.sheet && is_json)) {
    return Failure{ExitStatus::usage,
                   msg("--votes, --sheet and --format json are three commands"),
                   msg("say one of them at a time")};
  }
  if (!votes && says_how(options.voting)) {
    return Failure{ExitStatus::usage, msg("no sheet of votes is named"),
                   msg("name it with --votes FILE")};
  }
  return std::nullopt;
}

ExitStatus run(const CouncilOptions& options, World& world) {
  if (const auto failure = refuse_two_things(options)) {
    return world.fail(*failure);
  }
  return options.voting.sheet.empty()
             ? look(options, world)
             : record_sheet(world, options.voting, options.occasion,
                            options.form);
}

}  // namespace

Run setup_council(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<CouncilOptions>();
  syntax.required_option("--occasion", options->occasion, words("OCCASION"),
                         words("the occasion, such as annual-2023"));
  syntax.option("--form", options->form, words("FORM"),
                words("only this award form"));
  syntax.flag("--sheet", options->sheet,
              words("print a sheet (CSV) to write the votes on"));
  add_voting_options(syntax, words, options->voting);
  add_format(syntax, words, options->format);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
