#!/usr/bin/env python3
"""Letters and addresses, as Python's email package reads them.

    check_letters.py PATH_TO_post_cli [--letters 1500] [--seed 5322]

Names, subject, body and addresses must come back as they went in, and there
are just the header fields that belong there, whatever the texts are.  And the
bytes themselves: ASCII, the line ends asked for, no line longer than 76.
"""

import argparse
import base64
import datetime
import email
import email.policy
import email.utils
import re
import sys
from email.header import decode_header, make_header

from hostile import TEXTS, answers, any_text, plain_line, plain_text, rng_of

FIELDS = ["Date", "From", "To", "Reply-To", "Subject", "Message-ID",
          "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
          "Auto-Submitted"]
EMAILS = ["a@b.vn", "xa-mau@example.vn", "first.last+tag@mail.example.gov.vn",
          "o'hara@example.com", "x" * 64 + "@" + "y" * 40 + ".example.vn"]
WORD = re.compile(r"=\?UTF-8\?B\?([A-Za-z0-9+/]+=*)\?=")


def letter(rng, text=None):
    def some():
        return any_text(rng) if text is None else text

    def address():
        return {"name": some(), "email": rng.choice(EMAILS)}

    day = datetime.date(2000, 1, 1) + datetime.timedelta(rng.randrange(50000))
    return {"from": address(), "to": address(),
            "reply_to": rng.choice([None, address()]), "subject": some(),
            "body": some(), "message_id": some() or "x",
            "date": day.isoformat(), "crlf": rng.random() < 0.5}


def faults_of_bytes(given, text):
    end = "\r\n" if given["crlf"] else "\n"
    if not text.isascii() or re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text):
        yield "more than plain ASCII"
    if text.count("\n") != text.count(end) or ("\r" in text) != given["crlf"]:
        yield "other line ends"
    for line in text.split(end):
        longest = 998 if line.startswith("Message-ID: ") else 76
        # An address alone cannot be cut.
        if len(line) > longest and not re.search(r"^(\S+:)? <?\S+>?$", line):
            yield f"a line of {len(line)}: {line!r}"
    body = text.split(end * 2, 1)[1]
    for line in body.split(end):
        if line == "." or line.startswith("From ") or line[-1:] in (" ", "\t"):
            yield f"a line that will not arrive: {line!r}"
    for word in WORD.finditer(text.split(end * 2, 1)[0]):
        if len(word[0]) > 75:
            yield f"a long encoded word: {word[0]!r}"
        try:
            base64.b64decode(word[1], validate=True).decode()
        except ValueError as error:
            yield f"an encoded word {word[0]!r}: {error}"


def people(header):
    """The header as it is written; the package's newer way to read it keeps
    the spaces between encoded words in names."""
    return [(str(make_header(decode_header(name))), address)
            for name, address in email.utils.getaddresses([header])]


def wanted_person(given):
    return [(plain_line(given["name"]), given["email"])]


def wanted_body(given):
    text = plain_text(given["body"])
    return text if text.endswith("\n") or not text else text + "\n"


def faults_of(given, text):
    yield from faults_of_bytes(given, text)
    message = email.message_from_bytes(text.encode(),
                                       policy=email.policy.default)
    raw = email.message_from_bytes(text.encode())
    fields = [field for field in FIELDS if field != "Reply-To" or
              given["reply_to"]]
    found = {"fields": message.keys(), "subject": str(message["Subject"]),
             "from": people(raw["From"]), "to": people(raw["To"]),
             "body": message.get_content().replace("\r\n", "\n"),
             "date": message["Date"].datetime.isoformat(),
             "auto": message["Auto-Submitted"],
             "type": message.get_content_type(), "defects": message.defects}
    wanted = {"fields": fields, "subject": plain_line(given["subject"]),
              "from": wanted_person(given["from"]),
              "to": wanted_person(given["to"]), "body": wanted_body(given),
              "date": given["date"] + "T00:00:00+07:00",
              "auto": "auto-generated", "type": "text/plain", "defects": []}
    if given["reply_to"]:
        found["reply_to"] = people(raw["Reply-To"])
        wanted["reply_to"] = wanted_person(given["reply_to"])
    for key, value in wanted.items():
        if found[key] != value:
            yield f"{key}: {found[key]!r}, not {value!r}"
    for field in fields:
        if message[field].defects:
            yield f"{field}: {message[field].defects}"
    domain = given["from"]["email"].split("@")[1]
    if not re.fullmatch(rf"<[A-Za-z0-9_-]+@{re.escape(domain)}>",
                        message["Message-ID"]):
        yield f"Message-ID: {message['Message-ID']!r}"


def addresses(rng, count):
    pieces = ["a", "b.c", "đ", "@", "@b.vn", "a@b.vn", "<", ">", "\"", "\\",
              "\\\"", ",", ";", ":", " ", ".", "-", "\n", "\t", "\0", "(x)",
              "Tên", "<a@b.vn>", "[1.2.3.4]", "..", "'", "x" * 70]
    for _ in range(count):
        yield "".join(rng.choices(pieces, k=rng.randrange(1, 7)))
    for text in TEXTS:
        yield f"{text} <a@b.vn>"
        yield text + "@b.vn"


def faults_of_address(text, parsed):
    """Who is taken is who Python takes; an address alone is never missed."""
    if parsed is None:
        if re.fullmatch(r"\w+(\.\w+)*@b\.vn", text, re.ASCII) and \
                len(text) <= 64:
            yield f"{text!r} is refused"
        return
    ours = tuple(parsed)
    theirs = email.utils.getaddresses([text])
    if "(" not in text and theirs != [ours]:
        yield f"{text!r} is {theirs} for Python, {ours} for us"
    if re.search("[\x00-\x1f\x7f]", text):
        yield f"{text!r} has a control character and is taken"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--letters", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=5322)
    args = parser.parse_args()
    rng = rng_of(args.seed)
    given = [letter(rng, text) for text in TEXTS]
    given += [letter(rng) for _ in range(args.letters - len(given))]
    texts = list(addresses(rng, 5000))
    written = answers(args.program, [{"letter": each} for each in given] +
                      [{"address": text} for text in texts])
    faults = [fault for each, text in zip(given, written)
              for fault in faults_of(each, text)]
    parsed = written[len(given):]
    faults += [fault for text, address in zip(texts, parsed)
               for fault in faults_of_address(text, address)]
    ids = {re.search("\nMessage-ID: (<.*)@", text)[1]
           for text in written[:len(given)]}
    if len(ids) != len({each["message_id"] for each in given}):
        faults.append("two letters with the same Message-ID")
    print(*faults[:20], sep="\n")
    print(f"{len(given)} letters, {len(texts)} addresses of which "
          f"{sum(each is not None for each in parsed)} are taken: "
          f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
