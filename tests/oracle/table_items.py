"""A score table with all that its items take from what stands above them."""

import functools
from fractions import Fraction
from typing import NamedTuple

from table_facts import number


class Band(NamedTuple):
    """A stretch of numbers, and what is written for it."""

    low: Fraction | None
    with_low: bool
    high: Fraction | None
    with_high: bool
    spec: dict

    def holds(self, value):
        above = self.low is None or value > self.low or self.with_low and value == self.low
        below = self.high is None or value < self.high or self.with_high and value == self.high
        return above and below


def bands_of(specs):
    """Bands, lowest first; a missing upper edge is the next lower edge upward."""
    def lower(spec):
        edge = spec.get("from", spec.get("over"))
        return (edge is not None, number(edge) if edge is not None else 0, "over" in spec)

    specs = sorted(specs, key=lower)
    bands = []
    for spec, upward in zip(specs, [*specs[1:], {}]):
        known, low, _ = lower(spec)
        high, with_high = spec.get("to"), False
        if "up_to" in spec:
            high, with_high = spec["up_to"], True
        elif high is None:
            high, with_high = upward.get("from", upward.get("over")), "over" in upward
        bands.append(Band(low if known else None, "from" in spec,
                          None if high is None else number(high), with_high, spec))
    return bands


def band_of(bands, value):
    """What is written for the band a number falls in, or None."""
    return next((band.spec for band in bands if band.holds(value)), None)


class Item:
    """A criterion or part with everything that its table decides for it."""

    def __init__(self, spec, most, above, known):
        self.spec, self.id, self.max = spec, spec["id"], most
        self.known = known.get(self.id)  # the criterion of the kind's set
        self.rule = spec.get("rule")
        self.counts = spec.get("counts", above["counts"])
        self.scorers = spec.get("scorers", above["scorers"])
        self.conditions = [*above["conditions"], *conditions_of(spec, self.counts)]
        self.word = self.rule or {"yes-no": "yes-no", "graded": "grade", "measured": "change"}[
            self.known["judged"]]
        self.measure = spec.get("measure") or (self.known or {}).get("measure")
        self.bands = bands_of(spec["bands"]) if "bands" in spec else []
        below = {"counts": self.counts, "scorers": self.scorers, "conditions": self.conditions}
        self.parts = items_of(spec.get("parts", ()), most, below, known)

    @property
    def full(self):
        """What the rules reckon with: the maximum, or 1 where there are no points."""
        return 1 if self.max is None else self.max

    @functools.cached_property
    def takes_mark(self):
        amounts = {"ratio": ("value", "plan"), "best-in-group": ("value", "target"),
                   "steps": ("value",), "count": ("value",)}.get(self.word)
        if amounts:
            return any(each not in self.spec for each in amounts)
        return self.word in ("yes-no", "grade", "choice", "weighted-mark", "manual")


def conditions_of(spec, counts):
    """Its own condition, if any, with the stage whose marks say what is so."""
    return [(spec["applies_if"], counts)] if "applies_if" in spec else []


def maxima(specs, whole):
    """The maximum of each of the siblings; None where there are no points."""
    weights = sum(number(spec["weight"]) for spec in specs if weighed(spec))
    for spec in specs:
        if spec.get("points") == "none":
            yield None
        elif weighed(spec):
            yield Fraction(number(spec["weight"])) * whole / weights
        elif "max" in spec:
            yield number(spec["max"])
        else:
            yield number(spec["scale"]) * number(spec["weight"])


def weighed(spec):
    return "weight" in spec and spec.get("rule") != "weighted-mark"


def items_of(specs, whole, above, known):
    return [Item(spec, most, above, known) for spec, most in zip(specs, maxima(specs, whole))]


class Table:
    """One table of a score-table file, for one kind of unit."""

    def __init__(self, file, spec, criteria):
        self.spec, self.grades = spec, file.get("grades", {})
        self.base = number(spec["base"]) if "base" in spec else None
        self.counts = spec.get("counts", "last")
        self.leave = spec.get("not_applicable") == "leave"
        known = {each["id"]: each for each in criteria}
        whole = number(spec["total"]) if "total" in spec else 0
        above = {"counts": self.counts, "scorers": spec.get("scorers"), "conditions": []}
        self.groups, self.items = {}, []
        if spec.get("points") == "equal":
            equal = [{"id": each["id"], "weight": 1} for each in criteria]
            self.items = items_of(equal, whole, above, known)
        elif "groups" in spec:
            for group, most in zip(spec["groups"], maxima(spec["groups"], whole)):
                inside = {"counts": group.get("counts", above["counts"]),
                          "scorers": group.get("scorers", above["scorers"]),
                          "conditions": conditions_of(group, group.get("counts", self.counts))}
                self.groups[group["id"]] = items_of(group["criteria"], most, inside, known)
                self.items += self.groups[group["id"]]
        else:
            self.items = items_of(spec.get("criteria", ()), whole, above, known)
        self.whole = whole or sum(item.max for item in self.items if item.max is not None)
        self.bonus = spec.get("bonus", {})
        self.deductions = spec.get("deductions", {})
        self.late_bands = {each["id"]: bands_of(each["bands"])
                           for each in self.deductions.get("items", ()) if each["rule"] == "late"}
        self.minus = {minus["id"]: item for item in self.all_items() if item.word == "full-minus"
                      for minus in item.spec["minus"]}

    def all_items(self):
        """Criteria in the order of the table, their parts directly behind them."""
        for item in self.items:
            yield item
            yield from item.parts
