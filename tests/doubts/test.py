#!/usr/bin/env python3
"""Whose a file is, as reports tell it: of no unit, of one that its text does not name, by a name in an old encoding; and
what is said of files that are not read."""
import csv
import html
import json
import os
import re
import resource
import sys
import zipfile

TESTS_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [os.path.join(TESTS_FOLDER, name) for name in ("", "batch", "district")]
from cases import run_cases  # noqa: E402
from reports import bytes_of, district, links_lead_somewhere, Page, report, ROSTER, rows_of, sheets, STRANGER  # noqa: E402
from runs import audit, put, regulation, run  # noqa: E402


def what_is_of_no_unit_is_told_in_the_same_words_and_number_everywhere(folder):
    """The end of a run, page and tables: a stranger and a doubtful one; no file that is broken, no other document."""
    nop, out = district(folder)
    put(nop, "thu/vô danh.fodt", regulation("", 4, parent=""))
    put(nop, "ke-hoach.docx", corpus="plan.docx")
    done = audit(nop, out, "--roster", folder + "/ds.csv")
    told = [line.split() for line in done.stdout.decode().splitlines() if "đơn vị nào" in line or "ngoài danh sách" in line]
    assert told == ["Quy chế chưa rõ của đơn vị nào 2".split()], told
    assert report(out, "-f", "html", "-f", "csv", "-f", "xlsx").returncode == 0
    page = Page(out + "/report/index.html").text
    assert "2 quy chế chưa rõ của đơn vị nào" in page and "Quy chế chưa rõ của đơn vị nào (2 quy chế)" in page
    units = sheets(out + "/report/report.xlsx")[0][1].values()
    assert list(units).count("? chưa rõ của đơn vị nào") == 2
    assert [cell for row in rows_of(out, "units") for cell in row].count("chưa rõ của đơn vị nào") == 2


def a_stranger_has_the_name_of_its_text_and_has_not_submitted(folder):
    """What is of no unit is shown as the text names it, with its file, else by its file, and never as a submission."""
    nop, out = district(folder)
    put(nop, "thu/vô danh.fodt", regulation("", 4, parent=""))
    assert audit(nop, out, "--roster", folder + "/ds.csv").returncode == 3
    assert report(out, "-f", "html", "-f", "csv").returncode == 0
    units = rows_of(out, "units")
    name, state, file = units[0].index("Đơn vị"), units[0].index("Tình trạng nộp"), units[0].index("Tệp")
    strangers = [(row[name], row[state], row[file]) for row in units[6:]]
    names = [STRANGER + " (la.docx)", "thu/vô danh.fodt"]
    assert strangers == [(names[0], "chưa rõ của đơn vị nào", "la.docx"),
                         (names[1], "chưa rõ của đơn vị nào", "thu/vô danh.fodt")], strangers
    assert [row[state] for row in units].count("đã nộp quy chế") == 3
    assert [row[0] for row in rows_of(out, "matrix")[4:]] == names
    assert {names[0], names[1]} <= {row[0] for row in rows_of(out, "gaps")}
    page = Page(out + "/report/index.html").text
    assert "3 đã nộp quy chế" in page and "Không tính vào các số liệu trên: 2 quy chế" in page, page
    matrix = page[page.rindex("Từng đơn vị, từng phần nội dung"):page.rindex("Quy chế chưa rõ của đơn vị nào")]
    assert names[0] in matrix, matrix
    doubts = page[page.rindex("Quy chế chưa rõ của đơn vị nào"):]
    assert "la.docx " + STRANGER in doubts and "thu/vô danh.fodt –" in doubts, doubts[:500]


def a_file_of_any_of_many_units_is_settled_in_time_by_their_number(folder):
    """Schools of one name, each under a commune of its own, and a file that names no commune."""
    put(folder + "/nop", "hoa sen.fodt", regulation("TRƯỜNG MẦM NON HOA SEN", 4, parent=""))
    taken = []
    for count in (0, 3000, 12000):
        with open(folder + "/ds.csv", "w", encoding="utf-8") as file:
            file.write("Đơn vị,Cấp trên\nSở Nội vụ Tam Sơn,\n" + "".join(f"Trường Mầm non Hoa Sen,Xã Số {i}\n" for i in range(count)))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = audit(folder + "/nop", f"{folder}/kq{count}", "--roster", folder + "/ds.csv")
        assert done.returncode == 0, done.stderr
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    few, many = taken[1] - taken[0], taken[2] - taken[0]
    assert many < 7 * few + 0.3, f"3000 units: {few:.2f} s, 12000: {many:.2f} s"
    assert report(f"{folder}/kq12000", "-f", "csv").returncode == 0
    csv.field_size_limit(1 << 20)  # the file's own row names all units
    state = rows_of(f"{folder}/kq12000", "units")[0].index("Tình trạng nộp")
    doubtful = [row[state] for row in rows_of(f"{folder}/kq12000", "units")].count("có tệp chưa rõ đơn vị, cần xem")
    assert doubtful == 12000, doubtful


def a_unit_whose_file_may_be_the_broken_one_is_in_doubt(folder):
    """Two schools of one name, a broken file called by it: neither is said to have sent nothing, and the list says whose it may be."""
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "kim dong.docx", b"PK\3\4 hong")
    put(nop, "so.docx", corpus="complete-justice.docx")
    put(folder, "ds.csv", "Đơn vị,Tệp\nTrường TH Kim Đồng,\nTrường THCS Kim Đồng,\nTrường MN Hoa Sen,\nSở Tư pháp,so.docx\n".encode())
    assert audit(nop, out, "--roster", folder + "/ds.csv").returncode == 3
    assert report(out, "-f", "html", "-f", "csv").returncode == 0
    units = rows_of(out, "units")
    state = units[0].index("Tình trạng nộp")
    assert [row[state] for row in units[1:]] == ["có tệp chưa rõ đơn vị, cần xem"] * 2 + ["chưa nộp", "đã nộp quy chế"], units
    whose = "Theo tên tệp, có thể là của: Trường TH Kim Đồng; Trường THCS Kim Đồng."
    unread, = [row for row in rows_of(out, "unread") if row[0] == "kim dong.docx"]
    assert whose in unread[2], unread
    assert whose in Page(out + "/report/index.html").text


def names_in_old_encodings_are_read_found_and_told_with_their_bytes(folder):
    nop, out = district(folder)
    names = {b"x\xb7 \xa7\xe5ng L\xb9c.doc": "xã Đồng Lạc.doc (x\\xB7 \\xA7\\xE5ng L\\xB9c.doc)",  # TCVN3
             b"thu/xa\xde \xd0\xf4\xccng La\xf2c.doc": "thu/xã Đồng Lạc.doc (thu/xa\\xDE \\xD0\\xF4\\xCCng La\\xF2c.doc)",
             b"\xff\xfe.doc": "\\xFF\\xFE.doc"}
    for number, name in enumerate(names):
        put(nop, name, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"%d" % number * 600)
    put(folder, "ds.csv", (ROSTER + "UBND xã Đồng Lạc,Xã,\n").encode())
    assert audit(nop, out, "--roster", folder + "/ds.csv").returncode == 3
    assert report(out, "-f", "html", "-f", "csv", "-f", "jsonl").returncode == 0
    assert set(names.values()) <= {row[0] for row in rows_of(out, "unread")}, rows_of(out, "unread")
    page = Page(out + "/report/index.html").text
    assert all(name in page for name in names.values())
    found = {record["file"]: record["batch"] for record in map(json.loads, bytes_of(out + "/results.jsonl").splitlines())}
    assert found["x\\xB7 \\xA7\\xE5ng L\\xB9c.doc"]["match"] == "file", found  # and JSON is as ever


def a_name_in_an_old_encoding_is_read_by_people_wherever_it_is_told(folder):
    """Page and record of a unit, report of one document, a comparison, messages: what the name says, and its bytes."""
    nop, out, name = folder + "/nop", folder + "/kq", b"x\xb7 \xa7\xe5ng L\xb9c.docx"
    says = "xã Đồng Lạc.docx (x\\xB7 \\xA7\\xE5ng L\\xB9c.docx)"
    put(nop, name, corpus="slogans.docx")
    assert audit(nop, out).returncode == 0 and report(out, "-f", "html", "-f", "bien-ban").returncode == 0
    page, = os.listdir(out + "/report/units")
    assert "Tệp " + says in Page(f"{out}/report/units/{page}").text
    record, = os.listdir(out + "/report/bien-ban")
    with zipfile.ZipFile(f"{out}/report/bien-ban/{record}") as made:
        assert says in re.sub("<[^>]+>", "", made.read("word/document.xml").decode())
    for words, code in ((("check",), 1), (("check", "-f", "html"), 1), (("compare", name), 0)):
        done = run(*words, name, cwd=nop)
        assert done.returncode == code and says in re.sub(r"\s+", " ", html.unescape(done.stdout.decode())), (words, done)
    done = run("check", "-f", "jsonl", name, cwd=nop)
    assert json.loads(done.stdout)["file"] == says[says.index("(") + 1:-1], "JSON is as ever"
    put(nop, name.replace(b"docx", b"doc"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    for words in (("text", name[:-1]), ("outline", name[:-1]), ("check", b"x\xb7 \xa7\xe5ng"), ("audit", ".", "-o", b"L\xb9c/\xa7\xe5ng"),
                  ("audit", ".", "-o", "kq", "--roster", b"x\xb7 \xa7\xe5ng.csv"), ("report", b"x\xb7 \xa7\xe5ng")):
        os.makedirs(os.fsencode(nop) + b"/x\xb7 \xa7\xe5ng", exist_ok=True)
        put(nop, b"L\xb9c", b"")
        done = run(*words, cwd=nop)
        told = done.stderr.decode()
        assert done.returncode in (2, 3) and re.search(r"(xã |Lạc/)Đồng[^()]*\((x\\xB7 |L\\xB9c/)\\xA7\\xE5ng", told), (words, told)


def what_is_accepted_for_a_file_may_name_it_by_what_it_says(folder):
    nop, out, name = folder + "/nop", folder + "/kq", b"x\xb7 \xa7\xe5ng L\xb9c.docx"
    put(nop, name, corpus="slogans.docx")
    for pattern in ("xã Đồng Lạc.docx", "xã Đ*", "x\\xB7 *"):
        put(folder, "w.csv", f"Mã quy tắc,Tệp,Lý do,Người duyệt,Căn cứ,Hết hạn\nl10-cq-d46-k05,{pattern},a,b,c,2030-01-01\n".encode())
        told = audit(nop, out, "--waivers", folder + "/w.csv").stdout.decode()
        assert re.search(r"Thiếu sót được chấp nhận +[1-9]", told) and "không có tác dụng" not in told, (pattern, told)
        done = run("check", "--waivers", folder + "/w.csv", "--as-of=2026-01-01", "-f", "jsonl", name, cwd=nop)
        assert [found for found in json.loads(done.stdout)["findings"] if found.get("waiver")] and not done.stderr, (pattern, done)


def a_name_that_would_turn_the_terminal_is_told_without_doing_so(folder):
    put(folder + "/nop", "a\x1b[2J.fodt", regulation("", 4, parent=""))
    told = audit(folder + "/nop", folder + "/kq").stdout.decode()
    assert "a\\x1B[2J.fodt: Văn bản không ghi" in told and "\x1b" not in told, told


def links_and_locks_are_told_for_what_they_are(folder):
    nop, out = district(folder)
    os.symlink("khong-co.docx", nop + "/hong.docx")
    os.symlink("vong.docx", nop + "/vong.docx")
    put(nop, ".~lock.a.odt#", b"")
    put(nop, "~$a.docx", b"")
    assert audit(nop, out).returncode == 3 and report(out, "-f", "html", "-f", "csv").returncode == 0
    said = {row[0]: row[2] for row in rows_of(out, "unread")}
    lock = "tệp khóa tạm của phần mềm soạn thảo"
    assert said["hong.docx"] == said["vong.docx"] == "liên kết hỏng", said
    assert said[".~lock.a.odt#"] == said["~$a.docx"] == lock, said
    page = Page(out + "/report/index.html").text
    assert "liên kết hỏng" in page and lock in page


def what_nobody_could_read_is_told_by_the_name_that_the_roster_has(folder):
    """Its page and its record name the unit; number and date are not said to be lacking of a text that nobody read."""
    _, out = district(folder)
    assert report(out, "-f", "html", "-f", "bien-ban").returncode == 0
    name = next(name for name in os.listdir(out + "/report/bien-ban") if name.startswith("truong-hoa-sen"))
    with zipfile.ZipFile(f"{out}/report/bien-ban/{name}") as made:
        record = re.sub("<[^>]+>", "", made.read("word/document.xml").decode())
    for place in ("ở cơ sở của Trường Hoa Sen", "Đại diện Trường Hoa Sen:", "- Trường Hoa Sen;", "Không đọc được tệp"):
        assert place in record, place
    assert "không thấy" not in record and "nộp lại tệp" in record
    assert "Đơn vị ban hành" not in record, "of a text that nobody read"
    page = Page(f"{out}/report/units/{name.removesuffix('.docx')}.html").text
    assert "Đơn vị Trường Hoa Sen" in page and "Chi tiết không mở được gói ZIP" in page, page
    assert report(out, "-f", "html", "--lang", "en").returncode == 0
    assert "Detail" in Page(f"{out}/report/units/{name.removesuffix('.docx')}.html").text


DOUBTS = {  # file → unit and body above in its text, how the sentence begins, what it may be of
    "07-qc.fodt": ("TRƯỜNG THCS BÌNH MINH", "", "Danh sách ghi tệp này cho nhiều đơn vị.", "Phòng Nội vụ"),
    "THCS Kim Đồng.fodt": ("UBND XÃ LẠC SƠN", "", "Tên tệp nêu một đơn vị, văn bản lại nêu đơn vị khác.", "UBND xã Lạc Sơn"),
    "1.fodt": ("UBND XÃ TÂN LẬP", "", "Tên nêu ở đây hợp với nhiều đơn vị trong danh sách.", "UBND xã Tân Lập"),
    "2.fodt": ("UBND XÃ SƠN LẠC", "", "Chỉ khớp một phần với tên trong danh sách", "UBND xã Lạc Sơn"),
    "3.fodt": ("TRƯỜNG THCS KIM ĐỘNG", "", "Tên trong văn bản chỉ gần giống tên trong danh sách", "Trường THCS Kim Đồng"),
    "4.fodt": ("UBND XÃ LẠC SƠN HẠ", "", "Tên khớp, nhưng tên ghi trong văn bản còn chữ khác", "UBND xã Lạc Sơn"),
    "5.fodt": ("UBND XÃ CẦU NGÓI", "UBND TỈNH QUẢNG LỘC", "Tên khớp, nhưng văn bản ghi xã, huyện hoặc tỉnh khác", "UBND xã Cầu Ngói"),
    "6.fodt": ("TRƯỜNG THCS HOA BAN", "", "Danh sách không có đơn vị mang tên ghi trong văn bản.", ""),
    "7.fodt": ("", "", "Văn bản không ghi tên cơ quan ban hành", ""),
}
DOUBT_ROSTER = """Đơn vị,Cấp trên,Tệp
Phòng Nội vụ,,07-*.fodt
Phòng Tư pháp,,07-qc.*
Trường THCS Kim Đồng,,
UBND xã Lạc Sơn,,
UBND xã Tân Lập,UBND huyện Mộc Châu,
UBND xã Tân Lập,UBND huyện Đan Phượng,
UBND xã Cầu Ngói,UBND tỉnh Khác,
Trường THCS Ba Đình,,danh-sach.fodt
"""


def every_doubt_has_a_sentence_wherever_doubts_are_listed(folder):
    """At the end of a run, on the page, in the book and the CSV: why it is given to nobody, and what to do; in English as well."""
    nop, out = folder + "/nop", folder + "/kq"
    put(folder, "ds.csv", DOUBT_ROSTER.encode())
    for number, (name, (unit, parent, _, _)) in enumerate(DOUBTS.items()):
        put(nop, name, regulation(unit, 1 + number, parent=parent))
    done = audit(nop, out, "--roster", folder + "/ds.csv")
    told = dict(re.findall(r"^    (\S.*?\.fodt): (.*)$", done.stdout.decode(), re.M))
    assert set(told) == set(DOUBTS), done.stdout.decode()
    assert report(out, "-f", "html", "-f", "csv", "-f", "xlsx").returncode == 0
    page, units = Page(out + "/report/index.html").text, rows_of(out, "units")
    book = sheets(out + "/report/report.xlsx")[0][1].values()
    file, meant, why = (units[0].index(head) for head in ("Tệp", "Có thể là của", "Vì sao chưa rõ, cần làm gì"))
    of_file = {row[file]: row for row in units[1:] if row[file]}
    pages = [Page(f"{out}/report/units/{one}").text for one in os.listdir(out + "/report/units")]
    for name, (_, _, beginning, unit) in DOUBTS.items():
        sentence = of_file[name][why]
        assert sentence.startswith(beginning) and re.search(r"\. [^.]+\.$", sentence), (name, sentence)
        assert unit in of_file[name][meant], (name, of_file[name])
        assert told[name] == sentence and sentence in page and sentence in book, (name, told[name], sentence)
        own = next(text for text in pages if f"Tệp {name} " in text)
        assert "Lưu ý " + sentence in own, (name, own[:600])
    assert report(out, "-f", "csv", "-l", "en").returncode == 0
    english = {row[file]: row[why] for row in rows_of(out, "units")[1:]}
    assert len({english[name] for name in DOUBTS}) == len(DOUBTS), english
    assert not [name for name in DOUBTS if "Danh sách" in english[name] or "Tên" in english[name]], english


def a_doubt_keeps_its_reason_when_its_file_is_judged_anew(folder):
    """Its name gave it a unit of a kind, its text takes that back: it is judged again without the kind, and still told why."""
    nop, out = folder + "/nop", folder + "/kq"
    put(folder, "ds.csv", "Đơn vị,Loại\nSở Nội vụ,Cơ quan\nSở Tư pháp,Cơ quan\n".encode())
    put(nop, "Sở Nội vụ.fodt", regulation("SỞ TƯ PHÁP", 1, parent="UBND TỈNH LẠNG GIANG"))
    beginning = "Tên tệp nêu một đơn vị, văn bản lại nêu đơn vị khác."
    for time in ("first", "again"):
        told = audit(nop, out, "--roster", folder + "/ds.csv").stdout.decode()
        assert "Sở Nội vụ.fodt: " + beginning in told, (time, told)
    assert report(out, "-f", "csv").returncode == 0
    units = rows_of(out, "units")
    assert units[-1][units[0].index("Vì sao chưa rõ, cần làm gì")].startswith(beginning), units[-1]


def a_unit_that_a_doubtful_file_may_be_of_is_not_simply_said_to_owe_one(folder):
    """Heat map, list, tables: such a unit is told to look at the doubts; one that nothing is near owes a regulation."""
    nop, out, said = folder + "/nop", folder + "/kq", "có tệp chưa rõ đơn vị, cần xem"
    put(folder, "ds.csv", "Đơn vị,Cấp trên\nSở Nội vụ,\nSở Tư pháp,\nSở Y tế,\nUBND xã Tân Lập,UBND huyện Mộc Châu\n"
        "UBND xã Tân Lập,UBND huyện Đan Phượng\n".encode())
    put(nop, "Sở Nội vụ.fodt", regulation("SỞ TƯ PHÁP", 1, parent="UBND TỈNH LẠNG GIANG"))
    put(nop, "1.fodt", regulation("UBND XÃ TÂN LẬP", 2, parent=""))
    assert audit(nop, out, "--roster", folder + "/ds.csv").returncode == 0
    assert report(out, "-f", "html", "-f", "csv", "-f", "xlsx").returncode == 0
    for table, state in (("missing", 3), ("units", 3)):
        told = [row[state] for row in rows_of(out, table)[1:6]]
        assert told == [said, said, "chưa nộp", said, said], (table, told)
    assert list(sheets(out + "/report/report.xlsx")[5][1].values()).count("? " + said) == 4
    page = Page(out + "/report/index.html").text
    matrix, rest = page.split("Đơn vị chưa có quy chế để rà soát (5 trên 5 đơn vị phải nộp)")
    assert rest.count("? " + said) == 4 and matrix.count("? " + said) == 8, page  # beside the name as well, for phones
    assert rest.count("✗ chưa nộp") == 1, rest
    assert rest.count(f"? {said} ( danh sách )") == 4, "leads to the files that may be theirs"
    links_lead_somewhere(Page(out + "/report/index.html"), out + "/report")


def more_doubts_than_are_read_at_once_are_counted(folder):
    put(folder, "ds.csv", DOUBT_ROSTER.encode())
    for number in range(23):
        put(folder + "/nop", f"{number:02}.fodt", regulation(f"TRƯỜNG THCS HOA BAN {number}", 1 + number))
    told = audit(folder + "/nop", folder + "/kq", "--roster", folder + "/ds.csv").stdout.decode()
    assert len(re.findall(r"^    \d\d\.fodt: ", told, re.M)) == 20 and "    và 3 dòng nữa, xem trong báo cáo" in told, told


def a_file_that_the_roster_names_and_whose_text_names_another_is_told_on_the_page(folder):
    nop, out = folder + "/nop", folder + "/kq"
    put(folder, "ds.csv", DOUBT_ROSTER.encode())
    put(nop, "danh-sach.fodt", regulation("TRƯỜNG THCS HOA BAN", 1))
    put(nop, "THCS Kim Đồng.fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 2))
    assert audit(nop, out, "--roster", folder + "/ds.csv").returncode == 0
    assert report(out, "-f", "html", "-f", "csv", "-f", "bien-ban").returncode == 0
    page = Page(out + "/report/index.html")
    links_lead_somewhere(page, out + "/report")
    heading = "Quy chế nêu tên đơn vị khác với danh sách (1 quy chế)"
    section = page.text[page.text.rindex(heading):]
    said = "Danh sách ghi tệp này cho đơn vị, nhưng văn bản nêu tên đơn vị khác. Mở văn bản đối chiếu"
    assert "danh-sach.fodt Trường THCS Ba Đình TRƯỜNG THCS HOA BAN " + said in section, section[:800]
    assert "#others" in {link["href"] for link in page.all("a")} and "Kim Đồng" not in section[:600], section[:600]
    units = rows_of(out, "units")
    assert [said in row[units[0].index("Vì sao chưa rõ, cần làm gì")] for row in units[1:]].count(True) == 1
    pages = {name: Page(f"{out}/report/units/{name}").text for name in os.listdir(out + "/report/units")}
    assert [name for name, text in pages.items() if re.search(f"Lưu ý {said}.* Kết luận:", text)] == [
        name for name in pages if name.startswith("truong-thcs-ba-dinh")], pages.keys()
    for name in os.listdir(out + "/report/bien-ban"):  # what an inspector is to sign
        with zipfile.ZipFile(f"{out}/report/bien-ban/{name}") as made:
            record = re.sub("<[^>]+>", "", made.read("word/document.xml").decode())
        assert ("- Lưu ý: " + said in record) == name.startswith("truong-thcs-ba-dinh"), (name, record)
    assert page.text.count("? văn bản nêu tên đơn vị khác") == 1, page.text
    os.remove(nop + "/danh-sach.fodt")
    assert audit(nop, out, "--roster", folder + "/ds.csv").returncode == 0 and report(out).returncode == 0
    assert "khác với danh sách" not in Page(out + "/report/index.html").text


def a_date_that_is_yet_to_come_is_told_in_the_matrix_and_the_table_of_units(folder):
    """Of the one text of a unit, which is judged; not when it was accepted."""
    nop, out, remark = folder + "/nop", folder + "/kq", "? đề ngày ban hành sau ngày đối chiếu"
    put(nop, "a.fodt", regulation("TRƯỜNG THCS HOA BAN", 1).replace(b"2024", b"2026"))
    put(nop, "b.fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 1))
    sentence = "Ngày ban hành sau ngày đối chiếu. Kiểm tra lại ngày, tháng, năm ban hành ghi trên văn bản."
    put(folder, "w.csv", "Mã quy tắc,Lý do,Người duyệt,Căn cứ,Hết hạn\nconsistency-future-date,a,b,c,2030-01-01\n".encode())
    for options, told in ((), [sentence, ""]), (("--waivers", folder + "/w.csv"), ["", ""]):
        assert audit(nop, out, *options).returncode == 0
        assert report(out, "-f", "html", "-f", "csv", "-f", "xlsx").returncode == 0
        units, page = rows_of(out, "units"), Page(out + "/report/index.html").text
        assert [row[units[0].index("Vì sao chưa rõ, cần làm gì")] for row in units[1:]] == told, units
        assert page.count(remark) == bool(told[0]), page
        assert list(sheets(out + "/report/report.xlsx")[0][1].values()).count(sentence) == bool(told[0])
        if told[0]:
            assert page.index("TRƯỜNG THCS HOA BAN") < page.index(remark) < page.index("TRƯỜNG THCS KIM ĐỒNG"), page


TESTS = [a_date_that_is_yet_to_come_is_told_in_the_matrix_and_the_table_of_units,
         a_name_in_an_old_encoding_is_read_by_people_wherever_it_is_told,
         what_is_accepted_for_a_file_may_name_it_by_what_it_says,
         a_name_that_would_turn_the_terminal_is_told_without_doing_so,
         every_doubt_has_a_sentence_wherever_doubts_are_listed, a_doubt_keeps_its_reason_when_its_file_is_judged_anew,
         a_unit_that_a_doubtful_file_may_be_of_is_not_simply_said_to_owe_one,
         more_doubts_than_are_read_at_once_are_counted,
         a_file_that_the_roster_names_and_whose_text_names_another_is_told_on_the_page,
         what_is_of_no_unit_is_told_in_the_same_words_and_number_everywhere,
         a_stranger_has_the_name_of_its_text_and_has_not_submitted,
         a_unit_whose_file_may_be_the_broken_one_is_in_doubt,
         a_file_of_any_of_many_units_is_settled_in_time_by_their_number,
         names_in_old_encodings_are_read_found_and_told_with_their_bytes,
         links_and_locks_are_told_for_what_they_are,
         what_nobody_could_read_is_told_by_the_name_that_the_roster_has]

sys.exit(run_cases("doubts", TESTS))
