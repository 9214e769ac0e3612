#!/usr/bin/env python3
"""The same document in other clothes gets the same findings: every regulation of the corpus is built again in each dress of
dresses.py, and the statuses of its groups and items must be those of the plain file.

  test.py [--dress NAME]... [--differences] [NAME...]      the program is $RASOAT, or build/rasoat

Prints for each dress how many documents wear it and how many statuses stay the same; exit 1 when the share is less than
dresses.py asks for. Under sanitizers only a handful of files is dressed, and only dresses that must change nothing can fail.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "corpus"))
import docx_writer  # noqa: E402
import make  # noqa: E402
import markup  # noqa: E402
import odt_writer  # noqa: E402
from dresses import DRESSES  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FEW = ("complete-hospital", "auto-numbered", "tables", "conflicts", "abbreviations", "soe-water")
OUTCOME = ("outcome", "")  # stands for all findings of what was not judged


def build(source):
    """(suffix, bytes) of a source in its format."""
    suffix = source.settings["format"]
    if suffix == "docx":
        return suffix, make.package(docx_writer.members(source))
    if suffix == "odt":
        return suffix, make.package(odt_writer.members(source))
    return suffix, odt_writer.flat(source).encode("utf-8")


def labels(name):
    """The document facts of a label file."""
    rows = [line.split("\t") for line in (ROOT / "corpus" / f"{name}.labels.tsv").read_text(encoding="utf-8").splitlines()]
    return {row[1]: row[2] for row in rows if row[0] == "document"}


def statuses(rasoat, profile, as_of, names):
    """For each file the statuses of its groups and items, by (check, rule); its outcome by OUTCOME when it was not judged."""
    run = subprocess.run([rasoat, "worker", "--rules", "rules", "--profile", profile, "--as-of", as_of],
                         input="\n".join(names) + "\n", capture_output=True, text=True, encoding="utf-8", check=True)
    for line in run.stdout.splitlines():
        result = json.loads(line)
        yield {("group" if f["check"] == "section" else "item", f["rule"]): f["status"]
               for f in result.get("findings") or [] if f["check"] in ("section", "item", "bound")} or {OUTCOME: result["outcome"]}


def dressed(source, chosen):
    """(dress, source) for the plain source and each dress that fits it."""
    yield "plain", source
    for name in chosen:
        other = DRESSES[name][0](source)
        if other:
            yield name, other


def compare(dress, plain, given):
    """(same, total, what differs) of one document."""
    kept = [key for key in plain if DRESSES[dress][1] == "all" or key[0] == "group"]
    different = [(*key, plain[key], given.get(key, given.get(OUTCOME, "absent"))) for key in kept if given.get(key) != plain[key]]
    return len(kept) - len(different), len(kept), different


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dress", action="append", choices=list(DRESSES))
    parser.add_argument("--differences", action="store_true", help="name each status that changed (development part only)")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    os.chdir(ROOT)
    rasoat = os.environ.get("RASOAT", "build/rasoat")
    names = arguments.names or (FEW if os.environ.get("SANITIZE") else
                                sorted(p.stem for p in (ROOT / "tests/corpus/sources").glob("*.txt")))
    chosen = arguments.dress or list(DRESSES)
    same, total, worn = dict.fromkeys(chosen, 0), dict.fromkeys(chosen, 0), dict.fromkeys(chosen, 0)
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            facts = labels(name)
            if facts.get("outcome") != "judged":
                continue
            source = markup.parse(name, (ROOT / f"tests/corpus/sources/{name}.txt").read_text(encoding="utf-8"))
            dresses, files = [], []
            for dress, other in dressed(source, chosen):
                suffix, data = build(other)
                files.append(os.path.join(folder, f"{name}-{dress}.{suffix}"))
                pathlib.Path(files[-1]).write_bytes(data)
                dresses.append(dress)
            plain, *others = statuses(rasoat, facts["profile"], facts["as-of"], files)
            for dress, given in zip(dresses[1:], others):
                kept, count, different = compare(dress, plain, given)
                same[dress], total[dress], worn[dress] = same[dress] + kept, total[dress] + count, worn[dress] + 1
                if arguments.differences and facts.get("part") == "development":
                    for row in different:
                        print("\t".join((name, dress, *row)))
    failed = 0
    for dress in chosen:
        least = DRESSES[dress][2]
        bad = same[dress] < least * total[dress] and (least == 1 or len(names) > len(FEW))
        failed += bad
        print(f"{dress:20} {worn[dress]:3} documents  {same[dress]:5} of {total[dress]:5} statuses the same"
              + (f"  TOO FEW: at least {least:.1%}" if bad else ""))
    print(f"clothes: {len(chosen) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
