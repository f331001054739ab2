#!/usr/bin/env python3
"""Load what the writer writes with yaml-cpp, PyYAML and js-yaml.

    write_oracle.py PATH_TO_write_cli PLAN_FOLDER [--records 400] [--seed 2021]

PyYAML reads YAML 1.1, the others 1.2 with habits of their own.  Every text of
a hostile list as a value, a key and inside brackets, records made of them by
chance, and every file of the plan folder must come back with the same texts
and the same types.  js-yaml is Debian's node-js-yaml.
"""

import argparse
import datetime
import json
import os
import random
import subprocess
import sys
import unicodedata
from pathlib import Path

import yaml

HOSTILE = """\
y|Y|n|N|yes|Yes|no|NO|on|On|off|OFF|true|True|FALSE|null|Null|NULL|~|nan|inf
0|7|-7|+7|00|012|-012|0o14|0b101|0x1F|1_000|1e3|1E+3|1e|.5|5.|-.5|+.5|1.5e3
86,25|86.250|1.2.3|.|..|...|.inf|-.inf|+.Inf|.nan|.NaN|12345678901234567890
2023-11-10|2023-1-1|2023-11|2023|2023-11-10 07:00:00|2023-11-10T07:00:00Z
2001-12-14t21:59:43.10-05:00|12:30|190:20:30|190:20:30.15|1:2|-1:30|2022-2025
=|<<|<|-|--|---|--- a|- a|-a|?|? a|?a|:|: a|:a|a:|a: b|a:b|a :b|#|# a|#a|a #b|a#b
 a|a |  |&a|&|*a|*|!a|!!str a|!|@a|`a|%a|%YAML 1.2|,|,a|a,b|a, b|[|]|[a]|a]|a[b
{|}|{a: b}|a{|a}b||>|>-||-|a|b|'|'a'|it's|''|"|"a"|say "x"|\\|\\n|a\\b|C:\\x\\y
R&D|A & B|a*b|100%|http://example.vn/a?b=c#d|x@example.vn|1. Mục đích|IV.2.đ-1b
Xã, thị trấn|“Vì người nghèo”|Đề nghị: bổ sung|“Từ … trở lên”|29/NQ-CP|15/11/2023
""".replace("\n", "|").split("|") + [
    "", "|", "||", "|-", ">", "a\nb", "\n", "a\n", "\na", "a\n\n b\n", "a\tb",
    "\ta", "a\t", "a \n b", "- a\n- b", "# a\n", "\u00a0a", "a\u00a0b",
    "\u3000", "a\u200bb", "\u2009a", "e\u0302\u0301", "🌾 lúa", "ế" * 300,
    "một hai " * 60 + "ba", "x" * 2000]


def text(value):
    return {"s": value}


def hostile_records():
    for each in HOSTILE:
        values = [text(each), {"m": [["k", text(each), ""]]}]
        yield {"l": values + [{"l": [text(each)], "flow": True},
                              {"m": [["k", text(each), ""]], "flow": True}]}
        if each and "\n" not in each and len(each.encode()) <= 500:
            yield {"m": [[each, text(each), each if each.strip() else ""]]}
            yield {"m": [[each, text(each), ""]], "flow": True}
    for literal in ("0", "-7", "86.250", "0.5", "true", "false", "null",
                    "123456789012", "012", "1e3", "abc"):
        yield {"l": [{"n": literal}, {"l": [{"n": literal}], "flow": True}]}


def random_value(rng, depth=0):
    kind = rng.choice("ssnlm") if depth < 4 else "s"
    if kind == "s":
        return text(rng.choice(HOSTILE))
    if kind == "n":
        return {"n": rng.choice(("1", "-2.5", "true", "null"))}
    items = [random_value(rng, depth + 1) for _ in range(rng.randint(0, 4))]
    if kind == "l":
        return {"l": items, "flow": rng.random() < 0.3}
    keys = {unicodedata.normalize("NFC", key): key
            for key in rng.sample(HOSTILE, len(items))
            if key and "\n" not in key and len(key.encode()) <= 500}
    members = [[key, item, rng.choice(("", "chú thích"))]
               for key, item in zip(keys, items)]
    return {"m": members, "flow": rng.random() < 0.3}


def form(value):
    """What PyYAML loads, in the form of write_cli.cpp."""
    if value is None:
        return {"z": 0}
    if isinstance(value, bool):
        return {"b": value}
    if isinstance(value, (int, float)):
        return {"n": str(value)}
    if isinstance(value, str):
        return {"s": value}
    if isinstance(value, (datetime.date, datetime.datetime)):
        return {"d": value.isoformat()}
    if isinstance(value, list):
        return {"l": [form(item) for item in value]}
    return {"m": [[key if isinstance(key, str) else repr(key), form(item)]
                  for key, item in value.items()]}


def is_number(literal):
    digits = literal.removeprefix("-")
    whole, point, part = digits.partition(".")
    good = whole.isdecimal() and (whole == "0" or whole[0] != "0")
    return good and (part.isdecimal() if point else True)


def canonical(value):
    """Texts in NFC, numbers as numbers, keys in order: JavaScript sorts them."""
    if "s" in value:
        return ["s", unicodedata.normalize("NFC", value["s"])]
    if "n" in value:
        literal = value["n"]
        if literal in ("true", "false"):
            return ["b", literal == "true"]
        if literal == "null":
            return ["z"]
        try:
            return ["n", float(literal)]
        except ValueError:
            return ["s", literal]
    if "l" in value:
        return ["l", [canonical(item) for item in value["l"]]]
    if "m" in value:
        return ["m", sorted([unicodedata.normalize("NFC", member[0]),
                             canonical(member[1])] for member in value["m"])]
    return ["z"] if "z" in value else list(*value.items())


def wanted(asked, answer):
    value = answer.get("file", asked)

    def as_written(part):
        if "n" in part and part["n"] not in ("true", "false", "null"):
            return part if is_number(part["n"]) else text(part["n"])
        if "l" in part:
            return {"l": [as_written(item) for item in part["l"]]}
        if "m" in part:
            return {"m": [[m[0], as_written(m[1])] for m in part["m"]]}
        return part
    return canonical(as_written(value))


def load_with_js(texts):
    found = {"NODE_PATH": "/usr/share/nodejs", **os.environ}
    script = Path(__file__).with_name("load_yaml.js")
    done = subprocess.run(["node", script], input=json.dumps(texts), text=True,
                          capture_output=True, check=False, env=found)
    if done.returncode != 0:
        sys.exit(f"js-yaml: {done.stderr}")
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("write_cli")
    parser.add_argument("plan_folder", type=Path)
    parser.add_argument("--records", type=int, default=400)
    parser.add_argument("--seed", type=int, default=2021)
    options = parser.parse_args()

    rng = random.Random(options.seed)
    asked = list(hostile_records())
    asked += [random_value(rng) for _ in range(options.records)]
    asked += [{"file": str(path)}
              for path in sorted(options.plan_folder.rglob("*.yaml"))]
    done = subprocess.run([options.write_cli], text=True, capture_output=True,
                          input="".join(f"{json.dumps(a)}\n" for a in asked),
                          check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode != 0 or len(answers) != len(asked):
        sys.exit(f"write_cli: status {done.returncode}, {len(asked)} records, "
                 f"{len(answers)} answers: {done.stderr}")
    refused = [a for a, answer in zip(asked, answers) if "yaml" not in answer]
    if refused:
        sys.exit(f"write_cli refused {refused[0]}")

    texts = [answer["yaml"] for answer in answers]
    loaded = {"yaml-cpp": [answer["cpp"] for answer in answers],
              "PyYAML": [form(yaml.load(each, Loader=yaml.SafeLoader))
                         for each in texts],
              "js-yaml": load_with_js(texts)}
    wrong = 0
    for question, answer, *each in zip(asked, answers, *loaded.values()):
        want = wanted(question, answer)
        for name, got in zip(loaded, each):
            if canonical(got) != want:
                wrong += 1
                if wrong <= 3:
                    print(f"{name}:\n{answer['yaml']}wanted: {want}\n"
                          f"loaded: {canonical(got)}\n")
    print(f"{len(asked)} records, {wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
