#!/usr/bin/env python3
"""Judges whole regulations that leave rows out: whether what is not said, or half said, is given met by words of other rows.

  omissions.py [--part development|test] [--differences] [--count N] [NAME...]    the program is $RASOAT, or build/rasoat

Regulations are mixed of known wordings as by mixtures.py, an article a row, but of the rows of each one in six is left out
wholly and one in six half said, by a partial wording where one is known; all others are said by met ones. What becomes of a row in
a regulation depends on nothing but its own wordings, so that new wordings of one row change no other's, and is the same in each
run. Printed for each file and part: of rows left out how many are said missing, or to be looked at (review), and how many at
least not met; of rows half said how many are not said met; of the others how many are met. The first two cannot reach 1: here
and there the wording of one row says another as well. Figures must reach the floor in floor.tsv. --differences names what is
judged otherwise, of the development part only. Exit 0, or 1 below the floor. Standard library only.
"""
import collections
import random
import sys

from mixtures import count_option, judge
from wordings import Wording, run, share

LEFT_OUT = 1 / 6
HALF_SAID = 1 / 6


def draw(wordings, seed):
    """A wording of each row, in the order of their names; that of a row left out is missing and has no text."""
    rows = collections.defaultdict(lambda: {"met": [], "partial": []})
    for wording in wordings:
        if wording.status in ("met", "partial"):
            rows[wording.item][wording.status].append(wording)
    drawn = []
    for item in sorted(rows):
        chance = random.Random(f"{seed} {item}")
        fate = chance.random()
        if fate < LEFT_OUT:
            drawn.append(Wording(item, "missing", "", "", None))
        elif rows[item]["partial"] and (fate < LEFT_OUT + HALF_SAID or not rows[item]["met"]):
            drawn.append(chance.choice(rows[item]["partial"]))
        else:
            drawn.append(chance.choice(rows[item]["met"]))
    return drawn


def measure(rasoat, name, wordings, count):
    return judge(rasoat, name, [draw(wordings, f"{name} {number}") for number in range(count)])


def figures(counts):
    def of(status, is_right):
        return share(counts, lambda label, given: label == status, lambda label, given: is_right(given))
    return {
        "omission-missing": of("missing", lambda given: given in ("missing", "review")),
        "omission-not-met": of("missing", lambda given: given != "met"),
        "omission-half-said": of("partial", lambda given: given != "met"),
        "omission-met": of("met", lambda given: given == "met"),
    }


def main():
    return run(__doc__, "omissions", " rows   left out: missing   not met   half said: not met   met", "omission-",
               lambda arguments, rasoat, name, wordings: measure(rasoat, name, wordings, arguments.count), figures, count_option)


if __name__ == "__main__":
    sys.exit(main())
