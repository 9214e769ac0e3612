#!/usr/bin/env python3
"""Every attack of attacks.tsv: the program answers with the code that stands there, under the memory and processor time
that stand there; of the time a machine that is slower, or busy, has as many times more. There is an attack of every kind
below, and one for every limit of SECURITY.md that a file can reach in the time of a test.

usage: test.py [-v] [NAME…]   -v: what each took
"""
import json
import os
import re
import resource
import sys
import tempfile
import time
import zlib

import attacks
import judging
from packages import ROOT

RASOAT = os.environ.get("RASOAT", os.path.join(ROOT, "build", "rasoat"))
SANITIZED = bool(os.environ.get("SANITIZE"))
MOST_SECONDS = 120 if SANITIZED else 20
SECONDS_TO_COMPRESS = 0.25  # what slowness() takes on the machine of the table
KINDS = {
    # packages
    "nested packages", "overlapping entries", "lies in the declared size", "compression ratio", "quine", "100,000 entries",
    "duplicate names", "absolute names", "../ names", "ZIP64 lies", "truncated central directory", "entries that cannot be read",
    # XML
    "billion laughs", "external entities", "document type of any kind", "a million attributes", "depth of 100,000",
    # size
    "size of the file", "size of all parts", "a paragraph of 500 MB", "long paragraphs", "a million empty paragraphs",
    "tables nested 10,000 deep",
    # styles and numbers
    "names of one hash", "cyclic styles", "cyclic list references", "numbering levels out of range", "numbers at INT_MAX",
    "numbers of a megabyte",
    "as many as may be of one thing",
    # letters
    "invalid UTF-8", "invalid UTF-16", "lone surrogates", "NUL bytes", "zero-width abuse", "bidi abuse", "homoglyphs in headings",
    "marks on one letter",
    # what takes more than its length in time
    "backtracking against every rule", "backtracking against citations", "growth of the outline", "growth of the sections",
    "growth of the checks of form",
}
# limits that take too long to reach here, or are of a worker alone, and what reaches them
ELSEWHERE = {"limit-time": "tests/unit/test_limits.c", "limit-memory": "tests/batch/test.py"}
TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "attacks.tsv")


def table():
    with open(TABLE, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def check_table(rows):
    """What the table leaves out."""
    if {row["attack"] for row in rows} != set(attacks.ATTACKS):
        yield "attacks.tsv and attacks.py name different attacks"
    kinds = {row["against"] for row in rows}
    for kind in sorted(KINDS ^ kinds):
        yield f"no attack of the kind “{kind}”" if kind in KINDS else f"unknown kind “{kind}”"
    with open(os.path.join(ROOT, "SECURITY.md"), encoding="utf-8") as file:
        limits = set(re.findall(r"^\|.*\| `(limit-[a-z-]+)` \|$", file.read(), re.M))
    if not limits:
        yield "SECURITY.md has no table of limits"
    for code in sorted(limits - {row["answer"] for row in rows}):
        with open(os.path.join(ROOT, ELSEWHERE.get(code, os.devnull)), encoding="utf-8") as file:
            if code not in file.read():
                yield f"no attack reaches {code}"


def run(path, out, *before):
    """Exit status (minus a signal), peak resident MiB and seconds of processor time of one check, told as JSON and as a page;
    with a draft from before, of comparing the two, told as a text and as a page."""
    environment = {"PATH": os.environ["PATH"], "RASOAT_RULES": os.path.join(ROOT, "rules")}
    environment |= {key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")}
    common, check = ["--as-of", "2026-01-01", "--fail-on", "none"], ["-f", "jsonl", "-o", out, "-f", "html", "-o", f"{out}.html"]
    runs = [["compare", "-f", form, "-o", out, *before] for form in ("text", "html")] if before else [["check", *check]]
    peak = seconds = 0
    for words in runs:
        child = os.posix_spawnp("prlimit", ["prlimit", f"--cpu={MOST_SECONDS}", RASOAT, *words, *common, path], environment)
        _, status, used = os.wait4(child, 0)
        peak, seconds = max(peak, used.ru_maxrss / 1024), seconds + used.ru_utime + used.ru_stime
        if status != 0:
            break
    return os.waitstatus_to_exitcode(status), peak, seconds


def statuses(result):
    return sorted((finding["rule"], finding["status"]) for finding in result["findings"])


def good_statuses(folder):
    """What is found in the regulation that hides in many of the attacks."""
    path, out = os.path.join(folder, "good.docx"), os.path.join(folder, "good.jsonl")
    with open(path, "wb") as file:
        file.write(attacks.docx(attacks.GOOD_DOCUMENT))
    assert run(path, out)[0] == 0
    with open(out, encoding="utf-8") as file:
        return statuses(json.loads(file.read()))


def outcome(result):
    """What the table calls it: an error's code, or the outcome and its warnings."""
    if result["outcome"] != "judged" and result["error"]:
        return result["error"]["code"]
    return "+".join([result["outcome"]] + sorted({warning["code"] for warning in result["document"]["warnings"]} |
                                                 {finding["kind"] for finding in result["findings"]
                                                  if finding.get("kind") == "homoglyph"}))


def slowness():
    """How many times slower this machine is now than the one on which the seconds of the table were set; 1 to 4. Measured
    in a process of its own, since the peak of a process begins at that of the one it came from."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        words = b" ".join(b"%d" % (number * number % 99991) for number in range(400000))
        begin = time.process_time()
        zlib.compress(words, 6)
        os.write(writer, str(time.process_time() - begin).encode())
        os._exit(0)
    os.close(writer)
    with open(reader, encoding="ascii") as told:
        seconds = float(told.read())
    os.waitpid(child, 0)
    return min(4, max(1, seconds / SECONDS_TO_COMPRESS))


def problems(row, status, memory, seconds, out, good):
    if status not in (0, 3):
        yield f"exit {status}"
        return
    with open(out, encoding="utf-8") as file:
        result = json.loads(file.read())
    found = outcome(result)
    if found != row["answer"].removesuffix("+as-good"):
        yield f"answer {found}, expected {row['answer']}"
    elif row["answer"].endswith("+as-good") and statuses(result) != good:
        yield f"other findings than without the attack: {sorted(set(statuses(result)) ^ set(good))[:4]}"
    if SANITIZED:  # which takes several times as much of both
        return
    if memory > float(row["mib"]):
        yield f"{memory:.0f} MiB, more than {row['mib']}"
    if seconds > float(row["seconds"]) and seconds > float(row["seconds"]) * (slower := slowness()):
        yield f"{seconds:.1f} s, more than {row['seconds']} on a machine {slower:.1f} times slower than that of the table"


def make_apart(name, path):
    """Writes the file in a process of its own: the peak of a process begins at that of the one it came from."""
    child = os.fork()
    if child == 0:
        with open(path, "wb") as file:
            file.write(attacks.make(name))
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0, f"{name} could not be made"


def attack(row, folder, good, verbose):
    path, out = os.path.join(folder, row["attack"]), os.path.join(folder, "out.jsonl")
    begin = time.monotonic()
    make_apart(row["attack"], path)
    made = time.monotonic() - begin
    status, memory, seconds = run(path, out)
    wrong = list(problems(row, status, memory, seconds, out, good))
    if verbose:
        print(f"{row['attack']}: exit {status}, {memory:.0f} MiB, {seconds:.2f} s; made in {made:.1f} s", flush=True)
    for line in wrong:
        print(f"FAILED {row['attack']}: {line}")
    return not wrong


# what once took the square of its length; as many as the smallest of the three files holds
GROWING = {"refused-lists": (judging.refused_lists, 15000), "refused-references": (judging.refused_references, 4000),
           "refused-entries": (judging.refused_entries, 4000), "lead-ins": (judging.lead_ins, 20000),
           "noted-line": (judging.noted_line, 30000), "one-row": (judging.one_row, 15000),
           "column-heads": (judging.column_heads, 10000), "cells-of-no": (judging.cells_of_no, 10000),
           "joined-clauses": (judging.joined_clauses, 8000), "compared-citations": (judging.distinct_citations, 16000)}
# those of which two drafts are compared, the other made with what stands here beside the number
COMPARED = {"compared-citations": 2}


def grows_too_fast(name, folder, verbose):
    """Whether four times as much takes more than six times as long; what one of nothing takes is left out."""
    make, count = GROWING[name]
    taken, ended = [], True
    for times in (0, 1, 2, 4):
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(attacks.encoded(make(count * times)))
        before = [f"{path}-before"] if name in COMPARED else []
        for other in before:
            with open(other, "wb") as file:
                file.write(attacks.encoded(make(count * times, COMPARED[name])))
        status, _, seconds = run(path, os.path.join(folder, "out.jsonl"), *before)
        taken.append(seconds)
        ended = ended and status == 0
    told = f"{name}, {count} and twice and four times as many: " + ", ".join(f"{took - taken[0]:.2f} s" for took in taken[1:])
    fast = ended and taken[3] - taken[0] <= 6 * (taken[1] - taken[0]) + 0.3
    if verbose or not fast:
        print(told if fast else f"FAILED growth of {told}")
    return not fast


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    rows = table()
    lacks = list(check_table(rows))
    for line in lacks:
        print(f"FAILED attacks.tsv: {line}")
    chosen = [row for row in rows if (not words or row["attack"] in words) and
              not (SANITIZED and row["sanitized"] == "no" and not words)]
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory(prefix="rasoat-attacks-") as folder:
        good = good_statuses(folder)
        passed = sum(attack(row, folder, good, "-v" in sys.argv) for row in chosen)
        growing = [] if SANITIZED else [name for name in GROWING if (not words or name in words) and
                                        grows_too_fast(name, folder, "-v" in sys.argv)]
    print(f"attacks: {passed} passed, {len(chosen) - passed} failed")
    return 0 if passed == len(chosen) and not lacks and not growing else 1


if __name__ == "__main__":
    sys.exit(main())
