#!/usr/bin/env python3
"""Writes a province and the folders of its districts:
make_folders.py DIR [--districts N] [--records N] [--seed S]

  DIR/tinh       the plan of the province; `children` names ../huyen/*
  DIR/tinh-du    the same with the districts whose figures are complete
  DIR/huyen/...  N districts of some N records each

Two of the districts are broken, each in its own way; others lack figures,
count by two poverty standards, name their folder or their duties in another
way, or have a record that cannot be read.  Every office and number is made up;
the same arguments give the same bytes.
"""

import argparse
import pathlib
import random
import shutil

YEARS = [2021, 2022, 2023]
OLD, NEW = "2016-2020", "2022-2025"
COMPLETE = 3  # the first districts have every figure
UNIT_WITHOUT_FOLDER = 2

FIGURES = """figures:
  households: {name: Số hộ}
  poor: {name: Hộ nghèo, part_of: households}
  near_poor: {name: Hộ cận nghèo, part_of: households}
  fund: {name: Vốn đã huy động (triệu đồng)}
"""
INDICATORS = """indicators:
  poor_rate: {name: Tỷ lệ hộ nghèo, of: poor / households, unit: percent}
  in_need_rate: {name: Tỷ lệ nghèo và cận nghèo, of: (poor + near_poor) / households, unit: percent}
  fund_sum: {name: Vốn, of: fund, unit: count}
"""
OCCASIONS = """occasions:
  annual: {name: Hằng năm, every: year, first: 2022, last: 2025, source: IV.4}
"""
MEASURE = (
    "{indicator: poor_rate, change: reduction, since: \"2021\", per_year: true,"
    ' unit: points, op: ">=", threshold: 1}'
)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def issuer(name, level):
    return f"issuer: {{name: Ủy ban nhân dân {name}, level: {level}}}\n"


def province_sheet(folders):
    return (
        "title: Phong trào thi đua “Vì người nghèo” của tỉnh\n"
        "movement: vi-nguoi-ngheo\n"
        + issuer("tỉnh", "tỉnh")
        + 'document: {type: Kế hoạch, number: 15/KH-UBND, date: "2022-01-10"}\n'
        'period: {from: "2021-01-01", to: "2025-12-31"}\n'
        f"children:\n  - {{folders: {folders}, kind: district, source: VI.1}}\n"
        "kinds:\n  district: {name: Huyện, class: collective, source: IV.1}\n"
        + FIGURES
        + INDICATORS
        + "targets:\n"
        "  - id: II.1\n    name: Mức giảm bình quân tỷ lệ hộ nghèo\n"
        f"    measure: {MEASURE}\n"
        "    by: 2025\n    sum_over: {children: district}\n    source: II.1\n"
        "  - id: II.2\n    name: Tỷ lệ hộ nghèo\n"
        '    measure: {indicator: poor_rate, unit: percent, op: "<", threshold: 30}\n'
        "    by: 2025\n    sum_over: {children: district}\n    source: II.2\n"
        + OCCASIONS
        + "bodies:\n  noi-vu: {name: Sở Nội vụ}\n"
        "duties:\n  - id: district-report\n    name: Báo cáo năm\n"
        "    from: {kinds: [district]}\n    to: noi-vu\n"
        '    due: {every: year, before: "15/11", first: 2022, last: 2025}\n'
        "    source: VI.7\n"
    )


AWARDS = """forms:
  - id: giay-khen
    name: %s
    level: huyện
    authority: Chủ tịch Ủy ban nhân dân huyện
    rank: 1
    receivers: [collective]
    occasions: {allowed: [annual]}
    source: IV.3
  - id: bang-khen
    name: Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh
    level: tỉnh
    authority: Chủ tịch Ủy ban nhân dân tỉnh
    rank: 2
    receivers: [collective]
    occasions: {allowed: [annual]}
    source: IV.3
"""


ENTRIES = {
    "granted": '  - {state: decided, date: "DATE", by: Chủ tịch, document: 1/QĐ}\n',
    "refused": '  - {state: refused, date: "DATE", by: Chủ tịch, reason: chưa đủ}\n',
    "ended": '  - {state: withdrawn, date: "DATE", reason: xin rút}\n',
}


class District:
    def __init__(self, root, number, records, rng):
        self.number, self.rng = number, rng
        self.name = f"Huyện Mẫu {number:03}"
        self.id = f"mau-{number:03}"
        # Every tenth folder goes by another name than the unit.
        called = f"ubnd-{number}" if number % 10 == 7 else self.id
        self.folder = root / "huyen" / called
        self.complete = number <= COMPLETE
        self.communes = 4
        self.hamlets = max(1, (records - 20) // 4)

    def chance(self, share):
        return not self.complete and self.rng.random() < share

    def sheet(self):
        rng = self.rng
        number = f"{self.number}/KH-UBND" if self.number % 5 else '{blank: "/KH-UBND"}'
        date = rng.choice(['"2022-03"', '"2022-02-15"', '"2022-Q2"'])
        if self.number % 50 == 9:
            date = '"2024-06-01"'  # after the day of the test
        # Some leave it to what is recorded whose figures are added up.
        named = self.number % 4 != 2
        targets = (
            "targets:\n  - id: II.2-1\n    name: Giảm hộ nghèo của huyện\n"
            f"    measure: {MEASURE}\n    by: 2025\n"
            + ("    sum_over: hamlet\n" if named else "")
            + "    carries: II.1\n    source: II.2\n"
        )
        carries = "    carries: district-report\n" if self.number % 6 != 5 else ""
        return (
            f"title: Phong trào thi đua của {self.name}\n"
            "movement: vi-nguoi-ngheo\n"
            + issuer(self.name.replace("Huyện", "huyện"), "huyện")
            + f"document: {{type: Kế hoạch, number: {number}, date: {date}}}\n"
            'period: {from: "2021-01-01", to: "2025-12-31"}\n'
            "kinds:\n  commune: {name: Xã, class: collective, source: IV.1}\n"
            "  hamlet: {name: Xóm, class: collective, source: IV.1}\n"
            + FIGURES
            + "  extra: {name: Số liệu riêng}\n"
            + INDICATORS
            + targets
            + OCCASIONS
            + "bodies:\n  ubnd: {name: Ủy ban nhân dân huyện}\n"
            "duties:\n  - id: report-up\n    name: Báo cáo tỉnh\n"
            "    from: {body: ubnd}\n    to_not_stated: true\n"
            '    due: {every: year, before: "15/11", first: 2022, last: 2025}\n'
            + carries
            + "    source: VI.7\n"
        )

    def entry(self, year, standard, status, day, drop=()):
        rng = self.rng
        households = rng.randint(40, 120)
        poor = rng.randint(5, households // 2)
        values = {
            "households": households,
            "poor": poor,
            "near_poor": rng.randint(0, households - poor),
            "fund": rng.choice(['"12,5"', "86.25", "7", '"0,125"']),
        }
        if self.chance(0.05):
            values["extra"] = rng.randint(1, 9)
        values = {key: value for key, value in values.items() if key not in drop}
        lines = "".join(f"      {key}: {value}\n" for key, value in values.items())
        standard = f'    poverty_standard: "{standard}"\n' if standard else ""
        return (
            f'  - as_of: "{year + (0 if day[0] == "1" else 1)}-{day}"\n'
            f"    status: {status}\n{standard}    values:\n{lines}"
            "    source: Rà soát\n"
        )

    def figures(self, unit, year):
        """The text of one record; nothing where nobody counted."""
        if self.chance(0.02):
            return None
        standard = OLD if year == 2021 else NEW
        entries = [self.entry(year, standard, "official", "12-14")]
        if self.chance(0.2):
            entries.insert(0, self.entry(year, standard, "estimate", "10-15"))
        if self.chance(0.03):
            entries = [self.entry(year, standard, "preliminary", "12-01")]
        if self.chance(0.02):  # not known on the day of the test
            entries.append(self.entry(year, standard, "official", "04-01"))
        if year == 2021 and (self.complete or not self.chance(0.1)):
            entries.append(self.entry(year, NEW, "official", "12-20"))
        if self.chance(0.02):
            entries = [self.entry(year, standard, "official", "12-14", ("poor",))]
        if self.chance(0.01):
            entries.append(self.entry(year, "", "official", "12-28"))
        made_up = "illustrative: true\n" if self.number % 9 == 4 and year == 2023 else ""
        return f'unit: {unit}\nperiod: "{year}"\n{made_up}figures:\n' + "".join(entries)

    def proposal(self, unit, occasion, form):
        rng = self.rng
        year = int(occasion[-4:])
        late = self.chance(0.1)
        day = f"{year + 1}-03-20" if late else f"{year}-12-{rng.randint(10, 28)}"
        text = (
            f"unit: {unit}\nform: {form}\noccasion: {occasion}\n"
            f'proposed: {{by: Xã, date: "{day}"}}\n'
        )
        result = rng.choice(["granted", "granted", "refused", "ended", None])
        if result and not late:
            decided = f"{year + 1}-0{rng.choice([1, 2, 4])}-15"
            text += f'history:\n  - {{state: submitted, date: "{day}"}}\n'
            text += ENTRIES[result].replace("DATE", decided)
        return text

    def write(self):
        rng = self.rng
        write(self.folder / "plan.yaml", self.sheet())
        own = f"Giấy khen của {self.name}" if self.number % 2 else "Giấy khen"
        write(self.folder / "awards.yaml", AWARDS % own)
        hamlets = []
        for i in range(self.communes):
            commune = f"xa-{i}"
            write(
                self.folder / f"units/{commune}.yaml",
                f"name: Xã {i}\nkind: commune\n",
            )
            if self.number % 4 == 1:  # not to be added to those of hamlets
                write(
                    self.folder / f"figures/2023/{commune}.yaml",
                    self.figures(commune, 2023) or f'unit: {commune}\nperiod: "2023"\n',
                )
        for i in range(self.hamlets):
            unit = f"xa-{i % self.communes}/xom-{i}"
            hamlets.append(unit)
            ended = 'enrolled: {from: "2021", to: "2022"}\n' if self.chance(0.02) else ""
            write(
                self.folder / f"units/{unit}.yaml",
                f"name: Xóm {i}\nkind: hamlet\n{ended}",
            )
            for year in YEARS:
                record = self.figures(unit, year)
                if record:
                    write(self.folder / f"figures/{year}/{unit}.yaml", record)
        for occasion in ["annual-2022", "annual-2023"]:
            for form in ["giay-khen", "bang-khen"]:
                for unit in rng.sample(hamlets, min(len(hamlets), rng.randint(0, 12))):
                    write(
                        self.folder / f"proposals/{occasion}/{unit}/{form}.yaml",
                        self.proposal(unit, occasion, form),
                    )
        for year in [2022, 2023]:
            if self.complete or rng.random() < 0.8:
                day = rng.choice(["11-02", "11-14", "11-15", "12-01"])
                write(
                    self.folder / f"filings/{year}/ubnd.yaml",
                    f"body: ubnd\nyear: {year}\nfilings:\n"
                    f'  - {{duty: report-up, date: "{year}-{day}", document: 9/BC}}\n',
                )
        if self.number % 8 == 6:  # a record that cannot be read
            write(self.folder / "units/xa-0/hong.yaml", "name: [\nkind: hamlet\n")


def province(root, name, folders, districts, more, rng):
    write(root / name / "plan.yaml", province_sheet(folders))
    for district in districts:
        write(
            root / name / f"units/{district.id}.yaml",
            f"name: {district.name}\nkind: district\n",
        )
        if rng.random() < 0.5:
            write(
                root / name / f"filings/2023/{district.id}.yaml",
                f"unit: {district.id}\nyear: 2023\nfilings:\n"
                '  - {duty: district-report, date: "2023-11-10"}\n',
            )
    for i in range(more):
        write(
            root / name / f"units/khong-{i}.yaml",
            f"name: Huyện Không Thư Mục {i}\nkind: district\n",
        )


def make(root, count, records, seed):
    shutil.rmtree(root, ignore_errors=True)
    rng = random.Random(seed)
    districts = [District(root, i + 1, records, rng) for i in range(count)]
    for district in districts:
        district.write()
    # The two broken ones: no YAML, and no plan.yaml at all.
    write(districts[-1].folder / "plan.yaml", "title: [Phong trào\nkinds: {\n")
    (districts[-2].folder / "plan.yaml").unlink()
    stray = District(root, count + 1, 80, rng)
    stray.write()  # of no unit of the province
    province(root, "tinh", '["../huyen/*"]', districts, UNIT_WITHOUT_FOLDER, rng)
    whole = [f'"../huyen/{each.folder.name}"' for each in districts[:COMPLETE]]
    province(root, "tinh-du", f"[{', '.join(whole)}]", districts[:COMPLETE], 0, rng)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dir", type=pathlib.Path)
    parser.add_argument("--districts", type=int, default=200)
    parser.add_argument("--records", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    make(asked.dir, asked.districts, asked.records, asked.seed)


if __name__ == "__main__":
    main()
