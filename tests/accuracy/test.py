#!/usr/bin/env python3
"""Precision and recall of the audit on labelled regulations.

  test.py [--part development|test|unseen] [--differences] [--profile agency]      the program is $RASOAT, or build/rasoat
  test.py --record           writes rules/measured.xml: how each item fared in the test part, by rules that do not doubt themselves

For every NAME.labels.tsv of corpus/ the regulation beside it is checked as of the label's date and each label is compared
with the finding of the same id. Two questions are measured, for groups, for items and for what the provincial resolution demands:

  gap   is something missing, partial or in conflict?   met   is it met?

precision = right yes / all yes of the program, recall = right yes / all yes of the labels. Also the share of statuses that
agree exactly, citations by verdict, and documents by outcome. --part: only the documents that the labels put there; rules
may be tuned on the development part and never on the test and the unseen part, so --differences shows that one alone. Without
--part all are measured, and the figures of each must reach the floor kept in floor.tsv (part, figure, least value), which only
rises.
Exit 0, or 1 below the floor. Standard library only.
"""
import argparse
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

from floor import check_floor

PARTS = ("development", "test", "unseen")
GAPS = {"missing", "partial", "conflict"}
FORMATS = (".docx", ".odt", ".fodt")
HERE = os.path.dirname(os.path.abspath(__file__))


def read_labels(path):
    labels = {"document": {}, "group": {}, "item": {}, "demand": {}, "citation": {}}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            fields = line.rstrip("\n").split("\t") + ["", "", ""]
            if number == 1 or not fields[0] or fields[0].startswith("#"):
                continue
            if fields[0] not in labels:
                raise SystemExit(f"{path}:{number}: unknown kind of label {fields[0]!r}")
            labels[fields[0]][fields[1]] = fields[2]
    return labels


def document_of(label_path):
    base = label_path[: -len(".labels.tsv")]
    for suffix in FORMATS:
        if os.path.exists(base + suffix):
            return base + suffix
    return None


def check(rasoat, path, as_of, profile, rules="rules"):
    command = [rasoat, "check", "--rules", rules, "--format", "jsonl", "--fail-on", "none"]
    if as_of:
        command += ["--as-of", as_of]
    if profile:
        command += ["--profile", profile]
    run = subprocess.run(command + [path], capture_output=True)
    lines = run.stdout.decode("utf-8").splitlines()
    if len(lines) != 1:
        raise SystemExit(f"{path}: rasoat exited {run.returncode}: {run.stderr.decode('utf-8', 'replace')}")
    return json.loads(lines[0])


class Tally:
    """Counts of right and wrong yes for one question."""

    def __init__(self):
        self.right = self.said = self.is_so = 0

    def add(self, said, is_so):
        self.right += said and is_so
        self.said += said
        self.is_so += is_so

    @property
    def precision(self):
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self):
        return self.right / self.is_so if self.is_so else 1.0


class Accuracy:
    def __init__(self):
        self.tallies = defaultdict(Tally)
        self.breakdown = defaultdict(Tally)  # by (what, name, kind, question)
        self.profile = None
        self.agree = Counter()
        self.total = Counter()
        self.by_item = defaultdict(lambda: [0, 0])
        self.review = Counter()
        self.missing = defaultdict(lambda: [0, 0])  # by item: said, rightly said
        self.differences = []
        self.documents = 0

    def compare(self, kind, name, identity, label, given):
        self.total[kind] += 1
        self.agree[kind] += label == given
        if kind in ("item", "demand"):
            self.by_item[identity][0] += 1
            self.by_item[identity][1] += label == given
            if given == "missing":
                self.missing[identity][0] += 1
                self.missing[identity][1] += label in GAPS
        if given == "review":
            self.review[kind] += 1
        for question, said, is_so in (("gap", given in GAPS, label in GAPS), ("met", given == "met", label == "met")):
            self.tallies[kind, question].add(said, is_so)
            if kind in ("group", "item", "demand"):
                self.breakdown["profile", self.profile, kind, question].add(said, is_so)
            if kind == "group":
                self.breakdown["group", identity, kind, question].add(said, is_so)
        if label == "conflict" or given == "conflict":
            self.tallies[kind, "conflict"].add(given == "conflict", label == "conflict")
        if label != given:
            self.differences.append((name, kind, identity, label, given))

    def figures(self):
        result = {}
        for (kind, question), tally in sorted(self.tallies.items()):
            result[f"{kind}-{question}-precision"] = tally.precision
            result[f"{kind}-{question}-recall"] = tally.recall
        for kind in sorted(self.total):
            result[f"{kind}-agreement"] = self.agree[kind] / self.total[kind]
        return result


def compare_document(accuracy, name, labels, result):
    outcome = labels["document"].get("outcome")
    accuracy.compare("document", name, "outcome", outcome, result["outcome"])
    kind = labels["document"].get("kind")
    if kind:
        accuracy.compare("document", name, "kind", kind, (result["error"] or {}).get("code"))
    if outcome != "judged" or result["outcome"] != "judged":
        return
    profile, detected = labels["document"].get("profile", "agency"), result["document"]["profile"]
    if (profile, detected) == ("agency", "school"):  # a school may be labelled by the rows of agencies alone
        detected = "agency"
    accuracy.compare("profile", name, "detected", profile, detected)
    groups = {f["group"]: f["status"] for f in result["findings"] if f["check"] == "section"}
    items = {f["rule"]: f["status"] for f in result["findings"] if f["check"] in ("item", "bound")}
    for identity, label in labels["group"].items():
        accuracy.compare("group", name, identity, label, groups.get(identity, "not-applicable"))
    for kind in ("item", "demand"):
        for identity, label in labels[kind].items():
            accuracy.compare(kind, name, identity, label, items.get(identity, "not-applicable"))
    cited = [f["citation"] for f in result["findings"] if f["check"] == "citation"]
    for identity, label in labels["citation"].items():
        given = [c["verdict"] for c in cited if identity == c["instrument"] or (not c["instrument"] and identity in c["text"])]
        accuracy.compare("citation", name, identity, label, given[0] if given else "absent")


def measure(rasoat, part, profile, rules="rules"):
    accuracy = Accuracy()
    for label_path in sorted(glob.glob("corpus/*.labels.tsv")):
        path = document_of(label_path)
        if not path:
            raise SystemExit(f"{label_path}: no document beside it")
        labels = read_labels(label_path)
        if labels["document"].get("part") != part:
            continue
        given = profile or labels["document"].get("profile")
        if labels["document"].get("outcome") != "judged":
            given = None
        result = check(rasoat, path, labels["document"].get("as-of"), given, rules)
        accuracy.profile = labels["document"].get("profile", "agency")
        compare_document(accuracy, os.path.basename(path), labels, result)
        accuracy.documents += 1
    return accuracy


def record(rasoat):
    """Writes rules/measured.xml from the test part. Measured with rules that have no such file: else an item that asks a
    person would never be found to have become better."""
    with tempfile.TemporaryDirectory() as folder:
        rules = os.path.join(folder, "rules")
        shutil.copytree("rules", rules, ignore=shutil.ignore_patterns("measured.xml"))
        accuracy = measure(rasoat, "test", None, rules)
    with open("rules/measured.xml", "w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<!-- How each item fared in the test part of the corpus. '
                  'Written by tests/accuracy/test.py with the option "record". -->\n<measured>\n')
        for identity, (texts, agreed) in sorted(accuracy.by_item.items()):
            said, right = accuracy.missing[identity]
            out.write(f'  <item id="{identity}" texts="{texts}" agreed="{agreed}" missing-said="{said}" missing-right="{right}"/>\n')
        out.write("</measured>\n")
    print(f"rules/measured.xml: {len(accuracy.by_item)} items of {accuracy.documents} documents")


def report(part, accuracy):
    print(f"{part}: {accuracy.documents} documents, {accuracy.total['group']} group and {accuracy.total['item']} item labels")
    for name, value in accuracy.figures().items():
        print(f"  {name:28} {value:.3f}")
    print(f"  {'':30} gap P   gap R   met P   met R")
    rows = sorted({key[:3] for key in accuracy.breakdown})
    for what, name, kind in rows:
        gap, met = (accuracy.breakdown[what, name, kind, question] for question in ("gap", "met"))
        print(f"  {name + ' ' + kind + 's' if what == 'profile' else name:30}"
              f" {gap.precision:.3f}   {gap.recall:.3f}   {met.precision:.3f}   {met.recall:.3f}")
    print("  review given: " + (", ".join(f"{n} {kind}" for kind, n in sorted(accuracy.review.items())) or "none"))
    worst = sorted((agreed / total, identity, total) for identity, (total, agreed) in accuracy.by_item.items() if agreed < total)
    for share, identity, total in worst[:20]:
        print(f"  worst: {identity:32} {share:.2f} of {total}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--record", action="store_true", help="measure the test part and write rules/measured.xml")
    parser.add_argument("--profile", help="instead of the one in the labels; agency where they name none")
    arguments = parser.parse_args()
    if arguments.differences and arguments.part != "development":
        parser.error("--differences shows the development part only (--part development)")
    os.chdir(os.path.join(HERE, "..", ".."))
    rasoat = os.environ.get("RASOAT", "build/rasoat")
    if arguments.record:
        record(rasoat)
        return 0
    passed = failed = 0
    for part in [arguments.part] if arguments.part else PARTS:
        accuracy = measure(rasoat, part, arguments.profile)
        if arguments.differences:
            for row in accuracy.differences:
                print("\t".join(str(field) for field in row))
        report(part, accuracy)
        good, bad = check_floor(part, accuracy.figures())
        passed, failed = passed + good, failed + bad
    print(f"accuracy: {passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
