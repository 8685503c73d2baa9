"""Who takes over somebody's work finds her filters, and finishes what she began at the place."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from mangnon import clock
from mangnon.access import actions as people
from mangnon.access.doors import leave, system_warrant
from mangnon.audit.models import Entry
from mangnon.places.tests.cast import BEFORE, put, small_area
from mangnon.register.actions import (
    Asked,
    ask_elsewhere,
    close_weighday,
    open_weighday,
    register_child,
    request_transfer,
    withdraw_transfer,
)
from mangnon.register.actions.views import keep_view
from mangnon.register.models import SavedView, Transfer, WeighDay
from mangnon.register.particulars import Particulars
from tests.support.desk import fill, send, signed_in
from tests.support.officers import living, officer


@pytest.fixture
def area(db):
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield


def keep(user, name, **filters):
    return keep_view(user, name=name, filters=filters, warrant=system_warrant("test"))


def over(giver="an", taker="khach", **words):
    warrant = leave(officer("kien"), "people.manage").warrant()
    return people.hand_over(officer(giver), officer(taker), warrant=warrant, **words)


def views_of(name):
    return {one.words: one.filters for one in SavedView.objects.filter(user__username=name)}


def test_filters_move_with_the_work_for_good(area):
    keep(officer("an"), "Thôn Đông", thon="1")
    keep(officer("an"), "Em gái", gioi="f")
    assert over().moved["views"] == 2
    assert views_of("an") == {}
    assert views_of("khach") == {"Thôn Đông": {"thon": "1"}, "Em gái": {"gioi": "f"}}


def test_on_leave_both_have_them_and_a_second_time_doubles_nothing(area):
    keep(officer("an"), "Em gái", gioi="f")
    back = BEFORE + timedelta(30)
    assert over(until=back).moved["views"] == 1
    assert over(until=back).moved["views"] == 0
    assert views_of("an") == views_of("khach") == {"Em gái": {"gioi": "f"}}


def test_who_hands_over_from_a_later_day_keeps_hers_until_she_goes(area):
    keep(officer("an"), "Em gái", gioi="f")
    over(since=BEFORE + timedelta(30))
    assert views_of("an") == views_of("khach") == {"Em gái": {"gioi": "f"}}


def test_a_name_that_the_taker_uses_for_something_else_stays_hers(area):
    keep(officer("an"), "Em nhỏ", tuoi_den="2")
    keep(officer("khach"), "Em nhỏ", tuoi_den="5")
    over()
    assert views_of("khach") == {
        "Em nhỏ": {"tuoi_den": "5"}, "Em nhỏ (An Thị Mẫu)": {"tuoi_den": "2"},
    }  # fmt: skip


def child_in(code):
    who = Particulars("Nguyễn Thị Mận Mẫu", "f", date(2013, 3, 10))
    return register_child(who, place=living(code), warrant=system_warrant("test"))


def test_an_open_weigh_day_and_an_open_request_are_finished_by_who_takes_over(area):
    an = leave(officer("an"), "register.write").warrant()
    near = child_in("n1")
    day = open_weighday(place=living("n1"), day=BEFORE, children=[near.pk], warrant=an)
    elsewhere = Particulars("Trần Văn Đào Mẫu", "m", date(2013, 4, 1))
    register_child(elsewhere, place=living("n2"), warrant=system_warrant("test"))
    asking = ask_elsewhere(
        Asked("Trần Văn Đào Mẫu", date(2013, 4, 1)), place=living("n1"), purpose="moved_in",
        reason="Gia đình chuyển đến ở", warrant=an,
    )  # fmt: skip
    transfer = request_transfer(asking, reason="Gia đình chuyển đến ở", warrant=an)
    assert over().moved == {"views": 0, "weighdays": 1, "transfers": 1}
    assert not leave(officer("an"), "register.write")
    second = leave(officer("lan"), "people.manage").warrant()
    people.confirm_waiting(officer("khach").holdings.all(), warrant=second)
    taker = leave(officer("khach"), "register.write").warrant()
    close_weighday(day, warrant=taker)
    withdraw_transfer(transfer, warrant=taker)
    assert WeighDay.objects.get().closed_by == officer("khach").actor
    assert Transfer.objects.get().answered_by == officer("khach").actor


def test_who_manages_people_is_told_of_open_work_though_she_sees_no_child(area):
    """On PostgreSQL her page stands behind walls that show her no weigh day."""
    an = leave(officer("an"), "register.write").warrant()
    day = open_weighday(place=living("n1"), day=BEFORE, children=[child_in("n1").pk], warrant=an)
    officer("khach")
    kien = signed_in(officer("kien"))
    where = reverse("hand-over", args=[officer("an").uuid])
    assert fill(kien, where, taker="khach", step="send").status_code == 302
    entry = Entry.objects.get(act="people.hand_over")
    assert (entry.data["moved"]["weighdays"], day.closed_at) == (1, None)


def test_a_leave_that_is_written_on_the_page_begins_and_ends_on_its_days(area):
    officer("khach")
    kien = signed_in(officer("kien"))
    where = reverse("hand-over", args=[officer("an").uuid])
    leave_of = {"taker": "khach", "since": "10/6/2015", "until": "10/7/2015"}
    checked = fill(kien, where, **leave_of, step="check")
    for words in ("Khách Văn Mẫu (khach)", "10/6/2015", "10/7/2015"):
        assert words in checked.content.decode()
    done = send(kien, where, checked, step="send")
    assert done.status_code == 302
    held = officer("khach").holdings.values_list("valid_from", "valid_to", "state").get()
    assert held == (date(2015, 6, 10), date(2015, 7, 10), "waiting")
    assert officer("an").holdings.get().valid_to is None
    page = kien.get(done["Location"]).content.decode()
    assert "Đã bàn giao: 1 vai trò" in page
    assert "Số vai trò chờ người quản trị thứ hai xác nhận: 1." in page


def test_without_a_day_of_return_the_page_passes_the_work_for_good(area):
    officer("khach")
    where = reverse("hand-over", args=[officer("an").uuid])
    fill(signed_in(officer("kien")), where, taker="khach", since="10/6/2015", step="send")
    assert officer("khach").holdings.get().valid_to is None
    assert officer("an").holdings.get().valid_to == date(2015, 6, 10)


def test_the_trail_counts_what_passed_and_no_filters_name(area):
    keep(officer("an"), "Thôn Đông", thon="1")
    over()
    entries = {entry.act: entry for entry in Entry.objects.order_by("pk")}
    assert entries["people.hand_over"].data["moved"]["views"] == 1
    assert entries["register.pass_views"].data == {"views": 1, "to": "khach"}
