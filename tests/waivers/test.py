#!/usr/bin/env python3
"""Findings that somebody accepted: what that changes in verdict, exit code and reports, and what it leaves alone.

RASOAT names the program.
"""
import html
import json
import os
import re
import subprocess
import sys
import zipfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import district_cases
from cases import cases_of, run_cases

RASOAT = os.environ.get("RASOAT", "build/rasoat")
CORPUS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "corpus")
DRAFT = os.path.join(CORPUS, "conflicts.docx")
DATE = "2026-01-01"
HEAD = "Mã quy tắc;Lý do;Người duyệt;Căn cứ;Hết hạn;Đơn vị;Tệp"
TERMS = "chưa có cổng thông tin;Ông A, Chánh Văn phòng;Công văn 12/UBND;31/12/2026"


def rasoat(*words, code=None):
    done = subprocess.run([RASOAT, *words], capture_output=True)
    if code is not None:
        assert done.returncode == code, f"{words}: exit {done.returncode}, not {code}\n{done.stderr.decode()}"
    return done


def waivers(folder, *rows, head=HEAD, encoding="utf-8"):
    path = os.path.join(folder, "waivers.csv")
    with open(path, "w", encoding=encoding) as out:
        out.write("\r\n".join((head, *rows)) + "\r\n")
    return path


def check(*words, file=DRAFT, code=None):
    return json.loads(rasoat("check", "--as-of", DATE, "-f", "jsonl", *words, file, code=code).stdout)


def by_rule(result):
    return {finding["rule"]: finding for finding in result["findings"]}


def open_rules(result, *statuses):
    return [f["rule"] for f in result["findings"] if f["check"] in ("section", "item", "bound") and f["status"] in statuses]


def test_a_waived_finding_keeps_status_and_evidence_and_says_who_accepted_it(folder):
    plain = check()
    waived = check("--waivers", waivers(folder, f"l10-cq-d49-k4;{TERMS};;"))
    finding = by_rule(waived)["l10-cq-d49-k4"]
    assert finding.pop("waiver") == {
        "reason": "chưa có cổng thông tin", "approver": "Ông A, Chánh Văn phòng", "basis": "Công văn 12/UBND",
        "expires": "2026-12-31"}
    assert finding == by_rule(plain)["l10-cq-d49-k4"]
    assert waived.pop("waivers") == {"applied": 1, "idle": []}
    before, after = plain["summary"].pop("contents"), waived["summary"].pop("contents")
    assert after["waived"] == 1 and sum(after.values()) == sum(before.values()), (before, after)
    assert waived == plain  # conflicts are left, so the verdict is as it was


def test_what_is_accepted_counts_neither_for_the_verdict_nor_for_the_exit_code(folder):
    rules = set(open_rules(check(), "conflict", "missing", "partial", "review"))
    everything = [f"{rule};{TERMS};;" for rule in sorted(rules)]
    accepted = check("--waivers", waivers(folder, *everything), code=0)
    assert accepted["summary"]["verdict"] == "complete"
    assert accepted["summary"]["conflict"] == check()["summary"]["conflict"]
    conflicts = open_rules(accepted, "conflict")
    rest = [row for row in everything if row.split(";")[0] not in conflicts]
    assert check("--waivers", waivers(folder, *rest), "--fail-on", "conflict", code=1)["summary"]["verdict"] == "conflicting"
    missing = [f"{rule};{TERMS};;" for rule in conflicts]
    assert check("--waivers", waivers(folder, *missing), code=1)["summary"]["verdict"] == "incomplete"


def test_reports_name_each_open_finding_by_the_rule_that_a_waiver_takes(folder):
    rules = set(open_rules(check(), "conflict", "missing", "partial", "review"))
    sections = {rule for rule in rules if not rule.startswith("l10") and not rule.startswith("nq")}
    for form in "text", "html":
        shown = rasoat("check", "--as-of", DATE, "-f", form, DRAFT).stdout.decode()
        told = {rule for rule in rules if rule + ("]" if form == "text" else "</span>") in shown}
        assert rules - sections <= told, (form, rules - sections - told)
    waived = sorted(told)
    text = rasoat("check", "--as-of", DATE, "--waivers", waivers(folder, *(f"{rule};{TERMS};;" for rule in waived)), DRAFT)
    assert "CHẤP NHẬN KHÔNG CÓ TÁC DỤNG" not in text.stdout.decode() and not text.stderr, text


def test_acts_cited_are_waived_one_by_one_by_the_id_that_reports_show(folder):
    draft = os.path.join(CORPUS, "wrong-bases.docx")
    ids = [f"citation:{f['citation']['instrument']}" for f in check(file=draft)["findings"]
           if f["check"] == "citation" and f["status"] not in ("met", "not-applicable")]
    assert len(ids) > 3 and "citation:71/1998/NĐ-CP" in ids
    shown = {form: rasoat("check", "--as-of", DATE, "-f", form, draft).stdout.decode() for form in ("text", "html")}
    better = os.path.join(CORPUS, "complete-justice.docx")
    for form in "text", "html":
        shown["compare " + form] = rasoat("compare", "--as-of", DATE, "-f", form, better, draft).stdout.decode()
    for form, report in shown.items():
        for one in ids:
            assert one + ("]" if "text" in form else "</span>") in report, (form, one)
    spellings = "citation:71/1998/NĐ-CP", "citation: 71/1998/nđ–cp", "citation:71/1998/ND-CP"
    for spelling in spellings:
        found = check("--waivers", waivers(folder, f"{spelling};{TERMS};;"), file=draft)
        waived = [f["citation"]["instrument"] for f in found["findings"] if "waiver" in f]
        assert waived == ["71/1998/NĐ-CP"] and found["waivers"] == {"applied": 1, "idle": []}, (spelling, waived)
    everything = check("--waivers", waivers(folder, f"citation;{TERMS};;"), file=draft)  # as files of old say it
    assert everything["waivers"]["applied"] == len(ids)
    stray = check("--waivers", waivers(folder, f"citation:99/2001/NĐ-CP;{TERMS};;"), file=draft)
    assert [(idle["rule"], idle["why"]) for idle in stray["waivers"]["idle"]] == [("citation:99/2001/NĐ-CP", "no-finding")]


def test_an_act_that_nobody_knows_is_waived_by_the_number_in_its_text(folder):
    draft = os.path.join(CORPUS, "long-department.docx")
    text = rasoat("check", "--as-of", DATE, draft).stdout.decode()
    assert "[citation:15/2023/QĐ-UBND]" in text
    found = check("--waivers", waivers(folder, f"citation:15/2023/QĐ-UBND;{TERMS};;"), file=draft)
    assert [f["citation"]["instrument"] for f in found["findings"] if "waiver" in f] == [None]
    page = rasoat("check", "--as-of", DATE, "--waivers", os.path.join(folder, "waivers.csv"), "-f", "text", draft).stdout.decode()
    assert page.count("người duyệt: Ông A, Chánh Văn") == 1, page


def test_a_group_stands_for_its_section_and_contents(folder):
    accepted = check("--waivers", waivers(folder, f"forms-of-disclosure;{TERMS};;"))
    for finding in accepted["findings"]:
        meant = (finding["group"] == "forms-of-disclosure" and finding["check"] not in ("citation", "consistency")
                 and finding["status"] not in ("met", "not-applicable"))
        assert ("waiver" in finding) == meant, finding["rule"]


def test_a_section_that_fell_short_only_by_what_is_waived_is_waived_with_it(folder):
    rows = [f"{rule};{TERMS};;" for rule in ("l10-cq-d51-k1", "l10-cq-d51-k2")]
    both = by_rule(check("--waivers", waivers(folder, *rows)))
    one = by_rule(check("--waivers", waivers(folder, rows[0])))
    assert "waiver" in both["agency-10-2022-conference"] and "waiver" not in one["agency-10-2022-conference"]


def test_of_two_waivers_of_a_finding_the_later_to_end_holds(folder):
    sooner, later = (f"l10-cq-d49-k4;x;{who};z;{day};;" for who, day in (("A", "01/09/2026"), ("B", "31/12/2026")))
    for rows in (sooner, later), (later, sooner):
        waiver = by_rule(check("--waivers", waivers(folder, *rows)))["l10-cq-d49-k4"]["waiver"]
        assert (waiver["approver"], waiver["expires"]) == ("B", "2026-12-31"), waiver


def test_expired_and_idle_waivers_are_told_and_do_nothing(folder):
    rows = ("l10-cq-d49-k4;x;y;z;31/12/2025;;", "l10-cq-d59-k1b;x;y;z;2026-01-01;;",
            "l10-cq-d46-k01;x;y;z;1/2/2026;;", "school;x;y;z;1/2/2026;;")
    known = rows[:3] + ("consistency-placeholder;x;y;z;1/2/2026;;",)
    result = check("--waivers", waivers(folder, *known))
    assert [(idle["line"], idle["why"]) for idle in result["waivers"]["idle"]] == [
        (2, "expired"), (4, "not-open"), (5, "no-finding")]
    found = by_rule(result)
    assert "waiver" not in found["l10-cq-d49-k4"] and "waiver" in found["l10-cq-d59-k1b"]  # the last day counts
    path = os.path.join(folder, "waivers.csv")
    for form, words in ("text", ("dòng 2 (l10-cq-d49-k4", "hết hạn")), ("html", ("dòng 2 (l10-cq-d49-k4", "hết hạn")):
        report = " ".join(rasoat("check", "--as-of", DATE, "--waivers", path, "-f", form, DRAFT).stdout.decode().split())
        assert all(word in report for word in words), form


def test_a_waiver_is_for_the_units_and_files_that_it_names(folder):
    path = waivers(folder, f"l10-cq-d49-k4;{TERMS};Chi cục quản lý *;", f"l10-cq-d59-k1b;{TERMS};;conf*.docx",
                   f"l10-cq-d46-k03;{TERMS};Sở Y tế;")
    done = rasoat("check", "--as-of", DATE, "-f", "jsonl", "--waivers", path, DRAFT)
    found = by_rule(json.loads(done.stdout))
    assert "waiver" in found["l10-cq-d49-k4"] and "waiver" in found["l10-cq-d59-k1b"]
    assert "waiver" not in found["l10-cq-d46-k03"]
    assert "line 4 (l10-cq-d46-k03): none of the files is of this unit" in done.stderr.decode()


def test_what_is_wrong_in_the_file_is_named_by_its_line_and_nothing_is_judged(folder):
    cases = ("khong-co;a;b;c;31/12/2026;;", "is no rule or group"), ("citation;a;b;c;31/02/2026;;", "no date"), \
        ("citation;;b;c;31/12/2026;;", "column “reason”"), ("citation;a;;c;31/12/2026;;", "column “approver”"), \
        ("citation;a;b;;31/12/2026;;", "column “basis”"), ("citation;a;b;c;;;", "column “expires”"), \
        ("consistency-khong-co;a;b;c;31/12/2026;;", "is no rule or group"), \
        ("citation:;a;b;c;31/12/2026;;", "is no rule or group"), \
        ("citations;a;b;c;31/12/2026;;", "is no rule or group")
    for row, told in cases:
        done = rasoat("check", "--waivers", waivers(folder, f"citation;{TERMS};;", row), DRAFT, code=2)
        assert told in done.stderr.decode() and "waivers.csv, dòng 3" in done.stderr.decode(), done.stderr.decode()
        assert not done.stdout
    assert "no column “approver”" in rasoat("check", "--waivers", waivers(folder, head="Mã;Lý do;Căn cứ;Hết hạn"), DRAFT,
                                            code=2).stderr.decode()
    twice = waivers(folder, head="Mã;Lý do;Người duyệt;Căn cứ;Hết hạn;Hết hạn")
    assert "“Hết hạn” stands over two columns" in rasoat("check", "--waivers", twice, DRAFT, code=2).stderr.decode()
    swallowed = waivers(folder, f"citation;{TERMS};;", 'citation;"a;b;c;31/12/2026;;', "x")
    assert "line 3: a field opens with" in rasoat("check", "--waivers", swallowed, DRAFT, code=2).stderr.decode()
    rasoat("check", "--waivers", os.path.join(folder, "none.csv"), DRAFT, code=2)


def test_all_faults_of_the_file_are_told_in_one_run(folder):
    path = waivers(folder, "khong-co;;b;c;31/02/2026;;", f"citation;{TERMS};;", "citation;a;b;;;;")
    told = rasoat("check", "--waivers", path, DRAFT, code=2).stderr.decode().splitlines()
    assert len(told) == 5 and all(line.startswith("rasoat: ") for line in told), told
    for line, (number, column) in zip(told, ((2, "Lý do"), (2, "Mã quy tắc"), (2, "Hết hạn"), (4, "Căn cứ"), (4, "Hết hạn"))):
        assert f"dòng {number}, cột “{column}”" in line, told
    path = waivers(folder, *["citation;a;b;c;khi nào xong;;"] * 23)
    told = rasoat("check", "--waivers", path, DRAFT, code=2).stderr.decode().splitlines()
    assert len(told) == 21 and "và 3 lỗi nữa" in told[20], told
    told = rasoat("check", "--waivers", waivers(folder, head="Mã;Căn cứ"), DRAFT, code=2).stderr.decode().splitlines()
    assert [line.count("thiếu cột") for line in told] == [1, 1, 1], told


def test_the_table_may_be_english_with_commas_and_a_byte_order_mark(folder):
    path = waivers(folder, 'l10-cq-d49-k4,"no portal, yet",B,C,2026-12-31', encoding="utf-8-sig",
                   head="Rule,Reason,Approver,Basis,Expires")
    assert by_rule(check("--waivers", path))["l10-cq-d49-k4"]["waiver"]["reason"] == "no portal, yet"


def test_reports_show_what_is_accepted_apart_whatever_it_is(folder):
    path = waivers(folder, f"l10-cq-d49-k4;{TERMS};;", f"l10-cq-d46-k03;{TERMS};;")
    text = rasoat("check", "--as-of", DATE, "--waivers", path, DRAFT).stdout.decode()
    apart = text.index("ĐÃ ĐƯỢC CHẤP NHẬN (không tính vào kết luận)")
    assert text.index("NỘI DUNG BẮT BUỘC CÒN THIẾU") < apart < text.index("Chấp nhận:")
    assert "2 thiếu sót đã được chấp nhận" in " ".join(text.split())
    english = rasoat("check", "-l", "en", "--as-of", DATE, "--waivers", path, DRAFT).stdout.decode()
    assert english.count("    Waived:     ") == 2
    page = rasoat("check", "--as-of", DATE, "--waivers", path, "-f", "html", DRAFT).stdout.decode()
    assert page.count("người duyệt: Ông A, Chánh Văn phòng; căn cứ: Công văn 12/UBND; đến hết ngày 31/12/2026") == 2
    for form, part in ("docx", "word/comments.xml"), ("bien-ban", "word/document.xml"):
        rasoat("check", "--as-of", DATE, "--waivers", path, "-f", form, "-o", f"{folder}/a.docx", DRAFT)
        with zipfile.ZipFile(f"{folder}/a.docx") as made:
            assert html.unescape(made.read(part).decode()).count("người duyệt: Ông A, Chánh Văn phòng") == 2, form


def test_a_kept_result_keeps_its_waivers(folder):
    path = waivers(folder, f"l10-cq-d49-k4;{TERMS};;", "l10-cq-d46-k01;x;y;z;1/2/2026;;")
    kept = os.path.join(folder, "kept.json")
    rasoat("check", "--as-of", DATE, "--waivers", path, "-f", "jsonl", "-o", kept, DRAFT)
    both = json.loads(rasoat("compare", "-f", "json", kept, kept, code=0).stdout)
    after = {row["rule"]: row["after"] for row in both["changes"]}
    assert after["l10-cq-d49-k4"]["waiver"]["basis"] == "Công văn 12/UBND"


def test_two_drafts_are_compared_with_what_is_accepted(folder):
    better = os.path.join(CORPUS, "complete-justice.docx")
    rules = [row["rule"] for row in json.loads(rasoat("compare", "--as-of", DATE, "-f", "json", better, DRAFT, code=1).stdout)["changes"]
             if row["change"] == "new"]
    path = waivers(folder, *(f"{rule};{TERMS};;" for rule in sorted(set(rules))), "l10-cq-d46-k01;x;y;z;1/2/2026;;",
                   f"citation;{TERMS};Sở Y tế;")
    done = rasoat("compare", "--as-of", DATE, "--waivers", path, better, DRAFT, code=0)
    text = " ".join(done.stdout.decode().split())
    assert f"trong đó {len(set(rules))} mục đã được chấp nhận" in text and "(đã chấp nhận)" in text
    assert text.count("người duyệt: Ông A, Chánh Văn phòng") == len(set(rules))
    assert "CHẤP NHẬN KHÔNG CÓ TÁC DỤNG" in text and "(l10-cq-d46-k01" in text
    assert "(citation): none of the files" in done.stderr.decode()
    page = rasoat("compare", "--as-of", DATE, "--waivers", path, "-f", "html", better, DRAFT).stdout.decode()
    assert page.count("Ông A, Chánh Văn phòng; căn cứ") == len(set(rules)) and 'class="verdict met"' in page
    both = json.loads(rasoat("compare", "--as-of", DATE, "--waivers", path, "-f", "json", better, DRAFT).stdout)
    assert [idle["rule"] for idle in both["waivers"]["idle"]] == ["l10-cq-d46-k01"]
    one = waivers(folder, f"{rules[0]};{TERMS};;")
    rasoat("compare", "--as-of", DATE, "--waivers", one, better, DRAFT, code=1)
    rasoat("compare", "--waivers", waivers(folder, f"khong-co;{TERMS};;"), better, DRAFT, code=2)


def test_the_record_to_sign_names_waivers_that_expired_or_waive_nothing(folder):
    path = waivers(folder, "l10-cq-d49-k4;x;Bà B;CV 3;31/12/2025;;", "l10-cq-d46-k01;x;Bà B;z;1/2/2026;;")
    rasoat("check", "--as-of", DATE, "--waivers", path, "-f", "bien-ban", "-o", f"{folder}/a.docx", DRAFT, code=1)
    with zipfile.ZipFile(f"{folder}/a.docx") as made:
        record = re.sub("<[^>]+>", "", html.unescape(made.read("word/document.xml").decode()))
    assert "Chấp nhận hết hạn hoặc không có tác dụng" in record
    assert re.search(r"dòng 2 \([^;(]+; người duyệt: Bà B; đến 31/12/2025\): hết hạn", record), record
    assert "dòng 3 (Chủ trương" in record and "không cần nữa" in record and "l10-cq-d46-k01" not in record
    path = waivers(folder, f"l10-cq-d46-k03;{TERMS};;")
    rasoat("check", "--as-of", DATE, "--waivers", path, "-f", "bien-ban", "-o", f"{folder}/a.docx", DRAFT, code=1)
    with zipfile.ZipFile(f"{folder}/a.docx") as made:
        record = re.sub("<[^>]+>", "", html.unescape(made.read("word/document.xml").decode()))
    assert "Nội dung trái quy định: 12 nội dung" in record and "Kết luận chungCÓ NỘI DUNG TRÁI QUY ĐỊNH – 12 nội dung" in record
    assert "Nội dung đã được chấp nhận, không tính vào kết luận: 1 nội dung" in record
    assert "1 thiếu sót đã được chấp nhận, không tính" in record and "trừ nội dung đã được chấp nhận" in record


def test_the_record_asks_for_nothing_that_was_accepted(folder):
    """With all accepted it is complete: nothing is to be sent again, and no clause is told to be written."""
    draft = os.path.join(CORPUS, "wrong-bases.docx")
    found = check(file=draft)["findings"]
    rules = sorted({f["rule"] for f in found if f["status"] not in ("met", "not-applicable")})
    path = waivers(folder, *(f"{rule};{TERMS};;" for rule in rules))
    rasoat("check", "--as-of", DATE, "--waivers", path, "-f", "bien-ban", "-o", f"{folder}/a.docx", draft, code=0)
    with zipfile.ZipFile(f"{folder}/a.docx") as made:
        record = re.sub("<[^>]+>", "", html.unescape(made.read("word/document.xml").decode()))
    assert "Kết luận chungĐẦY ĐỦ" in record and "không phải gửi lại" in record and "và gửi lại trước ngày" not in record
    asked = [f["fix"] for f in found if f["rule"] in rules and f["fix"]]
    assert len(asked) > 5 and not [fix for fix in asked if fix.split("\n")[0] in record]
    assert "cần sửa hoặc tra cứu" not in record and "Viện dẫn, thể thức đã được chấp nhận" in record


def test_a_rule_is_taken_as_reports_print_it_and_in_capitals(folder):
    for spelling in "[l10-cq-d49-k4]", "L10-CQ-D49-K4", "[L10-CQ-D49-K4]", " [ l10-cq-d49-k4 ] ":
        found = by_rule(check("--waivers", waivers(folder, f"{spelling};{TERMS};;")))
        assert "waiver" in found["l10-cq-d49-k4"], spelling
    assert b"l10-cq-d49-k5" in rasoat("check", "--waivers", waivers(folder, f"[l10-cq-d49-k5];{TERMS};;"), DRAFT, code=2).stderr


def test_a_unit_may_be_spelled_as_in_a_roster_and_near_names_are_another(folder):
    names = {"CHI CỤC QUẢN LÝ CHẤT LƯỢNG VẬT TƯ NÔNG NGHIỆP": True, "chi cuc quan ly chat luong vat tu nong nghiep": True,
             "*vật tư nông nghiệp": True, "Chi cục *": True, "Chi cục Quản lý chất lượng": False, "vật tư nông nghiệp": False}
    for name, meant in names.items():
        found = by_rule(check("--waivers", waivers(folder, f"l10-cq-d49-k4;{TERMS};{name};")))
        assert ("waiver" in found["l10-cq-d49-k4"]) == meant, name


sys.exit(run_cases("waivers", cases_of(globals()) + cases_of(vars(district_cases))))
