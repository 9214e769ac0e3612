"""The attacks themselves: every function named here makes the bytes of one file of attacks.tsv."""
import zlib

import judging
import structures
from packages import (DECLARATION, GOOD, LINES, docx, docx_entries, document, encoded, flat, odt, open_content,
                      open_paragraphs, paragraph, root)
from quine import quine
from same_hash import lists_of_one_hash, styles_of_one_hash, styles_of_one_hash_odt
from zips import STORED, Entry, archive, deflate, deflate_repeated, end, zip64_end

GOOD_DOCUMENT = document(GOOD)
WORDS = "công khai kế hoạch công tác hằng năm của cơ quan, đơn vị; dự toán, quyết toán kinh phí; "
MEBI = 1 << 20


def main_part(packed, size=0, **lies):
    return Entry("word/document.xml", b"", packed=packed, size=size, **lies)


def with_entries(*more, tail=None):
    return archive(docx_entries(GOOD_DOCUMENT) + list(more), tail)


# --- ZIP -----------------------------------------------------------------------------------------------------

def ratio_bomb():
    return docx(document("<w:p/>" + " " * (8 * MEBI)))


def huge_part(size, block):
    """A main part of size bytes under the permitted ratio: the text is of little repetition."""
    head = deflate_repeated((document("").split("</w:body>", maxsplit=1)[0] + "<w:p><w:r><w:t>").encode(), 1)[:-2]
    return archive(docx_entries(main_part(head + deflate_repeated(block, size // len(block)), size=1000)))


def little_repetition(length):
    state, out = 1, bytearray()
    while len(out) < length:
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        out += b"%x " % state
    return bytes(out[:length])


def nested_bomb():
    inner = archive([Entry("bomb.bin", b"\0" * MEBI)])
    for _ in range(5):
        inner = archive([Entry(f"level-{i}.zip", inner, method=STORED) for i in range(4)])
    return archive(docx_entries(GOOD_DOCUMENT) + [Entry("word/embeddings/bomb.zip", inner, method=STORED)])


def overlapping_entries():
    """Thousands of names for the one stretch of data (Fifield's bomb), the main part among them."""
    bomb = Entry("word/document.xml", b"<" * (6 * MEBI))
    parts = docx_entries(bomb)
    at = sum(len(part.local()) for part in parts[:-1])
    for i in range(4000):
        parts.append(Entry(f"word/copy-{i}.xml", packed=bomb.packed, size=bomb.size, offset=at))
    return archive(parts)


def overlapping_few():
    """Two names for one stretch of data that takes most of the file."""
    parts = docx_entries(Entry("word/document.xml", encoded(GOOD_DOCUMENT) + little_repetition(20000)))
    at = sum(len(part.local()) for part in parts[:-1])
    return archive(parts + [Entry("word/copy.xml", packed=parts[-1].packed, size=parts[-1].size, offset=at)])


def packed_size_lie():
    """The directory says of a part that it takes up more than the file has."""
    parts = docx_entries(GOOD_DOCUMENT)
    data = bytearray(archive(parts))
    at = data.rindex(b"PK\1\2") + 20
    data[at:at + 4] = (0xFFFFFFF0).to_bytes(4, "little")
    return bytes(data)


def self_reference():
    """A package whose main part is told to be the package itself: its data begins at its own local header."""
    parts = docx_entries(Entry("word/document.xml", b"x" * 400, method=STORED))
    data = archive(parts)
    at = data.index(b"PK\1\2")
    parts[-1].packed = data[:at]
    return archive(parts)


def no_end():
    return with_entries()[:-22]


def truncated_directory():
    data = with_entries()
    return data[:-22 - 60] + data[-22:]


def zip64(**lies):
    return archive(docx_entries(GOOD_DOCUMENT), lambda *true: zip64_end(*true, **lies))


def false_name():
    parts = docx_entries(GOOD_DOCUMENT)
    parts[-1].central_name = b"word/Document.xml"
    parts[-1].name = b"evil/../../pass.xml"
    return archive(parts)


def padded():
    """A good file with more behind its end than may be read."""
    return with_entries() + bytes(64 * MEBI)


def large_parts(mebibytes):
    """Three parts, none of them too large for itself."""
    parts = docx_entries(main_part(b""), styles="", theme="")
    for part, name in zip(parts[-3:], ("document", "styles", "theme")):
        start = (root(name, "") if part is not parts[-3] else document("")).rsplit("</", maxsplit=1)[0]
        block, last = little_repetition(6000) * 20, f"</w:{name}>".encode()
        times = mebibytes * MEBI // len(block)
        part.packed = deflate_repeated(start.encode(), 1)[:-2] + deflate_repeated(block, times)[:-2] + deflate(last)
        part.size = len(start.encode()) + times * len(block) + len(last)
        part.crc = zlib.crc32(start.encode() + block * times + last)
    return archive(parts)


# --- XML -----------------------------------------------------------------------------------------------------

def laughs():
    lines = ['<!ENTITY a0 "ha">'] + [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)]
    return f"<!DOCTYPE x [{''.join(lines)}]>"


def external_entity():
    return docx(document(paragraph("&e;"), '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'))


def undeclared_entity():
    return docx(document(GOOD + paragraph("&e;")))


def million_attributes():
    return docx(document("<w:p " + " ".join(f'a{i}="{i * 7919 % 1000003}"' for i in range(1000000)) + "/>"))


def million_namespaces():
    return docx(document("<w:p " + " ".join(f'xmlns:a{i}="u{i * 7919 % 1000003}"' for i in range(300000)) + "/>"))


def one_name_per_element():
    return docx(document("".join(f"<n{i * 7919 % 1000003}/>" for i in range(300000)) + GOOD))


def deep(levels, tag="w:sdt"):
    return docx(document(f"<{tag}>" * levels + GOOD + f"</{tag}>" * levels))


def nested_tables(levels):
    return docx(document("<w:tbl><w:tr><w:tc>" * levels + paragraph("x") + "</w:tc></w:tr></w:tbl>" * levels))


def million_empty_paragraphs():
    return docx(document(GOOD + "".join(f'<w:p w:rsidR="{i * 2654435761 % (1 << 32):08X}"/>' for i in range(1000000))))


def million_cells():
    return docx(document(GOOD + "<w:tbl>" + "".join("<w:tr>" + f'<w:tc><w:p w:rsidR="{i * 2654435761 % (1 << 32):08X}"/></w:tc>' * 8 + "</w:tr>"
                                                for i in range(100000)) + "</w:tbl>"))


def one_paragraph(mebibytes, text=WORDS):
    """A paragraph of so many MiB; varied numbers in it keep it under the permitted ratio."""
    count = mebibytes * MEBI // (len(text.encode()) + 8)
    return docx(document(GOOD + paragraph("".join(f"{text}{i * 2654435761 % 9999991:07d} " for i in range(count)))))


# --- styles and numbering ------------------------------------------------------------------------------------

def styled(properties):
    return document(GOOD + "".join(paragraph(f"mục {i}", f"<w:pPr>{properties}</w:pPr>") for i in range(50)))


def cyclic_styles():
    styles = "".join(f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn w:val="s{(i + 1) % 500}"/>'
                     f'<w:link w:val="s{(i + 7) % 500}"/></w:style>' for i in range(500))
    return docx(styled('<w:pStyle w:val="s0"/>'), styles=root("styles", styles))


def long_style_chain():
    styles = "".join(f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn w:val="s{i + 1}"/></w:style>'
                     for i in range(100000))
    return docx(document(GOOD + "".join(paragraph("x", f'<w:pPr><w:pStyle w:val="s{i}"/></w:pPr>')
                                        for i in range(0, 20000))), styles=root("styles", styles))


def cyclic_lists():
    numbering = ('<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="a"/></w:abstractNum>'
                 '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="b"/></w:abstractNum>'
                 '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/>'
                 '</w:num>')
    styles = "".join(f'<w:style w:type="numbering" w:styleId="{own}"><w:pPr><w:numPr><w:numId w:val="{other}"/></w:numPr>'
                     f'</w:pPr></w:style>' for own, other in (("a", 2), ("b", 1)))
    return docx(styled('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), styles=root("styles", styles),
                numbering=root("numbering", numbering))


def list_levels(levels, level="0", number="1"):
    numbering = (f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum><w:num w:numId="1">'
                 '<w:abstractNumId w:val="1"/></w:num>')
    return docx(styled(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'),
                numbering=root("numbering", numbering))


def list_level(index, start, kind="decimal", text="%1."):
    return (f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
            '</w:lvl>')


def levels_out_of_range():
    return list_levels("".join(list_level(i, 1) for i in (-1, 9, 255, 65536, 2147483647, -2147483648)), "2147483647")


def largest_numbers(kind):
    return list_levels(list_level(0, 2147483647, kind, "%1.%2.%9.%0.%%"), "0")


def repeated_number():
    """A label of a megabyte, written once for all paragraphs of its list."""
    numbering = (f'<w:abstractNum w:abstractNumId="1">{list_level(0, 2147483647, "upperRoman", "%1" * 100000)}</w:abstractNum>'
                 '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')
    item = paragraph("a", '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>')
    return docx(document(GOOD + item * 2000), numbering=root("numbering", numbering))


def repeated_affixes():
    style = ('<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
             f'style:num-prefix="{"x" * 100000}" style:num-suffix="{"y" * 100000}"/></text:list-style>')
    items = "<text:list-item><text:p>a</text:p></text:list-item>" * 2000
    return odt(open_content(open_paragraphs(LINES) + f'<text:list text:style-name="L">{items}</text:list>', styles=style))


def longest_numbers():
    """As long as they may be, on as many paragraphs as the ratio of compression lets stand."""
    item = paragraph("a", '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>')
    numbering = (f'<w:abstractNum w:abstractNumId="1">{list_level(0, 1, "decimal", "x" * 1019 + "%1")}</w:abstractNum>'
                 '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')
    return docx(document(GOOD + item * 7000), numbering=root("numbering", numbering))


def open_cycles():
    styles = ('<style:style style:name="P1" style:family="paragraph" style:parent-style-name="P2"/>'
              '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="P1"/>')
    return odt(open_content(open_paragraphs(LINES) + '<text:p text:style-name="P1">x</text:p>', styles=styles))


def open_repeats():
    """A cell that says it stands 2^31 times, and so do its row and its spaces."""
    huge = 2147483647
    return flat(open_paragraphs(LINES) + f'<table:table><table:table-row table:number-rows-repeated="{huge}">'
                f'<table:table-cell table:number-columns-repeated="{huge}" table:number-columns-spanned="{huge}"><text:p>'
                f'a<text:s text:c="{huge}"/>b</text:p></table:table-cell></table:table-row></table:table>'
                f'<text:list><text:list-item text:start-value="{huge}"><text:p>x</text:p></text:list-item></text:list>')


def open_tables(levels):
    return flat(open_paragraphs(LINES) + "<table:table><table:table-row><table:table-cell>" * levels + "<text:p>x</text:p>" +
                "</table:table-cell></table:table-row></table:table>" * levels)


def open_empty_paragraphs(count):
    return flat(open_paragraphs(LINES) + "<text:p/>" * count)


def open_huge_paragraph(size):
    """content.xml of that size under the permitted ratio."""
    block = little_repetition(6000) * 20
    head = open_content("", "").split("</office:text>", maxsplit=1)[0] + "<text:p>"
    packed = deflate_repeated(head.encode(), 1)[:-2] + deflate_repeated(block, size // len(block))
    return archive([Entry("mimetype", b"application/vnd.oasis.opendocument.text", method=STORED),
                    Entry("content.xml", packed=packed, size=1000)])


def open_levels_out_of_range():
    """Outline and list levels far from 1 to 10, in styles and in the text."""
    levels = ("-2147483648", "-1", "0", "11", "255", "2147483647", "99999999999999999999")
    lists = "".join(f'<text:list-level-style-number text:level="{level}" style:num-format="1" style:num-suffix="." '
                    f'text:display-levels="{level}" text:start-value="{level}"/>' for level in levels)
    styles = f'<text:list-style style:name="L1">{lists}</text:list-style>'
    heads = "".join(f'<text:h text:outline-level="{level}">Mục</text:h>' for level in levels)
    items = "<text:list text:style-name=\"L1\">" + "<text:list-item><text:list>" * 12 + "<text:list-item><text:p>x</text:p>" + (
        "</text:list-item></text:list>" * 13)
    return odt(open_content(open_paragraphs(LINES) + heads + items, styles=styles))


def largest_spans():
    """Cells that span more columns and rows than can be, and distances that no page has."""
    huge = 2147483647
    cell = (f'<w:tc><w:tcPr><w:gridSpan w:val="{huge}"/><w:vMerge w:val="restart"/></w:tcPr>' +
            paragraph("x", f'<w:pPr><w:ind w:left="{huge}" w:firstLine="{huge}" w:hanging="-{huge}"/><w:outlineLvl w:val="{huge}"/>'
                      "</w:pPr>") + "</w:tc>")
    row = f'<w:tr><w:trPr><w:gridBefore w:val="{huge}"/></w:trPr>{cell * 3}</w:tr>'
    return docx(document(GOOD + f"<w:tbl>{row * 3}</w:tbl>"))


def open_lists(levels):
    return flat("<text:list><text:list-item>" * levels + "<text:p>x</text:p>" + "</text:list-item></text:list>" * levels)


# --- letters -------------------------------------------------------------------------------------------------

def bad_utf8():
    return docx(encoded(GOOD_DOCUMENT).replace("Điều 1".encode(), b"\xc4\xff\xc0\x80 1"))


def overlong_utf8():
    return docx(encoded(GOOD_DOCUMENT).replace("Điều 1".encode(), b"\xe0\x80\xaf 1"))


def surrogate_in_utf8():
    return docx(encoded(GOOD_DOCUMENT).replace("Điều 1".encode(), b"\xed\xa0\x80 1"))


def surrogate_reference():
    return docx(GOOD_DOCUMENT.replace("Điều 1", "&#xD800; 1"))


def utf16(text):
    return docx(b"\xff\xfe" + text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16-le", "surrogatepass"))


def nul_bytes():
    return docx(encoded(GOOD_DOCUMENT).replace("Điều 1".encode(), b"\0\0\0"))


def nul_reference():
    return docx(GOOD_DOCUMENT.replace("Điều 1", "&#0;"))


def sprinkled(mark):
    return docx(document("".join(paragraph(mark.join(line)) for line in LINES)))


def bidi():
    return docx(document("".join(paragraph(f"\u202e{line[::-1]}\u202c") for line in LINES) + GOOD))


def homoglyphs():
    swapped = str.maketrans("oaecHT", "оаесНТ")
    return docx(document("".join(paragraph(line.translate(swapped) if line.startswith("Điều") else line)
                                 for line in LINES)))


def combining(count):
    return docx(document(GOOD + paragraph(("a" + "\u0301\u0323" * 50 + " ") * (count // 50))))


ATTACKS = {
    "ratio": ratio_bomb,
    "paragraph-500-mib": lambda: huge_part(500 * MEBI, little_repetition(6000) * 20),
    "file-size": padded,
    "parts-of-150-mib": lambda: large_parts(50),
    "paragraph-500-mib-odt": lambda: open_huge_paragraph(500 * MEBI),
    "nested-bomb": nested_bomb,
    "overlapping": overlapping_entries,
    "quine": quine,
    "self-reference": self_reference,
    "size-lie-small": lambda: archive(docx_entries(main_part(deflate(encoded(GOOD_DOCUMENT)), size=10))),
    "size-lie-large": lambda: archive(docx_entries(main_part(deflate(encoded(GOOD_DOCUMENT)), size=0xFFFFFFF0))),
    "entries": lambda: with_entries(*(Entry(f"e{i}", method=STORED) for i in range(100000)), tail=zip64_end),
    "duplicate-name": lambda: with_entries(Entry("word/document.xml", b"<x/>")),
    "duplicate-name-case": lambda: with_entries(Entry("WORD/Document.XML", b"<x/>")),
    "absolute-name": lambda: with_entries(Entry("/etc/cron.d/evil", b"x")),
    "absolute-name-twice": lambda: with_entries(Entry("/word/document.xml", b"<x/>")),
    "dotted-name": lambda: with_entries(Entry("../../../../tmp/evil", b"x")),
    "nul-name": lambda: with_entries(Entry(b"word/document.xml\0.txt", b"x")),
    "false-local-name": false_name,
    "zip64-true": zip64,
    "zip64-count": lambda: zip64(told_count=1 << 62),
    "zip64-size": lambda: zip64(told_size=(1 << 64) - 8),
    "zip64-offset": lambda: zip64(told_offset=(1 << 63) + 5),
    "zip64-locator": lambda: zip64(locator=(1 << 64) - 1),
    "no-end": no_end,
    "truncated-directory": truncated_directory,
    "count-lie": lambda: archive(docx_entries(GOOD_DOCUMENT), lambda c, s, o: end(65535, s, o)),
    "offset-lie": lambda: archive(docx_entries(GOOD_DOCUMENT), lambda c, s, o: end(c, s, o + 0x7FFFFFFF)),
    "packed-size-lie": packed_size_lie,
    "overlapping-few": overlapping_few,
    "doctype-fodt-comment": lambda: encoded(flat(open_paragraphs(LINES), "<!-- x -->\n<!doctype office:document>")),
    "encrypted-entry": lambda: archive(docx_entries(Entry("word/document.xml", b"x" * 50, flags=0x801))),
    "broken-deflate": lambda: archive(docx_entries(main_part(b"\xff" * 400, size=4000))),
    "laughs": lambda: docx(document(paragraph("&a9;"), laughs())),
    "laughs-odt": lambda: odt(open_content("<text:p>&a9;</text:p>", laughs())),
    "laughs-fodt": lambda: encoded(flat("<text:p>&a9;</text:p>", laughs())),
    "external-entity": external_entity,
    "external-doctype": lambda: docx(document(GOOD, '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">')),
    "parameter-entity": lambda: docx(document(GOOD, '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///dev/zero"> %p;]>')),
    "empty-doctype": lambda: docx(document(GOOD, "<!DOCTYPE x>")),
    "doctype-in-styles": lambda: docx(GOOD_DOCUMENT, styles="<!DOCTYPE x []>" + root("styles", "")[len(DECLARATION):]),
    "undeclared-entity": undeclared_entity,
    "attributes": million_attributes,
    "namespaces": million_namespaces,
    "names": one_name_per_element,
    "depth": lambda: deep(10000),
    "depth-unknown": lambda: deep(100000, "x"),
    "depth-fodt": lambda: encoded(flat("<text:section>" * 100000 + "x")),
    "tables": lambda: nested_tables(10000),
    "tables-limit": lambda: nested_tables(21),
    "tables-odt": lambda: encoded(open_tables(10000)),
    "tables-limit-odt": lambda: encoded(open_tables(21)),
    "empty-paragraphs-odt": lambda: encoded(open_empty_paragraphs(1000000)),
    "lists-odt": lambda: encoded(open_lists(10000)),
    "empty-paragraphs": million_empty_paragraphs,
    "cells": million_cells,
    "paragraph-4-mib": lambda: one_paragraph(4),
    "paragraph-1-mib-unbroken": lambda: docx(document(GOOD + paragraph(little_repetition(MEBI).decode().replace(" ", "ô")))),
    "cyclic-styles": cyclic_styles,
    "style-chain": long_style_chain,
    "cyclic-lists": cyclic_lists,
    "cyclic-styles-odt": open_cycles,
    "styles-of-one-hash": lambda: styles_of_one_hash(60000),
    "styles-of-one-hash-odt": lambda: styles_of_one_hash_odt(60000),
    "lists-of-one-hash-odt": lambda: lists_of_one_hash(60000),
    "levels-out-of-range": levels_out_of_range,
    "levels-out-of-range-odt": open_levels_out_of_range,
    "largest-spans": largest_spans,
    "largest-decimal": lambda: largest_numbers("decimal"),
    "largest-roman": lambda: largest_numbers("upperRoman"),
    "largest-letter": lambda: largest_numbers("lowerLetter"),
    "smallest-number": lambda: list_levels(list_level(0, -2147483648, "lowerRoman")),
    "number-of-many-digits": lambda: list_levels(list_level(0, "9" * 100000)),
    "repeated-number": repeated_number,
    "repeated-affixes-odt": repeated_affixes,
    "longest-numbers": longest_numbers,
    "repeats-odt": lambda: encoded(open_repeats()),
    "bad-utf8": bad_utf8,
    "overlong-utf8": overlong_utf8,
    "surrogate-utf8": surrogate_in_utf8,
    "surrogate-reference": surrogate_reference,
    "utf16": lambda: utf16(GOOD_DOCUMENT),
    "utf16-lone-surrogate": lambda: utf16(GOOD_DOCUMENT.replace("Điều 1", "\ud800 1")),
    "utf16-odd": lambda: docx(b"\xff\xfe" + GOOD_DOCUMENT.encode("utf-16-le")[:-1]),
    "nul": nul_bytes,
    "nul-reference": nul_reference,
    "zero-width": lambda: sprinkled("\u200b"),
    "word-joiner": lambda: sprinkled("\u2060\ufeff"),
    "bidi": bidi,
    "homoglyphs": homoglyphs,
    "combining": lambda: combining(200000),
    "marks-on-one-letter": lambda: docx(document(GOOD + paragraph("a" + "\u0301\u0323" * 150000))),
    **judging.ATTACKS,
    **structures.ATTACKS,
}


def make(name):
    return encoded(ATTACKS[name]())
