"""The light markup of tests/corpus/sources: reads a source into blocks that the writers turn into files.

A source is `key: value` lines, a line `---`, then one paragraph a line. Paragraph prefixes:

    ^   centred, bold            ^^  the same, larger          ^/  centred, italic
    !   bold                     /   italic                    >   right
    *   a real heading style     ..  a line of a typed table of contents
    #C #D #K #P #-               Chương, Điều, khoản, điểm, dash numbered by the word processor
    ;;  a remark, not written

Blocks: `::letterhead`, `::sign` (two columns, no borders) and `::table` (a grid), each up to `::end`; cells are
parted by `||`, paragraphs in a cell by `<p>`. `::page` breaks the page. Inside a paragraph: **bold**, __italic__,
<br>, <tab>, {+inserted+}, {-deleted-}, {h:hidden:h}, {c:comment|what it is about:c}, {f:footnote:f}.
"""

import dataclasses
import re

PREFIXES = {
    "^^": "title", "^/": "centred-italic", "^": "centred", "!": "bold", "/": "italic", ">": "right",
    "*": "heading", "..": "contents", "#C": "auto-chapter", "#D": "auto-article", "#K": "auto-clause",
    "#P": "auto-point", "#-": "auto-dash",
}
INLINE = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|__(?P<italic>.+?)__|(?P<br><br>)|(?P<tab><tab>)"
    r"|\{\+(?P<ins>.*?)\+\}|\{-(?P<del>.*?)-\}|\{h:(?P<hidden>.*?):h\}"
    r"|\{c:(?P<comment>[^|]*)\|(?P<about>.*?):c\}|\{f:(?P<note>.*?):f\}"
)


@dataclasses.dataclass(frozen=True)
class Span:
    """A piece of a paragraph: its text ('\\n' line break, '\\t' tab) and how it stands there."""

    text: str
    bold: bool = False
    italic: bool = False
    state: str = ""  # "", "ins", "del" or "hidden"
    comment: str = ""
    note: str = ""


@dataclasses.dataclass(frozen=True)
class Paragraph:
    """One paragraph: its kind (a value of PREFIXES or 'body') and its spans."""

    kind: str
    spans: tuple


@dataclasses.dataclass(frozen=True)
class Table:
    """A table: kind 'letterhead', 'sign' or 'table'; rows of cells of paragraphs."""

    kind: str
    rows: tuple


@dataclasses.dataclass(frozen=True)
class Source:
    """A whole source: its name, its settings and its blocks ('page' marks a page break)."""

    name: str
    settings: dict
    blocks: tuple


def parse_spans(text):
    """Read the inline marks of one paragraph; bold or italic over a line break is two pieces."""
    text = re.sub(r"(\*\*|__)((?:(?!\1).)+)\1", lambda m: m[0].replace("<br>", f"{m[1]}<br>{m[1]}"), text)
    spans, at = [], 0
    for mark in INLINE.finditer(text):
        if mark.start() > at:
            spans.append(Span(text[at:mark.start()]))
        at = mark.end()
        groups = mark.groupdict()
        if groups["bold"] is not None:
            spans.append(Span(groups["bold"], bold=True))
        elif groups["italic"] is not None:
            spans.append(Span(groups["italic"], italic=True))
        elif groups["br"]:
            spans.append(Span("\n"))
        elif groups["tab"]:
            spans.append(Span("\t"))
        elif groups["comment"] is not None:
            spans.append(Span(groups["about"], comment=groups["comment"]))
        elif groups["note"] is not None:
            spans.append(Span("", note=groups["note"]))
        else:
            state = next(s for s in ("ins", "del", "hidden") if groups[s] is not None)
            spans.append(Span(groups[state], state=state))
    if at < len(text):
        spans.append(Span(text[at:]))
    return tuple(spans)


def parse_paragraph(line, default="body"):
    """Read one line: its prefix, if it has one, and its spans."""
    prefix, _, rest = line.partition(" ")
    if prefix in PREFIXES:
        return Paragraph(PREFIXES[prefix], parse_spans(rest))
    return Paragraph(default, parse_spans(line))


def parse_table(kind, lines):
    """Read a table block; a letterhead puts the lines above the number in one row, the number below."""
    default = {"letterhead": "cell-centred", "sign": "cell", "table": "cell"}[kind]
    rows = [[[parse_paragraph(p.strip(), default) for p in cell.split("<p>")] for cell in line.split("||")]
            for line in lines]
    if kind == "letterhead":
        top = [[p for row in rows[:-1] for p in row[side]] for side in (0, 1)]
        rows = [top, rows[-1]]
    if kind == "sign":
        rows = [[[p for row in rows for p in row[side]] for side in (0, 1)]]
    return Table(kind, tuple(tuple(tuple(cell) for cell in row) for row in rows))


def parse(name, text):
    """Read a whole source text."""
    head, _, body = text.partition("\n---\n")
    settings = dict(re.split(r":\s*", line, maxsplit=1) for line in head.splitlines() if line.strip())
    blocks, table_kind, table_lines = [], None, []
    for line in body.splitlines():
        line = line.strip()
        if not line or line.startswith(";;"):
            continue
        if table_kind:
            if line == "::end":
                blocks.append(parse_table(table_kind, table_lines))
                table_kind, table_lines = None, []
            else:
                table_lines.append(line)
        elif line == "::page":
            blocks.append("page")
        elif line.startswith("::"):
            table_kind = line[2:]
        else:
            blocks.append(parse_paragraph(line))
    if table_kind:
        raise ValueError(f"{name}: ::{table_kind} without ::end")
    return Source(name, settings, tuple(blocks))
