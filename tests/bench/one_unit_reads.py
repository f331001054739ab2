#!/usr/bin/env python3
"""one_unit_reads.py THIDUA: commands that touch one unit do not read the whole
folder.

Runs each of them in a folder of many records under strace and looks at every
path that is opened in the folder: the rules of the plan and the records of the
unit, nothing else.  Exits with 77 where strace cannot be used.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77
RECORDS = 600
UNIT = "tinh-tuc"

COMMANDS = [
    ["add-unit", "Xóm Thử", "--kind", "hamlet", "--parent", UNIT],
    ["record", UNIT, "poor=20", "--period", "2023", "--as-of", "2023-12-20",
     "--source", "Rà soát"],
    ["record", UNIT, "--period", "2023", "--result", "activities=Tuyên truyền"],
    ["receive", UNIT, "--duty", "unit-report", "--year", "2024", "--date", "2024-11-01"],
    ["score", UNIT, "--period", "2024", "--stage", "self", "--mark", "IV.2.b-1a=yes"],
    ["propose-award", UNIT, "--form", "giay-khen-huyen", "--occasion", "annual-2023"],
    ["propose-award", UNIT, "--form", "giay-khen-huyen", "--occasion", "annual-2023",
     "--received", "2025-03-31"],
]

# Folders are listed to see which years and occasions there are, never what
# units have in them.
MAY_BE_OPENED = re.compile(
    r"|[^/]+\.yaml|thidua\.toml|\.thidua(/.*)?"
    r"|(criteria|score-tables|frozen-tables|award-standards|rule-sets)(/.*)?"
    r"|units|figures|results|filings|scores|proposals"
    rf"|units/{UNIT}(/xom-thu)?\.yaml|units/{UNIT}"
    rf"|(figures|results|filings|scores)/\d+(/{UNIT}(/xom-thu)?\.yaml)?"
    rf"|proposals/[^/]+(/{UNIT}(/[^/]*)?)?")
LISTED = re.compile(r"getdents64\(\d+<(.*?)>")
OPENED = re.compile(r"\bopen(?:at)?\(.*= \d+<(.*)>$")


def traced(thidua, folder, words):
    with tempfile.NamedTemporaryFile("r") as trace:
        run = subprocess.run(
            ["strace", "-f", "-y", "-s", "4096", "-e", "trace=open,openat,getdents64",
             "-o", trace.name, thidua, "-C", str(folder), "--today", "2025-03-31",
             "--lang", "en", *words], capture_output=True, text=True,
            # A leak checker cannot look at what strace looks at.
            env=os.environ | {"ASAN_OPTIONS": "detect_leaks=0"})
        return run, trace.read().splitlines()


# The folder itself is the empty path.
def inside(folder, lines, pattern):
    found = (pattern.search(line) for line in lines)
    paths = (match[1] for match in found if match)
    return {path[len(str(folder)) + 1:] for path in paths
            if f"{path}/".startswith(f"{folder}/")}


def faults_of(thidua, folder, words):
    run, lines = traced(thidua, folder, words)
    if run.returncode != 0:
        return [f"status {run.returncode}: {run.stderr.strip()}"]
    opened = inside(folder, lines, OPENED)
    if f"units/{UNIT}.yaml" not in opened:
        return [f"nothing was seen of units/{UNIT}.yaml: is the trace understood?"]
    faults = [f"opened {path}" for path in sorted(opened)
              if not MAY_BE_OPENED.fullmatch(path)]
    listed = inside(folder, lines, LISTED)
    faults += [f"listed {path}" for path in sorted(listed)
               if path == "units" or re.fullmatch(r"(figures|results|filings|scores)/\d+", path)]
    return faults


def main():
    thidua = str(pathlib.Path(sys.argv[1]).resolve())
    if shutil.which("strace") is None or subprocess.run(
            ["strace", "-o", "/dev/null", "true"], capture_output=True).returncode != 0:
        print("skipped: strace cannot be used here")
        return SKIPPED
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch).resolve() / "plan"
        subprocess.run([sys.executable, str(HERE / "make_folder.py"), str(folder),
                        "--records", str(RECORDS)], check=True)
        for words in COMMANDS:
            for fault in faults_of(thidua, folder, words):
                failed += 1
                print(f"thidua {' '.join(words)}: {fault}")
    print(f"{len(COMMANDS)} commands in a folder of {RECORDS} records, {failed} faults")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
