"""A role over children, people or the trail stands when a second administrator says so."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from mangnon import clock
from mangnon.access import actions, doors, grounds, unconfirmed
from mangnon.access.errors import CannotBeGiven
from mangnon.access.models import FactorReset, Holding
from mangnon.access.people import holders
from mangnon.access.rights import RIGHTS
from mangnon.access.roles import ROLES, given_by_two, rights_of
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.places.actions import succeed
from mangnon.places.tests.cast import AFTER, MERGER

SOON = MERGER + timedelta(30)
REFUSED = Holding.Refusal.NO_DECISION


def by(cast, username):
    return doors.leave(cast(username), "people.manage").warrant()


@pytest.fixture
def given(cast, place):
    """A role that Kiên, an administrator, gave to Khách: she waits."""
    return actions.give_role(
        cast("khach"), "child_officer", place("n1"), basis="QĐ 12", warrant=by(cast, "kien")
    )


def test_the_table_of_rights_says_which_roles_two_give():
    assert {role.code for role in ROLES if given_by_two(role.code)} == {
        "child_officer", "collaborator", "station_head", "civil_status_officer",
        "supervising_officer", "administrator", "auditor",
    }  # fmt: skip


def test_no_right_over_children_accounts_or_the_trail_is_given_by_one():
    alone = {right.act for right in RIGHTS if right.one_gives}
    assert not any(act.startswith(("register.", "access.", "audit.", "keys.")) for act in alone)
    assert not alone & {"people.manage", "people.reset"}


@pytest.mark.parametrize("role", [role for role in ROLES if given_by_two(role.code)])
def test_what_waits_opens_nothing_at_all(cast, place, role):
    where = place("n1" if "commune" in role.held_at else "area")
    khach = cast("khach")
    actions.give_role(khach, role.code, where, warrant=by(cast, "kien"))
    assert grounds.of_person(khach) == ()
    assert not any(doors.which(khach, act) for act in rights_of(role.code))
    assert khach not in [one.source.user for one in grounds.of_everyone()]
    assert holders(role.code, where) == []


def test_a_role_that_opens_no_child_stands_when_one_gives_it(cast, place):
    held = actions.give_role(cast("khach"), "leader", place("n1"), warrant=by(cast, "kien"))
    assert held.state == Holding.State.STANDING
    assert doors.may(cast("khach"), "figures.live", [place("n1").pk])


def test_a_second_administrator_confirms_and_it_stands(cast, place, given):
    assert actions.confirm_waiting([given], warrant=by(cast, "lan")) == 1
    assert doors.may(cast("khach"), "register.write", [place("n1").pk])
    given.refresh_from_db()
    assert given.answered_by == cast("lan").actor
    entry = Entry.objects.latest("pk")
    assert (entry.act, entry.actor) == ("people.confirm_waiting", cast("lan").actor)
    assert entry.data["given_by"] == "person:kien"


def test_neither_the_giver_nor_the_receiver_confirms(cast, place, given):
    with pytest.raises(CannotBeGiven, match="người quản trị khác"):
        actions.confirm_waiting([given], warrant=by(cast, "kien"))
    own = actions.give_role(cast("lan"), "child_officer", place("n1"), warrant=by(cast, "kien"))
    with pytest.raises(CannotBeGiven, match="người quản trị khác"):
        actions.confirm_waiting([own], warrant=by(cast, "lan"))
    assert not Holding.objects.filter(pk__in=[given.pk, own.pk], state="standing").exists()


def test_an_account_of_ones_own_making_never_becomes_the_second(cast, place, given):
    kien = by(cast, "kien")
    puppet = actions.invite(
        "puppet", name="Rối Mẫu", role="administrator", place=place("area"), warrant=kien
    ).user
    assert not doors.leave(puppet, "people.manage")
    (held,) = puppet.holdings.all()
    with pytest.raises(CannotBeGiven):
        actions.confirm_waiting([held], warrant=kien)
    with pytest.raises(CannotBeGiven):
        actions.hand_over(cast("an"), cast("kien"), warrant=kien)
    assert not doors.leave(puppet, "people.reset")


def test_the_database_itself_knows_that_two_are_two(cast, given):
    rows = Holding.objects.filter(pk=given.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(answered_by=given.given_by)
    asked = actions.ask_factor_reset(
        cast("an"), reason="Mất điện thoại rồi",
        warrant=doors.leave(cast("kien"), "people.reset").warrant(),
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        FactorReset.objects.filter(pk=asked.pk).update(confirmed_by=asked.asked_by)


def test_only_who_manages_people_there_answers(cast, place, warrant, given):
    local = actions.add_person("lu", name="Lữ Văn Mẫu", warrant=warrant)
    actions.give_role(local, "administrator", place("n2"), warrant=warrant)
    there = doors.leave(local, "people.manage").warrant()
    for act in (
        lambda: actions.confirm_waiting([given], warrant=there),
        lambda: actions.refuse_waiting([given], refusal=REFUSED, warrant=there),
    ):
        with pytest.raises(NoWarrant):
            act()


def test_a_refused_role_never_stands_and_keeps_its_reason(cast, place, given):
    actions.refuse_waiting([given], refusal=REFUSED, warrant=by(cast, "lan"))
    given.refresh_from_db()
    assert (given.state, given.refusal) == ("dropped", "no_decision")
    assert not unconfirmed.waiting().exists()
    with pytest.raises(CannotBeGiven, match="không còn chờ"):
        actions.confirm_waiting([given], warrant=by(cast, "lan"))
    assert Entry.objects.latest("pk").data["refusal"] == "no_decision"
    again = actions.give_role(cast("khach"), "child_officer", place("n1"), warrant=by(cast, "kien"))
    assert again.state == Holding.State.WAITING


def test_what_the_giver_takes_back_cannot_be_confirmed(cast, given):
    actions.end_role(given, warrant=by(cast, "kien"))
    with pytest.raises(CannotBeGiven, match="không còn chờ"):
        actions.confirm_waiting([given], warrant=by(cast, "lan"))


def test_it_is_given_once_while_it_waits(cast, place, given):
    with pytest.raises(CannotBeGiven, match="đang chờ"):
        actions.give_role(cast("khach"), "child_officer", place("n1"), warrant=by(cast, "lan"))


def test_it_stands_from_the_day_it_is_confirmed_and_not_once_it_is_over(cast, place):
    today = clock.today()
    given = actions.give_role(
        cast("khach"), "child_officer", place("n1"), valid_from=today - timedelta(30),
        valid_to=today + timedelta(5), warrant=by(cast, "kien"),
    )  # fmt: skip
    with clock.pinned(today + timedelta(5)), pytest.raises(CannotBeGiven):
        actions.confirm_waiting([given], warrant=by(cast, "lan"))
    with clock.pinned(today + timedelta(2)):
        actions.confirm_waiting([given], warrant=by(cast, "lan"))
    given.refresh_from_db()
    assert given.valid_from == today + timedelta(2)


def test_all_of_a_batch_or_none(cast, place, given):
    mine = actions.give_role(cast("binh"), "auditor", place("n2"), warrant=by(cast, "lan"))
    with pytest.raises(CannotBeGiven):
        actions.confirm_waiting([given, mine], warrant=by(cast, "lan"))
    assert unconfirmed.waiting().count() == 2


def test_a_merger_makes_nobody_stand_and_no_other_the_giver(cast, place, warrant):
    given = actions.give_role(cast("khach"), "child_officer", place("n2"), warrant=by(cast, "kien"))
    with clock.pinned(AFTER):
        succeed(MERGER, warrant=warrant)
    with clock.pinned(SOON):
        carried = Holding.objects.get(carried_from=given)
        assert (carried.state, carried.given_by) == ("waiting", cast("kien").actor)
        assert not doors.which(cast("khach"), "register.list")
        with pytest.raises(CannotBeGiven):
            actions.confirm_role(carried, warrant=by(cast, "kien"))
        with pytest.raises(CannotBeGiven):
            actions.confirm_waiting([carried], warrant=by(cast, "kien"))
        actions.confirm_waiting([carried], warrant=by(cast, "lan"))
        assert doors.may(cast("khach"), "register.list", [carried.place_id])


def test_a_role_that_two_gave_is_confirmed_after_a_merger_by_one(cast, warrant):
    binh = cast("binh")
    with clock.pinned(AFTER):
        succeed(MERGER, warrant=warrant)
    with clock.pinned(SOON):
        carried = Holding.objects.get(user=binh, carried_from__isnull=False)
        anew = actions.confirm_role(carried, warrant=by(cast, "kien"))
        assert doors.may(binh, "register.write", [anew.place_id])


def test_a_handover_for_good_waits_even_for_who_holds_the_like_elsewhere(cast, place):
    actions.hand_over(cast("an"), cast("binh"), warrant=by(cast, "kien"))
    assert not doors.may(cast("binh"), "register.write", [place("n1").pk])
    assert doors.may(cast("binh"), "register.write", [place("n2").pk])


def test_a_closed_account_leaves_nothing_to_confirm(cast, given):
    actions.close_account(cast("khach"), warrant=by(cast, "kien"))
    assert not unconfirmed.waiting().exists()
    with pytest.raises(CannotBeGiven):
        actions.confirm_waiting([given], warrant=by(cast, "lan"))


def test_nobody_else_being_there_is_known(cast):
    kien = cast("kien")
    assert not unconfirmed.has_another(kien)
    cast("lan")
    assert unconfirmed.has_another(kien)


def test_nothing_to_answer_is_a_sentence(cast):
    nothing = Holding.objects.filter(batch=uuid4())
    with pytest.raises(CannotBeGiven):
        actions.confirm_waiting(nothing, warrant=by(cast, "kien"))
