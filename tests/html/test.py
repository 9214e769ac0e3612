#!/usr/bin/env python3
"""HTML pages of the whole corpus: sound markup, nothing from outside, nothing of a document that acts, and what WCAG
2.2 AA asks of markup and colours; every gap of the text report is on the page."""
import base64
import glob
import hashlib
import html.parser
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests", "cli"))
import make_files  # noqa: E402

RASOAT = os.environ.get("RASOAT", os.path.join(ROOT, "build", "rasoat"))
VOID = {"meta", "br", "rect"}
ELEMENTS = set("html head meta title style body a header nav main footer article section figure figcaption svg rect text "
               "h1 h2 h3 h4 p dl dt dd ul li div span blockquote button table thead tbody tr th td details summary br "
               "script".split())


def run(*words, code=(0, 1, 3)):
    environment = {"PATH": os.environ["PATH"], "RASOAT_RULES": os.path.join(ROOT, "rules")}
    environment |= {key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")}
    done = subprocess.run([RASOAT, "check", *words], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in code and not done.stderr, (words, done.returncode, done.stderr)
    return done.stdout


class Page(html.parser.HTMLParser):
    """The elements of a page, and the first thing that is wrong with how they nest."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.elements, self.texts, self.contents = [], [], [], {}
        self.feed(text)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        self.elements.append((tag, dict(attrs), [name for name, _ in self.open]))
        if tag not in VOID:
            self.open.append((tag, len(self.elements) - 1))

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), [name for name, _ in self.open]))

    def handle_endtag(self, tag):
        assert self.open and self.open[-1][0] == tag, f"</{tag}> closes {self.open[-3:]}"
        self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1][0] in ("style", "script"):
            self.contents.setdefault(self.open[-1][0], []).append(data)
        else:
            self.texts.append(data)
        for _, index in self.open:
            self.elements[index][1].setdefault("_text", "")
            self.elements[index][1]["_text"] += data

    def all(self, tag):
        return [attrs for name, attrs, _ in self.elements if name == tag]

    @property
    def text(self):
        return re.sub(r"\s+", " ", "".join(self.texts))


# --- one page ------------------------------------------------------------------------------------------------

def nothing_comes_from_outside(page):
    digests = {kind: ["'sha256-" + base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() + "'"
                      for one in page.contents[kind]] for kind in ("style", "script")}
    policy = next(meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert policy == (f"default-src 'none'; style-src {' '.join(digests['style'])}; script-src "
                      f"{' '.join(digests['script'])}; base-uri 'none'; form-action 'none'"), policy
    assert len(page.contents["style"]) == len(page.contents["script"]) == 1
    for tag, attributes, _ in page.elements:
        assert tag in ELEMENTS, f"<{tag}>"
        for name, value in attributes.items():
            assert not name.startswith("on") and name not in ("src", "style", "srcset"), f"<{tag} {name}>"
            assert name != "href" or value.startswith("#"), value
    assert "url(" not in page.contents["style"][0] and "@import" not in page.contents["style"][0]


def links_and_labels_lead_somewhere(page):
    ids = [attributes["id"] for _, attributes, _ in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids)), "an id stands twice"
    for _, attributes, _ in page.elements:
        for name in ("href", "aria-labelledby", "data-copy"):
            if name in attributes:
                assert attributes[name].lstrip("#") in ids, f"{name}={attributes[name]} leads nowhere"


def tables_can_be_stacked(page):
    """On a phone a table's rows stand as lists: each cell says what its column is."""
    heads = {head["_text"] for head in page.all("th") if head["scope"] == "col"}
    for table in page.all("table"):
        assert table.get("class") == "stack", f"a table that a phone cannot show: {table['_text'][:60]}"
    for cell in page.all("td"):
        assert cell["data-head"] in heads, f"“{cell.get('data-head')}” heads no column"


def it_can_be_heard(page, language):
    """Language, landmarks, headings without a gap, tables with headers, words in every link and button."""
    assert page.all("html")[0]["lang"] == language and page.all("title")[0]["_text"].strip()
    for tag in ("header", "main", "footer"):
        assert len(page.all(tag)) == 1, tag
    for landmark in page.all("nav") + page.all("section") + page.all("article"):
        assert landmark.get("aria-label") or landmark.get("aria-labelledby")
    first = next(attributes for tag, attributes, _ in page.elements if tag == "a")
    assert first["class"] == "skip" and first["href"] == "#main"
    level = 0
    for tag, attributes, _ in page.elements:
        if re.fullmatch("h[1-6]", tag):
            assert int(tag[1]) <= level + 1, f"<{tag}> {attributes['_text']} after h{level}"
            assert attributes["_text"].strip()
            level = int(tag[1])
        if tag in ("a", "button", "summary", "dt"):
            assert attributes.get("_text", "").strip(), f"<{tag}> without words"
    assert all("scope" in header for header in page.all("th"))
    for tag, attributes, around in page.elements:
        if tag == "svg":
            assert attributes["aria-hidden"] == "true" and "figure" in around
    for figure in page.all("figcaption"):
        assert re.search(r"\(\d+\): ", figure["_text"])


def luminance(colour):
    digits = colour if len(colour) == 6 else "".join(digit * 2 for digit in colour)
    parts = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours_have_contrast(style):
    inks = dict(re.findall(r"--(\w+):#([0-9a-f]+)", style))
    fills = dict(re.findall(r"\.fill\.(\w+)\{fill:#([0-9a-f]+)\}", style))
    assert len(inks) == 12 and len(fills) == 7, (inks, fills)
    for name, ink in inks.items():
        for ground in ("ffffff", "f3f6fa", "fff8dc"):
            assert name == "line" or contrast(ink, ground) >= 4.5, f"--{name} on #{ground}: {contrast(ink, ground):.2f}"
    for name, fill in fills.items():
        ink = "ffffff" if name == "conflict" else "1b1b1b"
        assert contrast(ink, fill) >= 4.5, f"{name}: {contrast(ink, fill):.2f}"


# --- the corpus ----------------------------------------------------------------------------------------------

def gaps_of_text(text):
    """Number and symbol of every gap of the report for a terminal."""
    return re.findall(r"^ *(\d+)\. (\S) ", text, re.M)


def says_what_the_text_report_says(page, text, record):
    gaps = [re.match(r"(\d+)\. (\S)", heading["_text"]).groups() for heading in page.all("h4")]
    assert gaps == gaps_of_text(text), record["file"]
    for finding in record["findings"]:
        told = finding["status"] == "conflict" or finding["status"] == "missing" and finding["severity"] != "info"
        if told and finding["check"] in ("item", "bound"):
            assert re.sub(r"\s+", " ", finding["title"]) in page.text, (record["file"], finding["title"])
    if record["outcome"] == "judged":
        assert len(page.all("nav")) == 1 and "Bố cục văn bản" in page.text
        for entry in record["outline"]:
            title = re.sub(r"\s+", " ", entry["title"] or "").strip()
            assert title in page.text, (record["file"], title)
    else:
        assert record["error"]["message"] in page.text and record["error"]["advice"] in page.text


def pages_of_the_corpus():
    files = sorted(path for kind in ("docx", "odt", "fodt") for path in glob.glob(f"{ROOT}/corpus/*.{kind}"))
    seen = 0
    with tempfile.TemporaryDirectory(prefix="rasoat-html-") as folder:
        target, lines = os.path.join(folder, "page.html"), os.path.join(folder, "record.jsonl")
        for path in files:
            text = run("--outline", "-f", "text", "-f", "html", "-o", target, "-f", "jsonl", "-o", lines, path)
            with open(target, encoding="utf-8") as file:
                page = Page(file.read())
            with open(lines, encoding="utf-8") as file:
                record = json.loads(file.read())
            nothing_comes_from_outside(page)
            links_and_labels_lead_somewhere(page)
            it_can_be_heard(page, "vi")
            tables_can_be_stacked(page)
            says_what_the_text_report_says(page, text, record)
            assert len(page.all("h1")) == len(page.all("article")) == 1
            seen += 1
    assert seen > 20
    colours_have_contrast(page.contents["style"][0])


def several_documents_stand_on_one_page():
    files = [f"{ROOT}/corpus/{name}" for name in ("conflicts.docx", "plan.docx", "conflicts.docx")]
    page = Page(run("-f", "html", *files))
    nothing_comes_from_outside(page)
    links_and_labels_lead_somewhere(page)
    it_can_be_heard(page, "vi")
    assert len(page.all("article")) == 3
    names = [nav["aria-label"] for nav in page.all("nav")]
    assert len(set(names)) == 3, names


def the_page_is_english_when_asked():
    page = Page(run("-f", "html", "-l", "en", f"{ROOT}/corpus/conflicts.docx"))
    nothing_comes_from_outside(page)
    it_can_be_heard(page, "en")
    assert "PARTS AGAINST THE LAW" in page.text and "Copy the model clause" in page.text
    assert any(quote["lang"] == "vi" for quote in page.all("blockquote"))
    page = Page(run("-f", "html", "-l", "en", f"{ROOT}/corpus/commune-copied.docx"))
    assert "Replace with" in page.text and "Fill in what applies" in page.text
    assert "Thay bằng" not in page.text and "Điền nội dung" not in page.text


def an_act_cited_is_in_force_and_not_met():
    """In the tree of the text, "đạt" is a content that is there; of an act it says how that stands."""
    tree = run("-f", "html", f"{ROOT}/corpus/conflicts.docx")
    tree = re.sub("<[^>]+>", "", tree[tree.index('<section id="d1-outline"'):])
    assert "✓ còn hiệu lực: Viện dẫn Luật" in tree and "đạt: Viện dẫn" not in tree, tree[:2000]


def what_is_wrong_or_in_doubt_of_an_act_is_told_by_every_report():
    """Of an act cited wrongly and of one that nothing is known of under that name."""
    lines = ["SỞ A", "QUY CHẾ", "Thực hiện dân chủ trong hoạt động của Sở A",
             "Căn cứ Luật Thực hiện dân chủ ở cơ sở năm 2017;", "Căn cứ Nghị định số 59/2023/QĐ-CP ngày 14/8/2023 của Chính phủ;",
             "Điều 1. Công khai", "1. Công khai kế hoạch công tác hằng năm."]
    with tempfile.TemporaryDirectory(prefix="rasoat-html-") as folder:
        path, copy, record = (os.path.join(folder, name) for name in ("a.docx", "b.docx", "c.docx"))
        with open(path, "wb") as file:
            file.write(make_files.docx(make_files.paragraphs(*lines)))
        findings = json.loads(run("-f", "jsonl", path))["findings"]
        acts = {one["citation"]["verdict"]: one["missing"] for one in findings if one["check"] == "citation"}
        assert set(acts) == {"unknown", "wrong"} and all(acts.values()), acts
        run("-f", "annotated", "-o", copy, "-f", "bien-ban", "-o", record, path)
        told = {"text": re.sub(r"\s+", " ", run("-f", "text", path)), "html": Page(run("-f", "html", path)).text}
        for name, part in ((copy, "word/comments.xml"), (record, "word/document.xml")):
            with zipfile.ZipFile(name) as package:
                told[part] = html.unescape(re.sub("<[^>]*>", "", package.read(part).decode()))
    for form, text in told.items():
        assert all(fault in text for fault in acts.values()), (form, acts)


HOSTILE = ('<script>alert(1)</script>', '"><img src=x onerror=alert(2)>', "'><svg onload=alert(3)>", '</style></title>',
           '<!--', ']]>', '&lt;b&gt;', 'javascript:alert(4)', '\u202Egnourt')


def a_document_that_holds_markup_is_only_text():
    def escape(text):
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    bad = " ".join(HOSTILE)
    lines = [f"UBND HUYỆN {bad}", f"TRƯỜNG TIỂU HỌC {bad}", f"Số: 12/QC-{HOSTILE[0]}", "QUY CHẾ",
             f"Thực hiện dân chủ trong nhà trường {bad}", f"Chương I CÔNG KHAI {bad}",
             f"Điều 1. Những nội dung hiệu trưởng công khai {bad}",
             f"1. Kế hoạch công tác hằng năm, dự toán, quyết toán ngân sách {bad}.",
             f"2. Công khai chậm nhất 30 ngày {bad} …………",
             f"3. Căn cứ Nghị định số 04/2015/NĐ-CP {bad}."]
    with tempfile.TemporaryDirectory(prefix="rasoat-html-") as folder:
        path = os.path.join(folder, "<img src=x onerror=alert(5)>.docx")
        with open(path, "wb") as file:
            file.write(make_files.docx(make_files.paragraphs(*map(escape, lines))))
        page = Page(run("-f", "html", path))
    nothing_comes_from_outside(page)
    links_and_labels_lead_somewhere(page)
    for part in ("<script>alert(1)</script>", "<svg onload=alert(3)>", "<img src=x onerror=alert(5)>", "&lt;b&gt;",
                 "\\u202Egnourt"):
        assert part in page.text, f"{part} is not shown as text"
    assert "\u202e" not in page.text


TESTS = [pages_of_the_corpus, an_act_cited_is_in_force_and_not_met, what_is_wrong_or_in_doubt_of_an_act_is_told_by_every_report, several_documents_stand_on_one_page, the_page_is_english_when_asked,
         a_document_that_holds_markup_is_only_text]
if __name__ == "__main__":
    for test in TESTS:
        test()
    print(f"html: {len(TESTS)} passed")
