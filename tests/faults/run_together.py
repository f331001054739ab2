#!/usr/bin/env python3
"""Eight processes on one folder: run_together.py THIDUA SECONDS

Proves that commands which run at the same time do one another no harm:

  - no lost update: what a writer said it wrote is there at the end, once;
  - no torn read: `check` never finds anything, `list` shows every unit whole,
    and every unit whose adding had ended before the list was begun;
  - writers that are killed take nothing with them and block nobody;
  - at the end `check` is clean, and nothing lies about that nobody wrote;
  - eight who propose the same, or record the same vote, make one of it;
  - a second writer waits about two seconds, exits 4 and names the holder; it
    goes on when the holder lets go; a killed holder blocks nobody.

What writers write becomes a row of WRITERS.
"""

import concurrent.futures
import datetime
import itertools
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from typing import Callable, NamedTuple

PROJECT = pathlib.Path(__file__).resolve().parents[2]
BASE = PROJECT / "tests/bases/small"
TODAY = "2099-12-31"
LOCKED = 4
WRITING_PROCESSES = 6
READING_PROCESSES = 2


class Writer(NamedTuple):
    """Command lines that differ by a number, and what each leaves behind."""

    words: Callable  # number -> the words after `thidua`
    traces: Callable  # number -> file: text that is then in it, once


def day(number):
    return str(datetime.date(2023, 1, 1) + datetime.timedelta(days=number))


def month(number):
    months = number // CRITERIA
    return f"{2022 + months // 12}-{months % 12 + 1:02}"


CRITERIA = 200  # criteria that are there to be marked, each once a month
CLUSTERS = """\
clusters:
  - id: cum-1
    name: Cụm số 1
    kind: commune
    source: VI
    members:
      - the-duc
"""

PROPOSAL = "proposals/annual-2022/the-duc/bang-khen.yaml"
PROPOSED = """\
unit: the-duc
form: bang-khen
occasion: annual-2022
proposed: {by: Xã Thể Dục, date: "2022-12-20"}
"""

WRITERS = (
    # A file for each.
    Writer(
        lambda n: ["add-unit", f"Xã Số {n}", "--kind", "commune"],
        lambda n: {f"units/xa-so-{n}.yaml": f"name: Xã Số {n}\n"},
    ),
    # Two files, one of them for all.
    Writer(
        lambda n: ["add-unit", f"Xã Cụm {n}", "--kind=commune", "--cluster=cum-1"],
        lambda n: {
            f"units/xa-cum-{n}.yaml": f"name: Xã Cụm {n}\n",
            "clusters.yaml": f"      - xa-cum-{n}\n",
        },
    ),
    # All in one list of one file.
    Writer(
        lambda n: ["record", "the-duc", "--period=2023", f"--result=models=Bò {n}."],
        lambda n: {"results/2023/the-duc.yaml": f"Bò {n}."},
    ),
    Writer(
        lambda n: [
            *("record", "the-duc", f"households={n}", "poor=0", "--period=2023"),
            *(f"--as-of={day(n)}", f"--source=Tờ {n}."),
        ],
        lambda n: {"figures/2023/the-duc.yaml": f"Tờ {n}."},
    ),
    Writer(
        lambda n: [
            *("score", "the-duc", f"--mark=IV.2.e-{n % CRITERIA}=yes"),
            *(f"--period={month(n)}", "--stage=self", "--date=2026-01-01"),
            f"--note=Phiếu {n}.",
        ],
        lambda n: {f"scores/{month(n)}/the-duc.yaml": f"Phiếu {n}."},
    ),
    Writer(
        lambda n: [
            *("propose-award", "the-duc", "--form=bang-khen"),
            *("--occasion=annual-2022", f"--paper=Tờ {n}."),
        ],
        lambda n: {PROPOSAL: f"Tờ {n}."},
    ),
)


def propose_before(folder):
    path = folder / PROPOSAL
    path.parent.mkdir(parents=True)
    path.write_text(PROPOSED, encoding="utf-8")


def lay_out(folder):
    """The plan folder that is written in."""
    shutil.copytree(BASE, folder)
    (folder / "clusters.yaml").write_text(CLUSTERS, encoding="utf-8")
    propose_before(folder)
    with (folder / "criteria/commune.yaml").open("a", encoding="utf-8") as file:
        for i in range(CRITERIA):
            file.write(f"  - {{id: IV.2.e-{i}, text: Việc {i}, judged: yes-no}}\n")
    return folder


class Wrong(Exception):
    """What was to hold and does not."""


def expect(holds, what):
    if not holds:
        raise Wrong(what)


def command_line(thidua, words):
    return [str(thidua), *words, "--today", TODAY]


def environment():
    return {
        "PATH": "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "THIDUA_LANG": "en",
        "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
    }


def start(thidua, folder, words):
    return subprocess.Popen(
        command_line(thidua, words),
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(thidua, folder, words):
    process = start(thidua, folder, words)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


class Together:
    """What all processes share; each number is given out once."""

    def __init__(self, thidua, folder, seconds):
        self.thidua = thidua
        self.folder = folder
        self.end = time.monotonic() + seconds
        self.numbers = itertools.count(1)
        self.lock = threading.Lock()
        self.written = []  # (row, number) that were said to be written
        self.killed = []  # (row, number) of which nobody knows
        self.counts = dict.fromkeys(("kills", "waits", "checks", "lists"), 0)
        self.problems = []

    def count(self, what):
        with self.lock:
            self.counts[what] += 1

    def goes_on(self):
        return time.monotonic() < self.end and not self.problems

    def work(self, turn, chance):
        """Turn after turn until the time is over."""
        while self.goes_on():
            try:
                turn(self, chance)
            except Wrong as wrong:
                self.problems.append(str(wrong))


def write(together, chance):
    row = chance.choice(WRITERS)
    number = next(together.numbers)
    began = time.monotonic()
    while True:
        process = start(together.thidua, together.folder, row.words(number))
        if chance.random() < 0.2:
            # At any point of its work, and now and then too late.
            time.sleep(chance.uniform(0, 1.2) * write.usual)
            process.kill()
        out, err = process.communicate(timeout=120)
        if process.returncode != LOCKED:
            break
        together.count("waits")
        expect(time.monotonic() - began < 60, f"a writer came never on: {err}")
    if process.returncode == -signal.SIGKILL:
        together.count("kills")
        together.killed.append((row, number))
        return
    expect(process.returncode == 0, f"{row.words(number)}: {out}{err}")
    write.usual = 0.9 * write.usual + 0.1 * (time.monotonic() - began)
    with together.lock:
        together.written.append((row, number))


write.usual = 0.02  # seconds that a writer takes, learnt on the way


def read_all(together, words):
    status, out, err = run(together.thidua, together.folder, words)
    if status == LOCKED:
        together.count("waits")
        return None
    expect(status == 0 and not err, f"{words}: exit {status}: {out[:2000]}{err}")
    return json.loads(out)


def read_check(together):
    found = read_all(together, ["check", "--format", "json"])
    if found is not None:
        expect(found == [], f"check found {found}")
        together.count("checks")


def read_list(together):
    with together.lock:
        expected = {
            f"xa-so-{number}": f"Xã Số {number}"
            for row, number in together.written
            if row is WRITERS[0]
        }
    found = read_all(together, ["list", "units", "--format", "json"])
    if found is None:
        return
    together.count("lists")
    names = {unit["id"]: unit["name"] for unit in found}
    for unit, name in names.items():
        if unit.startswith("xa-so-"):
            number = unit.rsplit("-", 1)[1]
            expect(name == f"Xã Số {number}", f"unit {unit} is called {name}")
    missing = sorted(set(expected) - set(names))
    expect(not missing, f"units that had been added are not listed: {missing}")


def read(together, chance):
    chance.choice((read_check, read_list))(together)


def files_of(folder):
    return {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if not path.is_dir()
    }


def check_end(together, before):
    folder = together.folder
    last = (WRITERS[0], next(together.numbers))
    status, _, err = run(together.thidua, folder, last[0].words(last[1]))
    expect(status == 0, f"the last writer: {err}")
    together.written.append(last)
    expect(not (folder / ".thidua").exists(), "something is left in .thidua")
    read_check(together)
    files = files_of(folder)
    texts = {}

    def times(row, number):
        """How often each trace is there."""
        found = []
        for path, trace in row.traces(number).items():
            if path not in texts and path in files:
                texts[path] = files[path].read_text(encoding="utf-8")
            found.append(texts.get(path, "").count(trace))
        return found

    for row, number in together.written:
        found = times(row, number)
        expect(set(found) == {1}, f"{row.words(number)} is there {found} times")
    for row, number in together.killed:
        found = times(row, number)
        expect(
            found in ([0] * len(found), [1] * len(found)),
            f"{row.words(number)} is there {found} times",
        )
    strange = set(files) - set(texts) - set(before)
    expect(not strange, f"nobody wrote {sorted(strange)}")
    for name, text in before.items():
        if name not in texts:
            expect(files[name].read_bytes() == text, f"somebody changed {name}")


def eight_processes(thidua, scratch, seconds):
    folder = lay_out(scratch / "eight")
    before = {name: path.read_bytes() for name, path in files_of(folder).items()}
    together = Together(thidua, folder, seconds)
    turns = [write] * WRITING_PROCESSES + [read] * READING_PROCESSES
    seed = random.randrange(1 << 32)
    with concurrent.futures.ThreadPoolExecutor(len(turns)) as pool:
        for future in [
            pool.submit(together.work, turn, random.Random(seed + i))
            for i, turn in enumerate(turns)
        ]:
            future.result()
    expect(not together.problems, "; ".join(together.problems))
    check_end(together, before)
    counts = together.counts
    for what in ("kills", "checks", "lists"):
        expect(counts[what] > 0, f"there were no {what}")
    expect(len(together.written) > WRITING_PROCESSES, "hardly anything was written")
    return (
        f"{len(together.written)} written, {counts['kills']} killed,"
        f" {counts['checks']} checks, {counts['lists']} lists,"
        f" {counts['waits']} told to wait"
    )


class Holder:
    """A process that holds the lock on a folder."""

    PROGRAM = (
        "import fcntl, os, sys, time\n"
        "folder = os.open(sys.argv[1], os.O_RDONLY)\n"
        "fcntl.flock(folder, getattr(fcntl, sys.argv[2]))\n"
        "print('held', flush=True)\n"
        "time.sleep(float(sys.argv[3]))\n"
    )

    def __init__(self, folder, kind, seconds):
        self.process = subprocess.Popen(
            [sys.executable, "-c", self.PROGRAM, str(folder), kind, str(seconds)],
            stdout=subprocess.PIPE,
        )
        self.process.stdout.readline()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


ADD = ["add-unit", "Xã Mới", "--kind", "commune"]
CHECK = ["check"]


def expect_refused(thidua, folder, words, holder):
    began = time.monotonic()
    status, _, err = run(thidua, folder, words)
    waited = time.monotonic() - began
    expect(status == LOCKED, f"{words}: exit {status}, not 4: {err}")
    expect(waited >= 1.5, f"{words}: gave up after {waited:.2f} s")
    for words_of_holder in (f"process {holder.process.pid} ", sys.executable):
        expect(words_of_holder in err, f"the holder is not named: {err}")
    expect(not (folder / "units/xa-moi.yaml").exists(), "a refused writer wrote")


def expect_done(thidua, folder, words):
    status, _, err = run(thidua, folder, words)
    expect(status == 0, f"{words}: exit {status}: {err}")


def writer_waits_for_writer(thidua, folder):
    with Holder(folder, "LOCK_EX", 60) as holder:
        expect_refused(thidua, folder, ADD, holder)
    expect_done(thidua, folder, ADD)  # for the holder has been killed


def writer_waits_for_reader(thidua, folder):
    with Holder(folder, "LOCK_SH", 60) as holder:
        expect_done(thidua, folder, CHECK)
        expect_refused(thidua, folder, ADD, holder)
    expect_done(thidua, folder, ADD)


def reader_waits_for_writer(thidua, folder):
    with Holder(folder, "LOCK_EX", 60) as holder:
        expect_refused(thidua, folder, CHECK, holder)
    expect_done(thidua, folder, CHECK)


def writer_goes_on(thidua, folder):
    with Holder(folder, "LOCK_EX", 0.7):
        expect_done(thidua, folder, ADD)


def at_once(thidua, folder, words):
    """Eight times the same: their exit statuses, sorted, without who waited."""
    processes = [start(thidua, folder, words) for _ in range(8)]
    for process in processes:
        process.communicate(timeout=120)
    return sorted(
        process.returncode for process in processes if process.returncode != LOCKED
    )


ASKED = ["propose-award", "the-duc", "--form=bang-khen", "--occasion=annual-2022"]


def eight_propose_one(thidua, folder):
    found = at_once(thidua, folder, ASKED)
    expect(found.count(0) == 1 and set(found) <= {0, 5}, f"exit {found}")
    there = [path for path in files_of(folder) if path.startswith("proposals/")]
    expect(there == [PROPOSAL], f"proposals: {there}")


def eight_propose_all(thidua, folder):
    words = ["propose-award", "--all", "--form=bang-khen", "--occasion=annual-2022"]
    found = at_once(thidua, folder, words)
    expect(set(found) == {0}, f"exit {found}")
    there = [path for path in files_of(folder) if path.startswith("proposals/")]
    expect(there == [PROPOSAL], f"proposals: {there}")


def eight_record_one_vote(thidua, folder):
    propose_before(folder)
    expect_done(thidua, folder, [*ASKED, "--submit", "--date=2022-12-21"])
    found = at_once(thidua, folder, [*ASKED, "--vote=yes=9,no=1", "--date=2022-12-22"])
    expect(found.count(0) == 1 and set(found) <= {0, 5}, f"exit {found}")
    text = (folder / PROPOSAL).read_text(encoding="utf-8")
    expect(text.count("state: voted") == 1, text)


def main():
    thidua = pathlib.Path(sys.argv[1]).resolve()
    seconds = float(sys.argv[2])
    tests = (
        writer_waits_for_writer,
        writer_waits_for_reader,
        reader_waits_for_writer,
        writer_goes_on,
        eight_propose_one,
        eight_propose_all,
        eight_record_one_vote,
    )
    failed = 0
    with tempfile.TemporaryDirectory() as holder:
        scratch = pathlib.Path(holder).resolve()
        with concurrent.futures.ThreadPoolExecutor() as pool:
            futures = {
                test.__name__: pool.submit(
                    test, thidua, shutil.copytree(BASE, scratch / test.__name__)
                )
                for test in tests
            }
            concurrent.futures.wait(futures.values())
            name = eight_processes.__name__
            futures[name] = pool.submit(eight_processes, thidua, scratch, seconds)
            concurrent.futures.wait(futures.values())
    for name, future in futures.items():
        try:
            print(f"passed {name}: {future.result() or ''}".rstrip(": "))
        except Wrong as wrong:
            failed += 1
            print(f"FAILED {name}: {wrong}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
