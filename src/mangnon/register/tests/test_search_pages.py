"""Quick search: whom one may see, by a name typed anyhow, and no name in any address."""

from datetime import date, timedelta
from urllib.parse import unquote

import pytest
from django.urls import reverse

from mangnon import clock
from mangnon.audit.models import Entry
from mangnon.register.showing import typed
from mangnon.register.tests.pages import person, signed_in
from mangnon.register.tests.test_list_pages import names

SEARCH = reverse("register:search")


@pytest.fixture
def children(an_son, binh_minh, enter):
    """Two in An Sơn, one in Bình Minh."""
    return [
        enter(an_son, date(2015, 3, 10)),
        enter(an_son, date(2022, 1, 5), name="Nguyễn Văn Đào", sex="m"),
        enter(binh_minh, date(2016, 2, 2), name="Nguyễn Thị Mận"),
    ]


def searched(client, text):
    return client.post(SEARCH, {"q": text}, follow=True)


def test_a_name_without_accents_finds_whom_one_may_see(roster, children, an_son):
    answer = searched(signed_in("an", "child_officer", an_son), "man nguyen")
    assert names(answer) == ["Mận"]
    assert "Xã An Sơn" in answer.content.decode()
    assert "sinh 2015" in answer.content.decode()


def test_what_was_typed_is_in_no_address_and_in_no_entry(roster, children, an_son):
    answer = searched(signed_in("an", "child_officer", an_son), "Mận 2015")
    (address, _status), *_ = answer.redirect_chain
    assert "mận" not in unquote(address).lower()
    assert "2015" not in address
    entry = Entry.objects.get(act="register.search")
    assert entry.subject == f"register.child:{children[0].uuid}"
    assert "mận" not in f"{entry.data}{entry.reason}".lower()


def test_the_results_can_be_looked_at_again_for_half_an_hour(roster, children, an_son):
    client = signed_in("an", "child_officer", an_son)
    (address, _status), *_ = searched(client, "dao").redirect_chain
    assert names(client.get(address)) == ["Đào"]
    with clock.pinned(clock.today() + timedelta(days=1)):
        assert "quá 30 phút" in client.get(address).content.decode()


def test_somebody_elses_address_opens_nothing(roster, children, an_son, binh_minh):
    mine = searched(signed_in("an", "child_officer", an_son), "man").redirect_chain[0][0]
    answer = signed_in("binh", "child_officer", binh_minh).get(mine)
    assert names(answer) == []
    assert "Mận" not in answer.content.decode()


@pytest.mark.parametrize("token", ["x", "a.b", "..", "a.b.c", "é.é"])
def test_a_made_up_address_opens_nothing(an_son, token):
    assert typed.opened(token, person("an", "child_officer", an_son)) is None


def test_nothing_found_says_what_to_try(roster, children, an_son):
    text = searched(signed_in("an", "child_officer", an_son), "zyx").content.decode()
    assert "Không tìm thấy" in text
    assert "Không cần gõ dấu" in text


def test_an_empty_search_shows_how_to_search(roster, children, an_son):
    answer = searched(signed_in("an", "child_officer", an_son), "   ")
    assert "Cách tìm" in answer.content.decode()
    assert not Entry.objects.filter(act="register.search").exists()


def test_every_page_offers_the_search_to_who_may_and_sends_it_in_the_body(an_son):
    text = signed_in("an", "child_officer", an_son).get("/desk/").content.decode()
    assert f'method="post" action="{SEARCH}"' in text
    assert SEARCH not in signed_in("ha", "auditor", an_son).get("/desk/").content.decode()
