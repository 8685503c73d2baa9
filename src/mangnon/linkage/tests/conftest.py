"""The cast: Mận, entered in An Sơn and once more in Bình Minh, and the pair of both files."""

from datetime import date

import pytest

from mangnon.linkage.actions import stage
from mangnon.linkage.finding import Pair
from mangnon.linkage.models import Candidate
from mangnon.register.actions import (
    approve_plan,
    begin_circumstance,
    give_assistance,
    record_measurement,
    set_guardian,
)
from mangnon.register.evidence import Evidence
from mangnon.register.models import Child, EvidenceKind
from mangnon.register.tests.conftest import (  # the fixtures of the register
    _database as _database,
)
from mangnon.register.tests.conftest import allowance as allowance
from mangnon.register.tests.conftest import an_son as an_son
from mangnon.register.tests.conftest import binh_minh as binh_minh
from mangnon.register.tests.conftest import disability as disability
from mangnon.register.tests.conftest import enter as enter
from mangnon.register.tests.conftest import man as man
from mangnon.register.tests.conftest import today as today
from mangnon.register.tests.conftest import warrant as warrant


@pytest.fixture
def again(enter, binh_minh, disability, allowance, warrant) -> Child:
    """The second file: day and month swapped, no number, but weighed, helped and with a paper."""
    one = enter(binh_minh, date(2015, 10, 3), since=date(2020, 1, 1), name="Nguyen Thi Man")
    record_measurement(one, measured_on=date(2018, 5, 1), weight_kg=11.5, place=binh_minh,
                       warrant=warrant)  # fmt: skip
    paper = Evidence(
        EvidenceKind.objects.create(code="p", name_vi="Giấy", name_en="Paper"), "12/GXN"
    )
    begin_circumstance(one, group=disability, valid_from=date(2021, 1, 1), evidence=paper,
                       warrant=warrant)  # fmt: skip
    give_assistance(one, kind=allowance, delivered_on=date(2022, 1, 1), warrant=warrant)
    approve_plan(one, approved_on=date(2022, 2, 1), services=[(allowance, date(2022, 9, 1))],
                 warrant=warrant)  # fmt: skip
    set_guardian(one, None, relation="mother", name="Lê Thị Mẹ", telephone="0912345678",
                 warrant=warrant)  # fmt: skip
    return one


@pytest.fixture
def pair(man: Child, again: Child, warrant) -> Candidate:
    assert stage([Pair(again.pk, man.pk, 0.97)], compared=2, warrant=warrant) == 1
    return Candidate.objects.get()
