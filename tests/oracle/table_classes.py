"""Which table is for whom, and the class that a sheet reaches."""

import datetime
from fractions import Fraction
from typing import NamedTuple

from table_facts import (
    CANNOT_JUDGE, MET, NOT_APPLICABLE, OPEN, Open, number, shorter, span, whole_months,
)
from table_items import Table, band_of, bands_of
from table_rules import Sheet

KNOWN, NONE, NOT_CLASSED, UNKNOWN = "known", "none", "not-classed", "open"
DOWN, NO_CLASS, NO_NOMINATION = "class-down", "no-class", "no-nomination"


class Standing(NamedTuple):
    """The class of a unit, and whether it may be proposed for awards."""

    state: str
    level: str | None = None
    nominable: bool = True


class Scorer:
    """Scores a plan folder as of a day."""

    def __init__(self, folder, today):
        self.folder, self.today = folder, today
        self.tables, self.sheets, self.standings, self.best = {}, {}, {}, {}

    # Which table, which units.

    def table(self, kind, period):
        key = kind, period
        if key not in self.tables:
            self.tables[key] = self.find_table(kind, period)
        return self.tables[key]

    def find_table(self, kind, period):
        in_force = {name: file for name, file in self.folder.tables.items()
                    if self.valid(file["valid"], period)}
        replaced = {file.get("replaces") for file in in_force.values()}
        for name, file in in_force.items():
            for key, spec in file["tables"].items():
                if name not in replaced and kind in spec.get("kinds", [key]):
                    criteria = self.folder.plan["kinds"][kind].get("criteria")
                    known = self.folder.criteria.get(criteria, {}).get("criteria", [])
                    return Table(file, spec, known)
        return None

    def valid(self, valid, period):
        if "from" in valid and span(valid["from"])[0] > min(self.today, period[1]):
            return False
        return any(span(each) == period for each in valid.get("periods", ())) or any(
            self.folder.occasion_span(each) == period for each in valid.get("occasions", ()))

    def takes_part(self, unit, period):
        first, last = self.enrolled(unit, period)
        return first <= last

    def enrolled(self, unit, period):
        """The first and last day of taking part inside the period."""
        enrolled = self.folder.units[unit].get("enrolled", {})
        first = max(span(enrolled["from"])[0], period[0]) if "from" in enrolled else period[0]
        last = min(span(enrolled["to"])[1], period[1]) if "to" in enrolled else period[1]
        return first, last

    def sheet(self, unit, period):
        """The sheet of a unit, scored, or None where no table is valid for it."""
        sheet = self.blank_sheet(unit, period)
        if sheet and not sheet.scored:
            sheet.score()
        return sheet

    def blank_sheet(self, unit, period):
        key = unit, period
        if key not in self.sheets:
            table = self.table(self.folder.units[unit]["kind"], period)
            self.sheets[key] = table and Sheet(self, table, unit, period)
        return self.sheets[key]

    def shorter_sheets(self, sheet):
        each = sheet.table.spec["periods"]["each"]
        return [self.sheet(sheet.unit, part) if self.takes_part(sheet.unit, part) else None
                for part in shorter(sheet.period, each)]

    def group(self, unit, period):
        """What a unit is ranked within: its table, and its cluster or none."""
        cluster = self.folder.cluster_of.get(unit)
        table = self.table(self.folder.units[unit]["kind"], period)
        return id(table and table.spec), cluster and cluster["id"]

    def best_share(self, sheet, item):
        """The greatest share among the units that one is ranked with."""
        group = self.group(sheet.unit, sheet.period)
        key = group, sheet.period, item.id
        if key not in self.best:
            peers = [unit for unit in self.folder.units
                     if self.group(unit, sheet.period) == group
                     and self.takes_part(unit, sheet.period)]
            shares = [self.blank_sheet(unit, sheet.period).share_for_group(item)
                      for unit in peers]
            self.best[key] = max(each for each in shares if each is not None)
        return self.best[key]

    # Classes.

    def standing(self, unit, period):
        """The class of a unit by itself, before quotas and before that of its head."""
        key = unit, period
        if key not in self.standings:
            sheet = self.takes_part(unit, period) and self.sheet(unit, period)
            self.standings[key] = (
                Classing(self, sheet).standing() if sheet else Standing(UNKNOWN))
        return self.standings[key]


class Classing:
    """Finds the class of one sheet."""

    def __init__(self, scorer, sheet):
        self.scorer, self.sheet = scorer, sheet
        self.rules = sheet.table.spec.get("classes", {})
        self.levels = self.rules.get("levels", [])
        self.gates = {gate["id"]: gate for gate in self.rules.get("gates", ())}

    def standing(self):
        try:
            if any([self.left_out(each) for each in self.rules.get("not_classed", ())]):
                return Standing(NOT_CLASSED)
            if self.sheet.total is None or not self.levels:
                return Standing(UNKNOWN)
            return self.reached()
        except Open:
            return Standing(UNKNOWN)

    def left_out(self, rule):
        if "fact" in rule:
            try:
                return self.sheet.marks.done(rule["fact"], self.sheet.table.counts)
            except Open:  # an exception nobody told is none
                return False
        first, last = self.scorer.enrolled(self.sheet.unit, self.sheet.period)
        return whole_months(first, last + datetime.timedelta(1)) < number(rule["months_under"])

    def reached(self):
        """The level by points and its own gates, then what bears on every level."""
        sheet = self.sheet
        value = sheet.share if self.rules.get("of") == "share" else sheet.total
        level = band_of(bands_of(self.levels), value)
        at = self.allowed_from(self.levels.index(level)) if level else None
        nominable = True
        for effect in self.common_effects(lambda: at is None):
            if effect == NO_NOMINATION:
                nominable = False
            else:
                at = self.allowed_from(at + 1) if effect == DOWN else None
        if at is None:
            return Standing(NONE)
        return Standing(KNOWN, self.levels[at]["id"],
                        nominable and NO_NOMINATION not in self.own_effects(at))

    def common_effects(self, ended):
        """The effects of the gates of every level, then those of deductions."""
        named = {gate for each in self.levels for gate in each.get("gates", ())}
        for name, gate in self.gates.items():
            if ended():
                return
            if name not in named:
                yield from self.failed(gate)
        for effect in self.effects():
            if not ended():
                yield effect

    def allowed_from(self, at):
        """The first level from this one down that its own gates let through, or None."""
        while at < len(self.levels):
            own = self.own_effects(at)
            if NO_CLASS in own:
                return None
            if DOWN not in own:
                return at
            at += 1
        return None

    def own_effects(self, at):
        """The effects of the gates of one level that do not hold."""
        return [effect for name in self.levels[at].get("gates", ())
                for effect in self.failed(self.gates[name])]

    def effects(self):
        """What deductions bring about besides points."""
        found = []
        for spec in self.sheet.table.deductions.get("items", ()):
            if self.sheet.taken[spec["id"]] > 0 and "effect" in spec:
                effect = spec["effect"]
                found += effect if isinstance(effect, list) else [effect]
        return found

    def failed(self, gate):
        """The effect of a gate that does not hold, in a list; else nothing."""
        word = next(each for each in ("each", "none_of", "met", "vote", "in_periods")
                    if each in gate)
        return [] if getattr(self, f"holds_{word}")(gate) else [gate["else"]]

    def holds_each(self, gate):
        least = Fraction(number(gate["each"])) / 100
        table, found = self.sheet.table, []
        for name in gate.get("of", [item.id for item in table.items if item.max is not None]):
            if name in table.groups:
                found.append(self.sheet.group_points(name))
            elif self.sheet.results[name].verdict != NOT_APPLICABLE:
                found.append(self.sheet.results[name][1:])
        return all(points >= least * most for points, most in found)

    def holds_none_of(self, gate):
        """One that happened is enough, whatever is not known of the others."""
        unknown = None
        for name in gate["none_of"]:
            try:
                if self.happened(name):
                    return False
            except Open as error:
                unknown = error
        if unknown:
            raise unknown
        return True

    def happened(self, name):
        """Was there such a deduction, such a minus, such a fact?"""
        sheet = self.sheet
        if name in sheet.taken:
            return sheet.taken[name] > 0
        if name in sheet.table.minus:
            mark = sheet.marks.one(name, sheet.table.minus[name].counts)
            return mark is not None and number(mark["number"]) > 0
        return sheet.marks.done(name, sheet.table.counts)

    def holds_met(self, gate):
        return all([self.is_met(name) for name in gate["met"]])

    def is_met(self, name):
        """An item that does not apply is not asked."""
        result = self.sheet.results.get(name)
        if result is None:
            return self.sheet.marks.done(name, self.sheet.table.counts)
        if result.verdict in OPEN:
            raise Open(result.verdict)
        return result.verdict in (MET, NOT_APPLICABLE)

    def holds_vote(self, gate):
        mark = self.sheet.marks.one(gate["vote"], self.sheet.table.counts)
        return self.sheet.facts.amount(None, mark) >= number(gate["from"])

    def holds_in_periods(self, gate):
        standings = [self.scorer.standing(each.unit, each.period)
                     for each in self.scorer.shorter_sheets(self.sheet)]
        reached = sum(each.state == KNOWN and each.level in gate["in_periods"]
                      for each in standings)
        unknown = sum(each.state == UNKNOWN for each in standings)
        if reached < gate["at_least"] <= reached + unknown:
            raise Open(CANNOT_JUDGE)
        return reached >= gate["at_least"]
