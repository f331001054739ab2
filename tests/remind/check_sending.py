#!/usr/bin/env python3
"""What a run sends after those before it: check_sending.py THIDUA

  - a last day that was moved is reminded of anew, step by step,
  - of a letter that a killed run may have sent, the run that sends it again
    speaks, and no other.
"""

import email
import email.policy
import sys
import tempfile
from pathlib import Path

from office import A_WEEK_BEFORE, DUTY, LAST_DAY, make_plan, run

UNIT = "xa-an-duong"
STEPS = ["2023-10-10", "2023-10-26", A_WEEK_BEFORE, "2023-11-06", "2023-11-08",
         LAST_DAY]


class Office:
    def __init__(self, thidua, root):
        self.thidua, self.plan, self.mail = thidua, root / "plan", root / "mail"
        self.state = root / "state.jsonl"
        make_plan(self.plan)
        self.mail.mkdir()

    def on(self, day, *words):
        return run([self.thidua, "-C", self.plan, "--today", day, "--lang", "en",
                    *words])

    def remind(self, day, *words):
        """The subjects of the letters of this run, and what it said."""
        before = set(self.mail.iterdir())
        way = words or ("--eml", self.mail)
        done = self.on(day, "remind", "--format", "mail", "--from",
                       "van-phong@example.vn", "--state", self.state, "--to",
                       UNIT, *way)
        letters = [email.message_from_bytes(path.read_bytes(),
                                            policy=email.policy.default)
                   for path in sorted(set(self.mail.iterdir()) - before)]
        return [letter["Subject"] for letter in letters], done


def expect(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: {found!r}, not {wanted!r}")


def check_moved_day(office):
    for day in STEPS:
        subjects, done = office.remind(day)
        expect(f"{day}: letters", (len(subjects), done.returncode), (1, 0))
    expect("a second run", office.remind(LAST_DAY)[0], [])
    given = office.on(LAST_DAY, "receive", UNIT, "--duty", DUTY, "--extend",
                      "2023-11-23", "--reason", "Mưa lũ")
    expect("more time", (given.returncode, given.stderr), (0, ""))
    for day, left in [(LAST_DAY, "14 days left"), ("2023-11-10", None),
                      ("2023-11-16", "7 days left"), ("2023-11-23", "due today"),
                      ("2023-11-30", "7 days late"), ("2023-12-24", None)]:
        subjects, _ = office.remind(day)
        expect(f"{day}: letters", len(subjects), 0 if left is None else 1)
        if left and left not in subjects[0]:
            sys.exit(f"{day}: no “{left}” in {subjects}")


def check_doubt(office):
    doubt = "on the way"
    office.remind(A_WEEK_BEFORE, "--sendmail", "kill -9 $PPID")
    _, again = office.remind(A_WEEK_BEFORE, "--dry-run", "--eml", office.mail)
    expect("a look", (again.stdout.count("@"), doubt in again.stderr), (1, False))
    subjects, again = office.remind(A_WEEK_BEFORE)
    expect("sent again", (len(subjects), doubt in again.stderr), (1, True))

    office.remind("2023-11-06", "--sendmail", "kill -9 $PPID")
    subjects, later = office.remind("2023-11-08")
    expect("a later step", (len(subjects), later.stderr), (1, ""))
    _, quiet = office.remind("2023-11-08")
    expect("afterwards", quiet.stderr, "")


def main():
    for check in check_moved_day, check_doubt:
        with tempfile.TemporaryDirectory() as folder:
            check(Office(sys.argv[1], Path(folder)))
    print("moved days are reminded of, doubts are told once")


if __name__ == "__main__":
    main()
