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
import collections
import random
import sys
from xml.sax.saxutils import escape

from wordings import DOCUMENT, NEUTRAL_HEADING, OWNER, findings_of, run, share

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
    """A flat ODT regulation of an article for each wording that has text."""
    articles = [("Phạm vi điều chỉnh", owner or "Quy chế này quy định việc thực hiện dân chủ tại đơn vị.")]
    articles += [(wording.heading or NEUTRAL_HEADING, wording.text) for wording in drawn if wording.text]
    paragraphs = ["QUY CHẾ THỰC HIỆN DÂN CHỦ"]
    for number, (heading, text) in enumerate(articles, 1):
        paragraphs += [f"Điều {number}. {heading}", text]
    return DOCUMENT.format("".join(f"<text:p>{escape(p)}</text:p>" for p in paragraphs))


def measure(rasoat, name, wordings, count):
    """Counts and differences, as judge() gives them, of as many mixtures."""
    chance = random.Random(name)
    return judge(rasoat, name, [draw(wordings, chance) for _ in range(count)])


def judge(rasoat, name, mixtures):
    """Counts by (label, given), and (file, item, label, given, quotes, own wording) of what is judged otherwise."""
    owner = OWNER.get(tuple(name.split("-", 1)))
    documents = [regulation(drawn, owner) for drawn in mixtures]
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


def figures(counts):
    return {
        "mixture-met": share(counts, lambda label, given: label == "met", lambda label, given: given == "met"),
        "mixture-conflict-precision": share(counts, lambda label, given: given == "conflict", lambda label, given: label == "conflict"),
        "mixture-conflict-recall": share(counts, lambda label, given: label == "conflict", lambda label, given: given == "conflict"),
    }


def count_option(parser):
    parser.add_argument("--count", type=int, default=COUNT, help="regulations for each file")
    return lambda arguments: arguments.count == COUNT


def main():
    return run(__doc__, "mixtures", " rows   met   conflict precision   recall", "mixture-",
               lambda arguments, rasoat, name, wordings: measure(rasoat, name, wordings, arguments.count), figures, count_option)


if __name__ == "__main__":
    sys.exit(main())
