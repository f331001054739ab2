#!/usr/bin/env python3
"""Compare Exact with Python's fractions on random sheets.

    exact_oracle.py PATH_TO_exact_cli [--sheets 100000] [--seed 2021]

A sheet is what an office adds up: points with a decimal comma, sevenths,
shares of a maximum, quotients, and values that 64 bits do not hold.  Each
sheet is summed in several orders, rounded, floored, compared and divided;
what exact_cli answers must be, to the letter, what the fractions say.
"""

import argparse
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

BATCH = 5000
INT64 = 2**63


def decimal(rng):
    """Points as people type them: 86,25 or 86.25."""
    places = rng.randint(0, 4)
    thousandths = rng.randint(-(10**5), 10**6)
    digits = str(abs(thousandths)).rjust(places + 1, "0")
    text = digits
    if places:
        text = digits[:-places] + rng.choice(".,") + digits[-places:]
    sign = "-" if thousandths < 0 else ""
    return sign + text, Fraction(thousandths, 10**places)


def seventh(rng):
    above, below = rng.randint(-1000, 1000), rng.choice((3, 7, 9, 11, 13, 49))
    return f"{above}/{below}", Fraction(above, below)


def huge(rng):
    above = rng.randint(-(10**29), 10**29)
    below = rng.choice((1, 1, 7, 2**40 + 15, 10**18 + 9, 2**70 + 25))
    return f"{above}/{below}", Fraction(above, below)


def edge(rng):
    """Where 64 bits end."""
    above = rng.choice((-INT64, INT64, -1, 1)) + rng.randint(-2, 2)
    below = rng.choice((1, 1, 2, 3, INT64 - 1, INT64))
    return f"{above}/{below}", Fraction(above, below)


def share(rng):
    """A share of the most points: 60 % of 7,5."""
    percent, most = rng.randint(0, 150), decimal(rng)
    return (f"{percent}/100 {most[0]} *",
            Fraction(percent, 100) * most[1])


def quotient(rng):
    """As the poor among the households."""
    part, whole = decimal(rng), rng.randint(1, 10**5)
    return f"{part[0]} {whole} /", part[1] / whole


COMMON = (decimal, decimal, decimal, seventh, share, quotient)
RARE = COMMON + (huge, edge)


def points(rng):
    kinds = RARE if rng.random() < 0.15 else COMMON
    found = [rng.choice(kinds)(rng) for _ in range(rng.randint(2, 6))]
    if rng.random() < 0.05:
        # A value and its opposite: sums leave 64 bits and come back.
        text, value = huge(rng)
        found += [(text, value), (f"{text} neg", -value)]
    return found


def summed(items):
    return items[0] + "".join(f" {item} +" for item in items[1:])


def nearest(value, scale):
    """A half away from zero."""
    whole = (abs(value) * scale * 2 + 1) // 2
    return Fraction(whole if value >= 0 else -whole, scale)


def plain(value):
    hundredths = nearest(value, 100) * 100
    digits = str(abs(hundredths.numerator)).rjust(3, "0")
    places = digits[-2:].rstrip("0")
    sign = "-" if hundredths < 0 else ""
    return sign + digits[:-2] + ("." + places if places else "")


def sign_of(value):
    return (value > 0) - (value < 0)


def make_sheet(rng):
    """A program for exact_cli and the line it must answer."""
    items = points(rng)
    texts = [text for text, _ in items]
    total = sum((value for _, value in items), Fraction())
    orders = [summed(texts), summed(texts[::-1])]
    rng.shuffle(texts)
    orders.append(summed(texts))
    other_text, other = rng.choice(items)
    half = Fraction(rng.randint(-(10**6), 10**6) * 2 + 1, 200)

    program = orders + ["first plain", f"first {orders[-1]} cmp"]
    answers = [plain(total)] + [total] * len(orders) + [0]
    program += [f"first {other_text} cmp", f"{other_text} first cmp"]
    answers += [sign_of(total - other), sign_of(other - total)]
    program += ["first round", f"{half} round", "first floor",
                f"first {other_text} -", f"first {other_text} *"]
    answers += [nearest(total, 100), nearest(half, 100), total // 1,
                total - other, total * other]
    if other != 0:
        program.append(f"first {other_text} /")
        answers.append(total / other)
    return " ".join(program), " ".join(map(str, answers))


def count_differences(exact_cli, sheets):
    """Shows the first few of them, too."""
    done = subprocess.run([exact_cli], capture_output=True, text=True,
                          input="".join(f"{sheet[0]}\n" for sheet in sheets),
                          check=False)
    answers = [line.rstrip() for line in done.stdout.splitlines()]
    if done.returncode != 0 or len(answers) != len(sheets):
        sys.exit(f"exact_cli: status {done.returncode}, {len(sheets)} sheets, "
                 f"{len(answers)} answers: {done.stderr}")
    wrong = [(program, expected, answer)
             for (program, expected), answer in zip(sheets, answers)
             if answer != expected]
    for program, expected, answer in wrong[:3]:
        print(f"sheet:    {program}\nexpected: {expected}\n"
              f"answered: {answer}\n")
    return len(wrong)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exact_cli")
    parser.add_argument("--sheets", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=2021)
    options = parser.parse_args()

    rng = random.Random(options.seed)
    differences = 0
    # The next sheets are made while exact_cli works on the last.
    with ThreadPoolExecutor(max_workers=1) as worker:
        waiting = None
        for start in range(0, options.sheets, BATCH):
            sheets = [make_sheet(rng)
                      for _ in range(min(BATCH, options.sheets - start))]
            if waiting:
                differences += waiting.result()
            waiting = worker.submit(count_differences, options.exact_cli,
                                    sheets)
        differences += waiting.result() if waiting else 0
    print(f"{options.sheets} sheets, {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
