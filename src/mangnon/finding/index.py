"""The index of terms inside the database: FTS5 without positions on SQLite, GIN on PostgreSQL."""

from collections.abc import Collection, Iterable, Sequence
from contextlib import nullcontext

import numpy as np
from django.db import connection, transaction
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
    "postgresql": "SELECT {n}, (SELECT string_agg(id::text, ',') FROM finding_terms"
    " WHERE terms @@ %s::tsquery)",
}
_COPY = "COPY finding_terms (id, terms) FROM STDIN"
_CLEAR = {
    "sqlite": "INSERT INTO finding_fts (finding_fts) VALUES ('delete-all')",
    "postgresql": "DELETE FROM finding_terms",
}
_MADE = "CREATE INDEX IF NOT EXISTS finding_terms_gin ON finding_terms USING gin (terms)"
_SETTLE = {
    "sqlite": ("INSERT INTO finding_fts (finding_fts) VALUES ('optimize')",),
    "postgresql": (
        _MADE,
        "SELECT gin_clean_pending_list('finding_terms_gin')",
        "ANALYZE finding_terms",
    ),
}
_WRITE = {"sqlite": as_fts5, "postgresql": as_tsquery}


def words_in(entry: Entry) -> list[Words]:
    """Give the words of an entry, its title's first; its label is searched like its body."""
    return [words_of(one) for one in (entry.title, entry.label, entry.summary, entry.body)]


def add(entries: Sequence[Entry], terms: Sequence[Collection[str]]) -> None:
    """Insert entries, and their terms under the ids that they are given."""
    made = Entry.objects.bulk_create(entries)
    pairs = [(one.pk, its) for one, its in zip(made, terms, strict=True)]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(_ADD, [(pk, " ".join(its)) for pk, its in pairs])
            return
        with cursor.copy(_COPY) as copy:
            for pk, its in pairs:
                copy.write_row((pk, "'" + "' '".join(its) + "'" if its else ""))


def forget(entries: Iterable[Entry]) -> None:
    """Take entries that are about to be deleted out of the index."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            told = [(one.pk, " ".join(terms_of(*words_in(one)))) for one in entries]
            cursor.executemany(_FORGET, told)
        else:
            ids = [one.pk for one in entries]
            cursor.execute("DELETE FROM finding_terms WHERE id = ANY(%s)", [ids])


def clear() -> None:
    """Empty the index where no entry is left: an id may come again."""
    with connection.cursor() as cursor:
        cursor.execute(_CLEAR[connection.vendor])


def begin() -> None:
    """Do without the index where everything is about to be written: made at once, it is quicker."""
    if connection.vendor == "postgresql" and not Entry.objects.exists():
        with connection.cursor() as cursor:
            cursor.execute("DROP INDEX IF EXISTS finding_terms_gin")


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
    # On SQLite a transaction would wait for whoever writes, and a search only reads.
    within = transaction.atomic() if vendor == "postgresql" else nullcontext()
    with within, connection.cursor() as cursor:
        if vendor == "postgresql":
            # Where most entries answer, the planner would read every row's terms instead.
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(" UNION ALL ".join(parts), [_WRITE[vendor](one) for one in expressions])
        found = dict(cursor.fetchall())
    return [_ids(found[number]) for number in range(len(expressions))]


def _ids(text: str | None) -> Ids:
    if not text:
        return np.zeros(0, dtype=np.int64)
    return np.fromstring(str(text), dtype=np.int64, sep=",")
