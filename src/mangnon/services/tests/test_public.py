"""What the public pages may ask of the directory, and what it costs."""

from datetime import date

import pytest

from mangnon import clock
from mangnon.legislation.models import Document
from mangnon.places.models import Place
from mangnon.procedures.models import Procedure
from mangnon.services import public
from mangnon.services.models import Served, Service
from mangnon.services.public import Choice


@pytest.fixture(autouse=True)
def _today(applied_nowhere):
    with clock.pinned(date(2026, 1, 15)):
        yield


def codes(rows):
    return [one.code for one in rows]


def place(code: str, since: int = 2020) -> int:
    return Place.objects.get(code=code, valid_from=date(since, 1, 1)).pk


def test_all_of_it_stands():
    well = Service.objects.get(code="well")
    assert [one.place.key for one in well.serves.all()] == ["a@2000-01-01", "c@2020-01-01"]
    assert [one.procedure.code for one in well.leads.all()] == ["ask-for-a-midwife"]
    assert (well.place.code, well.office.code, well.age_from, well.age_to) == (
        "N",
        "health",
        None,
        5,
    )
    assert (well.telephone, well.hours_vi, well.whole_area) == ("", "", False)


@pytest.mark.parametrize(
    ("code", "since", "found"),
    [
        ("a", 2020, ["bell", "well"]),  # the heir of the place that the well serves
        ("c", 2020, ["bell", "well"]),
        ("d", 2020, ["bell"]),
        ("N", 2000, ["bell", "well"]),  # something in the district is served
        ("S", 2000, ["bell"]),
        ("a", 2000, ["bell", "well"]),  # an old commune by its own name
    ],
)
def test_whom_a_service_serves(code, since, found):
    assert sorted(codes(public.serving(place(code, since)))) == found


def test_a_service_of_the_district_serves_its_communes():
    well = Service.objects.get(code="well")
    well.serves = [Served(place_id=place("S", 2000))]
    well.save()
    assert "well" in codes(public.serving(place("d")))
    assert "well" not in codes(public.serving(place("a")))


def test_facets_count_with_the_other_choices_applied(django_assert_max_num_queries):
    at = [place("a"), place("d")]
    public.listed(Choice(), at)  # the places are read once a process
    with django_assert_max_num_queries(8):  # two, and whether places changed
        found = public.listed(Choice(kind="health", ages=(0, 5)), at, [(0, 5), (11, 15)])
    assert codes(found.rows) == ["well"]
    assert dict(found.kinds) == {"hotline": 1, "health": 1}
    assert dict(found.places) == {at[0]: 1, at[1]: 0}
    assert dict(found.ages) == {(0, 5): 1, (11, 15): 0}


def test_ages_that_overlap_are_enough():
    assert codes(public.listed(Choice(ages=(5, 9))).rows) == ["bell", "well"]
    assert codes(public.listed(Choice(ages=(6, 10))).rows) == ["bell"]


def test_one_comes_with_all_that_belongs_to_it(django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        one = public.one("well")
        said = [one.office.name_vi, one.place.name_vi]
        said += [each.place.name_vi for each in one.serves.all()]
        said += [each.procedure.name_vi for each in one.leads.all()]
        said += [each.document.title_vi for each in one.bases.all()]
    assert len(said) == 6


def test_links_back(django_assert_num_queries):
    with django_assert_num_queries(2):
        assert codes(public.resting_on(Document(pk=_act()).pk)) == ["well"]
    midwife = Procedure.objects.get(code="ask-for-a-midwife").pk
    with django_assert_num_queries(1):
        assert codes(public.led_to_by(midwife)) == ["well"]


def test_a_draft_is_in_no_answer():
    Service.objects.get(code="well").unpublish()
    assert public.one("well") is None
    assert codes(public.listed(Choice()).rows) == ["bell"]
    assert list(public.names()) == ["bell"]


def _act() -> int:
    return Document.objects.values_list("pk", flat=True).get(code="act")
