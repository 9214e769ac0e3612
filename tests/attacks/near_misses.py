"""Texts that come near to matching: for every phrase of the rules, every raw expression in them, and every pattern of
citations, what makes a backtracking matcher try the most before it gives up."""
import glob
import os
import re
import sys
import xml.etree.ElementTree as tree

if sys.version_info >= (3, 11):
    from re import _parser as sre
else:
    import sre_parse as sre
from packages import ROOT

MOST_REPEATS = 40
RAW = re.compile(r"/((?:[^/\\]|\\.)+)/")


def phrases():
    for path in sorted(glob.glob(os.path.join(ROOT, "rules", "*.xml"))):
        for element in tree.parse(path).iter("phrase"):
            yield element.text.strip()


def sample_set(items):
    kind, value = items[0]
    if str(kind) == "NEGATE":
        return " "
    return {"LITERAL": lambda: chr(value), "RANGE": lambda: chr(value[1]),
            "CATEGORY": lambda: "7" if "DIGIT" in str(value) else " " if "SPACE" in str(value) else "a"}[str(kind)]()


def sample(parsed):
    """A text that the expression matches, with every repetition as often as it may."""
    out = []
    for kind, value in parsed:
        kind = str(kind)
        if kind == "LITERAL":
            out.append(chr(value))
        elif kind == "IN":
            out.append(sample_set(value))
        elif kind == "CATEGORY":
            out.append(sample_set([(kind, value)]))
        elif kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            out.append(sample(value[2]) * min(int(value[1]), MOST_REPEATS))
        elif kind == "SUBPATTERN":
            out.append(sample(value[3]))
        elif kind == "BRANCH":
            out.append(max((sample(branch) for branch in value[1]), key=len))
        elif kind in ("ANY", "NOT_LITERAL"):
            out.append("a")
    return "".join(out)


def raw_expressions():
    return sorted({found for phrase in phrases() for found in RAW.findall(phrase)})


def near_raw(expression):
    """Matches cut short, run together and spoilt at the end. Possessive marks are nothing to a generator."""
    plain = re.sub(r"([+*?}])\+", r"\1", expression.replace("\\/", "/").replace("(?i)", ""))
    whole = sample(sre.parse(plain))
    return " ".join([whole * 30 + "!", whole[:-1] * 60, (whole + " ") * 30, (whole[:-1] + " ") * 60])


def words_of(phrase):
    plain = RAW.sub("7", re.sub(r"!\{.*", "", phrase))
    return re.findall(r"[^\W_]+", re.sub(r"@[\w-]+|<\d+>", " cán bộ ", plain))


def near_phrase(phrase, times):
    """Its words but the last, over and over in one sentence, so that every gap and option is tried from each place."""
    words = words_of(phrase)
    return " ".join((words[:-1] or words) * times)


def acts():
    """Names and numbers of acts, and names of the bodies that issue them, as the table of instruments has them."""
    found = set()
    for element in tree.parse(os.path.join(ROOT, "rules", "instruments.xml")).iter():
        found |= {element.get(key) for key in ("name", "number", "issuer", "symbol") if element.get(key)}
        if element.tag in ("name", "unlisted") and element.text:
            found.add(element.text.strip())
    return sorted(found)


def near_citations():
    """Cut short and spoilt: what stands before a number, the number, its symbol, what may follow it, and what ends it."""
    kinds = ("Nghị quyết liên tịch", "Thông tư liên tịch", "Bộ luật", "Quyết định", "NQLT", "ND")
    filler = " ( đã được ban hành, thông qua, Quốc hội nước " + "cộng hòa xã hội " * 3 + "Việt Na, khóa XV, kỳ họp thứ 9 "
    for kind in kinds:
        yield f"{kind} số: 1234-NĐ/2015/NĐ- " * 30 + f"{kind} số 12/" + "a-" * 200
        yield f"{kind} 1/2015/TTLT-" + "abcdefghijkl-mnopqrstuvwxyzab-" * 40 + "9/9"
        yield f"{kind} số 1/2015/NĐ-CP" + filler * 20 + "ngày 9 tháng 9 năm 209"
        yield "thay thế " + "bãi bỏ hủy bỏ " * 12 + f"{kind} số 1/2015/NĐ-CP " + "hết hiệu lự được thay thế bở " * 5
        yield "1/2 " * 500 + "1/1998, 2/1999, " * 100
    for act in acts():
        yield f"{act[:-1]}! " * 10 + f"ngày 1/1/2015 của {act[:-1]} " * 10
