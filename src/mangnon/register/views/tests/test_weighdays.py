"""The grid of a weigh day: opened, typed with and without scripts, recorded, printed."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from mangnon.access.actions import end_role, give_role
from mangnon.access.doors import system_warrant
from mangnon.audit.models import Entry
from mangnon.places.tests.cast import BEFORE
from mangnon.register.actions import move_child, open_weighday, record_measurement
from mangnon.register.models import Measurement, WeighDay, WeighRow
from mangnon.register.showing.grid import mark_of
from tests.support.desk import fill, send, signed_in
from tests.support.officers import living, officer

HTMX = {"HTTP_HX_REQUEST": "true"}


def said(page):
    return page.content.decode()


@pytest.fixture
def chi() -> Client:
    """The head of n1's health station, who weighs and opens no file."""
    return signed_in(officer("chi"))


@pytest.fixture
def young(enter):
    names = ["Nguyễn Văn Út Mẫu", "Lê Thị Ánh Mẫu", "Trần Thị Đào Mẫu"]
    return [enter(name, born=date(2013, 6, 1)) for name in names]


@pytest.fixture
def session(young):
    return open_weighday(
        place=living("n1"), day=BEFORE, children=[child.pk for child in young],
        warrant=system_warrant("test"),
    )  # fmt: skip


def grid(session):
    return reverse("register:weighday", args=[session.uuid])


def row_of(session, child):
    return session.rows.get(child=child)


def sent(row, seen=0, **typed):
    """Give the fields of one row as the page sends them."""
    mark = mark_of(row)
    fields = {"row": mark, f"s{mark}": seen, f"p{mark}": "h"}
    return fields | {f"{name}{mark}": value for name, value in typed.items()}


def test_a_station_opens_a_day_over_the_children_under_five(chi, young, enter):
    enter("Phạm Văn Lớn Mẫu", born=date(2010, 3, 1))
    answer = fill(chi, reverse("register:open_weighday"), day="1/6/2015")
    session = WeighDay.objects.get()
    assert answer["Location"] == grid(session)
    assert {row.child for row in session.rows.all()} == set(young)
    page = said(chi.get(grid(session)))
    assert [page.index(name) for name in ("Ánh", "Đào", "Út")] == sorted(
        page.index(name) for name in ("Ánh", "Đào", "Út")
    )
    assert "đã cân 0/3" in page
    assert "/desk/tre-em/can-do/" in said(chi.get(reverse("register:weighdays")))


def test_rows_are_kept_in_no_order_of_names(chi, young):
    fill(chi, reverse("register:open_weighday"), day="1/6/2015")
    kept = list(WeighRow.objects.order_by("pk").values_list("child_id", flat=True))
    assert kept == sorted(kept)


def test_the_last_list_is_copied_and_who_was_away_is_marked(chi, session, young):
    row = row_of(session, young[0])
    chi.post(grid(session), sent(row, w="11"), **HTMX)
    fill(chi, reverse("register:record_weighday", args=[session.uuid]))
    WeighDay.objects.update(day=date(2015, 3, 1))
    move_child(
        young[1], place=living("n2"), moved_on=date(2015, 5, 1), warrant=system_warrant("test")
    )
    answer = fill(chi, reverse("register:open_weighday"), day="1/6/2015", source="last")
    new = WeighDay.objects.latest("pk")
    assert {row.child for row in new.rows.all()} == {young[0], young[2]}
    assert said(chi.get(answer["Location"])).count("lần trước vắng") == 1


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"day": "2/6/2015"}, "ở tương lai"),
        ({"day": "31/2/2015"}, "tháng 2 năm 2015"),
        ({"day": "1/6/2015"}, "Không có trẻ nào"),
        ({"day": "1/6/2015", "source": "last"}, "chưa có buổi cân nào"),
        ({"day": "1/6/2015", "place": "999"}, 'href="#id_place'),
    ],
)
def test_a_day_that_cannot_be_opened_says_why(chi, answers, sentence):
    page = fill(chi, reverse("register:open_weighday"), **answers)
    assert page.status_code == 422
    assert sentence in said(page)
    assert not WeighDay.objects.exists()


def test_showing_the_grid_is_one_entry_with_every_child(chi, session, young):
    chi.get(grid(session))
    entry = Entry.objects.latest("pk")
    assert (entry.act, entry.data["purpose"]) == ("register.list", "weighday")
    assert set(entry.subjects) == {f"register.child:{child.uuid}" for child in young}


def test_a_row_gets_its_own_verdict_back_and_no_name(chi, session, young):
    row = row_of(session, young[0])
    page = chi.post(grid(session), sent(row, w="85", l="86"), **HTMX)
    assert page.status_code == 200
    assert "Có phải là 8,5 kg?" in said(page)
    assert "đã cân 1/3" in said(page)
    assert "Mẫu" not in said(page).replace(officer("chi").name, "")
    assert f'name="s{mark_of(row)}" value="1"' in said(page)


def test_the_button_saves_all_rows_by_the_same_code(chi, session, young):
    first, second = (row_of(session, child) for child in young[:2])
    fields = sent(first, w="11", l="86") | sent(second, w="7,4,1")
    answer = chi.post(grid(session), fields | {"row": [mark_of(first), mark_of(second)]})
    assert answer.status_code == 302
    first.refresh_from_db(), second.refresh_from_db()
    assert [first.state, second.state] == ["ok", "wrong"]
    assert "không phải là số" in said(chi.get(grid(session)))
    assert 'value="7,4,1"' in said(chi.get(grid(session)))


def test_a_grid_numbers_none_of_its_rows(chi, session, young):
    """A row's number would tell how many weighings the province types."""
    page = said(chi.get(grid(session)))
    marks = [mark_of(row) for row in session.rows.all()]
    assert [one for one in marks if f'id="r{one}"' not in page] == []
    assert re.findall(r'(?:id="[a-z]|name="[a-z]|#[a-z]|name="row" value=")\d+"', page) == []
    number = session.rows.first().pk
    assert chi.post(grid(session), {"row": number, f"w{number}": "11"}, **HTMX).status_code == 204


def test_two_people_see_each_others_rows_and_both_figures(chi, an, session, young):
    row = row_of(session, young[0])
    chi.post(grid(session), sent(row, w="11"), **HTMX)
    assert 'value="11"' in said(an.get(f"{grid(session)}?khac", **HTMX))
    clash = said(an.post(grid(session), sent(row, w="11,4"), **HTMX))
    assert "An Thị Mẫu ghi khác: 11,4 kg" in clash
    assert "Chi Thị Mẫu" in clash
    chi.post(grid(session), sent(row, seen=1, w="11") | {"settle": f"{mark_of(row)}:theirs"})
    row.refresh_from_db()
    assert (row.weight, row.other) == ("11,4", None)


def test_a_replayed_row_changes_nothing(chi, session, young):
    row = row_of(session, young[0])
    for _ in range(2):
        chi.post(grid(session), sent(row, w="11"), **HTMX)
    row.refresh_from_db()
    assert row.version == 1
    assert Entry.objects.filter(act="register.type_weighing").count() == 1


def test_the_day_is_recorded_once_and_closed(chi, session, young):
    row = row_of(session, young[0])
    chi.post(grid(session), sent(row, w="11", l="86"), **HTMX)
    address = reverse("register:record_weighday", args=[session.uuid])
    page = chi.get(address)
    for _ in range(2):
        assert send(chi, address, page).status_code == 302
    assert Measurement.objects.count() == 1
    assert "Đã ghi vào sổ" in said(chi.get(grid(session)))
    assert Entry.objects.filter(act="register.record_weighday").count() == 1
    fill(chi, reverse("register:close_weighday", args=[session.uuid]))
    late = chi.post(grid(session), sent(row_of(session, young[1]), w="9"), **HTMX)
    assert "Buổi cân này đã đóng" in said(late)


def test_nothing_to_record_is_said(chi, session):
    page = fill(chi, reverse("register:record_weighday", args=[session.uuid]))
    assert page.status_code == 422
    assert "Chưa có dòng nào ghi được" in said(page)


def test_what_was_typed_when_the_session_had_ended_is_there_again(chi, session, young):
    row = row_of(session, young[0])
    page = said(chi.get(grid(session)))
    token = re.search(r'id="sending" value="([^"]+)"', page).group(1)
    stranger = Client()
    answer = stranger.post(grid(session), sent(row, w="11,3") | {"sending": token}, **HTMX)
    assert answer.status_code == 302
    back = re.search(r"typed%3D([0-9a-f-]+)", answer["Location"]).group(1)
    text = said(chi.get(f"{grid(session)}?typed={back}"))
    assert "đã được giữ lại" in text
    assert 'value="11,3"' in text
    row.refresh_from_db()
    assert row.version == 0


def test_a_child_who_came_is_found_by_name_and_added(chi, session, man):
    address = reverse("register:add_to_weighday", args=[session.uuid])
    page = fill(chi, address, q="man nguyen")
    assert "Nguyễn Thị Mận Mẫu" in said(page)
    answer = send(chi, address, page, child=str(man.uuid))
    assert answer["Location"].startswith(grid(session))
    assert session.rows.filter(child=man).exists()


def test_a_child_elsewhere_is_neither_found_nor_added(chi, session, enter):
    far = enter("Vũ Thị Xa Mẫu", "n2", born=date(2013, 1, 1))
    address = reverse("register:add_to_weighday", args=[session.uuid])
    page = fill(chi, address, q="vu thi xa")
    assert "Vũ Thị Xa" not in said(page)
    assert send(chi, address, page, child=str(far.uuid)).status_code == 422
    assert session.rows.count() == 3


def test_who_moved_away_is_no_longer_in_the_grid(chi, session, young):
    move_child(
        young[0], place=living("n2"), moved_on=date(2015, 5, 1), warrant=system_warrant("test")
    )
    assert "Út" not in said(chi.get(grid(session)))
    chi.post(grid(session), sent(row_of(session, young[0]), w="9"), **HTMX)
    assert row_of(session, young[0]).version == 0


@pytest.mark.parametrize(
    "name",
    ["weighday", "add_to_weighday", "record_weighday", "close_weighday", "weighday_paper"],
)
def test_the_next_commune_reaches_no_session(binh, session, name):
    address = reverse(f"register:{name}", args=[session.uuid])
    for answer in (binh.get(address), binh.post(address, {})):
        assert answer.status_code in (404, 405)
        assert "Mẫu" not in said(answer).replace("Bình Văn Mẫu", "")
    assert grid(session) not in said(binh.get(reverse("register:weighdays")))


def test_the_paper_holds_names_last_weights_and_empty_columns(chi, session, young):
    record_measurement(
        young[0], measured_on=date(2015, 3, 1), weight_kg=10.5, warrant=system_warrant("test")
    )
    page = said(chi.get(reverse("register:weighday_paper", args=[session.uuid])))
    assert "10,5 kg (01/03/2015)" in page
    assert page.count("<tr>") == 1 + 3 + 5
    assert Entry.objects.latest("pk").data["purpose"] == "paper"


def test_the_list_of_a_commune_is_printed_where_it_is_hers(chi, binh, young):
    address = f"{reverse('register:village')}?noi={living('n1').key}"
    page = said(chi.get(address))
    assert page.index("Ánh") < page.index("Đào") < page.index("Út")
    for noi in (living("n1").key, living("north").key, "x", "n1@9"):
        assert binh.get(f"{reverse('register:village')}?noi={noi}").status_code == 404


def test_who_lost_her_role_reaches_nothing(chi, session):
    holding = officer("chi").holdings.get()
    end_role(holding, on=BEFORE, warrant=system_warrant("test"))
    assert chi.get(grid(session)).status_code == 404
    give_role(
        officer("chi"), "station_head", living("n1"), valid_from=BEFORE,
        warrant=system_warrant("test"),
    )  # fmt: skip
    assert chi.get(grid(session)).status_code == 200
