#!/usr/bin/env python3
"""How much of src/ the tests run, in lines and in branches, from what the build folder says (gcovr); fails below floor.tsv.

usage: measure.py BUILD [--raise]   --raise: writes what was measured as the new floor, where it is higher
"""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FLOOR = os.path.join(HERE, "floor.tsv")
HEAD = ("# Least shares (%) of lines and branches of src/ that the tests run; `make coverage RAISE=1` writes them anew. They\n"
        "# only rise.\n")


def measured(build):
    # gcov works out some counts from others, and below zero where a process ended between two; gcovr 5.2 knows no such line
    done = subprocess.run(["gcovr", "--root", ROOT, "--filter", "src/", "--json-summary", "--exclude-throw-branches",
                           "--gcov-ignore-parse-errors", build],
                          capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(done.stdout)


def floors():
    with open(FLOOR, encoding="utf-8") as file:
        rows = [line.split() for line in file if line.strip() and not line.startswith("#")]
    return {name: float(share) for name, share in rows}


def main():
    summary, floor = measured(sys.argv[1]), floors()
    for entry in sorted(summary["files"], key=lambda entry: entry["line_percent"] or 0)[:10]:
        print(f"{entry['line_percent']:6.1f} % of lines, {entry['branch_percent'] or 0:5.1f} % of branches  {entry['filename']}")
    found = {name: summary[f"{name}_percent"] for name in ("line", "branch")}
    below = [name for name in found if found[name] < floor[name]]
    for name, share in found.items():
        print(f"coverage: {name} {share:.1f} %, the floor is {floor[name]:.1f} %" + (" BELOW" if name in below else ""))
    if "--raise" in sys.argv:
        with open(FLOOR, "w", encoding="utf-8") as file:
            file.write(HEAD + "".join(f"{name}\t{max(share, floor[name]):.1f}\n" for name, share in found.items()))
        return 0
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
