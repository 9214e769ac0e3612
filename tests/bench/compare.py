#!/usr/bin/env python3
"""What people would use instead, side by side with rasoat in one run: medians of CPU time and ratios.

    compare.py [--growth] FILE...

Each tool reads the same files in turn, round after round, so that a busy machine slows all alike. Whole processes
are timed, their start-up and children included: pandoc and LibreOffice to text and docx2txt with a grep for a hundred
expressions after them, python3-docx with a hundred compiled expressions, and rasoat check with all rules. A tool that
is not installed is left out (make deps-bench). Then the share of start-up, two workers beside one, and with --growth
time and memory against the length of a document. RASOAT names the program, ROUNDS the rounds.
"""

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RASOAT = os.environ.get("RASOAT", str(ROOT / "build/rasoat"))
CHECK = [RASOAT, "check", "--rules", str(ROOT / "rules"), "--fail-on", "none", "-f", "jsonl", "-o", "/dev/null"]
EXPRESSIONS = 100


SEPARATOR = r"\W+"


def sequence(tokens, first):
    """The expression of a phrase's tokens up to one that closes it, which is left. first: nothing stands before."""
    found = ""
    while tokens and tokens[0] not in "|]}":
        token = tokens.pop(0)
        before = "" if first else SEPARATOR
        if token in "[{":
            choices = [sequence(tokens, first)]
            while tokens.pop(0) == "|":
                choices.append(sequence(tokens, first))
            found += f"(?:{'|'.join(choices)})" + ("?" if token == "[" else "")
        elif token.startswith("<"):
            found += rf"(?:\W+\w+){{0,{token[1:-1]}}}"
        else:
            found += before + re.escape(token)
        first = first and token == "["  # what may be left out may leave its separator behind
    return found


def expressions():
    """A hundred expressions of what people would look for: phrases of the rules that are words, choices and gaps."""
    phrases = set()
    for path in (ROOT / "rules").glob("agency-*.xml"):
        for text in re.findall(r"<phrase>([^<]*)</phrase>", path.read_text()):
            text = text.replace("&lt;", "<").replace("&gt;", ">")
            if not re.search(r"[@!#/^$]", text):
                phrases.add(" ".join(text.split()))
    chosen = sorted(phrases)
    chosen = chosen[:: max(1, len(chosen) // EXPRESSIONS)][:EXPRESSIONS]
    assert len(chosen) == EXPRESSIONS, f"only {len(chosen)} phrases can be written as expressions"
    return [r"\b" + sequence(re.findall(r"[][{}|]|<\d+>|[^][{}|<>\s]+", text), True) for text in chosen]


PYTHON_DOCX = """
import re, sys
from docx import Document
expressions = [re.compile(line.rstrip("\\n"), re.I) for line in open(sys.argv[1])]
for path in sys.argv[2:]:
    document = Document(path)
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    for text in texts:
        for expression in expressions:
            expression.search(text)
"""


def cpu_seconds(command, **options):
    """CPU time of a command with its children, which it waits for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


BATCH = 12  # times the files, for tools that are quick: their start-up is then a small part


def tools(files, patterns, folder):
    """Names of the tools that are there, with their commands and how many files each reads."""
    joined = Path(folder) / "joined"
    joined.write_text("|".join(f"(?:{line})" for line in patterns.read_text().splitlines()))
    grep = f'{{ LC_ALL=C.UTF-8 grep -c -i -P -f "{joined}" || true; }}'
    each = " ".join(f'"{path}"' for path in files)
    found = {"rasoat": (CHECK + files * BATCH, BATCH)}
    if shutil.which("pandoc"):
        found["pandoc, grep"] = (["sh", "-c", f'for f in {each}; do pandoc -t plain "$f" | {grep}; done'], 1)
    if shutil.which("docx2txt"):
        found["docx2txt, grep"] = (["sh", "-c", f'for f in {each}; do docx2txt "$f" - | {grep}; done'], 1)
    if shutil.which("soffice"):
        found["LibreOffice, grep"] = (["sh", "-c", f"soffice -env:UserInstallation=file://{folder}/office --headless "
                                      f'--convert-to txt:Text --outdir "{folder}/text" {each} && '
                                      f'for f in "{folder}"/text/*.txt; do {grep} < "$f"; done'], 1)
    for python in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import docx"], stderr=subprocess.DEVNULL, check=False).returncode == 0:
            found["python3-docx"] = ([python, "-c", PYTHON_DOCX, str(patterns)] + files * 3, 3)
    return found


def compare(files, rounds):
    """The table of tools."""
    with tempfile.TemporaryDirectory() as folder:
        patterns = Path(folder) / "patterns"
        patterns.write_text("\n".join(expressions()) + "\n")
        commands = tools(files, patterns, folder)
        times = {name: [] for name in commands}
        for _ in range(rounds):
            for name, (command, repeated) in commands.items():
                times[name].append(cpu_seconds(command) / repeated / len(files))
    own = statistics.median(times["rasoat"])
    print(f"{'tool':<18} {'ms a file':>10} {'x rasoat':>9}   (CPU time, start-up included)")
    for name, seconds in times.items():
        middle = statistics.median(seconds)
        print(f"{name:<18} {middle * 1e3:>10.1f} {middle / own:>9.1f}")


def start_up(files, rounds):
    """What loading the rules is of a batch of a hundred files."""
    hundred = (files * (100 // len(files) + 1))[:100]
    lint = [RASOAT, "rules", "list", "--rules", str(ROOT / "rules")]
    load = statistics.median(cpu_seconds(lint) for _ in range(rounds))
    whole = statistics.median(cpu_seconds(CHECK + hundred) for _ in range(rounds))
    print(f"start-up {load * 1e3:.0f} ms, {load / whole * 100:.1f} % of a batch of 100 files ({whole * 1e3:.0f} ms)")


def two_workers(files, rounds):
    """Wall time of two processes beside that of one, on the same files."""
    many = files * (400 // len(files))

    def wall(shares):
        start = time.monotonic()
        running = [subprocess.Popen(CHECK + share, stderr=subprocess.DEVNULL) for share in shares]
        for process in running:
            process.wait()
        return time.monotonic() - start

    ratios = [wall([many]) / wall([many[::2], many[1::2]]) for _ in range(rounds)]
    print(f"two processes are {statistics.median(ratios):.2f} times as fast as one "
          f"({len(os.sched_getaffinity(0))} cores, {len(many)} files)")


def write_lean(path, pages):
    """A regulation of so many pages without any more markup than it needs."""
    sentence = ("Người đứng đầu cơ quan có trách nhiệm công khai dự toán, quyết toán ngân sách hằng năm chậm nhất là "
                "05 ngày làm việc kể từ ngày văn bản được ban hành, bằng hình thức niêm yết tại trụ sở cơ quan.")
    lines = ["QUY CHẾ", "Thực hiện dân chủ ở cơ sở trong hoạt động của Sở Nội vụ"]
    for article in range(1, pages * 2 + 1):
        lines.append(f"Điều {article}. Những nội dung phải công khai")
        lines += [f"{clause}. {sentence}" for clause in range(1, 6)]
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    base = ROOT / "corpus/complete-department.docx"
    with zipfile.ZipFile(base) as lean, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part in lean.namelist():
            data = lean.read(part).decode()
            if part == "word/document.xml":
                data = data[: data.index("<w:body>")] + f"<w:body>{body}</w:body></w:document>"
            package.writestr(part, data)
    return len("".join(lines).encode())


def usage(command):
    """CPU seconds and peak memory in bytes of a command."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read()
    _, _, used = os.wait4(process.pid, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, output


def growth():
    """Time and memory against length; what an empty run takes is taken off both."""
    print(f"{'pages':>6} {'text MiB':>9} {'ms':>9} {'ms a page':>10} {'memory MiB':>11} {'x text':>7}  outcome")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.docx"
        command = [RASOAT, "check", "--rules", str(ROOT / "rules"), "--fail-on", "none", "-f", "jsonl"]
        write_lean(path, 1)
        base_time, base_memory, _ = usage(command + [str(path)])
        for pages in (10, 100, 1000, 10000):
            size = write_lean(path, pages)
            seconds, memory, output = usage(command + [str(path)])
            outcome = re.search(rb'"outcome":"([^"]*)","error":(null|\{"code":"[^"]*")', output)
            print(f"{pages:>6} {size / 2**20:>9.2f} {(seconds - base_time) * 1e3:>9.1f} "
                  f"{(seconds - base_time) * 1e3 / pages:>10.3f} {(memory - base_memory) / 2**20:>11.1f} "
                  f"{(memory - base_memory) / size:>7.1f}  {outcome[1].decode()} {outcome[2].decode()}")


def main():
    rounds = int(os.environ.get("ROUNDS", "5"))
    if sys.argv[1:2] == ["--growth"]:
        growth()
        return
    compare(sys.argv[1:], rounds)
    start_up(sys.argv[1:], rounds)
    two_workers(sys.argv[1:], rounds)


if __name__ == "__main__":
    main()
