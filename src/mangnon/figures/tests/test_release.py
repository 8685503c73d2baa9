"""A release is frozen, numbered, and withholds what would single a child out."""

from datetime import date

import pytest

from mangnon import clock
from mangnon.audit.models import Entry
from mangnon.figures.actions import make_release
from mangnon.figures.errors import NothingToRelease, TooSoon, UnknownRelease
from mangnon.figures.models import Figure
from mangnon.figures.queries import figures, latest_release, release_of
from mangnon.indicators.models import Cell

Y2020 = date(2020, 1, 1)


def shown(release, place, breakdown="", value=""):
    return Figure.objects.get(
        release=release, place=place, period_start=Y2020, breakdown=breakdown, value_key=value
    )


def test_small_counts_and_their_neighbours_are_withheld(counted, in_2020, warrant):
    release = make_release(warrant=warrant)
    near, far = shown(release, counted["near"]), shown(release, counted["far"])
    assert (near.withheld, near.numerator, near.value) == ("small", None, None)
    assert near.denominator == 40
    # The district's 15 would give the 3 away if the 12 were shown.
    assert far.numerator is None
    assert shown(release, counted["area"]).numerator == 15


def test_communes_have_totals_only(counted, in_2020, warrant):
    release = make_release(warrant=warrant)
    communes = [counted["near"].pk, counted["far"].pk]
    assert not Figure.objects.filter(place_id__in=communes).exclude(breakdown="").exists()
    assert shown(release, counted["district"], "sex", "m").denominator == 70


def test_the_year_that_is_not_over_is_not_released(counted, in_2020, warrant):
    release = make_release(warrant=warrant)
    assert not figures(release, [counted["area"].pk]).filter(period_start__year=2021).exists()


def test_it_stays_when_cells_change(counted, in_2020, warrant):
    release = make_release(warrant=warrant)
    Cell.objects.update(numerator=0)
    assert shown(release, counted["area"]).numerator == 15


def test_the_next_one_waits_a_month(counted, in_2020, warrant, settings):
    settings.RELEASE_DAYS_APART = 28
    make_release(warrant=warrant)
    with pytest.raises(TooSoon, match="12/02/2021"), clock.pinned(date(2021, 2, 11)):
        make_release(warrant=warrant)
    with clock.pinned(date(2021, 2, 12)):
        assert make_release(warrant=warrant).number == 2


def test_what_was_withheld_stays_withheld(counted, in_2020, warrant, settings):
    settings.RELEASE_DAYS_APART = 0
    make_release(warrant=warrant)
    Cell.objects.filter(place=counted["near"], breakdown="").update(numerator=13)
    second = make_release(warrant=warrant)
    assert shown(second, counted["near"]).numerator is None


def test_it_names_who_made_it(counted, in_2020, warrant):
    release = make_release(warrant=warrant)
    assert release.made_by.name == "Bà Tám"
    assert Entry.objects.get(act="figures.release").subject == f"figures.release:{release.number}"
    assert latest_release() == release


def test_without_figures_there_is_no_release(db, in_2020, warrant):
    with pytest.raises(NothingToRelease):
        make_release(warrant=warrant)
    assert latest_release() is None


def test_an_unknown_number_is_a_sentence(db):
    with pytest.raises(UnknownRelease, match="số 7"):
        release_of(7)
