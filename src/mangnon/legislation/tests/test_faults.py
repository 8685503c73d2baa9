"""Every kind of fault is found in the smallest library that has it, and in none that has not."""

import re
from datetime import date
from pathlib import Path

import pytest

from mangnon.legislation import faults
from mangnon.legislation.models import Clause, Document, Relation

Y = {year: date(year, 1, 1) for year in range(2008, 2027)}
ISSUED, FORCE, END = "issued_on", "in_force_from", "expired_on"
FULL = {ISSUED: Y[2010], FORCE: Y[2011]}
LATER = {ISSUED: Y[2014], FORCE: Y[2015]}
LAST = {ISSUED: Y[2017], FORCE: Y[2018]}

# kind, whom it names, the documents, the relations (source, kind, target, more)
CASES = [
    ("no_issue", "a", {"a": {FORCE: Y[2011]}}, []),
    ("no_start", "a", {"a": {ISSUED: Y[2010]}}, []),
    ("starts_first", "a", {"a": {ISSUED: Y[2011], FORCE: Y[2010]}}, []),
    ("ends_first", "a", {"a": {ISSUED: Y[2010], FORCE: Y[2015], END: Y[2012]}}, []),
    ("ends_first", "a", {"a": FULL | {END: Y[2009]}}, []),
    ("one_number", "b", {"a": FULL | {"number": "1/2010/QH12"},
                         "b": LATER | {"number": "1/2010/QH12"}}, []),
    ("circle", "a", {"a": FULL, "b": FULL},
     [("a", "replaces", "b", {}), ("b", "replaces", "a", {})]),
    ("before_issue", "b", {"a": FULL, "b": LATER}, [("b", "amends", "a", {"on": Y[2012]})]),
    ("two_ends", "a", {"a": FULL | {END: Y[2016]}, "b": LATER}, [("b", "replaces", "a", {})]),
    ("two_ends", "a", {"a": FULL, "b": LATER, "c": LAST},
     [("b", "replaces", "a", {}), ("c", "abrogates", "a", {})]),
    ("until_first", "b", {"a": FULL, "b": LATER},
     [("b", "suspends", "a", {"on": Y[2016], "until": Y[2016]})]),
    ("until_first", "b", {"a": FULL, "b": LATER}, [("b", "suspends", "a", {"until": Y[2014]})]),
    ("dead_target", "b", {"a": FULL | {END: Y[2012]}, "b": LATER}, [("b", "amends", "a", {})]),
    ("rests_on_ended", "b", {"a": FULL | {END: Y[2016]}, "b": LATER}, [("b", "basis", "a", {})]),
    ("no_clause", "a", {"a": FULL, "b": LATER},
     [("b", "explains", "a", {"target_clause": "dieu-9"})]),
    ("stated_otherwise", "a", {"a": FULL | {"stated": "expired", "stated_on": Y[2020]}}, []),
]  # fmt: skip
SOUND = [
    ("one after another", {"a": FULL | {END: Y[2015]}, "b": LATER}, [("b", "replaces", "a", {})]),
    ("two on one day", {"a": FULL, "b": LATER, "c": LATER},
     [("b", "replaces", "a", {}), ("c", "abrogates", "a", {})]),
    ("a part and the whole", {"a": FULL, "b": LATER, "c": LAST},
     [("b", "replaces", "a", {"part": True}), ("c", "abrogates", "a", {})]),
    ("what had ended ends nothing", {"a": FULL, "b": LATER | {END: Y[2016]}, "c": LAST},
     [("b", "abrogates", "a", {"on": Y[2017]}), ("c", "replaces", "a", {})]),
    ("rest", {"a": FULL, "b": LATER}, [("b", "suspends", "a", {"on": Y[2016], "until": Y[2017]})]),
]  # fmt: skip


def found(papers, relations) -> set[tuple[str, str]]:
    made = {
        code: Document.objects.create(
            code=code, kind="law", title_vi=code, number_key=said.get("number", ""), **said
        )
        for code, said in papers.items()
    }
    Clause.objects.create(document=made["a"], anchor="dieu-1", label_vi="Điều 1", text="x")
    for source, kind, target, more in relations:
        Relation.objects.create(source=made[source], kind=kind, target=made[target], **more)
    return {(one.kind, one.code) for one in faults.faults(Y[2026])}


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "code", "papers", "relations"), CASES)
def test_each_fault_is_named_alone(kind, code, papers, relations):
    assert found(papers, relations) == {(kind, code)}


@pytest.mark.django_db
@pytest.mark.parametrize(("papers", "relations"), [one[1:] for one in SOUND])
def test_what_is_sound_is_not_named(papers, relations):
    assert found(papers, relations) == set()


def test_no_kind_of_fault_is_left_out_of_the_table():
    source = Path(faults.__file__).read_text("utf-8")
    kinds = set(re.findall(r'_fault\(\s*"(\w+)"', source))
    assert kinds == {one[0] for one in CASES} and len(kinds) > 12
