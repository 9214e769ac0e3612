#!/usr/bin/env python3
"""Texts for people are marked in the code, and each has its English in src/po/en.po.

The catalogue is what `make texts` would make of it, nothing in it is without English or doubtful, formats agree; and no
Vietnamese stands in a string that is not marked, save where it is no text of reports. No error is told in English alone.
Lists of words are whole: what stands beside a word in one is another word and not its English. Standard library and
gettext only.
"""
import glob
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ.get("BUILD", os.path.join(ROOT, "build"))

# Vietnamese that is not said to a reader in both languages, and why.
DATA = {
    "src/audit/consistency*.c": "words looked for in documents",
    "src/audit/citation_findings.c": "names of acts as a regulation writes them",
    "src/audit/annexes.c": "words looked for in documents",
    "src/audit/cited.c": "words looked for in documents",
    "src/audit/entr*.c": "words looked for in documents",
    "src/audit/citation_kinds.c": "symbols in numbers of acts",
    "src/audit/citation_scan.c": "symbols in numbers of acts",
    "src/audit/citations.c": "addresses in the document",
    "src/audit/examples.c": "documents around the examples of rules",
    "src/audit/marked_rows.c": "words looked for in documents",
    "src/audit/names.c": "words looked for in documents",
    "src/audit/refusals.c": "words looked for in documents",
    "src/audit/short_forms.c": "words looked for in documents",
    "src/audit/unit_mentions.c": "words looked for in documents",
    "src/batch/file_names.c": "words as names of files have them",
    "src/batch/roster.c": "titles of columns as lists have them",
    "src/batch/roster_rows.c": "words as lists have them",
    "src/batch/roster_words.c": "words as lists have them",
    "src/cli/completion.c": "answers that are understood; names of operands as --help shows them",
    "src/cli/completion_zsh.c": "descriptions that a shell shows, Vietnamese as the first line of --help",
    "src/cli/options.c": "answers that are understood",
    "src/document/*.c": "words looked for in documents; addresses in them",
    "src/report/minutes_*.c": "a record to sign is Vietnamese",
    "src/report/words.c": "parts of numbers of acts",
    "src/rules/instrument_basis.c": "an act as documents of offices name it",
    "src/rules/quantity*.c": "words of numbers",
    "src/text/*.c": "letters; words looked for in names of units",
}
MARKS = {"say", "N_", "NC_", "bilingual_format", "complain", "complain_of"}
# shapes of operands in the synopses of commands are Vietnamese, as in the manual
SYNOPSIS = re.compile(r"[A-ZÀ-Ỹ-]+\b[^a-zà-ỹ]|\[|[-A-ZÀ-Ỹ|]+$|-o THƯ-MỤC|(\\n  )?rasoat LỆNH")
TOKEN = re.compile(r'/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|[A-Za-z_]\w*|\S', re.S)
LETTERS = re.compile("[à-ỹÀ-Ỹ]")


def unmarked(source):
    """Vietnamese strings outside of the calls that mark them, with their lines."""
    calls, before = [], ""
    for match in TOKEN.finditer(source):
        token = match.group()
        if token.startswith("/*"):
            continue
        if token == "(":
            calls.append(before)
        elif token == ")" and calls:
            calls.pop()
        elif token[0] == '"' and LETTERS.search(token) and not any(call in MARKS for call in calls):
            if not SYNOPSIS.match(token[1:-1]):
                yield source.count("\n", 0, match.start()) + 1, token
        before = token
    return


def check_marks():
    data = {path for pattern in DATA for path in glob.glob(pattern)}
    for pattern in DATA:
        if not glob.glob(pattern):
            yield f"{pattern}: no such file; take it off the list in this test"
    for path in sorted(glob.glob("src/**/*.[ch]", recursive=True)):
        if path in data:
            continue
        with open(path, encoding="utf-8") as source:
            for line, token in unmarked(source.read()):
                yield f"{path}:{line}: not marked for translation: {token}"


LIST = re.compile(r"\bchar \s*\*[^;{}=]*\]\s*(?:=|\))\s*$")
# lists as they must not be, and as they may be
BROKEN_LISTS = ('const char *const a[] = {"a", N_("â"), "c"};', 'const char *a[] = {[ONE] = N_("à"), [TWO] = "b"};',
                'const char *const a[] = {"à", "á" "b", NULL};', 'f((const char *const[]){N_("à"), "b"});',
                'const char *const a[][4] = {{"x", N_("à"), "b"}};')
WHOLE_LISTS = ('const char *const a[] = {"à", "b", NULL, ""};', 'const char *const a[] = {[ONE] = N_("à"), [TWO] = N_("b"), NULL};',
               'const struct { const char *id, *words; } a[] = {{"a", N_("à")}, {"b", N_("b")}};',
               'const char *const a[] = {N_("dài " "hơn"), NC_("nơi", "này")};',
               'const char *const a[][2] = {{"x", N_("à")}, {"y", N_("b")}};', 'const char *const a[] = {say(l, text), "b"};',
               'const char *const a[] = {"SELECT a " "FROM b"};')


def elements(source, start):
    """The elements of the braces that open before start, each a list of its tokens with where they stand."""
    depth, found = 0, [[]]
    for match in TOKEN.finditer(source, start):
        token = match.group()
        if token.startswith("/*"):
            continue
        if token == "}" and depth == 0:
            return [element for element in found if element]
        depth += (token in "({[") - (token in ")}]")
        if token == "," and depth == 0:
            found.append([])
        else:
            found[-1].append((match.end(), token))
    return []


def faults_of_list(source, start):
    """A row of a table has two columns, of which one may be a text; three and more beside each other are a list."""
    marked, plain = [], []
    for element in elements(source, start):
        inner = next((end for end, token in element if token == "{"), None)
        if inner:
            if len(elements(source, inner)) > 2:
                yield from faults_of_list(source, inner)
            continue
        literals = [token for _, token in element if token[0] == '"' and token != '""']
        if literals:
            (marked if any(token in MARKS for _, token in element) else plain).append(literals)
    if marked and plain:
        yield f"some words of a list are marked and others are not: {marked[0][-1]}"
    for literals in plain:
        if len(literals) > 1 and LETTERS.search("".join(literals)):
            yield f"no comma after {literals[0]} in a list"


def broken_lists(source):
    """Lists of plain strings of which some are marked and others are not, or in which a comma is missing; with their
    lines."""
    for match in re.finditer(r"\{", source):
        if LIST.search(source, 0, match.start()):
            for fault in faults_of_list(source, match.end()):
                yield source.count("\n", 0, match.start()) + 1, fault


def check_lists():
    for source in BROKEN_LISTS:
        if not list(broken_lists(source)):
            yield f"this test no longer sees what is wrong in {source}"
    for source in WHOLE_LISTS:
        if list(broken_lists(source)):
            yield f"this test finds fault with {source}"
    for path in sorted(glob.glob("src/**/*.[ch]", recursive=True)):
        with open(path, encoding="utf-8") as source:
            for line, fault in broken_lists(source.read()):
                yield f"{path}:{line}: {fault}"


ERROR_SET = re.compile(r"\berror_set\(.*?\);", re.S)
CONVERSION = re.compile(r"%[-+ #0-9.*]*(?:l|z)?[a-zA-Z%]")


def english_errors(source):
    """Messages of errors in English alone: what error_set() is given in words, with their lines."""
    for match in ERROR_SET.finditer(source):
        for words in re.findall(r'"((?:[^"\\]|\\.)*)"', match.group()):
            if re.search("[A-Za-z]{2}", CONVERSION.sub("", words)):
                yield source.count("\n", 0, match.start()) + 1, words


def check_errors():
    if [words for _, words in english_errors('error_set(e, C, "%s: no %d such",\n a); error_set(e, C, "%s", a);')] != ["%s: no %d such"]:
        yield "this test no longer sees an error in English alone"
    for path in sorted(glob.glob("src/**/*.[ch]", recursive=True)):
        with open(path, encoding="utf-8") as source:
            for line, words in english_errors(re.sub(r"/\*.*?\*/", lambda c: "\n" * c.group().count("\n"), source.read(), flags=re.S)):
                yield f"{path}:{line}: an error in English alone, see base/error.h: {words}"


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout, done.stderr if done.returncode else ""


def check_catalogue():
    merged = os.path.join(BUILD.removeprefix(os.getcwd() + "/"), "po", "merged.po")  # as the Makefile calls it
    _, error = run("make", "-s", f"BUILD={BUILD}", merged)
    if error:
        yield error
        return
    if run("diff", "src/po/en.po", merged)[0]:
        yield "src/po/en.po is not up to date; run: make texts"
    for kind in ("--untranslated", "--only-fuzzy"):
        for text in re.findall(r"^msgid .*", run("msgattrib", kind, "--no-wrap", merged)[0], re.M):
            if text != 'msgid ""':
                yield f"src/po/en.po: {kind[2:]}: {text}"
    error = run("msgfmt", "--check", "-o", os.devnull, "src/po/en.po")[1]
    if error:
        yield error


def main():
    os.chdir(ROOT)
    faults = list(check_marks()) + list(check_lists()) + list(check_errors()) + list(check_catalogue())
    for fault in faults:
        print("FAILED translation:", fault)
    if not faults:
        print("translation: every text is marked and has its English")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
