"""Each rule about places finds its mistake, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mangnon.places.gazetteer import (
    BelongingRow,
    Gazetteer,
    NamingRow,
    OfficeRow,
    PlaceRow,
    SuccessionRow,
)
from mangnon.places.judging import judge
from mangnon.places.tests.cast import MERGER, OPENING, new, old, small_area

Change = Callable[[Gazetteer], Gazetteer]
LATER = date(2012, 1, 1)


def place(code: str, start: date = OPENING, /, **changed: object) -> Change:
    """Change one place."""

    def change(rows: Gazetteer) -> Gazetteer:
        return replace(
            rows,
            places=[
                replace(p, **changed) if (p.code, p.valid_from) == (code, start) else p
                for p in rows.places
            ],
        )

    return change


def belonging(child: str, /, **changed: object) -> Change:
    """Change the belongings of one child."""

    def change(rows: Gazetteer) -> Gazetteer:
        below = [replace(b, **changed) if b.child == child else b for b in rows.belongings]
        return replace(rows, belongings=below)

    return change


def heir(source: str, /, **changed: object) -> Change:
    """Change the successions of one source."""

    def change(rows: Gazetteer) -> Gazetteer:
        after = [replace(s, **changed) if s.source == source else s for s in rows.successions]
        return replace(rows, successions=after)

    return change


def more(table: str, *added: object) -> Change:
    """Add rows to a table."""
    return lambda rows: replace(rows, **{table: [*getattr(rows, table), *added]})


def without(child: str) -> Change:
    """Drop the belongings of one child."""

    def change(rows: Gazetteer) -> Gazetteer:
        return replace(rows, belongings=[b for b in rows.belongings if b.child != child])

    return change


def named(key: str, start: date = OPENING) -> NamingRow:
    """Return a name without end."""
    return NamingRow(key, start, None, "xa", "Q", "Q")


ENDLESS = PlaceRow("x", OPENING, None, "commune", "xa", "Xã x", "x")
OFFICE = OfficeRow("o", "state", "Phòng", "Office", old("area"))
ROOT = PlaceRow("root", OPENING, None, "programme_area", "area", "Vùng", "Area")


def test_a_sound_area_has_no_mistake() -> None:
    assert judge(small_area()) == []


@pytest.mark.parametrize(
    ("change", "table", "word"),
    [
        (place("n1", kind="hamlet"), "places", "hamlet"),
        (place("n1", name_en=" "), "places", "name_en"),
        (place("s4", valid_to=OPENING), "places", "not after its first day"),
        (place("s4", latitude=20.0), "places", "only one of"),
        (place("s4", latitude=106.0, longitude=20.0), "places", "no latitude"),
        (place("n1", MERGER, valid_from=LATER), "places", "still belongs to"),
        (more("places", ROOT), "places", "second programme area"),
        (more("namings", named("q@2010-01-01")), "namings", "no place"),
        (more("namings", named(old("n1"))), "namings", "outside"),
        (
            more("namings", named(old("s4")), named(old("s4"), LATER)),
            *("namings", "another name"),
        ),
        (belonging(old("n1"), parent="q@2010-01-01"), "belongings", "no place"),
        (belonging(old("n1"), end=None), "belongings", "outside the life"),
        (belonging(old("n1"), end=OPENING), "belongings", "not after"),
        (
            more("belongings", BelongingRow(old("n1"), old("south"), LATER, MERGER)),
            "belongings",
            "both",
        ),
        (without(old("n1")), "places", "stands under no place from 2010-01-01"),
        (belonging(old("n1"), start=LATER), "places", "stands under no place from 2010-01-01"),
        (belonging(old("n1"), end=LATER), "places", "stands under no place from 2012-01-01"),
        (belonging(old("n1"), parent=old("n2")), "belongings", "higher level"),
        (belonging(old("north"), parent=old("n1")), "belongings", "a circle"),
        (heir(old("n2"), source="q@2010-01-01"), "successions", "no place"),
        (heir(old("n2"), date=LATER), "successions", "ends 2020-07-01, not on 2012-01-01"),
        (heir(old("n2"), target=old("s4")), "successions", "begins on 2010-01-01"),
        (heir(old("n2"), share=0.7), "successions", "add up to 0.7"),
        (heir(old("n2"), share=-1.0), "successions", "above 0"),
        (place("s4", valid_to=MERGER), "places", "without an heir"),
        (more("offices", replace(OFFICE, place="q@2010-01-01")), "offices", "no place"),
        (more("offices", replace(OFFICE, parent="q")), "offices", "no office"),
        (more("offices", replace(OFFICE, start=LATER, end=OPENING)), "offices", "not after"),
        (more("offices", replace(OFFICE, parent="o")), "offices", "a circle"),
    ],
)  # fmt: skip
def test_each_mistake_is_found(change: Change, table: str, word: str) -> None:
    told = judge(change(small_area()))
    assert any(one.table == table and word in one.sentence.en for one in told), told
    assert all(one.sentence.vi != one.sentence.en for one in told)


def test_an_empty_province_is_told_so() -> None:
    told = [one.sentence.en for one in judge(Gazetteer())]
    assert any("no programme area" in one for one in told)
    assert any("no commune" in one for one in told)


def test_a_circle_of_offices_is_told_once() -> None:
    ring = [replace(OFFICE, code=a, parent=b) for a, b in (("a", "b"), ("b", "c"), ("c", "a"))]
    told = judge(replace(small_area(), offices=ring))
    assert len(told) == 1 and "a → b → c → a" in told[0].sentence.en


def test_a_merger_of_a_continuing_code_is_sound() -> None:
    row = SuccessionRow(old("s4"), new("s4"), MERGER, 1.0, "b", "b", False)
    rows = place("s4", valid_to=MERGER)(small_area())
    again = replace(ENDLESS, code="s4", valid_from=MERGER)
    kept = [b for b in rows.belongings if not (b.child == old("s4") and b.start == MERGER)]
    kept.append(BelongingRow(new("s4"), old("area"), MERGER, None))
    sound = replace(
        rows,
        places=[*rows.places, again],
        belongings=kept,
        successions=[*rows.successions, row],
    )
    assert judge(sound) == []
