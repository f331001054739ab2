#!/usr/bin/env python3
"""The roll-up of many folders, recomputed by another:
check_roll_up.py THIDUA [--districts N] [--records N] [--seed S] [--keep DIR]

make_folders.py writes a province and its districts; `thidua report` gathers
them; every count and sum in its JSON is worked out again here, from the files
alone, by PyYAML and fractions, and every line it names is looked up.
"""

import argparse
import collections
import datetime
import fractions
import functools
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import yaml

import make_folders

TODAY = "2024-03-01"
YEAR = "2023"
PERIODS = ["2021", "2022", "2023"]  # the year, the one before, the base
RANK = {"estimate": 0, "preliminary": 1, "official": 2}
INDICATORS = {  # id: numerator, denominator
    "poor_rate": (["poor"], ["households"]),
    "in_need_rate": (["poor", "near_poor"], ["households"]),
    "fund_sum": (["fund"], []),
}
FIGURES = ["households", "poor", "near_poor", "fund"]


# The quick one where it is there: there are a hundred thousand files.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def exact(text):
    return fractions.Fraction(str(text).replace(",", "."))


class Folder:
    """One district, read by PyYAML alone."""

    def __init__(self, path):
        self.path = path
        self.name = f"../huyen/{path.name}"
        self.errors = 0
        self.records = {}
        self.plan = None
        for file in sorted(path.rglob("*.yaml")):
            try:
                record = yaml.load(file.read_text(encoding="utf-8"), LOADER)
            except yaml.YAMLError:
                self.errors += 1
                continue
            self.records[str(file.relative_to(path))] = record
        self.plan = self.records.get("plan.yaml")

    @functools.lru_cache(maxsize=None)
    def under(self, shelf):
        return [
            (path, record)
            for path, record in self.records.items()
            if path.startswith(shelf + "/")
        ]

    def units(self, kind):
        found = {}
        for path, record in self.under("units"):
            if record["kind"] == kind:
                found[path[len("units/") : -len(".yaml")]] = record
        return found

    @functools.lru_cache(maxsize=None)
    def taking_part(self, kind):
        return {
            unit: record
            for unit, record in self.units(kind).items()
            if record.get("enrolled", {}).get("to", "9999")[:4] >= YEAR
        }

    def counts(self, kind, period, figures, standard):
        """Of each unit the count that stands for the period by one standard,
        with all the figures: {unit: (entry, path)}."""
        units = self.taking_part(kind)
        found = {}
        for path, record in self.under(f"figures/{period}"):
            if record["unit"] not in units:
                continue
            known = [
                entry
                for entry in record.get("figures") or []
                if entry["as_of"] <= TODAY and all(f in entry["values"] for f in figures)
            ]
            if standard == "":  # by no standard, where that is the best there is
                best = pick(known)
                usable = best if best and "poverty_standard" not in best else None
            else:
                usable = pick(
                    [e for e in known if e.get("poverty_standard", "") == standard]
                )
            if usable:
                found[record["unit"]] = (usable, path)
        return found


def pick(entries):
    best = None
    for entry in entries:
        key = (RANK[entry["status"]], entry["as_of"])
        if best is None or key >= (RANK[best["status"]], best["as_of"]):
            best = entry
    return best


def value_of(number, key):
    """What the JSON says, without rounding."""
    if number[key] is None:
        return None
    return fractions.Fraction(str(number.get(f"{key}_exact", number[key])))


class Check:
    def __init__(self):
        self.count = 0
        self.wrong = []

    def equal(self, what, said, expected):
        self.count += 1
        if said != expected:
            self.wrong.append(f"{what}: the report says {said}, it is {expected}")


def expected_line(folders, above, below, period, standard):
    """Total, units, weakest status and what each folder gives."""
    total = [fractions.Fraction(0), fractions.Fraction(0)]
    units, weakest, shares = 0, 2, {}
    for folder in folders:
        counts = folder.counts("hamlet", period, set(above + below), standard)
        if not counts:
            continue
        part = [fractions.Fraction(0), fractions.Fraction(0)]
        for entry, _ in counts.values():
            part[0] += sum(exact(entry["values"][f]) for f in above)
            part[1] += sum(exact(entry["values"][f]) for f in below)
            weakest = min(weakest, RANK[entry["status"]])
        shares[folder.name] = (part, len(counts), counts)
        total = [total[0] + part[0], total[1] + part[1]]
        units += len(counts)
    return total, units, weakest, shares


def ratio(part, below):
    if not below:
        return part[0]
    return part[0] * 100 / part[1] if part[1] else None


def check_trace(check, folder, share, counts, figure):
    """Each line that is named holds the number that is named, and they are
    those of the units that count."""
    paths = {path: entry for entry, path in counts.values()}
    named = {record["file"]: record for record in share["records"]}
    check.equal(f"{folder.name} {figure} files", sorted(named), sorted(paths))
    for path, record in named.items():
        lines = (folder.path / path).read_text(encoding="utf-8").splitlines()
        key, _, text = lines[record["line"] - 1].partition(":")
        check.equal(f"{folder.name}/{path}:{record['line']}", key.strip(), figure)
        said = value_of(record, "value")
        check.equal(f"{path} line", said, exact(text.strip().strip('"')))
        if path in paths:
            check.equal(f"{path} value", said, exact(paths[path]["values"][figure]))


def check_figures(check, folders, below):
    by_name = {folder.name: folder for folder in folders}
    seen = set()
    for line in below["figures"]:
        figure, standard = line["id"], line["poverty_standard"] or ""
        seen.add((figure, standard))
        above, under = INDICATORS.get(figure, ([figure], []))
        check.equal("periods", [v["period"] for v in line["values"]], PERIODS)
        for value in line["values"]:
            what = f"{figure} {standard} {value['period']}"
            total, units, weakest, shares = expected_line(
                folders, above, under, value["period"], standard
            )
            check.equal(what, value_of(value, "value"), ratio(total, under) if units else None)
            check.equal(f"{what} units", value["units"], units)
            check.equal(
                f"{what} of", value["of"], sum(len(f.taking_part("hamlet")) for f in folders)
            )
            check.equal(
                f"{what} status",
                value["status"],
                next(k for k, v in RANK.items() if v == weakest) if units else None,
            )
            check.equal(f"{what} folders", sorted(f["folder"] for f in value["from"]), sorted(shares))
            for share in value["from"]:
                part, count, counts = shares[share["folder"]]
                check.equal(f"{what} {share['folder']}", value_of(share, "value"), ratio(part, under))
                check.equal(f"{what} {share['folder']} units", share["units"], count)
                if figure in FIGURES:
                    check_trace(check, by_name[share["folder"]], share, counts, figure)
    standards = {"": None, make_folders.OLD: None, make_folders.NEW: None}
    for figure, (above, under) in [*((f, ([f], [])) for f in FIGURES), *INDICATORS.items()]:
        for standard in standards:
            there = any(
                folder.counts("hamlet", period, set(above + under), standard)
                for folder in folders
                for period in PERIODS
            )
            check.equal(f"{figure} by {standard}", (figure, standard) in seen, there)


def check_units(check, folders, below):
    for each in below["units"]:
        counts = {f.name: len(f.taking_part(each["kind"])) for f in folders}
        check.equal(f"units {each['kind']}", each["count"], sum(counts.values()))
        said = {share["folder"]: share["count"] for share in each["from"]}
        check.equal(f"units {each['kind']} by folder", said, counts)


OUTCOMES = {"decided": "granted", "refused": "refused", "withdrawn": "ended"}


def outcome_of(proposal):
    states = [e["state"] for e in proposal.get("history", []) if e["date"] <= TODAY]
    return OUTCOMES.get(states[-1], "open") if states else "open"


def check_awards(check, folders, below):
    counts = collections.defaultdict(collections.Counter)
    for folder in folders:
        names = {f["id"]: f["name"] for f in folder.records["awards.yaml"]["forms"]}
        for path, proposal in folder.under("proposals/annual-2023"):
            if proposal["proposed"]["date"] <= TODAY:
                key = ("annual-2023", proposal["form"], names[proposal["form"]])
                counts[key][outcome_of(proposal), folder.name, path] += 1
    said = {}
    for each in below["awards"]:
        key = (each["occasion"], each["form"], each["name"])
        said[key] = collections.Counter(
            (share["outcome"], share["folder"], share["file"]) for share in each["from"]
        )
        for outcome in ["granted", "refused", "ended", "open"]:
            expected = sum(n for (s, _, _), n in counts[key].items() if s == outcome)
            check.equal(f"{key} {outcome}", each[outcome], expected)
        check.equal(f"{key} proposed", each["proposed"], sum(counts[key].values()))
    check.equal("awards", said, dict(counts))


def check_filings(check, folders, below, rows):
    by_name = {folder.name: folder for folder in folders}
    (duty,) = below["filings"]
    last = datetime.date(int(YEAR), 11, 14)  # before the 15th
    check.equal("last day", duty["last_day"], last.isoformat())
    totals = collections.Counter()
    for share in duty["from"]:
        folder = by_name.get(share["folder"])
        expected, date = "not_read", None
        if folder is not None:
            (up,) = folder.plan["duties"]
            record = folder.records.get(f"filings/{YEAR}/ubnd.yaml")
            expected = "no_such_duty" if "carries" not in up else "not_sent"
            if record and "carries" in up and record["filings"][0]["date"] <= TODAY:
                expected, date = "sent", record["filings"][0]["date"]
        totals[expected] += 1
        check.equal(f"{share['unit']} filing", (share["state"], share["date"]), (expected, date))
        late = 0
        if date:
            late = max(0, (datetime.date.fromisoformat(date) - last).days)
        check.equal(f"{share['unit']} late", share["days_late"], late)
    for state in ["sent", "not_sent", "no_such_duty", "not_read"]:
        check.equal(state, duty[state], totals[state])
    check.equal("who owes", len(duty["from"]), rows)


def first_day(text):
    return text[:4] + {"Q2": "-04-01"}.get(text[5:], (text[4:] + "-01-01")[:6])


def check_rows(check, root, districts, below):
    rows = {row["folder"] or row["unit"]: row for row in below["rows"]}
    every = sorted((root / "huyen").iterdir())
    folders = []
    issued = 0
    units = {f"units/{d.id}.yaml" for d in districts}
    check.equal("folders", sum(1 for r in below["rows"] if r["folder"]), len(every))
    for path in every:
        row = rows[f"../huyen/{path.name}"]
        if not (path / "plan.yaml").is_file():
            check.equal(f"{path.name} reason", "plan.yaml" in row["left_out"]["text"], True)
            check.equal(f"{path.name} read", row["plan"], None)
            continue
        folder = Folder(path)
        if folder.plan is None:
            check.equal(f"{path.name} place", row["left_out"]["file"], "plan.yaml")
            check.equal(f"{path.name} line", row["left_out"]["line"] > 0, True)
            check.equal(f"{path.name} read", row["plan"], None)
            continue
        faulty = row["plan"]["errors"] > 0
        check.equal(f"{path.name} has errors", faulty, folder.errors > 0)
        date = folder.plan["document"]["date"]
        known = first_day(date) <= TODAY
        check.equal(f"{path.name} issued", row["issued"], known)
        if row["unit"] is None:
            stray = make_folders.District(root, len(districts) + 1, 0, None)
            check.equal(f"{path.name} stray", path.name, stray.folder.name)
            continue
        issued += known
        check.equal(f"{path.name} added up", row["added_up"], True)
        folders.append(folder)
    check.equal("added up", below["added_up"], len(folders))
    check.equal("issued", below["issued"], issued)
    more = make_folders.UNIT_WITHOUT_FOLDER
    check.equal("units", below["of"], len(units) + more)
    check.equal("without", below["without"], 2 + more + 1)  # and the stray one
    return folders


def check_complete(check, thidua, root, districts):
    """Where every figure is there, the targets are judged."""
    report = run(thidua, root / "tinh-du", 0)
    folders = [Folder(d.folder) for d in districts[: make_folders.COMPLETE]]
    rate = {}
    for period in PERIODS:
        total, _, _, _ = expected_line(
            folders, ["poor"], ["households"], period, make_folders.NEW
        )
        rate[period] = ratio(total, ["households"])
    reached = {
        "II.1": (rate["2021"] - rate["2023"]) / 2,
        "II.2": rate["2023"],
    }
    met = {"II.1": reached["II.1"] >= 1, "II.2": reached["II.2"] < 30}
    for target in report["targets"]:
        key = target["id"]
        check.equal(f"target {key}", value_of(target, "value"), reached[key])
        check.equal(f"target {key}", target["verdict"], "met" if met[key] else "not_met")


def run(thidua, folder, status):
    command = [thidua, "-C", str(folder), "report", "annual", "--year", YEAR]
    command += ["--today", TODAY, "--lang", "en", "--format", "json", "--trace"]
    began = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    print(f"{folder.name}: {time.monotonic() - began:.2f} s, {len(done.stdout)} bytes")
    if done.returncode != status:
        sys.exit(f"exit {done.returncode}, not {status}: {done.stderr}")
    return json.loads(done.stdout)


def check_all(thidua, root, asked):
    make_folders.make(root, asked.districts, asked.records, asked.seed)
    records = sum(1 for _ in root.rglob("*.yaml"))
    print(f"{asked.districts} districts, {records} records")
    rng_free = [make_folders.District(root, i + 1, 0, None) for i in range(asked.districts)]
    report = run(thidua, root / "tinh", 1)
    check = Check()
    (below,) = report["children"]
    folders = check_rows(check, root, rng_free, below)
    check_units(check, folders, below)
    check_figures(check, folders, below)
    check_awards(check, folders, below)
    check_filings(check, folders, below, asked.districts + make_folders.UNIT_WITHOUT_FOLDER)
    extra = any(
        "extra" in entry["values"]
        for folder in folders
        for unit, record in folder.under("figures")
        if record["unit"] in folder.taking_part("hamlet")
        for entry in record.get("figures") or []
    )
    check.equal("unknown figures", below["unknown_figures"], ["extra"] if extra else [])
    for target in report["targets"]:
        check.equal("incomplete target", target["verdict"], "cannot_judge")
    check_complete(check, thidua, root, rng_free)
    return check


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("thidua")
    parser.add_argument("--districts", type=int, default=200)
    parser.add_argument("--records", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=pathlib.Path)
    asked = parser.parse_args()
    thidua = str(pathlib.Path(asked.thidua).resolve())
    with tempfile.TemporaryDirectory() as scratch:
        root = asked.keep or pathlib.Path(scratch) / "offices"
        check = check_all(thidua, root, asked)
    for line in check.wrong[:20]:
        print(line)
    print(f"{check.count} numbers compared, {len(check.wrong)} wrong")
    return 1 if check.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
