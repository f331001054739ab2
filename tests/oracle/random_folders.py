"""Draws random plan folders for random score tables: records and their text."""

import os
from fractions import Fraction

from random_marks import EVIDENCE, MarkPool, Scorecard, Written, flow, key_text
from random_rules import (
    AREAS, COUNTS, CRITERIA, DUTIES, FORMS, GRADE_NAMES, GRADES, KINDS, RATES, ROLES, STAGES,
    SUBKINDS, TARGETS, Draw,
)
from random_tables import TableMaker
from table_classes import Scorer
from table_facts import Folder, day, span

TODAYS = ["2024-01-20"] * 7 + ["2023-12-10"]
PERIODS = ["2023"] * 12 + ["2023-Q4", "2023-H2", "2023-11", "2021..2023"]
GRADE_SHARES = [[1, Fraction(4, 5), Fraction(3, 5), 0], [1, Fraction(3, 4), Fraction(333, 1000), 0]]
FIGURES = ["ho", "ho-ngheo", "ho-can-ngheo", "mo-hinh", "vu-viec"]
PLAN = {
    "title": "Phong trào thử bảng điểm",
    "movement": "thu-bang-diem",
    "issuer": {"name": "Ủy ban nhân dân huyện", "level": "huyện"},
    "document": {"type": "Kế hoạch", "number": "15/KH-UBND", "date": "2020-11"},
    "period": {"from": "2021-01-01", "to": "2025-12-31"},
    "grades": {
        "levels": [{"id": each, "name": GRADE_NAMES[each], "meets": each != "fail"}
                   for each in GRADES],
        "assumed": True,
    },
    "stages": {"order": [{"id": each, "name": f"Vòng {each}"} for each in STAGES],
               "assumed": True},
    "figures": {each: {"name": f"Số {each}"} for each in FIGURES},
    "indicators": {
        RATES[0]: {"name": "Tỷ lệ nghèo", "of": "ho-ngheo / ho", "unit": "percent"},
        RATES[1]: {"name": "Tỷ lệ chung", "of": "(ho-ngheo + ho-can-ngheo) / ho",
                   "unit": "percent"},
        COUNTS[0]: {"name": "Số mô hình", "of": "mo-hinh", "unit": "count"},
        COUNTS[1]: {"name": "Số vụ việc", "of": "vu-viec + mo-hinh", "unit": "count"},
    },
    "assignments": {
        TARGETS[0]: {"name": "Mức giảm", "unit": "points"},
        TARGETS[1]: {"name": "Mô hình", "unit": "count"},
    },
    "baselines": ["2020"],
    "occasions": {
        "annual": {"name": "Hằng năm", "every": "year", "first": 2021, "last": 2025,
                   "source": "IV.3"},
        "preliminary": {"name": "Sơ kết", "year": 2023, "covers": {"from": 2021, "to": 2023},
                        "source": "V"},
    },
    "bodies": {"ubnd": {"name": "Ủy ban nhân dân huyện"}},
    "duties": [
        {"id": DUTIES[0], "name": "Báo cáo năm", "from": {"kinds": ["commune", "ward"]},
         "to": "ubnd", "due": {"every": "year", "before": "20/11", "first": 2021, "last": 2025},
         "source": "VI"},
        {"id": DUTIES[1], "name": "Báo cáo khối",
         "from": {"kinds": ["ward"], "cluster_members": True}, "to": "ubnd",
         "due": {"every": "year", "by": "15/12", "first": 2021, "last": 2025}, "source": "VI"},
        {"id": DUTIES[2], "name": "Báo cáo khác", "from": {"kinds": KINDS}, "to": "ubnd",
         "due": {"every": "year", "not_stated": True, "first": 2021, "last": 2025},
         "source": "VI"},
    ],
}
AWARDS = {"forms": [
    {"id": each, "name": f"Hình thức {each}", "level": "huyện", "authority": "Chủ tịch huyện",
     "rank": at + 1, "receivers": ["collective"], "occasions": {"allowed": ["annual"]},
     "source": "IV.4"} for at, each in enumerate(FORMS)]}
STATUSES = ["estimate", "preliminary", "official"]
FILED = ["2023-11-15", "2023-11-19", "2023-11-20", "2023-11-22", "2023-11-29", "2023-12-16",
         "2023-12-15", "2024-01-05"]


def block(value, depth):
    """A mapping over several lines, in flow style below that depth."""
    lines = []
    for key, each in value.items():
        if isinstance(each, dict) and each and depth > 1:
            inner = block(each, depth - 1).splitlines()
            lines += [f"{key_text(key)}:", *("  " + line for line in inner)]
        elif isinstance(each, list) and each and isinstance(each[0], dict):
            lines += [f"{key_text(key)}:", *("  - " + flow(entry) for entry in each)]
        else:
            lines.append(f"{key_text(key)}: {flow(each)}")
    return "\n".join(lines) + "\n"


def write(folder, path, text):
    whole = f"{folder}/{path}"
    try:
        file = open(whole, "w", encoding="utf-8")
    except FileNotFoundError:
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        file = open(whole, "w", encoding="utf-8")
    with file:
        file.write(text)


class FolderMaker:
    """Draws one plan folder: the records for the scorer, and the files."""

    def __init__(self, seed, size):
        self.rng = Draw(seed)
        self.size = size
        self.today = self.rng.choice(TODAYS)
        self.of_periods = self.rng.chance(0.06)
        self.period = "2023" if self.of_periods else self.rng.choice(PERIODS)
        self.folder = Folder({**PLAN, "kinds": {}})
        self.files = {}
        self.make()

    def make(self):
        self.put("awards.yaml", block(AWARDS, 1))
        self.put(EVIDENCE, "Biên bản\n")
        self.draw_tables()
        self.put("plan.yaml", block(self.folder.plan, 2))
        self.draw_units()
        self.draw_clusters()
        self.draw_facts()

    def put(self, path, text):
        self.files[path] = text

    def write(self, directory):
        for path, text in self.files.items():
            write(directory, path, text)

    # Rules.

    def draw_criteria(self, sharing):
        """A set for the kinds that share one, or none at all."""
        rng, plan = self.rng, self.folder.plan
        for at, kinds in enumerate(sharing, 1):
            asked = [{**each, "id": f"IV.{at}-{each['id']}"} for each in CRITERIA
                     if each["judged"] != "measured" or not self.of_periods]
            asked = rng.some(asked)[:3] if rng.chance(0.6) else []
            known = {"name": "Bộ tiêu chí", "source": "IV.2", "criteria": asked}
            if asked:
                self.folder.criteria[kinds[0]] = known
                self.put(f"criteria/{kinds[0]}.yaml", block(known, 1))
            for kind in kinds:
                plan["kinds"][kind] = {
                    "name": f"Loại {kind}", "class": "collective",
                    **({"criteria": kinds[0]} if asked else {}),
                    "subkinds": {each: f"Nhóm {each}" for each in SUBKINDS}, "source": "IV.1"}

    def maker(self, kinds, period):
        known = self.folder.criteria.get(kinds[0], {}).get("criteria", ())
        return TableMaker(self.rng, kinds, period, known, not self.of_periods)

    def draw_tables(self):
        rng = self.rng
        self.grades = dict(zip(GRADES, rng.choice(GRADE_SHARES)))
        sharing = [["commune", "ward"], ["office"]]
        if rng.chance(0.6):
            sharing = [[each] for each in KINDS]
        self.draw_criteria(sharing)
        if self.of_periods:
            each, total = rng.choice(("quarter", "half-year")), rng.choice(("mean", "sum"))
            parts = ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"] if each == "quarter" else [
                "2023-H1", "2023-H2"]
            self.marked_periods = parts
            makers = [(kinds, self.maker(kinds, parts[0])) for kinds in sharing]
            short = [(kinds, maker.table()) for kinds, maker in makers]
            for _, table in short:  # whose head's class counts in a year is left open
                table.get("classes", {}).pop("not_above", None)
            self.add_table("ky-ngan", {"periods": parts}, short)
            self.add_table("ca-nam", {"periods": ["2023"]}, [
                (kinds, maker.of_periods(each, total, table, len(parts)))
                for (kinds, maker), (_, table) in zip(makers, short)])
            return
        self.marked_periods = [self.period]
        valid = {"periods": [self.period]}
        if self.period == "2021..2023":
            valid = {"occasions": ["preliminary-2023"]}
        self.add_table("bang-moi", valid, self.drawn(sharing))
        if rng.chance(0.15):
            old = {"periods": [self.period]}
            self.add_table("bang-cu", old, self.drawn(sharing))
            self.replace("bang-moi", "bang-cu", rng.choice(("2020-06-15", "2024-05-01")))

    def drawn(self, sharing):
        return [(kinds, self.maker(kinds, self.period).table()) for kinds in sharing]

    def add_table(self, name, valid, tables):
        file = {"name": f"Bảng {name}", "valid": valid, "assumed": True, "grades": self.grades,
                "tables": {}}
        for kinds, table in tables:
            shared = {"kinds": kinds} if len(kinds) > 1 or self.rng.chance(0.2) else {}
            key = f"chung-{kinds[0]}" if shared else kinds[0]
            file["tables"][key] = {**shared, **table}
        self.folder.tables[name] = file
        self.put(f"score-tables/{name}.yaml", block(file, 3))

    def replace(self, new, old, start):
        file = self.folder.tables[new]
        file["replaces"] = old
        file["valid"]["from"] = start
        self.put(f"score-tables/{new}.yaml", block(file, 3))

    # Units.

    def draw_units(self):
        rng = self.rng
        parents = max(self.size // 30, 2)
        partly = not self.of_periods and rng.chance(0.4)
        for at in range(self.size):
            kind = "office" if at < parents else rng.choice(KINDS[:2])
            name = f"u{at}" if kind == "office" or rng.chance(0.4) else (
                f"u{rng.randrange(parents)}/u{at}")
            unit = {"name": f"Đơn vị {at}", "kind": kind}
            if rng.chance(0.9):
                unit["subkind"] = rng.choice(SUBKINDS)
            if partly and rng.chance(0.2):
                unit["enrolled"] = self.enrolled()
            unit["attributes"] = self.attributes(kind, parents)
            self.folder.units[name] = unit
            self.put(f"units/{name}.yaml", block(unit, 2))

    def enrolled(self):
        """Taking part for a stretch that may miss the period."""
        rng = self.rng
        enrolled = {}
        if rng.chance(0.7):
            enrolled["from"] = rng.choice(("2022", "2023-04", "2023-07-16", "2023-10-01",
                                           "2023-11-02"))
        if rng.chance(0.5):
            enrolled["to"] = rng.choice(("2024", "2023-12", "2023-11-20", "2023-12-10",
                                         "2023-11-03"))
        return enrolled or {"from": "2021"}

    def attributes(self, kind, parents):
        rng = self.rng
        found = {"dac-biet": rng.chance(0.5)}
        if rng.chance(0.95):
            found["vung"] = rng.choice(AREAS)
        if rng.chance(0.95):
            found["thanh-lap"] = f"{rng.randint(2005, 2020)}-" + rng.choice(
                ("12-31", "01-01", "07-01", "11-30", f"0{rng.randint(1, 9)}-{rng.randint(10, 28)}"))
        if kind != "office" and rng.chance(0.4):
            found["don-vi-dau"] = f"u{rng.randrange(parents)}"
        return found

    def draw_clusters(self):
        rng, members = self.rng, {}
        for name, unit in self.folder.units.items():
            if unit["kind"] != "office" and rng.chance(0.75):
                members.setdefault(f"cum-{unit['kind']}-{rng.randrange(2)}", []).append(name)
        for name, units in members.items():
            cluster = {"id": name, "name": f"Cụm {name}", "kind": name.split("-")[1],
                       "members": units, "assumed": True}
            if len(units) > 1:
                cluster["roles"] = dict(zip(ROLES, units))
            self.folder.clusters.append(cluster)
        self.put("clusters.yaml", block({"clusters": self.folder.clusters}, 1))

    # Facts.

    def draw_facts(self):
        rules = "".join(text for path, text in self.files.items() if "score-tables" in path)
        scorer = Scorer(self.folder, day(self.today))
        asked = [each for each in ("previous-year", "2020") if each in rules]
        rules += "".join(map(str, self.folder.criteria.values()))
        with_figures = any(each in rules for each in RATES + COUNTS + TARGETS)
        pool = self.figure_pool()
        for unit in self.folder.units:
            for period in self.marked_periods:
                self.draw_scorecard(scorer, unit, period)
            if with_figures:
                self.draw_figures(unit, asked, pool)
            if "late" in rules:
                self.draw_filings(scorer, unit)
            if "form:" in rules and self.rng.random() < 0.4:
                self.draw_proposal(unit)

    def draw_scorecard(self, scorer, unit, period):
        pool, scorers = self.pool_of(scorer.table(self.folder.units[unit]["kind"], span(period)))
        record, text = Scorecard(self.rng, pool, scorers).fill()
        if record["stages"]:
            self.folder.scores.setdefault(span(period), {})[unit] = record
            self.put(f"scores/{period}/{unit}.yaml",
                     f'unit: {unit}\nperiod: "{period}"\n{text}')

    def pool_of(self, table):
        """The marks of a table, and how many scorers it has."""
        if not hasattr(table, "pool"):
            asked = [item.scorers for item in table.all_items() if item.scorers]
            scorers = asked[0]["sum"] if asked and asked[0] != "mean" else self.rng.choice((2, 3))
            table.pool = MarkPool(self.rng, table), scorers
        return table.pool

    def figure_pool(self):
        pool = []
        for _ in range(60):
            rng = self.rng
            households = rng.choice((80, 100, 20, 7, 11, 13, 120, 0 if rng.chance(0.1) else 50))
            values = {"ho": households, "ho-ngheo": rng.randint(0, households // 2),
                      "ho-can-ngheo": rng.randint(0, households // 2),
                      "mo-hinh": rng.choice((0, 1, 2, 5, 10, rng.decimal(0, 30))),
                      "vu-viec": rng.choice((0, 0, 1, 3, 11))}
            if rng.chance(0.05):
                del values[rng.choice(FIGURES)]
            pool.append(Written(values, flow(values)))
        return pool

    def draw_figures(self, unit, asked, pool):
        earlier = {"previous-year": self.earlier(), "2020": "2020"}
        for period in [self.period, *(earlier[each] for each in asked)]:
            if period and self.rng.random() < 0.98:
                self.put_figures(unit, period, pool)

    def earlier(self):
        """The same period a year before."""
        return None if ".." in self.period else self.period.replace("2023", "2022", 1)

    def put_figures(self, unit, period, pool):
        rng, year = self.rng, period[-4:] if ".." in period else period[:4]
        standard = "2022-2025" if rng.random() < 0.99 else "2016-2020"
        counts = [("25", "official")]
        if rng.random() < 0.3:
            counts = [("20", "estimate"), ("25", rng.choice(STATUSES))]
        figures, lines = [], []
        for date, status in counts:
            values = rng.choice(pool)
            head = {"as_of": f"{year}-11-{date}", "status": status, "poverty_standard": standard}
            figures.append({**head, "values": values.value})
            lines += [f"  - {flow(head)[:-1]}, values: {values.text}, source: Rà soát}}"]
        assigned = {TARGETS[0]: {"value": rng.choice((0, 5, 10, 20))},
                    TARGETS[1]: {"value": rng.choice((0, 2, 7, 11, 40))}}
        if rng.random() < 0.03:
            del assigned[rng.choice(TARGETS)]
        self.folder.figures.setdefault(span(period), {})[unit] = {
            "figures": figures, "assigned": assigned}
        self.put(f"figures/{period}/{unit}.yaml", "\n".join([
            f"unit: {unit}", f'period: "{period}"', "figures:", *lines,
            f"assigned: {flow(assigned)}", ""]))

    def draw_filings(self, scorer, unit):
        facts = scorer.blank_sheet(unit, span(self.period)).facts
        owed = [duty for duty in DUTIES if facts.last_day(duty) and self.rng.random() < 0.9]
        filings = [{"duty": duty, "date": self.rng.choice(FILED)} for duty in owed]
        if filings:
            self.folder.filings.setdefault(2023, {})[unit] = {"filings": filings}
            self.put(f"filings/2023/{unit}.yaml",
                     f"unit: {unit}\nyear: 2023\nfilings: {flow(filings)}\n")

    def draw_proposal(self, unit):
        rng = self.rng
        proposal = {"unit": unit, "form": rng.choice(FORMS), "occasion": "annual-2023",
                    "proposed": {"by": "Đơn vị", "date": "2023-12-20"}}
        if rng.chance(0.8):
            day = rng.choice(("2023-12-28", "2023-12-30"))
            proposal["history"] = [{"state": "submitted", "date": "2023-12-20"},
                                   {"state": rng.choice(("decided", "decided", "refused")),
                                    "date": day, "by": "Chủ tịch", "document": "15/QĐ-UBND",
                                    "reason": "họp xét"}]
        self.folder.proposals.append(proposal)
        self.put(f"proposals/annual-2023/{unit}/{proposal['form']}.yaml", block(proposal, 1))
