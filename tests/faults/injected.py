"""Runs of rasoat in which one call fails (inject.c), and how many calls there are to choose from."""
import atexit
import os
import shutil
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RASOAT = os.environ.get("RASOAT", os.path.join(ROOT, "build", "rasoat"))
BUILD = os.environ.get("BUILD", os.path.join(ROOT, "build"))
SANITIZED = bool(os.environ.get("SANITIZE"))
LIBRARY = os.path.join(BUILD, "tests", "inject.so")
AS_OF = "--as-of=2026-01-01"


def some_rules():
    """A folder of rules that judge an agency and stand alone: most of a run is loading them."""
    folder = tempfile.mkdtemp(prefix="rasoat-faults-rules-")
    atexit.register(shutil.rmtree, folder)
    whole = os.path.join(ROOT, "rules")
    left_out = ()
    for word in ("measured", "resolution", "enterprise", "school", "commune"):
        shutil.rmtree(folder)
        shutil.copytree(whole, folder, ignore=shutil.ignore_patterns(*left_out, f"*{word}*"))
        if subprocess.run([RASOAT, "rules", "lint", "--rules", folder], capture_output=True, check=False).returncode == 0:
            left_out += (f"*{word}*",)
    shutil.rmtree(folder)
    shutil.copytree(whole, folder, ignore=shutil.ignore_patterns(*left_out))
    return folder


RULES = some_rules()


def environment(**more):
    kept = {key: value for key, value in os.environ.items() if key == "PATH" or key.endswith("SAN_OPTIONS")}
    return kept | {"RASOAT_RULES": RULES} | more


def run(words, what=None, at=0, onwards=False, role=None, file=None, counter=None, stdin=b"",
        stdin_file=None):
    """what: KIND=FAULT; file: the one whose reads count, or after whose reading allocations do. Standard input is
    given as stdin=b"…", or as stdin_file=."""
    extra = {}
    if what:
        extra = {"LD_PRELOAD": LIBRARY, "INJECT": what, "INJECT_AT": str(at), "INJECT_COUNT": counter}
        extra |= {"INJECT_ROLE": role} if role else {}
        extra |= {"INJECT_INODE": str(os.stat(file).st_ino)} if file else {}
        extra |= {"INJECT_ONWARDS": "1"} if onwards else {}
        if SANITIZED:
            extra["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"
    given = {"stdin": stdin_file} if stdin_file else {"input": stdin}
    return subprocess.run([RASOAT, *words], env=environment(**extra), capture_output=True, timeout=120, check=False, **given)


def spread(total, most):
    """So many of 1 … total, from two on the first and the last among them; one is the middle."""
    if most == 1:
        return [(total + 1) // 2]
    if total <= most:
        return range(1, total + 1)
    return sorted({1 + (total - 1) * i // (most - 1) for i in range(most)})


def faulty_runs(words, what, most, before=lambda: None, **options):
    """Runs the command once with each of the chosen calls failing, and gives (number of the call, how it ended);
    before() is called first each time."""
    with tempfile.NamedTemporaryFile() as file:
        def once(at):
            before()
            with open(file.name, "wb") as begin:
                begin.write(bytes(8))
            done = run(words, what, at, counter=file.name, **options)
            return done, int.from_bytes(open(file.name, "rb").read(), "little")
        total = once(0)[1]
        assert total > 0, f"{what} of {' '.join(words)}: there is no such call"
        for at in spread(total, most):
            yield at, once(at)[0]
