"""Legacy Vietnamese encodings for the writers: TCVN3 (.VnTime fonts) and VNI (VNI-Times fonts).

Old offices saved such text as Latin-1 code points under a font that draws them as Vietnamese letters.
"""

import unicodedata

TCVN3_LETTERS = (
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ"
)
TCVN3_BYTES = bytes.fromhex(
    "b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacbaecccecfd0d1aad2d3d4d5d6d7d8dcdddedfe1e2e3e4abe5e6e7e8e9aceaebecedee"
    "eff1f2f3f4adf5f6f7f8f9fafbfcfdfea1a2a3a4a5a6a7"
)
TCVN3 = dict(zip(TCVN3_LETTERS, TCVN3_BYTES.decode("latin-1")))

# VNI writes the base letter, then a letter that stands for its marks; i, y-dot, o-horn, u-horn and d-stroke are single.
VNI_TONES = {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "": ""}
VNI_CIRCUMFLEX = {"\u0300": "à", "\u0301": "á", "\u0309": "å", "\u0303": "ã", "\u0323": "ä", "": "â"}
VNI_BREVE = {"\u0300": "è", "\u0301": "é", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë", "": "ê"}
VNI_SINGLE = {"ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def tcvn3_runs(text):
    """Split text into (encoded, capitals) pieces; capitals pieces need the H twin of the font.

    TCVN3 has no codes for capitals with tones: typists set the small letter in the capitals font.
    """
    text = unicodedata.normalize("NFC", text)
    letters = [c for c in text if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return [("".join(TCVN3.get(c, c) for c in text.lower()), True)]
    runs = []
    for letter in text:
        capital = letter.isupper() and ord(letter) > 127 and letter not in TCVN3
        code = TCVN3.get(letter.lower() if capital else letter, letter)
        if ord(code) > 255:
            raise ValueError(f"no TCVN3 code for {letter!r}")
        if runs and runs[-1][1] == capital:
            runs[-1] = (runs[-1][0] + code, capital)
        else:
            runs.append((code, capital))
    return runs


def _vni_letter(letter):
    """Encode one small letter in VNI."""
    if letter in VNI_SINGLE:
        return VNI_SINGLE[letter]
    marks = unicodedata.normalize("NFD", letter)
    base, marks = marks[0], marks[1:]
    tone = "".join(m for m in marks if m in VNI_TONES)
    if "\u0302" in marks:
        return base + VNI_CIRCUMFLEX[tone]
    if "\u0306" in marks:
        return base + VNI_BREVE[tone]
    if "\u031b" in marks:
        base = {"o": "ô", "u": "ö"}[base]
    return base + VNI_TONES[tone]


def vni(text):
    """Encode text in VNI, as the Latin-1 characters that a file carries."""
    encoded = []
    for letter in unicodedata.normalize("NFC", text):
        if ord(letter) < 128 or not letter.isalpha():
            encoded.append(letter)
        elif letter.isupper():
            encoded.append(_vni_letter(letter.lower()).upper())
        else:
            encoded.append(_vni_letter(letter))
    return "".join(encoded)
