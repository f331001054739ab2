"""The independent scorer: what a score table gives one unit in one period.

It is written from the specification of the score-table language alone, with
exact fractions, and shares nothing with the program it is held against.
"""

from fractions import Fraction
from typing import NamedTuple

from table_facts import (
    CANNOT_JUDGE, COMPARE, MET, NOT_APPLICABLE, NOT_JUDGED, NOT_MET, OPEN, Facts, Open, number,
    rounded,
)
from table_items import band_of, conditions_of


# What a condition may ask of, in the order in which it is told what is missing.
CONDITIONS = ("kinds", "role", "subkinds", "attribute", "fact", "figure")


class Result(NamedTuple):
    """What came out for one item; `most` is the maximum that applies."""

    verdict: str
    points: Fraction | None = None
    most: Fraction | None = None


class Sheet:
    """The points of one unit in one period, by the table of its kind."""

    def __init__(self, scorer, table, unit, period):
        self.scorer, self.table, self.unit, self.period = scorer, table, unit, period
        self.facts = Facts(scorer.folder, unit, period, scorer.today)
        self.marks = self.facts.marks
        self.results, self.shares, self.excess = {}, {}, {}
        self.taken = {}  # deductions by their ids; None: it cannot be told
        self.bonus = self.deductions = self.total = self.out_of = None
        self.open = self.scored = False

    def score(self):
        """Deductions first, for some are taken from the points of a criterion."""
        self.scored = True
        for spec in self.table.deductions.get("items", ()):
            self.taken[spec["id"]] = self.or_open(self.deduction, spec)
        for item in self.table.items:
            self.results[item.id] = self.judge(item)
            if item.max is not None and self.results[item.id].verdict in OPEN:
                self.open = True
        gifts = [self.or_open(self.gift, spec) for spec in self.table.bonus.get("items", ())]
        if not self.open:
            self.bonus = sum(gifts) + sum(self.excess.values())
            if "cap" in self.table.bonus:
                self.bonus = min(self.bonus, number(self.table.bonus["cap"]))
            self.deductions = self.deducted_from_total()
            self.add_up()

    def or_open(self, work, spec):
        """What the work gives; where it is not known, the total is not either."""
        try:
            return work(spec)
        except Open as why:
            if why.verdict == NOT_APPLICABLE:
                return 0
            self.open = True
            return None

    # Totals.

    def deducted_from_total(self):
        total = sum(self.taken[spec["id"]] for spec in self.table.deductions.get("items", ())
                    if "criterion" not in spec)
        cap = self.table.deductions.get("cap")
        return total if cap is None else min(total, number(cap))

    def points_and_most(self):
        """Points, their maximum, and what that is taken back to."""
        if "periods" in self.table.spec:
            return self.of_shorter_periods(), self.table.whole
        counted = self.item_results(self.table.items)
        points = sum(each.points for each in counted)
        most = sum(each.most for each in counted)
        if most and not self.table.leave:
            return Fraction(points) * self.table.whole / most, self.table.whole
        return points, most

    def item_results(self, items):
        """Of those that apply and have points."""
        found = (self.results[item.id] for item in items if item.max is not None)
        return [each for each in found if each.verdict != NOT_APPLICABLE]

    def of_shorter_periods(self):
        totals = [each and each.total for each in self.scorer.shorter_sheets(self)]
        if None in totals:
            return None
        mean = self.table.spec["periods"]["total"] == "mean"
        return sum(totals) / Fraction(len(totals) if mean else 1)

    def add_up(self):
        points, most = self.points_and_most()
        if points is None or most == 0 and self.table.base is None:
            self.open = True
            return
        self.out_of = most if self.table.base is None else self.table.base
        total = points + (self.table.base or 0) + self.bonus
        if self.table.bonus.get("within"):
            total = min(total, self.out_of)
        total -= self.deductions
        if self.table.deductions.get("floor") != "none":
            total = max(total, 0)
        self.total = rounded(total, self.table.spec.get("round"))

    @property
    def share(self):
        return Fraction(self.total) * 100 / self.out_of

    def group_points(self, group):
        """The points of a group and the maximum that applies."""
        counted = self.item_results(self.table.groups[group])
        return sum(each.points for each in counted), sum(each.most for each in counted)

    # Applicability.

    def check_applies(self, conditions, known=None):
        """Raises where one of the conditions does not hold or is not known."""
        unknown = None
        for condition, counts in [((known or {}).get("applies_to", {}), None), *conditions]:
            for word in CONDITIONS:
                if word not in condition:
                    continue
                try:
                    holds = self.condition(word, condition[word], counts)
                except Open as why:
                    unknown = unknown or why
                    continue
                if not holds:
                    raise Open(NOT_APPLICABLE)
        if unknown:
            raise unknown

    def condition(self, word, wanted, counts):
        record = self.facts.record
        if word == "kinds":
            return record["kind"] in wanted
        if word == "subkinds":
            return self.subkind_is_one_of(wanted)
        if word == "attribute":
            return self.attributes_are(wanted)
        if word == "fact":
            return self.marks.done(wanted, counts)
        if word == "role":
            cluster = self.scorer.folder.cluster_of.get(self.unit, {})
            return cluster.get("roles", {}).get(wanted) == self.unit
        return self.facts.figure_holds(wanted)

    # What nobody recorded of a unit is not "no".

    def subkind_is_one_of(self, wanted):
        record = self.facts.record
        if "subkind" in record:
            return record["subkind"] in wanted
        kind = self.scorer.folder.plan["kinds"][record["kind"]]
        if set(kind.get("subkinds", {})) & set(wanted):
            raise Open(CANNOT_JUDGE)
        return False

    def attributes_are(self, wanted):
        have = self.facts.record.get("attributes", {})
        if any(key in have and have[key] not in values for key, values in wanted.items()):
            return False
        if any(key not in have for key in wanted):
            raise Open(CANNOT_JUDGE)
        return True

    # One item.

    def judge(self, item):
        """The result of one item; of its parts too, among the results."""
        try:
            marks, recused = self.marks.counting(item.id, item.counts)
            if any(mark.get("applies") is False for mark in marks):
                raise Open(NOT_APPLICABLE)
            self.check_applies(item.conditions, item.known)
            points, most = self.points_of_parts(item) if item.parts else (
                self.own_points(item, marks, recused))
            by_set = self.verdict_of_set(item, marks, points)
            points = self.finished(item, points)
            verdict = by_set or self.verdict(item, points, most)
            return Result(verdict, *((points, most) if item.max is not None else ()))
        except Open as why:
            for part in item.parts:
                self.results.setdefault(part.id, Result(why.verdict))
            return Result(why.verdict)

    def points_of_parts(self, item):
        for part in item.parts:
            self.results[part.id] = self.judge(part)
        counted = self.item_results(item.parts)
        for each in counted:
            if each.verdict in OPEN:
                raise Open(each.verdict)
        most = sum(each.most for each in counted)
        if not most:
            raise Open(NOT_APPLICABLE)
        return Fraction(sum(each.points for each in counted)) * item.full / most, item.full

    def own_points(self, item, marks, recused):
        """Points by the rule, and the maximum that its scorers leave."""
        full = item.full
        if item.word == "full-minus":
            return self.full_minus(item), full
        if not item.takes_mark:
            return self.raw_points(item, full, None), full
        if not marks:
            raise Open(NOT_JUDGED)
        if item.scorers is None:
            if len(marks) > 1:
                raise Open(CANNOT_JUDGE)
            return self.marked_points(item, full, marks[0]), full
        if item.scorers == "mean":
            points = [self.marked_points(item, full, mark) for mark in marks]
            return sum(points) / Fraction(len(points)), full
        scorers = item.scorers["sum"]
        if len(marks) + recused != scorers:
            raise Open(NOT_JUDGED if len(marks) + recused < scorers else CANNOT_JUDGE)
        each = Fraction(full) / scorers
        return sum(self.marked_points(item, each, mark) for mark in marks), each * len(marks)

    def marked_points(self, item, full, mark):
        points = self.raw_points(item, full, mark)
        if item.spec.get("evidence") == "required" and points > 0 and not mark.get("evidence"):
            raise Open(CANNOT_JUDGE)
        return points

    def raw_points(self, item, full, mark):
        return POINTS[item.word](self, item, full, mark)

    def finished(self, item, points):
        """Points less what is taken from this criterion, rounded."""
        taken = sum(self.taken[spec["id"]] or 0
                    for spec in self.table.deductions.get("items", ())
                    if spec.get("criterion") == item.id)
        if taken > 0:
            points = max(points - taken, 0)
        return rounded(points, item.spec.get("round"))

    def verdict_of_set(self, item, marks, points):
        """What the criteria set says of an item without a rule of its own."""
        if item.rule is not None:
            return None
        if item.known["judged"] == "graded":
            return MET if self.scorer.folder.grades[marks[0]["grade"]]["meets"] else NOT_MET
        return MET if points > 0 else NOT_MET

    def verdict(self, item, points, most):
        if "meets_from" in item.spec:
            return MET if points >= number(item.spec["meets_from"]) * most else NOT_MET
        return MET if points > 0 else NOT_MET

    # Rules.

    def yes_no(self, item, full, mark):
        if "done" not in mark:
            raise Open(CANNOT_JUDGE)
        return full if mark["done"] else 0

    def grade(self, item, full, mark):
        level = self.scorer.folder.grades.get(mark.get("grade"), {"id": None})["id"]
        if level not in self.table.grades:
            raise Open(CANNOT_JUDGE)
        return full * number(self.table.grades[level])

    def choice(self, item, full, mark):
        for level in item.spec["levels"]:
            if mark.get("grade") in (level["id"], level["name"]):
                return full * number(level["share"])
        raise Open(CANNOT_JUDGE)

    def ratio_share(self, item, mark, other):
        """What was done to what was wanted; None where that divides by zero."""
        actual = self.facts.amount(item.spec.get("value"), mark)
        wanted = self.facts.amount(item.spec.get(other), mark)
        if item.spec.get("better") == "lower":
            actual, wanted = wanted, actual
        return Fraction(actual) / wanted if wanted else None

    def at_zero(self, item, full):
        if item.spec["at_zero"] == "not-applicable":
            raise Open(NOT_APPLICABLE)
        return full if item.spec["at_zero"] == "full" else 0

    def ratio(self, item, full, mark):
        share = self.ratio_share(item, mark, "plan")
        if share is None:
            return self.at_zero(item, full)
        self.shares[item.id] = share
        over = full * share - full
        if over > 0 and item.spec.get("excess") == "bonus" and item.max is not None:
            cap = item.spec.get("excess_cap")
            self.excess[item.id] = over if cap is None else min(over, number(cap))
        return min(max(full * share, 0), full)

    def steps(self, item, full, mark):
        band = band_of(item.bands, self.facts.amount(item.spec.get("value"), mark))
        if band is None:
            return number(item.spec.get("else", 0))
        return full * number(band["share"]) if "share" in band else number(band["points"])

    def count(self, item, full, mark):
        points = self.facts.amount(item.spec.get("value"), mark) * number(item.spec["each"])
        if "cap" in item.spec:
            points = min(points, number(item.spec["cap"]))
        return max(min(points, full), 0)

    def full_minus(self, item):
        if not self.marks.reached(item.counts):
            raise Open(NOT_JUDGED)
        points = item.full
        for minus in item.spec["minus"]:
            mark = self.marks.one(minus["id"], item.counts)
            points -= number(minus["each"]) * number(mark["number"]) if mark else 0
        return points if item.spec.get("floor") == "none" else max(points, 0)

    def change(self, item, full, mark):
        return full if self.facts.measure_met(item.measure) else 0

    def duration(self, item, full, mark):
        years = self.facts.years_since(item.spec["since"])
        return full if COMPARE[item.spec["op"]](years, number(item.spec["years"])) else 0

    def best_in_group(self, item, full, mark):
        own = self.ratio_share(item, mark, "target")
        if own is None:
            return self.at_zero(item, full)
        half = number(item.spec.get("at_target", Fraction(1, 2)))
        if own <= 1:
            return full * half * max(own, 0)
        best = self.scorer.best_share(self, item)
        return full * (half + (1 - half) * (own - 1) / (best - 1))

    def share_for_group(self, item):
        """This unit's share in a comparison of its group; None: it has none."""
        try:
            mark = self.marks.one(item.id, item.counts)
            if mark is not None and mark.get("applies") is False:
                return None
            self.check_applies(item.conditions, item.known)
            return self.ratio_share(item, mark, "target")
        except Open:
            return None

    def weighted_mark(self, item, full, mark):
        value = self.facts.amount(None, mark)
        if not 0 <= value <= number(item.spec["scale"]):
            raise Open(CANNOT_JUDGE)
        return value * number(item.spec["weight"])

    def manual(self, item, full, mark):
        return self.bounded(item.spec, full, mark)

    def bounded(self, spec, full, mark):
        """The number of a mark, where it keeps the bounds and the step."""
        value = self.facts.amount(None, mark)
        most = number(spec["most"]) if "most" in spec else full
        off_step = "step" in spec and (Fraction(value) / number(spec["step"])).denominator != 1
        if not number(spec.get("least", 0)) <= value <= most or off_step:
            raise Open(CANNOT_JUDGE)
        return value

    # Bonus and deductions.

    def gift(self, spec):
        self.check_applies(conditions_of(spec, self.counts_of(spec)))
        if spec["rule"] == "over-plan":
            return sum(self.over_plan(spec, each) for each in spec["criteria"])
        return self.recorded(spec)

    def over_plan(self, spec, criterion):
        share = self.shares.get(criterion)
        if share is None or share <= 1:
            return 0
        most = self.results[criterion].most or 0
        times = (share - 1) * 100 / number(spec["per"])
        if spec.get("whole"):
            times = times.numerator // times.denominator
        given = times * (number(spec["gives"]) if "gives" in spec
                         else number(spec["gives_percent"]) * Fraction(most) / 100)
        if "cap" in spec:
            return min(given, number(spec["cap"]))
        if "cap_percent" in spec:
            return min(given, number(spec["cap_percent"]) * Fraction(most) / 100)
        return given

    def deduction(self, spec):
        self.check_applies(conditions_of(spec, self.counts_of(spec)))
        if spec["rule"] != "late":
            return self.recorded(spec)
        days = self.facts.late_days(spec["duty"])
        if days is None:
            return number(spec["not_filed"])
        band = band_of(self.table.late_bands[spec["id"]], days) if days > 0 else None
        return number(band["points"]) if band else 0

    def counts_of(self, spec):
        return spec.get("counts", self.table.counts)

    def recorded(self, spec):
        """A count or a number by hand; nobody recorded it: nothing."""
        if "value" in spec:
            return self.counted(spec, None)
        marks, _ = self.marks.counting(spec["id"], self.counts_of(spec))
        if not marks:
            return 0
        scorers = spec.get("scorers", self.table.spec.get("scorers"))
        if scorers is None and len(marks) > 1:
            raise Open(CANNOT_JUDGE)
        work = self.counted if spec["rule"] == "count" else self.by_hand
        points = sum(work(spec, mark) for mark in marks)
        return points / Fraction(len(marks)) if scorers == "mean" else points

    def counted(self, spec, mark):
        points = max(self.facts.amount(spec.get("value"), mark) * number(spec["each"]), 0)
        return min(points, number(spec["cap"])) if "cap" in spec else points

    def by_hand(self, spec, mark):
        return self.bounded(spec, None, mark)


POINTS = {
    "yes-no": Sheet.yes_no, "grade": Sheet.grade, "choice": Sheet.choice, "ratio": Sheet.ratio,
    "steps": Sheet.steps, "count": Sheet.count, "change": Sheet.change,
    "duration": Sheet.duration, "best-in-group": Sheet.best_in_group,
    "weighted-mark": Sheet.weighted_mark, "manual": Sheet.manual,
}
