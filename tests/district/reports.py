"""A district to report on, and its reports as tests read them."""
import csv
import html
import html.parser
import io
import os
import re
import zipfile

from runs import audit, put, run

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


def links_lead_somewhere(page, folder):
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids)), "an id twice"
    for link in page.all("a"):
        target = link["href"]
        if target.startswith("#"):
            assert target[1:] in ids, target
        else:
            assert re.fullmatch(r"units/[a-z0-9-]+\.html", target) and os.path.exists(f"{folder}/{target}"), target
