"""From records to cells to figures, against sums made by hand."""

from datetime import date

import pyarrow as pa
import pytest

from mangnon.indicators import recount
from mangnon.indicators.marks import announce
from mangnon.indicators.models import Cell, DirtyMark
from mangnon.indicators.recount import rebuild, recount_marked
from mangnon.indicators.rollup import RollKey, roll_up
from mangnon.indicators.tests.conftest import make_child, make_indicator, make_spell
from mangnon.indicators.writing import COLUMNS, insert_cells

Y2016, Y2020 = date(2016, 1, 1), date(2020, 1, 1)


@pytest.fixture
def children(province, groups):
    """Four children near, one of them in two groups; two far, one of them absent."""
    near, far = province["near"], province["far"]
    first = make_child(near, date(2010, 5, 1))
    make_spell(first, groups["old"], date(2013, 1, 1), date(2017, 9, 1))
    make_spell(first, groups["new"], date(2017, 9, 1))
    twice = make_child(near, date(2012, 2, 29), "f")
    make_spell(twice, groups["new"], date(2018, 1, 1))
    make_spell(twice, groups["new"], date(2019, 1, 1))
    make_child(near, date(2015, 12, 31))
    make_child(near, date(2004, 12, 31))  # 16 on the last day of 2020: no child any more
    make_child(far, date(2019, 7, 1), "f")
    make_child(far, date(2019, 7, 1), kind="absent")
    return province


def cell(place, start, breakdown="", value=""):
    found = Cell.objects.get(place=place, period_start=start, breakdown=breakdown, value_key=value)
    return found.numerator, found.denominator


@pytest.mark.django_db(transaction=True)
def test_a_rebuild_counts_each_child_once(children, in_2020):
    make_indicator("T1")
    rebuild()
    assert cell(children["near"], Y2016) == (1, 4)
    assert cell(children["near"], Y2020) == (2, 3)
    assert cell(children["far"], Y2020) == (0, 1)


@pytest.mark.django_db(transaction=True)
def test_breakdowns_add_up_and_groups_keep_all_children_below(children, in_2020):
    make_indicator("T1")
    rebuild()
    near = children["near"]
    assert cell(near, Y2020, "sex", "m") == (1, 2)
    assert cell(near, Y2020, "sex", "f") == (1, 1)
    assert cell(near, Y2020, "circumstance", "new") == (2, 3)
    assert not Cell.objects.filter(breakdown="circumstance", value_key="old", period_start=Y2020)


@pytest.mark.django_db(transaction=True)
def test_both_ways_of_reading_give_the_same_cells(children, in_2020):
    make_indicator("T1")
    rebuild()
    kept = ["place_id", "period_start", "breakdown", "value_key", "numerator", "denominator"]
    through_adbc = set(Cell.objects.values_list(*kept))
    Cell.objects.all().delete()
    announce(["children"], [children["near"].pk, children["far"].pk], date(2012, 1, 1))
    assert set(Cell.objects.values_list(*kept)) == through_adbc
    assert not DirtyMark.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_large_recount_leaves_other_places_alone(children, in_2020, monkeypatch):
    make_indicator("T1")
    rebuild()
    before = set(Cell.objects.values_list("pk", flat=True))
    monkeypatch.setattr("mangnon.indicators.recount.FEW", 0)
    announce(["children"], [children["near"].pk], date(2012, 1, 1), inline=False)
    assert recount_marked().cells_moved == 0
    assert set(Cell.objects.values_list("pk", flat=True)) == before


@pytest.mark.django_db(transaction=True)
def test_what_is_counted_anew_meanwhile_is_not_overwritten(children, in_2020, monkeypatch):
    make_indicator("T1")
    near, far = children["near"], children["far"]
    rebuild()
    make_child(near, date(2016, 3, 1))
    announce(["children"], [near.pk, far.pk], date(2012, 1, 1), inline=False)
    standing = recount._standing

    def an_act_comes_first(seen):
        monkeypatch.setattr(recount, "_standing", standing)
        make_child(near, date(2016, 3, 2))
        announce(["children"], [near.pk], date(2012, 1, 1))  # and is recounted at once
        return standing(seen)

    monkeypatch.setattr(recount, "_standing", an_act_comes_first)
    recount_marked()
    assert cell(near, Y2020) == (2, 5)
    assert not DirtyMark.objects.exists()


def test_only_what_differs_is_written(children, in_2020):
    make_indicator("T1")
    places = [children["near"].pk]
    announce(["children"], places, date(2012, 1, 1), inline=False)
    assert recount_marked(places).cells_moved > 0
    announce(["children"], places, date(2012, 1, 1), inline=False)
    assert recount_marked(places).cells_moved == 0


def test_a_cell_whose_children_left_goes(children, in_2020):
    make_indicator("T1")
    far = children["far"]
    announce(["children"], [far.pk], date(2012, 1, 1), inline=False)
    recount_marked()
    far_children = [residence.child for residence in far_residences(far)]
    for child in far_children:
        child.delete()
    announce(["children"], [far.pk], date(2012, 1, 1), inline=False)
    recount_marked()
    assert not Cell.objects.filter(place=far).exists()


def far_residences(place):
    from mangnon.register.models import Residence

    return Residence.objects.filter(place=place).select_related("child")


def test_rolling_up_adds_then_divides(children, in_2020):
    make_indicator("T1")
    announce(
        ["children"], [children["near"].pk, children["far"].pk], date(2012, 1, 1), inline=False
    )
    recount_marked()
    rolls = roll_up([children["area"], children["district"], children["near"]])
    for name in ("area", "district"):
        rolled = rolls[RollKey("T1", "records", children[name].pk, Y2020)]
        assert (rolled.numerator, rolled.denominator, rolled.value) == (2, 4, 50)
    assert rolls[RollKey("T1", "records", children["near"].pk, Y2020)].denominator == 3


def test_the_year_that_is_not_over_is_provisional(children, in_2020):
    make_indicator("T1")
    announce(["children"], [children["near"].pk], date(2012, 1, 1), inline=False)
    recount_marked()
    rolls = roll_up([children["area"]])
    area = children["area"].pk
    assert rolls[RollKey("T1", "records", area, date(2021, 1, 1))].provisional
    assert rolls[RollKey("T1", "records", area, date(2021, 1, 1))].as_of == date(2021, 1, 15)
    assert not rolls[RollKey("T1", "records", area, Y2020)].provisional


def test_a_mark_raised_again_while_counting_stays(children, in_2020):
    make_indicator("T1")
    places = [children["near"].pk]
    announce(["children"], places, date(2020, 1, 1), inline=False)
    seen = list(DirtyMark.objects.all())
    announce(["children"], places, date(2019, 1, 1), inline=False)
    recount._clear(seen, recount._standing(seen))
    mark = DirtyMark.objects.get()
    assert (mark.version, mark.since) == (2, date(2019, 1, 1))


@pytest.mark.parametrize("rows", [0, 1, 99, 100, 101, 250])
def test_any_number_of_cells_is_written_whole(children, rows):
    held = make_indicator("T1")
    same = {"series": "records", "place_id": children["near"].pk, "period_kind": "year"}
    days = {"period_start": "2020-01-01", "as_of": "2020-12-31"}
    cells = {
        **{name: [value] * rows for name, value in {**same, **days}.items()},
        "indicator_id": [held.pk] * rows,
        "breakdown": ["it's"] * rows,
        "value_key": [f"value {number}" for number in range(rows)],
        "numerator": [float(number) for number in range(rows)],
        "denominator": [0.0] * rows,
        "counted_at": ["2021-01-15 00:00:00"] * rows,
    }
    insert_cells(pa.table({name: cells[name] for name in COLUMNS}))
    written = Cell.objects.filter(breakdown="it's").order_by("numerator")
    assert list(written.values_list("value_key", "numerator", "denominator")) == [
        (f"value {number}", number, 0) for number in range(rows)
    ]
