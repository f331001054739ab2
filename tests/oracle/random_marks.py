"""Marks for random score tables: drawn beforehand, on the borders of each rule.

A pool holds every mark as a dict and as text, so that filling in a scorecard
is little more than choosing from pools.
"""

from fractions import Fraction
from typing import NamedTuple

from random_rules import GRADE_NAMES, GRADES, plain

SIZE = 24  # marks in a pool
EVIDENCE = "evidence/bien-ban.txt"
HAIR = Fraction(1, 1000)


class Written(NamedTuple):
    """A value and its text in flow style."""

    value: object
    text: str


def flow(value):
    """A value as YAML on one line."""
    if isinstance(value, dict):
        pairs = [f"{key_text(key)}: {flow(each)}" for key, each in value.items()]
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else decimal_text(value)


def key_text(key):
    return f'"{key}"' if key[0].isdigit() else key


def decimal_text(value):
    """A decimal; every third one the Vietnamese way, with a comma and in quotes."""
    if value.denominator == 1:
        return str(value.numerator)
    digits = f"{abs(value.numerator) * 10**9 // value.denominator:010d}"
    behind = digits[-9:].rstrip("0")
    behind += "0" * (len(behind) == 3)  # three digits look like a thousands mark
    text = f"{'-' if value < 0 else ''}{digits[:-9]}.{behind}"
    return text if value.numerator % 3 else '"' + text.replace(".", ",") + '"'


class MarkPool:
    """For one table: what may be marked under each id, and by whom."""

    def __init__(self, rng, table):
        self.rng = rng
        self.single, self.by_scorers = {}, {}  # items marked by one, and by several
        self.seldom = {}  # what is recorded only where it happened
        self.everywhere = {}  # facts and votes: every stage says the same
        self.excuses = self.written([{"applies": False, "reason": "Không phát sinh"}])
        self.excusable = []
        for item in table.all_items():
            self.add(item)
        for side in ("bonus", "deductions"):
            for spec in table.spec.get(side, {}).get("items", ()):
                if spec["rule"] in ("count", "manual") and "value" not in spec:
                    self.seldom[spec["id"]] = self.drawn(spec["rule"], spec, 1)
        for fact in table.spec.get("facts", ()):
            self.everywhere[fact["id"]] = self.written([{"done": True}, {"done": False}])
        for gate in table.spec.get("classes", {}).get("gates", ()):
            if "vote" in gate:
                self.everywhere[gate["vote"]] = self.written(
                    [{"number": each} for each in (0, 50, 70, 80, 90, Fraction(1599, 20))])

    def add(self, item):
        if item.word != "best-in-group" and not item.scorers:
            self.excusable.append(item.id)
        for minus in item.spec.get("minus", ()):
            self.seldom[minus["id"]] = self.written([{"number": each} for each in (0, 1, 2, 5)])
        if not item.takes_mark:
            return
        scorers = item.scorers["sum"] if isinstance(item.scorers, dict) else 1
        pool = self.drawn(item.word, item.spec, Fraction(item.full) / scorers)
        if item.scorers:
            self.by_scorers[item.id] = pool
        else:
            self.single[item.id] = pool

    def written(self, marks, evidence=False):
        """Each mark as the first stage writes it, and as a later one does."""
        pairs = []
        for mark in marks:
            if evidence and self.rng.chance(0.97):
                mark = {**mark, "evidence": [EVIDENCE]}
            later = {**mark, "reason": "Chấm lại"}
            pairs.append((Written(mark, flow(mark)), Written(later, flow(later))))
        return pairs

    def drawn(self, word, spec, full):
        marks = [self.mark(word, spec, full) for _ in range(SIZE)]
        return self.written(marks, spec.get("evidence") == "required")

    def mark(self, word, spec, full):
        """A mark that the rule takes."""
        rng = self.rng
        if word == "yes-no":
            return {"done": rng.chance(0.8)}
        if word == "grade":
            grade = rng.choices(GRADES, (5, 4, 2, 1))[0]
            return {"grade": grade if rng.chance(0.5) else GRADE_NAMES[grade]}
        if word == "choice":
            return {"grade": rng.choice(spec["levels"])["id"]}
        return {"number": plain(rng.choice(self.numbers(word, spec, full)))}

    def numbers(self, word, spec, full):
        """Numbers on and about the borders of a rule."""
        rng = self.rng
        if word == "steps":
            edges = [Fraction(band[edge]) for band in spec["bands"]
                     for edge in ("from", "over", "to", "up_to") if edge in band]
            return [0, rng.decimal(-30, 100), *edges, *(each + HAIR for each in edges),
                    *(each - HAIR for each in edges)]
        if word == "count":
            return [0, 1, 2, 5, rng.decimal(0, 9), rng.decimal(0, 40)]
        if word == "weighted-mark":
            return [0, spec["scale"], spec["scale"], rng.decimal(0, spec["scale"])]
        if word == "manual":
            return self.by_hand(spec, full)
        wanted = spec.get("plan", spec.get("target"))
        wanted = 30 if isinstance(wanted, (dict, str)) else Fraction(wanted)
        return [0, wanted, wanted / 2, wanted * 2, wanted * Fraction(5, 4), rng.decimal(0, 50),
                rng.decimal(0, 100)]

    def by_hand(self, spec, full):
        least, most = spec.get("least", 0), Fraction(spec.get("most", full))
        if "step" in spec:
            return [spec["step"] * self.rng.randint(0, most // spec["step"])]
        finest = most * 1000 // 1 / Fraction(1000)
        half = (least + finest) * 500 // 1 / Fraction(1000)
        return [least, finest, finest, max(half, Fraction(least))]


class Scorecard:
    """The stages of one unit's scorecard, with their text."""

    def __init__(self, rng, pool, scorers):
        self.rng, self.pool, self.scorers = rng, pool, scorers
        self.stages = {}

    def fill(self):
        rng, pool = self.rng, self.pool
        self.same = {key: rng.choice(marks)[0] for key, marks in pool.everywhere.items()
                     if rng.random() < 0.98}
        kept = {key: marks for key, marks in pool.single.items() if rng.random() < 0.99}
        excused = [key for key in pool.excusable if rng.random() < 0.02]
        if rng.random() < 0.95:
            self.add("self", "2023-11-25", self.marks(kept, 0, 0.97))
        if rng.random() < 0.98:
            marks = self.marks(kept, bool(self.stages), 0.98)
            marks.update((key, pool.excuses[0][bool(self.stages)]) for key in excused)
            self.add_council(marks)
        if rng.random() < 0.3:
            date = "2023-12-08" if rng.random() < 0.9 else "2024-02-01"
            self.add("verified", date, self.marks(kept, 1, 0.3))
        return self.record(), self.text()

    def marks(self, pools, later, share):
        rng = self.rng
        found = {key: rng.choice(marks)[later] for key, marks in pools.items()
                 if rng.random() < share}
        for key, marks in self.pool.seldom.items():
            if rng.random() < 0.15:
                found[key] = rng.choice(marks)[later]
        found.update(self.same)
        return found

    def add_council(self, marks):
        """One entry, or one for each scorer: the first also marks what one may mark."""
        if not self.pool.by_scorers:
            key = "council" if self.rng.random() < 0.7 else "council/ong-a"
            return self.add(key, "2023-12-01", marks)
        entries = [marks, *({} for _ in range(self.scorers - 1))]
        for key, pool in self.pool.by_scorers.items():
            if self.rng.random() < 0.98:
                for at, mark in enumerate(self.of_scorers(pool)):
                    entries[at][key] = mark
        for at, entry in enumerate(entries):
            self.add(f"council/uy-vien-{at}", "2023-12-01", entry)

    def of_scorers(self, pool):
        marks = [self.rng.choice(pool)[1] for _ in range(self.scorers)]
        if self.rng.random() < 0.1:
            marks[self.rng.randrange(self.scorers)] = RECUSED
        return marks

    def add(self, stage, date, marks):
        if marks:
            self.stages[stage] = date, marks

    def record(self):
        return {"stages": {stage: {"date": date, "marks": {
            key: mark.value for key, mark in marks.items()}}
            for stage, (date, marks) in self.stages.items()}}

    def text(self):
        lines = ["stages:"]
        for stage, (date, marks) in self.stages.items():
            lines += [f"  {stage}:", "    by: Hội đồng", f'    date: "{date}"',
                      "    marks:"]
            lines += [f"      {key}: {mark.text}" for key, mark in marks.items()]
        return "\n".join(lines) + "\n"


RECUSED = Written({"recused": "Người thân"}, '{recused: "Người thân"}')
