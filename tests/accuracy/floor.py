"""The floor under measured figures: floor.tsv holds part, figure and least value, and only rises."""
import os

OWN_COMMANDS = ("wording-", "mixture-", "omission-", "refusal-", "lawful-")  # measured by other commands than test.py
FLOOR = os.path.join(os.path.dirname(os.path.abspath(__file__)), "floor.tsv")


def read_floor():
    floor = {}
    with open(FLOOR, encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                part, name, value = line.split()
                floor[part, name] = float(value)
    return floor


def check_floor(part, figures, prefix=None):
    """Compares the figures of a part with the floor (those whose names begin with prefix, or with none of
    OWN_COMMANDS); says what lies below. Returns how many reach it and how many do not."""
    passed = failed = 0
    for (floor_part, name), least in read_floor().items():
        if floor_part != part or (not name.startswith(prefix) if prefix else name.startswith(OWN_COMMANDS)):
            continue
        if figures.get(name, 0.0) >= least:
            passed += 1
        else:
            failed += 1
            print(f"BELOW FLOOR: {part} {name} is {figures.get(name, 0.0):.3f}, the floor is {least:.3f}")
    return passed, failed
