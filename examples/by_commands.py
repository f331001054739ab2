#!/usr/bin/env python3
"""Builds a plan folder again with nothing but the commands of thidua.

    by_commands.py THIDUA FOLDER NEW     types the commands, makes NEW
    by_commands.py --print FOLDER NEW    prints them as a shell script instead

The rules come over with `init-plan --from`.  Then every unit is enrolled, every
figure recorded, every report received, every mark given and every award
proposed and decided as a clerk would have typed it over the years.  Evidence
files are copied: no command writes those.  Nor does any write what became of
the offices: when all from before is typed, successions.yaml is copied, `to` is
put by hand into the records of the units that ended, and the rest is typed.
"""

import pathlib
import shlex
import shutil
import subprocess
import sys

import yaml

# Past all the dates of the examples, so that nothing lies in the future.
TODAY = "2027-01-01"


class Folder:
    """The records of one plan folder, as any reader of YAML loads them."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        clusters = self.root / "clusters.yaml"
        text = clusters.read_text("utf-8") if clusters.exists() else "clusters: []"
        self.clusters = yaml.safe_load(text)["clusters"]
        self.units = dict(self.records("units"))
        path = self.root / "successions.yaml"
        text = path.read_text("utf-8") if path.exists() else "successions: []"
        self.successions = yaml.safe_load(text)["successions"]

    def ended(self):
        """Units that handed over all they had, and the last day of each."""
        for event in self.successions:
            for unit in event["from"] if "duties" not in event else []:
                if unit in self.units:
                    yield unit, self.units[unit]["enrolled"]["to"]

    def first_change(self):
        return min((event["date"] for event in self.successions), default="9999")

    def cluster_of(self, unit):
        for cluster in self.clusters:
            if unit in cluster["members"]:
                return cluster["id"]
        return None

    def records(self, shelf):
        """Owner or path without ending, and record; parents before children."""
        folder = self.root / shelf
        paths = sorted(folder.rglob("*.yaml"), key=lambda p: (len(p.parts), str(p)))
        for path in paths:
            name = str(path.relative_to(folder).with_suffix(""))
            yield name, yaml.safe_load(path.read_text(encoding="utf-8"))


def option(name, value):
    return [] if value in (None, "") else [name, str(value)]


def made_up(record):
    return ["--illustrative"] if record.get("illustrative") else []


def add_unit(name, unit, folder):
    line = ["add-unit", unit["name"], "--kind", unit["kind"], "--id", name]
    line += option("--cluster", folder.cluster_of(name))
    enrolled = unit.get("enrolled", {})
    settings = {
        "subkind": unit.get("subkind"),
        "class": unit.get("class"),
        "from": enrolled.get("from"),
        "to": None if name in dict(folder.ended()) else enrolled.get("to"),
        "assumed": ",".join(unit.get("assumed", [])) or None,
        "note": unit.get("note"),
    }
    for contact in unit.get("contacts", []):
        settings.update({f"contact.{key}": text for key, text in contact.items()})
    for key, value in unit.get("attributes", {}).items():
        settings[key] = str(value).lower() if isinstance(value, bool) else value
    for key, text in settings.items():
        if text is not None:
            line += ["--set", f"{key}={text}"]
    yield line + made_up(unit)


def record_figures(_, record, __):
    about = ["record", record["unit"], "--period", record["period"]]
    for count in record["figures"]:
        values = [f"{figure}={value}" for figure, value in count["values"].items()]
        yield (
            about
            + values
            + ["--as-of", count["as_of"], "--status", count["status"]]
            + option("--standard", count.get("poverty_standard"))
            + option("--source", count.get("source"))
            + made_up(record)
        )
    for target, given in record.get("assigned", {}).items():
        yield (
            about
            + [f"{target}={given['value']}"]
            + option("--source", given.get("document"))
            + option("--as-of", given.get("date"))
            + made_up(record)
        )


# What stands before the semicolon, in each list of a record of results.
LEADING = {"guidance": "text", "models": "name", "resources": "text", "own_awards": "name"}


def record_results(_, record, __):
    line = ["record", record["unit"], "--period", str(record["year"])]
    for part, entries in record.items():
        for entry in entries if isinstance(entries, list) else []:
            if isinstance(entry, dict):
                first = entry[LEADING[part]]
                rest = [f"{k}={v}" for k, v in entry.items() if k != LEADING[part]]
                entry = "; ".join([first, *rest])
            line += ["--result", f"{part}={entry}"]
    yield line + made_up(record)


def receive(_, record, __):
    for filing in record["filings"]:
        yield (
            ["receive", record.get("unit") or record["body"], "--duty", filing["duty"]]
            + ["--year", str(record["year"]), "--date", filing["date"]]
            + option("--document", filing.get("document"))
            + option("--late-reason", filing.get("late_reason"))
            + option("--note", filing.get("note"))
            + made_up(record)
        )


def typed_mark(mark):
    if mark.get("applies") is False:
        return "n/a"
    if "done" in mark:
        return "yes" if mark["done"] else "no"
    return str(mark["number"]) if "number" in mark else mark["grade"]


def remarks(mark):
    """The options that go with a mark; marks with the same ones go together."""
    line = option("--reason", mark.get("reason")) + option("--note", mark.get("note"))
    for path in mark.get("evidence", []):
        line += ["--evidence", path]
    return tuple(line)


def score(_, record, __):
    for stage, given in record["stages"].items():
        by_remarks = {}
        for criterion, mark in given["marks"].items():
            by_remarks.setdefault(remarks(mark), []).append(
                f"{criterion}={typed_mark(mark)}"
            )
        for options, marks in by_remarks.items():
            line = ["score", record["unit"], "--period", record["period"]]
            line += ["--stage", stage, "--by", given["by"], "--date", given["date"]]
            for mark in marks:
                line += ["--mark", mark]
            yield line + list(options) + made_up(record)


ENTRIES = {
    "submitted": "--submit",
    "returned": "--return",
    "appraised": "--appraise",
    "voted": "--vote",
    "submitted-upward": "--submit-upward",
    "decided": "--decide",
    "refused": "--refuse",
    "withdrawn": "--withdraw",
    "revoked": "--revoke",
}


def entry_options(entry):
    yield ENTRIES[entry["state"]]
    if entry["state"] in ("decided", "revoked"):
        yield entry["document"]
    elif entry["state"] == "voted":
        yield ",".join(f"{how}={number}" for how, number in entry["votes"].items())
    if entry["state"] not in ("decided", "revoked"):
        yield from option("--document", entry.get("document"))
    for key in ("date", "by", "to", "signer", "reason", "prize", "note"):
        yield from option(f"--{key}", entry.get(key))


def propose(_, record, __):
    about = ["propose-award", record["unit"]]
    about += ["--form", record["form"], "--occasion", record["occasion"]]
    proposed = record["proposed"]
    yield (
        about
        + ["--by", proposed["by"], "--date", proposed["date"]]
        + option("--document", proposed.get("document"))
        + option("--note", record.get("note"))
        + made_up(record)
    )
    for entry in record.get("history", []):
        yield about + list(entry_options(entry))


SHELVES = {
    "units": add_unit,
    "figures": record_figures,
    "results": record_results,
    "filings": receive,
    "scores": score,
    "proposals": propose,
}


def date_of(line):
    dates = [line[i + 1] for i, word in enumerate(line) if word in ("--date", "--as-of")]
    return dates[0] if dates else ""


def commands(folder):
    """What to type before the first succession, and what from that day on."""
    before, after = [], []
    for shelf, lines_for in SHELVES.items():
        for name, record in folder.records(shelf):
            for line in lines_for(name, record, folder):
                late = date_of(line) >= folder.first_change()
                (after if late else before).append(line)
    return before, after


def changes_by_hand(folder, new):
    for unit, last in folder.ended():
        path = f"{new}/units/{unit}.yaml"
        ended = rf'enrolled: {{\1, to: "{last}"}}'
        yield ["sed", "-i.old", rf"s/^enrolled: {{\(.*\)}}/{ended}/", path]
        yield ["rm", f"{path}.old"]
    if folder.successions:
        yield ["cp", f"{folder.root}/successions.yaml", new]


def typed(thidua, new, line):
    return [thidua, "-C", new, "--today", TODAY, *line]


def print_script(source, new):
    print("#!/bin/sh\nset -eu")
    print(shlex.join(["thidua", "init-plan", new, "--from", source, "--same-document"]))
    print(shlex.join(["cp", "-R", f"{source}/evidence", new]))
    folder = Folder(source)
    before, after = ([typed("thidua", new, line) for line in lines]
                     for lines in commands(folder))
    for line in [*before, *changes_by_hand(folder, new), *after]:
        print(shlex.join(line))


def type_commands(thidua, source, new):
    begin = [thidua, "init-plan", new, "--from", source, "--same-document"]
    subprocess.run(begin, stdout=subprocess.DEVNULL, check=True)
    evidence = pathlib.Path(source) / "evidence"
    if evidence.is_dir():
        shutil.copytree(evidence, pathlib.Path(new) / "evidence")
    folder = Folder(source)
    before, after = ([typed(thidua, new, line) for line in lines]
                     for lines in commands(folder))
    for line in [*before, *changes_by_hand(folder, new), *after]:
        done = subprocess.run(line, stdout=subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            sys.exit(f"this was refused: {shlex.join(line)}")
    print(f"{1 + len(before) + len(after)} commands made {new}")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    if sys.argv[1] == "--print":
        print_script(*sys.argv[2:])
    else:
        type_commands(*sys.argv[1:])


if __name__ == "__main__":
    main()
