"""Parts of documents: a good regulation, and the DOCX and ODT packages around whatever part is hostile."""
import os

from zips import Entry, archive

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
TYPES = (DECLARATION + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
         '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')


def relations(pairs):
    return (DECLARATION + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
            "".join(f'<Relationship Id="r{i}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                    for i, (kind, target) in enumerate(pairs)) + "</Relationships>").encode()


def paragraph(text, properties=""):
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


LINES = ("SỞ NỘI VỤ LAM SƠN", "QUY CHẾ", "Thực hiện dân chủ trong hoạt động của Sở Nội vụ Lam Sơn", "Chương I",
         "NHỮNG QUY ĐỊNH CHUNG", "Điều 1. Phạm vi điều chỉnh", "Quy chế này quy định việc thực hiện dân chủ ở cơ quan.",
         "Chương II", "NHỮNG NỘI DUNG CÔNG KHAI", "Điều 2. Những nội dung phải công khai",
         "1. Kế hoạch công tác hằng năm của cơ quan.", "2. Dự toán, quyết toán kinh phí hằng năm.",
         "3. Tuyển dụng, đào tạo, bồi dưỡng cán bộ, công chức.", "Điều 3. Hình thức công khai",
         "1. Niêm yết tại trụ sở ít nhất 30 ngày liên tục.", "2. Thông báo tại hội nghị cán bộ, công chức.")
GOOD = "".join(map(paragraph, LINES))


def document(body, before="", attributes=""):
    return f'{DECLARATION}{before}<w:document xmlns:w="{WORD}"{attributes}><w:body>{body}</w:body></w:document>'


def encoded(text):
    return text if isinstance(text, bytes) else text.encode()


def docx_entries(main, **side):
    """main: the main part, text or bytes or a ready Entry; side: styles=, numbering=, footnotes= … as parts."""
    parts = [Entry("[Content_Types].xml", TYPES.encode()),
             Entry("_rels/.rels", relations([("officeDocument", "word/document.xml")]))]
    if side:
        parts.append(Entry("word/_rels/document.xml.rels", relations([(kind, f"{kind}.xml") for kind in side])))
    parts.append(main if isinstance(main, Entry) else Entry("word/document.xml", encoded(main)))
    return parts + [Entry(f"word/{kind}.xml", encoded(text)) for kind, text in side.items()]


def docx(main, **side):
    return archive(docx_entries(main, **side))


def root(name, content):
    return f'{DECLARATION}<w:{name} xmlns:w="{WORD}">{content}</w:{name}>'


SPACES = "".join(f' xmlns:{prefix}="{OPEN}{prefix}:1.0"' for prefix in ("office", "text", "table", "style"))


def open_paragraphs(lines):
    return "".join(f"<text:p>{line}</text:p>" for line in lines)


def flat(body, before="", styles="", declaration=DECLARATION):
    return (f'{declaration}{before}<office:document{SPACES} office:version="1.3" '
            f'office:mimetype="application/vnd.oasis.opendocument.text">{styles}<office:body><office:text>{body}'
            "</office:text></office:body></office:document>")


def odt_entries(content, styles=None):
    parts = [Entry("mimetype", b"application/vnd.oasis.opendocument.text", method=0), Entry("content.xml", content.encode())]
    return parts + ([Entry("styles.xml", styles.encode())] if styles else [])


def odt(content, styles=None):
    return archive(odt_entries(content, styles))


def open_content(body, before="", styles=""):
    return (f'{DECLARATION}{before}<office:document-content{SPACES} office:version="1.3">'
            f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>")
