"""Places and quotas: the units of a period held against one another."""

import itertools
from fractions import Fraction
from typing import NamedTuple

from table_classes import KNOWN, NO_NOMINATION, NONE, Standing
from table_facts import Open, number, rounded, span
from table_rules import Sheet


class Verdict(NamedTuple):
    """Who stays inside a quota; `allowed` is None where it cannot be told."""

    allowed: int | None
    winners: list
    stopped: bool


class Placed(NamedTuple):
    """One unit in a list; without a total it has no place."""

    sheet: Sheet
    place: int | None = None
    tied: bool = False


class Ranking:
    """All units of one period: their places, the quotas, and the classes after them."""

    def __init__(self, scorer, period):
        self.scorer, self.period, self.folder = scorer, period, scorer.folder
        self.lists, self.standings, self.quotas = {}, {}, {}
        groups = {}
        for unit in self.folder.units:
            if scorer.takes_part(unit, period) and scorer.sheet(unit, period):
                groups.setdefault(scorer.group(unit, period), []).append(scorer.sheet(unit, period))
                self.standings[unit] = scorer.standing(unit, period)
        for group, sheets in groups.items():
            self.lists[group] = self.placed(sheets)
        for spec in self.heads_first():
            self.lower_to_heads(spec)
            self.share_out(spec)

    def units_of(self, spec):
        return [unit for unit in self.standings
                if self.scorer.sheet(unit, self.period).table.spec is spec]

    def head(self, unit):
        """The unit that this one's class may not exceed, if it is there."""
        sheet = self.scorer.sheet(unit, self.period)
        key = sheet.table.spec.get("classes", {}).get("not_above")
        head = sheet.facts.record.get("attributes", {}).get(key)
        return head if head in self.standings else None

    def heads_first(self):
        """Every table once, after those of heads and parents."""
        specs = {id(sheet.table.spec): sheet.table.spec for sheet in (
            self.scorer.sheet(unit, self.period) for unit in self.standings)}
        needs = {key: set() for key in specs}
        for unit in self.standings:
            for other in (self.head(unit), unit.rpartition("/")[0]):
                if other in self.standings:
                    needs[self.table_key(unit)].add(self.table_key(other))
        while specs:
            key = next((each for each in specs if not needs[each] & specs.keys() - {each}),
                       next(iter(specs)))
            yield specs.pop(key)

    def table_key(self, unit):
        return id(self.scorer.sheet(unit, self.period).table.spec)

    def lower_to_heads(self, spec):
        """Lowers each class to that of the head, as it stands before quotas of this table."""
        order = [level["id"] for level in spec.get("classes", {}).get("levels", ())]
        before = dict(self.standings)
        for unit in self.units_of(spec):
            standing, head = self.standings[unit], self.head(unit)
            if standing.state == KNOWN and head and before[head].level in order:
                lowest = max(order.index(before[head].level), order.index(standing.level))
                self.standings[unit] = standing._replace(level=order[lowest])

    def placed(self, sheets):
        """Units with a total by their places, equal ones tied; the others behind them."""
        keyed = sorted(((self.key(each), each) for each in sheets if each.total is not None),
                       key=lambda pair: pair[0])
        placed = []
        for _, equals in itertools.groupby(keyed, key=lambda pair: pair[0]):
            equals = [each for _, each in equals]
            place = len(placed) + 1
            placed += [Placed(each, place, len(equals) > 1) for each in equals]
        return placed + [Placed(each) for each in sheets if each.total is None]

    def key(self, sheet):
        """What a unit is ranked by; the smallest comes first."""
        rule = sheet.table.spec.get("ranking", {})
        first = sheet.share if rule.get("by") == "share" else sheet.total
        return [-first, *(self.tie_key(sheet, tie) for tie in rule.get("ties", ()))]

    def tie_key(self, sheet, tie):
        """Points that are not there come behind all that are."""
        if "criterion" in tie:
            points = sheet.results[tie["criterion"]].points
            return (points is None, -(points or 0))
        if "group" in tie:
            return -sheet.group_points(tie["group"])[0]
        if "bonus" in tie:
            return -sheet.bonus
        if "deductions" in tie:
            return sheet.deductions
        try:
            value = sheet.facts.indicator(tie["indicator"])
        except Open:
            return (True, 0)
        return (False, value if tie["better"] == "lower" else -value)

    # Quotas.

    def share_out(self, spec):
        """Every quota of a table; one inside another goes before it."""
        waiting = list(spec.get("quotas", ()))
        self.before = dict(self.standings)
        done = {}
        while waiting:
            inner = {each.get("inside") for each in waiting}
            quota = next(each for each in waiting if each["id"] not in inner)
            waiting.remove(quota)
            done[quota["id"]] = self.apply(spec, quota, [
                each for each in spec["quotas"] if each.get("inside") == quota["id"]], done)

    def scopes(self, spec, within):
        """The units that share one number: by lists, all, or below each parent."""
        scopes = {}
        for group, units in self.lists.items():
            for each in units:
                parent = each.sheet.unit.rpartition("/")[0]
                if each.sheet.table.spec is spec and (parent or within != "parent"):
                    name = {"cluster": group, "table": None, "parent": parent}[within]
                    scopes.setdefault(name, []).append(each.sheet)
        return scopes

    def apply(self, spec, quota, inner, done):
        """Winners of a quota in every scope; what befalls the others."""
        taken = [unit for each in inner for unit in done[each["id"]]]
        all_winners = []
        for scope, sheets in self.scopes(spec, quota["within"]).items():
            inside = [each.unit for each in sheets if each.unit in taken]
            allowed = self.allowed(quota, scope, sheets)
            rivals = sorted((each for each in sheets if each.total is not None
                             and each.unit not in inside and self.competes(each, quota)),
                            key=self.key)
            if allowed is None:
                verdict = Verdict(None, [], False)
            else:
                verdict = self.cut(rivals, max(allowed - len(inside), 0))._replace(allowed=allowed)
                for each in rivals:
                    if each.unit not in verdict.winners:
                        self.standings[each.unit] = self.put_over(each, quota)
            self.quotas[(id(spec), quota["id"]), scope] = verdict
            all_winners += verdict.winners
        return all_winners

    def competes(self, sheet, quota):
        standing = self.standings[sheet.unit]
        if "classes" in sheet.table.spec and standing.state != KNOWN:
            return False
        return standing.level == quota["class"] if "class" in quota else standing.nominable

    def allowed(self, quota, scope, sheets):
        """How many may win; None where the parent has no class."""
        if "fixed" in quota:
            fixed = quota["fixed"]
            return fixed.get(scope[1], 0) if isinstance(fixed, dict) else fixed
        percent = quota.get("percent")
        if "percent_by_class" in quota:
            parent = self.standings.get(scope)
            percent = quota["percent_by_class"].get(parent.level) if parent else None
        if percent is None:
            return None
        count = Fraction(number(percent)) * self.counted(quota, sheets) / 100
        return rounded(count, {"to": 1, "how": quota["round"]})

    def counted(self, quota, sheets):
        """What a percentage is of."""
        of = quota["of"]
        if of == "units":
            return len(sheets)
        if "class" in of:
            return sum(self.at_least(each, of["class"]) for each in sheets)
        return len({each["unit"] for each in self.folder.proposals if each["form"] == of["form"]
                    and self.granted(each)} & {each.unit for each in sheets})

    def at_least(self, sheet, level):
        """Is the class before quotas that one or a better one?"""
        standing = self.before[sheet.unit]
        order = [each["id"] for each in sheet.table.spec["classes"]["levels"]]
        return standing.state == KNOWN and order.index(standing.level) <= order.index(level)

    def granted(self, proposal):
        year = int(proposal["occasion"].rpartition("-")[2])
        states = [entry["state"] for entry in proposal.get("history", [])
                  if span(entry["date"])[0] <= self.scorer.today]
        return (states[-1:] == ["decided"]
                and self.period[0].year <= year <= self.period[1].year)

    def cut(self, rivals, allowed):
        """The first so many; nobody of those tied at the edge."""
        if allowed >= len(rivals):
            return Verdict(allowed, [each.unit for each in rivals], False)
        edge = self.key(rivals[allowed])
        won = [each for each in rivals[:allowed] if self.key(each) != edge]
        return Verdict(allowed, [each.unit for each in won], len(won) < allowed)

    def put_over(self, sheet, quota):
        """What becomes of one for whom there was no room."""
        standing = self.standings[sheet.unit]
        if "over" not in quota:
            return standing
        if quota["over"] == NO_NOMINATION:
            return standing._replace(nominable=False)
        order = [each["id"] for each in sheet.table.spec["classes"]["levels"]]
        below = order[order.index(standing.level) + 1:]
        return standing._replace(level=below[0]) if below else Standing(
            NONE, None, standing.nominable)
