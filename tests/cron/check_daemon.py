#!/usr/bin/env python3
"""Debian's cron runs the lines of examples/cron/crontab:
check_daemon.py THIDUA EXAMPLES

As a crontab of a user and in /etc/cron.d, with mail through msmtp to a server
on loopback, and the nightly commit pushed to a repository with the pre-receive
hook.  The daemon sees mounts of its own over /var/spool/cron, /etc/cron.d,
/etc/crontab, /run and the home of root, so the machine stays as it is.  It
fires at the next full minute.  Skipped where that cannot be done.
"""

import os
import pwd
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import mailroom
from office import A_WEEK_BEFORE, make_plan

PATIENCE = 150  # seconds, for a slow machine: a minute, and what the runs take
HOME = pwd.getpwuid(0).pw_dir

# Inside the mounts of its own.  $1: the scratch folder.
INSIDE = f"""
cd "$1"
mount -t tmpfs none /run
mount -t tmpfs none /etc/cron.d
mount -t tmpfs none /var/spool/cron
mkdir -m 1730 /var/spool/cron/crontabs
chgrp crontab /var/spool/cron/crontabs
: >empty
if [ -e /etc/crontab ]; then mount --bind empty /etc/crontab; fi
mount --bind home {HOME}
for plan in plan plan-d; do
  mount --bind "$plan" "$plan"
  mount -o remount,bind,ro "$plan"
done
mount -t overlay -o "lowerdir=$1/sbin:/usr/sbin" none /usr/sbin
if [ -e pam ]; then mount --bind pam /etc/pam.d/cron; fi
touch ready
"""
START = """
install -m 644 crontab.d /etc/cron.d/thidua
crontab crontab
exec /usr/sbin/cron -f -L 15
"""


def inside(root, script):
    return subprocess.Popen(
        ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-euc",
         script, "sh", str(root)], cwd=root, text=True, encoding="utf-8",
        env={"PATH": "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
             "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT)


def git(*words, folder):
    done = subprocess.run(["git", *words], cwd=folder, text=True, check=True,
                          capture_output=True,
                          env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
                               "HOME": str(folder.parent / "home")})
    return done.stdout


def prepare_git(root, examples, thidua):
    """A plan folder in git with a change, and where it is pushed to."""
    for name in "nightly-commit", "pre-receive":
        target = root / "bin" / name
        target.write_text(mailroom.replaced(
            (examples / name).read_text(encoding="utf-8"),
            ("/usr/local/bin/thidua", thidua)), encoding="utf-8")
        target.chmod(0o755)
    plan, backup = root / "plan-git", root / "backup.git"
    make_plan(plan)
    git("config", "--global", "user.name", "Văn phòng", folder=plan)
    git("config", "--global", "user.email", "vp@example.vn", folder=plan)
    git("init", "--quiet", "-b", "main", folder=plan)
    git("init", "--quiet", "--bare", "-b", "main", str(backup), folder=plan)
    git("remote", "add", "backup", str(backup), folder=plan)
    shutil.copy(root / "bin/pre-receive", backup / "hooks/pre-receive")
    return backup


def every_minute(line, *pairs):
    return mailroom.replaced(re.sub(r"^\d+ \d+ ", "* * ", line), *pairs)


def prepare(root, thidua, examples, port):
    for folder in "home", "bin", "sbin":
        (root / folder).mkdir()
    program = root / "bin/thidua"
    shutil.copy(thidua, program)  # it may lie below the home that is hidden
    (root / "sbin/sendmail").symlink_to(shutil.which("msmtp"))
    mailroom.set_up_home(root / "home", examples, port, seen_as=HOME)
    addresses = make_plan(root / "plan")
    addresses += make_plan(root / "plan-d", "d.example.vn")
    settings, (remind, commit), (remind_d, _) = mailroom.lines_of(
        examples / "crontab")
    run = ("/usr/local/bin/thidua", f"{program} --today {A_WEEK_BEFORE}")
    plan = "/srv/thidua/ke-hoach"
    of_user = [
        every_minute(remind, run, (plan, root / "plan")),
        every_minute(commit, ("/usr/local/bin/nightly-commit",
                              root / "bin/nightly-commit"),
                     (plan, root / "plan-git"))]
    of_system = [every_minute(remind_d, (" thidua ", " root "), run,
                              (plan, root / "plan-d"), ("/remind.", "/d."))]
    for name, lines in ("crontab", of_user), ("crontab.d", of_system):
        (root / name).write_text("\n".join(settings + lines) + "\n",
                                 encoding="utf-8")
    # A container may not set it.
    may = subprocess.run(["sh", "-c", "echo 0 >/proc/self/loginuid"], check=False,
                         stderr=subprocess.DEVNULL).returncode == 0
    if not may:
        (root / "pam").write_text("".join(
            line for line in open("/etc/pam.d/cron", encoding="utf-8")
            if "pam_loginuid" not in line), encoding="utf-8")
    return addresses, prepare_git(root, examples, program)


def wait_for(server, count, backup, daemon):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        commits = git("rev-list", "--all", folder=backup).split()
        if len(server.letters) >= count and commits:
            break
        if daemon.poll() is not None:
            sys.exit(f"cron ended with {daemon.returncode}: "
                     f"{daemon.stdout.read()}")
        time.sleep(0.2)
    time.sleep(1)  # for what should not come
    return git("log", "--all", "--format=%s", folder=backup)


def main():
    thidua, examples = (Path(word).resolve() for word in sys.argv[1:3])
    mailroom.need("cron", "crontab", "msmtp", "git", "unshare", "flock")
    if os.getuid() != 0:
        mailroom.skip("only root can run a cron of its own")
    with tempfile.TemporaryDirectory(dir="/var/tmp") as scratch:
        root = Path(scratch)
        server = mailroom.Server()
        addresses, backup = prepare(root, thidua, examples, server.port)
        trial = inside(root, INSIDE)
        said = trial.communicate()[0]
        if trial.returncode != 0:
            mailroom.skip(f"no mounts of our own: {said.strip()}")
        daemon = inside(root, INSIDE + START)
        try:
            told = ["quan-tri@example.vn"] * 2
            commits = wait_for(server, len(addresses + told), backup, daemon)
        finally:
            daemon.kill()
            daemon.communicate()
        check(server, addresses, commits, root / "home/.local/state/thidua")
    print("cron reminds, commits and tells whom it should")


def check(server, addresses, commits, state):
    to_admin = [mailroom.parse(content) for address, content in server.letters
                if address == "quan-tri@example.vn"]
    mailroom.expect_letters([each for each in server.letters
                             if each[0] != "quan-tri@example.vn"], addresses)
    if len(to_admin) != 2 or any(text.count("Xã Vắng Vẻ: Báo cáo") != 1
                                 for _, text in to_admin):
        sys.exit(f"the administrator was told: {[t for _, t in to_admin]}")
    if not commits.startswith("Sổ sách đến hết ngày ") or commits.count("\n") != 1:
        sys.exit(f"commits: {commits!r}")
    for name in "remind.heartbeat", "d.heartbeat":
        if (state / name).read_text(encoding="ascii") != A_WEEK_BEFORE + "\n":
            sys.exit(f"{name} is not of that day")


if __name__ == "__main__":
    main()
