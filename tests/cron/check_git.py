#!/usr/bin/env python3
"""The git scripts of examples/cron: check_git.py THIDUA EXAMPLES

  - nightly-commit commits what has changed once, and nothing without a change
    or while the folder has errors, which it names,
  - pre-receive takes what is in order, on any branch, and refuses what is not,
    naming the finding; it leaves nothing behind and follows no link.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from mailroom import need
from office import make_plan


class Repository:
    def __init__(self, root, thidua, examples):
        self.examples, self.plan = examples, root / "kế hoạch"
        self.server, self.scratch = root / "kho.git", root / "tmp"
        self.scratch.mkdir()
        make_plan(self.plan)
        self.environment = {
            "PATH": "/usr/bin:/bin", "HOME": str(root), "LC_ALL": "C.UTF-8",
            "THIDUA": str(thidua), "TMPDIR": str(self.scratch),
            "GIT_CONFIG_NOSYSTEM": "1"}
        self.git("config", "--global", "user.name", "Văn phòng")
        self.git("config", "--global", "user.email", "vp@example.vn")
        self.git("init", "-q", "-b", "main")

    def run(self, *command):
        done = subprocess.run(command, cwd=self.plan, env=self.environment,
                              text=True, encoding="utf-8", check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return done.returncode, done.stdout

    def git(self, *words):
        status, said = self.run("git", *words)
        if status != 0:
            sys.exit(f"git {' '.join(words)}: {said}")
        return said

    def nightly(self):
        return self.run(str(self.examples / "nightly-commit"), str(self.plan))

    def commits(self):
        return self.git("rev-list", "--all").count("\n")

    def write(self, path, text):
        (self.plan / path).write_text(text, encoding="utf-8")

    def commit(self):
        self.git("add", "-A")
        self.git("commit", "-qm", "Sửa")


def expect(what, holds, *shown):
    if not holds:
        sys.exit(f"{what}: {shown}")


GOOD = "name: Xã Vắng Vẻ\nkind: commune\n"
BAD = "name: Xã Vắng Vẻ\nkind: commun\n"


def check_nightly(repository):
    said = repository.nightly()
    expect("first night", said == (0, "") and repository.commits() == 1, said)
    subject = repository.git("log", "-1", "--format=%s")
    expect("message", subject.startswith("Sổ sách đến hết ngày ")
           and subject.endswith(": 6 tệp\n"), subject)
    expect("second night", repository.nightly() == (0, ""))
    # What a killed command leaves is no record.
    (repository.plan / ".thidua").mkdir()
    repository.write(".thidua/0", "nửa chừng")
    expect("third night", repository.nightly() == (0, ""))
    expect("commits", repository.commits() == 1)

    repository.write("units/xa-vang-ve.yaml", BAD)
    status, said = repository.nightly()
    expect("errors", status == 1 and "units/xa-vang-ve.yaml:2:7" in said
           and "TD0302" in said and "không đưa vào git" in said, said)
    expect("after errors", repository.commits() == 1
           and repository.git("diff", "--cached") == "")
    repository.write("units/xa-vang-ve.yaml", GOOD + "note: Mới\n")
    expect("mended", repository.nightly() == (0, "")
           and repository.commits() == 2)


def check_locked(repository):
    """A command that writes keeps it waiting."""
    repository.write("units/xa-vang-ve.yaml", GOOD + "note: Chờ\n")
    with subprocess.Popen(["flock", str(repository.plan), "sleep", "0.7"]):
        said = repository.nightly()
    expect("waits", said == (0, "") and repository.commits() == 3, said)


def push(repository, *words):
    status, said = repository.run("git", "push", "-q", str(repository.server),
                                  *words)
    expect("left behind", not any(repository.scratch.iterdir()))
    return status == 0, said


def check_push(repository):
    repository.git("init", "-q", "--bare", "-b", "main", str(repository.server))
    os.symlink(repository.examples / "pre-receive",
               repository.server / "hooks/pre-receive")
    expect("good push", push(repository, "main") == (True, ""))

    repository.write("units/xa-vang-ve.yaml", BAD)
    repository.commit()
    taken, said = push(repository, "main")
    expect("bad push", not taken and "units/xa-vang-ve.yaml:2:7" in said
           and "TD0302" in said and "Không nhận" in said, said)
    taken, said = push(repository, "HEAD~1:refs/heads/khac", "main:nhap")
    expect("a bad one among them", not taken and "nhap: " in said
           and "khac: " not in said, said)
    repository.write("units/xa-vang-ve.yaml", GOOD)
    repository.commit()
    expect("mended push", push(repository, "main", "main:khac") == (True, ""))
    expect("a branch taken away", push(repository, ":khac") == (True, ""))

    secret = repository.plan.parent / "secret"
    secret.write_text("bí mật: [\n", encoding="utf-8")
    os.symlink(secret, repository.plan / "units/link.yaml")
    repository.commit()
    taken, said = push(repository, "main")
    expect("a link", not taken and "bí mật" not in said, said)
    repository.git("reset", "-q", "--hard", "HEAD~1")
    repository.git("rm", "-q", "plan.yaml")
    repository.git("commit", "-qm", "Xóa")
    taken, said = push(repository, "main")
    expect("no plan", not taken and "plan.yaml" in said, said)


def main():
    thidua, examples = (Path(word).resolve() for word in sys.argv[1:3])
    need("git", "flock")
    with tempfile.TemporaryDirectory() as root:
        repository = Repository(Path(root), thidua, examples)
        check_nightly(repository)
        check_locked(repository)
        check_push(repository)
    print("nightly-commit and pre-receive keep errors out")


if __name__ == "__main__":
    main()
