#!/usr/bin/env python3
"""The page in a browser: page_test.py THIDUA EXAMPLE

Headless Chromium, at 360 and 1280 px, by day and by night: no script error, no
request, nothing to scroll sideways, text that can be read (WCAG AA). 77 where
Chromium is not there.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request

import plans

SKIPPED = 77

# Contrast of every piece of text with what lies below it, of the text of charts
# also with the zone behind it, and of lines with the paper.
CONTRAST = """
const channel = v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
const parse = text => text.match(/[\\d.]+/g).map(Number);
const light = c => .2126 * channel(c[0]) + .7152 * channel(c[1]) + .0722 * channel(c[2]);
const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
const below = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] === 1) return c; if (c[3] > 0) return [255, 0, 255]; } return [255, 255, 255]; };
const faults = [], say = (e, r) => faults.push(`${r.toFixed(2)} <${e.tagName} class="${e.getAttribute('class')}"> ${e.textContent.slice(0, 40)}`);
let seen = 0;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const e = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || ['TITLE', 'DESC', 'title', 'desc'].includes(e.tagName) || e.closest('.hidden')) continue;
  const style = getComputedStyle(e), svg = e.closest('svg');
  const ink = parse(svg ? style.fill : style.color), size = parseFloat(style.fontSize);
  const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
  const grounds = [below(e)];
  const zone = svg && svg.querySelector('.zone');
  if (zone) grounds.push(parse(getComputedStyle(zone).fill));
  for (const ground of grounds) if (ratio(ink, ground) < least) say(e, ratio(ink, ground));
  ++seen;
}
for (const e of document.querySelectorAll('.chart .line, .chart .limit, .chart .point')) {
  const r = ratio(parse(getComputedStyle(e).stroke), below(e));
  if (r < 3) say(e, r);
}
return [seen, faults];
"""
WIDTHS = """
document.querySelectorAll('details').forEach(e => { if (arguments[0]) e.open = true; });
return [document.documentElement.scrollWidth, document.documentElement.clientWidth];
"""
CHARTS = """
return [...document.querySelectorAll('svg')].filter(e => !(e.getAttribute('aria-hidden') === 'true' ||
  (e.querySelector('title').textContent.trim() && e.querySelector('desc').textContent.trim()))).length;
"""


class Browser:
    def __enter__(self):
        self.driver = subprocess.Popen(["chromedriver", "--port=0"],
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                       text=True)
        for line in self.driver.stdout:
            if port := re.search(r"successfully on port (\d+)", line):
                break
        else:
            raise OSError("chromedriver does not start")
        self.base = f"http://127.0.0.1:{port[1]}/session"
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                     "--disable-dev-shm-usage"]
        options = {"args": arguments, "binary": shutil.which("chromium")}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        try:
            self.base += "/" + self.ask("POST", "", {
                "capabilities": {"alwaysMatch": wanted}})["sessionId"]
        except BaseException:
            self.driver.kill()
            raise
        return self

    def __exit__(self, *_):
        try:
            self.ask("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait()

    def ask(self, method, path, body=None):
        request = urllib.request.Request(
            self.base + path, method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)["value"]

    def devtools(self, command, **parameters):
        return self.ask("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def run(self, script, *arguments):
        return self.ask("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def show(self, page, width, colours, media="screen"):
        self.devtools("Emulation.setEmulatedMedia", media=media,
                      features=[{"name": "prefers-color-scheme", "value": colours}])
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=800,
                      deviceScaleFactor=1, mobile=width < 500)
        self.ask("POST", "/url", {"url": page.as_uri()})

    def complaints(self):
        return [each["message"] for each in self.ask("POST", "/se/log", {"type": "browser"})]


def look_at(browser, page, width, colours, media):
    """What is wrong with one page in one light."""
    browser.show(page, width, colours, media)
    faults = browser.complaints()
    requests = browser.run("return performance.getEntriesByType('resource').length")
    if requests:
        faults.append(f"{requests} requests")
    for open_all in (False, True):
        wide, room = browser.run(WIDTHS, open_all)
        if wide > room or room != width:
            faults.append(f"{wide} px wide in {room}, details open: {open_all}")
    seen, weak = browser.run(CONTRAST)
    if seen < 50:
        faults.append(f"only {seen} pieces of text")
    faults += [f"contrast {each}" for each in weak[:10]]
    if speechless := browser.run(CHARTS):
        faults.append(f"{speechless} charts without words")
    return faults


def pages(program, example, folder):
    """Pages of the example, in both languages, and of a hostile plan."""
    plans.hostile_plan(folder / "plan")
    annual = ("annual", "--year", "2024", "--today", "2025-01-10")
    for name, plan, options in (
            ("annual", example, (*annual, "--lang", "vi")),
            ("final", example, ("final", "--today", "2026-02-01", "--lang", "en")),
            ("hostile", folder / "plan", (*annual, "--lang", "vi"))):
        page = folder / f"{name}.html"
        subprocess.run([program, "-C", plan, "report", *options, "--format", "html",
                        "--to", page], check=True, stdout=subprocess.DEVNULL)
        yield page


def main():
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        print("chromium or chromedriver is not there")
        return SKIPPED
    program, example = sys.argv[1], pathlib.Path(sys.argv[2])
    failed = False
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        for page in pages(program, example, pathlib.Path(folder)):
            for width, colours, media in ((360, "light", "screen"), (360, "dark", "screen"),
                                          (1280, "light", "screen"), (1280, "dark", "screen"),
                                          (1280, "dark", "print")):
                for fault in look_at(browser, page, width, colours, media):
                    print(f"{page.stem}, {width} px, {colours}, {media}: {fault}")
                    failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
