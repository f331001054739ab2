// thidua propose-award: who may be proposed for what, who may not and why.
// The rules are in lib/rules/awards.hpp; the page is
// man/thidua-propose-award.1.
#include "arguments.hpp"
#include "base/codes.hpp"
#include "command.hpp"
#include "render/awards.hpp"
#include "render/diagnostics.hpp"

namespace thidua::cmd {
namespace {

struct Options {
  std::string unit;
  std::string occasion;
  std::string form;
  bool explain = false;
  Format format = Format::text;
};

struct Question {
  std::vector<OccasionDate> occasions;
  CandidateFilter filter;
};

struct Answer {
  OccasionDate occasion;
  std::vector<FormCandidates> lists;
};
using Answers = std::vector<Answer>;

// The occasions of the working year, where none is named.
Result<std::vector<OccasionDate>> read_occasions(const Options& options,
                                                 const World& world) {
  const Plan& plan = world.plan();
  if (!options.occasion.empty()) {
    const auto date = find_occasion_date(plan, options.occasion);
    if (!date) {
      return date.error();
    }
    return std::vector{*date};
  }
  auto dates = occasions_in_year(plan, working_year(plan, world.today()));
  if (dates.empty()) {
    return Failure{ExitStatus::refused,
                   msg("the plan declares no occasion in {0}",
                       working_year(plan, world.today())),
                   msg("name one with --occasion, such as annual-2023")};
  }
  return dates;
}

Result<Question> read_question(const Options& options, const World& world) {
  Question question;
  auto occasions = read_occasions(options, world);
  if (!occasions) {
    return occasions.error();
  }
  question.occasions = std::move(*occasions);
  if (!options.unit.empty()) {
    const auto unit = find_unit(world.plan(), options.unit);
    if (!unit) {
      return unit.error();
    }
    question.filter.unit = (*unit)->id;
  }
  if (!options.form.empty()) {
    const auto form = find_form(world.plan(), options.form);
    if (!form) {
      return form.error();
    }
    question.filter.form = (*form)->id.value;
  }
  return question;
}

// One unit, one form, one occasion was asked for, and the answer is no.
bool is_refusal(const Options& options,
                const std::vector<FormCandidates>& lists) {
  return !options.unit.empty() && !options.form.empty() &&
         !options.occasion.empty() && lists.size() == 1 &&
         lists.front().may.empty();
}

ExitStatus refuse(World& world, const Candidate& candidate) {
  const render::ScoreView view{world.plan(), world.language()};
  world.complain(fmt::format(
      "{}\n{}",
      world.say(msg(
          "`{0}` may not be proposed for `{1}` on `{2}`:", candidate.unit->id,
          candidate.form->name, candidate.occasion.key())),
      render::refusal(candidate, view)));
  return world.conclude(ExitStatus::refused);
}

void print_text(World& world, const Answers& answers, bool explain) {
  const render::ScoreView view{world.plan(), world.language()};
  bool first = true;
  for (const Answer& answer : answers) {
    world.print((first ? "" : "\n") +
                render::to_text(answer.occasion, answer.lists, view, explain));
    first = false;
  }
}

void print_json(World& world, const Answers& answers) {
  const render::ScoreView view{world.plan(), world.language()};
  render::Json json = render::Json::array();
  for (const Answer& answer : answers) {
    json.push_back(render::to_json(answer.occasion, answer.lists, view));
  }
  world.print(render::dump(json));
}

ExitStatus run(const Options& options, World& world) {
  const auto question = read_question(options, world);
  if (!question) {
    world.complain(question.error());
    return question.error().status;
  }
  Answers answers;
  for (const OccasionDate& occasion : question->occasions) {
    answers.push_back({occasion, candidates(world.plan(), occasion,
                                            question->filter, world.today())});
  }
  const bool refused = is_refusal(options, answers.front().lists);
  if (options.format == Format::json) {
    print_json(world, answers);
  } else if (refused) {
    return refuse(world, answers.front().lists.front().may_not.front());
  } else {
    print_text(world, answers, options.explain);
  }
  return world.conclude(refused ? ExitStatus::refused : ExitStatus::ok);
}

}  // namespace

Run setup_propose_award(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<Options>();
  syntax.argument(words("UNIT"), options->unit, words("only this unit"));
  syntax.option("--occasion", options->occasion, words("OCCASION"),
                words("only this occasion, such as annual-2023 (else "
                      "those of this year)"));
  syntax.option("--form", options->form, words("FORM"),
                words("only this award form"));
  syntax.flag("--explain", options->explain,
              words("show the rule and its place for every refusal"));
  add_format(syntax, words, options->format);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
