#!/usr/bin/env python3
"""The manual pages say what the program does.

    check_man.py THIDUA MAN_DIR

Holds when
  - mandoc finds nothing to warn of,
  - every command has a page and every page a command, and the options of
    `thidua COMMAND --help` are the `.It Fl` lines of its page (the global ones
    those of thidua.1),
  - the commands of the pages (`.Dl thidua …`, `$ thidua …`) end with 0, run
    from the folder above MAN_DIR,
  - thidua-plan.5, thidua-score-table.5 and thidua-rule-set.5 name every key of
    the schemas, and the examples of the first and last are together a plan
    folder without a fault (those of the second stand in golden cases, see
    check_score_table.py),
  - thidua-so-tay.7 shows every command and is short enough for one sheet of A4.
"""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

SHEET_LINES = 63  # of 78 columns, 10 points high, with margins, on A4
PLAN = "thidua-plan.5"
SCORE_TABLE = "thidua-score-table.5"
RULE_SET = "thidua-rule-set.5"
PAGE_OF_SCHEMA = {"score-table.schema.json": SCORE_TABLE,
                  "rule-set.schema.json": RULE_SET,
                  "base-wage.schema.json": RULE_SET}
EVERYWHERE = {"-h", "--help"}  # stands in the help of each command


def environment():
    kept = {k: v for k, v in os.environ.items() if not k.startswith("THIDUA")}
    return kept | {"LC_ALL": "C.UTF-8", "NO_COLOR": "1"}


def run(command, cwd=None):
    return subprocess.run(command, cwd=cwd, env=environment(), text=True,
                          encoding="utf-8", capture_output=True, check=False)


def help_sections(program, *command):
    """{"Options": [first word of each entry], …} of a help text."""
    shown = run([program, "--lang", "en", *command, "--help"])
    sections, entries = {}, []
    for line in shown.stdout.splitlines():
        heading = re.fullmatch(r"(\w+): *", line)
        if heading:
            entries = sections.setdefault(heading.group(1), [])
        elif re.match(r"  \S", line):
            entries.append(line.split()[0])
    return sections


def help_options(program, *command):
    words = help_sections(program, *command).get("Options", [])
    return {name for word in words for name in word.split(",")
            if name.startswith("-")}


def commands_of(program):
    sections = help_sections(program)
    return sections.get("Commands") or sections.get("Subcommands") or []


def page_options(page):
    options = set()
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith(".It Fl"):
            options |= {"-" + name for name in re.findall(r"\bFl (\S+)", line)}
    return options


def check_lint(pages):
    lint = run(["mandoc", "-T", "lint", "-W", "warning", *map(str, pages)])
    return (lint.stdout + lint.stderr).splitlines()


def check_options(program, man):
    faults = []
    commands = commands_of(program)
    if not commands:
        faults.append("thidua --help names no command")
    paged = {page.stem.removeprefix("thidua-")
             for page in man.glob("thidua-*.1")}
    faults += [f"{name}: no page" for name in sorted(set(commands) - paged)]
    faults += [f"{name}: a page and no command"
               for name in sorted(paged - set(commands))]
    pairs = [("thidua.1", help_options(program))]
    pairs += [(f"thidua-{name}.1", help_options(program, name) - EVERYWHERE)
              for name in commands if name in paged]
    for name, helped in pairs:
        told = page_options(man / name)
        faults += [f"{name}: {option} is not described"
                   for option in sorted(helped - told)]
        faults += [f"{name}: {option} does not exist"
                   for option in sorted(told - helped)]
    return faults


def examples_of(page):
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith((".Dl thidua ", "$ thidua ")):
            yield line.split(" ", 1)[1].replace("\\(dq", '"')


def check_examples(program, pages, root):
    faults = []
    for page in pages:
        if page.name == SCORE_TABLE:
            continue  # its commands are those of golden cases
        examples = list(examples_of(page))
        if page.suffix == ".1" and not examples:
            faults.append(f"{page.name}: no examples")
        for example in examples:
            done = run([program, *shlex.split(example)[1:]], cwd=root)
            if done.returncode != 0:
                faults.append(f"{page.name}: `{example}` ends with "
                              f"{done.returncode}: {done.stderr.strip()}")
    return faults


def schema_keys(schema):
    if isinstance(schema, list):
        return set().union(*map(schema_keys, schema))
    if not isinstance(schema, dict):
        return set()
    keys = set(schema.get("properties", {}))
    return keys.union(*map(schema_keys, schema.values()))


def told_keys(page):
    told = set()
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith((".Ic", ".It", ".Pq Ic")):
            told |= set(re.findall(r"[a-z_]+", line))
    return told


def check_keys(man, schemas):
    """Keys of some records stand in a page of their own, or in the plan's."""
    plan = told_keys(man / PLAN)
    faults = []
    for path in sorted(schemas.glob("*.json")):
        page = PAGE_OF_SCHEMA.get(path.name, PLAN)
        told = plan | told_keys(man / page)
        keys = schema_keys(json.loads(path.read_text(encoding="utf-8")))
        faults += [f"{page}: no key {key}" for key in sorted(keys - told)]
    return faults


def example_files(page):
    """Blocks that begin with `# PATH`; `# PATH, continued` goes on."""
    text = page.read_text(encoding="utf-8")
    files = {}
    for block in re.findall(r"^\.Bd -literal.*?\n(.*?)^\.Ed", text,
                            re.DOTALL | re.MULTILINE):
        title = re.match(r"# (\S+?)(, continued)?\n", block)
        if title:
            path = title.group(1)
            files[path] = files.get(path, "") + block.replace("\\e", "\\")
    return files


def check_plan_folder(program, pages):
    files = {path: text for page in pages
             for path, text in example_files(page).items()}
    for path in re.findall(r"evidence/[\w./-]+\w", "".join(files.values())):
        files[path] = "evidence\n"
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        done = run([program, "-C", folder, "--today", "2024-02-01", "--lang",
                    "en", "check", "--strict", "--level", "warning"])
    return [] if done.returncode == 0 else [
        f"{pages[0].name}: the examples have faults",
        *(done.stdout + done.stderr).splitlines()]


def check_sheet(program, page):
    shown = page.read_text(encoding="utf-8")
    faults = [f"{page.name}: {name} is not shown"
              for name in commands_of(program) if f"thidua {name}" not in shown]
    lines = run(["mandoc", "-T", "utf8", str(page)]).stdout.splitlines()
    if len(lines) > SHEET_LINES:
        faults.append(
            f"{page.name}: {len(lines)} lines, a sheet has {SHEET_LINES}")
    return faults


def main():
    program, man = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve()
    pages = sorted(man.glob("*.[0-9]"))
    faults = check_lint(pages)
    faults += check_options(program, man)
    faults += check_examples(program, pages, man.parent)
    faults += check_keys(man, man.parent / "schemas")
    faults += check_plan_folder(program, [man / PLAN, man / RULE_SET])
    faults += check_sheet(program, man / "thidua-so-tay.7")
    print("\n".join(faults) or f"{len(pages)} pages agree with the program")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
