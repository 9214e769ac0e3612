#!/usr/bin/env python3
"""Two drafts of one regulation: a draft of the corpus, and the same with words mended or taken out.

RASOAT names the program. What is compared here is what a clerk does: mend, and ask what that fixed and broke.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from cases import cases_of, run_cases

RASOAT = os.environ.get("RASOAT", "build/rasoat")
CORPUS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "corpus")
DRAFT = os.path.join(CORPUS, "conflicts.docx")
DATE = ["--as-of", "2026-01-01"]


def rasoat(*words, code=None, stdin=None):
    done = subprocess.run([RASOAT, *words], capture_output=True, input=stdin)
    if code is not None:
        assert done.returncode == code, f"{words}: exit {done.returncode}, not {code}\n{done.stderr.decode()}"
    return done


def edited(path, into, change):
    """A copy of a DOCX with its main part changed."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "word/document.xml":
                text = change(content.decode())
                assert text != content.decode(), "nothing was changed"
                content = text.encode()
            new.writestr(entry, content)
    return into


def compare(old, new, *words, code=None):
    return json.loads(rasoat("compare", *DATE, "-f", "json", *words, old, new, code=code).stdout)


def rows(comparison, change):
    return {row["rule"]: row for row in comparison["changes"] if row["change"] == change and not row["covered_by"]}


def mended_days(text):
    return text.replace("Thời hạn công khai là 15<", "Thời hạn công khai là 05<")


def test_a_draft_against_itself_has_nothing_new_and_nothing_fixed(folder):
    same = compare(DRAFT, DRAFT, code=0)
    assert same["schema"] == "rasoat/1" and same["kind"] == "comparison"
    assert same["summary"]["new"] == same["summary"]["fixed"] == same["summary"]["worse"] == 0
    assert same["summary"]["open"] > 10
    assert same["same_profile"] and same["same_date"] and same["same_rules"]


def test_what_is_mended_is_fixed_and_the_other_way_round_it_is_new(folder):
    mended = edited(DRAFT, f"{folder}/new.docx", mended_days)
    forth, back = compare(DRAFT, mended, code=0), compare(mended, DRAFT, code=1)
    fixed = rows(forth, "fixed")
    assert len(fixed) == forth["summary"]["fixed"] == 1, fixed.keys()
    (rule, row), = fixed.items()
    assert row["before"]["status"] == "conflict" and row["after"]["status"] == "met"
    assert "15 ngày làm việc" in row["before"]["evidence"][0]["quote"]
    assert "05 ngày làm việc" in row["after"]["evidence"][0]["quote"]
    assert list(rows(back, "new")) == [rule] and not rows(back, "fixed")
    assert forth["summary"]["open"] == back["summary"]["open"]


def test_only_what_is_new_or_worse_fails_at_its_level(folder):
    mended = edited(DRAFT, f"{folder}/new.docx", mended_days)
    rasoat("compare", *DATE, "--fail-on", "none", mended, DRAFT, code=0)
    rasoat("compare", *DATE, "--fail-on", "conflict", mended, DRAFT, code=1)
    rasoat("compare", *DATE, "--fail-on", "review", DRAFT, mended, code=0)


def test_a_kept_result_stands_for_its_draft(folder):
    mended = edited(DRAFT, f"{folder}/new.docx", mended_days)
    for form in "json", "jsonl":
        rasoat("check", *DATE, "-f", form, "-o", f"{folder}/old.{form}", DRAFT, code=1)
        kept = rasoat("compare", "-f", "json", f"{folder}/old.{form}", mended, code=0).stdout
        assert json.loads(kept) == compare(DRAFT, mended)  # by the date of the kept result, too
    rasoat("check", *DATE, "-f", "json", "-o", f"{folder}/two.json", DRAFT, mended)
    rasoat("compare", f"{folder}/two.json", mended, code=2)


def test_other_rules_date_or_kind_are_told(folder):
    rasoat("check", "--as-of", "2024-06-01", "-p", "agency", "-f", "json", "-o", f"{folder}/old.json", DRAFT)
    result = json.load(open(f"{folder}/old.json"))
    result[0]["audit"]["rules"] = "0" * 64
    json.dump(result, open(f"{folder}/old.json", "w"))
    told = rasoat("compare", *DATE, "-p", "school", f"{folder}/old.json", DRAFT).stdout.decode()
    told = " ".join(told.split())
    assert "hai loại đơn vị khác nhau" in told and "(01/06/2024; 01/01/2026)" in told and "hai bộ quy tắc" in told
    other = compare(f"{folder}/old.json", DRAFT, "-p", "school")
    assert not (other["same_profile"] or other["same_date"] or other["same_rules"])


def everywhere(comparison_of, *words):
    """What is said of a comparison in all its reports for people, spaces made one."""
    for form in "text", "html":
        told = rasoat("compare", *DATE, "-f", form, *words, *comparison_of).stdout.decode()
        yield form, " ".join(told.split())


def test_two_units_and_two_kinds_of_unit_are_told(folder):
    commune = os.path.join(CORPUS, "commune-complete.docx")
    pair = DRAFT, commune
    for form, told in everywhere(pair):
        assert "Lưu ý:" in told and "tên hai đơn vị khác nhau (CHI CỤC QUẢN LÝ CHẤT LƯỢNG" in told, form
        assert "rà soát theo hai loại đơn vị khác nhau" in told, form
    for form, told in everywhere(pair, "-p", "agency"):  # one kind was given, which does not make them one
        assert "theo nội dung, hai bản là của hai loại đơn vị khác nhau" in told, form
    for form, told in everywhere(pair, "-l", "en"):
        assert "name two different units" in told, form
    apart = compare(*pair, "-p", "agency")
    assert apart["same_unit"] is False and apart["same_kind"] is False and apart["same_profile"] is True


def under_name(unit, parent, into):
    """The kept result of the draft, with another name of its unit."""
    kept, = json.loads(rasoat("check", *DATE, "-f", "json", DRAFT, code=1).stdout)
    kept["document"].update(unit=unit, parent=parent)
    with open(into, "w") as file:
        json.dump(kept, file)
    return into


def test_one_unit_written_otherwise_is_one_unit(folder):
    parent = "SỞ NÔNG NGHIỆP VÀ PTNT LAM SƠN"
    for unit in "Chi cục Quản lí chất lượng vật tư nông nghiệp", "CHI CUC QUAN LY CHAT LUONG VAT TU NONG NGHIEP":
        pair = DRAFT, under_name(unit, parent, f"{folder}/new.json")
        same = compare(*pair)
        assert same["before"]["document"]["unit"] != same["after"]["document"]["unit"] == unit
        assert same["same_unit"] is True and same["same_kind"] is True
        assert all("Lưu ý:" not in told for form, told in everywhere(pair))


def test_one_name_in_two_districts_is_two_units(folder):
    school = "TRƯỜNG THCS KIM ĐỒNG"
    one = under_name(school, "UBND HUYỆN KIM HẠ", f"{folder}/one.json")
    other = under_name(school, "UBND HUYỆN LONG ĐIỀN", f"{folder}/other.json")
    assert compare(one, other)["same_unit"] is False and compare(one, one)["same_unit"] is True
    told = " ".join(rasoat("compare", one, other).stdout.decode().split())
    assert "KIM HẠ" in told and "LONG ĐIỀN" in told  # the same name twice says nothing


def test_a_draft_that_names_no_unit_is_no_other_unit(folder):
    draft = compare(DRAFT, under_name(None, None, f"{folder}/new.json"))
    assert draft["after"]["document"]["unit"] is None and draft["same_unit"] is None


def without_consulting(text):
    """What a chapter says is taken out, from its heading to the next one."""
    paragraphs = re.split(r"(?=<w:p[ >])", text)
    words = [re.sub("<[^>]*>", "", paragraph) for paragraph in paragraphs]
    first = next(i for i, word in enumerate(words) if "NHỮNG VIỆC LẤY Ý KIẾN CÔNG CHỨC" in word)
    last = next(i for i, word in enumerate(words) if i > first and "KIỂM TRA, GIÁM SÁT" in word)
    return "".join(paragraphs[:first] + paragraphs[last:])


def test_contents_that_were_taken_out_are_new_gaps_with_their_old_words(folder):
    whole = os.path.join(CORPUS, "complete-department.docx")
    broken = compare(whole, edited(whole, f"{folder}/cut.docx", without_consulting), code=1)
    lost = [row for row in rows(broken, "new").values() if row["after"]["group"] == "consult"]
    assert len(lost) > 5 and not rows(broken, "fixed")
    assert all(row["before"]["evidence"] and row["after"]["status"] == "missing" for row in lost)


def test_a_section_that_is_missing_whole_is_told_once_with_its_contents(folder):
    slogans = os.path.join(CORPUS, "slogans.docx")
    broken = compare(os.path.join(CORPUS, "complete-department.docx"), slogans, "-p", "agency", code=1)
    covered = [row for row in broken["changes"] if row["covered_by"]]
    told = {row["rule"]: row["after"] for row in broken["changes"] if row["after"] and not row["covered_by"]}
    sections = {rule for rule, finding in told.items() if finding["check"] == "section" and finding["status"] == "missing"}
    assert len(covered) > 3 and {row["covered_by"] for row in covered} <= sections
    assert sum(broken["summary"].values()) + len(covered) == len(broken["changes"])


def test_acts_cited_and_points_of_form_are_compared(folder):
    worse = edited(DRAFT, f"{folder}/cited.docx", lambda text: text.replace("10/2022/QH15", "04/2015/NĐ-CP"))
    broken = compare(DRAFT, worse)
    checks = {row["after"]["check"] for row in broken["changes"] if row["change"] == "new"}
    assert "citation" in checks, checks


def test_a_draft_that_cannot_be_judged_ends_with_3_and_says_which(folder):
    open(f"{folder}/none.docx", "wb").close()
    for report in "text", "html", "json":
        out = rasoat("compare", *DATE, "-f", report, DRAFT, f"{folder}/none.docx", code=3).stdout.decode()
        assert "none.docx" in out
    assert json.loads(out)["summary"] is None and json.loads(out)["changes"] == []


def test_the_page_and_the_text_say_what_the_json_says(folder):
    mended = edited(DRAFT, f"{folder}/new.docx", mended_days)
    summary = compare(mended, DRAFT)["summary"]
    for language, words in ("vi", ("mới phát sinh", "còn tồn tại")), ("en", ("new", "still open")):
        text = rasoat("compare", *DATE, "-l", language, mended, DRAFT).stdout.decode()
        page = rasoat("compare", *DATE, "-l", language, "-f", "html", mended, DRAFT).stdout.decode()
        for report in text, page:
            assert f"{words[0]} {summary['new']}" in report and f"{words[1]} {summary['open']}" in report
        assert page.count('<div class="gap') == sum(summary.values())
        assert "http" not in page.replace("http-equiv", "") and "15 ngày làm việc" in page


def test_a_report_never_replaces_a_draft_and_is_whole_or_not_there(folder):
    copy = shutil.copy(DRAFT, f"{folder}/draft.docx")
    rasoat("compare", "-o", copy, copy, DRAFT, code=2)
    assert open(copy, "rb").read() == open(DRAFT, "rb").read()
    rasoat("compare", *DATE, "-f", "html", "-o", f"{folder}/page.html", DRAFT, copy, code=0)
    assert open(f"{folder}/page.html").read().endswith("</html>\n")
    rasoat("compare", DRAFT, code=2)
    rasoat("compare", "-", "-", code=2)
    rasoat("compare", "-f", "xml", DRAFT, DRAFT, code=2)
    rasoat("compare", *DATE, "-", DRAFT, stdin=open(DRAFT, "rb").read(), code=0)


sys.exit(run_cases("compare", cases_of(globals())))
