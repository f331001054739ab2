"""Draws random valid score tables from the whole language of rules.

A table is a dict as YAML would give it, with ints and Fractions for numbers.
"""

from fractions import Fraction

from random_rules import (
    CLASSES, COUNTS, DUTIES, FORMS, RATES, RuleMaker, is_decimal, plain,
)

MIXED_SHARES = [0, Fraction(1, 2), 1, Fraction(3, 4), 1, 0]
MARKED_BY_SCORERS = ["yes-no", "grade", "choice", "ratio", "steps", "manual"]


class TableMaker(RuleMaker):
    """Draws one table: groups and criteria, and all that follows the sum."""

    # The table.

    def table(self):
        rng, table = self.rng, {}
        self.facts = [self.named("fact") for _ in range(rng.randint(0, 2))]
        shape = rng.choices(("criteria", "groups", "base"), (34, 56, 10))[0]
        if self.criteria and rng.chance(0.15):
            shape = "equal"
        whole = plain(rng.choice((100, 100, 1000, 110, rng.decimal(20, 300))))
        if shape == "base":
            table["base"] = whole
            if self.criteria or rng.chance(0.6):
                table["criteria"] = self.siblings(None, rng.randint(1, 4), rng.choice((20, 50)))
        else:
            table["total"] = whole
        if shape == "equal":
            table["points"] = "equal"
        elif shape == "criteria":
            table["criteria"] = self.siblings(whole, rng.randint(1, 9))
        elif shape == "groups":
            table["groups"] = self.groups(whole)
            if all("scorers" in group for group in table["groups"]):
                table["scorers"] = [group.pop("scorers") for group in table["groups"]][0]
        if shape != "equal" and (shape == "groups" or rng.chance(0.5)):
            table["not_applicable"] = rng.choice(("redistribute", "leave"))
        if rng.chance(0.2):
            table["counts"] = rng.choice(("last", "council"))
        return self.with_ends(table, whole)

    def of_periods(self, each, total, short, times):
        """A table made of shorter periods, of which there are so many."""
        whole = short.get("total", short.get("base")) * (times if total == "sum" else 1)
        table = {"total": whole, "periods": {"each": each, "total": total}}
        self.facts, self.short_classes = [], "classes" in short
        return self.with_ends(table, whole)

    def with_ends(self, table, whole):
        """What every table may have: bonus, deductions, classes, ranking, quotas."""
        rng = self.rng
        items = list(items_of(table))
        if rng.chance(0.5):
            table["bonus"] = self.bonus(items, whole, "base" in table)
        if rng.chance(0.5):
            table["deductions"] = self.deductions(items, whole)
        if rng.chance(0.35):
            table["round"] = {"to": plain(Fraction(1, rng.choice((1, 2, 10, 100)))),
                              "how": rng.choice(("half-up", "down", "up"))}
        if rng.chance(0.85):
            table["classes"] = self.classes(table, whole)
        if rng.chance(0.6):
            table["ranking"] = self.ranking(table, items)
        if "classes" in table and rng.chance(0.6):
            table["quotas"] = self.quotas()
        if self.facts:
            table["facts"] = self.facts
        return table

    def groups(self, whole):
        rng = self.rng
        groups = []
        for most, how in self.split(whole, rng.randint(1, 4)):
            group = {**self.named("group"), **how}
            if rng.chance(0.1):
                group["applies_if"] = self.applies_if()
            if rng.chance(0.1):
                group["counts"] = "council"
            if self.scorers and not self.criteria and rng.chance(0.3):
                self.group_of_scorers(group, most)
            else:
                group["criteria"] = self.siblings(most, rng.randint(1, 4))
            groups.append(group)
        return groups

    def group_of_scorers(self, group, most):
        """A group whose items all take the scorers from it, parts too."""
        group.update(scorers=self.scorers, counts="council", criteria=[])
        for item_most, how in self.split(most, self.rng.randint(1, 3)):
            item = {"id": self.fresh("k"), "text": "Tiêu chí", **how}
            if self.rng.chance(0.25):
                item.update(rule="parts", parts=self.parts(item_most, self.put_rule_by_hand))
            else:
                self.put_rule_by_hand(item, item_most)
            group["criteria"].append(item)

    def split(self, whole, count):
        """Maxima that add up to the whole, each with the key that says so."""
        rng = self.rng
        weights = [rng.choice((1, 1, 2, 3, 5, Fraction(3, 2), rng.randint(1, 13)))
                   for _ in range(count)]
        shares = [Fraction(weight) * whole / sum(weights) for weight in weights]
        if not is_decimal(whole) or rng.chance(0.4):
            return [(share, {"weight": plain(weight)}) for share, weight in zip(shares, weights)]
        fine = rng.choice((1, 10, 1000))
        parts = [max(Fraction(share * fine // 1, fine), Fraction(1, fine)) for share in shares]
        parts[-1] = whole - sum(parts[:-1])
        if parts[-1] <= 0:
            parts = [Fraction(whole) / 1000] * (count - 1)
            parts.append(whole - sum(parts))
        if not all(map(is_decimal, parts)):
            return [(share, {"weight": plain(weight)}) for share, weight in zip(shares, weights)]
        return [(part, {"max": plain(part)}) for part in parts]

    # Items.

    def siblings(self, whole, count, each=None):
        """Criteria that stand beside one another; `each` caps them where no sum binds."""
        rng = self.rng
        count = max(count, len(self.criteria))
        maxima = self.split(whole, count) if whole is not None else [
            (most, {"max": most}) for most in (rng.decimal(1, each) for _ in range(count))]
        items = [self.item(most, how) for most, how in maxima]
        if rng.chance(0.15):
            items.append(self.item_without_points())
        rng.shuffle(items)
        return items

    def item(self, most, how):
        rng = self.rng
        if self.criteria:
            return self.item_of_the_set(self.criteria.pop(), most, how)
        item = {"id": self.fresh("k"), "text": "Tiêu chí", **how}
        if self.scorers and rng.chance(0.4):
            return self.item_of_scorers(item, most)
        if rng.chance(0.15):
            item.update(rule="parts", parts=self.parts(most, self.put_rule_with_options))
        else:
            self.put_rule(item, most)
        return self.with_options(item, most)

    def item_of_the_set(self, known, most, how):
        """A criterion of the kind's set, judged as the set says or by a rule of its own."""
        item = {"id": known["id"], **how}
        if known["judged"] != "measured" and self.rng.chance(0.3):
            self.put_rule(item, most)
            self.with_options(item, most)
        return item

    def item_of_scorers(self, item, most):
        item["scorers"] = self.scorers
        if self.scorers != "mean":
            item["counts"] = "council"
        self.put_rule_by_hand(item, most)
        return item

    def put_rule_by_hand(self, item, most):
        """A rule whose every amount is the mark of one of several scorers."""
        self.shared.add(item["id"])
        if self.scorers != "mean":
            most = Fraction(most) / self.scorers["sum"]
        getattr(self, self.rng.choice(MARKED_BY_SCORERS).replace("-", "_"))(item, most)
        for key in ("value", "else", "excess", "excess_cap"):
            item.pop(key, None)
        for band, share in zip(item.get("bands", ()), MIXED_SHARES):
            band.pop("points", None)
            band["share"] = share

    def item_without_points(self):
        item = {"id": self.fresh("k"), "text": "Điều kiện", "points": "none"}
        self.put_rule(item, 1, ["yes-no", "grade", "choice", "change", "duration"])
        return self.with_options(item, 1)

    def parts(self, most, put_rule):
        parts = []
        for part_most, how in self.split(most, self.rng.randint(2, 4)):
            part = {"id": self.fresh("p"), "text": "Phần", **how}
            put_rule(part, part_most)
            parts.append(part)
        return parts

    # Bonus and deductions.

    def bonus(self, items, whole, has_base):
        rng = self.rng
        ratios = [each["id"] for each in items if each.get("rule") == "ratio"
                  and each["id"] not in self.shared and each.get("points") != "none"]
        words = ["count", "manual"] + ["over-plan"] * 2 * bool(ratios)
        bonus = {"items": [self.bonus_item(rng.choice(words), ratios)
                           for _ in range(rng.randint(1, 3))]}
        if rng.chance(0.5):
            bonus["cap"] = plain(max(rng.below(Fraction(whole) / 10), 1))
        if not has_base and rng.chance(0.3):
            bonus["within"] = True
        return bonus

    def bonus_item(self, word, ratios):
        item = {**self.named("bonus"), "rule": word}
        if word == "over-plan":
            self.over_plan(item, ratios)
        else:
            self.by_event(item)
        if self.rng.chance(0.15):
            item["applies_if"] = self.applies_if()
        return item

    def over_plan(self, item, ratios):
        rng = self.rng
        item.update(criteria=rng.some(ratios), per=rng.choice((1, 5, 10, Fraction(7, 2))))
        if rng.chance(0.5):
            item["gives"] = rng.decimal(1, 3)
            item.update({"cap": rng.decimal(1, 9)} if rng.chance(0.6) else {})
        else:
            item["gives_percent"] = rng.choice((1, 2, Fraction(1, 2)))
            item.update({"cap_percent": rng.choice((5, 10))} if rng.chance(0.6) else {})
        if rng.chance(0.5):
            item["whole"] = True

    def by_event(self, item):
        """Keys of a count or of a number by hand."""
        rng = self.rng
        if item["rule"] == "manual":
            item["most"] = rng.decimal(2, 10)
            if rng.chance(0.3):
                item["least"] = 1
            return
        item["each"] = rng.choice((1, 2, 5, rng.decimal(1, 4)))
        if self.with_figures and rng.chance(0.2):
            item["value"] = rng.choice(COUNTS)
        if rng.chance(0.5):
            item["cap"] = rng.decimal(3, 12)

    def deductions(self, items, whole):
        rng = self.rng
        targets = [each["id"] for each in items if each.get("points") != "none"
                   and each.get("floor") != "none"]
        deductions = {"items": [self.deduction(targets) for _ in range(rng.randint(1, 4))]}
        if rng.chance(0.3):
            deductions["floor"] = "none"
        if rng.chance(0.3):
            deductions["cap"] = plain(max(rng.below(Fraction(whole) / 5), 1))
        return deductions

    def deduction(self, targets):
        rng = self.rng
        item = {**self.named("minus-item"), "rule": rng.choice(("count", "manual", "late"))}
        if item["rule"] == "late":
            item["duty"] = rng.choice(DUTIES)
            edges = sorted(rng.sample((0, 1, 3, 5, 10, 15), rng.randint(1, 3)))
            item["bands"] = [{"over": edge, "points": rng.decimal(1, 8)} for edge in edges]
            item["not_filed"] = rng.decimal(2, 12)
        else:
            self.by_event(item)
        if targets and rng.chance(0.25):
            item["criterion"] = rng.choice(targets)
        if rng.chance(0.25):
            effects = ["class-down", "no-class", "no-nomination"]
            item["effect"] = rng.choice(effects) if rng.chance(0.8) else ["class-down", effects[2]]
        if rng.chance(0.15):
            item["applies_if"] = self.applies_if()
        return item

    # Classes, ranking, quotas.

    def classes(self, table, whole):
        rng = self.rng
        by_share = rng.chance(0.3)
        top = 100 if by_share else Fraction(table.get("base", whole))
        edges = sorted(rng.sample((45, 50, 60, 65, 70, 80, 85, 90), 3), reverse=True)
        starts = [plain(top * edge * 10 // 1 / Fraction(1000)) for edge in edges]
        levels = [{"id": name, "name": f"Hạng {name}", "from": start}
                  for name, start in zip(CLASSES, [*starts, 0])]
        if rng.chance(0.3):
            levels[-1].pop("from")
        elif rng.chance(0.3):
            levels[1]["over"] = levels[1].pop("from")
        classes = {"levels": levels, **({"of": "share"} if by_share else {})}
        gates = [self.gate(table) for _ in range(rng.choice((0, 1, 1, 2, 3)))]
        for gate in gates:
            for level in levels[:3]:
                if rng.chance(0.3):
                    level.setdefault("gates", []).append(gate["id"])
        if gates:
            classes["gates"] = gates
        if rng.chance(0.25):
            rule = {"fact": rng.choice(self.facts)["id"]} if (
                self.facts and rng.chance(0.3)) else {"months_under": rng.choice((3, 6, 9))}
            classes["not_classed"] = [{**self.named("ngoai"), **rule}]
        if rng.chance(0.2):
            classes["not_above"] = "don-vi-dau"
        return classes

    def gate(self, table):
        rng = self.rng
        items = list(items_of(table))
        scored = [each["id"] for each in items if each.get("points") != "none"]
        gate = {**self.named("gate"), "else": rng.choice(
            ("class-down", "class-down", "no-class", "no-nomination"))}
        if "periods" in table and self.short_classes:
            return {**gate, "in_periods": rng.some(CLASSES[:2]), "at_least": rng.randint(1, 4)}
        words = ["vote"] + ["each"] * 2 * bool(scored)
        events = self.events(table, items)
        words += ["none_of"] * bool(events)
        known = [each["id"] for each in items] + [each["id"] for each in self.facts]
        words += ["met"] * bool(known)
        word = rng.choice(words)
        if word == "vote":
            return {**gate, "vote": f"phieu-{gate['id']}", "from": rng.choice((50, 70, 80))}
        if word == "each":
            named = scored + [each["id"] for each in table.get("groups", ())]
            gate["each"] = rng.choice((20, 50, 60, 80, 85))
            return {**gate, **({"of": rng.some(named)[:3]} if rng.chance(0.5) else {})}
        if word == "none_of":
            return {**gate, "none_of": rng.some(events)[:3]}
        return {**gate, "met": rng.some(known)[:3]}

    def events(self, table, items):
        """What a gate may forbid: deductions, minus kinds, facts."""
        deductions = [each["id"] for each in table.get("deductions", {}).get("items", ())]
        minus = [each["id"] for item in items for each in item.get("minus", ())]
        return deductions + minus + [each["id"] for each in self.facts]

    def ranking(self, table, items):
        rng = self.rng
        ties = [{"bonus": True}, {"deductions": True}]
        ties += [{"criterion": each["id"]} for each in items if each.get("points") != "none"]
        ties += [{"group": each["id"]} for each in table.get("groups", ())]
        if self.with_figures:
            ties += [{"indicator": rng.choice(RATES + COUNTS),
                      "better": rng.choice(("higher", "lower"))}]
        ranking = {"by": rng.choice(("total", "share"))} if rng.chance(0.7) else {}
        return {**ranking, "ties": rng.sample(ties, rng.randint(0, min(3, len(ties))))}

    def quotas(self):
        rng = self.rng
        first = self.quota("excellent", self.scope())
        quotas = [first]
        if rng.chance(0.4):
            inside = rng.chance(0.5)
            quotas.append(self.quota("good", first["within"] if inside else self.scope()))
            if inside:
                first["inside"] = quotas[1]["id"]
        if rng.chance(0.2):
            form = self.quota(None, self.scope())
            quotas.append({**form, "form": rng.choice(FORMS), "over": "no-nomination"})
        return quotas

    def scope(self):
        return self.rng.choice(("cluster", "cluster", "table", "parent"))

    def quota(self, level, within):
        rng = self.rng
        quota = {**self.named("quota"), **({"class": level} if level else {}), "within": within}
        if rng.chance(0.3):
            quota["fixed"] = rng.randint(0, 5)
            if within == "cluster" and rng.chance(0.5):
                quota["fixed"] = {f"cum-{kind}-{at}": rng.randint(0, 5)
                                  for kind in self.kinds for at in range(2)}
        else:
            self.percentage(quota)
        quota["over"] = rng.choice(("class-down", "no-nomination"))
        return quota

    def percentage(self, quota):
        rng = self.rng
        if quota["within"] == "parent" and rng.chance(0.6):
            quota["percent_by_class"] = {name: rng.choice((10, 15, 20, 25, 50)) for name in CLASSES}
        else:
            quota["percent"] = rng.choice((5, 15, 20, 33, Fraction(25, 2)))
        quota["of"] = rng.choice(("units", "units", {"class": rng.choice(CLASSES[:2])},
                                  {"form": rng.choice(FORMS)}))
        quota["round"] = rng.choice(("down", "up", "half-up"))


def items_of(table):
    """The criteria of a table, without their parts."""
    yield from table.get("criteria", ())
    for group in table.get("groups", ()):
        yield from group["criteria"]
