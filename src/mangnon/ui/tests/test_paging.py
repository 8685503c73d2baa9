"""A long list in parts: nothing twice, nothing left out, the page's other lists not moved."""

import pytest
from django.test import RequestFactory

from mangnon.audit.models import Actor
from mangnon.ui.paging import turned

pytestmark = pytest.mark.django_db


@pytest.fixture
def seven():
    made = Actor.objects.bulk_create(Actor(code=f"p{n}", name=f"P{n}") for n in range(7))
    return Actor.objects.filter(pk__in=[one.pk for one in made]).order_by("pk")


def turn(rows, address):
    return turned(RequestFactory().get(address), rows, "thu", size=3)


def test_every_row_stands_on_one_part(seven):
    parts = [turn(seven, f"/?thu={n}") for n in (1, 2, 3)]
    assert [one.code for part in parts for one in part.rows] == [f"p{n}" for n in range(7)]
    assert [(one.newer, one.older) for one in parts] == [
        ("", "?thu=2"), ("?thu=1", "?thu=3"), ("?thu=2", ""),
    ]  # fmt: skip


def test_the_other_list_of_the_page_stays(seven):
    assert turn(seven, "/?chi=4").older == "?chi=4&thu=2"


@pytest.mark.parametrize("wrong", ["0", "-1", "99", "hai", ""])
def test_a_wrong_number_is_the_nearest_part(seven, wrong):
    assert len(turn(seven, f"/?thu={wrong}").rows) in (1, 3)
