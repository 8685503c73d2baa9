"""Columns that begin with thousands of unknown values keep what comes later, read in bulk."""

from datetime import date

import pytest

from mangnon.register.actions import (
    ChildrenBatch,
    DeathsBatch,
    HouseholdsBatch,
    MeasurementsBatch,
    PovertyBatch,
    ResidenceEndsBatch,
    ResidencesBatch,
    add_children_in_bulk,
    add_deaths,
    add_households,
    add_measurements,
    add_poverty,
    add_residences,
    end_residences,
)
from tests.support.datasets import rows_of

MANY = 1500  # more than the first batch of the reader
BORN, WEIGHED = date(2018, 3, 10), date(2020, 6, 1)


@pytest.fixture
def children(an_son, warrant):
    """Many of whom nothing is known but the last three: a household, a death, a leaving."""
    (household,) = add_households(HouseholdsBatch(1), warrant=warrant)
    homes = [None] * (MANY - 3) + [household, None, None]
    batch = ChildrenBatch(names=["An"] * MANY, sexes="m", birth_dates=BORN, households=homes)
    ids = list(add_children_in_bulk(batch, warrant=warrant))
    add_residences(ResidencesBatch(ids, an_son.pk, BORN), warrant=warrant)
    add_poverty(PovertyBatch([household], [2020], ["poor"]), warrant=warrant)
    add_deaths(DeathsBatch(an_son.pk, [date(2020, 7, 1)], [844], children=[ids[-2]]),
               warrant=warrant)  # fmt: skip
    end_residences(ResidenceEndsBatch([ids[-1]], date(2020, 7, 2)), warrant=warrant)
    return ids


@pytest.mark.django_db(transaction=True)
def test_late_households_deaths_and_ends_are_seen(children, an_son):
    rows = rows_of("children", [an_son], [2020], through_adbc=True)
    assert len(rows) == MANY - 2
    assert sum(row["poverty"] == "poor" for row in rows) == 1


@pytest.mark.django_db(transaction=True)
def test_late_scores_and_flags_are_seen(children, an_son, warrant):
    heights = [None] * (MANY - 2) + [86.0, 130.0]
    weighings = MeasurementsBatch(children, an_son.pk, WEIGHED, 12.1, heights)
    add_measurements(weighings, warrant=warrant)
    rows = rows_of("measured", [an_son], [2020], through_adbc=True)
    assert len(rows) == MANY
    assert sum(row["haz"] is not None for row in rows) == 1  # 130 cm at two years is flagged
    assert {row["waz"] for row in rows if row["waz"] is not None} == {rows[0]["waz"]}
