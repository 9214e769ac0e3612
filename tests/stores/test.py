#!/usr/bin/env python3
"""A store (rasoat.db) that somebody else has written to: it is refused with a way out, or what it says is told; nothing
crashes, and nothing is taken for what it is not.

usage: test.py [-v]   -v: with all values in each column and all commands; else every fifth, by one command in turn
"""
import glob
import os
import shutil
import sqlite3
import sys

TESTS_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [os.path.join(TESTS_FOLDER, name) for name in ("", "batch", "waivers")]
from cases import run_cases  # noqa: E402
import district_cases as district  # noqa: E402
from runs import lines, make_older, put, regulation, rows, run  # noqa: E402

NOT_BEGUN = 2
HUGE = "ạ" * 300_000
VALUES = (None, -1, 0, 7, 2 ** 40, -2 ** 63, 1e300, "", "x", HUGE, b"", b"\xff\0'<", "2026-13-45", "{", "complete", "judged")
# of results: one that is not there is missed, one of another text is refused where it is asked for
UNSEALED = {("results", "id"), ("results", "shingles")}
WAY_OUT = ("move this file away", "chuyển tệp này đi nơi khác")


def store(folder):
    """Two rounds with everything a store may hold: units of a roster, what is waived, copies, a file that is broken."""
    nop, out = district.sent(folder)
    put(nop, "hong.docx", b"PK\3\4 hong")
    put(nop, "kim-dong.fodt", regulation("TRƯỜNG THCS KIM ĐỒNG", 2))
    put(nop, "le-loi.fodt", regulation("TRƯỜNG THCS LÊ LỢI", 3, extra="TRƯỜNG THCS KIM ĐỒNG"))
    waivers = district.waiver_file(folder, *district.OWN, *district.IDLE)
    options = ("--roster", folder + "/ds.csv", "--waivers", waivers)
    for _ in range(2):
        done = district.audit(nop, out, *options)
        assert done.returncode in (1, 3), done
    for table in ("dictionaries", "results", "rounds", "files", "units", "pairs", "waivers", "waived", "seals"):
        assert rows(out, f"SELECT count(*) FROM {table}")[0][0] > 0, table
    return nop, out, options


def copied(sound, out):
    shutil.rmtree(out, True)
    shutil.copytree(sound, out)


def database(out, change):
    with sqlite3.connect(out + "/rasoat.db") as file:
        change(file)
    file.close()


def commands(folder, nop, out, options):
    yield "report", out, "-f", "html", "-f", "csv", "-f", "jsonl", "-f", "xlsx"
    yield "merge", "-o", folder + "/joined", out
    yield "audit", nop, "-o", out, district.AS_OF, *options


def schema(sql, *places):
    """A change of the text of the schema itself, which leaves the pages as they are."""
    def change(file):
        file.execute("PRAGMA writable_schema=ON")
        file.execute(sql, places)
    return change


def statements(*sql):
    def change(file):
        for statement in sql:
            file.execute(statement)
    return change


CHANGES_OF_THE_SCHEMA = {
    "a column less": statements("ALTER TABLE results DROP COLUMN title"),
    "a column more": statements("ALTER TABLE units ADD COLUMN note TEXT"),
    "another name": statements("ALTER TABLE files RENAME COLUMN doubt TO doubts"),
    "another type": schema("UPDATE sqlite_schema SET sql=replace(sql, 'level INTEGER NOT NULL', 'level BLOB') WHERE name='results'"),
    "NULL let in": schema("UPDATE sqlite_schema SET sql=replace(sql, 'TEXT NOT NULL', 'TEXT') WHERE name='units'"),
    "two columns in each other's place": schema("UPDATE sqlite_schema SET sql=replace(sql, 'unit TEXT, parent TEXT', 'parent TEXT, unit TEXT')"
                                                " WHERE name='results'"),
    "a table less": statements("DROP TABLE pairs"),
    "a table more": statements("CREATE TABLE mine(id INTEGER)"),
    "an index less": statements("DROP INDEX files_by_unit"),
    "an index of other columns": statements("DROP INDEX files_by_unit", "CREATE INDEX files_by_unit ON files(unit, round, path)"),
    "a view in place of a table": statements("ALTER TABLE units RENAME TO kept", "CREATE VIEW units AS SELECT * FROM kept"),
    "a trigger": statements("CREATE TRIGGER harm AFTER INSERT ON files BEGIN DELETE FROM results; END"),
    "a column that is computed": statements("ALTER TABLE rounds RENAME TO kept",
                                            "CREATE TABLE rounds AS SELECT * FROM kept", "DROP TABLE kept",
                                            "ALTER TABLE rounds ADD COLUMN more AS (abs(-9223372036854775807 - shard))"),
}


def tables_that_are_not_ours_are_refused_and_stay(folder):
    nop, sound, options = store(folder)
    out = folder + "/changed"
    for name, change in CHANGES_OF_THE_SCHEMA.items():
        copied(sound, out)
        database(out, change)
        with open(out + "/rasoat.db", "rb") as file:
            before = file.read()
        for words in commands(folder, nop, out, options):
            done = run(*words)
            said = done.stderr.decode()
            assert done.returncode == NOT_BEGUN and "another program" in said and WAY_OUT[0] in said and "rasoat.db" in said, (name, done)
            with open(out + "/rasoat.db", "rb") as file:
                assert file.read() == before, (name, words)


def fault_of(done, sound, table):
    """What is wrong with an answer, which is the one to the sound store, or a refusal with a way out; of a round that is
    not finished, or a part of one, that is another. None: nothing."""
    said = done.stderr.decode()
    if not 0 <= done.returncode <= 3 or "CRITICAL" in said or "WARNING" in said or "assertion" in said:
        return f"ended with {done.returncode}: {said}"
    if done.returncode not in (sound, NOT_BEGUN):
        return f"ended with {done.returncode}, as if it were sound: {said}"
    if done.returncode == NOT_BEGUN and table != "rounds" and not any(way in said for way in WAY_OUT):
        return f"no way out: {said}"
    return None


def no_value_of_any_column_crashes(folder):
    nop, sound, options = store(folder)
    out, number, sealed, wrong = folder + "/changed", 0, 0, []
    copied(sound, out)
    known = [run(*words).returncode for words in commands(folder, nop, out, options)]
    columns = rows(sound, "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type='table'")
    assert len(columns) > 60, columns
    for table, column in columns:
        for value in VALUES:
            number += 1
            if number % 5 and "-v" not in sys.argv:
                continue
            copied(sound, out)
            try:
                database(out, lambda file: file.execute(f"UPDATE OR IGNORE {table} SET {column}=?", (value,)))
            except sqlite3.IntegrityError:
                continue
            with open(sound + "/rasoat.db", "rb") as was, open(out + "/rasoat.db", "rb") as now:
                if was.read()[100:] == now.read()[100:]:
                    continue
            turns = list(zip(commands(folder, nop, out, options), known))
            for words, code in turns if "-v" in sys.argv else [turns[number // 5 % 3]]:
                done = run(*words)
                fault = fault_of(done, code, table)
                if not fault and (table, column) not in UNSEALED and table != "dictionaries":
                    sealed += 1
                    fault = None if done.returncode == NOT_BEGUN else "told as if it were sound"
                if fault:
                    wrong.append((table, column, str(value)[:20], words[0], fault))
            shutil.rmtree(folder + "/joined", True)
    assert sealed > 90 and not wrong, (sealed, wrong)


def what_stands_beside_a_record_is_sealed_with_it(folder):
    """Also what no rule of values can tell: another title, another date, shingles of another text."""
    nop, sound, options = store(folder)
    out = folder + "/changed"
    for change in ("title='QUY CHẾ'", "issued='2020-01-01'", "unit=NULL", "unit=''", "unit='B', parent='A'", "verdict='complete', level=5",
                   "sha256=replace(sha256, 'a', 'b')", "other_unit=1-other_unit", "fleeting=1-fleeting", "number=number||' '",
                   "record=substr(record, 1, length(record)-1)", "record=record||x'00'"):
        copied(sound, out)
        rows(out, f"UPDATE results SET {change} WHERE outcome='judged'")
        for words in commands(folder, nop, out, options):
            done = run(*words)
            assert done.returncode == NOT_BEGUN and "is damaged" in done.stderr.decode(), (change, done)
    copied(sound, out)
    rows(out, "UPDATE results SET shingles=(SELECT shingles FROM results WHERE shingles IS NOT NULL LIMIT 1)")
    done = run("audit", nop, "-o", out, district.AS_OF, *options)
    assert done.returncode == NOT_BEGUN and "is damaged" in done.stderr.decode(), done


SAID_OF_ROUNDS = (
    "units SET name='TRƯỜNG THCS TRẦN PHÚ' WHERE path IS NOT NULL", "units SET name=name||' '", "units SET parent='UBND XÃ HÒA AN'", "units SET kind='x'",
    "units SET staff=staff+1", "units SET pattern='*.docx'", "files SET reason='lock-file' WHERE reason='hidden'", "files SET reason='no-name' WHERE reason='not-listed'", "files SET size=size+1",
    "files SET mtime=mtime-1", "pairs SET share=share-0.0625", "pairs SET in_one='x'",
    "waivers SET reason='x'", "waivers SET approver=approver||'x'", "waivers SET expires='2099-12-31'", "waived SET findings=findings+1",
    "rounds SET as_of='2024-01-01'", "rounds SET folder=x'2f'", "rounds SET finished='2020-01-01T00:00:00Z'", "rounds SET finished=NULL",
    "seals SET sum=sum+1", "seals SET round=round+7")


def what_a_round_says_is_sealed_with_it(folder):
    """Of names, reasons and dates no rule can tell that they were others."""
    nop, sound, options = store(folder)
    put(nop, ".an.docx", b"x")
    assert run("audit", nop, "-o", sound, district.AS_OF, *options).returncode in (1, 3)
    out = folder + "/changed"
    for change in SAID_OF_ROUNDS:
        copied(sound, out)
        before = rows(out, "SELECT * FROM " + change.split()[0])
        rows(out, f"UPDATE {change}")
        assert rows(out, "SELECT * FROM " + change.split()[0]) != before, change
        for words in commands(folder, nop, out, options):
            done = run(*words)
            assert done.returncode == NOT_BEGUN and "is damaged" in done.stderr.decode(), (change, done)
    copied(sound, out)
    rows(out, "DELETE FROM seals WHERE round=1")
    assert run("report", out).returncode == NOT_BEGUN


def rounds_of_before_there_were_seals_are_read_and_sealed_then(folder):
    nop, out, options = store(folder)
    whole, code = lines(out), run("audit", nop, "-o", out, district.AS_OF, *options).returncode
    make_older(out, 3)
    rows(out, "UPDATE units SET name='TRƯỜNG THCS TRẦN PHÚ' WHERE line=2 AND round=1")
    assert run("report", "--round", "1", out).returncode == 0 and rows(out, "PRAGMA user_version") == [(3,)]
    assert run("audit", nop, "-o", out, district.AS_OF, *options).returncode == code and lines(out) == whole
    assert rows(out, "SELECT round FROM seals ORDER BY 1") == [(1,), (2,), (3,), (4,)]
    rows(out, "UPDATE units SET name='TRƯỜNG THCS LÊ LỢI' WHERE line=2 AND round=1")
    assert run("report", out).returncode == NOT_BEGUN


def results_of_before_there_were_seals_are_read_as_they_were(folder):
    nop, out, options = store(folder)
    whole, code = lines(out), run("audit", nop, "-o", out, district.AS_OF, *options).returncode
    rows(out, "UPDATE results SET record=substr(record, 1, length(record)-24)")
    assert run("audit", nop, "-o", out, district.AS_OF, *options).returncode == code and lines(out) == whole
    assert run("report", out).returncode == 0 and glob.glob(out + "/report/*")


def what_is_no_file_is_no_store_and_is_not_waited_for(folder):
    nop, out = folder + "/nop", folder + "/kq"
    put(nop, "le-loi.fodt", regulation("TRƯỜNG THCS LÊ LỢI", 3))
    os.mkdir(out)
    os.mkfifo(out + "/rasoat.db")
    for words in commands(folder, nop, out, ()):
        done = run(*words)
        assert done.returncode == NOT_BEGUN and "not a regular file" in done.stderr.decode(), done


TESTS = [what_is_no_file_is_no_store_and_is_not_waited_for,
         tables_that_are_not_ours_are_refused_and_stay, no_value_of_any_column_crashes,
         what_stands_beside_a_record_is_sealed_with_it, what_a_round_says_is_sealed_with_it,
         rounds_of_before_there_were_seals_are_read_and_sealed_then, results_of_before_there_were_seals_are_read_as_they_were]

sys.exit(run_cases("stores", TESTS))
