#!/usr/bin/env python3
"""The page is what HTML asks for, whatever the texts: check_html.py THIDUA EXAMPLE

Without a browser: every element is closed, every reference leads into the page
itself, nothing is fetched, no script is there, every chart has its words; texts
that HTML or the template could obey come out as they were typed; 500 units have
500 tiles; the same input gives the same bytes.
"""

import collections
import html.parser
import pathlib
import re
import subprocess
import sys
import tempfile

import plans

VOID = {"meta", "br", "hr"}
FETCHING = {"script", "link", "iframe", "img", "image", "object", "embed", "use",
            "video", "audio", "source", "form", "base"}
OUTSIDE = re.compile(r"https?:|//|url\(|@import|javascript:|data:", re.IGNORECASE)


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children, self.text = [], ""

    def all_text(self):
        return self.text + "".join(each.all_text() for each in self.children)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def classes(self):
        return self.attributes.get("class", "").split()


class Reader(html.parser.HTMLParser):
    """A tree; every fault of its shape is listed."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("", {}, None)
        self.faults = []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"attribute twice: <{tag}> {names}")
        element = Element(tag, dict(attrs), self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.at = self.at.parent

    def handle_endtag(self, tag):
        if tag != self.at.tag:
            self.faults.append(f"line {self.getpos()[0]}: </{tag}> in <{self.at.tag}>")
        elif self.at.parent:
            self.at = self.at.parent

    def handle_data(self, data):
        self.at.text += data


def read(page):
    reader = Reader()
    reader.feed(page)
    reader.close()
    if reader.at is not reader.root:
        reader.faults.append(f"not closed: <{reader.at.tag}>")
    return reader.root, reader.faults


def of_svg(element):
    """Drawn with its words, or only for the eye beside its numbers."""
    if element.attributes.get("aria-hidden") == "true":
        return bool(re.search(r"\d", element.parent.parent.all_text()))
    words = {child.attributes.get("id"): child.all_text().strip()
             for child in element.children if child.tag in ("title", "desc")}
    named = element.attributes.get("aria-labelledby", "").split()
    return (element.attributes.get("role") == "img" and len(words) == 2
            and all(words.values()) and set(named) == set(words))


def faults_of(page):
    root, faults = read(page)
    elements = list(root.walk())
    ids = collections.Counter(
        each.attributes["id"] for each in elements if "id" in each.attributes)
    faults += [f"id twice: {name}" for name, count in ids.items() if count > 1]
    for each in elements:
        if each.tag in FETCHING:
            faults.append(f"<{each.tag}> in the page")
        for name, value in each.attributes.items():
            if name.startswith("on") or OUTSIDE.search(value or ""):
                faults.append(f"<{each.tag} {name}={value!r}>")
        if each.tag == "style" and OUTSIDE.search(each.text):
            faults.append("the style fetches something")
        target = each.attributes.get("href")
        if target is not None and target.lstrip("#") not in ids:
            faults.append(f"leads nowhere: {target}")
        for name in each.attributes.get("aria-labelledby", "").split():
            if name not in ids:
                faults.append(f"named by nothing: {name}")
        if each.tag == "svg" and not of_svg(each):
            faults.append(f"chart without words: {each.attributes}")
    if not page.startswith("<!DOCTYPE html>\n<html lang="):
        faults.append("does not begin as a page")
    return root, faults


def report(program, folder, *options):
    command = [program, "-C", str(folder), "report", *options, "--format", "html",
               "--lang", "vi"]
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def check_hostile(program, folder, fail):
    options = ("annual", "--year", "2024", "--today", "2025-01-10")
    page = report(program, folder, *options)
    if page != report(program, folder, *options):
        fail("hostile: two runs differ")
    root, faults = faults_of(page)
    for fault in faults:
        fail(f"hostile: {fault}")
    tiles = collections.Counter(
        each.children[0].all_text() for each in root.walk() if "tile" in each.classes())
    names = collections.Counter(plans.unit_name(i) for i in range(plans.UNITS))
    if tiles != names:
        fail(f"hostile: {sum(tiles.values())} tiles, not those of {plans.UNITS} units")
    rows = [each for each in root.walk() if each.tag == "tr" and each.parent.tag == "tbody"
            and "ranks" in each.parent.parent.classes()]
    missing = sum(len(each.children) for ranks in root.walk() if "unranked" in ranks.classes()
                  for each in ranks.children if each.tag == "ul")
    if len(rows) + missing != plans.UNITS:
        fail(f"hostile: {len(rows)} ranked and {missing} not ranked")
    titles = [each.all_text() for each in root.walk() if each.tag == "title"
              and each.parent.tag == "head"]
    if titles != [f"Báo cáo hằng năm, năm 2024: {plans.HOSTILE}"]:
        fail(f"hostile: title {titles}")
    rest = root.all_text().replace(plans.HOSTILE, "")
    for tag in ("{{", "}}"):
        if tag in re.sub(r"(?s)^.*?</style>", "", rest):
            fail(f"hostile: {tag} is left")


def main():
    program, example = sys.argv[1], pathlib.Path(sys.argv[2])
    failed = []

    def fail(text):
        failed.append(text)
        print(text)

    for options in (("annual", "--year", "2024", "--today", "2025-01-10"),
                    ("preliminary", "--today", "2023-12-20"),
                    ("final", "--today", "2026-02-01")):
        page = report(program, example, *options)
        for fault in faults_of(page)[1]:
            fail(f"{options[0]}: {fault}")
        if "minh họa" not in page.split("<section", 1)[0]:
            fail(f"{options[0]}: the top does not say that data are made up")
    with tempfile.TemporaryDirectory() as folder:
        plans.hostile_plan(folder)
        check_hostile(program, folder, fail)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
