#!/usr/bin/env python3
"""The text report of every regulation of the corpus agrees with itself and with the JSON: whoever adds up its lists
comes to the numbers of its verdict, and no line is wider than it may be."""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RASOAT = os.environ.get("RASOAT", os.path.join(ROOT, "build", "rasoat"))
WIDTH = 80
HEADINGS = {"conflicts": "NỘI DUNG TRÁI QUY ĐỊNH", "gaps": "NỘI DUNG BẮT BUỘC CÒN THIẾU HOẶC CHƯA ĐỦ",
            "advice": "NÊN BỔ SUNG"}


def reports():
    """(JSON, text) of each document, of one run."""
    files = sorted(path for kind in ("docx", "odt", "fodt") for path in glob.glob(f"{ROOT}/corpus/*.{kind}"))
    environment = {"PATH": os.environ["PATH"], "RASOAT_RULES": os.path.join(ROOT, "rules")}
    environment |= {key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")}
    with tempfile.TemporaryDirectory(prefix="rasoat-report-") as folder:
        lines = os.path.join(folder, "r.jsonl")
        done = subprocess.run([RASOAT, "check", "-f", "text", "-f", "jsonl", "-o", lines, *files], env=environment,
                              capture_output=True, text=True, check=False)
        assert done.returncode == 3 and not done.stderr, (done.returncode, done.stderr)
        with open(lines, encoding="utf-8") as file:
            records = [json.loads(line) for line in file]
    texts = done.stdout.split("\n" + "─" * WIDTH + "\n")
    assert len(texts) == len(records) == len(files) > 0
    return list(zip(records, texts))


def number(pattern, text):
    found = re.search(pattern, text)
    return int(found.group(1)) if found else 0


def part(text, heading):
    """The lines from a heading to the next."""
    found = re.search(rf"^{heading}.*\n((?:(?!(?:{'|'.join(HEADINGS.values())}|VĂN BẢN ĐƯỢC|THỂ THỨC|LƯU Ý|CHƯA KẾT))"
                      r".*\n?)*)", text, re.M)
    return found.group(1) if found else ""


def marked(text, mark):
    return len(re.findall(rf"^ *\d+\. {mark}", text, re.M))


def sums(text):
    """What the verdict says, and what the lists hold."""
    verdict = " ".join(re.search(r"^Kết luận: ((?:.+\n)+)", text, re.M).group(1).split())
    gaps, whole = part(text, HEADINGS["gaps"]), number(r"ở (\d+) phần thiếu hẳn", verdict)
    missing = number(r"thiếu (\d+) nội dung", verdict) - number(r"\((\d+) ở \d+ phần", verdict)
    said = (number(r"(\d+) nội dung trái", verdict), missing + whole, number(r"(\d+) nội dung có nhưng", verdict))
    return said, (marked(part(text, HEADINGS["conflicts"]), "!"), marked(gaps, "✗"), marked(gaps, "±"))


def table(text):
    """The sums of the columns ± ✗ ! ? + of the table of groups."""
    rows = re.findall(r"^  \S .{17} +((?:(?:\d+|·) +){6})", part_of_groups(text), re.M)
    columns = [[0 if cell == "·" else int(cell) for cell in row.split()] for row in rows]
    return [sum(column) for column in zip(*columns)][1:] if columns else [0] * 5


def part_of_groups(text):
    return re.search(r"^CÁC PHẦN NỘI DUNG\n((?:.+\n)*)", text, re.M)[1]


def untold_places(record, text):
    """Where acts stand that are not in force and the report does not say that they stand there."""
    flat = " ".join(text[text.find("VĂN BẢN ĐƯỢC VIỆN DẪN"):].split())
    for finding in record["findings"]:
        if finding.get("citation") and finding["citation"]["verdict"] != "in-force":
            places = list(dict.fromkeys(evidence["address"] for evidence in finding["evidence"]))
            if f"Ở: {'; '.join(places[:6])}" not in flat:
                yield f"of {finding['citation']['text']} not all of {places} are told"


def wrong_with(record, text):
    if any(sum(not unicodedata.combining(c) for c in line) > WIDTH for line in text.split("\n")):
        yield "a line is too wide"
    if re.search(r"\(\s*[(;,)]", text):
        yield "brackets with nothing in them"
    if record["outcome"] != "judged":
        return
    said, held = sums(text)
    if said != held:
        yield f"the verdict says {said} at odds, missing, in part; the lists hold {held}"
    told = [record["summary"]["contents"][key] for key in ("partial", "missing", "conflict", "review", "recommended")]
    if table(text) != told:
        yield f"the table of groups adds up to {table(text)} in part, missing, at odds, to look at, advised, JSON to {told}"
    verdict = " ".join(re.search(r"^Kết luận: ((?:.+\n)+)", text, re.M).group(1).split())
    if [number(r"(\d+) nội dung có nhưng", verdict), number(r"thiếu (\d+) nội dung", verdict),
            number(r"(\d+) nội dung trái", verdict), number(r"(\d+) nội dung (?:khuyến nghị )?cần người", verdict)] != told[:4]:
        yield f"the verdict says “{verdict}”, JSON {told}"
    numbers = [int(n) for n in re.findall(r"^ *(\d+)\. [!✗±+?] ", text, re.M)]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"gaps are numbered {numbers}"
    if re.search(r"^ *\d+\. [✗±!]", part(text, HEADINGS["advice"]), re.M):
        yield "advice is called a gap"
    if (record["summary"]["verdict"] == "complete") != bool(re.search("^Kết luận: ĐẦY ĐỦ", text, re.M)):
        yield "text and JSON give different verdicts"
    yield from untold_places(record, text)


def crooked(language):
    """Rows of the table of sections whose figures do not stand under their heads."""
    files = [f"{ROOT}/corpus/{name}" for name in ("conflicts.docx", "partial-museum.docx", "firm-149.docx")]
    done = subprocess.run([RASOAT, "check", "-l", language, *files], capture_output=True, text=True, check=False,
                          env={"PATH": os.environ["PATH"], "RASOAT_RULES": os.path.join(ROOT, "rules")})
    for table in re.findall(r"^( +✓   ±   ✗   !   \?   \+  .*\n(?:  .*\n)+)", done.stdout, re.M):
        head, *rows = unicodedata.normalize("NFC", table).splitlines()
        for row in rows:
            if not row.startswith("   ") and [row[head.index(mark)] in "·0123456789" for mark in "✓±✗!?+"] != [True] * 6:
                yield f"{language}: {row}"


def main():
    failed = 0
    for row in [*crooked("vi"), *crooked("en")]:
        failed += 1
        print(f"FAILED crooked: {row}")
    pairs = reports()
    for record, text in pairs:
        for wrong in wrong_with(record, text):
            failed += 1
            print(f"FAILED {os.path.basename(record['file'])}: {wrong}")
    print(f"report: {len(pairs)} documents, {failed} faults")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
