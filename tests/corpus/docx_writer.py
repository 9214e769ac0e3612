"""Writes a parsed source as a DOCX package with the habits of Word: runs split anywhere, rsids, proofing marks.

Every irregularity is drawn from a generator seeded with the file's name, so a build always gives the same bytes.
"""

import random
import re
import unicodedata
from xml.sax.saxutils import escape, quoteattr

import docx_parts as parts
import legacy
from markup import Table

PARAGRAPH = {
    "title": '<w:spacing w:before="240" w:after="120"/><w:jc w:val="center"/>',
    "centred": '<w:jc w:val="center"/>',
    "centred-italic": '<w:jc w:val="center"/>',
    "cell-centred": '<w:jc w:val="center"/>',
    "right": '<w:jc w:val="right"/>',
    "heading": '<w:pStyle w:val="Heading1"/><w:jc w:val="both"/>',
    "contents": '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9062"/></w:tabs>',
    "cell": "",
    "bold": '<w:spacing w:before="120" w:after="60"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>',
}
LISTS = {"auto-article": (1, 0), "auto-clause": (1, 1), "auto-point": (1, 2), "auto-dash": (2, 0), "auto-chapter": (3, 0)}
for _kind, (_list, _level) in LISTS.items():
    PARAGRAPH[_kind] = (f'<w:numPr><w:ilvl w:val="{_level}"/><w:numId w:val="{_list}"/></w:numPr>'
                        f'<w:jc w:val="{"center" if _kind == "auto-chapter" else "both"}"/>')
BODY = '<w:pStyle w:val="BodyTextIndent"/>'
BOLD_KINDS = {"title", "centred", "bold", "auto-chapter", "auto-article"}
ITALIC_KINDS = {"centred-italic", "italic"}


class DocxWriter:
    """One build of one source."""

    def __init__(self, source):
        self.source = source
        self.random = random.Random(source.name)
        self.font = source.settings.get("font", "Times New Roman")
        self.encoding = source.settings.get("encoding", "unicode")
        self.decomposed = float(source.settings.get("decomposed", "0"))
        self.date = source.settings["date"]
        self.rsids = [f"00{self.random.randrange(0x1000000):06X}" for _ in range(6)]
        self.comments, self.notes, self.changes, self.bookmarks = [], [], 0, 0

    def rsid(self):
        """One of the file's editing sessions."""
        return self.random.choice(self.rsids)

    def spelled(self, text):
        """Apply the file's habits of typing: no-break spaces after Điều, decomposed letters here and there."""
        text = re.sub(r"(Điều|ngày|khoản) (?=\d)", lambda m: m[1] + self.random.choice("\u00a0  "), text)
        if self.decomposed and self.random.random() < self.decomposed:
            return unicodedata.normalize("NFD", text)
        return text

    def encoded(self, text):
        """The (text, font) pieces of a text in the file's encoding."""
        if self.encoding == "tcvn3":
            return [(t, ".VnTimeH" if capital else ".VnTime") for t, capital in legacy.tcvn3_runs(text)]
        if self.encoding == "vni":
            return [(legacy.vni(text), "VNI-Times")]
        return [(self.spelled(text), self.font)]

    def pieces(self, text):
        """Cut a text at odd places, as edits, spell checking and pasting leave it."""
        cuts = {0, len(text)}
        for heading in re.finditer(r"Điều|Chương", text):
            if self.random.random() < 0.4:
                cuts.add(heading.start() + self.random.randint(1, min(len(text) - heading.start(), 6)))
        for _ in range(self.random.choice((0, 0, 1, 1, 2, 3))):
            cuts.add(self.random.randrange(len(text) + 1))
        cuts = sorted(cuts)
        return [text[a:b] for a, b in zip(cuts, cuts[1:]) if b > a]

    def run(self, text, font, span, kind):
        """One run with its properties."""
        marks = ""
        if font != self.font or self.encoding == "unicode" and self.random.random() < 0.2:
            marks += f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
        if span.bold or kind in BOLD_KINDS:
            marks += "<w:b/><w:bCs/>"
        if span.italic or kind in ITALIC_KINDS:
            marks += "<w:i/>"
        if span.state == "hidden":
            marks += "<w:vanish/>"
        if kind == "title":
            marks += '<w:sz w:val="30"/>'
        elif self.random.random() < 0.15:
            marks += '<w:lang w:val="vi-VN"/>'
        rsid = f' w:rsidR="{self.rsid()}"' if self.random.random() < 0.5 else ""
        tag = "delText" if span.state == "del" else "t"
        content = ""
        for part in re.split(r"([\n\t])", text):
            if part == "\n":
                content += "<w:br/>"
            elif part == "\t":
                content += "<w:tab/>"
            elif part:
                space = ' xml:space="preserve"' if part != part.strip() else ""
                content += f"<w:{tag}{space}>{escape(part)}</w:{tag}>"
        return f"<w:r{rsid}>" + (f"<w:rPr>{marks}</w:rPr>" if marks else "") + content + "</w:r>"

    def changed(self, state, runs):
        """Wrap runs in a tracked change."""
        self.changes += 1
        return (f'<w:{state} w:id="{900 + self.changes}" w:author="Phong TCHC" '
                f'w:date="{self.date}T03:20:00Z">{runs}</w:{state}>')

    def span(self, span, kind):
        """All runs of a span, with what surrounds them."""
        if span.note:
            self.notes.append(span.note)
            return ('<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
                    f'<w:footnoteReference w:id="{len(self.notes)}"/></w:r>')
        runs = []
        for piece in self.pieces(span.text):
            for text, font in self.encoded(piece):
                run = self.run(text, font, span, kind)
                if not span.state and self.random.random() < 0.12:
                    run = f'<w:proofErr w:type="spellStart"/>{run}<w:proofErr w:type="spellEnd"/>'
                runs.append(run)
        joined = "".join(runs)
        if span.state in ("ins", "del"):
            return self.changed(span.state, joined)
        if span.comment:
            number = len(self.comments)
            self.comments.append(span.comment)
            return (f'<w:commentRangeStart w:id="{number}"/>{joined}<w:commentRangeEnd w:id="{number}"/>'
                    f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>')
        return joined

    def paragraph(self, paragraph, extra=""):
        """One paragraph."""
        properties = PARAGRAPH.get(paragraph.kind, BODY)
        runs = "".join(self.span(s, paragraph.kind) for s in paragraph.spans)
        if self.random.random() < 0.06:
            self.bookmarks += 1
            name = "_GoBack" if self.bookmarks == 1 else f"dieu_{self.bookmarks}"
            runs = f'<w:bookmarkStart w:id="{self.bookmarks}" w:name="{name}"/><w:bookmarkEnd w:id="{self.bookmarks}"/>{runs}'
        ident = f"{self.random.randrange(0x10000000, 0x7fffffff):08X}"
        return (f'<w:p w14:paraId="{ident}" w14:textId="77777777" w:rsidR="{self.rsid()}" w:rsidRDefault="{self.rsid()}">'
                + (f"<w:pPr>{properties}</w:pPr>" if properties else "") + runs + extra + "</w:p>")

    def table(self, table):
        """One table; letterhead and signature have no borders."""
        style = '<w:tblStyle w:val="TableGrid"/>' if table.kind == "table" else ""
        columns = max(len(row) for row in table.rows)
        width = 9072 // columns
        rows = ""
        for row_number, row in enumerate(table.rows):
            cells = ""
            for column, cell in enumerate(row):
                rule = parts.MOTTO_RULE if (table.kind, row_number, column) == ("letterhead", 0, 1) else ""
                span = f'<w:gridSpan w:val="{columns}"/>' if len(row) == 1 < columns else ""
                body = "".join(self.paragraph(p, rule if p is cell[-1] else "") for p in cell)
                cells += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{body}</w:tc>'
            rows += f'<w:tr w:rsidR="{self.rsid()}">{cells}</w:tr>'
        return (f'<w:tbl><w:tblPr>{style}<w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid>'
                + f'<w:gridCol w:w="{width}"/>' * columns + f"</w:tblGrid>{rows}</w:tbl>"
                + self.paragraph_empty())

    def paragraph_empty(self):
        """The empty paragraph that Word wants after a table."""
        return f'<w:p w:rsidR="{self.rsid()}" w:rsidRDefault="{self.rsid()}"/>'

    def block(self, block):
        """Any block."""
        if block == "page":
            return f'<w:p w:rsidR="{self.rsid()}" w:rsidRDefault="{self.rsid()}"><w:r><w:br w:type="page"/></w:r></w:p>'
        return self.table(block) if isinstance(block, Table) else self.paragraph(block)

    def note_part(self, tag, item, texts, style, first):
        """A footnotes or comments part."""
        rows = ""
        if tag == "footnotes":
            rows = ('<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
                    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>')
        who = f' w:author="Phong TCHC" w:date="{self.date}T03:25:00Z" w:initials="TC"' if tag == "comments" else ""
        for number, text in enumerate(texts, first):
            rows += (f'<w:{item} w:id="{number}"{who}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
                     f"<w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:{item}>")
        return f"{parts.HEAD}<w:{tag} {parts.NAMESPACES}>{rows}</w:{tag}>"

    def members(self):
        """The package as an ordered list of (name, text)."""
        body = "".join(self.block(b) for b in self.source.blocks)
        document = (f"{parts.HEAD}<w:document {parts.NAMESPACES}><w:body>{body}"
                    + parts.SECTION.format(rsid=self.rsids[0]) + "</w:body></w:document>")
        word = [("styles", parts.STYLES.replace("{defaults}", self.default_fonts())), ("numbering", parts.numbering()),
                ("settings", self.settings()), ("webSettings", parts.WEB_SETTINGS),
                ("fontTable", parts.FONT_TABLE.replace("{font}", self.font)), ("footer", parts.FOOTER)]
        if self.notes:
            word.append(("footnotes", self.note_part("footnotes", "footnote", self.notes, "FootnoteText", 1)))
        if self.comments:
            word.append(("comments", self.note_part("comments", "comment", self.comments, "CommentText", 0)))
        names = {"footer": "footer1"}
        types = "".join(f'<Override PartName="/word/{names.get(n, n)}.xml" ContentType={quoteattr(f"{parts.TYPE}.{n}+xml")}/>'
                        for n, _ in word)
        relations = "".join(f'<Relationship Id="rId{i}" Type="{parts.REL}/{n}" Target="{names.get(n, n)}.xml"/>'
                            for i, (n, _) in enumerate(word, 1))
        relations += f'<Relationship Id="rId20" Type="{parts.REL}/theme" Target="theme/theme1.xml"/>'
        content_types = (
            parts.HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{parts.TYPE}.document.main+xml"/>{types}'
            '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
            '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
            '<Override PartName="/docProps/app.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>')
        return [("[Content_Types].xml", content_types), ("_rels/.rels", parts.ROOT_RELS), ("word/document.xml", document),
                ("word/_rels/document.xml.rels",
                 f'{parts.HEAD}<Relationships xmlns="{parts.PACKAGE_REL}">{relations}</Relationships>'),
                ("word/theme/theme1.xml", parts.THEME.replace("{minor}", self.font))] + [
                (f"word/{names.get(n, n)}.xml", text) for n, text in word] + [
                ("docProps/core.xml", parts.CORE.replace("{date}", self.date)), ("docProps/app.xml", parts.APP)]

    def default_fonts(self):
        """The default font: by the theme when the file is told so, else by name."""
        if self.source.settings.get("theme-fonts") == "yes":
            return 'w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi"'
        return f'w:ascii="{self.font}" w:hAnsi="{self.font}" w:eastAsia="{self.font}" w:cs="Times New Roman"'

    def settings(self):
        """The settings part; a file with tracked changes keeps tracking."""
        rsids = "".join(f'<w:rsid w:val="{r}"/>' for r in sorted(self.rsids))
        return (parts.SETTINGS.replace("{revisions}", "<w:trackRevisions/>" if self.changes else "")
                .replace("{root}", self.rsids[0]).replace("{rsids}", rsids))


def members(source):
    """The members of the DOCX package of a source, in order."""
    return DocxWriter(source).members()
