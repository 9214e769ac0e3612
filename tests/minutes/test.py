#!/usr/bin/env python3
"""Records of the check (biên bản) of the whole corpus: the form that Decree 30/2020, annex I, gives, every gap with its
law, and a file that our own reader reads back."""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests", "cli"))
import make_files  # noqa: E402

RASOAT = os.environ.get("RASOAT", os.path.join(ROOT, "build", "rasoat"))
W = "{" + make_files.WORD + "}"
# in the order of annex I: motto, offices, number, place and date, kind and subject, contents, signatures, recipients
FORM = ["CƠ QUAN CHỦ QUẢN", "CƠ QUAN KIỂM TRA", "Số: ……/BB-……", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "ngày …… tháng …… năm", "BIÊN BẢN", "Kiểm tra quy chế thực hiện dân chủ", "Căn cứ",
        "I. THÀNH PHẦN", "II. VĂN BẢN ĐƯỢC KIỂM TRA", "III. KẾT QUẢ KIỂM TRA", "IV. Ý KIẾN CỦA ĐƠN VỊ", "V. KIẾN NGHỊ",
        "ĐƠN VỊ ĐƯỢC KIỂM TRA", "CƠ QUAN KIỂM TRA", "Nơi nhận:", "- Lưu: VT"]
PARTS = ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml",
         "word/header1.xml", "docProps/core.xml"]


def run(*words):
    environment = {"PATH": os.environ["PATH"], "RASOAT_RULES": os.path.join(ROOT, "rules")}
    environment |= {key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")}
    return subprocess.run([RASOAT, *words], env=environment, capture_output=True, text=True, check=False)


def make(path, target):
    done = run("check", "--fail-on", "none", "-f", "bien-ban", "-o", target, "-f", "jsonl", path)
    assert done.returncode in (0, 3) and not done.stderr, (path, done.returncode, done.stderr)
    return json.loads(done.stdout)


def sound(path):
    """The paragraphs of a record, once its package and its page are as they must be."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None and package.namelist() == PARTS
        roots = {name: ElementTree.fromstring(package.read(name)) for name in PARTS}
    page = roots["word/document.xml"].find(f".//{W}sectPr")
    size, margin = page.find(W + "pgSz"), page.find(W + "pgMar")
    assert (size.get(W + "w"), size.get(W + "h")) == ("11906", "16838")
    millimetres = {side: int(margin.get(W + side)) * 25.4 / 1440 for side in ("top", "bottom", "left", "right")}
    assert 20 <= round(millimetres["top"]) == round(millimetres["bottom"]) <= 25, millimetres
    assert 30 <= round(millimetres["left"]) <= 35 and 15 <= round(millimetres["right"]) <= 20, millimetres
    fonts = roots["word/styles.xml"].find(f".//{W}rFonts")
    assert {fonts.get(W + kind) for kind in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
    for cell in roots["word/document.xml"].iter(W + "tc"):
        assert cell[-1].tag == W + "p", "a cell must end with a paragraph"
    body = list(roots["word/document.xml"][0])
    for lead, table in zip(body, body[1:]):
        if table.tag == W + "tbl" and lead.tag == W + "p" and "".join(lead.itertext()).endswith(":"):
            assert lead.find(f".//{W}keepNext") is not None, ("may stand alone at the foot of a page", "".join(lead.itertext()))
    for table in roots["word/document.xml"].iter(W + "tbl"):
        widths = [int(column.get(W + "w")) for column in table.find(W + "tblGrid")]
        assert round(sum(widths) * 25.4 / 1440) == 165, widths
        assert {len(row.findall(W + "tc")) for row in table.findall(W + "tr")} <= {len(widths), 1}, "cells without a column"
    return ["".join(text.text or "" for text in paragraph.iter(W + "t"))
            for paragraph in roots["word/document.xml"].iter(W + "p")]


def stays_together_at_its_end(path):
    """Nobody signs a page of signatures alone: what is asked, they and the recipients are one (§17.3.1.15, 17.4.6)."""
    with zipfile.ZipFile(path) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))[0]
    table, after = list(body)[-3:-1]
    request, signatures, recipients = table.findall(W + "tr")

    def kept(paragraph):
        return paragraph.find(f"{W}pPr/{W}keepNext") is not None

    assert "".join(text.text for text in request.find(f".//{W}p").iter(W + "t")) == "V. KIẾN NGHỊ"
    assert request.find(f"{W}tc/{W}tcPr/{W}gridSpan").get(W + "val") == "2" and len(request.findall(W + "tc")) == 1
    assert all(kept(paragraph) for row in (request, signatures) for paragraph in row.iter(W + "p"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (request, signatures, recipients))
    assert "Nơi nhận:" in [text.text for text in recipients.iter(W + "t")]
    spacing = after.find(f"{W}pPr/{W}spacing")
    assert not list(after.iter(W + "t")) and spacing.get(W + "lineRule") == "exact" and spacing.get(W + "line") == "20"


def in_order(parts, text):
    at = 0
    for part in parts:
        found = text.find(part, at)
        assert found >= 0, f"“{part}” does not stand in its place"
        at = found + len(part)


def squeezed(text):
    return re.sub(r"\s+", " ", text)


def says_every_gap(text, record):
    for finding in record["findings"]:
        content = finding["check"] in ("item", "bound")
        told = content and (finding["status"] == "conflict" or finding["status"] in ("missing", "partial") and
                            finding["severity"] == "mandatory")
        if not told:
            continue
        section = [other for other in record["findings"] if other["check"] == "section" and
                   other["group"] == finding["group"]][-1:]
        if section and section[0]["status"] == "missing" and finding["status"] == "missing" and section[0]["fix"]:
            finding = section[0]
        for part in (finding["title"], finding["fix"] or ""):
            assert squeezed(part) in text, (record["file"], part)


def records_of_the_corpus():
    files = sorted(path for kind in ("docx", "odt", "fodt") for path in glob.glob(f"{ROOT}/corpus/*.{kind}"))
    seen = 0
    with tempfile.TemporaryDirectory(prefix="rasoat-minutes-") as folder:
        target = os.path.join(folder, "r.docx")
        for path in files:
            record = make(path, target)
            text = squeezed("\n".join(sound(target)))
            in_order(FORM, text)
            stays_together_at_its_end(target)
            if record["outcome"] == "judged":
                says_every_gap(text, record)
            else:
                assert squeezed(record["error"]["message"]) in text
            seen += 1
    assert seen > 20


def our_own_reader_reads_it_and_takes_it_for_no_regulation():
    with tempfile.TemporaryDirectory(prefix="rasoat-minutes-") as folder:
        target = os.path.join(folder, "r.docx")
        make(f"{ROOT}/corpus/conflicts.docx", target)
        text = squeezed(run("text", target).stdout)
        in_order(FORM, text)
        for paragraph in sound(target):
            assert squeezed(paragraph).strip() in text, paragraph
        assert json.loads(run("check", "-f", "jsonl", target).stdout)["outcome"] == "not-a-regulation"


def the_same_file_gives_the_same_record():
    with tempfile.TemporaryDirectory(prefix="rasoat-minutes-") as folder:
        targets = [os.path.join(folder, name) for name in ("a.docx", "b.docx")]
        for target in targets:
            make(f"{ROOT}/corpus/conflicts.docx", target)
        contents = [open(target, "rb").read() for target in targets]
        assert contents[0] == contents[1]


def what_a_document_says_is_only_text():
    lines = ["SỞ &lt;w:p&gt; &amp;amp; A", "QUY CHẾ", "Thực hiện dân chủ trong hoạt động của Sở A", "Chương I", "CÔNG KHAI",
             "Điều 1. Những nội dung người đứng đầu công khai", "1. Kế hoạch công tác hằng năm của cơ quan.",
             "2. Công khai chậm nhất 30 ngày &lt;/w:t&gt;&lt;w:x/&gt; kể từ ngày ban hành văn bản."]
    with tempfile.TemporaryDirectory(prefix="rasoat-minutes-") as folder:
        path, target = os.path.join(folder, "a<b>&.docx"), os.path.join(folder, "r.docx")
        with open(path, "wb") as file:
            file.write(make_files.docx(make_files.paragraphs(*lines)))
        make(path, target)
        text = "\n".join(sound(target))
        assert "</w:t><w:x/>" in text and "a<b>&.docx" in text


def bases_are_named_as_an_office_names_them():
    """Annex I, II.6 b: kind, number, date, issuer and subject; a law by its name and date alone."""
    with tempfile.TemporaryDirectory(prefix="rasoat-minutes-") as folder:
        target = os.path.join(folder, "r.docx")
        found = make(f"{ROOT}/corpus/firm-149.docx", target)
        lines = sound(target)
        assert [line for line in lines if line.startswith("Căn cứ ")][:2] == [
            "Căn cứ Nghị định số 145/2020/NĐ-CP ngày 14 tháng 12 năm 2020 của Chính phủ quy định chi tiết và hướng dẫn thi "
            "hành một số điều của Bộ luật Lao động về điều kiện lao động và quan hệ lao động;",
            "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022;"]
        assert len(found["audit"]["governing_acts"]) == len(found["audit"]["governing"]) == 2


def what_is_asked_follows_from_the_verdict():
    with tempfile.TemporaryDirectory(prefix="rasoat-minutes-") as folder:
        target = os.path.join(folder, "r.docx")
        asked = {}
        for name in "complete-justice.docx", "slogans.docx", "plan.docx":
            found = make(f"{ROOT}/corpus/{name}", target)
            lines = sound(target)
            asked[found["outcome"], (found["summary"] or {}).get("verdict")] = lines[lines.index("V. KIẾN NGHỊ") + 1]
        assert "không phải gửi lại" in asked["judged", "complete"] and "hoàn thiện" not in asked["judged", "complete"]
        assert "gửi lại trước ngày" in asked["judged", "incomplete"]
        assert "nộp lại tệp" in asked["not-a-regulation", None], asked


def rows_under(path, heading):
    """The cells, as texts, of the rows of the table behind a heading, its head first."""
    with zipfile.ZipFile(path) as package:
        parts = list(ElementTree.fromstring(package.read("word/document.xml"))[0])

    def text(part):
        return "\n".join("".join(t.text or "" for t in p.iter(W + "t")) for p in part.iter(W + "p"))

    at = next((i for i, part in enumerate(parts) if part.tag == W + "p" and re.match(r"\d+\. " + heading, text(part))), None)
    table = next(part for part in parts[at:] if part.tag == W + "tbl") if at is not None else []
    return [[text(cell) for cell in row.findall(W + "tc")] for row in table if row.tag == W + "tr"]


def what_is_to_be_concluded_is_left_to_the_inspectors():
    """The clause to paste stands under its own name, what they conclude is blank, and what was not seen is said so."""
    seen = unseen = 0
    with tempfile.TemporaryDirectory(prefix="rasoat-minutes-") as folder:
        target = os.path.join(folder, "r.docx")
        for name in "partial-museum.docx", "commune-fees-refused.docx", "college-limits.odt":
            found = make(f"{ROOT}/corpus/{name}", target)
            fixes = {squeezed(finding["title"]): finding["fix"] for finding in found["findings"] if finding["status"] == "review"}
            for number, row in enumerate(rows_under(target, "Nội dung cần đoàn kiểm tra xem trực tiếp")):
                if number == 0:
                    assert row[3:] == ["Câu mẫu, nếu kết luận là phải sửa hoặc bổ sung", "Kết luận của đoàn kiểm tra"], row
                    continue
                assert row[3] == (fixes[squeezed(row[1].split("\n")[0])] or ""), row
                assert row[4] and not row[4].strip("…\n"), row
                assert row[2] and row[2][0] != "\n", ("an empty line for what the regulation says", row)
                unseen += row[2].startswith("Chưa thấy.")
                seen += 1
    assert seen > 15 and unseen, (seen, unseen)


def what_proves_the_file_stands_at_the_end_in_words():
    """Digests are for those who ask later; notes hold neither figures of tests nor rules' names."""
    with tempfile.TemporaryDirectory(prefix="rasoat-minutes-") as folder:
        target = os.path.join(folder, "r.docx")
        for name in "partial-museum.docx", "commune-fees-refused.docx", "plan.docx":
            found = make(f"{ROOT}/corpus/{name}", target)
            lines = sound(target)
            proofs = [i for i, line in enumerate(lines) if found["sha256"] in line]
            assert len(proofs) == 1 and proofs[0] > lines.index("Nơi nhận:"), proofs
            assert found["audit"]["rules"] in lines[proofs[0] + 1], lines[-5:]
            text = "\n".join(lines)
            assert "văn bản thử" not in text and not [f["rule"] for f in found["findings"] if f["rule"] + "]" in text], name
            if found["outcome"] == "judged":
                head, *parts = rows_under(target, "Kết luận chung")
                looked_at = sum(int(row[head.index("Cần xem")].replace("-", "0")) for row in parts)
                assert looked_at == found["summary"]["contents"]["review"] > 0, (name, head)


def numbers_go_up_and_brackets_do_not_nest():
    with tempfile.TemporaryDirectory(prefix="rasoat-minutes-") as folder:
        target = os.path.join(folder, "r.docx")
        mixed = 0
        for path in glob.glob(f"{ROOT}/corpus/*.docx"):
            if make(path, target)["outcome"] != "judged":
                continue
            lines = sound(target)
            part = lines[lines.index("1. Kết luận chung") + 1:lines.index("IV. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA")]
            heads = [i for i, line in enumerate(part) if re.match(r"[2-9]\. .*: \d+ nội dung(, \d+ mục)?$", line)]
            numbers = [int(found[1] or found[2]) for line in part[heads[0] if heads else len(part):]
                       if (found := re.match(r"(\d+)$|\((\d+)\) ", line))]
            assert numbers == list(range(1, len(numbers) + 1)), (path, numbers)
            mixed += any("trực tiếp" in part[i] for i in heads) and any("Khuyến nghị" in part[i] for i in heads)
            assert not [line for line in part if re.search(r"\([^()]*\([^()]*\)\)", line) and line.startswith("(")], path
        assert mixed, "no record has advice and contents to look at"


TESTS = [bases_are_named_as_an_office_names_them, what_is_asked_follows_from_the_verdict,
         what_is_to_be_concluded_is_left_to_the_inspectors, what_proves_the_file_stands_at_the_end_in_words,
         numbers_go_up_and_brackets_do_not_nest, records_of_the_corpus, our_own_reader_reads_it_and_takes_it_for_no_regulation,
         the_same_file_gives_the_same_record, what_a_document_says_is_only_text]
if __name__ == "__main__":
    for test in TESTS:
        test()
    print(f"minutes: {len(TESTS)} passed")
