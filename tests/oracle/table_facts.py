"""Numbers, days, periods and recorded facts for the oracle of score tables.

Records are plain dicts, as YAML gives them.  Whatever cannot be answered is
raised as an `Open` with the verdict that stands in its place.
"""

import datetime
import functools
import re
from fractions import Fraction

MET, NOT_MET, NOT_APPLICABLE = "met", "not_met", "not_applicable"
NOT_JUDGED, CANNOT_JUDGE = "not_judged", "cannot_judge"
OPEN = (NOT_JUDGED, CANNOT_JUDGE)

OFFICIAL = {"estimate": 0, "preliminary": 1, "official": 2}
MONTHS_OF = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


class Open(Exception):
    """There are no points; the verdict says why."""

    def __init__(self, verdict):
        super().__init__(verdict)
        self.verdict = verdict


def number(value):
    """A number of a record: as it stands, or a text such as "86,25"."""
    return Fraction(value.replace(",", ".")) if isinstance(value, str) else value


def rounded(value, rule):
    """The value rounded to a multiple of `to`, where there is a rule."""
    if rule is None:
        return value
    to = number(rule["to"])
    steps = Fraction(value) / to
    if rule["how"] == "up":
        return -(-steps.numerator // steps.denominator) * to
    if rule["how"] == "half-up":
        steps += Fraction(1, 2)
    return steps.numerator // steps.denominator * to


COMPARE = {
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    "=": lambda a, b: a == b,
}


# Days and periods.  A span is its first and its last day.


@functools.lru_cache(maxsize=None)
def day(text):
    """A full date, in either way of writing it."""
    if "/" in text:
        return datetime.date(*map(int, reversed(text.split("/"))))
    return datetime.date.fromisoformat(text)


def month_span(year, month, months):
    end = datetime.date(year + (month + months - 1) // 12, (month + months - 1) % 12 + 1, 1)
    return datetime.date(year, month, 1), end - datetime.timedelta(1)


@functools.lru_cache(maxsize=None)
def span(text):
    """The first and last day of a period, or of a date known in part."""
    if ".." in text:
        first, last = text.split("..")
        return span(first)[0], span(last)[1]
    if found := re.fullmatch(r"(\d{4})", text):
        return month_span(int(found[1]), 1, 12)
    if found := re.fullmatch(r"(\d{4})-Q(\d)", text):
        return month_span(int(found[1]), 3 * int(found[2]) - 2, 3)
    if found := re.fullmatch(r"(\d{4})-H(\d)", text):
        return month_span(int(found[1]), 6 * int(found[2]) - 5, 6)
    if found := re.fullmatch(r"(\d{4})-(\d\d)", text):
        return month_span(int(found[1]), int(found[2]), 1)
    if found := re.fullmatch(r"(\d\d?)/(\d{4})", text):
        return month_span(int(found[2]), int(found[1]), 1)
    return day(text), day(text)


def shorter(long, each):
    """The spans of that length inside a longer one, in order."""
    months = MONTHS_OF[each]
    at, spans = long[0], []
    while at < long[1]:
        spans.append(month_span(at.year, at.month, months))
        at = spans[-1][1] + datetime.timedelta(1)
    return spans


def whole_months(first, last):
    """Whole months from one day to another."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)


def year_of(value):
    """A year of an occasion or a duty: as it stands, or {value: …, assumed: true}."""
    return int(value["value"] if isinstance(value, dict) else value)


def anniversary(since, year):
    try:
        return since.replace(year=year)
    except ValueError:  # 29 February in a common year
        return datetime.date(year, 2, 28)


@functools.lru_cache(maxsize=None)
def years_between(since, until):
    """Whole years, and the part of the year begun, as a fraction."""
    years = until.year - since.year
    if anniversary(since, until.year) > until:
        years -= 1
    last = anniversary(since, since.year + years)
    following = anniversary(since, since.year + years + 1)
    return years + Fraction((until - last).days, (following - last).days)


# What a plan folder holds.


class Folder:
    """The records of a plan folder: rules by id, facts by span and unit."""

    def __init__(self, plan):
        self.plan = plan
        self.criteria, self.tables, self.units = {}, {}, {}
        self.figures, self.scores, self.filings = {}, {}, {}
        self.clusters, self.proposals = [], []

    @functools.cached_property
    def cluster_of(self):
        return {unit: each for each in self.clusters for unit in each.get("members", ())}

    @functools.cached_property
    def stages(self):
        return [each["id"] for each in self.plan["stages"]["order"]]

    @functools.cached_property
    def grades(self):
        """The levels of the plan's scale, by their ids and by their names."""
        levels = self.plan.get("grades", {}).get("levels", [])
        return {each[key]: each for key in ("name", "id") for each in levels}

    @functools.cached_property
    def formulas(self):
        """Each indicator as figures over figures, and what it is taken times."""
        found = {}
        for name, spec in self.plan.get("indicators", {}).items():
            upper, _, lower = spec["of"].partition("/")
            times = 100 if spec["unit"] == "percent" else 1
            words = [re.findall(r"[^\s()+]+", side) for side in (upper, lower)]
            found[name] = (*words, times)
        return found

    def occasion_span(self, occasion_year):
        """The years an occasion looks back on."""
        name, _, year = occasion_year.rpartition("-")
        covers = self.plan["occasions"][name].get("covers", {"from": year, "to": year})
        return span(str(covers["from"]))[0], span(str(covers["to"]))[1]


class Facts:
    """What is known of one unit and one period by a day."""

    def __init__(self, folder, unit, period, today):
        self.folder, self.unit, self.period, self.today = folder, unit, period, today
        self.record = folder.units[unit]
        self.marks = Marks(folder, unit, period, today)

    def count(self, period, indicator):
        """The most official count of a period that has the figures, the latest of equals."""
        upper, lower, _ = self.folder.formulas[indicator]
        record = self.folder.figures.get(period, {}).get(self.unit, {})
        known = [each for each in record.get("figures", ()) if day(each["as_of"]) <= self.today
                 and all(figure in each["values"] for figure in (*upper, *lower))]
        if not known:
            raise Open(CANNOT_JUDGE)
        return max(known, key=lambda each: (OFFICIAL[each["status"]], day(each["as_of"])))

    def indicator_in(self, count, indicator):
        upper, lower, times = self.folder.formulas[indicator]
        value = sum(number(count["values"][figure]) for figure in upper)
        if lower:
            below = sum(number(count["values"][figure]) for figure in lower)
            if below == 0:
                raise Open(CANNOT_JUDGE)
            value = Fraction(value) / below
        return value * times

    def indicator(self, indicator):
        return self.indicator_in(self.count(self.period, indicator), indicator)

    def change(self, spec):
        """How much an indicator rose or fell since an earlier period."""
        earlier = spec["since"]
        before_span = (
            tuple(each.replace(year=each.year - 1) for each in self.period)
            if earlier == "previous-year"
            else span(earlier)
        )
        indicator = spec["indicator"]
        before = self.count(before_span, indicator)
        now = self.count(self.period, indicator)
        if before.get("poverty_standard") != now.get("poverty_standard"):
            raise Open(CANNOT_JUDGE)
        base = self.indicator_in(before, indicator)
        change = self.indicator_in(now, indicator) - base
        if spec["change"] == "reduction":
            change = -change
        if spec["unit"] == "percent":
            if base == 0:
                raise Open(CANNOT_JUDGE)
            change = change * 100 / Fraction(base)
        if spec.get("per_year"):
            change = change / Fraction(self.period[1].year - before_span[1].year)
        return change

    def assigned(self, target):
        record = self.folder.figures.get(self.period, {}).get(self.unit, {})
        found = record.get("assigned", {}).get(target)
        if found is None or "date" in found and day(found["date"]) > self.today:
            raise Open(CANNOT_JUDGE)
        return number(found["value"])

    def years_since(self, attribute):
        since = self.record.get("attributes", {}).get(attribute)
        if since is None:
            raise Open(CANNOT_JUDGE)
        return years_between(day(since), self.period[1])

    def amount(self, spec, mark):
        """An amount of a rule; where none is written, the number of the mark."""
        if spec is None:
            if mark is None or "number" not in mark:
                raise Open(NOT_JUDGED)
            return number(mark["number"])
        if isinstance(spec, dict):
            if "assigned" in spec:
                return self.assigned(spec["assigned"])
            if "years_since" in spec:
                return self.years_since(spec["years_since"])
            return self.change(spec)
        if isinstance(spec, str) and spec in self.folder.formulas:
            return self.indicator(spec)
        return number(spec)

    def measure_met(self, measure):
        value = (self.change(measure) if "change" in measure
                 else self.indicator(measure["indicator"]))
        threshold = measure["threshold"]
        if isinstance(threshold, dict):
            return COMPARE[measure["op"]](value, self.assigned(threshold["assigned"]))
        return COMPARE[measure["op"]](value, number(threshold))

    def figure_holds(self, spec):
        threshold = self.amount(spec["threshold"], None)
        return COMPARE[spec["op"]](self.indicator(spec["indicator"]), threshold)

    def late_days(self, duty):
        """Days a filing came late; None: not filed and due; 0: not late, not owed."""
        last = self.last_day(duty)
        if last is None:
            return 0
        record = self.folder.filings.get(last.year, {}).get(self.unit, {})
        dates = [day(each["date"]) for each in record.get("filings", ()) if each["duty"] == duty]
        dates = [each for each in dates if each <= self.today]
        if dates:
            return max((min(dates) - last).days, 0)
        return None if self.today > last else 0

    def last_day(self, duty):
        """The last day on time in the closing year, where the unit owes the duty."""
        spec = next(each for each in self.folder.plan["duties"] if each["id"] == duty)
        owners, due, year = spec["from"], spec["due"], self.period[1].year
        owes = self.record["kind"] in owners.get("kinds", ()) or (
            owners.get("cluster_members") and self.unit in self.folder.cluster_of
        )
        if not owes or not year_of(due["first"]) <= year <= year_of(due["last"]):
            return None
        for word in ("by", "before"):
            if word in due:
                date, month = map(int, due[word].split("/"))
                early = word == "before" and due.get("strict", True)
                return datetime.date(year, month, date) - datetime.timedelta(early)
        return None


class Marks:
    """The scorecard of one unit in one period: every mark known by a day."""

    def __init__(self, folder, unit, period, today):
        record = folder.scores.get(period, {}).get(unit, {})
        by_stage = {}
        for key, entry in record.get("stages", {}).items():
            if day(entry["date"]) <= today:
                by_stage.setdefault(key.partition("/")[0], []).append(entry.get("marks") or {})
        self.by_stage = {
            stage: self.gathered(by_stage[stage]) for stage in folder.stages if stage in by_stage
        }
        self.last = {}
        for counted in self.by_stage.values():
            self.last.update(counted)

    @staticmethod
    def gathered(entries):
        """Of one stage: for each id the marks that count, and how many are recused."""
        found = {}
        for marks in entries:
            for key, mark in marks.items():
                found.setdefault(key, []).append(mark)
        counted = {}
        for key, marks in found.items():
            valid = [mark for mark in marks if "recused" not in mark]
            if valid:
                counted[key] = valid, len(marks) - len(valid)
        return counted

    def reached(self, counts):
        """Has the stage that counts marked anything at all?"""
        return bool(self.by_stage) if counts == "last" else counts in self.by_stage

    def counting(self, key, counts):
        """The marks that count for an id, and how many scorers are recused."""
        stage = self.last if counts == "last" else self.by_stage.get(counts, {})
        return stage.get(key, ((), 0))

    def one(self, key, counts):
        """The one mark that counts for an id, or None."""
        marks, _ = self.counting(key, counts)
        if len(marks) > 1:
            raise Open(CANNOT_JUDGE)
        return marks[0] if marks else None

    def done(self, fact, counts):
        """What the scorecard says of a fact; nothing is not an answer."""
        mark = self.one(fact, counts)
        if mark is None or "done" not in mark:
            raise Open(NOT_JUDGED)
        return mark["done"]
