#!/usr/bin/env python3
"""What the documents say is what the program does: the README's example, limits, exit codes and error codes."""
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RASOAT = os.environ.get("RASOAT", os.path.join(ROOT, "build", "rasoat"))
MEBI = 1 << 20


def read(name):
    with open(os.path.join(ROOT, name), encoding="utf-8") as file:
        return file.read()


def run(*words):
    environment = {"PATH": os.environ["PATH"], "RASOAT_RULES": os.path.join(ROOT, "rules")}
    environment |= {key: value for key, value in os.environ.items() if key.endswith("SAN_OPTIONS")}
    return subprocess.run([RASOAT, *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


# --- the example of the README -------------------------------------------------------------------------------

def shape(lines):
    """Of a report: its headings, the labels of its fields and the statuses of its gaps, without any count."""
    for line in lines:
        field = re.match(r" *([^\W\d][\w, ]*:)  ", line)
        gap = re.match(r" *\d+\. (\S [^:]+:) ", line)
        if field or gap:
            yield (field or gap).group(1)
        elif re.match(r" +✓ ", line) and not re.search(r"✓ +±", line):
            yield "✓"
        elif re.match(r"Kết luận: ", line):
            yield "Kết luận: …"
        elif re.search(r"✓ +±", line) or re.match(r"[^a-z ].{8}", line) and re.sub(r" \(.*\)$", "", line).isupper():
            yield line.strip()


def in_order(parts, whole):
    """The first of parts that does not follow in whole what stands before it; None when all do."""
    rest = iter(whole)
    return next((part for part in parts if part not in rest), None)


def the_example_is_of_a_report_as_it_is_today():
    block = re.search(r"^    \$ rasoat (.+)\n((?:    .*\n|\n)+)", read("README.md"), re.M)
    done = run(*block.group(1).split())
    wanted = list(shape(line[4:] for line in block.group(2).split("\n")))
    assert done.returncode == 1, f"exit {done.returncode}: {done.stderr}"
    assert len(wanted) > 20, f"the README's example has no shape: {wanted}"
    lost = in_order(wanted, shape(done.stdout.split("\n")))
    assert lost is None, f"“{lost}” of the README's example is not in the report, or not in that place"


# --- limits --------------------------------------------------------------------------------------------------

def limits_of_code():
    text = read("src/base/limits.c")
    found = re.findall(r"\.(\w+) = ([\d *]+),", text)
    return {name: eval(value) for name, value in found}  # products of numbers, by the pattern


def limits_of_readme():
    """Error code → the cell of its row."""
    rows = re.findall(r"^\| .+? \| (.+?) \| `(limit-[a-z-]+)` \|$", read("README.md"), re.M)
    return {code: cell for cell, code in rows}


def the_table_of_limits_is_that_of_the_code():
    code = limits_of_code()
    expected = {
        "limit-file-size": f"{code['file_bytes'] // MEBI} MiB",
        "limit-entries": f"{code['entries']:,}".replace(",", " "),
        "limit-bytes": f"{code['part_bytes'] // MEBI} MiB, {code['inflated_bytes'] // MEBI} MiB; "
                       + f"{code['label_bytes']:,} bytes".replace(",", " "),
        "limit-ratio": f"{code['ratio']}",
        "limit-xml-depth": f"{code['xml_depth']}",
        "limit-table-nesting": f"{code['table_depth']}",
        "limit-blocks": f"{code['blocks']:,}".replace(",", " "),
        "limit-match-steps": f"{code['match_steps'] // 10**6} million",
        "limit-time": f"{code['wall_ms'] // 1000} s",
        "limit-memory": f"{code['process_bytes'] // MEBI} MiB",
    }
    assert limits_of_readme() == expected, f"README: {limits_of_readme()}\ncode: {expected}"


def limit_rows(name):
    return re.findall(r"^\| .+? \| .+? \| `(?:limit-[a-z-]+|doctype)` \|$", read(name), re.M)


def security_has_the_limits_of_the_readme():
    assert limit_rows("SECURITY.md") == limit_rows("README.md"), "the tables of limits differ"


# --- codes ---------------------------------------------------------------------------------------------------

def error_codes():
    return re.findall(r"\[RASOAT_ERROR_\w+\] =\s*\{\s*\"([a-z-]+)\"", read("src/base/error.c"))


def every_error_code_is_in_the_header_and_the_manual():
    codes = error_codes()
    header = re.findall(r"^    RASOAT_ERROR_\w+, +/\* \"([a-z-]+)\"", read("src/rasoat.h"), re.M)
    assert header == codes, f"rasoat.h: {header}\nerror.c: {codes}"
    manual = set(re.findall(r"^\.It Cm ([a-z-]+)$", read("src/rasoat.1"), re.M))
    of_documents = [code for code in codes if code not in ("rules", "usage", "output", "record")]
    assert set(of_documents) <= manual, f"not in the manual: {set(of_documents) - manual}"


def the_codes_that_the_readme_names_exist():
    named = set(re.findall(r"`(limit-[a-z-]+|doctype)`", read("README.md")))
    assert named <= set(error_codes()), f"no such codes: {named - set(error_codes())}"
    assert {code for code in error_codes() if code.startswith("limit-")} <= named, "a limit is not in the README"


def the_readme_gives_the_exit_codes_of_the_help():
    told = re.findall(r"^\| ([0-3]) \| .* · (.+) \|$", read("README.md"), re.M)
    helped = re.sub(r"\s+", " ", run("--help").stdout)
    assert [code for code, _ in told] == ["0", "1", "2", "3"], told
    for code, words in told:
        brief = words.replace("`", "").replace("at or above it", "at or above --fail-on")
        assert brief in helped, f"exit {code}: the help does not say “{brief}”"


# --- commands ------------------------------------------------------------------------------------------------

def the_readme_names_every_command_and_no_other():
    named = set(re.findall(r"^\| `rasoat (\w+)", read("README.md"), re.M))
    there = set(re.findall(r"^  (\w+) {2,}", run("--help").stdout.split("Mã kết thúc")[0], re.M))
    assert named == there, f"README: {named}\nprogram: {there}"


def every_make_target_that_is_named_exists():
    targets = set(re.findall(r"^([\w-]+(?: [\w-]+)*):", read("Makefile"), re.M))
    targets = {word for words in targets for word in words.split()} | {"unit-fold", "unit-NAME"}
    for name in ("README.md", "CONTRIBUTING.md", "src/README.md"):
        named = set(re.findall(r"(?:^    |`)make ([a-z][\w-]*)", read(name), re.M))
        assert named <= targets, f"{name} names {named - targets}"


def every_file_that_is_linked_exists():
    for name in ("README.md", "CONTRIBUTING.md", "src/README.md", "rules/README.md", "corpus/README.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", read(name)):
            assert os.path.exists(os.path.join(ROOT, os.path.dirname(name), link)), f"{name} links to {link}"


TESTS = [the_example_is_of_a_report_as_it_is_today, the_table_of_limits_is_that_of_the_code,
         security_has_the_limits_of_the_readme,
         every_error_code_is_in_the_header_and_the_manual, the_codes_that_the_readme_names_exist,
         the_readme_gives_the_exit_codes_of_the_help, the_readme_names_every_command_and_no_other,
         every_make_target_that_is_named_exists, every_file_that_is_linked_exists]


def main():
    failed = 0
    for test in TESTS:
        try:
            test()
        except AssertionError as wrong:
            failed += 1
            print(f"FAILED {test.__name__}: {wrong}")
    print(f"docs: {len(TESTS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
