#!/usr/bin/env python3
"""check_by_commands.py THIDUA EXAMPLE BY_COMMANDS

The example, built again with nothing but commands, holds every fact of the one
that is shipped: the same records with the same values and lists in the same
order, and the commands that read say the same of both.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

QUESTIONS = [
    ["check", "--format", "json"],
    ["score", "--period", "2023", "--explain", "--format", "json"],
    ["propose-award", "--occasion", "final-2025", "--format", "json"],
    ["status", "--year", "2024", "--format", "json"],
    ["report", "final", "--format", "json"],
]


def fact(value):
    """A value as the plan takes it: `6,5` is the number 6.5."""
    if isinstance(value, dict):
        facts = {key: fact(item) for key, item in value.items()}
        if "members" in facts:
            facts["members"].sort()  # of a cluster: in no order
        return facts
    if isinstance(value, list):
        return [fact(item) for item in value]
    if isinstance(value, str) and re.fullmatch(r"\d+,\d+", value):
        return float(value.replace(",", "."))
    return value


def records(root):
    return {
        str(path.relative_to(root)): fact(yaml.safe_load(path.read_text("utf-8")))
        for path in pathlib.Path(root).rglob("*.yaml")
    }


def differing_records(shipped, built):
    for path in sorted(shipped.keys() | built.keys()):
        if path not in built or path not in shipped:
            yield f"{path} is only in {'the example' if path in shipped else 'the new folder'}"
        elif shipped[path] != built[path]:
            yield f"{path} differs:\n  {shipped[path]}\n  {built[path]}"


def without_places(value):
    """Answers without lines: other comments, other lines."""
    if isinstance(value, dict):
        places = ("source", "fact", "line", "column", "offset", "end_line", "end_column")
        return {k: without_places(v) for k, v in value.items() if k not in places}
    if isinstance(value, list):
        return [without_places(item) for item in value]
    return value


def answer(thidua, folder, question):
    done = subprocess.run(
        [thidua, "-C", folder, "--today", "2026-06-01", "--lang", "vi", *question],
        capture_output=True,
        check=False,
    )
    return done.returncode, without_places(json.loads(done.stdout))


def main():
    thidua, example, by_commands = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        built = str(pathlib.Path(scratch) / "plan")
        above = pathlib.Path(example).parent / "quoc-gia-666"  # found beside it
        shutil.copytree(above, pathlib.Path(scratch) / above.name)
        subprocess.run([sys.executable, by_commands, thidua, example, built], check=True)
        faults = list(differing_records(records(example), records(built)))
        for question in QUESTIONS:
            if answer(thidua, example, question) != answer(thidua, built, question):
                faults.append(f"`thidua {' '.join(question)}` answers otherwise")
    print("\n".join(faults) or "every fact is there")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
