"""People come and go: invited, handed over, gone; a lost password, a lost second factor."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError

from mangnon import clock
from mangnon.access import actions, doors, handovers
from mangnon.access.errors import CannotBeGiven, CodeRefused
from mangnon.access.models import FactorReset, Holding, OneTimeCode, Session, User
from mangnon.access.sessions import SessionStore
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.places.actions import succeed
from mangnon.places.tests.cast import AFTER, MERGER

NEW = "tre mọc bên bờ ao"
PASSWORD_CODE = OneTimeCode.Purpose.PASSWORD


def manager(cast, name="kien"):
    return doors.leave(cast(name), "people.manage").warrant()


def invited(cast, place, **more):
    words = {"name": "Mai Mẫu", "role": "collaborator", "place": place("n1"), **more}
    return actions.invite("mai", warrant=manager(cast), **words)


def confirmed(cast, user, who="lan"):
    """Have the second administrator confirm what waits for somebody."""
    waits = Holding.objects.filter(user=user, state=Holding.State.WAITING)
    return actions.confirm_waiting(waits, warrant=manager(cast, who))


def test_who_is_invited_sets_her_password_by_the_code_and_holds_her_role(cast, place):
    done = invited(cast, place)
    assert not done.user.has_usable_password()
    actions.use_code("Mai", done.code.lower().replace("-", " "), NEW)
    assert User.objects.get(username="mai").check_password(NEW)
    assert not doors.which(done.user, "register.list")
    confirmed(cast, done.user)
    assert doors.may(done.user, "register.list", [place("n1").pk])


def test_the_code_is_nowhere_in_the_database(cast, place):
    done = invited(cast, place)
    kept = str(list(OneTimeCode.objects.values())) + str(list(Entry.objects.values()))
    assert done.code not in kept
    assert done.code.replace("-", "") not in kept


def test_a_code_works_once_for_its_person_until_its_end(cast, place):
    done = invited(cast, place)
    for name, code in (("an", done.code), ("mai", "K7QM-4WXA-9PDE-HT2C"), ("ai", "")):
        with pytest.raises(CodeRefused):
            actions.use_code(name, code, NEW)
    with clock.pinned(clock.today() + timedelta(15)), pytest.raises(CodeRefused):
        actions.use_code("mai", done.code, NEW)
    actions.use_code("mai", done.code, NEW)
    with pytest.raises(CodeRefused):
        actions.use_code("mai", done.code, NEW)


def test_a_weak_password_leaves_the_code_good(cast, place):
    done = invited(cast, place)
    with pytest.raises(ValidationError):
        actions.use_code("mai", done.code, "ngan")
    assert actions.use_code("mai", done.code, NEW)


def test_an_invitation_is_all_or_nothing(cast, place):
    with pytest.raises(CannotBeGiven):
        invited(cast, place, role="supervising_officer")
    assert not User.objects.filter(username="mai").exists()


@pytest.mark.parametrize("username", ["a", "Mai Thị", "mài", "-mai", "x" * 65])
def test_a_name_nobody_could_type_is_refused(cast, place, username):
    with pytest.raises(CannotBeGiven):
        actions.invite(
            username, name="M", role="collaborator", place=place("n1"), warrant=manager(cast)
        )


def test_a_lost_password_is_set_anew_by_a_code_and_old_sessions_end(cast):
    an = cast("an")
    session = SessionStore()
    session.update({"_auth_user_id": str(an.pk)})
    session.create()
    session.save()
    code = actions.issue_code(an, PASSWORD_CODE, warrant=manager(cast))
    actions.use_code("an", code, NEW)
    assert not Session.objects.filter(user=an).exists()
    assert "people.give_code" in Entry.objects.values_list("act", flat=True)


def test_nobody_issues_a_code_for_herself_and_an_officer_for_nobody(cast):
    with pytest.raises(CodeRefused):
        actions.issue_code(cast("kien"), PASSWORD_CODE, warrant=manager(cast))
    warrant = doors.leave(cast("dung"), "people.see").warrant()
    with pytest.raises(NoWarrant):
        actions.issue_code(cast("an"), PASSWORD_CODE, warrant=warrant)


def test_a_newer_code_ends_the_older(cast):
    first = actions.issue_code(cast("an"), PASSWORD_CODE, warrant=manager(cast))
    actions.issue_code(cast("an"), PASSWORD_CODE, warrant=manager(cast))
    with pytest.raises(CodeRefused):
        actions.use_code("an", first, NEW)


def test_a_second_factor_is_reset_by_two_and_never_by_one(cast):
    an, kien, lan = cast("an"), cast("kien"), cast("lan")
    by_kien = doors.leave(kien, "people.reset").warrant()
    asked = actions.ask_factor_reset(an, reason="Mất điện thoại, đã gặp mặt", warrant=by_kien)
    with pytest.raises(CannotBeGiven):
        actions.confirm_factor_reset(asked, warrant=by_kien)
    assert Authenticator.objects.filter(user=an).exists()
    by_lan = doors.leave(lan, "people.reset").warrant()
    actions.confirm_factor_reset(asked, warrant=by_lan)
    assert not Authenticator.objects.filter(user=an).exists()
    with pytest.raises(CannotBeGiven):
        actions.confirm_factor_reset(asked, warrant=by_lan)
    acts = list(Entry.objects.values_list("act", flat=True))
    assert {"people.ask_reset", "people.confirm_reset"} <= set(acts)


def test_a_reset_needs_a_reason_and_waits_three_days_at_most(cast):
    warrant = doors.leave(cast("kien"), "people.reset").warrant()
    with pytest.raises(CannotBeGiven):
        actions.ask_factor_reset(cast("an"), reason="mất", warrant=warrant)
    asked = actions.ask_factor_reset(cast("an"), reason="Mất điện thoại", warrant=warrant)
    by_lan = doors.leave(cast("lan"), "people.reset").warrant()
    with clock.pinned(clock.today() + timedelta(4)), pytest.raises(CannotBeGiven):
        actions.confirm_factor_reset(asked, warrant=by_lan)
    assert FactorReset.objects.get().confirmed_at is None


def test_nobody_takes_part_in_the_reset_of_her_own(cast):
    for who in ("kien", "ha"):
        warrant = doors.leave(cast(who), "people.reset").warrant()
        with pytest.raises(CannotBeGiven):
            actions.ask_factor_reset(cast(who), reason="Mất điện thoại rồi", warrant=warrant)


def test_who_goes_on_leave_keeps_her_role_and_another_holds_it_meanwhile(cast, place):
    an, khach, today = cast("an"), cast("khach"), clock.today()
    back = today + timedelta(30)
    passed = actions.hand_over(an, khach, until=back, warrant=manager(cast))
    n1 = [place("n1").pk]
    assert (passed.roles, passed.unconfirmed) == (1, 1)
    assert not doors.may(khach, "register.write", n1)
    confirmed(cast, khach)
    assert doors.may(an, "register.write", n1) and doors.may(khach, "register.write", n1)
    with clock.pinned(back):
        assert doors.may(an, "register.write", n1)
        assert not doors.may(khach, "register.write", n1)


def test_who_hands_over_for_good_gives_her_role_and_her_open_work(cast, place, monkeypatch):
    an, khach = cast("an"), cast("khach")
    seen = []
    monkeypatch.setattr(
        handovers, "_MOVERS", {"cases": lambda handover, warrant: seen.append(handover) or 3}
    )
    actions.hand_over(an, khach, warrant=manager(cast))
    n1 = [place("n1").pk]
    assert not doors.may(an, "register.write", n1) and not doors.which(khach, "register.write")
    confirmed(cast, khach)
    assert doors.may(khach, "register.write", n1)
    assert (seen[0].giver, seen[0].taker, seen[0].until) == (an, khach, None)
    handed = Entry.objects.get(act="people.hand_over")
    assert handed.data["moved"] == {"cases": 3}


def test_what_somebody_borrowed_passes_to_nobody(cast, place):
    kien, why = cast("kien"), "Kiểm tra phản ánh của công dân"
    warrant = doors.leave(kien, "access.borrow").warrant(why)
    actions.borrow(kien, "register.read", place("n1"), reason=why, hours=4, warrant=warrant)
    actions.hand_over(kien, cast("khach"), warrant=manager(cast, "lan"))
    assert not doors.which(kien, "register.read")
    assert not doors.which(cast("khach"), "register.read")


def test_a_leave_without_an_end_after_its_beginning_is_refused(cast):
    with pytest.raises(CannotBeGiven):
        actions.hand_over(cast("an"), cast("khach"), until=clock.today(), warrant=manager(cast))
    with pytest.raises(CannotBeGiven):
        actions.hand_over(cast("an"), cast("an"), warrant=manager(cast))


def test_who_leaves_may_nothing_at_once_and_cannot_come_back_in(cast, place, client):
    an = cast("an")
    client.force_login(an, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/desk/").status_code == 200
    code = actions.issue_code(an, PASSWORD_CODE, warrant=manager(cast))
    actions.close_account(an, warrant=manager(cast))
    assert client.get("/desk/").status_code == 302
    assert not doors.which(an, "register.list")
    assert Holding.objects.get(user=an).valid_to == clock.today()
    with pytest.raises(CodeRefused):
        actions.use_code("an", code, NEW)


def test_nobody_closes_her_own_account_nor_one_beyond_her_reach(cast, place, warrant):
    with pytest.raises(CannotBeGiven):
        actions.close_account(cast("kien"), warrant=manager(cast))
    local = cast("khach")
    actions.give_role(local, "administrator", place("n2"), warrant=warrant)
    with pytest.raises(NoWarrant):
        actions.close_account(cast("an"), warrant=manager(cast, "khach"))


def test_a_role_carried_over_by_a_merger_is_confirmed_and_loses_its_end(cast, warrant):
    binh = cast("binh")
    with clock.pinned(AFTER):
        succeed(MERGER, warrant=warrant)
    with clock.pinned(MERGER + timedelta(30)):
        carried = Holding.objects.get(user=binh, carried_from__isnull=False)
        anew = actions.confirm_role(carried, warrant=warrant)
        assert (anew.valid_to, anew.place_id) == (None, carried.place_id)
        with pytest.raises(CannotBeGiven):
            actions.confirm_role(anew, warrant=warrant)
