#!/usr/bin/env python3
"""Writes regulations as Word saves them after years of editing, for the benchmark.

    make_files.py OUT [PAGES]

The text is that of corpus/*.docx: a regulation, its articles filled up with sentences of others (fillers.txt: always the
same, so that what is measured stays the same when the corpus grows) until it has the
8 to 15 pages of a real one (or PAGES pages, to show how time grows). The markup has what real files have and the
lean files of the corpus do not: runs split every few words, fonts, sizes and language repeated on each run and
paragraph mark, revision numbers, spelling marks, bookmarks, latent styles and a full theme: 15 to 20 bytes of XML for
a byte of text. Every choice is drawn from a generator seeded with the file's name, so the bytes are always the same.
"""

import random
import re
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
FILLERS = Path(__file__).resolve().parent / "fillers.txt"  # names of documents of the corpus
BASES = {"complete-department": 9, "long-department": 13, "complete-old-centre": 8, "conflicts": 10,
         "auto-numbered": 11, "contents-partial": 8, "partial-forestry": 12, "wrong-bases": 15}
PAGE_BYTES = 2800  # of UTF-8 text: 450 words
FILLER_BYTES = 90  # shorter paragraphs are headings, labels, lines of the letterhead
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# what markup() may meet; under other prefixes programs would not know the elements
ElementTree.register_namespace("w", W[1:-1])
ElementTree.register_namespace("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
FONTS = '<w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
SIZES = '<w:color w:val="000000" w:themeColor="text1"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
LANGUAGE = '<w:lang w:val="vi-VN"/>'
SCRIPTS = ("Jpan Hang Hans Hant Arab Hebr Thai Ethi Beng Gujr Khmr Knda Guru Cans Cher Yiii Tibt Thaa Deva Telu Taml "
           "Syrc Orya Mlym Laoo Sinh Mong Viet Uigh Geor Armn Bugi Bopo Java Lisu Mymr Nkoo Olck Osma Phag Syrn Syrj").split()


def text_of(paragraph):
    """The text of a w:p, its runs joined."""
    return "".join(node.text or "" for node in paragraph.iter(W + "t"))


def fillers(name):
    """Sentences of the other regulations, their own numbers taken off."""
    found = []
    for other in FILLERS.read_text().split():
        if other == name:
            continue
        root = ElementTree.fromstring(zipfile.ZipFile(CORPUS / f"{other}.docx").read("word/document.xml"))
        for paragraph in root.iter(W + "p"):
            text = re.sub(r"^(\d+(\.\d+)*[.)]?|[a-zđ]\)|[-+])\s*", "", text_of(paragraph).strip())
            if len(text.encode()) >= FILLER_BYTES and not re.match(r"(Điều|Căn cứ|Chương|QUY|Theo đề nghị)", text):
                found.append(text)
    return found


class WordFile:
    """One document.xml, written anew around the text of a lean one."""

    def __init__(self, name, pages):
        self.random = random.Random(name)
        self.wanted = pages * PAGE_BYTES
        self.pool = fillers(name)
        self.rsids = [f"00{self.random.randrange(0x1000000):06X}" for _ in range(60)]
        self.out, self.bookmarks = [], 0
        self.share = 0  # of filler bytes still owed

    def rsid(self):
        """One of the file's editing sessions."""
        return self.random.choice(self.rsids)

    def run_properties(self, bold):
        """What Word repeats on each run."""
        weight = "<w:b/><w:bCs/>" if bold else ""
        return f"<w:rPr>{FONTS}{weight}{SIZES}{self.random.choice((LANGUAGE, ''))}</w:rPr>"

    def runs(self, text, bold):
        """A text cut into runs of a few words, as editing and spell checking leave it."""
        words = re.findall(r"\S+\s*|\s+", text)
        while words:
            count = self.random.choice((1, 3, 5, 8, 13))
            piece, words = "".join(words[:count]), words[count:]
            wrong = self.random.random() < 0.2
            self.out.append('<w:proofErr w:type="spellStart"/>' * wrong)
            changed = f' w:rsidR="{self.rsid()}"' if self.random.random() < 0.5 else ""
            space = ' xml:space="preserve"' if piece != piece.strip() else ""
            self.out.append(f'<w:r w:rsidRPr="{self.rsid()}"{changed}>{self.run_properties(bold)}'
                            f"<w:t{space}>{escape(piece)}</w:t></w:r>")
            self.out.append('<w:proofErr w:type="spellEnd"/>' * wrong)

    def paragraph(self, text, properties, bold):
        """A w:p with the properties of the lean one and the habits of Word."""
        self.out.append(f'<w:p w14:paraId="{self.random.randrange(0x80000000):08X}" w14:textId="77777777" '
                        f'w:rsidR="{self.rsid()}" w:rsidRPr="{self.rsid()}" w:rsidRDefault="{self.rsid()}" '
                        f'w:rsidP="{self.rsid()}"><w:pPr>{properties}{self.run_properties(bold)}</w:pPr>')
        if self.random.random() < 0.1:
            self.bookmarks += 1
            self.out.append(f'<w:bookmarkStart w:id="{self.bookmarks}" w:name="_Hlk{self.random.randrange(10**9)}"/>'
                            f'<w:bookmarkEnd w:id="{self.bookmarks}"/>')
        self.runs(text, bold)
        self.out.append("</w:p>")

    def copy_paragraph(self, node, in_table):
        """One lean paragraph, and after a long one as much filler as keeps the file growing evenly."""
        text = text_of(node)
        source = node.find(W + "pPr")
        kept = [child for child in source if child.tag not in (W + "rPr", W + "sectPr")] if source is not None else []
        properties = "".join(markup(child) for child in kept)
        if not any(child.tag == W + "spacing" for child in kept):
            properties += '<w:spacing w:before="120" w:after="120" w:line="312" w:lineRule="auto"/>'
        self.paragraph(text, properties, node.find(f"{W}r/{W}rPr/{W}b") is not None)
        if in_table or len(text.encode()) < FILLER_BYTES or text.startswith("Căn cứ"):
            return
        self.share += len(text.encode()) * self.rate
        while self.share > 0:
            filler = self.random.choice(self.pool)
            self.share -= len(filler.encode())
            self.paragraph(filler, '<w:spacing w:before="120" w:line="312" w:lineRule="auto"/>'
                           '<w:ind w:firstLine="720"/><w:jc w:val="both"/>', False)

    def copy(self, node, in_table=False):
        """The body or a part of a table, in order."""
        for child in node:
            if child.tag == W + "p":
                self.copy_paragraph(child, in_table)
            elif child.tag in (W + "tbl", W + "tr", W + "tc"):
                name = "w:" + child.tag.removeprefix(W)
                self.out.append(f"<{name}>")
                self.copy(child, True)
                self.out.append(f"</{name}>")
            elif child.tag.startswith(W):
                self.out.append(markup(child))

    def written(self, xml):
        """The document part: its root element as it was, its body anew."""
        body = ElementTree.fromstring(xml).find(W + "body")
        texts = [len(text_of(node).encode()) for node in body.iter(W + "p")]
        long_ones = sum(length for length in texts if length >= FILLER_BYTES)
        self.rate = max(0, self.wanted - sum(texts)) / long_ones
        self.copy(body)
        return xml[: xml.index("<w:body>")] + "<w:body>" + "".join(self.out) + "</w:body></w:document>"


def markup(element):
    """An element of WordprocessingML with its children, without the namespaces that its root declares."""
    text = ElementTree.tostring(element, encoding="unicode")
    return re.sub(r' xmlns:\w+="[^"]*"', "", text)


def with_latent_styles(xml):
    """styles.xml with the 376 latent styles and the character styles of a Word default template."""
    latent = "".join(f'<w:lsdException w:name="Latent {i}" w:semiHidden="1" w:unhideWhenUsed="1"/>' if i % 3 == 0 else
                     f'<w:lsdException w:name="Latent {i}" w:uiPriority="{i % 100}"/>' for i in range(376))
    styles = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="Char{i}"><w:name w:val="Char {i} Char"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:rsid w:val="00E34A2E"/><w:rPr>{FONTS}{SIZES}'
        f"</w:rPr></w:style>" for i in range(12))
    head, mark, tail = xml.partition("<w:style ")
    return (head + '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:count="376">' + latent
            + "</w:latentStyles>" + mark + tail).replace("</w:styles>", styles + "</w:styles>")


def with_all_scripts(xml):
    """theme1.xml with a font for each script, as Office writes it."""
    fonts = "".join(f'<a:font script="{script}" typeface="Times New Roman"/>' for script in SCRIPTS)
    return re.sub(r"</a:(major|minor)Font>", lambda m: fonts + m[0], xml)


def write_file(name, pages, path):
    """One package: the lean one's parts, three of them as Word would have left them."""
    changes = {"word/document.xml": WordFile(name, pages).written, "word/styles.xml": with_latent_styles,
               "word/theme/theme1.xml": with_all_scripts}
    with zipfile.ZipFile(CORPUS / f"{name}.docx") as lean, zipfile.ZipFile(path, "w") as package:
        for part in lean.namelist():
            data = lean.read(part)
            if part in changes:
                data = changes[part](data.decode()).encode()
            package.writestr(zipfile.ZipInfo(part, ZIP_TIME), data, zipfile.ZIP_DEFLATED, 6)


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, pages in BASES.items():
        write_file(name, int(sys.argv[2]) if len(sys.argv) > 2 else pages, folder / f"{name}.docx")


if __name__ == "__main__":
    main()
