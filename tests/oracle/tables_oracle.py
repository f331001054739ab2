#!/usr/bin/env python3
"""Holds the scoring of the program against an independent scorer in Python.

    tables_oracle.py PATH_TO_thidua [--sheets N] [--units N] [--seed S] [--keep DIR]
    tables_oracle.py --self FOLDER...

The first form draws random score tables from the whole language of rules and
plan folders for them, scores each folder with the program and with the
fractions of `table_rules`, and compares every total, point, class, place and
quota.  The second scores folders that are there, without the program, and
compares with their expected.json.
"""

import argparse
import json
import multiprocessing
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction

import yaml
from random_folders import FolderMaker
from table_classes import KNOWN, Scorer
from table_facts import NOT_APPLICABLE, OPEN, Folder, day, span
from table_ranks import Ranking

SHOWN = 5
# Also where `check` finds no sense in what chance has put together.
SCORED = (0, 1)


# One random folder, both ways.


class Comparison:
    """What differs between the program's answer and the scorer's, for one folder."""

    def __init__(self, ranking, answer):
        self.ranking, self.scorer = ranking, ranking.scorer
        self.differences = {}
        found = {unit["unit"]: (unit, each.get("quotas", [])) for each in answer["lists"]
                 for unit in each["missing"] + each["ranked"]}
        for unit in found.keys() - ranking.standings.keys():
            self.differ(unit, "unit", "not in a list", "there")
        for group, units in ranking.lists.items():
            for placed in units:
                self.compare_unit(placed, found.get(placed.sheet.unit, (None,))[0])
            self.compare_quotas(group, units, found.get(units[0].sheet.unit, (None, []))[1])

    def differ(self, unit, what, own, other):
        """Keeps the first difference of a unit; what follows from it says no more."""
        if own != other:
            self.differences.setdefault(unit, f"{what}: expected {own}, got {other}")

    def compare_unit(self, placed, given):
        sheet = placed.sheet
        if given is None:
            return self.differ(sheet.unit, "unit", "in its list", "not there")
        self.compare_items(sheet, given["criteria"])
        self.differ(sheet.unit, "total", sheet.total, exact(given, "total"))
        if sheet.total is not None:
            self.differ(sheet.unit, "max", sheet.out_of, exact(given, "max"))
            self.differ(sheet.unit, "bonus", sheet.bonus, exact(given, "bonus"))
            self.differ(sheet.unit, "deductions", sheet.deductions, exact(given, "deductions"))
        self.differ(sheet.unit, "place", placed.place, given["place"])
        self.differ(sheet.unit, "tied", placed.tied, given["tied"])
        if "classes" in sheet.table.spec:
            standing = self.ranking.standings[sheet.unit]
            self.differ(sheet.unit, "class state", standing.state, given.get("class_state"))
            self.differ(sheet.unit, "class", standing.level, given.get("class"))
            if standing.state == KNOWN:
                self.differ(sheet.unit, "nominable", standing.nominable, given.get("nominable"))

    def compare_items(self, sheet, given):
        found = {each["id"]: each for each in given}
        self.differ(sheet.unit, "criteria", [each.id for each in sheet.table.all_items()],
                    list(found))
        for item in sheet.table.all_items():
            own, other = sheet.results[item.id], found.get(item.id)
            if other is None:
                continue
            self.differ(sheet.unit, f"verdict of {item.id}", settled(own.verdict),
                        settled(other["verdict"]))
            if own.verdict != NOT_APPLICABLE:
                self.differ(sheet.unit, f"points of {item.id}", own.points, exact(other, "points"))
            if own.points is not None:
                self.differ(sheet.unit, f"max of {item.id}", own.most, exact(other, "max"))

    def compare_quotas(self, group, units, given):
        """Winners of this list; how many are allowed where the quota is its own."""
        first, here = units[0].sheet.unit, {each.sheet.unit for each in units}
        spec = units[0].sheet.table.spec
        for quota in spec.get("quotas", ()):
            name, key = quota["id"], (id(spec), quota["id"])
            own = [verdict for (each, _), verdict in self.ranking.quotas.items() if each == key]
            others = [each for each in given if each["id"] == name]
            self.differ(first, f"winners of {name}",
                        sorted(here & won(each.winners for each in own)),
                        sorted(here & won(each["winners"] for each in others)))
            if quota["within"] == "cluster":
                verdict = self.ranking.quotas[key, group]
                for other in others:
                    self.differ(first, f"allowed by {name}", verdict.allowed, other["allowed"])
                    self.differ(first, f"stop of {name}", verdict.stopped, other["stopped"])


def won(lists):
    return {unit for winners in lists for unit in winners}


def settled(verdict):
    """A verdict; why there is none yet is not compared."""
    return "open" if verdict in OPEN else verdict


def exact(given, key):
    """A number of the program: the fraction where the decimal is not exact."""
    value = given.get(f"{key}_exact", given.get(key))
    return Fraction(value) if isinstance(value, str) else value


def run(program, directory, today, *words):
    return subprocess.run(
        [program, "-C", directory, "--today", today, "--lang", "en", *words],
        capture_output=True, text=True)


def compare_folder(job):
    """Draws folder number `seed`, scores it twice; what differs, by unit."""
    program, root, seed, size, keep = job
    maker = FolderMaker(seed, size)
    directory = f"{root}/{seed}"
    maker.write(directory)
    done = run(program, directory, maker.today, "score", "--period", maker.period,
               "--format", "json", "--explain")
    if done.returncode not in SCORED:
        differences = {"": f"score ends with {done.returncode}: {done.stderr[:500]}"}
    else:
        answer = json.loads(done.stdout, parse_float=Fraction)
        ranking = Ranking(Scorer(maker.folder, day(maker.today)), span(maker.period))
        differences = Comparison(ranking, answer).differences
    if differences and keep:
        shutil.copytree(directory, f"{keep}/{seed}", dirs_exist_ok=True)
    shutil.rmtree(directory)
    return seed, size, differences


def compare_all(options):
    sizes = [options.units] * (options.sheets // options.units)
    sizes += [options.sheets % options.units] * (options.sheets % options.units > 0)
    shared = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    sheets = found = 0
    with tempfile.TemporaryDirectory(dir=shared) as root, multiprocessing.Pool(2) as pool:
        jobs = [(os.path.abspath(options.program), root, options.seed * 10**6 + at, size,
                 options.keep) for at, size in enumerate(sizes)]
        for seed, size, differences in pool.imap(compare_folder, jobs):
            sheets += size
            for unit, words in differences.items():
                found += 1
                if found <= SHOWN:
                    place = f"{options.keep}/{seed}" if options.keep else f"folder {seed}"
                    print(f"{place}: {unit or 'whole folder'}: {words}")
    print(f"{sheets} sheets: {found} differences")
    return 1 if found else 0


# A folder that is there.


class Loader(yaml.CSafeLoader):
    """YAML 1.2 with exact numbers; dates stay text."""

    yaml_implicit_resolvers = {}


for pattern, tag, first in [
    (r"true|false", "bool", "tf"), (r"-?[0-9]+", "int", "-0123456789"),
    (r"-?[0-9]+\.[0-9]+", "float", "-0123456789"), (r"null|~|", "null", ["n", "~", ""]),
]:
    Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))
Loader.add_constructor("tag:yaml.org,2002:float", lambda _, node: Fraction(node.value))


def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader)


def records(root, name):
    """The records below a folder, by what stands between it and `.yaml`."""
    return {path.relative_to(root / name).with_suffix("").as_posix(): read(path)
            for path in sorted((root / name).rglob("*.yaml"))}


def load(root):
    folder = Folder(read(root / "plan.yaml"))
    folder.criteria, folder.tables = records(root, "criteria"), records(root, "score-tables")
    folder.units = records(root, "units")
    folder.proposals = list(records(root, "proposals").values())
    if (root / "clusters.yaml").exists():
        folder.clusters = read(root / "clusters.yaml")["clusters"]
    for name in ("figures", "scores"):
        for record in records(root, name).values():
            getattr(folder, name).setdefault(span(str(record["period"])), {})[
                record["unit"]] = record
    for record in records(root, "filings").values():
        if "unit" in record:
            folder.filings.setdefault(int(record["year"]), {})[record["unit"]] = record
    return folder


def score_folder(root):
    """Prints what the scorer makes of a folder; counts what its expected.json has otherwise."""
    expected = json.loads((root / "expected.json").read_text(encoding="utf-8"))
    period = span(expected["period"])
    ranking = Ranking(Scorer(load(root), day(expected["today"])), period)
    found = 0
    for units in ranking.lists.values():
        for placed in units:
            sheet, standing = placed.sheet, ranking.standings[placed.sheet.unit]
            own = {"total": None if sheet.total is None else Fraction(sheet.total),
                   "class": standing.level, "place": placed.place}
            print(f"{root.name}: {sheet.unit}: {own['total']} {standing.state} "
                  f"{own['class']} {own['place']}")
            given = expected["units"].get(sheet.unit, {})
            if given.get("total") is not None:
                given = {**given, "total": Fraction(given["total"])}
            for key in ("total", "class", "place"):
                if key in given and given[key] != own[key]:
                    found += 1
                    print(f"  {key}: expected.json has {given[key]}, the scorer {own[key]}")
    return found


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", nargs="?")
    parser.add_argument("--sheets", type=int, default=100_000)
    parser.add_argument("--units", type=int, default=250)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--keep", metavar="DIR", help="keep folders that differ there")
    parser.add_argument("--self", nargs="+", type=pathlib.Path, metavar="FOLDER", dest="folders")
    options = parser.parse_args()
    if options.folders:
        found = sum(map(score_folder, options.folders))
        print(f"{len(options.folders)} folders: {found} differences")
        return 1 if found else 0
    if not options.program:
        parser.error("the program is missing")
    return compare_all(options)


if __name__ == "__main__":
    sys.exit(main())
