#!/usr/bin/env python3
"""Counts the instructions of each stage on one file, and fails when a stage costs more than its ceiling.

    instructions.py [--update]

Clocks are noisy where others share a machine; counts under callgrind repeat to a few in a thousand. A stage is
measured by the floor of the same file (its parts inflated and parsed, nothing else), so that another version of
libxml2 or libc moves both; loading the rules, those compiled with the program and any others, by the bytes of their files. Ceilings stand in instructions.tsv, and
--update only ever lowers them. BUILD names the build folder, with the benchmark built by tests/bench/build.sh.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CEILINGS = Path(__file__).with_suffix(".tsv")
FILE = "wrong-bases"  # fifteen pages as Word saves them
TOLERANCE = 0.05


def totals():
    """Instructions by the name of the dump: the rules once, each stage cumulative from reading on."""
    build = Path(os.environ.get("BUILD", ROOT / "build"))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, ROOT / "tests/bench/make_files.py", folder], check=True)
        out = Path(folder) / "callgrind"
        subprocess.run(["valgrind", "-q", "--tool=callgrind", f"--callgrind-out-file={out}", build / "bench",
                        "--instructions", ROOT / "rules", "1", Path(folder) / f"{FILE}.docx"], check=True,
                       stdout=subprocess.DEVNULL)
        counts = {}
        for dump in Path(folder).glob("callgrind.*"):
            text = dump.read_text()
            name = re.search(r"^desc: Trigger: Client Request: (.*)$", text, re.M)
            counts[name[1]] = int(re.search(r"^totals: (\d+)$", text, re.M)[1])
    return counts


def measure():
    """The figures that ceilings stand for, by stage."""
    counts = totals()
    floor = counts["floor"]
    size = sum(path.stat().st_size for path in (ROOT / "rules").glob("*.xml"))
    steps = ["floor", "read", "outline, front", "words, phrases", "whole audit"]
    names = ["read", "outline, front", "words, phrases", "judge, report"]
    figures = {name: counts[name] / size for name in ("rules", "own rules")}
    for name, before, after in zip(names, steps, steps[1:]):
        figures[name] = (counts[after] - counts[before]) / floor
    figures["whole audit"] = counts["whole audit"] / floor
    return figures


def main():
    lines = CEILINGS.read_text().splitlines()
    ceilings = dict(line.split("\t") for line in lines if not line.startswith("#"))
    figures = measure()
    print(f"{'stage':<16} {'measured':>9} {'ceiling':>9}")
    failed = False
    for name, ceiling in ceilings.items():
        over = figures[name] > float(ceiling) * (1 + TOLERANCE)
        failed |= over
        print(f"{name:<16} {figures[name]:>9.3f} {float(ceiling):>9.3f}{'  TOO MUCH' if over else ''}")
    if "--update" in sys.argv:
        lower = {name: min(float(ceiling), figures[name]) for name, ceiling in ceilings.items()}
        CEILINGS.write_text("\n".join(line if line.startswith("#") else f"{line.split(chr(9))[0]}\t"
                                      f"{lower[line.split(chr(9))[0]]:.3g}" for line in lines) + "\n")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
