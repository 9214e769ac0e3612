"""Attacks of correct markup and plain words, as many of one thing as a file may hold, stored and not deflated: no ratio ends
them before the reader or the judge has them."""
from packages import (GOOD, LINES, OFFICE, docx_entries, document, odt_entries, open_content, open_paragraphs, paragraph,
                      root)
from zips import archive

CONSONANTS = "BCDGHKLMNPQRST"


def stored(entries):
    for entry in entries:
        entry.store()
    return archive(entries)


def docx(body, before="", **side):
    return stored(docx_entries(document(before + GOOD + body), **side))


def odt(body, styles=""):
    return stored(odt_entries(open_content(open_paragraphs(LINES) + body, styles=styles)))


def paragraphs(texts):
    return "".join(map(paragraph, texts))


def letters(number, count=5):
    return "".join(CONSONANTS[number // 14 ** place % 14] for place in range(count))


def words(number, count=5):
    return " ".join(letter + "anh" for letter in letters(number, count))


def listed(item, level=0):
    return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{item}"/></w:numPr></w:pPr>'


def list_definitions(count):
    """That many lists, each with a definition and a beginning of its own, and a paragraph of each by turns."""
    numbering = "".join(f'<w:abstractNum w:abstractNumId="{i}"><w:lvl w:ilvl="0"><w:start w:val="{i}"/><w:numFmt w:val="decimal"/>'
                        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' for i in range(count))
    numbering += "".join(f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i * 7919 % count}"/><w:lvlOverride w:ilvl="0">'
                         f'<w:startOverride w:val="{i}"/></w:lvlOverride></w:num>' for i in range(count))
    return docx("".join(paragraph("Công khai kế hoạch", listed(i * 7919 % count + 1)) for i in range(2 * count)),
                numbering=root("numbering", numbering))


def linked_lists(count):
    """Each list is said to be the list of the style of the next."""
    numbering = "".join(f'<w:abstractNum w:abstractNumId="{i}"><w:numStyleLink w:val="L{i + 1}"/></w:abstractNum>'
                        f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(count))
    styles = "".join(f'<w:style w:type="numbering" w:styleId="L{i}"><w:pPr><w:numPr><w:numId w:val="{i + 1}"/></w:numPr></w:pPr>'
                     "</w:style>" for i in range(count))
    return docx("".join(paragraph("Công khai kế hoạch", listed(i + 1)) for i in range(count)), styles=root("styles", styles),
                numbering=root("numbering", numbering))


def notes_in_a_circle(count):
    """Each footnote has a reference to the next, the last to the first."""
    notes = "".join(f'<w:footnote w:id="{i}"><w:p><w:r><w:t>Không công khai {i}</w:t><w:footnoteReference w:id="{(i + 1) % count}"/>'
                    "</w:r></w:p></w:footnote>" for i in range(count))
    return docx("".join(f'<w:p><w:r><w:t>Công khai kế hoạch {i}</w:t><w:footnoteReference w:id="{i}"/></w:r></w:p>'
                        for i in range(count)), footnotes=root("footnotes", notes))


def fields_without_an_end(count):
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> IF </w:instrText></w:r>'
    return docx("".join(f"<w:p>{begin}<w:r><w:t>Công khai kế hoạch {i}</w:t></w:r></w:p>" for i in range(count)) +
                f"<w:p>{begin * count}</w:p>")


def nested_alternates(levels):
    """Twice as many readings a level, if both branches were read."""
    space = ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    inner = paragraph("Công khai dự toán")
    for _ in range(levels):
        inner = (f"<mc:AlternateContent{space}><mc:Choice Requires='w'>{inner}</mc:Choice><mc:Fallback><w:p/></mc:Fallback>"
                 "</mc:AlternateContent>")
    return docx(inner)


def text_boxes(count):
    box = ('<w:r><w:t>và</w:t><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>' +
           paragraph("Công khai dự toán") + "</w:txbxContent></v:textbox></w:pict></w:r>")
    return docx(f"<w:p>{box * count}</w:p>")


def deleted_breaks(count):
    """Paragraphs whose ends are tracked as deleted, so that all are one."""
    gone = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
    return docx(paragraph("Công khai kế hoạch; ", gone) * count + paragraph("hết"))


def links_and_bookmarks(count):
    return docx("".join(f'<w:p><w:bookmarkStart w:id="{i}" w:name="b{i}"/><w:hyperlink w:anchor="b{i * 7919 % count}" r:id="x{i}" '
                        f'xmlns:r="{OFFICE}"><w:r><w:t>Công khai kế hoạch</w:t></w:r></w:hyperlink></w:p>' for i in range(count)))


def continued_lists(count):
    """Each list goes on with the one before it."""
    style = ('<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
             'style:num-suffix="."/></text:list-style>')
    return odt("".join(f'<text:list xml:id="l{i}" text:continue-list="l{i - 1}" text:style-name="L"><text:list-item>'
                       "<text:p>Công khai kế hoạch</text:p></text:list-item></text:list>" for i in range(count)), style)


def tracked_changes(count):
    regions = "".join(f'<text:changed-region text:id="c{i}"><text:deletion><text:p>Không công khai {i}</text:p></text:deletion>'
                      f'</text:changed-region>' for i in range(count))
    return odt(f"<text:tracked-changes>{regions}</text:tracked-changes>" + "".join(
        f'<text:p>Công khai<text:change text:change-id="c{i * 7919 % count}"/> kế hoạch<text:change-start text:change-id="i{i}"/></text:p>'
        for i in range(count)))


def contents(count):
    return docx(paragraph("MỤC LỤC") + paragraphs(f"Điều {i}. Công khai kế hoạch ........ {i}" for i in range(count)))


def defined_short_forms(count):
    return docx(paragraphs(f"{words(i)} (sau đây viết tắt là {letters(i)})" for i in range(count)) +
                paragraphs(f"{letters(i * 7919 % count)} công khai kế hoạch" for i in range(count)))


def long_short_form(count):
    """A short form of forty letters, each of which stands for a word of twelve, that many times."""
    form = (CONSONANTS * 3)[:40]
    return docx(paragraph(f"{' '.join(letter + 'anhanhanhanh' for letter in form)} (sau đây viết tắt là {form})") +
                paragraph(f"{form} " * count))


def letterhead(count):
    return docx("", before=paragraphs(f"{('UBND XÃ', 'TRƯỜNG THCS')[i % 2]} {letters(i)}" for i in range(count)))


def numbered_references(count):
    return docx(paragraphs(f"{i % 800 + 4}. Từ Điều 1 đến Điều 999999999 và từ khoản 1 đến khoản {10 ** 9 + i} Điều {i} Quy chế này "
                           "không công khai." for i in range(count)))


def lines_that_go_on(count):
    """Sentences that refuse what the sentence before them named, in one paragraph."""
    return docx(paragraph("Quy hoạch là việc chuyên môn. Vì lẽ đó xã không hỏi dân. Kế hoạch năm. " * count))


def quantities(count):
    return docx(paragraph(" ".join(f"công khai trong {i} ngày làm việc, ít nhất {i} phần ba, hai mươi lăm phần trăm" for i in range(count))))


ATTACKS = {
    "list-definitions": lambda: list_definitions(10000),
    "linked-lists": lambda: linked_lists(10000),
    "notes-in-a-circle": lambda: notes_in_a_circle(20000),
    "fields-without-an-end": lambda: fields_without_an_end(40000),
    "nested-alternates": lambda: nested_alternates(60),
    "text-boxes": lambda: text_boxes(30000),
    "deleted-breaks": lambda: deleted_breaks(60000),
    "links-and-bookmarks": lambda: links_and_bookmarks(30000),
    "continued-lists-odt": lambda: continued_lists(30000),
    "tracked-changes-odt": lambda: tracked_changes(30000),
    "contents": lambda: contents(30000),
    "defined-short-forms": lambda: defined_short_forms(12000),
    "long-short-form": lambda: long_short_form(100000),
    "letterhead": lambda: letterhead(40000),
    "numbered-references": lambda: numbered_references(10000),
    "lines-that-go-on": lambda: lines_that_go_on(15000),
    "quantities": lambda: quantities(10000),
}
