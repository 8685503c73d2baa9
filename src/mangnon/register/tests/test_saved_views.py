"""Filters kept under a name: for oneself alone, and no child's data in them."""

import pytest
from django.urls import reverse

from mangnon.audit.models import Entry
from mangnon.register.actions import views
from mangnon.register.models import SavedView
from mangnon.register.tests.pages import signed_in

LIST, KEEP = reverse("register:list"), reverse("register:keep_view")


@pytest.fixture
def an(an_son):
    return signed_in("an", "child_officer", an_son)


def keep(client, name="Bé gái", filters="gioi=f&tuoi_den=4"):
    return client.post(KEEP, {"name": name, "filters": filters}, follow=True)


def test_kept_filters_are_offered_again_to_whoever_kept_them(roster, an, an_son):
    keep(an)
    assert SavedView.objects.get().filters == {"gioi": "f", "tuoi_den": "4"}
    text = an.get(LIST).content.decode()
    assert f'<a href="{LIST}?gioi=f&amp;tuoi_den=4">Bé gái</a>' in text
    assert "Bé gái" not in signed_in("chi", "collaborator", an_son).get(LIST).content.decode()
    assert Entry.objects.filter(act="register.keep_view").count() == 1


def test_the_same_name_again_replaces(roster, an):
    keep(an), keep(an, filters="gioi=m")
    assert SavedView.objects.get().filters == {"gioi": "m"}


def test_only_filters_are_kept_and_a_name_is_asked(roster, an):
    keep(an, filters="gioi=f&q=Mận&sau=x")
    assert SavedView.objects.get().filters == {"gioi": "f"}
    assert "Hãy đặt tên cho bộ lọc" in keep(an, name="  ").content.decode()


def test_there_is_an_end_to_them(roster, an, monkeypatch):
    monkeypatch.setattr(views, "MOST", 1)
    keep(an)
    assert "tối đa 1 bộ lọc" in keep(an, name="Khác").content.decode()


def test_what_one_drops_is_gone_and_nobody_elses_is_there(roster, an, an_son):
    keep(an)
    address = reverse("register:drop_view", args=[SavedView.objects.get().uuid])
    assert signed_in("chi", "collaborator", an_son).post(address).status_code == 404
    assert "Đã bỏ bộ lọc" in an.post(address, follow=True).content.decode()
    assert not SavedView.objects.exists()
