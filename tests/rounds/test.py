#!/usr/bin/env python3
"""The rounds of a district: what became of each unit since the one before, what sets them apart, what all came to."""
import os
import re
import shutil
import sys

TESTS_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [os.path.join(TESTS_FOLDER, name) for name in ("", "batch", "district")]
from cases import run_cases  # noqa: E402
from reports import ALL, bytes_of, district, links_lead_somewhere, Page, report, ROSTER, rows_of, sheets  # noqa: E402
from runs import audit, break_off, put, records, regulation, ROOT, rows  # noqa: E402


def a_first_round_has_no_trend_and_english_is_whole(folder):
    _, out = district(folder)
    assert report(out, "--round", "1", "--lang", "en").returncode == 0
    page = Page(out + "/report/index.html")
    links_lead_somewhere(page, out + "/report")
    assert "Since the round before" not in page.text and "Progress against the targets" in page.text
    assert "Đơn vị phải nộp" not in page.text
    assert report(out, "--round", "9").returncode == 2
    assert report(out, "--round", "1", "--lang", "en", "-f", "csv").returncode == 0
    gaps, citations = rows_of(out, "gaps"), rows_of(out, "citations")
    places = [row[gaps[0].index("Place in the text")] for row in gaps[1:]] + [row[citations[0].index("Place in the text")] for row in citations[1:]]
    assert any("Article " in place for place in places) and "legal bases" in places, places
    assert not [place for place in places if re.search(r"^[^“]*(Điều|khoản|điểm|Chương|Mục|phần) ", place)], places


def no_report_is_made_of_a_round_that_is_not_whole(folder):
    """Nobody is told to have sent nothing before all files were looked at; rounds that are whole stay there to report on,
    and none of them is set beside a part."""
    nop, out = district(folder)
    break_off(out, 2)
    done = report(out, *ALL)
    assert done.returncode == 2 and not os.path.exists(out + "/report"), done
    assert "chưa xong" in done.stderr.decode() and "--round 1" in done.stderr.decode(), done
    assert report(out, "--round", "1").returncode == 0
    assert audit(nop, out, "--roster", folder + "/ds.csv").returncode == 3
    assert audit(nop, out, "--roster", folder + "/ds.csv", "--shard=2/3").returncode == 0
    done = report(out, *ALL)
    assert done.returncode == 2 and "phần 2/3" in done.stderr.decode() and "rasoat merge" in done.stderr.decode(), done
    assert audit(nop, out, "--roster", folder + "/ds.csv").returncode == 3
    assert report(out, "-f", "csv").returncode == 0
    assert [row[0] for row in rows_of(out, "rounds")[1:]] == ["1", "2", "4"]
    assert {tuple(row[1:3] + row[4:5]) for row in rows_of(out, "trend")[1:]} == {("0", "0", "0")}, rows_of(out, "trend")


def units_of_one_name_are_told_by_the_body_above_and_stand_in_the_order_of_the_roster(folder):
    nop, out, roster = folder + "/nop", folder + "/kq", folder + "/ds.csv"
    put(nop, "Phòng Nội vụ.fodt", regulation("PHÒNG NỘI VỤ", 2))
    put(nop, "b.fodt", regulation("TRƯỜNG TIỂU HỌC NGUYỄN TRÃI", 3, parent="UBND HUYỆN CẦU ĐẤT"))
    put(nop, "a.fodt", regulation("TRƯỜNG TIỂU HỌC NGUYỄN TRÃI", 4, parent="UBND HUYỆN CẦU NGÓI"))
    put(nop, "c.fodt", regulation("TRƯỜNG TIỂU HỌC NGUYỄN TRÃI", 5, parent="UBND HUYỆN CẦU MÂY"))
    put(folder, "ds.csv", "Đơn vị,Cấp trên\nTH Nguyễn Trãi,Huyện Cầu Ngói\nTH Nguyễn Trãi,Huyện Cầu Đất\nPhòng Nội vụ,\n".encode())
    for _ in range(2):
        assert audit(nop, out, "--roster", roster).returncode == 0
    assert report(out, "-f", "csv", "-f", "html").returncode == 0
    names = ["TH Nguyễn Trãi (Huyện Cầu Ngói)", "TH Nguyễn Trãi (Huyện Cầu Đất)", "Phòng Nội vụ"]
    for table in "gaps", "matrix", "trend":
        told = list(dict.fromkeys(row[0] for row in rows_of(out, table)[1:] if "TIỂU" not in row[0]))
        assert told == names, (table, told)
    units = rows_of(out, "units")
    assert units[-1][units[0].index("Có thể là của")] == "\n".join(names[:2]), units[-1]
    trend = bytes_of(out + "/report/index.html").decode().split('id="trend"')[1].split("</section>")[0]
    places = [trend.index(f">{name}<") for name in names]
    assert places == sorted(places), places
    batches = {record["file"]: record["batch"] for record in records(out)}
    assert (batches["a.fodt"]["unit_name"], batches["a.fodt"]["unit_parent"]) == ("TH Nguyễn Trãi", "Huyện Cầu Ngói"), batches
    assert batches["c.fodt"]["unit_name"] is batches["c.fodt"]["unit"] is None, batches


def units_without_a_roster_stand_in_the_order_of_their_names(folder):
    nop, out = folder + "/nop", folder + "/kq"
    for day, unit in enumerate(("TRƯỜNG MẦM NON HOA SEN", "PHÒNG NỘI VỤ", "CÔNG TY CỔ PHẦN HẢI ÂU"), 2):
        put(nop, f"{day}.fodt", regulation(unit, day))
    for _ in range(2):
        assert audit(nop, out).returncode == 0
    assert report(out, "-f", "csv").returncode == 0
    for table in "units", "trend":
        told = [row[0] for row in rows_of(out, table)[1:]]
        assert told == ["CÔNG TY CỔ PHẦN HẢI ÂU", "PHÒNG NỘI VỤ", "TRƯỜNG MẦM NON HOA SEN"], (table, told)


def a_unit_that_sends_nothing_any_more_is_named_without_a_roster(folder):
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "a.docx", corpus="conflicts-school.docx")
    put(nop, "b.docx", corpus="complete-justice.docx")
    assert audit(nop, out).returncode == 0
    os.remove(nop + "/b.docx")
    done = audit(nop, out)
    missed = "Lần trước đã nộp quy chế, lần này không có quy chế để rà soát:"
    assert re.search(f"^  {missed}\n    SỞ TƯ PHÁP$", done.stdout.decode(), re.M), done.stdout.decode()
    assert report(out, "-f", "html", "-f", "csv", "-f", "xlsx").returncode == 0
    head, *rows = rows_of(out, "trend")
    assert head[-1] == "Lần này" and [(row[0], row[-1]) for row in rows] == [
        ("TRƯỜNG THPT NGUYỄN CẢNH CHÂN", ""), ("SỞ TƯ PHÁP", "không có quy chế để rà soát")], rows
    said = dict(re.findall(r"^  Thiếu sót (.*?) +(\d+)$", done.stdout.decode(), re.M))
    assert int(said["còn nguyên"]) == sum(int(row[head.index("Còn nguyên")] or 0) for row in rows) > 0, (said, head, rows)
    assert said["đã sửa"] == said["mới phát sinh"] == "0" and "nặng hơn" not in said, said
    book = next(cells for text, cells in sheets(out + "/report/report.xlsx") if "Lần này" in cells.values())
    assert (book["A3"], book["G3"]) == ("SỞ TƯ PHÁP", "✗ không có quy chế để rà soát"), book
    trend = bytes_of(out + "/report/index.html").decode().split('id="trend"')[1].split("</section>")[0]
    assert "1 đơn vị lần trước đã nộp quy chế" in trend and re.search("<li>SỞ TƯ PHÁP[^<]*</li>", trend), trend


def a_unit_that_has_a_regulation_since_is_named(folder):
    """One that had sent nothing, and one whose file could not be read."""
    nop, out = folder + "/nop", folder + "/kq"
    put(folder, "ds.csv", "Đơn vị\nSở Tư pháp\nTrường THPT Nguyễn Cảnh Chân\nTrường THCS Hoa Ban\n".encode())
    put(nop, "ban.fodt", regulation("TRƯỜNG THCS HOA BAN", 1))
    put(nop, "Sở Tư pháp.docx", b"PK")
    roster = "--roster=" + folder + "/ds.csv"
    first = audit(nop, out, roster).stdout.decode()
    put(nop, "a.docx", corpus="conflicts-school.docx")
    put(nop, "Sở Tư pháp.docx", corpus="complete-justice.docx")
    done = audit(nop, out, roster).stdout.decode()
    told = "  Lần trước chưa có quy chế để rà soát, lần này đã nộp:\n    Sở Tư pháp\n    Trường THPT Nguyễn Cảnh Chân\n"
    assert told in done and "lần này đã nộp" not in first, done
    assert report(out, "-f", "html", "-f", "csv", "-f", "xlsx").returncode == 0
    rows = [(row[0], row[-1]) for row in rows_of(out, "trend")[1:]]
    assert rows == [("Trường THCS Hoa Ban", ""), ("Sở Tư pháp", "mới có quy chế"),
                    ("Trường THPT Nguyễn Cảnh Chân", "mới có quy chế")], rows
    trend = bytes_of(out + "/report/index.html").decode().split('id="trend"')[1].split("</section>")[0]
    assert "2 đơn vị lần trước chưa có quy chế để rà soát" in trend and "<li>Sở Tư pháp</li>" in trend, trend
    assert report(out, "-f", "html", "-l", "en").returncode == 0
    assert "2 units had no regulation to check" in bytes_of(out + "/report/index.html").decode()


def units_that_only_one_of_two_rounds_lists_are_the_same_by_their_files(folder):
    """The list calls a school by another name than its text; one is new, one has gone."""
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "a.docx", corpus="conflicts-school.docx")
    put(nop, "b.docx", corpus="complete-justice.docx")
    put(folder, "ds.csv", "Đơn vị,Tệp\nTrường Cảnh Chân mới,a.docx\nTrường THCS Hoa Ban,\nTrường MN Hoa Sen,\n".encode())
    first = audit(nop, out).stdout.decode()
    os.remove(nop + "/b.docx")
    put(nop, "ban.fodt", regulation("TRƯỜNG THCS HOA BAN", 1))
    done = audit(nop, out, "--roster=" + folder + "/ds.csv").stdout.decode()
    assert "lần này đã nộp:\n    Trường THCS Hoa Ban\n" in done and "Trường Cảnh Chân mới" not in done and "nộp:" not in first, done
    assert "lần này không có quy chế để rà soát:\n    SỞ TƯ PHÁP\n" in done, done
    assert report(out, "-f", "csv").returncode == 0
    head, *rows = rows_of(out, "trend")
    assert [(row[0], row[-1]) for row in rows] == [("Trường Cảnh Chân mới", ""), ("Trường THCS Hoa Ban", "mới có quy chế"),
                                                   ("SỞ TƯ PHÁP", "không có quy chế để rà soát")], rows
    assert int(rows[0][head.index("Còn nguyên")]) > 0


def a_unit_is_the_same_below_another_body_and_in_another_list(folder):
    """Districts go and communes take over their schools; lists leave out "UBND", and texts are none of a list's words.
    Not the same are offices of two districts, companies of two forms, and a school of which there are two now."""
    district, lists = "UBND HUYỆN CẦU ĐẤT", (
        "Đơn vị,Cấp trên\nUBND xã An Bình,Huyện Cầu Đất\nTHCS An Hòa,Phòng GD&ĐT\nMN Hoa Sen,Phòng GD&ĐT\n"
        "Phòng Kinh tế,UBND huyện Cầu Đất\nTH Kim Đồng,Phòng GD&ĐT\nCty TNHH Hải Âu,\n",
        "Đơn vị,Cấp trên\nXã An Bình,\nTrường THCS An Hòa,UBND xã An Bình\nMN Hoa Sen,UBND xã An Bình\n"
        "Phòng Kinh tế,UBND huyện Cầu Mây\nTH Kim Đồng,UBND xã An Bình\nTH Kim Đồng,UBND xã An Phú\nCông ty CP Hải Âu,\n")
    texts = ((("UBND XÃ AN BÌNH", district), ("TRƯỜNG THCS AN HÒA", district), ("TRƯỜNG MẦM NON HOA SEN", district),
              ("PHÒNG KINH TẾ", district), ("TRƯỜNG TIỂU HỌC KIM ĐỒNG", district), ("CÔNG TY TNHH HẢI ÂU", district)),
             (("UBND XÃ AN BÌNH", "TỈNH LAM SƠN"), ("TRƯỜNG THCS AN HÒA", "UBND XÃ AN BÌNH"),
              ("TRƯỜNG MẦM NON HOA SEN", "UBND XÃ AN BÌNH"), ("PHÒNG KINH TẾ", "UBND HUYỆN CẦU MÂY"),
              ("TRƯỜNG TIỂU HỌC KIM ĐỒNG", "UBND XÃ AN BÌNH"), ("TRƯỜNG TIỂU HỌC KIM ĐỒNG", "UBND XÃ AN PHÚ"),
              ("CÔNG TY CỔ PHẦN HẢI ÂU", "TỈNH LAM SƠN")))
    for number in 0, 1:
        put(folder, f"{number}.csv", lists[number].encode())
        for day, (unit, parent) in enumerate(texts[number], 1):
            put(f"{folder}/{number}", f"{day}.fodt", regulation(unit, day, parent=parent))
    for listed in (True, True), (False, False), (True, False), (False, True):
        out = folder + "/kq" + str(listed)
        for number in 0, 1:
            done = audit(f"{folder}/{number}", out, *([f"--roster={folder}/{number}.csv"] if listed[number] else []))
        done = done.stdout.decode()
        assert report(out, "-f", "csv").returncode == 0
        head, *rows = rows_of(out, "trend")
        same = [row[0].upper().replace("UBND ", "").replace("TRƯỜNG ", "").replace("MẦM NON", "MN") for row in rows if not row[-1]]
        assert sorted(same) == ["MN HOA SEN", "THCS AN HÒA", "XÃ AN BÌNH"], (listed, rows)
        assert [row[-1] for row in rows].count("mới có quy chế") == 4 and len(rows) == 3 + 4 + 3, (listed, rows)
        assert not any(row[head.index(name)] not in ("", "0") for row in rows for name in ("Mới phát sinh", "Đã sửa")), rows
        assert re.search("Thiếu sót còn nguyên +[1-9]", done), done


def texts_that_a_list_gives_to_nobody_are_neither_new_nor_gone_without_it(folder):
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "1.fodt", regulation("TRƯỜNG THCS AN HÒA", 1))
    put(nop, "2.fodt", regulation("TRƯỜNG MẦM NON HOA SEN", 2))
    put(folder, "ds.csv", "Đơn vị\nTHCS An Hòa\n".encode())
    for options in ([], ["--roster=" + folder + "/ds.csv"], []):
        done = audit(nop, out, *options).stdout.decode()
        assert "lần này" not in re.sub("Lưu ý.*", "", done), done
    # a file of one name in another folder is not for that of one unit
    put(folder + "/khac", "1.fodt", regulation("TRƯỜNG THCS HOA BAN", 3))
    put(folder, "ds.csv", "Đơn vị\nTHCS Hoa Ban\n".encode())
    done = audit(folder + "/khac", out, "--roster=" + folder + "/ds.csv").stdout.decode()
    assert "lần này đã nộp:\n    THCS Hoa Ban\n" in done and "rà soát:\n    TRƯỜNG MẦM NON HOA SEN\n    TRƯỜNG THCS AN HÒA\n" in done, done


def more_missed_units_than_are_read_at_once_are_counted(folder):
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "a.docx", corpus="conflicts-school.docx")
    for number in range(22):
        put(nop, f"{number:02}.fodt", regulation(f"TRƯỜNG THCS HOA BAN {number}", 1 + number))
    first = audit(nop, out).stdout.decode()
    for number in range(22):
        os.remove(f"{nop}/{number:02}.fodt")
    done = audit(nop, out).stdout.decode()
    assert "Lần trước đã nộp" not in first and done.count("\n    TRƯỜNG THCS HOA BAN ") == 20, done
    assert "\n    và 2 dòng nữa, xem trong báo cáo\n" in done, done
    assert report(out, "-f", "csv").returncode == 0 and len(rows_of(out, "trend")) == 1 + 1 + 22


def reports_of_units_that_are_gone_go(folder):
    """Pages of an earlier round do not stay behind; what others put there does."""
    nop, out = district(folder)
    assert report(out, *ALL).returncode == 0
    for name in ("units", "annotated", "bien-ban"):
        put(f"{out}/report/{name}", "ghi-chu.txt", b"cua toi")
    before = set(os.listdir(out + "/report/units"))
    os.remove(nop + "/la.docx")
    with open(folder + "/ds.csv", "w", encoding="utf-8") as file:
        file.write("\n".join(line for line in ROSTER.split("\n") if "Hoa Sen" not in line))
    assert audit(nop, out, "--roster", folder + "/ds.csv").returncode == 3
    assert report(out, *ALL).returncode == 0
    after = set(os.listdir(out + "/report/units"))
    assert after < before and len(before) - len(after) == 2, (before, after)
    assert not [name for name in after if name.startswith("la-docx") or name.startswith("truong-hoa-sen")], after
    for name in ("units", "annotated", "bien-ban"):
        assert bytes_of(f"{out}/report/{name}/ghi-chu.txt") == b"cua toi", name
    assert sorted(os.listdir(out + "/report")) == sorted(["index.html", "report.xlsx", "csv", "results.jsonl", "units",
                                                          "annotated", "bien-ban"])


def all_rounds_are_told(folder):
    """Each round of the store with its figures, drawn and in words: up to the last twelve on the page, all in the tables."""
    nop, out = district(folder)
    for number in range(3, 6):
        put(nop, "truong.docx", corpus=("school-2017.odt", "conflicts-school.docx")[number % 2])
        assert audit(nop, out, "--roster", folder + "/ds.csv").returncode == 3
    assert report(out, "-f", "html", "-f", "csv").returncode == 0
    page = Page(out + "/report/index.html")
    section = page.text[page.text.rindex("Diễn biến qua các lần rà soát (5 lần)"):page.text.rindex("Thay đổi so với")]
    told = re.findall(r"(\d), \d+/\d+/\d+ luật có hiệu lực ngày 01/01/2026 (\d) trên 5 \((\d+) %\) (\d) trên 5 \(\d+ %\) "
                      r"(\d) (\d) (\d)", section)
    assert told == [("1", "3", "60", "0", "2", "1", "0"), ("2", "3", "60", "1", "1", "1", "0"),
                    ("3", "3", "60", "1", "1", "1", "0"), ("4", "3", "60", "1", "2", "0", "0"),
                    ("5", "3", "60", "1", "1", "1", "0")], (told, section)
    assert re.search(r"! 1 ✗ 2|✗ 2 ! 1", section) and "– 2" in section, "the drawing"
    rounds = rows_of(out, "rounds")[1:]
    assert [row[0] for row in rounds] == list("12345") and [row[3:6] for row in rounds] == [["đơn vị phải nộp", "5", "3"]] * 5
    assert report(out, "--round", "2").returncode == 0
    assert "Diễn biến qua các lần rà soát (2 lần)" in Page(out + "/report/index.html").text
    for number in range(6, 15):
        assert audit(nop, out, "--roster", folder + "/ds.csv", "--as-of=2026-01-%02d" % number).returncode == 3
    assert report(out, "-f", "html", "-f", "csv").returncode == 0
    page = Page(out + "/report/index.html")
    assert "Diễn biến qua các lần rà soát (12 lần gần nhất trên 14 lần)" in page.text
    assert "luật tính đến ngày khác: lần trước 13/01/2026, lần này 14/01/2026" in page.text
    assert len(rows_of(out, "rounds")) == 1 + 14


def what_sets_rounds_apart_has_the_same_words_everywhere(folder):
    """Told by audit, in the trend, and of each round among all: roster, choice of files, rules."""
    nop, out = district(folder)
    shutil.copytree(os.path.join(ROOT, "rules"), folder + "/rules")
    with open(folder + "/rules/instruments.xml", "a", encoding="utf-8") as file:
        file.write("<!-- mended -->\n")
    runs = ((), ("--exclude=la.*",), ("--exclude=la.*", "--roster", folder + "/ds.csv"),
            ("--exclude=la.*", "--roster", folder + "/ds.csv", "--rules", folder + "/rules"))
    told = []
    for options in runs:
        done = audit(nop, out, *options)
        assert done.returncode in (0, 3), done
        told.append(re.findall(r"Lưu ý: (.*?)(?:;| Thiếu sót đã sửa)", re.sub(r"\s+", " ", done.stdout.decode() + done.stderr.decode())))
    assert [len(notes) for notes in told] == [1, 1, 1, 1], told
    assert report(out).returncode == 0
    text = Page(out + "/report/index.html").text
    section = text[text.rindex("Diễn biến qua các lần rà soát (6 lần)"):text.rindex("Thay đổi so với")]
    notes = re.findall(r"\d, \d+/\d+/\d+ luật có hiệu lực ngày 01/01/2026(?:; (.*?))? \d trên", section)
    assert notes == ["", "", *(one for (one,) in told)], (notes, told)
    assert f"Lưu ý: {told[-1][0]};" in text[text.rindex("Thay đổi so với"):]


TESTS = [a_first_round_has_no_trend_and_english_is_whole,
         no_report_is_made_of_a_round_that_is_not_whole,
         units_of_one_name_are_told_by_the_body_above_and_stand_in_the_order_of_the_roster,
         units_without_a_roster_stand_in_the_order_of_their_names,
         a_unit_is_the_same_below_another_body_and_in_another_list,
         texts_that_a_list_gives_to_nobody_are_neither_new_nor_gone_without_it,
         units_that_only_one_of_two_rounds_lists_are_the_same_by_their_files,
         a_unit_that_sends_nothing_any_more_is_named_without_a_roster, a_unit_that_has_a_regulation_since_is_named,
         more_missed_units_than_are_read_at_once_are_counted,
         reports_of_units_that_are_gone_go,
         all_rounds_are_told,
         what_sets_rounds_apart_has_the_same_words_everywhere]

sys.exit(run_cases("rounds", TESTS))
