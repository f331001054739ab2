#!/usr/bin/env python3
"""The calendar of the example plan, as icalendar and vobject read it:
check_example_calendar.py THIDUA EXAMPLE_FOLDER

Both find the events that `--format json` tells of; the same bytes come out
again; a decision that moves a deadline moves its events, which keep their UID
and get a higher SEQUENCE, and leaves all others as they were.
"""

import datetime
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from check_calendars import by_icalendar, by_vobject, faults_of_bytes

TODAY = "2025-10-01"
AMENDMENT = """\
  - type: Quyết định
    number: 99/QĐ-UBND
    date: "2025-09-15"
    from: "2025-09-20"
    changes:
      - {section: VI.7, text: Báo cáo trước ngày 01/12, duty: unit-report, before: "01/12", year: 2025}
    source: Điều 1
"""


def output(thidua, folder, *words):
    done = subprocess.run(
        [thidua, "-C", str(folder), "remind", "--today", TODAY, "--lang", "vi", *words],
        capture_output=True, check=True)
    if done.stderr:
        sys.exit(f"it complained: {done.stderr.decode()}")
    return done.stdout


def events(thidua, folder):
    """The events by UID, as both readers agree on them."""
    words = ("--format", "ics", "--steps", "30,14,7,1,0,+7")
    data = output(thidua, folder, *words)
    if output(thidua, folder, *words) != data:
        sys.exit("the same calendar has other bytes")
    text = data.decode()
    for fault in faults_of_bytes(text):
        sys.exit(fault)
    name, _, found = by_icalendar(text)
    if (name, found) != (by_vobject(text)[0], by_vobject(text)[2]):
        sys.exit("icalendar and vobject read different calendars")
    by_uid = {event["uid"]: event for event in found}
    if len(by_uid) != len(found):
        sys.exit(f"{len(found)} events have {len(by_uid)} UIDs")
    return by_uid


def as_told(thidua, folder):
    """What `--format json` knows of the same."""
    return json.loads(output(thidua, folder, "--format", "json", "--within", "9999"))


def with_amendment(text):
    """plan.yaml with one decision more, the first of the list."""
    if "\namendments:\n" not in text:
        text = text.replace("\nduties:\n", "\namendments:\nduties:\n")
    return text.replace("\namendments:\n", f"\namendments:\n{AMENDMENT}")


def check(holds, what):
    if not holds:
        sys.exit(what)


def main():
    thidua, example = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "examples" / example.name
        shutil.copytree(example.parent, folder.parent)
        before = events(thidua, folder)
        days = {uid.partition("@")[0]: event["start"] for uid, event in before.items()}
        told = as_told(thidua, folder)
        check(days == {each["key"]: datetime.date.fromisoformat(each["last_day"])
                       for each in told}, "calendar and JSON tell other days")
        extended = {each["key"] for each in told if each["extended"]}
        check(len(days) > 20, f"hardly anything is due: {len(days)}")
        check(all(len(event["alarms"]) == 5 for event in before.values()),
              "alarms are missing")

        sheet = folder / "plan.yaml"
        text = sheet.read_text(encoding="utf-8")
        sheet.write_text(with_amendment(text), encoding="utf-8")
        after = events(thidua, folder)
        check(after.keys() == before.keys(), "some UIDs have changed")
        moved = 0
        for uid, event in after.items():
            if uid.startswith("unit-report/2025/"):
                moved += 1
                check(event["start"] == datetime.date(2025, 11, 30) or
                      uid.partition("@")[0] in extended, f"{uid} stays")
                check(event["sequence"] == before[uid]["sequence"] + 1, f"{uid}: SEQUENCE")
                check(event["stamp"] >= before[uid]["stamp"], f"{uid}: DTSTAMP")
            else:
                check(event == before[uid], f"{uid} has changed")
        check(moved > 10, f"only {moved} events have moved")
    print(f"{len(after)} events, {moved} of them moved")


if __name__ == "__main__":
    main()
