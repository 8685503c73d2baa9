"""What a statement reads or changes, from the SQL that Django really writes."""

from contextlib import suppress

import pytest
from django.db import connection
from django.db.models import F

from mangnon.legislation.models import Clause, Document
from mangnon.places.models import Place
from mangnon.snapshots.statements import changed, read
from mangnon.snapshots.tags import sources

DOCUMENT, CLAUSE = "legislation_document", "legislation_clause"
READS = {
    "one by key": (lambda: Document.objects.get(pk=1), set(), {DOCUMENT: 1}),
    "one by code": (lambda: Document.objects.get(code="x"), set(), {DOCUMENT: 1}),
    "one with its own": (
        lambda: Clause.objects.select_related("document").get(pk=1),
        set(),
        {CLAUSE: 1, DOCUMENT: 1},
    ),
    "one found through another": (
        lambda: Clause.objects.get(document__code="x"),
        {DOCUMENT},
        {CLAUSE: 1},
    ),
    "some by key": (lambda: list(Place.objects.filter(pk__in=[1, 2])), set(), {"places_place": 2}),
    "some with what they belong to": (
        lambda: list(Clause.objects.select_related("document")),
        {CLAUSE},
        {DOCUMENT: 0},
    ),
    "some in the order of what they belong to": (
        lambda: list(Clause.objects.select_related("document").order_by("document__code")),
        {CLAUSE, DOCUMENT},
        {},
    ),
    "words of what they belong to": (
        lambda: list(Clause.objects.values_list("document__pk", "document__title_vi")),
        {CLAUSE, DOCUMENT},
        {},
    ),
    "the first": (lambda: Document.objects.order_by("pk").first(), {DOCUMENT}, {}),
    "all": (lambda: list(Document.objects.all()), {DOCUMENT}, {}),
    "how many": (lambda: Document.objects.count(), {DOCUMENT}, {}),
    "some with what hangs on them": (
        lambda: list(Document.objects.filter(clauses__anchor="x")),
        {DOCUMENT, CLAUSE},
        {},
    ),
    "some of a key and more": (
        lambda: list(Place.objects.filter(pk__in=[1], code="x")),
        {"places_place"},
        {},
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize("case", READS)
def test_what_a_query_reads(case):
    ask, lists, rows = READS[case]
    sql = _raw(ask)
    found = read(sql, sources())
    assert (found.lists, dict(found.rows)) == (lists, rows)


def _raw(ask):
    """Return the statement with its placeholders."""
    met = []

    def note(execute, sql, params, many, context):
        met.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note), suppress(Document.DoesNotExist, Clause.DoesNotExist):
        ask()
    return met[0]


def sent(write):
    """Return the tags of every statement that a write sends."""
    met = []

    def note(execute, sql, params, many, context):
        met.append(changed(sql, params, sources(), many=many))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        write()
    return {tag for tags in met for tag in tags}


@pytest.fixture
def document(db):
    return Document.objects.create(code="a", title_vi="a")


def test_a_row_that_is_saved(document):
    assert sent(document.save) == {f"legislation.document:{document.pk}", "legislation.document:*"}


def test_a_row_that_is_added(db):
    assert sent(lambda: Document.objects.create(code="b")) == {"legislation.document:*"}


def test_rows_that_are_named_by_their_keys(document):
    rows = Document.objects.filter(pk__in=[document.pk])
    expected = {f"legislation.document:{document.pk}", "legislation.document:*"}
    assert sent(lambda: rows.update(title_vi="b")) == expected
    assert sent(lambda: Document.objects.bulk_update([document], ["title_vi"])) == expected
    assert expected <= sent(document.delete)


def test_rows_of_a_condition_are_the_whole_table(document):
    rows = Document.objects.filter(code="a")
    assert sent(lambda: rows.update(title_vi="b")) == {"legislation.document"}
    assert sent(lambda: rows.update(title_vi=F("title_en"))) == {"legislation.document"}


def test_what_no_public_page_reads_is_nobodys_concern(db):
    from mangnon.access.models import User

    assert sent(lambda: User.objects.filter(pk=0).update(username="x")) == set()
