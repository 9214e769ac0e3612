#!/usr/bin/env python3
"""Who writes rules and gets something wrong is told so in Vietnamese first: file, line, what is wrong and what to do.

Each case is a folder of own rules with one fault, added to the rules of the repository, or a phrase for `rules try`.
"""
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RASOAT = os.path.abspath(os.environ.get("RASOAT", os.path.join(ROOT, "build/rasoat")))
RULES = os.path.join(ROOT, "rules")

PACK = """<pack id="rieng" profile="agency" instrument="10/2022/QH15" from="2025-01-01">
<title lang="vi">Riêng</title><title lang="en">Own</title>
<requirement id="rieng-hoi-nghi" group="conference" severity="recommended">
<title lang="vi">Hội nghị</title><title lang="en">Conference</title>
<basis article="3"/>
<model>Điều … Hội nghị.</model>
<item id="rieng-bien-ban" severity="recommended">
<title lang="vi">Biên bản</title><title lang="en">Minutes</title>
<basis article="3"/>
<part name="biên bản" name-en="minutes"><phrase>biên bản hội nghị</phrase></part>
<model>Biên bản.</model>
<example status="met">Có biên bản hội nghị.</example>
<example status="missing">Hội nghị họp hằng năm.</example>
</item>
</requirement>
</pack>
"""
PHRASE = "<phrase>biên bản hội nghị</phrase>"
PART = f'<part name="biên bản" name-en="minutes">{PHRASE}</part>'
ACT = """<instruments>
<instrument number="1/2025/QĐ-UBND" kind="quyết định" issuer="Ủy ban nhân dân" issued="2025-01-01" from="2025-01-10" verified="yes">
<title>Quy định riêng</title>
</instrument>
</instruments>
"""


def phrase(words):
    return PACK.replace(PHRASE, f"<phrase>{words}</phrase>")


# what stands in the file, the line, what the Vietnamese half says, what the English half says
CASES = (
    # not well formed
    ("", 1, "tệp không có nội dung XML", "Document is empty"),
    (PACK.replace("</item>", ""), 15, "thẻ đóng không khớp với thẻ mở; kiểm tra", "tag mismatch"),
    (PACK[:700], 14, "có thẻ chưa đóng, hoặc tệp bị cắt cụt", ""),
    (PACK.replace("Biên bản.", "Biên bản & phụ lục."), 11, "“&amp;”", "no name"),
    (PACK.replace('profile="agency"', "profile=agency"), 1, "giữa hai dấu nháy kép", "AttValue"),
    (PACK.replace('profile="agency"', 'profile="agency" profile="agency"'), 1, "ghi hai lần trong một thẻ", "redefined"),
    ("<!DOCTYPE pack>\n" + PACK, 1, "không được có khai báo DOCTYPE; hãy bỏ dòng ấy", "DOCTYPE"),
    (PACK.replace("Riêng", "Ri\xeang").encode("latin-1", "ignore"), 2, "tệp không phải UTF-8; hãy lưu lại tệp ở dạng UTF-8", ""),
    # not as the schema has it
    (PACK.replace("<item ", '<item foo="1" '), 7, "thuộc tính “foo” không có trong thẻ <item>", "Invalid attribute foo for element item"),
    (PACK.replace(' severity="recommended">\n<title lang="vi">Biên', '>\n<title lang="vi">Biên'), 7,
     "thẻ <item> thiếu thuộc tính, hoặc thuộc tính có giá trị sai; xem những gì được phép", "failed to validate attributes"),
    (PACK.replace("<item ", "nội dung <item "), 3, "trong thẻ <requirement> không được có lời văn", "Did not expect text"),
    ("<luật/>", 1, "thẻ <luật> không được đứng ở đây", "Did not expect element"),
    # names that mean nothing, or two things
    (PACK.replace('"conference"', '"hoi-nghi"'), 3, "không có nhóm “hoi-nghi”; sửa mã", "unknown group “hoi-nghi”"),
    (PACK.replace('"agency"', '"co-quan"'), 1, "không có loại đơn vị (profile) “co-quan”", "unknown profile “co-quan”"),
    (PACK.replace("10/2022/QH15", "10/2022/QH51"), 1, "không có văn bản “10/2022/QH51” trong danh mục", "unknown instrument"),
    (PACK.replace("rieng-bien-ban", "l10-cq-d46-k03"), 7, "mã “l10-cq-d46-k03” đã dùng ở ", "id “l10-cq-d46-k03” is taken by"),
    (PACK.replace('status="missing"', 'status="met"'), 7, "cần có một ví dụ đạt và một ví dụ không đạt", "needs an example"),
    (PACK.replace(PART, ""), 7, "chưa có mẫu nào để nhận ra", "how it is recognised"),
    (PACK.replace(PART, '<bound name="a" name-en="a" unit="year"><phrase>#</phrase></bound>'), 10, "cần có most hoặc least", "needs most or least"),
    (PACK.replace('<item ', '<item scope="dau-do" '), 7, "không có phạm vi (scope) “dau-do”", "unknown scope"),
    ('<measured>\n<item id="khong-co" texts="1" agreed="1" missing-said="1" missing-right="1"/></measured>', 2,
     "không có nội dung nào mang mã “khong-co”", "no pack has an item “khong-co”"),
    # acts
    (ACT.replace("2025-01-10", "2024-01-10"), 2, "các ngày của 1/2025/QĐ-UBND không theo thứ tự", "out of order"),
    (ACT.replace("Ủy ban nhân dân", "Ủy ban xã"), 2, "không có thẻ <issuer> nào mang tên này", "no <issuer> has this name"),
    (ACT.replace("1/2025/QĐ-UBND", "10/2022/QH15"), 2, "10/2022/QH15 đã có ở ", "is there already"),
    # phrases
    (phrase("{biên bản|nghị quyết"), 10, "mẫu “{biên bản|nghị quyết”: thiếu dấu }", "} is missing"),
    (phrase("biên bản }"), 10, "có dấu ngoặc hoặc | đứng lẻ", "stands alone"),
    (phrase("biên bản &lt;99> hội nghị"), 10, "khoảng cách viết là <n>, n từ 1 đến 40", "a gap is written"),
    (phrase("{biên bản|}"), 10, "có một lựa chọn bỏ trống", "an alternative is empty"),
    (phrase("biên bản #"), 10, "# chỉ dùng trong <bound>", "only in a bound"),
    (phrase("@khong-co"), 10, "không có lớp từ “@khong-co”; sửa tên", "unknown class “@khong-co”"),
    (phrase("/(biên bản/"), 10, "biểu thức /(biên bản/ sai ở sau ký tự thứ 9: thiếu dấu )", "missing closing parenthesis"),
    (phrase("/biên]*+[/"), 10, "thiếu dấu ]", "missing terminating ]"),
)


def halves(stderr):
    """What is said in Vietnamese and in English of the one line there is."""
    lines = stderr.splitlines()
    assert len(lines) == 1, f"not one line: {stderr}"
    parts = lines[0].split(" · ")
    assert len(parts) == 2, f"not Vietnamese and English: {lines[0]}"
    return parts


def run(*words):
    return subprocess.run([RASOAT, *words], capture_output=True, text=True, env={**os.environ, "RASOAT_RULES": RULES})


def check_own(folder, content, line, vietnamese, english):
    with open(os.path.join(folder, "rieng.xml"), "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    done = run("rules", "lint", "--rules", folder)
    assert done.returncode == 2, f"exit {done.returncode}"
    one, other = halves(done.stderr)
    place = f"{folder}/rieng.xml:{line}"
    assert place in one and place in other, f"no place {place} in {done.stderr}"
    said = one.split(place, 1)[1]
    assert re.search("[à-ỹ]", said), f"nothing Vietnamese in “{said}”"
    assert vietnamese in said, f"“{said}” lacks “{vietnamese}”"
    assert english in other, f"“{other}” lacks “{english}”"


def check_trial(words, vietnamese):
    done = run("rules", "try", words, os.path.join(ROOT, "corpus/auto-numbered.docx"))
    assert done.returncode == 2, f"exit {done.returncode}"
    one, _ = halves(done.stderr)
    assert vietnamese in one, f"“{one}” lacks “{vietnamese}”"


def main():
    failed = 0
    trials = (("{a", "mẫu “{a”: thiếu dấu }"), ("", "mẫu không có chữ nào để khớp"), ("@khong-co", "không có lớp từ “@khong-co”"))
    checks = [(check_own, case) for case in CASES] + [(check_trial, case) for case in trials]
    for check, case in checks:
        with tempfile.TemporaryDirectory() as folder:
            try:
                check(*([folder] if check is check_own else []), *case)
            except AssertionError as error:
                failed += 1
                print(f"FAILED {case[-2:]}: {error}")
    print(f"authors: {len(checks) - failed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
