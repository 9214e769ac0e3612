"""Checks the label files of the corpus: every row once, known words, and groups that follow from their items.

The rules are those of corpus/README.md; the rows that each profile and era ask for stand in corpus/rows.tsv.
"""

import csv

ITEM_STATUSES = {"met", "partial", "missing", "conflict", "not-applicable"}
GROUP_STATUSES = ITEM_STATUSES
CITATION_STATUSES = {"in-force", "superseded", "wrong", "unknown"}
OUTCOMES = {"judged", "not-a-regulation", "unreadable"}
OTHER_KINDS = {"plan", "report", "decision", "minutes", "notice", "labour-rules", "village-convention", "other-regulation"}
PARTS = {"development", "test", "unseen"}
ERAS = {"agency": {"04-2015", "10-2022"}, "school": {"04-2015", "10-2022"}, "commune": {"34-2007", "10-2022"},
        "enterprise": {"60-2013", "149-2018", "145-2020", "10-2022"}}
SCHOOL_ROWS_FROM = "2020-07-01"
RESOLUTION, RESOLUTION_FROM = "02-2017", "2017-01-01"
ALL_GROUPS = ("disclosure", "forms-of-disclosure", "discuss-decide", "consult", "supervise", "head-duties", "staff-duties",
              "relations", "conference", "dialogue", "inspection-body", "implementation", "legal-basis")


def read_table(path):
    """Rows of a tab-separated file as dictionaries."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def rows_asked(facts, rows):
    """The rows that a regulation with these facts is labelled by.

    A school is asked what an agency is, and from 2020-07-01 the rows of 11/2020/TT-BGDĐT too; an enterprise under
    10/2022/QH15 is a State one and is asked chapter IV of the law alone.
    """
    profile, era = facts.get("profile"), facts.get("era")
    asked = {("agency" if profile == "school" else profile, era)}
    if profile == "school" and facts.get("as-of", "") >= SCHOOL_ROWS_FROM:
        asked.add(("school", "11-2020"))
    return [r for r in rows if (r["profile"], r["era"]) in asked]


def demands_asked(facts, rows):
    """The rows of what the provincial resolution asks of every regulation of this kind of unit, since it was adopted."""
    if facts.get("as-of", "") < RESOLUTION_FROM:
        return []
    profile = "agency" if facts.get("profile") == "school" else facts.get("profile")
    return [r for r in rows if (r["profile"], r["era"]) == (profile, RESOLUTION)]


def group_status(statuses):
    """The status of a group from the statuses of its items; what is not applicable is left out."""
    statuses = [s for s in statuses if s != "not-applicable"]
    if not statuses:
        return "not-applicable"
    if len(statuses) == 1:
        return statuses[0]
    score = sum({"met": 1.0, "partial": 0.5}.get(s, 0.0) for s in statuses)
    if score >= len(statuses) / 2:
        return "met"
    return "missing" if set(statuses) == {"missing"} else "partial"


def check_words(name, rows):
    """Complaints about words that the label files do not know."""
    known = {"item": ITEM_STATUSES, "demand": ITEM_STATUSES, "group": GROUP_STATUSES, "citation": CITATION_STATUSES}
    complaints = [f"{name}: {r['what']} {r['id']}: unknown status {r['status']!r}"
                  for r in rows if r["what"] in known and r["status"] not in known[r["what"]]]
    complaints += [f"{name}: unknown row {r['what']!r}" for r in rows if r["what"] not in {*known, "document"}]
    return complaints


def check_judged(name, rows, facts, asked):
    """Complaints about the rows and groups of a regulation that was judged."""
    complaints = []
    expected = {r["id"]: r["group"] for r in rows_asked(facts, asked)}
    demands = [r["id"] for r in rows if r["what"] == "demand"]
    if sorted(demands) != sorted(r["id"] for r in demands_asked(facts, asked)):
        complaints.append(f"{name}: the demands are not those of the resolution, each once")
    items = {r["id"]: r["status"] for r in rows if r["what"] == "item"}
    listed = [r["id"] for r in rows if r["what"] == "item"]
    complaints += [f"{name}: item {i} is missing" for i in expected if i not in items]
    complaints += [f"{name}: item {i} is not of this era" for i in items if i not in expected]
    complaints += [f"{name}: item {i} stands twice" for i in items if listed.count(i) > 1]
    groups = {r["id"]: r["status"] for r in rows if r["what"] == "group"}
    complaints += [f"{name}: group {g} is missing" for g in ALL_GROUPS if g not in groups]
    for group, status in groups.items():
        if group == "legal-basis":
            continue
        follows = group_status([items.get(i, "missing") for i, g in expected.items() if g == group])
        if status != follows:
            complaints.append(f"{name}: group {group} is {status}, its items give {follows}")
    complaints += [f"{name}: no {fact}" for fact in ("issued", "as-of", "unit", "components") if not facts.get(fact)]
    return complaints


def check(path, asked):
    """All complaints about one label file."""
    rows = read_table(path)
    facts = {r["id"]: r["status"] for r in rows if r["what"] == "document"}
    complaints = check_words(path.name, rows)
    if facts.get("outcome") not in OUTCOMES:
        complaints.append(f"{path.name}: unknown outcome {facts.get('outcome')!r}")
    if facts.get("part") not in PARTS:
        complaints.append(f"{path.name}: unknown part {facts.get('part')!r}")
    if facts.get("outcome") == "judged":
        if facts.get("era") not in ERAS.get(facts.get("profile"), ()):
            complaints.append(f"{path.name}: era {facts.get('era')!r} is not one of profile {facts.get('profile')!r}")
        complaints += check_judged(path.name, rows, facts, asked)
    elif facts.get("outcome") == "not-a-regulation" and facts.get("kind") not in OTHER_KINDS:
        complaints.append(f"{path.name}: unknown kind {facts.get('kind')!r}")
    return complaints
