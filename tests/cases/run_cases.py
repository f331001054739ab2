#!/usr/bin/env python3
"""Runs golden cases: run_cases.py THIDUA CASES_DIR [NAME...]

A case is a folder with
  cmd         command lines, one a line, each beginning with `thidua`
  repo/       the plan folder it runs in, laid over the folder that the file
              `base` names (relative to the project), if there is one
  beside/     folders that lie beside it, such as that of the plan above
  setup.sh    run in that folder first: for what git cannot hold (a FIFO, a
              link, rights, bytes that are no text)
  ordinary    if this file is there, the commands run as an ordinary user
  transcript  what must come out, byte for byte: each command after `$ `, its
              output, its error output after `[stderr]`, its status, and after
              `[changed]` what has become of the files of the folder

THIDUA_BLESS=1 rewrites the transcripts: read the diff before committing it.
"""

import concurrent.futures
import difflib
import os
import pathlib
import re
import shlex
import shutil
import stat
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
NOBODY = 65534


def contents(folder):
    """What is in a folder: of every path its kind and rights, and its bytes."""
    seen = {}
    for path in sorted(folder.rglob("*")):
        mode = path.lstat().st_mode
        readable = stat.S_ISREG(mode) and os.access(path, os.R_OK)
        name = str(path.relative_to(folder))
        seen[name] = (mode, path.read_bytes() if readable else b"")
    return seen


def lines_of(data):
    """Lines for a diff; what a screen would not show is spelled out."""
    text = data.decode("utf-8", "backslashreplace")
    text = text.replace("\ufeff", "\\ufeff").replace("\r", "\\r")
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "[no line end]\n"
    return lines


def changes(before, after):
    """What has become of the files, as a diff; empty where nothing has."""
    text = ""
    for name in sorted(before.keys() | after.keys()):
        old_mode, old = before.get(name, (None, b""))
        mode, new = after.get(name, (None, b""))
        if old_mode is None and stat.S_ISDIR(mode):
            continue  # seen by what is in it
        if old_mode != mode and old == new:
            text += f"{name}: {old_mode} -> {mode}\n"
        elif old != new:
            names = [f"a/{name}" if old_mode else "/dev/null"]
            names.append(f"b/{name}" if mode else "/dev/null")
            diff = difflib.unified_diff(lines_of(old), lines_of(new), *names, n=2)
            text += "".join(diff)
    return f"[changed]\n{text}" if text else ""


def lay_out_plans_above(source, folder):
    """Those that the plan of the base names lie beside it, as they do there."""
    sheet = source / "plan.yaml"
    text = sheet.read_text("utf-8") if sheet.is_file() else ""
    for name in re.findall(r"^ +folder: \.\./([\w-]+)$", text, re.MULTILINE):
        if (source.parent / name).is_dir():
            shutil.copytree(source.parent / name, folder.parent / name,
                            symlinks=True, dirs_exist_ok=True)


def lay_out(case, folder):
    base = case / "base"
    if base.is_file():
        source = PROJECT / base.read_text().strip()
        shutil.copytree(source, folder, symlinks=True, dirs_exist_ok=True)
        lay_out_plans_above(source, folder)
    if (case / "repo").is_dir():
        shutil.copytree(case / "repo", folder, symlinks=True, dirs_exist_ok=True)
    if (case / "beside").is_dir():
        shutil.copytree(case / "beside", folder.parent, dirs_exist_ok=True)
    if (case / "setup.sh").is_file():
        subprocess.run(["sh", "-eu", str(case / "setup.sh")], cwd=folder, check=True)


def as_ordinary_user(case):
    if not (case / "ordinary").is_file() or os.geteuid() != 0:
        return None
    return lambda: (os.setgroups([]), os.setgid(NOBODY), os.setuid(NOBODY))


def within_reach(thidua, scratch):
    """A copy that an ordinary user may run wherever the project lies."""
    os.chmod(scratch, 0o755)
    return shutil.copy(thidua, scratch)


def shown(data):
    """As a transcript can hold it; a carriage return is spelled out."""
    return data.decode("utf-8", "backslashreplace").replace("\r", "\\r")


def run_command(thidua, line, folder, demote):
    words = shlex.split(line)
    assert words[0] == "thidua", line
    environment = {
        "PATH": "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
    }
    done = subprocess.run(
        [thidua, *words[1:]],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        preexec_fn=demote,
        timeout=120,
        check=False,
    )
    text = f"$ {line}\n" + shown(done.stdout)
    if done.stderr:
        text += "[stderr]\n" + shown(done.stderr)
    return text + f"[exit {done.returncode}]\n"


def transcript_of(thidua, case):
    with tempfile.TemporaryDirectory() as scratch:
        os.chmod(scratch, 0o755)
        folder = pathlib.Path(scratch) / "repo"
        folder.mkdir()
        lay_out(case, folder)
        before = contents(folder)
        text = ""
        for line in (case / "cmd").read_text().splitlines():
            if line.strip():
                text += run_command(thidua, line, folder, as_ordinary_user(case))
                after = contents(folder)
                text += changes(before, after)
                before = after
        text = text.replace(str(folder), "FOLDER")
        for path in folder.rglob("*"):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
        return text


def check_case(thidua, case):
    """An empty text, or what differs."""
    expected_file = case / "transcript"
    actual = transcript_of(thidua, case)
    if os.environ.get("THIDUA_BLESS"):
        expected_file.write_text(actual, encoding="utf-8")
        return ""
    expected = (
        expected_file.read_text(encoding="utf-8") if expected_file.is_file() else ""
    )
    if actual == expected:
        return ""
    lines = difflib.unified_diff(
        expected.splitlines(True), actual.splitlines(True), "expected", "actual"
    )
    return "".join(lines)


def main():
    thidua = str(pathlib.Path(sys.argv[1]).resolve())
    root = pathlib.Path(sys.argv[2]).resolve()
    wanted = sys.argv[3:]
    cases = sorted(path.parent for path in root.rglob("cmd"))
    cases = [
        case
        for case in cases
        if not wanted or any(str(case.relative_to(root)).startswith(w) for w in wanted)
    ]
    with tempfile.TemporaryDirectory() as scratch:
        if any(as_ordinary_user(case) for case in cases):
            thidua = within_reach(thidua, scratch)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            results = list(pool.map(lambda case: check_case(thidua, case), cases))
    failed = 0
    for case, difference in zip(cases, results):
        if difference:
            failed += 1
            print(f"FAILED {case.relative_to(root)}\n{difference}")
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
