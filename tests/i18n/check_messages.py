#!/usr/bin/env python3
"""check_messages.py REPO_ROOT: is every message there in Vietnamese?

Compares lib/data/vi.po with the messages of the sources and lists what is
missing, obsolete, empty, fuzzy or has other {n} than its key.  Exit 1 then.
"""

import re
import subprocess
import sys
from pathlib import Path

# A text that xgettext does not see where it stands.
UNSEEN = re.compile(r'\bWord\{\s*"|\b(?:msg|say|N_)\(\s*[^")]*\?\s*"')
ARGUMENT = re.compile(r"\{(\d+)(?::[^{}|]+\|[^{}|]+)?\}")
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


def unquoted(line):
    text = line[line.index('"') + 1 : line.rindex('"')]
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[1]), text)


def parse(text):
    """The entries of a .po: a list of dicts with flags, msgid, msgstr."""
    entries = []
    for block in re.split(r"\n\s*\n", text):
        entry = {"flags": "", "msgid": None, "msgstr": "", "obsolete": False}
        field = None
        for line in block.splitlines():
            if line.startswith("#~"):
                entry["obsolete"] = True
                line = line[2:].strip()
            if line.startswith("#,"):
                entry["flags"] += line
            elif line.startswith(("msgid ", "msgstr ")):
                field = line.split(" ", 1)[0]
                entry[field] = unquoted(line)
            elif line.startswith('"') and field:
                entry[field] += unquoted(line)
        if entry["msgid"] is not None:
            entries.append(entry)
    return entries


def placeholders(text):
    """The n of {n} and {n:one|many}; None where another brace would break."""
    text = text.replace("{{", "").replace("}}", "")
    found = re.findall(ARGUMENT, text)
    if found and re.search(r"[{}]", re.sub(ARGUMENT, "", text)):
        return None
    return set(found)


def faults_of(keys, entries):
    seen = set()
    for entry in entries:
        key, words = entry["msgid"], entry["msgstr"]
        if key == "":
            continue
        seen.add(key)
        if entry["obsolete"] or key not in keys:
            yield "obsolete in vi.po", key
        elif "fuzzy" in entry["flags"]:
            yield "fuzzy in vi.po", key
        elif not words.strip():
            yield "not translated", key
        elif placeholders(key) is None:
            yield "a brace that is no {n} and not doubled", key
        elif placeholders(key) != placeholders(words):
            yield "other {n} in the translation", key
    for key in sorted(keys - seen):
        yield "missing in vi.po", key


def unseen_texts(root):
    for room in ("lib", "cmd"):
        for path in sorted((root / room).rglob("*.[ch]pp")):
            text = path.read_text(encoding="utf-8")
            for match in UNSEEN.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                yield f"{path.relative_to(root)}:{line}"


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: check_messages.py REPO_ROOT")
    root = Path(sys.argv[1])
    extract = Path(__file__).with_name("extract_messages.sh")
    pot = subprocess.run([extract, root], check=True, capture_output=True)
    keys = {e["msgid"] for e in parse(pot.stdout.decode()) if e["msgid"]}
    po = (root / "lib/data/vi.po").read_text(encoding="utf-8")
    faults = [f"{what}: {key!r}" for what, key in faults_of(keys, parse(po))]
    faults += [f"{place}: mark the text with N_()" for place in
               unseen_texts(root)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
