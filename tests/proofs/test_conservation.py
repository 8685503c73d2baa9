"""Promise: a figure is conserved on every map.

The figures of 2020 on the map of 2020 (207 communes, 12 districts) and on today's (64): the
parts add up to the programme area on both, and what a split commune had is at its heirs.
"""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.cli.scorecard import scorecard_command
from mangnon.indicators.rollup import roll_up
from mangnon.places.models import Kind, Place, Succession
from mangnon.places.tree import Tree
from mangnon.register.actions import begin_circumstance
from mangnon.register.models import CircumstanceGroup
from tests.support.province import apply_reference_pack, child_at, place

THEN, TODAY = date(2020, 12, 31), date(2025, 7, 1)
YEAR = date(2020, 1, 1)
NOTHING = (0.0, 0.0)


def t1(key: str, map_day: date) -> tuple[float, float]:
    """Read T1 of 2020 as the command line prints it on the map of a day."""
    words = ["--place", key, "--on", THEN.isoformat(), "--map", map_day.isoformat(), "--json"]
    done = CliRunner().invoke(scorecard_command, words, catch_exceptions=False)
    row = next(row for row in json.loads(done.output) if row["code"] == "T1")
    counted = row["as_of"] == THEN.isoformat()
    return (row["numerator"], row["denominator"]) if counted else NOTHING


@pytest.fixture
def children_of_2020(transactional_db):
    """Children in a dozen communes of 2020, half of which were split in 2025; some in groups."""
    with clock.pinned(date(2021, 1, 10)):
        apply_reference_pack()
        shares = Succession.objects.order_by("source__code")
        split = list(shares.filter(share__lt=1).values_list("source__code", flat=True).distinct())
        whole = list(shares.filter(share=1).values_list("source__code", flat=True).distinct())
        group = CircumstanceGroup.objects.get(code="g2016-disability")
        for number, code in enumerate([*split[:6], *whole[:3], *whole[-3:]]):
            for age in range(1 + number % 3):
                child = child_at(place(code, THEN), date(2013 + age, 6, 1))
            begin_circumstance(
                child, group=group, valid_from=date(2019, 1, 1), warrant=demonstration_warrant()
            )
        yield split[0]


def added(kind: str, day: date) -> tuple[float, float]:
    """Add the live figures of every place of a kind on the map of a day."""
    places = Place.objects.filter(pk__in=Tree.on(day).at_kind(kind))
    rolls = roll_up(list(places), indicators=["T1"], periods=(YEAR, YEAR)).values()
    return sum(one.numerator for one in rolls), sum(one.denominator for one in rolls)


def test_the_parts_are_the_whole_on_both_maps(children_of_2020):
    whole = t1("HD", THEN)
    assert whole == (12, 24)
    assert t1("HD", TODAY) == whole
    assert added(Kind.COMMUNE, THEN) == whole
    assert added(Kind.DISTRICT, THEN) == whole
    assert added(Kind.COMMUNE, TODAY) == pytest.approx(whole, abs=1e-9)


def test_a_split_commune_lies_at_its_heirs_by_share(children_of_2020):
    source = place(children_of_2020, THEN)
    had = t1(source.key, THEN)
    assert had == (1, 1)
    for edge in Succession.objects.filter(source=source).select_related("target"):
        expected = [0.0, 0.0]
        for other in Succession.objects.filter(target=edge.target).select_related("source"):
            there = t1(other.source.key, THEN)
            expected[0] += there[0] * other.share
            expected[1] += there[1] * other.share
        assert t1(edge.target.key, TODAY) == pytest.approx(tuple(expected), abs=1e-9)
