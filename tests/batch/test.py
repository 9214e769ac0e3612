#!/usr/bin/env python3
"""rasoat audit from outside: what it reads, what it keeps when it is broken off, and what it says of bad documents."""
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from cases import run_cases
from runs import (AS_OF, BAD_WORKER, RASOAT, ROOT, audit, content, environment, lines, make_older, of, put, records, regulation,
                  rows, run, some_documents, words)

BAD = {"RASOAT_WORKER": BAD_WORKER, "REAL": RASOAT}
NOT_JUDGED, NOT_BEGUN = 3, 2


# --- what is read --------------------------------------------------------------------------------------------

def a_folder_gives_a_line_a_document_as_check_would(folder):
    nop, out = folder + "/nop", folder + "/kq"
    some_documents(nop, 6)
    put(nop, "xã Đông/quy chế.docx", corpus="commune-complete.docx")
    put(nop, b"xa/quy ch\xd5.docx", corpus="conflicts.docx")
    put(nop, "~$x.docx", b"lock")
    put(nop, "so-lieu.xlsx", b"PK")
    put(nop, "hong.docx", b"PK\3\4 hong")
    put(nop, "cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    done = audit(nop, out)
    assert done.returncode == NOT_JUDGED, done
    found = records(out)
    names = [record["file"] for record in found]
    assert names == sorted(names) and len(names) == 10, names
    assert of(found, "xa/quy ch\\xD5.docx")["outcome"] == "judged"
    assert of(found, "hong.docx")["outcome"] == of(found, "cu.doc")["outcome"] == "unreadable"
    for record in found:
        if record["outcome"] != "judged" or "xD5" in record["file"]:
            continue
        alone = json.loads(run("check", "--format=jsonl", AS_OF, "--fail-on=none", record["file"], cwd=nop).stdout)
        extra = {key: record.pop(key) for key in ("outline", "batch")}
        assert record == alone, record["file"]
        assert any(entry["level"] in ("article", "heading") for entry in extra["outline"]), record["file"]
    skipped = rows(out, "SELECT path, reason FROM files WHERE state='skipped' ORDER BY path")
    assert skipped == [(b"so-lieu.xlsx", "not-a-document"), (b"~$x.docx", "lock-file")], skipped


def results_of_before_inside_the_folder_are_skipped_and_told(folder):
    """A whole folder of results, its reports handed on in a copy, and a page that a unit sent beside its text."""
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "a/quy-che.docx", corpus="conflicts.docx")
    audit(nop, nop + "/cu")
    assert run("report", nop + "/cu", *("-f" + name for name in ("html", "xlsx", "csv", "annotated", "bien-ban"))
               ).returncode == 0
    shutil.copytree(nop + "/cu/report", nop + "/gui")
    page = os.listdir(nop + "/cu/report/units")[0]
    shutil.copy(nop + "/cu/report/units/" + page, nop + "/a/")
    done = audit(nop, out)
    assert [record["file"] for record in records(out)] == ["a/quy-che.docx"], records(out)
    skipped = rows(out, "SELECT path, reason FROM files WHERE state='skipped' ORDER BY path")
    assert skipped == [(b"a/" + page.encode(), "results"), (b"cu", "results"), (b"gui", "results")], skipped
    assert re.search("Tệp bỏ qua +3\n", done.stdout.decode()), done.stdout.decode()
    run("report", out)
    assert open(out + "/report/index.html", encoding="utf-8").read().count("kết quả, báo cáo do rasoat làm ra") == 3


def the_same_folder_gives_the_same_bytes_with_any_number_of_jobs(folder):
    some_documents(folder + "/nop", 20)
    for jobs in ("1", "2", "5"):
        audit(folder + "/nop", folder + "/kq" + jobs, "-j", jobs)
    assert lines(folder + "/kq1") == lines(folder + "/kq2") == lines(folder + "/kq5")


def a_list_and_patterns_choose_files(folder):
    nop, out = folder + "/nop", folder + "/kq"
    names = some_documents(nop, 4)
    done = audit(nop, out, "--files-from=-", stdin=(names[2] + "\n" + names[0] + "\nmat.docx\n").encode())
    assert done.returncode == NOT_JUDGED
    found = records(out)
    assert [record["file"] for record in found] == sorted([names[0], names[2], "mat.docx"])
    assert of(found, "mat.docx")["error"]["code"] == "io"
    audit(nop, out + "2", "--include=" + names[1])
    assert [record["file"] for record in records(out + "2")] == [names[1]]


def names_of_a_list_begin_at_the_folder_that_is_checked(folder):
    """Neither at the current folder nor where the list lies, which have files of the same names here."""
    nop, out, elsewhere = folder + "/nop", folder + "/kq", folder + "/lists"
    put(nop, "a.docx", corpus="conflicts.docx")
    put(nop, "xã/b.docx", corpus="commune-complete.docx")
    put(elsewhere, "a.docx", corpus="slogans.docx")
    put(folder, "c.docx", corpus="slogans.docx")
    absolute = folder + "/c.docx"
    put(elsewhere, "ds.txt", f"\ufeffa.docx\r\nxã/b.docx\n\n{absolute}\nc.docx\n".encode())  # Notepad writes a mark before it
    done = run("audit", "../nop", "-o", out, AS_OF, "--fail-on=none", "--files-from=ds.txt", cwd=elsewhere)
    assert done.returncode == NOT_JUDGED, done.stderr
    found = {record["file"]: record for record in records(out)}
    assert set(found) == {"a.docx", "xã/b.docx", absolute, "c.docx"}
    whole = {name: json.loads(run("check", AS_OF, "-f", "jsonl", path).stdout)["sha256"]
             for name, path in (("a.docx", nop + "/a.docx"), ("xã/b.docx", nop + "/xã/b.docx"), (absolute, absolute))}
    assert all(found[name]["sha256"] == digest for name, digest in whole.items())
    assert found["c.docx"]["error"]["code"] == "io"  # there is one in other folders


def a_list_of_names_that_begin_elsewhere_begins_no_round(folder):
    put(folder, "nop/a.docx", corpus="conflicts.docx")
    put(folder, "ds.txt", b"\nnop/a.docx\r\nnop/b.docx\n")
    for source, stdin in (("ds.txt", None), ("-", b"nop/a.docx\n")):
        done = run("audit", "nop", "-o", "kq", AS_OF, "--files-from=" + source, cwd=folder, stdin=stdin)
        told = done.stderr.decode()
        assert done.returncode == NOT_BEGUN and not os.path.exists(folder + "/kq"), done
        assert "“nop/a.docx” được tìm ở “nop/nop/a.docx”" in told and "begin at the folder" in told, told
        assert "tệp “nop/a.docx” thì ghi “a.docx”" in told, told
    done = run("audit", "nop", "-o", "kq", AS_OF, "--files-from=-", cwd=folder, stdin=b"nop/b.docx\na.docx\n")
    assert done.returncode == NOT_JUDGED and len(records(folder + "/kq")) == 2, done


def an_empty_selection_is_an_error(folder):
    put(folder + "/nop", "x.xlsx", b"")
    assert audit(folder + "/nop", folder + "/kq").returncode == NOT_BEGUN
    assert audit(folder + "/mat", folder + "/kq").returncode == NOT_BEGUN
    assert not os.path.exists(folder + "/kq/results.jsonl")


def what_else_than_the_texts_differs_from_the_round_before_is_told(folder):
    nop, other, out = folder + "/nop", folder + "/nop-moi", folder + "/kq"
    for place in nop, other:
        put(place, "a.docx", corpus="conflicts.docx")

    def told(*words, cwd=folder):
        done = run("audit", *words, "-o", out, "--fail-on=none", cwd=cwd)
        return done.stdout.decode(), [line for line in done.stderr.decode().splitlines() if "đang giữ kết quả" in line]

    first, _ = told(nop, AS_OF)
    assert "So sánh" not in first and "Lưu ý" not in first  # with nothing
    for same in nop, "nop", "./nop/", nop + "/../nop":  # one folder, whatever it is called
        again, warning = told(same, AS_OF)
        assert "So sánh với lần rà soát trước: lần " in again and "Lưu ý" not in again and not warning, again
    later, warning = told("nop", "--as-of=2026-02-01")
    assert "lần trước 01/01/2026, lần này 01/02/2026" in later and later.count("Lưu ý") == 1 and not warning
    moved, warning = told("nop-moi", "--as-of=2026-02-01")
    assert "thư mục khác: lần trước “nop”, lần này “nop-moi”" in moved and moved.count("Lưu ý") == 1, moved
    assert len(warning) == 1 and "đang giữ kết quả của thư mục “nop”, lần này là “nop-moi”" in warning[0], warning
    assert "holds the results of the folder “nop”, and this is “nop-moi”" in warning[0], warning
    put(folder, "ds.csv", "Đơn vị\nSở A\n".encode())
    asked, _ = told("nop-moi", "--as-of=2026-02-01", "--roster=ds.csv", "-p", "agency", "--include=*.docx")
    assert asked.count("Lưu ý") == 3 and all(option in asked for option in ("--roster", "--profile", "--include"))
    english, _ = told("nop", "--as-of=2026-02-01", "-l", "en")
    assert "Compared with the round before: round 8" in english and "another folder" in english, english


def other_rules_than_in_the_round_before_are_told(folder):
    put(folder + "/nop", "a.docx", corpus="conflicts.docx")
    audit(folder + "/nop", folder + "/kq")
    shutil.copytree(os.path.join(ROOT, "rules"), folder + "/rules")
    with open(folder + "/rules/instruments.xml", "a") as rules:
        rules.write("<!-- mended -->\n")
    done = audit(folder + "/nop", folder + "/kq", "--rules=" + folder + "/rules").stdout.decode()
    assert "bộ quy tắc hoặc bản chương trình khác lần trước" in done and done.count("Lưu ý") == 1, done


def results_inside_the_folder_are_not_read_again(folder):
    nop = folder + "/nop"
    some_documents(nop, 2)
    audit(nop, nop + "/kq")
    put(nop + "/kq", "bao-cao.docx", corpus="conflicts.docx")
    audit(nop, nop + "/kq")
    assert len(records(nop + "/kq")) == 2


def results_go_into_no_folder_that_is_checked(folder):
    nop = folder + "/nop"
    some_documents(nop, 1)
    os.symlink(nop, folder + "/lien-ket")
    before = os.listdir(nop)
    for out in nop, nop + "/", folder + "/lien-ket":
        done = audit(nop, out)
        assert done.returncode == NOT_BEGUN and "ket-qua" in done.stderr.decode(), done
        assert "the folder that is checked" in done.stderr.decode() and os.listdir(nop) == before, done


# --- what is kept --------------------------------------------------------------------------------------------

def tasks(log):
    return len(open(log, encoding="utf-8").readlines()) if os.path.exists(log) else 0


def started(nop, out, log, delay="0.05", *options):
    return subprocess.Popen(words("audit", nop, "-o", out, AS_OF, "--fail-on=none", "--jobs=1", *options),
                            env=environment(**BAD, LOG=log, DELAY=delay), stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)


def until(condition):
    for _ in range(600):
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError("it did not come to it")


def unchanged_documents_are_not_judged_again(folder):
    nop, out, log = folder + "/nop", folder + "/kq", folder + "/log"
    names = some_documents(nop, 5)
    audit(nop, out, LOG=log, **BAD)
    first = lines(out)
    assert tasks(log) == 5
    audit(nop, out, LOG=log, **BAD)
    assert tasks(log) == 5 and lines(out) == first
    put(nop, names[0], corpus="conflicts.docx")
    os.utime(nop + "/" + names[1])
    audit(nop, out, LOG=log, **BAD)
    assert tasks(log) == 6
    assert rows(out, "SELECT count(*) FROM rounds WHERE finished IS NOT NULL") == [(3,)]
    audit(nop, out, "--profile=school", LOG=log, **BAD)
    assert tasks(log) == 11


def a_killed_run_loses_nothing_and_goes_on(folder):
    nop, whole, out, log = folder + "/nop", folder + "/whole", folder + "/kq", folder + "/log"
    some_documents(nop, 15)
    audit(nop, whole)
    judged = 0
    for upto in (4, 9):
        process = started(nop, out, log)
        until(lambda: tasks(log) - judged >= upto)
        process.send_signal(signal.SIGKILL)
        process.wait()
        judged = tasks(log)
        time.sleep(0.2)
        copy = tempfile.mkdtemp(dir=folder)
        for name in os.listdir(out):
            shutil.copy(os.path.join(out, name), copy)
        assert rows(copy, "PRAGMA integrity_check") == [("ok",)]
        kept = rows(copy, "SELECT count(*) FROM results")[0][0]
        assert kept >= upto - 1, f"{kept} kept of {upto} begun"
    process = started(nop, out, log, "0")
    _, err = process.communicate()
    assert "tiếp tục" in err.decode(), err
    assert tasks(log) - judged == 15 - kept, (tasks(log), judged, kept)
    assert lines(out) == lines(whole)
    assert content(out) == content(whole)


def a_signal_ends_it_in_good_order(folder):
    nop, whole, out, log = folder + "/nop", folder + "/whole", folder + "/kq", folder + "/log"
    some_documents(nop, 12)
    audit(nop, whole)
    for number in (signal.SIGINT, signal.SIGTERM):
        process = started(nop, out, log)
        count = tasks(log)
        until(lambda: tasks(log) - count >= 3)
        process.send_signal(number)
        _, err = process.communicate(timeout=20)
        assert process.returncode == NOT_BEGUN, err
        assert "chạy lại đúng lệnh này" in err.decode(), err
        assert os.listdir(out) == ["rasoat.db"], os.listdir(out)
    audit(nop, out)
    assert lines(out) == lines(whole) and content(out) == content(whole)


def a_full_disk_is_said_and_loses_nothing(folder):
    nop, whole, out = folder + "/nop", folder + "/whole", folder + "/kq"
    some_documents(nop, 20)
    audit(nop, whole)
    os.mkdir(out)
    small = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "none", out], stderr=subprocess.DEVNULL,
                           check=False).returncode == 0
    if not small:
        print("batch: no right to mount a small disk; a_full_disk_is_said_and_loses_nothing is skipped")
        return
    try:
        done = audit(nop, out)
        shutil.copytree(out, folder + "/copy")
    finally:
        subprocess.run(["umount", out], check=True)
    assert done.returncode == NOT_BEGUN, done
    assert b"rasoat.db" in done.stderr and "ổ đĩa hết dung lượng trống; giải phóng".encode() in done.stderr, done.stderr
    kept = rows(folder + "/copy", "SELECT count(*) FROM results")
    assert 0 < kept[0][0] < 20, kept
    done = audit(nop, folder + "/copy")
    assert lines(folder + "/copy") == lines(whole) and content(folder + "/copy") == content(whole)


def a_file_that_may_not_grow_is_said_and_loses_nothing(folder):
    nop, whole, out = folder + "/nop", folder + "/whole", folder + "/kq"
    some_documents(nop, 20)
    audit(nop, whole)
    done = audit(nop, out, file_limit=100_000)
    assert done.returncode == NOT_BEGUN and b"rasoat.db" in done.stderr, done
    assert not os.path.exists(out + "/results.jsonl")
    done = audit(nop, out)
    assert rows(out, "PRAGMA integrity_check") == [("ok",)]
    assert lines(out) == lines(whole) and content(out) == content(whole)


def says_of(done, place, what):
    """The exit code, and on one line the place as it was given, what is wrong there and what to do, in each language."""
    halves = done.stderr.decode().rstrip("\n").split(" · ")
    return done.returncode == NOT_BEGUN and len(halves) == len(what) and "\n" not in "".join(halves) and all(
        f": {place}: " in half and words in half.split(place)[1] for half, words in zip(halves, what))


def a_place_that_cannot_be_written_is_told_by_all_commands_alike(folder):
    nop, good, locked, file = (folder + name for name in ("/nop", "/good", "/locked", "/tep"))
    document = nop + "/" + some_documents(nop, 1)[0]
    audit(nop, good)
    shutil.copytree(good, folder + "/results")
    shutil.copytree(good, locked)
    put(folder, "tep", b"cua toi")
    put(folder, "results/report", b"cua toi")
    os.mkdir(folder + "/empty")
    for name in (locked, folder + "/empty"):
        os.chmod(name, 0o555)
    os.chmod(folder, 0o755)
    os.mkdir(folder + "/counts")
    os.chmod(folder + "/counts", 0o777)
    as_another = {"user": 65534 if os.getuid() == 0 else None,
                  "GCOV_PREFIX": folder + "/counts"}  # a program that counts what it runs may write nowhere else
    denied = "không có quyền ghi; cấp quyền ghi rồi chạy lại", "no permission to write; grant it"
    no_folder = "là tệp chứ không phải thư mục", "is a file and no folder"
    into = (lambda out: ("audit", nop, "-o", out), lambda out: ("merge", good, "-o", out))
    to_file = (lambda out: ("check", document, "-o", out), lambda out: ("compare", document, document, "-o", out))
    cases = [(command(out), place, what) for command in into for out, place, what in (
        (locked, locked, denied), (folder + "/empty", folder + "/empty", denied), (locked + "/kq", locked + "/kq", denied),
        (file, file, no_folder), (file + "/kq", file + "/kq", no_folder))]
    cases += [(command(out), out, what) for command in to_file for out, what in (
        (locked + "/a.txt", denied), (file + "/a.txt", no_folder), (good, ("hãy ghi thêm tên tệp", "this is a folder")),
        (folder + "/khong/co/a.txt", ("không có thư mục chứa nó; tạo thư mục ấy", "make that folder, or write elsewhere")))]
    cases += [(("report", locked), locked + "/report", denied), (("report", folder + "/results"), folder + "/results/report", no_folder)]
    for command, place, what in cases:
        done = run(*command, **as_another)
        assert says_of(done, place, what), (command, done)
    with open(file, "rb") as kept:
        assert kept.read() == b"cua toi"


def bytes_of_files(out):
    found = {}
    for name in sorted(os.listdir(out)):
        with open(os.path.join(out, name), "rb") as file:
            found[name] = file.read()
    return found


def a_newer_store_is_refused_and_stays(folder):
    nop, out, part = folder + "/nop", folder + "/kq", folder + "/part"
    some_documents(nop, 1)
    audit(nop, out)
    audit(nop, part, "--shard=1/1")
    rows(out, "PRAGMA user_version=99")
    before = bytes_of_files(out)
    for words in ("audit", nop, "-o", out), ("report", out), ("merge", "-o", out, part), ("merge", "-o", out + "2", out):
        done = run(*words)
        assert done.returncode == NOT_BEGUN and b"newer rasoat" in done.stderr, done.stderr
        assert bytes_of_files(out) == before, words


def a_damaged_store_is_refused_with_a_way_out(folder):
    nop, out = folder + "/nop", folder + "/kq"
    some_documents(nop, 1)
    whole = audit(nop, out).returncode
    with open(out + "/rasoat.db", "r+b") as store:
        store.seek(4096)
        store.write(b"\xff" * 60000)
    for words in ("audit", nop, "-o", out), ("report", out):
        done = run(*words)
        assert done.returncode == NOT_BEGUN and b"move this file away" in done.stderr, done.stderr
    os.rename(out + "/rasoat.db", folder + "/away")
    assert audit(nop, out).returncode == whole


def no_bit_that_turns_over_gives_another_result(folder):
    nop, out = folder + "/nop", folder + "/kq"
    some_documents(nop, 2)
    known = audit(nop, out).returncode
    audit(nop, out)  # once more: what is done is only told again
    whole, told = lines(out), 0
    with open(out + "/rasoat.db", "rb") as store:
        sound = store.read()
    for place in range(4096, len(sound), len(sound) // 60):
        shutil.rmtree(out)
        put(out, "rasoat.db", sound[:place] + bytes([sound[place] ^ 4]) + sound[place + 1:])
        done = audit(nop, out)
        if done.returncode == NOT_BEGUN:
            assert b"move this file away" in done.stderr, (place, done.stderr)
            told += 1
        else:
            assert (done.returncode, lines(out)) == (known, whole), place
    assert told > 10, told


def a_store_made_to_harm_is_refused(folder):
    nop, sound, out = folder + "/nop", folder + "/sound", folder + "/kq"
    some_documents(nop, 2)
    audit(nop, sound)
    for harm in ("UPDATE units SET path=NULL", "UPDATE rounds SET shards=-1", "UPDATE rounds SET shard=9", "UPDATE rounds SET shard=0",
                 "UPDATE dictionaries SET content=zeroblob(100000)"):
        shutil.rmtree(out, True)
        shutil.copytree(sound, out)
        rows(out, harm)
        done = run("report", out)
        assert done.returncode == NOT_BEGUN and b"is damaged" in done.stderr, (harm, done)
        assert run("merge", "-o", folder + "/joined", out).returncode in (NOT_BEGUN, NOT_JUDGED, 0, 1), harm
    make_older(sound, 3)
    rows(sound, "UPDATE units SET name=CAST(x'41FF' AS TEXT), parent=CAST(x'FE' AS TEXT)")
    assert run("report", sound).returncode == 0


# --- parts ---------------------------------------------------------------------------------------------------

def parts_together_are_the_whole(folder):
    nop, whole = folder + "/nop", folder + "/whole"
    some_documents(nop, 20)
    put(nop, "a.fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 2))
    put(nop, "b/b.fodt", regulation("TRƯỜNG THCS LÊ LỢI", 3))
    put(nop, "b/b2.fodt", regulation("TRƯỜNG THCS LÊ LỢI", 4, " Mới."))
    put(nop, "c.fodt", regulation("TRƯỜNG THCS LÊ LỢI", 3))
    put(nop, "d.doc", b"x")
    put(nop, "e.xlsx", b"x")
    put(folder, "ds.csv", "Đơn vị,Số người\nTrường THCS Lê Lợi,7\nTrạm Y tế xã A,\n".encode())
    roster = "--roster=" + folder + "/ds.csv"
    one = audit(nop, whole, roster)
    parts = [f"{folder}/part{number}" for number in (1, 2, 3)]
    for number, part in enumerate(parts, 1):
        done = audit(nop, part, roster, f"--shard={number}/3")
        assert done.returncode == 0 and not os.path.exists(part + "/results.jsonl"), done
        assert 0 < rows(part, "SELECT count(*) FROM files")[0][0] < 20
    done = run("merge", "-o", folder + "/kq", "--fail-on=none", parts[2], parts[0], parts[1])
    assert done.returncode == one.returncode == NOT_JUDGED, done
    assert done.stdout.replace(b"/kq/", b"/whole/") == one.stdout, done.stdout.decode()
    assert lines(folder + "/kq") == lines(whole), "results.jsonl differs"
    for here, there in zip(content(folder + "/kq"), content(whole)):
        assert here == there, set(here) ^ set(there)
    for out in folder + "/kq", whole:
        assert run("report", out, "-f", "xlsx").returncode == 0
    books = [zipfile.ZipFile(out + "/report/report.xlsx") for out in (folder + "/kq", whole)]
    for name in books[0].namelist():
        assert books[0].read(name) == books[1].read(name), name
    for wrong, why in ((parts[:2], "3/3"), (parts[:2] + parts[:1], "already"), ([whole] + parts, "same run"),
                       ([folder], "rasoat.db")):
        done = run("merge", "-o", folder + "/sai", *wrong)
        assert done.returncode == NOT_BEGUN and why in done.stderr.decode(), done
        assert not os.path.exists(folder + "/sai")


# --- bad documents -------------------------------------------------------------------------------------------

def what_crashes_or_hangs_costs_one_line(folder):
    nop, out = folder + "/nop", folder + "/kq"
    some_documents(nop, 3)
    put(nop, "0-crash.docx", b"CRASH")
    put(nop, "1-hang.docx", b"HANG")
    put(nop, "z-crash.docx", b"CRASH\n")
    patience = "20" if os.environ.get("SANITIZE") else "4"  # for those that are well, on a busy machine too
    done = audit(nop, out, f"--timeout={patience}", "--jobs=2", **BAD)
    found = records(out)
    assert done.returncode == NOT_JUDGED and len(found) == 6
    assert of(found, "0-crash.docx")["error"]["code"] == "worker-crashed"
    assert "signal 11" in of(found, "0-crash.docx")["error"]["detail"]
    assert of(found, "1-hang.docx")["error"]["code"] == "limit-time"
    assert len(of(found, "1-hang.docx")["sha256"]) == 64
    assert sum(record["outcome"] == "judged" for record in found) == 3
    audit(nop, out)  # with a worker that is well, what may come out otherwise is judged again
    assert of(records(out), "0-crash.docx")["error"]["code"] == "unknown-format"


def a_document_that_takes_too_much_memory_costs_one_line(folder):
    if os.environ.get("SANITIZE"):
        return  # AddressSanitizer cannot work under a limit of memory
    nop, out = folder + "/nop", folder + "/kq"
    some_documents(nop, 1)
    body = b"".join(b"<text:p>Quy che thuc hien dan chu o co so %d</text:p>" % n for n in range(190_000))
    head = (b'<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text='
            b'"urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype='
            b'"application/vnd.oasis.opendocument.text"><office:body><office:text>')
    put(nop, "lon.fodt", head + body + b"</office:text></office:body></office:document>")
    audit(nop, out, "--memory=200")
    found = records(out)
    assert of(found, "lon.fodt")["error"]["code"] == "limit-memory", of(found, "lon.fodt")["error"]
    assert sum(record["outcome"] == "judged" for record in found) == 1


def workers_that_cannot_begin_end_the_run(folder):
    some_documents(folder + "/nop", 3)
    done = audit(folder + "/nop", folder + "/kq", RASOAT_WORKER="/bin/false")
    assert done.returncode == NOT_BEGUN and b"workers end before" in done.stderr, done
    done = audit(folder + "/nop", folder + "/kq", RASOAT_WORKER="/khong/co")
    assert done.returncode == NOT_BEGUN and b"/khong/co" in done.stderr, done


TESTS = [a_folder_gives_a_line_a_document_as_check_would, results_of_before_inside_the_folder_are_skipped_and_told,
         the_same_folder_gives_the_same_bytes_with_any_number_of_jobs, a_list_and_patterns_choose_files,
         names_of_a_list_begin_at_the_folder_that_is_checked, a_list_of_names_that_begin_elsewhere_begins_no_round,
         an_empty_selection_is_an_error, what_else_than_the_texts_differs_from_the_round_before_is_told,
         other_rules_than_in_the_round_before_are_told, results_inside_the_folder_are_not_read_again,
         results_go_into_no_folder_that_is_checked,
         unchanged_documents_are_not_judged_again, a_killed_run_loses_nothing_and_goes_on,
         a_signal_ends_it_in_good_order, a_full_disk_is_said_and_loses_nothing,
         a_file_that_may_not_grow_is_said_and_loses_nothing,
         a_place_that_cannot_be_written_is_told_by_all_commands_alike, a_newer_store_is_refused_and_stays,
         a_damaged_store_is_refused_with_a_way_out, no_bit_that_turns_over_gives_another_result,
         a_store_made_to_harm_is_refused,
         parts_together_are_the_whole, what_crashes_or_hangs_costs_one_line,
         a_document_that_takes_too_much_memory_costs_one_line, workers_that_cannot_begin_end_the_run]


def main():
    return run_cases("batch", [test for test in TESTS if len(sys.argv) < 2 or sys.argv[1] in test.__name__])


if __name__ == "__main__":
    sys.exit(main())
