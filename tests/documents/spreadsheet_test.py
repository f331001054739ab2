#!/usr/bin/python3
"""Checks spreadsheets and CSV against the tables that JSON has.

    spreadsheet_test.py PROGRAM EXAMPLE_FOLDER BASE_FOLDER

As independent readers see them (openpyxl, LibreOffice, Python's csv): the same
tables with equal values and types, headings, caveats and page set-up; the same
bytes twice; and texts that are meant to break things, in a folder made from
BASE_FOLDER: markup, formulas, quotes, line ends, a name of 900 letters, 500
units.

Exit status: 0 all of it is so, 1 it is not, 77 openpyxl is not installed;
without LibreOffice its part is left out.
"""

import csv
import datetime
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

try:
    import openpyxl
except ImportError:
    print("openpyxl is not installed")
    sys.exit(77)

DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
HOSTILE = [
    'a & b < c > d',
    "{{name}} {{{x}}} {{#y}}",
    '"Quoted" and \'single\'',
    "=1+1",
    "+84 912",
    "-5",
    "@SUM(A1:A9)",
    "=HYPERLINK(\"http://x\",\"y\")",
    "a, b; c",
    "Tên rất dài " + "dài " * 220,
    "_x0041_ <![CDATA[ ]]> &amp;",
    "2024",
    "Ủy ban nhân dân xã Ễ Ở",
]
failures = 0


def check(holds, what):
    global failures
    if not holds:
        failures += 1
        print("NOT SO:", what)


class Program:
    def __init__(self, path, folder, today):
        self.command = [path, "-C", str(folder), "--lang", "vi", "--today",
                        today]

    def run(self, *arguments, status=0):
        done = subprocess.run([*self.command, *arguments],
                              capture_output=True, check=False)
        check(done.returncode == status,
              f"{arguments} ends with {done.returncode}: {done.stderr!r}")
        return done.stdout


def headings(table):
    return [column["title"] + (" (%)" if column["percent"] else "")
            for column in table["columns"]]


def is_same(cell, value):
    """A cell of openpyxl against one of JSON: value and type."""
    if value is None:
        return cell is None
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() == value
    if isinstance(value, str):
        # Sheets know no carriage return, and a cell has an end.
        return isinstance(cell, str) and cell == value
    return (isinstance(cell, (int, float)) and not isinstance(cell, bool)
            and cell == value)


def check_sheet(sheet, table, caveat):
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    width = len(table["columns"])
    check(rows[0][0] == table["title"], f"{table['id']}: title")
    first = 2 if caveat else 1
    if caveat:
        check(rows[1][0] == caveat, f"{table['id']}: caveat {rows[1][0]!r}")
    check(rows[first][:width] == headings(table), f"{table['id']}: headings")
    for at, row in enumerate(table["rows"]):
        cells = rows[first + 1 + at][:width]
        for cell, value in zip(cells, row["cells"]):
            check(is_same(cell, value),
                  f"{table['id']} row {at}: {cell!r} for {value!r}")
            if isinstance(value, str) and DAY.match(value):
                check(isinstance(cell, datetime.datetime),
                      f"{table['id']} row {at}: {value} is no day")
        bold = sheet.cell(first + 2 + at, 2 if width > 1 else 1).font.bold
        check(bool(bold) == row["total"], f"{table['id']} row {at}: bold")
    notes = [row[0] for row in rows[first + 1 + len(table["rows"]):]]
    check(notes == table["notes"], f"{table['id']}: notes {notes}")
    check_page(sheet, table, first + 1, len(rows))


def check_page(sheet, table, heading, last):
    name = table["id"]
    check(sheet.freeze_panes == f"A{heading + 1}", f"{name}: frozen")
    check(sheet.page_setup.orientation == "landscape", f"{name}: turned")
    check(str(sheet.page_setup.paperSize) == "9", f"{name}: A4")
    check(str(sheet.page_setup.fitToWidth) in ("1", "None")
          and str(sheet.page_setup.fitToHeight) == "0"
          and sheet.sheet_properties.pageSetUpPr.fitToPage,
          f"{name}: one page wide")
    check(sheet.print_title_rows in (f"${heading}:${heading}",
                                     f"{heading}:{heading}"),
          f"{name}: repeated {sheet.print_title_rows}")
    check(str(last) in str(sheet.print_area), f"{name}: print area")


def check_xlsx(program, arguments, tables, caveat, folder):
    once, again = folder / "once.xlsx", folder / "again.xlsx"
    program.run(*arguments, "--format", "xlsx", "--to", str(once), "--force")
    program.run(*arguments, "--format", "xlsx", "--to", str(again), "--force")
    check(once.read_bytes() == again.read_bytes(), "the same bytes twice")
    with zipfile.ZipFile(once) as parts:
        check({part.date_time for part in parts.infolist()}
              == {(1980, 1, 1, 0, 0, 0)}, "times in the zip are fixed")
    book = openpyxl.load_workbook(once)
    check(len(book.sheetnames) == len(tables), "a sheet for each table")
    for name, sheet, table in zip(book.sheetnames, book.worksheets, tables):
        check(len(name) <= 31 and name[:20] == table["id"][:20]
              and name[-10:] == table["id"][-10:], f"sheet {name}")
        check_sheet(sheet, table, caveat)
    return once, book.sheetnames


def csv_text(value):
    return "" if value is None else value


def check_csv(program, arguments, tables, caveat, folder):
    where = folder / "csv"
    where.mkdir()
    program.run(*arguments, "--format", "csv", "--to", str(where))
    check(sorted(path.stem for path in where.iterdir())
          == sorted(table["id"] for table in tables), "a file for each table")
    program.run(*arguments, "--format", "csv", "--to", str(where), status=3)
    for table in tables:
        text = (where / f"{table['id']}.csv").read_bytes()
        check(not text.startswith(b"\xef\xbb\xbf") and b"\r\n" not in text,
              f"{table['id']}: plain CSV")
        check_csv_rows(text.decode(), table, caveat)
        excel = program.run(*arguments, "--format", "csv", "--table",
                            table["id"], "--excel")
        check(excel.startswith(b"\xef\xbb\xbf")
              and excel.count(b"\r\n") == len(table["rows"]) + 1,
              f"{table['id']}: BOM and CRLF")
        check_excel(excel.decode("utf-8-sig"), table)


def check_csv_rows(text, table, caveat):
    rows = list(csv.reader(io.StringIO(text, newline="")))
    extra = [caveat] if caveat else []
    check(rows[0][:len(table["columns"])] == headings(table),
          f"{table['id']}: headings of CSV")
    for row, wanted in zip(rows[1:], table["rows"], strict=True):
        values = [csv_text(value) for value in wanted["cells"]]
        for cell, value in zip(row, values):
            same = (cell == value if isinstance(value, str)
                    else float(cell) == value)
            check(same, f"{table['id']}: CSV {cell!r} for {value!r}")
        check(row[len(values):] == extra, f"{table['id']}: caveat of CSV")


def check_excel(text, table):
    rows = list(csv.reader(io.StringIO(text, newline="")))
    for row, wanted in zip(rows[1:], table["rows"], strict=True):
        for cell, value in zip(row, wanted["cells"]):
            if isinstance(value, str):
                check(cell[:1] not in ("=", "+", "-", "@"),
                      f"{table['id']}: {cell!r} is a formula")
            elif value is not None:
                check(float(cell) == value, f"{table['id']}: {cell!r}")


def check_office(book, names, tables, caveat, folder):
    """Every sheet of LibreOffice, with thousands as it writes them."""
    soffice = shutil.which("soffice")
    if soffice is None:
        print("LibreOffice is not installed: its part is left out")
        return
    out = folder / "office"
    # Token 12: every sheet into a file of its own.
    done = subprocess.run(
        [soffice, f"-env:UserInstallation=file://{folder}/profile",
         "--headless", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,"
         "false,false,-1", "--outdir", str(out), str(book)],
        capture_output=True, check=False, timeout=300)
    check(done.returncode == 0, f"LibreOffice: {done.stderr!r}")
    for name, table in zip(names, tables):
        path = out / f"{book.stem}-{name}.csv"
        if not path.exists():
            check(False, f"LibreOffice has no sheet {table['id']}")
            continue
        rows = list(csv.reader(io.StringIO(path.read_text(), newline="")))
        first = 3 if caveat else 2
        for at, wanted in enumerate(table["rows"]):
            for cell, value in zip(rows[first + at], wanted["cells"]):
                check(office_same(cell, value),
                      f"LibreOffice, {table['id']}: {cell!r} for {value!r}")


def office_same(cell, value):
    if value is None:
        return cell == ""
    if isinstance(value, str):
        return cell == value or value in office_days(cell)
    try:
        return abs(float(cell) - value) < 0.005
    except ValueError:
        return False


def office_days(cell):
    """The days it may mean, for the order is that of its own language."""
    days = set()
    for form in ("%d/%m/%Y", "%m/%d/%Y", "%Y-%m-%d"):
        try:
            day = datetime.datetime.strptime(cell, form)
        except ValueError:
            continue
        days.add(day.date().isoformat())
    return days


def caveat_of(report):
    words = {"illustrative": "Số liệu minh họa.",
             "assumed":
             "Dựa vào quy tắc giả định (`thidua check` liệt kê)."}
    return " ".join(words[key] for key in words if report["caveats"][key])


def check_report(program, arguments, office=False):
    report = json.loads(program.run(*arguments, "--format", "json"))
    keys = list(report)
    end = ["tables", "appendices", "caveats", "document"]
    check(keys[-4:] == end or keys[-2:] == ["tables", "caveats"],
          f"last keys: {keys[-4:]}")
    tables, caveat = report["tables"], caveat_of(report)
    ids = [table["id"] for table in tables]
    check(len(set(ids)) == len(ids), "ids are unique")
    check(all(re.fullmatch(r"[a-z0-9-]+", each) for each in ids), "ids: ASCII")
    for table in tables:
        check(all(len(row["cells"]) == len(table["columns"])
                  for row in table["rows"]), f"{table['id']}: ragged")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book, names = check_xlsx(program, arguments, tables, caveat, folder)
        check_csv(program, arguments, tables, caveat, folder)
        if office:
            check_office(book, names, tables, caveat, folder)
    return tables


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def make_hostile(base, folder):
    """500 units of hostile names, each with figures and results."""
    shutil.copytree(base, folder)
    kind = "commune"
    for at in range(500):
        text = HOSTILE[at % len(HOSTILE)]
        unit = f"zz-{at:03}"
        (folder / "units" / f"{unit}.yaml").write_text(
            f"name: {quoted(f'{text} {at}' if at >= 13 else text)}\n"
            f"kind: {kind}\n")
        path = folder / "results" / "2023" / f"{unit}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"unit: {unit}\nyear: 2023\n"
            f"activities:\n  - {quoted(text)}\n"
            f"resources:\n  - {{type: money, amount: \"{at},25\", unit: "
            f"triệu đồng, text: {quoted(text)}}}\n"
            f"shortcomings:\n  - {quoted('Dòng một' + chr(10) + text)}\n")


def check_hostile(path, base):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "plan"
        make_hostile(base, folder)
        program = Program(path, folder, "2024-02-01")
        tables = check_report(program, ["report", "annual", "--year", "2023"])
        said = json.dumps(tables, ensure_ascii=False)
        for text in HOSTILE:
            check(json.dumps(text, ensure_ascii=False)[1:-1] in said,
                  f"{text!r} is in no table")
        names = next(table for table in tables
                     if table["id"] == "results-by-unit")
        check(len(names["rows"]) >= 501, "500 units and their sum")


def check_usage(program):
    program.run("report", "annual", "--year", "2023", "--format", "csv",
                status=2)
    program.run("report", "annual", "--year", "2023", "--format", "csv",
                "--table", "nothing", status=2)
    program.run("report", "annual", "--year", "2023", "--table", "targets",
                status=2)
    program.run("report", "annual", "--year", "2023", "--format", "xlsx",
                "--excel", status=2)


def main():
    path, example, base = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    program = Program(path, example, "2025-12-20")
    check_report(program, ["report", "annual", "--year", "2024"], office=True)
    check_report(program, ["report", "final"])
    check_usage(program)
    check_hostile(path, base)
    print("failures:", failures)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
