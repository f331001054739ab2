#!/usr/bin/env python3
"""Calendars, as icalendar and vobject read them.

    check_calendars.py PATH_TO_post_cli [--events 600] [--seed 5545]

Both must find the same events with the texts, days and alarms that went in,
whatever the texts are.  And the bytes themselves: CR LF, no line longer than
75 bytes, none cut inside a character, no control character.
"""

import argparse
import datetime
import re
import sys

import icalendar
import vobject

from hostile import TEXTS, answers, any_text, plain_line, plain_text, rng_of


def event(rng, number, summary, description):
    day = datetime.date(2000, 1, 1) + datetime.timedelta(rng.randrange(50000))
    stamp = day - datetime.timedelta(rng.randrange(400))
    return {"uid": f"{number}@example.vn", "sequence": rng.randrange(5),
            "day": day.isoformat(), "stamp": stamp.isoformat(),
            "summary": summary, "description": description,
            "alarm_days": rng.sample(range(40), rng.randrange(4))}


def calendars(rng, count):
    events = [event(rng, i, text, text) for i, text in enumerate(TEXTS)]
    events += [event(rng, i, any_text(rng), any_text(rng))
               for i in range(len(events), count)]
    yield {"name": "Hạn, nộp; báo cáo\\", "product": "-//a//b, c//VI",
           "events": events}
    for text in TEXTS:
        yield {"name": text, "product": "-//a//b//VI",
               "events": [event(rng, 0, "x", "")]}


def expected(given):
    """One event as both readers must see it."""
    day = datetime.date.fromisoformat(given["day"])
    summary = plain_line(given["summary"])
    return {
        "uid": given["uid"], "sequence": given["sequence"], "start": day,
        "end": day + datetime.timedelta(1), "stamp": given["stamp"] + " 00:00",
        "summary": summary, "description": plain_text(given["description"]),
        "transp": "TRANSPARENT",
        "alarms": [(datetime.timedelta(-days), "DISPLAY", summary)
                   for days in given["alarm_days"]]}


def minutes(moment):
    if moment.utcoffset() != datetime.timedelta(0):
        sys.exit(f"not in UTC: {moment}")
    return moment.strftime("%Y-%m-%d %H:%M")


def by_icalendar(text):
    calendar = icalendar.Calendar.from_ical(text.encode())
    found = []
    for each in calendar.walk("VEVENT"):
        if each.errors:
            sys.exit(f"icalendar finds fault: {each.errors}")
        found.append({
            "uid": str(each["UID"]), "sequence": int(each["SEQUENCE"]),
            "start": each["DTSTART"].dt, "end": each["DTEND"].dt,
            "stamp": minutes(each["DTSTAMP"].dt),
            "summary": str(each["SUMMARY"]),
            "description": str(each.get("DESCRIPTION", "")),
            "transp": str(each["TRANSP"]),
            "alarms": [(a["TRIGGER"].dt, str(a["ACTION"]),
                        str(a["DESCRIPTION"])) for a in each.walk("VALARM")]})
    return str(calendar["NAME"]), str(calendar["X-WR-CALNAME"]), found


def by_vobject(text):
    calendar = vobject.readOne(text)
    found = []
    for each in calendar.contents.get("vevent", []):
        found.append({
            "uid": each.uid.value, "sequence": int(each.sequence.value),
            "start": each.dtstart.value, "end": each.dtend.value,
            "stamp": minutes(each.dtstamp.value),
            "summary": each.summary.value,
            "description": each.description.value
            if "description" in each.contents else "",
            "transp": each.transp.value,
            "alarms": [(a.trigger.value, a.action.value, a.description.value)
                       for a in each.contents.get("valarm", [])]})
    name, wr_name = (calendar.contents[key][0].value
                     for key in ("name", "x-wr-calname"))
    return name, wr_name, found


def faults_of_bytes(text):
    data = text.encode()
    if not data.endswith(b"\r\n") or data.count(b"\n") != data.count(b"\r\n"):
        yield "a line end that is not CR LF"
    for line in data.split(b"\r\n"):
        if len(line) > 75:
            yield f"a line of {len(line)} bytes: {line!r}"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield f"a line cut inside a character: {line!r}"
        if re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line):
            yield f"a control character: {line!r}"


def keys_to_compare(reader, event_wanted):
    """icalendar takes a backslash that was escaped for the beginning of
    another escape: such texts are left to vobject."""
    if reader is by_icalendar and "\\" in (event_wanted["summary"] +
                                           event_wanted["description"]):
        return event_wanted.keys() - {"summary", "description", "alarms"}
    return event_wanted.keys()


def faults_of(given, text):
    yield from faults_of_bytes(text)
    name = plain_line(given["name"])
    wanted = [expected(each) for each in given["events"]]
    for reader in (by_icalendar, by_vobject):
        found_name, wr_name, found = reader(text)
        if (found_name, wr_name) != (name, name) and (
                reader is by_vobject or "\\" not in name):
            yield f"{reader.__name__}: {found_name!r}, not {name!r}"
        if len(found) != len(wanted):
            yield f"{reader.__name__}: {len(found)} events of {len(wanted)}"
        for one, other in zip(found, wanted):
            for key in keys_to_compare(reader, other):
                if one[key] != other[key]:
                    yield (f"{reader.__name__}: {key} {one[key]!r}, "
                           f"not {other[key]!r}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--events", type=int, default=600)
    parser.add_argument("--seed", type=int, default=5545)
    args = parser.parse_args()
    given = list(calendars(rng_of(args.seed), args.events))
    written = answers(args.program, [{"calendar": each} for each in given])
    faults = [fault for each, text in zip(given, written)
              for fault in faults_of(each, text)]
    print(*faults[:20], sep="\n")
    print(f"{len(given)} calendars, {args.events} events in one: "
          f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
