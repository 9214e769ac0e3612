#!/usr/bin/env python3
"""Every fault of disks, pipes and memory, at one call after the other: nothing crashes, nothing half-written stays, what
went wrong is told, and a store loses nothing.

usage: test.py [-v] [NAME…]
"""
import concurrent.futures
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from injected import AS_OF, RASOAT, ROOT, SANITIZED, environment, faulty_runs, run

CORPUS = os.path.join(ROOT, "corpus")
NAMES = ("abbreviations.odt", "conflicts.docx", "partial-museum.docx")
MOST = 1 if SANITIZED else 2  # injected calls of a kind and command
WRITES = ("write=ENOSPC", "write=EIO", "write=short", "create=ENOSPC", "create=EACCES", "sync=EIO", "name=EIO")
if SANITIZED:  # which takes many times as long to start
    WRITES = ("write=ENOSPC", "name=EIO")
HARMLESS = ("read=EINTR", "read=short")
CLEAN, NOT_BEGUN, NOT_JUDGED = 0, 2, 3


def document(folder, name=NAMES[0]):
    path = os.path.join(folder, name)
    shutil.copyfile(os.path.join(CORPUS, name), path)
    return path


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, content):
    with open(path, "wb") as file:
        file.write(content)


def tells(done, what):
    """It ended as promised, and said why if it could not go on."""
    assert done.returncode in (CLEAN, NOT_BEGUN, NOT_JUDGED), (what, done)
    assert done.returncode != NOT_BEGUN or done.stderr.startswith(b"rasoat: "), (what, done)


def error_of(line):
    record = json.loads(line)
    return record["error"]["code"] if record["error"] else None


# --- check ---------------------------------------------------------------------------------------------------

def reports_of_check_are_whole_or_the_old_ones(folder):
    path, out = document(folder), {name: os.path.join(folder, name) for name in ("out.jsonl", "out.html")}
    words = ["check", AS_OF, "--fail-on=none", "-f", "jsonl", "-o", out["out.jsonl"], "-f", "html", "-o", out["out.html"], path]
    assert run(words).returncode == CLEAN
    new = {name: read(place) for name, place in out.items()}

    def old():
        for place in out.values():
            write(place, b"old")
    for what in WRITES:
        for onwards in (False, True) if what.startswith("write") and not SANITIZED else (True,):
            for at, done in faulty_runs(words, what, MOST, old, onwards=onwards):
                tells(done, (what, at))
                if what == "write=ENOSPC" and done.returncode == NOT_BEGUN:
                    said = done.stderr.decode()
                    assert re.search(r"/out\.(jsonl|html): ổ đĩa hết dung lượng trống.*no space left", said), (at, said)
                    assert said.count("\n") == 1, ("it is told once", said)
                found = {name: read(place) for name, place in out.items()}
                assert all(found[name] in (b"old", new[name]) for name in found), (what, at)
                assert done.returncode == NOT_BEGUN or found == new, (what, at, done)
                assert sorted(os.listdir(folder)) == sorted([NAMES[0], *out]), (what, at, os.listdir(folder))


def a_document_that_cannot_be_read_is_so_reported(folder):
    path = document(folder)
    words = ["check", AS_OF, "--fail-on=none", "-f", "jsonl", path]
    whole = run(words).stdout
    for what in HARMLESS:
        for at, done in faulty_runs(words, what, MOST, file=path):
            assert (done.returncode, done.stdout) == (CLEAN, whole), (what, at, done)
    for at, done in faulty_runs(words, "read=EIO", MOST, file=path):
        assert done.returncode == NOT_JUDGED and error_of(done.stdout) == "io", (at, done)
    shrunk = 0
    for at, done in faulty_runs(words, "read=shrink", MOST, lambda: document(folder), file=path):
        good = done.returncode == CLEAN and done.stdout == whole  # the end had been read
        shrunk += not good
        assert good or (done.returncode == NOT_JUDGED and error_of(done.stdout) == "bad-package"), (at, done)
    assert shrunk > 0


def rules_that_cannot_be_read_are_so_reported(folder):
    path = document(folder)
    words = ["check", AS_OF, "--fail-on=none", "-f", "jsonl", path]
    whole = run(words).stdout
    for what in ("read=EIO", "open=EACCES", "open=EMFILE", "open=EINTR", "list=EACCES", "entry=EIO")[::4 if SANITIZED else 1]:
        for at, done in faulty_runs(words, what, MOST + 1):
            tells(done, (what, at))
            if done.returncode == CLEAN:
                assert done.stdout == whole, (what, at)
            elif done.returncode == NOT_JUDGED:
                assert error_of(done.stdout) == "io" and what != "open=EINTR", (what, at, done)
    for what in HARMLESS:
        for at, done in faulty_runs(words, what, MOST):
            assert (done.returncode, done.stdout) == (CLEAN, whole), (what, at, done)


def want_of_memory_ends_check_with_a_message(folder):
    """GLib ends a process that gets no memory; what it was writing is not there."""
    path, out = document(folder), os.path.join(folder, "out.jsonl")
    words = ["check", AS_OF, "--fail-on=none", "-f", "jsonl", "-o", out, path]
    assert run(words).returncode == CLEAN
    whole, ended = read(out), 0
    for file in (None, path):
        for at, done in faulty_runs(words, "allocate=ENOMEM", 5 * MOST, lambda: write(out, b"old"), file=file):
            tells(done, at)
            ended += done.returncode == NOT_BEGUN
            if done.returncode == NOT_JUDGED:
                assert error_of(read(out)) == "limit-memory", (at, read(out))
            else:
                assert read(out) == (whole if done.returncode == CLEAN else b"old"), (at, done)
            assert sorted(os.listdir(folder)) == [NAMES[0], "out.jsonl"], at
    assert ended > 0


def memory_used_up_by_small_pieces_is_told(folder):
    """Nothing is left then for GLib's own message either."""
    path, ended = document(folder), 0
    for kibibytes in range(70000, 130000, 2500):
        done = subprocess.run(["prlimit", f"--as={kibibytes << 10}", RASOAT, "check", path], env=environment(),
                              capture_output=True, check=False)
        assert done.returncode in (0, 1, 127, NOT_BEGUN), (kibibytes, done)  # 127: the loader's
        assert done.returncode != NOT_BEGUN or b"rasoat: " in done.stderr, (kibibytes, done)
        ended += done.returncode == NOT_BEGUN
    assert ended > 0


# --- standard output -----------------------------------------------------------------------------------------

def standard_output_that_takes_nothing_is_an_error(folder):
    path = document(folder)
    for words in (["text", path], ["outline", path], ["check", AS_OF, "--fail-on=none", path], ["rules", "list"]):
        for what in ("write=ENOSPC", "write=EIO")[:MOST]:
            for at, done in faulty_runs(words, what, MOST, onwards=True):
                tells(done, (words, what, at))
                assert done.returncode == NOT_BEGUN, (words, what, at, done)


def a_reader_that_goes_away_ends_the_command_quietly(folder):
    path = document(folder)
    for words in (["text", path], ["outline", path], ["check", AS_OF, "--fail-on=none", path], ["rules", "list"]):
        out, into = os.pipe()
        os.close(out)
        done = subprocess.run([RASOAT, *words], env=environment(), stdout=into, stderr=subprocess.PIPE, check=False)
        os.close(into)
        assert (done.returncode, done.stderr) == (NOT_BEGUN, b""), (words, done)


def closed_standard_streams_reach_no_file(folder):
    """A file that is opened while descriptor 1 is free must not get what is printed."""
    path, out = document(folder), os.path.join(folder, "out.jsonl")
    words = ["check", AS_OF, "--fail-on=none", "-f", "jsonl", "-o", out, "-f", "text", "-o", "-", path]
    run(words)
    whole, content = read(out), read(path)
    for closed in (">&-", "<&- >&-", "<&- >&- 2>&-"):
        done = subprocess.run(["sh", "-c", 'exec "$@" ' + closed, "sh", RASOAT, *words], env=environment(), check=False,
                              stderr=subprocess.PIPE)
        assert done.returncode == NOT_BEGUN, (closed, done)
        assert (read(out), read(path)) == (whole, content), closed


def text_and_outline_read_as_check_does(folder):
    path = document(folder)
    for command in ("text", "outline"):
        whole = run([command, path]).stdout
        for what in HARMLESS + ("open=EINTR",):
            for at, done in faulty_runs([command, path], what, MOST, file=None if "open" in what else path):
                assert (done.returncode, done.stdout) == (CLEAN, whole), (what, at, done)
        for what in ("read=EIO", "open=EACCES", "open=EMFILE"):
            for at, done in faulty_runs([command, path], what, MOST, file=path):
                assert (done.returncode, done.stdout) == (NOT_JUDGED, b"") and b"(io: " in done.stderr, (what, at, done)
        if not SANITIZED:
            for at, done in faulty_runs([command, path], "allocate=ENOMEM", MOST):
                tells(done, at)
                assert done.returncode != CLEAN or done.stdout == whole, (at, done)


# --- worker --------------------------------------------------------------------------------------------------

def a_worker_answers_every_name_or_ends(folder):
    paths = [document(folder, name) for name in NAMES]
    words, names = ["worker", AS_OF], "\n".join(paths).encode() + b"\n"
    whole = run(words, stdin=names).stdout.splitlines()
    assert len(whole) == len(NAMES)
    for what in ("read=EIO", "write=ENOSPC", "read=short", "read=EINTR", "write=EIO")[:2 if SANITIZED else 5]:
        for at, done in faulty_runs(words, what, MOST, stdin=names):
            tells(done, (what, at))
            *lines, rest = done.stdout.split(b"\n")
            for line, good in zip(lines, whole):
                assert line == good or error_of(line) == "io", (what, at, line)
            assert done.returncode == NOT_BEGUN or (len(lines), rest) == (len(NAMES), b""), (what, at, done)
    for at, done in faulty_runs(words, "read=EIO", MOST, file=paths[1], stdin=names):
        lines = done.stdout.splitlines()
        assert [lines[0], lines[2]] == [whole[0], whole[2]] and error_of(lines[1]) == "io", (at, done)


def names_that_cannot_be_read_are_not_the_end_of_the_list(folder):
    """A name that was cut off is not looked for, and the worker does not end as if there were no more."""
    paths = [document(folder, name) for name in NAMES]
    with open(os.path.join(folder, "list"), "wb") as file:
        file.write("\n".join(paths).encode())
    with open(file.name, "rb") as names:
        whole = run(["worker", AS_OF], stdin_file=names).stdout
        assert whole.count(b"\n") == len(NAMES)
        for at, done in faulty_runs(["worker", AS_OF], "read=EIO", MOST, file=file.name,
                                    before=lambda: names.seek(0), stdin_file=names):
            assert done.returncode == NOT_BEGUN and whole.startswith(done.stdout), (at, done)


# --- audit ---------------------------------------------------------------------------------------------------

def audit_words(folder, out, *more):
    return ["audit", folder + "/nop", "-o", out, AS_OF, "--fail-on=none", "--jobs=1", *more]


def documents(folder, names=NAMES):
    os.makedirs(folder + "/nop", exist_ok=True)
    return [document(folder + "/nop", name) for name in names]


def stored(out):
    """What the store says of each text; it must be sound."""
    with sqlite3.connect(os.path.join(out, "rasoat.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = set(database.execute("SELECT subject, task, outcome, error FROM results"))
    database.close()
    return found


def results_without(out, name):
    return [line for line in read(out + "/results.jsonl").splitlines() if json.loads(line)["file"] != name]


def gone_on_with(folder, out, reference, what):
    """Run again without a fault, everything is as if there had been none."""
    again = run(audit_words(folder, out))
    assert again.returncode == CLEAN, (what, again)
    assert read(out + "/results.jsonl") == reference, what
    assert sorted(os.listdir(out)) == ["rasoat.db", "results.jsonl"], (what, os.listdir(out))


def audit_begun(folder):
    """Two documents are judged, a third has come; gives a copy of that state to begin from, and how it should end."""
    documents(folder, NAMES[:2])
    assert run(audit_words(folder, folder + "/begun")).returncode == CLEAN
    documents(folder)
    shutil.copytree(folder + "/begun", folder + "/kq")
    assert run(audit_words(folder, folder + "/kq")).returncode == CLEAN
    reference = read(folder + "/kq/results.jsonl")

    def again():
        shutil.rmtree(folder + "/kq")
        shutil.copytree(folder + "/begun", folder + "/kq")
    return again, reference


def a_store_survives_every_fault_of_the_disk(folder):
    again, reference = audit_begun(folder)
    out, before = folder + "/kq", stored(folder + "/begun")
    for what, onwards in [(each, each.startswith("write")) for each in WRITES] + [
            ("open=EACCES", False), ("read=EIO", False)]:
        for at, done in faulty_runs(audit_words(folder, out), what, max(MOST - 1, 1), again, role="main", onwards=onwards):
            tells(done, (what, at))
            assert stored(out) >= before, (what, at, done)
            assert read(out + "/results.jsonl") in (reference, read(folder + "/begun/results.jsonl")) or \
                done.returncode == NOT_JUDGED, (what, at, done)
            assert not [name for name in os.listdir(out) if "results.jsonl." in name], (what, at)
            gone_on_with(folder, out, reference, (what, at))


def a_first_run_on_a_full_disk_can_be_repeated(folder):
    out = folder + "/kq"
    documents(folder)
    run(audit_words(folder, folder + "/whole"))
    reference = read(folder + "/whole/results.jsonl")
    for what in ("write=ENOSPC", "create=ENOSPC"):
        for at, done in faulty_runs(audit_words(folder, out), what, MOST, lambda: shutil.rmtree(out, True), onwards=True,
                                    role="main"):
            tells(done, (what, at))
            results = out + "/results.jsonl"  # there when only the summary had no room, or what SQLite can do without
            assert not os.path.exists(results) or read(results) == reference, (what, at, done)
            assert done.returncode == NOT_BEGUN or os.path.exists(results), (what, at, done)
            gone_on_with(folder, out, reference, (what, at))


def a_document_that_cannot_be_read_costs_only_itself(folder):
    out, paths = folder + "/kq", documents(folder)
    run(audit_words(folder, folder + "/whole"))
    others, reference = results_without(folder + "/whole", NAMES[1]), read(folder + "/whole/results.jsonl")

    def begin():
        shutil.rmtree(out, True)
        document(folder + "/nop", NAMES[1])
    for what, role, codes in (("read=EIO", "worker", ("io",)), ("read=EIO", "main", ("io",)),
                              ("read=shrink", "main", ("bad-package", "empty-file"))):
        for at, done in faulty_runs(audit_words(folder, out), what, MOST, begin, role=role, file=paths[1]):
            tells(done, (what, at))
            assert results_without(out, NAMES[1]) == others, (what, role, at)
            line = next(line for line in read(out + "/results.jsonl").splitlines() if json.loads(line)["file"] == NAMES[1])
            assert error_of(line) in codes + (None,), (what, role, at, line[:200])
            assert done.returncode == (NOT_JUDGED if error_of(line) else CLEAN), (what, role, at, done)
            document(folder + "/nop", NAMES[1])
            gone_on_with(folder, out, reference, (what, role, at))


def a_folder_that_cannot_be_listed_is_counted(folder):
    documents(folder)
    os.mkdir(folder + "/nop/xa")
    document(folder + "/nop/xa", NAMES[0])
    out = folder + "/kq"
    for what in ("list=EACCES", "entry=EIO"):
        for at, done in faulty_runs(audit_words(folder, out), what, 2 * MOST, lambda: shutil.rmtree(out, True), role="main"):
            tells(done, (what, at))
            if done.returncode == NOT_BEGUN:
                continue
            with sqlite3.connect(out + "/rasoat.db") as database:
                refused = database.execute("SELECT count(*) FROM files WHERE state='unreadable-folder'").fetchone()[0]
            database.close()
            lines = read(out + "/results.jsonl").count(b"\n")
            assert lines == len(NAMES) + 1 or (refused == 1 and lines == len(NAMES)), (what, at, lines, refused)


def a_worker_without_memory_costs_its_document_one_line(folder):
    out, paths = folder + "/kq", documents(folder)
    run(audit_words(folder, folder + "/whole"))
    whole, lost = read(folder + "/whole/results.jsonl").splitlines(), 0
    for at, done in faulty_runs(audit_words(folder, out), "allocate=ENOMEM", 3 * MOST, lambda: shutil.rmtree(out, True),
                                role="worker", file=paths[1]):
        tells(done, at)
        lines = read(out + "/results.jsonl").splitlines()
        other = [line for line, good in zip(lines, whole) if line != good]
        assert len(lines) == len(whole) and len(other) <= 1, (at, done)
        assert not other or error_of(other[0]) == "limit-memory", (at, other)
        assert done.returncode == (NOT_JUDGED if other else CLEAN), (at, done)
        lost += len(other)
    assert lost > 0
    gone_on_with(folder, out, b"\n".join(whole) + b"\n", "memory")


def a_batch_without_memory_keeps_what_it_has(folder):
    again, reference = audit_begun(folder)
    out, before = folder + "/kq", stored(folder + "/begun")
    for at, done in faulty_runs(audit_words(folder, out), "allocate=ENOMEM", 2 * MOST, again, role="main"):
        tells(done, at)
        assert stored(out) >= before, (at, done)
        gone_on_with(folder, out, reference, at)


# --- report and merge ----------------------------------------------------------------------------------------

FORMATS = ("html", "csv") if SANITIZED else ("html", "xlsx", "csv", "jsonl", "annotated", "bien-ban")


def tree(folder):
    return {os.path.relpath(os.path.join(place, name), folder): read(os.path.join(place, name))
            for place, _, names in os.walk(folder) for name in names}


def reports_of_a_folder_are_whole_or_not_there(folder):
    out = folder + "/kq"
    documents(folder)
    run(audit_words(folder, out))
    kept = read(out + "/rasoat.db")
    for form in FORMATS:
        words = ["report", out, "-f", form]
        shutil.rmtree(out + "/report", True)
        assert run(words).returncode == CLEAN, form
        whole = tree(out + "/report")
        faults = WRITES + ("open=EACCES", "read=EIO") if form in ("html", "xlsx") else ("write=EIO", "name=EIO")
        for what, onwards in [(each, False) for each in faults] + [("write=ENOSPC", True)]:
            most = 6 * MOST if form == "xlsx" and what in ("write=ENOSPC", "write=short") else MOST
            for at, done in faulty_runs(words, what, most, lambda: shutil.rmtree(out + "/report", True), onwards=onwards):
                assert done.returncode in (CLEAN, NOT_BEGUN, NOT_JUDGED) and (done.returncode == CLEAN or done.stderr), (
                    form, what, at, done)
                found = tree(out + "/report") if os.path.exists(out + "/report") else {}
                assert set(found) <= set(whole), (form, what, at, set(found) - set(whole))
                assert all(content == whole[name] for name, content in found.items()), (form, what, at)
                assert done.returncode != CLEAN or set(found) == set(whole), (form, what, at, done)
        if not SANITIZED:
            for at, done in faulty_runs(words, "allocate=ENOMEM", MOST, lambda: shutil.rmtree(out + "/report", True)):
                tells(done, (form, at))
    assert read(out + "/rasoat.db") == kept


def says_no_space(done, folder, old):
    """Which file there was no space for, and of an older report only that it stands if there is one."""
    said = done.stderr.decode()
    return done.returncode == NOT_BEGUN and "ổ đĩa hết dung lượng trống; giải phóng" in said and "no space left" in said and \
        re.search(re.escape(folder) + r"/report/\S+\.(html|csv|jsonl|docx|xlsx): ", said) and ("báo cáo cũ" in said) == old and \
        ("the old one" in said) == old and "Input/output" not in said and said.count("\n") == 1 and "/proc/" not in said


def full_disk(out, form, old):
    words = ["report", out, "-f", form]
    assert run(words).returncode == CLEAN
    whole = tree(out + "/report")

    def begin():
        if not old:
            shutil.rmtree(out + "/report", True)
    for at, done in faulty_runs(words, "write=ENOSPC", MOST, begin, onwards=True):
        if b"standard output" in done.stderr:  # the report is there, but not its name on the terminal
            continue
        assert says_no_space(done, out, old), (form, old, at, done)
        assert not old or tree(out + "/report") == whole, (form, at)


def a_full_disk_is_said_to_be_full(folder):
    documents(folder)
    run(audit_words(folder, folder + "/kq"))
    for form in ("csv",) if SANITIZED else ("html", "csv", "jsonl", "bien-ban"):
        for old in (False, True):
            full_disk(folder + "/kq", form, old)


def a_full_disk_keeps_no_book(folder):
    """What a library writes by itself, on a disk of its own; as root only."""
    out, script = folder + "/kq", 'mount -t tmpfs -o size=${0}k tmpfs "$1" && cp -r "$2" "$1" && exec "$3" report "$1/kq" -f xlsx'
    documents(folder)
    run(audit_words(folder, out))
    assert run(["report", out, "-f", "xlsx"]).returncode == CLEAN
    os.mkdir(folder + "/disk")
    used = sum(os.path.getsize(os.path.join(place, name)) for place, _, names in os.walk(out) for name in names) // 1024
    told = []
    for room in (8, 40, 80, 120, 160, 100000):
        done = subprocess.run(["unshare", "-m", "sh", "-c", script, str(used + 32 + room), folder + "/disk", out, RASOAT],
                              env=environment(), capture_output=True, check=False)
        if b"unshare" in done.stderr or b"mount" in done.stderr:
            print("faults: no disk of its own can be mounted: left out")
            return
        told.append(done.returncode == CLEAN or bool(says_no_space(done, folder + "/disk/kq", True)))
        assert told[-1], (room, done)
    assert done.returncode == CLEAN and len(told) == 6, done


def parts_are_left_alone_by_a_merge_that_fails(folder):
    documents(folder)
    parts, out = [], folder + "/kq"
    for shard in ("1/2", "2/2"):
        parts.append(folder + "/part" + shard[0])
        assert run(audit_words(folder, parts[-1], "--shard=" + shard)).returncode == CLEAN
    before = [tree(part) for part in parts]
    words = ["merge", "-o", out, "--fail-on=none", *parts]
    assert run(words).returncode == CLEAN
    whole = read(out + "/results.jsonl")
    for what in WRITES + ("open=EACCES", "read=EIO") + (() if SANITIZED else ("allocate=ENOMEM",)):
        for at, done in faulty_runs(words, what, MOST, lambda: shutil.rmtree(out, True), onwards=what == "write=ENOSPC"):
            tells(done, (what, at))
            assert [tree(part) for part in parts] == before, (what, at)
            assert not os.path.exists(out + "/results.jsonl") or read(out + "/results.jsonl") == whole, (what, at)
            assert run(words).returncode == CLEAN and read(out + "/results.jsonl") == whole, (what, at)


TESTS = [reports_of_check_are_whole_or_the_old_ones, a_document_that_cannot_be_read_is_so_reported,
         rules_that_cannot_be_read_are_so_reported, want_of_memory_ends_check_with_a_message,
         memory_used_up_by_small_pieces_is_told, standard_output_that_takes_nothing_is_an_error, a_reader_that_goes_away_ends_the_command_quietly,
         closed_standard_streams_reach_no_file, text_and_outline_read_as_check_does, a_worker_answers_every_name_or_ends,
         names_that_cannot_be_read_are_not_the_end_of_the_list, a_store_survives_every_fault_of_the_disk,
         a_first_run_on_a_full_disk_can_be_repeated, a_document_that_cannot_be_read_costs_only_itself,
         a_folder_that_cannot_be_listed_is_counted, a_worker_without_memory_costs_its_document_one_line,
         a_batch_without_memory_keeps_what_it_has, reports_of_a_folder_are_whole_or_not_there,
         a_full_disk_is_said_to_be_full, a_full_disk_keeps_no_book,
         parts_are_left_alone_by_a_merge_that_fails]
OF_MEMORY = (want_of_memory_ends_check_with_a_message, memory_used_up_by_small_pieces_is_told, a_worker_without_memory_costs_its_document_one_line,
             a_batch_without_memory_keeps_what_it_has)


def passes(test):
    begin, cause = time.monotonic(), None
    with tempfile.TemporaryDirectory(prefix="rasoat-faults-") as folder:
        try:
            test(folder)
        except AssertionError as failure:
            cause = failure
    if cause:
        print(f"FAILED {test.__name__}: {str(cause)[:1000]}", flush=True)
    if "-v" in sys.argv:
        print(f"{test.__name__}: {time.monotonic() - begin:.1f} s", flush=True)
    return not cause


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    chosen = [test for test in TESTS if not words or test.__name__ in words]
    left_out = [test for test in chosen if SANITIZED and test in OF_MEMORY]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        good = sum(pool.map(passes, (test for test in chosen if test not in left_out)))
    failed = len(chosen) - len(left_out) - good
    if left_out:
        print("faults: allocations are the sanitizer's own: their tests are run without it")
    print(f"faults: {good} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
