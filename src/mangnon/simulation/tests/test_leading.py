"""The invented course of those who lead and pay: through real acts, all of it marked."""

from datetime import date

import pytest

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.duties.models import Assignment
from mangnon.duties.tests.conftest import BEGIN, place
from mangnon.efforts import models as efforts
from mangnon.efforts import public
from mangnon.legislation.models import Document
from mangnon.places.models import Kind, Office
from mangnon.programme.models import Plan, Task
from mangnon.simulation.leading import Leading
from mangnon.steering import models as steering

pytestmark = pytest.mark.django_db


@pytest.fixture
def _played():
    area = place("HD", Kind.PROGRAMME_AREA)
    district = place("10", Kind.DISTRICT, area)
    for number in range(20, 24):
        place(str(number), Kind.COMMUNE, district)
    told = {"place": area, "valid_from": BEGIN, "name_en": "x"}
    Office.objects.create(code="btg", line="party", name_vi="Ban", **told)
    top = Office.objects.create(code="ubnd", line="state", name_vi="Ủy ban", **told)
    for code in ("so-a", "so-b"):
        Office.objects.create(code=code, line="state", name_vi=code, parent=top, **told)
    document = Document.objects.create(code="kh", kind="Kế hoạch", title_vi="k", title_en="p")
    plan = Plan.objects.create(code="p", document=document, title_vi="Kế hoạch", title_en="Plan")
    for at in range(1, 6):
        Task.objects.create(plan=plan, code=f"t{at}", position=at, title_vi="n", title_en="t")
    leading = Leading(demonstration_warrant())
    leading.play_before()
    leading.play_after()


def test_all_of_it_is_marked_and_every_page_has_something_to_show(_played):
    kept = [
        *(steering.Committee, steering.Inspection, steering.Review, steering.Commendation),
        *(efforts.Measure, efforts.Pilot, efforts.Site, efforts.Campaign, efforts.Proposal),
        *(efforts.Partner, efforts.Pledge, efforts.Gift, efforts.Grant, efforts.Account),
    ]
    for model in kept:
        assert model.objects.exists(), model
        assert not model.objects.filter(simulated=False).exists(), model
    states = Assignment.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["done", "accepted"]


def test_the_published_accounts_show_no_few_children(_played):
    with clock.pinned(date(2026, 1, 15)):
        years = public.years()
    assert [one.account.year for one in years] == list(range(2025, 2018, -1))
    told = [line.children for one in years for line in one.given]
    assert all(one in (None, 0) or one >= public.FEWEST for one in told)
    assert {line.donor for one in years for line in one.received} >= {"", "Công ty Gạch Mẫu"}
