"""Whatever is stored says how long it is kept: every field of every table."""

from mangnon.lasting import TERMS, declared, flaws, personal
from mangnon.lasting.declaring import _declared


def test_every_field_is_declared():
    assert list(flaws()) == []


def test_a_field_that_nobody_declared_is_found():
    known = declared()["register.Child"]
    try:
        personal("register.Child", child="name_sealed", plain="uuid nothing_like_it")
        found = list(flaws())
    finally:
        _declared["register.Child"] = known
    assert "register.Child.birth_date: declared nowhere" in found
    assert "register.Child.nothing_like_it: no such field" in found


def test_a_sealed_field_cannot_be_called_plain():
    sealed = {
        f"{label}.{name}"
        for label, one in declared().items()
        for name in (one.plain or ())
        if name.endswith("_sealed")
    }
    assert sealed == set()


def test_every_term_is_used_and_said_in_both_languages():
    used = {term for one in declared().values() for term in one.terms.values()}
    assert used == set(TERMS)
    assert all(one.vi and one.en for one in TERMS.values())
