// TD0514 and on: what contradicts itself in a score table.
#include "base/codes_table.hpp"

namespace thidua::codes_table {
namespace {

constexpr CodeInfo score_tables_table[] = {
    {code::bands_overlap, Severity::error, N_("bands that overlap"),
     N_("A number that lies in two bands would have two results, and which of "
        "them counts would depend on the order of the lines."),
     N_("Correct the edges: `from` and `up_to` hold the number itself, `over` "
        "and `to` do not. Mostly `from` or `over` alone is enough: each band "
        "then ends where the next one begins.")},
    {code::bands_gap, Severity::warning, N_("gap between two bands"),
     N_("A number that lies in no band gives no points, or no class, though "
        "smaller and greater ones do. Mostly an edge was mistyped, or numbers "
        "with decimals were forgotten: 85.5 lies neither in 80 to 85 nor in "
        "86 to 90."),
     N_("Let each band begin where the one below it ends. Where the gap is "
        "meant, say what it gives: `else: 0`.")},
    {code::points_out_of_range, Severity::error,
     N_("points or percent outside what is possible"),
     N_("A criterion gives from 0 points to its maximum, and a part is at most "
        "100 %. Other numbers could never be reached, or would bring the total "
        "above what the table promises. Where several scorers share a "
        "maximum, each gives at most his part of it."),
     N_("Correct the number, or the maximum, after the scoring guidance.")},
    {code::max_and_weight_mixed, Severity::error,
     N_("maxima and weights side by side"),
     N_("Weights share out the maximum of what is above them. Beside a "
        "criterion with a maximum of its own nobody can say how much there is "
        "to share out."),
     N_("Give every group of the table, every criterion of a group and every "
        "part of a criterion `max`, or every one of them `weight`.")},
    {code::class_unreachable, Severity::warning,
     N_("class that nobody can reach"),
     N_("The class asks for more points than there are, bonus included, or "
        "another class takes all of its points. No unit would ever get it."),
     N_("Correct `from` of the class, the maxima, or `of`: with `of: share` "
        "the edges are percent of the maximum, not points.")},
    {code::classes_out_of_order, Severity::error,
     N_("classes that do not stand best first"),
     N_("`class-down` means the next class in the list, and a class and all "
        "better ones are what stands above it. In another order a unit that "
        "is lowered would rise."),
     N_("List the class with the most points first and the lowest one last.")},
    {code::rule_without_ground, Severity::error,
     N_("rule that has nothing to work on"),
     N_("The rule needs something that is not there: a condition on classes of "
        "shorter periods in a table without `periods`, an effect on the class "
        "in a table without `classes`, a bonus for passing a plan that the "
        "criterion does not have. It would never do anything."),
     N_("Add what the rule needs, or take the rule out.")},
    {code::replaced_without_day, Severity::error,
     N_("replaced score table without a day"),
     N_("Two tables hold for the same period, one in the place of the other. "
        "Without the day from which the new one is in force nobody can tell by "
        "which of them a unit was scored."),
     N_("Add the day to the new table: `valid: {periods: [\"2024\"], from: "
        "\"2024-03-01\"}`.")},
    {code::rule_leads_back, Severity::error,
     N_("rule that leads back to itself"),
     N_("A quota lies inside itself, a table takes the place of itself, or the "
        "total of a period is made of that same period. Such a rule has no "
        "beginning and cannot be worked out."),
     N_("Correct the reference that closes the ring.")},
    {code::attribute_not_a_date, Severity::error,
     N_("attribute that should be a date"),
     N_("A score table or a criterion counts the years since the day that an "
        "attribute of the unit holds, such as the day it was founded. From "
        "other words, or from "
        "a year alone, they cannot be counted."),
     N_("Write the day in the unit's file: `attributes: {ngay-lap: "
        "\"2015-03-02\"}`.")},
    {code::kind_in_two_tables, Severity::error,
     N_("kind of unit with two tables"),
     N_("One score table gives a kind of unit one set of points. With two of "
        "them only the first would count."),
     N_("Take the kind out of `kinds` of one of the tables, or delete one.")},
    {code::period_without_table, Severity::warning,
     N_("shorter period without a score table"),
     N_("The total is made of the totals of shorter periods, and for some of "
        "them no score table holds. As long as one of them has no total, the "
        "whole has none."),
     N_("Add the periods to the table of the shorter periods: `valid: "
        "{periods: [2024-Q1, 2024-Q2]}`.")},
};

}  // namespace

std::span<const CodeInfo> score_tables() { return score_tables_table; }

}  // namespace thidua::codes_table
