"""What the tests of batches share: folders to check, runs, and what a store holds."""
import os
import resource
import shutil
import sqlite3
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RASOAT = os.environ.get("RASOAT", os.path.join(ROOT, "build", "rasoat"))
BAD_WORKER = os.path.join(ROOT, "tests", "batch", "bad_worker.py")
CORPUS = os.path.join(ROOT, "corpus")
AS_OF = "--as-of=2026-01-01"


def environment(**more):
    kept = {key: value for key, value in os.environ.items() if key == "PATH" or key.endswith("SAN_OPTIONS")}
    return kept | {"RASOAT_RULES": os.path.join(ROOT, "rules")} | more


def put(folder, name, content=None, corpus=None):
    """A file of the folder: bytes, or a copy of a document of the corpus."""
    path = os.path.join(os.fsencode(folder), os.fsencode(name))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if corpus:
        shutil.copyfile(os.path.join(CORPUS, corpus), path)
    else:
        with open(path, "wb") as file:
            file.write(content)


def some_documents(folder, count=12):
    names = sorted(name for name in os.listdir(CORPUS) if name.endswith((".docx", ".odt")))
    for name in names[:count]:
        put(folder, name, corpus=name)
    return names[:count]


def words(*operands):
    return [RASOAT, *operands]


def run(*operands, file_limit=None, user=None, stdin=None, cwd=None, **more):
    """Runs rasoat; file_limit in bytes is the largest file it may write, user the one it runs as."""
    def prepare():
        if file_limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))
        if user:
            os.setuid(user)
    return subprocess.run(words(*operands), env=environment(**more), preexec_fn=prepare, capture_output=True,
                          input=stdin, cwd=cwd, timeout=300, check=False)


def audit(folder, out, *options, **more):
    return run("audit", folder, "-o", out, AS_OF, "--fail-on=none", *options, **more)


def lines(out):
    with open(os.path.join(out, "results.jsonl"), "rb") as file:
        return file.read()


def rows(out, sql):
    with sqlite3.connect(os.path.join(out, "rasoat.db")) as database:
        database.text_factory = lambda raw: raw.decode("utf-8", "backslashreplace")
        found = database.execute(sql).fetchall()
    database.close()
    return found


def content(out):
    """All that a store says but when it was written and in which order."""
    files = rows(out, "SELECT round, path, size, mtime, files.sha256, state, reason, files.unit, match, doubt, other,"
                      " outcome, verdict, error, level, issued, task FROM files LEFT JOIN results ON"
                      " results.id=result ORDER BY 1, 2")
    rounds = rows(out, "SELECT id, folder, as_of, rules, version, options, shard, shards FROM rounds ORDER BY 1")
    results = rows(out, "SELECT DISTINCT subject, task, outcome, title, hex(shingles) FROM results JOIN files ON"
                        " result=results.id ORDER BY 1, 2")
    units = rows(out, "SELECT round, key, name, state, path, line FROM units ORDER BY 1, 2")
    pairs = rows(out, "SELECT * FROM pairs ORDER BY 1, 2, 3")
    return files, rounds, results, units, pairs
