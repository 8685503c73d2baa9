"""The desk's pages and the public one, walked as an officer of the whole area and as anybody."""

from datetime import date

import pytest

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.efforts.models import BudgetLine, Gift, Proposal
from mangnon.places.models import Office
from mangnon.places.tests.cast import BEFORE, put, small_area
from tests.support.desk import fill, signed_in
from tests.support.led import led, task
from tests.support.officers import living, officer

ROOM = "/desk/nhiem-vu-giai-phap/"
PUBLIC = "/kinh-te-xa-hoi/quy-bao-tro-tre-em/"
ENGLISH = "/en/society/child-protection-fund/"


@pytest.fixture
def made(db):
    with clock.pinned(BEFORE):
        warrant = system_warrant("test")
        put(small_area(), warrant)
        yield led(living("n1"), task(), warrant)


@pytest.fixture
def desk(made):
    return signed_in(officer("giang"))


def test_money_is_written_as_people_write_it_and_overspending_asks_why(
    made, desk, django_assert_max_num_queries
):
    form = f"{ROOM}bien-phap/{made['measure'][0]}/kinh-phi/"
    told = {"year": "2014", "source": "province", "planned": "500.000.000", "given": "400000000"}
    wrong = fill(desk, form, spent="450.000.000 đ", **told)
    assert wrong.status_code == 422
    assert "nhiều hơn 400.000.000 đồng đã cấp" in wrong.content.decode()
    assert fill(desk, form, spent="1.5", **told).status_code == 422
    assert not BudgetLine.objects.exists()
    assert fill(desk, form, spent="390.000.000", **told).status_code == 302
    assert BudgetLine.objects.get().spent == 390_000_000
    with django_assert_max_num_queries(15):
        page = desk.get(ROOM).content.decode()
    assert "390.000.000" in page and "Ngân sách tỉnh" in page


def test_a_proposal_takes_its_steps_on_the_page(made, desk):
    one = f"{ROOM}de-xuat/{made['proposal'][0]}/"
    assert fill(desk, f"{one}buoc/", act="draft").status_code == 302
    refused = fill(desk, f"{one}buoc/", act="drop")
    assert refused.status_code == 422
    assert "nêu lý do" in refused.content.decode()
    assert Proposal.objects.get().stage == "draft"
    assert "Đã có dự thảo" in desk.get(one).content.decode()


def test_a_commune_writes_no_measure_elsewhere(made):
    an = signed_in(officer("an"))
    told = {
        "task": "1", "title": "x", "place": living("n2").pk, "from_year": "2014",
        "office": Office.objects.get().pk,
    }  # fmt: skip
    assert fill(an, f"{ROOM}bien-phap/them/", **told).status_code == 422


def test_what_is_published_stands_on_the_public_page_in_both_languages(made, desk, client):
    assert "Chưa công khai năm nào." in client.get(PUBLIC).content.decode()
    partner = fill(
        desk, f"{ROOM}dong-gop/them/", kind="business", name="Công ty Tre Mẫu",
        place=living("area").pk, shown_as="Công ty Tre",
    )["Location"].split("/")[-2]  # fmt: skip
    who = desk.get(f"{ROOM}quy/thu/").content.decode()
    number = who.split("Công ty Tre Mẫu")[0].rsplit('value="', 1)[1].split('"')[0]
    gift = {"place": living("area").pk, "partner": number, "kind": "money"}
    nothing = fill(desk, f"{ROOM}quy/thu/", amount="0", received_on="1/6/2014", **gift)
    assert "phải lớn hơn 0 đồng" in nothing.content.decode()
    assert not Gift.objects.exists()
    fill(desk, f"{ROOM}quy/thu/", amount="9.000.000", received_on="1/6/2014", **gift)
    grant = {"place": living("area").pk, "purpose": "health", "given_on": "1/7/2014"}
    fill(desk, f"{ROOM}quy/chi/", amount="3.000.000", children="3", **grant)
    done = fill(desk, f"{ROOM}quy/cong-khai/", year="2014", step="send")
    assert done["Location"] == f"{ROOM}quy/"
    vietnamese, english = (client.get(at).content.decode() for at in (PUBLIC, ENGLISH))
    assert "Công ty Tre" in vietnamese and "Công ty Tre Mẫu" not in vietnamese
    assert "không công bố" in vietnamese and "withheld" in english
    assert "9.000.000" in vietnamese and "9,000,000" in english
    assert partner in desk.get(f"{ROOM}dong-gop/").content.decode()
    assert desk.get(f"{ROOM}quy/").content.decode().count(str(date(2015, 6, 1).year)) > 0
