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
};

}  // namespace

std::span<const CodeInfo> awards() { return awards_table; }

}  // namespace thidua::codes_table
