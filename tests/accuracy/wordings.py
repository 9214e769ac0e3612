#!/usr/bin/env python3
"""Judges single wordings: how often a row's content is recognised, whoever words it.

  wordings.py [--part development|test] [--differences] [NAME...]      the program is $RASOAT, or build/rasoat

corpus/wordings/PROFILE-ERA.tsv holds the lines of the test part: item, status, heading, text: what the text says of that row of
corpus/rows.tsv when it stands under the heading, or, where the heading is empty, by itself. The development part are the
lines that the rules themselves know, rules/wordings-PROFILE-ERA.xml. Each is put into a small regulation
of its own and judged under the law of its era. Printed for each file and part: of the wordings that are met how many are found
met; of those that are missing, partial or in conflict how many are not taken for met; of the conflicts how many are found.
Figures of the test part must reach the floor in floor.tsv. --differences names what is judged otherwise, of the development
part only. Exit 0, or 1 below the floor. Standard library only.
"""
import argparse
import collections
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
from xml.sax.saxutils import escape

from floor import check_floor

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WORDINGS = ROOT / "corpus" / "wordings"
AS_OF = {"10-2022": "2024-06-01", "02-2017": "2024-06-01", "11-2020": "2024-06-01", "04-2015": "2019-06-01", "34-2007": "2019-06-01",
         "60-2013": "2016-06-01", "149-2018": "2019-06-01", "145-2020": "2022-06-01"}
OWNER = {("enterprise", "10-2022"): "Công ty là doanh nghiệp nhà nước do Nhà nước nắm giữ 100% vốn điều lệ."}
NEUTRAL_HEADING = "Quy định cụ thể"
DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>{}</office:text></office:body></office:document>
"""

Wording = collections.namedtuple("Wording", "item status heading text line")


def read_test(path):
    with open(path, encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Wording(r["item"], r["status"], r["heading"] or "", r["text"], number) for number, r in enumerate(rows, 2)]


def read_known(path):
    known = xml.etree.ElementTree.parse(path).getroot()
    return [Wording(w.get("item"), w.get("status"), w.get("heading", ""), w.text, number) for number, w in enumerate(known, 3)]


def read_part(part):
    """The wordings of a part by name of their file, as commune-10-2022."""
    if part == "test":
        return {path.stem: read_test(path) for path in sorted(WORDINGS.glob("*.tsv"))}
    prefix = "wordings-"
    return {path.stem[len(prefix):]: read_known(path) for path in sorted((ROOT / "rules").glob(prefix + "*.xml"))}


def regulation(wording, owner):
    """A flat ODT regulation of one article that says nothing but the wording."""
    paragraphs = ["QUY CHẾ THỰC HIỆN DÂN CHỦ"]
    if owner:
        paragraphs += ["Điều 1. Phạm vi điều chỉnh", owner]
    paragraphs += [f"Điều {2 if owner else 1}. {wording.heading or NEUTRAL_HEADING}", wording.text]
    return DOCUMENT.format("".join(f"<text:p>{escape(p)}</text:p>" for p in paragraphs))


def findings_of(rasoat, name, documents):
    """For each flat ODT document, judged under the law of a profile and era: its findings by rule; or {"": what became of it}."""
    profile, era = name.split("-", 1)
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, document in enumerate(documents):
            path = os.path.join(folder, f"{number}.fodt")
            pathlib.Path(path).write_text(document, encoding="utf-8")
            paths.append(path)
        run = subprocess.run([rasoat, "worker", "--rules", "rules", "--profile", profile, "--as-of", AS_OF[era]],
                             input="\n".join(paths) + "\n", capture_output=True, text=True, encoding="utf-8", check=True)
    for line in run.stdout.splitlines():
        result = json.loads(line)
        found = {f["rule"]: f for f in result.get("findings") or [] if f["check"] in ("item", "bound")}
        yield found if result["outcome"] == "judged" else {"": {"status": result["outcome"]}}


def measure(rasoat, name, wordings):
    """Counts by (label, given), and the wordings judged otherwise."""
    counts, differences = collections.Counter(), []
    owner = OWNER.get(tuple(name.split("-", 1)))
    documents = [regulation(wording, owner) for wording in wordings]
    for wording, found in zip(wordings, findings_of(rasoat, name, documents)):
        finding = found.get(wording.item) or found.get("")
        given = finding["status"] if finding else "not-applicable"
        counts[wording.status, given] += 1
        if given != wording.status:
            differences.append((name, wording.line, wording.item, wording.status, given, wording.heading, wording.text))
    return counts, differences


def share(counts, is_of, is_right):
    """Of the counts of which is_of(label, given), the share of which is_right(label, given); 1 when there are none."""
    of = sum(n for key, n in counts.items() if is_of(*key))
    right = sum(n for key, n in counts.items() if is_of(*key) and is_right(*key))
    return right / of if of else 1.0


def figures(counts):
    def of(labels, givens):
        return share(counts, lambda label, given: labels(label), lambda label, given: givens(given))
    return {
        "wording-met": of(lambda label: label == "met", lambda given: given == "met"),
        "wording-met-or-review": of(lambda label: label == "met", lambda given: given in ("met", "review")),
        "wording-gap": of(lambda label: label != "met", lambda given: given != "met"),
        "wording-conflict": of(lambda label: label == "conflict", lambda given: given == "conflict"),
    }


def run(description, noun, heads, prefix, measure, figures, options=None, read=read_part):
    """A command that measures every file of wordings and holds the sums to the floor; its exit status.

    noun, heads: of what is measured, and of the columns. prefix: of the names of figures. measure(arguments, rasoat, name,
    wordings) gives counts and the rows judged otherwise; figures(counts) the columns. options(parser) adds options, and gives what
    says whether the arguments measure what the floor is of. read(part) gives the wordings by name; a part without any is left out."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("development", "test"))
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("names", nargs="*", help="files of corpus/wordings, as commune-10-2022; all without")
    is_usual = options(parser) if options else lambda arguments: True
    arguments = parser.parse_args()
    if arguments.differences and arguments.part != "development":
        parser.error("--differences shows the development part only (--part development)")
    os.chdir(ROOT)
    rasoat = os.environ.get("RASOAT", "build/rasoat")
    passed = failed = 0
    for part in [arguments.part] if arguments.part else ["development", "test"]:
        files, total = read(part), collections.Counter()
        if not files:
            continue
        print(f"{part + ' ' + noun:32} {heads}")
        for name, wordings in files.items():
            if arguments.names and name not in arguments.names:
                continue
            counts, differences = measure(arguments, rasoat, name, wordings)
            total += counts
            for row in differences if arguments.differences else ():
                print("\t".join(str(field) for field in row))
            print_figures(name, counts, figures)
        print_figures("all", total, figures)
        if not arguments.names and is_usual(arguments):
            good, bad = check_floor(part, figures(total), prefix)
            passed, failed = passed + good, failed + bad
    print(f"{noun}: {passed} passed, {failed} failed")
    return 1 if failed else 0


def print_figures(name, counts, figures):
    print(f"  {name:30} {sum(counts.values()):5}   " + "   ".join(f"{v:.3f}" for v in figures(counts).values()))


def main():
    return run(__doc__, "wordings", "lines   met   met or review   gap   conflict", "wording-",
               lambda arguments, rasoat, name, wordings: measure(rasoat, name, wordings), figures)


if __name__ == "__main__":
    sys.exit(main())
