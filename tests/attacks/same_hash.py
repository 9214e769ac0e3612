"""Names that are one to a hash that everybody knows (g_str_hash, Bernstein's: "Ez" and "FY" have the same), so that a table
of them would be a list."""
from packages import GOOD, LINES, docx, document, odt, open_content, open_paragraphs, root

BITS = 18


def names(count):
    return ("".join("Ez" if number >> bit & 1 else "FY" for bit in range(BITS)) for number in range(count))


def styles_of_one_hash(count):
    styles = "".join(f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>' for name in names(count))
    return docx(document(GOOD), styles=root("styles", styles))


def styles_of_one_hash_odt(count):
    return odt(open_content(open_paragraphs(LINES), styles="".join(
        f'<style:style style:name="{name}" style:family="paragraph"/>' for name in names(count))))


def lists_of_one_hash(count):
    return odt(open_content(open_paragraphs(LINES) + "".join(
        f'<text:list xml:id="{name}" text:continue-list="{name}"><text:list-item><text:p>a</text:p></text:list-item></text:list>'
        for name in names(count))))
