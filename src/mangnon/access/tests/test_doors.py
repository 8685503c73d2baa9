"""Every door answers three questions: may she, where may she, who may."""

from datetime import timedelta

import pytest

from mangnon import clock
from mangnon.access import actions, doors, grounds
from mangnon.access.errors import ReasonMissing
from mangnon.access.rights import ACTS, BY_ACT, implied_by
from mangnon.access.roles import ROLES, rights_of
from mangnon.audit.errors import NoWarrant
from mangnon.places.tests.cast import AFTER


def test_an_officer_may_at_her_commune_and_nowhere_else(cast, place):
    an = cast("an")
    assert doors.may(an, "register.write", [place("n1").pk])
    assert not doors.may(an, "register.write", [place("n2").pk])
    assert not doors.may(an, "register.write", [place("n1").pk, place("n2").pk])


def test_no_place_is_no_leave(cast):
    assert not doors.may(cast("an"), "register.write", [])


def test_a_district_reaches_its_communes_and_not_the_next(cast, place):
    reached = doors.which(cast("dung"), "register.read")
    assert {place(code).pk for code in ("north", "n1", "n2", "n3")} == reached


def test_what_a_role_does_not_hold_is_allowed_nowhere(cast):
    assert doors.which(cast("chi"), "register.write") == frozenset()
    assert doors.which(cast("khach"), "register.list") == frozenset()


@pytest.mark.parametrize("act", sorted(a for a in ACTS if a.startswith("register.")))
def test_no_administrator_and_no_auditor_reaches_a_child(cast, act):
    assert not doors.leave(cast("kien"), act)
    assert not doors.leave(cast("ha"), act)


def test_who_may_is_told_with_the_ground(cast, place):
    for name in ("an", "binh", "dung", "giang", "kien"):
        cast(name)
    able = doors.who("register.read", place("n1").pk)
    assert [(g.source.user.username, g.code) for g in able] == [
        ("an", "child_officer"),
        ("dung", "supervising_officer"),
        ("giang", "supervising_officer"),
    ]


def test_a_warrant_reaches_as_far_as_the_leave(cast, place):
    warrant = doors.leave(cast("an"), "register.measure").warrant()
    warrant.demand("register.measure", [place("n1").pk])
    with pytest.raises(NoWarrant):
        warrant.demand("register.measure", [place("n2").pk])
    with pytest.raises(NoWarrant):
        warrant.demand("register.write", [place("n1").pk])


def test_nobody_gets_a_warrant_for_what_she_may_nowhere(cast):
    with pytest.raises(NoWarrant):
        doors.leave(cast("khach"), "register.list").warrant()


def test_a_right_that_asks_a_reason_gets_none_without(cast):
    allowed = doors.leave(cast("an"), "register.read")
    with pytest.raises(ReasonMissing):
        allowed.warrant("  ")
    assert allowed.warrant("thăm hộ").reason == "thăm hộ"


def test_who_left_may_nothing(cast, place):
    an = cast("an")
    an.is_active = False
    an.save()
    assert doors.which(an, "register.list") == frozenset()
    assert doors.who("register.list", place("n1").pk) == []


def test_a_role_counts_from_its_day_to_the_day_before_its_end(cast, place, warrant):
    khach, n1, today = cast("khach"), place("n1"), clock.today()
    held = actions.give_role(
        khach, "collaborator", n1, valid_from=today + timedelta(1), warrant=warrant
    )
    assert not doors.may(khach, "register.list", [n1.pk])
    with clock.pinned(today + timedelta(1)):
        assert doors.may(khach, "register.list", [n1.pk])
        actions.end_role(held, on=today + timedelta(2), warrant=warrant)
    with clock.pinned(today + timedelta(2)):
        assert not doors.may(khach, "register.list", [n1.pk])


def test_after_a_split_both_heirs_reach_the_files_that_wait_there(cast, place, warrant):
    khach, waiting = cast("khach"), place("n3")
    with clock.pinned(AFTER):
        actions.give_role(khach, "child_officer", place("mid", AFTER), warrant=warrant)
        assert {waiting.pk, place("s1").pk} <= doors.which(khach, "register.write")
        assert place("n2").pk not in doors.which(khach, "register.write")


def test_every_right_says_what_it_means_and_rests_on():
    assert all(right.vi and right.en and right.basis for right in BY_ACT.values())
    assert all(set(right.implies) <= ACTS for right in BY_ACT.values())


def test_every_role_holds_known_rights_and_is_held_somewhere():
    assert all(set(role.rights) <= ACTS and role.held_at for role in ROLES)
    assert all(rights_of(role.code) >= set(role.rights) for role in ROLES)
    assert rights_of("queen") == frozenset()


def test_what_a_right_implies_comes_with_it():
    assert {"register.read", "register.list"} <= implied_by("register.reveal")
    assert "register.export" not in implied_by("register.write")


def test_only_what_is_done_to_children_opens_their_rows(cast, place, warrant):
    """An editor's ground, or an administrator's, reaches no child, though it reaches a province."""
    an = cast("an")
    actions.give_role(an, "programme_editor", place("area"), warrant=warrant)
    assert grounds.reach_over_children(grounds.of_person(an)) == doors.which(an, "register.list")
    for name in ("kien", "ha", "khach"):
        assert grounds.reach_over_children(grounds.of_person(cast(name))) == frozenset()
    assert grounds.reach_over_children(grounds.of_person(cast("giang"))) is None


def test_what_is_borrowed_over_children_opens_their_rows(cast, place):
    kien = cast("kien")
    why = "Kiểm tra phản ánh của công dân"
    leave = doors.leave(kien, "access.borrow").warrant(why)
    actions.borrow(kien, "register.read", place("n1"), reason=why, hours=1, warrant=leave)
    assert grounds.reach_over_children(grounds.of_person(kien)) == {place("n1").pk}
