#!/usr/bin/env python3
"""Every attack of attacks.tsv: the program answers with the code that stands there, under the memory and processor time
that stand there.

usage: test.py [-v] [NAME…]   -v: what each took
"""
import json
import os
import resource
import sys
import tempfile
import time

import attacks
from packages import ROOT

RASOAT = os.environ.get("RASOAT", os.path.join(ROOT, "build", "rasoat"))
SANITIZED = bool(os.environ.get("SANITIZE"))
MOST_SECONDS = 120 if SANITIZED else 20
TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "attacks.tsv")


def table():
    with open(TABLE, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def run(path, out):
    """Exit status (minus a signal), peak resident MiB and seconds of processor time of one check."""
    environment = {"PATH": os.environ["PATH"], "RASOAT_RULES": os.path.join(ROOT, "rules")}
    environment |= {key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")}
    child = os.posix_spawnp("prlimit", ["prlimit", f"--cpu={MOST_SECONDS}", RASOAT, "check", "--as-of", "2026-01-01", "--fail-on", "none", "-f", "jsonl",
                                        "-o", out, path], environment)
    _, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), used.ru_maxrss / 1024, used.ru_utime + used.ru_stime


def outcome(result):
    """What the table calls it: an error's code, or the outcome and its warnings."""
    if result["outcome"] != "judged" and result["error"]:
        return result["error"]["code"]
    return "+".join([result["outcome"]] + sorted({warning["code"] for warning in result["document"]["warnings"]} |
                                                 {finding["kind"] for finding in result["findings"]
                                                  if finding.get("kind") == "homoglyph"}))


def problems(row, status, memory, seconds, out):
    if status not in (0, 3):
        yield f"exit {status}"
        return
    with open(out, encoding="utf-8") as file:
        found = outcome(json.loads(file.read()))
    if found not in row["answer"].split("|"):
        yield f"answer {found}, expected {row['answer']}"
    if SANITIZED:  # which takes several times as much of both
        return
    if memory > float(row["mib"]):
        yield f"{memory:.0f} MiB, more than {row['mib']}"
    if seconds > float(row["seconds"]):
        yield f"{seconds:.1f} s, more than {row['seconds']}"


def make_apart(name, path):
    """Writes the file in a process of its own: the peak of a process begins at that of the one it came from."""
    child = os.fork()
    if child == 0:
        with open(path, "wb") as file:
            file.write(attacks.make(name))
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0, f"{name} could not be made"


def attack(row, folder, verbose):
    path, out = os.path.join(folder, row["attack"]), os.path.join(folder, "out.jsonl")
    begin = time.monotonic()
    make_apart(row["attack"], path)
    made = time.monotonic() - begin
    status, memory, seconds = run(path, out)
    wrong = list(problems(row, status, memory, seconds, out))
    if verbose:
        print(f"{row['attack']}: exit {status}, {memory:.0f} MiB, {seconds:.2f} s; made in {made:.1f} s", flush=True)
    for line in wrong:
        print(f"FAILED {row['attack']}: {line}")
    return not wrong


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    rows = table()
    assert {row["attack"] for row in rows} == set(attacks.ATTACKS), "attacks.tsv and attacks.py name different attacks"
    chosen = [row for row in rows if (not words or row["attack"] in words) and
              not (SANITIZED and row["sanitized"] == "no" and not words)]
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory(prefix="rasoat-attacks-") as folder:
        good = sum(attack(row, folder, "-v" in sys.argv) for row in chosen)
    print(f"attacks: {good} passed, {len(chosen) - good} failed")
    return 0 if good == len(chosen) else 1


if __name__ == "__main__":
    sys.exit(main())
