// TD04, TD05: facts against the timeline, figures and marks.
#include "base/codes_table.hpp"

namespace thidua::codes_table {
namespace {

constexpr CodeInfo facts_table[] = {
    {code::outside_plan_period, Severity::error,
     N_("record from outside the period of the plan"),
     N_("Work counts for a movement while the plan runs. Marks, results and "
        "filings of other years, and score tables for them, belong to another "
        "plan, and an award under this one cannot rest on them."),
     N_("Check the year in the record and in its path. If the plan really "
        "covers it, correct `period` in plan.yaml.")},
    {code::figure_outside_period, Severity::error,
     N_("figures from outside the plan and its baselines"),
     N_("Figures count while the plan runs, and so do those of the earlier "
        "periods that it compares itself with. Any other period would stand in "
        "no report and no rate."),
     N_("Correct the period in the record and in its path. A period before the "
        "plan that is compared with goes under `baselines` in plan.yaml: "
        "`baselines: [\"2021\"]`.")},
    {code::unit_not_enrolled, Severity::error,
     N_("unit that does not take part at that time"),
     N_("`enrolled` says from when to when the unit takes part. Units are "
        "merged, founded and dissolved, and what lies outside that time is "
        "not the work of this unit."),
     N_("Correct `enrolled: {from: …, to: …}` in the unit's file, or take the "
        "record out.")},
    {code::period_reversed, Severity::error, N_("end before the beginning"),
     N_("A stretch of time that ends before it begins has no day in it: "
        "nothing would be due, and nothing would count."),
     N_("Exchange `from` and `to`, or correct the one that is wrong.")},
    {code::duty_not_in_year, Severity::error,
     N_("duty that is not owed in that year"),
     N_("plan.yaml says for which years the duty is owed. A filing for another "
        "year is a slip of the pen, or the duty began earlier than "
        "recorded."),
     N_("Move the filing to its year, or correct `first` and `last` under "
        "`due` of the duty.")},
    {code::occasion_not_in_year, Severity::error,
     N_("occasion that is not held in that year"),
     N_("A preliminary or final review is held once, in the year that the plan "
        "names; a yearly occasion has a first and a last year. A proposal for "
        "another year would reach nobody."),
     N_("Write the occasion with the right year, such as "
        "`preliminary-2023`, in the record and in its path.")},
    {code::dated_in_the_future, Severity::info, N_("date in the future"),
     N_("The record tells of something that has happened, but its date is "
        "after today. Mostly a digit of the year was mistyped. Until that day "
        "comes the fact counts for nothing."),
     N_("Correct the date if it is wrong. To look at the folder as of another "
        "day, give `--today 2023-11-15`.")},
    {code::duty_filed_twice, Severity::error, N_("duty filed twice"),
     N_("A duty is done once a year. With two filings nobody can say which of "
        "the two days counts, and whether the unit was late."),
     N_("Keep the filing that proves the duty done. What was added or "
        "corrected later goes in its `note`.")},
    {code::decided_too_early, Severity::error,
     N_("decision dated before its proposal"),
     N_("An award is decided after it has been proposed. Where the dates say "
        "otherwise, one of them is wrong, and the dossier would not stand "
        "an inspection."),
     N_("Check both dates against the papers: `proposed: {date: …}` and "
        "`decision: {date: …}`.")},
    {code::stages_out_of_order, Severity::warning,
     N_("stage of judging dated before an earlier stage"),
     N_("The stages follow one another as plan.yaml lists them: a unit judges "
        "itself before it is verified. A later stage with an earlier date is "
        "mostly a slip, and as of the days between the wrong marks would "
        "count."),
     N_("Correct the date that is wrong, or the order of `stages` in "
        "plan.yaml.")},
    {code::frozen_table_changed, Severity::error,
     N_("score table changed after it was frozen"),
     N_("A score table is frozen when the movement is launched: everybody must "
        "be scored by the rules they were told. A rule that differs from what "
        "was frozen would change results without anybody seeing it."),
     N_("Put the rule back as it was. New rules are a new table with "
        "`replaces` and `valid.from`, so that both can be seen.")},
    {code::ended_takes_part, Severity::error,
     N_("unit that has ended still takes part"),
     N_("successions.yaml says that the unit ended, and its own record lets it "
        "take part after that. It would be asked for reports and compared with "
        "those that took its place."),
     N_("Write its last day in the unit's file, `enrolled: {to: …}`: the day "
        "before `date` of the succession, or an earlier one.")},
    {code::dated_after_end, Severity::error,
     N_("something dated after the end of who did it"),
     N_("An office that has ended files, proposes, decides and issues nothing. "
        "A paper with such a date and such a name would be void, or one of the "
        "two is wrong."),
     N_("Correct the date, or name who took over its work: `thidua list "
        "successions` shows them.")},
    {code::heir_unclear, Severity::info,
     N_("office that ended, and nobody is named to succeed it"),
     N_("What it owed and had begun has nobody who answers for it. The lists "
        "say so until a document names one; nobody is guessed."),
     N_("Write `to: […]` in successions.yaml once a document says who takes "
        "over.")},
    {code::succession_impossible, Severity::error,
     N_("succession that contradicts another"),
     N_("An office ends once, hands over to those that are there on that day, "
        "and not to one that gave its work to it on the same way."),
     N_("Compare the entries of successions.yaml with the documents.")},
    {code::received_too_early, Severity::warning,
     N_("dossier received before it was proposed"),
     N_("A dossier comes in after its proposal has been written. The day it "
        "came in decides which rules of procedure hold for it, so a slip here "
        "may ask for the wrong papers."),
     N_("Check both dates against the register of incoming papers: `proposed: "
        "{date: …}` and `received: …`.")},
    {code::holiday_of_other_year, Severity::error,
     N_("day off in the record of another year"),
     N_("Days off are looked up in the record of their year. One that stands "
        "in another record would never be found, and a deadline would stay on "
        "a day on which nobody works."),
     N_("Write it into `holidays/YEAR.yaml` of its own year; days off around "
        "New Year stand in both.")},
    {code::no_holidays, Severity::info,
     N_("deadline off a day off, and the days off are not known"),
     N_("The duty moves its last day off a day off, and there is no record of "
        "the days off of that year. Saturdays and Sundays are known; Tết and "
        "the other holidays are not, and they are announced year by year."),
     N_("Write `holidays/YEAR.yaml` once the days are announced; "
        "thidua-plan(5) shows how.")},
    {code::extension_does_not_fit, Severity::error,
     N_("more time that does not fit the deadline"),
     N_("More time ends after the last day that holds for everybody, and not "
        "after the exceptional limit of the plan. Else it takes time away, or "
        "gives more than anybody may."),
     N_("Compare `until` with the decision, and with `thidua list duties`.")},
    {code::deadline_not_moved, Severity::error,
     N_("amendment that moves a deadline nobody has"),
     N_("The amendment names a new last day for a duty that falls due in no "
        "year it could hold for, or that has no last day to move. The "
        "deadline would silently stay what it was."),
     N_("Correct `duty` or `year` of the change, or `due` of the duty.")},
    {code::figure_impossible, Severity::error, N_("figures that cannot be"),
     N_("A part is larger than the whole, such as more poor households than "
        "households, or a count lies below zero. Every rate made from it "
        "would be wrong, and so would every rank."),
     N_("Check both figures against the source. `part_of` in plan.yaml says "
        "what is a part of what.")},
    {code::mark_of_other_kind, Severity::error,
     N_("mark for a criterion that is not this unit's"),
     N_("Each kind of unit, and some subkinds, has criteria of its own. A mark "
        "for those of another kind would not count, and the unit's own "
        "criterion would stay unjudged."),
     N_("Mark a criterion of the unit's own set, or correct `kind` or "
        "`subkind` in the unit's file.")},
    {code::mark_does_not_fit, Severity::error,
     N_("mark that does not fit the criterion"),
     N_("A criterion is judged by a grade, or by done and not done, as the "
        "plan words it. A grade for a yes-no criterion leaves open whether it "
        "was done."),
     N_("Write `{grade: good}` for a graded criterion, `{done: true}` for a "
        "yes-no one, `{applies: false}` where the criterion may be left "
        "out.")},
    {code::mark_on_measured, Severity::error,
     N_("mark for a measured criterion"),
     N_("This criterion is worked out from figures, never typed. A mark beside "
        "the figures could contradict them, and nobody could explain the "
        "result."),
     N_("Take the mark out and record the figures in `figures/`. "
        "`thidua score --explain` shows what was counted.")},
    {code::points_do_not_add_up, Severity::error,
     N_("points that do not add up to the total"),
     N_("The maximum points of the criteria must make the total of the score "
        "table. Otherwise even a faultless unit could not reach it, or could "
        "pass it."),
     N_("Correct `max` of the criteria or `total`, after the scoring "
        "guidance.")},
    {code::grade_without_share, Severity::error,
     N_("grade without a share of the points"),
     N_("The score table must say for every grade how much of the maximum it "
        "gives. A grade without a share would give no points, as if it had "
        "not been met."),
     N_("Add the grade under `grades` of the score table: "
        "`{excellent: 1, good: 0.8}`.")},
    {code::table_misses_criterion, Severity::error,
     N_("score table that lacks a criterion"),
     N_("The table gives points for the kind but forgets one of its criteria. "
        "Work on that criterion would count for nothing."),
     N_("Add the criterion with its `max` to the table, or write "
        "`points: equal` where all of them weigh the same.")},
    {code::two_tables_for_period, Severity::error,
     N_("two score tables for one period"),
     N_("For one period exactly one table may hold. With two of them a unit "
        "would have two totals, and the rank would depend on chance."),
     N_("Take the period out of `valid: {periods: […]}` of one of the "
        "tables.")},
    {code::changed_without_reason, Severity::warning,
     N_("mark changed without a reason"),
     N_("A later stage gives another mark than the stage before and does not "
        "say why. The unit has a right to know, and the council will ask."),
     N_("Add the reason to the later mark: "
        "`{grade: pass, reason: \"no model yet\"}`.")},
    {code::formula_mixes_units, Severity::error,
     N_("units that do not fit together"),
     N_("An indicator and what it is compared with must be counted in the same "
        "unit. Percentage points are not percent: from 40 % to 30 % is 10 "
        "points, but a quarter of the rate. And only one sum divided by "
        "another can be in percent."),
     N_("Correct `unit`: `points` for the change of a rate, `percent` for the "
        "rate itself or a relative change, `count` for a plain number. A rate "
        "is `of: poor / households`.")},
    {code::assumed_rule, Severity::info, N_("assumed rule"),
     N_("The plan is silent here and the office has assumed a rule, so results "
        "that rest on it are shown as assumed. Who decides on an award should "
        "know that."),
     N_("When the guidance is issued, write the rule with its `source` and "
        "take `assumed: true` out.")},
    {code::illustrative_data, Severity::info, N_("illustrative data"),
     N_("The record is marked as an example, not as a fact, and everything "
        "made from it says so. It must not go into a real report or dossier "
        "unseen."),
     N_("Replace it by the real record, then take `illustrative: true` "
        "out.")},
    {code::criterion_marked_twice, Severity::error,
     N_("criterion marked twice in one stage"),
     N_("One stage gives one mark for a criterion. `IV.2.đ-1` and `IV.2.dd-1` "
        "are two spellings of the same one, and only one of the two marks "
        "would count."),
     N_("Keep the right line and delete the other. Two marks for one criterion "
        "belong to two stages, such as `self` and `verified`.")},
};

}  // namespace

std::span<const CodeInfo> facts() { return facts_table; }

}  // namespace thidua::codes_table
