#!/usr/bin/env python3
"""A commit under faults: run_faults.py THIDUA FAULTS_DIR [ROW...]

Proves that whatever call of a writing command fails, and wherever the process
dies, the plan folder is as it was or as it was to be, and nothing between:

  - what readers see (VIEWS) is the old or the new state, at once;
  - exit 0 means new; a failure exits 3 with a sentence and a hint, and what
    the sentence says of the state is true;
  - the next command, and the same command once more, succeed and leave every
    byte and folder as if nothing had happened, and no `.thidua`;
  - so they do when they are themselves killed or fail half way;
  - a reader that cannot read what a commit left says so.

It also reads the trace of what each process did, and of what a killed one and
the next did together: bytes are synced before they are named, names before
they are relied on (check_order), for a disk may lose power, too.

A writing command becomes a row of ROWS.  FAULTS_DIR holds the shim and
commit_cli.  ROWs are beginnings of names; without them all rows run.
"""

import concurrent.futures
import errno
import os
import pathlib
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from typing import NamedTuple

PROJECT = pathlib.Path(__file__).resolve().parents[2]
TODAY = "2023-12-21"


class Row(NamedTuple):
    name: str
    base: str  # a folder of the project; empty: an empty folder
    before: tuple  # command lines that make the old state
    command: str  # the command line that is tested
    views: tuple = ()  # what readers see besides VIEWS
    inside: str = ""  # the plan folder that the command makes in the folder
    next: str = "thidua add-unit 'Xã Sau' --kind commune"  # comes after it

    def next_in(self, state):
        """What comes next: where there is no folder, the same command."""
        if not self.inside:
            return self.next
        return self.command if state == "old" else f"{self.next} -C {self.inside}"

    def all_views(self):
        views = VIEWS + self.views
        return [f"{line} -C {self.inside}" for line in views] if self.inside else views


SMALL = "tests/bases/small"
FIGURES = (
    "thidua record the-duc households=100 poor=20 --period 2023"
    " --as-of 2023-12-14 --source 'Rà soát'"
)
MINIMAL = " ".join(
    shlex.quote(f"{name}={(PROJECT / 'tests/bases/minimal' / name).read_text()}")
    for name in ("units/the-duc.yaml", "plan.yaml", "criteria/commune.yaml")
)
FILING = "thidua receive the-duc --duty unit-report --year 2023 --date 2023-11-01"
MARKS = "thidua score the-duc --period 2023 --mark IV.2.b-2=yes --mark IV.2.b-3=good"
SELF = MARKS + " --stage self --date 2023-11-01"
VERIFIED = MARKS + " --stage verified --date 2023-11-02"
OFFICIAL = " --source 'Rà soát' --status official --standard 2022-2025"
WORTHY = (
    SELF,
    VERIFIED,
    "thidua record the-duc households=100 poor=30 --period 2022"
    " --as-of 2022-12-14" + OFFICIAL,
    "thidua record the-duc households=100 poor=20 poor_rate_reduction=5"
    " --period 2023 --as-of 2023-12-14" + OFFICIAL,
)
PROPOSAL = "thidua propose-award the-duc --occasion annual-2023 --form bang-khen"
SHEET = (
    "commit_cli . 'units/phieu.yaml=form,unit,yes,no\n"
    "bang-khen,the-duc,8,1'"
)
CLUSTERS = (
    "commit_cli . 'clusters.yaml=clusters:\n"
    "  - {id: cum-1, name: Cụm 1, kind: commune, members: [the-duc], source: VI}\n'"
)
TABLE = (
    "commit_cli . 'score-tables/bang-diem.yaml=name: Bảng điểm\n"
    "valid: {periods: [\"2023\"]}\nassumed: true\n"
    "grades: {good: 1, pass: 0.6, fail: 0}\n"
    "tables: {household: {total: 100, points: equal}}\n'"
)
NEW_PLAN = (
    "--title 'Thi đua giảm nghèo' --issuer 'Ủy ban nhân dân xã Thể Dục'"
    " --period 2022..2025"
)

# A command line begins with `thidua` or `commit_cli`, and `--today` is added.
ROWS = (
    Row("add-unit", SMALL, (), "thidua add-unit 'Xã Mới' --kind commune"),
    Row(
        "add-unit below",
        SMALL,
        ("thidua add-unit 'Xã Mới' --kind commune",),
        "thidua add-unit 'Hộ bà Hai' --kind household --parent xa-moi",
    ),
    Row(
        "add-unit --cluster",
        SMALL,
        (CLUSTERS,),
        "thidua add-unit 'Xã Mới' --kind commune --cluster cum-1",
        views=("thidua show cum-1 --format json",),
    ),
    Row("record new", SMALL, (), FIGURES),
    Row(
        "record changed",
        SMALL,
        (FIGURES,),
        "thidua record the-duc poor=19 --period 2023 --source 'Rà soát lại'",
    ),
    Row(
        "record --result",
        SMALL,
        (),
        "thidua record the-duc --period 2023"
        " --result 'models=Nuôi bò; households=12'",
    ),
    Row("receive", SMALL, (), FILING),
    Row(
        "receive again",
        SMALL,
        (FILING,),
        "thidua receive the-duc --duty unit-report --year 2022 --date 2022-11-01",
    ),
    Row("score new", SMALL, (), SELF),
    Row("score changed", SMALL, (SELF,), VERIFIED),
    Row(
        "score --freeze",
        SMALL,
        (TABLE,),
        "thidua score --freeze bang-diem",
        views=("thidua score --freeze bang-diem --dry-run",),
    ),
    Row("propose-award", SMALL, WORTHY, PROPOSAL),
    Row(
        "propose-award --decide",
        SMALL,
        (*WORTHY, PROPOSAL, PROPOSAL + " --submit"),
        PROPOSAL + " --decide 12/QĐ-UBND",
    ),
    Row(
        "propose-award --received",
        SMALL,
        (*WORTHY, PROPOSAL),
        PROPOSAL + " --received 2023-12-21",
    ),
    Row(
        "council --votes",
        SMALL,
        (*WORTHY, PROPOSAL, PROPOSAL + " --submit", SHEET),
        "thidua council --occasion annual-2023 --votes units/phieu.yaml",
    ),
    Row(
        "several files",
        SMALL,
        (),
        "commit_cli . 'units/the-duc.yaml=name: Xã Đổi Tên\nkind: commune'"
        " 'units/mot/hai.yaml=name: Hộ\nkind: household'"
        " 'units/mot.yaml=name: Xã Một\nkind: commune'",
    ),
    Row(
        "init-plan here",
        "",
        (),
        f"thidua init-plan . --template blank {NEW_PLAN}",
        next="thidua add-unit 'Nơi Sau' --kind tap-the",
    ),
    Row(
        "init-plan there",
        "",
        (),
        f"thidua init-plan moi --template commune {NEW_PLAN}",
        inside="moi",
        next="thidua add-unit 'Thôn Sau' --kind thon",
    ),
    Row(
        "init-plan --from",
        "tests/bases",
        (),
        f"thidua init-plan moi --from small {NEW_PLAN}",
        inside="moi",
    ),
    Row("whole plan", "", (), f"commit_cli . {MINIMAL}"),
)

# What readers see of a plan folder.
VIEWS = (
    "thidua check --format json",
    "thidua list units --format json",
    "thidua show the-duc --format json",
)

# Errors of each kind of call.
ERRORS = {
    "create": (errno.EIO, errno.ENOSPC, errno.EROFS),
    "mkdir": (errno.EIO, errno.ENOSPC, errno.EROFS),
    "write": (errno.EIO, errno.ENOSPC),
    "fsync": (errno.EIO, errno.ENOSPC),
    "rename": (errno.EIO, errno.ENOSPC, errno.EROFS),
    "unlink": (errno.EIO, errno.EROFS),
    "rmdir": (errno.EIO, errno.EROFS),
    "fchmod": (errno.EPERM,),
}

# Many small folders: on a disk, waiting for it would be most of the time.
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None

STAGING = ".thidua"
DRAFT = ".thidua-new"  # the end of the name of a new folder on its way
TROUBLE = re.compile(r"thidua: [^\n]+\n  hint: [^\n]+\n")
SAYS_OLD = (
    "nothing was changed",
    "cannot read",
    "no plan folder",
    "no folder was made",
)
# A folder with a `.thidua` that cannot be read counts as a plan folder.
NOT_TOLD = "would lie in the plan folder"
SAYS_NEW = ("takes effect", "is written")


class Fault(NamedTuple):
    at: int
    mode: str
    error: int = errno.EIO

    def __str__(self):
        error = "" if self.mode.startswith("kill") else errno.errorcode[self.error]
        return f"{self.mode} {error}".rstrip()


class Call(NamedTuple):
    number: int
    kind: str
    paths: tuple
    error: int

    def __str__(self):
        return f"{self.number} ({self.kind} {' '.join(self.paths)})"


class Broken(Exception):
    """What was to hold and does not."""


def expect(holds, what):
    if not holds:
        raise Broken(what)


class Program:
    """Runs command lines in a folder, with or without a fault."""

    def __init__(self, thidua, faults):
        self.shim = faults / "libthidua_faults.so"
        self.paths = {"thidua": thidua, "commit_cli": faults / "commit_cli"}

    def run(self, line, folder, fault=None, trace=None):
        words = shlex.split(line)
        command = [str(self.paths[words[0]]), *words[1:]]
        if words[0] == "thidua":
            command += ["--today", TODAY]
        environment = {
            "PATH": "/usr/bin:/bin",
            "LC_ALL": "C.UTF-8",
            "NO_COLOR": "1",
            "THIDUA_LANG": "en",
        }
        if fault or trace:
            environment["LD_PRELOAD"] = str(self.shim)
            environment["THIDUA_FAULTS_ROOT"] = str(folder)
        if fault:
            environment["THIDUA_FAULTS_AT"] = str(fault.at)
            environment["THIDUA_FAULTS_MODE"] = fault.mode
            environment["THIDUA_FAULTS_ERRNO"] = str(fault.error)
        if trace:
            environment["THIDUA_FAULTS_TRACE"] = str(trace)
        return subprocess.run(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def traced(self, line, folder):
        """The finished run and the calls it made."""
        with tempfile.NamedTemporaryFile("r", encoding="utf-8") as file:
            done = self.run(line, folder, trace=file.name)
            return done, [read_call(text) for text in file.read().splitlines()]

    def views(self, row, folder):
        return [outcome(self.run(line, folder), folder) for line in row.all_views()]


def outcome(done, folder):
    said = done.stderr.replace(str(folder), "FOLDER")
    return done.returncode, done.stdout, said


def read_call(line):
    number, kind, *paths, error = line.split(" ")
    return Call(int(number), kind, tuple(paths), int(error))


def is_hidden(name):
    """Is it a change on its way, that readers do not see?"""
    return any(part == STAGING or part.endswith(DRAFT) for part in name.split("/"))


def contents(folder, with_hidden=False):
    """Path -> bytes; folders have None."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if with_hidden or not is_hidden(name):
            found[name] = None if path.is_dir() else path.read_bytes()
    return found


def difference(found, wanted):
    names = sorted(set(found) | set(wanted))
    return ", ".join(
        f"{name} is {found.get(name, 'missing')}, not {wanted.get(name, 'missing')}"
        for name in names
        if found.get(name, 1) != wanted.get(name, 1)
    )


class Scratch:
    """A folder for copies, taken away at the end."""

    def __init__(self):
        self.holder = tempfile.TemporaryDirectory(dir=MEMORY)
        self.count = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.holder.cleanup()

    def new(self):
        self.count += 1
        return pathlib.Path(self.holder.name).resolve() / str(self.count)

    def copy(self, source):
        return pathlib.Path(shutil.copytree(source, self.new()))

    def lay_out(self, files):
        """What `contents` found."""
        folder = self.new()
        folder.mkdir()
        for name, text in files.items():
            if text is None:
                (folder / name).mkdir()
            else:
                (folder / name).write_bytes(text)
        return folder


class State:
    """A folder that is whole, and what commands make of it."""

    def __init__(self, program, scratch, folder, row, lines):
        self.folder = folder
        self.contents = contents(folder)
        self.views = program.views(row, folder)
        self.results = {}
        for line in set(lines):
            copy = scratch.copy(folder)
            done = program.run(line, copy)
            self.results[line] = (outcome(done, copy), contents(copy), copy)


class Reference:
    """What a row is without faults."""

    def __init__(self, row, program, scratch):
        folder = scratch.copy(PROJECT / row.base) if row.base else scratch.lay_out({})
        for line in row.before:
            done = program.run(line, folder)
            expect(done.returncode == 0, f"{line}: {done.stderr}")
        self.row = row
        new = scratch.copy(folder)
        done, self.calls = program.traced(row.command, new)
        expect(done.returncode == 0, f"{row.command}: {done.stderr}")
        self.states = {
            name: State(program, scratch, at, row, (row.next_in(name), row.command))
            for name, at in (("old", folder), ("new", new))
        }
        expect(self["old"].views != self["new"].views, "the views see no change")
        self.after = {}
        for name, state in self.states.items():
            line = row.next_in(name)
            at = state.results[line][2]
            self.after[name] = State(program, scratch, at, row, (line,))

    def __getitem__(self, name):
        return self.states[name]

    def faults(self):
        for call in self.calls:
            for mode in ("kill-before", "kill-after"):
                yield call, Fault(call.number, mode)
            for error in ERRORS.get(call.kind, (errno.EIO,)):
                yield call, Fault(call.number, "fail", error)
            yield call, Fault(call.number, "fail-on", errno.EIO)
            yield call, Fault(call.number, "fail-on", errno.EROFS)
            if call.kind == "write":
                yield call, Fault(call.number, "short", errno.ENOSPC)


def check_said(done, old, new, seen):
    """Is what the command said true?  `seen` is `old` or `new`."""
    if done.returncode == -signal.SIGKILL:
        return
    if done.returncode == 0:
        expect(seen == new, f"exit 0, but the state is {seen}")
        return
    said = done.stderr.strip()
    if done.returncode == 5 and NOT_TOLD in said:
        expect(seen == old, f"the state is {seen}, but it says: {said}")
        return
    expect(done.returncode == 3, f"exit {done.returncode}: {said}")
    expect(TROUBLE.fullmatch(done.stderr), f"not a sentence and a hint: {said}")
    says_old = any(words in done.stderr for words in SAYS_OLD)
    says_new = any(words in done.stderr for words in SAYS_NEW)
    expect(says_old != says_new, f"does not tell the state: {said}")
    expect(
        seen == (old if says_old else new), f"the state is {seen}, but it says: {said}"
    )


def check_result(program, line, folder, wanted):
    """The command finishes what was begun, and then does what it does.

    Returns the calls it made.
    """
    (status, _, _), files, _ = wanted
    before = contents(folder)
    done, calls = program.traced(line, folder)
    expect(
        done.returncode == status,
        f"afterwards `{line}`: exit {done.returncode}: {done.stderr.strip()}",
    )
    found = contents(folder, with_hidden=True)
    if status != 0:
        # A command that is refused early need not finish what was begun.
        found = contents(folder)
        found = files if found == before else found
    expect(found == files, f"after `{line}`: {difference(found, files)}")
    return calls


def finishing(calls):
    """Those that finish what was begun."""
    end = next((call.number for call in calls if call.kind == "rmdir"), len(calls))
    return calls[:end]


class Once:
    """Many faults leave the same folder; what follows is tried once for each."""

    def __init__(self):
        self.lock = threading.Lock()
        self.futures = {}

    def __call__(self, key, function, *arguments):
        with self.lock:
            first = key not in self.futures
            future = self.futures.setdefault(key, concurrent.futures.Future())
        if first:
            try:
                future.set_result(function(*arguments))
            except Broken as broken:
                future.set_exception(broken)
        return future.result()


ONCE = Once()


def as_key(files):
    return tuple(sorted(files.items()))


def check_left(reference, program, left):
    """Which state do readers see, and does the next command complete it?"""
    row = reference.row
    with Scratch() as scratch:
        folder = scratch.lay_out(left)
        views = program.views(row, folder)
        seen = next((n for n, s in reference.states.items() if s.views == views), None)
        expect(seen, f"readers see neither old nor new: {views}")
        expect(contents(folder, with_hidden=True) == left, "a reader wrote")
        results = reference[seen].results
        check_result(program, row.command, scratch.copy(folder), results[row.command])
        line = row.next_in(seen)
        return seen, check_result(program, line, folder, results[line])


def check_fault(reference, program, fault):
    """Returns what is left, the state readers see, the calls that finish it."""
    row = reference.row
    with Scratch() as scratch:
        folder = scratch.copy(reference["old"].folder)
        done = program.run(row.command, folder, fault)
        left = contents(folder, with_hidden=True)
    if fault.mode.startswith("kill"):
        expect(done.returncode == -signal.SIGKILL, "the process lives")
    key = (row.name, as_key(left))
    seen, calls = ONCE(key, check_left, reference, program, left)
    check_said(done, "old", "new", seen)
    begun = any(is_hidden(name) for name in left)
    finished = any(call.kind == "rmdir" for call in calls)
    if fault.mode.startswith("kill") and begun and finished:
        made = fault.at - (1 if fault.mode == "kill-before" else 0)
        takes_over = row.inside and seen == "old"
        check_order(
            reference.calls[:made] + (calls if takes_over else finishing(calls))
        )
    return left, seen, finishing(calls)


def check_second_left(reference, program, seen, left):
    """As check_left, for the states before and after the next command."""
    before, after = reference[seen], reference.after[seen]
    line = reference.row.next_in(seen)
    with Scratch() as scratch:
        folder = scratch.lay_out(left)
        views = program.views(reference.row, folder)
        expect(
            views in (before.views, after.views), f"readers see neither state: {views}"
        )
        now = before if views == before.views else after
        check_result(program, line, folder, now.results[line])
    return "first" if now is before else "second"


def check_second(reference, program, left, seen, fault):
    """What an interrupted commit left meets a command with a fault."""
    line = reference.row.next_in(seen)
    with Scratch() as scratch:
        folder = scratch.lay_out(left)
        done = program.run(line, folder, fault)
        left = contents(folder, with_hidden=True)
    key = (reference.row.name, seen, as_key(left))
    now = ONCE(key, check_second_left, reference, program, seen, left)
    if outcome(done, folder)[0] != 0 and (
        outcome(done, folder) == reference[seen].results[line][0]
    ):
        return  # it would be refused without the fault, too
    check_said(done, "first", "second", now)


def check_reader(reference, program, left, seen, fault):
    """A reader that is hindered says so, or sees what others see."""
    for line, view in zip(reference.row.all_views(), reference[seen].views):
        with Scratch() as scratch:
            folder = scratch.lay_out(left)
            done = program.run(line, folder, fault)
        if done.returncode == 3:
            expect(TROUBLE.fullmatch(done.stderr), f"no clear words: {done.stderr}")
        else:
            expect(outcome(done, folder) == view, f"`{line}` sees another state")


def second_round(reference, program, left, seen, calls):
    """Faults that readers and the next command meet on what was left."""
    with Scratch() as scratch:
        looks = program.traced(
            reference.row.all_views()[0], scratch.lay_out(left)
        )[1]
    for call in looks:
        yield call, "reader", check_reader, Fault(call.number, "fail", errno.EIO)
    for call in calls:
        for fault in (
            Fault(call.number, "kill-before"),
            Fault(call.number, "fail", errno.EIO),
            Fault(call.number, "fail-on", errno.EROFS),
        ):
            yield call, "next", check_second, fault


def shape(reference, left, seen):
    """Rows that leave the same under other names are led on from once."""
    hidden = [name for name in left if is_hidden(name)]
    journal = left.get(f"{STAGING}/journal", b"")
    others = len(left) - len(hidden) - len(reference["old"].contents)
    if any(name.endswith(DRAFT) for name in hidden):  # emptied, whatever is in it
        hidden = sorted({name.count("/") for name in hidden})
    return tuple(hidden), journal.count(b"\n"), others, seen


def parent(path):
    return path.rsplit("/", 1)[0] if "/" in path else "."


def check_order(calls):
    """Bytes are on the disk before a name, names before what relies on them."""
    journal = f"{STAGING}/journal"
    has_journal = any(journal in call.paths for call in calls if call.error == 0)
    unsynced = set()  # files and folders that changed and were not synced
    for call in calls:
        if call.error != 0:
            continue
        at, to = call.paths[0], call.paths[-1]
        if call.kind == "fsync":
            unsynced.discard(at)
        elif call.kind == "syncfs":
            unsynced.clear()
        elif call.kind in ("write", "ftruncate"):
            unsynced.add(at)
        elif call.kind == "create":
            unsynced.update((at, parent(at)))
        elif call.kind == "mkdir" and (has_journal or at != STAGING):
            unsynced.add(parent(at))
        elif call.kind == "rename":
            early = {name for name in unsynced if f"{name}/".startswith(f"{at}/")}
            if has_journal:
                if to == journal:
                    early |= {name for name in unsynced if name.startswith(STAGING)}
                    early |= {"."} & unsynced
                elif parent(to) != STAGING:
                    early |= {STAGING} & unsynced
            expect(not early, f"call {call} before fsync of {sorted(early)}")
            unsynced.add(parent(to))
        elif call.kind == "unlink" and at == journal:
            expect(not unsynced, f"call {call} before fsync of {sorted(unsynced)}")
            unsynced.add(STAGING)
        elif call.kind == "unlink":
            unsynced.discard(at)
        elif call.kind == "rmdir" and (at != STAGING or not has_journal):
            unsynced.discard(at)
    expect(not unsynced, f"no fsync of {sorted(unsynced)}")


class Tally:
    def __init__(self):
        self.passed = 0
        self.failed = []

    def take(self, name, function, arguments):
        try:
            found = function(*arguments)
        except Broken as broken:
            self.failed.append(f"{name}: {broken}")
            return None
        self.passed += 1
        return found


def run_rows(rows, program, tally, scratch, pool):
    references = []
    for row in rows:
        reference = tally.take(row.name, Reference, (row, program, scratch))
        if reference:
            references.append(reference)
            tally.take(f"{row.name}: order", check_order, (reference.calls,))
    first = []
    for reference in references:
        for call, fault in reference.faults():
            name = f"{reference.row.name}: call {call}: {fault}"
            future = pool.submit(
                tally.take, name, check_fault, (reference, program, fault)
            )
            first.append((reference, name, future))
    second, known = [], set()
    for reference, name, future in first:
        found = future.result()
        if not found or not any(is_hidden(path) for path in found[0]):
            continue
        left, seen, calls = found
        key = shape(reference, left, seen)
        if key not in known:
            known.add(key)
            for call, who, check, fault in second_round(
                reference, program, left, seen, calls
            ):
                second.append(
                    pool.submit(
                        tally.take,
                        f"{name}; then {who}, call {call}: {fault}",
                        check,
                        (reference, program, left, seen, fault),
                    )
                )
    concurrent.futures.wait(second)


def main():
    program = Program(
        pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    )
    wanted = sys.argv[3:]
    rows = [
        row
        for row in ROWS
        if not wanted or any(row.name.startswith(name) for name in wanted)
    ]
    tally = Tally()
    with Scratch() as scratch, concurrent.futures.ThreadPoolExecutor(
        os.cpu_count()
    ) as pool:
        run_rows(rows, program, tally, scratch, pool)
    for failure in tally.failed:
        print(f"FAILED {failure}")
    print(f"{len(rows)} rows: {tally.passed} passed, {len(tally.failed)} failed")
    return 1 if tally.failed or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
