#!/usr/bin/env python3
"""Score tables with one line broken are reported, and never bring the program
down: check_broken.py THIDUA TABLES-FOLDER [--every N] [--seed S]

Each line of each score table is taken out, or has its numbers replaced, in a
copy of its plan folder; `check` and `score --explain` must then end as they do
with bad data, and not with a bug (70) or a signal.
"""

import argparse
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

NUMBER = re.compile(r"(?<![\w.-])-?\d+(?:\.\d+)?(?![\w.-])")
GOOD_ENDS = {0, 1, 5}  # all is well; findings; a rule says no


def mutations(text):
    """(what was done, the new text) for each line of a table."""
    lines = text.splitlines(keepends=True)
    for i, line in enumerate(lines):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        changed = {"taken out": ""}
        for number in ("0", "-1", "1000000007"):
            changed[f"numbers are {number}"] = NUMBER.sub(number, line)
        keys = re.findall(r"[\w-]+: [^,{}\[\]]+(?=[,}])", line)
        for key in keys:
            changed[f"without `{key}`"] = line.replace(key, "").replace(
                "{, ", "{").replace(", ,", ",").replace(", }", "}")
        for what, new in changed.items():
            if new != line:
                yield f"line {i + 1} {what}", "".join(lines[:i] + [new] + lines[i + 1:])


def run(program, folder, *words):
    return subprocess.run(
        [program, "-C", str(folder), "--today", "2030-01-01", *words],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)


def try_one(program, folder, table, period, what, text):
    """What went wrong, or nothing."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch) / "plan"
        shutil.copytree(folder, copy)
        (copy / table).write_text(text, encoding="utf-8")
        for words in (["check"], ["score", "--period", period, "--explain"]):
            end = run(program, copy, *words)
            if end.returncode not in GOOD_ENDS:
                return (f"{folder.name}/{table}: {what}: `{' '.join(words)}` ended "
                        f"with {end.returncode}: {end.stderr.strip()[:300]}")
    return None


def jobs(folders):
    for folder in folders:
        scores = sorted(each.name for each in (folder / "scores").iterdir())
        for path in sorted(folder.glob("score-tables/*.yaml")):
            for what, text in mutations(path.read_text(encoding="utf-8")):
                yield folder, path.relative_to(folder), scores[-1], what, text


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("tables", type=pathlib.Path)
    parser.add_argument("--every", type=int, default=1,
                        help="try one of so many mutations, by chance")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    folders = sorted(each.parent for each in options.tables.glob("*/plan.yaml"))
    chosen = [job for job in jobs(folders) if chance.randrange(options.every) == 0]
    with ThreadPoolExecutor(2) as pool:
        found = [each for each in pool.map(
            lambda job: try_one(options.program, *job), chosen) if each]
    print("\n".join(found))
    print(f"{len(chosen)} broken tables, {len(found)} of them brought it down")
    sys.exit(1 if found or not chosen else 0)


if __name__ == "__main__":
    main()
