#!/usr/bin/env python3
"""Golden cases: what the program reads and finds in every file of the corpus but those that nobody is to see
(part "unseen"), compared with what is kept here.

  test.py [--update]          the program is $RASOAT, or build/rasoat

For each document three small texts are kept: NAME.text (rasoat text --layers), NAME.outline (rasoat outline) and
NAME.findings (one line a finding: rule, status, addresses of its evidence). --update writes them anew; the change is then
reviewed with git diff. Exit 0, or 1 when something differs. Standard library only.
"""
import argparse
import difflib
import json
import os
import subprocess
import sys

FORMATS = (".docx", ".odt", ".fodt")
HERE = os.path.dirname(os.path.abspath(__file__))


def run(command):
    return subprocess.run(command, capture_output=True).stdout.decode("utf-8")


def label_of(path, fact, otherwise):
    """What the labels beside a document say of it as a whole; otherwise: where they say nothing."""
    labels = os.path.splitext(path)[0] + ".labels.tsv"
    if os.path.exists(labels):
        with open(labels, encoding="utf-8") as lines:
            for line in lines:
                fields = line.rstrip("\n").split("\t")
                if fields[:2] == ["document", fact]:
                    return fields[2]
    return otherwise


def findings_text(json_line):
    result = json.loads(json_line)
    document = result["document"] or {}
    lines = [f"outcome\t{result['outcome']}\t{(result['error'] or {}).get('code', '')}"]
    lines += [f"{key}\t{document.get(key)}" for key in ("title", "unit", "profile", "number", "issued")]
    lines += [f"components\t{','.join(document.get('components') or [])}"]
    lines += [f"warning\t{warning['code']}" for warning in document.get("warnings") or []]
    if result["outcome"] == "judged":
        lines.append(f"verdict\t{result['summary']['verdict']}")
    for finding in result["findings"] or []:
        name = finding["citation"]["instrument"] or finding["citation"]["text"] if finding.get("citation") else finding["rule"]
        places = "; ".join(evidence["address"] for evidence in finding["evidence"])
        lines.append("\t".join((name, finding["status"], places)))
    return "\n".join(lines) + "\n"


def texts_of(rasoat, path):
    check = [rasoat, "check", "--rules", "rules", "--format", "jsonl", "--fail-on", "none", "--as-of",
             label_of(path, "as-of", "2026-01-01"), path]
    return {
        "text": run([rasoat, "text", "--layers", path]),
        "outline": run([rasoat, "outline", path]),
        "findings": findings_text(run(check)),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="keep what the program says now")
    arguments = parser.parse_args()
    os.chdir(os.path.join(HERE, "..", ".."))
    rasoat = os.environ.get("RASOAT", "build/rasoat")
    passed = failed = 0
    for name in sorted(os.listdir("corpus")):
        path = os.path.join("corpus", name)
        if not name.endswith(FORMATS) or label_of(path, "part", "") == "unseen":
            continue
        for kind, text in texts_of(rasoat, path).items():
            golden = os.path.join("tests", "golden", f"{name}.{kind}")
            if arguments.update:
                with open(golden, "w", encoding="utf-8") as file:
                    file.write(text)
            with open(golden, encoding="utf-8") as file:
                expected = file.read()
            if text == expected:
                passed += 1
                continue
            failed += 1
            sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), text.splitlines(True), golden, "now", n=1))
    print(f"golden: {passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
