"""Texts that people may type and formats may stumble over, and what is left
of them: written down here a second time, to hold against lib/base/plain_text.
"""

import json
import random
import re
import subprocess
import unicodedata

LONG = ("Báo cáo kết quả thực hiện phong trào thi đua, đề nghị khen thưởng; "
        "kèm theo tờ trình, biên bản họp và danh sách trích ngang ")

TEXTS = [
    "", "x", "Xã Mẫu", "Nộp báo cáo", LONG, LONG * 8, "ế" * 300,
    unicodedata.normalize("NFD", LONG * 3), "e" + "\u0302\u0301" * 60,
    "🌾" * 90, "👩🏽‍🌾 ra đồng 👨‍👩‍👧‍👦" * 9, "a;b", "a,b", "a\\b", "\\", "\\\\",
    "\\n", "\\N", "a\\;b\\,c", "a:b", "\"a\" 'b'", "\"", "a=b", "=?UTF-8?B?WA==?=",
    "=?utf-8?q?a?= =?utf-8?q?b?=", "=C3=A3", "a\nb", "a\r\nb", "a\rb", "\n",
    "a\n\n\nb\n", "\na", "a\n b", "a\n\tb", "a\u2028b\u2029c\u0085d\ve\ff",
    "a\nEND:VEVENT\nBEGIN:VEVENT", "a\r\nBcc: x@example.com\r\n\r\nb",
    "Bcc: x@example.com", ".", ".\n.\n", "..", "From a", "a\nFrom b\n>From c",
    " a ", "  ", "a  b", "a \nb\t\n", "\ta", "\u00a0a\u00a0", "\u200b",
    "\ufeffa", "a\0b", "a\x1b[31mb", "\x07\x7f\x9b", "\x1c\x1d\x1e\x1f",
    "100 %", "<b>x</b>", "a@b.vn", "a <b@c.vn>", "(x)", "[x]", "x" * 1000,
    "x " * 500, " ".join(["x" * 60] * 9), "=" * 100, "." * 100, "\u00e3" * 45,
    "x" * 44 + "ã", "x" * 45 + "ã", "?=", "=?", "𝒳" * 40, "\U0010ffff", "\ue000",
]

LINE_END = re.compile("\r\n|[\n\v\f\r\u0085\u2028\u2029]")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def plain_text(text):
    return CONTROL.sub("", LINE_END.sub("\n", text))


def plain_line(text):
    return re.sub("[ \t\n]+", " ", plain_text(text)).strip(" ")


def any_text(rng):
    """One of the list, several in a row, or characters by chance."""
    if rng.random() < 0.6:
        return "".join(rng.choices(TEXTS, k=rng.choice([1, 1, 2, 3])))
    letters = "aăâđêôơư ếộữ;,\\:\"\n\r\t=?.<>@\u0301🌾\u2028\0"
    return "".join(rng.choices(letters, k=rng.randrange(200)))


def answers(program, questions):
    run = subprocess.run([program], input=json.dumps(questions).encode(),
                         stdout=subprocess.PIPE, check=True)
    return json.loads(run.stdout)


def rng_of(seed):
    return random.Random(seed)
