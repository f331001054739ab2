#!/usr/bin/env python3
"""The README shows what the program prints.

    check_readme.py THIDUA README

Every line `$ thidua …` in a fenced block is run from the folder of the README.
The lines below it must stand in the output in that order; `…` stands for any
text in a line, and alone for any lines.  White space is not compared: columns
move with the words in them.  The exit status is 0, or what a line `[exit N]`
says.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path


def shown_runs(text):
    """(command, lines shown below it) of every fenced block."""
    runs = []
    for block in re.findall(r"^```[^\n]*\n(.*?)^```", text,
                            re.DOTALL | re.MULTILINE):
        shown = None
        for line in block.splitlines():
            if line.startswith("$ "):
                shown = []
                if line.startswith("$ thidua"):
                    runs.append((line[2:], shown))
            elif shown is not None:
                shown.append(line)
    return runs


def squeezed(line):
    return " ".join(line.split())


def pattern(line):
    return re.compile(".*".join(map(re.escape, line.split("…"))))


def faults_of(program, root, command, shown):
    kept = {k: v for k, v in os.environ.items() if not k.startswith("THIDUA")}
    done = subprocess.run(
        [program, *shlex.split(command)[1:]], cwd=root, text=True,
        encoding="utf-8", capture_output=True, check=False,
        env=kept | {"LC_ALL": "C.UTF-8", "NO_COLOR": "1"})
    status = 0
    lines = iter([squeezed(line)
                  for line in (done.stdout + done.stderr).splitlines()])
    faults = []
    for line in map(squeezed, shown):
        said = re.fullmatch(r"\[exit (\d+)\]", line)
        if said:
            status = int(said.group(1))
        elif line and line != "…" and not any(map(pattern(line).fullmatch,
                                                  lines)):
            faults.append(f"`{command}` does not print, or not here: {line}")
            break
    if done.returncode != status:
        faults.append(f"`{command}` ends with {done.returncode}, not {status}: "
                      f"{done.stderr.strip()}")
    return faults


def main():
    program, readme = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2])
    runs = shown_runs(readme.read_text(encoding="utf-8"))
    faults = [] if runs else ["no command is shown"]
    for command, shown in runs:
        faults += faults_of(program, readme.resolve().parent, command, shown)
    print("\n".join(faults) or f"{len(runs)} commands print what is shown")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
