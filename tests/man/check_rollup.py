#!/usr/bin/env python3
"""The git commands of thidua-rollup(7) do what the page says:
check_rollup.py THIDUA MAN_DIR CASES_DIR

The blocks of the page are run as they stand; the server they name is a folder
of bare repositories here.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SERVER = "https://git.example.vn/"


def blocks_of(page):
    text = page.read_text(encoding="utf-8").replace("\\e", "\\")
    return re.findall(
        r"^\.Bd -literal.*?\n(.*?)^\.Ed", text, re.DOTALL | re.MULTILINE
    )


class Machine:
    def __init__(self, root, thidua):
        self.root = root
        (root / "bin").mkdir()
        (root / "bin/thidua").symlink_to(thidua)
        settings = {
            f"url.{root}/server/.insteadOf": SERVER,
            "protocol.file.allow": "always",
            "user.name": "Văn phòng",
            "user.email": "van-phong@example.vn",
            "init.defaultBranch": "main",
        }
        self.environment = {
            "PATH": f"{root}/bin:/usr/bin:/bin",
            "HOME": str(root),
            "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_COUNT": str(len(settings)),
        }
        for i, (key, value) in enumerate(settings.items()):
            self.environment[f"GIT_CONFIG_KEY_{i}"] = key
            self.environment[f"GIT_CONFIG_VALUE_{i}"] = value

    def run(self, script, folder):
        done = subprocess.run(
            ["sh", "-eu", "-c", script],
            cwd=folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            sys.exit(f"{script}\nends with {done.returncode}:\n{done.stderr}")
        return done.stdout + done.stderr

    def publish(self, name, folder, change=None):
        """A folder as a repository on the server."""
        work = self.root / "offices" / name
        shutil.copytree(folder, work)
        if change:
            sheet = work / "plan.yaml"
            text = sheet.read_text(encoding="utf-8")
            sheet.write_text(text.replace(*change), encoding="utf-8")
        self.run("git init -q && git add -A && git commit -qm 'Kế hoạch'", work)
        bare = self.root / "server" / name
        bare.parent.mkdir(parents=True, exist_ok=True)
        self.run(f"git clone -q --bare . '{bare}'", work)
        self.run(f"git remote add origin '{bare}'", work)


def publish_all(machine, cases):
    complete, nation = cases / "rollup/complete", cases / "rollup/nation"
    machine.publish("tinh-mau/ubnd", complete / "repo")
    for district in ["bac", "dong"]:
        machine.publish(f"tinh-mau/{district}", complete / f"beside/huyen/{district}")
    machine.publish("tinh-khac/ubnd", nation / "beside/tinh/a/ubnd")
    machine.publish("trung-uong/ke-hoach", nation / "repo", ("*/ubnd", "*"))


def expect(what, said, wanted):
    if wanted not in said:
        sys.exit(f"{what}: no “{wanted}” in\n{said}")


def check_province(machine, blocks):
    home = machine.root / "province"
    home.mkdir()
    block = next(b for b in blocks if b.startswith("git init -b main tinh-mau"))
    use = next(b for b in blocks if b.startswith("thidua -C ubnd check"))
    said = machine.run(block + use, home)
    expect("province", said, "Mọi số cộng là của 2 thư mục.")
    machine.run("git clone -q --recurse-submodules province/tinh-mau copy", machine.root)
    expect("clone", machine.run(use, machine.root / "copy"), "../huyen/dong")
    return home / "tinh-mau"


def check_clones(machine, blocks):
    home = machine.root / "clones"
    home.mkdir()
    machine.run(next(b for b in blocks if b.startswith("git clone")), home)
    said = machine.run("thidua -C ubnd report annual --year 2023", home)
    expect("clones", said, "Mọi số cộng là của 2 thư mục.")


def check_nation(machine, blocks):
    home = machine.root / "nation"
    home.mkdir()
    machine.run(next(b for b in blocks if b.startswith("git init -b main ca-nuoc")), home)
    said = machine.run(
        "thidua -C ke-hoach report annual --year 2023", home / "ca-nuoc"
    )
    expect("nation", said, "../tinh/tinh-mau")
    expect("nation", said, "../tinh/tinh-khac")


def check_night(machine, blocks, gathering):
    """One office has pushed, another cannot be reached."""
    script = next(b for b in blocks if "gather.sh" in b)
    (gathering / "gather.sh").write_text(script, encoding="utf-8")
    bac = machine.root / "offices/tinh-mau/bac"
    machine.run(
        "sed -i 's/poor: 80/poor: 11/' figures/2021/xa-a.yaml"
        " && git commit -qam 'Số liệu mới' && git push -q origin HEAD",
        bac,
    )
    shutil.move(machine.root / "server/tinh-mau/dong", machine.root / "away")
    said = machine.run("sh gather.sh", gathering)
    expect("night", said, "huyen/dong: cannot be fetched")
    report = (gathering / "bao-cao.md").read_text(encoding="utf-8")
    expect("night", report, "| 101 |")  # 11 of this district, 90 of the other
    expect("night", machine.run("git log --oneline", gathering), "Tổng hợp")


def main():
    thidua, man, cases = (Path(word).resolve() for word in sys.argv[1:])
    blocks = blocks_of(man / "thidua-rollup.7")
    with tempfile.TemporaryDirectory() as scratch:
        machine = Machine(Path(scratch), thidua)
        publish_all(machine, cases)
        gathering = check_province(machine, blocks)
        check_clones(machine, blocks)
        check_nation(machine, blocks)
        check_night(machine, blocks, gathering)
    print("the commands of thidua-rollup(7) gather a province and a nation")


if __name__ == "__main__":
    main()
