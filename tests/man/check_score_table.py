#!/usr/bin/env python3
"""The examples of thidua-score-table(5) are those of the golden cases.

    check_score_table.py MAN_DIR CASES_DIR

Every literal block of the page stands below a comment that names a case:

    .\\" example: rules/ratio

Holds when
  - a block that begins with `$ thidua …` is a command of that case, and what
    follows stands in the transcript of the case below that command, in that
    order; a line may be cut short at its end or beginning,
  - any other block stands in one file of the case, line for line, indented as
    it may be,
  - every rule that the schema of score tables knows has both.
"""

import json
import re
import sys
import textwrap
from pathlib import Path

PAGE = "thidua-score-table.5"
MARK = '.\\" example: '


def blocks_of(page):
    """(line number, name of the case or None, lines) of each literal block."""
    name, block, begun = None, None, 0
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith(MARK):
            name = line.removeprefix(MARK).strip()
        elif line.startswith(".Bd -literal"):
            block, begun = [], number
        elif line.startswith(".Ed") and block is not None:
            yield begun, name, block
            name, block = None, None
        elif block is not None:
            block.append(line.replace("\\e", "\\").replace("\\&", ""))


def outputs_of(transcript, command):
    """What the case prints for each time the command is given."""
    for part in re.split(r"^\$ ", transcript, flags=re.MULTILINE)[1:]:
        given, _, output = part.partition("\n")
        if given == command:
            yield output.splitlines()


def missing_line(wanted, output):
    """The first wanted line that the output does not have in its turn."""
    at = 0
    for line in wanted:
        while at < len(output) and line.strip() not in output[at]:
            at += 1
        if at == len(output):
            return line
        at += 1
    return None


def fault_of_output(lines, case):
    command = lines[0].removeprefix("$ ")
    transcript = (case / "transcript").read_text(encoding="utf-8")
    outputs = list(outputs_of(transcript, command))
    if not outputs:
        return f"the case has no command `{command}`"
    missing = [missing_line(lines[1:], output) for output in outputs]
    return None if None in missing else f"not in the transcript: {missing[0]}"


def fault_of_snippet(lines, case):
    wanted = textwrap.dedent("\n".join(lines)).split("\n")
    for path in sorted((case / "repo").rglob("*.yaml")):
        there = path.read_text(encoding="utf-8").splitlines()
        for at in range(len(there) - len(wanted) + 1):
            part = "\n".join(there[at:at + len(wanted)])
            if textwrap.dedent(part).split("\n") == wanted:
                return None
    return f"in no file of the case: {lines[0]} …"


def fault_of(name, lines, cases):
    if name is None:
        return "no case is named above it"
    if not (cases / name / "cmd").is_file():
        return f"there is no case {name}"
    is_output = lines[0].startswith("$ thidua ")
    check = fault_of_output if is_output else fault_of_snippet
    fault = check(lines, cases / name)
    return fault and f"{name}: {fault}"


def rule_words(schema):
    """The words that may stand after `rule:` anywhere in the schema."""
    if isinstance(schema, list):
        return set().union(*map(rule_words, schema))
    if not isinstance(schema, dict):
        return set()
    rule = schema.get("properties", {}).get("rule", {})
    words = set(rule.get("enum", []))
    return words.union(*map(rule_words, schema.values()))


def shown_rules(blocks):
    """The rules in snippets of cases whose output is shown too."""
    explained = {name for _, name, lines in blocks if lines[0].startswith("$ ")}
    return {word for _, name, lines in blocks if name in explained
            for word in re.findall(r"\brule: ([a-z-]+)", "\n".join(lines))}


def main():
    man, cases = Path(sys.argv[1]), Path(sys.argv[2])
    blocks = list(blocks_of(man / PAGE))
    faults = []
    for number, name, lines in blocks:
        fault = fault_of(name, lines, cases)
        if fault:
            faults.append(f"{PAGE}:{number}: {fault}")
    schema = man.parent / "schemas/score-table.schema.json"
    words = rule_words(json.loads(schema.read_text(encoding="utf-8")))
    faults += [f"{PAGE}: no worked example of the rule `{word}`"
               for word in sorted(words - shown_rules(blocks))]
    if not blocks:
        faults.append(f"{PAGE}: no examples")
    print("\n".join(faults) or f"{len(blocks)} examples stand in golden cases")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
