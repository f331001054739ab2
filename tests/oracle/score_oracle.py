#!/usr/bin/env python3
"""Recomputes random score sheets with Python's fractions.

    score_oracle.py PATH_TO_score_cli [--sheets 100000] [--seed 42]

Each sheet goes through the library twice, its criteria in two orders; both
totals must be, to the last digit, what the fractions say.
"""

import argparse
import random
import subprocess
import sys
from fractions import Fraction

BATCH = 10000


def number(rng, least, most):
    kind = rng.randrange(3)
    if kind == 0:
        return Fraction(rng.randint(least, most))
    if kind == 1:
        return Fraction(rng.randint(least * 100, most * 100), 100)
    return Fraction(rng.randint(least * 7, most * 7), rng.choice((3, 7, 9, 11)))


def criterion(rng):
    """A maximum, what is written for the mark, and the share it earns."""
    most = number(rng, 1, 60) + Fraction(1, 7)
    kind = rng.randrange(8)
    if kind == 0:
        return most, "na", None
    if kind <= 2:
        done = rng.random() < 0.7
        return most, "yes" if done else "no", Fraction(int(done))
    share = Fraction(rng.randint(0, 84), 84)
    if rng.random() < 0.5:
        share = Fraction(rng.randint(0, 10), 10)
    return most, str(share), share


def expected(total, equal, criteria):
    """Points over what applies, taken back to the total of the table."""
    points, most = Fraction(0), Fraction(0)
    for maximum, _, share in criteria:
        if share is None:
            continue
        weight = total / len(criteria) if equal else maximum
        points += weight * share
        most += weight
    return str(points * total / most) if most else "none"


def line(total, equal, criteria):
    items = " ".join(f"{maximum}:{mark}" for maximum, mark, _ in criteria)
    return f"{total} {'equal' if equal else 'points'} {items}"


def sheets(rng, count):
    for _ in range(count):
        total = number(rng, 1, 1000) + Fraction(1, 3)
        equal = rng.random() < 0.5
        criteria = [criterion(rng) for _ in range(rng.randint(1, 12))]
        answer = expected(total, equal, criteria)
        yield line(total, equal, criteria), answer
        rng.shuffle(criteria)
        yield line(total, equal, criteria), answer


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--sheets", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=42)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    differences = 0
    for done in range(0, options.sheets, BATCH):
        batch = list(sheets(rng, min(BATCH, options.sheets - done)))
        text = "\n".join(asked for asked, _ in batch) + "\n"
        answers = subprocess.run(
            [options.cli], input=text, capture_output=True, text=True, check=True
        ).stdout.split("\n")
        for (asked, answer), got in zip(batch, answers):
            if got != answer:
                differences += 1
                if differences <= 5:
                    print(f"{asked}\n  expected {answer}\n  got      {got}")
    print(f"{options.sheets} sheets, each in two orders: {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
