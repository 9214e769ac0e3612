#!/usr/bin/env python3
"""Judges lines that take away what the law gives, each by a device of its own, and lawful ones that only look like it.

  refusals.py [NAME...]      the program is $RASOAT, or build/rasoat

corpus/refusals/PROFILE-ERA.tsv holds the lines, as corpus/wordings does. Half of them take something away, most politely and in
ordinary words, so that a hasty reader would nod; the others say the whole row, with conditions, exceptions and prohibitions that the
law allows. No rule learns from them, nor is tuned on them. Printed for each file: of those that take away how many are found to be
in conflict, and how many are at least not met; of the lawful ones how many are met, and how many are not taken for conflicts.
The sums must reach the floor in floor.tsv. Exit 0, or 1 below the floor. Standard library only.
"""
import sys

from wordings import ROOT, measure, read_test, run, share

REFUSALS = ROOT / "corpus" / "refusals"


def read_part(part):
    return {path.stem: read_test(path) for path in sorted(REFUSALS.glob("*.tsv"))} if part == "test" else {}


def figures(counts):
    def of(label, is_right):
        return share(counts, lambda labelled, given: labelled == label, lambda labelled, given: is_right(given))
    return {
        "refusal-conflict": of("conflict", lambda given: given == "conflict"),
        "refusal-not-met": of("conflict", lambda given: given != "met"),
        "lawful-met": of("met", lambda given: given == "met"),
        "lawful-not-conflict": of("met", lambda given: given != "conflict"),
    }


def main():
    return run(__doc__, "refusals", "lines   conflict   not met   lawful: met   no conflict", ("refusal-", "lawful-"),
               lambda arguments, rasoat, name, wordings: measure(rasoat, name, wordings), figures, read=read_part)


if __name__ == "__main__":
    sys.exit(main())
