// TD06: awards and proposals.
#include "base/codes_table.hpp"

namespace thidua::codes_table {
namespace {

constexpr CodeInfo awards_table[] = {
    {code::form_refused, Severity::error,
     N_("award form that is not given on this occasion"),
     N_("The plan says on which occasions a form may be proposed and on which "
        "it may not. Many state awards are considered only at a review, not "
        "every year."),
     N_("Propose the form on an occasion that the plan allows, or another form "
        "now. `thidua propose-award --explain` shows the rule and its "
        "section.")},
    {code::form_not_stated, Severity::info,
     N_("award form that the plan does not mention for this occasion"),
     N_("The plan neither allows nor refuses the form on this occasion. That "
        "is "
        "not a no: a later guidance or the law may allow it."),
     N_("Ask the body in charge of emulation. Then write the answer under "
        "`allowed` or `refused` of the form, with its source.")},
    {code::receiver_not_allowed, Severity::error,
     N_("award form that this unit cannot be proposed for"),
     N_("A form is meant for collectives, households or individuals, and "
        "sometimes for certain kinds only. Under `conditions` awards.yaml also "
        "says whether the unit must be judged by all of its criteria and must "
        "meet them. The body that decides would send the dossier back."),
     N_("Propose another form, or complete the marks and figures of the unit. "
        "`thidua score --explain` shows what is missing.")},
    {code::standard_not_held, Severity::info,
     N_("award standard that is not at hand"),
     N_("The form rests on a standard whose document the office does not have. "
        "The plan's own conditions are checked, those of the standard cannot "
        "be."),
     N_("Get the document, then write what it demands under `requires` with "
        "`held: true`.")},
    {code::parent_not_held, Severity::info,
     N_("parent plan that is not at hand"),
     N_("This plan carries out a plan of a higher body, and that document is "
        "not in the folder. What it adds or forbids is not known here."),
     N_("Get the document and compare it with plan.yaml, then write "
        "`held: true`.")},
    {code::rule_set_chosen, Severity::info,
     N_("rule set that is not the one of the date"),
     N_("The day a dossier came in decides which rules of procedure hold for "
        "it. Here somebody has chosen others and given a reason. Whoever "
        "decides should see both."),
     N_("Nothing, where the reason stands. Else take `rule_set` out of the "
        "proposal.")},
    {code::no_rule_set, Severity::info, N_("day without a rule set"),
     N_("No rule set was in force on the day the dossier came in, as far as is "
        "known here. What the dossier must hold is then not said rather than "
        "made up."),
     N_("Check the date. If it is right, put the rule set of that time into "
        "`rule-sets/`, or name another with a reason: `rule_set: {id: …, "
        "reason: …}`.")},
    {code::same_first_day, Severity::error,
     N_("two rules of the law from the same day"),
     N_("Of two rule sets, or two base wages, the one that began last holds. "
        "Where both begin on one day, nobody can tell which."),
     N_("Correct the day of one. A file of the plan folder takes the place of "
        "a rule set that comes with the program where it has the same name.")},
    {code::impossible_state, Severity::error,
     N_("entry that cannot come after the one before it"),
     N_("A proposal is drafted, submitted, appraised, voted on and decided; it "
        "may be returned, submitted upward, withdrawn or, once granted, "
        "revoked. An entry of its history that skips what has to come first, "
        "or comes after the end, cannot be right."),
     N_("Write the entries that are missing, or take the wrong one out. The "
        "hint names what may come.")},
    {code::entry_incomplete, Severity::error,
     N_("entry of a proposal that does not say enough"),
     N_("What is returned, refused, withdrawn or revoked needs a reason, a "
        "vote its votes, a decision its number. Without them nobody can answer "
        "for it later."),
     N_("Add the key that the message names.")},
    {code::achievement_rewarded, Severity::error,
     N_("one achievement rewarded twice"),
     N_("One achievement is not rewarded several times or in several forms "
        "(Luật 2022, Điều 5.2). A unit that was granted one form on an "
        "occasion gets no other for the same work."),
     N_("Withdraw or revoke the one that is too much, with its reason.")},
    {code::authority_asked_twice, Severity::error,
     N_("two proposals of one unit to one authority"),
     N_("Who decides would have the same unit before them twice on one "
        "occasion."),
     N_("Withdraw one of the two.")},
    {code::votes_not_of_council, Severity::error,
     N_("votes that are not those of the council"),
     N_("The share is counted among all members, so every member has to be in "
        "the count: those who voted, those who wrote, those who were absent "
        "and those who were recused."),
     N_("Correct the votes, or the members of the council in awards.yaml.")},
    {code::vote_fell_short, Severity::warning,
     N_("proposal that went on after too few votes"),
     N_("The council was asked and fewer members were in favour than the rule "
        "demands. Whoever decides may still do so, but should know it."),
     N_("Check the votes. If they are right, the proposal should have been "
        "returned, refused or voted on again.")},
    {code::prize_differs, Severity::warning,
     N_("prize that is not what the rules say"),
     N_("The prize is a multiple of the base wage on the day of the decision, "
        "rounded up. The decision states another amount."),
     N_("Check the amount, the day of the decision and the rule set. `thidua "
        "show` shows each step.")},
    {code::unlike_lower_award, Severity::info,
     N_("earlier award that the law does not ask for"),
     N_("The conditions in awards.yaml ask for an earlier award. The rule set "
        "in force says that a lower award is no condition of a higher one, so "
        "the condition keeps nobody back."),
     N_("Nothing, where the plan says so. Else take `awards` out of the "
        "conditions.")},
    {code::deed_not_named, Severity::error,
     N_("sudden award without its achievement"),
     N_("A sudden award is for one deed and not for the work of a year. "
        "Without the deed nobody can judge it, and nobody can see whether it "
        "was rewarded before."),
     N_("Write what was done and when: `achievement: {text: …, date: …}`.")},
    {code::unknown_council, Severity::error,
     N_("council that awards.yaml does not have"),
     N_("A form names the council that votes on it. Without the council nobody "
        "knows how many members a vote is counted among."),
     N_("Correct the name, or add the council under `councils`.")},
};

}  // namespace

std::span<const CodeInfo> awards() { return awards_table; }

}  // namespace thidua::codes_table
