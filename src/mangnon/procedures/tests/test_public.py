"""What the public pages may ask of procedures, and what it costs."""

from datetime import date

import pytest

from mangnon import clock
from mangnon.legislation.models import Document
from mangnon.procedures import public
from mangnon.procedures.tests.conftest import naming


@pytest.fixture(autouse=True)
def today(applied_nowhere):
    with clock.pinned(date(2026, 1, 15)):
        yield


def codes(rows) -> set[str]:
    return {one.code for one in rows}


def test_the_list_holds_what_applies_today(django_assert_num_queries):
    with django_assert_num_queries(1):
        found = public.listed()
    assert codes(found.rows) == {"name-a-child", "ask-for-a-midwife"}
    with clock.pinned(date(2010, 1, 1)):
        assert codes(public.listed().rows) == {"name-a-child-2001", "ask-for-a-midwife"}


def test_a_facet_counts_with_the_other_choice_applied():
    found = public.listed(field="health", level="commune")
    assert codes(found.rows) == {"ask-for-a-midwife"}
    assert dict(found.fields) == {"health": 1, "civil_status": 1}
    assert dict(found.levels) == {"commune": 1}


def test_a_draft_is_in_no_answer():
    naming().unpublish()
    assert public.one("name-a-child") is None
    assert codes(public.listed().rows) == {"ask-for-a-midwife"}
    assert "name-a-child" not in public.names()
    assert public.resting_on(Document.objects.get(code="act").pk) == []


def test_one_comes_with_all_that_belongs_to_it(django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        one = public.one("9.000001")
        assert one.code == "name-a-child"
        said = [one.office.name_vi, one.replaces.name_vi, *(x.document for x in one.bases.all())]
        said += [*one.steps.all(), *one.ways.all(), *one.papers.all(), *one.replaced_by.all()]
    assert len(said) == 7


def test_no_national_code_is_no_code():
    assert public.one("") is None


def test_what_rests_on_a_document(django_assert_num_queries):
    act = Document.objects.get(code="act").pk
    with django_assert_num_queries(1):
        assert codes(public.resting_on(act)) == {"name-a-child"}
