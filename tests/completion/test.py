#!/usr/bin/env python3
"""Completion in real shells: bash by calling the function that it calls, zsh on a terminal of its own (zpty).

RASOAT names the program. What is completed is set beside --help, so that no option is forgotten.
"""
import os
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from cases import cases_of, run_cases

RASOAT = os.path.abspath(os.environ.get("RASOAT", "build/rasoat"))
FILES = "quy-che.docx", "CU.ODT", "hai tu.docx", "ket-qua.json", "ds.csv", "anh.png"


def script(shell):
    return subprocess.run([RASOAT, "completion", shell], capture_output=True, check=True).stdout.decode()


def help_of(*words):
    return subprocess.run([RASOAT, *words, "--help"], capture_output=True, check=True).stdout.decode()


def commands():
    part = help_of().split("Commands:\n")[1].split("\n\n")[0]
    return re.findall(r"^  (\S+)", part, re.M)


def options(command):
    return {word for line in re.findall(r"^  (-.*)", help_of(command), re.M)
            for word in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", line.split("=")[0])}


def bash(folder, *words):
    """What bash would offer for the last of the words; --option=value is three words to it."""
    call = """. "$1"; shift; complete -p rasoat >&2; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _rasoat
              ((${#COMPREPLY[@]})) && printf '%s\\n' "${COMPREPLY[@]}"; true"""
    done = subprocess.run(["bash", "--norc", "-c", call, "bash", f"{folder}/rasoat.bash", "rasoat", *words],
                          capture_output=True, cwd=f"{folder}/files", check=True)
    assert done.stderr.decode() == "complete -F _rasoat rasoat\n", done.stderr
    return set(done.stdout.decode().splitlines())


def zsh(folder, line):
    """What a person sees in zsh after TAB behind the line."""
    driver = f"""
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PS1= PROMPT2= RPS1=; stty columns 200 rows 50; fpath=({folder}/zsh $fpath); autoload -U compinit; compinit -u -d {folder}/dump'
zpty -w shell 'zstyle ":completion:*" list-prompt ""; LISTMAX=0; setopt auto_list no_list_ambiguous no_always_last_prompt; bindkey "^I" complete-word; cd {folder}/files; print REA''DY'
zpty -r -m shell text '*READY*'
zpty -w -n shell $'{line}\\t'
sleep 1
zpty -w -n shell $'\\x15print DO''NE\\n'
zpty -r -m shell text '*DONE*'
print -r -- $text
zpty -d shell
"""
    done = subprocess.run(["zsh", "-f", "-c", driver], capture_output=True, timeout=60, env={**os.environ, "TERM": "dumb"})
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", done.stdout.decode(errors="replace"))


def test_bash_completes_commands(folder):
    assert bash(folder, "") == {*commands(), "help", "--help", "--version"}
    assert bash(folder, "com") == {"compare", "completion"}


def test_bash_offers_every_option_of_the_help(folder):
    for command in commands():
        assert bash(folder, command, "-") == options(command) | {"-h", "--help"}, command
    assert bash(folder, "check", "--wa") == {"--waivers"}


def test_bash_completes_values(folder):
    formats = {"text", "html", "json", "jsonl", "annotated", "docx", "odt", "bien-ban"}
    assert bash(folder, "check", "-f", "") == bash(folder, "check", "--format", "") == formats
    assert bash(folder, "check", "--format", "=") == formats and bash(folder, "check", "--format", "=", "h") == {"html"}
    assert bash(folder, "compare", "--format", "=", "") == {"text", "html", "json"}
    assert "xlsx" in bash(folder, "report", "-f", "")
    assert bash(folder, "audit", "-l", "") == {"vi", "en"}
    assert bash(folder, "check", "--profile", "s") == {"school"}
    assert bash(folder, "merge", "--fail-on", "") == {"none", "conflict", "missing", "partial", "review"}
    assert bash(folder, "check", "--as-of", "") == set()
    assert bash(folder, "completion", "") == {"bash", "zsh"}
    assert "coverage" in bash(folder, "rules", "")
    assert bash(folder, "check", "--union", "") == {"có", "không", "yes", "no"}


def test_bash_completes_files_by_what_the_command_takes(folder):
    documents = {"quy-che.docx", "CU.ODT", "hai tu.docx", "nop"}
    assert bash(folder, "check", "") == bash(folder, "check", "-l", "en", "") == documents
    assert bash(folder, "compare", "quy-che.docx", "") == documents | {"ket-qua.json"}
    assert bash(folder, "audit", "") == bash(folder, "audit", "-o", "") == {"nop"}
    assert bash(folder, "check", "--waivers", "") == {"ds.csv", "nop"}
    assert bash(folder, "check", "-o", "k") == {"ket-qua.json"}
    assert bash(folder, "check", "hai") == {"hai tu.docx"}
    assert bash(folder, "rules", "show", "") == bash(folder, "rules", "list", "") == bash(folder, "completion", "zsh", "") == set()
    assert bash(folder, "rules", "try", "công khai", "") == documents


def test_zsh_says_what_options_are_for_in_the_language(folder):
    def said(*words):
        return subprocess.run([RASOAT, "completion", *words], capture_output=True, check=True).stdout.decode()

    english, vietnamese = said("-l", "en", "zsh"), said("--lang=vi", "zsh")
    assert vietnamese == script("zsh") and "ngôn ngữ" in vietnamese
    assert r"[language\: vi" in english and "[print this help]" in english and "'rules:show and" in english
    for text in "ngôn ngữ", "in hướng dẫn này", "so sánh hai bản", "lệnh":
        assert text in vietnamese and text not in english, text
    assert not re.search("LOẠI|TỆP|NGÔN-NGỮ|MỨC", english) and ":TỆP:" in vietnamese
    assert said("-l", "en", "bash") == script("bash")
    assert subprocess.run([RASOAT, "completion", "-l", "fr", "zsh"], capture_output=True).returncode == 2


def test_zsh_takes_the_script(folder):
    subprocess.run(["zsh", "-n", f"{folder}/zsh/_rasoat"], check=True)
    for command in commands():
        part = script("zsh").split(f"        {command})\n")[1].split(" ;;\n")[0]
        for option in options(command):
            assert re.search(rf"{option}[=+\[,}}]", part), (command, option)


def test_zsh_completes(folder):
    assert "compare" in zsh(folder, "rasoat compa") and "completion" in zsh(folder, "rasoat com")
    assert "--waivers" in zsh(folder, "rasoat check --wa")
    formats = zsh(folder, "rasoat check -f ")
    assert "bien-ban" in formats and "annotated" in formats, formats
    assert "enterprise" in zsh(folder, "rasoat check --profile=")
    files = zsh(folder, "rasoat check ")
    assert "quy-che.docx" in files and "CU.ODT" in files and "anh.png" not in files, files
    assert "quy-che.docx" in zsh(folder, "rasoat rules try a ") and "quy-che.docx" not in zsh(folder, "rasoat rules show ")


def prepare(folder):
    os.makedirs(f"{folder}/files/nop")
    os.mkdir(f"{folder}/zsh")
    for name in FILES:
        open(f"{folder}/files/{name}", "w").close()
    for shell, name in ("bash", "rasoat.bash"), ("zsh", "zsh/_rasoat"):
        with open(f"{folder}/{name}", "w") as out:
            out.write(script(shell))


def main():
    cases = cases_of(globals())
    if not shutil.which("zsh"):
        print("completion: zsh is not installed, bash alone is tested")
        cases = [case for case in cases if "zsh" not in case.__name__]
    return run_cases("completion", cases, prepare)


sys.exit(main())
