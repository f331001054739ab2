#include "proposing.hpp"

#include "arguments.hpp"
#include "base/text.hpp"
#include "change/proposals.hpp"
#include "render/awards.hpp"
#include "rules/ranking.hpp"

namespace thidua::cmd {
namespace {

struct Asked {
  const std::string& unit;
  const std::string& form;
  const std::string& occasion;
};

Result<Candidate> find_candidate(const Plan& plan, const Asked& words,
                                 Date today) {
  const auto unit = find_opened_unit(plan, words.unit);
  if (!unit) {
    return unit.error();
  }
  const auto form = find_form(plan, words.form);
  if (!form) {
    return form.error();
  }
  const auto occasion = find_occasion_date(plan, words.occasion);
  if (!occasion) {
    return occasion.error();
  }
  auto lists = candidates(
      plan, *occasion,
      {.unit = (*unit)->id, .form = (*form)->id.value, .kind = std::nullopt},
      today);
  auto& found =
      lists.front().may.empty() ? lists.front().may_not : lists.front().may;
  return std::move(found.front());
}

// Where units are compared with one another, the records of one unit do not
// tell who may be proposed: then everything is looked at.
Result<std::unique_ptr<const Plan>> wider_plan(const World& world,
                                               const Asked& asked) {
  const Plan& plan = world.plan();
  const Unit* unit = plan.unit(to_nfc(asked.unit));
  const auto occasion = find_occasion(plan, to_nfc(asked.occasion));
  if (unit == nullptr || !occasion ||
      !compares_units(plan, *unit, *occasion, world.today())) {
    return std::unique_ptr<const Plan>{};
  }
  return world.whole_with({});
}

Failure refusal_of(const Candidate& candidate) {
  return {
      ExitStatus::refused,
      msg("`{0}` may not be proposed for `{1}` on `{2}`", candidate.unit->id,
          candidate.form->name, candidate.occasion.key()),
      {}};
}

// What the plan cannot answer, and a person has to.
void print_what_is_open(World& world, const Candidate& candidate) {
  const AwardForm& form = *candidate.form;
  const AwardStandard* standard =
      form.standard ? world.plan().standard(form.standard->value) : nullptr;
  if (standard_state(world.plan(), form, candidate.occasion.occasion) ==
      StandardState::not_held) {
    world.print(world.say(msg("Award standard not held: {0}.",
                              standard == nullptr ? form.standard->value
                                                  : standard->name)) +
                "\n");
  }
  world.print(world.say("Only the plan was asked, not the law.") + "\n");
  world.print(render::caveat_lines(candidate.caveats, world.language()));
}

ExitStatus write_proposal(World& world, const ProposalOptions& options,
                          const Asked& asked) {
  const auto date = find_day(options.date);
  if (!date) {
    return world.fail(date.error());
  }
  const change::NewProposal proposal{options.by, date->value_or(world.today()),
                                     options.document, options.note,
                                     options.writing.illustrative};
  std::optional<Candidate> candidate;
  std::unique_ptr<const Plan> whole;
  const auto make = [&](const Plan& plan) -> Result<FileChange> {
    auto wider = wider_plan(world, asked);
    if (!wider) {
      return wider.error();
    }
    whole = std::move(*wider);
    auto found = find_candidate(whole ? *whole : plan, asked, world.today());
    if (!found) {
      return found.error();
    }
    candidate = std::move(*found);
    return candidate->may() ? change::propose(plan, *candidate, proposal)
                            : refusal_of(*candidate);
  };
  const ExitStatus status =
      write(world, {to_nfc(asked.unit)}, options.writing, make);
  if (candidate && !candidate->may()) {
    const render::ScoreView view{whole ? *whole : world.plan(),
                                 world.language()};
    world.complain(render::refusal(*candidate, view));
  } else if (status == ExitStatus::ok) {
    print_what_is_open(world, *candidate);
  }
  return status;
}

bool decides(const ProposalOptions& options) {
  return options.refuse || !options.decide.empty();
}

ExitStatus write_decision(World& world, const ProposalOptions& options,
                          const Asked& asked) {
  const auto date = find_day(options.date);
  if (!date) {
    return world.fail(date.error());
  }
  const change::NewDecision decision{!options.refuse, options.by,
                                     date->value_or(world.today()),
                                     options.decide, options.note};
  return write(world, {to_nfc(asked.unit)}, options.writing,
               [&](const Plan& plan) -> Result<FileChange> {
                 const auto found = find_candidate(plan, asked, world.today());
                 return found ? change::decide(plan, *found, decision)
                              : Result<FileChange>(found.error());
               });
}

}  // namespace

void add_proposal_options(Syntax& syntax, const Words& words,
                          ProposalOptions& options) {
  syntax.option("--decide", options.decide, words("NUMBER"),
                words("record the decision that grants it"));
  syntax.flag("--refuse", options.refuse,
              words("record that the authority has refused it"));
  syntax.option("--by", options.by, words("TEXT"),
                words("who proposes (else the unit itself) or decides (else "
                      "the authority of the form)"));
  syntax.option("--date", options.date, words("DATE"),
                words("the day of the proposal or decision (else today)"));
  syntax.option("--document", options.document, words("NUMBER"),
                words("number and sign of the proposal"));
  syntax.option("--note", options.note, words("TEXT"), words("a remark"));
  add_write_options(syntax, words, options.writing);
}

bool says_how(const ProposalOptions& options) {
  return decides(options) || !options.by.empty() || !options.date.empty() ||
         !options.document.empty() || !options.note.empty() ||
         options.writing.dry_run || options.writing.illustrative;
}

ExitStatus propose(World& world, const ProposalOptions& options,
                   const std::string& unit, const std::string& form,
                   const std::string& occasion) {
  const Asked asked{unit, form, occasion};
  if (options.refuse && !options.decide.empty()) {
    return world.fail({ExitStatus::usage,
                       msg("it cannot be both granted and refused"),
                       msg("leave --decide or --refuse out")});
  }
  return decides(options) ? write_decision(world, options, asked)
                          : write_proposal(world, options, asked);
}

}  // namespace thidua::cmd
