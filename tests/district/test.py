#!/usr/bin/env python3
"""rasoat report from outside: a district with a roster, two rounds, bad files and names that are markup; every format
is whole, agrees with the results, and nothing of a document or a name acts in it."""
import base64
import csv
import hashlib
import html
import html.parser
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests", "batch"))
from runs import audit, environment, put, regulation, run, words  # noqa: E402

EVIL = "<img src=x onerror=alert(1)>"
FORMULA = '=HYPERLINK("http://x")'
ROSTER = f"""Đơn vị,Loại,Tệp
Sở Tư pháp,Cơ quan,tu-phap.docx
Trường THPT Nguyễn Cảnh Chân,Trường,truong.docx
UBND xã {EVIL},Xã,xa.docx
"{FORMULA.replace('"', '""')}",Cơ quan,
Trường Hoa Sen,Trường,hoa-sen.docx
"""
STRANGER = "CÔNG TY CỔ PHẦN GẠCH NGÓI LŨNG SƠN"  # as la.docx names itself
ALL = ("-f", "html", "-f", "csv", "-f", "jsonl", "-f", "xlsx", "-f", "annotated", "-f", "bien-ban")


class Page(html.parser.HTMLParser):
    """Elements with attributes, texts, and what stands in style and script."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.elements, self.texts, self.inline, self.open = [], [], {"style": [], "script": []}, []
        with open(path, encoding="utf-8") as file:
            self.feed(file.read())
        self.close()
        assert not self.open, (path, self.open)
        self.text = re.sub(r"\s+", " ", " ".join(self.texts))

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "input") and not (tag == "rect"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (tag, self.open[-3:])
        self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] in self.inline:
            self.inline[self.open[-1]].append(data)
        else:
            self.texts.append(data)

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


def report(out, *options, **more):
    return run("report", out, *options, **more)


def bytes_of(path):
    with open(path, "rb") as file:
        return file.read()


def district(folder):
    """Two rounds of five units: one mends its text, one file is broken, one is not sent, one document is nobody's."""
    nop, out, roster = folder + "/nop", folder + "/kq", folder + "/ds.csv"
    with open(roster, "w", encoding="utf-8") as file:
        file.write(ROSTER)
    put(nop, "tu-phap.docx", corpus="slogans.docx")
    put(nop, "truong.docx", corpus="conflicts-school.docx")
    put(nop, "xa.docx", corpus="commune-rural.odt")
    assert audit(nop, out, "--roster", roster).returncode == 0
    put(nop, "tu-phap.docx", corpus="complete-justice.docx")
    put(nop, "hoa-sen.docx", b"PK\3\4 hong")
    put(nop, "la.docx", corpus="firm-149.docx")
    put(nop, "<b onclick=x>.docx", b"PK\3\4")
    assert audit(nop, out, "--roster", roster).returncode == 3
    return nop, out


def rows_of(out, table):
    raw = bytes_of(out + f"/report/csv/{table}.csv")
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\r\n") >= 1
    return list(csv.reader(io.StringIO(raw[3:].decode(), newline="")))


def nothing_acts(page, of):
    allowed = {"html", "head", "meta", "title", "style", "script", "body", "a", "header", "main", "nav", "ul", "li", "h1",
               "h2", "h3", "h4", "dl", "dt", "dd", "section", "article", "figure", "figcaption", "svg", "rect", "text",
               "span", "p", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "br", "footer", "label", "input",
               "select", "option", "button", "blockquote", "details", "summary"}
    for tag, attrs in page.elements:
        assert tag in allowed and not any(name.startswith("on") or name in ("src", "style") for name in attrs), (of, tag)
    policy = next(meta["content"] for meta in page.all("meta") if meta.get("http-equiv"))
    assert policy.startswith("default-src 'none'"), policy
    for kind in ("style", "script"):
        for one in page.inline[kind]:
            digest = base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy, (of, kind)


def links_lead_somewhere(page, folder):
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids)), "an id twice"
    for link in page.all("a"):
        target = link["href"]
        if target.startswith("#"):
            assert target[1:] in ids, target
        else:
            assert re.fullmatch(r"units/[a-z0-9-]+\.html", target) and os.path.exists(f"{folder}/{target}"), target


def the_page_says_what_an_office_asks(folder):
    _, out = district(folder)
    done = report(out)
    assert done.returncode == 0 and not done.stderr, done
    assert done.stdout.decode().split() == [out + "/report/index.html"]
    page = Page(out + "/report/index.html")
    nothing_acts(page, "index.html")
    links_lead_somewhere(page, out + "/report")
    units = sorted(os.listdir(out + "/report/units"))
    assert len(units) == 5 and all(re.fullmatch(r"[a-z0-9-]+-[0-9a-f]{8}\.html", name) for name in units), units
    for name in units:
        nothing_acts(Page(f"{out}/report/units/{name}"), name)
    for said in (f"UBND xã {EVIL}", FORMULA, "<b onclick=x>.docx", "Đơn vị phải nộp (5)",
                 "3 đã nộp quy chế", "1 tệp không đọc được", "1 chưa nộp", "la.docx", "100 % đơn vị ban hành quy chế",
                 "đã sửa", "Thay đổi so với lần rà soát trước"):
        assert said in page.text, said
    assert "1 trên 2 đơn vị (50 %)" in page.text and "1 trên 1 đơn vị (100 %)" in page.text, "targets"
    heads = {attrs.get("data-head") for attrs in page.all("td")}  # what a cell says on a phone, where rows are stacked
    assert heads >= {"Tình trạng", "Có thể là", "Mới phát sinh", "Nặng hơn", "Lý do", "Cần làm"}, heads


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


VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.I)


def english_has_one_word_for_a_thing(folder):
    """Verdicts and states are said alike on the page and in the tables, and none of them is left in Vietnamese."""
    nop, out = district(folder)
    put(nop, "xa.docx", corpus="plan.docx")
    put(nop, "hoa-sen.docx", corpus="partial-museum.docx")
    assert audit(nop, out, "--roster", folder + "/ds.csv").returncode == 3
    assert report(out, "--lang", "en", "-f", "html", "-f", "csv").returncode == 0
    said = {table: {head: {row[i] for row in rows[1:] if row[i]} for i, head in enumerate(rows[0])}
            for table, rows in ((table, rows_of(out, table)) for table in ("units", "gaps", "matrix", "citations", "missing"))}
    assert said["units"]["Verdict"] == {"COMPLETE", "INCOMPLETE", "PARTS AGAINST THE LAW"}, said["units"]["Verdict"]
    assert said["units"]["Submission"] == {"regulation submitted", "not submitted", "other document, not a regulation",
                                           "unit unknown"}, said["units"]["Submission"]
    assert said["gaps"]["Status"] <= {"missing", "partly met", "against the law", "needs review", "recommended",
                                      "to be completed"}, said["gaps"]["Status"]
    assert said["citations"]["Status"] <= {"in force", "superseded", "wrongly cited", "not recognised"}
    for table, heads in (("units", ("Kind", "Reason not checked")), ("gaps", ("Kind", "Kind of gap", "Content")),
                         ("matrix", ("Legal basis", "Disclosure", "Consultation")), ("missing", ("Kind", "Status"))):
        for head in heads:
            left = [cell for cell in said[table][head] if VIETNAMESE.search(re.sub(r"\S+/\S+", "", cell))]  # but numbers of acts
            assert said[table][head] and not left, (table, head, left)
    page = Page(out + "/report/index.html").text + "".join(
        Page(f"{out}/report/units/{name}").text for name in os.listdir(out + "/report/units"))
    for word in ("conflict", "advised", "accepted", "to review", "not asked", "no regulation,", "At odds", "Mend", "waives"):
        assert not re.search(rf"\b{word}\b", page), (word, re.search(rf".{{40}}\b{word}\b.{{40}}", page)[0])


MEASURE = """<iframe width="360" height="740" style="border:0" src="%s"></iframe><pre></pre><script>
addEventListener('load',function(){var page=document.querySelector('iframe').contentDocument,row=page.querySelector('#units tbody tr');
var box=page.querySelector('.heat'),cells=[].map.call(row.cells,function(cell){var at=cell.getBoundingClientRect();
return [at.left,at.right]});box.scrollLeft=500;box.scrollTop=400;
document.querySelector('pre').textContent=JSON.stringify({cells:cells,wide:page.documentElement.scrollWidth,
name:row.cells[0].getBoundingClientRect().left,before:cells[0][0],
head:page.querySelector('#units thead th').getBoundingClientRect().top-box.getBoundingClientRect().top,
brief:row.querySelector('.brief').innerText})})</script>"""


def on_a_phone_the_matrix_shows_columns_and_scrolls_in_its_own_box(folder):
    """360 px wide: the page is no wider, at least five columns beside the name are seen, names and heads stay in view."""
    if not shutil.which("chromium"):
        print("  left out: no chromium")
        return
    _, out = district(folder)
    assert report(out).returncode == 0
    with open(folder + "/phone.html", "w", encoding="utf-8") as file:
        file.write(MEASURE % ("file://" + out + "/report/index.html"))
    done = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
                           "--user-data-dir=" + folder + "/chromium", "--window-size=800,800", "--virtual-time-budget=3000",
                           "--dump-dom", "file://" + folder + "/phone.html"], capture_output=True, text=True, timeout=120, check=False)
    seen = json.loads(html.unescape(re.search(r"<pre>(.*?)</pre>", done.stdout, re.S)[1]))
    shown = [right for left, right in seen["cells"][1:] if right > left and right <= 360 - 16]
    assert seen["wide"] <= 360 and len(shown) >= 5, seen
    assert seen["name"] == seen["before"] and seen["head"] == 0, ("they scroll away", seen)
    assert "ĐẦY ĐỦ" in seen["brief"] and "cơ quan, đơn vị" in seen["brief"], seen


def tables_agree_with_the_results(folder):
    nop, out = district(folder)
    done = report(out, *ALL)
    assert done.returncode == 0 and not done.stderr, done
    assert bytes_of(out + "/report/results.jsonl") == bytes_of(out + "/results.jsonl")
    records = [json.loads(line) for line in bytes_of(out + "/results.jsonl").splitlines()]
    judged = [record for record in records if record["outcome"] == "judged"]
    units = rows_of(out, "units")
    assert [row[0] for row in units[1:]] == ["Sở Tư pháp", "Trường THPT Nguyễn Cảnh Chân", f"UBND xã {EVIL}",
                                             "'" + FORMULA, "Trường Hoa Sen", STRANGER]
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


def sheets(path):
    """Sheets of a book, each with its cells by place ("B2"), their texts or numbers."""
    found = []
    with zipfile.ZipFile(path) as book:
        for number in range(1, 1 + sum(name.startswith("xl/worksheets/sheet") for name in book.namelist())):
            text = book.read(f"xl/worksheets/sheet{number}.xml").decode()
            cells = {place: html.unescape(re.sub("<[^>]*>", "", inner))
                     for place, inner in re.findall(r'<c r="([A-Z]+\d+)"[^>/]*>(.*?)</c>', text)}
            found.append((text, cells))
    return found


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
    page = Page(f"{out}/report/units/{name.removesuffix('.docx')}.html").text
    assert "Đơn vị Trường Hoa Sen" in page and "Chi tiết" not in page, page
    assert report(out, "-f", "html", "--lang", "en").returncode == 0
    assert "Detail" in Page(f"{out}/report/units/{name.removesuffix('.docx')}.html").text


def a_unit_that_sends_nothing_any_more_is_named_without_a_roster(folder):
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "a.docx", corpus="conflicts-school.docx")
    put(nop, "b.docx", corpus="complete-justice.docx")
    assert audit(nop, out).returncode == 0
    os.remove(nop + "/b.docx")
    assert audit(nop, out).returncode == 0
    assert report(out).returncode == 0
    trend = bytes_of(out + "/report/index.html").decode().split('id="trend"')[1].split("</section>")[0]
    assert "1 đơn vị lần trước đã nộp quy chế" in trend and re.search("<li>SỞ TƯ PHÁP[^<]*</li>", trend), trend


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
            assert word in strings and re.sub(r" \d+$", "", word) in legend, word
        seen |= {word.rstrip("0123456789 ") for word in said}
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
                  "Tệp không rà soát": "B", "Chưa nộp": "D", "Chấp nhận": "J"}


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


def a_report_that_fails_leaves_the_good_one(folder):
    _, out = district(folder)
    assert report(out, *ALL).returncode == 0
    for name, option in (("index.html", "html"), ("report.xlsx", "xlsx"), ("results.jsonl", "jsonl")):
        before = bytes_of(f"{out}/report/{name}")
        # the largest file that may be written: less than what the report takes
        done = report(out, "-f", option, file_limit=3000)
        assert done.returncode == 2 and done.stderr, (name, done)
        assert bytes_of(f"{out}/report/{name}") == before, name
    left = [name for _, _, names in os.walk(out + "/report") for name in names]
    assert not [name for name in left if re.search(r"\.(html|xlsx|csv|jsonl)\.", name)], left


def figures_are_of_the_units_that_must_submit(folder):
    """What nobody on the roster sent is in none of them; without a roster they are of the regulations that came."""
    nop, out = district(folder)
    assert report(out).returncode == 0
    page = Page(out + "/report/index.html")
    for said in ("Đơn vị phải nộp (5)", "Quy chế của đơn vị đã nộp (3)",
                 "3 trên 5 đơn vị phải nộp đã nộp quy chế (60 %). 1 trên 5 đơn vị phải nộp có quy chế đầy đủ (20 %).",
                 "Không tính vào các số liệu trên: 1 quy chế chưa rõ của đơn vị nào",
                 "Từng đơn vị, từng phần nội dung (5 đơn vị, 1 quy chế chưa rõ đơn vị)",
                 "Đơn vị chưa có quy chế để rà soát (2 trên 5 đơn vị phải nộp)",
                 "Quy chế chưa rõ của đơn vị nào (1 quy chế)",
                 "Tất cả 3 trên 5 đơn vị (60 %) – ✗ còn 2 đơn vị 1 trên 5 đơn vị (20 %)"):
        assert said in page.text, said
    gaps = re.findall(r"(\d+) trên (\d+) đơn vị đã nộp \((\d+) %\)", page.text)
    assert gaps and {whole for _, whole, _ in gaps} == {"3"}, gaps
    assert not re.search(r"(?<![\d/])\d+/\d+ ", page.text), "a share that does not say of what"
    assert audit(nop, folder + "/khong-ds").returncode == 3
    assert report(folder + "/khong-ds").returncode == 0
    page = Page(folder + "/khong-ds/report/index.html")
    judged = int(re.search(r"Quy chế đã rà soát \((\d)\)", page.text)[1])
    wholes = set(re.findall(r"\d+ trên (\d+) quy chế \(\d+ %\)<?", page.text[page.text.index("Thiếu sót phổ biến nhất"):]))
    assert judged == 4 and wholes == {"4"}, (judged, wholes)
    assert "phải nộp" not in page.text and "Tỷ lệ tính trên số quy chế đã rà soát" in page.text


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


def a_stranger_has_the_name_of_its_text_and_has_not_submitted(folder):
    """What is of no unit is shown as the text names it, else as its file is named, and never as a submission."""
    nop, out = district(folder)
    put(nop, "thu/vô danh.fodt", regulation("", 4, parent=""))
    assert audit(nop, out, "--roster", folder + "/ds.csv").returncode == 3
    assert report(out, "-f", "html", "-f", "csv").returncode == 0
    units = rows_of(out, "units")
    name, state, file = units[0].index("Đơn vị"), units[0].index("Tình trạng nộp"), units[0].index("Tệp")
    strangers = [(row[name], row[state], row[file]) for row in units[6:]]
    assert strangers == [(STRANGER, "chưa rõ của đơn vị nào", "la.docx"),
                         ("vô danh.fodt", "chưa rõ của đơn vị nào", "thu/vô danh.fodt")], strangers
    assert [row[state] for row in units].count("đã nộp quy chế") == 3
    assert [row[0] for row in rows_of(out, "matrix")[4:]] == [STRANGER, "vô danh.fodt"]
    page = Page(out + "/report/index.html").text
    assert "3 đã nộp quy chế" in page and "Không tính vào các số liệu trên: 2 quy chế" in page, page
    matrix = page[page.rindex("Từng đơn vị, từng phần nội dung"):page.rindex("Quy chế chưa rõ của đơn vị nào")]
    assert STRANGER in matrix and "la.docx" not in matrix, matrix
    doubts = page[page.rindex("Quy chế chưa rõ của đơn vị nào"):]
    assert "la.docx " + STRANGER in doubts and "thu/vô danh.fodt –" in doubts, doubts[:500]


def shares_are_rounded(folder):
    """Two of three are 67 %, not 66."""
    with open(folder + "/ds.csv", "w", encoding="utf-8") as file:
        file.write("Đơn vị,Loại,Tệp\nSở Tư pháp,Cơ quan,a.docx\nBảo tàng,Cơ quan,b.docx\nSở Y tế,Cơ quan,c.docx\n")
    put(folder + "/nop", "a.docx", corpus="complete-justice.docx")
    put(folder + "/nop", "b.docx", corpus="partial-museum.docx")
    assert audit(folder + "/nop", folder + "/kq", "--roster", folder + "/ds.csv").returncode == 0
    assert report(folder + "/kq").returncode == 0
    page = Page(folder + "/kq/report/index.html")
    assert "2 trên 3 đơn vị (67 %)" in page.text and "1 trên 3 đơn vị (33 %)" in page.text, page.text
    assert "67%" in {rect.get("width") for rect in page.all("rect")}, "the bar is as long as its figure"


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
        told.append(re.findall(r"Lưu ý: (.*?)(?:;| Kết quả)", re.sub(r"\s+", " ", done.stdout.decode() + done.stderr.decode())))
    assert [len(notes) for notes in told] == [1, 1, 1, 1], told
    assert report(out).returncode == 0
    text = Page(out + "/report/index.html").text
    section = text[text.rindex("Diễn biến qua các lần rà soát (6 lần)"):text.rindex("Thay đổi so với")]
    notes = re.findall(r"\d, \d+/\d+/\d+ luật có hiệu lực ngày 01/01/2026(?:; (.*?))? \d trên", section)
    assert notes == ["", "", *(one for (one,) in told)], (notes, told)
    assert f"Lưu ý: {told[-1][0]};" in text[text.rindex("Thay đổi so với"):]


def copies_are_named_with_what_was_left_in(folder):
    """One school's regulation sent in by another, which forgot one place that names the first."""
    put(folder + "/nop", "goc.fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 2))
    put(folder + "/nop", "chep.fodt", regulation("TRƯỜNG THCS LÊ LỢI", 3, " Trường THCS Kim Đồng tổ chức thực hiện."))
    put(folder + "/nop", "khac.docx", corpus="highland-primary.docx")
    assert audit(folder + "/nop", folder + "/kq").returncode == 0
    assert report(folder + "/kq").returncode == 0
    page = Page(folder + "/kq/report/index.html")
    links_lead_somewhere(page, folder + "/kq/report")
    section = page.text[page.text.rindex("Quy chế chép của nhau"):]
    section = section[:section.index("khac.docx") if "khac.docx" in section else 600]
    for said in ("goc.fodt", "chep.fodt – ", "%", "chep.fodt: còn để tên “"):
        assert said in section, (said, section)
    assert report(folder + "/kq", "-f", "csv").returncode == 0
    with open(folder + "/kq/report/csv/copies.csv", encoding="utf-8-sig", newline="") as table:
        head, first, copy = csv.reader(table)
    assert first[:4] == ["1", "2", "goc.fodt", ""] and copy[:4] == ["1", "2", "chep.fodt", "goc.fodt"], (first, copy)
    assert int(copy[4]) > 90 and "Kim Đồng" in copy[5] and copy[6] == "goc.fodt", copy


def a_large_family_is_one_row_with_all_its_members(folder):
    for number in range(20):
        put(folder + "/nop", f"{number:02}.fodt", regulation(f"TRƯỜNG THCS SỐ {number}", number + 1))
    put(folder + "/nop", "khac.docx", corpus="highland-primary.docx")
    done = audit(folder + "/nop", folder + "/kq")
    assert "Văn bản chép của nhau" in done.stdout.decode(), done.stdout
    assert report(folder + "/kq").returncode == 0
    page = Page(folder + "/kq/report/index.html").text
    section = page[page.rindex("Quy chế chép của nhau"):]
    assert all(section.count(f"{number:02}.fodt") == 1 for number in range(20)), section[:3000]
    assert "và văn bản khác: 7" in section, section[:3000]


def what_is_no_result_is_refused(folder):
    os.mkdir(folder + "/rong")
    assert report(folder + "/rong").returncode == 2
    assert report(folder).returncode == 2
    assert run("report").returncode == 2
    _, out = district(folder)
    assert report(out, "-f", "pdf").returncode == 2


def peak(out):
    """KiB at most, as the kernel counts them while it runs (afterwards it would count this test's own as well)."""
    most = 0
    with subprocess.Popen(words("report", out, "-f", "html", "-f", "csv", "-f", "xlsx"), env=environment(),
                          stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
                found = re.search(r"VmHWM:\s+(\d+)", status.read())
            most = max(most, int(found[1]) if found else 0)
            time.sleep(0.002)
    assert process.returncode == 0 and most > 0
    return most


def memory_does_not_grow_with_documents(folder):
    with open(os.path.join(ROOT, "corpus", "slogans-cadre.fodt"), "rb") as file:
        document = file.read()
    peaks = []
    for count in (30, 300):
        for i in range(count):
            put(f"{folder}/nop{count}", f"{i}.fodt", document + b"<!-- %d -->" % i)
        assert audit(f"{folder}/nop{count}", f"{folder}/kq{count}", "-q").returncode == 0
        peaks.append(peak(f"{folder}/kq{count}"))
    assert peaks[1] < peaks[0] + 4096 or os.environ.get("SANITIZE"), peaks
    print(f"  peak: {peaks[0]} KiB for 30 documents, {peaks[1]} KiB for 300")


def main():
    for case in (the_page_says_what_an_office_asks, a_first_round_has_no_trend_and_english_is_whole,
                 english_has_one_word_for_a_thing,
                 on_a_phone_the_matrix_shows_columns_and_scrolls_in_its_own_box,
                 tables_agree_with_the_results,
                 what_nobody_could_read_is_told_by_the_name_that_the_roster_has,
                 a_unit_that_sends_nothing_any_more_is_named_without_a_roster, a_group_that_lacks_something_is_told_so_in_the_same_words_everywhere, a_book_is_read_and_printed_as_it_is, statuses_keep_their_colours_when_somebody_edits_them,
                 a_report_that_fails_leaves_the_good_one,
                 figures_are_of_the_units_that_must_submit,
                 what_is_of_no_unit_is_told_in_the_same_words_and_number_everywhere,
                 names_in_old_encodings_are_read_found_and_told_with_their_bytes, links_and_locks_are_told_for_what_they_are,
                 a_stranger_has_the_name_of_its_text_and_has_not_submitted, shares_are_rounded,
                 reports_of_units_that_are_gone_go, all_rounds_are_told, what_sets_rounds_apart_has_the_same_words_everywhere,
                 copies_are_named_with_what_was_left_in, a_large_family_is_one_row_with_all_its_members, what_is_no_result_is_refused,
                 memory_does_not_grow_with_documents):
        with tempfile.TemporaryDirectory() as folder:
            case(folder)
        print("ok  ", case.__name__.replace("_", " "))


main()
