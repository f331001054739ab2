// TD07: plans above and below.
#include "base/codes_table.hpp"

namespace thidua::codes_table {
namespace {

constexpr CodeInfo parents_table[] = {
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
    {code::no_folder_fits, Severity::warning,
     N_("pattern that no folder below fits"),
     N_("Under `children` a pattern such as `../huyen/*` stands for the plan "
        "folders of the bodies below. No folder fits this one, so a report "
        "gathers nothing from it."),
     N_("Check the way, seen from this folder, and that you may list it; put "
        "the folders there, with `git clone` for instance "
        "(thidua-rollup(7)).")},
    {code::child_folder_missing, Severity::warning,
     N_("folder of a plan below that is not there"),
     N_("`children` names a folder that does not exist. A report lists it and "
        "says that its numbers are without it."),
     N_("Put that folder there, or correct the way.")},
    {code::child_is_itself, Severity::error,
     N_("plan that is named below itself"),
     N_("The folder that `children` names is this plan's own. Its numbers "
        "would be added to themselves."),
     N_("Take it out of `children`. A pattern leaves it out by itself.")},
    {code::child_named_twice, Severity::warning,
     N_("folder below that is named twice"),
     N_("Two entries or patterns under `children`, or two links, lead to the "
        "same folder. It is read once, for the first of them."),
     N_("Take one of the two out.")},
    {code::too_many_children, Severity::error, N_("too many folders below"),
     N_("`children` leads to more folders than one report gathers. The rest "
        "is not read, and its numbers would be without them."),
     N_("Use a narrower pattern. Where bodies of several levels are meant, "
        "gather the nearest one (thidua-rollup(7)).")},
    {code::no_children_of_kind, Severity::error,
     N_("target of plans below that nobody names"),
     N_("`sum_over: {children: KIND}` adds up the figures in the plan folders "
        "of units of that kind, and `children` has no entry with it."),
     N_("Add an entry with this `kind` under `children`, or correct "
        "`sum_over`.")},
};

}  // namespace

std::span<const CodeInfo> parents() { return parents_table; }

}  // namespace thidua::codes_table
