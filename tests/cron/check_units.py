#!/usr/bin/env python3
"""systemd finds nothing wrong with the units of examples/cron, and shellcheck
nothing with the scripts: check_units.py THIDUA EXAMPLES

Each is skipped where its program is not there.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import mailroom

EXPOSURE = 30  # of 100; a service without any protection has 96


def run(*command):
    return subprocess.run(command, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)


def check_systemd(thidua, examples):
    with tempfile.TemporaryDirectory() as folder:
        for name in "thidua-remind.service", "thidua-remind.timer":
            text = (examples / name).read_text(encoding="utf-8")
            text = text.replace("/usr/local/bin/thidua", str(thidua))
            Path(folder, name).write_text(text, encoding="utf-8")
        units = sorted(map(str, Path(folder).iterdir()))
        done = run("systemd-analyze", "verify", "--man=no", *units)
        # Of this machine's own units it speaks, too.
        faults = [line for line in done.stdout.splitlines() if "thidua" in line]
        if faults:
            sys.exit("\n".join(faults))
        done = run("systemd-analyze", "security", "--offline=true",
                   f"--threshold={EXPOSURE}", units[0])
        if done.returncode != 0:
            sys.exit(done.stdout)
    timer = (examples / "thidua-remind.timer").read_text(encoding="utf-8")
    calendar = re.search(r"^OnCalendar=(.*)$", timer, re.MULTILINE).group(1)
    done = run("systemd-analyze", "calendar", calendar)
    if done.returncode != 0:
        sys.exit(done.stdout)


def check_scripts(examples):
    done = run("shellcheck", "--shell=sh",
               *(str(examples / name) for name in ("nightly-commit",
                                                   "pre-receive")))
    if done.returncode != 0:
        sys.exit(done.stdout)


def main():
    thidua, examples = (Path(word).resolve() for word in sys.argv[1:3])
    checks = {"systemd-analyze": lambda: check_systemd(thidua, examples),
              "shellcheck": lambda: check_scripts(examples)}
    there = [name for name in checks if shutil.which(name)]
    for name in there:
        checks[name]()
    if not there:
        mailroom.skip("neither systemd-analyze nor shellcheck is there")
    print("nothing to say: " + ", ".join(there))


if __name__ == "__main__":
    main()
