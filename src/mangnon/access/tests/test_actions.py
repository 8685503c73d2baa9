"""Accounts, roles and loans: what is given, refused, and left in the trail."""

from datetime import timedelta

import pytest

from mangnon import clock
from mangnon.access import actions, doors
from mangnon.access.errors import CannotBeGiven, ReasonMissing
from mangnon.access.models import Holding, Loan, User
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.places.actions import succeed
from mangnon.places.tests.cast import AFTER, MERGER

WHY = "Kiểm tra phản ánh của công dân"


def acts() -> list[str]:
    return list(Entry.objects.order_by("pk").values_list("act", flat=True))


def test_an_account_opens_nothing_by_itself(warrant):
    user = actions.add_person(" Mai ", name="Mai Mẫu", warrant=warrant)
    assert (user.username, user.name, user.has_usable_password()) == ("mai", "Mai Mẫu", False)
    assert acts()[-1] == "people.add_person"
    assert not user.is_superuser
    assert not user.groups.exists()


def test_a_taken_name_is_refused_and_nothing_is_left(warrant, cast):
    cast("an")
    before = (User.objects.count(), acts())
    with pytest.raises(CannotBeGiven) as refusal:
        actions.add_person("AN", name="Khác", warrant=warrant)
    assert "“an”" in refusal.value.sentence.vi
    assert (User.objects.count(), acts()) == before


def test_giving_a_role_is_in_the_trail_with_place_and_giver(cast, place):
    kien, khach = cast("kien"), cast("khach")
    warrant = doors.leave(kien, "people.manage").warrant()
    actions.give_role(khach, "collaborator", place("s4"), basis="QĐ 12", warrant=warrant)
    entry = Entry.objects.latest("pk")
    assert (entry.act, entry.actor, entry.right) == (
        "people.give_role", kien.actor, "people.manage/administrator"
    )  # fmt: skip
    assert entry.place_code == place("s4").key
    assert entry.data["role"] == "collaborator"


def test_nobody_gives_herself_a_role(cast, place):
    kien = cast("kien")
    warrant = doors.leave(kien, "people.manage").warrant()
    with pytest.raises(CannotBeGiven):
        actions.give_role(kien, "child_officer", place("n1"), warrant=warrant)


def test_only_who_manages_people_there_gives_roles(cast, place):
    warrant = doors.leave(cast("an"), "register.write").warrant("x")
    with pytest.raises(NoWarrant):
        actions.give_role(cast("khach"), "collaborator", place("n1"), warrant=warrant)


@pytest.mark.parametrize(("role", "where"), [("queen", "n1"), ("child_officer", "north")])
def test_a_role_that_does_not_fit_is_refused(cast, place, warrant, role, where):
    with pytest.raises(CannotBeGiven):
        actions.give_role(cast("khach"), role, place(where), warrant=warrant)


def test_a_role_is_held_once(cast, place, warrant):
    with pytest.raises(CannotBeGiven):
        actions.give_role(cast("an"), "child_officer", place("n1"), warrant=warrant)


def test_a_role_at_a_place_of_another_time_is_refused(cast, place, warrant):
    with pytest.raises(CannotBeGiven):
        actions.give_role(cast("khach"), "child_officer", place("mid", AFTER), warrant=warrant)


def test_a_role_ended_today_is_over_at_once_and_ends_once(cast, place, warrant):
    an = cast("an")
    held = actions.end_role(an.holdings.get(), warrant=warrant)
    assert not doors.may(an, "register.list", [place("n1").pk])
    with pytest.raises(CannotBeGiven):
        actions.end_role(held, warrant=warrant)


def borrowed(user: User, place, hours: float = 1, reason: str = WHY) -> Loan:
    warrant = doors.leave(user, "access.borrow").warrant(reason)
    return actions.borrow(user, "register.read", place, reason=reason, hours=hours, warrant=warrant)


def test_power_over_children_is_borrowed_for_a_reason_and_a_time(cast, place):
    kien, n1 = cast("kien"), place("n1")
    loan = borrowed(kien, n1)
    allowed = doors.leave(kien, "register.read")
    assert allowed.places == {n1.pk}
    assert allowed.warrant().reason == loan.subject
    assert loan.words == WHY
    assert allowed.warrant().right == "register.read/loan"
    Loan.objects.filter(pk=loan.pk).update(ends_at=clock.now())
    assert not doors.leave(kien, "register.read")


def test_a_loan_is_given_back_before_its_end(cast, place):
    kien = cast("kien")
    loan = borrowed(kien, place("n1"))
    actions.give_back(loan, warrant=doors.own_warrant(kien, "access.borrow"))
    assert not doors.leave(kien, "register.read")
    assert acts()[-2:] == ["people.borrow", "people.give_back"]


def test_a_loan_ends_with_the_role_by_which_it_was_borrowed(cast, place):
    kien, lan = cast("kien"), cast("lan")
    borrowed(kien, place("n1"))
    warrant = doors.leave(lan, "people.manage").warrant()
    actions.end_role(Holding.objects.get(user=kien), warrant=warrant)
    assert not doors.leave(kien, "register.read")


@pytest.mark.parametrize(("hours", "reason"), [(5, WHY), (0, WHY), (1, "xem")])
def test_a_loan_without_reason_or_measure_is_refused(cast, place, hours, reason):
    with pytest.raises(CannotBeGiven):
        borrowed(cast("kien"), place("n1"), hours=hours, reason=reason)
    assert not Loan.objects.exists()


def test_borrowing_itself_asks_a_reason(cast):
    with pytest.raises(ReasonMissing):
        doors.leave(cast("kien"), "access.borrow").warrant()


def test_nobody_borrows_for_another_and_never_the_right_to_write(cast, place):
    kien = cast("kien")
    warrant = doors.leave(kien, "access.borrow").warrant(WHY)
    for user, act in ((cast("khach"), "register.read"), (kien, "register.write")):
        with pytest.raises(CannotBeGiven):
            actions.borrow(user, act, place("n1"), reason=WHY, hours=1, warrant=warrant)


def test_an_officer_cannot_borrow(cast):
    assert not doors.leave(cast("an"), "access.borrow")


def test_roles_pass_to_the_heir_for_a_while_and_name_what_they_came_from(cast, place, warrant):
    binh = cast("binh")  # n2 passes whole to n1 of the second generation
    with clock.pinned(AFTER):
        succeed(MERGER, warrant=warrant)
        old, new = Holding.objects.filter(user=binh).order_by("pk")
    assert (old.valid_to, new.valid_from, new.carried_from) == (MERGER, MERGER, old)
    assert new.place == place("n1", MERGER)
    with clock.pinned(MERGER + timedelta(89)):
        assert doors.may(binh, "register.write", [new.place_id, old.place_id])
    with clock.pinned(MERGER + timedelta(90)):
        assert not doors.which(binh, "register.write")


def test_a_role_at_a_split_place_is_not_carried_to_any_heir(cast, place, warrant):
    khach = cast("khach")
    actions.give_role(khach, "child_officer", place("n3"), warrant=warrant)
    with clock.pinned(AFTER):
        succeed(MERGER, warrant=warrant)
        assert doors.which(khach, "register.write") == {place("n3").pk}
