"""Each act asks for its own right, where the child's file is kept."""

from datetime import date

import pytest

from mangnon.access import actions as access_actions
from mangnon.access.doors import leave, system_warrant
from mangnon.access.errors import NotHere
from mangnon.access.models import User
from mangnon.audit.errors import NoWarrant
from mangnon.register.access import child_within
from mangnon.register.actions import (
    begin_circumstance,
    correct_identity,
    move_child,
    record_death,
    record_measurement,
)
from mangnon.register.particulars import Particulars

DAY = date(2024, 6, 1)


def holder(role, place) -> User:
    warrant = system_warrant("test")
    user = access_actions.add_person(f"{role}-{place.code}", name=role, warrant=warrant)
    access_actions.give_role(user, role, place, valid_from=date(2020, 1, 1), warrant=warrant)
    return user


def weigh(child, warrant):
    return record_measurement(child, measured_on=DAY, weight_kg=14.0, warrant=warrant)


def test_the_station_weighs_and_does_not_correct_who_a_child_is(man, an_son):
    station = leave(holder("station_head", an_son), "register.measure").warrant()
    assert weigh(man, station).weight_kg == 14.0
    particulars = Particulars(name="Mận Mới", sex=man.sex, birth_date=man.birth_date)
    with pytest.raises(NoWarrant):
        correct_identity(man, particulars, warrant=station)


def test_civil_status_records_deaths_and_weighs_nobody(man, an_son):
    officer = leave(holder("civil_status_officer", an_son), "register.vital").warrant()
    with pytest.raises(NoWarrant):
        weigh(man, officer)
    assert record_death(man, died_on=DAY, warrant=officer).died_on == DAY


def test_who_supervises_reads_and_writes_nothing(man, an_son, disability):
    user = holder("child_officer", an_son)
    reading = leave(user, "register.read").warrant("kiểm tra")
    with pytest.raises(NoWarrant):
        begin_circumstance(man, group=disability, valid_from=DAY, warrant=reading)


def test_the_file_goes_with_the_child(man, an_son, binh_minh, warrant):
    old = leave(holder("child_officer", an_son), "register.measure")
    new = leave(holder("child_officer", binh_minh), "register.measure")
    assert child_within(old, man.uuid) == man
    with pytest.raises(NotHere):
        child_within(new, man.uuid)
    move_child(man, place=binh_minh, moved_on=DAY, warrant=warrant)
    assert child_within(new, man.uuid) == man
    with pytest.raises(NotHere):
        child_within(old, man.uuid)


def test_a_child_that_died_stays_where_it_last_lived(man, an_son, binh_minh, warrant):
    record_death(man, died_on=DAY, warrant=warrant)
    assert child_within(leave(holder("child_officer", an_son), "register.list"), man.uuid) == man
    with pytest.raises(NotHere):
        child_within(leave(holder("child_officer", binh_minh), "register.list"), man.uuid)


def test_no_leave_no_child(man, an_son):
    nobody = access_actions.add_person("khach", name="Khách", warrant=system_warrant("test"))
    with pytest.raises(NotHere):
        child_within(leave(nobody, "register.list"), man.uuid)
