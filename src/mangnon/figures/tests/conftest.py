"""The stage of the indicators' tests, set for a release."""

from datetime import date

import pytest

from mangnon.access.doors import operator_warrant
from mangnon.indicators.marks import announce
from mangnon.indicators.recount import recount_marked
from mangnon.indicators.tests.conftest import (  # fixtures are used by their names
    groups,
    in_2020,
    make_child,
    make_indicator,
    make_spell,
    province,
)

__all__ = ["groups", "in_2020", "province"]


@pytest.fixture
def counted(province, groups):
    """Forty children near, three of them in circumstances; thirty far, twelve of them."""
    make_indicator("T1")
    for name, all_of, some in (("near", 40, 3), ("far", 30, 12)):
        for number in range(all_of):
            child = make_child(province[name], date(2010, 1, 1 + number % 28))
            if number < some:
                make_spell(child, groups["new"], date(2018, 1, 1))
    places = [province["near"].pk, province["far"].pk]
    announce(["children"], places, date(2012, 1, 1), inline=False)
    recount_marked()
    return province


@pytest.fixture
def warrant(db):
    return operator_warrant("Bà Tám", "đợt đầu")
