"""What is asked of a child, and how it is tidied."""

from datetime import date

import pytest

from mangnon.register.errors import WrongIdentity
from mangnon.register.models import Child
from mangnon.register.particulars import (
    Particulars,
    cleaned_name,
    earliest_birth,
    kept_birth,
    sixteenth_birthday,
)

BORN = date(2015, 3, 10)


@pytest.mark.parametrize(
    "name", ["", "   ", "\u00a0", "A" * 121, "Nguyễn\u202eMận", "An\x00", "Mận 🎋", "Mận ☀"]
)
def test_an_impossible_name_is_refused(name):
    with pytest.raises(WrongIdentity):
        cleaned_name(name)


def test_a_name_is_composed_and_tidied():
    decomposed = "Nguye\u0302\u0303n   Thi\u0323 \n Ma\u0302\u0323n"
    assert cleaned_name(decomposed) == "Nguyễn Thị Mận"


@pytest.mark.parametrize("field", [{"sex": "x"}, {"birth_precision": "hour"}])
def test_an_unknown_code_is_refused_with_what_is_known(field):
    given = {"name": "An", "sex": "m", "birth_date": BORN} | field
    with pytest.raises(WrongIdentity) as refused:
        Particulars(**given)
    assert "“" in refused.value.sentence.vi
    assert "Use one of" in refused.value.sentence.en


@pytest.mark.parametrize(
    ("precision", "kept"),
    [("day", BORN), ("month", date(2015, 3, 15)), ("year", date(2015, 7, 1))],
)
def test_a_birth_known_in_part_stands_in_its_middle(precision, kept):
    assert kept_birth(BORN, precision) == kept
    who = Particulars(name="An", sex="m", birth_date=BORN, birth_precision=precision)
    assert who.birth_date == kept


@pytest.mark.parametrize(
    ("precision", "first"),
    [("day", date(2015, 3, 15)), ("month", date(2015, 3, 1)), ("year", date(2015, 1, 1))],
)
def test_the_first_possible_day_of_birth(precision, first):
    child = Child(birth_date=date(2015, 3, 15), birth_precision=precision)
    assert earliest_birth(child) == first


@pytest.mark.parametrize(
    ("born", "turns"),
    [
        (BORN, date(2031, 3, 10)),
        (date(2012, 2, 29), date(2028, 2, 29)),
        (date(2084, 2, 29), date(2100, 3, 1)),
    ],
)
def test_the_sixteenth_birthday(born, turns):
    assert sixteenth_birthday(born) == turns


def test_a_name_never_shows_in_a_traceback():
    assert "Mận" not in repr(Particulars(name="Mận", sex="f", birth_date=BORN))


def test_spaces_in_a_document_number_go():
    who = Particulars(name="An", sex="m", birth_date=BORN, document=" 0302 1500 0123 ")
    assert who.document == "030215000123"
