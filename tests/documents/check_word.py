#!/usr/bin/env python3
"""Checks the Word documents: check_word.py THIDUA PROJECT

Every shipped document is filled from the example, by a program that is not
ours: python-docx reads it, the layout is measured in its XML against Nghị định
30/2020/NĐ-CP, LibreOffice turns it into pages.  Then an office's own template
that was made in LibreOffice Writer, and texts that look like markup.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import jsonschema

try:
    import docx
except ImportError:
    print("python3-docx is not installed")
    sys.exit(77)

THIDUA, PROJECT = sys.argv[1], pathlib.Path(sys.argv[2])
EXAMPLE = PROJECT / "examples/nguyen-binh"
SCHEMA = json.loads(
    (PROJECT / "schemas/documents/context.schema.json").read_text("utf-8"))
MM = 36000  # a millimetre in the units of python-docx
TODAY = "2025-01-10"
COMMENDED = ["--occasion", "annual-2024"]
LATE = ["--duty", "unit-report", "--year", "2023"]
ASKED = ["--duty", "unit-report", "--year", "2025"]


def of_unit(unit):
    return ["--unit", unit, "--year", "2024"]


ONE = of_unit("the-duc")

# Of every document what it is made with, and its context.
DOCUMENTS = {
    "bang-tong-hop": (["--year", "2024"], "ranking"),
    "bao-cao-don-vi": (ONE, "unit"),
    "bao-cao-thanh-tich-ca-nhan": (of_unit("mai-long/dang-thi-sao"), "unit"),
    "bao-cao-thanh-tich-ho-gia-dinh": (
        of_unit("vu-nong/lung-thoang/ho-dang-thi-sau"), "unit"),
    "bao-cao-thanh-tich-tap-the": (ONE, "unit"),
    "bien-ban-hop": (COMMENDED, "commendation"),
    "bien-ban-kiem-phieu": (COMMENDED, "commendation"),
    "cong-van-de-nghi-bao-cao": (ASKED, "call"),
    "cong-van-don-doc": (LATE, "call"),
    "giay-khen": (COMMENDED, "commendation"),
    "giay-moi-hop": (COMMENDED, "commendation"),
    "huong-dan-cham-diem": (["--year", "2024"], "plan"),
    "ke-hoach": (["--year", "2024"], "plan"),
    "ke-hoach-so-ket": (["--year", "2023"], "plan"),
    "ke-hoach-tong-ket": (["--year", "2025"], "plan"),
    "phieu-bau": (COMMENDED, "commendation"),
    "phieu-cham-diem": (ONE, "scorecard"),
    "quyet-dinh-giao-chi-tieu": (["--year", "2024"], "plan"),
    "quyet-dinh-khen-thuong": (COMMENDED, "commendation"),
    "to-trinh-khen-thuong": (COMMENDED, "commendation"),
}
REPORTS = {
    "annual-2024": ["annual", "--year", "2024"],
    "preliminary-2023": ["preliminary"],
    "final-2025": ["final"],
}
# Papers of a commendation hold the proposals of their step: days on which there
# are some.
DAYS = {name: "2025-01-20" for name, (_, context) in DOCUMENTS.items()
        if context == "commendation"} | {"giay-khen": "2025-02-10"}
MINUTES = {"bien-ban-hop", "bien-ban-kiem-phieu"}
WITHOUT_LETTERHEAD = {"giay-khen", "phieu-bau"}
# Of no type that Phụ lục III gives an abbreviation and a number.
WITHOUT_NUMBER = {"bang-tong-hop", "bao-cao-thanh-tich-ca-nhan",
                  "bao-cao-thanh-tich-ho-gia-dinh",
                  "bao-cao-thanh-tich-tap-the", "phieu-cham-diem"}
SET_ACROSS = {"bien-ban-kiem-phieu", "giay-khen", "phieu-cham-diem"}

faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def thidua(*words, folder=EXAMPLE, today=TODAY):
    return subprocess.run([THIDUA, "-C", folder, "--today", today, *words],
                          capture_output=True, text=True, check=False)


def day_of(name):
    return DAYS.get(name, TODAY)


def write(target, *words, **where):
    run = thidua(*words, "--to", str(target), **where)
    expect(run.returncode in (0, 1) and target.exists(),
           f"{target.name}: exit {run.returncode}: {run.stderr}")
    return run


def texts(document):
    """Every paragraph, those of tables where the tables stand."""
    for paragraph in document.element.body.iter(
            docx.oxml.ns.qn("w:p")):
        yield "".join(t.text or "" for t in paragraph.iter(
            docx.oxml.ns.qn("w:t")))


def run_with(document, text):
    for paragraph in document.element.body.iter(docx.oxml.ns.qn("w:p")):
        for run in paragraph.iter(docx.oxml.ns.qn("w:r")):
            if text in "".join(t.text or "" for t in run.iter(
                    docx.oxml.ns.qn("w:t"))):
                return paragraph, docx.text.run.Run(run, None)
    return None, None


def look_of(name, document, text, sizes, bold, align):
    """One element of the page: size of letters in points, style, place."""
    paragraph, run = run_with(document, text)
    if run is None:
        faults.append(f"{name}: no `{text}`")
        return
    size = run.font.size.pt
    expect(sizes[0] <= size <= sizes[1], f"{name}: `{text}` has {size} points")
    expect(bool(run.font.bold) == bold, f"{name}: `{text}` bold: {not bold}")
    jc = paragraph.find(".//" + docx.oxml.ns.qn("w:jc"))
    expect(jc is not None and jc.get(docx.oxml.ns.qn("w:val")) == align,
           f"{name}: `{text}` is not {align}")


def check_page(name, document):
    section = document.sections[0]
    size = (section.page_width / MM, section.page_height / MM)
    wanted = (297, 210) if name in SET_ACROSS else (210, 297)
    expect(all(abs(a - b) < 0.2 for a, b in zip(size, wanted)),
           f"{name}: paper of {size} mm")
    # The upper third of a certificate is printed already.
    top = (70, 70) if name == "giay-khen" else (20, 25)
    for side, least, most in (("top_margin", *top), ("bottom_margin", 20, 25),
                              ("left_margin", 30, 35), ("right_margin", 15, 20)):
        margin = getattr(section, side) / MM
        expect(least - 0.05 <= margin <= most + 0.05,
               f"{name}: {side} of {margin:.1f} mm")
    expect(section.different_first_page_header_footer,
           f"{name}: a page number on the first page")
    if name == "giay-khen":
        expect(section.header.is_linked_to_previous,
               f"{name}: a certificate with page numbers")
        return
    header = section.header.paragraphs[0]
    expect("PAGE" in header._p.xml, f"{name}: no page number")
    expect(header.alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.CENTER,
           f"{name}: the page number is not in the middle")


def check_fonts(name, path):
    with zipfile.ZipFile(path) as archive:
        fonts = set(re.findall(rb'w:(?:ascii|hAnsi|cs)="([^"]+)"',
                               b"".join(archive.read(n)
                                        for n in archive.namelist())))
    expect(fonts == {b"Times New Roman"}, f"{name}: fonts {fonts}")


def check_letterhead(name, document):
    look_of(name, document, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", (12, 13), True,
            "center")
    look_of(name, document, "Độc lập - Tự do - Hạnh phúc", (13, 14), True,
            "center")
    numbered = name not in WITHOUT_NUMBER
    if numbered:
        look_of(name, document, "Số: ", (12, 13), False, "center")
    day = (f"ngày {day_of(name)[8:]} tháng 01 năm 2025"
           if name not in MINUTES else "ngày …… tháng …… năm ……")
    _, date = run_with(document, f", {day}")
    expect(date is not None and date.font.italic and
           13 <= date.font.size.pt <= 14, f"{name}: place and date")
    letterhead = document.tables[0]
    cells = [cell.text for cell in letterhead.rows[0].cells]
    expect(len(cells) == 2 and ("Số: " in cells[0]) == numbered and
           "CỘNG HÒA" in cells[1] and day in cells[1], f"{name}: the sides of the letterhead")
    lines = letterhead._tbl.findall(".//" + docx.oxml.ns.qn("w:pBdr"))
    expect(len(lines) == 2, f"{name}: lines under issuer and motto")


def check_foot(name, document):
    look_of(name, document, "Nơi nhận:", (12, 12), True, "left")
    look_of(name, document, "CHỦ TỊCH", (13, 14), True, "center")
    everything = list(texts(document))
    order = [next((i for i, text in enumerate(everything)
                   if text.startswith(start)), -1)
             for start in ("CỘNG HÒA", "Nơi nhận:")]
    expect(-1 < order[0] < order[1], f"{name}: order of the elements")


def check_document(name, path):
    document = docx.Document(path)
    whole = "\n".join(texts(document))
    expect("{{" not in whole and "}}" not in whole, f"{name}: a tag is left")
    expect("minh họa" in whole.split("Nơi nhận")[0],
           f"{name}: does not say that data are illustrative")
    check_page(name, document)
    check_fonts(name, path)
    if name not in WITHOUT_LETTERHEAD:
        check_letterhead(name, document)
    if name.startswith(("quyet-dinh", "to-trinh", "cong-van", "ke-hoach",
                        "annual", "preliminary", "final")):
        check_foot(name, document)
    if name == "quyet-dinh-khen-thuong":
        expect("TM. " not in whole, f"{name}: a chair decides without TM.")
    if name == "to-trinh-khen-thuong":
        expect("TM. " in whole, f"{name}: the body signs with TM.")


def unknown_keys(value, shape, path):
    while "$ref" in shape:
        shape = SCHEMA["$defs"][shape["$ref"].rsplit("/", 1)[1]]
    if isinstance(value, dict) and "properties" in shape:
        for key, inner in value.items():
            # The digits behind a rounded number are for machines.
            if key in shape["properties"]:
                yield from unknown_keys(inner, shape["properties"][key],
                                        f"{path}.{key}")
            elif not key.endswith("_exact"):
                yield f"{path}.{key}"
    if isinstance(value, list):
        for inner in value:
            yield from unknown_keys(inner, shape.get("items", {}), path + "[]")


def check_context(name, definition, words, today=TODAY):
    run = thidua(*words, "--format", "json", today=today)
    context = json.loads(run.stdout)
    shape = {"$ref": f"#/$defs/{definition}", "$defs": SCHEMA["$defs"]}
    for error in jsonschema.Draft202012Validator(shape).iter_errors(context):
        faults.append(f"{name}: {list(error.absolute_path)}: {error.message}")
    for path in sorted(set(unknown_keys(context, shape, definition))):
        faults.append(f"{name}: the schema does not know {path}")


def make_all(target):
    made = {}
    for name, (words, context) in DOCUMENTS.items():
        made[name] = target / f"{name}.docx"
        write(made[name], "document", name, *words, today=day_of(name))
        check_context(name, context, ["document", name, *words],
                      today=day_of(name))
    for name, words in REPORTS.items():
        made[name] = target / f"{name}.docx"
        write(made[name], "report", *words, "--format", "docx")
        check_context(name, "report", ["report", *words])
    return made


def check_all(target):
    listed = thidua("document").stdout.split("\n")
    names = {line.split()[0] for line in listed if line}
    expect(names == set(DOCUMENTS) | {"bao-cao"},
           f"documents without a row here: {names ^ set(DOCUMENTS)}")
    made = make_all(target)
    for name, path in made.items():
        check_document(name, path)
    again = target / "again.docx"
    for name, (words, _) in DOCUMENTS.items():
        write(again, "document", name, *words, "--force", today=day_of(name))
        expect(again.read_bytes() == made[name].read_bytes(),
               f"{name}: other bytes the second time")
    again.unlink()
    return made


def check_pages(made, target):
    """LibreOffice reads each of them and makes at least one page of it."""
    if shutil.which("soffice") is None:
        print("LibreOffice is not installed: no pages were made")
        return
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{target}/profile",
         "--headless", "--convert-to", "pdf", "--outdir", str(target / "pdf"),
         *map(str, made.values())],
        check=True, capture_output=True)
    for name, path in made.items():
        pdf = target / "pdf" / (path.stem + ".pdf")
        expect(pdf.exists() and pdf.read_bytes().startswith(b"%PDF"),
               f"{name}: LibreOffice makes no page of it")
    pdf = target / "direct.pdf"
    write(pdf, "document", "phieu-bau", *COMMENDED, "--format", "pdf",
          today=day_of("phieu-bau"))
    expect(pdf.read_bytes().startswith(b"%PDF"), "--format pdf")


def copy_of_example(target):
    shutil.copytree(EXAMPLE, target)
    return target


def check_own_template(target):
    """Made in Writer: runs cut by styles, a table, a header and a footer."""
    folder = copy_of_example(target / "own")
    (folder / "templates").mkdir()
    own = folder / "templates/bao-cao.docx"
    shutil.copy(PROJECT / "tests/documents/own-template.docx", own)
    out = target / "own.docx"
    write(out, "report", "annual", "--year", "2024", "--format", "docx",
          folder=folder)
    report = json.loads(thidua("report", "annual", "--year", "2024", "--format",
                               "json").stdout)
    document = docx.Document(out)
    said = [p.text for p in document.paragraphs]
    expect(said[0] == "Báo cáo riêng: " + report["plan"]["title"],
           f"own: title: {said[0]}")
    expect("Lưu ý: Có số liệu minh họa" in said, "own: marks")
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    expect([row[0] for row in rows[1:]] ==
           [each["name"] for each in report["targets"]], f"own: rows: {rows}")
    late = [f"{each['name']} {each['year']}: chậm {len(each['late'])}"
            for each in report["filings"]]
    expect([line for line in said if ": chậm " in line] == late,
           "own: a section of paragraphs")
    section = document.sections[0]
    expect(section.header.paragraphs[0].text ==
           report["plan"]["issuer"] + " - năm 2024", "own: header")
    expect(section.footer.paragraphs[0].text == "Lập ngày 10/01/2025",
           "own: footer")


HOSTILE = "Xã \"A\" & <w:t> {{name}} 'B' ]]> " + "dài " * 60


def check_hostile(target):
    """Texts that look like markup, and 500 rows, come out as written."""
    folder = copy_of_example(target / "hostile")
    unit = folder / "units/the-duc.yaml"
    text = unit.read_text("utf-8")
    quoted = json.dumps(HOSTILE.strip(), ensure_ascii=False)
    unit.write_text(re.sub(r"^name: .*$", lambda _: f"name: {quoted}", text,
                           count=1, flags=re.M), "utf-8")
    pattern = (folder / "units/the-duc/lung-cai.yaml").read_text("utf-8")
    for number in range(500):
        (folder / f"units/the-duc/thu-{number:03}.yaml").write_text(
            re.sub(r"^name: .*$", f"name: Xóm thứ {number:03}", pattern,
                   count=1, flags=re.M), "utf-8")
    out = target / "hostile.docx"
    write(out, "document", "bang-tong-hop", "--year", "2024", folder=folder)
    whole = list(texts(docx.Document(out)))
    expect(any(HOSTILE.strip() in text for text in whole), "hostile: the name")
    rows = sum(1 for text in whole if re.search(r"Xóm thứ \d{3}", text))
    expect(rows == 500, f"hostile: {rows} rows of 500")


def persons():
    """Names and ids of people and households of the example."""
    run = thidua("list", "units", "--format", "json")
    for unit in json.loads(run.stdout):
        if unit["kind"] in ("household", "official"):
            yield unit["id"]
            yield unit["name"].removesuffix(" (minh họa)")


def check_public(target):
    hidden = list(persons())
    expect(len(hidden) > 20, "public: nobody to hide")
    year = ["report", "annual", "--year", "2024", "--public"]
    said = {form: thidua(*year, "--format", form).stdout
            for form in ("text", "markdown", "json", "html")}
    out = target / "public.docx"
    write(out, *year, "--format", "docx")
    said["docx"] = "\n".join(texts(docx.Document(out)))
    said["score"] = thidua("score", "--period", "2024", "--explain",
                           "--public").stdout
    said["csv"] = thidua("score", "--period", "2024", "--kind", "household",
                         "--format", "csv", "--public").stdout
    for form, text in said.items():
        expect(len(text) > 500, f"public: {form} is empty")
        for word in hidden:
            expect(word not in text, f"public: {form} names {word}")


def check_saving(target):
    """Nothing is replaced unasked; the plan folder keeps what is made in out/;
    a template with faults makes no document, and all of them are told."""
    folder = copy_of_example(target / "saving")
    words = ["document", "phieu-bau", *COMMENDED]
    on = {"folder": folder, "today": day_of("phieu-bau")}
    out = folder / "out/PB-annual-2024-phieu-bau.docx"
    expect(thidua(*words, **on).returncode == 0 and out.exists(),
           "saving: nothing in out/")
    out.write_bytes(b"mine")
    expect(thidua(*words, **on).returncode == 3 and
           out.read_bytes() == b"mine", "saving: replaced unasked")
    expect(thidua(*words, "--force", **on).returncode == 0 and
           out.read_bytes() != b"mine", "saving: --force")

    (folder / "templates").mkdir()
    own = folder / "templates/phieu-bau.docx"
    thidua("document", "phieu-bau", "--template", "--to", str(own))
    document = docx.Document(own)
    document.paragraphs[0].add_run("{{nme}}")
    document.paragraphs[-1].add_run("{{#forms}}{{unit}}{{/forms}}")
    document.save(own)
    run = thidua(*words, "--force", "--lang", "en", **on)
    expect(run.returncode == 1, f"faults: exit {run.returncode}")
    expect("did you mean `name`?" in run.stderr, f"faults: {run.stderr}")
    expect("there is no `unit` here" in run.stderr and
           "did you mean `units`?" in run.stderr, f"faults: {run.stderr}")
    own.write_bytes(b"no document")
    expect(thidua(*words, "--force", **on).returncode == 3,
           "faults: what is no Word document")


def main():
    with tempfile.TemporaryDirectory() as name:
        target = pathlib.Path(name)
        made = check_all(target)
        check_own_template(target)
        check_hostile(target)
        check_public(target)
        check_saving(target)
        check_pages(made, target)
    for fault in faults:
        print(fault)
    print(f"{len(made)} documents, {len(faults)} faults")
    return 1 if faults else 0


sys.exit(main())
