"""Attacks on what judges a text: phrases, citations, sections, refusals and checks of form, each with as much of what one of them
weighs as a file may hold."""
import near_misses
from packages import GOOD, LINES, docx, document, flat, open_paragraphs, paragraph

GOOD_WARD = GOOD.replace(LINES[0], "UBND XÃ HÒA AN</w:t></w:r></w:p><w:p><w:r><w:t>TRƯỜNG THCS LÊ LỢI")


def near_raws():
    return docx(document(GOOD + "".join(paragraph(escaped(near_misses.near_raw(expression)))
                                        for expression in near_misses.raw_expressions())))


def near_phrases(times):
    return docx(document(GOOD + "".join(paragraph(escaped(near_misses.near_phrase(phrase, times)))
                                        for phrase in near_misses.phrases())))


def near_phrases_together(times):
    """All of them as one sentence, in which every phrase finds words of all the others."""
    near = " ".join(near_misses.near_phrase(phrase, times) for phrase in near_misses.phrases())
    return docx(document(GOOD + paragraph("1. " + escaped(near))))


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def one_word(count, word):
    return docx(document(GOOD + paragraph(f"{word} " * count)))


def refused_references(count):
    return docx(document(GOOD + "".join(
        paragraph(f"{i}. Việc ở điểm a khoản 1 Điều 9999, khoản {i + 1}, 3.1.4, dòng 7 Bảng 9 không công khai cho viên chức.")
        for i in range(1, count))))


def refused_entries(count):
    """Entries that are there: as many clauses and rows as there are sentences that refuse them, and one row that all refuse."""
    rows = "".join(f"<w:tr><w:tc>{paragraph(i)}</w:tc><w:tc>{paragraph('kế hoạch năm')}</w:tc></w:tr>" for i in range(1, count))
    return docx(document(GOOD + paragraph("Điều 8. Nội dung công khai") +
                         "".join(paragraph(f"{i}. Kế hoạch năm.") for i in range(1, count)) + paragraph("Bảng 1") + f"<w:tbl>{rows}"
                         f"<w:tr><w:tc>{paragraph(0)}</w:tc><w:tc>{paragraph('dự toán') * count}</w:tc></w:tr></w:tbl>" +
                         paragraph("Điều 9. Giới hạn") +
                         "".join(paragraph(f"{i}. Việc ở khoản {i} Điều 8, dòng {i}, 0 Bảng 1 không công khai.") for i in range(1, count))))


def refused_lists(count):
    return docx(document(GOOD + "".join(paragraph(f"Không công khai những việc sau {i}:") for i in range(count))))


def citations(count):
    return docx(document(GOOD + paragraph("Căn cứ Luật số 10/2022/QH15 ngày 10 tháng 11 năm " * count +
                                          "Nghị định số " * count + "0/" * count)))


def distinct_citations(count, day=1):
    """Decrees that nobody knows, each cited once; those of another day are others."""
    return docx(document(GOOD + "".join(
        paragraph(f"Căn cứ Nghị định số {i % 9000 + 1}/{1990 + i // 9000 + 10 * day}/NĐ-CP của Chính phủ;") for i in range(count))))


def near_citations():
    return docx(document(GOOD + "".join(paragraph(escaped(text)) for text in near_misses.near_citations())))


def varied(text, count):
    """So many times the text in one paragraph, each with a number of its own."""
    return docx(document(GOOD_WARD + paragraph("1. " + "".join(f"{text} {i * 2654435761 % 9999991:07d} " for i in range(count)))))


def joined_clauses(count):
    """A sentence of so many clauses, each of which may open the list behind the last."""
    return docx(document(GOOD + paragraph("1. " + "; ".join(f"việc {i * 7919 % 100003} phải công khai các nội dung" for i in range(count)) + ":")))


def noted_line(count):
    """Footnotes of one line, each of which refuses what the line says."""
    notes = "".join(f'<text:note text:note-class="footnote"><text:note-citation>{i}</text:note-citation><text:note-body>'
                    f"<text:p>Việc này không công khai.</text:p></text:note-body></text:note>" for i in range(count))
    return flat(open_paragraphs(LINES) + f"<text:p>4. Công khai kế hoạch năm{notes}.</text:p>")


def long_name(length):
    """A body whose name is one word of that length."""
    return flat(open_paragraphs(["TRƯỜNG THCS " + "K" * length, *LINES[1:]]))


def lead_ins(count):
    """Lists in lists in lists: what each paragraph opens holds all that follow it."""
    return docx(document(GOOD + "".join(paragraph(f"Công khai các nội dung sau {i * 7919 % 100003}:") for i in range(count))))


def cell(paragraphs):
    return f"<w:tc>{paragraphs}</w:tc>"


def one_row(count):
    """A row of so many cells, each of which may be the title of the others."""
    return docx(document(GOOD + "<w:tbl><w:tr>" + "".join(cell(paragraph(f"Những nội dung công khai {i * 7919 % 100003}"))
                                                          for i in range(count)) + "</w:tr></w:tbl>"))


def column_heads(count):
    """A first row of so many heads, of two columns by turns, and as many rows below."""
    heads = "".join(f'<w:trPr><w:gridBefore w:val="{i % 2}"/></w:trPr>' + cell(paragraph(f"Những nội dung công khai {i * 7919 % 100003}"))
                    for i in range(count))
    rows = "".join(f"<w:tr>{cell(paragraph(f'kế hoạch {i * 7919 % 100003}'))}</w:tr>" for i in range(count))
    return docx(document(GOOD + f"<w:tbl><w:tr>{heads}</w:tr>{rows}</w:tbl>"))


def cells_of_no(count):
    """Below two heads a row of two cells, each of which says no in so many paragraphs."""
    def no(column):
        return cell("".join(paragraph(f"Không, để tra cứu {i * 7919 % 100003}") for i in range(column, count, 2)))
    heads = cell(paragraph("Công khai")) + cell(paragraph("Niêm yết"))
    return docx(document(GOOD + f"<w:tbl><w:tr>{heads}</w:tr><w:tr>{no(0)}{no(1)}</w:tr></w:tbl>"))


def references(count):
    """An article of that many clauses, and references to the last of them and to ones that are not there."""
    there = "".join(paragraph(f"{i % 800 + 1}. Kế hoạch số {i * 7919 % 100003}.") for i in range(count)) + paragraph("801. Khác.")
    near = ", ".join(["801"] * 10)
    gone = ", ".join(str(802 + i) for i in range(10))
    return docx(document(GOOD + paragraph("Điều 4. Nhiệm vụ") + there + paragraph("Điều 5. Dẫn chiếu") + "".join(
        paragraph(f"{i % 800 + 1}. Theo khoản {near} Điều 4 của Quy chế này; theo Luật An, khoản {gone} Điều 4 thì làm.")
        for i in range(2000))))


def annexes(count):
    """Mentions of an annex, and that many annexes of other numbers."""
    mentions = "".join(paragraph(f"{i}. Theo mẫu tại Phụ lục 99999 kèm theo Quy chế này.") for i in range(4, 600))
    return docx(document(GOOD + mentions + "".join(paragraph(f"PHỤ LỤC {i}") + paragraph("(Kèm theo Quy chế)")
                                                   for i in range(1, count))))


def abbreviations(count):
    """As many different ones as the text has words."""
    letters = "BCDGHKLMNPQRST"
    return docx(document(GOOD + paragraph("1. " + "".join(
        "và " + "".join(letters[i * 2654435761 % (1 << 32) // 14 ** k % 14] for k in range(6)) + " " for i in range(count)))))


def many_articles(count):
    return docx(document("".join(paragraph(f"Điều {i}. Công khai") for i in range(count))))


def deep_numbers():
    return docx(document(GOOD + paragraph("1." * 100000 + " Công khai") + paragraph("Điều " + "9" * 100000 + ". Công khai") +
                         paragraph("Chương " + "M" * 100000)))


ATTACKS = {
    "near-raws": near_raws,
    "near-phrases": lambda: near_phrases(3),
    "near-phrases-long": lambda: near_phrases(10),
    "near-phrases-together": lambda: near_phrases_together(3),
    "denials": lambda: varied("không công khai kế hoạch năm,", 60000),
    "weak-verbs": lambda: varied("có thể công khai kế hoạch năm,", 60000),
    "exceptions": lambda: varied("trừ công khai kế hoạch năm,", 60000),
    "items-together": lambda: varied("công khai kế hoạch năm, dự toán, quyết toán, tuyển dụng, khen thưởng,", 40000),
    "lead-ins": lambda: lead_ins(80000),
    "joined-clauses": lambda: joined_clauses(40000),
    "noted-line": lambda: noted_line(120000),
    "long-name": lambda: long_name(2000000),
    "one-row": lambda: one_row(120000),
    "column-heads": lambda: column_heads(60000),
    "cells-of-no": lambda: cells_of_no(60000),
    "one-word": lambda: one_word(250000, "và"),
    "one-letter": lambda: one_word(300000, "a"),
    "refused-lists": lambda: refused_lists(60000),
    "refused-references": lambda: refused_references(16000),
    "refused-entries": lambda: refused_entries(16000),
    "digits": lambda: docx(document(GOOD + paragraph("7" * 1000000))),
    "brackets": lambda: docx(document(GOOD + paragraph("(" * 500000 + "{" * 500000))),
    "citations": lambda: citations(5000),
    "near-citations": near_citations,
    "citations-with-subjects": lambda: varied("Nghị định số 1/2000/NĐ-CP về việc", 20000),
    "units": lambda: varied("xã Minh Phú, trường THCS Văn Quán", 60000),
    "units-in-capitals": lambda: varied("XÃ MINH PHÚ TRƯỜNG THCS VĂN QUÁN", 60000),
    "terms": lambda: varied("Luật này, Nghị định này, thanh tra nhân dân huyện", 30000),
    "references": lambda: references(20000),
    "annexes": lambda: annexes(50000),
    "abbreviations": lambda: abbreviations(100000),
    "articles": lambda: many_articles(50000),
    "deep-numbers": deep_numbers,
    "chapters": lambda: docx(document(GOOD + "".join(
        paragraph(f"Chương {'XVILC'[i % 5]}") + paragraph(f"NỘI DUNG {i}") for i in range(40000)))),
}
