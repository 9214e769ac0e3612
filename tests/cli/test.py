#!/usr/bin/env python3
"""Command-line tests. Each case of cases.txt runs in a fresh directory of its own; see there for the form.

usage: test.py [-v] [PATTERN]   runs the cases whose title matches; RASOAT in the environment names the program
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

import make_files

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
RASOAT = os.environ.get("RASOAT", os.path.join(ROOT, "build", "rasoat"))
FIELDS = {"run", "with", "env", "exit", "stdout", "stdout-not", "stderr", "file", "no-file"}


class Case:
    def __init__(self, title, line):
        self.title, self.line, self.fields = title, line, []

    def all(self, name):
        return [value for key, value in self.fields if key == name]

    def one(self, name, default=None):
        values = self.all(name)
        return values[-1] if values else default


def parse(path):
    cases = []
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            cases.append(Case(line, number))
            continue
        name, _, value = line.strip().partition(" ")
        if name not in FIELDS:
            sys.exit(f"{path}:{number}: no field “{name}”")
        cases[-1].fields.append((name, value.strip()))
    return cases


def prepare(case, folder):
    """The input files that the case names: copied from the corpus (corpus/NAME), or made by make_files.py."""
    for name in " ".join(case.all("with")).split():
        target = os.path.join(folder, os.path.basename(name))
        if name.startswith("corpus/"):
            shutil.copy(os.path.join(ROOT, name), target)
        else:
            make_files.make(name, target)


def run(case, folder):
    environment = {key: value for key, value in os.environ.items() if key in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS")}
    environment |= {"HOME": folder, "LANG": "C.UTF-8", "RASOAT": RASOAT, "ROOT": ROOT,
                    "RASOAT_RULES": os.path.join(ROOT, "rules")}
    environment |= dict(pair.split("=", 1) for pair in case.all("env"))
    shell = 'rasoat() { "$RASOAT" "$@"; }\n' + case.one("run") + "\n"
    return subprocess.run(["bash", "-c", shell], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=60)


def problems(case, folder, done):
    out = done.stdout.decode("utf-8", "backslashreplace").replace("\r\n", "\n")
    err = done.stderr.decode("utf-8", "backslashreplace")
    expected = int(case.one("exit", "0"))
    if done.returncode != expected:
        yield f"exit {done.returncode}, expected {expected}"
    for pattern in case.all("stdout"):
        if not re.search(pattern, out, re.M):
            yield f"stdout lacks /{pattern}/"
    for pattern in case.all("stdout-not"):
        if re.search(pattern, out, re.M):
            yield f"stdout has /{pattern}/"
    if not case.all("stderr") and err:
        yield "stderr is not empty"
    for pattern in case.all("stderr"):
        if not re.search(pattern, err, re.M):
            yield f"stderr lacks /{pattern}/"
    for value in case.all("file"):
        name, _, pattern = value.partition(" ")
        try:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                text = file.read()
        except OSError as error:
            yield str(error)
            continue
        if not re.search(pattern, text, re.M):
            yield f"file {name} lacks /{pattern}/"
    for pattern in case.all("no-file"):
        left = [name for name in os.listdir(folder) if re.search(pattern, name)]
        if left:
            yield f"left behind: {left}"


def tell(case, done, wrong):
    print(f"FAILED cases.txt:{case.line}: {case.title}")
    for line in wrong:
        print(f"    {line}")
    for name, text in (("stdout", done.stdout), ("stderr", done.stderr)):
        shown = text.decode("utf-8", "backslashreplace")[:800]
        print(f"    {name}: " + shown.replace("\n", "\n            "))


def main():
    verbose = "-v" in sys.argv
    patterns = [word for word in sys.argv[1:] if word != "-v"]
    passed = failed = 0
    for case in parse(os.path.join(HERE, "cases.txt")):
        if patterns and not re.search(patterns[0], case.title):
            continue
        with tempfile.TemporaryDirectory(prefix="rasoat-cli-") as folder:
            prepare(case, folder)
            done = run(case, folder)
            wrong = list(problems(case, folder, done))
        if wrong:
            failed += 1
            tell(case, done, wrong)
        else:
            passed += 1
            if verbose:
                print(f"ok {case.title}")
    print(f"cli: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
