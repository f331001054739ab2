#!/usr/bin/python3
"""Checks that schemas/ and the library judge the shape of records alike.

    schema_agreement.py RECORD_CLI SCHEMA_DIR CORPUS_DIR [PLAN_FOLDER...]

Both must accept CORPUS_DIR/<kind>/good-*.yaml and every record of the plan
folders, and refuse CORPUS_DIR/<kind>/bad-*.yaml.  Of each good file of the
corpus, mutations are made (a key taken out, a key too many, a list in place of
a scalar); on those the two must agree, whatever they say.

RECORD_CLI reads lines `KIND<TAB>PATH` and writes for each a line of JSON
{"json": RECORD or null, "ok": true or false}.  The schemas judge that RECORD,
so that YAML is read once, the library's way.

Exit status: 0 they agree, 1 they do not, 2 wrong usage.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator, Optional

from jsonschema import Draft202012Validator, RefResolver
from jsonschema.exceptions import best_match

# What stands where in a plan folder.
KIND_OF_FILE = {
    "plan.yaml": "plan",
    "awards.yaml": "awards",
    "clusters.yaml": "clusters",
    "successions.yaml": "successions",
    "base-wage.yaml": "base-wage",
}
KIND_OF_FOLDER = {
    "criteria": "criteria",
    "score-tables": "score-table",
    "award-standards": "award-standard",
    "frozen-tables": "frozen-table",
    "units": "unit",
    "figures": "figures",
    "results": "results",
    "filings": "filings",
    "scores": "scores",
    "proposals": "proposal",
    "rule-sets": "rule-set",
    "holidays": "holidays",
}
KINDS = [*KIND_OF_FILE.values(), *KIND_OF_FOLDER.values()]


@dataclass
class Case:
    name: str
    kind: str
    path: Path
    accept: Optional[bool]  # None: either, so long as they agree


@dataclass
class Reading:
    record: Any  # None: the YAML itself is at fault
    ok: bool


class Schemas:
    def __init__(self, folder: Path) -> None:
        self._store = {}
        for path in sorted(folder.glob("*.schema.json")):
            schema = json.loads(path.read_text(encoding="utf-8"))
            Draft202012Validator.check_schema(schema)
            self._store[path.name] = schema
        self._validators = {kind: self._validator(kind) for kind in KINDS}

    def _validator(self, kind: str) -> Draft202012Validator:
        name = f"{kind}.schema.json"
        schema = self._store[name]
        resolver = RefResolver(name, schema, store=self._store)
        return Draft202012Validator(schema, resolver=resolver)

    def fault(self, kind: str, record: Any) -> Optional[str]:
        error = best_match(self._validators[kind].iter_errors(record))
        return f"{error.json_path}: {error.message[:90]}" if error else None


def read_all(record_cli: str, cases: list[Case]) -> list[Reading]:
    lines = "".join(f"{case.kind}\t{case.path}\n" for case in cases)
    done = subprocess.run(
        [record_cli], input=lines, capture_output=True, encoding="utf-8",
        check=True)
    answers = [json.loads(line) for line in done.stdout.split("\n") if line]
    if len(answers) != len(cases):
        sys.exit(f"{record_cli}: {len(answers)} answers to {len(cases)} files")
    return [Reading(answer["json"], answer["ok"]) for answer in answers]


def corpus_cases(corpus: Path) -> Iterator[Case]:
    for path in sorted(corpus.glob("*/*.yaml")):
        name = str(path.relative_to(corpus))
        yield Case(name, path.parent.name, path, path.name.startswith("good-"))


def plan_cases(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.rglob("*.yaml")):
        inside = path.relative_to(folder)
        top = inside.parts[0]
        kind = (KIND_OF_FILE if inside.name == top else KIND_OF_FOLDER).get(top)
        if kind:
            yield Case(f"{folder.name}/{inside}", kind, path, True)


def mutations(node: Any, where: str = "$") -> Iterator[tuple[str, Any]]:
    """Every record that differs from `node` in one place, and what differs."""
    if isinstance(node, dict):
        yield f"a key too many in {where}", {**node, "zz-unknown": "x"}
        for key, value in node.items():
            rest = {k: v for k, v in node.items() if k != key}
            yield f"without {where}.{key}", rest
            for what, changed in mutations(value, f"{where}.{key}"):
                yield what, {**node, key: changed}
    elif isinstance(node, list):
        for i, item in enumerate(node):
            for what, changed in mutations(item, f"{where}[{i}]"):
                yield what, [*node[:i], changed, *node[i + 1:]]
    else:
        yield f"a list at {where}", ["x"]


def mutated_cases(case: Case, record: Any, folder: Path) -> Iterator[Case]:
    """Writes the mutations as JSON, which is YAML."""
    for number, (what, changed) in enumerate(mutations(record)):
        path = folder / f"{case.kind}-{case.path.stem}-{number}.yaml"
        path.write_text(json.dumps(changed, ensure_ascii=False),
                        encoding="utf-8")
        yield Case(f"{case.name}, {what}", case.kind, path, None)


def verdict(ok: bool) -> str:
    return "accepts" if ok else "refuses"


def disagreement(case: Case, reading: Reading,
                 schemas: Schemas) -> Optional[str]:
    if reading.record is None:
        return f"{case.name}: not a record at all, the YAML is at fault"
    fault = schemas.fault(case.kind, reading.record)
    schema_ok = fault is None
    expected = reading.ok if case.accept is None else case.accept
    if schema_ok == reading.ok == expected:
        return None
    because = f" ({fault})" if fault else ""
    return (f"{case.name}: the library {verdict(reading.ok)}, "
            f"the schema {verdict(schema_ok)}{because}")


def untested_kinds(cases: list[Case]) -> list[str]:
    return [
        f"{kind}: no {word} file in the corpus"
        for kind in KINDS
        for word, accept in (("good", True), ("bad", False))
        if not any(c.kind == kind and c.accept == accept for c in cases)
    ]


def disagreements(cases: list[Case], readings: list[Reading],
                  schemas: Schemas) -> list[str]:
    found = (disagreement(c, r, schemas) for c, r in zip(cases, readings))
    return [text for text in found if text]


def main(arguments: list[str]) -> int:
    if len(arguments) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    record_cli, schema_dir, corpus_dir, *folders = arguments
    schemas = Schemas(Path(schema_dir))
    corpus = list(corpus_cases(Path(corpus_dir)))
    plans = [c for folder in folders for c in plan_cases(Path(folder))]
    readings = read_all(record_cli, corpus + plans)
    found = untested_kinds(corpus)
    found += disagreements(corpus + plans, readings, schemas)

    with tempfile.TemporaryDirectory() as folder:
        changed = [
            mutation for case, reading in zip(corpus, readings)
            if case.accept and reading.record is not None
            for mutation in mutated_cases(case, reading.record, Path(folder))
        ]
        found += disagreements(changed, read_all(record_cli, changed), schemas)

    for text in found:
        print(text)
    print(f"{len(corpus)} corpus files, {len(plans)} records of plan folders, "
          f"{len(changed)} mutations: {len(found)} disagreements")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
