#!/usr/bin/env python3
"""Judges whole regulations that are mixed of known wordings: whether one row's words are taken for another's.

  mixtures.py [--part development|test] [--differences] [--count N] [NAME...]    the program is $RASOAT, or build/rasoat

Each regulation says every row of a profile and era once, an article a row: a wording of the row drawn at random (from the
wordings of the part, as wordings.py has them), of which one in six is in conflict with the law where such are known, and the
others are met. Nothing is missing from it, and what it breaks is known: any other gap or conflict was told from words that are
about something else. Draws are the same in each run. Printed for each file and part: of what is met how much is found met; of
the conflicts found how many are there, and of those that are there how many are found. Figures must reach the floor in
floor.tsv. --differences names what is judged otherwise, of the development part only. Exit 0, or 1 below the floor. Standard
library only.
"""
import argparse
import collections
import os
import random
import sys
from xml.sax.saxutils import escape

from floor import check_floor
from wordings import DOCUMENT, NEUTRAL_HEADING, OWNER, ROOT, findings_of, read_part

CONFLICTS = 1 / 6
COUNT = 24


def draw(wordings, chance):
    """A wording of each row, in the order of their names."""
    rows = collections.defaultdict(lambda: {"met": [], "conflict": []})
    for wording in wordings:
        if wording.status in ("met", "conflict"):
            rows[wording.item][wording.status].append(wording)
    drawn = []
    for item in sorted(rows):
        met, conflicts = rows[item]["met"], rows[item]["conflict"]
        if met or conflicts:
            drawn.append(chance.choice(conflicts if conflicts and (not met or chance.random() < CONFLICTS) else met))
    return drawn


def regulation(drawn, owner):
    """A flat ODT regulation of an article for each wording."""
    articles = [("Phạm vi điều chỉnh", owner or "Quy chế này quy định việc thực hiện dân chủ tại đơn vị.")]
    articles += [(wording.heading or NEUTRAL_HEADING, wording.text) for wording in drawn]
    paragraphs = ["QUY CHẾ THỰC HIỆN DÂN CHỦ"]
    for number, (heading, text) in enumerate(articles, 1):
        paragraphs += [f"Điều {number}. {heading}", text]
    return DOCUMENT.format("".join(f"<text:p>{escape(p)}</text:p>" for p in paragraphs))


def measure(rasoat, name, wordings, count):
    """Counts by (label, given), and (item, label, given, quotes, own wording) of what is judged otherwise."""
    profile, era = name.split("-", 1)
    chance = random.Random(name)
    mixtures = [draw(wordings, chance) for _ in range(count)]
    documents = [regulation(drawn, OWNER.get((profile, era))) for drawn in mixtures]
    counts, differences = collections.Counter(), []
    for drawn, found in zip(mixtures, findings_of(rasoat, name, documents)):
        for wording in drawn:
            finding = found.get(wording.item)
            given = finding["status"] if finding else "not-applicable"
            counts[wording.status, given] += 1
            if given != wording.status:
                quotes = " / ".join(e["quote"] for e in finding["evidence"][:3]) if finding else ""
                differences.append((name, wording.item, wording.status, given, quotes, wording.text))
    return counts, differences


def share(right, of):
    return right / of if of else 1.0


def figures(counts):
    found = sum(n for (_, given), n in counts.items() if given == "conflict")
    there = sum(n for (label, _), n in counts.items() if label == "conflict")
    met = sum(n for (label, _), n in counts.items() if label == "met")
    return {
        "mixture-met": share(counts["met", "met"], met),
        "mixture-conflict-precision": share(counts["conflict", "conflict"], found),
        "mixture-conflict-recall": share(counts["conflict", "conflict"], there),
    }


def print_figures(name, counts):
    print(f"  {name:30} {sum(counts.values()):5}   " + "   ".join(f"{v:.3f}" for v in figures(counts).values()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("development", "test"))
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--count", type=int, default=COUNT, help="regulations for each file")
    parser.add_argument("names", nargs="*", help="files of corpus/wordings, as commune-10-2022; all without")
    arguments = parser.parse_args()
    if arguments.differences and arguments.part != "development":
        parser.error("--differences shows the development part only (--part development)")
    os.chdir(ROOT)
    rasoat = os.environ.get("RASOAT", "build/rasoat")
    passed = failed = 0
    for part in [arguments.part] if arguments.part else ["development", "test"]:
        total = collections.Counter()
        print(f"{part + ' mixtures':32}  rows   met   conflict precision   recall")
        for name, wordings in read_part(part).items():
            if arguments.names and name not in arguments.names:
                continue
            counts, differences = measure(rasoat, name, wordings, arguments.count)
            total += counts
            for row in differences if arguments.differences else ():
                print("\t".join(row))
            print_figures(name, counts)
        print_figures("all", total)
        if not arguments.names and arguments.count == COUNT:
            good, bad = check_floor(part, figures(total), "mixture-")
            passed, failed = passed + good, failed + bad
    print(f"mixtures: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
