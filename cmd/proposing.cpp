#include "proposing.hpp"

#include "arguments.hpp"
#include "base/text.hpp"
#include "change/proposals.hpp"
#include "render/awards.hpp"
#include "render/law.hpp"
#include "rules/ranking.hpp"

namespace thidua::cmd {
namespace {

struct Asked {
  const std::string& unit;
  const std::string& form;
  const std::string& occasion;
};

Result<Candidate> find_candidate(const Plan& plan, const Asked& words,
                                 Date today, std::optional<Date> proposed_on) {
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
  auto lists = candidates(plan, *occasion,
                          {.unit = (*unit)->id,
                           .form = (*form)->id.value,
                           .kind = std::nullopt,
                           .proposed_on = proposed_on},
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

// What the law asks of the dossier; a receipt may add to one that is there.
Caveats print_law(World& world, const Candidate& candidate,
                  const change::Receipt& receipt) {
  const Proposal* there = candidate.proposal;
  std::optional<Date> day = receipt.day;
  if (!day && there != nullptr && there->received) {
    day = there->received->value;
  }
  const RuleSetChoice typed{{receipt.rule_set, {}}, receipt.reason};
  const RuleSetChoice* choice = receipt.rule_set.empty() ? nullptr : &typed;
  if (choice == nullptr && there != nullptr && there->rule_set) {
    choice = &*there->rule_set;
  }
  const GoverningRules rules =
      governing_rules(world.plan(), day, choice, world.today());
  const render::CardView view{world.plan(), world.language(), world.today()};
  const auto block =
      render::law_block(law_of(world.plan(), candidate.unit, candidate.form,
                               rules, world.today()),
                        view, world.style());
  world.print(block.text);
  return block.caveats;
}

// What the plan cannot answer, and a person has to.
void print_what_is_open(World& world, const Candidate& candidate,
                        const change::Receipt& receipt) {
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
  Caveats caveats = print_law(world, candidate, receipt);
  caveats |= candidate.caveats;
  world.print(render::caveat_lines(caveats, world.language()));
}

Result<change::Receipt> read_receipt(const ProposalOptions& options) {
  if (options.rule_set.empty() != options.rule_set_reason.empty()) {
    return Failure{
        ExitStatus::usage,
        options.rule_set.empty()
            ? msg("a reason was given, and no rule set")
            : msg("a rule set is chosen only with a reason"),
        msg("give both, --rule-set ID --rule-set-reason TEXT, or neither: then "
            "the day of receipt decides")};
  }
  const auto day = find_day(options.received);
  if (!day) {
    return day.error();
  }
  return change::Receipt{*day, options.rule_set, options.rule_set_reason};
}

// Nothing but the receipt is said: of a proposal that is there.
bool says_only_receipt(const ProposalOptions& options) {
  return options.by.empty() && options.date.empty() &&
         options.document.empty() && options.note.empty() &&
         !options.writing.illustrative;
}

ExitStatus write_proposal(World& world, const ProposalOptions& options,
                          const Asked& asked) {
  const auto date = find_day(options.date);
  if (!date) {
    return world.fail(date.error());
  }
  const auto receipt = read_receipt(options);
  if (!receipt) {
    return world.fail(receipt.error());
  }
  const change::NewProposal proposal{
      options.by, date->value_or(world.today()), options.document, options.note,
      *receipt,   options.writing.illustrative};
  bool of_one_there = false;
  std::optional<Candidate> candidate;
  std::unique_ptr<const Plan> whole;
  const auto make = [&](const Plan& plan) -> Result<FileChange> {
    auto wider = wider_plan(world, asked);
    if (!wider) {
      return wider.error();
    }
    whole = std::move(*wider);
    auto found =
        find_candidate(whole ? *whole : plan, asked, world.today(), *date);
    if (!found) {
      return found.error();
    }
    candidate = std::move(*found);
    of_one_there = !receipt->empty() && says_only_receipt(options) &&
                   change::is_proposed(plan, *candidate);
    if (of_one_there) {
      return change::add_receipt(plan, *candidate, *receipt);
    }
    return candidate->may() ? change::propose(plan, *candidate, proposal)
                            : refusal_of(*candidate);
  };
  const ExitStatus status =
      write(world, {to_nfc(asked.unit)}, options.writing, make);
  if (candidate && !candidate->may() && !of_one_there) {
    const render::ScoreView view{whole ? *whole : world.plan(),
                                 world.language()};
    world.complain(render::refusal(*candidate, view));
  } else if (status == ExitStatus::ok) {
    print_what_is_open(world, *candidate, *receipt);
  }
  return status;
}

bool receives(const ProposalOptions& options) {
  return !options.received.empty() || !options.rule_set.empty() ||
         !options.rule_set_reason.empty();
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
                 const auto found =
                     find_candidate(plan, asked, world.today(), std::nullopt);
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
  syntax.option("--received", options.received, words("DATE"),
                words("the day the dossier came in; also of a proposal that "
                      "is there"));
  syntax.option("--rule-set", options.rule_set, words("ID"),
                words("the rules of procedure, where they are not those of "
                      "that day"));
  syntax.option("--rule-set-reason", options.rule_set_reason, words("TEXT"),
                words("why"));
  add_write_options(syntax, words, options.writing);
}

bool says_how(const ProposalOptions& options) {
  return decides(options) || !options.by.empty() || !options.date.empty() ||
         !options.document.empty() || !options.note.empty() ||
         receives(options) || options.writing.dry_run ||
         options.writing.illustrative;
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
  if (decides(options) && receives(options)) {
    return world.fail({ExitStatus::usage,
                       msg("a decision and a receipt are two facts"),
                       msg("record the receipt first, without --decide and "
                           "--refuse")});
  }
  return decides(options) ? write_decision(world, options, asked)
                          : write_proposal(world, options, asked);
}

}  // namespace thidua::cmd
