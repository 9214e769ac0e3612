#!/usr/bin/env python3
"""rasoat audit from outside: what it reads, what it keeps when it is broken off, and what it says of bad documents."""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from cases import run_cases
from runs import (AS_OF, BAD_WORKER, RASOAT, ROOT, audit, content, environment, lines, put, regulation, rows, run,
                  some_documents, words)

BAD = {"RASOAT_WORKER": BAD_WORKER, "REAL": RASOAT}
NOT_JUDGED, NOT_BEGUN = 3, 2


def records(out):
    return [json.loads(line) for line in lines(out).splitlines()]


def of(found, name):
    return next(record for record in found if record["file"] == name)


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
        assert any(entry["level"] == "article" for entry in extra["outline"])
    skipped = rows(out, "SELECT path, reason FROM files WHERE state='skipped' ORDER BY path")
    assert skipped == [(b"so-lieu.xlsx", "not-a-document"), (b"~$x.docx", "lock-file")], skipped


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
    put(elsewhere, "ds.txt", f"a.docx\r\nxã/b.docx\n\n{absolute}\nc.docx\n".encode())
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


def duplicates_by_content_are_named(folder):
    nop, out = folder + "/nop", folder + "/kq"
    for name in ("b.docx", "a/x.docx", "c.docx"):
        put(nop, name, corpus="conflicts.docx")
    audit(nop, out)
    states = {record["file"]: record["batch"] for record in records(out)}
    assert states["a/x.docx"]["state"] == "judged"
    assert states["b.docx"]["state"] == states["c.docx"]["state"] == "duplicate-of"
    assert states["c.docx"]["other"] == "a/x.docx"


def of_copies_the_one_without_the_name_of_a_copy_is_judged_and_the_one_that_the_roster_names(folder):
    copies = ("Bản sao của quy chế.docx", "Copy of quy chế.docx", "a/quy chế (1).docx", "quy che_copy.docx",
              "ban-sao-quy-che.docx", "quy chế - Copy (2).docx", "quy chế (bản sao).docx")
    for number, name in enumerate(copies):
        nop, out = f"{folder}/nop{number}", f"{folder}/kq{number}"
        for each in (name, "xa/z quy chế.docx"):
            put(nop, each, corpus="conflicts.docx")
        audit(nop, out)
        states = {record["file"]: record["batch"] for record in records(out)}
        assert states["xa/z quy chế.docx"]["state"] == "judged" and states[name]["state"] == "duplicate-of", states
        assert states[name]["other"] == "xa/z quy chế.docx", states
    unit, nop, out = "TRƯỜNG THCS KIM ĐỒNG", folder + "/nop", folder + "/kq"
    for name in "a.fodt", "07-x (1).fodt", "z.fodt":
        put(nop, name, regulation(unit, 2))
    for pattern in "07-*.fodt", "07-x (1).fodt":
        put(folder, "ds.csv", f"Đơn vị,Tệp\n{unit},{pattern}\n".encode())
        audit(nop, out, "--roster", folder + "/ds.csv")
        assert rows(out, "SELECT cast(path AS TEXT) FROM units ORDER BY round DESC")[0] == ("07-x (1).fodt",), pattern
    nop, out = folder + "/khac", folder + "/kq-khac"  # other texts are no copies, whatever they are called
    for name, extra, changed in ("qc.fodt", "", 1000), ("qc (1).fodt", " Sửa.", 2000):
        put(nop, name, regulation(unit, 2, extra))
        os.utime(f"{nop}/{name}", (changed, changed))
    audit(nop, out)
    assert rows(out, "SELECT cast(path AS TEXT) FROM units") == [("qc (1).fodt",)]


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
    small = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=192k", "none", out], stderr=subprocess.DEVNULL,
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
    """The exit code, and on one line the place as it was given, what is wrong there and what to do, in both languages."""
    said = done.stderr.decode()
    return done.returncode == NOT_BEGUN and said.count("\n") == 1 and f": {place}: " in said and what in said.split(place)[1]


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
    as_another = {"user": 65534 if os.getuid() == 0 else None}
    denied, no_folder = "cấp quyền ghi rồi chạy lại · no permission to write; grant it", "là tệp chứ không phải thư mục"
    into = (lambda out: ("audit", nop, "-o", out), lambda out: ("merge", good, "-o", out))
    to_file = (lambda out: ("check", document, "-o", out), lambda out: ("compare", document, document, "-o", out))
    cases = [(command(out), place, what) for command in into for out, place, what in (
        (locked, locked, denied), (folder + "/empty", folder + "/empty", denied), (locked + "/kq", locked + "/kq", denied),
        (file, file, no_folder), (file + "/kq", file + "/kq", no_folder))]
    cases += [(command(out), out, what) for command in to_file for out, what in (
        (locked + "/a.txt", denied), (file + "/a.txt", no_folder), (good, "hãy ghi thêm tên tệp · this is a folder"),
        (folder + "/khong/co/a.txt", "không có thư mục chứa nó; tạo thư mục ấy"))]
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
    nop, out = folder + "/nop", folder + "/kq"
    some_documents(nop, 1)
    audit(nop, out)
    rows(out, "PRAGMA user_version=99")
    before = bytes_of_files(out)
    for words in ("audit", nop, "-o", out), ("report", out), ("merge", "-o", out, out), ("merge", "-o", out + "2", out):
        done = run(*words)
        assert done.returncode == NOT_BEGUN and b"newer rasoat" in done.stderr, done.stderr
        assert bytes_of_files(out) == before, words


# --- units ---------------------------------------------------------------------------------------------------

def a_roster_says_who_sent_nothing_and_how_to_judge(folder):
    nop, out, roster = folder + "/nop", folder + "/kq", folder + "/ds.csv"
    put(nop, "1.fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 2))
    put(nop, "moi/2.fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 9, " Bản mới."))
    put(nop, "phong noi vu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    put(nop, "kim dong.fodt", regulation("TRƯỜNG", 1, " Không rõ của ai."))
    put(nop, "la.fodt", regulation("TRƯỜNG MẦM NON BA VÌ", 1, " Lạ."))
    put(folder, "ds.csv", ("\ufeffĐơn vị;Loại;Số người;Nhà nước\r\nTrường Trung học cơ sở Kim Đồng;cơ quan;5;\r\n"
                           "Trường Tiểu học Kim Đồng;trường;;\r\nPhòng Nội vụ;;;\r\nTrạm Y tế xã A;;;\r\n").encode())
    done = run("audit", nop, "-o", out, AS_OF, "--roster", roster)
    assert done.returncode == NOT_JUDGED, done
    states = dict(rows(out, "SELECT name, state FROM units"))
    assert states == {"Trường Trung học cơ sở Kim Đồng": "submitted", "Trường Tiểu học Kim Đồng": "missing",
                      "Phòng Nội vụ": "unreadable", "Trạm Y tế xã A": "missing"}, states
    found = records(out)
    assert of(found, "moi/2.fodt")["batch"]["state"] == "judged"
    assert of(found, "moi/2.fodt")["audit"]["profile_source"] == "roster"
    assert of(found, "moi/2.fodt")["audit"]["profile"] == "agency"
    assert of(found, "1.fodt")["batch"] == {"state": "older-version", "unit": "trung học cơ sở kim đồng",
                                            "match": "text", "other": "moi/2.fodt"}
    assert of(found, "kim dong.fodt")["batch"]["match"] == "doubtful"
    assert of(found, "la.fodt")["batch"]["match"] == "none"
    doubt = rows(out, "SELECT doubt FROM files WHERE match='doubtful'")[0][0]
    assert doubt.split("\n") == ["Trường Trung học cơ sở Kim Đồng", "Trường Tiểu học Kim Đồng"], doubt
    assert "chưa nộp" in done.stdout.decode()
    put(folder, "ds.csv", "Đơn vị,Loại,Cột lạ\nA,câu lạc bộ,\n".encode())
    told = run("audit", nop, "-o", out, AS_OF, "--roster", roster).stderr.decode()
    assert "dòng 2: không rõ “câu lạc bộ”" in told and "“Cột lạ”" in told, told
    put(folder, "ds.csv", "Đơn vị,Số người\nA,nhiều\n".encode())
    done = audit(nop, out, "--roster", roster)
    assert done.returncode == NOT_BEGUN and "dòng 2, cột “Số người”" in done.stderr.decode(), done


def all_faults_of_a_roster_are_told_in_one_run(folder):
    put(folder, "ds.csv", "Đơn vị,Số người\nA,nhiều\nB,ít\nA,3\n".encode())
    put(folder + "/nop", "a.docx", corpus="conflicts.docx")
    done = audit(folder + "/nop", folder + "/kq", "--roster", folder + "/ds.csv")
    assert done.returncode == NOT_BEGUN and not os.path.exists(folder + "/kq")
    told = done.stderr.decode().splitlines()
    assert len(told) == 3 and all(line.startswith("rasoat: ") for line in told), told
    for line, (number, advice) in zip(told, ((2, "ghi số người"), (3, "ghi số người"), (4, "xóa một dòng"))):
        assert f"dòng {number}" in line and f"line {number}" in line and advice in line, line


def of_copies_the_file_that_the_roster_names_is_shown(folder):
    nop, out = folder + "/nop", folder + "/kq"
    text = regulation("TRƯỜNG THCS KIM ĐỒNG", 2)
    put(nop, "Bản sao của truong.fodt", text)
    put(nop, "truong.fodt", text)
    put(folder, "ds.csv", "Đơn vị,Tệp\nTrường THCS Kim Đồng,truong.fodt\n".encode())
    audit(nop, out, "--roster", folder + "/ds.csv")
    states = rows(out, "SELECT cast(path AS TEXT), state FROM files ORDER BY path")
    assert states == [("Bản sao của truong.fodt", "duplicate-of"), ("truong.fodt", "judged")], states


def copies_are_paired_and_a_name_left_over_is_told(folder):
    nop, out = folder + "/nop", folder + "/kq"
    some_documents(nop, 10)
    put(nop, "a.fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 2))
    put(nop, "b.fodt", regulation("TRƯỜNG THCS LÊ LỢI", 3, " Trường THCS Kim Đồng tổ chức thực hiện."))
    audit(nop, out)
    pairs = rows(out, "SELECT one, other, share, in_one, in_other FROM pairs")
    assert len(pairs) == 1 and pairs[0][:2] == (b"a.fodt", b"b.fodt") and pairs[0][2] > 0.9, pairs
    assert pairs[0][3] is None and "Kim Đồng" in (pairs[0][4] or ""), pairs


def a_roster_as_an_office_writes_it_finds_its_units(folder):
    """Semicolons and a byte order mark, a title and two lines of heads, sections, sums, short forms, communes above schools."""
    nop, out = folder + "/nop", folder + "/kq"
    units = [("UBND XÃ NAM SƠN", "TRƯỜNG MẦM NON NAM SƠN", "MN Nam Sơn;xã Nam Sơn;20"),
             ("UBND XÃ NAM SƠN", "TRƯỜNG TIỂU HỌC NAM SƠN 1", "Trường TH Nam Sơn số 1;xã Nam Sơn;20"),
             ("UBND XÃ NAM SƠN", "TRƯỜNG TIỂU HỌC NAM SƠN 2", "TH Nam Sơn 2;xã Nam Sơn;20"),
             ("UBND XÃ BẮC HÀ", "TRƯỜNG MẦM NON HOA SEN", "Mầm non Hoa Sen, xã Bắc Hà;;20"),
             ("UBND PHƯỜNG TÂN LẬP", "TRƯỜNG MẦM NON HOA SEN", "MN Hoa Sen phường Tân Lập;;20"),
             ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRUNG TÂM GDNN-GDTX KỲ THỊNH", "TT GDNN - GDTX Kỳ Thịnh;Sở GDĐT;50"),
             ("UBND TỈNH HÀ THANH", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Sở NN&MT;;40"),
             ("UBND TỈNH HÀ THANH", "ỦY BAN NHÂN DÂN XÃ NAM SƠN", "UBND X. Nam Sơn;;30"),
             ("SỞ Y TẾ", "TRUNG TÂM Y TẾ KHU VỰC KỲ THỊNH", "TTYT KV Kỳ Thịnh;Sở Y tế;90"),
             ("UBND TỈNH HÀ THANH", "CÔNG TY CỔ PHẦN BÁNH KẸO NGỌC LAN", "Cty CP bánh kẹo Ngọc Lan;;1.120")]
    for number, (parent, unit, _) in enumerate(units):
        put(nop, f"qc{number}.fodt", regulation(unit, number + 1, parent=parent))
    listed = [f"{number};{row}" for number, (_, _, row) in enumerate(units, 1)]
    listed[6:6] = ["B;CÁC SỞ, NGÀNH;;"]
    text = ["DANH SÁCH ĐƠN VỊ NỘP QUY CHẾ;;;", ";;;", "TT;Đơn vị (ghi đầy đủ);Cấp trên;Số người", ";;;Tổng số", "A;KHỐI TRƯỜNG HỌC;;",
            *listed, "Cộng;10 đơn vị;;1.430", ";Hà Thanh, ngày 05 tháng 01 năm 2026;;"]
    put(folder, "ds.csv", ("\ufeff" + "\r\n".join(text)).encode())
    told = audit(nop, out, "--roster", folder + "/ds.csv").stderr.decode()
    assert "bỏ qua 5 dòng" in told and "12 “CÁC SỞ, NGÀNH”" in told, told
    states = rows(out, "SELECT name, state, cast(path AS TEXT) FROM units ORDER BY line")
    assert [state for _, state, _ in states] == ["submitted"] * 10, states
    assert [path for _, _, path in states] == [f"qc{number}.fodt" for number in range(10)], states


def a_unit_whose_name_begins_like_another_takes_nothing_from_it(folder):
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "a.fodt", regulation("ỦY BAN NHÂN DÂN XÃ ĐỒNG LẠC", 2))
    put(nop, "b.fodt", regulation("ỦY BAN NHÂN DÂN XÃ ĐỒNG LẠC HẠ", 9, " Bản của xã bên."))
    put(folder, "ds.csv", "Đơn vị\nUBND xã Đồng Lạc\n".encode())
    audit(nop, out, "--roster", folder + "/ds.csv")
    assert rows(out, "SELECT state, cast(path AS TEXT) FROM units") == [("submitted", "a.fodt")]
    files = rows(out, "SELECT cast(path AS TEXT), state, match, doubt FROM files ORDER BY path")
    assert files == [("a.fodt", "judged", "text", None), ("b.fodt", "judged", "doubtful", "UBND xã Đồng Lạc")], files
    os.remove(nop + "/a.fodt")
    audit(nop, out, "--roster", folder + "/ds.csv")
    assert rows(out, "SELECT state FROM units WHERE round=2") == [("missing",)]


def a_file_named_after_another_unit_is_a_doubt_and_words_people_add_are_none(folder):
    nop, out, unread = folder + "/nop", folder + "/kq", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    put(nop, "UBND xã Đồng Lạc Hạ.doc", unread)
    put(nop, "QC dan chu xa Dong Lac ban sua lan 2.doc", unread + b"2")
    put(folder, "ds.csv", "Đơn vị\nĐồng Lạc (xã)\n".encode())
    audit(nop, out, "--roster", folder + "/ds.csv")
    files = rows(out, "SELECT cast(path AS TEXT), match, doubt FROM files ORDER BY path")
    assert files == [("QC dan chu xa Dong Lac ban sua lan 2.doc", "file", None),
                     ("UBND xã Đồng Lạc Hạ.doc", "doubtful", "Đồng Lạc (xã)")], files


def a_copy_is_searched_for_the_name_that_the_folder_or_the_roster_knows(folder):
    """Names that no rule knows the kind of, and letterheads that were not changed; neighbours are not told."""
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "1-goc.fodt", regulation("TRƯỜNG KIM ĐỒNG", 1))
    put(nop, "2-sot.fodt", regulation("TRƯỜNG LÊ LỢI", 2, " Giáo viên Trường Kim Đồng tổ chức thực hiện."))
    put(nop, "3-lang-gieng.fodt", regulation("TRƯỜNG TRẦN PHÚ", 3, " Nhà trường phối hợp với Trường Kim Đồng."))
    put(nop, "4-nguyen.fodt", regulation("TRƯỜNG KIM ĐỒNG", 4))
    put(folder, "ds.csv", "Đơn vị,Tệp\nTrường Kim Đồng,1*\nTrường Lê Lợi,2*\nTrường Trần Phú,3*\nTrường Võ Thị Sáu,4*\n".encode())
    audit(nop, out, "--roster", folder + "/ds.csv")
    pairs = {(one.decode(), other.decode()): left for one, other, *left in
             rows(out, "SELECT one, other, in_one, in_other FROM pairs")}
    assert len(pairs) == 6, pairs
    in_one, in_other = pairs["1-goc.fodt", "2-sot.fodt"]
    assert in_one is None and in_other.startswith("Điều ") and "Giáo viên Trường Kim Đồng" in in_other, pairs
    assert pairs["1-goc.fodt", "3-lang-gieng.fodt"] == [None, None], pairs
    assert pairs["1-goc.fodt", "4-nguyen.fodt"] == [None, "tiêu đề: TRƯỜNG KIM ĐỒNG"], pairs
    put(nop, "2-sot.fodt", regulation("TRƯỜNG LÊ LỢI", 2, " Giáo viên Trường Võ Thị Sáu tổ chức thực hiện."))
    audit(nop, out, "--roster", folder + "/ds.csv")
    told = rows(out, "SELECT in_one FROM pairs WHERE cast(one AS TEXT)='2-sot.fodt' AND cast(other AS TEXT)='4-nguyen.fodt'"
                     " AND round=2")
    assert len(told) == 1 and "Trường Võ Thị Sáu" in (told[0][0] or ""), "the roster alone knows that name"


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
    for wrong, why in ((parts[:2], "3/3"), (parts[:2] + parts[:1], "already"), ([whole] + parts, "same run"),
                       ([folder], "rasoat.db")):
        done = run("merge", "-o", folder + "/sai", *wrong)
        assert done.returncode == NOT_BEGUN and why in done.stderr.decode(), done
        assert not os.path.exists(folder + "/sai/results.jsonl")


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


TESTS = [a_folder_gives_a_line_a_document_as_check_would,
         the_same_folder_gives_the_same_bytes_with_any_number_of_jobs, a_list_and_patterns_choose_files,
         names_of_a_list_begin_at_the_folder_that_is_checked, a_list_of_names_that_begin_elsewhere_begins_no_round,
         an_empty_selection_is_an_error,
         duplicates_by_content_are_named,
         of_copies_the_one_without_the_name_of_a_copy_is_judged_and_the_one_that_the_roster_names,
         all_faults_of_a_roster_are_told_in_one_run,
         what_else_than_the_texts_differs_from_the_round_before_is_told, other_rules_than_in_the_round_before_are_told,
         results_inside_the_folder_are_not_read_again, unchanged_documents_are_not_judged_again,
         a_killed_run_loses_nothing_and_goes_on, a_signal_ends_it_in_good_order, a_full_disk_is_said_and_loses_nothing,
         a_file_that_may_not_grow_is_said_and_loses_nothing,
         a_place_that_cannot_be_written_is_told_by_all_commands_alike, a_newer_store_is_refused_and_stays,
         a_roster_says_who_sent_nothing_and_how_to_judge, of_copies_the_file_that_the_roster_names_is_shown,
         copies_are_paired_and_a_name_left_over_is_told, a_roster_as_an_office_writes_it_finds_its_units,
         a_unit_whose_name_begins_like_another_takes_nothing_from_it,
         a_file_named_after_another_unit_is_a_doubt_and_words_people_add_are_none,
         a_copy_is_searched_for_the_name_that_the_folder_or_the_roster_knows, parts_together_are_the_whole,
         what_crashes_or_hangs_costs_one_line, a_document_that_takes_too_much_memory_costs_one_line,
         workers_that_cannot_begin_end_the_run]


def main():
    return run_cases("batch", [test for test in TESTS if len(sys.argv) < 2 or sys.argv[1] in test.__name__])


if __name__ == "__main__":
    sys.exit(main())
