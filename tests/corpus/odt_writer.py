"""Writes a parsed source as ODT or flat ODT (ODF 1.3) with the habits of LibreOffice: automatic styles, many spans."""

import random
import re
import unicodedata
from xml.sax.saxutils import escape

from markup import Table

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"' for prefix, name in (
        ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
        ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
        ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
        ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
        ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
        ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
        ("meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0")))
VERSION = 'office:version="1.3"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
KINDS = ("body", "title", "centred", "centred-italic", "bold", "italic", "right", "contents", "cell", "cell-centred")
CENTRED = {"title", "centred", "centred-italic", "cell-centred"}
BOLD = {"title", "centred", "bold"}
ITALIC = {"centred-italic", "italic"}
TEXT_STYLES = {"plain": "", "bold": 'fo:font-weight="bold"', "italic": 'fo:font-style="italic"',
               "hidden": 'text:display="none"'}
LISTS = {"auto-article": 1, "auto-clause": 2, "auto-point": 3, "auto-dash": 4}


class OdtWriter:
    """One build of one source."""

    def __init__(self, source):
        self.source = source
        self.random = random.Random(source.name)
        self.font = source.settings.get("font", "Times New Roman")
        self.decomposed = float(source.settings.get("decomposed", "0"))
        self.date = source.settings["date"]
        self.list_open = False

    def text(self, text):
        """Text with spaces, tabs and breaks as elements; now and then a soft page break or decomposed letters."""
        text = re.sub(r"(Điều) (?=\d)", lambda m: m[1] + self.random.choice("\u00a0  "), text)
        if self.decomposed and self.random.random() < self.decomposed:
            text = unicodedata.normalize("NFD", text)
        text = escape(text).replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")
        return re.sub(r"  +", lambda m: f' <text:s text:c="{len(m[0]) - 1}"/>', text)

    def span(self, span):
        """A span; plain text too is cut into spans here and there."""
        style = "hidden" if span.state == "hidden" else "bold" if span.bold else "italic" if span.italic else ""
        note = ""
        if span.note:
            note = ('<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
                    f'<text:note-body><text:p>{escape(span.note)}</text:p></text:note-body></text:note>')
        number = 1 + list(TEXT_STYLES).index(style or "plain")
        if style:
            return f'<text:span text:style-name="T{number}">{self.text(span.text)}</text:span>' + note
        if len(span.text) > 8 and self.random.random() < 0.5:
            start, end = sorted(self.random.sample(range(1, len(span.text)), 2))
            parts = (span.text[:start], span.text[start:end], span.text[end:])
            return (f'{self.text(parts[0])}<text:span text:style-name="T1">{self.text(parts[1])}</text:span>'
                    f"{self.text(parts[2])}") + note
        return self.text(span.text) + note

    def paragraph(self, paragraph):
        """A paragraph, a heading or a list item."""
        content = "".join(self.span(s) for s in paragraph.spans)
        if paragraph.kind == "heading":
            return f'<text:h text:style-name="Heading_20_3" text:outline-level="3">{content}</text:h>'
        if paragraph.kind in LISTS:
            return self.list_item(LISTS[paragraph.kind], content)
        style = 1 + KINDS.index(paragraph.kind)
        return f'<text:p text:style-name="P{style}">{content}</text:p>'

    def list_item(self, level, content):
        """An item of the numbering list; each stands in a list of its own that continues the one before."""
        attributes = ' xml:id="list1"' if not self.list_open else ' text:continue-numbering="true"'
        self.list_open = True
        opening = "<text:list-item><text:list>" * (level - 1)
        closing = "</text:list></text:list-item>" * (level - 1)
        return (f'<text:list{attributes} text:style-name="L1">{opening}<text:list-item>'
                f'<text:p text:style-name="P1">{content}</text:p></text:list-item>{closing}</text:list>')

    def table(self, table, number):
        """A table with its columns."""
        columns = max(len(row) for row in table.rows)
        cell_style = "Table.Grid" if table.kind == "table" else "Table.Plain"
        rows = ""
        for row in table.rows:
            cells = ""
            for cell in row:
                span = f' table:number-columns-spanned="{columns}"' if len(row) == 1 < columns else ""
                covered = "<table:covered-table-cell/>" * (columns - 1) if span else ""
                cells += (f'<table:table-cell table:style-name="{cell_style}"{span} office:value-type="string">'
                          + "".join(self.paragraph(p) for p in cell) + f"</table:table-cell>{covered}")
            rows += f"<table:table-row>{cells}</table:table-row>"
        return (f'<table:table table:name="Table{number}" table:style-name="Table"><table:table-column '
                f'table:number-columns-repeated="{columns}"/>{rows}</table:table>')

    def body(self):
        """The text body."""
        written = []
        for number, block in enumerate(self.source.blocks):
            if block == "page":
                written.append('<text:p text:style-name="P11"/>')
            elif isinstance(block, Table):
                written.append(self.table(block, number))
            else:
                written.append(self.paragraph(block))
            if number % 40 == 39:
                written.append('<text:p text:style-name="P1"><text:soft-page-break/></text:p>')
        return f"<office:body><office:text>{''.join(written)}</office:text></office:body>"

    def automatic_styles(self):
        """P1… for the paragraph kinds, T1… for spans, the numbering list."""
        styles = ""
        for number, kind in enumerate(KINDS, 1):
            align = "center" if kind in CENTRED else "end" if kind == "right" else "start" if kind == "cell" else "justify"
            indent = ' fo:text-indent="1cm"' if kind in ("body", "bold", "italic") else ""
            marks = (' fo:font-weight="bold"' if kind in BOLD else "") + (' fo:font-style="italic"' if kind in ITALIC else "")
            styles += (f'<style:style style:name="P{number}" style:family="paragraph" style:parent-style-name="Standard">'
                       f'<style:paragraph-properties fo:text-align="{align}"{indent}/>'
                       f"<style:text-properties{marks}/></style:style>")
        styles += ('<style:style style:name="P11" style:family="paragraph" style:parent-style-name="Standard">'
                   '<style:paragraph-properties fo:break-before="page"/></style:style>')
        for number, marks in enumerate(TEXT_STYLES.values(), 1):
            styles += (f'<style:style style:name="T{number}" style:family="text"><style:text-properties {marks}'
                       f' fo:language="vi" fo:country="VN"/></style:style>')
        levels = "".join(
            f'<text:list-level-style-number text:level="{i}" style:num-format="{form}" style:num-prefix="{prefix}" '
            f'style:num-suffix="{suffix}"/>'
            for i, (form, prefix, suffix) in enumerate((("1", "Điều ", "."), ("1", "", "."), ("a", "", ")")), 1))
        levels += '<text:list-level-style-bullet text:level="4" text:bullet-char="-"/>'
        cells = ('<style:style style:name="Table.Grid" style:family="table-cell"><style:table-cell-properties '
                 'fo:border="0.5pt solid #000000"/></style:style><style:style style:name="Table.Plain" '
                 'style:family="table-cell"/><style:style style:name="Table" style:family="table"/>')
        return f'{styles}{cells}<text:list-style style:name="L1">{levels}</text:list-style>'

    def common_styles(self):
        """Default and named styles."""
        return (
            '<style:default-style style:family="paragraph"><style:text-properties style:font-name="F1" '
            'fo:font-size="14pt" fo:language="vi" fo:country="VN"/></style:default-style>'
            '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
            '<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" '
            'style:parent-style-name="Standard" style:default-outline-level="3" style:class="text">'
            '<style:paragraph-properties fo:text-indent="1cm"/><style:text-properties fo:font-weight="bold"/></style:style>')

    def fonts(self):
        """The font declarations."""
        return (f'<office:font-face-decls><style:font-face style:name="F1" svg:font-family="&apos;{self.font}&apos;" '
                'style:font-family-generic="roman" style:font-pitch="variable"/></office:font-face-decls>')

    def page(self):
        """The page layout and its master page, which goes with the master styles."""
        layout = ('<style:page-layout style:name="M1"><style:page-layout-properties fo:page-width="21cm" '
                  'fo:page-height="29.7cm" fo:margin-left="3cm" fo:margin-right="2cm"/></style:page-layout>')
        master = ('<style:master-page style:name="Standard" style:page-layout-name="M1"><style:footer><text:p>'
                  '<text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>'
                  "</style:master-page>")
        return layout, master

    def meta(self):
        """The document's own data."""
        return ("<office:meta><meta:generator>LibreOffice/7.4.7.2$Linux_X86_64</meta:generator>"
                f"<meta:creation-date>{self.date}T09:12:00</meta:creation-date><dc:date>{self.date}T16:03:00</dc:date>"
                "<dc:language>vi-VN</dc:language></office:meta>")

    def flat(self):
        """The whole as one XML file."""
        layout, master = self.page()
        return (f'{HEAD}<office:document {NAMESPACES} {VERSION} office:mimetype="application/vnd.oasis.opendocument.text">'
                f"{self.meta()}{self.fonts()}<office:styles>{self.common_styles()}</office:styles>"
                f"<office:automatic-styles>{self.automatic_styles()}{layout}</office:automatic-styles>"
                f"<office:master-styles>{master}</office:master-styles>{self.body()}</office:document>\n")

    def members(self):
        """The package as an ordered list of (name, text)."""
        layout, master = self.page()
        kind = "application/vnd.oasis.opendocument.text"
        content = (f"{HEAD}<office:document-content {NAMESPACES} {VERSION}>{self.fonts()}<office:automatic-styles>"
                   f"{self.automatic_styles()}</office:automatic-styles>{self.body()}</office:document-content>")
        styles = (f"{HEAD}<office:document-styles {NAMESPACES} {VERSION}>{self.fonts()}<office:styles>"
                  f"{self.common_styles()}</office:styles><office:automatic-styles>{layout}</office:automatic-styles>"
                  f"<office:master-styles>{master}</office:master-styles></office:document-styles>")
        meta = f"{HEAD}<office:document-meta {NAMESPACES} {VERSION}>{self.meta()}</office:document-meta>"
        names = (("/", kind), ("content.xml", "text/xml"), ("styles.xml", "text/xml"), ("meta.xml", "text/xml"))
        entries = "".join(f'<manifest:file-entry manifest:full-path="{n}" manifest:media-type="{t}"/>' for n, t in names)
        manifest = (f'{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
                    f'manifest:version="1.3">{entries}</manifest:manifest>')
        return [("mimetype", kind), ("content.xml", content), ("styles.xml", styles), ("meta.xml", meta),
                ("META-INF/manifest.xml", manifest)]


def members(source):
    """The members of the ODT package of a source, in order."""
    return OdtWriter(source).members()


def flat(source):
    """The flat ODT file of a source."""
    return OdtWriter(source).flat()
