"""Tiny input files by name, each showing one thing."""
import io
import struct
import sys
import zipfile
import zlib

TYPES = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/>'
         '<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/>'
         '</Types>')
RELS = ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'officeDocument" Target="{part}"/></Relationships>')
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = {"part": "word/document.xml", "kind": "wordprocessingml.document"}


def package(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def ooxml(part, kind, text):
    return package({"[Content_Types].xml": TYPES.format(part=part, kind=kind),
                    "_rels/.rels": RELS.format(part=part), part: text})


def docx(body, before=""):
    text = (f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body>'
            '</w:document>')
    return ooxml(text=text, **TEXT)


def paragraphs(*lines):
    return "".join(f'<w:p><w:r><w:t xml:space="preserve">{line}</w:t></w:r></w:p>' for line in lines)


def opendocument(kind, extra=""):
    return package({
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "META-INF/manifest.xml":
            '<?xml version="1.0"?><manifest:manifest '
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
            f'manifest:full-path="content.xml" manifest:media-type="text/xml">{extra}</manifest:file-entry>'
            '</manifest:manifest>',
        "content.xml": "<x/>"})


def ole(stream):
    """An OLE compound file whose one stream has the name ([MS-CFB])."""
    header = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) +
              b"\0" * 6 + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) +
              struct.pack("<109I", 0, *([0xFFFFFFFF] * 108)))
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *([0xFFFFFFFF] * 126))

    def entry(name, kind, child=0xFFFFFFFF):
        encoded = (name + "\0").encode("utf-16-le")
        return (encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF,
                                                       child) + b"\0" * 36 + struct.pack("<IQ", 0xFFFFFFFE, 0))

    return header + table + entry("Root Entry", 5, 1) + entry(stream, 2) + b"\0" * 2304


def png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b""))


SLOGANS = paragraphs(
    "SỞ A", "QUY CHẾ", "Thực hiện dân chủ trong hoạt động của Sở A", "Chương I", "NHỮNG QUY ĐỊNH CHUNG",
    "Điều 1. Mục đích", "Phát huy quyền làm chủ của cán bộ, công chức, góp phần xây dựng cơ quan trong sạch, "
    "vững mạnh, nâng cao hiệu quả công tác và phòng chống tham nhũng, lãng phí.",
    "Điều 2. Nguyên tắc", "Dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát, dân thụ hưởng; công khai, "
    "minh bạch trong mọi hoạt động của cơ quan.",
    "Điều 3. Hiệu lực thi hành", "Quy chế này có hiệu lực kể từ ngày ký ban hành.")


def deep(levels):
    return "<w:sdt><w:sdtContent>" * levels + "</w:sdtContent></w:sdt>" * levels


def nested_tables(levels):
    return "<w:tbl><w:tr><w:tc>" * levels + paragraphs("x") + "</w:tc></w:tr></w:tbl>" * levels


FILES = {
    "empty.docx": lambda: b"",
    "noise.docx": lambda: bytes(range(1, 256)) * 4,
    "old.docx": lambda: ole("WordDocument"),
    "locked.docx": lambda: ole("EncryptedPackage"),
    "locked.odt": lambda: opendocument("text", "<manifest:encryption-data/>"),
    "rich.docx": lambda: rb"{\rtf1\ansi Quy ch\'ea}",
    "print.pdf": lambda: b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\n",
    "page.doc": lambda: "<!DOCTYPE html><html><body>Quy chế</body></html>".encode(),
    "scan.docx": png,
    "sheet.docx": lambda: ooxml("xl/workbook.xml", "spreadsheetml.sheet", "<workbook/>"),
    "slides.odt": lambda: opendocument("presentation"),
    "broken.docx": lambda: docx(SLOGANS)[:-60],
    "badxml.docx": lambda: docx("<w:p>"),
    "doctype.docx": lambda: docx(SLOGANS, '<!DOCTYPE x [<!ENTITY a "b">]>'),
    "nomain.docx": lambda: package({"[Content_Types].xml": TYPES.format(**TEXT), "_rels/.rels": RELS.format(**TEXT)}),
    "notext.docx": lambda: docx("<w:p/>"),
    "deep.docx": lambda: docx(deep(400)),
    "tables.docx": lambda: docx(nested_tables(30)),
    "bomb.docx": lambda: docx("<w:p/>" + " " * (40 << 20)),
    "entries.docx": lambda: package({"[Content_Types].xml": TYPES.format(**TEXT)} | {f"e{i}": "" for i in range(6000)}),
    "slogans.docx": lambda: docx(SLOGANS),
    "marks.docx": lambda: docx(paragraphs("trước\u202esau")),
    "layers.docx": lambda: docx(paragraphs("thân") +
                                "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>"),
}


def make(name, target):
    if name not in FILES:
        sys.exit(f"make_files.py: no file “{name}”")
    with open(target, "wb") as out:
        out.write(FILES[name]())
