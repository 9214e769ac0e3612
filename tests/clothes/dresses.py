"""Ways to dress a source of the corpus anew: each takes a parsed source and gives another that says the same.

A dress returns None where it does not fit (a source that has no numbers to type, say). DRESSES names them all, with what
must stay the same: "all" statuses of groups and items or those of "groups" alone, and in what share at least.
"""

import dataclasses
import random
import re
import sys
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "corpus"))
import legacy  # noqa: E402
from markup import Paragraph, Span, Table  # noqa: E402

ARTICLE = re.compile(r"^(\s*)Điều\s+(\d+)\s*[.:]\s*")
CLAUSE = re.compile(r"^(\d+)\.\s+")
POINT = re.compile(r"^([a-zđ])\)\s+")
POINTS = "abcdđeghiklmnopqrstuvxy"


def with_blocks(source, blocks, **settings):
    return dataclasses.replace(source, blocks=tuple(blocks), settings={**source.settings, **settings})


def map_paragraphs(block, change):
    """The block with every paragraph of it, in tables too, changed."""
    if block == "page":
        return block
    if isinstance(block, Table):
        rows = tuple(tuple(tuple(change(p) for p in cell) for cell in row) for row in block.rows)
        return dataclasses.replace(block, rows=rows)
    return change(block)


def map_text(change):
    """A dress that changes all text, span by span; not for old fonts, which hold but the letters they were drawn for."""
    def dress(source):
        if source.settings.get("encoding", "unicode") != "unicode":
            return None
        def paragraph(p):
            return dataclasses.replace(p, spans=tuple(dataclasses.replace(s, text=change(s.text)) for s in p.spans))
        return with_blocks(source, [map_paragraphs(b, paragraph) for b in source.blocks], decomposed="0")
    return dress


def text_of(paragraph):
    return "".join(span.text for span in paragraph.spans)


def plain(kind, text):
    return Paragraph(kind, (Span(text),))


# --- formats, fonts, letters -----------------------------------------------------------------------------------

def paragraphs(source):
    """All paragraphs, those of tables too."""
    for block in source.blocks:
        if isinstance(block, Table):
            yield from (p for row in block.rows for cell in row for p in cell)
        elif block != "page":
            yield block


def fits_odf(source):
    """Whether the ODF writer has all that the source uses; old fonts and tracked changes are for DOCX alone."""
    return source.settings.get("encoding", "unicode") == "unicode" and not any(
        p.kind == "auto-chapter" or any(s.comment or s.state in ("ins", "del") for s in p.spans) for p in paragraphs(source))


def other_format(source):
    if source.settings["format"] != "docx":
        return with_blocks(source, source.blocks, format="docx")
    return with_blocks(source, source.blocks, format="odt") if fits_odf(source) else None


def flat_format(source):
    if source.settings["format"] == "fodt" or not fits_odf(source):
        return None
    return with_blocks(source, source.blocks, format="fodt")


def split_runs(source):
    """Every run cut after each third letter, as text that went through many hands is."""
    def paragraph(p):
        spans = []
        for span in p.spans:
            pieces = re.findall(r"(?s).{1,3}", span.text) if not span.comment and not span.note else None
            spans += [dataclasses.replace(span, text=t) for t in pieces] if pieces else [span]
        return dataclasses.replace(p, spans=tuple(spans))
    return with_blocks(source, [map_paragraphs(b, paragraph) for b in source.blocks])


TONES = "\u0300\u0301\u0303\u0309\u0323"
OPEN_PAIR = re.compile(rf"\b(\w*?)([oOuU])([aAeEyY])([{TONES}])(?!\w)")


def tone_marks_old(text):
    """hòa → hoà's other place: the mark on the first of two vowels goes to the second, and the other way round."""
    def swap(match):
        head, first, second, tone = match.groups()
        if first in "uU" and (second in "aAeE" or head[-1:] in "qQ"):
            return match[0]
        return head + first + tone + second
    decomposed = unicodedata.normalize("NFD", text)
    there = OPEN_PAIR.sub(swap, decomposed)
    back = re.sub(rf"\b([^\W\d_]*?)([oO])([{TONES}])([aAeE])(?!\w)|\b([^\W\d_]*?)([uU])([{TONES}])([yY])(?!\w)",
                  lambda m: (m[1] + m[2] + m[4] + m[3] if m[2] else m[5] + m[6] + m[8] + m[7]), decomposed)
    return unicodedata.normalize("NFC", there if there != decomposed else back)


def i_for_y(text):
    return re.sub(r"\b([Qq]|[Kk]|[Ll]|[Tt]|[Ss]|[Mm]|[Hh]|[QqKkLlTtSsMmHh])(u?)([ỳýỷỹỵy])\b",
                  lambda m: m[0] if (m[1] in "qQ") != (m[2] == "u") else
                  m[1] + m[2] + dict(zip("ỳýỷỹỵy", "ìíỉĩịi"))[m[3]], text)


def no_break_spaces(text):
    return re.sub(r"(Điều|Chương|khoản|điểm|số|ngày|Số|PHẦN|Mục) ", "\\1\u00a0", text)


def upper_headings(source):
    def is_heading(b):
        return b != "page" and not isinstance(b, Table) and b.kind in ("centred", "bold", "title", "heading")

    def block(b):
        if is_heading(b) and len(text_of(b)) < 120 and not text_of(b).endswith("."):
            return dataclasses.replace(b, spans=tuple(dataclasses.replace(s, text=s.text.upper()) for s in b.spans))
        return b
    return with_blocks(source, [block(b) for b in source.blocks])


def legacy_font(encoding):
    """Text as an old font holds it; letters that the font has not are written as a typist would."""
    spare = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " ", "•": "-",
                           "½": "1/2", "×": "x", "→": "-", "≥": ">=", "≤": "<=", "²": "2"})

    def dress(source):
        def encodable(text):
            try:
                legacy.tcvn3_runs(text) if encoding == "tcvn3" else legacy.vni(text)
            except (ValueError, KeyError):
                return False
            return not any(map(unicodedata.combining, text))
        changed = map_text(lambda text: unicodedata.normalize("NFC", text).translate(spare))(source)
        if not changed or not all(encodable(s.text) for p in paragraphs(changed) for s in p.spans):
            return None
        font = ".VnTime" if encoding == "tcvn3" else "VNI-Times"
        return with_blocks(changed, changed.blocks, format="docx", font=font, encoding=encoding)
    return dress


# --- structure -------------------------------------------------------------------------------------------------

def regulation_start(source):
    """Index of the block after which the regulation's own text begins: its title."""
    titles = [i for i, b in enumerate(source.blocks) if b != "page" and not isinstance(b, Table) and b.kind == "title"]
    return titles[-1] if titles else None


def body_in_table(source):
    """All that follows the title in one cell, as forms and some converters leave it."""
    start = regulation_start(source)
    if start is None:
        return None
    head, rest = source.blocks[:start + 1], source.blocks[start + 1:]
    end = next((i for i, b in enumerate(rest) if b == "page" or isinstance(b, Table)), len(rest))
    if end < 8:
        return None
    return with_blocks(source, head + (Table("table", ((tuple(rest[:end]),),)),) + rest[end:])


def automatic_numbers(source):
    """Typed numbers of articles, clauses and points become those of the word processor, where they run from 1."""
    if any(b != "page" and not isinstance(b, Table) and b.kind.startswith("auto") for b in source.blocks):
        return None
    blocks, articles, clause, point = [], [], 0, 0
    start = regulation_start(source)
    for index, block in enumerate(source.blocks):
        if block == "page" or isinstance(block, Table) or start is None or index <= start:
            blocks.append(block)
            continue
        text = text_of(block)
        article, clause_mark, point_mark = ARTICLE.match(text), CLAUSE.match(text), POINT.match(text)
        if article:
            articles.append(int(article[2]))
            clause = point = 0
            blocks.append(plain("auto-article", text[article.end():]) if text[article.end():].strip() else block)
            if not text[article.end():].strip():
                return None
        elif clause_mark and int(clause_mark[1]) == clause + 1 and articles:
            clause, point = clause + 1, 0
            blocks.append(plain("auto-clause", text[clause_mark.end():]))
        elif point_mark and clause and point < len(POINTS) and point_mark[1] == POINTS[point]:
            point += 1
            blocks.append(plain("auto-point", text[point_mark.end():]))
        elif clause_mark or point_mark:
            return None
        else:
            blocks.append(block)
    if len(articles) < 3 or articles != list(range(1, len(articles) + 1)):
        return None
    return with_blocks(source, blocks)


def roman(number):
    out = ""
    for value, sign in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += sign * (number // value)
        number %= value
    return out


def informal_numbers(source):
    """Điều 3. becomes III., as texts without articles have it; chapters become parts."""
    start = regulation_start(source)
    changed = 0

    def block(index, b):
        nonlocal changed
        if b == "page" or isinstance(b, Table) or start is None or index <= start:
            return b
        text = text_of(b)
        match = ARTICLE.match(text)
        if match and text[match.end():].strip():
            changed += 1
            return plain("bold", f"{roman(int(match[2]))}. {text[match.end():]}")
        if re.match(r"(?i)chương ", text):
            return plain(b.kind, re.sub(r"(?i)^chương ", "PHẦN ", text))
        return b
    blocks = [block(i, b) for i, b in enumerate(source.blocks)]
    return with_blocks(source, blocks) if changed >= 5 else None


def is_article(block):
    return isinstance(block, Paragraph) and ARTICLE.match(text_of(block)) is not None


def shuffled_articles(source):
    """The articles of each chapter in another order, numbered anew."""
    start = regulation_start(source)
    if start is None:
        return None
    chapters, number = [[]], 0
    for block in source.blocks[start + 1:]:
        ends = block == "page" or block.kind in ("title", "centred", "heading", "centred-italic", "auto-chapter", "sign")
        if is_article(block):
            chapters.append([block])
        elif ends:
            chapters.append(block)
        elif isinstance(chapters[-1], list):
            chapters[-1].append(block)
        else:
            chapters.append([block])
    pick = random.Random(source.name)
    out, run = [], []

    def flush():
        pick.shuffle(run)
        for article in run:
            out.extend(article)
        run.clear()
    for entry in chapters:
        if isinstance(entry, list) and entry and is_article(entry[0]):
            run.append(entry)
        else:
            flush()
            out.extend(entry if isinstance(entry, list) else [entry])
    flush()
    blocks = []
    for block in out:
        if is_article(block):
            number += 1
            block = plain(block.kind, ARTICLE.sub(lambda m: f"Điều {number}. ", text_of(block)))
        blocks.append(block)
    return with_blocks(source, source.blocks[:start + 1] + tuple(blocks)) if number >= 5 else None


ABBREVIATIONS = (
    ("cán bộ, công chức, viên chức", "CBCCVC"), ("cán bộ, giáo viên, nhân viên", "CBGVNV"), ("người sử dụng lao động", "NSDLĐ"),
    ("người lao động", "NLĐ"), ("Ủy ban nhân dân", "UBND"), ("Hội đồng nhân dân", "HĐND"), ("Thanh tra nhân dân", "TTND"),
    ("Mặt trận Tổ quốc", "MTTQ"), ("thỏa ước lao động tập thể", "TƯLĐTT"), ("quy chế dân chủ", "QCDC"))


def abbreviated(source):
    def change(text):
        for long, short in ABBREVIATIONS:
            text = re.sub(long, short, text, flags=re.IGNORECASE) if not text.isupper() else text
        return text
    start = regulation_start(source)
    if start is None:
        return None
    dressed = map_text(change)(source)
    return dressed and with_blocks(source, source.blocks[:start + 1] + dressed.blocks[start + 1:])


def noisy(source):
    """One letter in a hundred struck wrongly, doubled or left out, in text that is not a heading."""
    if source.settings.get("encoding", "unicode") != "unicode":
        return None
    pick = random.Random(source.name)

    def change(text):
        out = []
        for letter in text:
            chance = pick.random()
            if not letter.isalpha() or chance >= 0.01:
                out.append(letter)
            elif chance < 0.004:
                out.append(letter + letter)
            elif chance < 0.007:
                out.append(pick.choice("aeionhtc"))
        return "".join(out)

    def block(b):
        if b == "page" or isinstance(b, Table) or b.kind not in ("body", "auto-clause", "auto-point", "auto-dash"):
            return b
        return dataclasses.replace(b, spans=tuple(dataclasses.replace(s, text=change(s.text)) for s in b.spans))
    return with_blocks(source, [block(b) for b in source.blocks])


# name: (dress, which statuses, the least share of them that stays)
DRESSES = {
    "other-format": (other_format, "all", 1),
    "flat-format": (flat_format, "all", 1),
    "composed": (map_text(lambda t: unicodedata.normalize("NFC", t)), "all", 1),
    "decomposed": (map_text(lambda t: unicodedata.normalize("NFD", t)), "all", 1),
    "tone-marks": (map_text(tone_marks_old), "all", 1),
    "i-for-y": (map_text(i_for_y), "all", 1),
    "no-break-spaces": (map_text(no_break_spaces), "all", 1),
    "upper-headings": (upper_headings, "all", 1),
    "split-runs": (split_runs, "all", 1),
    "tcvn3": (legacy_font("tcvn3"), "all", 1),
    "vni": (legacy_font("vni"), "all", 1),
    "body-in-table": (body_in_table, "all", 1),
    "automatic-numbers": (automatic_numbers, "all", 0.999),
    "informal-numbers": (informal_numbers, "all", 0.995),  # an article that stood outside every chapter may fall into one
    "shuffled-articles": (shuffled_articles, "all", 0.985),  # what a chapter of one text holds may now follow another's title
    "abbreviated": (abbreviated, "all", 0.995),
    "noisy": (noisy, "groups", 0.95),
}
