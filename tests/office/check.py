#!/usr/bin/env python3
"""What rasoat writes opens in LibreOffice: annotated copies and records of the whole corpus are converted, and every
comment is still there; a record is signed on its last page. Run by make check-office, which installs LibreOffice; make test does without."""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RASOAT = os.environ.get("RASOAT", os.path.join(ROOT, "build", "rasoat"))
ENVIRONMENT = {"PATH": os.environ["PATH"], "RASOAT_RULES": os.path.join(ROOT, "rules")}


def office(folder, kind, files):
    """Converts files in one run; the names of what came of them."""
    out = os.path.join(folder, "out-" + kind)
    profile = "file://" + os.path.join(folder, "profile")
    subprocess.run(["soffice", "-env:UserInstallation=" + profile, "--headless", "--convert-to", kind, "--outdir", out,
                    *files], env={"PATH": os.environ["PATH"], "HOME": folder}, check=True, capture_output=True,
                   timeout=900)
    return sorted(os.listdir(out))


def comments_in(path):
    if path.endswith(".docx"):
        with zipfile.ZipFile(path) as package:
            text = package.read("word/comments.xml") if "word/comments.xml" in package.namelist() else b""
        return len(re.findall(rb"<w:comment ", text))
    if path.endswith(".fodt"):
        with open(path, "rb") as file:
            text = file.read()
    else:
        with zipfile.ZipFile(path) as package:
            text = package.read("content.xml")
    return len(re.findall(rb"<office:annotation[ >]", text))


def make_documents(folder, form, of, ending=None):
    made = []
    for path in sorted(path for kind in of for path in glob.glob(f"{ROOT}/corpus/*.{kind}")):
        stem, kind = os.path.splitext(os.path.basename(path))
        target = os.path.join(folder, f"{stem}-{kind[1:]}{ending or kind}")
        done = subprocess.run([RASOAT, "check", "--fail-on", "none", "-f", form, "-o", target, path], env=ENVIRONMENT,
                              capture_output=True, check=False)
        if done.returncode == 0 or os.path.exists(target):
            made.append(target)
    assert len(made) > 5
    return made


def end_is_on_the_last_page(path):
    """Signatures, what precedes them and the recipients stand on one page, and it is the last."""
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    last = text.split("\f")[-2]
    at = [last.find(words) for words in ("Biên bản lập xong", "(Ký, ghi rõ họ tên", "Nơi nhận:", "- Lưu: VT")]
    assert -1 not in at and at == sorted(at), f"{os.path.basename(path)}: the last page is\n{last}"


def main():
    for tool in "soffice", "pdftotext":
        if not shutil.which(tool):
            sys.exit(f"{tool} is not installed: make check-office installs it")
    with tempfile.TemporaryDirectory(prefix="rasoat-office-") as folder:
        annotated = make_documents(folder, "annotated", ("docx", "odt", "fodt"))
        converted = office(folder, "odt", annotated)
        for path in annotated:
            name = os.path.splitext(os.path.basename(path))[0] + ".odt"
            assert name in converted, f"LibreOffice does not open {path}"
            kept = comments_in(os.path.join(folder, "out-odt", name))
            assert kept == comments_in(path) > 0, f"{name}: {comments_in(path)} comments written, {kept} read"
        records = make_documents(folder, "bien-ban", ("docx",), "-record.docx")
        pages = office(folder, "pdf", records)
        assert len(pages) == len(records), "LibreOffice does not open every record"
        for name in pages:
            end_is_on_the_last_page(os.path.join(folder, "out-pdf", name))
    print(f"office: {len(records)} records and {len(annotated)} annotated copies opened, with all their comments")


if __name__ == "__main__":
    main()
