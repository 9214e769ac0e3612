#!/usr/bin/env python3
"""Every figure of every unit of a district, wherever it is told: JSON, the page of the district, the page of the unit, the
record to sign, the spreadsheet, the tables as CSV and the text report count the same contents (rasoat(1), FIGURES)."""
import csv
import glob
import html
import json
import os
import re
import sys
import zipfile

TESTS_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [os.path.join(TESTS_FOLDER, name) for name in ("", "batch", "district")]
from cases import run_cases  # noqa: E402
from reports import report, rows_of, sheets  # noqa: E402
from runs import AS_OF, audit, CORPUS, put, regulation, run  # noqa: E402

KINDS = ("conflict", "missing", "partial", "review", "recommended", "waived")
WORDS = {"trái quy định": "conflict", "thiếu": "missing", "chưa đủ": "partial", "cần xem lại": "review", "nên có": "recommended",
         "đã chấp nhận": "waived"}
WAIVERS = """Mã quy tắc;Lý do;Người duyệt;Căn cứ;Hết hạn
forms-of-disclosure;a;b;c;31/12/2026
l10-cq-d49-k4;a;b;c;31/12/2027
commune-10-2022-staff-duties;a;b;c;31/12/2027
"""


def number(pattern, text):
    found = re.search(pattern, text)
    return int(found[1]) if found else 0


def plain(markup):
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", markup))).strip()


def of_verdict(sentence):
    """Figures of "13 nội dung trái quy định, thiếu 2 nội dung bắt buộc …"; None: it does not say."""
    return {"conflict": number(r"(\d+) nội dung trái", sentence), "missing": number(r"thiếu (\d+) nội dung", sentence),
            "partial": number(r"(\d+) nội dung có nhưng", sentence),
            "review": number(r"(\d+) nội dung (?:khuyến nghị )?cần người", sentence),
            "waived": number(r"kể cả (\d+) thiếu sót", sentence) + number(r"(\d+) thiếu sót đã được chấp nhận, không", sentence)}


def of_shares(text):
    """Figures of "3 thiếu, 1 đạt"."""
    found = dict.fromkeys((*KINDS, "met"), 0)
    for count, word in re.findall(r"(\d+) (đạt|%s)" % "|".join(WORDS), text):
        found["met" if word == "đạt" else WORDS[word]] += int(count)
    return found


def of_heads(found):
    """Of the numbers behind headings; one that is not there lists nothing."""
    lists = {"conflicts": ("conflict",), "gaps": ("missing", "partial"), "advice": ("recommended",), "review": ("review",),
             "waived": ("waived",)}
    return {kinds: int(found.get(name, 0)) for name, kinds in lists.items()}


def agrees(told, figures, where):
    for kind, count in told.items():
        kinds = kind if isinstance(kind, tuple) else (kind,)
        wanted = sum(figures[one] for one in kinds)
        assert count == wanted, f"{where}: {kind} {count}, JSON {wanted} of {figures}"


def of_page(path):
    """File, and what verdict, bar, table of parts and headings say."""
    with open(path, encoding="utf-8") as file:
        page = file.read()
    verdict = plain(re.search(r'<div class="verdict.*?</div>', page, re.S)[0])
    groups = re.search(r'<section id="d1-groups".*?</section>', page, re.S)
    heads = dict(re.findall(r'<h2 id="d1-(\w+)-h">[^<]*\((\d+)[^)]*\)</h2>', page))
    bar, table = (groups[0].split("</figure>") if groups else ("", ""))
    told = [of_verdict(verdict), of_heads(heads)]
    told.append(of_shares(plain(bar)))
    told.append(of_shares(" ".join(plain(cell) for cell in re.findall(r'<td class="few".*?</td>', table))))
    assert told[2].pop("met") == told[3].pop("met") == int(heads.get("met", 0)), (path, told)
    assert number(r"Số nội dung đã xét \((\d+)\)", plain(bar)) == sum(told[2].values()) + int(heads.get("met", 0)), path
    return html.unescape(re.search(r"<dt>Tệp</dt><dd>(.*?)</dd>", page)[1]), told


def of_record(path):
    """The same of a record: its verdict, its headings, and the sums of its columns."""
    with zipfile.ZipFile(path) as package:
        body = package.read("word/document.xml").decode()
    lines = [plain(line) for line in re.findall(r"<w:p>(.*?)</w:p>|<w:p [^>]*>(.*?)</w:p>", body, re.S) for line in ["".join(line)]]
    verdict = lines[lines.index("1. Kết luận chung") + 1]
    names = {"Nội dung trái quy định": "conflicts", "Nội dung bắt buộc còn thiếu hoặc chưa đủ": "gaps",
             "Khuyến nghị bổ sung (không tính là thiếu)": "advice", "Nội dung cần đoàn kiểm tra xem trực tiếp": "review",
             "Nội dung đã được chấp nhận, không tính vào kết luận": "waived"}
    heads = {names[found[1]]: found[2] for line in lines if (found := re.match(r"\d\. (.*): (\d+) nội dung", line))}
    rows = [[plain(cell) for cell in re.findall(r"<w:tc>.*?</w:tc>", row, re.S)]
            for row in re.findall(r"<w:tr>.*?</w:tr>|<w:tr .*?</w:tr>", body[body.index("Số nội dung của từng phần"):], re.S)]
    head, *parts = rows[:next(i for i, row in enumerate(rows + [[]]) if i and (len(row) < 9 or not row[0].isdigit()))]
    words = {"Trái": "conflict", "Thiếu": "missing", "Chưa đủ": "partial", "Cần xem": "review", "Nên có": "recommended",
             "Chấp nhận": "waived"}
    sums = {words[word]: sum(int(row[i].replace("-", "0")) for row in parts) for i, word in enumerate(head) if word in words}
    assert len(sums) >= 5, (path, head)
    return [of_verdict(verdict), of_heads(heads), sums]


def of_text(text):
    verdict = " ".join(re.search(r"^Kết luận: ((?:.+\n)+)", text, re.M)[1].split())
    groups = re.search(r"^CÁC PHẦN NỘI DUNG\n((?:.+\n)*)", text, re.M)
    if not groups:
        return [of_verdict(verdict)]
    head, *rows = groups[1].splitlines()
    marks = [mark for mark in "✓±✗!?+○" if f" {mark} " in head.split("(")[0] + " "]
    cells = [re.match(r"  \S .{17} +((?:(?:\d+|·) +){%d})" % len(marks), row) for row in rows]
    sums = dict.fromkeys(marks, 0)
    for row in cells:
        for mark, cell in zip(marks, row[1].split() if row else []):
            sums[mark] += 0 if cell == "·" else int(cell)
    words = {"±": "partial", "✗": "missing", "!": "conflict", "?": "review", "+": "recommended", "○": "waived"}
    return [of_verdict(verdict), {words[mark]: count for mark, count in sums.items() if mark != "✓"}]


def put_district(folder):
    """All regulations of the corpus, with and without waivers; what JSON says of each file."""
    for path in sorted(path for kind in ("docx", "odt", "fodt") for path in glob.glob(f"{CORPUS}/*.{kind}")):
        put(folder + "/nop", os.path.basename(path), corpus=os.path.basename(path))
    with open(folder + "/w.csv", "w", encoding="utf-8") as file:
        file.write(WAIVERS)
    assert audit(folder + "/nop", folder + "/kq", "--waivers", folder + "/w.csv").returncode in (0, 3)
    assert report(folder + "/kq", "-f", "html", "-f", "csv", "-f", "xlsx", "-f", "bien-ban").returncode == 0
    with open(folder + "/kq/results.jsonl", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    return {record["file"]: record["summary"]["contents"] for record in records if record["outcome"] == "judged"}


def test_all_reports_tell_the_same_figures_of_every_unit(folder):
    figures = put_district(folder)
    out = folder + "/kq"
    head, *units = rows_of(out, "units")
    column = {name: i for i, name in enumerate(head)}
    book = sheets(out + "/report/report.xlsx")[0][1]
    columns = {"conflict": "Số nội dung trái quy định", "missing": "Số nội dung thiếu", "partial": "Số nội dung chưa đủ",
               "review": "Số nội dung cần người xem", "waived": "Số thiếu sót được chấp nhận"}
    named = {}
    for place, row in enumerate(units):
        file = row[column["Tệp"]]
        if file not in figures:
            continue
        named[file] = row[0]
        agrees({kind: int(row[column[name]]) for kind, name in columns.items()}, figures[file], f"units.csv, {file}")
        letters = {kind: chr(65 + column[name]) for kind, name in columns.items()}
        agrees({kind: int(book[f"{letter}{place + 2}"]) for kind, letter in letters.items()}, figures[file], f"xlsx, {file}")
    assert len(named) > 150, len(named)
    pages = {}
    for path in glob.glob(out + "/report/units/*.html"):
        with open(path, encoding="utf-8") as page:
            if "Kết luận:" not in page.read():
                continue
        file, told = of_page(path)
        pages[os.path.basename(path)] = file
        for where in told:
            agrees(where, figures[file], f"page of {file}")
        for where in of_record(f"{out}/report/bien-ban/{os.path.basename(path)[:-5]}.docx"):
            agrees(where, figures[file], f"record of {file}")
    assert set(pages.values()) == set(named), set(pages.values()) ^ set(named)
    with open(out + "/report/index.html", encoding="utf-8") as file:
        rows = re.findall(r'<tr data-state=.*?href="units/([^"]*)".*?<td class="number" data-v="-?\d+">(\d+)</td>'
                          r'<td class="number" data-v="-?\d+">(\d+)</td>', file.read(), re.S)
    assert {name for name, _, _ in rows} >= set(pages)
    for name, conflict, lacking in rows:
        agrees({"conflict": int(conflict), ("missing", "partial"): int(lacking)}, figures[pages[name]], f"district, {name}")


def test_the_rows_of_the_table_of_gaps_add_up_to_the_figures_of_the_units(folder):
    figures = put_district(folder)
    head, *gaps = rows_of(folder + "/kq", "gaps")
    column = {name: i for i, name in enumerate(head)}
    files = {row[12] for row in rows_of(folder + "/kq", "units")[1:]} & set(figures)
    told = dict.fromkeys(KINDS, 0)
    for row in gaps:
        status, level = row[column["Tình trạng"]], row[column["Mức"]]
        kind = {"trái quy định": "conflict", "cần người xem": "review", "nên có": "recommended", "đã chấp nhận": "waived"}.get(level)
        told[kind or WORDS[status]] += int(row[column["Số nội dung"]])
    assert told == {kind: sum(figures[file][kind] for file in files) for kind in KINDS}
    assert len(gaps) < sum(told.values()), "no part is missing whole"
    assert all(told.values()), told


def test_the_text_report_tells_what_json_tells(folder):
    with open(folder + "/w.csv", "w", encoding="utf-8") as file:
        file.write(WAIVERS)
    files = sorted(path for kind in ("docx", "odt", "fodt") for path in glob.glob(f"{CORPUS}/*.{kind}"))
    done = run("check", AS_OF, "--waivers", folder + "/w.csv", "-f", "text", "-f", "jsonl", "-o", folder + "/r.jsonl", *files)
    with open(folder + "/r.jsonl", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    texts = done.stdout.decode().split("\n" + "─" * 80 + "\n")
    assert len(texts) == len(records)
    for record, text in zip(records, texts):
        if record["outcome"] == "judged":
            for where in of_text(text):
                agrees(where, record["summary"]["contents"], f"text of {record['file']}")


def test_what_a_part_lacks_stands_beside_its_mark_wherever_parts_are_told(folder):
    """Page, table and sheet of the matrix, page of the unit, text report: of a part that is there, whole or in part."""
    files = ("commune-draft-blanks.odt", "partial-museum.docx", "school-neutral-heads.odt", "conflicts-school.docx")
    for name in files:
        put(folder + "/nop", name, corpus=name)
    assert audit(folder + "/nop", folder + "/kq").returncode == 0
    assert report(folder + "/kq", "-f", "html", "-f", "csv", "-f", "xlsx").returncode == 0
    told = {}  # unit: its parts, each with mark, word and what it lacks
    for path in glob.glob(folder + "/kq/report/units/*.html"):
        with open(path, encoding="utf-8") as file:
            page = file.read()
        rows = re.findall(r'<tr><th scope="row">(?:(?!</tr>).)*?<td[^>]*>(<span class="badge.*?)</td><td class="few"[^>]*>(.*?)</td></tr>',
                          re.search(r'<section id="d1-groups".*?</section>', page, re.S)[0], re.S)
        told[os.path.basename(path)] = [(plain(badge), of_shares(plain(parts))) for badge, parts in rows]
    words = set()
    for name, parts in told.items():
        assert len(parts) > 5, (name, parts)
        for badge, counts in parts:
            if badge[0] in "◐±":
                number_told = re.fullmatch(r"(?:◐ có, còn thiếu |± chưa đủ \()(\d+)\)?", badge)
                assert number_told and int(number_told[1]) == counts["missing"] + counts["partial"], (name, badge, counts)
                words.add(badge)
    assert any(word[0] == "±" and word != "± chưa đủ (1)" for word in words), words
    cells = [cell for row in rows_of(folder + "/kq", "matrix")[1:] for cell in row]
    book = list(sheets(folder + "/kq/report/report.xlsx")[2][1].values())
    with open(folder + "/kq/report/index.html", encoding="utf-8") as file:
        heat = file.read()
    text = run("check", AS_OF, *(f"{CORPUS}/{name}" for name in files)).stdout.decode()
    for word in words:
        mark, said, lacks = word[0], word[2:], re.search(r"\d+", word)[0]
        assert said in cells and word in book and word in text, word
        assert f'<span aria-hidden="true">{mark}{lacks}</span><span class="heard">{said}</span>' in heat, word


UNITS = ("Đơn vị,Loại,Tệp\nSở Tư pháp,Cơ quan,tu-phap.docx\nTrung tâm Văn hóa,Cơ quan,van-hoa.docx\nTrường Hoa Sen,Trường,hoa-sen.docx\n"
         "Sở Kế hoạch,Cơ quan,ke-hoach.docx\nSở Nội vụ,Cơ quan,\nSở Y tế,Cơ quan,\nSở Công thương,Cơ quan,\n")
STATES = {"đã nộp quy chế": 2, "có tệp chưa rõ đơn vị, cần xem": 1, "nộp tệp không đọc được": 1, "nộp văn bản khác": 1, "chưa nộp": 2}


def put_units(folder):
    """Seven units: one complete, one so by what was accepted, one with a broken file, one with another document, one that a file
    in doubt may be of, two that sent nothing. Options of an audit of them."""
    put(folder + "/nop", "tu-phap.docx", corpus="complete-justice.docx")
    put(folder + "/nop", "van-hoa.docx", corpus="slogans.docx")
    put(folder + "/nop", "hoa-sen.docx", b"PK\3\4 hong")
    put(folder + "/nop", "ke-hoach.docx", corpus="plan.docx")
    put(folder + "/nop", "Sở Nội vụ.fodt", regulation("SỞ TÀI CHÍNH", 1, parent="UBND TỈNH LẠNG GIANG"))
    put(folder, "ds.csv", UNITS.encode())
    found = json.loads(run("check", AS_OF, "-f", "jsonl", CORPUS + "/slogans.docx").stdout)["findings"]
    rules = sorted({one["rule"] for one in found if one["check"] in ("section", "item", "bound") and one["severity"] == "mandatory"
                    and one["status"] in ("missing", "partial", "conflict", "review")})
    put(folder, "w.csv", ("Mã quy tắc;Tệp;Lý do;Người duyệt;Căn cứ;Hết hạn\n" + "".join(
        f"{rule};van-hoa.docx;a;b;c;31/12/2027\n" for rule in rules)).encode())
    return "--roster", folder + "/ds.csv", "--waivers", folder + "/w.csv"


def of_terminal(told):
    """Units by state, all of them, and the complete: all, and by acceptance."""
    units = told[told.index("Đơn vị phải nộp"):]
    states = {state: number(rf"\n +{state} +(\d+)\n", units) for state in STATES}
    return (states, number(r"Đơn vị phải nộp +(\d+)\n", units), number(r"\n +đầy đủ +(\d+)\n", told),
            number(r"\n +trong đó có chấp nhận +(\d+)\n", told))


def of_rounds(head, row):
    """The same of a row of the table of rounds."""
    at = {name: row[i] for i, name in enumerate(head)}
    return ({state: int(at[state[0].upper() + state[1:]]) for state in ("đã nộp quy chế", *list(STATES)[1:])}, int(at["Tổng số"]),
            int(at["Đầy đủ"]), int(at["Trong đó đầy đủ (có chấp nhận)"]))


def test_units_by_state_add_up_to_all_and_what_is_accepted_is_told_wherever_districts_are_counted(folder):
    options = put_units(folder)
    whole, told = (STATES, 7, 2, 1), []
    assert sum(STATES.values()) == 7
    for _ in range(2):
        told.append(audit(folder + "/nop", folder + "/kq", *options).stdout.decode())
    for shard in (1, 2):
        audit(folder + "/nop", f"{folder}/{shard}", *options, f"--shard={shard}/2")
    told.append(run("merge", "-o", folder + "/chung", folder + "/1", folder + "/2", "--fail-on=none").stdout.decode())
    for text in told:
        assert of_terminal(text) == whole, text
    for out, rounds in (folder + "/kq", 2), (folder + "/chung", 1):
        assert report(out, "-f", "html", "-f", "csv", "-f", "xlsx").returncode == 0
        head, *rows = rows_of(out, "rounds")
        book = next(cells for _, cells in sheets(out + "/report/report.xlsx") if "Lần rà soát" in cells.values())
        sheet = [book[f"{chr(65 + i)}{len(rows) + 1}"] for i in range(len(head))]
        assert [of_rounds(head, row) for row in (*rows, sheet)] == [whole] * (rounds + 1), (rows, sheet)
        states = [row[3] for row in rows_of(out, "units")[1:8]]
        assert [states.count(state) for state in ("đã nộp quy chế", "có tệp chưa rõ đơn vị, cần xem", "chưa nộp")] == [2, 1, 2], states
        with open(out + "/report/index.html", encoding="utf-8") as file:
            page = file.read()
        text = plain(page)
        shares = re.search(r"Đơn vị phải nộp \((\d+)\): (.*?)</figcaption>", page, re.S)
        counts = [int(count) for count in re.findall(r"(\d+) ", plain(shares[2]))]
        assert counts == [2, 1, 1, 1, 2] and "? 1 có tệp chưa rõ đơn vị, cần xem" in plain(shares[2]), shares[0]
        assert sum(counts) == int(shares[1]) == 7
        doubt = "1 đơn vị có tệp chưa rõ của ai, cần xem mới biết đã nộp hay chưa"
        targets = plain(re.search(r'<section id="targets".*?</section>', page, re.S)[0])
        assert text.count("chưa kể " + doubt) == 1 and targets.count("trong đó " + doubt) == 2, text
        assert "2 trên 7 đơn vị (29 %) – ✗ còn 5 đơn vị trong đó " + doubt in targets, targets
        assert '<option value="in-doubt">' in page and page.count('data-state="in-doubt"') == 1
    with open(folder + "/kq/report/index.html", encoding="utf-8") as file:
        section = re.search(r'<section id="rounds".*?</section>', file.read(), re.S)[0]
    drawing, table = section.split("</svg>")
    parts = [plain(part).split() for part in re.findall(r"<text class=.*?</text>", drawing)]
    assert parts == [["✓", "1"], ["○", "1"], ["–?", "1"], ["–", "4"]] * 2, parts
    assert "○ ĐẦY ĐỦ (CÓ CHẤP NHẬN)" in plain(table) and "–? có tệp chưa rõ đơn vị, cần xem" in plain(table), plain(table)
    assert "CẦN NGƯỜI XEM" not in plain(table), "explains what no round has"
    assert plain(table).count("2 trên 7 (29 %) 1 có tệp chưa rõ đơn vị, cần xem 2 trên 7 (29 %) 1 đầy đủ (có chấp nhận)") == 2, plain(table)


TESTS = [test_units_by_state_add_up_to_all_and_what_is_accepted_is_told_wherever_districts_are_counted,
         test_what_a_part_lacks_stands_beside_its_mark_wherever_parts_are_told,
         test_all_reports_tell_the_same_figures_of_every_unit,
         test_the_rows_of_the_table_of_gaps_add_up_to_the_figures_of_the_units,
         test_the_text_report_tells_what_json_tells]
sys.exit(run_cases("figures", TESTS))
