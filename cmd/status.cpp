// thidua status: every duty of every unit, and who is not scored.
// The rules are in lib/rules/duties.hpp; the page is man/thidua-status.1.
#include "render/status.hpp"

#include <algorithm>

#include "arguments.hpp"
#include "base/text.hpp"
#include "command.hpp"
#include "render/scores.hpp"
#include "rules/references.hpp"

namespace thidua::cmd {
namespace {

struct StatusOptions {
  std::string year;
  std::string duty;
  std::string unit;
  bool open = false;
  Format format = Format::text;
};

Result<render::StatusBoard> make_board(const StatusOptions& options,
                                       const World& world) {
  const Plan& plan = world.plan();
  const auto asked = Period::parse(options.year);
  if (!options.year.empty() &&
      (!asked || asked->kind() != Period::Kind::year)) {
    return Failure{ExitStatus::usage, msg("`{0}` is not a year", options.year),
                   msg("write four digits, such as --year 2023")};
  }
  const auto period = find_period(plan, options.year, world.today());
  if (!period) {
    return period.error();
  }
  const int year = period->closing_year();
  if (!options.duty.empty() && plan.duty(options.duty) == nullptr) {
    return Failure{ExitStatus::usage,
                   msg("the plan declares no duty `{0}`", options.duty),
                   suggestion(options.duty, ids_of(plan.sheet.duties))};
  }
  render::StatusBoard board;
  board.year = year;
  if (!options.unit.empty()) {
    const auto unit = find_unit(plan, options.unit);
    if (!unit) {
      return unit.error();
    }
    board.unit = (*unit)->id;
  }
  for (const DutyDate& when : duty_dates_in(plan, year)) {
    if (options.duty.empty() || when.duty->id.value == options.duty) {
      board.duties.push_back({when, duty_states(plan, when, world.today()),
                              grounds_of(plan, when, world.today())});
    }
  }
  if (options.duty.empty()) {
    board.rankings = rank(plan, *period, {}, world.today());
  }
  board.only_open = options.open;
  return board;
}

ExitStatus run(const StatusOptions& options, World& world) {
  const auto board = make_board(options, world);
  if (!board) {
    return world.fail(board.error());
  }
  const render::ScoreView view{world.plan(), world.language()};
  world.print(options.format == Format::json
                  ? render::dump(render::to_json(*board, view))
                  : render::to_text(*board, view));
  return world.conclude(ExitStatus::ok);
}

}  // namespace

Run setup_status(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<StatusOptions>();
  syntax.option("--year", options->year, words("YEAR"),
                words("a year (else this year)"));
  syntax.option("--duty", options->duty, words("DUTY"),
                words("only this duty"));
  syntax.option("--unit", options->unit, words("UNIT"),
                words("only this unit"));
  syntax.flag("--open", options->open, words("only what is not done yet"));
  add_format(syntax, words, options->format);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
