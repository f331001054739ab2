// TD03: references between records.
#include "base/codes_table.hpp"

namespace thidua::codes_table {
namespace {

constexpr CodeInfo references_table[] = {
    {code::unknown_unit, Severity::error, N_("unknown unit"),
     N_("A record is about a unit that has no file in `units/`. A misspelt "
        "unit would become a unit of its own, and the real one would come out "
        "short without a word."),
     N_("Correct the id, or add the unit: the file `units/xa-mau.yaml` makes "
        "the unit `xa-mau`.")},
    {code::unknown_kind, Severity::error, N_("unknown kind of unit"),
     N_("The plan says which kinds of unit take part, and the kind decides by "
        "which criteria a unit is judged. A kind the plan does not have can be "
        "judged by nothing."),
     N_("Use a kind declared under `kinds` in plan.yaml, such as "
        "`kind: commune`, or declare it there with its section.")},
    {code::unknown_criterion, Severity::error, N_("unknown criterion"),
     N_("The id is in none of the criteria sets. A mark for a criterion that "
        "does not exist would count for nothing, and the one it was meant for "
        "would look unjudged."),
     N_("Use an id from `criteria/`, written as the section is printed: "
        "`IV.2.c-1a`.")},
    {code::unknown_form, Severity::error, N_("unknown award form"),
     N_("awards.yaml lists the forms that the plan provides for, with their "
        "authority and occasions. A form that is not there cannot be proposed "
        "under this plan."),
     N_("Use the id of a form in awards.yaml, such as `form: chung-nhan`, "
        "or add the form there with its section.")},
    {code::unknown_occasion, Severity::error, N_("unknown occasion"),
     N_("An award is given on an occasion of the plan, and what a unit must "
        "have achieved depends on the years that the occasion looks back on."),
     N_("Use an occasion of plan.yaml. One that is held is written with its "
        "year: `occasion: annual-2024`.")},
    {code::unknown_duty, Severity::error, N_("unknown duty"),
     N_("A filing proves that a duty was done. If the duty is misspelt, the "
        "unit is reminded and counted as late although it has reported."),
     N_("Use the id of a duty in plan.yaml, such as `duty: unit-report`.")},
    {code::unknown_body, Severity::error, N_("unknown body"),
     N_("Reports and proposals go to bodies that the plan names. Their full "
        "names are printed in letters and documents, so every id must lead to "
        "one."),
     N_("Use an id declared under `bodies` in plan.yaml, or declare it there "
        "with its name.")},
    {code::unknown_indicator, Severity::error, N_("unknown indicator"),
     N_("A measured criterion or target is worked out from an indicator. If "
        "there is none of that name, it can be judged for no unit at all."),
     N_("Use an id declared under `indicators` in plan.yaml, such as "
        "`indicator: poor_rate`.")},
    {code::unknown_figure, Severity::error, N_("unknown figure"),
     N_("plan.yaml lists the figures that are recorded, so that every unit "
        "counts the same thing under the same name. A figure of another name "
        "would be in no rate and no report."),
     N_("Use an id declared under `figures` in plan.yaml, such as "
        "`households` or `poor`, or declare the figure there.")},
    {code::unknown_criteria_set, Severity::error, N_("unknown criteria set"),
     N_("A kind of unit is judged by the criteria set that plan.yaml names for "
        "it. The set is a file, and there is none of that name."),
     N_("Correct `criteria` under the kind, or add the file: "
        "`criteria: commune` is `criteria/commune.yaml`.")},
    {code::unknown_stage, Severity::error, N_("unknown scoring stage"),
     N_("Marks are given in stages, one after another, and the last stage that "
        "marks a criterion counts. A stage outside that order would come "
        "neither before nor after the others."),
     N_("Use a stage of `stages` in plan.yaml, such as `self`, `verified` or "
        "`council`.")},
    {code::unknown_grade, Severity::error, N_("unknown grade"),
     N_("The scale of grades says which grades meet a criterion. A grade "
        "outside the scale says neither that it is met nor that it is not."),
     N_("Use the id or the name of a grade of `grades` in plan.yaml, such as "
        "`grade: good`.")},
    {code::unknown_standard, Severity::error, N_("unknown award standard"),
     N_("An award form names the standard that sets out what it demands. "
        "Without that file nobody can tell whether the demands are at hand."),
     N_("Correct `standard` in awards.yaml, or add the file in "
        "`award-standards/`. If the document is not at hand, write "
        "`held: false` in it.")},
    {code::unknown_subkind, Severity::error, N_("unknown subkind"),
     N_("Some criteria apply to one subkind only, such as poor households. A "
        "subkind that the plan does not have would be judged by the wrong "
        "criteria."),
     N_("Use an id declared under `subkinds` of that kind in plan.yaml, such "
        "as `subkind: near_poor`.")},
    {code::unknown_assignment, Severity::error, N_("unknown assigned target"),
     N_("A criterion may be measured against the target that was assigned to "
        "the unit for the year. Under another name the target is not found "
        "and the criterion cannot be judged."),
     N_("Use an id declared under `assignments` in plan.yaml, such as "
        "`poor_rate_reduction`.")},
    {code::path_disagrees, Severity::error, N_("record and path disagree"),
     N_("The path of a record and the record itself both say whose and of when "
        "it is. When they differ, a copied file was not corrected, and the "
        "figures of one unit could count for another."),
     N_("Correct `unit`, `period`, `year`, `form` or `occasion` in the record, "
        "or move the file to the path that belongs to it.")},
    {code::duplicate_id, Severity::error, N_("id that stands twice"),
     N_("An id means one thing. With two criteria, forms or clusters of the "
        "same id, a mark or a proposal could mean either."),
     N_("Give one of them another id, and correct the records that mean it.")},
    {code::unknown_cluster_kind, Severity::error,
     N_("cluster member of another kind"),
     N_("The units of a cluster are ranked among themselves, so they are all "
        "of one kind and judged by the same criteria. A unit of another kind "
        "would be compared by other demands."),
     N_("Take the unit out of `members` in clusters.yaml, or correct `kind` of "
        "the cluster or of the unit.")},
    {code::kind_without_criteria, Severity::info,
     N_("kind of unit without criteria"),
     N_("The plan lets this kind of unit take part but gives it no criteria. "
        "Such units can be recorded and can report, but nobody can judge or "
        "rank them."),
     N_("If the plan has criteria for them, name the set: "
        "`criteria: household`. If it has none, nothing needs to be done.")},
    {code::missing_evidence, Severity::error, N_("evidence that is not there"),
     N_("A mark cites a file that is not in the folder. Whoever verifies the "
        "mark, or inspects the award years later, has to find what it rests "
        "on."),
     N_("Put the file in `evidence/`, or correct its name in the line "
        "`evidence: [bc-12-2023.pdf]`. Capitals count.")},
    {code::unit_in_two_clusters, Severity::error,
     N_("unit that is twice a member of a cluster"),
     N_("A unit is ranked among the members of one cluster. As a member of two "
        "it would be compared with the first alone and be missing from the "
        "other."),
     N_("Take the unit out of `members` of one of the clusters in "
        "clusters.yaml.")},
    {code::unknown_table_part, Severity::error,
     N_("part of a score table that is not there"),
     N_("A rule of the table names a fact, group, class, condition, event or "
        "quota that the table does not have. The rule would never apply, and "
        "nobody would notice."),
     N_("Correct the id, or add the part to the table: `facts: [{id: "
        "co-vay-von, name: …}]`.")},
    {code::unknown_cluster, Severity::error, N_("unknown cluster"),
     N_("A quota gives a number to a cluster that clusters.yaml does not have, "
        "or that is of other units. The cluster it was meant for would get "
        "none."),
     N_("Use the id of a cluster of these units in clusters.yaml: "
        "`fixed: {cum-1: 2}`.")},
    {code::role_not_held, Severity::warning, N_("role that nobody has"),
     N_("A part of the score table holds only for units with a role in their "
        "cluster, such as its leader, and no cluster says who that is. The "
        "part applies to nobody."),
     N_("Write in clusters.yaml who has the role, `roles: {leader: xa-mau}`, "
        "or correct the word.")},
    {code::unknown_score_table, Severity::error, N_("unknown score table"),
     N_("A score table says that it takes the place of another, and there is "
        "no table of that id. Both would be in force side by side."),
     N_("Use the name of the older file in `score-tables/` without .yaml: "
        "`replaces: huong-dan-2023`.")},
    {code::unknown_party, Severity::error,
     N_("unit or body of a succession that is not known"),
     N_("Who ends, and who takes over, is a unit with a record, or a body of "
        "plan.yaml. One that nobody knows could not answer for anything."),
     N_("Correct the id, add the unit, or declare the body under `bodies` in "
        "plan.yaml; an office of another plan goes under `outside`, by its "
        "name.")},
    {code::unknown_rule_set, Severity::error, N_("unknown rule set"),
     N_("A rule set is what the law says of dossiers, votes and prizes in a "
        "certain time. Without it nobody can say what the dossier must hold."),
     N_("Use an id that `thidua list rule-sets` shows, or put the rule set "
        "into `rule-sets/`.")},
    {code::unknown_law, Severity::error, N_("award that no rule set knows"),
     N_("`law` says which award of the law a form of the plan is, and the "
        "rules of procedure are found by it. Under a misspelt word they would "
        "be missing without anybody noticing."),
     N_("Use a key under `awards` of a rule set, such as `law: "
        "giay-khen-cap-tren`, or take the line out.")},
};

}  // namespace

std::span<const CodeInfo> references() { return references_table; }

}  // namespace thidua::codes_table
