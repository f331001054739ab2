#!/usr/bin/env python3
"""Writes a large plan folder: make_folder.py DIR [--records N] [--seed S] [--git]

The rules and the offices are those of examples/nguyen-binh; the hamlets, the
households and every fact are made up.  N counts the record files, rules
included.  The same N and seed give the same bytes.

DIR must be new, empty, or made by this program (then it is made anew).
"""

import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys
import unicodedata

EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "examples/nguyen-binh"
RULES = ["plan.yaml", "awards.yaml", "clusters.yaml", "thidua.toml"]
RULE_FOLDERS = ["criteria", "score-tables", "award-standards"]
MARKER = ".made-by-make-folder"

YEARS = [2022, 2023]
ENDED = ', to: "2025-06-30"'  # offices here know nothing of successions
FORMED_LATER = 'from: "2025'  # a commune that is not there in those years
# Some 12,000 a folder of 10,000 records, and nobody files one.
DUTY = """\
  - id: family-plan
    name: Đăng ký của hộ và xóm
    from: {kinds: [hamlet, household]}
    to: ubnd-huyen
    due: {every: year, before: "15/02", on_day_off: after, first: 2022, last: 2025}
    source: VI.7
"""
HOUSEHOLDS = 30  # of a hamlet that have records
RECORDS_OF_A_COMMUNE = 1200  # about so many; then another commune is made

SYLLABLES = "Bản Cốc Khuổi Lũng Nà Pác Phia Tà Đông Thẳm Kéo Lạng Mạ Sơn Vài".split()
ENDINGS = "Cải Roi Sang Mấu Phạc Thán Ngàn Đeng Chang Hoài Tổng Rẻo Mười Sú Ỏ".split()
FAMILIES = "Nông Hoàng Triệu Bế Đặng Lý Bàn Lương Dương Nguyễn Lục Phùng".split()
MIDDLES = "Văn Thị Đức Thúy Quốc Ngọc Minh Hữu".split()
GIVEN = "Một Hai Tư Sáu Bảy Thắng Hiền Phượng Khải Lập Sửu Đào Nhình Quế Vẻ".split()
GRADES = ["Xuất sắc", "Tốt", "Đạt", "Chưa đạt"]
VERIFIER = "Phòng Lao động - Thương binh và Xã hội"
REASONS = [
    "Số hộ được giúp ít hơn báo cáo",
    "Kiểm tra thực tế tốt hơn phiếu tự chấm",
    "Chưa có biên bản họp xóm kèm theo",
]
MODELS = ["Trồng trúc sào", "Nuôi lợn đen bản địa", "Chăn nuôi bò sinh sản"]
ACTIVITIES = [
    "Họp quán triệt kế hoạch phong trào đến từng hộ",
    "Giúp hộ nghèo sửa nhà, làm chuồng trại",
    "Phát thanh, tuyên truyền lưu động tại chợ phiên",
    "Mở lớp dạy nghề ngắn ngày",
]
SHORTCOMINGS = [
    "Tuyên truyền bằng tiếng dân tộc còn hạn chế",
    "Nguồn vốn đối ứng của hộ còn ít",
]

# Criteria that take a mark, by kind: id and whether it is graded.
MARKED = {
    "commune": [("IV.2.b-1a", False), ("IV.2.b-1b", True), ("IV.2.b-1c", False)],
    "hamlet": [(f"IV.2.c-{part}", True) for part in "1a 1b 1c 1d 2a 2b".split()],
    "household": [
        ("IV.2.e-1a", False),
        ("IV.2.e-1b", True),
        ("IV.2.e-1c", False),
        ("IV.2.e-1d", False),
        ("IV.2.e-1e", False),
        ("IV.2.e-1f", True),
        ("IV.2.e-2", True),
    ],
}


def slug(name):
    marked = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    plain = "".join(c for c in marked if not unicodedata.combining(c))
    return "-".join(plain.split())


class Maker:
    """Yields (path, text) of one record after another, units before facts."""

    def __init__(self, records, seed):
        self.random = random.Random(seed)
        self.records = records

    def all(self):
        texts = [(path.stem, path.read_text(encoding="utf-8"))
                 for path in sorted(EXAMPLE.glob("units/*.yaml"))]
        communes = [(commune, None) for commune, text in texts
                    if "\nkind: commune\n" in text and FORMED_LATER not in text]
        for number in range(len(communes), self.records // RECORDS_OF_A_COMMUNE):
            name = f"{SYLLABLES[number % 15]} {ENDINGS[number // 15 % 15]} {number}"
            communes.append((f"xa-{slug(name)}", f"Xã {name}"))
        for commune, name in communes:
            if name:
                yield f"units/{commune}.yaml", self.unit(name, "commune")
            yield from self.facts(commune, "commune")
        for number in range(self.records):
            commune = communes[number % len(communes)][0]
            yield from self.hamlet(commune, number // len(communes))

    def hamlet(self, commune, number):
        name = f"Xóm {SYLLABLES[number % 15]} {ENDINGS[number * 7 // 15 % 15]} {number}"
        hamlet = f"{commune}/{slug(name)}"
        yield f"units/{hamlet}.yaml", self.unit(name, "hamlet")
        yield from self.facts(hamlet, "hamlet")
        for household in range(HOUSEHOLDS):
            yield from self.household(hamlet, household)

    def household(self, hamlet, number):
        head = " ".join(map(self.random.choice, (FAMILIES, MIDDLES, GIVEN)))
        household = f"{hamlet}/ho-{slug(head)}-{number}"
        yield f"units/{household}.yaml", self.unit(f"Hộ {head}", "household")
        for year in YEARS:
            yield (f"scores/{year}/{household}.yaml",
                   self.scorecard(household, "household", year))
        if number % 10 == 0:
            yield self.proposal(household)

    def unit(self, name, kind):
        lines = ["# Đơn vị dựng để đo tốc độ, không có thật.", "",
                 f"name: {name} (minh họa)", f"kind: {kind}"]
        if kind == "household":
            lines.append(f"subkind: {self.random.choice(['poor', 'near_poor'])}")
        if kind == "hamlet":
            lines += ["attributes:", "  special_hardship: true  # khi bắt đầu"]
        return "\n".join(lines + [
            'enrolled: {from: "2022"}',
            "contacts:",
            "  - {role: Người liên hệ, phone: "
            f'"0{self.random.randrange(10**8, 10**9)}"' + "}",
            "illustrative: true",
            "",
        ])

    def facts(self, unit, kind):
        for year in YEARS:
            yield f"figures/{year}/{unit}.yaml", self.figures(unit, year)
            yield f"results/{year}/{unit}.yaml", self.results(unit, year)
            yield (f"scores/{year}/{unit}.yaml", self.scorecard(unit, kind, year))
            if kind == "commune":
                yield f"filings/{year}/{unit}.yaml", self.filings(unit, year)
        yield self.proposal(unit)

    def head(self, what, unit, key, year):
        return [f"# {what} năm {year} (minh họa).", "", f"unit: {unit}",
                f"{key}: {year}" if key == "year" else f'{key}: "{year}"',
                "illustrative: true"]

    def figures(self, unit, year):
        lines = self.head("Số liệu", unit, "period", year) + ["figures:"]
        households = self.random.randrange(60, 120)
        for day, status, source in [
            ("10-15", "estimate", "Tự rà soát"),
            ("12-14", "official", f"Quyết định công nhận kết quả rà soát năm {year}"),
        ]:
            poor = self.random.randrange(10, 40)
            lines += [
                f'  - as_of: "{year}-{day}"',
                f"    status: {status}",
                '    poverty_standard: "2022-2025"',
                "    values:",
                f"      households: {households}",
                f"      poor: {poor}",
                f"      near_poor: {self.random.randrange(20)}",
                f"      ethnic_households: {households - 5}",
                f"      ethnic_poor: {poor - self.random.randrange(8)}",
                f"    source: {source} (minh họa)",
            ]
        return "\n".join(lines + [
            "assigned:",
            "  poor_rate_reduction: {value: 6, document: Quyết định giao chỉ tiêu "
            f'năm {year} (minh họa), date: "{year}-01-17"' + "}",
            "",
        ])

    def results(self, unit, year):
        pick = self.random.choice
        amount = self.random.randrange(50, 300)
        return "\n".join(self.head("Kết quả thực hiện", unit, "year", year) + [
            "guidance:",
            f"  - text: Kế hoạch thực hiện phong trào năm {year}",
            f"    document: {amount}/KH (minh họa)",
            f'    date: "{year}-02-{self.random.randrange(10, 28)}"',
            "models:",
            f'  - {{name: "{pick(MODELS)}", households: {amount % 40}}}',
            "resources:",
            f"  - {{type: money, amount: {amount}.5, unit: triệu đồng, "
            'text: "Tập thể, cá nhân ủng hộ"}',
            f"  - {{type: labour, amount: {2 * amount}, unit: ngày công}}",
            "activities:",
            f'  - "{pick(ACTIVITIES)}"',
            "shortcomings:",
            f'  - "{pick(SHORTCOMINGS)}"',
            "",
        ])

    def filings(self, unit, year):
        return "\n".join(self.head("Báo cáo đã nộp", unit, "year", year) + [
            "filings:",
            "  - duty: unit-report",
            f'    date: "{year}-11-{self.random.randrange(10, 30)}"',
            f"    document: {self.random.randrange(300)}/BC-UBND (minh họa)",
            "",
        ])

    def scorecard(self, unit, kind, year):
        lines = self.head("Phiếu chấm điểm", unit, "period", year) + ["stages:"]
        own = [self.random.choices(GRADES, [3, 4, 2, 1])[0] for _ in MARKED[kind]]
        for stage, by, day in [("self", "Đại diện đơn vị", "11-20"),
                               ("verified", VERIFIER, "12-18")]:
            lines += [f"  {stage}:", f"    by: {by}", f'    date: "{year}-{day}"',
                      "    marks:"]
            for (criterion, graded), grade in zip(MARKED[kind], own):
                lines.append(f"      {criterion}: {self.mark(stage, graded, grade)}")
        return "\n".join(lines + [""])

    def mark(self, stage, graded, grade):
        if not graded:
            return "{done: true}"
        if stage == "self" or self.random.random() < 0.9:
            return f"{{grade: {grade}}}"
        other = self.random.choice(GRADES)
        return f'{{grade: {other}, reason: "{self.random.choice(REASONS)}"}}'

    def proposal(self, unit):
        year = self.random.choice(YEARS)
        return f"proposals/annual-{year}/{unit}/giay-khen-xa.yaml", "\n".join([
            "# Đề nghị khen thưởng (minh họa).",
            "",
            f"unit: {unit}",
            "form: giay-khen-xa",
            f"occasion: annual-{year}",
            "illustrative: true",
            "proposed:",
            "  by: Ủy ban nhân dân xã (minh họa)",
            f'  date: "{year}-12-27"',
            f"  document: {self.random.randrange(1, 300)}/TTr (minh họa)",
            "",
        ])


def prepare(folder):
    if folder.is_dir() and any(folder.iterdir()):
        if not (folder / MARKER).is_file():
            sys.exit(f"{folder} is not empty and was not made by this program")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER).touch()


def copy_rules(folder):
    for name in RULES:
        shutil.copyfile(EXAMPLE / name, folder / name)
    for name in RULE_FOLDERS:
        shutil.copytree(EXAMPLE / name, folder / name)
    replace(folder / "plan.yaml", [("    folder: ../quoc-gia-666\n", ""),
                                   ("\nduties:\n", f"\nduties:\n{DUTY}")])
    (folder / "units").mkdir()
    for unit in EXAMPLE.glob("units/*.yaml"):
        text = unit.read_text(encoding="utf-8").replace(ENDED, "")
        (folder / "units" / unit.name).write_text(text, encoding="utf-8")
    write_score_tables(folder)
    return sum(1 for _ in folder.rglob("*.yaml"))


def write_score_tables(folder):
    """Hamlets and households get a table with groups, bonus, classes and ties;
    the other kinds still weigh all criteria the same."""
    replace(folder / "score-tables/chia-deu-diem.yaml",
            [(f"  {kind + ':':<11} {{total: 100, points: equal}}\n", full_table(kind))
             for kind in ("hamlet", "household")])


def replace(path, pairs):
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, f"{path} does not say {old}"
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def full_table(kind):
    def line(number, criterion, graded):
        rule = "grade" if graded else "yes-no"
        return (f"          - {{id: {criterion}, max: {10 + number}, rule: {rule}}}\n")

    half = len(MARKED[kind]) // 2
    total = 0
    groups = ""
    for name, part in (("viec-lam", MARKED[kind][:half]),
                       ("ket-qua", MARKED[kind][half:])):
        most = sum(10 + number for number in range(len(part)))
        total += most
        groups += (f"      - id: {name}\n        name: Phần {name}\n"
                   f"        max: {most}\n        counts: verified\n"
                   "        criteria:\n")
        groups += "".join(line(number, *each) for number, each in enumerate(part))
    if kind == "hamlet":  # hamlets have no figures
        groups += "          - {id: IV.2.c-3, points: none}\n"
    return f"""  {kind}:
    total: {total}
    not_applicable: redistribute
    groups:
{groups}    bonus:
      cap: 5
      items:
        - {{id: hien-ke, name: Hiến kế hay, rule: count, each: 1, counts: verified}}
    deductions:
      items:
        - {{id: vi-pham, name: Vi phạm, rule: count, each: 2, effect: class-down, counts: verified}}
    round: {{to: 0.1, how: half-up}}
    classes:
      of: share
      levels:
        - {{id: tot, name: Tốt, from: 80, gates: [tung-phan]}}
        - {{id: dat, name: Đạt, from: 50}}
        - {{id: chua-dat, name: Chưa đạt, from: 0}}
      gates:
        - {{id: tung-phan, name: Mỗi phần từ 60 %, each: 60, of: [viec-lam, ket-qua], else: class-down}}
    ranking:
      by: total
      ties:
        - {{group: ket-qua}}
        - {{group: viec-lam}}
"""


def write(folder, path, text):
    whole = f"{folder}/{path}"
    try:
        file = open(whole, "w", encoding="utf-8")
    except FileNotFoundError:
        os.makedirs(os.path.dirname(whole))
        file = open(whole, "w", encoding="utf-8")
    with file:
        file.write(text)


def commit(folder):
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for who in ("AUTHOR", "COMMITTER"):
        nobody[f"GIT_{who}_NAME"] = "bench"
        nobody[f"GIT_{who}_EMAIL"] = "bench@example.vn"
        nobody[f"GIT_{who}_DATE"] = "2023-01-01T00:00:00Z"
    for words in (["init", "-q", "-b", "main"], ["add", "-A"],
                  ["-c", "gc.auto=0", "commit", "-q", "-m", "Bench"]):
        subprocess.run(["git", *words], cwd=folder, check=True,
                       env={**os.environ, **nobody})


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="DIR", type=pathlib.Path)
    parser.add_argument("--records", metavar="N", type=int, default=10_000)
    parser.add_argument("--seed", metavar="S", type=int, default=1)
    parser.add_argument("--git", action="store_true",
                        help="commit the folder to a git repository of its own")
    options = parser.parse_args()
    prepare(options.folder)
    left = options.records - copy_rules(options.folder)
    if left < 0:
        sys.exit(f"the rules and offices alone are {options.records - left} records")
    # Facts follow their unit, so the stream may be cut anywhere.
    for (path, text), _ in zip(Maker(options.records, options.seed).all(), range(left)):
        write(options.folder, path, text)
    if options.git:
        commit(options.folder)


if __name__ == "__main__":
    main()
