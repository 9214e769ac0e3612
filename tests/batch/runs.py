"""What the tests of batches share: folders to check, runs, and what a store holds."""
import json
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


def records(out):
    return [json.loads(line) for line in lines(out).splitlines()]


def of(found, name):
    return next(record for record in found if record["file"] == name)


def rows(out, sql):
    with sqlite3.connect(os.path.join(out, "rasoat.db")) as database:
        database.text_factory = lambda raw: raw.decode("utf-8", "backslashreplace")
        found = database.execute(sql).fetchall()
    database.close()
    return found


def break_off(out, number=None):
    """Leaves what a run leaves that ends before its round: neither an end nor a seal, of one round or of all."""
    rows(out, "UPDATE rounds SET finished=NULL" + (f" WHERE id={number}" if number else ""))
    rows(out, "DELETE FROM seals" + (f" WHERE round={number}" if number else ""))


def make_older(out, version):
    """Makes a store one of a version before rounds had seals."""
    rows(out, "DROP TABLE seals")
    rows(out, f"PRAGMA user_version={version}")


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


def words_of(number):
    return " ".join(("an", "bình", "cao", "dân", "đạo", "giao", "hòa", "khai", "lao", "minh")[int(digit)]
                    for digit in str(number))


def regulation(unit, day, extra="", parent="UBND HUYỆN LONG ĐIỀN"):
    """A regulation as flat ODT: long enough to be a copy of another."""
    rules = [f"Điều {n}. Nội dung thứ {n}" + "\n" + "\n".join(
        f"{k}. Thủ trưởng công khai bằng hình thức niêm yết các nội dung về kế hoạch, kinh phí, nhân sự và thi đua khen "
        f"thưởng theo mục {words_of(n * 7 + k)} tại trụ sở trong thời hạn luật định." for k in range(1, 6))
        for n in range(3, 12)]
    paragraphs = [parent, unit, "Số: 5/QC", f"Long Điền, ngày {day} tháng 3 năm 2024", "QUY CHẾ",
              "Thực hiện dân chủ ở cơ sở", "Điều 1. Phạm vi điều chỉnh",
              "Quy chế này quy định việc thực hiện dân chủ trong đơn vị." + extra, "Điều 2. Nguyên tắc",
              "Dân chủ, công khai."] + rules
    body = "".join(f"<text:p>{line}</text:p>" for block in paragraphs for line in block.split("\n"))
    return ('<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text='
            '"urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype='
            '"application/vnd.oasis.opendocument.text"><office:body><office:text>' + body +
            "</office:text></office:body></office:document>").encode()
