#!/usr/bin/env python3
"""Annotated copies of the whole corpus: nothing but comments is added, and reading the copy gives the same findings."""
import glob
import io
import json
import os
import random
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
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
MAIN = "word/document.xml"


def run(*words):
    environment = {"PATH": os.environ["PATH"], "RASOAT_RULES": os.path.join(ROOT, "rules")}
    environment |= {key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")}
    return subprocess.run([RASOAT, "check", *words], env=environment, capture_output=True, text=True, check=False)


def record(path):
    return json.loads(run("-f", "jsonl", "--outline", path).stdout)


def judged(found):
    """All of a result but what names the file: its path and digest, and that there are comments in it."""
    rest = {key: value for key, value in found.items() if key not in ("file", "sha256")}
    rest["document"] = dict(found["document"])
    rest["document"]["layers_read"] = [layer for layer in found["document"]["layers_read"] if layer != "comments"]
    rest["document"]["warnings"] = [one for one in found["document"]["warnings"] if one["code"] != "comments"]
    return rest


def outline(path):
    """What `rasoat outline` prints of a file."""
    done = subprocess.run([RASOAT, "outline", "-f", "json", path], capture_output=True, text=True, check=True)
    return {key: value for key, value in json.loads(done.stdout).items() if key != "file"}


def annotate(path, target):
    done = run("--fail-on", "none", "-f", "annotated", "-o", target, path)
    assert done.returncode == 0 and not done.stdout and not done.stderr, (path, done.returncode, done.stderr)


def parts(path):
    with open(path, "rb") as file:
        data = file.read()
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return {"flat": data}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        names = package.namelist()
        assert len(names) == len(set(names))
        return {name: package.read(name) for name in names}


# --- what was added ------------------------------------------------------------------------------------------

MARKS = re.compile(rb'<w:commentRangeStart( xmlns:w="[^"]*")? w:id="\d+"/>|<w:commentRangeEnd( xmlns:w="[^"]*")? w:id="\d+"/>'
                   rb'<w:r( xmlns:w="[^"]*")?><w:commentReference w:id="\d+"/></w:r>')
ANNOTATIONS = re.compile(rb'<office:annotation[^>]* office:name="rasoat\d+-\d+"><dc:creator>rasoat</dc:creator>.*?'
                         rb'</office:annotation>|<office:annotation-end[^>]* office:name="rasoat\d+-\d+"/>', re.S)


def comments_of_docx(old, new):
    """Checks every part of a DOCX, and gives the texts of the comments that were added."""
    assert list(new)[:len(old)] == list(old), "the order of the parts changed"
    added = set(new) - set(old)
    had_comments = "word/comments.xml" in old
    assert added == (set() if had_comments else {"word/comments.xml"}), added
    may_change = {MAIN} | ({"word/comments.xml"} if had_comments else
                           {"[Content_Types].xml", "word/_rels/document.xml.rels"})
    for name, content in old.items():
        assert content == new[name] or name in may_change, f"{name} changed"
    assert MARKS.sub(b"", new[MAIN]) == MARKS.sub(b"", old[MAIN]), "the text changed"
    root = ElementTree.fromstring(new[MAIN])
    ends = [[element.get(W + "id") for element in root.iter(W + kind)]
            for kind in ("commentRangeStart", "commentRangeEnd", "commentReference")]
    comments = ElementTree.fromstring(new["word/comments.xml"]).findall(W + "comment")
    ids = [comment.get(W + "id") for comment in comments]
    assert len(ids) == len(set(ids)) and all(sorted(one) == sorted(ids) for one in ends), (ids, ends)
    if not had_comments:
        assert new["[Content_Types].xml"].count(b'PartName="/word/comments.xml"') == 1
        assert new["word/_rels/document.xml.rels"].count(b"/relationships/comments") == 1
        ElementTree.fromstring(new["[Content_Types].xml"])
        ElementTree.fromstring(new["word/_rels/document.xml.rels"])
    for paragraph in root.iter(W + "p"):
        properties = [index for index, child in enumerate(paragraph) if child.tag == W + "pPr"]
        assert properties in ([], [0]), "properties do not come first in a paragraph"
    return ["\n".join("".join(t.text or "" for t in line.iter(W + "t")) for line in comment.iter(W + "p"))
            for comment in comments if comment.get(W + "author") == "rasoat"]


def comments_of_odt(old, new):
    main = "flat" if "flat" in old else "content.xml"
    assert list(old) == list(new)
    for name, content in old.items():
        assert content == new[name] or name == main, f"{name} changed"
    bare = [re.sub(rb"></text:[ph]>", b"/>", ANNOTATIONS.sub(b"", one[main])) for one in (old, new)]
    assert bare[0] == bare[1], "the text changed"  # but that an empty paragraph had to be opened
    root = ElementTree.fromstring(new[main])
    comments = root.findall(f".//{OFFICE}annotation")
    names = [comment.get(OFFICE + "name") for comment in comments]
    assert len(names) == len(set(names))
    return ["\n".join("".join(line.itertext()) for line in comment if line.tag.endswith("}p")) for comment in comments
            if "rasoat" in comment.get(OFFICE + "name", "")]


def compare(path, copy):
    old, new = parts(path), parts(copy)
    return comments_of_docx(old, new) if MAIN in new else comments_of_odt(old, new)


# --- the corpus ----------------------------------------------------------------------------------------------

def says_every_gap(comments, found):
    whole = "\n".join(comments)
    assert sum(comment.startswith("Kết luận rà soát: ") for comment in comments) == 1
    for finding in found["findings"]:
        content = finding["check"] in ("item", "bound")
        if content and finding["status"] == "conflict" or finding["check"] == "citation" and (
                finding["citation"]["verdict"] != "in-force" and finding["evidence"]):
            assert (finding["fix"] or "") in whole, finding["title"]
        if content and finding["status"] == "missing" and finding["severity"] == "mandatory":
            section = [other for other in found["findings"] if other["check"] == "section" and
                       other["group"] == finding["group"]][-1:]
            covered = section and section[0]["status"] == "missing" and section[0]["fix"]
            clause = section[0]["fix"] if covered else finding["fix"]
            assert (clause or finding["title"]) in whole, finding["title"]


def copies_of_the_corpus():
    files = sorted(path for kind in ("docx", "odt", "fodt") for path in glob.glob(f"{ROOT}/corpus/*.{kind}"))
    seen = 0
    with tempfile.TemporaryDirectory(prefix="rasoat-annotate-") as folder:
        for path in files:
            found = record(path)
            if found["outcome"] != "judged":
                continue
            copy = os.path.join(folder, os.path.basename(path))
            annotate(path, copy)
            says_every_gap(compare(path, copy), found)
            assert judged(record(copy)) == judged(found), f"{path}: other findings"
            assert outline(copy) == outline(path), f"{path}: another outline"
            twice = os.path.join(folder, "twice-" + os.path.basename(path))
            annotate(copy, twice)
            assert len(compare(copy, twice)) > 0
            assert judged(record(twice)) == judged(found), f"{path}: other findings after two rounds"
            seen += 1
    assert seen > 20


def large_parts_before_the_text_stay():
    """As the thumbnail that LibreOffice puts before the content, and pictures of a DOCX that is not of Word."""
    picture = random.Random(1).randbytes(200_000)
    for name, large in (("conflicts.docx", "word/media/image1.png"),
                        ("complete-hospital.odt", "Thumbnails/thumbnail.png")):
        whole = parts(f"{ROOT}/corpus/{name}")
        first = {"mimetype": whole.pop("mimetype")} if "mimetype" in whole else {}
        old, new = check_made(make_files.package(first | {large: picture} | whole), os.path.splitext(name)[1])
        assert new[large] == picture and list(new)[:len(old)] == list(old)


def the_same_file_gives_the_same_copy():
    with tempfile.TemporaryDirectory(prefix="rasoat-annotate-") as folder:
        copies = [os.path.join(folder, name) for name in ("a.docx", "b.docx")]
        for copy in copies:
            annotate(f"{ROOT}/corpus/conflicts.docx", copy)
        contents = [open(copy, "rb").read() for copy in copies]
        assert contents[0] == contents[1]


# --- files of other hands ------------------------------------------------------------------------------------

LINES = ["SỞ A", "QUY CHẾ", "Thực hiện dân chủ trong hoạt động của Sở A", "Chương I", "CÔNG KHAI",
         "Điều 1. Những nội dung người đứng đầu công khai", "1. Kế hoạch công tác hằng năm của cơ quan.",
         "2. Công khai chậm nhất 30 ngày kể từ ngày ban hành văn bản."]


def made(text, extra=None):
    """A DOCX of a document part, or of more parts."""
    data = {"[Content_Types].xml": make_files.TYPES.format(**make_files.TEXT),
            "_rels/.rels": make_files.RELS.format(part=MAIN), MAIN: text}
    return make_files.package(data | (extra or {}))


def check_made(data, suffix=".docx"):
    with tempfile.TemporaryDirectory(prefix="rasoat-annotate-") as folder:
        path, copy = os.path.join(folder, "a" + suffix), os.path.join(folder, "b" + suffix)
        with open(path, "wb") as file:
            file.write(data)
        found = record(path)
        assert found["outcome"] == "judged", found["error"]
        annotate(path, copy)
        assert judged(record(copy)) == judged(found)
        return parts(path), parts(copy)


def a_file_without_relationships_gets_them():
    old, new = check_made(made(f'<w:document xmlns:w="{make_files.WORD}"><w:body>{make_files.paragraphs(*LINES)}'
                               '</w:body></w:document>'))
    assert set(new) - set(old) == {"word/comments.xml", "word/_rels/document.xml.rels"}
    assert MARKS.sub(b"", new[MAIN]) == old[MAIN]
    assert b"/relationships/comments" in new["word/_rels/document.xml.rels"]


def comments_by_lan(body):
    """A file with two comments of somebody, and their part."""
    comments = (f'<w:comments xmlns:w="{make_files.WORD}"><w:comment w:id="0" w:author="Lan"><w:p><w:r><w:t>Xem lại</w:t>'
                '</w:r></w:p></w:comment><w:comment w:id="2" w:author="Lan"/></w:comments>')
    rels = make_files.RELS.format(part="comments.xml").replace("officeDocument\"", "comments\"")
    types = make_files.TYPES.format(**make_files.TEXT).replace(
        "</Types>", '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.comments+xml"/></Types>')
    return made(f'<w:document xmlns:w="{make_files.WORD}"><w:body>{body}</w:body></w:document>',
                {"[Content_Types].xml": types, "word/comments.xml": comments, "word/_rels/document.xml.rels": rels}), comments


def comments_that_are_there_stay():
    body = make_files.paragraphs(*LINES).replace("</w:r></w:p>", '</w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>', 1)
    data, comments = comments_by_lan(body)
    old, new = check_made(data)
    assert set(new) == set(old)
    assert all(new[name] == old[name] for name in old if name not in (MAIN, "word/comments.xml"))
    assert new["word/comments.xml"].startswith(comments.removesuffix("</w:comments>").encode())
    ids = re.findall(rb'<w:comment w:id="(\d+)"', new["word/comments.xml"])
    assert ids[:2] == [b"0", b"2"] and len(ids) == len(set(ids)) > 3 and b"1" in ids


def an_annotated_copy_is_annotated_anew_and_not_twice():
    """Our comments are known by their author and give way to the new ones; those of others stay, and so does the text."""
    body = make_files.paragraphs(*LINES).replace("</w:r></w:p>", '</w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>', 1)
    data, _ = comments_by_lan(body)
    with tempfile.TemporaryDirectory(prefix="rasoat-annotate-") as folder:
        for name in "lan.docx", "conflicts.docx", "messy-kindergarten.odt", "ward-old-conflicts.fodt":
            first, copies = f"{ROOT}/corpus/{name}", [os.path.join(folder, f"{i}-{name}") for i in range(3)]
            if name == "lan.docx":
                first = os.path.join(folder, name)
                with open(first, "wb") as file:
                    file.write(data)
            for source, copy in zip([first] + copies, copies):
                annotate(source, copy)
            if name != "lan.docx":
                texts = [compare(first, copy) for copy in copies]
                assert len(texts[0]) > 2 and texts[0] == texts[1] == texts[2], (name, [len(text) for text in texts])
                continue
            made_of = [parts(copy) for copy in copies]
            assert made_of[0] == made_of[1] == made_of[2], "the ids are those of before"
            assert made_of[2]["word/comments.xml"].count(b'w:author="Lan"') == 2
            assert b'<w:commentReference w:id="0"/>' in made_of[2][MAIN]


def comments_of_ours_that_word_wrote_again_are_known():
    """Word gives the run of a reference a look, and puts marks into elements of two tags."""
    with tempfile.TemporaryDirectory(prefix="rasoat-annotate-") as folder:
        path, copy, again = (os.path.join(folder, name) for name in ("a.docx", "b.docx", "c.docx"))
        with open(path, "wb") as file:
            file.write(made(f'<w:document xmlns:w="{make_files.WORD}"><w:body>{make_files.paragraphs(*LINES)}</w:body></w:document>'))
        annotate(path, copy)
        saved = parts(copy)
        saved[MAIN] = re.sub(rb'<w:r>(<w:commentReference)', rb'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>\1', saved[MAIN])
        saved[MAIN] = re.sub(rb'(<w:commentRangeStart w:id="\d+")/>', rb'\1></w:commentRangeStart>', saved[MAIN])
        with open(copy, "wb") as file:
            file.write(make_files.package({name: content.decode() for name, content in saved.items()}))
        annotate(copy, again)
        new = parts(again)
        assert MARKS.sub(b"", new[MAIN]) == parts(path)[MAIN], "a mark of before is left"
        assert new[MAIN].count(b"<w:commentReference") == new["word/comments.xml"].count(b"<w:comment ") > 2


def names_without_a_prefix_and_empty_paragraphs_hold_comments():
    body = "".join(f"<p><pPr/><r><t>{line}</t></r></p>" for line in LINES) + "<p/>"
    old, new = check_made(made(f'<document xmlns="{make_files.WORD}"><body>{body}</body></document>'))
    assert MARKS.sub(b"", new[MAIN]) == old[MAIN] and new[MAIN] != old[MAIN]
    root = ElementTree.fromstring(new[MAIN])
    assert len(list(root.iter(W + "commentReference"))) == len(
        ElementTree.fromstring(new["word/comments.xml"]).findall(W + "comment"))


def another_prefix_is_kept():
    text = f'<w:document xmlns:w="{make_files.WORD}"><w:body>{make_files.paragraphs(*LINES)}</w:body></w:document>'
    _, new = check_made(made(text.replace("w:", "x:").replace("xmlns:w=", "xmlns:x=")))
    assert b"<x:commentRangeStart x:id=" in new[MAIN] and b"<w:" not in new[MAIN]


def places_that_look_like_tags_are_passed_over():
    body = make_files.paragraphs(*LINES)
    body = body.replace("<w:p>", '<!-- <w:p> --><?x <w:p> ?><w:p w:rsidR="a>b">').replace(
        "Kế hoạch", "<![CDATA[Kế hoạch <w:p></w:p>]]>")
    old, new = check_made(made(f'<w:document xmlns:w="{make_files.WORD}"><w:body>{body}</w:body></w:document>'))
    assert MARKS.sub(b"", new[MAIN]) == old[MAIN]
    ElementTree.fromstring(new[MAIN])


def what_a_document_says_is_only_text_in_a_comment():
    lines = LINES[:-1] + ["2. Công khai chậm nhất 30 ngày &lt;/w:t&gt;&lt;w:x/&gt; &amp;amp; kể từ ngày ban hành văn bản."]
    _, new = check_made(made(f'<w:document xmlns:w="{make_files.WORD}"><w:body>{make_files.paragraphs(*lines)}</w:body>'
                             '</w:document>'))
    root = ElementTree.fromstring(new["word/comments.xml"])
    assert {element.tag for element in root.iter()} <= {W + name for name in
                                                       "comments comment p r rPr rFonts b sz t".split()}
    assert "</w:t><w:x/>" in "".join(root.itertext())


def what_cannot_be_annotated_is_an_error():
    with tempfile.TemporaryDirectory(prefix="rasoat-annotate-") as folder:
        wide = os.path.join(folder, "wide.docx")
        text = f'<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="{make_files.WORD}"><w:body>' \
               f'{make_files.paragraphs(*LINES)}</w:body></w:document>'
        with open(wide, "wb") as file:
            file.write(made(text.encode("utf-16")))
        target = os.path.join(folder, "x.docx")
        for path, message in ((wide, "UTF-16"), (f"{ROOT}/corpus/plan.docx", "not judged"),
                              (f"{ROOT}/README.md", "not judged")):
            done = run("-f", "annotated", "-o", target, path)
            assert done.returncode == 3 and message in done.stderr, (path, done.returncode, done.stderr)
            assert not os.path.exists(target)


TESTS = [copies_of_the_corpus, large_parts_before_the_text_stay, the_same_file_gives_the_same_copy, a_file_without_relationships_gets_them,
         comments_that_are_there_stay, an_annotated_copy_is_annotated_anew_and_not_twice, comments_of_ours_that_word_wrote_again_are_known,
         names_without_a_prefix_and_empty_paragraphs_hold_comments, another_prefix_is_kept,
         places_that_look_like_tags_are_passed_over, what_a_document_says_is_only_text_in_a_comment,
         what_cannot_be_annotated_is_an_error]
if __name__ == "__main__":
    for test in TESTS:
        test()
    print(f"annotate: {len(TESTS)} passed")
