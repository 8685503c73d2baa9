"""The index of terms inside the database: FTS5 without positions on SQLite, GIN on PostgreSQL."""

from collections.abc import Iterable, Sequence

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from mangnon.finding.expressions import Expression, as_fts5, as_tsquery
from mangnon.finding.models import Entry
from mangnon.finding.terms import Words, terms_of, words_of

Ids = NDArray[np.int64]

_ADD = "INSERT INTO finding_fts (rowid, terms) VALUES (%s, %s)"
# A table without content forgets a row when it is told what the row said.
_FORGET = "INSERT INTO finding_fts (finding_fts, rowid, terms) VALUES ('delete', %s, %s)"
_ASK = {
    "sqlite": "SELECT {n}, (SELECT group_concat(rowid) FROM finding_fts"
    " WHERE finding_fts MATCH %s)",
    "postgresql": "SELECT {n}, (SELECT string_agg(id::text, ',') FROM finding_entry"
    " WHERE terms @@ %s::tsquery)",
}
_COPY = "COPY finding_entry ({}, terms) FROM STDIN"
_MADE = "CREATE INDEX IF NOT EXISTS finding_entry_terms ON finding_entry USING gin (terms)"
_SETTLE = {
    "sqlite": ("INSERT INTO finding_fts (finding_fts) VALUES ('optimize')",),
    "postgresql": (
        _MADE,
        "SELECT gin_clean_pending_list('finding_entry_terms')",
        "ANALYZE finding_entry",
    ),
}
_WRITE = {"sqlite": as_fts5, "postgresql": as_tsquery}


def words_in(entry: Entry) -> list[Words]:
    """Give the words of an entry, its title's first; its label is searched like its body."""
    return [words_of(one) for one in (entry.title, entry.label, entry.summary, entry.body)]


def add(entries: Sequence[Entry], terms: Sequence[Iterable[str]]) -> None:
    """Insert entries with their terms."""
    if connection.vendor == "postgresql":
        _copy(entries, terms)
        return
    made = Entry.objects.bulk_create(entries)
    with connection.cursor() as cursor:
        texts = [(one.pk, " ".join(its)) for one, its in zip(made, terms, strict=True)]
        cursor.executemany(_ADD, texts)


def _copy(entries: Sequence[Entry], terms: Sequence[Iterable[str]]) -> None:
    """Write rows whole: a term added to a row that stands would write it, and its index, twice."""
    fields = [one for one in Entry._meta.concrete_fields if not one.primary_key]
    columns = ", ".join(connection.ops.quote_name(str(one.column)) for one in fields)
    with connection.cursor() as cursor, cursor.copy(_COPY.format(columns)) as copy:
        for entry, its in zip(entries, terms, strict=True):
            values = [getattr(entry, one.attname) for one in fields]
            copy.write_row([*values, " ".join(f"'{term}'" for term in its)])


def forget(entries: Iterable[Entry]) -> None:
    """Take entries that are about to be deleted out of the index."""
    if connection.vendor == "sqlite":
        told = [(one.pk, " ".join(terms_of(*words_in(one)))) for one in entries]
        with connection.cursor() as cursor:
            cursor.executemany(_FORGET, told)


def clear() -> None:
    """Empty the index where no entry is left: an id may come again."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO finding_fts (finding_fts) VALUES ('delete-all')")


def begin() -> None:
    """Do without the index where everything is about to be written: made at once, it is quicker."""
    if connection.vendor == "postgresql" and not Entry.objects.exists():
        with connection.cursor() as cursor:
            cursor.execute("DROP INDEX IF EXISTS finding_entry_terms")


def settle() -> None:
    """Put the index in its best order after many entries were written."""
    with connection.cursor() as cursor:
        for statement in _SETTLE[connection.vendor]:
            cursor.execute(statement)


def ask(expressions: Sequence[Expression]) -> list[Ids]:
    """Return the ids that answer to each expression, in one round to the database."""
    if not expressions:
        return []
    vendor = connection.vendor
    parts = [_ASK[vendor].format(n=number) for number in range(len(expressions))]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [_WRITE[vendor](one) for one in expressions])
        found = dict(cursor.fetchall())
    return [_ids(found[number]) for number in range(len(expressions))]


def _ids(text: str | None) -> Ids:
    if not text:
        return np.zeros(0, dtype=np.int64)
    return np.fromstring(str(text), dtype=np.int64, sep=",")
