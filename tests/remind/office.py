"""An invented office with a report that three communes owe, and one to whom
nobody can write."""

import os
import subprocess

DUTY = "bao-cao-xa"
LAST_DAY = "2023-11-09"  # a Thursday
A_WEEK_BEFORE = "2023-11-02"

PLAN = """\
title: Phong trào thi đua thử nghiệm
movement: thu-nghiem
issuer: {name: Ủy ban nhân dân huyện Mẫu, level: huyện}
document: {type: Kế hoạch, number: 15/KH-UBND, date: "2022-11-15"}
period: {from: "2022-01-01", to: "2025-12-31"}
kinds:
  commune: {name: Xã, class: collective, criteria: commune, source: IV.1}
bodies:
  ubnd: {name: Ủy ban nhân dân huyện Mẫu, source: VI.1}
duties:
  - id: bao-cao-xa
    name: Báo cáo của xã
    from: {kinds: [commune]}
    to: ubnd
    due: {every: year, before: "10/11", first: 2023, last: 2023}
    source: VI.7
"""
CRITERIA = """\
name: Tiêu chí của xã
source: IV.2
criteria:
  - {id: IV.2-1, text: Có kế hoạch giảm nghèo, judged: yes-no}
"""
UNITS = {"xa-an-duong": "Xã An Đường", "xa-bach-dang": "Xã Bạch Đằng",
         "xa-chuong-my": "Xã Chương Mỹ"}
SILENT = {"xa-vang-ve": "Xã Vắng Vẻ"}  # without a contact


def make_plan(folder, domain="example.vn"):
    """The addresses, in the order letters go out."""
    files = {"plan.yaml": PLAN, "criteria/commune.yaml": CRITERIA}
    for unit, name in UNITS.items():
        files[f"units/{unit}.yaml"] = (
            f"name: {name}\nkind: commune\ncontacts:\n"
            f"  - {{role: Chủ tịch, name: Đặng Thị Hường,"
            f" email: {unit}@{domain}}}\n")
    for unit, name in SILENT.items():
        files[f"units/{unit}.yaml"] = f"name: {name}\nkind: commune\n"
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return [f"{unit}@{domain}" for unit in UNITS]


def environment(**more):
    kept = {k: v for k, v in os.environ.items() if not k.startswith("THIDUA")}
    return kept | {"LC_ALL": "C.UTF-8", "NO_COLOR": "1"} | more


def run(command, **options):
    return subprocess.run([str(word) for word in command], text=True,
                          encoding="utf-8", capture_output=True, check=False,
                          env=environment(), **options)
