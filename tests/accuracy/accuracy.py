#!/usr/bin/env python3
"""Precision and recall of the audit on labelled regulations.

  accuracy.py RASOAT RULES CORPUS [--part development|test] [--floor FILE] [--differences] [--profile agency]

For every NAME.labels.tsv of CORPUS the regulation beside it is checked as of the label's date and each label is compared
with the finding of the same id. Two questions are measured, for groups and for items:

  gap   is something missing, partial or in conflict?   met   is it met?

precision = right yes / all yes of the program, recall = right yes / all yes of the labels. Also the share of statuses that
agree exactly, citations by verdict, and documents by outcome. --part: only the documents that the labels put there; rules
may be tuned on the development part and never on the test part, so --differences refuses the test part. --floor FILE: lines "name value"; a figure below its value
fails. Exit 0, 1 below a floor, 2 cannot run. Standard library only.
"""
import argparse
import glob
import json
import os
import subprocess
import sys
from collections import Counter, defaultdict

GAPS = {"missing", "partial", "conflict"}
FORMATS = (".docx", ".odt", ".fodt")


def read_labels(path):
    labels = {"document": {}, "group": {}, "item": {}, "citation": {}}
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


def check(rasoat, rules, path, as_of, profile):
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
        self.agree = Counter()
        self.total = Counter()
        self.by_item = defaultdict(lambda: [0, 0])
        self.review = Counter()
        self.differences = []

    def compare(self, kind, name, identity, label, given):
        self.total[kind] += 1
        self.agree[kind] += label == given
        if kind == "item":
            self.by_item[identity][0] += 1
            self.by_item[identity][1] += label == given
        if given == "review":
            self.review[kind] += 1
        self.tallies[kind, "gap"].add(given in GAPS, label in GAPS)
        self.tallies[kind, "met"].add(given == "met", label == "met")
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
    groups = {f["group"]: f["status"] for f in result["findings"] if f["check"] == "section"}
    items = {f["rule"]: f["status"] for f in result["findings"] if f["check"] in ("item", "bound")}
    for identity, label in labels["group"].items():
        accuracy.compare("group", name, identity, label, groups.get(identity, "not-applicable"))
    for identity, label in labels["item"].items():
        accuracy.compare("item", name, identity, label, items.get(identity, "absent"))
    cited = [f["citation"] for f in result["findings"] if f["check"] == "citation"]
    for identity, label in labels["citation"].items():
        given = [c["verdict"] for c in cited if identity == c["instrument"] or (not c["instrument"] and identity in c["text"])]
        accuracy.compare("citation", name, identity, label, given[0] if given else "absent")


def read_floor(path):
    floor = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                name, value = line.split()
                floor[name] = float(value)
    return floor


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rasoat")
    parser.add_argument("rules")
    parser.add_argument("corpus")
    parser.add_argument("--part", choices=("development", "test"))
    parser.add_argument("--floor")
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--profile")
    arguments = parser.parse_args()
    if arguments.differences and arguments.part != "development":
        parser.error("--differences shows the development part only (--part development)")
    accuracy = Accuracy()
    documents = 0
    for label_path in sorted(glob.glob(os.path.join(arguments.corpus, "*.labels.tsv"))):
        path = document_of(label_path)
        if not path:
            raise SystemExit(f"{label_path}: no document beside it")
        labels = read_labels(label_path)
        if arguments.part and labels["document"].get("part") != arguments.part:
            continue
        profile = arguments.profile if labels["document"].get("outcome") == "judged" else None
        result = check(arguments.rasoat, arguments.rules, path, labels["document"].get("as-of"), profile)
        compare_document(accuracy, os.path.basename(path), labels, result)
        documents += 1
    if documents == 0:
        raise SystemExit(f"{arguments.corpus}: no labels here")
    if arguments.differences:
        for row in accuracy.differences:
            print("\t".join(str(field) for field in row))
    figures = accuracy.figures()
    print(f"{documents} documents, " + ", ".join(f"{n} {kind} labels" for kind, n in sorted(accuracy.total.items())))
    for name, value in figures.items():
        print(f"  {name:28} {value:.3f}")
    print("  review given: " + (", ".join(f"{n} {kind}" for kind, n in sorted(accuracy.review.items())) or "none"))
    worst = sorted((agreed / total, identity, total) for identity, (total, agreed) in accuracy.by_item.items() if agreed < total)
    for share, identity, total in worst[:20]:
        print(f"  worst: {identity:32} {share:.2f} of {total}")
    below = [] if not arguments.floor else [
        (name, value, figures.get(name, 0.0)) for name, value in read_floor(arguments.floor).items() if figures.get(name, 0.0) < value]
    for name, value, given in below:
        print(f"BELOW FLOOR: {name} is {given:.3f}, the floor is {value:.3f}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
