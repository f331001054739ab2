#!/usr/bin/env python3
"""The score tables below this folder give what was worked out by hand.

    check_tables.py THIDUA [NAME…]

Each folder is a small plan with a complete score table; its expected.json
says the total, class and place of every unit, worked out without the program
(the README there shows some of the arithmetic):

    {"today": …, "period": …, "units": {ID: {"total": "187/2", "class": "good",
     "place": 1}}}
"""

import json
import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent


def run(program, folder, *arguments):
    environment = {k: v for k, v in os.environ.items()
                   if not k.startswith("THIDUA")}
    return subprocess.run([program, "-C", str(folder), *arguments], text=True,
                          encoding="utf-8", capture_output=True, check=False,
                          env=environment | {"LC_ALL": "C.UTF-8"})


def exact(entry, key):
    """A number of the JSON, without rounding; None where there is none."""
    text = entry.get(key + "_exact", entry[key])
    return None if text is None else Fraction(str(text))


def answers(program, folder, expected):
    shown = run(program, folder, "--today", expected["today"], "score",
                "--period", expected["period"], "--format", "json")
    units = {}
    for ranking in json.loads(shown.stdout)["lists"]:
        for entry in ranking["ranked"] + ranking["missing"]:
            units[entry["unit"]] = {"total": exact(entry, "total"),
                                    "class": entry.get("class"),
                                    "place": entry["place"]}
    return units


def faults_of(program, folder):
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    checked = run(program, folder, "--lang", "en", "--today",
                  expected["today"], "check", "--level", "warning")
    if checked.returncode != 0:
        yield checked.stdout + checked.stderr
    found = answers(program, folder, expected)
    for unit in sorted(set(found) | set(expected["units"])):
        wanted = expected["units"].get(unit)
        if wanted is None or unit not in found:
            yield f"{unit}: expected {wanted}, got {found.get(unit)}"
            continue
        total = wanted["total"]
        wanted = {"total": None if total is None else Fraction(str(total)),
                  "class": wanted["class"], "place": wanted["place"]}
        if wanted != found[unit]:
            yield f"{unit}: expected {wanted}, got {found[unit]}"


def main():
    program = str(Path(sys.argv[1]).resolve())
    names = sys.argv[2:] or sorted(
        path.parent.name for path in HERE.glob("*/expected.json"))
    bad = 0
    for name in names:
        faults = list(faults_of(program, HERE / name))
        bad += bool(faults)
        print(f"{name}: {'as worked out' if not faults else 'differs'}")
        for fault in faults:
            print("  " + fault.replace("\n", "\n  "))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
