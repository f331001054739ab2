// thidua propose-award: who may be proposed for what, who may not and why; or
// proposes one.  The rules are in lib/rules/awards; the page is
// man/thidua-propose-award.1.
#include "arguments.hpp"
#include "material.hpp"
#include "past.hpp"
#include "proposing.hpp"
#include "render/awards.hpp"
#include "render/law.hpp"
#include "render/past_awards.hpp"
#include "rules/delegation.hpp"

namespace thidua::cmd {
namespace {

enum class AwardFormat { text, json, docx, pdf };

struct ProposeAwardOptions {
  std::string unit;
  std::string occasion;
  std::string form;
  bool explain = false;
  bool all = false;
  AwardFormat format = AwardFormat::text;
  bool force = false;
  ProposalOptions proposal;

  [[nodiscard]] bool is_signed() const {
    return format == AwardFormat::docx || format == AwardFormat::pdf;
  }
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
Result<std::vector<OccasionDate>> read_occasions(
    const ProposeAwardOptions& options, const World& world) {
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

Result<Question> read_question(const ProposeAwardOptions& options,
                               const World& world) {
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

bool names_one(const ProposeAwardOptions& options) {
  return !options.unit.empty() && !options.form.empty() &&
         !options.occasion.empty();
}

// One unit, one form, one occasion was asked for, and the answer is no.
bool is_refused(const ProposeAwardOptions& options, const Answers& answers) {
  return names_one(options) && answers.front().lists.front().may.empty();
}

// What the law asks, where one unit, form and occasion are named.
LawOfForm law_of_one(const World& world, const Answers& answers) {
  const FormCandidates& list = answers.front().lists.front();
  const Candidate& one =
      list.may.empty() ? list.may_not.front() : list.may.front();
  if (one.proposal != nullptr) {
    return law_of(world.plan(), *one.proposal, world.today());
  }
  return law_of(
      world.plan(), one.unit, one.form,
      governing_rules(world.plan(), std::nullopt, nullptr, world.today()),
      world.today());
}

render::CardView card_view(const World& world) {
  return {world.plan(), world.language(), world.today()};
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

void print_json(World& world, const Answers& answers,
                const std::optional<LawOfForm>& law,
                const std::optional<render::PastOfUnit>& past) {
  const render::ScoreView view{world.plan(), world.language()};
  render::Json json = render::Json::array();
  for (const Answer& answer : answers) {
    json.push_back(render::to_json(answer.occasion, answer.lists, view));
  }
  if (law) {
    json.back()["law"] = render::law_json(*law, card_view(world));
  }
  if (past) {
    json.back()["past"] = render::json_past(*past);
  }
  world.print(render::dump(json));
}

// What the one unit was given before; of nobody where none was named.
std::optional<render::PastOfUnit> past_of(World& world,
                                          const ProposeAwardOptions& options,
                                          const PastAwards& past) {
  if (options.unit.empty()) {
    return std::nullopt;
  }
  const Unit& unit = **find_unit(world.plan(), options.unit);
  return render::PastOfUnit{
      granted_to(world.plan(), unit.id, world.today()),
      granted_before(world.plan(), unit.id, world.today()), past.like(unit)};
}

void print_answers(World& world, const ProposeAwardOptions& options,
                   const Answers& answers) {
  const std::optional<LawOfForm> law =
      names_one(options) ? std::optional(law_of_one(world, answers))
                         : std::nullopt;
  const PastAwards lists =
      options.unit.empty() ? PastAwards() : load_past(world);
  const auto past = past_of(world, options, lists);
  if (options.format == AwardFormat::json) {
    print_json(world, answers, law, past);
    return;
  }
  print_text(world, answers, options.explain);
  if (past) {
    world.print(render::past_text(*past, world.language()));
  }
  if (law) {
    const auto block = render::law_block(*law, card_view(world), world.style());
    world.print("\n" + block.text +
                render::caveat_lines(block.caveats, world.language()));
  }
}

// The letter that proposes all who are proposed on an occasion, with its list.
ExitStatus write_letter(const ProposeAwardOptions& options, World& world) {
  if (!options.unit.empty()) {
    return world.fail(
        {ExitStatus::usage, msg("the letter is for all units of an occasion"),
         msg("`thidua document` has the reports on what one unit has done")});
  }
  const auto job =
      document_job(world, "to-trinh-khen-thuong",
                   {.occasion = options.occasion, .form = options.form},
                   options.format == AwardFormat::pdf ? PaperFormat::pdf
                                                      : PaperFormat::docx);
  if (!job) {
    return world.fail(job.error());
  }
  const ExitStatus status =
      write_document(world, *job, {options.proposal.entry.to, options.force});
  return status == ExitStatus::ok ? world.conclude(status) : status;
}

ExitStatus look(const ProposeAwardOptions& options, World& world) {
  if (const auto status = load_plan(world)) {
    return *status;
  }
  if (const auto unheld = refuse_unheld(world.plan(), Section::forms)) {
    return world.fail(*unheld);
  }
  if (options.is_signed()) {
    return write_letter(options, world);
  }
  const auto question = read_question(options, world);
  if (!question) {
    return world.fail(question.error());
  }
  Answers answers;
  for (const OccasionDate& occasion : question->occasions) {
    answers.push_back({occasion, candidates(world.plan(), occasion,
                                            question->filter, world.today())});
  }
  print_answers(world, options, answers);
  return world.conclude(is_refused(options, answers) ? ExitStatus::refused
                                                     : ExitStatus::ok);
}

// Everybody: then no unit is named, and nothing of one proposal alone.
ExitStatus run_all(const ProposeAwardOptions& options, bool looks,
                   World& world) {
  const ProposalOptions& how = options.proposal;
  if (!options.unit.empty() || options.form.empty() ||
      options.occasion.empty() || looks || says_anything(how.entry) ||
      !how.papers.empty() || !how.achievement.empty() || !how.chosen.empty()) {
    return world.fail(
        {ExitStatus::usage,
         msg("--all proposes everybody for one form on one occasion"),
         msg("name --form and --occasion, and what holds for all of them")});
  }
  return propose_all(world, how, options.form, options.occasion);
}

ExitStatus run(const ProposeAwardOptions& options, World& world) {
  const bool looks = options.explain || options.format != AwardFormat::text;
  if (options.all) {
    return run_all(options, looks, world);
  }
  if (options.is_signed()) {
    return look(options, world);
  }
  if (names_one(options) && !looks) {
    return propose(world, options.proposal, options.unit, options.form,
                   options.occasion);
  }
  if (says_how(options.proposal)) {
    return world.fail(
        {ExitStatus::usage,
         looks ? msg("proposing and looking are two commands")
               : msg("it is not said who is proposed for what and when"),
         looks ? msg("leave --explain and --format out")
               : msg("name the unit, --form and --occasion")});
  }
  return look(options, world);
}

}  // namespace

Run setup_propose_award(Syntax& syntax, const Words& words) {
  auto options = std::make_shared<ProposeAwardOptions>();
  syntax.argument(words("UNIT"), options->unit, words("only this unit"));
  syntax.option("--occasion", options->occasion, words("OCCASION"),
                words("only this occasion, such as annual-2023 (else "
                      "those of this year)"));
  syntax.option("--form", options->form, words("FORM"),
                words("only this award form; with a unit and an occasion the "
                      "proposal is written"));
  syntax.flag("--explain", options->explain,
              words("show the rule and its place for every refusal; "
                    "write nothing"));
  syntax.flag("--all", options->all,
              words("propose everybody who may be, for this form on this "
                    "occasion"));
  syntax.choice<AwardFormat>("--format", options->format,
                             words("form of the output"),
                             {{"text", AwardFormat::text},
                              {"json", AwardFormat::json},
                              {"docx", AwardFormat::docx},
                              {"pdf", AwardFormat::pdf}});
  syntax.flag("--force", options->force,
              words("replace what stands there already"));
  add_proposal_options(syntax, words, options->proposal);
  return [options](World& world) { return run(*options, world); };
}

}  // namespace thidua::cmd
