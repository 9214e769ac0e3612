#!/usr/bin/env python3
"""The tables of a district, as a book and as CSV: they agree with the results and with the page, and are read, printed
and edited as they are."""
import html
import json
import os
import re
import sys
import time
import zipfile

TESTS_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [os.path.join(TESTS_FOLDER, name) for name in ("", "batch", "district")]
from cases import run_cases  # noqa: E402
from reports import ALL, bytes_of, district, EVIL, FORMULA, report, rows_of, sheets, STRANGER  # noqa: E402
from runs import audit, put  # noqa: E402


def tables_agree_with_the_results(folder):
    nop, out = district(folder)
    done = report(out, *ALL)
    assert done.returncode == 0 and not done.stderr, done
    assert bytes_of(out + "/report/results.jsonl") == bytes_of(out + "/results.jsonl")
    records = [json.loads(line) for line in bytes_of(out + "/results.jsonl").splitlines()]
    judged = [record for record in records if record["outcome"] == "judged"]
    units = rows_of(out, "units")
    assert [row[0] for row in units[1:]] == ["Sở Tư pháp", "Trường THPT Nguyễn Cảnh Chân", f"UBND xã {EVIL}",
                                             "'" + FORMULA, "Trường Hoa Sen", STRANGER + " (la.docx)"]
    assert all(len(row) == len(units[0]) for row in units)
    assert len(rows_of(out, "matrix")) == 1 + len(judged)
    cited = sum(finding["check"] == "citation" and "citation" in finding for record in judged
                for finding in record["findings"])
    assert len(rows_of(out, "citations")) == 1 + cited > 1
    unread = [row[:2] for row in rows_of(out, "unread")[1:]]
    assert unread == [["<b onclick=x>.docx", "không đọc được"], ["hoa-sen.docx", "không đọc được"]], unread
    assert [row[0] for row in rows_of(out, "missing")[1:]] == ["'" + FORMULA, "Trường Hoa Sen"]
    conflicts = sum(int(row[5] or 0) for row in units[1:])
    assert conflicts == sum(row[3] == "trái quy định" for row in rows_of(out, "gaps")[1:]) > 0
    with zipfile.ZipFile(out + "/report/report.xlsx") as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == 10
        for name in sheets:
            text = book.read(name).decode()
            assert "<f>" not in text and 'state="frozen"' in text and "<autoFilter" in text, name
        assert "<conditionalFormatting" in book.read("xl/worksheets/sheet1.xml").decode()
        assert "=HYPERLINK(" in book.read("xl/worksheets/sheet1.xml").decode()
    copies = sorted(os.listdir(out + "/report/annotated"))
    assert len(copies) == 4 and len(os.listdir(out + "/report/bien-ban")) == 5, copies
    for name in copies:
        assert zipfile.ZipFile(f"{out}/report/annotated/{name}").testzip() is None
    os.remove(nop + "/truong.docx")
    gone = report(out, "-f", "annotated")
    assert gone.returncode == 3 and "truong.docx" in gone.stderr.decode(), gone
    assert sorted(os.listdir(out + "/report/annotated")) == copies, "a copy that could not be made anew is lost"


def a_group_that_lacks_something_is_told_so_in_the_same_words_everywhere(folder):
    """Cell of the page, of the sheet and of the CSV, page of the unit and record: "đạt" is what lacks nothing."""
    _, out = district(folder)
    assert report(out, "-f", "html", "-f", "csv", "-f", "xlsx", "-f", "bien-ban").returncode == 0
    index, seen = bytes_of(out + "/report/index.html").decode(), set()
    legend = re.search(r'<p class="legend">(.*?)</p>', index)[1]
    strings = "".join(text + "".join(cells.values()) for text, cells in sheets(out + "/report/report.xlsx"))
    for row in rows_of(out, "matrix")[1:]:
        said = [cell for cell in row[3:] if cell]
        line = next(line for line in index.split("<tr ") if html.escape(row[0].lstrip("'"), False) in line and "cell" in line)
        cells = [heard for heard in re.findall(r'class="heard">([^<]*)<', line) if heard != "không đặt ra"]
        assert cells == said, (row[0], cells, said)
        page = bytes_of(f"{out}/report/" + re.search(r'href="(units/[^"]*)"', line)[1]).decode()
        badges = [html.unescape(badge) for badge in re.findall(r'class="badge (?:\w+)"><span aria-hidden="true">.</span> ([^<]*)</span></td><td class="few"', page)]
        assert set(said) <= set(badges), (row[0], said, badges)
        with zipfile.ZipFile(f"{out}/report/bien-ban/" + re.search(r'href="units/([^"]*).html"', line)[1] + ".docx") as made:
            record = re.findall(r">([^<]*)</w:t>", made.read("word/document.xml").decode())
        assert set(said) <= set(record), (row[0], said)
        counts = re.findall(r"> ([^<]*)</span></td><td class=\"few\" data-head=\"Trong đó\">(.*?)</td>", page)
        assert not [counted for word, counted in counts if word == "đạt" and re.search(r"\d (thiếu|chưa đủ|trái)", counted)]
        for word in said:
            assert word in strings and re.sub(r" \(?\d+\)?$", "", word) in legend, word
        seen |= {word.rstrip("0123456789 ()") for word in said}
    assert {"đạt", "có, còn thiếu", "thiếu"} <= seen, seen


def a_book_is_read_and_printed_as_it_is(folder):
    """Nothing is cut or told by colour alone, dates are dates, a page is A4 as wide as the sheet and not too small."""
    nop, out = district(folder)
    assert report(out, "-f", "xlsx").returncode == 0
    book = sheets(out + "/report/report.xlsx")
    units, gaps = book[0][1], book[1][1]
    assert [units[f"E{row}"] for row in (2, 3, 4)] == ["✓ ĐẦY ĐỦ", "! CÓ NỘI DUNG TRÁI QUY ĐỊNH", "✗ CHƯA ĐẦY ĐỦ"], units
    assert [units[f"D{row}"] for row in (4, 5, 6, 7)] == ["✓ đã nộp quy chế", "✗ chưa nộp", "? tệp không đọc được",
                                                          "? chưa rõ của đơn vị nào"], units
    assert {gaps[f"E{row}"] for row in range(2, 20)} <= {"! trái quy định", "✗ thiếu", "± chưa đủ", "+ nên có", "+ nên ghi đủ",
                                                             "? cần xem lại"}, gaps
    assert "✓ đạt" in book[2][1].values() and "Số nội dung thiếu" in units.values()
    assert units["J2"] == "41/QĐ-STP" and units["K2"] == "45380", (units["J2"], units["K2"])  # 29/03/2024
    with zipfile.ZipFile(out + "/report/report.xlsx") as package:
        assert "dd/mm/yyyy" in package.read("xl/styles.xml").decode() and "wrapText" in package.read("xl/styles.xml").decode()
        assert package.read("xl/workbook.xml").decode().count("_xlnm.Print_Titles") == len(book)
    for number, (text, cells) in enumerate(book):
        assert '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>' in text, text[-600:]
        widths = {chr(64 + int(first)): float(width) for first, width in
                  re.findall(r'<col min="(\d+)" max="\d+" width="([\d.]+)" customWidth', text)}  # but hidden ones
        assert sum(widths.values()) < 225, (number, sum(widths.values()))  # at 8 points or so on A4
        heights = dict(re.findall(r'<row r="(\d+)"[^>]* ht="([\d.]+)"', text))
        for place, value in cells.items():
            column, row = re.match(r"([A-Z]+)(\d+)", place).groups()
            lines = float(heights.get(row, 15)) / 15
            assert column not in widths or len(value) <= widths[column] * lines or lines > 27, (number, place, value, lines)
    before = bytes_of(out + "/report/report.xlsx")
    time.sleep(1.1)
    assert report(out, "-f", "xlsx").returncode == 0
    assert bytes_of(out + "/report/report.xlsx") == before, "the same round gives the same book"


STATUS_COLUMNS = {"Đơn vị": "DE", "Nội dung còn thiếu, trái luật": "E", "Ma trận": "CDEFGHIJKLMNOPQ", "Viện dẫn": "D",
                  "Tệp không rà soát": "B", "Chưa có quy chế": "D", "Chấp nhận": "J", "So với lần trước": "G"}


def statuses_keep_their_colours_when_somebody_edits_them(folder):
    """The colour comes by the symbol that a cell begins with, in the rows that are there and below, and not by the cell."""
    nop, out = district(folder)
    with open(folder + "/waivers.csv", "w", encoding="utf-8") as file:
        file.write("Mã quy tắc,Lý do,Người duyệt,Căn cứ,Hết hạn\nl10-cq-d46-k05,a,b,c,2030-01-01\n")
    assert audit(nop, out, "--roster", folder + "/ds.csv", "--waivers", folder + "/waivers.csv").returncode == 3
    assert report(out, "-f", "xlsx").returncode == 0
    with zipfile.ZipFile(out + "/report/report.xlsx") as package:
        names = re.findall(r'<sheet name="([^"]*)"', package.read("xl/workbook.xml").decode())
        styles = package.read("xl/styles.xml").decode()
    cell_formats = re.findall(r'<xf [^>]*fillId="(\d+)"', styles.split("<cellXfs")[1])
    colours = re.findall(r"<dxf>(.*?)</dxf>", styles, re.S)
    for name, (text, cells) in zip(names, sheets(out + "/report/report.xlsx")):
        rules = {}
        for area, inner in re.findall(r'<conditionalFormatting sqref="([^"]*)">(.*?)</conditionalFormatting>', text, re.S):
            for number, column, symbol in re.findall(r'dxfId="(\d+)"[^>]*><formula>LEFT\(([A-Z])2,1\)="(.)"<', inner):
                assert "bgColor" in colours[int(number)] and area == f"{column}2:{STATUS_COLUMNS[name][-1]}1048576", (name, area)
                assert column == STATUS_COLUMNS[name][0]
                rules[symbol] = number
        assert set(rules) == (set("✓±~◐✗!?+–○") if name in STATUS_COLUMNS else set()), (name, rules)
        for place, style in re.findall(r'<c r="([A-Z]\d+)" s="(\d+)"', text):
            status = place[0] in STATUS_COLUMNS.get(name, "") and place[1:] != "1" and cells.get(place)
            assert not status or status[0] in rules and status[1] == " ", (name, place, status)
            assert cell_formats[int(style)] == "0" or place[1:] == "1", f"{name} {place} has a colour of its own"


def nothing_in_a_name_runs_or_turns_what_a_table_shows(folder):
    """A spreadsheet may part fields by semicolons, or take full-width signs for those of a formula."""
    names = {"A;=1+1": "A;'=1+1", "＝A1": "'＝A1", "\x1b[2JB": "\\x1B[2JB", "C\u202eD\nE": "C\\u202ED\nE", "F; -1": "F; -1"}
    put(folder, "nop/a\x1b\n\u202eb.docx", b"PK\3\4")
    put(folder, "ds.csv", ("Đơn vị,Loại\n" + "".join(f'"Trường {i} {name}",Trường\n"{name}",Trường\n' for i, name in enumerate(names))).encode())
    audit(folder + "/nop", folder + "/kq", "--roster", folder + "/ds.csv")
    assert report(folder + "/kq", "-f", "csv", "-f", "xlsx").returncode == 0
    assert set(names.values()) <= {row[0] for row in rows_of(folder + "/kq", "units")}, rows_of(folder + "/kq", "units")
    assert rows_of(folder + "/kq", "unread")[1][0] == "a\\x1B\n\\u202Eb.docx"
    for text, cells in sheets(folder + "/kq/report/report.xlsx"):
        assert not re.search("[\x1b\u202e]", text + "".join(cells.values()))


TESTS = [tables_agree_with_the_results,
         a_group_that_lacks_something_is_told_so_in_the_same_words_everywhere,
         a_book_is_read_and_printed_as_it_is,
         statuses_keep_their_colours_when_somebody_edits_them,
         nothing_in_a_name_runs_or_turns_what_a_table_shows]

sys.exit(run_cases("tables", TESTS))
