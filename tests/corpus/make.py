#!/usr/bin/env python3
"""Builds the corpus from tests/corpus/sources, or checks that the committed files are what the sources give.

    make.py [NAME...]    build the named files, or all, into corpus/
    make.py --check      build nothing; exit 1 when a file or its labels are not as they should be
"""

import argparse
import io
import pathlib
import sys
import zipfile

import docx_writer
import labels
import markup
import odt_writer

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = HERE / "sources"
CORPUS = HERE.parent.parent / "corpus"
ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def package(members):
    """A ZIP of (name, text) members with fixed dates; an ODF mimetype stands first, stored."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members:
            info = zipfile.ZipInfo(name, ZIP_DATE)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0
            info.create_system = 0
            archive.writestr(info, text.encode("utf-8"))
    return buffer.getvalue()


def build(path):
    """Build one source: (path of the built file, its bytes)."""
    source = markup.parse(path.stem, path.read_text(encoding="utf-8"))
    suffix = source.settings["format"]
    if suffix == "docx":
        data = package(docx_writer.members(source))
    elif suffix == "odt":
        data = package(odt_writer.members(source))
    elif suffix == "fodt":
        data = odt_writer.flat(source).encode("utf-8")
    else:
        raise ValueError(f"{path.name}: unknown format {suffix!r}")
    return CORPUS / f"{path.stem}.{suffix}", data


def contents(data):
    """What a file holds, whatever compressed it: its members with their dates, or its bytes."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(i.filename, i.date_time, i.compress_type, archive.read(i)) for i in archive.infolist()]


def check_files(paths):
    """Complaints about files that are not what their sources give."""
    complaints = []
    for path in paths:
        target, data = build(path)
        if not target.exists():
            complaints.append(f"{target.name}: not built")
        elif contents(target.read_bytes()) != contents(data):
            complaints.append(f"{target.name}: differs from {path.name}; run make.py")
    return complaints


def check_labels(paths):
    """Complaints about the label files of these sources."""
    asked = labels.read_table(CORPUS / "rows.tsv")
    complaints = []
    for path in paths:
        label_file = CORPUS / f"{path.stem}.labels.tsv"
        if label_file.exists():
            complaints += labels.check(label_file, asked)
        else:
            complaints.append(f"{label_file.name}: not there")
    return complaints


def main():
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the committed files; build nothing")
    parser.add_argument("names", nargs="*", help="names of sources; all when none is given")
    arguments = parser.parse_args()
    paths = [SOURCES / f"{n}.txt" for n in arguments.names] or sorted(SOURCES.glob("*.txt"))
    if arguments.check:
        complaints = check_files(paths) + check_labels(paths)
        print("\n".join(complaints) or f"{len(paths)} files and their labels are as they should be",
              file=sys.stderr if complaints else sys.stdout)
        return 1 if complaints else 0
    for path in paths:
        target, data = build(path)
        target.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
