#!/usr/bin/env python3
"""Awards are as the plans say: check_awards.py THIDUA TABLES EXAMPLES

Each TABLES/PLAN.yaml says, from the document and not from the records in
EXAMPLES/PLAN, for every award form, occasion with its year, and kind whether
the plan allows it, refuses it or does not state it, and where:

    kinds        who may be awarded: the sections that name them
    occasions    with the section; `assumed` where the plan gives no first year
    forms        the sections that speak of each, and the kinds it is for
    cells        form, occasions, stance, and the section that settles it
    left_to      in place of forms: the document that the awards are left to

For a kind that the form is not for, the cell is refused.  The program shows all
sections of a form at each of its cells; the one that settles the cell must be
among them.
"""

import collections
import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import yaml

TODAY = "2025-06-01"  # in the last year of the plans, all offices at work
OCCASIONS = ["annual", "preliminary", "final", "special"]
YEARS = range(2020, 2027)  # the years of the plans and one on each side
ONLY_THE_PLAN = {
    "en": "only the plan was asked, not the law",
    "vi": "mới chỉ xét theo kế hoạch, chưa xét theo pháp luật",
}
NOT_HELD = {"en": "which is not held", "vi": "chưa có văn bản"}
NO_OCCASION = "the plan declares no occasion"
NOT_FOR_KIND = "is not given to units of the kind"


class Plan:
    """A table, the records of the same plan, and the program to ask of them."""

    def __init__(self, program, path, folder):
        text = path.read_text("utf-8")
        self.program, self.path, self.folder = program, path, folder
        self.table = yaml.safe_load(text)
        self.lines = lines_of(text)
        self.record = yaml.safe_load((folder / "plan.yaml").read_text("utf-8"))
        self.differences = []

    def differ(self, place, text):
        """`place`: a part of the table and the name or number of the entry."""
        line = self.lines.get(place, 1)
        self.differences.append(f"{self.path.name}:{line}: {text}")

    def run(self, *words, language="en"):
        environment = {k: v for k, v in os.environ.items()
                       if not k.startswith("THIDUA")}
        return subprocess.run(
            [self.program, "-C", str(self.folder), "--today", TODAY, "--lang",
             language, *words], text=True, encoding="utf-8", capture_output=True,
            check=False, env=environment | {"LC_ALL": "C.UTF-8", "NO_COLOR": "1"})

    def listed(self):
        return json.loads(self.run("list", "awards", "--format", "json").stdout)


def lines_of(text):
    lines = {}
    for part, content in yaml.compose(text).value:
        if isinstance(content, yaml.MappingNode):
            marks = [(key.value, key.start_mark) for key, _ in content.value]
        else:
            marks = enumerate(row.start_mark for row in content.value)
        lines |= {(part.value, name): mark.line + 1 for name, mark in marks}
    return lines


def as_list(source):
    return [source] if isinstance(source, str) else source


def compare_names(plan, part, names):
    """The names in a part of the table and those that the program knows."""
    for name in sorted(set(plan.table[part]) - set(names)):
        plan.differ((part, name), f"`{name}` is unknown to the program")
    for name in sorted(set(names) - set(plan.table[part])):
        plan.differ((part, name), f"{part} lack `{name}`, which the program knows")


def compare_cited(plan, place, section, shown):
    if section not in shown:
        plan.differ(place, f"{section} is not among {', '.join(shown)}")


def check_kinds(plan):
    kinds = plan.record["kinds"]
    compare_names(plan, "kinds", kinds)
    for kind in plan.table["kinds"].keys() & kinds.keys():
        for section in plan.table["kinds"][kind]:
            compare_cited(plan, ("kinds", kind), section,
                          as_list(kinds[kind]["source"]))


def wanted_cells(plan):
    """The stance of every form, occasion and kind, and its row in the table."""
    cells = {}
    pairs = set(itertools.product(plan.table["forms"], plan.table["occasions"]))
    for number, row in enumerate(plan.table["cells"]):
        kinds = plan.table["forms"][row["form"]]["kinds"]
        for occasion in row["occasions"]:
            if (row["form"], occasion) not in pairs:
                plan.differ(("cells", number), f"{occasion}: twice, or undeclared")
            pairs.discard((row["form"], occasion))
            for kind in plan.table["kinds"]:
                stance = row["stance"] if kind in kinds else "refused"
                cells[row["form"], occasion, kind] = stance, number
    for form, occasion in sorted(pairs):
        plan.differ(("forms", form), f"{form} × {occasion}: no cell")
    return cells


def asked_occasions(plan):
    """What `propose-award` answers, by occasion."""
    answers = {}
    names = set(OCCASIONS) | set(plan.record["occasions"])
    for name, year in itertools.product(sorted(names), YEARS):
        occasion = f"{name}-{year}"
        shown = plan.run("propose-award", "--occasion", occasion, "--format", "json")
        if shown.returncode == 0:
            answers[occasion] = json.loads(shown.stdout)[0]
        elif NO_OCCASION not in shown.stderr:
            plan.differ(("occasions", occasion), shown.stderr.strip())
    return answers


def forms_on(answers):
    """What `propose-award` says, by form and occasion."""
    return {(form["form"], occasion): form for occasion, answer in answers.items()
            for form in answer["forms"]}


def is_for_kind(form, kind, classes):
    return (not form["kinds"] or kind in form["kinds"]) and bool(
        set(classes) & set(form["receivers"]))


def found_cells(plan, answers, listed):
    receivers = {form["id"]: form for form in listed}
    cells = {}
    for (form, occasion), said in forms_on(answers).items():
        for kind, declared in plan.record["kinds"].items():
            given = is_for_kind(receivers[form], kind, as_list(declared["class"]))
            stance = said["stance"] if given else "refused"
            cells[form, occasion, kind] = stance.replace("_", " ")
    return cells


def compare_stances(plan, wanted, found):
    """One line for all kinds that differ in the same way."""
    groups = collections.defaultdict(list)
    for key in wanted.keys() & found.keys():
        form, occasion, kind = key
        stance, number = wanted[key]
        if found[key] != stance:
            groups[number, form, occasion, stance, found[key]].append(kind)
    for (number, form, occasion, stance, shown), kinds in sorted(groups.items()):
        plan.differ(("cells", number), f"{form} × {occasion} × "
                    f"{', '.join(sorted(kinds))}: {stance}, shown: {shown}")


def compare_sections(plan, answers):
    for occasion in plan.table["occasions"].keys() & answers.keys():
        compare_cited(plan, ("occasions", occasion),
                      plan.table["occasions"][occasion]["section"],
                      answers[occasion]["section"].split(", "))
    for (form, occasion), said in forms_on(answers).items():
        sections = plan.table["forms"].get(form, {}).get("sections")
        if sections and said["section"] != ", ".join(sections):
            plan.differ(("forms", form), f"{form} × {occasion}: "
                        f"{', '.join(sections)}, shown: {said['section']}")
    for number, row in enumerate(plan.table["cells"]):
        compare_cited(plan, ("cells", number), row["section"],
                      plan.table["forms"][row["form"]]["sections"])


def check_units(plan, answers):
    """Units are turned away for their kind where the plan does not give their
    kind the form, there only, and none is listed where it refuses the form."""
    for (form, occasion), said in forms_on(answers).items():
        kinds = plan.table["forms"].get(form, {"kinds": []})["kinds"]
        wrong = set()
        for unit in said["may"] + said["may_not"]:
            away = any(NOT_FOR_KIND in each["what"] for each in unit["obstacles"])
            if away == (unit["kind"] in kinds) or said["stance"] == "refused":
                wrong.add(unit["kind"])
        if wrong:
            plan.differ(("forms", form), f"{form} × {occasion}: wrong in the list "
                        f"of units: {', '.join(sorted(wrong))}")


def check_list(plan, answers, listed):
    """`list awards` says what `propose-award` says, of the same occasions."""
    said = forms_on(answers)
    entries = {}
    for entry in listed:
        any_year = [each for each in answers if not entry["year"]
                    and each.rpartition("-")[0] == entry["occasion"]]
        for occasion in any_year or [entry["occasion"]]:
            entries[entry["id"], occasion] = entry
    for form, occasion in sorted(said.keys() ^ entries.keys()):
        plan.differ(("forms", form), f"{form} × {occasion}: only in one of "
                    "`list awards` and `propose-award`")
    for key in sorted(said.keys() & entries.keys()):
        assumed = plan.table["occasions"].get(key[1], {}).get("assumed", False)
        shown = [entries[key][name] for name in ("stance", "section", "assumed")]
        if shown != [said[key]["stance"], said[key]["section"], assumed]:
            plan.differ(("forms", key[0]),
                        f"{' × '.join(key)}: `list awards` shows {shown}")


def check_only_the_plan(plan, answers):
    """The lists say in both languages that the law was not asked."""
    for occasion, answer in answers.items():
        if answer["asked"] != "plan":
            plan.differ(("occasions", occasion), f"asked: {answer['asked']}")
    asked = [("propose-award", "--occasion", each) for each in answers]
    for words in [("list", "awards"), *asked]:
        for language, sentence in ONLY_THE_PLAN.items():
            shown = plan.run(*words, language=language).stdout
            if sentence not in " ".join(shown.split()).lower():
                plan.differ(("occasions", words[-1]),
                            f"{' '.join(words)}: does not say `{sentence}`")


def check_matrix(plan):
    """The number of cells."""
    listed = plan.listed()
    answers = asked_occasions(plan)
    wanted = wanted_cells(plan)
    compare_names(plan, "forms", [form["id"] for form in listed])
    compare_names(plan, "occasions", answers)
    compare_stances(plan, wanted, found_cells(plan, answers, listed))
    compare_sections(plan, answers)
    check_units(plan, answers)
    check_list(plan, answers, listed)
    check_only_the_plan(plan, answers)
    return len(wanted)


def check_left(plan):
    """No forms of its own: the program says who the awards are left to."""
    left = plan.table["left_to"]
    declared = [as_list(each["source"]) for each in plan.record["delegates"]
                if "forms" in each["sections"]]
    if declared != [[left["section"]]]:
        plan.differ(("left_to", "section"), f"plan.yaml leaves forms in {declared}")
    if plan.listed():
        plan.differ(("left_to", "document"), "the program lists forms")
    check_occasions(plan)
    asked = [("propose-award", "--occasion", each) for each in plan.table["occasions"]]
    for words in [("list", "awards"), ("propose-award",), *asked]:
        status = 5 if words[0] == "propose-award" else 0
        for language, not_held in NOT_HELD.items():
            shown = plan.run(*words, language=language)
            text = (shown.stdout + shown.stderr).strip()
            if (shown.returncode != status
                    or f"`{left['document']}`, {not_held}" not in text):
                plan.differ(("left_to", "document"), f"{' '.join(words)} "
                            f"ends with {shown.returncode}: {text}")
    return 0


def check_occasions(plan):
    """Those of a plan without forms of its own, as in plan.yaml."""
    declared = plan.record["occasions"]
    names = {each: each.partition("-")[0] for each in plan.table["occasions"]}
    for name in sorted(set(names.values()) ^ set(declared)):
        plan.differ(("occasions", name), f"`{name}`: only in one of table and plan.yaml")
    for occasion, name in names.items():
        if name in declared:
            compare_cited(plan, ("occasions", occasion),
                          plan.table["occasions"][occasion]["section"],
                          as_list(declared[name]["source"]))


def main():
    program = str(Path(sys.argv[1]).resolve())
    paths = sorted(Path(sys.argv[2]).glob("*.yaml"))
    cells = differences = 0
    for path in paths:
        plan = Plan(program, path, Path(sys.argv[3]) / path.stem)
        check_kinds(plan)
        count = check_left(plan) if "left_to" in plan.table else check_matrix(plan)
        print("\n".join([*plan.differences, f"{path.stem}: {count} cells, "
                         f"{len(plan.differences)} differences"]))
        cells += count
        differences += len(plan.differences)
    print(f"{len(paths)} plans, {cells} cells, {differences} differences")
    sys.exit(1 if differences or not cells else 0)


if __name__ == "__main__":
    main()
