#!/usr/bin/env python3
"""The example plan through the real program: check_example.py THIDUA FOLDER

What the plan says must come out of the commands, whatever the machine: with an
empty environment, as an ordinary user on a folder that cannot be written, with
every text and file name in NFD, and twice with the same bytes.
"""

import collections
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest

THIDUA, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
ABOVE = FOLDER.parent / "quoc-gia-666"  # the plan finds it beside itself
NOBODY = 65534
TODAY = ["--today", "2023-11-01", "--lang", "vi"]
COMMANDS = [
    [],
    ["list", "units"],
    ["list", "criteria", "--format", "json"],
    ["list", "targets"],
    ["list", "duties"],
    ["list", "awards"],
    ["list", "scores"],
    ["list", "proposals"],
    ["show", "the-duc"],
    ["show", "plan"],
    ["status", "--year", "2023"],
    ["score", "--period", "2023"],
    ["score", "--period", "2023", "--explain", "--format", "json"],
    ["propose-award", "--occasion", "preliminary-2023"],
    ["report", "annual", "--year", "2023"],
    ["report", "final", "--format", "markdown"],
    ["explain", "TD0201"],
]


def run(*words, folder=FOLDER, environment=None, demote=None, program=THIDUA):
    asan = os.environ.get("ASAN_OPTIONS")
    environment = dict(environment or {"PATH": "/usr/bin:/bin"})
    if asan:
        environment["ASAN_OPTIONS"] = asan
    return subprocess.run(
        [program, "-C", str(folder), *words],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        preexec_fn=demote,
    )


def answer(*words):
    done = run(*words)
    assert done.returncode == 0, (words, done.stderr.decode())
    return json.loads(done.stdout)


class Plan(unittest.TestCase):
    """What the plan document says."""

    def test_42_criteria_in_seven_sets_each_with_its_section(self):
        criteria = answer("list", "criteria", "--format", "json")
        self.assertEqual(len(criteria), 42)
        sets = collections.Counter(each["set"] for each in criteria)
        self.assertEqual(list(sets.values()), [10, 4, 7, 6, 7, 4, 4])
        for each in criteria:
            self.assertTrue(each["section"].startswith("IV.2."), each)

    def test_three_numeric_targets(self):
        targets = answer("list", "targets", "--format", "json")
        self.assertEqual(
            [(t["id"], t["op"], t["value"], t["year"], t["section"]) for t in targets],
            [
                ("II.2-1", ">=", 6, 2025, "II.2"),
                ("II.2-2", ">", 6, 2025, "II.2"),
                ("II.2-3", ">", 20, 2025, "II.2"),
            ],
        )

    def test_two_dated_duties_every_year_and_one_once(self):
        duties = answer("list", "duties", "--format", "json")
        dated = [(d["id"], d["last_day"]) for d in duties if d["last_day"]]
        expected = []
        for year in range(2022, 2026):
            expected.append(("unit-report", f"{year}-11-09"))
            expected.append(("district-report", f"{year}-11-19"))
        expected.insert(2, ("own-plan", "2022-12-31"))
        self.assertEqual(dated, expected)

    def test_check_finds_no_errors_and_no_warnings(self):
        done = run("check", "--strict", "--format", "json")
        self.assertEqual(done.returncode, 0)
        found = json.loads(done.stdout)
        self.assertEqual({each["severity"] for each in found}, {"info"})
        codes = {each["code"] for each in found}
        for code in ("TD0511", "TD0512", "TD0604", "TD0605"):
            self.assertIn(code, codes)

    def test_missing_target_cannot_be_judged(self):
        lists = answer(
            "score", "vu-nong", "--period", "2024", "--explain", "--format", "json"
        )["lists"]
        (unit,) = lists[0]["missing"]
        self.assertIsNone(unit["total"])
        verdicts = {each["id"]: each["verdict"] for each in unit["criteria"]}
        self.assertEqual(verdicts["IV.2.b-1d"], "cannot_judge")

    def test_an_order_is_refused_on_an_annual_occasion(self):
        done = run(
            "propose-award", "the-duc", "--form", "huan-chuong-lao-dong",
            "--occasion", "annual-2024",
        )
        self.assertEqual(done.returncode, 5)
        self.assertIn("IV.4.a", done.stderr.decode())


class Surroundings(unittest.TestCase):
    """The same answers wherever the program runs."""

    def outputs(self, **how):
        texts = []
        for words in COMMANDS:
            done = run(*words, *TODAY, **how)
            self.assertEqual(done.returncode, 0, (words, done.stderr.decode()))
            texts.append(done.stdout.decode())
        return texts

    def test_same_input_same_bytes_whatever_the_environment(self):
        plain = self.outputs()
        self.assertEqual(plain, self.outputs())
        foreign = {"PATH": "/usr/bin:/bin", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Apia"}
        self.assertEqual(plain, self.outputs(environment=foreign))

    def test_vietnamese_without_any_locale(self):
        done = run("--today", "2023-11-01")
        self.assertIn("hôm nay 01/11/2023", done.stdout.decode())

    def test_ordinary_user_on_a_read_only_folder(self):
        demote = None
        if os.geteuid() == 0:
            demote = lambda: (os.setgroups([]), os.setgid(NOBODY), os.setuid(NOBODY))
        with tempfile.TemporaryDirectory() as scratch:
            os.chmod(scratch, 0o755)
            folder = pathlib.Path(scratch) / "plan"
            shutil.copytree(FOLDER, folder)
            shutil.copytree(ABOVE, folder.parent / ABOVE.name)
            # An ordinary user may not reach the folder the program was built in.
            program = shutil.copy(THIDUA, scratch)
            for path in [folder, *folder.rglob("*")]:
                path.chmod(0o555 if path.is_dir() else 0o444)
            try:
                self.assertEqual(
                    self.outputs(),
                    self.outputs(folder=folder, demote=demote, program=program),
                )
            finally:
                for path in [folder, *folder.rglob("*")]:
                    path.chmod(0o755)

    def test_decomposed_text_and_file_names(self):
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch) / "plan"
            shutil.copytree(ABOVE, folder.parent / ABOVE.name)
            for path in FOLDER.rglob("*"):
                name = unicodedata.normalize("NFD", str(path.relative_to(FOLDER)))
                if path.is_file():
                    target = folder / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    text = path.read_bytes().decode()
                    target.write_bytes(unicodedata.normalize("NFD", text).encode())
            self.assertEqual(self.outputs(), self.outputs(folder=folder))
            found = json.loads(
                run("check", "--format", "json", folder=folder).stdout
            )
            counts = collections.Counter(each["severity"] for each in found)
            self.assertEqual(counts["error"], 0)
            self.assertEqual(
                {e["code"] for e in found if e["severity"] == "warning"}, {"TD0116"}
            )


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
