"""Waivers of a district: what audit, report and merge tell with them, and what the store keeps apart from them."""
import csv
import io
import json
import os
import re
import sys
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "batch"))
from runs import AS_OF, break_off, make_older, put, rows, run  # noqa: E402

HEAD = "Mã quy tắc;Lý do;Người duyệt;Căn cứ;Hết hạn;Đơn vị;Tệp"
UNTIL = "chưa có cổng thông tin;Ông A;Công văn 12/UBND;31/12/2026"
ROSTER = """Đơn vị,Loại,Tệp
Trường THPT Nguyễn Cảnh Chân,Trường,
Chi cục Quản lý chất lượng vật tư nông nghiệp,Cơ quan,
Trung tâm Văn hóa,Cơ quan,slogans.docx
"""
OWN = [f"l10-cq-d46-k03;{UNTIL};THPT NGUYỄN CẢNH CHÂN;",  # another spelling of the school's name
       f"l10-cq-d46-k07;{UNTIL};;conflicts.docx",
       f"l10-cq-d49-k4;{UNTIL};;"]
IDLE = ["forms-of-disclosure;x;Bà B;CV 3;31/12/2025;;",  # line 5: expired, and missed
        f"l10-cq-d46-k01;{UNTIL};Trường *;",  # met
        f"consistency-placeholder;{UNTIL};;",  # nothing of that kind anywhere
        f"l10-cq-d46-k03;{UNTIL};Sở Y tế;"]  # nobody's


def waiver_file(folder, *rest, name="chap-nhan.csv"):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as out:
        out.write("\r\n".join((HEAD, *rest)) + "\r\n")
    return path


def sent(folder):
    for name in ("conflicts.docx", "conflicts-school.docx", "slogans.docx", "complete-justice.docx"):
        put(folder + "/nop", name, corpus=name)
    with open(folder + "/ds.csv", "w", encoding="utf-8") as out:
        out.write(ROSTER)
    return folder + "/nop", folder + "/kq"


def audit(nop, out, *options):
    return run("audit", nop, "-o", out, AS_OF, *options)


def complaints(done):
    """What was said beside that this machine, or a build under sanitizers, cannot fully shut in what reads files."""
    return [line for line in done.stderr.decode().splitlines() if "shut in what reads files" not in line]


def records(path):
    with open(path, "rb") as file:
        return {record["file"]: record for record in map(json.loads, file)}


def waived(record):
    return {finding["rule"] for finding in record["findings"] if "waiver" in finding}


def test_a_district_waives_by_unit_by_file_and_for_all(folder):
    nop, out = sent(folder)
    done = audit(nop, out, "--roster", folder + "/ds.csv", "--waivers", waiver_file(folder, *OWN))
    assert done.returncode == 1 and not complaints(done), done
    found = records(out + "/results.jsonl")
    assert waived(found["conflicts-school.docx"]) >= {"l10-cq-d46-k03"}
    assert "l10-cq-d46-k07" not in waived(found["conflicts-school.docx"])
    assert waived(found["conflicts.docx"]) == {"l10-cq-d46-k07", "l10-cq-d49-k4"}
    finding = next(f for f in found["conflicts.docx"]["findings"] if f["rule"] == "l10-cq-d46-k07")
    assert finding["waiver"] == {"reason": "chưa có cổng thông tin", "approver": "Ông A", "basis": "Công văn 12/UBND",
                                 "expires": "2026-12-31"}


def test_one_file_is_told_as_check_tells_it(folder):
    put(folder + "/nop", "conflicts.docx", corpus="conflicts.docx")
    path = waiver_file(folder, *OWN, *IDLE)
    assert audit(folder + "/nop", folder + "/kq", "--waivers", path).returncode == 1
    checked = run("check", AS_OF, "-f", "jsonl", "--waivers", path, folder + "/nop/conflicts.docx")
    one, other = json.loads(checked.stdout), records(folder + "/kq/results.jsonl")["conflicts.docx"]
    assert one["findings"] == other["findings"] and one["summary"] == other["summary"]
    assert one["waivers"]["applied"] == other["waivers"]["applied"] == 2


def test_what_is_accepted_counts_neither_for_verdicts_nor_for_the_exit_code(folder):
    put(folder + "/nop", "conflicts.docx", corpus="conflicts.docx")
    assert audit(folder + "/nop", folder + "/kq").returncode == 1
    found = records(folder + "/kq/results.jsonl")["conflicts.docx"]["findings"]
    rules = sorted({f["rule"] for f in found if f["check"] in ("section", "item", "bound")})
    path = waiver_file(folder, *(f"{rule};{UNTIL};;" for rule in rules))
    done = audit(folder + "/nop", folder + "/kq", "--waivers", path)
    assert done.returncode == 0, done
    assert re.search(r"đầy đủ +1\b", done.stdout.decode()) and "Thiếu sót được chấp nhận" in done.stdout.decode()
    rest = waiver_file(folder, *(f"{rule};{UNTIL};;" for rule in rules if rule != "l10-cq-d46-k03"))
    assert audit(folder + "/nop", folder + "/kq", "--waivers", rest, "--fail-on=conflict").returncode == 1


def test_results_are_kept_without_waivers_and_never_judged_again_for_them(folder):
    nop, out = sent(folder)
    assert audit(nop, folder + "/plain").returncode == 1
    assert audit(nop, out, "--waivers", waiver_file(folder, *OWN)).returncode == 1
    ids = rows(out, "SELECT id, hex(record) FROM results ORDER BY 1")
    assert audit(nop, out).returncode == 1
    assert rows(out, "SELECT id, hex(record) FROM results ORDER BY 1") == ids
    with open(out + "/results.jsonl", "rb") as one, open(folder + "/plain/results.jsonl", "rb") as other:
        assert one.read() == other.read()


def test_reports_tell_later_what_the_audit_told(folder):
    nop, out = sent(folder)
    path = waiver_file(folder, *OWN, *IDLE)
    assert audit(nop, out, "--waivers", path).returncode == 1
    with open(out + "/results.jsonl", "rb") as file:
        told = file.read()
    os.remove(path)
    assert audit(nop, out).returncode == 1  # a round without waivers
    for number, has in (("1", True), ("2", False)):
        assert run("report", out, "--round", number, "-f", "jsonl", "-f", "html").returncode == 0
        with open(out + "/report/results.jsonl", "rb") as file:
            assert (file.read() == told) == has, number
        with open(out + "/report/index.html", encoding="utf-8") as file:
            assert ("Thiếu sót được chấp nhận" in file.read()) == has, number


def test_expired_and_unused_rows_are_told_once_for_the_district(folder):
    nop, out = sent(folder)
    path = waiver_file(folder, *OWN, *IDLE)
    done = audit(nop, out, "--roster", folder + "/ds.csv", "--waivers", path)
    effects = {5: "hết hạn, không còn áp dụng; 3 văn bản còn vướng",
               6: "không cần nữa: quy chế đã đạt nội dung này hoặc không phải có",
               7: "không có kết luận nào theo mã này", 8: "không có văn bản nào của đơn vị hay tên tệp này"}
    text = done.stdout.decode()
    for line, effect in effects.items():
        assert len(re.findall(rf"dòng {line} \(.*\): {effect}\n", text)) == 1, (line, text)
    assert "dòng 2" not in text and not complaints(done), done
    assert run("report", out, "-f", "html", "-f", "csv", "-f", "xlsx").returncode == 0
    with open(out + "/report/index.html", encoding="utf-8") as file:
        page = file.read()
    for line, effect in effects.items():
        row = next(row for row in page.split("<tr>") if f"· dòng {line}<" in row)
        assert effect in row, row
    assert page.index("· dòng 5<") < page.index("· dòng 8<") < page.index("· dòng 2<")
    with open(out + "/report/csv/waivers.csv", "rb") as file:
        table = list(csv.reader(io.StringIO(file.read()[3:].decode(), newline="")))
    assert [row[0] for row in table[1:]] == ["2", "3", "4", "5", "6", "7", "8"]
    assert table[4][9] == effects[5] and table[3][9].startswith("được chấp nhận ở "), table
    with zipfile.ZipFile(out + "/report/report.xlsx") as book:
        assert any(effects[7] in book.read(name).decode() for name in book.namelist() if "worksheets" in name)
    english = run("merge", "-o", folder + "/en", "--lang=en", out)
    assert "line 5 (forms-of-disclosure): expired, no longer applied" in english.stdout.decode(), english


def test_the_page_of_a_unit_names_who_accepted_and_what_is_its_own(folder):
    nop, out = sent(folder)
    mine = f"l10-cq-d46-k01;{UNTIL};Chi cục Quản lý chất lượng vật tư nông nghiệp;"
    assert audit(nop, out, "--waivers", waiver_file(folder, *OWN, *IDLE, mine)).returncode == 1
    assert run("report", out, "-f", "html", "-f", "bien-ban", "-f", "annotated", "-f", "csv").returncode == 0
    pages = {name: open(f"{out}/report/units/{name}", encoding="utf-8").read()
             for name in os.listdir(out + "/report/units")}
    page = next(page for name, page in pages.items() if name.startswith("chi-cuc"))
    assert page.count("người duyệt: Ông A; căn cứ: Công văn 12/UBND; đến hết ngày 31/12/2026") == 2
    assert "dòng 5 (forms-of-disclosure" in page and "dòng 9 (l10-cq-d46-k01" in page
    for line in "dòng 6", "dòng 7", "dòng 8":
        assert not [name for name, text in pages.items() if line + " (" in text], line
    justice = next(page for name, page in pages.items() if name.startswith("so-tu-phap"))
    assert "dòng 5" not in justice  # it has what the waiver was for
    with open(out + "/report/csv/gaps.csv", "rb") as file:
        gaps = list(csv.reader(io.StringIO(file.read()[3:].decode(), newline="")))
    assert {tuple(row[12:]) for row in gaps[1:] if row[3] == "đã chấp nhận"} == {
        ("2026-12-31", "chưa có cổng thông tin", "Ông A", "Công văn 12/UBND")}
    name = next(name for name in os.listdir(out + "/report/bien-ban") if name.startswith("chi-cuc"))
    with zipfile.ZipFile(f"{out}/report/bien-ban/{name}") as made:
        record = re.sub("<[^>]+>", "", made.read("word/document.xml").decode())
    assert record.count("Đã chấp nhận: chưa có cổng thông tin; người duyệt: Ông A") == 2
    assert "Danh sách chấp nhận, dòng 5 (Hình thức, thời điểm và thời hạn công khai" in record


def test_a_group_is_called_as_in_the_kind_of_unit_that_accepts_it(folder):
    """Page, table, page of the unit and its record, merged as well; a row for several kinds has the titles of all of them."""
    put(folder + "/nop", "a.docx", corpus="slogans.docx")
    put(folder + "/nop", "x.odt", corpus="commune-rural.odt")
    ended = UNTIL.replace("31/12/2026", "31/12/2025")
    path = waiver_file(folder, f"staff-duties;{UNTIL};;x.odt", f"staff-duties;{ended};;x.odt", f"staff-duties;{ended};;",
                       f"staff-duties;{UNTIL};;a.docx", f"staff-duties;{UNTIL};Sở Y tế;")
    assert audit(folder + "/nop", folder + "/kq", "--waivers", path).returncode == 1
    found = records(folder + "/kq/results.jsonl")
    section = {name: next(one["title"] for one in record["findings"] if one["check"] == "section" and one["group"] == "staff-duties")
               for name, record in found.items()}
    assert len(set(section.values())) == 2, section
    for shard in (1, 2):
        audit(folder + "/nop", f"{folder}/{shard}", "--waivers", path, f"--shard={shard}/2")
    assert run("merge", "-o", folder + "/chung", folder + "/1", folder + "/2", "--fail-on=none").returncode == 0
    commune, agency = section["x.odt"], section["a.docx"]
    for out in "/kq", "/chung":
        assert run("report", folder + out, "-f", "html", "-f", "csv", "-f", "bien-ban").returncode == 0
        with open(folder + out + "/report/csv/waivers.csv", encoding="utf-8-sig", newline="") as file:
            titles = [row["Nội dung"] for row in csv.DictReader(file)]
        assert titles[:4] == [commune, commune, f"{agency}; {commune}", agency] and titles[4] not in ("", commune), titles
        with open(folder + out + "/report/index.html", encoding="utf-8") as file:
            rows = re.findall(r'<tr><th scope="row">([^<]*)<br><span class="few">staff-duties · dòng (\d)<', file.read())
        assert dict((number, title) for title, number in rows) == dict(zip("23456", titles)), rows
        name, = (name for name in os.listdir(folder + out + "/report/units") if "xa-" in name)
        with open(f"{folder}{out}/report/units/{name}", encoding="utf-8") as file:
            page = file.read()
        with zipfile.ZipFile(f"{folder}{out}/report/bien-ban/{name[:-5]}.docx") as made:
            record = re.sub("<[^>]+>", "", made.read("word/document.xml").decode())
        for line in "3", "4":
            assert f"dòng {line} (staff-duties: {commune}" in page, line
            assert f"dòng {line} ({commune}" in record, record


def test_a_printed_sheet_says_what_is_accepted_and_until_when(folder):
    """Units, gaps and citations print the day with all that stands before it, and still no wider than can be read on A4."""
    nop, out = sent(folder)
    assert audit(nop, out, "--waivers", waiver_file(folder, *OWN)).returncode == 1
    assert run("report", out, "-f", "xlsx").returncode == 0
    with zipfile.ZipFile(out + "/report/report.xlsx") as book:
        workbook = book.read("xl/workbook.xml").decode()
        areas = re.findall(r'name="_xlnm.Print_Area" localSheetId="(\d)"[^>]*>[^<]*\$A\$1:\$([A-Z])\$', workbook)
        assert sorted(sheet for sheet, _ in areas) == ["0", "1", "3"], workbook
        for sheet, last in areas:
            rows = book.read(f"xl/worksheets/sheet{int(sheet) + 1}.xml").decode()
            heads = dict(re.findall(r'<c r="([A-Z])1"[^>]*>.*?<t[^>]*>(.*?)</t>', rows))
            assert heads[last] == "Chấp nhận đến hết ngày", (sheet, last, heads)
            widths = {chr(64 + int(number)): float(width)
                      for number, width in re.findall(r'<col min="(\d+)" max="\d+" width="([\d.]+)"', rows)}
            assert sum(width for column, width in widths.items() if column <= last) < 225, (sheet, widths)


def test_what_was_accepted_is_not_certified_as_completeness(folder):
    """One that is complete only by a waiver is called so, with its end, by page, tables and record alike."""
    put(folder + "/nop", "a.docx", corpus="complete-justice.docx")
    put(folder + "/nop", "b.docx", corpus="slogans.docx")
    assert audit(folder + "/nop", folder + "/truoc").returncode == 1
    short = [finding for finding in records(folder + "/truoc/results.jsonl")["b.docx"]["findings"]
             if finding["check"] in ("section", "item", "bound") and finding["status"] in ("missing", "partial")]
    rest = [f"{finding['rule']};{UNTIL};;b.docx" for finding in short if finding["severity"] == "mandatory"]
    rest[0] = rest[0].replace("31/12/2026", "31/12/2027")
    advised = next(finding["rule"] for finding in short if finding["rule"].startswith("nq02-"))  # no waived section's
    rest.append(f"{advised};{UNTIL.replace('31/12/2026', '30/11/2026')};;b.docx")
    assert audit(folder + "/nop", folder + "/kq", "--waivers", waiver_file(folder, *rest)).returncode == 0
    assert run("report", folder + "/kq", "-f", "html", "-f", "bien-ban", "-f", "csv", "-f", "xlsx").returncode == 0
    with open(folder + "/kq/report/csv/units.csv", encoding="utf-8-sig", newline="") as file:
        units = {row["Tệp"]: row for row in csv.DictReader(file)}
    assert units["a.docx"]["Kết luận"] == "ĐẦY ĐỦ" and units["a.docx"]["Chấp nhận đến hết ngày"] == "", units["a.docx"]
    count = int(units["b.docx"]["Số thiếu sót được chấp nhận"])
    assert units["b.docx"]["Kết luận"] == "ĐẦY ĐỦ (CÓ CHẤP NHẬN)" and count > 3, units["b.docx"]
    assert units["b.docx"]["Chấp nhận đến hết ngày"] == "2026-11-30"  # of all of them; the verdict does not rest on this one
    with zipfile.ZipFile(folder + "/kq/report/report.xlsx") as book:
        assert "○ ĐẦY ĐỦ (CÓ CHẤP NHẬN)" in book.read("xl/worksheets/sheet1.xml").decode()

    def words(markup):
        return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", markup))
    with open(folder + "/kq/report/index.html", encoding="utf-8") as file:
        page = words(file.read())
    assert "✓ 1 ĐẦY ĐỦ, ○ 1 ĐẦY ĐỦ (CÓ CHẤP NHẬN)" in page, page
    assert "2 trên 2 quy chế (100 %) – ✓ đạt chỉ tiêu trong đó 1 đủ kể cả thiếu sót được chấp nhận" in page, page
    looks = [re.search(r'<div class="verdict (\w+)"><p><span aria-hidden="true">(.)</span>', open(file, encoding="utf-8").read()).groups()
             for file in (f"{folder}/kq/report/units/{name}" for name in os.listdir(f"{folder}/kq/report/units"))]
    assert sorted(looks) == [("met", "✓"), ("none", "○")], looks
    for kind in "units", "bien-ban":
        for name in os.listdir(f"{folder}/kq/report/{kind}"):
            path = f"{folder}/kq/report/{kind}/{name}"
            text = words(zipfile.ZipFile(path).read("word/document.xml").decode() if kind == "bien-ban"
                         else open(path, encoding="utf-8").read())
            told = re.findall(r"kể cả (\d+) thiếu sót được chấp nhận, sớm nhất hết hạn ngày 31/12/2026", text)
            assert len(told) == (("bien-ban" == kind) + 1 if "ĐẦY ĐỦ (CÓ CHẤP NHẬN)" in text else 0), (path, text)
            assert all(3 < int(number) < count for number in told), (told, count)
            assert kind == "units" or ("không thiếu" not in text and ("Quy chế có đủ các nội dung bắt buộc, không phải gửi lại" in
                                                                      text) != bool(told)), text


def test_the_trend_counts_what_is_accepted_apart_and_the_rest_adds_up(folder):
    nop, out = sent(folder)
    assert audit(nop, out, "--roster", folder + "/ds.csv", "--waivers", waiver_file(folder, *OWN)).returncode == 1
    tables = []
    for rest in (), (f"forms-of-disclosure;{UNTIL};;",), (f"forms-of-disclosure;x;Bà B;CV 3;31/12/2025;;",):
        path = waiver_file(folder, *OWN, *rest)
        assert audit(nop, out, "--roster", folder + "/ds.csv", "--waivers", path).returncode == 1
        assert run("report", out, "-f", "csv", "-f", "html", "-f", "xlsx").returncode == 0
        trend, units = (
            {row["Đơn vị"]: row for row in csv.DictReader(open(f"{out}/report/csv/{name}.csv", encoding="utf-8-sig", newline=""))}
            for name in ("trend", "units"))
        for unit, row in trend.items():
            open_now = sum(int(row[head]) for head in ("Mới phát sinh", "Còn nguyên", "Nặng hơn"))
            told = sum(int(units[unit]["Số nội dung " + head]) for head in ("trái quy định", "thiếu", "chưa đủ", "cần người xem"))
            assert open_now == told, (unit, row, units[unit])
        tables.append(trend)
        with open(out + "/report/index.html", encoding="utf-8") as file:
            page = file.read()
        accepted = sum(int(row["Đã chấp nhận"]) for row in trend.values())
        assert f"{accepted} đã chấp nhận" in page[page.index('id="trend"'):], accepted
    first, accepted, expired = tables
    school = "Trường THPT Nguyễn Cảnh Chân"
    moved = int(accepted[school]["Đã chấp nhận"]) - int(first[school]["Đã chấp nhận"])
    assert moved > 0 and int(first[school]["Còn nguyên"]) - int(accepted[school]["Còn nguyên"]) == moved, tables
    assert expired == first  # what is no longer accepted is open again, and not new


def test_parts_with_waivers_join_to_what_one_machine_tells(folder):
    nop, out = sent(folder)
    path, other = waiver_file(folder, *OWN, *IDLE), waiver_file(folder, *OWN, name="khac.csv")
    one = audit(nop, out, "--waivers", path)
    for number in "1", "2":
        assert audit(nop, folder + "/part" + number, "--shard", number + "/2", "--waivers", path).returncode == 0
    joined = run("merge", "-o", folder + "/joined", folder + "/part1", folder + "/part2")
    assert joined.returncode == one.returncode
    assert joined.stdout.decode().replace(folder + "/joined", out) == one.stdout.decode()
    assert records(folder + "/joined/results.jsonl") == records(out + "/results.jsonl")
    said = "SELECT * FROM waivers WHERE round=1 ORDER BY line"
    assert rows(folder + "/joined", said) == rows(out, said)
    assert audit(nop, folder + "/part2", "--shard", "2/2", "--waivers", other).returncode == 0
    refused = run("merge", "-o", folder + "/again", folder + "/part1", folder + "/part2")
    assert refused.returncode == 2 and "same run" in refused.stderr.decode(), refused


def test_a_run_broken_off_goes_on_with_the_same_waivers_only(folder):
    nop, out = sent(folder)
    path = waiver_file(folder, *OWN)
    assert audit(nop, out, "--waivers", path).returncode == 1
    told = records(out + "/results.jsonl")
    break_off(out)
    done = audit(nop, out, "--waivers", path)
    assert "tiếp tục" in done.stderr.decode() and rows(out, "SELECT id FROM rounds") == [(1,)], done
    assert records(out + "/results.jsonl") == told
    break_off(out)
    done = audit(nop, out, "--waivers", waiver_file(folder, *OWN[:1]))
    assert "tiếp tục" not in done.stderr.decode(), done
    assert rows(out, "SELECT count(*) FROM waivers") == [(1,)] == rows(out, "SELECT count(*) FROM rounds")


def test_a_store_from_before_waivers_is_read_and_brought_up_to_date(folder):
    nop, out = sent(folder)
    assert audit(nop, out).returncode == 1
    rows(out, "DROP TABLE waivers")
    rows(out, "DROP TABLE waived")
    make_older(out, 1)
    assert run("report", out, "-f", "html", "-f", "csv").returncode == 0
    assert rows(out, "PRAGMA user_version") == [(1,)]
    assert audit(nop, out, "--waivers", waiver_file(folder, *OWN)).returncode == 1
    assert rows(out, "PRAGMA user_version") == [(4,)]
    assert waived(records(out + "/results.jsonl")["conflicts.docx"])


def test_a_store_of_the_version_before_keeps_its_waivers(folder):
    nop, out = sent(folder)
    assert audit(nop, out, "--waivers", waiver_file(folder, *OWN)).returncode == 1
    make_older(out, 2)
    told = records(out + "/results.jsonl")
    assert run("report", out, "-f", "jsonl").returncode == 0
    assert rows(out, "PRAGMA user_version") == [(2,)]
    assert records(out + "/results.jsonl") == told and waived(told["conflicts.docx"])
    assert audit(nop, out, "--waivers", waiver_file(folder, *OWN)).returncode == 1
    assert rows(out, "PRAGMA user_version") == [(4,)]


def test_a_name_that_several_units_have_is_said_and_not_guessed(folder):
    for name in "vung-tau", "ba-ria":
        put(folder + "/nop", name + ".docx", corpus="conflicts-school.docx")
    with open(folder + "/ds.csv", "w", encoding="utf-8") as out:
        out.write("Đơn vị,Cấp trên,Tệp\nTHPT Nguyễn Cảnh Chân,UBND huyện Long Điền,vung-tau.docx\n"
                  "\"THPT Nguyễn Cảnh Chân, huyện Châu Đức\",,ba-ria.docx\n")
    path = waiver_file(folder, f"l10-cq-d46-k03;{UNTIL};THPT Nguyễn Cảnh Chân;",
                       f"l10-cq-d46-k07;{UNTIL};THPT Nguyễn Cảnh Chân, huyện Long Điền;",
                       f"l10-cq-d49-k4;{UNTIL};THPT Nguyễn Cảnh Chân;ba-ria.docx")
    done = audit(folder + "/nop", folder + "/kq", "--roster", folder + "/ds.csv", "--waivers", path)
    assert "dòng 2 (l10-cq-d46-k03): 2 đơn vị cùng tên này" in done.stdout.decode(), done
    found = records(folder + "/kq/results.jsonl")
    assert waived(found["vung-tau.docx"]) == {"l10-cq-d46-k07"}
    assert waived(found["ba-ria.docx"]) == {"l10-cq-d49-k4"}


def test_a_bad_file_of_waivers_is_refused_before_anything_is_written(folder):
    nop, out = sent(folder)
    done = audit(nop, out, "--waivers", waiver_file(folder, f"khong-co;{UNTIL};;"))
    assert done.returncode == 2 and "chap-nhan.csv, dòng 2" in done.stderr.decode() and not os.path.exists(out), done
