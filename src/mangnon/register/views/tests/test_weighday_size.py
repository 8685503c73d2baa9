"""Three hundred children on one page, on a phone: light enough, and few questions a row."""

import gzip
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mangnon.access.doors import system_warrant
from mangnon.places.tests.cast import BEFORE
from mangnon.register.actions import (
    ChildrenBatch,
    MeasurementsBatch,
    ResidencesBatch,
    add_children_in_bulk,
    add_measurements,
    add_residences,
    open_weighday,
)
from mangnon.register.actions.weighdays import MOST_ROWS
from mangnon.register.models import WeighRow
from mangnon.register.showing.grid import mark_of
from tests.support.desk import signed_in
from tests.support.officers import living, officer

MOST_BYTES = 150_000
MOST_QUERIES = 40  # of a page or a row, however many children


@pytest.fixture
def address(today):
    """A session of three hundred children of n1, each weighed twice before."""
    warrant, count = system_warrant("test"), MOST_ROWS
    born = [date(2012, 1, 1) + timedelta(days=3 * row) for row in range(count)]
    names = [f"Nguyễn Thị Hoàng Mẫu {chr(97 + row % 26)}{row}" for row in range(count)]
    batch = ChildrenBatch(names=names, sexes=["f", "m"] * (count // 2), birth_dates=born)
    ids = list(add_children_in_bulk(batch, warrant=warrant))
    place = living("n1")
    homes = ResidencesBatch(children=ids, places=place.pk, valid_from=born)
    add_residences(homes, warrant=warrant)
    for day, weight, length in ((date(2014, 12, 1), 9.4, 78.5), (date(2015, 3, 1), 10.1, 81.0)):
        weighed = MeasurementsBatch(
            children=ids, places=place.pk, measured_on=day,
            weight_kg=weight, length_cm=length,
        )  # fmt: skip
        add_measurements(weighed, warrant=warrant)
    session = open_weighday(place=place, day=BEFORE, children=ids, warrant=warrant)
    return reverse("register:weighday", args=[session.uuid])


def asked(call):
    with CaptureQueriesContext(
        connection,
    ) as met:
        answer = call()
    assert answer.status_code in (200, 302)
    return answer, len(met)


def test_a_page_of_three_hundred_is_light_and_a_row_lighter(address):
    chi = signed_in(officer("chi"))
    page, questions = asked(lambda: chi.get(address))
    assert page.content.decode().count("<li id=") == MOST_ROWS
    assert len(gzip.compress(page.content, 6)) <= MOST_BYTES
    assert questions <= MOST_QUERIES
    row = mark_of(WeighRow.objects.first())
    typed = {"row": row, f"s{row}": 0, f"w{row}": "10,6", f"l{row}": "82", f"p{row}": "h"}
    answer, questions = asked(lambda: chi.post(address, typed, HTTP_HX_REQUEST="true"))
    assert len(answer.content) <= 1_500
    assert questions <= MOST_QUERIES


def test_three_hundred_rows_are_sent_by_one_button(address):
    """Without a script all fields of the page come at once; none of what was typed is lost."""
    last = WeighRow.objects.last()
    rows = [mark_of(row) for row in WeighRow.objects.order_by("pk")]
    every = {f"{name}{row}": "" for row in rows for name in "slnpoc"}
    typed = {**every, "row": rows, f"s{rows[-1]}": 0, f"w{rows[-1]}": "10,6"}
    answer = signed_in(officer("chi")).post(address, typed)
    assert answer.status_code == 302
    assert WeighRow.objects.get(pk=last.pk).weight == "10,6"
