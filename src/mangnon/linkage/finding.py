"""Finding: identities opened in this process's memory, compared by Splink, pairs with a score.

DuckDB works in memory and may not spill; nothing that was opened is written anywhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from mangnon.register import identity
from mangnon.register.models import Child, Guardian
from mangnon.text.folding import fold
from mangnon.vault import SealBroken

_AT_ONCE = 20_000


class Known(NamedTuple):
    """What two files are compared by."""

    id: int
    name: str
    born: date
    precision: str
    sex: str
    document: str
    guardian: str
    household: int | None


class Pair(NamedTuple):
    """Two files, and how likely they are one child's."""

    first: int
    second: int
    score: float


def known_children() -> list[Known]:
    """Open every child that may be compared, some thousands at once."""
    found: list[Known] = []
    last = 0
    while some := _next(last):
        found += _opened(some)
        last = some[-1]["pk"]
    return found


def _next(last: int) -> list[dict[str, object]]:
    rows = Child.objects.filter(
        pk__gt=last, data_key__isnull=False, merged_into=None, name_sealed__isnull=False
    )
    return list(
        rows.order_by("pk").values(
            "pk", "uuid", "data_key__wrapped", "name_sealed", "document_sealed", "birth_date",
            "birth_precision", "sex", "household_id",
        )[:_AT_ONCE]
    )  # fmt: skip


def _opened(rows: Sequence[dict]) -> Iterator[Known]:
    keys = {row["pk"]: (str(row["uuid"]), bytes(row["data_key__wrapped"])) for row in rows}
    names = _texts(keys, ((row["pk"], row["name_sealed"]) for row in rows), "name")
    numbered = ((row["pk"], row["document_sealed"]) for row in rows if row["document_sealed"])
    documents = _texts(keys, numbered, "document")
    first = Guardian.objects.filter(child__in=list(keys), name_sealed__isnull=False)
    carers = _texts(keys, first.order_by("-pk").values_list("child", "name_sealed"), "guardian")
    for row in rows:
        pk = row["pk"]
        if name := names.get(pk):
            yield Known(
                pk, name, row["birth_date"], row["birth_precision"], row["sex"],
                documents.get(pk, ""), carers.get(pk, ""), row["household_id"],
            )  # fmt: skip


def _texts(
    keys: dict[int, tuple[str, bytes]], sealed: Iterable[tuple[int, bytes]], field: str
) -> dict[int, str]:
    """Open one field of many; what does not open is left out."""
    given = [(pk, bytes(blob)) for pk, blob in sealed]
    opened = identity.open_for_roster(((*keys[pk], blob) for pk, blob in given), field=field)
    return {
        pk: text
        for (pk, _blob), text in zip(given, opened, strict=True)
        if not isinstance(text, SealBroken)
    }


def folded(text: str) -> str:
    """Return a name without marks and capitals, its parts joined by one space."""
    return " ".join(fold(text).split())
