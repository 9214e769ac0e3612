#!/usr/bin/env python3
"""rasoat audit with a roster: whose a file is, which of several represents its unit, and what is a copy."""
import csv
import os
import re
import sys
import zipfile

TESTS_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [TESTS_FOLDER, os.path.join(TESTS_FOLDER, "batch")]
from cases import run_cases
from runs import AS_OF, audit, of, put, records, regulation, rows, run, some_documents

NOT_JUDGED, NOT_BEGUN = 3, 2


# --- copies --------------------------------------------------------------------------------------------------

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
              "ban-sao-quy-che.docx", "quy chế - Copy (2).docx", "quy chế (bản sao).docx", "quy chế cũ.docx",
              "quy_che_cu.docx", "quy chế (cũ).docx", "quy chế - bản nháp.docx", "qc.old.docx")
    for number, name in enumerate(copies):
        nop, out = f"{folder}/nop{number}", f"{folder}/kq{number}"
        for each in (name, "xa/z quy chế.docx"):
            put(nop, each, corpus="conflicts.docx")
        audit(nop, out)
        states = {record["file"]: record["batch"] for record in records(out)}
        assert states["xa/z quy chế.docx"]["state"] == "judged" and states[name]["state"] == "duplicate-of", states
        assert states[name]["other"] == "xa/z quy chế.docx", states
    for name in "quy chế Chu Cư.docx", "cu.docx", "quy chế sách cũ và mới.docx":
        nop, out = f"{folder}/nop {name}", f"{folder}/kq {name}"
        for each in (name, "xa/z quy chế.docx"):
            put(nop, each, corpus="conflicts.docx")
        audit(nop, out)
        assert of(records(out), name)["batch"]["state"] == "judged", name
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
    assert states == {"Trường Trung học cơ sở Kim Đồng": "submitted", "Trường Tiểu học Kim Đồng": "in-doubt",
                      "Phòng Nội vụ": "unreadable", "Trạm Y tế xã A": "missing"}, states
    found = records(out)
    assert of(found, "moi/2.fodt")["batch"]["state"] == "judged"
    assert of(found, "moi/2.fodt")["audit"]["profile_source"] == "roster"
    assert of(found, "moi/2.fodt")["audit"]["profile"] == "agency"
    assert of(found, "1.fodt")["batch"] == {"state": "older-version", "unit": "trung học cơ sở kim đồng",
                                            "unit_name": "Trường Trung học cơ sở Kim Đồng", "unit_parent": None,
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
    assert rows(out, "SELECT state FROM units WHERE round=2") == [("in-doubt",)]


def a_file_named_after_another_unit_is_a_doubt_and_words_people_add_are_none(folder):
    nop, out, unread = folder + "/nop", folder + "/kq", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    put(nop, "UBND xã Đồng Lạc Hạ.doc", unread)
    put(nop, "QC dan chu xa Dong Lac ban sua lan 2.doc", unread + b"2")
    put(folder, "ds.csv", "Đơn vị\nĐồng Lạc (xã)\n".encode())
    audit(nop, out, "--roster", folder + "/ds.csv")
    files = rows(out, "SELECT cast(path AS TEXT), match, doubt FROM files ORDER BY path")
    assert files == [("QC dan chu xa Dong Lac ban sua lan 2.doc", "file", None),
                     ("UBND xã Đồng Lạc Hạ.doc", "doubtful", "Đồng Lạc (xã)")], files


def a_file_named_after_a_unit_whose_text_names_another_is_a_doubt(folder):
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "Sở Nội vụ.docx", corpus="complete-justice.docx")
    put(nop, "QC moi.docx", corpus="conflicts-school.docx")
    put(folder, "ds.csv", "Đơn vị,Loại\nSở Nội vụ,cơ quan\nCông ty Mới,doanh nghiệp\n".encode())
    told = audit(nop, out, "--roster", folder + "/ds.csv").stdout.decode()
    assert "Quy chế chưa rõ của đơn vị nào         2" in told, told
    files = rows(out, "SELECT cast(path AS TEXT), match, doubt, unit FROM files ORDER BY path")
    assert files == [("QC moi.docx", "none", None, None), ("Sở Nội vụ.docx", "doubtful", "Sở Nội vụ", None)], files
    assert rows(out, "SELECT state FROM units ORDER BY line") == [("in-doubt",), ("missing",)]
    judged = of(records(out), "Sở Nội vụ.docx")
    assert judged["document"]["unit"] == "SỞ TƯ PHÁP", judged["document"]


def a_file_that_the_roster_names_is_given_and_the_table_says_whose_its_text_is(folder):
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "1.docx", corpus="complete-justice.docx")
    put(nop, "2.fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 2))
    put(folder, "ds.csv", "Đơn vị,Tệp\nSở Nội vụ,1.docx\nTHCS Kim Đồng,2.fodt\n".encode())
    audit(nop, out, "--roster", folder + "/ds.csv")
    assert rows(out, "SELECT DISTINCT state FROM units") == [("submitted",)]
    assert run("report", out, "-f", "csv").returncode == 0
    with open(out + "/report/csv/units.csv", encoding="utf-8-sig", newline="") as table:
        told = {row["Đơn vị"]: row["Có thể là của"] for row in csv.DictReader(table)}
    assert told == {"Sở Nội vụ": "SỞ TƯ PHÁP", "THCS Kim Đồng": ""}, told


def of_one_text_under_two_names_the_file_that_agrees_with_it_stands_for_the_unit(folder):
    nop, out = folder + "/nop", folder + "/kq"
    for name in "Son Thinh.fodt", "Thach Doi.fodt":
        put(nop, name, regulation("ỦY BAN NHÂN DÂN XÃ THẠCH ĐỒI", 2))
    put(nop, "QC Bac Ha.fodt", regulation("TRƯỜNG MẦM NON HOA SEN", 3, parent="UBND XÃ BẮC HÀ"))
    put(folder, "ds.csv", "Đơn vị\nUBND xã Thạch Đồi\nUBND xã Sơn Thịnh\nUBND xã Bắc Hà\nMN Hoa Sen\n".encode())
    audit(nop, out, "--roster", folder + "/ds.csv")
    states = dict(rows(out, "SELECT name, cast(path AS TEXT) FROM units"))
    assert states == {"UBND xã Thạch Đồi": "Thach Doi.fodt", "UBND xã Sơn Thịnh": None, "UBND xã Bắc Hà": None,
                      "MN Hoa Sen": "QC Bac Ha.fodt"}, states
    assert rows(out, "SELECT match, doubt FROM files WHERE path=cast('Son Thinh.fodt' AS BLOB)") == [
        ("doubtful", "UBND xã Sơn Thịnh\nUBND xã Thạch Đồi")]


def a_text_is_called_older_only_when_its_date_says_so(folder):
    nop, out, unit = folder + "/nop", folder + "/kq", "TRƯỜNG THCS KIM ĐỒNG"
    undated = regulation(unit, 9, " Bản thảo.").replace("Long Điền, ngày 9 tháng 3 năm 2024".encode(), b"")
    texts = {"a.fodt": regulation(unit, 5), "b.fodt": regulation(unit, 5, " Bản kia."), "cu.fodt": regulation(unit, 2),
             "so khac.fodt": regulation(unit, 5, " Khác.").replace(b": 5/QC", b": 6/QC"), "thao.fodt": undated,
             "mai.fodt": regulation(unit, 5, " Sau.").replace(b" 2024<", b" 2027<")}
    for name, text in texts.items():
        put(nop, name, text)
        os.utime(f"{nop}/{name}", (1000, 1000))
    said = re.sub(" +", " ", audit(nop, out).stdout.decode())
    assert "Bản cũ hơn của cùng đơn vị 1\n" in said and "Bản khác của cùng đơn vị 4\n" in said, said
    assert "Đề ngày sau" not in said, "what is dated so stands for nobody"
    found = {path: (state, why) for path, state, why in rows(out, "SELECT cast(path AS TEXT), state, reason FROM files")}
    assert found == {"a.fodt": ("judged", None), "b.fodt": ("older-version", "same-date-and-number"),
                     "cu.fodt": ("older-version", None), "so khac.fodt": ("older-version", "same-date"),
                     "thao.fodt": ("older-version", "no-date"), "mai.fodt": ("older-version", "future-date")}, found
    assert run("report", out, "-f", "csv").returncode == 0
    with open(out + "/report/csv/unread.csv", encoding="utf-8-sig") as table:
        told = table.read()
    for words in "đề ngày ban hành sau ngày đối chiếu", "cùng ngày, cùng số", "cùng ngày với văn bản", "không ghi ngày ban hành", "bản cũ hơn của cùng đơn vị":
        assert told.count(words) == 1, told


def a_file_that_is_nothing_but_an_ending_is_matched_by_its_text(folder):
    """Hidden where a folder is walked, and judged where a list names it."""
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, ".fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 5))
    put(folder, "ds.csv", "Đơn vị\nTrường THCS Kim Đồng\n".encode())
    done = audit(nop, out, "--roster", folder + "/ds.csv", "--files-from=-", stdin=b".fodt\n")
    assert done.returncode == 0, done
    assert rows(out, "SELECT state, match FROM files") == [("judged", "text")]


def a_broken_file_beside_the_text_of_a_unit_is_told_in_its_row_and_on_its_page(folder):
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "THCS Kim Đồng.fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 5))
    put(nop, "THCS Kim Đồng (moi).docx", b"PK\3\4 hong")
    put(nop, "THCS Lê Lợi.docx", b"PK\3\4 hong")
    put(folder, "ds.csv", "Đơn vị\nTrường THCS Kim Đồng\nTrường THCS Lê Lợi\n".encode())
    audit(nop, out, "--roster", folder + "/ds.csv")
    assert run("report", out, "-f", "csv", "-f", "html", "-f", "bien-ban").returncode == 0
    with open(out + "/report/csv/units.csv", encoding="utf-8-sig", newline="") as table:
        told = [row["Lý do chưa rà soát"] for row in csv.DictReader(table)]
    said = "Còn tệp của đơn vị không đọc được, có thể là bản mới hơn: THCS Kim Đồng (moi).docx"
    assert told[0] == said and "Còn tệp" not in told[1] and told[1], told
    with open(out + "/report/index.html", encoding="utf-8") as page:
        assert page.read().count("còn tệp không đọc được") == 1
    pages = [name for name in os.listdir(out + "/report/units") if "kim" in name]
    with open(f"{out}/report/units/{pages[0]}", encoding="utf-8") as page:
        assert f"<dt>Lưu ý</dt><dd>{said}</dd>" in page.read()
    with zipfile.ZipFile(f"{out}/report/bien-ban/{pages[0][:-5]}.docx") as made:
        assert said in re.sub("<[^>]+>", "", made.read("word/document.xml").decode())


def a_unit_that_sent_an_archive_alone_has_sent_what_cannot_be_read(folder):
    nop, out = folder + "/nop", folder + "/kq"
    os.makedirs(nop + "/THCS Kim Đồng")
    with zipfile.ZipFile(nop + "/THCS Kim Đồng/nop.zip", "w") as packed:
        packed.writestr("quy che.fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 5))
    put(nop, "THCS Lê Lợi.rar", b"Rar!\x1a\x07\x01\x00")
    put(folder, "ds.csv", "Đơn vị\nTHCS Kim Đồng\nTHCS Lê Lợi\nTHCS Hoa Ban\n".encode())
    done = audit(nop, out, "--roster", folder + "/ds.csv")
    assert rows(out, "SELECT state FROM units ORDER BY line") == [("unreadable",), ("unreadable",), ("missing",)], done
    assert run("report", out, "-f", "csv").returncode == 0
    with open(out + "/report/csv/unread.csv", encoding="utf-8-sig") as table:
        assert table.read().count("Giải nén") == 2


def a_text_of_after_the_day_stands_for_its_unit_where_there_is_no_other_and_that_is_told(folder):
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "a.fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 5).replace(b" 2024<", b" 2027<"))
    said = re.sub(" +", " ", audit(nop, out).stdout.decode())
    assert "Đề ngày sau ngày đối chiếu 1\n" in said, said
    kinds = [finding.get("kind") for record in records(out) for finding in record["findings"]]
    assert kinds.count("future-date") == 1, kinds
    put(nop, "b.fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 4).replace(b" 2024<", b" 2027<"))
    audit(nop, out)
    found = rows(out, "SELECT cast(path AS TEXT), state, reason FROM files WHERE round=2 ORDER BY path")
    assert found == [("a.fodt", "judged", None), ("b.fodt", "older-version", None)], found


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


def a_township_and_a_centre_of_one_short_name_are_told_by_their_kinds(folder):
    """"TT Xuân An" twice in a roster, of two kinds: texts that say it in full settle whose they are, the short form does not."""
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "1.fodt", regulation("ỦY BAN NHÂN DÂN THỊ TRẤN XUÂN AN", 2))
    put(nop, "2.fodt", regulation("TRUNG TÂM XUÂN AN", 3))
    put(nop, "TT Xuân An.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    put(folder, "ds.csv", "Đơn vị,Loại\nTT Xuân An,Thị trấn\nTT Xuân An,Trung tâm\n".encode())
    done = audit(nop, out, "--roster", folder + "/ds.csv")
    assert done.returncode == NOT_JUDGED, done.stderr
    assert rows(out, "SELECT kind, cast(path AS TEXT) FROM units ORDER BY line") == [("commune", "1.fodt"), ("agency", "2.fodt")]
    short = rows(out, "SELECT match, doubt, reason FROM files WHERE path=x'" + "TT Xuân An.doc".encode().hex() + "'")
    assert short == [("doubtful", "TT Xuân An\nTT Xuân An", "several-units")], short
    put(folder, "ds.csv", "Đơn vị,Loại\nTT Xuân An,Trung tâm\n".encode())
    audit(nop, out, "--roster", folder + "/ds.csv")
    files = rows(out, "SELECT cast(path AS TEXT), match FROM files WHERE round=2 ORDER BY path")
    assert files == [("1.fodt", "none"), ("2.fodt", "text"), ("TT Xuân An.doc", "file")], files


def a_name_that_never_ends_and_a_quote_that_is_never_closed_are_told_at_once(folder):
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "1.fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 2))
    for text, told in (("TRƯỜNG " + "AN " * 1_000_000, "dòng 2: tên đơn vị dài hơn 2000 byte"),
                       ('"TRƯỜNG A\n' + "TRƯỜNG B\n" * 300_000, "dòng 2: một ô mở bằng dấu ngoặc kép mà không đóng")):
        put(folder, "ds.csv", f"Đơn vị,Loại\n{text}\n".encode())
        done = run("audit", nop, "-o", out, AS_OF, "--roster", folder + "/ds.csv")
        assert done.returncode == NOT_BEGUN and told in done.stderr.decode() and len(done.stderr) < 1000, done.stderr[:1000]


TESTS = [a_name_that_never_ends_and_a_quote_that_is_never_closed_are_told_at_once,
         a_township_and_a_centre_of_one_short_name_are_told_by_their_kinds, duplicates_by_content_are_named,
         of_copies_the_one_without_the_name_of_a_copy_is_judged_and_the_one_that_the_roster_names,
         a_roster_says_who_sent_nothing_and_how_to_judge, all_faults_of_a_roster_are_told_in_one_run,
         of_copies_the_file_that_the_roster_names_is_shown, copies_are_paired_and_a_name_left_over_is_told,
         a_roster_as_an_office_writes_it_finds_its_units,
         a_unit_whose_name_begins_like_another_takes_nothing_from_it,
         a_file_named_after_another_unit_is_a_doubt_and_words_people_add_are_none,
         a_file_named_after_a_unit_whose_text_names_another_is_a_doubt,
         a_file_that_the_roster_names_is_given_and_the_table_says_whose_its_text_is,
         of_one_text_under_two_names_the_file_that_agrees_with_it_stands_for_the_unit,
         a_text_is_called_older_only_when_its_date_says_so,
         a_file_that_is_nothing_but_an_ending_is_matched_by_its_text,
         a_broken_file_beside_the_text_of_a_unit_is_told_in_its_row_and_on_its_page,
         a_unit_that_sent_an_archive_alone_has_sent_what_cannot_be_read,
         a_text_of_after_the_day_stands_for_its_unit_where_there_is_no_other_and_that_is_told,
         a_copy_is_searched_for_the_name_that_the_folder_or_the_roster_knows]


def main():
    return run_cases("roster", [test for test in TESTS if len(sys.argv) < 2 or sys.argv[1] in test.__name__])


if __name__ == "__main__":
    sys.exit(main())
