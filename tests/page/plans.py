"""Plan folders for the tests of the page."""

import json
import pathlib

# Whatever HTML, SVG, Mustache or CSS could take for its own.
HOSTILE = ("</title></style><script>alert(1)</script> & &amp; <b> \"đôi\" 'đơn' "
           "{{css}} {{{svg}}} {{#targets}} {{/x}} {{=<% %>=}} ]]> --> \\ %s")
LONG = "Tên" + "dài" * 120  # nothing to break it at
UNITS = 500

PLAN = """\
title: {name}
movement: thu
issuer: {{name: {name}, level: huyện}}
document: {{type: {name}, number: {{blank: "/KH"}}, date: "2022-11"}}
period: {{from: "2021-01-01", to: "2025-12-31"}}
kinds:
  commune: {{name: {name}, class: collective, criteria: commune, source: {name}}}
figures:
  households: {{name: {name}}}
  poor: {{name: {name}, part_of: households}}
indicators:
  poor_rate: {{name: {name}, of: poor / households, unit: percent}}
targets:
  - id: T1
    name: {name}
    by: 2025
    sum_over: commune
    source: {name}
    measure: {{indicator: poor_rate, unit: percent, op: "<=", threshold: 25, assumed: true, note: {name}}}
stages:
  assumed: true
  order: [{{id: self, name: Tự chấm}}]
occasions:
  annual: {{name: {name}, every: year, first: 2022, last: 2025, source: IV.4}}
timeline:
  - {{id: V.1, name: {name}, when: "2024", who: {name}, source: {name}}}
  - {{id: V.2, name: {name}, every: year, who: {name}, source: V.2}}
bodies:
  district: {{name: {name}}}
duties:
  - id: unit-report
    name: {name}
    from: {{kinds: [commune]}}
    to: district
    due: {{every: year, before: "10/11", strict: true, first: 2022, last: 2025}}
    source: {name}
"""
CRITERIA = """\
name: {name}
source: IV.2
criteria:
  - {{id: C1, text: {name}, judged: yes-no}}
"""
TABLE = """\
name: {name}
valid: {{periods: ["2024"]}}
assumed: true
grades: {{}}
tables:
  commune: {{total: 100, points: equal}}
"""
AWARDS = """\
forms:
  - {{id: low, name: {name}, level: huyện, authority: Chủ tịch, rank: 1, receivers: [collective], occasions: {{allowed: [annual]}}, source: IV.4}}
conditions: {{judged: all, unmet: none, source: IV.3}}
"""


def write(folder, path, text):
    file = pathlib.Path(folder) / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def unit_name(number):
    """Every one contains what is hostile, one is very long."""
    return f"{LONG if number == 0 else HOSTILE} {number}"


def hostile_plan(folder, units=UNITS):
    """A plan whose every text is hostile, with so many units: some report in
    time, some late, some not at all; some are not judged."""
    name = json.dumps(HOSTILE, ensure_ascii=False)
    write(folder, "plan.yaml", PLAN.format(name=name))
    write(folder, "criteria/commune.yaml", CRITERIA.format(name=name))
    write(folder, "score-tables/table.yaml", TABLE.format(name=name))
    write(folder, "awards.yaml", AWARDS.format(name=name))
    for number in range(units):
        unit = f"u{number:03}"
        own = json.dumps(unit_name(number), ensure_ascii=False)
        write(folder, f"units/{unit}.yaml", f"name: {own}\nkind: commune\n")
        write(folder, f"figures/2024/{unit}.yaml",
              f'unit: {unit}\nperiod: "2024"\nfigures:\n  - {{as_of: "2024-12-14", '
              'status: official, poverty_standard: "x", values: {households: 100, '
              f"poor: {number % 60}}}, source: {name}}}\n")
        if number % 7 == 0:
            continue
        day = 5 + number % 9
        write(folder, f"filings/2024/{unit}.yaml",
              f'unit: {unit}\nyear: 2024\nfilings:\n  - {{duty: unit-report, '
              f'date: "2024-11-{day:02}", late_reason: {name}}}\n')
        write(folder, f"scores/2024/{unit}.yaml",
              f'unit: {unit}\nperiod: "2024"\nstages:\n  self:\n    by: {name}\n'
              '    date: "2024-11-01"\n    marks:\n'
              f'      C1: {{done: {"false" if number % 3 else "true"}}}\n')
    write(folder, "proposals/annual-2024/u001/low.yaml",
          "unit: u001\nform: low\noccasion: annual-2024\n"
          f'proposed: {{by: {name}, date: "2024-12-01"}}\n')
