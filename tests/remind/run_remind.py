#!/usr/bin/env python3
"""`thidua remind` as cron runs it: run_remind.py THIDUA

  - of two runs with one --state the second exits 4 at once;
  - a run that is killed between two letters leaves one in doubt: the next one
    says which, sends it and the rest, and nothing else twice; where its time is
    over, nobody is told;
  - a command that refuses some letters: those are named (exit 3), the ledger
    knows nothing of them, and the next run sends them;
  - env -i, an ordinary user, a plan folder that nobody may write;
  - the settings of the user come from --config, XDG_CONFIG_HOME or HOME, and
    never from the plan folder, so that a plan can name no command;
  - with --today no time zone changes anything; without it, today is the civil
    day of Asia/Ho_Chi_Minh wherever the machine stands.
"""

import datetime
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from email import message_from_string
from email.utils import parseaddr

PROJECT = pathlib.Path(__file__).resolve().parents[2]
BASE = PROJECT / "tests/bases/remind"
NOBODY = 65534
TODAY = "2023-11-02"  # seven days before the report of the communes
SHARED = "lien-xa@example.vn"  # of two communes: the first letter
CHAIR = "chu-tich@the-duc.example.vn"
FROM = "noi-vu@huyen.example.vn"


class Wrong(Exception):
    """What was to hold and does not."""


def expect(holds, what):
    if not holds:
        raise Wrong(what)


class Office:
    """A plan folder, and beside it what the person who sends has."""

    def __init__(self, thidua, place):
        self.thidua = thidua
        self.place = place
        self.plan = shutil.copytree(BASE, place / "plan")
        self.state = place / "sent"
        self.spool = place / "spool"
        self.spool.mkdir()

    def command(self, text):
        """A mail program: the letter stands in $letter."""
        path = self.place / f"mailer-{len(list(self.place.glob('mailer-*')))}"
        path.write_text(
            "#!/bin/sh\n"
            f'letter=$(mktemp "{self.spool}/XXXXXX") && cat > "$letter"\n{text}\n'
        )
        path.chmod(0o755)
        return str(path)

    def letters(self):
        """To whom, in the order they came."""
        paths = sorted(self.spool.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        heads = [path.read_text().partition("\n\n")[0] for path in paths]
        return [parseaddr(message_from_string(head)["To"])[1]
                for head in heads if "\nTo: " in head]

    def words(self, *more, today=TODAY):
        return [str(self.thidua), "-C", str(self.plan), "remind", "--lang", "en",
                *(["--today", today] if today else []), *map(str, more)]

    def mail(self, *more, today=TODAY):
        return self.words("--format", "mail", "--steps", "7,1,0", "--from", FROM,
                          "--state", self.state, *more, today=today)


def environment(**more):
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""), **more}


def run(words, demote=False, **variables):
    def become_nobody():
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)

    done = subprocess.run(
        words, env=environment(**variables), stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=120, check=False, cwd="/",
        preexec_fn=become_nobody if demote and os.geteuid() == 0 else None)
    return done.returncode, done.stdout, done.stderr


def expect_run(words, status=0, err="", **more):
    found, out, said = run(words, **more)
    expect(found == status and err in said,
           f"{words[4:]}: exit {found}, not {status}:\n{out}{said}")
    return out, said


def wait_for(holds, what):
    end = time.monotonic() + 30
    while not holds():
        expect(time.monotonic() < end, f"never: {what}")
        time.sleep(0.01)


def two_at_once(office):
    slow = office.command("sleep 2")
    first = subprocess.Popen(office.mail("--sendmail", slow), env=environment(),
                             stderr=subprocess.DEVNULL)
    wait_for(lambda: list(office.spool.iterdir()), "a first letter")
    began = time.monotonic()
    expect_run(office.mail("--sendmail", slow), 4, "another run is using the file")
    expect(time.monotonic() - began < 1.5, "the second run waited")
    expect(first.wait(60) == 0, f"the first run ended with {first.returncode}")
    expect(office.letters() == [SHARED, CHAIR], f"sent: {office.letters()}")


def kill_at_second_letter(office):
    """Kills thidua while the mail program has the second letter."""
    stop = office.command(
        f'if grep -q "{CHAIR}" "$letter"; then sleep 60; fi')
    process = subprocess.Popen(office.mail("--sendmail", stop), env=environment(),
                               start_new_session=True, stderr=subprocess.DEVNULL)
    wait_for(lambda: CHAIR in office.letters(), "a second letter")
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def killed_between_letters(office):
    kill_at_second_letter(office)
    good = office.command(":")
    doubt = ("a run of 2023-11-02 was stopped while "
             "`unit-report/2023/the-duc/2023-11-09` was on the way to " + CHAIR)
    expect_run(office.mail("--sendmail", good, "--dry-run"))
    _, err = expect_run(office.mail("--sendmail", good))
    expect(doubt + "; it is sent again" in err and err.count("was stopped") == 1, err)
    expect(office.letters() == [SHARED, CHAIR, CHAIR], f"sent: {office.letters()}")
    _, err = expect_run(office.mail("--sendmail", good))
    expect(not err and len(office.letters()) == 3, f"third run: {err}")


def killed_and_time_over(office):
    kill_at_second_letter(office)
    good = office.command(":")
    # Only of others is asked: what is in doubt waits.
    _, err = expect_run(office.mail("--sendmail", good, "--to", "minh-tam"))
    expect("was stopped" not in err, err)
    _, err = expect_run(office.mail("--sendmail", good, today="2023-11-08"))
    expect("was stopped" not in err, f"its time is over: {err}")
    expect(office.letters() == [SHARED, CHAIR, SHARED, CHAIR], str(office.letters()))
    _, err = expect_run(office.mail("--sendmail", good, today="2023-11-08"))
    expect(not err, err)


def refused_letters(office):
    good = office.command(":")
    expect_run(office.mail("--sendmail", good, "--to", "chủ tịch"))
    before = office.state.read_bytes()
    bad = office.command(
        f'if grep -q "{SHARED}" "$letter"; then echo no room >&2; rm "$letter"; '
        "exit 75; fi")
    _, err = expect_run(office.mail("--sendmail", bad, "--to", "Văn phòng"), 3)
    for words in (SHARED, "ended with status 75", "no room", "1 letter was not sent"):
        expect(words in err, f"{words!r} is not in {err}")
    after = office.state.read_bytes()
    expect(after.startswith(before), "what was written before has changed")
    left = after[len(before):].decode()
    expect(SHARED not in left, f"the ledger knows the letter: {left}")
    expect_run(office.mail("--sendmail", good))
    expect(office.letters() == [CHAIR, SHARED], f"sent: {office.letters()}")
    expect_run(office.mail("--sendmail", "/no/such/program"))  # nothing is left


def command_not_there(office):
    for command in ("/no/such/program", "exit 1", "kill -9 $$", "true <"):
        _, err = expect_run(office.mail("--sendmail", command), 3)
        expect("2 letters were not sent" in err, err)
        expect(SHARED not in office.state.read_text(), "the ledger knows of it")
    expect_run(office.mail("--sendmail", "true"))
    expect(office.state.read_text().count('"sent"') == 4, office.state.read_text())


def as_cron_does(office):
    """Nobody's environment, nobody's rights on the plan folder."""
    for path in [office.plan, *office.plan.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    own = office.place / "own"
    own.mkdir()
    (own / "eml").mkdir()
    if os.geteuid() == 0:
        for path in (own, own / "eml"):
            os.chown(path, NOBODY, NOBODY)
    env = ["/usr/bin/env", "-i", "PATH=/usr/bin:/bin"]
    expect_run([*env, *office.words("--within", "7")], demote=True)
    expect_run([*env, *office.words("--within", "7", today="")], demote=True)
    words = office.words("--format", "mail", "--steps", "7", "--from", FROM,
                         "--state", own / "sent", "--eml", own / "eml",
                         "--heartbeat", own / "beat")
    for _ in range(2):
        expect_run([*env, *words], demote=True)
    expect(len(list((own / "eml").iterdir())) == 2, "two letters were to be put")
    expect((own / "beat").read_text() == TODAY + "\n", "no heartbeat")
    for path in [office.plan, *office.plan.rglob("*")]:
        path.chmod(0o755)


def settings_of_user(office):
    def settings(folder, sign):
        folder.mkdir(parents=True)
        path = folder / "config.toml"
        path.write_text(f'[mail]\nsendmail = "touch {office.place}/by-{sign}"\n'
                        f'from = "{FROM}"\n')
        return path

    home, xdg = office.place / "home", office.place / "xdg"
    settings(home / ".config/thidua", "home")
    settings(xdg / "thidua", "xdg")
    named = settings(office.place / "named", "named")
    words = office.words("--format", "mail", "--steps", "7")
    signs = lambda: sorted(p.name[3:] for p in office.place.glob("by-*"))
    for more, variables, sign in (
            ([], {"HOME": str(home)}, "home"),
            ([], {"HOME": str(home), "XDG_CONFIG_HOME": str(xdg)}, "xdg"),
            (["--config", str(named)],
             {"HOME": str(home), "XDG_CONFIG_HOME": str(xdg)}, "named")):
        expect_run(words + more, **variables)
        expect(signs() == [sign], f"by {signs()}, not {sign}")
        (office.place / f"by-{sign}").unlink()
    # An option stands before any file.
    expect_run([*words, "--sendmail", f"touch {office.place}/by-option"],
               HOME=str(home))
    expect(signs() == ["option"], f"by {signs()}")


def plan_names_no_command(office):
    trap = f"touch {office.place}/trapped"
    mail = f'[mail]\nsendmail = "{trap}"\nfrom = "{FROM}"\n'
    places = ["thidua.toml", "config.toml", ".config/thidua/config.toml",
              "thidua/config.toml", ".thidua.toml"]
    for place in places:
        path = office.plan / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(mail)
    words = office.words("--format", "mail", "--steps", "7")
    empty = office.place / "empty"
    empty.mkdir()
    found, _, err = run(words, HOME=str(empty))
    expect(found == 2 and "who sends the mail" in err, f"exit {found}: {err}")
    # Nor from the folder that one stands in, by relative names.
    done = subprocess.run(words, cwd=office.plan, capture_output=True, text=True,
                          env=environment(HOME=".", XDG_CONFIG_HOME=".config"))
    expect(done.returncode == 2, f"exit {done.returncode}: {done.stderr}")
    expect(not (office.place / "trapped").exists(), "a plan folder ran a command")


def wherever_the_machine_stands(office):
    zones = ("UTC", "America/New_York", "Asia/Ho_Chi_Minh", "Pacific/Kiritimati",
             "Pacific/Pago_Pago", "XYZ+12", "XYZ-14")
    told = {expect_run(office.words("--format", "ics", "--steps", "7"), TZ=zone)
            for zone in zones}
    told |= {expect_run(office.words(), TZ=zone)[:1] for zone in zones}
    expect(len(told) == 2, f"{len(told)} answers in {len(zones)} zones")

    def day():
        vietnam = datetime.timezone(datetime.timedelta(hours=7))
        return datetime.datetime.now(vietnam).date().isoformat()

    for zone in zones:
        before = day()
        beat = office.place / "beat"
        expect_run(office.words("--heartbeat", beat, today=""), TZ=zone)
        found = beat.read_text().strip()
        expect(found in (before, day()), f"{zone}: today is {found}, not {before}")


TESTS = (two_at_once, killed_between_letters, killed_and_time_over, refused_letters,
         command_not_there, as_cron_does, settings_of_user, plan_names_no_command,
         wherever_the_machine_stands)


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as holder:
        scratch = pathlib.Path(holder).resolve()
        scratch.chmod(0o755)
        # A copy that an ordinary user may run wherever the project lies.
        thidua = pathlib.Path(shutil.copy(sys.argv[1], scratch))
        for test in TESTS:
            place = scratch / test.__name__
            place.mkdir()
            try:
                test(Office(thidua, place))
                print(f"passed {test.__name__}")
            except Wrong as wrong:
                failed += 1
                print(f"FAILED {test.__name__}: {wrong}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
