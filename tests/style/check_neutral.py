#!/usr/bin/env python3
"""No C++ file knows a plan: check_neutral.py PROJECT

What the example folders name (units, bodies that issue plans, numbers of plans,
award forms) is searched for in lib and cmd, comments and messages included.
Years may stand only in comments and as examples in messages.
"""

import pathlib
import re
import sys

import yaml

COMMENT = re.compile(r"//[^\n]*")
TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"')
YEAR = re.compile(r"(?<![0-9A-Fa-fx.])20[1-3][0-9](?![0-9A-Fa-f])")
SHORT = 5  # shorter ids are words of any office


def load(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def numbers(document):
    number = document.get("number")
    return [number] if isinstance(number, str) else []


def names_of(folder):
    """Words that only this plan folder may say."""
    plan = load(folder / "plan.yaml")
    yield plan["title"]
    yield plan["movement"]
    yield plan["issuer"]["name"]
    if isinstance(plan["issuer"].get("province"), str):
        yield plan["issuer"]["province"]
    for document in [plan["document"], *(plan.get("parents") or [])]:
        yield from numbers(document)
    for unit in folder.glob("units/**/*.yaml"):
        yield unit.stem
        yield re.sub(r" \(minh họa\)$", "", load(unit)["name"])
    awards = folder / "awards.yaml"
    if awards.is_file():
        for form in load(awards)["forms"]:
            yield form["id"]
            yield form.get("name") or form["id"]


def main():
    project = pathlib.Path(sys.argv[1])
    names = {str(name) for folder in sorted(project.glob("examples/*/plan.yaml"))
             for name in names_of(folder.parent) if len(str(name)) > SHORT}
    words = re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])"
                                for name in sorted(names, key=len, reverse=True)),
                       re.IGNORECASE)
    found = []
    for room in ("lib", "cmd"):
        for path in sorted(project.glob(f"{room}/**/*.[ch]pp")):
            text = path.read_text(encoding="utf-8")
            for match in words.finditer(text):
                found.append((path, text.count("\n", 0, match.start()) + 1,
                              f"names `{match.group()}`"))
            bare = TEXT.sub('""', COMMENT.sub("", text))
            for match in YEAR.finditer(bare):
                found.append((path, text.count("\n", 0, match.start()) + 1,
                              f"knows the year {match.group()}"))
    for path, line, what in found:
        print(f"{path.relative_to(project)}:{line}: {what}")
    print(f"{len(names)} names of the example folders looked for")
    sys.exit(1 if found or not names else 0)


if __name__ == "__main__":
    main()
