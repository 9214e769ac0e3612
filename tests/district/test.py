#!/usr/bin/env python3
"""rasoat report from outside: a district with a roster, two rounds, bad files and names that are markup; every format
is whole, agrees with the results, and nothing of a document or a name acts in it."""
import base64
import csv
import hashlib
import html
import json
import os
import re
import shutil
import subprocess
import sys
import time

TESTS_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [os.path.join(TESTS_FOLDER, name) for name in ("", "batch", "district")]
from cases import run_cases  # noqa: E402
from reports import ALL, bytes_of, district, EVIL, FORMULA, links_lead_somewhere, Page, report, rows_of  # noqa: E402
from runs import audit, environment, put, regulation, run, words, ROOT  # noqa: E402


ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests", "batch"))
from runs import audit, environment, put, regulation, run, words  # noqa: E402


def nothing_acts(page, of):
    allowed = {"html", "head", "meta", "title", "style", "script", "body", "a", "header", "main", "nav", "ul", "li", "h1",
               "h2", "h3", "h4", "dl", "dt", "dd", "section", "article", "figure", "figcaption", "svg", "rect", "text",
               "span", "p", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "br", "footer", "label", "input",
               "select", "option", "button", "blockquote", "details", "summary"}
    for tag, attrs in page.elements:
        assert tag in allowed and not any(name.startswith("on") or name in ("src", "style") for name in attrs), (of, tag)
    policy = next(meta["content"] for meta in page.all("meta") if meta.get("http-equiv"))
    assert policy.startswith("default-src 'none'"), policy
    for kind in ("style", "script"):
        for one in page.inline[kind]:
            digest = base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy, (of, kind)


def the_page_says_what_an_office_asks(folder):
    _, out = district(folder)
    done = report(out)
    assert done.returncode == 0 and not done.stderr, done
    assert done.stdout.decode().split() == [out + "/report/index.html"]
    page = Page(out + "/report/index.html")
    nothing_acts(page, "index.html")
    links_lead_somewhere(page, out + "/report")
    units = sorted(os.listdir(out + "/report/units"))
    assert len(units) == 5 and all(re.fullmatch(r"[a-z0-9-]+-[0-9a-f]{8}\.html", name) for name in units), units
    for name in units:
        nothing_acts(Page(f"{out}/report/units/{name}"), name)
    for said in (f"UBND xã {EVIL}", FORMULA, "<b onclick=x>.docx", "Đơn vị phải nộp (5)",
                 "3 đã nộp quy chế", "1 tệp không đọc được", "1 chưa nộp", "la.docx", "100 % đơn vị ban hành quy chế",
                 "đã sửa", "Thay đổi so với lần rà soát trước"):
        assert said in page.text, said
    assert "1 trên 2 đơn vị (50 %)" in page.text and "1 trên 1 đơn vị (100 %)" in page.text, "targets"
    legend = re.search('<p class="legend">.*?</p>', bytes_of(out + "/report/index.html").decode())[0]
    keys = re.findall(r'<span class="share"><span class="key fill-\w+">.</span> [^<]+</span>', legend)
    assert len(keys) == legend.count("fill-") == 7, "on a phone a line ends between a symbol of the legend and its word"
    heads = {attrs.get("data-head") for attrs in page.all("td")}  # what a cell says on a phone, where rows are stacked
    assert heads >= {"Tình trạng", "Có thể là", "Mới phát sinh", "Nặng hơn", "Lý do", "Cần làm"}, heads


VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.I)


def english_has_one_word_for_a_thing(folder):
    """Verdicts and states are said alike on the page and in the tables, and none of them is left in Vietnamese."""
    nop, out = district(folder)
    put(nop, "xa.docx", corpus="plan.docx")
    put(nop, "hoa-sen.docx", corpus="partial-museum.docx")
    assert audit(nop, out, "--roster", folder + "/ds.csv").returncode == 3
    assert report(out, "--lang", "en", "-f", "html", "-f", "csv").returncode == 0
    said = {table: {head: {row[i] for row in rows[1:] if row[i]} for i, head in enumerate(rows[0])}
            for table, rows in ((table, rows_of(out, table)) for table in ("units", "gaps", "matrix", "citations", "missing"))}
    assert said["units"]["Verdict"] == {"COMPLETE", "INCOMPLETE", "PARTS AGAINST THE LAW"}, said["units"]["Verdict"]
    assert said["units"]["Submission"] == {"regulation submitted", "not submitted", "other document, not a regulation",
                                           "unit unknown"}, said["units"]["Submission"]
    assert said["gaps"]["Status"] <= {"missing", "partly met", "against the law", "needs review", "recommended",
                                      "to be completed"}, said["gaps"]["Status"]
    assert said["citations"]["Status"] <= {"in force", "superseded", "wrongly cited", "not recognised"}
    for table, heads in (("units", ("Kind", "Reason not checked")), ("gaps", ("Kind", "Kind of gap", "Content")),
                         ("matrix", ("Legal basis", "Disclosure", "Consultation")), ("missing", ("Kind", "Status"))):
        for head in heads:
            left = [cell for cell in said[table][head] if VIETNAMESE.search(re.sub(r"\S+/\S+", "", cell))]  # but numbers of acts
            assert said[table][head] and not left, (table, head, left)
    page = Page(out + "/report/index.html").text + "".join(
        Page(f"{out}/report/units/{name}").text for name in os.listdir(out + "/report/units"))
    for word in ("conflict", "advised", "accepted", "to review", "not asked", "no regulation,", "At odds", "Mend", "waives"):
        assert not re.search(rf"\b{word}\b", page), (word, re.search(rf".{{40}}\b{word}\b.{{40}}", page)[0])


MEASURE = """<iframe width="360" height="740" style="border:0" src="%s"></iframe><pre></pre><script>
addEventListener('load',function(){var page=document.querySelector('iframe').contentDocument,row=page.querySelector('#units tbody tr');
var box=page.querySelector('.heat'),cells=[].map.call(row.cells,function(cell){var at=cell.getBoundingClientRect();
return [at.left,at.right]});box.scrollLeft=500;box.scrollTop=400;
document.querySelector('pre').textContent=JSON.stringify({cells:cells,wide:page.documentElement.scrollWidth,
hint:page.querySelector('#units caption span').getBoundingClientRect().right,
comma:[].filter.call(page.querySelectorAll('.share'),function(share){var next=share.nextSibling;
return next&&next.nodeType==3&&/^\\s*,/.test(next.data)}).length,name:row.cells[0].getBoundingClientRect().left,before:cells[0][0],
head:page.querySelector('#units thead th').getBoundingClientRect().top-box.getBoundingClientRect().top,
brief:row.querySelector('.brief').innerText})})</script>"""


def on_a_phone_the_matrix_shows_columns_and_scrolls_in_its_own_box(folder):
    """360 px wide: the page is no wider, at least five columns beside the name are seen, names and heads stay in view."""
    if not shutil.which("chromium"):
        print("  left out: no chromium")
        return
    _, out = district(folder)
    assert report(out).returncode == 0
    with open(folder + "/phone.html", "w", encoding="utf-8") as file:
        file.write(MEASURE % ("file://" + out + "/report/index.html"))
    done = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
                           "--user-data-dir=" + folder + "/chromium", "--window-size=800,800", "--virtual-time-budget=3000",
                           "--dump-dom", "file://" + folder + "/phone.html"], capture_output=True, text=True, timeout=120, check=False)
    seen = json.loads(html.unescape(re.search(r"<pre>(.*?)</pre>", done.stdout, re.S)[1]))
    shown = [right for left, right in seen["cells"][1:] if right > left and right <= 360 - 16]
    assert seen["wide"] <= 360 and len(shown) >= 5, seen
    assert seen["hint"] <= 360 - 16 and seen["comma"] == 0, ("the hint is cut, or a comma may begin a line", seen)
    assert seen["name"] == seen["before"] and seen["head"] == 0, ("they scroll away", seen)
    assert "ĐẦY ĐỦ" in seen["brief"] and "cơ quan, đơn vị" in seen["brief"], seen


def a_report_that_fails_leaves_the_good_one(folder):
    _, out = district(folder)
    assert report(out, *ALL).returncode == 0
    for name, option in (("index.html", "html"), ("report.xlsx", "xlsx"), ("results.jsonl", "jsonl")):
        before = bytes_of(f"{out}/report/{name}")
        # the largest file that may be written: less than what the report takes
        done = report(out, "-f", option, file_limit=3000)
        assert done.returncode == 2 and done.stderr, (name, done)
        assert bytes_of(f"{out}/report/{name}") == before, name
    left = [name for _, _, names in os.walk(out + "/report") for name in names]
    assert not [name for name in left if re.search(r"\.(html|xlsx|csv|jsonl)\.", name)], left


def a_unit_is_called_as_the_roster_calls_it(folder):
    """Page and record are titled and addressed by the list of the office; what the text calls it is told as that."""
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "x.fodt", regulation("TRƯỜNG TIỂU HỌC LÊ THỊ BA", 2))
    put(folder, "ds.csv", "Đơn vị,Tệp,Cấp trên\nTrường TH Khác Hẳn,x.fodt,UBND xã Mới\n".encode())
    assert audit(nop, out, "--roster", folder + "/ds.csv").returncode == 0
    assert report(out, "-f", "html", "-f", "bien-ban").returncode == 0
    page = Page(f"{out}/report/units/" + os.listdir(out + "/report/units")[0]).text
    assert "Rà soát quy chế dân chủ: Trường TH Khác Hẳn" in page and "Đơn vị Trường TH Khác Hẳn" in page, page[:600]
    assert "Đơn vị ghi trong văn bản TRƯỜNG TIỂU HỌC LÊ THỊ BA" in page and "Cấp trên UBND xã Mới" in page, page[:600]
    record = run("text", f"{out}/report/bien-ban/" + os.listdir(out + "/report/bien-ban")[0]).stdout.decode()
    for said in "của Trường TH Khác Hẳn", "Đại diện Trường TH Khác Hẳn:", "- Trường TH Khác Hẳn;", "ban hành: TRƯỜNG TIỂU HỌC LÊ THỊ BA":
        assert said in record, (said, record)


def what_a_text_does_not_call_its_unit_is_not_told_as_said_by_it(folder):
    """Nor where the list has two units of one name, which are told apart by the body above."""
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "a.fodt", regulation("", 2, parent=""))
    put(folder, "ds.csv", "Đơn vị,Cấp trên,Tệp\nTH Lê Lợi,UBND xã A,a.fodt\nTH Lê Lợi,UBND xã B,b.fodt\n".encode())
    assert audit(nop, out, "--roster", folder + "/ds.csv").returncode == 0
    assert report(out).returncode == 0
    page = Page(f"{out}/report/units/" + os.listdir(out + "/report/units")[0]).text
    assert "Đơn vị TH Lê Lợi (UBND xã A) Cấp trên UBND xã A" in page and "ghi trong văn bản" not in page, page[:600]


def figures_are_of_the_units_that_must_submit(folder):
    """What nobody on the roster sent is in none of them; without a roster they are of the regulations that came."""
    nop, out = district(folder)
    assert report(out).returncode == 0
    page = Page(out + "/report/index.html")
    for said in ("Đơn vị phải nộp (5)", "Quy chế của đơn vị đã nộp (3)",
                 "3 trên 5 đơn vị phải nộp đã nộp quy chế (60 %). 1 trên 5 đơn vị phải nộp có quy chế đầy đủ (20 %).",
                 "Không tính vào các số liệu trên: 1 quy chế chưa rõ của đơn vị nào",
                 "Từng đơn vị, từng phần nội dung (5 đơn vị, 1 quy chế chưa rõ đơn vị)",
                 "Đơn vị chưa có quy chế để rà soát (2 trên 5 đơn vị phải nộp)",
                 "Quy chế chưa rõ của đơn vị nào (1 quy chế)",
                 "Tất cả 3 trên 5 đơn vị (60 %) – ✗ còn 2 đơn vị 1 trên 5 đơn vị (20 %)"):
        assert said in page.text, said
    gaps = re.findall(r"(\d+) trên (\d+) đơn vị đã nộp mà quy định này áp dụng \((\d+) %\)", page.text)
    assert gaps and {whole for _, whole, _ in gaps} <= {"1", "2", "3"}, gaps
    assert not re.search(r"(?<![\d/])\d+/\d+ ", page.text), "a share that does not say of what"
    assert audit(nop, folder + "/khong-ds").returncode == 3
    assert report(folder + "/khong-ds").returncode == 0
    page = Page(folder + "/khong-ds/report/index.html")
    judged = int(re.search(r"Quy chế đã rà soát \((\d)\)", page.text)[1])
    wholes = {int(whole) for whole in re.findall(r"\d+ trên (\d+) quy chế mà quy định này áp dụng", page.text)}
    assert judged == 4 and wholes and max(wholes) <= 4, (judged, wholes)
    assert "phải nộp" not in page.text and "Tỷ lệ tính trên số quy chế đã rà soát" in page.text


def a_common_gap_is_a_share_of_the_units_that_its_rule_binds(folder):
    """Two agencies of which one lacks something, and a commune: half of the agencies lack it, not a third of all."""
    put(folder + "/nop", "a.docx", corpus="complete-justice.docx")
    put(folder + "/nop", "b.docx", corpus="slogans.docx")
    put(folder + "/nop", "c.odt", corpus="commune-rural.odt")
    assert audit(folder + "/nop", folder + "/kq").returncode == 0
    assert report(folder + "/kq").returncode == 0
    records = [json.loads(line) for line in bytes_of(folder + "/kq/results.jsonl").splitlines()]
    judged = {}
    for record in records:
        for finding in record["findings"]:
            if finding["check"] in ("section", "item", "bound") and finding["status"] != "not-applicable":
                judged.setdefault(finding["title"], {}).setdefault(finding["rule"], []).append(finding["status"])
    text = Page(folder + "/kq/report/index.html").text
    rows = re.findall(r"([^%.]*?) (?:Luật|Nghị quyết|Nghị định|02-NQ)[^%]*? (\d+) trên (\d+) quy chế mà quy định này áp dụng \((\d+) %\)",
                      text[text.rindex("Nội dung, căn cứ"):])
    assert len(rows) > 5, rows
    for title, part, whole, percent in rows:
        title = re.sub(r"^.*?(?:thiếu|chưa đủ|quy định|vướng) (?=\S)", "", title).strip()
        known = next((rules for name, rules in judged.items() if title.endswith(name)), {})
        assert any(len(statuses) == int(whole) for statuses in known.values()), (title, whole, known)
        assert round(100 * int(part) / int(whole)) == int(percent), (title, part, whole, percent)
    assert {whole for _, _, whole, _ in rows} <= {"1", "2"}, rows


def in_the_matrix_what_is_only_advised_stands_as_on_the_page_of_the_unit(folder):
    """The resolution's contents of an agency that has them in part: a mark, not "not asked"."""
    put(folder + "/nop", "a.docx", corpus="conflicts.docx")
    assert audit(folder + "/nop", folder + "/kq").returncode == 0
    assert report(folder + "/kq", "-f", "html", "-f", "csv", "-f", "xlsx").returncode == 0
    unit = Page(f"{folder}/kq/report/units/{os.listdir(folder + '/kq/report/units')[0]}").text
    assert "Nội dung trọng tâm theo nghị quyết của Tỉnh ủy + nên ghi đủ 2 đạt, 3 nên có" in unit, unit
    head, row = rows_of(folder + "/kq", "matrix")
    assert row[head.index("Nghị quyết 02-NQ/TU")] == "nên ghi đủ", row
    page = bytes_of(folder + "/kq/report/index.html").decode()
    assert '<span aria-hidden="true">+</span><span class="heard">nên ghi đủ</span>' in page
    assert "+ nên ghi đủ hoặc nên có" in Page(folder + "/kq/report/index.html").text


def a_folder_without_a_regulation_is_said_to_have_none(folder):
    put(folder + "/nop", "a.docx", corpus="plan.docx")
    done = audit(folder + "/nop", folder + "/kq")
    assert re.search(r"Quy chế được rà soát +0\n", done.stdout.decode()), done
    assert re.search(r"Văn bản không phải quy chế +1\n", done.stdout.decode()), done
    assert report(folder + "/kq").returncode == 0
    page = Page(folder + "/kq/report/index.html")
    assert "Thư mục không có quy chế nào để rà soát" in page.text and not [1 for one in page.all("table") if one.get("id") == "units"]


def shares_are_rounded(folder):
    """Two of three are 67 %, not 66."""
    with open(folder + "/ds.csv", "w", encoding="utf-8") as file:
        file.write("Đơn vị,Loại,Tệp\nSở Tư pháp,Cơ quan,a.docx\nBảo tàng,Cơ quan,b.docx\nSở Y tế,Cơ quan,c.docx\n")
    put(folder + "/nop", "a.docx", corpus="complete-justice.docx")
    put(folder + "/nop", "b.docx", corpus="partial-museum.docx")
    assert audit(folder + "/nop", folder + "/kq", "--roster", folder + "/ds.csv").returncode == 0
    assert report(folder + "/kq").returncode == 0
    page = Page(folder + "/kq/report/index.html")
    assert "2 trên 3 đơn vị (67 %)" in page.text and "1 trên 3 đơn vị (33 %)" in page.text, page.text
    assert "67%" in {rect.get("width") for rect in page.all("rect")}, "the bar is as long as its figure"


def copies_are_named_with_what_was_left_in(folder):
    """One school's regulation sent in by another, which forgot one place that names the first."""
    put(folder + "/nop", "goc.fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 2))
    put(folder + "/nop", "chep.fodt", regulation("TRƯỜNG THCS LÊ LỢI", 3, " Trường THCS Kim Đồng tổ chức thực hiện."))
    put(folder + "/nop", "khac.docx", corpus="highland-primary.docx")
    assert audit(folder + "/nop", folder + "/kq").returncode == 0
    assert report(folder + "/kq").returncode == 0
    page = Page(folder + "/kq/report/index.html")
    links_lead_somewhere(page, folder + "/kq/report")
    section = page.text[page.text.rindex("Quy chế chép của nhau"):]
    section = section[:section.index("khac.docx") if "khac.docx" in section else 600]
    for said in ("goc.fodt", "chep.fodt – ", "%", "chep.fodt: còn để tên “"):
        assert said in section, (said, section)
    assert report(folder + "/kq", "-f", "csv").returncode == 0
    with open(folder + "/kq/report/csv/copies.csv", encoding="utf-8-sig", newline="") as table:
        head, first, copy = csv.reader(table)
    assert first[:4] == ["1", "2", "goc.fodt", ""] and copy[:4] == ["1", "2", "chep.fodt", "goc.fodt"], (first, copy)
    assert int(copy[4]) > 90 and "Kim Đồng" in copy[5] and copy[6] == "goc.fodt", copy


def a_large_family_is_one_row_with_all_its_members(folder):
    for number in range(20):
        put(folder + "/nop", f"{number:02}.fodt", regulation(f"TRƯỜNG THCS SỐ {number}", number + 1))
    put(folder + "/nop", "khac.docx", corpus="highland-primary.docx")
    done = audit(folder + "/nop", folder + "/kq")
    assert "Văn bản chép của nhau" in done.stdout.decode(), done.stdout
    assert report(folder + "/kq").returncode == 0
    page = Page(folder + "/kq/report/index.html").text
    section = page[page.rindex("Quy chế chép của nhau"):]
    assert all(section.count(f"{number:02}.fodt") == 1 for number in range(20)), section[:3000]
    assert "và văn bản khác: 7" in section, section[:3000]


def a_name_of_any_length_is_carried_nowhere(folder):
    """Half a megabyte of one word where the name of the unit stands: it would be in every row of every report."""
    put(folder + "/nop", "a.fodt", regulation("TRƯỜNG THCS " + "K" * 500000, 1))
    assert audit(folder + "/nop", folder + "/kq").returncode == 0
    assert report(folder + "/kq", *ALL).returncode == 0
    sizes = {os.path.join(place, name): os.path.getsize(os.path.join(place, name))
             for place, _, names in os.walk(folder + "/kq") for name in names if "annotated" not in place}
    assert max(sizes.values()) < 400000, sizes
    assert not [path for path in sizes if b"K" * 3000 in bytes_of(path)], sizes
    assert max(len(os.path.basename(path)) for path in sizes) < 90


def what_is_no_result_is_refused(folder):
    os.mkdir(folder + "/rong")
    assert report(folder + "/rong").returncode == 2
    assert report(folder).returncode == 2
    assert run("report").returncode == 2
    _, out = district(folder)
    assert report(out, "-f", "pdf").returncode == 2


def peak(out):
    """KiB at most, as the kernel counts them while it runs (afterwards it would count this test's own as well)."""
    most = 0
    with subprocess.Popen(words("report", out, "-f", "html", "-f", "csv", "-f", "xlsx"), env=environment(),
                          stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
                found = re.search(r"VmHWM:\s+(\d+)", status.read())
            most = max(most, int(found[1]) if found else 0)
            time.sleep(0.002)
    assert process.returncode == 0 and most > 0
    return most


def memory_does_not_grow_with_documents(folder):
    with open(os.path.join(ROOT, "corpus", "slogans-cadre.fodt"), "rb") as file:
        document = file.read()
    peaks = []
    for count in (30, 300):
        for i in range(count):
            put(f"{folder}/nop{count}", f"{i}.fodt", document + b"<!-- %d -->" % i)
        assert audit(f"{folder}/nop{count}", f"{folder}/kq{count}", "-q").returncode == 0
        peaks.append(peak(f"{folder}/kq{count}"))
    assert peaks[1] < peaks[0] + 4096 or os.environ.get("SANITIZE"), peaks
    print(f"  peak: {peaks[0]} KiB for 30 documents, {peaks[1]} KiB for 300")


TESTS = [the_page_says_what_an_office_asks,
         english_has_one_word_for_a_thing,
         on_a_phone_the_matrix_shows_columns_and_scrolls_in_its_own_box,
         a_report_that_fails_leaves_the_good_one,
         a_unit_is_called_as_the_roster_calls_it,
         what_a_text_does_not_call_its_unit_is_not_told_as_said_by_it,
         figures_are_of_the_units_that_must_submit,
         a_common_gap_is_a_share_of_the_units_that_its_rule_binds,
         in_the_matrix_what_is_only_advised_stands_as_on_the_page_of_the_unit,
         a_folder_without_a_regulation_is_said_to_have_none,
         shares_are_rounded,
         copies_are_named_with_what_was_left_in,
         a_large_family_is_one_row_with_all_its_members,
         a_name_of_any_length_is_carried_nowhere,
         what_is_no_result_is_refused,
         memory_does_not_grow_with_documents]

sys.exit(run_cases("district", TESTS))
