// TD07: plans above and below.
#include "base/codes_table.hpp"

namespace thidua::codes_table {
namespace {

constexpr CodeInfo table[] = {
    {code::unknown_parent, Severity::error,
     N_("rules left to a plan that is not named as a parent"),
     N_("Under `delegates` the plan leaves some of its rules to a plan above. "
        "That plan must stand under `parents`, or nobody knows where to look "
        "for them."),
     N_("Write the number of a parent as it stands there, "
        "`to: 12/KH-UBND`, or add the document under `parents`.")},
    {code::parent_folder_missing, Severity::warning,
     N_("folder of a plan above that is not there"),
     N_("`folder:` says where the plan folder of the body above lies, seen "
        "from this one. It is not there, or has no plan.yaml that can be read: "
        "what is left to it is not known, and the two plans are not compared."),
     N_("Put that folder where `folder:` says, with `git clone` beside this "
        "one for instance, or correct the way.")},
    {code::parent_is_another, Severity::warning,
     N_("folder that holds another plan"),
     N_("The folder holds a plan with another number than the parent that is "
        "named. Rules of the wrong document would be applied."),
     N_("Correct `folder`, or the number under `parents` or in the plan.yaml "
        "above.")},
    {code::section_not_held, Severity::info,
     N_("rules that are left to a plan which is not held"),
     N_("The plan says that criteria, forms or standards are those of a plan "
        "above, and that plan is not in a folder here. Nothing is made up in "
        "its place: units cannot be scored or proposed by rules that nobody "
        "has."),
     N_("When the document is at hand, enter it as a plan folder and name it: "
        "`held: true`, `folder: ../ubnd-tinh` under `parents`.")},
    {code::outside_parent_period, Severity::warning,
     N_("plan that runs outside the plan above"),
     N_("A plan carries out the plan above it and cannot begin before or end "
        "after it: what happens outside counts for nothing there."),
     N_("Check `period` in both plans.")},
    {code::weaker_target, Severity::warning,
     N_("target that asks for less than the plan above"),
     N_("The target carries out one of the plan above and asks for less, or "
        "later. If everybody meets it, the target above is still missed."),
     N_("Check both documents. If this one really asks for less, say so in "
        "`note` and tell the body above.")},
    {code::later_deadline, Severity::warning,
     N_("deadline after that of the plan above"),
     N_("The duty does what the plan above demands, and its last day is later "
        "than the last day there. Who is on time here is late there."),
     N_("Check both documents, and `before` and `strict` of both duties.")},
    {code::forbidden_above, Severity::warning,
     N_("award that the plan above does not provide for"),
     N_("Both plans have the award form. This one allows it on an occasion "
        "where the plan above refuses it, or lists others without it. The "
        "dossier would come back."),
     N_("Check `occasions` of the form in both awards.yaml.")},
    {code::nothing_to_carry, Severity::error,
     N_("target or duty that carries out nothing"),
     N_("`carries` names a target or duty of the plan above, and none of the "
        "plans above that are held has one of that id."),
     N_("Use an id from the plan.yaml above, or take `carries` out.")},
};

}  // namespace

std::span<const CodeInfo> parents() { return table; }

}  // namespace thidua::codes_table
