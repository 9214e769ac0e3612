"""The cases of a test script: functions that take an empty folder and raise when something is wrong."""
import tempfile


def cases_of(names):
    """Those of a module's globals() whose names begin with test_, in the order they stand there."""
    return [value for name, value in names.items() if name.startswith("test_")]


def run_cases(script, cases, prepare=None):
    """Runs every case in a folder of its own, which prepare(folder) fills, and prints those that failed and how many
    passed. Returns the exit code."""
    failed = 0
    for case in cases:
        with tempfile.TemporaryDirectory(prefix=f"rasoat-{script}-") as folder:
            try:
                if prepare:
                    prepare(folder)
                case(folder)
            except Exception as error:  # every case is run
                failed += 1
                print(f"FAILED {case.__name__}: {type(error).__name__} {error}")
    print(f"{script}: {len(cases) - failed} passed, {failed} failed")
    return 1 if failed else 0
