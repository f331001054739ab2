"""Draws the rules of single items: their keys, amounts, bands and conditions."""

import random
from fractions import Fraction

KINDS = ["commune", "ward", "office"]
GRADES = ["excellent", "good", "pass", "fail"]
GRADE_NAMES = {"excellent": "Xuất sắc", "good": "Tốt", "pass": "Đạt", "fail": "Chưa đạt"}
STAGES = ["self", "council", "verified"]
SUBKINDS = ["mountain", "plain"]
AREAS = ["bien-gioi", "mien-nui", "dong-bang"]
RATES, COUNTS = ["ty-le-ngheo", "ty-le-chung"], ["so-mo-hinh", "so-vu"]
TARGETS = ["chi-tieu-giam", "chi-tieu-mo-hinh"]
DUTIES = ["bao-cao-nam", "bao-cao-khoi", "bao-cao-khong-ngay"]
FORMS = ["bang-khen", "co-thi-dua"]
CLASSES = ["excellent", "good", "done", "failed"]
ROLES = ["leader", "deputy"]
OPS = [">", ">=", "<", "<="]
CRITERIA = [
    {"id": "1", "text": "Có kế hoạch", "judged": "yes-no"},
    {"id": "2", "text": "Tuyên truyền tốt", "judged": "graded"},
    {"id": "3", "text": "Giảm tỷ lệ nghèo", "judged": "measured",
     "measure": {"indicator": "ty-le-ngheo", "unit": "percent", "op": "<=", "threshold": 30}},
    {"id": "4", "text": "Xã miền núi có mô hình", "judged": "yes-no",
     "applies_to": {"subkinds": ["mountain"]}},
    {"id": "5", "text": "Giúp đỡ hộ nghèo", "judged": "graded"},
]


class Draw(random.Random):
    """Chance, with a liking for borders and for awkward numbers."""

    def chance(self, share):
        return self.random() < share

    def decimal(self, low, high):
        """A number between the two with at most three digits behind the point."""
        scale = self.choice((1, 1, 10, 100, 1000))
        return plain(Fraction(self.randint(-(-low * scale // 1), high * scale // 1), scale))

    def below(self, most):
        """A number from 0 to this one, often a part that comes out even."""
        if self.chance(0.5):
            return plain(most * self.randint(0, 4) * 250 // 1 / Fraction(1000))
        return plain(self.randint(0, most * 1000 // 1) / Fraction(1000))

    def some(self, values, least=1):
        return self.sample(values, self.randint(least, len(values)))


def plain(value):
    """A whole number as an int, any other as it is."""
    value = Fraction(value)
    return value.numerator if value.denominator == 1 else value


def is_decimal(value):
    return Fraction(value * 1000).denominator == 1


class RuleMaker:
    """Puts rules into items of one table; ids are unique in it."""

    def __init__(self, rng, kinds, period, criteria, with_figures=True):
        self.rng, self.kinds, self.period = rng, kinds, period
        self.with_figures = with_figures
        self.criteria = list(criteria)  # of the kind's set: each must get a line
        self.number = 0
        self.facts, self.shared = [], set()  # ids that several scorers mark
        self.short_classes = False  # do the shorter periods give classes?
        self.scorers = None if rng.chance(0.75) else rng.choice(("mean", {"sum": 2}, {"sum": 3}))

    def fresh(self, prefix):
        self.number += 1
        return f"{prefix}-{self.number}"

    def named(self, prefix):
        name = self.fresh(prefix)
        return {"id": name, "name": f"Mục {name}"}

    def put_rule(self, item, most, words=None):
        words = words or ["yes-no", "grade", "choice", "ratio", "ratio", "steps", "steps", "count",
                          "full-minus", "change", "duration", "best-in-group", "weighted-mark",
                          "manual"]
        if not self.with_figures:
            words = [word for word in words if word not in ("change", "best-in-group")]
        word = self.rng.choice(words)
        if word == "weighted-mark" and ("weight" in item or "max" not in item):
            word = "manual"
        getattr(self, word.replace("-", "_"))(item, most)

    def put_rule_with_options(self, item, most):
        self.put_rule(item, most)
        self.with_options(item, most)

    def with_options(self, item, most):
        rng = self.rng
        free = item["rule"] not in ("best-in-group",)
        if free and rng.chance(0.1):
            item["applies_if"] = self.applies_if()
        if rng.chance(0.06):
            item["counts"] = "council"
        if item["rule"] in ("yes-no", "choice", "manual") and rng.chance(0.1):
            item["evidence"] = "required"
        if rng.chance(0.15):
            item["meets_from"] = rng.choice((Fraction(1, 2), Fraction(4, 5), 1))
        if rng.chance(0.08):
            item["round"] = {"to": rng.choice((Fraction(1, 2), Fraction(1, 100))),
                             "how": rng.choice(("half-up", "down", "up"))}
        return item

    # Rules: each puts its keys into the item.

    def yes_no(self, item, most):
        item["rule"] = "yes-no"

    def grade(self, item, most):
        item["rule"] = "grade"

    def choice(self, item, most):
        shares = sorted({plain(Fraction(self.rng.randint(0, 20), 20)) for _ in range(3)} | {1})
        item.update(rule="choice", levels=[
            {"id": f"muc-{at}", "name": f"Mức {at}", "share": share}
            for at, share in enumerate(shares)])

    def amount(self):
        """An amount that figures, targets or attributes give."""
        rng = self.rng
        if not self.with_figures:
            return {"years_since": "thanh-lap"}
        kind = rng.randrange(6)
        if kind <= 1:
            return rng.choice(RATES + COUNTS)
        if kind == 2:
            return {"assigned": rng.choice(TARGETS)}
        if kind == 3:
            return {"years_since": "thanh-lap"}
        return self.change_of(rng.choice(RATES + COUNTS))

    def change_of(self, indicator):
        rng = self.rng
        since = rng.choice(("previous-year", "2020")) if ".." not in self.period else "2020"
        change = {"indicator": indicator, "change": rng.choice(("reduction", "increase")),
                  "since": since,
                  "unit": rng.choice(("points", "percent")) if indicator in RATES else "percent"}
        if self.period.isdigit() and rng.chance(0.3):
            change["per_year"] = True
        return change

    def two_amounts(self, item, second):
        """An actual and a wanted value, at least one of them not by hand."""
        rng = self.rng
        if rng.chance(0.5):
            item[second] = plain(rng.choice((7, 11, 40, 100, rng.decimal(1, 60))))
        else:
            item[second] = self.amount()
        if rng.chance(0.4):
            item["value"] = self.amount()
        item["better"] = rng.choice(("higher", "lower"))
        if item["better"] == "higher" and not isinstance(item[second], (dict, str)):
            del item["better"]
        else:
            item["at_zero"] = rng.choice(("full", "nothing", "not-applicable"))

    def ratio(self, item, most):
        item["rule"] = "ratio"
        self.two_amounts(item, "plan")
        if self.rng.chance(0.25):
            item["excess"] = "bonus"
            if self.rng.chance(0.5):
                item["excess_cap"] = self.rng.decimal(1, 10)

    def best_in_group(self, item, most):
        item["rule"] = "best-in-group"
        self.two_amounts(item, "target")
        if self.rng.chance(0.5):
            item["at_target"] = plain(Fraction(self.rng.randint(0, 10), 10))

    def edges(self, count):
        """Borders in order, some of them with digits behind the point."""
        return sorted({self.rng.choice((0, 5, 10, 50, self.rng.decimal(-20, 90)))
                       for _ in range(count)})

    def bands(self, edges, content):
        """Bands at those edges, now and then with a gap, in any order."""
        rng = self.rng
        words = [rng.choice(("from", "from", "over")) for _ in edges]
        bands = []
        if rng.chance(0.4):
            upper = {"to": edges[0]} if words[0] == "from" else {"up_to": edges[0]}
            bands.append({**(upper if rng.chance(0.5) else {}), **content()})
            if not set(bands[0]) & {"to", "up_to"} and len(edges) == 1:
                bands[0].update(upper)
        for at, (word, edge) in enumerate(zip(words, edges)):
            band = {word: edge}
            if at + 1 < len(edges) and rng.chance(0.3):
                upper = "to" if words[at + 1] == "from" else "up_to"
                band[upper] = edges[at + 1]
                if rng.chance(0.3):
                    band[upper] = plain((edge + edges[at + 1]) * 500 // 1 / Fraction(1000))
            bands.append({**band, **content()})
        rng.shuffle(bands)
        return bands

    def steps(self, item, most):
        rng = self.rng
        by_share = item.get("points") == "none" or rng.chance(0.5)
        content = (lambda: {"share": plain(Fraction(rng.randint(0, 8), 8))}) if by_share else (
            lambda: {"points": rng.below(most)})
        item.update(rule="steps", bands=self.bands(self.edges(rng.randint(1, 5)), content))
        if rng.chance(0.5):
            item["value"] = self.amount()
        if not by_share and rng.chance(0.3):
            item["else"] = rng.below(most)

    def count(self, item, most):
        rng = self.rng
        item.update(rule="count", each=plain(rng.choice((1, 2, Fraction(1, 2), rng.decimal(1, 9)))))
        if rng.chance(0.4):
            item["cap"] = max(rng.below(most), Fraction(1, 1000))
        if rng.chance(0.3):
            item["value"] = self.amount()

    def full_minus(self, item, most):
        rng = self.rng
        item.update(rule="full-minus", minus=[
            {**self.named("minus"), "each": rng.choice((1, Fraction(1, 2), rng.decimal(1, 6)))}
            for _ in range(rng.randint(1, 3))])
        if rng.chance(0.25):
            item["floor"] = "none"

    def change(self, item, most):
        rng = self.rng
        indicator = rng.choice(RATES)
        if not self.with_figures:
            return self.yes_no(item, most)
        measure = {"indicator": indicator, "unit": "percent"}
        if rng.chance(0.7):
            measure = self.change_of(indicator)
        measure["op"] = rng.choice(OPS)
        measure["threshold"] = rng.choice((0, 10, rng.decimal(-20, 60)))
        if measure["unit"] == "points" and rng.chance(0.5):
            measure["threshold"] = {"assigned": TARGETS[0]}
        item.update(rule="change", measure=measure)

    def duration(self, item, most):
        item.update(rule="duration", since="thanh-lap", op=self.rng.choice(OPS),
                    years=self.rng.choice((1, 5, Fraction(5, 2), 10)))

    def weighted_mark(self, item, most):
        scale = self.rng.choice((4, 5, 10))
        weight = plain(Fraction(most) / scale)
        item.update(rule="weighted-mark", scale=scale, weight=weight)
        if self.rng.chance(0.5):
            del item["max"]

    def manual(self, item, most):
        rng = self.rng
        item["rule"] = "manual"
        if rng.chance(0.3):
            item["most"] = max(rng.below(most), Fraction(1, 1000))
            if rng.chance(0.5):
                item["least"] = rng.below(item["most"])
        elif rng.chance(0.3):
            item["step"] = rng.choice((Fraction(1, 2), Fraction(1, 4), Fraction(1, 10)))

    # Applicability.

    def applies_if(self):
        rng = self.rng
        words = ["kinds", "subkinds", "attribute", "role"]
        words += ["fact"] * bool(self.facts) + ["figure"] * self.with_figures
        conditions = {}
        for word in rng.sample(words, rng.choice((1, 1, 1, 2))):
            conditions[word] = self.condition(word)
        return conditions

    def condition(self, word):
        rng = self.rng
        if word == "kinds":
            return rng.some(self.kinds)
        if word == "subkinds":
            return rng.some(SUBKINDS)
        if word == "attribute":
            return {"vung": rng.some(AREAS)} if rng.chance(0.7) else {"dac-biet": [rng.chance(0.5)]}
        if word == "role":
            return rng.choice(ROLES)
        if word == "fact":
            return rng.choice(self.facts)["id"]
        return {"indicator": rng.choice(RATES + COUNTS), "op": rng.choice(OPS),
                "threshold": rng.choice((0, 10, 20, 50, rng.decimal(0, 80)))}
