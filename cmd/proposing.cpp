#include "proposing.hpp"

#include <algorithm>

#include "arguments.hpp"
#include "base/text.hpp"
#include "change/proposals.hpp"
#include "render/awards.hpp"
#include "render/council.hpp"
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

// At a tie that a quota does not settle, somebody chooses.
bool may_be_proposed(const Candidate& candidate,
                     const change::NewProposal& proposal) {
  return candidate.may() ||
         (candidate.is_only_tied() && !proposal.chosen.empty());
}

Failure nothing_to_choose(const Candidate& candidate) {
  return {ExitStatus::usage,
          msg("`{0}` is not tied with others for `{1}`", candidate.unit->id,
              candidate.form->name),
          msg("leave --chosen out")};
}

Failure refusal_of(const Candidate& candidate) {
  return {
      ExitStatus::refused,
      msg("`{0}` may not be proposed for `{1}` on `{2}`", candidate.unit->id,
          candidate.form->name, candidate.occasion.key()),
      {}};
}

// What the law asks of the dossier; a receipt may add to one that is there.
render::LawBlock law_block_of(const World& world, const Candidate& candidate,
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
  return render::law_block(law_of(world.plan(), candidate.unit, candidate.form,
                                  rules, world.today()),
                           view, world.style());
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

bool receives(const ProposalOptions& options) {
  return !options.received.empty() || !options.rule_set.empty() ||
         !options.rule_set_reason.empty();
}

// Nothing but papers or the receipt is said: of a proposal that is there.
bool adds_only(const ProposalOptions& options) {
  return (receives(options) || !options.papers.empty()) && options.by.empty() &&
         options.date.empty() && options.document.empty() &&
         options.note.empty() && options.achievement.empty() &&
         !options.writing.illustrative;
}

std::vector<DossierPaper> read_papers(const ProposalOptions& options) {
  std::vector<DossierPaper> papers;
  for (const std::string& text : options.papers) {
    const std::size_t sign = std::min(text.find('='), text.size());
    const std::string_view whole = text;
    papers.push_back(
        {{to_nfc(trimmed(whole.substr(0, sign))), {}},
         {to_nfc(trimmed(whole.substr(std::min(sign + 1, whole.size())))),
          {}}});
  }
  return papers;
}

Result<std::optional<Deed>> read_achievement(const ProposalOptions& options) {
  const auto day = find_day(options.achieved);
  if (!day) {
    return day.error();
  }
  if (options.achievement.empty()) {
    return options.achieved.empty()
               ? Result<std::optional<Deed>>(std::nullopt)
               : Failure{ExitStatus::usage,
                         msg("a day was given, and no achievement"),
                         msg("name it with --achievement")};
  }
  return std::optional(
      Deed{options.achievement,
           *day ? std::optional(At<Date>{**day, {}}) : std::nullopt});
}

// To a proposal that is there.
Result<FileChange> add_to(const Plan& plan, const Candidate& candidate,
                          const change::NewProposal& proposal) {
  if (!proposal.papers.empty() && !proposal.receipt.empty()) {
    return Failure{ExitStatus::usage, msg("papers and a receipt are two facts"),
                   msg("record the papers first, then the receipt")};
  }
  return proposal.papers.empty()
             ? change::add_receipt(plan, candidate, proposal.receipt)
             : change::add_papers(plan, candidate, proposal.papers);
}

ExitStatus write_proposal(World& world, const ProposalOptions& options,
                          const Asked& asked) {
  const auto proposal = read_proposal(world, options);
  if (!proposal) {
    return world.fail(proposal.error());
  }
  const std::optional<Date> dated =
      options.date.empty() ? std::nullopt : std::optional(proposal->date);
  bool of_one_there = false;
  bool refused = false;
  std::optional<Candidate> candidate;
  std::unique_ptr<const Plan> whole;
  const auto make = [&](const Plan& plan) -> Result<FileChange> {
    auto wider = wider_plan(world, asked);
    if (!wider) {
      return wider.error();
    }
    whole = std::move(*wider);
    auto found =
        find_candidate(whole ? *whole : plan, asked, world.today(), dated);
    if (!found) {
      return found.error();
    }
    candidate = std::move(*found);
    of_one_there = adds_only(options) && change::is_proposed(plan, *candidate);
    if (of_one_there) {
      return add_to(plan, *candidate, *proposal);
    }
    refused = !may_be_proposed(*candidate, *proposal);
    if (!refused && !proposal->chosen.empty() && candidate->may()) {
      return nothing_to_choose(*candidate);
    }
    return refused ? refusal_of(*candidate)
                   : change::propose(plan, *candidate, *proposal);
  };
  const ExitStatus status =
      write(world, {to_nfc(asked.unit)}, options.writing, make);
  if (refused) {
    const render::ScoreView view{whole ? *whole : world.plan(),
                                 world.language()};
    world.complain(render::refusal(*candidate, view) +
                   render::caveat_lines(candidate->caveats, world.language()));
  } else if (status == ExitStatus::ok) {
    world.print(what_is_open(world, *candidate, proposal->receipt));
  }
  return status;
}

ExitStatus write_entry(World& world, const ProposalOptions& options,
                       const Asked& asked, ProposalState state) {
  const auto entry = read_entry(
      world, options.entry,
      {options.by, options.date, options.document, options.note}, state);
  if (!entry) {
    return world.fail(entry.error());
  }
  std::string result;  // of a vote
  const auto make = [&](const Plan& plan) -> Result<FileChange> {
    const auto found = find_candidate(plan, asked, world.today(), std::nullopt);
    if (!found) {
      return found.error();
    }
    if (entry->votes && found->proposal != nullptr) {
      result = render::vote_result(
          {voted_unit(plan, *found->proposal, *found->unit, *found->form,
                      *entry->votes, world.today())},
          {}, {plan, world.language(), world.today()});
    }
    return change::add_entry(plan, *found, *entry);
  };
  const ExitStatus status =
      write(world, {to_nfc(asked.unit)}, options.writing, make);
  if (status == ExitStatus::ok) {
    world.print(result);
  }
  return status;
}

std::optional<Failure> refuse_contradictions(
    const ProposalOptions& options, const std::vector<ProposalState>& states) {
  if (states.size() > 1) {
    return Failure{ExitStatus::usage,
                   msg("`{0}` and `{1}` are two entries", to_string(states[0]),
                       to_string(states[1])),
                   msg("record one after the other")};
  }
  if (states.empty() && says_anything(options.entry)) {
    return Failure{ExitStatus::usage,
                   msg("it is not said what became of the proposal"),
                   msg("add one of --submit, --return, --appraise, --vote, "
                       "--submit-upward, --decide, --refuse, --withdraw, "
                       "--revoke")};
  }
  if (!states.empty() &&
      (receives(options) || !options.papers.empty() ||
       !options.chosen.empty() || !options.achievement.empty())) {
    return Failure{ExitStatus::usage,
                   msg("an entry, and what is in the dossier, are two facts"),
                   msg("record the one without the other")};
  }
  return std::nullopt;
}

}  // namespace

std::string what_is_open(const World& world, const Candidate& candidate,
                         const change::Receipt& receipt) {
  const AwardForm& form = *candidate.form;
  const Occasion& occasion = *candidate.occasion.occasion;
  const AwardStandard* standard =
      form.standard ? world.plan().standard(form.standard->value) : nullptr;
  std::string text;
  if (standard_state(world.plan(), form, &occasion) ==
      StandardState::not_held) {
    text += world.say(msg(
                "Award standard not held: {0}.",
                standard == nullptr ? form.standard->value : standard->name)) +
            "\n";
  }
  if (stance_of(form, occasion) == Stance::not_stated) {
    text += world.say(msg("The plan does not state whether `{0}` is given on "
                          "`{1}`.",
                          form.name, candidate.occasion.key())) +
            "\n";
  }
  text += world.say("Only the plan was asked, not the law.") + "\n";
  const auto law = law_block_of(world, candidate, receipt);
  Caveats caveats = law.caveats;
  caveats |= candidate.caveats;
  return text + law.text + render::caveat_lines(caveats, world.language());
}

Result<change::NewProposal> read_proposal(const World& world,
                                          const ProposalOptions& options) {
  const auto date = find_day(options.date);
  if (!date) {
    return date.error();
  }
  auto receipt = read_receipt(options);
  if (!receipt) {
    return receipt.error();
  }
  auto achievement = read_achievement(options);
  if (!achievement) {
    return achievement.error();
  }
  return change::NewProposal{options.by,
                             date->value_or(world.today()),
                             options.document,
                             options.chosen,
                             options.note,
                             std::move(*achievement),
                             read_papers(options),
                             std::move(*receipt),
                             options.writing.illustrative};
}

void add_proposal_options(Syntax& syntax, const Words& words,
                          ProposalOptions& options) {
  add_entry_options(syntax, words, options.entry);
  syntax.option("--by", options.by, words("TEXT"),
                words("who does it; else the unit itself proposes, and the "
                      "authority of the form decides"));
  syntax.option("--date", options.date, words("DATE"),
                words("the day of it (else today)"));
  syntax.option("--document", options.document, words("NUMBER"),
                words("number and sign of the proposal, letter or minutes"));
  syntax.option("--note", options.note, words("TEXT"), words("a remark"));
  syntax.options("--paper", options.papers, words("NAME[=FILE]"),
                 words("a paper of the dossier that is there; also of a "
                       "proposal that is there"));
  syntax.option("--chosen", options.chosen, words("TEXT"),
                words("at a tie on the edge of a quota: the paper that chose "
                      "this unit"));
  syntax.option("--achievement", options.achievement, words("TEXT"),
                words("what a sudden award is for"));
  syntax.option("--achieved", options.achieved, words("DATE"),
                words("the day of that"));
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
  return says_anything(options.entry) || !options.by.empty() ||
         !options.date.empty() || !options.document.empty() ||
         !options.note.empty() || !options.papers.empty() ||
         !options.achievement.empty() || !options.achieved.empty() ||
         !options.chosen.empty() || receives(options) ||
         options.writing.dry_run || options.writing.illustrative;
}

ExitStatus propose(World& world, const ProposalOptions& options,
                   const std::string& unit, const std::string& form,
                   const std::string& occasion) {
  const Asked asked{unit, form, occasion};
  const std::vector<ProposalState> states = states_of(options.entry);
  if (const auto failure = refuse_contradictions(options, states)) {
    return world.fail(*failure);
  }
  return states.empty() ? write_proposal(world, options, asked)
                        : write_entry(world, options, asked, states.front());
}

}  // namespace thidua::cmd
