#!/usr/bin/env python3
"""Reminders by mail, through msmtp to a mail server: check_mail.py THIDUA EXAMPLES

The command is that of examples/cron/crontab, with the settings beside it.

  - each address has its letter once, and a second run sends nothing,
  - a run that is killed loses no letter; what may have come twice is only the
    one that was on the way, and the next run says so.
"""

import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import mailroom
from office import A_WEEK_BEFORE, make_plan

DOUBT = re.compile(r"bị dừng khi đang gửi `\S+` tới (\S+);")
KILLS = 15


class Clerk:
    def __init__(self, thidua, examples, root):
        self.server = mailroom.Server()
        self.home, self.plan = root / "home", root / "plan"
        self.addresses = make_plan(self.plan)
        mailroom.set_up_home(self.home, examples, self.server.port)
        _, (line, _), _ = mailroom.lines_of(examples / "crontab")
        self.command = mailroom.replaced(
            line.split(maxsplit=5)[5],
            ("/usr/local/bin/thidua", f"{thidua} --today {A_WEEK_BEFORE}"),
            ("/srv/thidua/ke-hoach", self.plan))

    def start(self):
        """As cron does: few variables, and a session of its own."""
        return subprocess.Popen(
            ["/bin/sh", "-c", self.command], start_new_session=True,
            env={"HOME": str(self.home), "PATH": "/usr/bin:/bin",
                 "SHELL": "/bin/sh", "LOGNAME": "x", "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, encoding="utf-8")

    def run(self):
        """Status, and what cron would send to MAILTO."""
        process = self.start()
        out, complaints = process.communicate(timeout=60)
        return process.returncode, out + complaints

    def fresh(self):
        self.server.forget()
        for path in (self.home / ".local/state/thidua").iterdir():
            path.unlink()


def expect(what, holds, *shown):
    if not holds:
        sys.exit(f"{what}: {shown}")


def check_plain(clerk):
    status, said = clerk.run()
    expect("first run", status == 0 and "Xã Vắng Vẻ" in said, status, said)
    mailroom.expect_letters(clerk.server.letters, clerk.addresses)
    second = clerk.run()
    expect("second run", second == (0, ""), second)
    mailroom.expect_letters(clerk.server.letters, clerk.addresses)
    beat = clerk.home / ".local/state/thidua/remind.heartbeat"
    expect("heartbeat", beat.read_text().strip() == A_WEEK_BEFORE)
    for path in (clerk.home / ".local/state/thidua").iterdir():
        if path.name == "remind.jsonl":
            expect("rights", path.stat().st_mode & 0o77 == 0, path)


def thidua_below(process):
    """The shell itself, where it has become thidua, or its child."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text()
    for each in [str(process), *children.split()]:
        if Path(f"/proc/{each}/comm").read_text().strip() == "thidua":
            return int(each)
    return sys.exit("no thidua is running")


def check_killed(clerk, when, kill, copies):
    """Killed while the second letter is on the way."""
    clerk.fresh()
    killed = []
    started = []

    def strike(number):
        if number == 2 and not killed:
            killed.append(number)
            kill(started[0].pid)

    setattr(clerk.server, when, strike)
    started.append(clerk.start())
    started[0].communicate(timeout=60)
    expect(when, killed == [2] and started[0].returncode != 0, killed)
    time.sleep(0.3)  # a letter on the way arrives
    status, said = clerk.run()
    told = DOUBT.findall(said)
    expect(when, status == 0 and told == [clerk.addresses[1]], status, said)
    found = [clerk.server.copies()[address] for address in clerk.addresses]
    expect(when, found == copies, found)
    expect("after it", clerk.run() == (0, ""))


def expect_none_lost(clerk, doubts):
    for address in clerk.addresses:
        copies = clerk.server.copies()[address]
        expect("killed anywhere", 1 <= copies <= 1 + doubts.count(address),
               address, copies, doubts)


def check_random_kills(clerk, seed):
    rng = random.Random(seed)
    clerk.fresh()
    doubts = []
    for _ in range(KILLS):
        process = clerk.start()
        time.sleep(rng.random() * 0.08)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        doubts += DOUBT.findall("".join(process.communicate(timeout=60)))
        if process.returncode == 0:
            expect_none_lost(clerk, doubts)
            clerk.fresh()
            doubts = []
    time.sleep(0.3)
    status, said = clerk.run()
    expect("last run", status == 0, said)
    expect_none_lost(clerk, doubts + DOUBT.findall(said))


def main():
    thidua, examples = (Path(word).resolve() for word in sys.argv[1:3])
    mailroom.need("msmtp")
    with tempfile.TemporaryDirectory() as root:
        clerk = Clerk(thidua, examples, Path(root))
        check_plain(clerk)
        check_killed(clerk, "on_letter",
                     lambda pid: os.kill(thidua_below(pid), signal.SIGKILL),
                     [1, 2, 1])
        check_killed(clerk, "on_recipient",
                     lambda pid: os.killpg(pid, signal.SIGKILL), [1, 1, 1])
        check_random_kills(clerk, seed=7)
    print("letters arrive once; after a kill, what may have come twice is told")


if __name__ == "__main__":
    main()
