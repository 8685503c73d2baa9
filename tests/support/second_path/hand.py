"""Ten children, each alone in a commune, and what each gives to T1, T2, T4 and T5 by hand.

Only (numerator, denominator) of the totals, by year; a year that is not there has no cell.
"""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from mangnon.places import generation
from mangnon.places.models import Belonging, Kind, Place
from mangnon.register.models import (
    Assistance,
    AssistanceKind,
    Child,
    Circumstance,
    CircumstanceGroup,
    Death,
    Measurement,
    Reintegration,
    Residence,
)
from tests.support.second_path.province import (
    BEGIN,
    Places,
    make_catalogues,
    make_indicators,
    make_place,
)

_D = date.fromisoformat
_NONE: dict[str, dict[int, tuple[int, int]]] = {"T1": {}, "T2": {}, "T4": {}, "T5": {}}

EXPECTED = {
    # In two groups from 2018, helped in 2018; left on 31 December 2019, so not there that day.
    "two groups": _NONE | {"T1": {2017: (0, 1), 2018: (1, 1)}, "T2": {2018: (1, 1), 2019: (0, 1)}},
    # A group of the old law, never closed: it ends with the law on 1 June 2017. Gifts in 2016
    # do not count; rehabilitation on 1 June 2017 does, for a child with a day in that year.
    "old law": _NONE | {"T1": {2016: (1, 1), 2017: (0, 1)}, "T2": {2016: (0, 1), 2017: (1, 1)}},
    # One day in a group, 31 December 2018; another spell whose first day without it is
    # 31 December 2020. Paid on 1 January 2019, a year without a spell, and 31 December 2020.
    "turns of the year": _NONE
    | {"T1": {2018: (1, 1), 2019: (0, 1), 2020: (0, 1)}, "T2": {2018: (0, 1), 2020: (1, 1)}},
    # Sixteen on 31 December 2020: no child that day, but one until the day before.
    "sixteen": _NONE | {"T1": {2019: (1, 1)}, "T2": {2019: (0, 1), 2020: (1, 1)}},
    # Born 29 February 2016: -2.00 is not below -2; 59 months on 28 February 2021, 60 on the
    # first of March, whose weighing is left out; without a height T5 has a cell of nobody.
    "leap day": _NONE
    | {
        "T1": {2016: (0, 1), 2017: (0, 1), 2018: (0, 1), 2019: (0, 1), 2020: (0, 1)},
        "T4": {2017: (0, 1), 2021: (1, 1)},
        "T5": {2017: (1, 1), 2021: (0, 0)},
    },
    # Only the year of birth is known: a child for T1, of no age for T4 even with oedema.
    "year only": _NONE | {"T1": {2019: (0, 1)}},
    # Implausible scores are out; in 2019 the last valid weight is June's.
    "flagged": _NONE
    | {
        "T1": {2018: (0, 1)},
        "T4": {2018: (0, 0), 2019: (1, 1)},
        "T5": {2018: (0, 1), 2019: (0, 0)},
    },
    # Weighed twice in a round: the later one, with oedema, is below -2 whatever it weighs.
    # In 2020 the last weighing has no oedema.
    "oedema": _NONE
    | {
        "T1": {2019: (0, 1)},
        "T4": {2019: (1, 1), 2020: (0, 1)},
        "T5": {2019: (0, 1), 2020: (0, 0)},
    },
    # Died on 8 August 2016 with residence and spell left open: in T2 for that year, not after.
    "died": _NONE | {"T1": {2014: (0, 1), 2015: (1, 1)}, "T2": {2015: (1, 1), 2016: (0, 1)}},
    # Absent from 31 December 2018 through 2019, back on 1 January 2020, gone a year later.
    "absent": _NONE | {"T1": {2020: (1, 1)}, "T2": {2018: (0, 1), 2020: (0, 1)}},
}

IDENTIFIED = {
    ("two groups", 2018, "g2016-disability"): (1, 1),
    ("two groups", 2018, "g2016-violence"): (1, 1),
    ("old law", 2016, "g2004-street"): (1, 1),
    ("turns of the year", 2018, "g2016-disability"): (1, 1),
    ("turns of the year", 2020, "g2016-orphan"): (1, 1),
    ("sixteen", 2019, "g2016-disability"): (1, 1),
    ("died", 2015, "g2004-hiv"): (1, 1),
}
"""T1-new by the group in which a child was found: the absent one was away on the day."""

REINTEGRATED = {("two groups", 2019), ("sixteen", 2019)}
"""T2c: violence is no lasting group, so its review a day short of six months does not count and
that of 2019, six months on, does. Disability lasts: a review a month on is enough, for its year
alone. A review with the goals not met says nothing (turns of the year)."""

Span = tuple[str, str, str | None]
Weighing = tuple[str, float | None, float | None, str]


def make_hand_children() -> Places:
    """Write the ten children; return their communes by name."""
    with transaction.atomic():
        make_indicators()
        make_catalogues()
        area = make_place("area", Kind.PROGRAMME_AREA)
        communes = {name: make_place(name, Kind.COMMUNE) for name in EXPECTED}
        for one in communes.values():
            Belonging.objects.create(child=one, parent=area, valid_from=BEGIN)
        generation.bump()
        _in_groups(communes)
        _on_the_scales(communes)
    return communes


def _in_groups(at: Places) -> None:
    one = _child(at["two groups"], "2010-05-05", [("permanent", "2017-12-31", "2019-12-31")])
    _spells(
        one,
        [("g2016-disability", "2018-03-01", None), ("g2016-violence", "2018-04-01", None)],
    )
    _given(one, [("rehabilitation", "2018-06-01")])
    _reviewed(one, "2018-05-01", "2018-10-31")
    _reviewed(one, "2018-11-30", "2019-05-30")
    one = _child(at["old law"], "2008-01-10", [("permanent", "2016-06-01", "2018-06-01")])
    _spells(one, [("g2004-street", "2016-07-01", None)])
    gifts = [("gift-tet", "2016-08-01"), ("visit", "2016-09-01")]
    _given(one, [*gifts, ("rehabilitation", "2017-06-01")])
    one = _child(at["turns of the year"], "2012-04-01", [("permanent", "2018-12-31", "2021-02-01")])
    _spells(
        one,
        [
            ("g2016-disability", "2018-12-31", "2019-01-01"),
            ("g2016-orphan", "2020-01-01", "2020-12-31"),
        ],
    )
    _given(one, [("monthly-allowance", "2019-01-01"), ("monthly-allowance", "2020-12-31")])
    _reviewed(one, "2020-02-01", "2020-11-01", goals_met=False)
    one = _child(at["sixteen"], "2004-12-31", [("permanent", "2019-01-01", "2021-06-01")])
    _spells(one, [("g2016-disability", "2019-02-01", None)])
    _given(one, [("fee-exemption", "2020-12-31")])
    _reviewed(one, "2019-05-01", "2019-06-01")
    one = _child(at["died"], "2013-03-03", [("permanent", "2014-01-01", None)])
    _spells(one, [("g2004-hiv", "2015-01-01", None)])
    _given(one, [("medical-treatment", "2015-12-31")])
    Death.objects.create(child=one, place=at["died"], died_on=_D("2016-08-08"), age_days=1254)
    away = [
        ("temporary", "2018-01-01", "2018-12-31"),
        ("absent", "2018-12-31", "2020-01-01"),
        ("permanent", "2020-01-01", "2021-01-01"),
    ]
    one = _child(at["absent"], "2011-11-11", away)
    _spells(one, [("g2016-disability", "2018-02-02", None)])
    _given(one, [("monthly-allowance", "2019-05-05")])


def _on_the_scales(at: Places) -> None:
    place = at["leap day"]
    one = _child(place, "2016-02-29", [("permanent", "2016-02-29", "2021-03-10")])
    _weighed(one, place, [("2017-02-28", -2.0, -2.01, ""), ("2021-02-28", -2.5, None, "")])
    _weighed(one, place, [("2021-03-01", None, None, "")], oedema=True)
    place = at["year only"]
    one = _child(place, "2018-07-01", [("permanent", "2019-01-01", "2020-06-01")], "year")
    _weighed(one, place, [("2019-06-01", None, None, "")], oedema=True)
    place = at["flagged"]
    one = _child(place, "2018-03-15", [("permanent", "2018-03-15", "2019-12-15")], "month")
    _weighed(one, place, [("2018-09-14", -6.5, -1.0, "waz"), ("2019-06-10", -3.0, None, "")])
    _weighed(one, place, [("2019-12-10", None, -6.2, "haz")])
    place = at["oedema"]
    one = _child(place, "2019-01-01", [("permanent", "2019-01-01", "2020-12-31")])
    _weighed(one, place, [("2019-06-10", -1.0, -2.5, "")])
    _weighed(one, place, [("2019-06-18", None, -1.5, ""), ("2020-06-01", None, None, "")], True)
    _weighed(one, place, [("2020-12-01", -0.5, None, "")])


def _child(place: Place, born: str, spans: Sequence[Span], precision: str = "day") -> Child:
    child = Child.objects.create(sex="f", birth_date=_D(born), birth_precision=precision)
    for kind, start, end in spans:
        Residence.objects.create(
            child=child, place=place, kind=kind, valid_from=_D(start),
            valid_to=_D(end) if end else None,
        )  # fmt: skip
    return child


def _spells(child: Child, spells: Sequence[Span]) -> None:
    for group, start, end in spells:
        Circumstance.objects.create(
            child=child, group=CircumstanceGroup.objects.get(code=group), valid_from=_D(start),
            valid_to=_D(end) if end else None, identified_on=_D(start),
            end_reason="improved" if end else "",
        )  # fmt: skip


def _given(child: Child, given: Sequence[tuple[str, str]]) -> None:
    for kind, day in given:
        Assistance.objects.create(
            child=child, kind=AssistanceKind.objects.get(code=kind), delivered_on=_D(day)
        )


def _weighed(
    child: Child, place: Place, weighings: Sequence[Weighing], oedema: bool = False
) -> None:
    for day, waz, haz, flagged in weighings:
        Measurement.objects.create(
            child=child, place=place, measured_on=_D(day), waz=waz, haz=haz, flagged=flagged,
            oedema=oedema,
        )  # fmt: skip


def _reviewed(child: Child, reached: str, reviewed: str, goals_met: bool = True) -> None:
    Reintegration.objects.create(
        child=child, reached_on=_D(reached), in_family=True, in_school_or_care=True,
        no_new_harm=True, goals_met=goals_met, followed_up_on=_D(reviewed), still_holds=True,
    )  # fmt: skip
