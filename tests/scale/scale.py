#!/usr/bin/env python3
"""How an audit grows: folders of so many documents, and for each the rate, what the processors worked, the memory of the
whole process tree at its peak, and the size of the store.

    scale.py [NUMBER…]        default: 1000 10000

A document is one of the regulations of the benchmark (8 to 15 pages, with the markup that Word leaves) with a tenth of
its paragraphs left out, others in each, so that no two are the same and families of copies are large, as in a
district where all started from one model. A roster names a unit for each. Everything is made in $TMPDIR and removed.
"""
import os
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
RASOAT = os.environ.get("RASOAT", str(ROOT / "build" / "rasoat"))
sys.path.insert(0, str(ROOT / "tests" / "bench"))
import make_files  # noqa: E402

A_FOLDER = 1000  # documents in one folder
MEBI = 1 << 20


def bases(folder):
    """The benchmark's documents: the pieces of their text, and the parts beside it."""
    found = []
    for name, pages in make_files.BASES.items():
        path = folder / f"{name}.docx"
        make_files.write_file(name, pages, path)
        with zipfile.ZipFile(path) as package:
            parts = {part: package.read(part) for part in package.namelist()}
        text = parts.pop("word/document.xml").decode()
        found.append((re.split(r"(?<=</w:p>)", text), parts))
    return found


def write_documents(folder, number):
    kinds = bases(folder)
    with open(folder / "roster.csv", "w", encoding="utf-8") as roster:
        roster.write("Đơn vị,Tệp\n")
        for index in range(number):
            pieces, parts = kinds[index % len(kinds)]
            draw = random.Random(index)
            text = "".join(piece for piece in pieces if not piece.startswith("<w:p") or draw.random() > 0.1)
            place = folder / "nop" / f"{index // A_FOLDER:03}"
            place.mkdir(parents=True, exist_ok=True)
            with zipfile.ZipFile(place / f"{index:06}.docx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
                for part, data in parts.items():
                    package.writestr(part, data)
                package.writestr("word/document.xml", text)
            roster.write(f"Đơn vị số {index},{index:06}.docx\n")


# --- memory --------------------------------------------------------------------------------------------------

def share_of_memory(process):
    """Bytes of a process and its children, what they share counted once (PSS)."""
    total = 0
    try:
        children = (pathlib.Path(f"/proc/{process}/task/{process}/children")).read_text().split()
        rollup = pathlib.Path(f"/proc/{process}/smaps_rollup").read_text()
        total += int(re.search(r"^Pss: +(\d+) kB", rollup, re.M).group(1)) * 1024
    except (OSError, AttributeError):
        return 0
    return total + sum(share_of_memory(child) for child in children)


def processor_seconds():
    """Of the commands that have ended, with their children."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def watched(command):
    """Seconds by the clock and of the processors, and the peak of memory, of a command and its children."""
    begun, used = time.monotonic(), processor_seconds()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               env=os.environ | {"RASOAT_RULES": str(ROOT / "rules")})
    texts = []
    reader = threading.Thread(target=lambda: texts.extend(process.communicate()))
    reader.start()
    peak = 0
    while reader.is_alive():
        peak = max(peak, share_of_memory(process.pid))
        reader.join(0.25)
    if process.returncode not in (0, 1, 3):
        sys.exit(f"{command}: exit {process.returncode}\n{texts[1]}")
    return time.monotonic() - begun, processor_seconds() - used, peak


def measure(number):
    with tempfile.TemporaryDirectory(prefix="rasoat-scale-") as place:
        folder = pathlib.Path(place)
        write_documents(folder, number)
        command = [RASOAT, "audit", str(folder / "nop"), "-o", str(folder / "kq"), "--quiet", "--as-of=2026-01-01",
                   "--roster", str(folder / "roster.csv")]
        first, work, peak = watched(command)
        again, work_again, peak_again = watched(command)
        store = (folder / "kq" / "rasoat.db").stat().st_size
    print(f"{number:>9} {number / first:>8.0f} {first / number * 1000:>8.2f} {work / number * 1000:>8.2f}"
          f" {max(peak, peak_again) / MEBI:>10.0f} {store / MEBI:>9.0f} {store / number / 1024:>9.1f}"
          f" {number / again:>12.0f} {again / number * 1000:>8.2f} {work_again / number * 1000:>8.2f}", flush=True)


def main():
    print(f"{os.cpu_count()} processors; ms by the clock, and of all processors\n"
          "documents a second  ms each      cpu   peak MiB store MiB  KiB each  nothing new:  ms each      cpu")
    for number in map(int, sys.argv[1:] or ("1000", "10000")):
        measure(number)


if __name__ == "__main__":
    main()
