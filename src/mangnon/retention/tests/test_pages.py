"""What falls due, as numbers; a child's copy as a page, a PDF, data; each copy is in the trail."""

import json
from datetime import date

import pytest
from django.urls import reverse

from mangnon.audit.models import Entry
from mangnon.register.actions import record_death, set_guardian
from mangnon.register.models import Child
from mangnon.register.tests.pages import signed_in
from tests.support.desk import fill


@pytest.fixture
def an(an_son):
    return signed_in("an", "child_officer", an_son)


@pytest.fixture
def told(man, warrant):
    """Mận, with a mother and her telephone."""
    set_guardian(man, None, relation="mother", name="Lê Thị Mẹ", telephone="0912345678",
                 warrant=warrant)  # fmt: skip
    return man


def copy_of(child):
    return reverse("retention:copy", args=[child.uuid])


def test_who_is_due_is_counted_where_it_lives_and_not_named(an, enter, an_son, binh_minh):
    for where in (an_son, an_son, binh_minh):
        enter(where, date(2002, 5, 5), since=date(2012, 1, 1))
    text = an.get(reverse("retention:due")).content.decode()
    assert "An Sơn" in text and "Bình Minh" not in text
    assert ">2<" in text
    assert "Mận" not in text


def test_who_died_is_due_where_it_lived_last(an, enter, an_son, warrant):
    child = enter(an_son, date(2017, 1, 1))
    record_death(child, died_on=date(2019, 6, 15), warrant=warrant)
    assert ">1<" in an.get(reverse("retention:due")).content.decode()


def test_nobody_is_due_before_five_years_after_sixteen(an, enter, an_son):
    enter(an_son, date(2003, 6, 16), since=date(2012, 1, 1))
    assert "Chưa có hồ sơ nào đến hạn" in an.get(reverse("retention:due")).content.decode()


def test_a_copy_is_asked_for_by_somebody_and_holds_everything(an, told):
    assert "Lê Thị Mẹ" not in an.get(copy_of(told)).content.decode()
    assert Entry.objects.filter(act="retention.copy").count() == 0
    text = fill(an, copy_of(told), for_whom="guardian", form="page").content.decode()
    for words in (
        "Nguyễn Thị Mận",
        "030215000123",
        "Lê Thị Mẹ",
        "0912345678",
        "10/03/2015",
        "Mẹ",
        "Kinh",
    ):
        assert words in text, words
    entry = Entry.objects.get(act="retention.copy")
    assert str(told.uuid) in entry.subject + str(entry.subjects)


def test_the_copy_as_data(an, told):
    answer = fill(an, copy_of(told), for_whom="child", form="json")
    assert answer["Content-Disposition"] == 'attachment; filename="ban-sao.json"'
    assert "Nguyễn Thị Mận" in str(json.loads(answer.content))


def test_the_copy_as_a_pdf(an, told):
    pdfium = pytest.importorskip("pypdfium2")
    answer = fill(an, copy_of(told), for_whom="child", form="pdf")
    page = pdfium.PdfDocument(answer.content)[0]
    assert "Nguyễn Thị Mận" in page.get_textpage().get_text_range()


def test_the_copy_holds_what_was_merged_into_the_file(an, told, enter, binh_minh):
    other = enter(binh_minh, date(2015, 3, 10), name="Nguyễn Thị Mần")
    Child.objects.filter(pk=other.pk).update(merged_into=told)
    text = fill(an, copy_of(told), for_whom="child", form="page").content.decode()
    assert "Nguyễn Thị Mần" in text and "hồ sơ đã gộp" in text


def test_without_saying_for_whom_there_is_none(an, told):
    answer = fill(an, copy_of(told), form="page")
    assert answer.status_code == 422
    assert Entry.objects.filter(act="retention.copy").count() == 0


def test_of_a_child_elsewhere_there_is_none(binh_minh, told):
    binh = signed_in("binh", "child_officer", binh_minh)
    answer = binh.post(copy_of(told), {"for_whom": "child", "form": "page"})
    assert answer.status_code == 404
    assert Entry.objects.filter(act="retention.copy").count() == 0
