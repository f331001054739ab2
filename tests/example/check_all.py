#!/usr/bin/env python3
"""Every example folder is in order: check_all.py THIDUA EXAMPLES

`check` finds no errors and no warnings in any of them, and each has as many
criteria in its sets as the document it was written from.
"""

import collections
import json
import pathlib
import subprocess
import sys

# Criteria by set, in the order of the plans.
CRITERIA = {
    "nguyen-binh": [10, 4, 7, 6, 7, 4, 4],
    "quynh-nhai": [8, 9, 7, 13, 3, 7],
    "so-gtvt-cao-bang": [10, 3],
    "so-xay-dung": [],
    "quoc-gia-666": [],
}


def run(program, folder, *words):
    return subprocess.run([program, "-C", str(folder), "--today", "2026-11-21", *words],
                          capture_output=True, text=True, check=False)


def main():
    program, examples = sys.argv[1], pathlib.Path(sys.argv[2])
    folders = sorted(path.parent for path in examples.glob("*/plan.yaml"))
    bad = []
    if {folder.name for folder in folders} != set(CRITERIA):
        bad.append(f"the folders are {[folder.name for folder in folders]}")
    for folder in folders:
        end = run(program, folder, "check", "--strict", "--level", "warning")
        if end.returncode != 0:
            bad.append(f"{folder.name}: check --strict ends with {end.returncode}\n"
                       f"{end.stdout}{end.stderr}")
        listed = json.loads(run(program, folder, "list", "criteria", "--format",
                                "json").stdout)
        counts = collections.Counter(each["set"] for each in listed)
        if sorted(counts.values()) != sorted(CRITERIA.get(folder.name, [])):
            bad.append(f"{folder.name}: criteria by set {dict(counts)}")
        if not all(each["section"] for each in listed):
            bad.append(f"{folder.name}: a criterion without its section")
    print("\n".join(bad) or f"{len(folders)} example folders are in order")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
