"""The sources as each kind of database reads them."""

from datetime import date

import pytest

from mangnon.indicators.datasets import datasets
from mangnon.indicators.sources import Reach, portable

SOURCES = {one.name: one for dataset in datasets() for one in dataset.sources}
FEW, EVERYWHERE = Reach([7, 8], date(2024, 1, 1)), Reach(None, date(2024, 1, 1))


@pytest.mark.parametrize("name", SOURCES)
def test_postgresql_finds_those_who_are_here_before_all_else(name):
    few = portable(SOURCES[name], FEW, "postgresql")
    assert few.count("= ANY(ARRAY(SELECT here.") == few.count("SELECT here.")
    assert few.count("(") == few.count(")")
    assert "ANY(ARRAY" not in portable(SOURCES[name], FEW, "sqlite")
    assert "here." not in portable(SOURCES[name], EVERYWHERE, "postgresql")


def test_a_list_keeps_what_stands_beside_it():
    read = portable(SOURCES["weighed_children"], FEW, "postgresql")
    assert (
        "c.id = ANY(ARRAY(SELECT here.child_id FROM register_measurement here"
        " WHERE here.place_id IN (7, 8) AND here.measured_on >= '2024-01-01'))"
    ) in read
